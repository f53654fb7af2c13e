"""Resolve observances: days with a name, which a rule gives in each year of a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from shamsi.calendar import intervals
from shamsi.calendar.eras import IMPERIAL_YEARS
from shamsi.lang.language import Era, Observance, civil_calendar
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number
from shamsi.text.resolve import values
from shamsi.text.resolve.context import READ, Notes
from shamsi.text.resolve.full_years import full_year
from shamsi.text.resolve.values import Value

_LUNAR = "islamic"
_SOLAR_NOW = range(1300, 1411)  # years that are Solar if a text counts in them, whatever the rule
_NIGHTS = 2  # days by which another date may miss several; a night or a moment, one
_WEEK = 7
_LUNAR_GRACE = (0, 1, _WEEK - 1)  # days after a weekday on which a lunar day may be


def observed(notes: Notes, rule: Observance) -> tuple[Draft, list[Value]]:
    """Return an observance and its days: one in each year, or both of one year if it has two."""
    draft = notes.draft
    notes.bases.append(Basis.OBSERVANCE)
    rows = [_occurrences(notes, rule, member) for member in draft.members]
    if not all(rows):
        return draft, []
    if len(rows) > 1:
        return draft, [row[0] for row in rows]
    (row,), (member,) = rows, draft.members
    stated = weekday_of(draft, member)
    row = on_weekday(row, stated) if stated else row
    notes.bases += [Basis.OBSERVED_TWICE] if len(row) > 1 else []
    return draft.with_members((member,) * len(row)), [*row]


def _occurrences(notes: Notes, rule: Observance, member: Member) -> tuple[Value, ...]:
    """Return the days of an observance in the year of one member, or next to the reference."""
    draft, context = notes.draft, notes.context
    era, civil = member.era or draft.era, context.calendar or civil_calendar(draft.lang)
    if member.year:
        calendar = calendar_of_year(rule, member.year, era, civil, is_solar=context.persian)
        if calendar not in READ or (era and era.bce):
            return ()
        if calendar != rule.calendar:
            notes.bases.append(Basis.OBSERVED_WITHIN)
            if era is None and member.year.value <= intervals.LAST_SOLAR:
                notes.assume("calendar")
        year = full_year(notes, member, calendar, era) or 0
        return within(rule, calendar, year, context.lunar)
    if context.reference is None:
        return (yearless(rule),)
    notes.refer()
    if draft.deictic is None:
        notes.assume("year")
        notes.bases.append(Basis.NEAREST)
        return (nearest(rule, context.reference, context.lunar),)
    notes.bases.append(Basis.DEICTIC)
    return by_word(rule, draft.deictic, context.reference, civil or "gregorian", context.lunar)


def calendar_of_year(
    rule: Observance, year: Number, era: Era | None, civil: str | None, *, is_solar: bool
) -> str:
    """Return the calendar of the year after the name of a day.

    An era says it. A late year is Gregorian. Others are Solar if the text counts in Solar years and
    they are of our time: «عاشورای ۱۴۰۴» was in July 2025. Otherwise they are of the rule's
    calendar: «عاشورای ۱۴۴۷» was in July 2025, too, and «عاشوراء 1404» in Arabic text in 1983.
    """
    number, in_solar = year.value, civil == "persian" or is_solar
    if era and era.calendar != "hijri":
        return "persian" if era.mark and era.calendar == "coptic" and is_solar else era.calendar
    if era:
        return "persian" if in_solar and number in _SOLAR_NOW else _LUNAR
    if number > intervals.LAST_SOLAR:
        is_imperial = number in IMPERIAL_YEARS and rule.calendar == "persian"
        return "persian" if is_imperial else "gregorian"
    if rule.calendar == "persian" or (in_solar and (year.is_short or number in _SOLAR_NOW)):
        return "persian"
    return _LUNAR if rule.calendar == _LUNAR else "persian" if in_solar else "gregorian"


def within(rule: Observance, calendar: str, year: int, lunar: str) -> tuple[Value, ...]:
    """Return the days of an observance in a year: two in some, none in others.

    >>> fitr = Observance("islamic", (10, 1), None, 0, False, False, "nothing", True)
    >>> [str(value) for value in within(fitr, "gregorian", 2000, "islamic")]
    ['1420-10-01', '1421-10-01']
    """
    own = _reckoning(rule, lunar)
    if calendar == rule.calendar:
        found = [_in_year(rule, own, year)]
        return tuple(value for value in found if value)
    span = intervals.interval(lunar if calendar == _LUNAR else calendar, year)
    if span is None:
        return ()
    first, last = (intervals.fields(own, day)[0] for day in span)
    return tuple(
        value
        for value in _in_years(rule, own, first, last)
        if value.earliest and span[0] <= value.earliest <= span[1]
    )


def nearest(rule: Observance, reference: dt.date, lunar: str) -> Value:
    """Return the observance that is nearest to the reference; of any year before the calendar."""
    rows = _around(rule, reference, lunar)
    return min(
        rows,
        key=lambda value: abs((value.earliest or dt.date.max) - reference),
        default=yearless(rule),
    )


def by_word(
    rule: Observance, deictic: int | str, reference: dt.date, civil: str, lunar: str
) -> tuple[Value, ...]:
    """Return the observance that a word such as «امسال», «گذشته» or «القادم» means."""
    if isinstance(deictic, int):
        return within(rule, civil, intervals.fields(civil, reference)[0] + deictic, lunar)
    rows = _around(rule, reference, lunar)
    if deictic == "last":
        return tuple(
            [value for value in rows if value.earliest and value.earliest < reference][-1:]
        )
    if deictic == "next":
        return tuple([value for value in rows if value.earliest and value.earliest > reference][:1])
    return (yearless(rule),)


def on_weekday(row: tuple[Value, ...], weekday: int) -> tuple[Value, ...]:
    """Return those days that may be on a weekday, or all if none may."""
    kept = tuple(value for value in row if value.earliest and _may_be_on(value, weekday))
    return kept or row


def _may_be_on(value: Value, weekday: int) -> bool:
    off = ((value.earliest or dt.date.min).isoweekday() - weekday) % _WEEK
    return off in (_LUNAR_GRACE if value.calendar == _LUNAR else (0,))


def yearless(rule: Observance) -> Value:
    """Return an observance of any year."""
    days = [rule.first, *([rule.last] if rule.last else [])]
    found = tuple(values.dated(rule.calendar, None, *day) for day in days)
    if rule.eve_of_last:
        return values.dated(rule.calendar, None, rule.first[0], None)
    return found[0] if len(found) == 1 else values.run("range", found)


def _around(rule: Observance, reference: dt.date, lunar: str) -> list[Value]:
    """Return an observance in the years around the reference, in order."""
    own = _reckoning(rule, lunar)
    year = intervals.fields(own, reference)[0]
    return [*_in_years(rule, own, year - 1, year + 1)]


def _in_years(rule: Observance, reckoning: str, first: int, last: int) -> Iterator[Value]:
    rows = (_in_year(rule, reckoning, year) for year in range(first, last + 1) if year > 0)
    return (value for value in rows if value)


def _in_year(rule: Observance, reckoning: str, year: int) -> Value | None:
    """Return an observance in a year of its own calendar; None if it has no days."""
    if rule.eve_of_last:
        found = _eve_of_last(rule, reckoning, year)
    else:
        found = values.dated(reckoning, year, *rule.first)
        if rule.last:
            found = values.run("range", (found, values.dated(reckoning, year, *rule.last)))
    if found is None or found.earliest is None:
        return None
    slack = _NIGHTS if rule.last else int(rule.is_night or rule.is_moment)
    return replace(found, slack=slack) if slack else found


def _eve_of_last(rule: Observance, reckoning: str, year: int) -> Value | None:
    """Return the day before the last of some weekdays up to the end of a month."""
    month, day = rule.first
    span = intervals.interval(reckoning, year, month)
    if span is None:
        return None
    end = min(span[1], span[0] + dt.timedelta(day - 1))
    last = end - dt.timedelta((end.isoweekday() - rule.eve_of_last) % _WEEK)
    return values.dated(reckoning, *intervals.fields(reckoning, last - dt.timedelta(1)))


def _reckoning(rule: Observance, lunar: str) -> str:
    return lunar if rule.calendar == _LUNAR else rule.calendar
