"""DateTime as a value: the standard library is the oracle, in every zone; what it takes, equals and survives."""

import copy
import datetime as dt
import math
import operator
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.values.date import Date
from shamsi.values.datetime import DateTime
from tests.zones import TEHRAN, ZONES, changes, instants

FIRST = dt.datetime(622, 3, 21)
PLAIN = DateTime(1403, 12, 30, 14, 5, 9, 70)
AWARE = DateTime(1403, 12, 30, 14, 5, 9, 70, tzinfo=TEHRAN)
spans = st.timedeltas(dt.timedelta(days=-4_000_000), dt.timedelta(days=4_000_000))
zones: Any = st.sampled_from(
    [None, dt.UTC, TEHRAN, ZoneInfo("America/St_Johns"), dt.timezone(dt.timedelta(seconds=12344))]
)
moments = st.builds(
    lambda moment, fold: moment.replace(fold=fold),
    st.datetimes(min_value=FIRST, timezones=zones),
    st.sampled_from([0, 1]),
)
ORDER = (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge)


def answer(ask: Any, *given: Any) -> Any:
    """What is answered, or the type of what is raised."""
    try:
        return ask(*given)
    except (TypeError, OverflowError) as error:
        return type(error)


# ---------------------------------------------------------------- the oracle


def check_facts(moment: dt.datetime) -> None:
    """One moment tells what the standard library tells, and comes back from all that it is written to."""
    made = DateTime.from_gregorian(moment)
    assert made.gregorian == moment
    assert made.gregorian.fold == moment.fold == made.fold
    assert made.date() == Date.from_gregorian(moment.date())
    assert (made.time(), made.timetz(), made.tzinfo) == (moment.time(), moment.timetz(), moment.tzinfo)
    assert (made.utcoffset(), made.dst(), made.tzname()) == (moment.utcoffset(), moment.dst(), moment.tzname())
    assert made.timestamp() == moment.timestamp()
    assert made.isoformat()[10:] == moment.isoformat()[10:]
    pattern = "%H %I %M %S %f %p %X %T %R %A %a %u %w"
    assert made.strftime(pattern) == moment.strftime(pattern)
    assert made.strftime("%z|%Z") == moment.strftime("%z|%Z")
    assert hash(made) == hash(moment)
    for again in (pickle.loads(pickle.dumps(made)), DateTime.from_rfc9557(made.to_rfc9557())):
        assert again.gregorian.replace(tzinfo=None) == moment.replace(tzinfo=None)
        assert (again.fold, again.utcoffset()) == (made.fold, made.utcoffset())


def test_it_tells_what_the_standard_library_tells_in_every_zone() -> None:
    previous = DateTime.from_gregorian(dt.datetime(2025, 3, 20, tzinfo=dt.UTC))
    seen = set()
    for moment in instants(10_000):
        check_facts(moment)
        made, before = DateTime.from_gregorian(moment), previous.gregorian
        assert made - previous == moment - before
        assert [ask(made, previous) for ask in ORDER] == [ask(moment, before) for ask in ORDER]
        there = made.astimezone(before.tzinfo or dt.UTC)
        assert there.gregorian == moment.astimezone(before.tzinfo)
        assert (there.gregorian.replace(tzinfo=None), there) == (
            moment.astimezone(before.tzinfo).replace(tzinfo=None),
            made,
        )
        assert (made + dt.timedelta(hours=1)).gregorian == moment + dt.timedelta(hours=1)
        seen.add(str(moment.tzinfo))
        previous = made
    assert seen == set(ZONES)


@pytest.mark.parametrize(
    "name", ["Asia/Tehran", "Europe/London", "Africa/Monrovia", "Antarctica/Troll", "Pacific/Apia"]
)
def test_at_every_change_of_the_clocks(name: str) -> None:
    zone, count = ZoneInfo(name), 0
    for instants_around in changes(zone):
        for moment in instants_around:
            check_facts(moment.astimezone(zone))
            count += 1
    assert count >= 4


@given(moments, moments)
def test_compared_hashed_and_subtracted_as_the_standard_library_does(one: dt.datetime, other: dt.datetime) -> None:
    ours = DateTime.from_gregorian(one), DateTime.from_gregorian(other)
    for ask in (*ORDER, operator.sub):
        assert answer(ask, *ours) == answer(ask, one, other)
    assert (hash(ours[0]), hash(ours[1])) == (hash(one), hash(other))


@given(moments, spans)
def test_a_timedelta_moves_the_clock_as_there(moment: dt.datetime, span: dt.timedelta) -> None:
    made = DateTime.from_gregorian(moment)
    try:
        there = moment + span
    except OverflowError:
        there = dt.datetime.min
    if there.replace(tzinfo=None) < FIRST:
        with pytest.raises(RangeError, match=r"^(the sum|moment) must be 0622-03-21"):
            _ = made + span
    else:
        assert (made + span).gregorian == (span + made).gregorian == (made - -span).gregorian == there
        assert (made + span).gregorian.replace(tzinfo=None) == there.replace(tzinfo=None)


# ---------------------------------------------------------------- built


class TestConstruct:
    def test_fields(self) -> None:
        fields = (PLAIN.year, PLAIN.month, PLAIN.day, PLAIN.hour, PLAIN.minute, PLAIN.second, PLAIN.microsecond)
        assert fields == (1403, 12, 30, 14, 5, 9, 70)
        assert (PLAIN.tzinfo, PLAIN.fold, AWARE.tzinfo) == (None, 0, TEHRAN)
        assert PLAIN.gregorian == dt.datetime(2025, 3, 20, 14, 5, 9, 70)
        assert DateTime(1403, 12, 30) == DateTime(
            year=1403, month=12, day=30, hour=0, minute=0, second=0, microsecond=0
        )

    def test_the_ends(self) -> None:
        assert DateTime.min.gregorian == FIRST
        assert DateTime.max.gregorian == dt.datetime.max
        assert DateTime.from_gregorian(dt.datetime.max).date() == Date.max

    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("hour", 24, "hour must be 0..23, got 24"),
            ("hour", -1, "hour must be 0..23, got -1"),
            ("minute", 60, "minute must be 0..59, got 60"),
            ("second", 60, "second must be 0..59, got 60"),
            ("microsecond", 10**6, "microsecond must be 0..999999, got 1000000"),
            ("fold", 2, "fold must be 0..1, got 2"),
            ("day", 31, "day must be 1..30 in Esfand 1403 (a leap year), got 31"),
        ],
    )
    def test_out_of_range(self, name: str, value: int, message: str) -> None:
        fields: Any = {"year": 1403, "month": 12, "day": 30, name: value}
        build: Any
        for build in (DateTime, PLAIN.replace):
            with pytest.raises(DateError) as raised:
                build(**fields)
            assert str(raised.value) == message

    @pytest.mark.parametrize("name", ["year", "month", "day", "hour", "minute", "second", "microsecond", "fold"])
    @pytest.mark.parametrize("value", [True, 5.0, "5"])
    def test_fields_are_integers(self, name: str, value: Any) -> None:
        fields: Any = {"year": 1403, "month": 12, "day": 30, name: value}
        with pytest.raises(TypeError, match=rf"^{name} must be an int, got .* \({type(value).__name__}\)$"):
            DateTime(**fields)

    def test_a_zone_is_a_tzinfo(self) -> None:
        zone: Any = "Asia/Tehran"
        with pytest.raises(TypeError, match=r"^tzinfo must be a datetime\.tzinfo or None, got 'Asia/Tehran' \(str\)$"):
            DateTime(1403, 12, 30, tzinfo=zone)

    @pytest.mark.parametrize("value", [dt.date(2025, 3, 20), "2025-03-20", 0, None, AWARE])
    def test_only_a_datetime_is_taken(self, value: Any) -> None:
        with pytest.raises(
            TypeError, match=rf"^moment must be a datetime\.datetime, got .* \({type(value).__name__}\)$"
        ):
            DateTime.from_gregorian(value)

    def test_before_the_first_day(self) -> None:
        with pytest.raises(
            RangeError, match=r"^moment must be 0622-03-21T00:00\.\..*, got 0622-03-20T23:59:59\.999999$"
        ):
            DateTime.from_gregorian(FIRST - dt.timedelta(microseconds=1))

    def test_a_subclass_of_datetime_becomes_plain(self) -> None:
        class Stamp(dt.datetime):
            nanosecond = 0

        stamp = Stamp(2022, 9, 21, 23, 30, tzinfo=TEHRAN, fold=1)
        made = DateTime.from_gregorian(stamp)
        assert type(made.gregorian) is dt.datetime
        assert (made, made.fold) == (DateTime(1401, 6, 30, 23, 30, tzinfo=TEHRAN, fold=1), 1)
        Stamp.nanosecond = 7
        with pytest.raises(ShamsiError, match=r"^moment must not be finer than a microsecond, got "):
            DateTime.from_gregorian(stamp)

    @given(moments)
    def test_combine(self, moment: dt.datetime) -> None:
        date, made = Date.from_gregorian(moment.date()), DateTime.from_gregorian(moment)
        for joined in (
            DateTime.combine(date, moment.timetz()),
            DateTime.combine(date, moment.time(), tzinfo=moment.tzinfo),
        ):
            assert (joined.gregorian, joined.fold) == (moment, moment.fold)
        assert DateTime.combine(date, moment.timetz(), tzinfo=None) == made.replace(tzinfo=None)

    @pytest.mark.parametrize(("date", "time"), [(dt.date(2025, 3, 20), dt.time()), (Date(1403, 12, 30), "14:05")])
    def test_combine_takes_a_date_and_a_time(self, date: Any, time: Any) -> None:
        with pytest.raises(TypeError, match=r"^(date|time) must be a (shamsi\.Date|datetime\.time), got "):
            DateTime.combine(date, time)

    def test_now_is_now_in_the_zone(self) -> None:
        for zone in ("Asia/Tehran", TEHRAN):
            before, now, after = dt.datetime.now(dt.UTC), DateTime.now(zone), dt.datetime.now(dt.UTC)
            assert before <= now.gregorian <= after
            assert now.tzinfo is TEHRAN
        with pytest.raises(TypeError):
            DateTime.now()  # type: ignore[call-arg]

    @given(st.floats(-42_531_000_000, 253_402_000_000) | st.integers(-42_531_000_000, 253_402_000_000))
    def test_from_timestamp(self, seconds: float) -> None:
        for zone in (dt.UTC, TEHRAN):
            expected = dt.datetime.fromtimestamp(seconds, zone)
            if expected.replace(tzinfo=None) >= FIRST:
                made = DateTime.from_timestamp(seconds, zone)
                assert abs(made.gregorian - expected) <= dt.timedelta(microseconds=1)
                assert DateTime.from_timestamp(made.timestamp(), zone) == made

    @pytest.mark.parametrize("seconds", [-(10**11), 10**12, 1e300, math.inf, math.nan, 253402300800])
    def test_timestamps_out_of_range(self, seconds: float) -> None:
        with pytest.raises(RangeError, match=r"^(seconds must lie in|the moment must be) 0622-03-21\.\.9999-12-31"):
            DateTime.from_timestamp(seconds, "Asia/Tehran")

    @pytest.mark.parametrize("seconds", ["0", None, True])
    def test_timestamps_are_numbers(self, seconds: Any) -> None:
        with pytest.raises(TypeError, match=r"^seconds must be a number, got "):
            DateTime.from_timestamp(seconds, dt.UTC)


class TestWithoutAZone:
    """The standard library takes the machine's zone where none is given; nothing here does."""

    @pytest.mark.parametrize("ask", [PLAIN.timestamp, lambda: PLAIN.astimezone(dt.UTC)])
    def test_there_is_no_instant(self, ask: Any) -> None:
        with pytest.raises(
            ShamsiError, match=r"^a DateTime without a time zone is not an instant: .* replace\(tzinfo=…\), got "
        ):
            ask()

    def test_the_zone_of_an_instant_is_said(self) -> None:
        with pytest.raises(TypeError):
            AWARE.astimezone()  # type: ignore[call-arg]
        with pytest.raises(TypeError, match=r"^tz must be the name of a zone or a datetime\.tzinfo, got None"):
            AWARE.astimezone(None)  # type: ignore[arg-type]

    def test_a_zone_that_knows_no_offset_is_none(self) -> None:
        class Nowhere(dt.tzinfo):
            def utcoffset(self, _: dt.datetime | None) -> None:
                return None

            dst = tzname = utcoffset

        made = DateTime(1403, 12, 30, tzinfo=Nowhere())
        with pytest.raises(ShamsiError, match=r"without a time zone is not an instant"):
            made.timestamp()
        assert made.isoformat() == "1403-12-30T00:00:00"


# ---------------------------------------------------------------- text


class TestText:
    @given(moments)
    def test_iso_there_and_back(self, moment: dt.datetime) -> None:
        made = DateTime.from_gregorian(moment)
        text = made.isoformat()
        if 1700 <= made.year <= 2200:
            with pytest.raises(
                ParseError, match=r"^looks Gregorian: .*; use DateTime\.from_gregorian\(datetime\.datetime\("
            ):
                DateTime.fromisoformat(text)
            return
        for written in (text, str(made), f"{made}"):
            again = DateTime.fromisoformat(written)
            assert again.gregorian.replace(tzinfo=None) == moment.replace(tzinfo=None, fold=0)
            assert again.utcoffset() == made.utcoffset()

    @given(moments, st.sampled_from(["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]))
    def test_iso_prints_the_time_as_the_standard_library(self, moment: dt.datetime, timespec: Any) -> None:
        text = DateTime.from_gregorian(moment).isoformat("|", timespec)
        assert text == f"{Date.from_gregorian(moment.date())}{moment.isoformat('|', timespec)[10:]}"

    def test_a_part_of_the_time_that_there_is_not(self) -> None:
        part: Any = "hour"
        with pytest.raises(
            ShamsiError, match=r"^timespec must be one of 'auto', 'hours', .*'microseconds', got 'hour'$"
        ):
            PLAIN.isoformat(timespec=part)

    def test_str_has_a_blank_as_the_standard_librarys(self) -> None:
        assert str(PLAIN) == f"{PLAIN}" == f"{PLAIN:}" == "1403-12-30 14:05:09.000070"
        assert f"{PLAIN:%H:%M}" == "14:05"

    @pytest.mark.parametrize(
        ("text", "offset"),
        [
            ("1403-12-30T14:05", None),
            ("1403-12-30 14:05:00", None),
            ("1403-12-30t14:05:00.000z", dt.timedelta(0)),
            ("1403-12-30T14:05:00,0000000-00:00", dt.timedelta(0)),
            ("1403-12-30T14:05+03", dt.timedelta(hours=3)),
            ("1403-12-30T14:05+03:25:44", dt.timedelta(seconds=12344)),
            ("1403-12-30T14:05-03:25:44.5", -dt.timedelta(seconds=12344.5)),
        ],
    )
    def test_iso_in_its_forms(self, text: str, offset: dt.timedelta | None) -> None:
        made = DateTime.fromisoformat(text)
        assert made.replace(tzinfo=None) == DateTime(1403, 12, 30, 14, 5)
        assert made.utcoffset() == offset

    @pytest.mark.parametrize(
        ("text", "kind", "message"),
        [
            ("1403-12-30", ParseError, "text must be a date and time in ISO layout, such as 1403-12-30T14:05:00+03:30"),
            ("1403-12-30T14", ParseError, "text must be a date and time in ISO layout"),
            ("1403-12-30T1405", ParseError, "text must be a date and time in ISO layout"),
            ("1403-12-30T14:05 ", ParseError, "text must be a date and time in ISO layout"),
            ("1403-12-30T14:05+0330", ParseError, "text must be a date and time in ISO layout"),
            ("1403-12-30T۱۴:۰۵", ParseError, "text must be a date and time in ISO layout"),
            (
                "1403-12-30T14:05[Asia/Tehran]",
                ParseError,
                "text must not have tags in brackets; read it with DateTime.from_rfc9557",
            ),
            ("1403-12-30T14:05:00.0000001", ParseError, "text must not be finer than a microsecond"),
            ("1403-12-30T14:05+24:00", ParseError, "offset must be within -23:59:59..+23:59:59, got '+24:00'"),
            ("1403-12-30T14:05+03:60", ParseError, "offset must be within"),
            ("1403-12-30T24:00", DateError, "hour must be 0..23, got 24"),
            ("1403-12-30T14:60", DateError, "minute must be 0..59, got 60"),
            ("1403-12-30T14:05:60", DateError, "second must be 0..59, got 60"),
            ("1404-12-30T14:05", DateError, "day must be 1..29 in Esfand 1404 (not a leap year), got 30"),
            ("1403/12/30T14:05", ParseError, "not in ISO layout: write 1403-12-30"),
        ],
    )
    def test_iso_refused(self, text: str, kind: type[ShamsiError], message: str) -> None:
        with pytest.raises(kind) as raised:
            DateTime.fromisoformat(text)
        assert str(raised.value).startswith(message)

    @pytest.mark.parametrize("read", [DateTime.fromisoformat, DateTime.from_rfc9557])
    @pytest.mark.parametrize("text", [None, 5, b"1403-12-30T14:05"])
    def test_only_text_is_read(self, read: Any, text: Any) -> None:
        with pytest.raises(TypeError, match=rf"^text must be a str, got .* \({type(text).__name__}\)$"):
            read(text)

    @given(moments)
    def test_repr_builds_it_again(self, moment: dt.datetime) -> None:
        import datetime
        import zoneinfo

        made = DateTime.from_gregorian(moment)
        again = eval(repr(made), {"shamsi": shamsi, "datetime": datetime, "zoneinfo": zoneinfo})
        assert (again.gregorian, again.fold, again.tzinfo) == (moment, moment.fold, moment.tzinfo)

    def test_repr_is_as_short_as_the_standard_librarys(self) -> None:
        assert repr(DateTime(1403, 12, 30)) == "shamsi.DateTime(1403, 12, 30, 0, 0)"
        assert repr(PLAIN) == "shamsi.DateTime(1403, 12, 30, 14, 5, 9, 70)"
        zone = "zoneinfo.ZoneInfo(key='Asia/Tehran')"
        folded = DateTime(1401, 6, 30, 23, 30, tzinfo=TEHRAN, fold=1)
        assert repr(folded) == f"shamsi.DateTime(1401, 6, 30, 23, 30, fold=1, tzinfo={zone})"


# ---------------------------------------------------------------- order and lifetime


class TestOrder:
    @pytest.mark.parametrize("other", [PLAIN.gregorian, PLAIN.date(), dt.date(2025, 3, 20), str(PLAIN), 0, None])
    def test_never_equal_to_nor_ordered_with_another_kind(self, other: Any) -> None:
        moment: Any = PLAIN
        assert moment != other
        assert other != moment
        assert len({moment, other}) == 2
        for one, two in ((moment, other), (other, moment)):
            for compare in (operator.lt, operator.le, operator.gt, operator.ge):
                with pytest.raises(TypeError, match=r"not supported between|can't compare"):
                    compare(one, two)

    @pytest.mark.parametrize("other", [1, 1.5, "1", None, PLAIN.gregorian, PLAIN.date()])
    def test_nothing_else_is_added_or_taken(self, other: Any) -> None:
        moment: Any = PLAIN
        for one, two in ((moment, other), (other, moment)):
            for operation in (operator.add, operator.sub):
                with pytest.raises(TypeError, match=r"unsupported operand|can only concatenate|must be str"):
                    operation(one, two)

    def test_naive_and_aware_are_not_ordered(self) -> None:
        assert PLAIN != AWARE
        with pytest.raises(TypeError, match="offset-naive and offset-aware"):
            _ = PLAIN < AWARE
        with pytest.raises(TypeError, match="offset-naive and offset-aware"):
            _ = PLAIN - AWARE

    def test_one_instant_in_two_zones_is_one(self) -> None:
        there = AWARE.astimezone("America/St_Johns")
        assert there == AWARE
        assert hash(there) == hash(AWARE)
        assert there.day == 30
        assert (there.hour, there.minute) == (8, 5)

    def test_it_is_no_gregorian_datetime(self) -> None:
        assert not issubclass(DateTime, dt.date)


class TestLifetime:
    @given(moments, st.integers(0, pickle.HIGHEST_PROTOCOL))
    def test_pickle(self, moment: dt.datetime, protocol: int) -> None:
        again = pickle.loads(pickle.dumps(DateTime.from_gregorian(moment), protocol))
        assert (again.gregorian, again.fold, again.tzinfo) == (moment, moment.fold, moment.tzinfo)

    def test_a_pickle_of_the_first_version(self) -> None:
        old = b"cshamsi.values.datetime\n_restored\n(cshamsi.values.datetime\nDateTime\n"
        old += b"(I1403\nI12\nI30\nI14\nI5\nI9\nI70\ntI0\nNtR."
        assert pickle.loads(old) == PLAIN

    def test_pickles_are_small(self) -> None:
        assert len(pickle.dumps(PLAIN)) < 110
        assert len(pickle.dumps(AWARE)) < 180

    def test_a_forged_pickle_is_validated(self) -> None:
        forged = pickle.dumps(PLAIN, 0).replace(b"I1403\n", b"I1402\n")
        with pytest.raises(DateError, match="Esfand 1402"):
            pickle.loads(forged)

    @given(moments)
    def test_copies(self, moment: dt.datetime) -> None:
        made = DateTime.from_gregorian(moment)
        for twin in (copy.copy(made), copy.deepcopy(made), made.replace(), made.__replace__()):
            assert (twin.gregorian, twin.fold, twin.tzinfo) == (moment, moment.fold, moment.tzinfo)

    @given(moments, st.integers(0, 23), st.integers(0, 59))
    def test_replace(self, moment: dt.datetime, hour: int, minute: int) -> None:
        made = DateTime.from_gregorian(moment)
        there = made.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=None, fold=0)
        assert there.gregorian == moment.replace(hour=hour, minute=minute, second=0, microsecond=0, tzinfo=None, fold=0)
        assert made.replace(tzinfo=dt.UTC).gregorian == moment.replace(tzinfo=dt.UTC)
        assert made.replace(year=1403, month=1, day=1).date() == Date(1403, 1, 1)

    @pytest.mark.parametrize("name", ["year", "hour", "tzinfo", "fold", "gregorian", "date", "anything"])
    def test_nothing_can_be_set_or_deleted(self, name: str) -> None:
        with pytest.raises(AttributeError):
            setattr(PLAIN, name, 1)
        with pytest.raises(AttributeError):
            delattr(PLAIN, name)
        assert not hasattr(PLAIN, "__dict__")

    def test_match(self) -> None:
        match AWARE:
            case DateTime(1403, month, day, hour, minute, tzinfo=zone):
                assert (month, day, hour, minute, zone) == (12, 30, 14, 5, TEHRAN)
            case _:
                pytest.fail("a date-time matches its fields in order")

    def test_a_subclass_keeps_its_kind(self) -> None:
        class Departure(DateTime):
            __slots__ = ()

        made = Departure(1403, 12, 30, 14, 5, tzinfo=TEHRAN)
        others = [
            *(made + dt.timedelta(1), made.add(months=1, hours=1), made.subtract(days=1), made.astimezone(dt.UTC)),
            *(made.replace(hour=3), copy.copy(made), Departure.fromisoformat(made.isoformat()), Departure.now(dt.UTC)),
            *(Departure.from_rfc9557(made.to_rfc9557()), Departure.strptime("1403-12-30 14", "%F %H")),
        ]
        assert {type(other) for other in others} == {Departure}
        assert made == DateTime(1403, 12, 30, 14, 5, tzinfo=TEHRAN)
        assert repr(made).startswith("shamsi.Departure(")


def test_the_module_needs_no_more_than_datetime() -> None:
    program = (
        f"import sys, datetime; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); before = set(sys.modules);"
        "import shamsi.values.datetime as d; d.DateTime(1403, 12, 30, 14, 5).strftime('%c');"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-ISc", program], capture_output=True, text=True, check=True)
    assert not {"re", "typing", "enum", "zoneinfo", "functools", "collections"} & set(done.stdout.split())
