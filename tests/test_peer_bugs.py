"""What other libraries of this calendar get wrong, each as the right answer here.

The calls were run against jdatetime 6.1.1, persiantools 6.2.0, khayyam 3.0.17, pyroj 1.3.1, pcalendar 1.1.0,
multi-calendar-dimension 1.0.5, jalali-pandas 1.0.0, convertdate 2.5.1, jalalidate 0.1.3, d2j 0.2.0 and jamshid 0.4.0.
"""

import copy
import datetime as dt
import operator
import pickle
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, DateError, Difference, ParseError, RangeError, ShamsiError

DAY = Date(1403, 1, 1)
dates = st.dates(dt.date(622, 3, 21)).map(Date.from_gregorian)


class TestConversion:
    @pytest.mark.parametrize(
        ("gregorian", "fields"),
        [
            ((2025, 3, 20), (1403, 12, 30)),  # khayyam, pyroj: 1404-01-01, and all of 1404 a day off
            ((2025, 3, 21), (1404, 1, 1)),
            ((2026, 3, 20), (1404, 12, 29)),
            ((2058, 3, 20), (1436, 12, 30)),  # the same rule in 1437
            ((2024, 3, 20), (1403, 1, 1)),  # pcalendar: 1403-01-02; jamshid: 2023-03-20
            ((2026, 11, 23), (1405, 9, 2)),  # pcalendar: 1405-09-04; jamshid: (1404, 33, 12)
            ((1979, 2, 11), (1357, 11, 22)),  # multi-calendar-dimension: 12 February, and all of 1900..1999
            ((1930, 6, 1), (1309, 3, 11)),
        ],
    )
    def test_days_that_others_miss(self, gregorian: tuple[int, int, int], fields: tuple[int, int, int]) -> None:
        assert Date.from_gregorian(dt.date(*gregorian)) == Date(*fields)
        assert Date(*fields).gregorian == dt.date(*gregorian)

    def test_leap_years_that_others_miss(self) -> None:
        for year in (1375, 1403, 1408, 1436):  # khayyam has 1404, multi-calendar-dimension neither 1375 nor 1408
            assert Date(year, 12, 30).is_leap
        for year in (1404, 1437):
            with pytest.raises(DateError, match="not a leap year"):
                Date(year, 12, 30)

    @given(st.dates(dt.date(622, 3, 21)))
    def test_the_weekday_is_the_standard_librarys(self, day: dt.date) -> None:
        # jalali-pandas has it a day off in 29 of the years 1300..1450, 1408 among them
        assert Date.from_gregorian(day).weekday == day.isoweekday()
        assert f"{Date.from_gregorian(day):%A}" == f"{day:%A}"

    def test_the_last_day_converts(self) -> None:  # jdatetime.datetime.max is 9377-12-12
        assert Date.max.gregorian == dt.date.max
        assert Date.from_gregorian(dt.date.max) == Date.max == Date(9378, 10, 10)

    @pytest.mark.parametrize(("day", "month", "year"), [(31, 2, 2024), (1, 13, 2024), (99, 1, 2024)])
    def test_days_that_are_not_are_not_moved(self, day: int, month: int, year: int) -> None:
        # jdatetime.date.fromgregorian(day=31, month=2, year=2024) is 1402-12-12
        from_gregorian: Any = Date.from_gregorian
        with pytest.raises(TypeError):
            from_gregorian(day=day, month=month, year=year)

    @pytest.mark.parametrize("fields", [(1403, 13, 1), (1403, 1, 99), (1403, 13, 40), (0, 1, 1), (-5, 1, 1)])
    def test_fields_are_validated(self, fields: tuple[int, int, int]) -> None:
        # convertdate, jalalidate, multi-calendar-dimension and jalali-pandas take some or all of them
        with pytest.raises(ShamsiError, match="must be"):
            Date(*fields)

    @pytest.mark.parametrize("fields", [(True, True, True), (1403.9, 1, 1), ("۱۴۰۳", 1, 1), (1403, 1, 1.0)])
    def test_fields_are_integers(self, fields: Any) -> None:
        # jdatetime keeps the bools, khayyam makes 1403 of 1403.9 and of a text
        with pytest.raises(TypeError, match="must be an int"):
            Date(*fields)


class TestText:
    def test_f_strings(self) -> None:  # '' in jdatetime and khayyam
        assert f"{DAY}" == format(DAY) == str(DAY) == "1403-01-01"
        assert f"{DAY:%Y/%m/%d}" == "1403/01/01"

    @given(dates)
    def test_years_below_1000_are_padded_and_read_back(self, day: Date) -> None:
        # jdatetime.date(999, 5, 6).isoformat() is '999-05-06', which it cannot read
        assert len(day.isoformat()) == 10
        assert Date.strptime(f"{day:%d %B %Y}", "%d %B %Y") == day
        if not 1700 <= day.year <= 2200:
            assert Date.fromisoformat(day.isoformat()) == day
            assert Date.strptime(f"{day:%Y-%m-%d}", "%Y-%m-%d") == day

    @pytest.mark.parametrize("pattern", ["%c", "%x", "%F", "%Y %j", "%Y %W %u", "%G-W%V-%u", "%A %d %B %Y"])
    @pytest.mark.parametrize("lang", ["en", "fa", "fa-AF", "ps", "ckb", "ar"])
    def test_what_is_printed_is_read_back(self, pattern: str, lang: str) -> None:
        # %c and %x are read by neither library, %j is passed over by jdatetime
        day = Date(1403, 12, 30)
        assert Date.strptime(day.format(pattern, lang=lang), pattern, lang=lang) == day

    def test_the_day_of_the_year_is_read(self) -> None:  # jdatetime.date.strptime('1403 200', '%Y %j') is 1403-01-01
        assert Date.strptime("1403 200", "%Y %j") == Date(1403, 7, 14)

    def test_what_is_not_said_is_not_made_up(self) -> None:  # jdatetime.date.strptime('12', '%d') is 1279-01-12
        with pytest.raises(ParseError, match="must name a day"):
            Date.strptime("12", "%d")

    @pytest.mark.parametrize("pattern", ["%Y(%m)%d", "%Y-%m-%d(", "[%Y] %m+%d*", "%Y\\%m\\%d", "%Y|%m|%d"])
    def test_marks_of_a_pattern_are_marks(self, pattern: str) -> None:
        # persiantools takes them as a regular expression: some fail, some raise re.error
        assert Date.strptime(DAY.strftime(pattern), pattern) == DAY

    def test_a_dot_is_a_dot(self) -> None:  # persiantools reads '1403x01x01' by '%Y.%m.%d'
        with pytest.raises(ParseError, match="must match the pattern"):
            Date.strptime("1403x01x01", "%Y.%m.%d")

    def test_percent_signs(self) -> None:  # '%%H' is '%00' in persiantools
        assert DAY.strftime("%%H %%Y") == "%H %Y"

    @pytest.mark.parametrize("text", ["۱۴۰۳-۰۱-۰۱", "١٤٠٣-٠١-٠١", "1403-01-01"])
    def test_all_digits_are_read_everywhere(self, text: str) -> None:
        # persiantools reads Arabic ones in fromisoformat, not in strptime
        assert Date.strptime(text, "%Y-%m-%d") == Date.parse(text) == DAY

    def test_iso_text_is_ascii_in_any_language(self) -> None:  # persiantools prints Persian digits under its locale
        assert DAY.isoformat().isascii()
        assert DAY.format("%F", lang="fa", digits="latn") == DAY.isoformat()

    @pytest.mark.parametrize("text", ["01/02/2024", "01-02-2024", "1403-01-01T05:00"])
    def test_orders_are_not_guessed(self, text: str) -> None:  # d2j reads the first two in two orders
        with pytest.raises(ParseError, match=r"looks Gregorian|unexpected 'T'"):
            Date.parse(text)


class TestArithmetic:
    def test_months_and_years(self) -> None:
        # replace(month=7) on day 31 is all that jdatetime, persiantools and khayyam have, and it raises
        assert Date(1403, 1, 31).add(months=6) == Date(1403, 7, 30)
        with pytest.raises(DateError, match="got 31"):
            Date(1403, 1, 31).replace(month=7)

    def test_ends_of_months_and_years(self) -> None:
        # jalali-pandas: 1403-01-01 + JalaliMonthEnd() is 1403-02-31, 1403-01-15 + JalaliYearEnd() is 1404-12-29
        assert DAY.end_of("month") == Date(1403, 1, 31)
        assert Date(1403, 1, 15).end_of("year") == Date(1403, 12, 30)

    def test_replacing_by_nothing_is_an_error(self) -> None:  # jdatetime passes replace(year=0) over
        with pytest.raises(RangeError, match=r"^year must be 1\.\.9378, got 0$"):
            DAY.replace(year=0)
        with pytest.raises(DateError, match=r"^month must be 1\.\.12, got 0$"):
            DAY.replace(month=0)

    @pytest.mark.parametrize("other", ["x", 5, None, dt.date(2024, 3, 20), dt.datetime(2024, 3, 20, 5)])
    def test_what_makes_no_sense_is_a_type_error(self, other: Any) -> None:
        # persiantools raises NotImplementedError
        for operation in (operator.lt, operator.add, operator.sub):
            with pytest.raises(TypeError):
                operation(DAY, other)
            with pytest.raises(TypeError):
                operation(other, DAY)


class TestValue:
    @pytest.mark.parametrize("other", [dt.date(2024, 3, 20), dt.datetime(2024, 3, 20), dt.datetime(2024, 3, 20, 5)])
    def test_equal_values_have_equal_hashes(self, other: Any) -> None:
        # persiantools and khayyam equal a datetime.date whose hash differs, persiantools even a moment in that day
        assert other != DAY
        assert {other: 1}.get(DAY) is None

    @given(dates, dates)
    def test_equal_exactly_where_hashes_and_order_say_so(self, one: Date, two: Date) -> None:
        assert (one == two) == (not one < two and not one > two) == (len({one, two}) == 1)
        assert hash(one) == hash(copy.deepcopy(one))

    @pytest.mark.parametrize("name", ["year", "month", "day", "locale", "_date__year", "anything"])
    def test_nothing_can_be_set(self, name: str) -> None:  # khayyam: all; persiantools and jdatetime: the locale
        with pytest.raises(AttributeError):
            setattr(DAY, name, 1)

    def test_copies_and_pickles_are_whole_and_small(self) -> None:
        # persiantools loses the locale; pyroj's pickles do not load; jdatetime's have 495 bytes
        assert len(pickle.dumps(DAY)) < 60
        for twin in (copy.copy(DAY), copy.deepcopy(DAY), pickle.loads(pickle.dumps(DAY))):
            assert (twin, hash(twin), repr(twin)) == (DAY, hash(DAY), repr(DAY))
        assert pickle.loads(pickle.dumps(Difference(1, 2, 3))) == Difference(1, 2, 3)

    def test_a_language_is_of_a_call_and_of_no_thread(self) -> None:
        # jdatetime keeps one by the number of a thread, which a later thread gets; tasks get each other's
        seen: list[str] = []

        def speak(lang: str | None) -> None:
            seen.append(DAY.format("%B", lang=lang) if lang else f"{DAY:%B}")

        for lang in ("fa", None, "ar", None):
            thread = threading.Thread(target=speak, args=(lang,))
            thread.start()
            thread.join()
        assert seen == ["فروردین", "Farvardin", "فروردين", "Farvardin"]

    def test_whole_dates_only(self) -> None:  # jdatetime orders a moment before a day, and equals them
        with pytest.raises(TypeError, match=r"take its day with \.date\(\)"):
            Date.from_gregorian(dt.datetime(2024, 3, 20, 5))
