"""What the options take and what they refuse, where the tests of no verb say it."""

import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.values import month, pattern, year

MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("value", ["%Y", "%-d %B\t%Y", "\u200f%Y/%m/%d", "100%%", "روز %d"])
def test_patterns_that_print_a_line(value: str) -> None:
    assert pattern(value) == value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "must print a line"),
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


@given(st.integers(1, 9378).filter(lambda n: not 1700 <= n <= 2200))
def test_a_year_in_any_digits(number: int) -> None:
    digits = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    assert year(f"{number}") == year(f"{number:04}".translate(digits)) == number


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
