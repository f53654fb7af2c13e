"""Periods in words, as each language prints them; and by a pattern, where all days share what it prints."""

import pytest

from shamsi._errors import ShamsiError
from shamsi.formats.names import FILES, MONTHS, names
from shamsi.lang.language import ENGLISH, load
from shamsi.values.period import Period

PRINTED = {
    "1404": ("1404", "۱۴۰۴", "۱۴۰۴", "۱۴۰۴", "١٤٠٤", "1404"),
    "1404-H2": (
        *("second half of 1404", "نیمه دوم ۱۴۰۴", "نیمه دوم ۱۴۰۴", "د ۱۴۰۴ کال دویمه نیمایي"),
        *("نیوەی دووەمی ساڵی ١٤٠٤", "النصف الثاني من عام 1404"),
    ),
    "1404-S3": ("Autumn 1404", "پاییز ۱۴۰۴", "پاییز ۱۴۰۴", "منی ۱۴۰۴", "پاییزی ١٤٠٤", "خريف 1404"),
    "1404-05": ("Mordad 1404", "مرداد ۱۴۰۴", "اسد ۱۴۰۴", "زمری ۱۴۰۴", "گەلاوێژ ١٤٠٤", "مرداد 1404"),
    "136X": ("1360s", "دهه ۱۳۶۰", "دهه ۱۳۶۰", "د ۱۳۶۰ لسیزه", "دەیەی ١٣٦٠", "عقد 1360"),
    "1402/1404": ("1402 to 1404", "۱۴۰۲ تا ۱۴۰۴", "۱۴۰۲ تا ۱۴۰۴", "۱۴۰۲ تر ۱۴۰۴", "١٤٠٢ تا ١٤٠٤", "1402 إلى 1404"),
    "1404-05-18": (
        "18 Mordad 1404",
        "۱۸ مرداد ۱۴۰۴",
        "۱۸ اسد ۱۴۰۴",
        "۱۸ زمری ۱۴۰۴",
        "١٨ گەلاوێژ ١٤٠٤",
        "18 مرداد 1404",
    ),
    "1404-05-18/1404-05-20": (
        *("18 to 20 Mordad 1404", "۱۸ تا ۲۰ مرداد ۱۴۰۴", "۱۸ تا ۲۰ اسد ۱۴۰۴", "۱۸ تر ۲۰ زمری ۱۴۰۴"),
        *("١٨ تا ٢٠ گەلاوێژ ١٤٠٤", "18 إلى 20 مرداد 1404"),
    ),
}
LANGS = ("en", "fa", "fa-AF", "ps", "ckb", "ar")


@pytest.mark.parametrize(
    ("native", "lang", "text"),
    [(native, lang, text) for native, texts in PRINTED.items() for lang, text in zip(LANGS, texts, strict=True)],
)
def test_in_words(native: str, lang: str, text: str) -> None:
    assert Period.parse(native).format(lang=lang) == text


@pytest.mark.parametrize(
    ("native", "text"),
    [
        ("1404-05/1404-07", "Mordad to Mehr 1404"),
        ("1403-07/1404-06", "Mehr 1403 to Shahrivar 1404"),
        ("1404-05-28/1404-06-03", "28 Mordad to 3 Shahrivar 1404"),
        ("1403-12-28/1404-01-03", "28 Esfand 1403 to 3 Farvardin 1404"),
        ("1403-05-18/1404-05-20", "18 Mordad 1403 to 20 Mordad 1404"),
        ("1404-01-01/1404-01-30", "1 to 30 Farvardin 1404"),
        ("000X", "0000s"),
    ],
)
def test_what_both_ends_share_is_told_once(native: str, text: str) -> None:
    assert Period.parse(native).format() == text


def test_in_other_digits() -> None:
    period = Period.parse("1404-05-18/1404-05-20")
    assert period.format(lang="fa", digits="latn") == "18 تا 20 مرداد 1404"
    assert Period.decade(1360).format(lang="en", digits="arab") == "١٣٦٠s"


@pytest.mark.parametrize(
    ("native", "pattern", "text"),
    [
        ("1404-05", "%B %Y", "Mordad 1404"),
        ("1404-05", "%m/%Y", "05/1404"),
        ("1404-05-18/1404-05-20", "%B %y", "Mordad 04"),
        ("1404-05-18/1404-05-24", "%G-W%V", "1404-W22"),
        ("1404-S2", "%Y", "1404"),
        ("1404", "%C %%", "14 %"),
        ("1404-05-18", "%A %d %B %Y", "Saturday 18 Mordad 1404"),
        ("136X", "no directive", "no directive"),
    ],
)
def test_a_pattern_prints_what_all_days_share(native: str, pattern: str, text: str) -> None:
    assert Period.parse(native).format(pattern) == text
    assert {day.strftime(pattern) for day in Period.parse(native)} == {text}


@pytest.mark.parametrize(
    ("native", "pattern", "unit"),
    [
        ("1404-05", "%d %B %Y", "day"),
        ("1404-05", "%A", "day"),
        ("1404-05", "%W", "week"),
        ("1404-S2", "%B", "month"),
        ("1404-05-01/1405-05-01", "%d", "day"),  # alike at both ends, and not between them
        ("1403/1404", "%Y", "year"),
        ("1404-05-18/1404-05-20", "%x", "day"),
    ],
)
def test_and_nothing_else(native: str, pattern: str, unit: str) -> None:
    with pytest.raises(ShamsiError, match=rf"must print what all days of the period share, but %.* is of one {unit}"):
        Period.parse(native).format(pattern)


def test_languages_and_digits_are_those_of_dates() -> None:
    for pattern in (None, "%Y"):
        with pytest.raises(ShamsiError, match="lang must be one of"):
            Period.year(1404).format(pattern, lang="xx")
        with pytest.raises(ShamsiError, match="digits must be one of"):
            Period.year(1404).format(pattern, digits="xx")
    with pytest.raises(ShamsiError, match="pattern has an unknown directive"):
        Period.year(1404).format("%k")


def test_each_language_says_how_periods_are_printed() -> None:
    for code in {file or ENGLISH for file in FILES.values()}:
        periods = load(code).periods
        wanted = {"days"} if code != ENGLISH else {"days", "seasons", "month_day", "month_days"}
        defaults = periods._field_defaults.items()
        assert {key for key, value in defaults if getattr(periods, key) != value} | {"day"} == {*wanted, "day"}


def test_the_english_file_has_the_months_that_are_printed() -> None:
    [iranian] = [table.names for table in load(ENGLISH).tables.months if table.tradition == "iranian"]
    assert [row[0] for row in iranian] == list(MONTHS)
    assert [row[0] for row in names("en")["A"]] == [row[0] for row in load(ENGLISH).tables.weekdays]
