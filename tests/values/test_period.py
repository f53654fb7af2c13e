"""Period as a value: what it takes, holds, equals and survives."""

import copy
import datetime as dt
import operator
import pickle
from collections.abc import Callable, Collection, Hashable, Reversible
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import shamsi
from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.values.date import Date
from shamsi.values.period import Period
from shamsi.values.units import UNITS

MORDAD = Period.month(1404, 5)
DATES = st.dates(min_value=dt.date(622, 3, 21)).map(Date.from_gregorian)
NEAR = st.integers(0, 80).map(lambda days: Date(1404, 1, 1) + dt.timedelta(days))
PERIODS = st.tuples(DATES, DATES).map(sorted).map(lambda ends: Period(*ends))
SMALL = st.tuples(NEAR, NEAR).map(sorted).map(lambda ends: Period(*ends))
OF_UNITS = st.builds(
    Period.of, st.sampled_from(UNITS), st.dates(dt.date(740, 1, 1), dt.date(9870, 1, 1)).map(Date.from_gregorian)
)


class TestConstruct:
    def test_from_day_to_day(self) -> None:
        period = Period(Date(1404, 5, 18), Date(1404, 5, 20))
        assert (period.first, period.last) == (Date(1404, 5, 18), Date(1404, 5, 20))
        assert Period(last=period.last, first=period.first) == period

    @pytest.mark.parametrize(
        ("period", "ends"),
        [
            (Period.year(1404), ("2025-03-21", "2026-03-20")),
            (Period.half(1404, 1), ("2025-03-21", "2025-09-22")),
            (Period.half(1404, 2), ("2025-09-23", "2026-03-20")),
            (Period.season(1403, 4), ("2024-12-21", "2025-03-20")),
            (Period.month(1404, 1), ("2025-03-21", "2025-04-20")),
            (Period.month(1404, 5), ("2025-07-23", "2025-08-22")),
            (Period.decade(1360), ("1981-03-21", "1991-03-20")),
            (Period.decade(1369), ("1981-03-21", "1991-03-20")),
            (Period.fiscal_year(1404, first_month=7), ("2024-09-22", "2025-09-22")),
            (Period.week(Date(1404, 5, 20)), ("2025-08-09", "2025-08-15")),
            (Period.week(Date(1404, 5, 18)), ("2025-08-09", "2025-08-15")),
            (Period.week(Date(1404, 5, 24)), ("2025-08-09", "2025-08-15")),
        ],
        ids=str,
    )
    def test_units_by_name(self, period: Period, ends: tuple[str, str]) -> None:
        assert period.gregorian == tuple(map(dt.date.fromisoformat, ends))
        assert period.isoformat() == "/".join(ends)

    def test_a_week_is_saturday_to_friday(self) -> None:
        assert [day.weekday for day in Period.week(Date(1404, 1, 1))] == [6, 7, 1, 2, 3, 4, 5]

    def test_a_fiscal_year_from_the_first_month_is_the_year(self) -> None:
        assert Period.fiscal_year(1404, first_month=1) == Period.year(1404)

    @pytest.mark.parametrize("month", range(1, 13))
    def test_a_fiscal_year_is_twelve_months(self, month: int) -> None:
        year = Period.fiscal_year(1404, first_month=month)
        months = list(year.split("month"))
        assert months == [months[0].next(n) for n in range(12)]
        assert (year.first.month, year.last.year) == (month, 1404)

    @pytest.mark.parametrize("unit", UNITS)
    def test_of_tells_the_unit_that_it_made(self, unit: str) -> None:
        assert Period.of(unit, Date(1404, 5, 20)).unit == unit

    def test_the_end_before_the_start(self) -> None:
        message = "last must not be before first, got 1404-05-20 and 1404-05-18; swap them"
        with pytest.raises(ShamsiError, match=message):
            Period(Date(1404, 5, 20), Date(1404, 5, 18))

    @pytest.mark.parametrize("wrong", [dt.date(2025, 8, 9), "1404-05-18", 20309, None, MORDAD], ids=repr)
    def test_ends_are_dates(self, wrong: Any) -> None:
        with pytest.raises(TypeError, match=r"first must be a shamsi.Date, got "):
            Period(wrong, Date(1404, 5, 20))
        with pytest.raises(TypeError, match=r"last must be a shamsi.Date, got "):
            Period(Date(1404, 5, 20), wrong)
        with pytest.raises(TypeError, match=r"day must be a shamsi.Date, got "):
            Period.of("month", wrong)

    def test_a_gregorian_date_is_told_its_way(self) -> None:
        gregorian: Any = dt.date(2025, 8, 9)
        with pytest.raises(TypeError, match=r"convert it with Date.from_gregorian"):
            Period(gregorian, Date(1404, 5, 20))

    @pytest.mark.parametrize("month", [0, 13, -1])
    def test_a_fiscal_year_begins_with_a_month(self, month: int) -> None:
        with pytest.raises(DateError, match=rf"first_month must be 1..12, got {month}"):
            Period.fiscal_year(1404, first_month=month)

    @pytest.mark.parametrize("call", [Period.month, Period.season, Period.half])
    def test_numbers_are_integers(self, call: Callable[[Any, Any], Period]) -> None:
        for wrong in (True, 1.0, "1", None):
            with pytest.raises(TypeError, match="must be an int"):
                call(1404, wrong)
            with pytest.raises(TypeError, match="year must be an int"):
                call(wrong, 1)

    @pytest.mark.parametrize("day", [Date.min, Date.max])
    def test_units_that_pass_the_ends_of_the_calendar(self, day: Date) -> None:
        passed = []
        for unit in UNITS:
            try:
                assert day in Period.of(unit, day)
            except RangeError:
                passed.append(unit)
        assert passed == (["week"] if day == Date.min else ["month", "season", "half", "year", "decade"])
        assert list(Period(day, day)) == [day]


class TestDays:
    @given(SMALL)
    def test_it_is_the_set_of_its_days(self, period: Period) -> None:
        days = list(period)
        assert len(period) == len(days) == (period.last - period.first).days + 1
        assert days == sorted(set(days))
        assert (days[0], days[-1]) == (period.first, period.last)
        assert list(reversed(period)) == days[::-1]

    @given(SMALL, NEAR)
    def test_a_day_is_in_it_if_it_is_one_of_its_days(self, period: Period, day: Date) -> None:
        assert (day in period) == (day in list(period)) == (period.first <= day <= period.last)

    @given(SMALL, SMALL)
    def test_set_laws(self, a: Period, b: Period) -> None:
        both = set(a) & set(b)
        common = a & b
        assert set(common or ()) == both
        assert common == b & a
        assert a.overlaps(b) == b.overlaps(a) == bool(both)
        assert (a in b) == (set(a) <= set(b))
        assert (a in b) == (common == a)

    @given(SMALL, SMALL, SMALL)
    def test_what_three_have_in_common_does_not_hang_on_the_order(self, a: Period, b: Period, c: Period) -> None:
        left, right = a & b, b & c
        assert (left and left & c) == (right and a & right)

    @given(PERIODS)
    def test_it_is_never_empty(self, period: Period) -> None:
        assert period
        assert len(period) >= 1
        assert period & period == period
        assert Period(period.first, period.last) in period

    @pytest.mark.parametrize("wrong", [dt.date(2025, 8, 9), "1404-05-18", 20309, None], ids=repr)
    def test_other_things_are_not_asked_for_silently(self, wrong: Any) -> None:
        with pytest.raises(TypeError, match=r"what is in a period must be a shamsi.Date, got "):
            _ = wrong in MORDAD
        with pytest.raises(TypeError, match=r"other must be a shamsi.Period, got "):
            MORDAD.overlaps(wrong)
        with pytest.raises(TypeError):
            _ = MORDAD & wrong

    def test_it_is_a_collection(self) -> None:
        assert isinstance(MORDAD, Collection)
        assert isinstance(MORDAD, Reversible)
        assert isinstance(MORDAD, Hashable)


class TestSplit:
    @given(SMALL, st.sampled_from(UNITS))
    def test_the_parts_are_the_period_in_order(self, period: Period, unit: str) -> None:
        parts = list(period.split(unit))
        assert [day for part in parts for day in part] == list(period)
        assert all(part == Period.of(unit, part.first) for part in parts[1:-1])
        assert all(part in Period.of(unit, part.first) for part in parts)

    def test_a_year(self) -> None:
        year = Period.year(1404)
        assert list(year.split("month")) == [Period.month(1404, month) for month in range(1, 13)]
        assert list(year.split("season")) == [Period.season(1404, season) for season in range(1, 5)]
        assert list(year.split("half")) == [Period.half(1404, 1), Period.half(1404, 2)]
        assert len(list(year.split("week"))) == 53

    def test_at_the_ends_of_the_calendar(self) -> None:
        assert [str(part) for part in Period(Date(9378, 9, 30), Date.max).split("year")] == ["9378-09-30/9378-10-10"]
        assert len(list(Period(Date.min, Date(1, 1, 31)).split("week"))) == 6

    def test_an_unknown_unit(self) -> None:
        with pytest.raises(ShamsiError, match="unit must be one of 'day', 'week'"):
            list(MORDAD.split("fortnight"))


class TestNext:
    def test_days_that_come_to_lie_on_whole_months_go_on_as_months(self) -> None:
        days = Period(Date(1404, 1, 1), Date(1404, 2, 29))
        assert str(days.previous()) == "1403-11/1403-12"
        assert str(days.previous().next()) == "1404-01/1404-02"

    @given(OF_UNITS)
    def test_the_next_is_of_its_kind_and_touches_it(self, period: Period) -> None:
        following = period.next()
        assert following.unit == period.unit
        assert following.first - period.last == dt.timedelta(1)
        assert following.previous() == period

    @given(OF_UNITS, st.integers(-9, 9))
    def test_steps_of_a_unit_add_up(self, period: Period, count: int) -> None:
        step = period.next if count > 0 else period.previous
        walked = period
        for _ in range(abs(count)):
            walked = walked.next() if count > 0 else walked.previous()
        assert step(abs(count)) == period.next(count) == period.previous(-count) == walked

    @pytest.mark.parametrize(
        ("period", "following"),
        [
            ("1403", "1404"),
            ("1403-12", "1404-01"),
            ("1403-S4", "1404-S1"),
            ("1403-H2", "1404-H1"),
            ("136X", "137X"),
            ("1403-07/1404-06", "1404-07/1405-06"),
            ("1404-05/1404-06", "1404-07/1404-08"),
            ("1402/1404", "1405/1407"),
            ("1403-12-30", "1404-01-01"),
            ("1404-05-18/1404-05-24", "1404-05-25/1404-05-31"),
            ("1404-05-30/1404-06-01", "1404-06-02/1404-06-04"),
        ],
    )
    def test_as_many_months_or_days(self, period: str, following: str) -> None:
        assert str(Period.parse(period).next()) == following
        assert Period.parse(following).previous() == Period.parse(period)

    def test_months_are_as_long_as_they_are(self) -> None:
        months = [Period.month(1403, 1).next(count) for count in range(24)]
        assert [len(month) for month in months] == [*([31] * 6), *([30] * 6), *([31] * 6), *([30] * 5), 29]

    def test_beyond_the_calendar(self) -> None:
        for period, count in [(Period.year(9377), 1), (Period.year(1), -1), (MORDAD, 10**30), (MORDAD, -(10**30))]:
            with pytest.raises(RangeError, match="period must lie in"):
                period.next(count)
        with pytest.raises(RangeError):
            Period(Date.max, Date.max).next()

    @pytest.mark.parametrize("wrong", [True, 1.5, "1", None, dt.timedelta(1)])
    def test_counts_are_integers(self, wrong: Any) -> None:
        for step in (MORDAD.next, MORDAD.previous):
            with pytest.raises(TypeError, match="count must be an int"):
                step(wrong)


class TestCompare:
    def test_it_is_nothing_but_its_days(self) -> None:
        assert Period.season(1404, 1) == Period(Date(1404, 1, 1), Date(1404, 3, 31))
        assert hash(Period.season(1404, 1)) == hash(Period(Date(1404, 1, 1), Date(1404, 3, 31)))
        assert Period.week(Date(1404, 5, 18)).unit == Period(Date(1404, 5, 18), Date(1404, 5, 24)).unit == "week"

    @given(PERIODS, PERIODS)
    def test_order_is_by_the_first_day_then_by_the_last(self, a: Period, b: Period) -> None:
        left, right = (a.first, a.last), (b.first, b.last)
        for compare in (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
            assert compare(a, b) == compare(left, right)
        if a == b:
            assert hash(a) == hash(b)

    @pytest.mark.parametrize("other", ["1404-05", Date(1404, 5, 1), dt.date(2025, 7, 23), MORDAD.gregorian, None])
    def test_it_equals_nothing_else(self, other: Any) -> None:
        assert operator.ne(MORDAD, other)
        assert not operator.eq(MORDAD, other)
        for compare in (operator.lt, operator.le, operator.gt, operator.ge):
            with pytest.raises(TypeError):
                compare(MORDAD, other)


class TestSurvive:
    @given(PERIODS)
    def test_repr_evaluates_to_it(self, period: Period) -> None:
        assert eval(repr(period), {"shamsi": shamsi}) == period

    @given(PERIODS, st.integers(0, pickle.HIGHEST_PROTOCOL))
    def test_pickle_and_copy(self, period: Period, protocol: int) -> None:
        assert pickle.loads(pickle.dumps(period, protocol)) == period
        assert copy.copy(period) == copy.deepcopy(period) == period

    def test_a_pickle_is_small(self) -> None:
        assert len(pickle.dumps(MORDAD)) < 110

    def test_match(self) -> None:
        match MORDAD:
            case Period(Date(year, month, 1), Date(_, _, last)):
                assert (year, month, last) == (1404, 5, 31)
            case _:
                pytest.fail("a period has a first and a last day")

    def test_replace(self) -> None:
        assert MORDAD.__replace__(last=Date(1404, 6, 31)) == Period.parse("1404-05/1404-06")
        assert MORDAD.__replace__() == MORDAD
        with pytest.raises(ShamsiError, match="swap them"):
            MORDAD.__replace__(last=Date(1404, 4, 31))

    def test_nothing_can_be_set(self) -> None:
        period: Any = Period.month(1404, 5)
        for name in ("first", "last", "unit", "native", "gregorian", "other"):
            with pytest.raises(AttributeError):
                setattr(period, name, 1)

    def test_a_subclass_stays_one(self) -> None:
        class Term(Period):
            __slots__ = ()

        term = Term.month(1404, 5)
        assert {type(part) for part in (term, term.next(), term & MORDAD, *term.split("week"))} == {Term}
        assert term == MORDAD


class TestText:
    @given(PERIODS | OF_UNITS)
    def test_its_own_text_is_read_back(self, period: Period) -> None:
        years = {day.year for day in (period.first, period.last)}
        assume(years.isdisjoint({*range(1690, 2211), *range(2500, 2538)}))  # others than Solar Hijri
        assert str(period) == period.native == f"{period}"
        assert Period.parse(str(period)) == period

    @given(PERIODS)
    def test_iso_is_gregorian_and_read_back(self, period: Period) -> None:
        first, last = period.gregorian
        assert period.isoformat() == f"{first.isoformat()}/{last.isoformat()}"
        assert Period.fromisoformat(period.isoformat()) == period

    @pytest.mark.parametrize(
        "text",
        [
            "2025-07",
            "2025-07-23",
            "2025-07-23/",
            "20250723/20250822",
            "2025-07-23/2025-W34-5",
            "2025-07-23/P1M",
            "",
            "/",
            "2025-07-23 / 2025-08-22",
            "2025-07-23/2025-08-22/2025-08-23",
            "2025-02-30/2025-03-01",
            "۲۰۲۵-۰۷-۲۳/۲۰۲۵-۰۸-۲۲",
        ],
    )
    def test_iso_is_strict(self, text: str) -> None:
        with pytest.raises(ParseError, match="got "):
            Period.fromisoformat(text)

    def test_iso_before_the_calendar_and_in_the_wrong_order(self) -> None:
        with pytest.raises(RangeError, match="date must be 0622-03-21"):
            Period.fromisoformat("0622-03-20/0622-03-21")
        with pytest.raises(ShamsiError, match="swap them"):
            Period.fromisoformat("2025-08-22/2025-07-23")

    @pytest.mark.parametrize("wrong", [None, 1404, b"1404", Date(1404, 1, 1)])
    def test_text_is_text(self, wrong: Any) -> None:
        for read in (Period.parse, Period.fromisoformat):
            with pytest.raises(TypeError, match="text must be a str"):
                read(wrong)

    def test_f_strings(self) -> None:
        assert f"{MORDAD:%B %Y}" == "Mordad 1404"
        assert f"{Period.season(1404, 2):%Y}" == "1404"
        with pytest.raises(ShamsiError, match="%B is of one month"):
            f"{Period.season(1404, 2):%B}"
