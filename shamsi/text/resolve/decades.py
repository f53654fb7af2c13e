"""Give joined decades one century: «من العشرينيات إلى الأربعينيات» begins in 1920."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Number
from shamsi.text.resolve.context import Context
from shamsi.text.resolve.full_years import HORIZON
from shamsi.text.resolve.resolver import resolve

_JOINT = compiled("""
    [other_mark suffix]? comma? (range | dash | inner_dash | and | comma | or)
    [preposition into of modifier decade_word and month_word between range]* $
""")
_OF = ("", codes_of("of"))
_SPANNING = frozenset(codes_of("range dash inner_dash"))
_FULL = 4  # digits of a decade with its century
_CENTURY, _HALF = 100, 50
_GREGORIAN_FROM = 16  # centuries without an era from which on no other calendar is meant
_TWENTIES = 20
_LAST_CENTURY = range(1930, 2000)  # the decades beside which the twenties are those of 1920
_PARTS = {"mid": _HALF, "end": _CENTURY}  # years of a century up to its part


def in_one_century(groups: Sequence[list[Draft]], context: Context) -> list[list[Draft]]:
    """Complete the Gregorian decades of a text that are printed without their century.

    Joined decades run forward, and have the century of the last one that has any. Elsewhere the
    twenties are the 1920s if the text speaks of the thirties to the nineties.
    """
    if not any(draft.kind == "decade" for group in groups for draft in group):
        return [*groups]
    rows = [[_completed(run, context) for run in _runs(group)] for group in groups]
    decades = [draft for runs in rows for run in runs for draft in run if draft.kind == "decade"]
    if any(map(_is_twenties, decades)) and _is_of_last_century(decades, context):
        rows = [[_in_twenties(run, context) for run in runs] for runs in rows]
    return [[draft for run in runs for draft in run] for runs in rows]


def _is_of_last_century(decades: Sequence[Draft], context: Context) -> bool:
    """Whether a text speaks of decades from 1930 to 1999, and of none after them."""
    years = [_last(draft, context) or 0 for draft in decades if not _is_twenties(draft)]
    return max(years, default=0) in _LAST_CENTURY


def _runs(group: list[Draft]) -> Iterator[list[Draft]]:
    """Yield runs of joined decades. A century may end a run; other dates are alone."""
    run: list[Draft] = []
    for draft in group:
        if run and not _are_joined(run[-1], draft):
            yield run
            run = []
        run.append(draft)
    if run:
        yield run


def _are_joined(left: Draft, right: Draft) -> bool:
    """Whether a word or a mark joins two decades, or a decade and a century."""
    if left.kind != "decade" or right.kind not in ("decade", "century"):
        return False
    return bool(_JOINT.match(left.tokens.kinds[left.shape.last : right.shape.first])) or (
        right.kind == "century" and _is_beside(left, right)
    )


def _is_beside(decade: Draft, century: Draft) -> bool:
    """Whether a century is that of the decades before it: «دهه‌های ۲۰ و ۳۰ قرن بیستم»."""
    return decade.tokens.kinds[decade.shape.last : century.shape.first] in _OF


def _completed(run: list[Draft], context: Context) -> list[Draft]:
    """Complete a run of decades, if it is of Gregorian ones."""
    decades = run if run[-1].kind == "decade" else run[:-1]
    numbers = [member.year for draft in decades for member in draft.members if member.year]
    eras = [draft.era for draft in decades if draft.era]
    is_complete = all(number.width == _FULL for number in numbers)
    if len(run) == len(numbers) == 1 or is_complete or any(not _is_gregorian(era) for era in eras):
        return run
    limit = intervals.fields("gregorian", context.reference)[0] if context.reference else HORIZON
    if len(decades) < len(run):
        last = _before_century(numbers[-1].value, run, context) if not eras else None
    else:
        last = _last(replace(run[-1], era=eras[-1] if eras else None), context)
    if last is None:
        return run
    years = _years(numbers, _are_ranges(decades), last, limit)
    return [*_with_years(decades, years, context), *run[len(decades) :]]


def _is_gregorian(era: Era) -> bool:
    return era.calendar == "gregorian" and not era.bce


def _last(draft: Draft, context: Context) -> int | None:
    """Return the first year of the last decade of a run as it is read alone, if Gregorian."""
    found = resolve(draft, context).values
    return found[-1].year if found and found[-1].calendar == "gregorian" else None


def _before_century(number: int, run: list[Draft], context: Context) -> int | None:
    """Return the decade of a Gregorian century, or the one that leads to it.

    «دهه هشتاد تا ابتدای قرن بیست و یکم» begins in 1980.
    """
    draft = run[-1]
    if draft.era is None and draft.number < _GREGORIAN_FROM:
        return None
    found = resolve(draft, context).values
    if not found or found[0].calendar != "gregorian" or found[0].is_bce:
        return None
    if _is_beside(run[-2], draft):
        return _CENTURY * (draft.number - 1) + number
    part = _CENTURY * (draft.number - 1) + _PARTS.get(draft.modifier or "start", 0)
    return part - (part - number) % _CENTURY


def _are_ranges(decades: Sequence[Draft]) -> list[bool]:
    """Return whether a word or dash of a range is between each decade and the next."""
    kinds = decades[0].tokens.kinds
    members = [member for draft in decades for member in draft.members]
    return [not _SPANNING.isdisjoint(kinds[a.last : b.first]) for a, b in pairwise(members)]


def _years(
    numbers: Sequence[Number], are_ranges: Sequence[bool], last: int, limit: int
) -> list[int]:
    """Return the first years of joined decades. `last` is that of the last one, read alone."""
    known = [number.value if number.width == _FULL else None for number in numbers]
    if not any(known):
        known[-1] = last
    at = max(k for k, year in enumerate(known) if year)
    out = [year or 0 for year in known]
    for k in reversed(range(at)):
        out[k] = known[k] or _before(out[k + 1], numbers[k].value)
    for k in range(at + 1, len(out)):
        out[k] = _after(out[k - 1], numbers[k].value, limit, is_range=are_ranges[k - 1])
    # «الأربعينيات والعشرينيات»: alone the twenties are those of this century, but not here.
    is_late = max(out) > max(limit, last)
    return [year - _CENTURY for year in out] if is_late else out


def _before(year: int, number: int) -> int:
    """Return the decade before a year: of its century, or of the one before if that is near."""
    gap = (year - number) % _CENTURY
    return year - gap + _CENTURY if number > year % _CENTURY and gap >= _HALF else year - gap


def _after(year: int, number: int, limit: int, *, is_range: bool) -> int:
    """Return the decade after a year, in its century unless a range leads to the next one."""
    gap = (number - year) % _CENTURY
    is_past = number < year % _CENTURY and (year + gap > limit or not (is_range or gap < _HALF))
    return year + gap - _CENTURY if is_past else year + gap


def _with_years(decades: list[Draft], years: Sequence[int], context: Context) -> list[Draft]:
    rest = iter(years)
    return [
        _dated(draft, [next(rest) if member.year else 0 for member in draft.members], context)
        for draft in decades
    ]


def _dated(draft: Draft, years: Sequence[int], context: Context) -> Draft:
    """Return a decade with its century, and so its calendar, if alone it is read as another."""
    found = resolve(draft, context).values
    if all(
        (v.calendar, v.year) == ("gregorian", year) for v, year in zip(found, years, strict=False)
    ):
        return draft
    members = tuple(
        replace(member, year=Number(year, _FULL)) if member.year else member
        for member, year in zip(draft.members, years, strict=True)
    )
    return draft.assuming("century", members=members, calendar=draft.calendar or "gregorian")


def _is_twenties(draft: Draft) -> bool:
    """Whether a decade is the twenties, of any century."""
    year = draft.members[0].year
    is_short = year is not None and year.width < _FULL and year.value == _TWENTIES
    return len(draft.members) == 1 and is_short


def _in_twenties(run: list[Draft], context: Context) -> list[Draft]:
    """Return twenties that nothing is joined to as those of 1920, if they are Gregorian."""
    draft = run[0]
    if len(run) > 1 or draft.kind != "decade" or not _is_twenties(draft):
        return run
    if _last(draft, context) is None:
        return run
    return [_dated(draft, [_LAST_CENTURY.start // _CENTURY * _CENTURY + _TWENTIES], context)]
