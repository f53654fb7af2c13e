"""Reading by a pattern: the way back from every printed date, and what is refused and in which words.

`PYTHONPATH=. python -m tests.formats.test_reading 100000` prints and reads back as many, in every language.
"""

import datetime as dt
import random
import sys
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shamsi._errors import DateError, ParseError, RangeError, ShamsiError
from shamsi.formats import patterns
from shamsi.formats.directives import DIRECTIVES, EXPANSIONS, tokens
from shamsi.formats.names import DIGITS, FILES, names
from shamsi.values.date import Date

DAY = Date(1403, 12, 30)
ALL = [f"%{letter}" for letter in (*DIRECTIVES, *EXPANSIONS) if letter != "s"]  # a day has no seconds to count to
UNPADDED = [f"%-{letter}" for letter, directive in DIRECTIVES.items() if directive.form == "number" and letter != "s"]
DAYS = (  # directives that name a day together
    *(("%Y", "%m", "%d"), ("%-Y", "%B", "%-d"), ("%Y", "%b", "%e"), ("%C", "%y", "%-m", "%d"), ("%Y", "%j"), ("%F",)),
    *(("%G", "%V", "%u"), ("%-G", "%-V", "%A"), ("%Y", "%W", "%w"), ("%Y", "%U", "%a"), ("%c",), ("%x",)),
)
dates = st.dates(min_value=dt.date(622, 3, 21)).map(Date.from_gregorian)
languages = st.sampled_from(list(FILES))
digit_sets = st.sampled_from([None, *DIGITS])
enough_and_more = st.builds(
    lambda enough, more: [*enough, *more], st.sampled_from(DAYS), st.lists(st.sampled_from([*ALL, *UNPADDED]))
)


def looks_gregorian(day: Date, pattern: str) -> bool:
    return 1700 <= day.year <= 2200 and not any(token.letter in ("B", "b") for token in tokens(pattern))


def check_round_trip(day: Date, parts: list[str], lang: str, digits: str | None) -> None:
    """What is printed is read back, or said to look Gregorian."""
    pattern = " | ".join(parts)
    text = day.format(pattern, lang=lang, digits=digits)
    if looks_gregorian(day, pattern):
        with pytest.raises(ParseError, match=f"^looks Gregorian: {day}; use "):
            Date.strptime(text, pattern, lang=lang)
    else:
        assert Date.strptime(text, pattern, lang=lang) == day, (text, pattern)


def run(count: int, seed: int) -> None:
    """So many days, each language, set of digits and directive in turn; every other day is of 1200..1500."""
    source = random.Random(seed)
    settings = list(product(FILES, [None, *DIGITS], [*ALL, *UNPADDED]))
    spans = ((Date.min.ordinal, Date.max.ordinal), (Date(1200, 1, 1).ordinal, Date(1500, 12, 29).ordinal))
    for number in range(count):
        day = Date.from_ordinal(source.randint(*spans[number % 2]))
        lang, digits, directive = settings[number % len(settings)]
        parts = [*source.choice(DAYS), directive, *source.choices([*ALL, *UNPADDED], k=3)]
        source.shuffle(parts)
        check_round_trip(day, parts, lang, digits)


def test_what_is_printed_is_read_back_by_every_directive_in_every_language() -> None:
    run(3000, seed=1)


@given(dates, enough_and_more, languages, digit_sets, st.randoms(use_true_random=False))
def test_what_is_printed_is_read_back(day: Date, parts: list[str], lang: str, digits: str | None, order: Any) -> None:
    order.shuffle(parts)
    check_round_trip(day, parts, lang, digits)


@given(dates, st.permutations(["%Y", "%m", "%d", "%A", "%B", "%j"]), languages, digit_sets)
def test_what_is_printed_without_marks_between_is_read_back(
    day: Date, parts: list[str], lang: str, digits: str | None
) -> None:
    pattern = "".join(parts)
    assert Date.strptime(day.format(pattern, lang=lang, digits=digits), pattern, lang=lang) == day


@given(st.text(), st.text(), dates)
def test_literals_stand_for_themselves(before: str, after: str, day: Date) -> None:
    assume(not looks_gregorian(day, "%F"))
    pattern = before.replace("%", "%%") + "%F" + after.replace("%", "%%")
    assert Date.strptime(day.format(pattern), pattern) == day


@pytest.mark.parametrize("lang", FILES)
@pytest.mark.parametrize("digits", DIGITS)
def test_every_spelling_is_read(lang: str, digits: str) -> None:
    for month, row in enumerate(names(lang)["B"], 1):
        day = Date(1403, month, 5)
        for form in row:
            text = f"{day.format('%d', digits=digits)} {form} {day.format('%Y', digits=digits)}"
            assert Date.strptime(text, "%d %B %Y", lang=lang) == day
            assert Date.strptime(text, "%-d %B %Y", lang=lang) == day
    for weekday, row in enumerate(names(lang)["A"], 1):
        day = Date.from_ordinal(Date(1403, 1, 5).ordinal + (weekday - Date(1403, 1, 5).weekday) % 7)
        for form in row:
            assert Date.strptime(f"{form} {day}", "%A %F", lang=lang) == day


@pytest.mark.parametrize(
    ("text", "pattern", "lang"),
    [
        ("1403/12/30", "%Y/%m/%d", "en"),
        ("۱۴۰۳/۱۲/۳۰", "%Y/%m/%d", "en"),
        ("١٤٠٣/١٢/٣٠", "%Y/%m/%d", "fa"),
        ("14۰۳/1٢/۳0", "%Y/%m/%d", "ar"),
        ("14031230", "%Y%m%d", "en"),
        ("esfand 30, 1403 (THU)", "%B %d, %Y (%a)", "en"),
        ("Panjshanbeh 30 Esfand 1403", "%A %d %B %Y", "en"),
        ("پنجشنبه ۳۰ اسفند ۱۴۰۳", "%A %d %B %Y", "fa"),
        ("پنج‌شنبه ۳۰ اسفند ۱۴۰۳", "%A %d %B %Y", "fa"),
        ("پنج شنبه، ٣٠ إسفند ١٤٠٣", "%A، %d %B %Y", "fa"),
        ("۳۰ حوت ۱۴۰۳", "%d %B %Y", "fa-AF"),
        ("\u200f۳۰\u00a0اسفند\u200f ۱۴۰۳", "%d %B %Y", "fa"),
        ("1403.366", "%Y.%j", "en"),
        ("1404-W1-4", "%G-W%V-%u", "en"),
        ("1403 53 4", "%Y %W %w", "en"),
    ],
)
def test_read_as_1403_12_30(text: str, pattern: str, lang: str) -> None:
    assert Date.strptime(text, pattern, lang=lang) == DAY


def test_a_leading_zero_may_be_missing_where_no_number_touches() -> None:
    day = Date(1403, 1, 5)
    assert Date.strptime("1403/1/5", "%Y/%m/%d") == Date.strptime("5 Farvardin 1403", "%d %B %Y") == day
    assert Date.strptime("1403 5", "%Y %j") == Date.strptime("Farvardin 5 1403", "%B %e %Y") == day
    for text, pattern in [("140315", "%Y%m%d"), ("1403115", "%Y%m%d"), ("403/1/5", "%Y/%m/%d"), ("1403/1/05/", "%x")]:
        with pytest.raises(ParseError, match=r"^text must match the pattern '%"):
            Date.strptime(text, pattern)


def test_one_unpadded_number_in_a_row_is_told_by_the_others() -> None:
    for month, day in [(1, 2), (11, 2), (1, 12), (12, 30)]:
        date = Date(1403, month, day)
        for pattern in ("%Y%m%-d", "%-m%d %Y", "%-Y%m%d", "%Y2%-m0%d"):
            assert Date.strptime(date.format(pattern), pattern) == date


@pytest.mark.parametrize("pattern", ["%-m%-d %Y", "%Y %-d%-m", "%-Y%m%-d", "%-d1%-m %Y", "%-m%z%-d %Y"])
def test_two_unpadded_numbers_side_by_side_are_never_guessed_apart(pattern: str) -> None:
    with pytest.raises(ShamsiError, match=r"^pattern cannot be read back: %-\w and %-\w touch, "):
        Date.strptime(DAY.format(pattern), pattern)


# ---------------------------------------------------------------- two digits of a year


@pytest.mark.parametrize(
    ("short", "century", "year"),
    [
        ("03", 1400, 1403),
        ("99", 1400, 1499),
        ("99", 1300, 1399),
        ("50", 1350, 1350),
        ("49", 1350, 1449),
        ("03", 1350, 1403),
    ],
)
def test_two_digits_are_a_year_of_the_century_that_is_passed(short: str, century: int, year: int) -> None:
    assert Date.strptime(f"{short}/07/01", "%y/%m/%d", century=century) == Date(year, 7, 1)


def test_two_digits_are_not_guessed() -> None:
    with pytest.raises(ParseError) as raised:
        Date.strptime("99/07/01", "%y/%m/%d")
    assert str(raised.value) == ("two-digit year '99' is ambiguous; pass century=1300 to read it as 1399")


def test_a_whole_year_needs_no_century() -> None:
    assert Date.strptime("1403/03/12/30", "%Y/%y/%m/%d") == Date.strptime("14.03/12/30", "%C.%y/%m/%d") == DAY
    assert Date.strptime("1404 01 4 03", "%G %V %u %y") == DAY
    assert Date.strptime("1403/12/30", "%Y/%m/%d", century=1300) == DAY


@pytest.mark.parametrize("century", [0, -1, 9280, pytest.param(10**5000, id="5001 digits")])
def test_a_century_lies_in_the_calendar(century: int) -> None:
    with pytest.raises(RangeError, match=r"^century must be 1\.\.9279, got "):
        Date.strptime("03/12/30", "%y/%m/%d", century=century)


@pytest.mark.parametrize("century", ["1400", 1400.0, True])
def test_a_century_is_an_integer(century: Any) -> None:
    with pytest.raises(TypeError, match=r"^century must be an int, got "):
        Date.strptime("03/12/30", "%y/%m/%d", century=century)


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("text", "pattern", "message"),
    [
        ("1403-01-01 366", "%F %j", "%j says '366' but the date is 1403-01-01, that is '001'"),
        ("Monday 30 Esfand 1403", "%A %d %B %Y", "%A says 'Monday' but the date is 1403-12-30, that is 'Thursday'"),
        ("1403-12-30 Mehr", "%F %B", "%B says 'Mehr' but the date is 1403-12-30, that is 'Esfand'"),
        ("1403-12-30 04", "%F %y", "%y says '04' but the date is 1403-12-30, that is '03'"),
        ("1403-12-30 1403", "%F %G", "%G says '1403' but the date is 1403-12-30, that is '1404'"),
        ("1403-12-30 12", "%F %W", "%W says '12' but the date is 1403-12-30, that is '53'"),
        ("1403 1404 12 30", "%Y %Y %m %d", "%Y says '1404' but the date is 1403-12-30, that is '1403'"),
        ("1403-12-30 14:30", "%F %R", "%H says '14' but a date has no time, that is '00'"),
        ("1403-12-30 02:00 PM", "%F %I:%M %p", "%I says '02' but a date has no time, that is '12'"),
        ("1403-12-30 12:00 PM", "%F %I:%M %p", "%p says 'PM' but a date has no time, that is 'AM'"),
        ("1403 53 0", "%Y %W %u", "%u says '0' but the date is 1403-12-26, that is '7'"),
    ],
)
def test_parts_that_contradict_are_told(text: str, pattern: str, message: str) -> None:
    with pytest.raises(ParseError) as raised:
        Date.strptime(text, pattern)
    assert str(raised.value) == f"{message}, got {text!r}"


@pytest.mark.parametrize(
    "pattern", ["", "%Y", "%d", "%m/%d", "%Y %m", "%B %Y", "%j", "%Y %W", "%Y %A", "%G %V", "%V %u", "%R"]
)
def test_a_pattern_must_name_a_day(pattern: str) -> None:
    with pytest.raises(ParseError, match=r"^pattern must name a day: a year \(%Y\) with month and day .*, got '"):
        Date.strptime(DAY.format(pattern), pattern)


@pytest.mark.parametrize(
    ("text", "pattern", "error", "message"),
    [
        ("1404-12-30", "%F", DateError, "day must be 1..29 in Esfand 1404 (not a leap year), got 30"),
        ("1404-13-01", "%F", DateError, "month must be 1..12, got 13"),
        ("0000-01-01", "%F", RangeError, "year must be 1..9378, got 0"),
        ("9378-10-11", "%F", RangeError, "the last day is 9378-10-10 (9999-12-31), got 9378-10-11"),
        ("1402 366", "%Y %j", DateError, "day of the year must be 1..365 in 1402, got 366"),
        ("1403 000", "%Y %j", DateError, "day of the year must be 1..366 in 1403, got 0"),
        ("0000 001", "%Y %j", RangeError, "year must be 1..9378, got 0"),
        ("9378 300", "%Y %j", RangeError, "day must be in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)"),
        ("1403 54 4", "%Y %W %u", DateError, "week 54 of 1403 has no day 4 (Monday 1 .. Sunday 7)"),
        ("1403 01 6", "%Y %W %u", DateError, "week 1 of 1403 has no day 6 (Monday 1 .. Sunday 7)"),
        ("1403 00 4", "%Y %W %u", DateError, "week 0 of 1403 has no day 4 (Monday 1 .. Sunday 7)"),
        ("1403 53 4", "%G %V %u", DateError, "week 53 of 1403 has no day 4 (Monday 1 .. Sunday 7)"),
        (
            "2023-07-31",
            "%F",
            ParseError,
            "looks Gregorian: 2023-07-31; use Date.from_gregorian(datetime.date(2023, 7, 31))",
        ),
    ],
)
def test_what_is_no_day_is_refused(text: str, pattern: str, error: type[ShamsiError], message: str) -> None:
    with pytest.raises(error) as raised:
        Date.strptime(text, pattern)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    "text", ["30 Esfand", "30 Esfand 1403 ", " 30 Esfand 1403", "30 Esf 1403", "30  Esfand 1403", "30 اسفند 1403"]
)
def test_text_is_written_as_the_pattern_says(text: str) -> None:
    with pytest.raises(ParseError) as raised:
        Date.strptime(text, "%d %B %Y")
    assert str(raised.value) == f"text must match the pattern '%d %B %Y', such as '30 Esfand 1403', got {text!r}"


def test_letters_that_fold_in_case_outside_ascii_are_no_spelling() -> None:
    for text in ("30 E\u017ffand 1403", "1 T\u0131r 1403", "1 \u212ahordad 1403"):
        with pytest.raises(ParseError, match=r"must match the pattern"):
            Date.strptime(text, "%d %B %Y")


@pytest.mark.parametrize("text", [None, 14031230, b"1403-12-30"])
def test_only_text_is_read(text: Any) -> None:
    with pytest.raises(TypeError, match=rf"^text must be a str, got .* \({type(text).__name__}\)$"):
        Date.strptime(text, "%F")


def test_unknown_language_and_directive_are_refused() -> None:
    with pytest.raises(ShamsiError, match=r"^lang must be one of 'en', 'fa', "):
        Date.strptime("1403-12-30", "%F", lang="xx")
    with pytest.raises(ShamsiError, match=r"unknown directive '%Q'"):
        Date.strptime("1403-12-30", "%F%Q")


@given(st.text(), st.sampled_from(["%F", "%d %B %Y", "%c", "%G-%V-%A", "%y%m%d"]), languages)
def test_any_text_is_read_or_refused(text: str, pattern: str, lang: str) -> None:
    with pytest.raises(ShamsiError):
        Date.strptime(text, pattern, lang=lang)


@given(st.from_regex(r"[0-9]{3,5}[-/][0-9]{1,3}[-/][0-9]{1,2}", fullmatch=True))
def test_numbers_are_read_as_they_are_printed_or_refused(text: str) -> None:
    pattern = "%Y-%m-%d" if "-" in text else "%Y/%m/%d"
    try:
        day = Date.strptime(text, pattern)
    except ShamsiError:
        return
    assert [int(part) for part in text.replace("/", "-").split("-")] == [day.year, day.month, day.day]


def test_a_subclass_reads_itself() -> None:
    class Birthday(Date):
        __slots__ = ()

    assert type(Birthday.strptime("1403-12-30", "%F")) is Birthday


def test_parts_are_read_without_asking_for_a_day() -> None:
    found = patterns.parts("14:30", "%H:%M", "en")
    assert [(part.token.letter, part.said, part.value) for part in found] == [("H", "14", 14), ("M", "30", 30)]


# ---------------------------------------------------------------- what other libraries get wrong


class TestFaultsOfOthers:
    """Each was seen in a release of jdatetime, persiantools or khayyam; here is the right answer."""

    def test_an_f_string_is_not_empty(self) -> None:
        assert f"{Date(1403, 1, 1)}" == "{}".format(Date(1403, 1, 1)) == "1403-01-01"  # noqa: UP032

    def test_the_day_of_the_year_is_not_passed_over(self) -> None:
        assert Date.strptime("1403 200", "%Y %j") == Date(1403, 7, 14)

    def test_a_missing_year_is_not_made_up(self) -> None:
        with pytest.raises(ParseError, match=r"^pattern must name a day"):
            Date.strptime("12", "%d")

    @given(st.dates(dt.date(622, 3, 21), dt.date(1620, 1, 1)).map(Date.from_gregorian))
    def test_years_before_1000_come_back(self, day: Date) -> None:
        assert Date.strptime(day.strftime("%Y-%m-%d"), "%Y-%m-%d") == day
        assert len(day.strftime("%Y-%m-%d")) == 10

    @pytest.mark.parametrize("pattern", ["%c", "%x", "%A %x", "%c %j"])
    @pytest.mark.parametrize("lang", FILES)
    def test_the_short_forms_read_what_they_print(self, pattern: str, lang: str) -> None:
        assert Date.strptime(DAY.format(pattern, lang=lang), pattern, lang=lang) == DAY

    def test_the_pattern_is_no_regular_expression(self) -> None:
        with pytest.raises(ParseError, match=r"must match the pattern"):
            Date.strptime("1403x01x01", "%Y.%m.%d")
        for pattern in ("%Y(%m)%d", "%Y-%m-%d(", "[%Y]%m*%d+", "%Y\\%m\\%d", "^%Y|%m|%d$"):
            assert Date.strptime(DAY.strftime(pattern), pattern) == DAY

    def test_a_doubled_percent_sign_is_one(self) -> None:
        assert DAY.strftime("%%H %%Y%%%d") == "%H %Y%30"

    def test_arabic_digits_are_read_in_every_language(self) -> None:
        for lang in FILES:
            assert Date.strptime("١٤٠٣-١٢-٣٠", "%Y-%m-%d", lang=lang) == DAY

    def test_two_digit_years_have_no_hidden_pivot(self) -> None:
        with pytest.raises(ParseError, match="; pass century=1300 to read it as 1368"):
            Date.strptime("68-01-01", "%y-%m-%d")

    def test_an_arabic_yeh_is_a_yeh(self) -> None:
        assert Date.strptime("۱ فروردين ۱۴۰۳", "%d %B %Y", lang="fa") == Date(1403, 1, 1)

    def test_gregorian_text_is_told_so(self) -> None:
        with pytest.raises(ParseError, match=r"^looks Gregorian: 2023-07-31; use "):
            Date.strptime("2023-07-31", "%Y-%m-%d")

    def test_an_unknown_directive_is_not_printed_as_it_stands(self) -> None:
        with pytest.raises(ShamsiError, match=r"unknown directive '%Q'"):
            DAY.strftime("%Q")


if __name__ == "__main__":
    run(int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1404)
    print(f"{sys.argv[1]} dates printed and read back")
