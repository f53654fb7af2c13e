"""Define values: resolved dates with calendar, grain, points and Gregorian interval."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.formats.names import MONTH_NAMES
from shamsi.lang.sentences import MonthName, Sentence, Weekday

_LETTERS = {"season": "S", "quarter": "Q", "half": "H"}
_MONTHS = {"season": 3, "quarter": 3, "half": 6}
_WHOLE_YEARS = range(10_000)  # years of four digits
_WEEK = 7
_YEARLESS = "XXXX"
_OPEN: tuple[None, None] = (None, None)  # unknown days
_GRAINS = {kind: grain for grain, kind in _LETTERS.items()}
_WRITTEN = re.compile(
    r"(?P<decade>[0-9]{3,})X|(?P<bce>-?)(?P<year>[0-9]{4,}|XXXX)"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|-(?P<part>[SQH])(?P<number>[0-9]))?"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month or day. Unknown numbers are None. Years are astronomical: 633 BCE is -632."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        year = _YEARLESS if self.year is None else f"{self.year:04d}"
        return "-".join(
            (year, *(f"{number:02d}" for number in (self.month, self.day) if number is not None))
        )


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved date.

    `reckoning` is its calendar, or for lunar dates one of two ways to count days. `grain` is "day",
    "month", "year", "week", "season", "quarter", "half", "decade", "century", "range" or
    "relative". The first three have one point. A season, quarter or half has the point of its year
    and its `number`. A decade has the point of its first year, a century those of its first and
    last. A range, a week or a part of a month has two `ends` and their points. A relative one has
    only an interval. `earliest` and `latest` are its Gregorian days, if known. `problem` says
    why there is no such date. `native`, which is also its str, is its text in its own calendar.
    """

    reckoning: str
    grain: str
    points: tuple[Point, ...] = ()
    earliest: dt.date | None = None
    latest: dt.date | None = None
    problem: str | None = None
    number: int = 0
    is_bce: bool = False
    ends: tuple[Value, ...] = ()
    slack: int = 0  # days by which another date may miss it and state the same time
    unit: str = ""  # of a relative date, or the length of a run up to the reference: "week", "P5Y"
    calendar: str = field(init=False, compare=False)
    native: str | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "calendar", intervals.calendar_of(self.reckoning))
        object.__setattr__(self, "native", _written(self))

    def __str__(self) -> str:
        return self.native or ""

    @property
    def year(self) -> int | None:
        """Its first year in its calendar."""
        return self.points[0].year if self.points else None

    @property
    def days(self) -> tuple[Point, ...]:
        """The one or two points of a day, a month, a year or a range of these; otherwise empty.

        >>> [str(point) for point in dated("persian", 1404, 5, 18).days]
        ['1404-05-18']
        """
        if self.grain in ("range", "week"):
            return self.points if all(end.days for end in self.ends) else ()
        is_plain = self.grain in ("day", "month", "year") and not self.is_bce
        return self.points if is_plain and (self.year is None or self.year in _WHOLE_YEARS) else ()

    @property
    def is_yearless(self) -> bool:
        """Whether a point has no year."""
        return any(point.year is None for point in self.points)

    @property
    def parts(self) -> tuple[tuple[int, bool], ...]:
        """How many numbers each end has, and whether it is before the common era."""
        numbers = 2 if self.grain in _LETTERS and not self.ends else 0
        return tuple(
            (numbers or 1 + (point.month is not None) + (point.day is not None), self.is_bce)
            for point in self.points
        )


def _written(value: Value) -> str | None:
    """Return the text of a value in its own calendar."""
    if value.ends and value.points:  # of a century, its first and its last year
        first, last = (end.native or "" for end in (value.ends[0], value.ends[-1]))
        return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
    if not value.points:
        return None
    if value.grain == "decade":
        return f"{(value.points[0].year or 0) // 10:03}X"
    if value.grain in _LETTERS:
        return f"{value.points[0]}-{_LETTERS[value.grain]}{value.number}"
    if not value.is_bce:
        return "/".join(map(str, value.points))
    return "/".join(f"-{replace(point, year=-(point.year or 0))}" for point in value.points)


@lru_cache(maxsize=4096)  # texts repeat the same years
def dated(calendar: str, year: int | None, month: int | None, day: int | None) -> Value:
    """Return a day, month or year. Its `problem` is set if there is no such day."""
    point = Point(year, month, day)
    grain = "day" if day is not None else "month" if month is not None else "year"
    if month and day and day > intervals.month_length(calendar, year, month):
        problem = _impossible(calendar, year, month, day)
        return Value(calendar, grain, (point,), problem=problem)
    span = intervals.interval(calendar, year, month, day) if year else None
    return Value(calendar, grain, (point,), *(span or _OPEN))


def nth_weekday(calendar: str, year: int, month: int | None, nth: int, weekday: int) -> Value:
    """Return a weekday that is counted within a month or a year; the last one is -1.

    >>> nth_weekday("persian", 1404, 7, 2, 1).native, nth_weekday("persian", 1404, 7, 5, 1).problem
    ('1404-07-14', 'Mehr 1404 has four Mondays')
    """
    span = intervals.interval(calendar, year, month)
    if span is None:
        return dated(calendar, year, month, None)
    day = intervals.nth_weekday(span, nth, weekday)
    if day is None:
        problem = Sentence(
            "{month} {year} has four {weekday}s",
            month=_month(calendar, month or 1),
            year=year,
            weekday=Weekday(weekday),
        )
        return Value(calendar, "day", (Point(year, month),), problem=problem)
    return dated(calendar, *intervals.fields(calendar, day))


def _impossible(calendar: str, year: int | None, month: int, day: int) -> Sentence:
    name, most = _month(calendar, month), intervals.month_length(calendar, year, month)
    values: dict[str, Any] = {"day": day, "month": name, "most": most}
    if year:
        return Sentence(
            "day {day} of {month} {year} does not exist: {month} has {most} days",
            year=year,
            **values,
        )
    return Sentence("day {day} of {month} does not exist: {month} has {most} days", **values)


def _month(calendar: str, month: int) -> MonthName:
    of = intervals.calendar_of(calendar)
    return MonthName(of, month, MONTH_NAMES[of][month - 1])


def before_christ(calendar: str, year: int, month: int | None, day: int | None) -> Value:
    """Return a date before the common era, from the year as printed.

    >>> before_christ("gregorian", 633, None, None).native
    '-0632'
    """
    grain = "day" if day else "month" if month else "year"
    return Value(calendar, grain, (Point(1 - year, month or None, day or None),), is_bce=True)


def part_of_year(kind: str, calendar: str, year: int | None, number: int) -> Value:
    """Return a season, quarter or half of a year. A Gregorian season has no exact bounds."""
    months = _MONTHS[kind]
    span: Interval | None = None
    if year and (kind != "season" or calendar == "persian"):
        first = intervals.interval(calendar, year, months * (number - 1) + 1)
        span = _spanned(first, intervals.interval(calendar, year, months * number))
    earliest, latest = span or _OPEN
    return Value(calendar, kind, (Point(year or None),), earliest, latest, number=number)


def part_of_month(calendar: str, year: int | None, month: int, number: int, parts: int) -> Value:
    """Return a half or third of a month: `XXXX-07-16/XXXX-07-30`. The last extends to its end."""
    step = 30 // parts
    last = intervals.month_length(calendar, year, month) if number == parts else step * number
    ends = tuple(dated(calendar, year, month, day) for day in (step * (number - 1) + 1, last))
    return run("half" if parts == 2 else "range", ends)


def week(calendar: str, year: int | None, month: int | None, number: int) -> Value:
    """Return a week of a month or a year, from day 7n-6 to day 7n. The last one is -1.

    >>> [week("persian", 1404, 7, number).native for number in (2, 5, -1)]
    ['1404-07-08/1404-07-14', '1404-07-29/1404-07-30', '1404-07-24/1404-07-30']
    """
    if month is None:
        return _week_of_year(calendar, year or 1, number)
    most = intervals.month_length(calendar, year, month)
    first = _WEEK * number - 6 if number > 0 else most - 6
    if first > most:
        values: dict[str, Any] = {"month": _month(calendar, month), "most": most}
        problem = (
            Sentence("{month} {year} has no fifth week: it has {most} days", year=year, **values)
            if year
            else Sentence("{month} has no fifth week: it has {most} days", **values)
        )
        return Value(calendar, "week", (Point(year, month),), problem=problem)
    last = min(first + 6, most)
    return run("week", tuple(dated(calendar, year, month, day) for day in (first, last)))


def _week_of_year(calendar: str, year: int, number: int) -> Value:
    span = intervals.interval(calendar, year)
    if span is None:
        return dated(calendar, year, None, None)
    off = _WEEK * (number - 1) if number > 0 else (span[1] - span[0]).days - 6
    days = (span[0] + dt.timedelta(off + more) for more in (0, 6))
    return run("week", tuple(dated(calendar, *intervals.fields(calendar, day)) for day in days))


def run(
    grain: str,
    ends: tuple[Value, ...],
    days: tuple[dt.date | None, dt.date | None] | None = None,
    problem: str | None = None,
) -> Value:
    """Return the range from one date to another of its calendar.

    `days` are its Gregorian days if they are not the first and last of its ends.
    """
    first, last = ends[0], ends[-1]
    if days is None:
        days = (first.earliest, last.latest) if first.earliest and last.latest else _OPEN
    points = first.points + last.points
    if first.grain == last.grain == "century":
        points = first.points[0], last.points[-1]
    slack = _WEEK - 1 if grain == "week" else max(first.slack, last.slack)
    return Value(
        first.reckoning,
        grain,
        points,
        *days,
        problem,
        is_bce=first.is_bce,
        ends=(first, last),
        slack=slack,
    )


def decade(calendar: str, year: int) -> Value:
    """Return the ten years from a year: `136X`."""
    return Value(calendar, "decade", (Point(year),), *(_years(calendar, year, year + 9) or _OPEN))


def century(calendar: str, number: int, *, bce: bool = False) -> Value:
    """Return a century in the strict sense.

    The fourteenth is `1301/1400`, the sixth before the common era `-0599/-0500`.
    """
    first, last = 100 * number - 99, 100 * number
    if bce:
        points = Point(1 - last), Point(1 - first)
        return Value(calendar, "century", points, is_bce=True)
    points = Point(first), Point(last)
    return Value(calendar, "century", points, *(_years(calendar, first, last) or _OPEN))


def relative(
    calendar: str, span: Interval | None = None, problem: str | None = None, *, unit: str = ""
) -> Value:
    """Return days that count from the day of writing."""
    earliest, latest = span or _OPEN
    return Value(calendar, "relative", (), earliest, latest, problem, unit=unit)


def _years(calendar: str, first: int, last: int) -> Interval | None:
    return _spanned(intervals.interval(calendar, max(first, 1)), intervals.interval(calendar, last))


def _spanned(first: Interval | None, last: Interval | None) -> Interval | None:
    """Return the interval from one to another; None if one of them is unknown."""
    return (first[0], last[1]) if first and last else None


def of_record(
    calendar: str,
    kind: str,
    native: str | None,
    days: tuple[dt.date | None, dt.date | None],
    problem: str | None,
) -> Value:
    """Return the value of a mention that was built from its fields, as from JSON.

    It parses `native`. Only records from outside need this; no step of the reading does.
    """
    ends = [_of_text(calendar, text) for text in (native or "").split("/")]
    known = tuple(end for end in ends if end)
    if calendar == "islamic" and known and _is_umm_al_qura(known[0], days[0]):
        known = tuple(replace(end, reckoning=intervals.UMM_AL_QURA) for end in known)
    if len(known) < len(ends):
        return Value(calendar, "relative", (), *days, problem)
    if kind == "century":
        points = tuple(point for end in known for point in end.points)
        return Value(known[0].reckoning, kind, points, *days, is_bce=known[0].is_bce)
    if len(known) == 1:
        return replace(known[0], earliest=days[0], latest=days[1], problem=problem)
    return run(kind if kind in ("half", "week") else "range", known, days, problem)


def _is_umm_al_qura(value: Value, first: dt.date | None) -> bool:
    """Whether a lunar date begins on a day by the Umm al-Qura calendar, but not by the table."""
    point = value.points[0]
    if not point.year or first is None:
        return False
    spans = [
        intervals.interval(reckoning, point.year, point.month, point.day)
        for reckoning in ("islamic", intervals.UMM_AL_QURA)
    ]
    return [span is not None and span[0] == first for span in spans] == [False, True]


def _of_text(calendar: str, text: str) -> Value | None:
    """Parse the text of a value, without its Gregorian days."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    if found["decade"]:
        return Value(calendar, "decade", (Point(10 * int(found["decade"])),))
    year = None if found["year"] == _YEARLESS else int(found["year"])
    if found["part"]:
        grain = _GRAINS[found["part"]]
        return Value(calendar, grain, (Point(year),), number=int(found["number"]))
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    if found["bce"] and year is not None:
        return before_christ(calendar, year + 1, month, day)
    return Value(
        calendar, "day" if day else "month" if month else "year", (Point(year, month, day),)
    )
