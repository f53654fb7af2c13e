"""Years to microseconds added: the day as `Date` finds it, the time of day kept, time that passes counted in UTC."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import DateError, RangeError, ShamsiError
from shamsi.values.date import Date
from shamsi.values.datetime import DateTime
from tests.zones import TEHRAN, changes, instants

APIA = ZoneInfo("Pacific/Apia")
units = st.integers(-200, 200)
some = st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(9000, 1, 1))


@given(some, units, units, units, units)
def test_the_day_is_the_dates_and_the_time_of_day_stays(
    moment: dt.datetime, years: int, months: int, weeks: int, days: int
) -> None:
    made = DateTime.from_gregorian(moment)
    there = made.add(years=years, months=months, weeks=weeks, days=days)
    assert there.date() == made.date().add(years=years, months=months, weeks=weeks, days=days)
    assert there.time() == made.time()
    assert made.subtract(years=-years, months=-months, weeks=-weeks, days=-days) == there


@given(some, units, units, units, units)
def test_without_a_zone_hours_move_the_clock(moment: dt.datetime, h: int, m: int, s: int, us: int) -> None:
    made = DateTime.from_gregorian(moment)
    there = made.add(hours=h, minutes=m, seconds=s, microseconds=us)
    assert there.gregorian == moment + dt.timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
    assert there.subtract(hours=h, minutes=m, seconds=s, microseconds=us) == made


def test_in_every_zone_hours_are_time_that_passes() -> None:
    for moment in instants(1200, seed=1):
        made = DateTime.from_gregorian(moment)
        for span in (dt.timedelta(hours=1), dt.timedelta(hours=-30), dt.timedelta(microseconds=1)):
            there = made.add(hours=int(span / dt.timedelta(hours=1)), microseconds=span.microseconds)
            assert there.gregorian == (moment.astimezone(dt.UTC) + span).astimezone(moment.tzinfo)
            assert there.timestamp() - made.timestamp() == pytest.approx(span.total_seconds(), abs=1e-4)
            assert there.tzinfo is moment.tzinfo
        assert made.add() == made


def test_what_is_reached_is_shown_by_the_clocks_of_the_zone() -> None:
    for zone in (TEHRAN, APIA, ZoneInfo("Europe/London")):
        for around in changes(zone, 1960, 2030):
            for moment in around:
                made = DateTime.from_gregorian(moment.astimezone(zone))
                for steps in ({"days": 1}, {"months": -1}, {"years": 1}, {"weeks": 1}, {"hours": 3}, {"days": 0}):
                    there = made.add(**steps).gregorian  # type: ignore[arg-type]
                    shown = there.astimezone(dt.UTC).astimezone(zone)
                    assert (shown.replace(tzinfo=None), shown.fold) == (there.replace(tzinfo=None), there.fold)


class TestIransSummerTime:
    """In 1401 the clocks went from 00:00 to 01:00 on 2 Farvardin, and from 24:00 back to 23:00 on 30 Shahrivar."""

    def test_a_midnight_that_is_skipped_moves_on(self) -> None:
        eve = DateTime(1401, 1, 1, tzinfo=TEHRAN)
        assert eve.add(days=1).isoformat() == "1401-01-02T01:00:00+04:30"
        assert eve.replace(minute=30).add(days=1).isoformat() == "1401-01-02T01:30:00+04:30"
        assert eve.replace(year=1400).add(years=1, days=1) == eve.add(days=1)
        assert eve.add(days=2).isoformat() == "1401-01-03T00:00:00+04:30"

    def test_an_hour_passes_over_what_is_skipped(self) -> None:
        late = DateTime(1401, 1, 1, 23, 30, tzinfo=TEHRAN)
        assert late.add(hours=1).isoformat() == "1401-01-02T01:30:00+04:30"
        assert late.add(hours=24).isoformat() == "1401-01-03T00:30:00+04:30"
        assert (late + dt.timedelta(hours=1)).isoformat() == "1401-01-02T00:30:00+03:30"  # as the standard library's

    def test_a_time_that_comes_twice_is_the_first_of_another_day(self) -> None:
        assert DateTime(1401, 6, 29, 23, 30, tzinfo=TEHRAN).add(days=1).isoformat() == "1401-06-30T23:30:00+04:30"

    def test_the_second_stays_the_second_where_the_day_stays(self) -> None:
        second = DateTime(1401, 6, 30, 23, 30, tzinfo=TEHRAN, fold=1)
        assert second.isoformat() == "1401-06-30T23:30:00+03:30"
        assert second.add(days=0) == second
        assert second.add(minutes=10).isoformat() == "1401-06-30T23:40:00+03:30"
        assert second.add(hours=-1).isoformat() == "1401-06-30T23:30:00+04:30"
        assert second.add(days=1).fold == 0

    def test_a_time_that_never_was_is_the_instant_it_stands_for(self) -> None:
        assert DateTime(1401, 1, 2, 0, 30, tzinfo=TEHRAN).add().isoformat() == "1401-01-02T01:30:00+04:30"
        assert DateTime(1401, 1, 2, 0, 30, tzinfo=TEHRAN, fold=1).add().isoformat() == "1401-01-01T23:30:00+03:30"


def test_a_whole_day_that_is_skipped() -> None:
    eve = DateTime.from_gregorian(dt.datetime(2011, 12, 29, 12, tzinfo=APIA))
    assert eve.add(days=1).gregorian == dt.datetime(2011, 12, 31, 12, tzinfo=APIA)
    assert eve.add(hours=24).gregorian == dt.datetime(2011, 12, 31, 12, tzinfo=APIA)


def test_overflow_is_the_dates() -> None:
    last = DateTime(1404, 6, 31, 14, 5)
    assert last.add(months=1).date() == Date(1404, 7, 30)
    with pytest.raises(DateError, match=r"^day must be 1\.\.30 in Mehr 1404, got 31"):
        last.add(months=1, overflow="raise")
    with pytest.raises(ShamsiError, match=r"^overflow must be 'clamp' or 'raise', got 'wrap'$"):
        last.add(months=1, overflow="wrap")  # type: ignore[arg-type]


@pytest.mark.parametrize("zone", [None, dt.UTC, TEHRAN])
@pytest.mark.parametrize("step", [{"years": 1}, {"days": 1}, {"hours": 24}, {"microseconds": 1}])
def test_outside_the_calendar(zone: dt.tzinfo | None, step: dict[str, int]) -> None:
    last: Any = DateTime.max.replace(tzinfo=zone)
    first: Any = DateTime.min.replace(tzinfo=zone)
    for ask in (last.add, first.subtract):
        with pytest.raises(RangeError, match=r"0622-03-21|9378"):
            ask(**step)


@pytest.mark.parametrize("unit", ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "microseconds"])
@pytest.mark.parametrize("value", [1.5, "1", True, None])
def test_units_are_integers(unit: str, value: Any) -> None:
    moment: Any = DateTime(1404, 1, 1)
    for step in (moment.add, moment.subtract):
        with pytest.raises(TypeError, match=rf"^{unit} must be an int, got .* \({type(value).__name__}\)$"):
            step(**{unit: value})
    with pytest.raises(TypeError):
        moment.add(1)


def test_giants_are_out_of_range() -> None:
    for unit in ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "microseconds"):
        step: Any = {unit: 10**40}
        with pytest.raises(RangeError):
            DateTime(1404, 1, 1).add(**step)
