"""`convert`: both directions, arguments and lines, and values that are no dates."""

import datetime as dt
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date
from shamsi.cli.convert import to_gregorian, to_persian
from shamsi.cli.main import main

Feed = Callable[[bytes], None]
Capture = pytest.CaptureFixture[str]

PUBLISHED = {  # Nowruz as the official calendar of Iran printed it
    "1398-01-01": "2019-03-21",
    "1399-01-01": "2020-03-20",
    "1400-01-01": "2021-03-21",
    "1403-12-30": "2025-03-20",
    "1404-01-01": "2025-03-21",
}


@pytest.mark.parametrize(("persian", "gregorian"), PUBLISHED.items())
def test_both_directions(persian: str, gregorian: str, capsys: Capture) -> None:
    assert main(["convert", persian, "--to", "gregorian"]) == 0
    assert main(["convert", "--to", "persian", gregorian]) == 0
    assert capsys.readouterr() == (f"{gregorian}\n{persian}\n", "")


@given(st.dates(min_value=dt.date(622, 3, 21)))
def test_to_persian_is_the_date(day: dt.date) -> None:
    assert to_persian(day.isoformat()) == Date.from_gregorian(day).isoformat()


@given(st.dates(dt.date(622, 3, 21), dt.date(2320, 1, 1)))
def test_there_and_back(day: dt.date) -> None:
    assert to_gregorian(to_persian(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize("value", ["۲۰۲۵/۰۳/۲۰", "٢٠٢٥-٠٣-٢٠", "2025.3.20", "\u200f2025-03-20", " 2025/3/20 "])
def test_gregorian_in_any_digits(value: str) -> None:
    assert to_persian(value) == "1403-12-30"


@pytest.mark.parametrize("value", ["۱۴۰۳/۱۲/۳۰", "١٤٠٣-١٢-٣٠", "1403.12.30", "\u200f1403-12-30"])
def test_persian_in_any_digits(value: str) -> None:
    assert to_gregorian(value) == "2025-03-20"


def test_the_direction_must_be_said(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(["convert", "1403-12-30"])
    assert left.value.code == 2
    assert "--to" in capsys.readouterr().err


def test_lines_are_answered_line_by_line(feed: Feed, capsys: Capture) -> None:
    feed("\ufeff1403-12-30\r\n\n۱۴۰۴/۰۱/۰۱\n1402-12-30\n1404-01-02".encode())
    assert main(["convert", "--to", "gregorian"]) == 2
    out, err = capsys.readouterr()
    assert out == "2025-03-20\n\n2025-03-21\n\n2025-03-22\n"
    assert err.startswith("shamsi: line 4: day must be 1..29 in Esfand 1402 (not a leap year), got 30")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2025-02-29", "day must be 1..28 in 2025-02, got 29"),
        ("2025-13-01", "month must be 1..12, got 13"),
        ("0621-01-01", "year must be 622..9999, got 621"),
        ("0622-03-20", "0622-03-21..9999-12-31"),
        ("2025-12-32", "day must be 1..31 in 2025-12, got 32"),
        ("20-03-2025", "year-first, such as 2025-03-20"),
        ("2025-03", "year-month-day"),
        ("2025-03-²", "year-month-day"),
        ("tomorrow", "year-month-day"),
        ("9" * 100_000, "year-month-day"),
        ("2025-03-" + "9" * 100_000, "one or two digits"),
    ],
)
def test_bad_gregorian_values(value: str, message: str, capsys: Capture) -> None:
    assert main(["convert", value, "2025-03-20", "--to", "persian"]) == 2
    out, err = capsys.readouterr()
    assert out == "\n1403-12-30\n"
    assert message in err
    assert len(err) < 500


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1402-12-30", "day must be 1..29 in Esfand 1402"),
        ("1404-13-01", "month must be 1..12, got 13"),
        ("2025-08-18", "looks Gregorian"),
        ("اسفند 1403", "a day, a month and a year"),
        ("9" * 100_000, "a day, a month and a year"),
    ],
)
def test_bad_persian_values(value: str, message: str, capsys: Capture) -> None:
    assert main(["convert", value, "1403-12-30", "--to", "gregorian"]) == 2
    out, err = capsys.readouterr()
    assert out == "\n2025-03-20\n"
    assert message in err
    assert err.startswith("shamsi: ")
    assert len(err) < 500


@given(st.text(), st.sampled_from(["gregorian", "persian"]))
def test_any_text_is_answered_or_refused(value: str, direction: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        out, err = io.StringIO(), io.StringIO()
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        status = main(["convert", "--to", direction, "--", value])
    assert out.getvalue().count("\n") == 1
    assert (status == 2) is bool(err.getvalue())


def test_bytes_that_are_not_utf8_are_refused_as_values(feed: Feed, capsys: Capture) -> None:
    feed(b"1403-12-3\xff\n1403-12-30\n")
    assert main(["convert", "--to", "gregorian"]) == 2
    out, err = capsys.readouterr()
    assert out == "\n2025-03-20\n"
    assert err.startswith("shamsi: line 1: ")
