"""Date as a value: what it takes, tells, equals and survives."""

import copy
import datetime as dt
import enum
import operator
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.calendar import kernel
from shamsi.values.date import Date
from shamsi.values.difference import Difference

GIANT = pytest.param(10**5000, id="5001 digits")  # too long for Python to write in decimal
dates = st.dates(min_value=dt.date(622, 3, 21)).map(Date.from_gregorian)


class Month(enum.IntEnum):
    MEHR = 7


class Whole:
    """An integer by `__index__` only, as NumPy's are."""

    def __index__(self) -> int:
        return 1404


class AlwaysEqual:
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


class NeverEqual:
    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


class AlwaysLarger:
    def __lt__(self, other: object) -> bool:
        return False

    def __le__(self, other: object) -> bool:
        return False

    def __gt__(self, other: object) -> bool:
        return True

    def __ge__(self, other: object) -> bool:
        return True


class TestConstruct:
    def test_fields(self) -> None:
        date = Date(1403, 12, 30)
        assert (date.year, date.month, date.day) == (1403, 12, 30)
        assert Date(year=1403, day=30, month=12) == date

    @pytest.mark.parametrize(
        ("fields", "kind", "message"),
        [
            ((1404, 13, 1), DateError, "month must be 1..12, got 13"),
            ((1404, 0, 1), DateError, "month must be 1..12, got 0"),
            ((1404, -7, 1), DateError, "month must be 1..12, got -7"),
            ((1402, 12, 30), DateError, "day must be 1..29 in Esfand 1402 (not a leap year), got 30"),
            ((1403, 12, 31), DateError, "day must be 1..30 in Esfand 1403 (a leap year), got 31"),
            ((1404, 7, 31), DateError, "day must be 1..30 in Mehr 1404, got 31"),
            ((1404, 1, 32), DateError, "day must be 1..31 in Farvardin 1404, got 32"),
            ((1404, 6, 0), DateError, "day must be 1..31 in Shahrivar 1404, got 0"),
            ((1404, 6, -1), DateError, "day must be 1..31 in Shahrivar 1404, got -1"),
            ((0, 1, 1), RangeError, "year must be 1..9378, got 0"),
            ((9379, 1, 1), RangeError, "year must be 1..9378, got 9379"),
            ((10**5000, 1, 1), RangeError, "year must be 1..9378, got a very long int"),
            ((1404, 1, 10**5000), DateError, "day must be 1..31 in Farvardin 1404, got a very long int"),
            ((9378, 10, 11), RangeError, "the last day is 9378-10-10 (9999-12-31), got 9378-10-11"),
            ((9378, 10, 30), RangeError, "the last day is 9378-10-10 (9999-12-31), got 9378-10-30"),
            ((9378, 12, 1), RangeError, "the last day is 9378-10-10 (9999-12-31), got 9378-12-01"),
        ],
    )
    def test_refused_in_words_that_teach(
        self, fields: tuple[int, int, int], kind: type[ShamsiError], message: str
    ) -> None:
        with pytest.raises(kind) as raised:
            Date(*fields)
        assert str(raised.value) == message

    @pytest.mark.parametrize(
        ("value", "got"),
        [
            (True, "True (bool)"),
            (7.0, "7.0 (float)"),
            ("7", "'7' (str)"),
            (None, "None (NoneType)"),
            (b"7", "b'7' (bytes)"),
            ("\x1b[31m", r"'\x1b[31m' (str)"),
        ],
    )
    @pytest.mark.parametrize(("place", "name"), [(0, "year"), (1, "month"), (2, "day")])
    def test_wrong_types(self, place: int, name: str, value: object, got: str) -> None:
        fields: list[Any] = [1404, 7, 7]
        fields[place] = value
        with pytest.raises(TypeError) as raised:
            Date(*fields)
        assert str(raised.value) == f"{name} must be an int, got {got}"

    def test_integers_of_other_types_become_plain(self) -> None:
        date = Date(Whole(), Month.MEHR, 1)  # type: ignore[arg-type]
        assert date == Date(1404, 7, 1)
        assert {type(part) for part in (date.year, date.month, date.day)} == {int}

    def test_a_gregorian_looking_year_is_a_far_future_one_in_numbers(self) -> None:
        assert Date(2025, 1, 1).gregorian.year == 2646

    @given(st.integers(), st.integers(), st.integers())
    def test_any_integers_make_a_date_or_a_shamsi_error(self, year: int, month: int, day: int) -> None:
        if kernel.is_valid(year, month, day):
            assert str(Date(year, month, day))
        else:
            with pytest.raises(ShamsiError, match=r"must be|the last day is"):
                Date(year, month, day)


class TestGregorian:
    @given(st.dates(min_value=dt.date(622, 3, 21)))
    def test_there_and_back(self, day: dt.date) -> None:
        date = Date.from_gregorian(day)
        assert date.gregorian == day
        assert date.ordinal == day.toordinal()
        assert date.weekday == day.isoweekday()
        assert Date.from_ordinal(day.toordinal()) == date == Date(date.year, date.month, date.day)

    def test_the_ends(self) -> None:
        assert (Date.min, Date.max) == (Date(1, 1, 1), Date(9378, 10, 10))
        assert (Date.min.gregorian, Date.max.gregorian) == (dt.date(622, 3, 21), dt.date.max)

    @given(st.dates(max_value=dt.date(622, 3, 20)))
    def test_before_the_first_day(self, day: dt.date) -> None:
        with pytest.raises(RangeError, match=rf"^date must be 0622-03-21\.\.9999-12-31, got {day}$"):
            Date.from_gregorian(day)

    def test_a_datetime_is_not_cut_silently(self) -> None:
        with pytest.raises(TypeError, match=r"take its day with \.date\(\)$"):
            Date.from_gregorian(dt.datetime(2025, 3, 20, 12))

    @pytest.mark.parametrize("value", ["2025-03-20", 20167, None, Date(1403, 12, 30)])
    def test_only_a_date_is_taken(self, value: Any) -> None:
        with pytest.raises(TypeError, match=rf"^date must be a datetime\.date, got .* \({type(value).__name__}\)$"):
            Date.from_gregorian(value)

    @pytest.mark.parametrize("ordinal", [226894, 3652060, 0, -1, GIANT])
    def test_ordinals_out_of_range(self, ordinal: int) -> None:
        with pytest.raises(RangeError, match=r"^ordinal must be 226895\.\.3652059 \(0622-03-21\.\.9999-12-31\), got "):
            Date.from_ordinal(ordinal)

    @pytest.mark.parametrize("value", [True, 739330.0, "739330"])
    def test_ordinals_are_integers(self, value: Any) -> None:
        with pytest.raises(TypeError, match=r"^ordinal must be an int, got "):
            Date.from_ordinal(value)


class TestText:
    @given(dates)
    def test_iso(self, date: Date) -> None:
        text = date.isoformat()
        assert text == str(date) == f"{date}"
        if 1700 <= date.year <= 2200:
            with pytest.raises(ParseError, match=r"looks Gregorian"):
                Date.fromisoformat(text)
        else:
            era: Literal["solar-hijri"] | None = "solar-hijri" if 2500 <= date.year <= 2537 else None
            assert Date.fromisoformat(text) == Date.parse(text, era=era) == date

    def test_parse_is_tolerant_and_iso_is_not(self) -> None:
        assert Date.parse(" ۱۴۰۳/۱۲/۳۰ ") == Date(1403, 12, 30)
        with pytest.raises(ParseError, match=r"write 1403-12-30, or use Date\.parse"):
            Date.fromisoformat("۱۴۰۳/۱۲/۳۰")

    @pytest.mark.parametrize("read", [Date.parse, Date.fromisoformat])
    @pytest.mark.parametrize(
        ("text", "kind", "message"),
        [
            ("1402-12-30", DateError, "day must be 1..29 in Esfand 1402 (not a leap year), got 30"),
            ("1404-13-01", DateError, "month must be 1..12, got 13"),
            ("0000-01-01", RangeError, "year must be 1..9378, got 0"),
            (
                "2025-08-18",
                ParseError,
                "looks Gregorian: 2025-08-18; use Date.from_gregorian(datetime.date(2025, 8, 18))",
            ),
        ],
    )
    def test_text_that_names_no_day(
        self, read: Callable[[str], Date], text: str, kind: type[ShamsiError], message: str
    ) -> None:
        with pytest.raises(kind) as raised:
            read(text)
        assert str(raised.value) == message

    @given(dates)
    def test_repr_builds_it_again(self, date: Date) -> None:
        assert repr(date).startswith("shamsi.Date(")
        assert eval(repr(date).removeprefix("shamsi."), {"Date": Date}) == date


class TestProperties:
    @given(dates)
    def test_within_month_and_year(self, date: Date) -> None:
        assert date.is_leap == (date.year_length == 366)
        assert date.year_length in {365, 366}
        assert 1 <= date.day <= date.month_length <= 31
        assert 1 <= date.day_of_year <= date.year_length
        assert date.day_of_year == (date - Date(date.year, 1, 1)).days + 1

    @pytest.mark.parametrize(
        ("year", "length", "leap"), [(1399, 366, True), (1402, 365, False), (1403, 366, True), (1404, 365, False)]
    )
    def test_leap_years(self, year: int, length: int, *, leap: bool) -> None:
        esfand = Date(year, 12, 29)
        assert (esfand.is_leap, esfand.year_length, esfand.month_length) == (leap, length, length - 336)
        assert esfand.day_of_year == 365

    def test_match(self) -> None:
        match Date(1403, 12, 30):
            case Date(1403, month, day):
                assert (month, day) == (12, 30)
            case _:
                pytest.fail("a date matches its fields in order")


class TestArithmetic:
    @given(dates, st.integers(-3_500_000, 3_500_000))
    def test_whole_days(self, date: Date, days: int) -> None:
        span = dt.timedelta(days)
        if kernel.MIN_DAYS <= date.ordinal + days - kernel.EPOCH_ORDINAL <= kernel.MAX_DAYS:
            moved = date + span
            assert moved == span + date == date - -span
            assert moved - date == span
            assert moved.ordinal == date.ordinal + days
        else:
            with pytest.raises(RangeError, match=r"^ordinal must be 226895"):
                _ = date + span

    @pytest.mark.parametrize("span", [dt.timedelta.max, dt.timedelta.min, dt.timedelta(hours=5), dt.timedelta(0, 0, 1)])
    def test_parts_of_days_and_giants_are_refused(self, span: dt.timedelta) -> None:
        with pytest.raises(ShamsiError, match=r"^timedelta must be whole days, got |^ordinal must be "):
            _ = Date(1404, 1, 1) + span
        with pytest.raises(ShamsiError, match=r"^timedelta must be whole days, got |^ordinal must be "):
            _ = Date(1404, 1, 1) - span

    @pytest.mark.parametrize("other", [1, 1.0, "1", None, dt.date(2025, 3, 20), dt.datetime(2025, 3, 20)])
    def test_nothing_else_is_added_or_taken(self, other: Any) -> None:
        date: Any = Date(1404, 1, 1)
        for one, two in ((date, other), (other, date)):
            for operation in (operator.add, operator.sub):
                with pytest.raises(TypeError, match=r"unsupported operand|can only concatenate|must be str"):
                    operation(one, two)


class TestOrder:
    @given(dates, dates)
    def test_as_the_days_are(self, one: Date, other: Date) -> None:
        assert (one == other) == (one.ordinal == other.ordinal) == (not operator.ne(one, other))
        assert (one < other) == (one.ordinal < other.ordinal) == (other > one)
        assert (one <= other) == (one.ordinal <= other.ordinal) == (other >= one)
        assert (hash(one) == hash(other)) or one != other

    @pytest.mark.parametrize(
        "other", [dt.date(2025, 3, 20), dt.datetime(2025, 3, 20), (1403, 12, 30), "1403-12-30", 739330, 20167, None]
    )
    def test_never_equal_to_nor_ordered_with_another_kind(self, other: Any) -> None:
        date: Any = Date(1403, 12, 30)
        assert date != other
        assert other != date
        assert len({date, other}) == 2
        for one, two in ((date, other), (other, date)):
            for compare in (operator.lt, operator.le, operator.gt, operator.ge):
                with pytest.raises(TypeError, match=r"not supported between|can't compare"):
                    compare(one, two)

    def test_the_other_side_may_answer(self) -> None:
        date: Any = Date(1403, 12, 30)
        assert operator.eq(date, AlwaysEqual())
        assert not operator.ne(date, AlwaysEqual())
        assert operator.ne(date, NeverEqual())
        assert not operator.eq(date, NeverEqual())
        for compare in (operator.lt, operator.le, operator.gt, operator.ge):
            assert compare(date, AlwaysLarger()) is (compare in {operator.lt, operator.le})

    def test_it_is_no_gregorian_date(self) -> None:
        assert not issubclass(Date, dt.date)
        assert not isinstance(Date(1403, 12, 30), tuple)

    @given(st.lists(dates))
    def test_sorting(self, some: list[Date]) -> None:
        assert [date.ordinal for date in sorted(some)] == sorted(date.ordinal for date in some)


class TestLifetime:
    @given(dates, st.integers(0, pickle.HIGHEST_PROTOCOL))
    def test_pickle(self, date: Date, protocol: int) -> None:
        assert pickle.loads(pickle.dumps(date, protocol)) == date

    def test_a_pickle_of_the_first_version(self) -> None:
        old = b"cshamsi.values.date\nDate\n(I1403\nI12\nI30\ntR."
        assert pickle.loads(old) == Date(1403, 12, 30)

    def test_pickles_are_small(self) -> None:
        assert len(pickle.dumps(Date(1403, 12, 30))) < 60

    def test_a_forged_pickle_is_validated(self) -> None:
        forged = pickle.dumps(Date(1403, 12, 30), 0).replace(b"I1403\n", b"I1402\n")
        with pytest.raises(DateError, match="Esfand 1402"):
            pickle.loads(forged)

    @given(dates)
    def test_copies(self, date: Date) -> None:
        for twin in (copy.copy(date), copy.deepcopy(date)):
            assert twin == date
            assert hash(twin) == hash(date)

    @pytest.mark.parametrize("name", ["year", "month", "day", "gregorian", "ordinal", "weekday", "anything"])
    def test_nothing_can_be_set_or_deleted(self, name: str) -> None:
        date = Date(1403, 12, 30)
        with pytest.raises(AttributeError):
            setattr(date, name, 1)
        with pytest.raises(AttributeError):
            delattr(date, name)
        assert not hasattr(date, "__dict__")
        assert repr(date) == "shamsi.Date(1403, 12, 30)"

    def test_a_second_init_changes_nothing(self) -> None:
        date = Date(1403, 12, 30)
        initialise: Any = date.__init__  # type: ignore[misc]
        initialise(1, 1, 1)
        assert date == Date(1403, 12, 30)

    def test_a_subclass_keeps_its_kind(self) -> None:
        class Birthday(Date):
            __slots__ = ()

        day = Birthday(1403, 12, 30)
        assert day == Date(1403, 12, 30)
        kinds = {type(made) for made in (day + dt.timedelta(1), Birthday.parse("1403-12-30"), copy.copy(day))}
        assert kinds == {Birthday}
        assert repr(day) == "shamsi.Birthday(1403, 12, 30)"


def test_the_module_needs_no_more_than_datetime() -> None:
    program = (
        f"import sys, datetime; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); before = set(sys.modules);"
        "import shamsi.values.date; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-ISc", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "__future__",
        "shamsi",
        "shamsi._errors",
        "shamsi._guesses",
        "shamsi._integers",
        "shamsi.calendar",
        "shamsi.calendar.eras",
        "shamsi.calendar.kernel",
        "shamsi.calendar.weeks",
        "shamsi.formats",
        "shamsi.formats.directives",
        "shamsi.formats.names",
        "shamsi.formats.numbers",
        "shamsi.formats.numeric",
        "shamsi.formats.writing",
        "shamsi.values",
        "shamsi.values.arithmetic",
        "shamsi.values.date",
        "shamsi.values.difference",
        "shamsi.values.units",
    ]


class TestToday:
    def test_the_day_of_the_zone(self) -> None:
        for zone in (dt.UTC, dt.timezone(dt.timedelta(hours=14)), dt.timezone(-dt.timedelta(hours=12))):
            before = dt.datetime.now(zone).date()
            assert before <= Date.today(zone).gregorian <= dt.datetime.now(zone).date()

    def test_by_name(self) -> None:
        pytest.importorskip("tzdata", reason="tzdata is not installed")
        ahead, behind = Date.today("Pacific/Kiritimati"), Date.today(tz="Etc/GMT+12")
        assert ahead - behind in {dt.timedelta(1), dt.timedelta(2)}

    def test_a_zone_must_be_said(self) -> None:
        today: Any = Date.today
        with pytest.raises(TypeError, match="tz"):
            today()

    @pytest.mark.parametrize("tz", ["Tehran", "", "../etc/passwd", "/etc/localtime", "Asia", "a\0b"])
    def test_no_such_zone(self, tz: str) -> None:
        with pytest.raises(ShamsiError, match=r"^tz must be a name of the IANA database such as 'Asia/Tehran', got "):
            Date.today(tz)

    @pytest.mark.parametrize("tz", [None, 3.5, dt.timedelta(hours=3)])
    def test_no_zone_at_all(self, tz: Any) -> None:
        with pytest.raises(TypeError, match=r"^tz must be the name of a zone or a datetime\.tzinfo, got "):
            Date.today(tz)


class TestRange:
    @given(dates, st.integers(-60, 60), st.integers(-7, 7).filter(bool))
    def test_days_as_those_of_range(self, start: Date, length: int, step: int) -> None:
        stop = min(max(start.ordinal + length, Date.min.ordinal), Date.max.ordinal)
        days = [date.ordinal for date in Date.range(start, Date.from_ordinal(stop), step)]
        assert days == list(range(start.ordinal, stop, step))
        assert days == [day.ordinal for day in Date.range(start, Date.from_ordinal(stop), dt.timedelta(step))]

    @given(dates, dates, st.integers(1, 40), st.integers(0, 400), st.sampled_from([1, -1]))
    def test_months_are_counted_from_the_first(self, one: Date, two: Date, months: int, days: int, sign: int) -> None:
        start, stop = sorted((one, two), reverse=sign < 0)
        for step, date in enumerate(Date.range(start, stop, Difference(0, sign * months, sign * days))):
            assert date == start.add(months=sign * step * months, days=sign * step * days)
            assert start <= date < stop or start >= date > stop
            if step == 30:
                break

    @pytest.mark.parametrize(
        ("start", "stop", "step"),
        [
            (Date(9378, 9, 30), Date.max, Difference(months=1)),
            (Date(9378, 10, 8), Date.max, 7),
            (Date(1, 1, 20), Date.min, Difference(months=-1)),
        ],
    )
    def test_ends_where_the_calendar_does(self, start: Date, stop: Date, step: Any) -> None:
        assert list(Date.range(start, stop, step)) == [start]

    def test_no_days(self) -> None:
        start = Date(1404, 1, 1)
        assert list(Date.range(start, start)) == list(Date.range(start, start, -1)) == []
        assert list(Date.range(start, start + dt.timedelta(9), -1)) == []
        assert list(Date.range(start, start - dt.timedelta(9), Difference(years=1))) == []

    def test_mistakes_are_told_at_the_call(self) -> None:
        start, any_range = Date(1404, 1, 1), Date.range
        make: Any = any_range
        for step in (0, dt.timedelta(0), Difference()):
            with pytest.raises(ShamsiError, match=r"^step must not be 0, got "):
                make(start, start, step)
        for wrong_step in (True, 1.0, "1", None):
            with pytest.raises(TypeError, match=r"^step must be an int, a timedelta or a Difference, got "):
                make(start, start, wrong_step)
        with pytest.raises(ShamsiError, match=r"^timedelta must be whole days"):
            make(start, start, dt.timedelta(hours=1))
        for wrong in (dt.date(2025, 3, 21), "1404-01-01", 1404, None):
            with pytest.raises(TypeError, match=r"^start must be a shamsi\.Date, got "):
                make(wrong, start)
            with pytest.raises(TypeError, match=r"^stop must be a shamsi\.Date, got "):
                make(start, wrong)

    def test_a_subclass_has_its_own(self) -> None:
        class Birthday(Date):
            __slots__ = ()

        assert {type(day) for day in Birthday.range(Date(1404, 1, 1), Date(1404, 1, 3))} == {Birthday}
