"""Resolve a draft to values, with the bases of each decision and the assumptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shamsi.lang.language import Era, civil_calendar, week_begins
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.grammar.reasons import Basis
from shamsi.text.resolve import (
    borji,
    nth_weekdays,
    observances,
    old_style,
    relative,
    turns,
    values,
)
from shamsi.text.resolve.calendars import calendar_of
from shamsi.text.resolve.context import READ, Context, Notes
from shamsi.text.resolve.full_years import full_year
from shamsi.text.resolve.values import Value

_LONGEST_BEFORE_HIJRA = 250  # years that «ق.هـ» counts back; poets are dated so from 150 on


@dataclass(slots=True)
class Resolution:
    """A resolved draft: the value of each member, the bases of the decisions, the assumptions."""

    draft: Final[Draft]
    values: Final[tuple[Value, ...]]
    bases: Final[tuple[Basis, ...]]
    assumed: Final[tuple[str, ...]]

    @property
    def is_twice(self) -> bool:
        """Whether it is one observance that falls twice in its year."""
        first, last = self.draft.members[0], self.draft.members[-1]
        return self.draft.observance is not None and len(self.values) > 1 and first is last


def resolve(draft: Draft, context: Context, *, counts_weekdays: bool | None = None) -> Resolution:
    """Resolve a draft. It gets no values if its calendar is not one of `READ`.

    An ordinal after a weekday may count weekdays. The weekday of the day decides, unless the caller
    does.
    """
    notes = Notes(draft, context)
    found: list[Value] = []
    if draft.kind == "relative":
        found += _relative(notes)
    elif draft.observance is not None:
        draft, found = observances.observed(notes, draft.observance)
    else:
        for member in draft.members:
            era = member.era or draft.era
            calendar, basis = calendar_of(notes, member, era)
            notes.bases.append(basis)
            if calendar not in READ:
                found.clear()
                break
            found.append(_value(notes, member, calendar, era))
    if len(found) > 1 and draft.kind == "month" and "year" in notes.assumed:
        found = turns.forward(found)
    if len(found) == 2 and draft.kind in ("month", "season"):
        turned = turns.over_new_year(draft, found)
        notes.bases += [Basis.TURN_OF_YEAR] if turned != found else []
        found = turned
    resolved = tuple(found)
    if found and (draft.nth or draft.weekdays):
        draft, resolved = _counted(notes, resolved, counts_weekdays=counts_weekdays)
    return Resolution(draft, resolved, tuple(notes.bases), tuple(notes.assumed))


def _counted(
    notes: Notes, found: tuple[Value, ...], *, counts_weekdays: bool | None
) -> tuple[Draft, tuple[Value, ...]]:
    """Return a draft and its values after it is decided whether it counts weekdays."""
    draft = notes.draft
    if draft.nth:
        notes.bases.append(Basis.NTH_WEEKDAY)
        return nth_weekdays.coarse(draft, found), found
    if counts_weekdays is not False and draft.kind == "day":
        other = nth_weekdays.counted(draft, found, is_sure=counts_weekdays is True)
        if other:
            notes.bases.append(Basis.COUNTED_WEEKDAY)
            return other
    return draft, found


def _value(notes: Notes, member: Member, calendar: str, era: Era | None) -> Value:
    draft, context = notes.draft, notes.context
    if calendar == "gregorian" and (julian := _julian(notes, member)):
        return julian
    year = full_year(notes, member, calendar, era)
    calendar = context.lunar if calendar == "islamic" else calendar
    if draft.kind == "century":
        return values.century(calendar, member.number or draft.number, bce=bool(era and era.bce))
    if era and era.bce and year and not _is_lunar_mark(notes, era, year):
        return values.before_christ(calendar, year, member.month, member.day)
    if year is None and draft.deictic is not None and context.reference:
        notes.refer()
        year = relative.year_of(draft, member, calendar, context.reference)
        notes.bases += [Basis.DEICTIC] if year else []
    elif year is None and _may_be_near(draft, member) and context.reference:
        notes.refer()
        notes.assume("year")
        is_stated = weekday_of(draft, member) and not draft.nth
        notes.bases.append(Basis.WEEKDAY if is_stated else Basis.NEAREST)
        year = relative.nearest(draft, member, calendar, context.reference)
    if draft.nth:
        return nth_weekdays.value(draft, member, calendar, year)
    if draft.kind == "week":
        return values.week(calendar, year, member.month, member.number)
    if draft.parts_of_month:
        return values.part_of_month(
            calendar, year, member.month or 1, draft.number, draft.parts_of_month
        )
    if draft.kind in ("season", "quarter", "half"):
        return values.part_of_year(draft.kind, calendar, year, member.number or draft.number)
    if draft.kind == "decade":
        return values.decade(calendar, year or 0)
    if calendar == "persian" and year and year < borji.LAW and borji.is_borji(draft, year):
        notes.assume("borji")
        notes.bases.append(Basis.BORJI)
        return borji.value(year, member.month or 1, member.day)
    return values.dated(calendar, year, member.month, member.day)


def _julian(notes: Notes, member: Member) -> Value | None:
    """Return the converted day of a date that a word of the text makes Julian."""
    if not (member.day and old_style.is_julian(notes.draft)):
        return None
    value = old_style.value(notes.draft, member)
    if value:
        for what in ("julian",) if member.year else ("year", "julian"):
            notes.assume(what)
        notes.bases.append(Basis.JULIAN)
    return value


def _may_be_near(draft: Draft, member: Member) -> bool:
    """Whether a date without a year is that nearest to the reference: a day or a month."""
    return draft.kind != "event" and bool(member.month or draft.nth)


def _is_lunar_mark(notes: Notes, era: Era, year: int) -> bool:
    """Whether «ق.هـ» stands for the lunar era: nobody counts so far back from the Hijra."""
    if not era.mark or era.calendar != "islamic" or year <= _LONGEST_BEFORE_HIJRA:
        return False
    notes.assume("era")
    return True


def _relative(notes: Notes) -> list[Value]:
    """Return the values of a relative date. It has no days without a reference.

    In a text of an unknown language, such as a query of a word or two, the language of its words
    decides what a year and a week are.
    """
    draft, context = notes.draft, notes.context
    if context.reference is None:
        return [
            values.relative("gregorian", unit=relative.unit_of(draft, member))
            for member in draft.members
        ]
    notes.refer()
    notes.bases.append(Basis.SPAN if relative.is_span(draft) else Basis.DEICTIC)
    clock = relative.Clock(
        context.reference,
        context.calendar or civil_calendar(draft.lang) or "gregorian",
        context.lunar,
        week_begins(draft.lang or context.lang),
    )
    return [relative.relative(draft, member, clock) for member in draft.members]
