"""One lunar date as a text: numbers and words, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, ParseError, ShamsiError
from shamsi.columns.cells import CellOptions, read_text, worded
from shamsi.formats.names import MONTH_NAMES
from shamsi.values.islamic import parse

SPELLINGS = [
    *("1446-09-12", "1446/9/12", "۱۴۴۶/۰۹/۱۲", "١٤٤٦.٩.١٢", "14460912", "15/9/1446", " 1446 - 09 - 12 "),
    *("1446/9/12 هـ", "1446/09/12هـ", "15/09/1446هـ", "1446-09-12 هجری قمری", "1446/09/12 AH", "۱۴۴۶/۹/۱۲ ه.ق"),
    *("12 Ramadan 1446", "Ramadan 12, 1446", "12th of Ramadan, 1446 AH", "12 Ramazan 1446", "12 ramadhan 1446"),
    *("۱۲ رمضان ۱۴۴۶", "دوازدهم رمضان ۱۴۴۶ قمری", "۱۲ ماه رمضان ۱۴۴۶", "دوازدهم رمضان هزار و چهارصد و چهل و شش"),
    *("12 رمضان 1446 هـ", "12 رمضان المبارك 1446هـ", "الثاني عشر من رمضان عام 1446", "12 شهر رمضان 1446"),
    *("د ۱۴۴۶ کال د روژې ۱۲مه", "۱۲ی ڕەمەزانی ١٤٤٦", "1446 رمضان 12", "چهارشنبه ۱۲ رمضان ۱۴۴۶"),
    *("الأربعاء 12 رمضان 1446هـ", "Wednesday, 12 Ramadan 1446"),
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_one_day_in_many_spellings(text: str) -> None:
    day = 15 if text.startswith("15") else 12
    assert parse(text, "umm-al-qura") == (1446, 9, day, "umm-al-qura")
    assert parse(text, "tabular") == (1446, 9, day, "tabular")


@pytest.mark.parametrize("month", range(1, 13))
def test_months_of_errors_are_read(month: int) -> None:
    assert parse(f"1 {MONTH_NAMES['islamic'][month - 1]} 1446", "tabular")[:3] == (1446, month, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-03-12", "looks Gregorian: 2025-03-12; pass from"),
        ("12 Ramadan 2025", "looks Gregorian: 2025-09-12; pass from"),
        ("12 March 2025", "looks Gregorian: 'March', got "),
        ("12 مارس 2025", "looks Gregorian: 'مارس', got "),
        ("12 Farvardin 1404", "looks Solar Hijri: 'Farvardin', got "),
        ("۱۲ فروردین ۱۴۰۴", "looks Solar Hijri: 'فروردین', got "),
        ("12 رمضان 1403 هـ.ش", "looks Solar Hijri: "),
        ("1 محرم 3 ق.هـ", "text must not be before the Hijra: 'ق.هـ', got "),
        ("5/1/1447", "day and month may be either, 1447-01-05 or 1447-05-01"),
        ("46-09-12", "two-digit year '46' is ambiguous; pass century=1400 to read it as 1446"),
        ("۱۲ رمضان ۹۵", "two-digit year '95' is ambiguous; pass century=1300 to read it as 1395"),
        ("583-09-12", "year must have four digits, such as 1446-09-12 or 12 Ramadan 1446, got "),
        ("12 رمضان", "cannot read '12 رمضان' as a date; write a day, a month and a year, such as 1446-09-12"),
        ("رمضان 1446", "cannot read 'رمضان 1446' as a date; write a day, a month and a year"),
        ("أول اثنين من رمضان 1446", "cannot read "),
        ("hello", "cannot read 'hello' as a date: unexpected 'hello'"),
        ("12 Ramadan 1446 at noon", "cannot read '12 Ramadan 1446 at noon' as a date: unexpected "),
        ("1446-09-12T10:00", "cannot read "),
        ("", "cannot read '' as a date; write"),
        ("الأحد 12 رمضان 1446", "text says 'الأحد' but 1446-09-12 is a Wednesday in the tabular calendar, got "),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(text, "tabular")
    assert str(caught.value).startswith(message)
    assert "1403-12-30" not in str(caught.value)


def test_a_weekday_that_is_right_by_the_other_reckoning() -> None:
    assert parse("دوشنبه ۵ محرم ۱۴۴۷", "umm-al-qura").day == 5
    with pytest.raises(ParseError, match=r'is a Tuesday in the tabular .* pass reckoning="umm-al-qura" for the Umm'):
        parse("دوشنبه ۵ محرم ۱۴۴۷", "tabular")


@pytest.mark.parametrize(("text", "year"), [("46/9/12", 1446), ("12 Ramadan 99", 1399)])
def test_two_digits_of_a_year(text: str, year: int) -> None:
    assert parse(text, "tabular", 1350).year == year


@given(st.text())
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        day = parse(text, "tabular")
    except ShamsiError:
        return
    assert Date.from_islamic(*day).islamic() == day


def test_readers_of_solar_dates_say_what_they_can() -> None:
    with pytest.raises(ParseError, match=r"'Ramadan' is lunar, got '.*'; use Date\.from_islamic\(year, month, day\)$"):
        Date.parse("12 Ramadan 1446")
    with pytest.raises(ParseError) as caught:  # of a column, nothing of Python
        read_text("12 Ramadan 1446", CellOptions())
    assert worded(caught.value) == "text must be a Solar Hijri date: 'Ramadan' is lunar, got '12 Ramadan 1446'"
