"""Resolve relative dates: days, weeks, months and years that count from the day of writing."""

from __future__ import annotations

import datetime as dt

from shamsi.calendar import intervals
from shamsi.formats.names import CALENDAR_NAMES
from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.resolve import nth_weekdays, values
from shamsi.text.resolve.values import Value

_DEICTIC, _RELATIVE = codes_of("deictic"), codes_of("relative")
_YEAR = dt.timedelta(days=366)


def year_of(draft: Draft, member: Member, calendar: str, reference: dt.date) -> int | None:
    """Return the year of a date with a word such as «سال گذشته», «القادم» or «امسال»."""
    now = intervals.fields(calendar, reference)
    if isinstance(draft.deictic, int):
        return now[0] + draft.deictic
    here = (member.month or 0, member.day or 0)
    there = (now[1], now[2] if member.day else 0)
    if draft.deictic == "last":
        return now[0] - (here >= there)
    if draft.deictic == "next":
        return now[0] + (here <= there)
    return None


def nearest(draft: Draft, member: Member, calendar: str, reference: dt.date) -> int | None:
    """Return the year in which a day of a month is nearest to the reference.

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
    return found[0] if found else None


def relative(draft: Draft, reference: dt.date, civil: str | None, lunar: str) -> Value:
    """Return the value of a phrase such as yesterday, last week or next Thursday.

    Months and years are those of the civil calendar. A year may also have an era. `lunar` is how
    lunar days are counted.
    """
    shape, tokens = draft.shape, draft.tokens
    kinds = tokens.kinds[shape.first : shape.last]
    if _DEICTIC in kinds and isinstance(draft.deictic, int):
        calendar = (
            draft.era.calendar if draft.era and draft.era.calendar in CALENDAR_NAMES else civil
        )
        calendar = lunar if calendar == "islamic" else calendar
        return _shifted("year", draft.deictic, reference, calendar or "gregorian")
    if _RELATIVE in kinds:
        unit, offset = tokens.values[shape.first + kinds.index(_RELATIVE)]
        return _shifted(unit, offset, reference, civil or "gregorian")
    step = -1 if draft.deictic == "last" else 1
    weekday = tokens.values[draft.weekdays[0]] if draft.weekdays else 1
    days = (step * (weekday - reference.isoweekday()) - 1) % 7 + 1
    return _run("gregorian", _moved(reference, step * days))


def _moved(day: dt.date, days: int) -> dt.date | None:
    """Return a day some days away; None past the ends of the calendar."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None


def _run(calendar: str, first: dt.date | None, days: int = 1) -> Value:
    last = _moved(first, days - 1) if first else None
    return values.relative(calendar, (first, last) if first and last else None)


def _shifted(unit: str, offset: int, reference: dt.date, calendar: str) -> Value:
    """Return a day, week, month or year some units away. Weeks begin on Saturday, as in Iran."""
    if unit == "day":
        return _run("gregorian", _moved(reference, offset))
    if unit == "week":
        return _run(calendar, _moved(reference, 7 * offset - (reference.isoweekday() + 1) % 7), 7)
    year, month, _ = intervals.fields(calendar, reference)
    if unit == "year":
        return values.relative(calendar, intervals.interval(calendar, year + offset))
    months = 12 * year + month - 1 + offset
    return values.relative(calendar, intervals.interval(calendar, months // 12, months % 12 + 1))
