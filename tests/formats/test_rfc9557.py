"""RFC 9557 in and out: the zone and its offset agree, tags are met or passed over, and nothing is guessed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.values.datetime import DateTime
from tests.zones import TEHRAN

NOON = DateTime(1404, 5, 18, 12, tzinfo=TEHRAN)
LOCAL = "2025-08-09T12:00:00"
OFFSET = dt.timezone(dt.timedelta(hours=3, minutes=30))


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (NOON, "2025-08-09T12:00:00+03:30[Asia/Tehran][u-ca=persian]"),
        (NOON.replace(microsecond=5), "2025-08-09T12:00:00.000005+03:30[Asia/Tehran][u-ca=persian]"),
        (NOON.replace(tzinfo=dt.UTC), "2025-08-09T12:00:00+00:00[UTC][u-ca=persian]"),
        (NOON.replace(tzinfo=OFFSET), "2025-08-09T12:00:00+03:30[+03:30][u-ca=persian]"),
        (NOON.replace(tzinfo=None), "2025-08-09T12:00:00[u-ca=persian]"),
        (DateTime(1401, 6, 30, 23, 30, tzinfo=TEHRAN), "2022-09-21T23:30:00+04:30[Asia/Tehran][u-ca=persian]"),
        (DateTime(1401, 6, 30, 23, 30, tzinfo=TEHRAN, fold=1), "2022-09-21T23:30:00+03:30[Asia/Tehran][u-ca=persian]"),
        (DateTime(1280, 1, 1, tzinfo=TEHRAN), "1901-03-21T00:00:00+03:26[Asia/Tehran][u-ca=persian]"),  # +03:25:44
        (DateTime.min, "0622-03-21T00:00:00[u-ca=persian]"),
        (DateTime.max.replace(tzinfo=dt.UTC), "9999-12-31T23:59:59.999999+00:00[UTC][u-ca=persian]"),
    ],
)
def test_there_and_back(moment: DateTime, text: str) -> None:
    assert moment.to_rfc9557() == text
    again = DateTime.from_rfc9557(text)
    assert (again, again.fold, again.tzinfo, again.time()) == (moment, moment.fold, moment.tzinfo, moment.time())


@given(
    st.datetimes(dt.datetime(622, 3, 23), dt.datetime(9999, 12, 29)),
    st.integers(-1439, 1439).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))),
)
def test_every_offset_of_whole_minutes(moment: dt.datetime, zone: dt.timezone) -> None:
    made = DateTime.from_gregorian(moment.replace(tzinfo=zone))
    again = DateTime.from_rfc9557(made.to_rfc9557())
    assert (again, again.utcoffset()) == (made, made.utcoffset())


def test_a_time_that_clocks_skip_is_written_as_they_show_the_instant() -> None:
    skipped = DateTime(1401, 1, 2, 0, 30, tzinfo=TEHRAN)
    assert skipped.to_rfc9557() == "2022-03-22T01:30:00+04:30[Asia/Tehran][u-ca=persian]"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-08-09T12:00+03:30[Asia/Tehran][u-ca=persian]", NOON),
        ("2025-08-09t12:00:00+03:30[Asia/Tehran]", NOON),
        ("2025-08-09 12:00:00,000+03:30[!Asia/Tehran][!u-ca=persian]", NOON),
        ("2025-08-09T08:30:00Z[Asia/Tehran]", NOON),
        ("2025-08-09T08:30:00-00:00[Asia/Tehran]", NOON),
        ("2025-08-09T12:00+03:30[Asia/Tehran][u-ca=gregory][x-note=a-b][_own=1]", NOON),
        ("2025-08-09T12:00+03:30[Asia/Tehran][u-ca=persian][u-ca=hebrew]", NOON),
        ("1901-03-21T00:00:00+03:25:44[Asia/Tehran]", DateTime(1280, 1, 1, tzinfo=TEHRAN)),
    ],
)
def test_read_in_the_zone(text: str, moment: DateTime) -> None:
    again = DateTime.from_rfc9557(text)
    assert (again, again.tzinfo, again.hour) == (moment, TEHRAN, moment.hour)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        (f"{LOCAL}Z", dt.timedelta(0)),
        (f"{LOCAL}+03:30", dt.timedelta(hours=3.5)),
        (f"{LOCAL}-03:30[-03:30]", dt.timedelta(hours=-3.5)),
        (f"{LOCAL}[u-ca=persian]", None),
        (LOCAL, None),
    ],
)
def test_read_without_the_name_of_a_zone(text: str, offset: dt.timedelta | None) -> None:
    again = DateTime.from_rfc9557(text)
    assert again.replace(tzinfo=None) == DateTime(1404, 5, 18, 12)
    assert again.utcoffset() == offset


def test_the_offset_tells_which_of_two_equal_times() -> None:
    first, second = (DateTime.from_rfc9557(f"2022-09-21T23:30+0{hour}:30[Asia/Tehran]") for hour in (4, 3))
    assert (first.fold, second.fold) == (0, 1)
    assert first.add(hours=1) == second


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        (
            f"{LOCAL}+02:00[Asia/Tehran]",
            ParseError,
            "Asia/Tehran does not have the offset +02:00 at 2025-08-09T12:00:00",
        ),
        (f"{LOCAL}+02:00[+03:30]", ParseError, "+03:30 does not have the offset +02:00 at 2025-08-09T12:00:00"),
        (
            "2022-03-22T00:30+03:30[Asia/Tehran]",
            ParseError,
            "Asia/Tehran does not have the offset +03:30 at 2022-03-22T00:30:00",
        ),
        (
            "2022-03-22T00:30+04:30[Asia/Tehran]",
            ParseError,
            "Asia/Tehran does not have the offset +04:30 at 2022-03-22T00:30:00",
        ),
        (
            "1901-03-21T00:00+03:25[Asia/Tehran]",
            ParseError,
            "Asia/Tehran does not have the offset +03:25 at 1901-03-21T00:00:00",
        ),
        (
            "1901-03-21T00:00+03:26:00[Asia/Tehran]",
            ParseError,
            "Asia/Tehran does not have the offset +03:26:00 at 1901-03-21T00:00:00",
        ),
        (f"{LOCAL}[Asia/Tehran]", ParseError, "text must have an offset before its zone"),
        (f"{LOCAL}+03:30[Asia/Teheran]", ParseError, "zone [Asia/Teheran] is unknown: tz must be a name"),
        (f"{LOCAL}+03:30[+3:30]", ParseError, "zone [+3:30] is unknown: tz must be a name"),
        (f"{LOCAL}+03:30[Asia/Tehran][!u-ca=hebrew]", ParseError, "tag [!u-ca=hebrew] is critical but not supported"),
        (f"{LOCAL}+03:30[Asia/Tehran][!x=y]", ParseError, "tag [!x=y] is critical but not supported"),
        (f"{LOCAL}+03:30[!u-ca=persian][u-ca=hebrew]", ParseError, "tag [!u-ca=persian] is critical"),
        (f"{LOCAL}+03:30[u-ca=persian][Asia/Tehran]", ParseError, "a zone must be the first tag"),
        (f"{LOCAL}+03:30[Asia/Tehran][UTC]", ParseError, "a zone must be the first tag"),
        (f"{LOCAL}+03:30[u-ca=]", ParseError, "tags must be [zone] and then [key=value]"),
        (f"{LOCAL}+03:30[U-CA=persian]", ParseError, "tags must be [zone] and then [key=value]"),
        (f"{LOCAL}+03:30[Asia/Tehran]x", ParseError, "tags must be [zone] and then [key=value]"),
        (f"{LOCAL}+03:30[", ParseError, "tags must be [zone] and then [key=value]"),
        ("20250809T12:00+03:30", ParseError, "date must be YYYY-MM-DD in an RFC 9557 text"),
        ("2025-W32-6T12:00+03:30", ParseError, "date must be YYYY-MM-DD in an RFC 9557 text"),
        (
            "2025-08-09",
            ParseError,
            "text must be a date and time in ISO layout, such as 2025-08-09T12:00:00+03:30[Asia/",
        ),
        (
            "2025-02-30T12:00",
            DateError,
            "day is out of range for month; an RFC 9557 text holds the ISO (Gregorian) date",
        ),
        ("2025-08-09T24:00", DateError, "hour must be 0..23, got 24"),
        ("0622-03-20T12:00", RangeError, "moment must be 0622-03-21T00:00..9999-12-31T23:59:59.999999, got 0622-03-20"),
        ("9999-12-31T23:59Z[Asia/Tehran]", RangeError, "the moment must be 0622-03-21..9999-12-31 there and in UTC"),
    ],
)
def test_refused(text: str, kind: type[ShamsiError], message: str) -> None:
    with pytest.raises(kind) as raised:
        DateTime.from_rfc9557(text)
    assert str(raised.value).startswith(message)


class Unnamed(dt.tzinfo):
    def utcoffset(self, _: dt.datetime | None) -> dt.timedelta:
        return dt.timedelta(hours=3)

    def dst(self, _: dt.datetime | None) -> dt.timedelta:
        return dt.timedelta(0)

    def tzname(self, _: dt.datetime | None) -> None:
        return None


@pytest.mark.parametrize("zone", [dt.timezone(dt.timedelta(seconds=12344)), Unnamed()])
def test_a_zone_that_the_format_has_no_name_for(zone: dt.tzinfo) -> None:
    with pytest.raises(
        ShamsiError, match=r"^tzinfo must be a zoneinfo\.ZoneInfo or a datetime\.timezone of whole minutes"
    ):
        NOON.replace(tzinfo=zone).to_rfc9557()


def test_zoneinfos_utc_comes_back_as_the_same_instant() -> None:
    made = NOON.replace(tzinfo=ZoneInfo("UTC"))
    assert DateTime.from_rfc9557(made.to_rfc9557()) == made


@given(st.text(alphabet="0123456789-:TZ+[]!=u-capersianAsia/Tehran ."))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (DateTime.from_rfc9557, DateTime.fromisoformat):
        with pytest.raises(ShamsiError):
            read(text)
        with pytest.raises(ShamsiError):
            read(LOCAL.replace("2025", "14x5") + text)
