"""Days reached from a day, and what lies between two."""

import copy
import datetime as dt
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, DateError, Difference, RangeError, ShamsiError
from shamsi.calendar import kernel

days = st.integers(kernel.MIN_DAYS, kernel.MAX_DAYS)
dates = days.map(lambda number: Date.from_ordinal(number + kernel.EPOCH_ORDINAL))
inner = st.dates(dt.date(700, 1, 1), dt.date(9900, 1, 1)).map(Date.from_gregorian)
near = st.integers(-40, 40)
some_days = [
    Date(year, month, day)
    for year in (1402, 1403, 1404)
    for month in range(1, 13)
    for day in (1, 29, 30, 31)
    if kernel.is_valid(year, month, day)
]


def stepped(date: Date, months: int) -> Date:
    """Some months later, by walking month by month from the first of this one, then to the day or the last."""
    first = Date(date.year, date.month, 1)
    for _ in range(abs(months)):
        first = first.end_of("month") + dt.timedelta(1) if months > 0 else (first - dt.timedelta(1)).start_of("month")
    return first + dt.timedelta(min(date.day, first.month_length) - 1)


class TestAdd:
    @pytest.mark.parametrize(
        ("start", "more", "there"),
        [
            ((1403, 6, 31), {"months": 1}, (1403, 7, 30)),
            ((1403, 7, 30), {"months": -1}, (1403, 6, 30)),
            ((1403, 12, 30), {"years": 1}, (1404, 12, 29)),
            ((1403, 12, 30), {"years": -4}, (1399, 12, 30)),
            ((1403, 12, 30), {"years": 5}, (1408, 12, 30)),
            ((1404, 11, 30), {"months": 1}, (1404, 12, 29)),
            ((1404, 11, 30), {"months": 2}, (1405, 1, 30)),
            ((1404, 1, 31), {"years": 1, "months": -1}, (1404, 12, 29)),
            ((1403, 12, 30), {"years": 1, "days": 1}, (1405, 1, 1)),  # months first, then days
            ((1404, 1, 1), {"weeks": 1, "days": -1}, (1404, 1, 7)),
            ((1404, 1, 1), {}, (1404, 1, 1)),
            ((9377, 10, 10), {"years": 1}, (9378, 10, 10)),
        ],
    )
    def test_known(self, start: tuple[int, int, int], more: dict[str, Any], there: tuple[int, int, int]) -> None:
        assert Date(*start).add(**more) == Date(*there)
        assert Date(*start).subtract(**{name: -value for name, value in more.items()}) == Date(*there)

    @given(inner, near)
    def test_months_as_if_walked(self, date: Date, months: int) -> None:
        assert date.add(months=months) == stepped(date, months)

    @given(inner, near, near, near, near)
    def test_units_add_up(self, date: Date, years: int, months: int, weeks: int, more: int) -> None:
        there = date.add(years=years, months=months, weeks=weeks, days=more)
        assert there == date.add(months=12 * years + months) + dt.timedelta(weeks=weeks, days=more)

    @given(inner, near)
    def test_raising_is_for_days_that_are_not_there(self, date: Date, months: int) -> None:
        there = date.add(months=months)
        if there.day == date.day:
            assert date.add(months=months, overflow="raise") == there
        else:
            with pytest.raises(DateError, match=rf"^day must be 1\.\.{there.day} in .* takes the last day, {there}$"):
                date.add(months=months, overflow="raise")

    @pytest.mark.parametrize(
        "more",
        [
            *({"years": 7975}, {"years": -1404}, {"months": 10**6}, {"weeks": -(10**6)}, {"days": 10**9}),
            *({"years": 10**5000}, {"days": -(10**5000)}, {"years": 7974, "months": 9, "days": 30}),
        ],
    )
    def test_beyond_the_ends(self, more: dict[str, Any]) -> None:
        with pytest.raises(RangeError, match=r"must be 1\.\.9378, got |must be 226895\.\.3652059|the last day is"):
            Date(1404, 1, 1).add(**more)

    @pytest.mark.parametrize("value", [True, 1.0, "1", None, dt.timedelta(1)])
    @pytest.mark.parametrize("name", ["years", "months", "weeks", "days"])
    @pytest.mark.parametrize("move", [Date.add, Date.subtract])
    def test_only_integers_are_taken(self, move: Any, name: str, value: Any) -> None:
        with pytest.raises(TypeError, match=rf"^{name} must be an int, got "):
            move(Date(1404, 1, 1), **{name: value})

    def test_wrong_words(self) -> None:
        date: Any = Date(1404, 1, 1)
        with pytest.raises(ShamsiError, match=r"^overflow must be 'clamp' or 'raise', got 'reject'$"):
            date.add(months=1, overflow="reject")
        with pytest.raises(TypeError, match="hours"):
            date.add(hours=1)
        with pytest.raises(TypeError, match="positional"):
            date.add(1)


class TestDifference:
    @given(dates, dates)
    def test_leads_from_one_to_the_other(self, one: Date, other: Date) -> None:
        until, since = one.until(other), one.since(other)
        assert one + until == until + one == other == one - since
        assert one.add(years=until.years, months=until.months, days=until.days) == other
        assert since == -until
        assert (one < other) == (until.years + until.months + until.days > 0)

    @pytest.mark.parametrize("one", some_days)
    def test_as_many_months_as_do_not_pass(self, one: Date) -> None:
        for other in some_days:
            until = one.until(other)
            months = 12 * until.years + until.months
            if one <= other:
                assert stepped(one, months) <= other < stepped(one, months + 1)
            else:
                assert stepped(one, months) >= other > stepped(one, months - 1)
            assert stepped(one, months) + dt.timedelta(until.days) == other

    @given(dates, dates)
    def test_opens_into_keywords(self, one: Date, other: Date) -> None:
        open_to_keywords: Any = one.until(other)
        assert one.add(**open_to_keywords) == other

    def test_of_the_whole_range(self) -> None:
        assert Date.min.until(Date.max) == Difference(9377, 9, 9)
        assert Date.max.until(Date.min) == Difference(-9377, -9, -9)

    @pytest.mark.parametrize("other", [dt.date(2025, 3, 21), "1404-01-01", 1, None])
    def test_only_a_date_is_taken(self, other: Any) -> None:
        for between in (Date(1404, 1, 1).until, Date(1404, 1, 1).since):
            with pytest.raises(TypeError, match=r"^other must be a shamsi\.Date, got "):
                between(other)


class TestReplace:
    @given(dates)
    def test_with_its_own_fields(self, date: Date) -> None:
        assert date.replace() == date == date.replace(year=date.year, month=date.month, day=date.day)

    def test_one_field_or_more(self) -> None:
        date = Date(1403, 12, 30)
        assert date.replace(day=1) == Date(1403, 12, 1)
        assert date.replace(year=1404, month=6, day=31) == Date(1404, 6, 31)

    @pytest.mark.parametrize(
        ("fields", "kind", "message"),
        [
            ({"year": 1404}, DateError, "day must be 1..29 in Esfand 1404 (not a leap year), got 30"),
            ({"month": 13}, DateError, "month must be 1..12, got 13"),
            ({"year": 0}, RangeError, "year must be 1..9378, got 0"),
            ({"day": 0}, DateError, "day must be 1..30 in Esfand 1403 (a leap year), got 0"),
            ({"day": True}, TypeError, "day must be an int, got True (bool)"),
            ({"day": 1.0}, TypeError, "day must be an int, got 1.0 (float)"),
        ],
    )
    def test_nothing_is_moved_to_fit(self, fields: dict[str, Any], kind: type[Exception], message: str) -> None:
        with pytest.raises(kind) as raised:
            Date(1403, 12, 30).replace(**fields)
        assert str(raised.value) == message

    def test_by_copy(self) -> None:
        date: Any = Date(1403, 12, 30)
        assert date.__replace__(day=1) == Date(1403, 12, 1)
        if sys.version_info >= (3, 13):
            assert copy.replace(date, day=1) == Date(1403, 12, 1)

    def test_misuse(self) -> None:
        date: Any = Date(1403, 12, 30)
        for wrong in ({"hour": 1}, {"years": 1}):
            with pytest.raises(TypeError, match="unexpected keyword"):
                date.replace(**wrong)


MONTHS = {"year": 12, "half": 6, "season": 3, "month": 1}


class TestUnits:
    @given(inner, st.sampled_from(sorted(MONTHS)))
    def test_of_months(self, date: Date, unit: Any) -> None:
        first, last = date.start_of(unit), date.end_of(unit)
        assert first <= date <= last
        assert (first.day, (first.month - 1) % MONTHS[unit]) == (1, 0)
        assert first.add(months=MONTHS[unit]) == last + dt.timedelta(1)

    @given(inner)
    def test_of_weeks(self, date: Date) -> None:
        first, last = date.start_of("week"), date.end_of("week")
        assert first <= date <= last
        assert (first.weekday, last.weekday, (last - first).days) == (6, 5, 6)

    @pytest.mark.parametrize("unit", ["year", "half", "season", "month", "week"])
    def test_at_the_ends(self, unit: Any) -> None:
        if unit == "week":  # 0622-03-21 was a Sunday
            with pytest.raises(RangeError, match=r"^the week of 0001-01-01 begins before the first day 0001-01-01$"):
                Date.min.start_of(unit)
        else:
            assert Date.min.start_of(unit) == Date.min
        if unit == "week":  # 9999-12-31 is a Friday
            assert Date.max.end_of(unit) == Date.max
        else:
            with pytest.raises(RangeError, match=rf"^the {unit} of 9378-10-10 ends after the last day 9378-10-10$"):
                Date.max.end_of(unit)

    @pytest.mark.parametrize("unit", ["days", "years", "", "Year", 1, None, ("year",), []])
    def test_others_are_refused(self, unit: Any) -> None:
        with pytest.raises(
            ShamsiError,
            match=r"^unit must be one of 'day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', got ",
        ):
            Date(1404, 1, 1).start_of(unit)


def test_a_subclass_moves_in_its_kind() -> None:
    class Birthday(Date):
        __slots__ = ()

    day = Birthday(1403, 12, 30)
    moved = (day.add(days=1), day.subtract(months=1), day.replace(day=1), day.start_of("week"), day.end_of("month"))
    assert {type(one) for one in moved} == {Birthday}
    assert day.until(Date(1404, 1, 1)) == Difference(days=1)
