"""Dates as people type them: which are read, which are rejected, and the errors."""

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, DateError, ParseError, RangeError, ShamsiError
from shamsi.formats.names import DIGITS, FILES
from shamsi.lang.language import load

DAY = Date(1403, 12, 30)
CODES = sorted({code for code in FILES.values() if code})
YEAR = [Date(1403, 1, 1) + dt.timedelta(days) for days in range(366)]
dates = st.dates(dt.date(622, 3, 21)).map(Date.from_gregorian)
believable = dates.filter(lambda day: not (1700 <= day.year <= 2200 or 2500 <= day.year <= 2537))


class TestRead:
    @pytest.mark.parametrize("lang", FILES)
    @pytest.mark.parametrize(
        "pattern", ["%d %B %Y", "%A %-d %B %Y", "%B %-d, %Y", "%Y %B %d", "%e %B %Y, %A", "%d-%B-%Y"]
    )
    def test_what_format_prints(self, lang: str, pattern: str) -> None:
        for digits in DIGITS:
            for day in YEAR[::7] + YEAR[-3:]:
                assert Date.parse(day.format(pattern, lang=lang, digits=digits)) == day

    @pytest.mark.parametrize("code", CODES)
    def test_every_spelling_of_the_files(self, code: str) -> None:
        for table in load(code).tables.months:
            for number, forms in enumerate(table.names, 1):
                for form in forms:
                    if table.calendar == "persian":
                        assert Date.parse(f"5 {form} 1404") == Date.parse(f"{form} ۵، ١٤٠٤") == Date(1404, number, 5)

    @pytest.mark.parametrize("code", CODES)
    def test_months_of_other_calendars_are_rejected(self, code: str) -> None:
        tables = load(code).tables.months
        ours = {form for table in tables if table.calendar == "persian" for row in table.names for form in row}
        for table in tables:
            for form in {form for row in table.names for form in row} - ours:
                if table.calendar != "persian":
                    with pytest.raises(ParseError, match=r"^looks Gregorian: |' is lunar|' may be lunar|' is Coptic"):
                        Date.parse(f"5 {form} 1404")

    @given(believable)
    def test_numbers_either_end_first(self, day: Date) -> None:
        year, month, number = f"{day.year:04d}", day.month, day.day
        for mark in "/-.":
            assert Date.parse(f"{year}{mark}{month}{mark}{number}") == day
            if number > 12 or number == month:
                assert Date.parse(f"{number}{mark}{month}{mark}{year}") == day
        assert Date.parse(f"{year}{month:02d}{number:02d}") == day

    @pytest.mark.parametrize(
        "text",
        [
            *("1403/12/30", " ۱۴۰۳/۱۲/۳۰\n", "١٤٠٣-١٢-٣٠", "1403 12 30", "1403 – 12 – 30", "14031230", "۳۰.۱۲.۱۴۰۳"),
            *("30/12/1403", "\u200f30/12/1403", "۱۴۰۳⁄۱۲⁄۳۰", "1403 / 12 / 30"),
            *("30 Esfand 1403", "30 esf 1403", "ESFAND 30th, 1403", "30th of Esfand, 1403", "30-Esfand-1403"),
            *("Thursday, 30 Esfand 1403", "Thu 30 Esfand 1403", "Panjshanbeh 30 Esfand 1403", "30 Esfand 1403 SH"),
            *("۳۰ اسفند ۱۴۰۳", "30 اسفند 1403", "۳۰ام اسفند ۱۴۰۳", "۳۰ ام اسفندماه ۱۴۰۳", "سی‌ام اسفند ماه سال ۱۴۰۳"),
            *("پنج‌شنبه ۳۰ اسفند ۱۴۰۳", "پنج شنبه، ۳۰ اسفند ۱۴۰۳", "روز پنجشنبه ۳۰ اسفند ۱۴۰۳ هجری شمسی"),
            *("۳۰/اسفند/۱۴۰۳", "۳۰ اسفند ۱۴۰۳ ه‍.ش", "۳۰ اسفند ۱۴۰۳ ه.ش.", "پنجشنبه ۱۴۰۳/۱۲/۳۰", "۱۴۰۳/۱۲/۳۰ هجری شمسی"),
            *("30 إسفند 1403", "30 من إسفند 1403", "الخميس 30 إسفند 1403 هـ.ش", "٣٠ إسفند عام ١٤٠٣"),
            *("۳۰ حوت ۱۴۰۳", "۳۰ حوت ۱۴۰۳ هجری", "د ۱۴۰۳ کال د کب ۳۰مه", "د ۱۴۰۳ لمریز کال د کب ۳۰"),
            *("30ی ڕەشەمەی 1403", "٣٠ی ڕەشەمێی ١٤٠٣ی هەتاوی", "٣٠ی ڕەشەمەی ٢٧٢٤ی کوردی", "\u200f۳۰ اسفند\u200f ۱۴۰۳"),
            *("30 اسفنـد 1403", "۳۰ اِسفَند ۱۴۰۳", "۳۰ اسفند ۲۵۸۳ شاهنشاهی", "ﺍﺳﻔﻨﺪ 30 1403"),
        ],
    )
    def test_the_last_day_of_1403(self, text: str) -> None:
        assert Date.parse(text) == DAY

    def test_arabic_and_persian_letters(self) -> None:
        assert Date.parse("۱ دي ۱۴۰۴") == Date.parse("۱ دى ۱۴۰۴") == Date.parse("۱ دی ۱۴۰۴") == Date(1404, 10, 1)
        assert Date.parse("يكشنبه ۱۴ دي ۱۴۰۴") == Date(1404, 10, 14)


class TestCenturies:
    @given(believable, st.integers(0, 99), st.sampled_from(["%d %B %y", "%y/%m/%d"]))
    def test_the_hundred_years_from_the_first_on(self, day: Date, since: int, pattern: str) -> None:
        century = max(1, min(9279, day.year - since))
        assert Date.parse(day.format(pattern), century=century) == day

    def test_two_digits_alone_are_rejected(self) -> None:
        message = r"^two-digit year '03' is ambiguous; pass century=1400 to read it as 1403$"
        for text in ("03/12/30", "30 Esfand 03", "۳۰ اسفند ۰۳"):
            with pytest.raises(ParseError, match=message):
                Date.parse(text)
            assert Date.parse(text, century=1400) == DAY

    def test_of_two_short_numbers_the_last_is_the_year(self) -> None:
        assert Date.parse("4 Mordad 18", century=1400) == Date(1418, 5, 4)
        assert Date.parse("04/05/06", century=1400) == Date(1404, 5, 6)

    @pytest.mark.parametrize("text", ["03/12/30", "1403/12/30", "30 Esfand 1403"])
    def test_a_wrong_century_is_an_error_even_if_it_is_not_needed(self, text: str) -> None:
        for century in (0, 9280, 10**5000):
            with pytest.raises(RangeError, match=r"^century must be 1\.\.9279, got "):
                Date.parse(text, century=century)
        wrong: Any
        for wrong in (True, 1400.0, "1400"):
            with pytest.raises(TypeError, match=r"^century must be an int, got "):
                Date.parse(text, century=wrong)


class TestEras:
    @given(dates, st.sampled_from(["imperial", "kurdish-700", "kurdish-612", "solar-hijri"]))
    def test_there_and_back(self, day: Date, era: Any) -> None:
        if day.era_year(era) <= 9999:
            text = f"{day.era_year(era):04d}"
            assert Date.parse(f"{text}/{day.month}/{day.day}", era=era) == day
            assert Date.parse(f"{day:%-d %B} {text}", era=era) == day

    def test_in_words_and_by_the_keyword(self) -> None:
        assert Date.parse("۱ فروردین ۲۵۳۵ شاهنشاهی") == Date.parse("۱ فروردین ۲۵۳۵", era="imperial") == Date(1355, 1, 1)
        assert Date.parse("۱ فروردین ۲۵۳۵ شاهنشاهی", era="imperial") == Date(1355, 1, 1)
        assert Date.parse("35/1/1", century=2500, era="imperial") == Date(1355, 1, 1)
        with pytest.raises(ParseError, match=r"^text and the given era disagree, got .*; leave era= out"):
            Date.parse("۱ فروردین ۱۴۰۴ هجری شمسی", era="imperial")

    def test_two_digits_of_an_era_take_its_century(self) -> None:
        with pytest.raises(ParseError, match=r"^two-digit year '35' .*; pass century=2500 to read it as 2535$"):
            Date.parse("35/1/1", era="imperial")

    def test_years_before_the_first(self) -> None:
        with pytest.raises(RangeError, match=r"^year must be 1\.\.9378, got 0$"):
            Date.parse("1180/1/1", era="imperial")

    @pytest.mark.parametrize("text", ["1404/1/1", "1 Farvardin 1404"])
    def test_no_such_era(self, text: str) -> None:
        era: Any = "royal"
        with pytest.raises(ShamsiError, match=r"^era must be one of 'solar-hijri', "):
            Date.parse(text, era=era)


class TestGregorian:
    @pytest.mark.parametrize(
        "text",
        [
            *("2025-08-18", "18/8/2025", "8/18/2025", "20250818", "٢٠٢٥/٨/١٨", "5/5/2025", "7/8/2025"),
            *("30 Esfand 2025", "۵ مرداد ۲۰۲۵", "5 مارس 2025", "۵ مه ۲۰۲۵", "1404/05/18 م", "۱۸ مرداد ۱۴۰۴ میلادی"),
        ],
    )
    def test_looks_so(self, text: str) -> None:
        with pytest.raises(ParseError, match=r"^looks Gregorian: "):
            Date.parse(text)

    @given(st.integers(1700, 2200))
    def test_unless_an_era_is_said(self, year: int) -> None:
        assert Date.parse(f"{year}/1/2", era="solar-hijri") == Date(year, 1, 2)
        assert Date.parse(f"2 Farvardin {year}", era="solar-hijri") == Date(year, 1, 2)
        assert Date.parse(f"۲ فروردین {year} هجری شمسی") == Date(year, 1, 2)


class TestImperial:
    @pytest.mark.parametrize(
        "text",
        ["2536-07-18", "۱۸/۷/۲۵۳۶", "25360718", "۱۸ مهر ۲۵۳۶", "18 Mehr 2536", "هجدهم مهر ۲۵۳۶", "١٨ی ڕەزبەری ٢٥٣٦"],
    )
    def test_a_year_without_its_era_is_asked_about(self, text: str) -> None:
        way = 'pass era="imperial" to read it as 1356, or solar-hijri to keep 2536'
        with pytest.raises(ParseError, match=f"^looks Imperial: the year 2536; {way}$"):
            Date.parse(text)
        assert Date.parse(text, era="imperial") == Date(1356, 7, 18)
        assert Date.parse(text, era="solar-hijri") == Date(2536, 7, 18)

    @pytest.mark.parametrize("year", [2499, 2538])
    def test_other_years_are_not(self, year: int) -> None:
        assert Date.parse(f"{year}/7/8") == Date.parse(f"8 Mehr {year}") == Date(year, 7, 8)

    def test_an_iso_date_is_read_as_it_was_written(self) -> None:
        assert Date.fromisoformat("2536-07-08") == Date(2536, 7, 8)


NO_DATE = " as a date; write a day, a month and a year, such as 1403-12-30 or 30 Esfand 1403"


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", NO_DATE),
            ("1403", NO_DATE),
            ("1403-12", NO_DATE),
            ("1403-12/30", NO_DATE),
            ("1403/12-30", NO_DATE),
            ("1403--30", NO_DATE),
            ("-1403-12-30", NO_DATE),
            ("1403-12-30-1", NO_DATE),
            ("1403-१२-30", NO_DATE),
            ("1403-1²-30", NO_DATE),
            ("اسفند ۱۴۰۳", NO_DATE),
            ("30 Esfand", NO_DATE),
            ("30 Esfand Esfand 1403", NO_DATE),
            ("30 31 Esfand 1403", NO_DATE),
            ("Esfand", NO_DATE),
            ("30 Esfand 1403 " * 9, NO_DATE),
            ("-" * 10_000 + "x", "as a date: unexpected 'x'"),
            ("30 foo 1403", "cannot read '30 foo 1403' as a date: unexpected 'foo'"),
            ("1403-12-30T00:00", "as a date: unexpected 'T'; for a date with a time use DateTime.strptime"),
            ("1403-12-30 14:05", "as a date; for a date with a time use DateTime.strptime"),
            ("30 Esfand 1403\x1b[31m", "as a date: unexpected '\\x1b'"),
            ("در ۳۰ اسفند ۱۴۰۳", "as a date: unexpected 'در'"),
            ("1403-012-30", "month and day must have one or two digits, such as "),
            ("403-12-30", "year must have four digits, such as "),
            ("14030-12-30", "year must have four digits, such as "),
            ("30 Esfand 403", "year must have four digits, such as "),
            ("30 Esfand 14031", "year must have four digits, such as "),
            ("300 Esfand 1403", "day must have one or two digits, got "),
            ("5/6/1403", "day and month may be either, 1403-06-05 or 1403-05-06, got "),
            ("Friday 30 Esfand 1403", "text says 'Friday' but 1403-12-30 is a Thursday, got "),
            ("جمعه ۱۴۰۳/۱۲/۳۰", "text says 'جمعه' but 1403-12-30 is a Thursday, got "),
            ("۱۴۰۳/۱۲/۳۰ هجری", "text must be a Solar Hijri date: 'هجری' may be lunar, got "),
            ("۱۴۰۳/۱۲/۳۰ قمری", "text must be a Solar Hijri date: 'قمری' is lunar, got "),
            ("5 رمضان 1404", "text must be a Solar Hijri date: 'رمضان' is lunar, got "),
        ],
    )
    def test_in_words_that_teach(self, text: str, message: str) -> None:
        with pytest.raises(ParseError) as raised:
            Date.parse(text)
        assert message in str(raised.value)
        assert len(str(raised.value)) < 300

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("31 Mehr 1404", "day must be 1..30 in Mehr 1404, got 31"),
            ("۳۰ اسفند ۱۴۰۲", "day must be 1..29 in Esfand 1402 (not a leap year), got 30"),
            ("5/13/1403", "month must be 1..12, got 13"),
            ("0 Mehr 1404", "day must be 1..30 in Mehr 1404, got 0"),
        ],
    )
    def test_what_names_no_day(self, text: str, message: str) -> None:
        with pytest.raises(DateError) as raised:
            Date.parse(text)
        assert str(raised.value) == message

    @pytest.mark.parametrize("text", [None, 14031230, b"1403-12-30", DAY, dt.date(2025, 3, 20)])
    def test_what_is_no_text(self, text: Any) -> None:
        with pytest.raises(TypeError, match=r"^text must be a str, got "):
            Date.parse(text)

    @given(st.text())
    def test_any_text_is_a_date_or_a_shamsi_error(self, text: str) -> None:
        with suppress(ShamsiError):
            assert isinstance(Date.parse(text), Date)

    @given(
        st.lists(
            st.sampled_from("30 1403 12 03 Esfand اسفند م مه ی د کال ه.ش هجری / - , پنجشنبه سی ام".split(" ")),
            max_size=8,
        )
    )
    def test_nor_does_a_heap_of_its_words_fail_otherwise(self, words: list[str]) -> None:
        with suppress(ShamsiError):
            assert isinstance(Date.parse(" ".join(words)), Date)
