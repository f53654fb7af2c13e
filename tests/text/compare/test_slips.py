"""Slips: the change that explains a mismatch, found by arithmetic as surely as by trying everything."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import lunar
from shamsi.calendar.intervals import fields
from shamsi.text.compare import slips
from shamsi.text.compare.sides import Side
from shamsi.text.compare.slips import diagnose, slip
from shamsi.text.compare.verdicts import judge
from shamsi.text.resolve.values import Point

DATES = st.dates(dt.date(1700, 1, 1), dt.date(2100, 1, 1))
CALENDARS = ("persian", "gregorian", "islamic")
# Distances at which a digit, a month or some years explain the difference, or nearly do.
OFF = (2, 9, 11, 12, 17, 18, 27, 29, 30, 31, 32, 59, 61, 330, 335, 354, 366, 729, 3652, 10_957, 36_525)


def day_side(calendar: str, date: dt.date) -> Side:
    return Side(calendar, (Point(*fields(calendar, date)),))


def tried(left: Side, right: Side) -> Iterator[tuple[str, Side]]:
    """All slips that explain a mismatch, found by trying every change to either side."""
    for name, alter in slips._SLIPS.items():
        yield from ((name, one) for one in alter(left, slips._ANYWHERE) if judge(one, right)[0] in slips._GOOD)
        yield from ((name, one) for one in alter(right, slips._ANYWHERE) if judge(left, one)[0] in slips._GOOD)


def points(calendar: str, days: list[dt.date], grain: int, *, dated: bool) -> tuple[Point, ...]:
    rows = [fields(calendar, day) for day in days]
    return tuple(Point(year if dated else None, *(month, day)[:grain]) for year, month, day in rows)


@st.composite
def mismatches(draw: st.DrawFn) -> tuple[Side, Side]:
    """Two sides that differ: days, months, years and ranges, some of them without a year."""
    first = draw(st.dates(dt.date(1400, 1, 1), dt.date(2100, 1, 1)))
    off = draw(st.sampled_from(OFF) | st.integers(2, 40_000)) * draw(st.sampled_from((-1, 1)))
    span = dt.timedelta(draw(st.integers(1, 2000)))
    calendars = draw(st.lists(st.sampled_from(CALENDARS), min_size=2, max_size=2, unique=True))
    grain, ends = draw(st.sampled_from((2, 2, 2, 1, 0))), draw(st.sampled_from((1, 1, 2)))
    other = first + dt.timedelta(off)
    sides = []
    for calendar, day in zip(calendars, (first, other), strict=True):
        dated = grain == 0 or draw(st.integers(0, 7)) > 0
        days, finer = [day, day + span][:ends], grain if draw(st.integers(0, 5)) else 2
        sides.append(Side(calendar, points(calendar, days, finer, dated=dated)))
    assume(judge(*sides)[0] == "mismatch")
    return sides[0], sides[1]


@given(mismatches())
def test_arithmetic_finds_the_slip_that_trying_everything_finds(sides: tuple[Side, Side]) -> None:
    assert slip(*sides) == next(tried(*sides), None)


@given(st.sampled_from(CALENDARS), st.integers(-20, 20), DATES)
def test_decades_are_moved_by_ten_years(calendar: str, off: int, date: dt.date) -> None:
    decade = Side("gregorian", (), (dt.date(date.year // 10 * 10, 1, 1), dt.date(date.year // 10 * 10 + 9, 12, 31)))
    other = Side(calendar, (Point(fields(calendar, date)[0] + 10 * off),))
    assume(judge(decade, other)[0] == "mismatch")
    assert slip(decade, other) == next(tried(decade, other), None)


def test_what_is_tried_does_not_grow_with_the_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[Side] = []

    def count(left: Side, right: Side) -> tuple[str, int | None]:
        judged.append(left)
        return judge(left, right)

    monkeypatch.setattr(slips, "judge", count)
    for number in range(400):
        day = dt.date(1930, 1, 1) + dt.timedelta(71 * number)
        slip(day_side("persian", day), day_side("gregorian", day + dt.timedelta(13 + 37 * number)))
    assert len(judged) < 400 * 4


def test_a_numeric_date_is_altered_as_it_is_printed() -> None:
    """The other order of its numbers is no part of the slip: 2/3/1891 is 2 March, or 3 February."""
    western = Side("gregorian", (Point(1891, 3, 2),), turned=Point(1891, 2, 3))
    solar = day_side("persian", dt.date(1891, 2, 15))
    assert judge(western, solar)[0] == "mismatch"
    assert diagnose(western, solar, 0) == "unknown"


@pytest.mark.parametrize(
    ("solar", "western", "diagnosis"),
    [
        ((1404, 5, 18), (2025, 8, 18), "calque"),
        ((1404, 5, 18), (2025, 7, 18), "calque"),
        ((1404, 5, 18), (2025, 7, 9), "month-slip"),
        ((1404, 5, 18), (2025, 9, 9), "month-slip"),
        ((1404, 5, 18), (2024, 8, 9), "year-slip"),
        ((1344, 5, 23), (1955, 8, 15), "year-slip"),
        ((1404, 5, 18), (2025, 8, 10), "off-by-one"),
        ((1404, 5, 18), (2025, 8, 8), "off-by-one"),
        ((1404, 5, 21), (2025, 8, 21), "calque"),
        ((1404, 5, 30), (2025, 8, 12), "digit-swap"),
        ((1404, 5, 18), (2052, 8, 9), "digit-swap"),
        ((1404, 5, 18), (2025, 11, 27), "unknown"),
        ((1395, 1, 29), (2016, 4, 7), "unknown"),
    ],
)
def test_the_slip_that_explains_a_mismatch(
    solar: tuple[int, int, int], western: tuple[int, int, int], diagnosis: str
) -> None:
    left, right = Side("persian", (Point(*solar),)), Side("gregorian", (Point(*western),))
    verdict, delta = judge(left, right)
    assert (verdict, delta) == ("mismatch", (dt.date(*western) - shamsi.Date(*solar).gregorian).days)
    assert diagnose(left, right, delta or 0) == diagnosis
    assert diagnose(right, left, -(delta or 0)) == diagnosis


@given(DATES, st.integers(2, 400))
def test_every_mismatch_has_one_of_the_six_names(date: dt.date, off: int) -> None:
    left, right = day_side("persian", date), day_side("gregorian", date + dt.timedelta(days=off))
    name = diagnose(left, right, off)
    assert name in ("calque", "month-slip", "year-slip", "digit-swap", "unknown")


def test_a_lunar_slip_has_its_grace_too() -> None:
    number = lunar.days(1446, 2, 17)
    date = dt.date(1970, 1, 1) + dt.timedelta(days=number)
    left, right = (
        Side("islamic", (Point(1446, 2, 17),)),
        Side("gregorian", (Point(date.year + 10, date.month, date.day),)),
    )
    verdict, delta = judge(left, right)
    assert verdict == "mismatch"
    assert diagnose(left, right, delta or 0) == "year-slip"


@given(DATES)
def test_a_calque_needs_the_same_day_number(date: dt.date) -> None:
    left = day_side("persian", date)
    day = left.points[0].day
    other = date + dt.timedelta(days=9)
    assume(other.day != day)
    assert diagnose(left, day_side("gregorian", other), 9) != "calque"
