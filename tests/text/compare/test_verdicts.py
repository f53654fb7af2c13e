"""Verdicts: every day against all days around it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import umm_al_qura
from shamsi.calendar.intervals import UMM_AL_QURA, fields, interval
from shamsi.text.compare.sides import Side
from shamsi.text.compare.verdicts import apart, apart_by_umm_al_qura, judge, measure
from shamsi.text.resolve.values import Point

DATES = st.dates(dt.date(1700, 1, 1), dt.date(2100, 1, 1))
LISTED = st.dates(dt.date(1924, 9, 1), dt.date(2077, 10, 1))  # days of the Umm al-Qura calendar
EXACT = ("persian", "gregorian")
RECKONINGS = ("islamic", UMM_AL_QURA)


def day_side(calendar: str, date: dt.date) -> Side:
    return Side(calendar, (Point(*fields(calendar, date)),))


@given(DATES, st.integers(-500, 500))
def test_exact_days_agree_only_with_themselves(date: dt.date, off: int) -> None:
    left, right = day_side("persian", date), day_side("gregorian", date + dt.timedelta(days=off))
    has_grace = fields("persian", date)[0] < 1178  # the first proven year
    wanted = "agree" if not off else "near" if has_grace and abs(off) == 1 else "mismatch"
    assert judge(left, right) == (wanted, off)
    assert judge(right, left) == (wanted, -off)


@pytest.mark.parametrize(("date", "verdict"), [(dt.date(1799, 3, 20), "near"), (dt.date(1799, 3, 21), "mismatch")])
def test_before_1178_a_day_of_grace(date: dt.date, verdict: str) -> None:
    left, right = day_side("persian", date), day_side("gregorian", date + dt.timedelta(days=1))
    assert judge(left, right) == (verdict, 1)


@given(DATES, st.integers(-10, 10), st.sampled_from(EXACT))
def test_lunar_days_have_two_days_of_grace(date: dt.date, off: int, calendar: str) -> None:
    left, right = day_side("islamic", date), day_side(calendar, date + dt.timedelta(days=off))
    wanted = "agree" if abs(off) <= 1 else "near" if abs(off) == 2 else "mismatch"
    assert measure(left, right) == (wanted, off)
    if not umm_al_qura.covers(fields("islamic", date)[0]):
        assert judge(left, right) == (wanted, off)


@given(LISTED, st.integers(-6, 6), st.sampled_from(EXACT), st.sampled_from(RECKONINGS))
def test_lunar_days_agree_by_either_reckoning(date: dt.date, off: int, calendar: str, own: str) -> None:
    left, right = day_side(own, date), day_side(calendar, date + dt.timedelta(days=off))
    days = [interval(one, *fields(own, date)) for one in RECKONINGS]
    least = min(abs((date + dt.timedelta(days=off) - day[0]).days) for day in days if day)
    verdict, delta = judge(left, right)
    assert verdict == ("agree" if min(least, abs(off)) <= 1 else "near" if least == 2 else "mismatch")
    assert delta == off or (verdict != "mismatch" and abs(delta or 0) == least)
    assert judge(right, left) == (verdict, -(delta or 0))
    assert (apart(left, right), apart(right, left)) == (least, least)


def test_days_by_the_umm_al_qura_calendar() -> None:
    tabular = Side("islamic", (Point(1448, 1, 1),))  # by the table 17 June 2026
    for day, off in ((15, 1), (16, 0), (17, 1)):
        assert apart_by_umm_al_qura(tabular, Side("gregorian", (Point(2026, 6, day),))) == off
        assert apart_by_umm_al_qura(Side("gregorian", (Point(2026, 6, day),)), tabular) == off
    yearless = Side("islamic", (Point(None, 1, 1),))
    assert apart_by_umm_al_qura(yearless, Side("gregorian", (Point(2026, 6, 16),))) == 0
    assert apart_by_umm_al_qura(yearless, Side("gregorian", (Point(1900, 5, 1),))) is None
    assert apart_by_umm_al_qura(Side("islamic", (Point(1342, 1, 1),)), Side("gregorian", (Point(1923, 8, 14),))) is None


@given(DATES, st.integers(-3, 3))
def test_months_overlap_when_they_share_a_day(date: dt.date, off: int) -> None:
    left = Side("persian", (Point(*fields("persian", date)[:2]),))
    other = date + dt.timedelta(days=31 * off)
    right = Side("gregorian", (Point(*fields("gregorian", other)[:2]),))
    a, b = left.interval(), right.interval()
    assert a is not None
    assert b is not None
    meet = a[0] <= b[1] and b[0] <= a[1]
    assert judge(left, right)[0] == ("overlap" if meet else "mismatch")


@given(DATES)
def test_a_day_lies_in_its_months_and_years(date: dt.date) -> None:
    day = day_side("persian", date)
    for length in (1, 2):
        assert judge(day, Side("gregorian", (Point(*fields("gregorian", date)[:length]),)))[0] == "overlap"


@given(st.dates(dt.date(1990, 3, 22), dt.date(2026, 1, 1)))
def test_yearless_pairs_agree_if_some_year_makes_them(date: dt.date) -> None:
    left = Side("persian", (Point(None, *fields("persian", date)[1:]),))
    right = Side("gregorian", (Point(None, *fields("gregorian", date)[1:]),))
    assert left.is_yearless
    assert judge(left, right) == ("agree", 0)
    assert judge(right, left) == ("agree", 0)


@given(st.dates(dt.date(1995, 3, 22), dt.date(2020, 1, 1)), st.integers(2, 180), st.sampled_from([-1, 1]))
def test_yearless_pairs_days_apart_cannot_be(date: dt.date, off: int, sign: int) -> None:
    left = Side("persian", (Point(None, *fields("persian", date)[1:]),))
    other = date + dt.timedelta(days=sign * off)
    verdict, delta = judge(left, Side("gregorian", (Point(None, *fields("gregorian", other)[1:]),)))
    assert verdict == "mismatch"
    assert delta is not None
    assert abs(delta - sign * off) <= 2


@given(st.dates(dt.date(1995, 3, 22), dt.date(2020, 1, 1)))
def test_one_side_lends_the_other_its_year(date: dt.date) -> None:
    yearless = Side("persian", (Point(None, *fields("persian", date)[1:]),))
    assert judge(yearless, day_side("gregorian", date)) == ("agree", 0)
    assert judge(day_side("gregorian", date), yearless) == ("agree", 0)


def test_dates_before_the_reform_may_be_julian() -> None:
    ashura = Side("islamic", (Point(61, 1, 10),))
    for day in (10, 13):
        assert judge(ashura, Side("gregorian", (Point(680, 10, day),)))[0] == "agree"
    assert judge(ashura, Side("gregorian", (Point(680, 10, 20),)))[0] == "mismatch"
    solar = day_side("persian", dt.date(1500, 3, 21))
    assert judge(solar, Side("gregorian", (Point(1500, 3, 11),))) == ("agree", 0)
    assert judge(solar, Side("gregorian", (Point(1500, 3, 21),))) == ("agree", 0)
    late = day_side("persian", dt.date(1600, 3, 21))
    assert judge(late, Side("gregorian", (Point(1600, 3, 11),)))[0] == "mismatch"


def test_what_has_no_interval_is_incomparable() -> None:
    for point in (Point(1404, 7, 31), Point(1404, 12, 30), Point(1404, 13, 1), Point(0, 1, 1)):
        assert judge(Side("persian", (point,)), Side("gregorian", (Point(2025, 10, 23),))) == ("incomparable", None)
    assert judge(Side("persian", ()), Side("gregorian", (Point(2025, 10, 23),))) == ("incomparable", None)


@pytest.mark.parametrize(
    "text",
    [
        "المعرض من 5 إلى 15 يناير 2019 م الموافق 28 ربيع الآخر إلى 29 جمادى الأولى 1440 هـ",
        "أيام 3 - 9 نوفمبر 1982 (16 محرم 1403 - 2 صفر 1403)",
        "جشنواره ۱۴ تا ۲۴ اسفند ۱۴۰۲ (۲۳ شعبان تا ۲۳ رمضان ۱۴۴۵) بود",
    ],
)
def test_lunar_ranges_must_agree_at_both_ends(text: str) -> None:
    (finding,) = shamsi.check(text)
    assert finding.code == "pair-mismatch"
    (pair,) = shamsi.pairs(text)
    assert abs(pair.delta_days or 0) > 2


def test_lunar_ranges_whose_ends_are_within_the_tolerance_agree() -> None:
    text = "المعرض من 5 إلى 15 يناير 2019 م الموافق 28 ربيع الآخر إلى 9 جمادى الأولى 1440 هـ"
    assert shamsi.check(text) == []
    assert [pair.verdict for pair in shamsi.pairs(text)] == ["agree"]


def test_a_life_may_begin_in_the_julian_and_end_in_the_gregorian_calendar() -> None:
    text = "پادشاه ({}) (۱ رمضان ۹۷۸ – ۲۴ جمادی‌الاول ۱۰۳۸)"
    assert shamsi.check(text.format("۲۷ ژانویه ۱۵۷۱ – ۱۹ ژانویه ۱۶۲۹")) == []
    assert len(shamsi.check(text.format("۲۷ ژانویه ۱۵۷۱ – ۲۹ ژانویه ۱۶۲۹"))) == 1
