"""What the options take and what they refuse, where the tests of no verb say it."""

import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.calendar.eras import likely
from shamsi.cli.arguments.types import calendar, encoding, language, month, pattern, year, years

MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("value", ["%Y", "%-d %B\t%Y", "\u200f%Y/%m/%d", "100%%", "روز %d"])
def test_patterns_that_print_a_line(value: str) -> None:
    assert pattern(value) == value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "must print one line"),
        ("%Y\n%m", r"got '%Y\\n%m'"),
        ("\x1b[31m%Y", r"got '\\x1b\[31m%Y'"),
        ("%Y\x9b", r"got '%Y\\x9b'"),
        ("\u202e%Y", r"got '\\u202e%Y'"),
        ("\u2066%Y", "no control character but the tab"),
        ("%Y\u2028", "no control character but the tab"),
        ("%q", "unknown directive '%q'; allowed are"),
        ("%Y%", "must not end in a lone %"),
    ],
)
def test_patterns_that_do_not(value: str, message: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=message):
        pattern(value)


@given(st.integers(1, 9378).filter(lambda n: not (1700 <= n <= 2200 or likely(n))))
def test_a_year_in_any_digits(number: int) -> None:
    digits = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    assert year(f"{number}") == year(f"{number:04}".translate(digits)) == number


@pytest.mark.parametrize(
    ("number", "same"), [(2535, r"1355 \(imperial\)"), (2680, r"1359 \(kurdish-700\) or 1447 \(kurdish-612\)")]
)
def test_a_year_that_looks_like_one_of_another_era(number: int, same: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=f"give the Solar Hijri year, {same}"):
        year(str(number))


def test_gregorian_years_of_a_table_are_refused() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="looks Gregorian: give Solar Hijri years, such as 1398-1409"):
        years("2020-2030")
    assert years("1300-2000") == (1300, 2000)


@pytest.mark.parametrize("name", ["jalali", "Shamsi", "SOLAR", "solar hijri", "persian"])
def test_the_persian_calendar_by_any_name(name: str) -> None:
    assert calendar(name) == "persian"


@pytest.mark.parametrize(("value", "guess"), [("farsi", "fa"), ("fa-IR", "fa"), ("Dari", "prs"), ("kurdish", "ckb")])
def test_a_language_that_is_spelt_out(value: str, guess: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=f"unknown language .*; did you mean {guess}\\?"):
        language(value)


def test_an_encoding_that_is_misspelt() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="did you mean windows-1256"):
        encoding("windows1256")


@pytest.mark.parametrize("number", [1700, 2025, 2200])
def test_a_year_that_looks_gregorian(number: int) -> None:
    with pytest.raises(
        argparse.ArgumentTypeError, match=f"{number} begins in {number - 622} and ends in {number - 621}"
    ):
        year(str(number))


@given(st.text() | st.text(st.sampled_from(f"0123456789۰۱۲۳۴۵۶۷۸۹{MARKS}²"), max_size=3))
def test_any_text_is_a_month_or_refused(value: str) -> None:
    try:
        number = month(value)
    except argparse.ArgumentTypeError:
        return
    assert 1 <= number <= 12
    assert int("".join(mark for mark in value if mark not in MARKS)) == number


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "unicode_escape", "base64", "rot13", "cp1265", "\0"])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="must be an encoding of text, such as utf-8, cp1256"):
        encoding(name)


def test_an_encoding_is_guessed_from_a_slip() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=r"got 'cp1265'; did you mean cp1256\?"):
        encoding("cp1265")
