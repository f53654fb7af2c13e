"""Infer calendars from a century before a bracket, the year of print, or a lunar date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.lang.classes import codes_of
from shamsi.text.grammar import centuries
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled

_BRACKET = compiled("closing? opening [year_word preposition into of modifier]* $").match
_WORDS = "[other_word place event yearly date_word stop title of into and preposition]{1,9} $"
_TITLE, _UNQUOTED = (
    compiled(f"(^ | other_mark) {_WORDS}").search,
    compiled(f"title {_WORDS}").search,
)
_OPENING = codes_of("opening")
_END_OF_TITLE = codes_of("other_mark") + _OPENING
_JOINED = compiled("[other_mark closing comma era era_mark opening slash inner_slash]* same").match
_RUMI_YEARS = range(1256, 1343)  # 1840 to 1926; lunar years are up to three more
_FROM_RUMI = 3
_REACH = 12  # tokens of a title
_LIFE = 100  # years by which a life or a war may end after its century
_CALENDARS = ("islamic", "gregorian", "persian")


def infer(drafts: Sequence[Draft], civil: str | None) -> list[Draft]:
    """Complete the drafts of a window. `civil` is the civil calendar of the document's language.

    «القرن الثالث عشر الميلادي (1274)» is a Gregorian year, «القرن السادس (575-622هـ)» is a lunar
    century. The year after a quoted title is the year of print, so the title's years are of its
    calendar: «سواحل الجنوب 1211-1289» (1957).
    """
    rows = list(drafts)
    for k in range(1, len(rows)):
        left, right = rows[k - 1], rows[k]
        if _is_rumi(left, right):
            rows[k] = right.assuming("calendar", calendar="rumi")
        if right.kind != "year":
            continue
        if left.kind == "century":
            if _BRACKET(left.tokens.kinds[left.shape.last : right.shape.first]):
                rows[k - 1 : k + 1] = _bracketed(left, right, civil)
        elif civil == "gregorian" and is_print_year(left, right) and _is_late(right):
            rows[k - 1] = left.assuming("calendar", calendar="gregorian")
    return rows


def _is_rumi(lunar: Draft, western: Draft) -> bool:
    """Whether a month and year beside a lunar date are of the Ottoman Rumi calendar.

    Its months have Gregorian names, and its years are near those of the Hijra: «29 شوال 1307
    المصادف 5 حزيران 1306».
    """
    if lunar.calendar != "islamic" or western.calendar != "gregorian" or western.era:
        return False
    there, here = western.members[0].year, lunar.members[0].year
    if there is None or western.kind not in ("day", "month"):
        return False
    between = lunar.tokens.kinds[lunar.shape.last : western.shape.first]
    is_near = here is None or 0 <= here.value - there.value <= _FROM_RUMI
    return there.value in _RUMI_YEARS and is_near and bool(_JOINED(between))


def is_print_year(left: Draft, right: Draft) -> bool:
    """Whether a date in brackets follows a title of some words that ends with a year.

    Without quotation marks it must be a run of years: كتاب تاريخ المدن 1204-1261 (1968).
    """
    kinds, first = left.tokens.kinds, left.shape.first
    between = kinds[left.shape.last : right.shape.first]
    if between not in (_END_OF_TITLE, _OPENING) or len(right.members) > 1 or not _is_open(left):
        return False
    before = kinds[max(0, first - _REACH) : first]
    if between == _END_OF_TITLE:
        return bool(_TITLE(before))
    return len(left.members) > 1 and bool(_UNQUOTED(before))


def _is_late(draft: Draft) -> bool:
    year = draft.members[0].year
    return year is not None and year.value > intervals.LAST_SOLAR


def _is_open(draft: Draft) -> bool:
    """Whether a draft is years without a calendar."""
    is_bare = not draft.era and draft.kind == "year"
    return is_bare and all(member.year and not member.era for member in draft.members)


def _bracketed(century: Draft, years: Draft, civil: str | None) -> list[Draft]:
    """Return a century and the years in brackets after it, each with the other's calendar."""
    era = century.members[-1].era or century.era
    named = centuries.calendar_of(era) if era else None
    numbers = [member.number or century.number for member in century.members]
    printed = [member.year.value for member in years.members if member.year]
    if era and era.bce:
        return [century, years]
    if _is_open(years):
        calendar = (
            _of_years(named or civil, numbers, printed) if named or civil == "gregorian" else None
        )
        if calendar:
            years = years.assuming("calendar", calendar=calendar)
    elif not named:
        said = years.era or years.members[-1].era
        if said and _is_within(numbers, printed):
            century = _counted(century, centuries.calendar_of(said))
        elif said and (calendar := _of_century(numbers, printed, centuries.calendar_of(said))):
            century = _counted(century, calendar)
    return [century, years]


def _counted(century: Draft, calendar: str) -> Draft:
    members = tuple(replace(member, calendar=calendar) for member in century.members)
    return replace(century, members=members)


def _is_within(numbers: list[int], years: list[int]) -> bool:
    """Whether the run of some years meets centuries by its numbers."""
    first, last = 100 * min(numbers) - 99, 100 * max(numbers)
    return min(years) <= last and first <= max(years) <= last + _LIFE


def _of_years(calendar: str | None, numbers: list[int], years: list[int]) -> str | None:
    """Return the calendar of years in a century: its own, or one in which they are part of it."""
    if _is_within(numbers, years):
        return calendar
    span = _span(calendar or "", numbers)
    others = (one for one in _CALENDARS if one != calendar)
    return next((one for one in others if _meets(span, one, years)), None)


def _of_century(numbers: list[int], years: list[int], calendar: str) -> str | None:
    """Return the other calendar in which centuries have years of a calendar."""
    others = (one for one in ("islamic", "gregorian") if one != calendar)
    return next((one for one in others if _meets(_span(one, numbers), calendar, years)), None)


def _span(calendar: str, numbers: list[int]) -> Interval | None:
    first = centuries.years(calendar, min(numbers)) if calendar else None
    last = centuries.years(calendar, max(numbers)) if calendar else None
    return (first[0], last[1]) if first and last else None


def _meets(span: Interval | None, calendar: str, years: list[int]) -> bool:
    return any(centuries.meet(span, intervals.interval(calendar, year)) for year in years)
