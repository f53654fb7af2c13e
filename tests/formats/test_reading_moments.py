"""Date-times by a pattern: the way back from every printed one, and what is refused and in which words.

`PYTHONPATH=. python -m tests.formats.test_reading_moments 100000` prints and reads back
as many, in every zone and language.
"""

import datetime as dt
import random
import sys
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.calendar.clock import named
from shamsi.formats.directives import CLOCK, DIRECTIVES, EXPANSIONS
from shamsi.formats.names import DIGITS, FILES, names
from shamsi.values.datetime import DateTime
from tests.zones import TEHRAN, ZONES, changes, instants

MOMENT = DateTime(1403, 12, 30, 14, 5, 9, 70)
ALL = [f"%{letter}" for letter in (*DIRECTIVES, *EXPANSIONS)]
UNPADDED = [f"%-{letter}" for letter, directive in DIRECTIVES.items() if directive.form == "number"]
DAYS = ("%Y %m %d", "%-Y %B %-d", "%C %y %b %e", "%Y %j", "%F", "%G %V %u", "%-G %-V %A", "%Y %W %w", "%Y %U %a", "%x")
TIMES = ("%H %M %S %f", "%I %p %M %S %f", "%-H %-M %-S %-f", "%-I %M %p %S %f", "%X %f", "%T %f", "%R %S %f")
LANGUAGES = list(FILES)


def check_round_trip(made: DateTime, parts: list[str], lang: str, digits: str | None) -> None:
    """What is printed is read back, whole: with its zone, which of two equal times it is included."""
    zone, pattern = made.tzinfo, " | ".join(parts)
    text = made.format(pattern, lang=lang, digits=digits)
    if 1700 <= made.year <= 2200 and not {"%B", "%b", "%c", "%s", "%-s"} & set(pattern.replace("|", " ").split()):
        with pytest.raises(
            ParseError, match=r"^looks Gregorian: .*; use DateTime\.from_gregorian\(datetime\.datetime\("
        ):
            DateTime.strptime(text, pattern, lang=lang, tz=zone)
        return
    again = DateTime.strptime(text, pattern, lang=lang, tz=zone)
    assert again.gregorian.replace(tzinfo=None) == made.gregorian.replace(tzinfo=None), (text, pattern)
    assert again.tzinfo is zone
    if "%z" in parts or "%:z" in parts or zone is None:
        assert again.utcoffset() == made.utcoffset(), (text, pattern)
    if "%z" in parts and zone is not None:
        apart = DateTime.strptime(text, pattern, lang=lang)
        assert (apart, apart.utcoffset()) == (made, made.utcoffset()), (text, pattern)


def patterns_of(source: random.Random, moment: dt.datetime) -> list[str]:
    """Directives that tell the moment, in any order among others."""
    more = [part for part in source.choices([*ALL, *UNPADDED], k=4) if moment.tzinfo or part not in ("%s", "%-s")]
    parts = [source.choice(DAYS), source.choice(TIMES), *more]
    source.shuffle(parts)
    return parts


def run(count: int, seed: int) -> None:
    """So many moments in every zone and language."""
    source = random.Random(seed)
    for number, moment in enumerate(instants(count, seed)):
        made = DateTime.from_gregorian(moment if number % 5 else moment.replace(tzinfo=None, fold=0))
        parts = patterns_of(source, made.gregorian)
        check_round_trip(made, parts, LANGUAGES[number % len(LANGUAGES)], source.choice([None, *DIGITS]))


def test_what_is_printed_is_read_back_in_every_zone_and_language() -> None:
    run(3 * len(ZONES), seed=1)


moments = st.builds(
    lambda moment, zone: DateTime.from_gregorian(moment.replace(tzinfo=zone)),
    st.datetimes(dt.datetime(622, 3, 21)),
    st.sampled_from([None, dt.UTC, TEHRAN, dt.timezone(dt.timedelta(hours=-3.5))]),
)


@given(moments, st.sampled_from(LANGUAGES), st.sampled_from([None, *DIGITS]), st.randoms(use_true_random=False))
def test_what_is_printed_is_read_back(made: DateTime, lang: str, digits: str | None, source: random.Random) -> None:
    check_round_trip(made, patterns_of(source, made.gregorian), lang, digits)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("directive", [f"%{letter}" for letter in (*DIRECTIVES, *EXPANSIONS)])
def test_each_directive_in_each_language(directive: str, lang: str) -> None:
    made = MOMENT.replace(tzinfo=TEHRAN)
    for digits in (None, *DIGITS):
        check_round_trip(made, ["%F %H:%M:%S.%f", directive], lang, digits)


@pytest.mark.parametrize("zone", ["Asia/Tehran", "Europe/London", "Africa/Monrovia"])
def test_the_offset_or_the_name_tells_which_of_two_equal_times(zone: str) -> None:
    for around in changes(ZoneInfo(zone)):
        for moment in (
            around[0],
            around[1],
            around[0] - dt.timedelta(minutes=10),
            around[1] + dt.timedelta(minutes=10),
        ):
            made = DateTime.from_gregorian(moment.astimezone(ZoneInfo(zone)))
            for pattern in ("%F %X.%f %z", "%F %X.%f%:z", "%F %X.%f %Z %z", "%s %f"):
                again = DateTime.strptime(made.strftime(pattern), pattern, tz=zone)
                assert (again, again.fold, again.time()) == (made, made.fold, made.time())


@given(moments, st.permutations(["%Y", "%m", "%d", "%H", "%M", "%S", "%f", "%B", "%p"]))
def test_what_is_printed_without_marks_between_is_read_back(made: DateTime, parts: list[str]) -> None:
    pattern = "".join(parts) + "%z"
    again = DateTime.strptime(made.format(pattern, lang="fa"), pattern, lang="fa", tz=made.tzinfo)
    assert (again, again.tzinfo) == (made, made.tzinfo)


@pytest.mark.parametrize(
    ("text", "pattern", "lang"),
    [
        ("1403-12-30 14:05:09.00007", "%F %X.%f", "en"),
        ("۱۴۰۳/۱۲/۳۰ ۱۴:۵:۹٫۰۰۰۰۷", "%Y/%m/%d %H:%M:%S٫%f", "fa"),
        ("Thursday 30 Esfand 1403 14:05:09 000070", "%c %f", "en"),
        ("1403-12-30 2:05:09 pm +70", "%F %I:%M:%S %p +%-f", "en"),
        ("30 اسفند 1403 02:05:09.000070 ب.ظ.", "%d %B %Y %I:%M:%S.%f %p", "fa"),
        ("30 اسفند 1403 02:05:09.000070 بعد از ظهر", "%d %B %Y %I:%M:%S.%f %p", "fa"),
        ("30 حوت 1403 02:05:09.000070 ب.ظ", "%d %B %Y %I:%M:%S.%f %p", "fa-AF"),
        ("30 إسفند 1403 02:05:09.000070 مساءً", "%d %B %Y %I:%M:%S.%f %p", "ar"),
        ("1403-12-30 14 02 05 09 000070", "%F %H %I %M %S %f", "en"),
    ],
)
def test_read_as_1403_12_30_14_05_09_000070(text: str, pattern: str, lang: str) -> None:
    assert DateTime.strptime(text, pattern, lang=lang) == MOMENT


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_for_the_half_of_a_day(lang: str) -> None:
    for half, row in enumerate(names(lang)["p"]):
        for form in row:
            for hour in range(12):
                made = DateTime.strptime(f"1403-12-30 {hour or 12}:30 {form}", "%F %I:%M %p", lang=lang)
                assert (made.hour, made.minute) == (12 * half + hour, 30)


@pytest.mark.parametrize(
    ("said", "microsecond"), [("5", 500000), ("50", 500000), ("000005", 5), ("070", 70000), ("999999", 999999)]
)
def test_a_fraction_is_a_decimal_one(said: str, microsecond: int) -> None:
    assert DateTime.strptime(f"1403-12-30 14:05:09.{said}", "%F %T.%f").microsecond == microsecond


# ---------------------------------------------------------------- zones


@pytest.mark.parametrize(
    ("said", "offset"),
    [("+0330", 12600), ("+03:30", 12600), ("-033000", -12600), ("+03:25:44", 12344), ("Z", 0), ("+0000", 0)],
)
@pytest.mark.parametrize("directive", ["%z", "%:z"])
def test_an_offset_alone_is_a_zone(said: str, offset: int, directive: str) -> None:
    made = DateTime.strptime(f"1403-12-30 14:05{said}", f"%F %R{directive}")
    assert made.tzinfo == dt.timezone(dt.timedelta(seconds=offset))
    assert made.hour == 14


def test_an_offset_and_a_name_are_printed_again() -> None:
    made = DateTime.strptime("1403-12-30 14:05 +0100 CET", "%F %R %z %Z")
    assert (made.tzname(), made.strftime("%F %R %z %Z")) == ("CET", "1403-12-30 14:05 +0100 CET")


@pytest.mark.parametrize(("name", "offset"), [("UTC", 0), ("UTC+03:30", 12600), ("UTC-03:25:44", -12344)])
def test_the_standard_librarys_names_of_offsets(name: str, offset: int) -> None:
    made = DateTime.strptime(f"1403-12-30 14:05 {name}", "%F %R %Z")
    assert made.tzinfo == dt.timezone(dt.timedelta(seconds=offset))
    assert made.tzname() == name


def test_where_nothing_is_said_of_a_zone_there_is_none() -> None:
    assert DateTime.strptime("1403-12-30 14:05 []", "%F %R [%z]").tzinfo is None
    assert DateTime.strptime("1403-12-30 14:05 [][]", "%F %R [%z][%Z]").tzinfo is None


def test_a_zone_that_is_passed_is_the_zone() -> None:
    for tz in ("Asia/Tehran", TEHRAN):
        made = DateTime.strptime("1403-12-30 14:05", "%F %R", tz=tz)
        assert (made.tzinfo, made.isoformat()) == (TEHRAN, "1403-12-30T14:05:00+03:30")
    skipped = DateTime.strptime("1401-01-02 00:30", "%F %R", tz=TEHRAN)
    assert skipped == DateTime(1401, 1, 2, 0, 30, tzinfo=TEHRAN)


def test_seconds_to_an_instant() -> None:
    made = MOMENT.replace(tzinfo=TEHRAN)
    assert made.strftime("%s") == f"{int(made.timestamp())}"
    assert made.format("%s", lang="fa") == "۱۷۴۲۴۶۶۹۰۹"
    assert DateTime.strptime("1742466909", "%s", tz=TEHRAN) == made.replace(microsecond=0)
    assert DateTime.strptime("1742466909 +0330", "%s %z") == made.replace(microsecond=0)
    assert DateTime.strptime("-1 1348-10-11", "%s %F", tz=TEHRAN).isoformat() == "1348-10-11T03:29:59+03:30"
    for without in (MOMENT, MOMENT.date()):
        with pytest.raises(
            ShamsiError, match=r"^%s is a number of seconds since 1970: it needs a date with a time and a time zone"
        ):
            without.strftime("%s")


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("text", "pattern", "tz", "message"),
    [
        (
            "1403-12-30 14:05 AM",
            "%F %R %p",
            None,
            "%p says 'AM' but the date is 1403-12-30, the time 14:05:00, that is 'PM'",
        ),
        (
            "1403-12-30 14 03",
            "%F %H %I",
            None,
            "%I says '03' but the date is 1403-12-30, the time 14:00:00, that is '02'",
        ),
        (
            "1403-12-30 14 13",
            "%F %H %H",
            None,
            "%H says '13' but the date is 1403-12-30, the time 14:00:00, that is '14'",
        ),
        ("Monday 1403-12-30 14", "%A %F %H", None, "%A says 'Monday' but the date is 1403-12-30"),
        (
            "1403-12-30 14 +0430",
            "%F %H %z",
            TEHRAN,
            "%z says '+0430' but the date is 1403-12-30, the time 14:00:00+03:30,",
        ),
        (
            "1403-12-30 14 ",
            "%F %H %z",
            TEHRAN,
            "%z says '' but the date is 1403-12-30, the time 14:00:00+03:30, that is ",
        ),
        (
            "1403-12-30 14 CET",
            "%F %H %Z",
            TEHRAN,
            "%Z says 'CET' but the date is 1403-12-30, the time 14:00:00+03:30, that",
        ),
        (
            "1403-12-30 14 +0330 +04:30",
            "%F %H %z %:z",
            None,
            "%:z says '+04:30' but the date is 1403-12-30, the time 14",
        ),
        (
            "1742466909 15",
            "%s %H",
            TEHRAN,
            "%H says '15' but the date is 1403-12-30, the time 14:05:09+03:30, that is '14'",
        ),
        (
            "1403-12-30 14 CET",
            "%F %H %Z",
            None,
            "%Z says 'CET', which is the name of many zones; pass tz=, such as tz='Asia/",
        ),
        ("1403-12-30 2", "%F %I", None, "an hour %I needs AM or PM (%p) in the pattern, got '%F %I'"),
        (
            "1403-12-30",
            "%F",
            None,
            "pattern must name a time of day: an hour (%H, or %I with %p), then minutes and so on;",
        ),
        ("1403-12-30 PM", "%F %p", None, "pattern must name a time of day: an hour (%H, or %I with %p)"),
        ("1403-12-30 05", "%F %M", None, "pattern must name a time of day: an hour (%H, or %I with %p)"),
        ("1403-12-30 14 09", "%F %H %S", None, "pattern must not skip minutes (%M) or seconds (%S) before finer ones"),
        ("14:05", "%R", None, "pattern must name a day: a year (%Y) with month and day"),
        ("1742466909", "%s", None, "%s is a number of seconds since 1970: pass tz= to get its date and time, got '%s'"),
        ("1403-12-30 14 +2400", "%F %H %z", None, "offset must be within -23:59:59..+23:59:59, got '+2400'"),
        (
            "1403-12-30",
            "%F %H",
            None,
            "text must match the pattern '%F %H', such as '1403-12-30 14', got '1403-12-30'",
        ),
        ("03-12-30 14", "%y-%m-%d %H", None, "two-digit year '03' is ambiguous; pass century=1400 to read it as 1403"),
    ],
)
def test_nothing_is_guessed(text: str, pattern: str, tz: dt.tzinfo | None, message: str) -> None:
    with pytest.raises(ParseError) as raised:
        DateTime.strptime(text, pattern, tz=tz)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "pattern", "error", "message"),
    [
        ("1403-12-30 24:00", "%F %R", DateError, "hour must be 0..23, got 24"),
        ("1403-12-30 14:60", "%F %R", DateError, "minute must be 0..59, got 60"),
        ("1403-12-30 14:05:61", "%F %T", DateError, "second must be 0..59, got 61"),
        ("1403-12-30 13 PM", "%F %I %p", DateError, "hour of a half day (%I) must be 1..12, got 13"),
        ("1403-12-30 00 PM", "%F %I %p", DateError, "hour of a half day (%I) must be 1..12, got 0"),
        ("1404-12-30 14", "%F %H", DateError, "day must be 1..29 in Esfand 1404 (not a leap year), got 30"),
        ("999999999999999", "%s", RangeError, "seconds must lie in 0622-03-21..9999-12-31, got 999999999999999"),
        ("-99999999999", "%s", RangeError, "seconds must lie in 0622-03-21..9999-12-31, got -99999999999"),
    ],
)
def test_what_is_no_moment(text: str, pattern: str, error: type[ShamsiError], message: str) -> None:
    with pytest.raises(error) as raised:
        DateTime.strptime(text, pattern, tz=dt.UTC)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("pattern", "touching"),
    [
        ("%F %z%H", "%z and %H"),
        ("%F %Z%z %H", "%Z and %z"),
        ("%F %-H%-M", "%-H and %-M"),
        ("%-H%s", "%-H and %s"),
        ("%z1%F", "%z and 1"),
    ],
)
def test_what_touches_is_not_guessed_apart(pattern: str, touching: str) -> None:
    with pytest.raises(ShamsiError) as raised:
        DateTime.strptime("", pattern)
    assert str(raised.value).startswith(f"pattern cannot be read back: {touching}")


@pytest.mark.parametrize("tz", ["Tehran", ""])
def test_an_unknown_zone(tz: str) -> None:
    with pytest.raises(ShamsiError, match=r"^tz must be a name of the IANA database"):
        DateTime.strptime("1403-12-30 14:05", "%F %R", tz=tz)


@pytest.mark.parametrize("text", [None, 14031230, b"1403-12-30"])
def test_only_text_is_read(text: Any) -> None:
    with pytest.raises(TypeError, match=rf"^text must be a str, got .* \({type(text).__name__}\)$"):
        DateTime.strptime(text, "%F %H")


@given(st.text(), st.sampled_from(["%F %H", "%d %B %Y %X", "%c", "%s", "%F %I %p %z %Z"]), st.sampled_from(LANGUAGES))
def test_any_text_is_read_or_refused(text: str, pattern: str, lang: str) -> None:
    with pytest.raises(ShamsiError):
        DateTime.strptime(text, pattern, lang=lang)


def test_a_date_says_nothing_of_a_zone() -> None:
    with pytest.raises(ParseError, match=r"^%z says '\+0330' but a date has no time, that is ''"):
        MOMENT.date().strptime("1403-12-30 +0330", "%F %z")


@given(st.times())
def test_a_time_is_named_by_24_hours_or_by_12(clock: dt.time) -> None:
    values = {
        letter: DIRECTIVES[letter].value(clock)
        for letter in DIRECTIVES
        if DIRECTIVES[letter].kind == CLOCK and letter in "HIpMSf"
    }
    by_24, by_12 = ({name: value for name, value in values.items() if name not in left} for left in ("Ip", "H"))
    assert named(by_24, "") == named(by_12, "") == clock


if __name__ == "__main__":
    run(int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1404)
    print(f"{sys.argv[1]} date-times printed and read back")
