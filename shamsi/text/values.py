"""Values: a decided date as text in its own calendar and as a Gregorian interval."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from shamsi.text import calendars
from shamsi.text.calendars import Interval


class Value(NamedTuple):
    """One date, decided: its calendar, its text form, and its Gregorian interval."""

    calendar: str
    native: str | None
    earliest: dt.date | None
    latest: dt.date | None
    problem: str | None = None


@lru_cache(maxsize=4096)  # texts come back to the same years
def dated(calendar: str, year: int | None, month: int | None, day: int | None) -> Value:
    """A day, month or year, checked."""
    fields = (f"{year:04}" if year is not None else "XXXX", *(f"{x:02}" for x in (month, day) if x is not None))
    native = "-".join(fields)
    if month and day and day > calendars.month_length(calendar, year, month):
        return Value(calendar, native, None, None, _impossible(calendar, year, month, day))
    span = calendars.interval(calendar, year, month, day) if year else None
    return Value(calendar, native, *(span or (None, None)))


def _impossible(calendar: str, year: int | None, month: int, day: int) -> str:
    name = calendars.MONTH_NAMES[calendar][month - 1]
    most = calendars.month_length(calendar, year, month)
    return f"day {day} of {name}{f' {year}' if year else ''} does not exist: {name} has {most} days"


def before_christ(calendar: str, year: int, month: int | None, day: int | None) -> Value:
    """A date before the common era, astronomical year numbers: 633 BCE is `-0632`."""
    return Value(calendar, "-".join([f"-{year - 1:04}", *(f"{x:02}" for x in (month, day) if x)]), None, None)


def part_of_year(kind: str, calendar: str, year: int | None, number: int) -> Value:
    """A season, quarter or half of a year; a Gregorian season has no exact bounds."""
    letter, months = {"season": ("S", 3), "quarter": ("Q", 3), "half": ("H", 6)}[kind]
    native = f"{year:04}-{letter}{number}" if year else f"XXXX-{letter}{number}"
    if year is None or (kind == "season" and calendar != "persian"):
        return Value(calendar, native, None, None)
    first = calendars.interval(calendar, year, months * (number - 1) + 1)
    return _spanned(calendar, native, first, calendars.interval(calendar, year, months * number))


def part_of_month(calendar: str, year: int | None, month: int, number: int, parts: int) -> Value:
    """A half or third of a month, the last one to its end: `XXXX-07-16/XXXX-07-30`."""
    step = 30 // parts
    last = calendars.month_length(calendar, year, month) if number == parts else step * number
    start, stop = (dated(calendar, year, month, day) for day in (step * (number - 1) + 1, last))
    native = f"{start.native}/{stop.native}"
    if start.earliest and stop.latest:
        return Value(calendar, native, start.earliest, stop.latest)
    return Value(calendar, native, None, None)


def decade(calendar: str, year: int) -> Value:
    """The ten years from a year: `136X`."""
    return _years(calendar, year, year + 9, f"{year // 10:03}X")


def century(calendar: str, number: int, *, bce: bool = False) -> Value:
    """A century, strictly: the fourteenth is `1301/1400`, the sixth before the common era `-0599/-0500`."""
    first, last = 100 * number - 99, 100 * number
    if bce:
        return Value(calendar, f"-{last - 1:04}/-{first - 1:04}", None, None)
    return _years(calendar, first, last, f"{first:04}/{last:04}")


def _years(calendar: str, first: int, last: int, native: str) -> Value:
    return _spanned(calendar, native, calendars.interval(calendar, max(first, 1)), calendars.interval(calendar, last))


def _spanned(calendar: str, native: str, first: Interval | None, last: Interval | None) -> Value:
    """From one interval to another: both ends or none."""
    return Value(calendar, native, first[0], last[1]) if first and last else Value(calendar, native, None, None)
