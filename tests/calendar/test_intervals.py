"""The three calendars behind one face, against `Date`, `datetime.date` and the lunar table."""

import calendar as western
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import lunar
from shamsi.calendar.intervals import (
    UMM_AL_QURA,
    as_julian,
    calendar_of,
    fields,
    from_julian,
    interval,
    julian_day,
    month_length,
)
from shamsi.formats.names import MONTH_NAMES

CALENDARS = ("persian", "gregorian", "islamic", UMM_AL_QURA)
DATES = st.dates(dt.date(622, 7, 19), dt.date(9998, 1, 1))
ONE = dt.timedelta(days=1)


@given(DATES, st.sampled_from(CALENDARS))
def test_fields_and_intervals_are_each_others_inverse(date: dt.date, calendar: str) -> None:
    assert interval(calendar, *fields(calendar, date)) == (date, date)


@given(DATES)
def test_fields_are_those_of_the_calendars(date: dt.date) -> None:
    day = shamsi.Date.from_gregorian(date)
    assert fields("persian", date) == (day.year, day.month, day.day)
    assert fields("gregorian", date) == (date.year, date.month, date.day)
    assert fields("islamic", date) == lunar.fields(date.toordinal() - dt.date(1970, 1, 1).toordinal())


@given(DATES, st.sampled_from(CALENDARS))
def test_months_and_years_follow_each_other(date: dt.date, calendar: str) -> None:
    year, month, _ = fields(calendar, date)
    here = interval(calendar, year, month)
    after = interval(calendar, year + (month == 12), month % 12 + 1)
    assert here is not None
    assert after is not None
    assert here[0] <= date <= here[1] == after[0] - ONE
    whole, following = interval(calendar, year), interval(calendar, year + 1)
    assert whole is not None
    assert following is not None
    assert whole[0] <= here[0]
    assert here[1] <= whole[1] == following[0] - ONE


def test_umm_al_qura_is_tabular_but_in_its_own_years() -> None:
    for year, is_own in ((1342, False), (1343, True), (1500, True), (1501, False)):
        by_table = [interval("islamic", year, month) for month in range(1, 12)]
        assert ([interval(UMM_AL_QURA, year, month) for month in range(1, 12)] != by_table) == is_own
    assert interval(UMM_AL_QURA, 1343, 1, 1) == (dt.date(1924, 8, 1),) * 2
    assert fields(UMM_AL_QURA, dt.date(1924, 7, 31)) == fields("islamic", dt.date(1924, 7, 31))
    assert fields(UMM_AL_QURA, dt.date(2077, 11, 16)) == (1500, 12, 30)
    assert fields(UMM_AL_QURA, dt.date(2077, 11, 17)) == (1501, 1, 1)


def test_the_ends_of_what_a_date_can_hold() -> None:
    assert interval("gregorian", 9999) == (dt.date(9999, 1, 1), dt.date.max)
    assert interval("gregorian", 9999, 12) == (dt.date(9999, 12, 1), dt.date.max)
    assert interval("gregorian", 1) == (dt.date(1, 1, 1), dt.date(1, 12, 31))
    for calendar, year in (
        ("gregorian", 10000),
        ("persian", 9999),
        ("islamic", 9999),
        ("persian", 0),
    ):
        assert interval(calendar, year) is None
    assert interval("persian", 1, 1, 1) == (dt.date(622, 3, 21),) * 2
    assert interval("islamic", 1, 1, 1) == (dt.date(622, 7, 19),) * 2


@pytest.mark.parametrize("year", [1399, 1400, 1403, 1404, 1408, 2000, 1900, 2023, 2024])
def test_month_lengths(year: int) -> None:
    for month in range(1, 13):
        assert month_length("persian", year, month) == shamsi.Date(year, month, 1).month_length
        assert month_length("gregorian", year, month) == western.monthrange(year, month)[1]
        assert month_length("islamic", year, month) == 30
        assert month_length("persian", None, month) == (31 if month < 7 else 30)
        assert month_length("gregorian", None, month) == western.monthrange(2024, month)[1]


def test_a_thirtieth_day_of_a_short_lunar_month_is_the_next_day() -> None:
    assert lunar.month_length(1446, 2) == 29
    last, thirtieth = interval("islamic", 1446, 2, 29), interval("islamic", 1446, 2, 30)
    assert last is not None
    assert thirtieth == (last[0] + ONE,) * 2


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),
        ((1582, 10, 4), (1582, 10, 14)),
        ((680, 10, 10), (680, 10, 13)),
        ((1066, 10, 14), (1066, 10, 20)),
        ((622, 7, 16), (622, 7, 19)),
        ((1453, 5, 29), (1453, 6, 7)),
        ((200, 3, 1), (200, 3, 1)),
    ],
)
def test_julian_dates(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert from_julian(dt.date(*julian)) == dt.date(*gregorian)


def test_every_calendar_has_twelve_names() -> None:
    assert set(MONTH_NAMES) == set(map(calendar_of, CALENDARS))
    assert all(len(set(names)) == 12 for names in MONTH_NAMES.values())


@given(st.dates(dt.date(1, 2, 1), dt.date(9990, 1, 1)))
def test_a_julian_day_is_the_inverse_of_its_gregorian_day(date: dt.date) -> None:
    printed = as_julian(date)
    assert printed is not None
    assert julian_day(*printed) == date


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ((1582, 10, 4), dt.date(1582, 10, 14)),
        ((1700, 2, 28), dt.date(1700, 3, 10)),
        ((1700, 2, 29), dt.date(1700, 3, 11)),
        ((1900, 2, 29), dt.date(1900, 3, 13)),
        ((1917, 10, 25), dt.date(1917, 11, 7)),
        ((1901, 2, 29), None),
        ((1900, 4, 31), None),
        ((0, 1, 1), None),
    ],
)
def test_a_julian_day_is_that_of_the_tables(printed: tuple[int, int, int], date: dt.date | None) -> None:
    assert julian_day(*printed) == date
