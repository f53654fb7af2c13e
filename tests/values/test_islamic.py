"""Lunar dates of a day, and days of lunar dates, by both reckonings."""

import copy
import datetime as dt
import pickle
from typing import Any

import hijridate
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi import Date, IslamicDate
from shamsi.formats.names import FILES
from shamsi.values.islamic import month_length, parse

ANY: Any = Date
FIRST, LAST = dt.date(1924, 8, 1), dt.date(2077, 11, 16)  # of Umm al-Qura
LEAP_YEARS_OF_30 = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}


def length_by_definition(year: int, month: int) -> int:
    if month == 12 and (year - 1) % 30 + 1 in LEAP_YEARS_OF_30:
        return 30
    return 30 if month % 2 else 29


class TestUmmAlQura:
    def test_every_day_is_that_of_hijridate(self) -> None:
        for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
            day = dt.date.fromordinal(ordinal)
            ours = Date.from_ordinal(ordinal).islamic("umm-al-qura")
            if ours[:3] != hijridate.Gregorian.fromdate(day).to_hijri().datetuple():
                pytest.fail(f"{day} is {ours}")
            if Date.from_islamic(*ours).gregorian != day:
                pytest.fail(f"{ours} is not {day}")

    def test_every_month_has_the_length_of_hijridate(self) -> None:
        for year in range(1343, 1501):
            for month in range(1, 13):
                length = hijridate.Hijri(year, month, 1).month_length()
                assert month_length(year, month, "umm-al-qura") == length
                with pytest.raises(shamsi.DateError, match=rf"^day must be 1\.\.{length} in "):
                    Date.from_islamic(year, month, length + 1, "umm-al-qura")

    @pytest.mark.parametrize("year", [1342, 1501, 0, -1])
    def test_other_years_are_out_of_range(self, year: int) -> None:
        with pytest.raises(shamsi.RangeError, match=r"^year must be 1343\.\.1500 in the Umm al-Qura calendar, got "):
            Date.from_islamic(year, 1, 1, reckoning="umm-al-qura")

    @pytest.mark.parametrize("day", [FIRST - dt.timedelta(1), LAST + dt.timedelta(1), dt.date.max])
    def test_other_days_are_out_of_range(self, day: dt.date) -> None:
        with pytest.raises(shamsi.RangeError) as caught:
            Date.from_gregorian(day).islamic("umm-al-qura")
        assert str(caught.value) == (
            f"date must be 1924-08-01..2077-11-16 in the Umm al-Qura calendar, got {day}; "
            'pass reckoning="tabular" for the tabular calendar, which has that day'
        )


class TestTabular:
    def test_the_ends_of_every_month(self) -> None:
        ordinal = dt.date(622, 7, 19).toordinal()
        for year in range(1, 9666):
            for month in range(1, 13):
                length = length_by_definition(year, month)
                for day in (1, length):
                    date = Date.from_islamic(year, month, day)
                    if date.ordinal != ordinal + day - 1 or date.islamic() != (year, month, day, "tabular"):
                        pytest.fail(f"{year}-{month}-{day} is {date.gregorian}, {date.islamic()}")
                ordinal += length
        assert Date.from_ordinal(ordinal).islamic() == (9666, 1, 1, "tabular")

    def test_a_day_after_a_month_is_an_error(self) -> None:
        for year in range(1400, 1461):
            for month in range(1, 13):
                length = length_by_definition(year, month)
                for day in (0, length + 1):
                    with pytest.raises(shamsi.DateError, match=rf"^day must be 1\.\.{length} in .* {year} in the tab"):
                        Date.from_islamic(year, month, day)

    def test_its_first_and_last_day(self) -> None:
        assert Date.from_islamic(1, 1, 1).gregorian == dt.date(622, 7, 19)
        assert Date.from_islamic(9666, 4, 2) == Date.max
        assert Date.max.islamic()[:3] == (9666, 4, 2)
        with pytest.raises(shamsi.RangeError, match=r"^the last day is 9666-04-02 \(9999-12-31\), got 9666-04-03$"):
            Date.from_islamic(9666, 4, 3)
        with pytest.raises(shamsi.RangeError, match=r"^date must be 0622-07-19\.\.9999-12-31 .*, got 0622-03-21$"):
            Date.min.islamic()

    @pytest.mark.parametrize("year", [0, -5, 9667, 10**30])
    def test_other_years_are_out_of_range(self, year: int) -> None:
        with pytest.raises(shamsi.RangeError, match=r"^year must be 1\.\.9666 in the tabular calendar, got "):
            Date.from_islamic(year, 1, 1)

    @given(st.dates(min_value=dt.date(622, 7, 19)))
    def test_there_and_back(self, day: dt.date) -> None:
        date = Date.from_gregorian(day)
        assert Date.from_islamic(*date.islamic()) == date


class TestArguments:
    @pytest.mark.parametrize(
        ("name", "reckoning"),
        [
            ("islamic-civil", "tabular"),
            ("islamic-umalqura", "umm-al-qura"),
            ("Umm al-Qura", "umm-al-qura"),
            ("TABULAR", "tabular"),
        ],
    )
    def test_a_reckoning_by_another_name(self, name: str, reckoning: str) -> None:
        day: IslamicDate = ANY(1404, 4, 9).islamic(name)
        assert day.reckoning == reckoning
        assert ANY.from_islamic(*day[:3], name) == Date(1404, 4, 9)

    @pytest.mark.parametrize("name", ["islamic", "hijri", "", None, 3, ["tabular"]])
    def test_an_unknown_reckoning(self, name: object) -> None:
        message = r"^reckoning must be one of 'tabular', 'umm-al-qura', got "
        with pytest.raises(shamsi.ShamsiError, match=message):
            ANY(1404, 4, 9).islamic(name)
        with pytest.raises(shamsi.ShamsiError, match=message):
            ANY.from_islamic(1447, 1, 5, name)

    @pytest.mark.parametrize("fields", [("1447", 1, 5), (1447, 1.0, 5), (1447, 1, True), (1447, None, 5)])
    def test_fields_are_integers(self, fields: tuple[object, ...]) -> None:
        with pytest.raises(TypeError, match=r"^(year|month|day) must be an int, got "):
            ANY.from_islamic(*fields)

    def test_a_month_outside_the_year(self) -> None:
        for month in (0, 13):
            with pytest.raises(shamsi.DateError, match=rf"^month must be 1\.\.12, got {month}$"):
                Date.from_islamic(1447, month, 1)

    def test_a_day_that_only_the_other_reckoning_has(self) -> None:
        with pytest.raises(shamsi.DateError) as caught:
            Date.from_islamic(1446, 9, 30, "umm-al-qura")
        assert str(caught.value) == (
            "day must be 1..29 in Ramadan 1446 in the Umm al-Qura calendar, got 30; "
            'pass reckoning="tabular" for the tabular calendar, which has that day'
        )
        with pytest.raises(shamsi.DateError, match='pass reckoning="umm-al-qura" for the Umm al-Qura calendar'):
            Date.from_islamic(1446, 10, 30)
        with pytest.raises(shamsi.DateError, match=r"got 31$"):
            Date.from_islamic(1446, 9, 31, "umm-al-qura")


class TestValue:
    def test_it_is_a_tuple_that_names_its_reckoning(self) -> None:
        day = Date(1404, 4, 9).islamic("umm-al-qura")
        assert (day.year, day.month, day.day, day.reckoning) == day == (1447, 1, 5, "umm-al-qura")
        assert repr(day) == "shamsi.IslamicDate(1447, 1, 5, 'umm-al-qura')"
        assert str(day) == f"{day}" == day.isoformat() == "1447-01-05"
        assert pickle.loads(pickle.dumps(day)) == copy.copy(day) == day
        with pytest.raises(AttributeError):
            setattr(day, "year", 1)  # noqa: B010 - type checkers refuse the plain assignment

    def test_two_reckonings_are_not_equal(self) -> None:
        day = Date.from_islamic(1447, 5, 1)
        assert day.islamic()[:3] == day.islamic("umm-al-qura")[:3]
        assert day.islamic() != day.islamic("umm-al-qura")

    @pytest.mark.parametrize("lang", FILES)
    @pytest.mark.parametrize("month", range(1, 13))
    def test_what_is_printed_is_read_back(self, lang: str, month: int) -> None:
        for reckoning in ("tabular", "umm-al-qura"):
            date = ANY.from_islamic(1447, month, 29, reckoning)
            text = date.islamic(reckoning).format("%A %-d %B %Y", lang=lang)
            assert parse(text, reckoning) == date.islamic(reckoning), text

    @pytest.mark.parametrize(
        ("pattern", "lang", "text"),
        [
            ("%A %d %B %Y", "en", "Wednesday 12 Ramadan 1446"),
            ("%a %e %b %y", "en", "Wed 12 Ramadan 46"),
            ("%-d %B %Y", "fa", "۱۲ رمضان ۱۴۴۶"),
            ("%d %B %Y", "ar", "12 رمضان 1446"),
            ("%Y/%m/%d %j %H:%M %p%Z", "en", "1446/09/12 248 00:00 AM"),
            ("%x", "prs", "۱۴۴۶/۰۹/۱۲"),
        ],
    )
    def test_patterns(self, pattern: str, lang: str, text: str) -> None:
        assert Date(1403, 12, 22).islamic("tabular").format(pattern, lang=lang) == text

    def test_the_day_of_the_year_is_counted_from_its_own_first_day(self) -> None:
        start = Date.from_islamic(1446, 1, 1, "umm-al-qura")
        for days in range(354):
            assert f"{(start + dt.timedelta(days)).islamic('umm-al-qura'):%-j}" == str(days + 1)

    @pytest.mark.parametrize("pattern", ["%U", "%W", "%V", "%G-%V", "%-V"])
    def test_lunar_weeks_have_no_numbers(self, pattern: str) -> None:
        with pytest.raises(shamsi.ShamsiError, match="no rule numbers the weeks of lunar years"):
            Date(1403, 12, 22).islamic().format(pattern)

    def test_other_errors_are_those_of_format(self) -> None:
        day = Date(1403, 12, 22).islamic()
        with pytest.raises(shamsi.ShamsiError, match="unknown directive"):
            day.format("%q")
        with pytest.raises(shamsi.ShamsiError, match=r"^lang must be one of"):
            day.format("%B", lang="xx")
        with pytest.raises(shamsi.ShamsiError, match=r"^digits must be one of"):
            day.format("%B", digits="xx")
        with pytest.raises(shamsi.DateError, match=r"^month must be"):
            IslamicDate(1446, 13, 1, "tabular").format("%B")


def test_names_of_other_packages_lead_here() -> None:
    for name in ("to_hijri", "hijri", "to_islamic"):
        with pytest.raises(AttributeError, match=r"use day\.islamic\(\)"):
            getattr(ANY(1404, 4, 9), name)
    with pytest.raises(AttributeError, match=r"use Date\.from_islamic"):
        _ = ANY.from_hijri
