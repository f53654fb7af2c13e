"""List what else a date may mean: other readings of what its text does not say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from shamsi.calendar import intervals
from shamsi.calendar.eras import OFFSETS
from shamsi.calendar.intervals import Interval
from shamsi.lang.language import Era
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number

Drafts = tuple[Draft, ...]  # one date, or the two ends of a range

_IMPERIAL = "imperial"  # not a calendar, but read like one
_ERAS = {_IMPERIAL: Era("persian", -OFFSETS[_IMPERIAL])}
_IMPERIAL_YEARS = range(2200, 2600)  # that a text may give for past years, too
_NUMBERED = ("islamic", "persian", "gregorian")  # may all be the calendar of a number up to 1500
_HIJRI = ("islamic", "persian")  # of an era that does not say which
_FIRST_SOLAR = 1000  # no older year is Solar if nothing says so
# How long a year of a calendar is, in Gregorian years, and the Gregorian year before its first.
_ABOUT = {
    "gregorian": (1, 0),
    "persian": (1, 621),
    _IMPERIAL: (1, -559),
    "islamic": (0.970224, 621),
}
_SLACK = 2  # years
_FULL = 4  # digits of a year with its century
_MONTHS = 12


class Freedom(NamedTuple):
    """What the text of a date leaves open."""

    calendars: tuple[str, ...] = ()  # that it may be of; empty if the text names it
    is_short: bool = False  # whether a year has no century
    is_turnable: bool = False  # whether its month may stand before its day
    has_era: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it has more than one reading."""
        return self.is_short or self.is_turnable or bool(self.calendars)

    @property
    def is_bare(self) -> bool:
        """Whether it is only numbers, which may be of several calendars."""
        return bool(self.calendars) and not self.has_era


def freedom(drafts: Drafts) -> Freedom:
    """Return what the text of a date, or of the two ends of a range, leaves open."""
    if len(drafts) == 1:
        draft, years = drafts[0], _years(drafts[0])
        has_any = (years or draft.kind == "century") and draft.kind not in ("relative", "event")
        return _of_draft(draft, years) if has_any else Freedom()
    known = [freedom((draft,)) for draft in drafts if _years(draft)]
    if not known:
        return Freedom()
    calendars = {row.calendars for row in known}
    named = {draft.calendar for draft in drafts if draft.calendar and not _years(draft)}
    is_named = bool(named) and not named.issuperset({*known[0].calendars} - {_IMPERIAL})
    return Freedom(
        known[0].calendars if len(calendars) == 1 and not is_named else (),
        any(row.is_short for row in known),
        has_era=any(row.has_era for row in known),
    )


def _years(draft: Draft) -> list[Number]:
    return [member.year for member in draft.members if member.year]


def _of_draft(draft: Draft, years: list[Number]) -> Freedom:
    eras = {era for era in (draft.era, *(member.era for member in draft.members)) if era}
    is_counted = any(era.offset or era.bce for era in eras)
    return Freedom(
        _calendars(draft, years, eras),
        not is_counted and any(year.is_short for year in years),
        _is_turnable(draft),
        bool(eras),
    )


def _calendars(draft: Draft, years: list[Number], eras: set[Era]) -> tuple[str, ...]:
    """Return the calendars that a draft may be of; empty if its text names one."""
    highest = max((year.value for year in years), default=0)
    if eras:
        is_open = all(era.calendar == "hijri" or era.bare for era in eras)
        return _HIJRI if is_open and draft.calendar is None else ()
    if highest in _IMPERIAL_YEARS and draft.calendar in (None, "persian"):
        return (draft.calendar or "gregorian", _IMPERIAL)
    if highest > intervals.LAST_SOLAR or (draft.calendar and not draft.has_numbered_month):
        return ()
    return _NUMBERED


def _is_turnable(draft: Draft) -> bool:
    """Whether a draft is a numeric date that may begin with its month."""
    member = draft.members[0]
    return (
        (draft.shape.reads or draft.shape.name) == "numeric"
        and not draft.is_year_first
        and member.day != member.month
        and (member.day or 0) <= _MONTHS
    )


def alternatives(
    drafts: Drafts, free: Freedom, calendar: str, goal: Interval | None, *, is_open: bool
) -> Iterator[tuple[str, Drafts]]:
    """Yield the readings of a date by calendar, first those in the one that it is taken for.

    `is_open` is whether that calendar is an assumption. A missing century is the one that brings
    the date nearest to the goal.
    """
    for one in dict.fromkeys((calendar, *free.calendars)):
        is_said = one == calendar and not (is_open and free.calendars)
        found = drafts if is_said else tuple(_in_calendar(draft, one) for draft in drafts)
        if free.is_short and goal:
            found = tuple(_in_century(draft, one, goal) for draft in found)
        is_guessed = one != calendar or (free.is_short and free.calendars)
        if is_guessed and not _is_of(one, found, free):
            continue
        yield one, found
        if free.is_turnable:
            yield one, tuple(map(_turned, found))


def may_meet(calendar: str, drafts: Drafts, goal: Interval) -> bool:
    """Whether the years of a reading are near the goal, by arithmetic that is off by a year."""
    years = [year.value for draft in drafts for year in _years(draft)]
    if not years or drafts[0].kind in ("decade", "century"):
        return True
    rate, start = _ABOUT[calendar]
    first, last = (start + round(rate * year) for year in (min(years), max(years)))
    return first - _SLACK <= goal[1].year and goal[0].year <= last + _SLACK


def _is_of(calendar: str, drafts: Drafts, free: Freedom) -> bool:
    """Whether people give such years in a calendar: old years are Solar only in full numbers."""
    first = intervals.FIRST_SOLAR if free.has_era or free.is_short else _FIRST_SOLAR
    years = [year.value for draft in drafts for year in _years(draft)]
    return calendar != "persian" or all(year >= first for year in years)


def _in_calendar(draft: Draft, calendar: str) -> Draft:
    """Return a draft in a calendar."""
    if calendar == _IMPERIAL:
        return draft.assuming("era", Basis.IMPERIAL_BESIDE, era=_ERAS[calendar])
    return draft.assuming("calendar", calendar=calendar)


def _in_century(draft: Draft, calendar: str, goal: Interval) -> Draft:
    """Return a draft in the century that brings it nearest to the goal."""
    middle = dt.date.fromordinal((goal[0].toordinal() + goal[1].toordinal()) // 2)
    year = intervals.fields(calendar, middle)[0]
    members = tuple(_completed(member, year) for member in draft.members)
    if members == draft.members:
        return draft
    return draft.assuming("century", Basis.CENTURY_BESIDE, members=members)


def _completed(member: Member, goal: int) -> Member:
    """Return a member with the century that brings its year nearest to the goal."""
    if member.year is None or not member.year.is_short:
        return member
    century = max(0, (goal - member.year.value + 50) // 100)
    return replace(member, year=Number(member.year.value + 100 * century, _FULL))


def _turned(draft: Draft) -> Draft:
    """Return a numeric date with its month before its day."""
    member = draft.members[0]
    turned = replace(member, day=member.month, month=member.day)
    return draft.assuming("order", Basis.ORDER_BESIDE, members=(turned,))
