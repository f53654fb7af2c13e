"""The view of a month: every day in its column, in both grids, whichever way the line runs."""

import datetime as dt
import re
from calendar import Calendar
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date
from shamsi._errors import RangeError
from shamsi.cli.reports.month_view import MonthRenderer
from shamsi.formats.names import DIGITS, FILES

ABAN = """\
         Aban 1404               October – November 2025
Sat Sun Mon Tue Wed Thu Fri    Sat Sun Mon Tue Wed Thu Fri
                      1   2                         23  24
  3   4   5   6   7   8   9     25  26  27  28  29  30  31
 10  11  12  13  14  15  16      1   2   3   4   5   6   7
 17  18  19  20  21  22  23      8   9  10  11  12  13  14
 24  25  26  27  28  29  30     15  16  17  18  19  20  21"""
BLANKS = dict.fromkeys(map(ord, "[]"), " ")
MARKS = dict.fromkeys(map(ord, "\u200e\u200f"))
LATIN = {ord(digit): str(n) for ten in DIGITS.values() for n, digit in enumerate(ten)}
ARABIC = [lang for lang in FILES if lang != "en"]
MONTHS = st.tuples(st.integers(1, 9377), st.integers(1, 12))
TODAY = Date(1404, 10, 9)
COLUMN = [*range(0, 28, 4), *range(31, 59, 4)]


def columns(line: str) -> list[str]:
    """The cells of a line from the left: seven of the Solar Hijri month, seven of the Gregorian."""
    return [line[at : at + 4].strip() for at in COLUMN]


def numbers(view: str) -> list[list[str]]:
    """What stands in the lines below the weekdays, in Latin digits."""
    return [line.split() for line in view.translate(MARKS).translate(LATIN).splitlines()[2:]]


def test_a_month_by_hand() -> None:
    assert MonthRenderer().month(1404, 8) == ABAN


@pytest.mark.parametrize(("day", "civil"), [(1, 23), (3, 25), (5, 27), (9, 31), (14, 5), (30, 21)])
def test_today_stands_between_brackets_in_both_grids(day: int, civil: int) -> None:
    view = MonthRenderer(today=Date(1404, 8, day)).month(1404, 8)
    assert re.findall(r"\[(\d+)\]", view) == [str(day), str(civil)]
    assert [line.rstrip() for line in view.translate(BLANKS).splitlines()] == ABAN.splitlines()


def test_a_day_of_another_month_is_not_marked() -> None:
    assert MonthRenderer(today=Date(1404, 7, 30)).month(1404, 8) == ABAN


@given(MONTHS)
def test_every_day_stands_below_its_weekday(fields: tuple[int, int]) -> None:
    year, month = fields
    lines = MonthRenderer().month(year, month).splitlines()
    assert columns(lines[1]) == ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"] * 2
    found = [
        (column, solar, gregorian)
        for line in lines[2:]
        for column, (solar, gregorian) in enumerate(zip(columns(line)[:7], columns(line)[7:], strict=True))
        if solar or gregorian
    ]
    first = Date(year, month, 1)
    days = [first + dt.timedelta(n) for n in range(first.month_length)]
    assert found == [((day.gregorian.weekday() + 2) % 7, str(day.day), str(day.gregorian.day)) for day in days]


@pytest.mark.parametrize("year", range(1390, 1410))
def test_the_gregorian_grid_has_the_weeks_of_the_standard_library(year: int) -> None:
    for month in range(1, 13):
        start = Date(year, month, 1)
        first, last = start.gregorian, start.gregorian + dt.timedelta(start.month_length - 1)
        weeks = {
            tuple(week)
            for civil in ((day.year, day.month) for day in (first, last))
            for week in Calendar(firstweekday=5).monthdatescalendar(*civil)
            if week[0] <= last and week[6] >= first
        }
        wanted = [[str(day.day) if first <= day <= last else "" for day in week] for week in sorted(weeks)]
        assert [columns(line)[7:] for line in MonthRenderer().month(year, month).splitlines()[2:]] == wanted


def test_the_years_of_a_title_are_said_where_they_differ() -> None:
    titles = [" ".join(MonthRenderer().month(1404, month).splitlines()[0].split()) for month in (1, 10)]
    assert titles == ["Farvardin 1404 March – April 2025", "Dey 1404 December 2025 – January 2026"]


def test_the_last_month_ends_with_the_last_day() -> None:
    view = MonthRenderer().month(9378, 10)
    assert "Dey 9378                    December 9999" in view
    assert numbers(view)[-1] == [*map(str, range(4, 11)), *map(str, range(25, 32))]
    with pytest.raises(RangeError, match=r"the last day is 9378-10-10 \(9999-12-31\), got the month 9378-11"):
        MonthRenderer().month(9378, 11)


def test_a_year_is_its_months() -> None:
    assert MonthRenderer().year(1404).split("\n\n") == [MonthRenderer().month(1404, month) for month in range(1, 13)]
    assert len(MonthRenderer().year(9378).split("\n\n")) == 10


@pytest.mark.parametrize(("lang", "digits"), list(product(FILES, DIGITS)))
def test_a_language_changes_names_and_digits_and_nothing_else(lang: str, digits: str) -> None:
    view = MonthRenderer(lang, digits, today=TODAY).year(1404)
    english = MonthRenderer(today=TODAY).year(1404)
    assert list(map(numbers, view.split("\n\n"))) == list(map(numbers, english.split("\n\n")))
    assert set(re.findall(r"\d", view)) == set(DIGITS[digits])


@pytest.mark.parametrize("lang", FILES)
def test_it_fits_a_terminal(lang: str) -> None:
    lines = [line for year in (1403, 1404) for line in MonthRenderer(lang).year(year).splitlines() if line]
    if lang == "en":
        assert max(map(len, lines)) <= 72
        assert not any(line.endswith(" ") for line in lines)
    else:  # of one length, so that a terminal which sets lines from the left has their right ends in one column
        assert {len(line) for line in lines} == {74}
        assert {line[0] + line[-1] for line in lines} == {"\u200f\u200f"}


def shown(line: str, direction: str) -> str:
    """A line as it is seen where lines begin at the left (L) or at the right (R), by another reading of UAX #9."""
    bidi: Any = pytest.importorskip("bidi.algorithm", reason="python-bidi is not installed")
    display: str = bidi.get_display(line, base_dir=direction)
    return display.translate(MARKS).translate(LATIN)


@pytest.mark.parametrize(("lang", "digits", "direction"), list(product(ARABIC, DIGITS, "LR")))
def test_saturday_is_at_the_right_wherever_lines_begin(lang: str, digits: str, direction: str) -> None:
    english = MonthRenderer(today=TODAY).month(1404, 10).splitlines()[2:]
    lines = [
        shown(line, direction) for line in MonthRenderer(lang, digits, today=TODAY).month(1404, 10).splitlines()[2:]
    ]
    assert [line.split() for line in lines] == [line.split()[::-1] for line in english]
    ends = [[number.end() for number in re.finditer(r"\d+", line)] for line in lines[1:4]]
    assert ends[0] == ends[1] == ends[2], "units stand below units"


@pytest.mark.parametrize("digits", DIGITS)
def test_saturday_is_at_the_left_in_english(digits: str) -> None:
    view = MonthRenderer("en", digits, today=TODAY).month(1404, 10)
    assert [shown(line, "L") for line in view.splitlines()] == MonthRenderer(today=TODAY).month(1404, 10).splitlines()
    assert ("\u200e" in view) == (digits == "arab")
