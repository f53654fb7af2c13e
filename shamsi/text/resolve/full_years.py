"""Resolve a year: its century, and the offset of its era."""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.calendar.eras import IMPERIAL_YEARS, OFFSETS
from shamsi.lang.language import Era
from shamsi.text.grammar.drafts import Member
from shamsi.text.grammar.reasons import Basis
from shamsi.text.resolve import turki
from shamsi.text.resolve.context import Context, Notes

HORIZON = 2026  # the latest two-digit year without a reference
_HORIZONS = {"persian": 1405, "gregorian": HORIZON}
_AHEAD = 5
_FIRST_SHORT = 20  # «سال ۱۰ خورشیدی» is the year 10, «سال ۷۷ خورشیدی» is 1377
_CIVIL_YEARS = range(1900, 2101)  # too late to be lunar years


def full_year(notes: Notes, member: Member, calendar: str, era: Era | None) -> int | None:
    """Return the year with its century and the offset of its era."""
    draft, context = notes.draft, notes.context
    if member.year is None:
        return None
    year = member.year.value
    if era is None and calendar == "persian" and (animal := turki.animal_of(draft)):
        found = turki.meaning(animal, year, is_solar=True)
        return found[1] if found else year
    if era and era.offset and era.calendar == calendar:
        notes.bases += [] if "era" in draft.assumed else [Basis.OFFSET]
        full = IMPERIAL_YEARS.start + year
        if member.year.is_short and full in IMPERIAL_YEARS and -era.offset == OFFSETS["imperial"]:
            notes.assume("century")  # شهریور ۳۶ شاهنشاهی
            return full + era.offset
        return year + era.offset
    if (
        calendar == "persian"
        and era is None
        and year in IMPERIAL_YEARS
        and not context.given_calendar
    ):
        notes.assume("era")
        notes.bases.append(Basis.IMPERIAL)
        return year - OFFSETS["imperial"]
    if (
        calendar == "islamic" and era is None and member.month and year in _CIVIL_YEARS
    ):  # مسلسلات رمضان 2019
        notes.assume("calendar")
        notes.bases.append(Basis.LUNAR_IN_CIVIL)
        return _lunar_within(member, "gregorian", year, context)
    short = member.year.is_short
    literal = (
        era and draft.kind != "decade" and not (calendar == "persian" and year >= _FIRST_SHORT)
    )
    if not short or literal or (calendar == "islamic" and context.calendar == "gregorian"):
        return year
    notes.assume("century")
    beside = context.votes.lunar_year(year) if calendar == "islamic" else None
    if beside:
        notes.bases.append(Basis.LUNAR_CENTURY)
        return beside
    notes.refer()
    if calendar == "islamic":
        notes.bases.append(Basis.LUNAR_IN_SOLAR if member.month else Basis.SHORT_LUNAR)
        return (
            _lunar_within(member, "persian", pivot(year, "persian", context), context)
            if member.month
            else year
        )
    notes.bases.append(Basis.PIVOT_REFERENCE if context.reference else Basis.PIVOT)
    return pivot(year, calendar, context)


def pivot(year: int, calendar: str, context: Context) -> int:
    """Return the latest year with these two digits that is not far after the reference."""
    if context.reference:
        last = max(100, intervals.fields(calendar, context.reference)[0] + _AHEAD)
    else:
        last = _HORIZONS[calendar]
    return last - (last - year) % 100


def _lunar_within(member: Member, calendar: str, civil: int, context: Context) -> int:
    """Return the lunar year whose month falls in a Solar or Gregorian year: ماه رمضان ۹۹."""
    bounds = intervals.interval(calendar, civil)
    middle = intervals.fields(context.lunar, bounds[0])[0] if bounds else civil + 40
    for year in (middle, middle + 1):
        month = intervals.interval(context.lunar, year, member.month)
        if month and bounds and bounds[0] <= month[0] <= bounds[1]:
            return year
    return middle
