"""Resolve relative dates: days, weeks, months and years that count from the day of writing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.formats.names import CALENDAR_NAMES
from shamsi.lang.classes import codes_of
from shamsi.text.grammar.counted_times import CountedTime
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.resolve import nth_weekdays, values
from shamsi.text.resolve.values import Value

_DEICTIC, _RELATIVES = codes_of("deictic"), codes_of("relative counted_time")
_NTH_WEEK = codes_of("nth_week")
_YEAR = dt.timedelta(days=366)
_SEASON = 3  # months
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative dates count from, and how: in months and years of the civil calendar."""

    reference: Final[dt.date]
    civil: Final[str]
    lunar: Final[str]  # how lunar days are counted
    week_begins: Final[int]  # ISO weekday


def year_of(draft: Draft, member: Member, calendar: str, reference: dt.date) -> int | None:
    """Return the year of a date with a word such as «سال گذشته», «القادم» or «امسال»."""
    now = intervals.fields(calendar, reference)
    if isinstance(draft.deictic, int):
        return now[0] + draft.deictic
    if draft.kind == "season":
        here, there = (member.number or draft.number, 0), ((now[1] + 2) // _SEASON, 0)
    else:
        here = (member.month or 0, member.day or 0)
        there = (now[1], now[2] if member.day else 0)
    if draft.deictic == "last":
        return now[0] - (here >= there)
    if draft.deictic == "next":
        return now[0] + (here <= there)
    return None


def nearest(draft: Draft, member: Member, calendar: str, reference: dt.date) -> int | None:
    """Return the year in which a day of a month, or the middle of one, is nearest to the reference.

    Years in which a stated weekday is right are preferred.
    """
    years = intervals.years_around(calendar, reference)
    stated = weekday_of(draft, member)
    rows: list[tuple[bool, dt.timedelta, int]] = []
    for year in years:
        if found := _day_in(draft, member, calendar, year):
            agrees = stated is None or found.isoweekday() == stated
            rows.append((not agrees, abs(found - reference), year))
    if not rows:
        return years[1]
    _, distance, year = min(rows)
    return year if distance <= _YEAR else None


def _day_in(draft: Draft, member: Member, calendar: str, year: int) -> dt.date | None:
    """Return a day of a month in a year; None if that year does not have it."""
    if draft.kind == "week":
        return values.week(calendar, year, member.month, member.number).earliest
    if draft.nth:
        return nth_weekdays.value(draft, member, calendar, year).earliest
    if (member.day or 0) > intervals.month_length(calendar, year, member.month or 1):
        return None
    found = intervals.interval(calendar, year, member.month, member.day)
    return found[0] + (found[1] - found[0]) // 2 if found else None


def relative(draft: Draft, member: Member, clock: Clock) -> Value:
    """Return the value of a phrase such as yesterday, three weeks ago or next Thursday.

    A year may also have an era.
    """
    time = _time_of(draft)
    if time is None:
        return _next_weekday(draft, member, clock.reference)
    calendar = clock.civil
    if draft.era and draft.era.calendar in CALENDAR_NAMES:
        calendar = clock.lunar if draft.era.calendar == "islamic" else draft.era.calendar
    if time.is_span:
        return _run(calendar, *_until(time, calendar, clock.reference))
    if member.day:
        return _day_of_month(time, member.day, calendar, clock.reference)
    if member.number:
        year, month = _month_away(time, calendar, clock.reference)
        week = values.week(calendar, year, month, member.number)
        return replace(_run(calendar, week.earliest, week.latest), problem=week.problem)
    if draft.parts_of_month:
        return _part(time, draft, calendar, clock.reference)
    if time.unit == "day":
        day = _moved(clock.reference, time.steps)
        return _run("gregorian", day, day)
    if time.unit == "week":
        return _week(time, weekday_of(draft, member), calendar, clock)
    return values.relative(calendar, _months(time, calendar, clock.reference))


def is_span(draft: Draft) -> bool:
    """Whether a draft is all the time up to the day of writing, or from it on."""
    time = _time_of(draft)
    return time is not None and time.is_span


def unit_of(draft: Draft, member: Member) -> str:
    """Return the unit that a draft is, or the length of a run of units as ISO 8601 has it."""
    time = _time_of(draft)
    if time is None or member.day or (time.unit == "week" and member.weekday_at is not None):
        return "day"
    if member.number:
        return "week"
    if time.is_span:
        return f"P{abs(time.steps)}{time.unit[0].upper()}"
    return "" if draft.parts_of_month else time.unit


def _time_of(draft: Draft) -> CountedTime | None:
    """Return how far a draft is from the day of writing; None for «next Thursday»."""
    shape, tokens = draft.shape, draft.tokens
    for k in range(shape.first, shape.last):
        if tokens.kinds[k] in _RELATIVES:
            value = tokens.values[k]
            return value if isinstance(value, CountedTime) else CountedTime(*value)
    if tokens.kinds[shape.first : shape.last] == _NTH_WEEK:  # last week
        return CountedTime("week", -1)
    return CountedTime("year", draft.deictic) if isinstance(draft.deictic, int) else None


def _next_weekday(draft: Draft, member: Member, reference: dt.date) -> Value:
    """Return the nearest such weekday after the reference, or before it: «پنجشنبه گذشته»."""
    step = -1 if draft.deictic == "last" else 1
    weekday = weekday_of(draft, member)
    if weekday is None:
        weekday = draft.tokens.values[draft.weekdays[0]] if draft.weekdays else 1
    days = (step * (weekday - reference.isoweekday()) - 1) % 7 + 1
    day = _moved(reference, step * days)
    return _run("gregorian", day, day)


def _moved(day: dt.date, days: int) -> dt.date | None:
    """Return a day some days away; None past the ends of the calendar."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None


def _run(calendar: str, first: dt.date | None, last: dt.date | None) -> Value:
    return values.relative(calendar, (first, last) if first and last else None)


def _week(time: CountedTime, weekday: int | None, calendar: str, clock: Clock) -> Value:
    """Return a week some weeks away, or one of its days."""
    since = (clock.reference.isoweekday() - clock.week_begins) % 7
    first = _moved(clock.reference, 7 * time.steps - since)
    if weekday is None:
        return _run(calendar, first, _moved(first, 6) if first else None)
    day = _moved(first, (weekday - clock.week_begins) % 7) if first else None
    return _run("gregorian", day, day)


def _month_away(time: CountedTime, calendar: str, reference: dt.date) -> tuple[int, int]:
    """Return the year and the month some months or years away."""
    year, month, _ = intervals.fields(calendar, reference)
    months = 12 * year + month - 1 + time.steps * _MONTHS[time.unit]
    return months // 12, months % 12 + 1


def _months(time: CountedTime, calendar: str, reference: dt.date) -> Interval | None:
    """Return a whole month or year some months or years away."""
    year, month = _month_away(time, calendar, reference)
    return intervals.interval(calendar, year, month if time.unit == "month" else None)


def _until(
    time: CountedTime, calendar: str, reference: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day of a run that ends at the reference, or begins there."""
    if time.unit in _DAYS:
        other = _moved(reference, time.steps * _DAYS[time.unit])
    else:
        year, month = _month_away(time, calendar, reference)
        day = intervals.fields(calendar, reference)[2]
        day = min(day, intervals.month_length(calendar, year, month))
        found = intervals.interval(calendar, year, month, day)
        other = found[0] if found else None
    return (other, reference) if time.steps < 0 else (reference, other)


def _day_of_month(time: CountedTime, day: int, calendar: str, reference: dt.date) -> Value:
    """Return a day of a month some months away; its problem is set if there is none."""
    found = values.dated(calendar, *_month_away(time, calendar, reference), day)
    span = (found.earliest, found.latest) if found.earliest and found.latest else None
    return values.relative(calendar, span, found.problem)


def _part(time: CountedTime, draft: Draft, calendar: str, reference: dt.date) -> Value:
    """Return a half or a quarter of a year, or a half of a month, that is some way away."""
    year, month = _month_away(time, calendar, reference)
    if time.unit == "month":
        found = values.part_of_month(calendar, year, month, draft.number, draft.parts_of_month)
    else:
        kind = "quarter" if draft.parts_of_month > 2 else "half"
        found = values.part_of_year(kind, calendar, year, draft.number)
    return _run(calendar, found.earliest, found.latest)
