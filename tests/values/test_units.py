"""Units of the calendar, every one of them, laid out month by month as the kernel counts their days."""

import csv
import datetime as dt
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import DateError, RangeError, ShamsiError
from shamsi.calendar import kernel
from shamsi.values import units

NUMBERS = st.integers(kernel.MIN_DAYS, kernel.MAX_DAYS)
WHOLE_YEARS = range(1, kernel.MAX_YEAR)
OUTSIDE = "period must lie in 0001-01-01..9378-10-10"


def laid_out() -> Iterator[tuple[int, int, units.Run]]:
    """Every month that ends within the calendar, with its year, one behind the other."""
    number = kernel.MIN_DAYS
    for year in range(1, kernel.MAX_YEAR + 1):
        for month in range(1, 13 if year < kernel.MAX_YEAR else 10):
            length = kernel.month_length(year, month)
            yield year, month, (number, number + length - 1)
            number += length


MONTHS = {(year, month): run for year, month, run in laid_out()}


def test_every_month() -> None:
    assert len(MONTHS) == 12 * 9377 + 9
    for (year, month), (first, last) in MONTHS.items():
        run = units.part("month", year, month)
        if run != (first, last) or units.around("month", first) != run or units.around("month", last) != run:
            pytest.fail(f"{year}-{month} is {run}")
        if units.unit(*run) != "month" or units.native(*run) != f"{year:04d}-{month:02d}":
            pytest.fail(f"{year}-{month} is told as {units.unit(*run)}, {units.native(*run)}")


@pytest.mark.parametrize(("unit", "months", "letter"), [("season", 3, "-S"), ("half", 6, "-H"), ("year", 12, "")])
def test_every_season_half_and_year(unit: str, months: int, letter: str) -> None:
    for year in WHOLE_YEARS:
        for number in range(1, 12 // months + 1):
            run = MONTHS[year, months * (number - 1) + 1][0], MONTHS[year, months * number][1]
            told = units.part(unit, year, number), units.unit(*run), units.native(*run)
            if told != (run, unit, f"{year:04d}{letter}{number if letter else ''}"):
                pytest.fail(f"{unit} {number} of {year} is {told}, not {run}")
            if units.around(unit, run[0]) != run or units.around(unit, run[1]) != run:
                pytest.fail(f"{unit} {number} of {year} is another one around its ends")


def test_every_decade() -> None:
    for tens, years in groupby(range(1, 9370), key=lambda year: year // 10):
        members = list(years)
        run = MONTHS[members[0], 1][0], MONTHS[members[-1], 12][1]
        told = [units.part("decade", members[0]), units.around("decade", run[1]), (units.unit(*run))]
        assert told == [run, run, "decade"]
        assert units.native(*run) == f"{tens:03d}X"


def test_every_week_begins_on_saturday_and_has_its_seven_days() -> None:
    for number in range(-492270 // 7 * 7 + 2, 100_000, 7):  # 1970-01-03 was a Saturday
        assert units.around("week", number) == (number, number + 6) == units.around("week", number + 6)
    assert dt.date(1970, 1, 3).isoweekday() == 6


def test_years_are_those_that_were_published(shared: Callable[[str], Path]) -> None:
    with shared("truth/nowruz_official_1206_1498.csv").open(encoding="utf-8", newline="") as file:
        starts = {int(row["year"]): dt.date.fromisoformat(row["nowruz_gregorian_iso"]) for row in csv.DictReader(file)}
    assert len(starts) == 293
    for (year, first), (_, following) in pairwise(starts.items()):
        run = first.toordinal() - kernel.EPOCH_ORDINAL, following.toordinal() - kernel.EPOCH_ORDINAL - 1
        assert units.part("year", year) == run


@given(NUMBERS, st.sampled_from(units.UNITS))
def test_a_day_is_in_the_unit_around_it(number: int, unit: str) -> None:
    first, last = units.around(unit, number)
    assert first <= number <= last
    if first >= kernel.MIN_DAYS and last <= kernel.MAX_DAYS:
        assert units.unit(first, last) == unit
        assert units.around(unit, first) == units.around(unit, last) == (first, last)


@given(NUMBERS, st.integers(0, 5000))
def test_what_is_no_unit_is_none_of_those_around_its_days(first: int, more: int) -> None:
    last = min(first + more, kernel.MAX_DAYS)
    found = [unit for unit in units.UNITS if units.around(unit, first) == (first, last)]
    assert units.unit(first, last) == next(iter(found), None)
    assert len(found) < 2


@given(st.integers(12, 12 * 9378 + 8), st.integers(1, 400))
def test_whole_months_are_told_by_the_first_and_their_count(index: int, count: int) -> None:
    if index + count > 12 * 9378 + 9:
        with pytest.raises(RangeError, match=OUTSIDE):
            units.months(index, count)
        return
    first, last = units.months(index, count)
    assert units.whole_months(first, last) == (index, count)
    assert first == MONTHS[index // 12, index % 12 + 1][0]
    assert last == MONTHS[divmod(index + count - 1, 12)[0], (index + count - 1) % 12 + 1][1]
    assert units.whole_months(first, last - 1) is None
    assert units.whole_months(first + 1, last) is None


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        (("month", 1404, 13), DateError, "month must be 1..12, got 13"),
        (("month", 1404, 0), DateError, "month must be 1..12, got 0"),
        (("season", 1404, 5), DateError, "season must be 1..4, got 5"),
        (("half", 1404, -1), DateError, "half must be 1..2, got -1"),
        (("year", 0), RangeError, "year must be 1..9378, got 0"),
        (("year", 9379), RangeError, "year must be 1..9378, got 9379"),
        (("year", 9378), RangeError, OUTSIDE),
        (("decade", 9370), RangeError, OUTSIDE),
        (("month", 9378, 10), RangeError, OUTSIDE),
        (("season", 9378, 4), RangeError, OUTSIDE),
    ],
)
def test_what_there_is_not(arguments: tuple[str, int, int], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        units.part(*arguments)


@pytest.mark.parametrize("arguments", [("month", True, 1), ("month", 1404, 1.0), ("year", "1404")])
def test_only_integers_count(arguments: tuple[str, int, int]) -> None:
    with pytest.raises(TypeError, match="must be an int"):
        units.part(*arguments)


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(
        ShamsiError, match=r"unit must be one of 'day', 'week', 'month', .*, 'quarter', .*, got 'fortnight'"
    ):
        units.around("fortnight", 0)


def test_a_quarter_is_a_season() -> None:
    for day in range(20000, 20400):
        assert units.around("quarter", day) == units.around("season", day)


@pytest.mark.parametrize(
    ("ends", "native"),
    [
        (((1404, 5, 18), (1404, 5, 18)), "1404-05-18"),
        (((1404, 5, 18), (1404, 5, 20)), "1404-05-18/1404-05-20"),
        (((1404, 5, 1), (1404, 6, 31)), "1404-05/1404-06"),
        (((1404, 4, 1), (1404, 9, 30)), "1404-04/1404-09"),
        (((1403, 7, 1), (1404, 6, 31)), "1403-07/1404-06"),
        (((1402, 1, 1), (1404, 12, 29)), "1402/1404"),
        (((1361, 1, 1), (1370, 12, 30)), "1361/1370"),
        (((1301, 1, 1), (1400, 12, 29)), "1301/1400"),
        (((1, 1, 1), (9, 12, 30)), "000X"),
        (((61, 7, 21), (61, 7, 22)), "0061-07-21/0061-07-22"),
        (((9378, 10, 1), (9378, 10, 10)), "9378-10-01/9378-10-10"),
    ],
)
def test_runs_are_written_as_coarse_as_they_can_be(ends: tuple[tuple[int, int, int], ...], native: str) -> None:
    assert units.native(*(kernel.days(*end) for end in ends)) == native
