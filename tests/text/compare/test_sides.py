"""Sides: mentions as points of their calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar.intervals import fields
from shamsi.text.compare.sides import Side, is_possible, side
from shamsi.text.resolve.values import Point

POINTS = """
۱۸ مرداد ۱۴۰۴ | persian (1404,5,18)
مرداد ۱۴۰۴ | persian (1404,5,None)
در سال ۱۴۰۴ | persian (1404,None,None)
۱۸ مرداد | persian (None,5,18)
۱۸ تا ۲۰ مرداد ۱۴۰۴ | persian (1404,5,18) (1404,5,20)
بین سال‌های ۱۳۷۱ تا ۱۳۷۵ | persian (1371,None,None) (1375,None,None)
9 أغسطس 2025 | gregorian (2025,8,9)
17 صفر 1446 هـ | islamic (1446,2,17)
"""


@pytest.mark.parametrize("case", POINTS.strip().split("\n"))
def test_mentions_make_points(case: str) -> None:
    text, _, wanted = case.partition(" | ")
    (mention,) = shamsi.find(text)
    made = side(mention)
    shown = " ".join(f"({p.year},{p.month},{p.day})" for p in made.points)
    assert f"{made.calendar} {shown}" == wanted
    assert made.fixed is None
    if mention.earliest:
        assert made.interval() == (mention.earliest, mention.latest)


@pytest.mark.parametrize("text", ["دهه ۱۹۷۰", "تابستان ۱۴۰۲", "نیمه دوم ۱۳۹۹", "القرن التاسع عشر الميلادي"])
def test_longer_runs_are_fixed(text: str) -> None:
    (mention,) = shamsi.find(text)
    made = side(mention)
    assert made.points == ()
    assert made.interval() == made.fixed == (mention.earliest, mention.latest)
    assert not made.is_fine
    assert not made.is_yearless


def test_an_impossible_day_has_no_side() -> None:
    (mention,) = shamsi.find("۳۱ مهر ۱۴۰۴")
    assert side(mention) == Side("persian", ())


@given(st.dates(dt.date(1000, 1, 1), dt.date(2500, 1, 1)), st.sampled_from(["persian", "gregorian", "islamic"]))
def test_a_day_is_its_own_interval(date: dt.date, calendar: str) -> None:
    made = Side(calendar, (Point(*fields(calendar, date)),))
    assert made.interval() == (date, date)
    assert made.is_fine
    assert not made.is_yearless


def test_altering_years_and_months() -> None:
    made = Side("persian", (Point(1403, 12, 30),))
    assert next(made.altered(year=-4)).points == (Point(1399, 12, 30),)
    assert next(made.altered(year=1)).interval() is None
    assert next(made.altered(month=1)).points == (Point(1403, 1, 30),)
    assert next(made.altered(month=-1)).points == (Point(1403, 11, 30),)


def test_a_range_over_the_new_year_goes_on_in_the_next() -> None:
    made = Side("persian", (Point(None, 12, 25), Point(None, 1, 15)))
    assert made.is_yearless
    assert made.in_year(1403).points == (Point(1403, 12, 25), Point(1404, 1, 15))


@pytest.mark.parametrize(
    ("calendar", "point", "possible"),
    [
        ("persian", Point(1403, 12, 30), True),
        ("persian", Point(1404, 12, 30), False),
        ("persian", Point(None, 12, 30), True),
        ("persian", Point(1404, 7, 31), False),
        ("persian", Point(1404), True),
        ("gregorian", Point(2024, 2, 29), True),
        ("gregorian", Point(2023, 2, 29), False),
        ("gregorian", Point(1900, 2, 29), False),
        ("gregorian", Point(2000, 2, 29), True),
        ("gregorian", Point(2000, 13, 1), False),
        ("gregorian", Point(2000, 0, 1), False),
        ("gregorian", Point(2000, 1, 0), False),
        ("islamic", Point(1446, 2, 30), True),
        ("islamic", Point(1446, 2, 31), False),
    ],
)
def test_possible_points(calendar: str, point: Point, possible: bool) -> None:
    assert is_possible(calendar, point) is possible


def test_a_date_before_the_hijra_is_years_with_one_on_either_side() -> None:
    (mention,) = shamsi.find("وُلد سنة 20 ق هـ في مكة")
    first, last = side(mention).interval() or (None, None)
    assert first
    assert last
    assert (first.year, last.year) == (602, 605)
    (mention,) = shamsi.find("وُلد سنة 900 قبل الهجرة في مكة")
    assert side(mention).interval() is None, "before the common era"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("وُلد سنة 20 ق هـ (602م) في مكة", []),
        ("وُلد سنة 20 ق هـ (605م) في مكة", []),
        ("وُلد سنة 20 ق هـ (642م) في مكة", ["pair-mismatch"]),
        ("در سال ۲۰ پیش از هجرت (۶۰۳ میلادی) زاده شد", []),
        ("در سال ۲۰ پیش از هجرت (۶۳۳ میلادی) زاده شد", ["pair-mismatch"]),
    ],
)
def test_a_year_before_the_hijra_agrees_within_a_year(text: str, codes: list[str]) -> None:
    found = shamsi.check(text)
    assert [finding.code for finding in found] == codes
    assert all("years before" in finding.detail for finding in found)
