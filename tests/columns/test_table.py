"""The calendar table against the kernel, on every day and on every triple of fields."""

from typing import Any

import pytest

from shamsi.calendar import kernel, weeks
from shamsi.columns.units import UNITS

np = pytest.importorskip("numpy")
tables = pytest.importorskip("shamsi.columns.table")

DAYS = range(kernel.MIN_DAYS, kernel.MAX_DAYS + 1)


@pytest.fixture(scope="module")
def fields() -> Any:
    """Every day's year, month and day, as the kernel says one by one."""
    return np.array([kernel.fields(day) for day in DAYS])


def test_fields_of_every_day(fields: Any) -> None:
    year, month, day = fields.T
    assert (tables.table("packed")[1:-1] == (year << 16 | month << 8 | day)).all()
    for name, expected in (("year", year), ("month", month), ("day", day)):
        assert (tables.table(name)[1:-1] == expected).all()


def test_what_follows_from_the_fields(fields: Any) -> None:
    year, month, day = fields.T
    number = np.array(DAYS)
    first_of_year = np.array([0, *(kernel.year_start(each) for each in range(1, 9380))])
    leap = np.array([False, *(kernel.is_leap(each) for each in range(1, 9379))])
    assert (tables.table("weekday")[1:-1] == (number - 4) % 7 + 1).all()  # 1970-01-05 was a Monday
    assert (tables.table("day_of_year")[1:-1] == number - first_of_year[year] + 1).all()
    assert (tables.table("is_leap")[1:-1] == leap[year]).all()
    assert (tables.table("season")[1:-1] == (month - 1) // 3 + 1).all()
    assert (
        tables.table("month_length")[1:-1] == np.where(month < 7, 31, np.where(month < 12, 30, 29 + leap[year]))
    ).all()
    assert (tables.table("quarter") == tables.table("season")).all()
    assert (tables.table("half")[1:-1] == 1 + (month > 6)).all()
    assert (tables.floors("month")[1:-1] == number - day + 1).all()
    assert (tables.floors("year")[1:-1] == first_of_year[year]).all()
    before = np.array([0, 0, 0, 0, 93, 93, 93, 186, 186, 186, 276, 276, 276])
    assert (tables.floors("season")[1:-1] == first_of_year[year] + before[month]).all()


def test_weeks_of_every_day_by_both_rules(fields: Any) -> None:
    years = fields[:, 0].tolist()
    expected = [(*weeks.year_and_week(year, day), weeks.week(year, day)) for day, year in zip(DAYS, years, strict=True)]
    for name, numbers in zip(("week_year", "week", "week_jdatetime"), np.array(expected).T, strict=True):
        assert (tables.table(name)[1:-1] == numbers).all()
    saturdays = np.array([day - (day + 5) % 7 for day in DAYS])
    saturdays[saturdays < kernel.MIN_DAYS] = tables.NO_DAY
    assert (tables.floors("week")[1:-1] == saturdays).all()


def test_days_quarters_halves_and_decades_of_every_day(fields: Any) -> None:
    year, month, _ = fields.T
    first_of_year = np.array([0, *(kernel.year_start(each) for each in range(1, 9380))])
    assert (tables.floors("day")[1:-1] == np.array(DAYS)).all()
    assert (tables.floors("quarter") == tables.floors("season")).all()
    assert (tables.floors("half")[1:-1] == first_of_year[year] + np.where(month > 6, 186, 0)).all()
    assert (tables.floors("decade")[1:-1] == first_of_year[np.maximum(year // 10 * 10, 1)]).all()


@pytest.mark.parametrize("first", range(1, 13))
def test_fiscal_years_of_every_day(fields: Any, first: int) -> None:
    year, month, _ = fields.T
    ends = year + ((month >= first) & (first > 1))
    assert (tables.fiscal_years(first)[1:-1] == ends).all()
    begins = [kernel.days(each, first, 1) if each else tables.NO_DAY for each in range(9379)]
    assert (tables.floors("fiscal_year", first)[1:-1] == np.array(begins)[ends - (first > 1)]).all()


def test_the_rows_beyond_either_end() -> None:
    for name in tables.ATTRIBUTES:
        assert tables.table(name)[[0, -1]].tolist() == [0, 0]
    for unit in UNITS:
        assert tables.floors(unit)[[0, -1]].tolist() == [tables.NO_DAY] * 2


def test_every_triple_of_fields_leads_to_its_day_or_to_none(fields: Any) -> None:
    expected = np.full((9379, 16, 32), tables.NO_DAY)
    expected[tuple(fields.T)] = np.array(DAYS)
    assert (tables.days_by_fields() == expected.ravel()).all()


def test_tables_cannot_be_written_to() -> None:
    for each in (tables.table("year"), tables.floors("year"), tables.days_by_fields()):
        with pytest.raises(ValueError, match="read-only"):
            each[0] = 1
