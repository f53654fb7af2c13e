"""Collect the evidence for a slip, and find the side of a pair that a weekday confirms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from shamsi.calendar import intervals, kernel
from shamsi.lang.sentences import DateText, DateTexts, Day, Sentence, Weekday
from shamsi.text.compare.sides import Side
from shamsi.text.compare.slips import slip
from shamsi.text.compare.terms import SIDES, month_of
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.values import Point

TODAYS_MONTHS = dt.date(1925, 3, 31)  # the law of 11 Farvardin 1304
_SOLAR_ERA = 621  # the Gregorian year in which a Solar year begins, minus the Solar year


def evidence(left: Side, right: Side, diagnosis: str) -> tuple[Sentence, ...]:
    """Return the evidence for a diagnosis, one sentence each."""
    if diagnosis == "off-by-one":
        return tuple(_off_by_one(left, right))
    if diagnosis == "calque":
        return tuple(_calque(left, right))
    return () if diagnosis == "unknown" else tuple(_slip(left, right))


def settled(left: Mention, right: Mention, lunar_slack: int = 1) -> tuple[Mention, Sentence] | None:
    """Return the side that the stated weekday confirms, and a sentence that says so.

    None if it confirms both sides or neither. A lunar day may be off by some days.

    >>> import shamsi
    >>> a, b = shamsi.find("دوشنبه ۱۸ مرداد ۱۴۰۴ (۱۱ اوت ۲۰۲۵)")
    >>> settled(a, b)[1]
    'the text says Monday, which 2025-08-11 is: the Gregorian side is right'
    """
    stated = [day for day in dict.fromkeys((left.weekday, right.weekday)) if day]
    fitting = (
        [mention for mention in (left, right) if is_on(mention, stated[0], lunar_slack)]
        if len(stated) == 1
        else []
    )
    if len(fitting) != 1:
        return None
    (day,), (mention,) = stated, fitting
    values: dict[str, Any] = {"weekday": Weekday(day), "side": SIDES[mention.calendar]}
    assert mention.earliest
    values["day"] = Day(mention.earliest)
    if is_on(mention, day, 0):
        return mention, Sentence(
            "the text says {weekday}, which {day} is: {side} is right", **values
        )
    return mention, Sentence("the text says {weekday}, a day from {day}: {side} is right", **values)


def is_on(mention: Mention, weekday: int | None, lunar_slack: int = 1) -> bool:
    """Whether a mention is a day that falls on a weekday, 1 Monday … 7 Sunday.

    A lunar day may differ by some days.
    """
    if weekday is None or mention.earliest is None or mention.earliest != mention.latest:
        return False
    slack = lunar_slack if mention.calendar == "islamic" else 0
    return (mention.earliest.isoweekday() - weekday + slack) % 7 <= 2 * slack


def _calque(left: Side, right: Side) -> Iterator[Sentence]:
    solar, western = (left, right) if left.calendar == "persian" else (right, left)
    there = solar.points[0], western.points[0]
    months = [
        month_of(calendar, point.month or 1) for calendar, point in zip(_PAIR, there, strict=True)
    ]
    values: dict[str, Any] = {"n": there[0].day, "month": months[1], "solar": months[0]}
    first = Side("persian", (Point(there[0].year, there[0].month, 1),)).interval()
    if not first:
        yield Sentence("both sides say day {n}, and {month} stands for {solar}", **values)
        return
    yield Sentence(
        "both sides say day {n}, and {month} stands for {solar}, which begins on {first}",
        first=Day(first[0]),
        **values,
    )


_PAIR = ("persian", "gregorian")


def _slip(left: Side, right: Side) -> Iterator[Sentence]:
    found = slip(left, right)
    if found and found.side.points:
        side = found.side
        yield Sentence(
            "{dates} on {side} would fit",
            dates=DateTexts(tuple(_date_text(side.calendar, point) for point in side.points)),
            side=SIDES[side.calendar],
        )


def _date_text(calendar: str, point: Point) -> DateText:
    return DateText(calendar, point.year, point.month, point.day)


def _off_by_one(left: Side, right: Side) -> Iterator[Sentence]:
    """Yield the causes that explain why a Solar and a Gregorian day differ by one."""
    if (
        {left.calendar, right.calendar} != set(_PAIR)
        or len(left.points) > 1
        or len(right.points) > 1
    ):
        return
    solar, western = (left, right) if left.calendar == "persian" else (right, left)
    here, there, year = solar.interval(), western.interval(), solar.points[0].year
    if not (here and there and year):
        return
    start = intervals.interval("persian", year)
    off = (there[0] - here[0]).days
    if not start:
        return
    for rule, began in (
        (Sentence("the 2820-year rule of some software"), _arithmetic_start(year)),
        (Sentence("a table without leap years"), _march(year)),
    ):
        if began and (began - start[0]).days == off:
            yield Sentence(
                "it fits {rule}, by which {year} would begin on {day}, not on {first}",
                rule=rule,
                year=year,
                day=Day(began),
                first=Day(start[0]),
            )
    if here[0] < TODAYS_MONTHS:
        yield Sentence(
            "it fits the months in use before 1304, which could begin a day away from today's"
        )
    if off == -1:
        yield Sentence("it fits midnight in Tehran told in UTC, where it is still the day before")


def _march(year: int) -> dt.date | None:
    """Return the day on which most years begin, 21 March."""
    return dt.date(year + _SOLAR_ERA, 3, 21) if 0 < year < dt.MAXYEAR - _SOLAR_ERA else None


def _arithmetic_start(year: int) -> dt.date | None:
    """Return 1 Farvardin by the 2820-year cycle of Calendrical Calculations.

    It is not the official rule.
    """
    cycle, place = divmod(year - 474, 2820)
    place += 474
    ordinal = 226895 + 1029983 * cycle + 365 * (place - 1) + (682 * place - 110) // 2816 + 1
    return (
        dt.date.fromordinal(ordinal)
        if 0 < ordinal <= dt.date.max.toordinal() and year < kernel.MAX_YEAR
        else None
    )
