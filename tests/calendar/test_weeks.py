"""Numbers of weeks, against a slow count of days, jdatetime, persiantools and ICU."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, DateError, RangeError, ShamsiError

years = range(1375, 1412)
all_days = list(Date.range(Date(years[0], 1, 1), Date(years[-1], 12, 29)))
dates = st.dates(dt.date(622, 3, 21), dt.date(9999, 1, 1)).map(Date.from_gregorian)


def counted() -> Iterator[tuple[Date, int, int]]:
    """Each day with its week and year by CLDR, counted from the Saturday on or before 1 Farvardin of each year."""
    day = Date(years[0], 1, 1)
    while day.weekday != 6:
        day -= dt.timedelta(1)
    for year in years:
        number = 0
        following = Date(year + 1, 1, 1)
        while not day <= following < day + dt.timedelta(7):
            number += 1
            for _ in range(7):
                yield day, year, number
                day += dt.timedelta(1)


def test_cldr_as_weeks_are_counted() -> None:
    rows = list(counted())
    assert len(rows) > 13_000
    assert {number for _, _, number in rows} == set(range(1, 54))
    for day, year, number in rows:
        assert (day.week_year, day.week_of_year()) == (year, number)
        assert Date.from_week(year, number, day.weekday) == day
        assert f"{day:%G %-V}" == f"{year} {number}"


def test_cldr_as_icu_says() -> None:
    icu: Any = pytest.importorskip("icu", reason="PyICU is not installed")
    calendar = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale("fa_IR@calendar=persian"))
    assert (calendar.getFirstDayOfWeek(), calendar.getMinimalDaysInFirstWeek()) == (7, 1)
    for day in all_days:
        calendar.setTime((day.ordinal - 719163) * 86400.0)
        assert day.week_of_year("cldr") == calendar.get(icu.UCalendarDateFields.WEEK_OF_YEAR), day
        assert day.week_year == calendar.get(icu.UCalendarDateFields.YEAR_WOY), day


def test_the_other_rule_as_jdatetime_says() -> None:
    jdatetime: Any = pytest.importorskip("jdatetime")
    for day in all_days:
        assert day.week_of_year("jdatetime") == jdatetime.date(day.year, day.month, day.day).weeknumber(), day


def test_the_other_rule_as_persiantools_says() -> None:
    persian: Any = pytest.importorskip("persiantools.jdatetime")
    for day in all_days:
        assert day.week_of_year("jdatetime") == persian.JalaliDate(day.year, day.month, day.day).week_of_year(), day


@given(dates)
def test_there_and_back(day: Date) -> None:
    assert Date.from_week(day.year, day.week_of_year("jdatetime"), day.weekday, rule="jdatetime") == day
    if day.week_year <= 9378 and day > Date(1, 1, 7):
        assert Date.from_week(day.week_year, day.week_of_year("cldr"), day.weekday, rule="cldr") == day


@given(dates)
def test_weeks_go_from_saturday_to_friday(day: Date) -> None:
    tomorrow = day + dt.timedelta(1)
    same = (day.week_year, day.week_of_year()) == (tomorrow.week_year, tomorrow.week_of_year())
    assert same == (day.weekday != 5)


@pytest.mark.parametrize(
    ("week", "kind", "message"),
    [
        ((1404, 0, 6), DateError, "week 0 of 1404 has no day 6 (Monday 1 .. Sunday 7)"),
        ((1403, 53, 6), DateError, "week 53 of 1403 has no day 6 (Monday 1 .. Sunday 7)"),
        ((1404, 1, 0), DateError, "week 1 of 1404 has no day 0 (Monday 1 .. Sunday 7)"),
        ((1404, 1, 8), DateError, "week 1 of 1404 has no day 8 (Monday 1 .. Sunday 7)"),
        ((0, 1, 1), RangeError, "year must be 1..9378, got 0"),
        ((9379, 1, 1), RangeError, "year must be 1..9378, got 9379"),
        ((1, 1, 6), RangeError, "day must be in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)"),
        ((9378, 50, 6), RangeError, "day must be in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)"),
        ((1404, True, 6), TypeError, "week must be an int, got True (bool)"),
        ((1404.0, 1, 6), TypeError, "year must be an int, got 1404.0 (float)"),
        ((1404, 1, "6"), TypeError, "weekday must be an int, got '6' (str)"),
    ],
)
def test_weeks_that_are_not(week: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        Date.from_week(*week)
    assert str(raised.value) == message


@pytest.mark.parametrize("rule", ["iso", "", None, 1])
def test_other_rules_are_refused(rule: Any) -> None:
    message = r"^rule must be one of 'cldr', 'jdatetime', got .*; ISO 8601 weeks are those of \.gregorian$"
    with pytest.raises(ShamsiError, match=message):
        Date(1404, 1, 1).week_of_year(rule)
    with pytest.raises(ShamsiError, match=message):
        Date.from_week(1404, 1, 1, rule=rule)
