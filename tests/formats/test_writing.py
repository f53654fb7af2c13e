"""Printing: peers and the standard library as oracles, whole runs of days, digits, and what is kept."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi._errors import RangeError, ShamsiError
from shamsi.calendar import kernel
from shamsi.formats import writing
from shamsi.formats.directives import DIRECTIVES, EXPANSIONS
from shamsi.formats.names import DIGITS, FILES
from shamsi.formats.writing import Writer, compiled
from shamsi.values.date import Date

DAY = Date(1403, 12, 30)
ALL = [f"%{letter}" for letter in (*DIRECTIVES, *EXPANSIONS) if letter != "s"]  # a day has no seconds to count to
UNPADDED = [f"%-{letter}" for letter, directive in DIRECTIVES.items() if directive.form == "number" and letter != "s"]
dates = st.dates(min_value=dt.date(622, 3, 21)).map(Date.from_gregorian)
recent = st.dates(min_value=dt.date(1800, 3, 21), max_value=dt.date(2123, 1, 1)).map(Date.from_gregorian)
numbers = st.integers(kernel.MIN_DAYS, kernel.MAX_DAYS)
languages = st.sampled_from(list(FILES))
patterns = st.lists(st.sampled_from([*ALL, *UNPADDED, "%%", " ", "ماه", "12", "/"]), max_size=8).map("".join)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("", ""),
        ("سال", "سال"),
        ("%Y %y %C", "1403 03 14"),
        ("%m|%-m|%B|%b", "12|12|Esfand|Esf"),
        ("%d|%e|%-d|%j|%-j", "30|30|30|366|366"),
        ("%A %a %u %w", "Thursday Thu 4 4"),
        ("%U %W", "53 53"),
        ("%G-W%V-%u", "1404-W01-4"),
        ("%H:%M:%S.%f %I %p [%z] [%:z] [%Z]", "00:00:00.000000 12 AM [] [] []"),
        ("%-H %-I %-M %-S %-f", "0 12 0 0 0"),
        ("%c", "Thursday 30 Esfand 1403 00:00:00"),
        ("%x %X %F %T %R", "1403/12/30 00:00:00 1403-12-30 00:00:00 00:00"),
        ("%%Y is %Y%%", "%Y is 1403%"),
    ],
)
def test_printed(pattern: str, text: str) -> None:
    assert DAY.strftime(pattern) == DAY.format(pattern) == text


def test_padding() -> None:
    day = Date(61, 2, 3)
    assert day.format("%Y|%-Y|%y|%-y|%C|%-C") == "0061|61|61|61|00|0"
    assert day.format("%m|%-m|%d|%-d|%e|%j|%-j") == "02|2|03|3| 3|034|34"
    assert Date(9378, 10, 10).format("%F") == "9378-10-10"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Thursday 30 Esfand 1403"),
        ("fa", "پنجشنبه ۳۰ اسفند ۱۴۰۳"),
        ("fa-AF", "پنجشنبه ۳۰ حوت ۱۴۰۳"),
        ("prs", "پنجشنبه ۳۰ حوت ۱۴۰۳"),
        ("ps", "پنجشنبه ۳۰ کب ۱۴۰۳"),
        ("ckb", "پێنجشەممە ٣٠ ڕەشەمە ١٤٠٣"),
        ("ar", "الخميس 30 إسفند 1403"),
    ],
)
def test_each_language_in_its_own_digits(lang: str, text: str) -> None:
    assert DAY.format("%A %d %B %Y", lang=lang) == text


@given(dates, patterns, languages, st.sampled_from(list(DIGITS)))
def test_digits_change_numbers_alone(day: Date, pattern: str, lang: str, digits: str) -> None:
    bare = pattern.replace("12", "")  # a literal keeps the digits that it came in
    other = day.format(bare, lang=lang, digits="latn").translate(str.maketrans(DIGITS["latn"], DIGITS[digits]))
    assert day.format(bare, lang=lang, digits=digits) == other
    assert day.format("12" + bare, lang=lang, digits=digits) == "12" + other


@given(dates)
def test_what_the_calendar_does_not_change_is_the_standard_librarys(day: Date) -> None:
    for pattern in ("%A %a %u %w", "%H %I %M %S %f %p %X %T %R", "[%z] [%Z]"):
        assert day.strftime(pattern) == day.gregorian.strftime(pattern)


@given(recent)
def test_jdatetime_prints_the_same(day: Date) -> None:
    jdatetime = pytest.importorskip("jdatetime")
    peer = jdatetime.date(day.year, day.month, day.day, locale="en_US")
    pattern = "%Y %y %m %-m %d %-d %B %b %A %a %j %H %-H %I %-I %M %-M %S %-S %f %p %X [%z] [%Z] %%"
    assert day.strftime(pattern) == peer.strftime(pattern)
    assert day.strftime("%-W") == peer.strftime("%W")
    peer = jdatetime.date(day.year, day.month, day.day, locale="fa_IR")
    assert day.format("%B", lang="fa") == peer.strftime("%B")


@given(recent)
def test_persiantools_prints_the_same(day: Date) -> None:
    peer = pytest.importorskip("persiantools.jdatetime").JalaliDate(day.year, day.month, day.day)
    pattern = "%Y %y %m %d %B %b %j %U %W %H %I %M %S %f %p %X [%z] [%:z] [%Z] %%"
    assert day.strftime(pattern).replace(" 00 12 00 00 ", " 00 00 00 00 ") == peer.strftime(
        pattern
    )  # midnight is 12 AM
    pattern = "%A %d %B %Y %j %W"
    assert day.format(pattern, lang="fa") == peer.strftime(pattern, locale="fa")


@given(patterns, languages, st.sampled_from([None, *DIGITS]), numbers, st.integers(-2, 800))
def test_a_run_of_days_is_its_days(pattern: str, lang: str, digits: str | None, first: int, size: int) -> None:
    last = min(first + size, kernel.MAX_DAYS)
    writer = compiled(pattern, lang, digits)
    assert writer.texts(first, last) == [writer.text(*kernel.fields(n), n) for n in range(first, last + 1)]


@pytest.mark.parametrize("pattern", ["%Y/%m/%d", "%A %d %B %Y", "%G-%V-%u", "%c", "%B", "%A", "%Y", "همین", ""])
def test_long_runs(pattern: str) -> None:
    writer = compiled(pattern, "fa", None)
    for first, last in [
        (-1000, 1000),
        (kernel.MIN_DAYS, kernel.MIN_DAYS + 800),
        (kernel.MAX_DAYS - 800, kernel.MAX_DAYS),
    ]:
        assert writer.texts(first, last) == [writer.text(*kernel.fields(n), n) for n in range(first, last + 1)]


@pytest.mark.parametrize(
    ("first", "last"), [(kernel.MIN_DAYS - 1, 0), (0, kernel.MAX_DAYS + 1), (kernel.MAX_DAYS + 1, 0)]
)
def test_a_run_outside_the_calendar_is_refused(first: int, last: int) -> None:
    with pytest.raises(RangeError, match=rf"^day numbers must be -492268\.\.2932896, got {first} and {last}$"):
        compiled("%F", "en", None).texts(first, last)


def test_a_time_of_day_is_printed_where_one_is_given() -> None:
    clock = dt.time(14, 5, 9, 70, tzinfo=dt.UTC)
    printed = compiled("%d %H:%M:%S.%f %I %p %z %:z %Z", "en", None).text(1403, 12, 30, 20167, clock)
    assert printed == "30 14:05:09.000070 02 PM +0000 +00:00 UTC"
    assert compiled("%I %p", "fa", None).text(1403, 12, 30, 20167, clock) == "۰۲ ب.ظ"


def test_an_f_string_prints_by_the_pattern_behind_its_colon() -> None:
    assert f"{DAY}|{DAY:}|{DAY!s}" == "1403-12-30|1403-12-30|1403-12-30"
    assert f"{DAY:%A %-d %B %Y}" == "Thursday 30 Esfand 1403"
    assert f"{DAY:%d}" == "30"
    assert "{:%Y/%m/%d}".format(DAY) == "1403/12/30"  # noqa: UP032
    with pytest.raises(ShamsiError, match="unknown directive '%Q'"):
        f"{DAY:%Q}"


@pytest.mark.parametrize("write", [DAY.format, DAY.strftime, DAY.__format__])
def test_a_pattern_is_text(write: object) -> None:
    assert callable(write)
    with pytest.raises(TypeError):
        write(5)


def test_unknown_language_and_digits_are_refused_where_no_name_is_printed() -> None:
    with pytest.raises(ShamsiError, match=r"^lang must be one of 'en', "):
        DAY.format("%F", lang="xx")
    with pytest.raises(ShamsiError, match=r"^digits must be one of 'latn', "):
        DAY.format("%F", digits="xx")


def test_few_writers_are_kept() -> None:
    for n in range(1000):
        assert compiled(f"{n} %d", "en", None).text(1403, 12, 30, 20167) == f"{n} 30"
        assert len(writing._writers) <= 128
    assert compiled("%d", "en", None) is compiled("%d", "en", None)


def test_a_writer_keeps_no_more_than_the_calendar_has() -> None:
    writer = Writer("%Y %d %A %W %H", "en", None)
    writer.texts(0, 3000)
    for n in range(100):
        writer.text(1403, 12, 30, 20167, dt.time(n % 24, n % 60))
    kept = {kind: len(texts) for kind, texts in writer._parts}
    assert [kept[kind] for kind in sorted(kept)] == [10, 366, 7, 0, 1]


def test_nothing_is_shared_between_threads_or_calls() -> None:
    def printed(lang: str) -> set[str]:
        return {DAY.format("%A %B", lang=lang) for _ in range(200)}

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(printed, list(FILES) * 8))
    assert all(len(answer) == 1 for answer in answers)
    assert DAY.strftime("%A %B") == "Thursday Esfand"


def test_a_subclass_prints_as_well() -> None:
    class Birthday(shamsi.Date):
        __slots__ = ()

    assert f"{Birthday(1403, 12, 30):%d %B}" == "30 Esfand"
