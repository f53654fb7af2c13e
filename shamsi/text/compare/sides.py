"""Define sides: mentions as fields in their own calendar, to move, alter and compare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shamsi.calendar import intervals, lunar, umm_al_qura
from shamsi.calendar.intervals import Interval
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.values import Point, Value

_MONTHS = 12
_SPAN = 2  # ends
_NIGHT = 1  # day: a night belongs to two of them


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: its calendar, or how its lunar days are counted, and one or two ends.

    Anything but days, months or years has no ends, only its interval `fixed`.
    """

    reckoning: str
    points: tuple[Point, ...]
    fixed: Interval | None = None
    is_loose: bool = False  # in the months before 1304, whose days may be one off
    turned: Point | None = None  # a numeric date with its month before its day: 11/5/2025
    slack: int = 0  # days by which another side may miss it
    nearest: int | None = None  # the year nearest to the reference, if the text gives none

    @property
    def calendar(self) -> str:
        """Its calendar."""
        return intervals.calendar_of(self.reckoning)

    def recounted(self, reckoning: str) -> Side | None:
        """Return the same lunar dates by a reckoning; None if it gives no other days than this one.

        The two reckonings differ only in the years of the Umm al-Qura calendar.
        """
        if self.calendar != "islamic" or self.reckoning == reckoning:
            return None
        is_listed = any(not p.year or umm_al_qura.covers(p.year) for p in self.points)
        return replace(self, reckoning=reckoning) if is_listed else None

    @property
    def is_yearless(self) -> bool:
        """Whether no end has a year."""
        return bool(self.points) and all(point.year is None for point in self.points)

    @property
    def is_fine(self) -> bool:
        """Whether its ends are days, not weeks, months or years."""
        is_coarse = self.slack > _NIGHT
        return bool(self.points) and not is_coarse and all(point.day for point in self.points)

    @property
    def ends(self) -> list[Side]:
        """Each end as a side."""
        return [replace(self, points=(point,), turned=None) for point in self.points]

    def interval(self) -> Interval | None:
        """Return the closed Gregorian interval; None if there is no such date."""
        if not self.points:
            return self.fixed
        spans: list[Interval | None] = []
        for point in self.points:
            if point.year is None or point.year < 1 or not is_possible(self.calendar, point):
                return None
            spans.append(intervals.interval(self.reckoning, point.year, point.month, point.day))
        first, last = spans[0], spans[-1]
        return (first[0], last[1]) if first and last else None

    def altered(self, *, year: int = 0, month: int = 0) -> Iterator[Side]:
        """Yield the side moved by years, or by months within its years; then with one end moved."""
        moved = [
            replace(
                point,
                year=point.year and point.year + year,
                month=point.month and (point.month + month - 1) % 12 + 1,
            )
            for point in self.points
        ]
        yield replace(self, points=tuple(moved))
        if len(moved) == _SPAN:
            yield replace(self, points=(moved[0], self.points[1]))
            yield replace(self, points=(self.points[0], moved[1]))

    def in_year(self, year: int) -> Side:
        """Return the same days in a year. An end before the start goes to the next year."""
        first = self.points[0]
        start = first.month or 0, first.day or 0
        points = [
            Point(year + ((p.month or 0, p.day or 0) < start), p.month, p.day) for p in self.points
        ]
        return replace(self, points=tuple(points))


def side(mention: Mention) -> Side:
    """Return a mention as a side."""
    fixed = (mention.earliest, mention.latest) if mention.earliest and mention.latest else None
    value = value_of(mention)
    points = () if mention.problem else value.days
    if not points:
        return Side(value.reckoning, (), fixed or before_hijra(value))
    if "year" in mention.assumed:  # the other side may know the year
        yearless = tuple(replace(point, year=None) for point in points)
        return Side(value.reckoning, yearless, nearest=points[0].year, slack=value.slack)
    is_loose = "borji" in mention.assumed
    return Side(
        value.reckoning,
        points,
        is_loose=is_loose,
        turned=_turned(mention, points),
        slack=value.slack,
    )


def before_hijra(value: Value) -> Interval | None:
    """Return the Gregorian years of a date before the Hijra, with a year on either side.

    Nobody counted so at the time, so sources are a year apart. None for any other date, and before
    the common era.

    >>> from shamsi.text.resolve.values import before_christ
    >>> [day.year for day in before_hijra(before_christ("islamic", 53, None, None))]
    [570, 573]
    """
    if value.calendar != "islamic" or not value.is_bce or not value.points:
        return None
    first, last = (
        lunar.gregorian_year(point.year or 0) for point in (value.points[0], value.points[-1])
    )
    return (dt.date(first - 1, 1, 1), dt.date(last + 2, 12, 31)) if first > 1 else None


def _turned(mention: Mention, points: tuple[Point, ...]) -> Point | None:
    """Return the other reading of a numeric date that ends with its year."""
    point = points[0]
    if (
        mention.rule != "numeric"
        or mention.text[:4].isdigit()
        or not point.day
        or point.day > _MONTHS
    ):
        return None
    return Point(point.year, point.day, point.month)


def is_possible(calendar: str, point: Point) -> bool:
    """Whether a point's month and day exist."""
    if point.month is None:
        return True
    most = (
        intervals.month_length(calendar, point.year, point.month) if 1 <= point.month <= 12 else 0
    )
    return most > 0 and (point.day is None or 1 <= point.day <= most)
