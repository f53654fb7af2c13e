"""Find the slip that explains a mismatch: the one change to one side after which both agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from shamsi.text.compare.sides import Side
from shamsi.text.compare.verdicts import judge

_GOOD = ("agree", "overlap")
_STEPS = (*range(-30, 0), *range(1, 31), -100, 100)
_YEAR = 365.2425
_YEARS = {"persian": _YEAR, "gregorian": _YEAR, "islamic": 354.367}  # mean days
# Days that a side may lie away from where its mean years and months put it, with all that a verdict
# forgives: leap days, tolerances, the Julian calendar. It only has to be enough, not exact.
_MARGIN, _MARGIN_IN_YEAR = 40, 12
_LONGEST = 366  # days between the two readings of a numeric date, and of the end of a range
_ENDS = 2


def diagnose(left: Side, right: Side, delta: int) -> str:
    """Return the name of the slip that explains a mismatch."""
    if abs(delta) == 1 and left.is_fine and right.is_fine:
        return "off-by-one"
    if _is_calque(left, right):
        return "calque"
    found = slip(left, right)
    return found.name if found else "unknown"


class Slip(NamedTuple):
    """A slip, and the side without it."""

    name: str
    side: Side


@lru_cache(maxsize=256)  # the diagnosis of a pair and its evidence both ask
def slip(left: Side, right: Side) -> Slip | None:
    """Return the first slip after whose correction two sides agree.

    Only what can bring the sides together is tried: the distance between them leaves at most a few
    years, months and digits.
    """
    reaches = _reaches(left, right)
    # A numeric date has been compared in both orders. What is altered is as it is printed.
    printed = replace(left, turned=None), replace(right, turned=None)
    for name, alter in _SLIPS.items():
        for side in alter(printed[0], reaches[0]):
            if judge(side, right)[0] in _GOOD:
                return Slip(name, side)
        for side in alter(printed[1], reaches[1]):
            if judge(left, side)[0] in _GOOD:
                return Slip(name, side)
    return None


def _is_calque(left: Side, right: Side) -> bool:
    """Whether the day numbers are the same, and one month's name usually translates the other."""
    if {left.calendar, right.calendar} != {"persian", "gregorian"} or not len(left.points) == len(
        right.points
    ) > 0:
        return False
    solar, western = (left, right) if left.calendar == "persian" else (right, left)
    return all(
        p.day is not None
        and p.day == g.day
        and p.month
        and g.month in ((p.month + 1) % 12 + 1, (p.month + 2) % 12 + 1)
        for p, g in zip(solar.points, western.points, strict=True)
    )


class _Reach(NamedTuple):
    """By how many days a side can move so that it may agree with the other one.

    `ranges` are the least and the most days, for each way to move its ends. With a `cycle` the
    other side has no year, so any number of years may be added.
    """

    ranges: tuple[tuple[float, float], ...]
    cycle: float = 0

    def allows(self, days: float) -> bool:
        """Whether a move by some days may make the sides agree."""
        if self.cycle:
            (least, most), half = self.ranges[0], self.cycle / 2
            goal = (least + most) / 2
            return abs((days - goal + half) % self.cycle - half) <= most - goal
        return any(least <= days <= most for least, most in self.ranges)

    def steps(self, length: float, steps: Sequence[int]) -> list[int]:
        """Return those of some steps, each of so many days, that may make the sides agree."""
        if self.cycle:
            return [step for step in steps if self.allows(step * length)]
        bounds = [(least / length, most / length) for least, most in self.ranges]
        kept = {step for low, high in bounds for step in steps if low <= step <= high}
        return [step for step in steps if step in kept]


_ANYWHERE = _Reach(((-dt.date.max.toordinal(), dt.date.max.toordinal()),))


def _reaches(left: Side, right: Side) -> tuple[_Reach, _Reach]:
    """Return how far each of two sides can move."""
    if left.is_yearless or right.is_yearless:
        return _reaches_in_year(left, right)
    return _reach(left, right), _reach(right, left)


def _reach(side: Side, other: Side) -> _Reach:
    """Return how far a dated side can move towards another."""
    here, there = side.interval(), other.interval()
    if here is None or there is None:
        return _ANYWHERE
    is_turned = side.turned is not None or other.turned is not None
    margin = _MARGIN + (_LONGEST if is_turned else 0)
    start, end = (day.toordinal() for day in here)
    low, high = (day.toordinal() for day in there)
    # Sides that agree touch: neither ends before the other begins.
    low, high = low - margin, high + margin
    both = low - end, high - start
    if len(side.points) != _ENDS:
        return _Reach((both,))
    if side.is_fine and other.is_fine:
        return _Reach((both, (low - start, high - start), (low - end, high - end)))
    if len(other.points) == _ENDS:  # their ends are compared one by one
        low, high = low - _LONGEST, high + _LONGEST
        return _Reach((both, (low - start, high - start), (low - end, high - end)))
    far = float("inf")  # a run that is long enough touches everything
    return _Reach((both, (-far, high - start), (low - end, far)))


def _reaches_in_year(left: Side, right: Side) -> tuple[_Reach, _Reach]:
    """Return how far each of two days can move if one of them has no year."""
    is_plain = left.is_fine and right.is_fine and len(left.points) == len(right.points) == 1
    days = judge(left, right)[1] if is_plain and not (left.turned or right.turned) else None
    if days is None:
        return _ANYWHERE, _ANYWHERE
    cycle = _YEARS[left.calendar if left.is_yearless else right.calendar]
    least, most = days - _MARGIN_IN_YEAR, days + _MARGIN_IN_YEAR
    return _Reach(((least, most),), cycle), _Reach(((-most, -least),), cycle)


def _swapped_digits(side: Side, reach: _Reach) -> Iterator[Side]:
    """Yield sides with two digits of a day or year swapped."""
    if len(side.points) == 1:
        point, year_length = side.points[0], _YEARS[side.calendar]
        for day in _swaps(point.day, 2):
            if reach.allows(day - (point.day or 0)):
                yield replace(side, points=(replace(point, day=day),))
        for year in _swaps(point.year, 0):
            if reach.allows((year - (point.year or 0)) * year_length):
                yield replace(side, points=(replace(point, year=year),))


def _swaps(number: int | None, width: int) -> list[int]:
    text = f"{number:0{width}}" if number else ""
    pairs = [
        (i, j) for i in range(len(text)) for j in range(i + 1, len(text)) if text[i] != text[j]
    ]
    return [int(text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]) for i, j in pairs]


def _other_months(side: Side, reach: _Reach) -> Iterator[Side]:
    months = [point.month for point in side.points if point.month]
    if months and len(months) == len(side.points):
        length = _YEARS[side.calendar] / 12
        for step in (-1, 1):
            moves = {(month + step - 1) % 12 + 1 - month for month in months}
            if any(reach.allows(move * length) for move in moves):
                yield from side.altered(month=step)


def _other_years(side: Side, reach: _Reach) -> Iterator[Side]:
    if side.points and all(point.year for point in side.points):
        for step in reach.steps(_YEARS[side.calendar], _STEPS):
            yield from side.altered(year=step)
    elif side.fixed:  # decades and centuries
        for step in reach.steps(_YEAR, range(-100, 101, 10)):
            yield from _shifted(side, round(step * _YEAR))


def _shifted(side: Side, days: int) -> Iterator[Side]:
    """Yield a side without points some days away, unless it is past the ends of the calendar."""
    if side.fixed:
        first, last = (day.toordinal() + days for day in side.fixed)
        if first > 0 and last <= dt.date.max.toordinal():
            yield replace(side, fixed=(dt.date.fromordinal(first), dt.date.fromordinal(last)))


_SLIPS = {"digit-swap": _swapped_digits, "month-slip": _other_months, "year-slip": _other_years}
