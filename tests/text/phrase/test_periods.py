"""Periods in words: those that are read in each language, those that are rejected, and why."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.formats.names import FILES
from shamsi.lang.language import ENGLISH, LANGUAGES, load
from shamsi.text.phrase.periods import read
from shamsi.values.period import Period

ALL = (*LANGUAGES, ENGLISH)
SPELLINGS = [
    pytest.param(code, form, number, id=f"{code}-{form}")
    for code in ALL
    for table in load(code).tables.months
    if table.calendar == "persian"
    for number, row in enumerate(table.names, 1)
    for form in row
]
SEASONS = [
    pytest.param(code, form, number, id=f"{code}-{form}")
    for code in ALL
    for number, row in enumerate(load(code).tables.seasons.names, 1)
    for form in row
]
DATED = [
    mention
    for code in LANGUAGES
    for row in load(code).tables.example
    for mention in shamsi.find(row.text)
    if mention.calendar == "persian" and mention.earliest and not (mention.native or "").startswith("-")
]
# Lists are not runs of days. «بین», which turns «و» into a range, is outside the core.
TOLD = [row for row in DATED if not row.assumed and not (row.parts and " و" in row.text)]


@pytest.mark.parametrize(("code", "form", "number"), SPELLINGS)
def test_every_spelling_of_a_month(code: str, form: str, number: int) -> None:
    assert Period.parse(f"{form} 1404", lang=code) == Period.month(1404, number)
    assert Period.parse(f"{form} ۱۴۰۴") == Period.month(1404, number)


@pytest.mark.parametrize(("code", "form", "number"), SEASONS)
def test_every_spelling_of_a_season(code: str, form: str, number: int) -> None:
    assert Period.parse(f"{form} 1404", lang=code) == Period.season(1404, number)
    assert Period.parse(f"{form} ١٤٠٤") == Period.season(1404, number)


@pytest.mark.parametrize("mention", DATED, ids=lambda mention: mention.text)
def test_the_value_of_a_mention_is_its_period(mention: shamsi.Mention) -> None:
    assert Period.parse(mention.native or "").gregorian == (mention.earliest, mention.latest)


@pytest.mark.parametrize("mention", TOLD, ids=lambda mention: mention.text)
def test_the_text_of_a_mention_is_its_period_too(mention: shamsi.Mention) -> None:
    assert Period.parse(mention.text).gregorian == (mention.earliest, mention.latest)


@pytest.mark.parametrize(
    ("text", "native"),
    [
        # Persian
        ("مرداد ۱۴۰۴", "1404-05"),
        ("مردادماه سال ۱۴۰۴ خورشیدی", "1404-05"),
        ("ماه مرداد ۱۴۰۴", "1404-05"),
        ("مُرداد ۱۴۰۴", "1404-05"),
        ("مرداد\u200cماه ۱۴۰۴", "1404-05"),
        ("\u200fمرداد ۱۴۰۴\u200f", "1404-05"),
        ("  شهریور  ۱۴۰۴ ", "1404-06"),
        ("سال ۱۴۰۴", "1404"),
        ("۱۴۰۴ هجری شمسی", "1404"),
        ("۱۴۰۴ش", "1404"),
        ("سال هزار و چهارصد و چهار", "1404"),
        ("سال ۲۵۳۵ شاهنشاهی", "1355"),
        ("تابستان ۱۴۰۴", "1404-S2"),
        ("سه‌ماهه دوم سال ۱۴۰۴", "1404-S2"),
        ("نیمه دوم ۱۴۰۴", "1404-H2"),
        ("شش ماهه اول سال ۱۴۰۴", "1404-H1"),
        ("نیمه دوم مهر ۱۴۰۴", "1404-07-16/1404-07-30"),
        ("دهه ۱۳۶۰", "136X"),
        ("دهه‌ی ۱۳۶۰ تا ۱۳۷۰", "1360/1379"),
        ("قرن چهاردهم هجری شمسی", "1301/1400"),
        ("۱۸ مرداد ۱۴۰۴", "1404-05-18"),
        ("شنبه ۱۸ مرداد ۱۴۰۴", "1404-05-18"),
        ("۱۸ تا ۲۰ مرداد ۱۴۰۴", "1404-05-18/1404-05-20"),
        ("۱۸-۲۰ مرداد ۱۴۰۴", "1404-05-18/1404-05-20"),
        ("از ۱۸ تا ۲۰ مرداد ۱۴۰۴", "1404-05-18/1404-05-20"),
        ("بین ۱۸ و ۲۰ مرداد ۱۴۰۴", "1404-05-18/1404-05-20"),
        ("هجدهم تا بیستم مرداد ۱۴۰۴", "1404-05-18/1404-05-20"),
        ("۱۸ و ۱۹ مرداد ۱۴۰۴", "1404-05-18/1404-05-19"),
        ("۲۸ مرداد تا ۳ شهریور ۱۴۰۴", "1404-05-28/1404-06-03"),
        ("۲۸ اسفند تا ۳ فروردین ۱۴۰۴", "1403-12-28/1404-01-03"),
        ("۲۸ اسفند ۱۴۰۳ تا ۳ فروردین ۱۴۰۴", "1403-12-28/1404-01-03"),
        ("مرداد تا مهر ۱۴۰۴", "1404-05/1404-07"),
        ("مهر ۱۴۰۳ تا شهریور ۱۴۰۴", "1403-07/1404-06"),
        ("بهار تا پاییز ۱۴۰۴", "1404-01/1404-09"),
        ("بهار و تابستان ۱۴۰۴", "1404-H1"),
        ("بهار ۱۴۰۳ تا بهار ۱۴۰۴", "1403-01/1404-03"),
        ("نیمه دوم ۱۴۰۳ تا نیمه اول ۱۴۰۴", "1403-07/1404-06"),
        ("سال‌های ۱۴۰۲ تا ۱۴۰۴", "1402/1404"),
        ("۱۴۰۲ تا ۰۴", "1402/1404"),
        ("۱۴۰۲–۱۴۰۴", "1402/1404"),
        ("۱۴۰۴/۰۵/۱۸", "1404-05-18"),
        ("۱۴۰۴/۰۵/۱۸ تا ۱۴۰۴/۰۵/۲۰", "1404-05-18/1404-05-20"),
        ("1404/5/18-1404/5/20", "1404-05-18/1404-05-20"),
        # Arabic
        ("مرداد 1404", "1404-05"),
        ("شهر مرداد من عام 1404", "1404-05"),
        ("صيف 1404", "1404-S2"),
        ("النصف الثاني من عام 1404", "1404-H2"),
        ("الربع الثاني من عام 1404", "1404-S2"),
        ("18 إلى 20 مرداد 1404", "1404-05-18/1404-05-20"),
        ("عام 1404", "1404"),
        ("عام 1404 الهجري الشمسي", "1404"),
        # Dari, Pashto, Sorani
        ("اسد ۱۴۰۴", "1404-05"),
        ("۱۸ الی ۲۰ اسد ۱۴۰۴", "1404-05-18/1404-05-20"),
        ("د ۱۴۰۴ کال د زمري", "1404-05"),
        ("د ۱۴۰۴ کال د زمري میاشت", "1404-05"),
        ("د ۱۴۰۴ کال اوړی", "1404-S2"),
        ("د ۱۴۰۴ کال لومړۍ نیمایي", "1404-H1"),
        ("د ۱۳۶۰ لسیزه", "136X"),
        ("هاوینی ١٤٠٤", "1404-S2"),
        ("گەلاوێژی ١٤٠٤", "1404-05"),
        ("١٨ تا ٢٠ی گەلاوێژی ١٤٠٤", "1404-05-18/1404-05-20"),
        ("ساڵی ٢٧٢٥ی کوردی", "1404"),
        # English
        ("Mordad 1404", "1404-05"),
        ("MORDAD 1404", "1404-05"),
        ("Asad 1404", "1404-05"),
        ("Mordad 1404 SH", "1404-05"),
        ("summer of 1404", "1404-S2"),
        ("Autumn 1404", "1404-S3"),
        ("second quarter of 1404", "1404-S2"),
        ("the second half of 1404", "1404-H2"),
        ("second half of Mordad 1404", "1404-05-16/1404-05-31"),
        ("18 to 20 Mordad 1404", "1404-05-18/1404-05-20"),
        ("18–20 Mordad 1404", "1404-05-18/1404-05-20"),
        ("Mordad 18-20, 1404", "1404-05-18/1404-05-20"),
        ("18th to 20th of Mordad 1404", "1404-05-18/1404-05-20"),
        ("1st half of 1404", "1404-H1"),
        ("from 18 Mordad to 3 Mehr 1404", "1404-05-18/1404-07-03"),
        ("the year 1404", "1404"),
        ("1360s", "136X"),
        ("year 2535 imperial", "1355"),
        ("1402 to 1404", "1402/1404"),
    ],
)
def test_read(text: str, native: str) -> None:
    assert str(Period.parse(text)) == native


@pytest.mark.parametrize(
    ("text", "century", "native"),
    [
        ("دهه شصت", 1300, "136X"),
        ("دهه ۶۰", 1350, "136X"),
        ("۱۸ تا ۲۰ مرداد ۰۴", 1400, "1404-05-18/1404-05-20"),
        ("۱۸ تا ۲۰ مرداد ۹۹", 1350, "1399-05-18/1399-05-20"),
        ("مرداد ۱۴۰۴", 1300, "1404-05"),
        ("60s", 1300, "136X"),
    ],
)
def test_two_digits_need_their_century(text: str, century: int, native: str) -> None:
    assert str(Period.parse(text, century=century)) == native
    if "۱۴۰۴" not in text:
        with pytest.raises(
            shamsi.ParseError, match=r"two digits of a year are ambiguous, got .*; pass century=1300 for the years"
        ):
            Period.parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("۲۰۲۵ تا ۲۰۲۶", "looks Gregorian"),
        ("سال ۲۰۲۵", "looks Gregorian"),
        ("تابستان ۲۰۲۵", "looks Gregorian"),
        ("Summer 2025", "looks Gregorian"),
        ("نیمه دوم ۱۷۵۰", "looks Gregorian"),
        ("۲۰۲۵/۰۸/۰۹ تا ۲۰۲۵/۰۸/۱۱", "looks Gregorian"),
        ("ژوئیه ۲۰۲۵", "of the Solar Hijri calendar, not the Gregorian one"),
        ("July 2025", "of the Solar Hijri calendar, not the Gregorian one"),
        ("رمضان ۱۴۰۴", "of the Solar Hijri calendar, not the lunar Hijri one"),
        ("۱۴۰۴ قمری", "of the Solar Hijri calendar, not the lunar Hijri one"),
        ("1404 AH", "of the Solar Hijri calendar, not the lunar Hijri one"),
        ("۱۴۰۴ میلادی", "of the Solar Hijri calendar, not the Gregorian one"),
        ("۱۴۰۴ هجری", "must say which Hijri calendar, the solar or the lunar one"),
        ("مرداد", "must name its year"),
        ("۱۸ مرداد", "must name its year"),
        ("18 to 20 Mordad", "must name its year"),
        ("مرداد امسال", "must name its year, not count from today"),
        ("ماه گذشته", "must be one period with its year"),
        ("اواخر مرداد ۱۴۰۴", "must name exact days"),
        ("نیمه مرداد ۱۴۰۴", "must name exact days"),
        ("early Mordad 1404", "must name exact days"),
        ("۵ و ۱۲ مهر ۱۴۰۴", "must be one run of days, not a list"),
        ("۲۰ تا ۱۸ مرداد ۱۴۰۴", "the end must not be before the start"),
        ("۲۰ مرداد تا ۱۸ مرداد ۱۴۰۴", "the range runs backwards, or its other end lacks a year"),
        ("۲۰ شهریور ۱۴۰۴ تا ۱۸ مرداد", "the range runs backwards, or its other end lacks a year"),
        ("مهر تا مرداد ۱۴۰۴", "the range runs backwards, or its other end lacks a year"),
        ("مهر ۱۴۰۴ تا مرداد ۱۴۰۴", "the end must not be before the start"),
        ("۱۴۰۴ تا ۱۴۰۲", "the end must not be before the start"),
        ("یکشنبه ۱۸ مرداد ۱۴۰۴", "1404-05-18 is another day of the week"),
        ("شنبه ۱۸ تا شنبه ۲۱ مرداد ۱۴۰۴", "must be one period|another day of the week"),
        ("سال مالی ۱۴۰۴", "a fiscal or school year has a first month of its own"),
        ("سال تحصیلی ۱۴۰۳-۱۴۰۴", "a fiscal or school year has a first month of its own"),
        ("۱۴۰۴/۰۵", "may be a month or a year"),
        ("18/05/1404", "must be year-first"),
        ("تابستان", "must be one period with its year"),
        ("مرداد ۱۴۰۴ در تهران", "must be one period with its year"),
        ("خیابان ۱۸ مرداد ۱۴۰۴", "must be one period with its year"),
        ("مرداد ۱۴۰۴ و سال ۱۴۰۵ و بهار ۱۴۰۶", "must be one period with its year"),
        ("", "must be one period with its year"),
        ("سلام", "must be one period with its year"),
        ("۱۴۰۴ ۱۴۰۵", "must be one period with its year"),
        ("مرداد ۱۴۰۴ " * 40, "must be one period with its year"),
    ],
)
def test_rejected(text: str, message: str) -> None:
    with pytest.raises(shamsi.ParseError, match=message):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("۳۱ مهر ۱۴۰۴", shamsi.DateError, "day 31 of Mehr 1404 does not exist"),
        ("۲۸ تا ۳۱ مهر ۱۴۰۴", shamsi.DateError, "day 31 of Mehr 1404 does not exist"),
        ("۳۰ اسفند ۱۴۰۴", shamsi.DateError, "day 30 of Esfand 1404 does not exist"),
    ],
)
def test_days_that_do_not_exist(text: str, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        Period.parse(text)


def test_beyond_the_calendar() -> None:
    with pytest.raises(shamsi.RangeError, match="period must lie in"):
        Period.parse("9378")
    with pytest.raises(shamsi.RangeError, match=r"century must be 1..9279, got 0"):
        Period.parse("دهه شصت", century=0)


@pytest.mark.parametrize("lang", ["xx", "", None])
def test_the_language(lang: Any) -> None:
    if lang is None:
        assert Period.parse("Mordad 1404", lang=lang) == Period.month(1404, 5)
        return
    for text in ("مرداد ۱۴۰۴", "1404-05"):
        with pytest.raises(shamsi.ShamsiError, match=r"lang must be one of 'en', 'fa', .*, got "):
            Period.parse(text, lang=lang)


def test_the_codes_of_one_language_read_alike() -> None:
    assert read("اسد ۱۴۰۴", "fa-AF", None) == read("اسد ۱۴۰۴", "prs", None)


@pytest.mark.parametrize("century", [True, 13.0, "1300"])
def test_the_century_is_an_integer(century: Any) -> None:
    with pytest.raises(TypeError, match="century must be an int"):
        Period.parse("دهه شصت", century=century)
    with pytest.raises(TypeError, match="century must be an int"):
        Period.parse("1404", century=century)


UNITS = ("day", "week", "month", "season", "half", "year", "decade")
DAYS = st.integers(shamsi.Date(1010, 1, 1).ordinal, shamsi.Date(1680, 1, 1).ordinal).map(shamsi.Date.from_ordinal)
PERIODS = st.builds(Period.of, st.sampled_from(UNITS), DAYS) | st.tuples(DAYS, st.integers(0, 800)).map(
    lambda row: Period(row[0], shamsi.Date.from_ordinal(row[0].ordinal + row[1]))
)


@given(PERIODS, st.sampled_from(list(FILES)), st.sampled_from([None, "latn", "arabext", "arab"]))
def test_what_is_printed_is_read_back(period: Period, lang: str, digits: str | None) -> None:
    text = period.format(lang=lang, digits=digits)
    assert Period.parse(text, lang=lang) == period
    assert Period.parse(text) == period


WORDS = st.sampled_from(
    "مرداد مهر دی ۱۸ ۲۰ ۱۴۰۴ ۱۴۰۲ تا و سال ماه نیمه دوم اول دهه قرن بهار تابستان د کال لومړۍ نیوەی ساڵی عام من "
    "الثاني النصف خورشیدی قمری - / از بین شنبه اواخر امسال گذشته ۶۰ ۰۴ 1404 to half of second quarter mordad s".split()
)


@given(st.lists(WORDS, max_size=7).map(" ".join), st.none() | st.sampled_from(list(FILES)), st.none() | st.just(1300))
def test_any_words_are_a_period_or_an_error_of_ours(text: str, lang: str | None, century: int | None) -> None:
    try:
        period = Period.parse(text, lang=lang, century=century)
    except shamsi.ShamsiError:
        return
    assert Period.parse(str(period)) == period


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_an_error_of_ours(text: str) -> None:
    with suppress(shamsi.ShamsiError):
        assert isinstance(Period.parse(text), Period)
