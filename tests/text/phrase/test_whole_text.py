"""Phrases: a text that is one date is read alike in all orders and languages, and by `find`."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi import Date, DateError, ParseError, Period, ShamsiError
from shamsi.formats.names import DIGITS
from shamsi.lang.language import ENGLISH, LANGUAGES, load

ALL = (*LANGUAGES, ENGLISH)
MONTHS = {
    code: [
        (form, number)
        for table in load(code).tables.months
        if table.calendar == "persian"
        for number, row in enumerate(table.names, 1)
        for form in row
    ]
    for code in ALL
}
OTHER_MONTHS = sorted(
    form for code in ALL for table in load(code).tables.months if table.calendar != "persian" for form in table.names[0]
)
FILLERS = {  # «ساڵانی بیست» are the twenties
    code: [
        form
        for kind in ("month", "year", "of", "link")
        for form in load(code).tables.words.get(kind, ())
        if not any(decade.startswith(f"{form} ") for decade in load(code).tables.decades)
    ]
    for code in ALL
}
MORE = ["foo", "و", "در", "(", "?", "صبح", "شب", "حدود", "امسال", "۱۲:۳۰", "تا"]
DATED = [
    mention
    for code in LANGUAGES
    for row in load(code).tables.example
    for mention in shamsi.find(row.text)
    if (mention.calendar, mention.kind, mention.parts, mention.assumed) == ("persian", "day", (), ())
    and mention.earliest
    and len((mention.native or "").split("-")[0].lstrip("0")) == 4
]


def in_digits(text: str, digits: str) -> str:
    return text.translate(str.maketrans(DIGITS["latn"], DIGITS[digits]))


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, Date]:
    """A day in one of six languages: its parts in some order, with neutral words between them."""
    code = draw(st.sampled_from(ALL))
    form, month = draw(st.sampled_from(MONTHS[code]))
    day, year = draw(st.integers(1, 29)), draw(st.integers(1000, 1699))
    ordinals = load(code).tables.ordinals[day - 1]
    written = draw(st.sampled_from([str(day), f"{day:02d}", *ordinals]))
    orders = [(written, form, str(year)), (form, written, str(year)), (str(year), form, written)]
    parts = draw(st.sampled_from(orders))
    words = st.sampled_from(FILLERS[code]).map(lambda word: f" {word} ")
    marks = st.sampled_from([" ", ", ", "، ", " - ", "/", ". "]) | words
    text = parts[0] + draw(marks) + parts[1] + draw(marks) + parts[2]
    return in_digits(text, draw(st.sampled_from(sorted(DIGITS)))), Date(year, month, day)


@given(spellings())
def test_a_day_in_any_order(row: tuple[str, Date]) -> None:
    text, day = row
    assert Date.parse(text) == day
    assert Period.parse(text) == Period(day, day)


@given(spellings(), st.integers(0, 6))
def test_a_weekday_must_be_right(row: tuple[str, Date], later: int) -> None:
    text, day = row
    weekday = f"{day.add(days=later):%A}"
    for whole in (f"{weekday}, {text}", f"{text}, {weekday}"):
        if later == 0:
            assert Date.parse(whole) == day
        else:
            with pytest.raises(ParseError, match=f"^text says '{weekday}' but {day} is a {day:%A}, got "):
                Date.parse(whole)


@given(spellings(), st.sampled_from([*OTHER_MONTHS, *MORE]))
def test_more_than_a_day_is_rejected(row: tuple[str, Date], more: str) -> None:
    text, _ = row
    for whole in (f"{more} {text}", f"{text} {more}"):
        with pytest.raises(ParseError):
            Date.parse(whole)


@given(spellings())
def test_two_days_are_rejected(row: tuple[str, Date]) -> None:
    text, _ = row
    with pytest.raises(ParseError):
        Date.parse(f"{text}, {text}")


@pytest.mark.parametrize("mention", DATED, ids=lambda mention: mention.text)
def test_what_find_reads_as_a_day_is_one(mention: shamsi.Mention) -> None:
    assert Date.parse(mention.text).isoformat() == mention.native


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("اول فروردین هزار و چهارصد و چهار", "1404-01-01"),
        ("بیست و دوم بهمن سال هزار و سیصد و پنجاه و هفت", "1357-11-22"),
        ("سی اسفند ۱۴۰۳", "1403-12-30"),
        ("تاریخ: ۱۸ مرداد ۱۴۰۴", "1404-05-18"),
        ("شنبه مورخ ۱۸ مرداد ۱۴۰۴", "1404-05-18"),
        ("در تاریخ ۱۴۰۴ - ۰۵ - ۱۸", "1404-05-18"),
        ("تاریخ 14040518", "1404-05-18"),
        ("1404/05/18sh", "1404-05-18"),
        ("۱۴۰۴، ۱۸ مرداد", "1404-05-18"),
        ("۱۲ جدی/دی ۱۳۹۹", "1399-10-12"),
        ("18 من شهر مرداد عام 1404", "1404-05-18"),
        ("الخامس عشر من شهر خرداد عام 1342", "1342-03-15"),
        ("نُشر في 18 مرداد 1404", "1404-05-18"),
        ("١٨ی مانگی ٥ی ١٤٠٤", "1404-05-18"),
        ("دەی گەلاوێژی 1404", "1404-05-10"),  # the tenth, and a month's name
        ("نۆی گەلاوێژی 1404", "1404-05-09"),  # in Pashto ninety
        ("سێ گەلاوێژی 1404", "1404-05-03"),  # in Persian thirty
        ("د ۱۴۰۴ کال د زمري ۱۸ مې", "1404-05-18"),  # the ending, and May
        ("۱۸م مرداد ۱۴۰۴", "1404-05-18"),
        ("Twenty-first of Mordad 1404", "1404-05-21"),
        ("Date: 18 Mordad 1404", "1404-05-18"),
        ("18 Murdād 1404 A.P.", "1404-05-18"),
        ("پنجشنبه 30 Esfand 1403 هجری شمسی", "1403-12-30"),
        ("دومین دوشنبه مهر ۱۴۰۴", "1404-07-14"),
        ("آخرین پنجشنبه سال ۱۴۰۳ خورشیدی", "1403-12-30"),
        ("أول سبت من آبان 1402", "1402-08-06"),
        ("د ۱۴۰۱ کال د لړم لومړۍ جمعه", "1401-08-06"),
        ("the second Monday of Mehr 1404", "1404-07-14"),
    ],
)
def test_read(text: str, day: str) -> None:
    assert Date.parse(text).isoformat() == day


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("صبح ۱۸ مرداد ۱۴۰۴", ParseError, "unexpected 'صبح'"),
        ("شب جمعه ۱۷ مرداد ۱۴۰۴", ParseError, "unexpected 'شب'"),
        ("حدود ۱۸ مرداد ۱۴۰۴", ParseError, "unexpected 'حدود'"),
        ("۱۸ مرداد امسال", ParseError, "use shamsi.resolve(text, reference=…)"),
        ("۱۸ تا ۲۰ مرداد ۱۴۰۴", ParseError, "unexpected 'تا'"),
        ("۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)", ParseError, "unexpected '('"),
        ("۱۸ و ۱۹ مرداد ۱۴۰۴", ParseError, "unexpected 'و'"),
        ("پنجم مهر نود و نه", ParseError, "two-digit year '99' is ambiguous; pass century=1300"),
        ("مورخ 5/6/1403", ParseError, "day and month may be either, 1403-06-05 or 1403-05-06"),
        ("تاریخ ۲۰۲۵/۸/۹", ParseError, "looks Gregorian: 2025-08-09"),
        ("5 July 1404", ParseError, "looks Gregorian: 'July'"),
        ("18 Mordad 1404 AH", ParseError, "must be a Solar Hijri date: 'AH' is lunar"),
        ("تاریخ ۱۴۰۴/۰۵/۱۸ هجری", ParseError, "must be a Solar Hijri date: 'هجری' may be lunar"),
        ("تاریخ ۳۱ مهر ۱۴۰۴", DateError, "day must be 1..30 in Mehr 1404, got 31"),
        ("مرداد ۱۴۰۴", ParseError, "write a day, a month and a year"),
        ("۱۸ مرداد", ParseError, "it has no year, or counts from the day it was written"),
    ],
)
def test_rejected(text: str, kind: type[ShamsiError], message: str) -> None:
    with pytest.raises(kind) as raised:
        Date.parse(text)
    assert message in str(raised.value)


@pytest.mark.parametrize(("text", "century"), [("پنجم مهر نود و نه", 1300), ("5 Mehr 99", 1350), ("مهر ۵، ۹۹", 1300)])
def test_two_digits_with_their_century(text: str, century: int) -> None:
    assert Date.parse(text, century=century) == Date(1399, 7, 5)
    assert Period.parse(text, century=century) == Period(Date(1399, 7, 5), Date(1399, 7, 5))


@pytest.mark.parametrize("lang", ["en", "fa", None])
def test_a_period_of_a_day_reads_in_its_language_alone(lang: Any) -> None:
    for text, code in (("Mordad the 18th, 1404", "en"), ("مرداد، ۱۸، ۱۴۰۴", "fa")):
        if lang in (code, None):
            assert str(Period.parse(text, lang=lang)) == "1404-05-18"
        else:
            with pytest.raises(ParseError, match="text must be one period with its year"):
                Period.parse(text, lang=lang)


@pytest.mark.parametrize(
    ("text", "natives"),
    [
        ("۱۴۰۴ مرداد ۱۸", ["1404-05-18"]),
        ("نوشته‌شده در ۱۴۰۴ مرداد ۱۸.", ["1404-05-18"]),
        ("1404 مرداد 18", ["1404-05-18"]),
        ("۱۴۰۴، ۱۸ مرداد", ["1404-05-18"]),
        ("۱۴۰۳، ۱۸ مرداد ۱۴۰۴", ["1404-05-18"]),
        ("۱۴۰۳، ۱۸ مرداد امسال", ["XXXX-05-18"]),
    ],
)
def test_find_reads_a_year_before_its_day(text: str, natives: list[str]) -> None:
    assert [mention.native for mention in shamsi.find(text) if mention.kind == "day"] == natives


@pytest.mark.parametrize("text", ["در ۱۴۰۴ مرداد ۱۸ نفر آمدند", "۱۳۹۱ آبان ۷۲ تن بار", "شماره ۱۴۰۴، ۱۸ مرداد"])
def test_find_reads_no_count_as_a_day(text: str) -> None:
    assert [mention for mention in shamsi.find(text) if mention.kind == "day" and mention.earliest] == []


def test_every_order_and_case() -> None:
    for month, mark in product(("Mordad", "MORDAD", "mor"), (" ", "-", ", ")):
        for parts in (("18", month, "1404"), (month, "18th", "1404"), ("1404", month, "18")):
            assert Date.parse(mark.join(parts)) == Date(1404, 5, 18)
