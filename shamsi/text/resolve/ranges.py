"""Join two dates to a range. They share a calendar, and a year that one of them leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.guards import basis_in_row
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number
from shamsi.text.grammar.year_readers import near
from shamsi.text.resolve import old_style
from shamsi.text.resolve.context import Context
from shamsi.text.resolve.resolver import Resolution, resolve
from shamsi.text.resolve.values import Value

_JOINT = compiled("""
    comma? (?P<sign>range | dash | inner_dash) [preposition into of]? modifier? [day_word
      date_word]* (weekday comma?)? [month_word year_word]? $
    | comma? and [day_word date_word]? (weekday comma?)? [month_word year_word]? $
""")
_BETWEEN = compiled("between [day_word date_word weekday month_word year_word comma]* $")
_DASHES, _SLASHES = tuple(codes_of("dash inner_dash")), tuple(codes_of("slash inner_slash"))
# Between two lists of years or centuries that are the same in two calendars.
_TO_CALENDAR = compiled("^ (slash | inner_slash) $ | opening | same").search
_REACH = 16
_FULL, _SHORT = 4, 2  # digits of a year with its century, and without
_HALF_CENTURY = 50
_KINDS = {"day", "week", "month", "year", "decade"}


def join(drafts: list[Draft]) -> list[tuple[Draft, Draft | None]]:
    """Pair the drafts of a window that are the two ends of a range."""
    if len(drafts) == 1:
        return [(drafts[0], None)]
    rows: list[tuple[Draft, Draft | None]] = []
    k = 0
    while k < len(drafts):
        mate = drafts[k + 1] if k + 1 < len(drafts) and _joined(drafts, k) else None
        rows.append((drafts[k], mate))
        k += 1 if mate is None else 2
    return rows


def _joined(drafts: list[Draft], k: int) -> bool:
    first, last = drafts[k], drafts[k + 1]
    kinds = first.tokens.kinds
    joint = _JOINT.match(kinds[first.shape.last : last.shape.first])
    if (
        not joint
        or first.kind != last.kind
        or first.kind not in _KINDS
        or len(first.members) + len(last.members) > 2
    ):
        return False
    if first.calendar and last.calendar and first.calendar != last.calendar:
        return False
    if first.era and last.era and first.era.calendar != last.era.calendar:
        return False
    if joint["sign"] in _DASHES:  # «/» between calendars binds more tightly
        return _mirrored(drafts, k) or not (
            (_slashed(drafts, k - 1) and len(drafts[k - 1].members) == 1)
            or (_slashed(drafts, k + 1) and len(drafts[k + 2].members) == 1)
        )
    if joint["sign"] is None:
        return bool(
            _BETWEEN.search(kinds[max(0, first.shape.first - _REACH) : first.shape.first])
        ) and (first.kind in ("day", "month"))
    return True


def _mirrored(drafts: list[Draft], k: int) -> bool:
    """Whether draft k begins a range of A – B / C – D, a range in two calendars."""
    for start in (k, k - 2):
        four = drafts[start : start + 4] if start >= 0 else []
        calendars = [
            draft.calendar or (draft.era.calendar if draft.era else None) for draft in four
        ]
        if (
            len(four) == 4
            and _slashed(drafts, start + 1)
            and all(_dashed(drafts, start + i) for i in (0, 2))
        ):
            return calendars[0] == calendars[1] != calendars[2] == calendars[3]
    return False


def _dashed(drafts: list[Draft], k: int) -> bool:
    return drafts[k].tokens.kinds[drafts[k].shape.last : drafts[k + 1].shape.first] in _DASHES


def _slashed(drafts: list[Draft], k: int) -> bool:
    """Whether a slash stands between draft k and the next."""
    if k < 0 or k + 1 >= len(drafts):
        return False
    return drafts[k].tokens.kinds[drafts[k].shape.last : drafts[k + 1].shape.first] in _SLASHES


def apart(draft: Draft, found: Sequence[Value]) -> list[Draft]:
    """Split a draft into several.

    1281–1347 / 1902–1968 are two ranges, 2025-1404 are two years.
    """
    runs = _runs(draft, found)
    rows: list[Draft] = []
    for run in runs or [[member] for member in draft.members]:
        first, last = run[0].first, run[-1].last
        outer = first if rows else draft.shape.outer
        basis = basis_in_row(draft.tokens, first, last) if draft.shape.name == "years" else None
        shape = replace(draft.shape, first=first, last=last, outer=outer, basis=basis)
        rows.append(replace(draft, members=tuple(run), shape=shape, assumed=()))
    return rows


def _runs(draft: Draft, found: Sequence[Value]) -> list[list[Member]]:
    """Group the members by calendar.

    Empty unless a slash, a bracket or a connector stands wherever the calendar changes, and
    nowhere else.
    """
    members, kinds = draft.members, draft.tokens.kinds
    if len(found) != len(members):
        return []
    runs = [[members[0]]]
    for k in range(1, len(members)):
        is_slashed = bool(_TO_CALENDAR(kinds[members[k - 1].last : members[k].first]))
        if is_slashed == (found[k].calendar == found[k - 1].calendar):
            return []
        if is_slashed:
            runs.append([])
        runs[-1].append(members[k])
    return runs


def resolved(first: Draft, last: Draft, context: Context) -> tuple[Resolution, Resolution] | None:
    """Resolve both ends; None if they are not a range.

    A missing year is that of the other end, or the year next to it if the range would be reversed.
    """
    era = first.era or last.era
    ends = old_style.shared([replace(end, era=end.era or era) for end in (first, last)])
    shared = _share_year(ends, context)
    if first.kind != "decade":
        _complete_short(ends, [_is_literal(end.era) for end in (first, last)], context)
    one, other = (resolve(end, context) for end in ends)
    if (
        len(one.values) != 1
        or len(other.values) != 1
        or one.values[0].calendar != other.values[0].calendar
    ):
        return None
    # A mention shows each end as printed, without the year that the ends share.
    other = replace(other, bases=other.bases + shared)
    return _as_printed(one, first), _as_printed(other, last)


def _as_printed(row: Resolution, draft: Draft) -> Resolution:
    """Return an end with its draft as printed, unless its core has become another."""
    return replace(row, draft=draft) if row.draft.shape is draft.shape else row


def _share_year(ends: list[Draft], context: Context) -> tuple[Basis, ...]:
    """Give the end without a year that of the other end, and return the basis.

    «سال جاری» is a year of its own, which the other end has from it.
    """
    for k, step in ((0, -1), (1, 1)):
        end = ends[k]
        if end.members[0].year is not None or end.deictic not in (None, "same"):
            continue
        there = _printed_year(ends[1 - k], context)
        if there is None:
            continue
        ends[k] = _in_year(end, there)
        if end.deictic is None and _is_backwards(ends, context):
            ends[k] = _in_year(end, _year_beside(there, step))
            return (Basis.TURN_OF_YEAR,)
        return (Basis.SHARED_YEAR,)
    _run_forward(ends, context)
    return ()


def _run_forward(ends: list[Draft], context: Context) -> None:
    """Move the last of two days or months without a year, if each is near the reference."""
    days = [end.kind in ("day", "month") and end.deictic is None for end in ends]
    is_open = context.reference and all(days) and not any(end.members[0].year for end in ends)
    if not is_open or not _is_backwards(ends, context):
        return
    year = resolve(ends[0], context).values[0].year or 0
    for step in (0, 1):
        last = _in_year(ends[1].assuming("year"), Number(year + step, _FULL))
        if not _is_backwards([ends[0], last], context):
            ends[1] = last
            return


def _printed_year(end: Draft, context: Context) -> Number | None:
    """Return the year of an end: as it is printed, or from its word such as «سال جاری»."""
    year = end.members[0].year
    if year is not None or end.deictic is None or context.reference is None:
        return year
    found = resolve(end, context).values
    return Number(found[0].year, _FULL) if found and found[0].year else None


def _year_beside(year: Number, step: int) -> Number | None:
    """Return the year before or after one; None before the first. After «۹۹» comes «۰۰»."""
    value = year.value + step
    if year.width == _SHORT:
        return year._replace(value=value % 100)
    return year._replace(value=value) if value > 0 else None


def _is_literal(era: Era | None) -> bool:
    """Whether two digits before an era are the whole year: «سنة 40 هـ»."""
    return era is not None and era.calendar in ("islamic", "hijri")


def _complete_short(ends: list[Draft], literal: Sequence[bool], context: Context) -> None:
    """Complete the two digits of an end to the year that is nearest to the other end."""
    years = [end.members[0].year for end in ends]
    for k in (0, 1):
        here, there = years[k], years[1 - k]
        if not here or not there or here.width != _SHORT or literal[k]:
            continue
        if there.width == _FULL:
            ends[k] = _in_year(ends[k], Number(near(there.value, here), _FULL))
        elif k and there.width == _SHORT and (first := _far_from(ends, context)):
            ends[k] = _in_year(
                ends[k].assuming("century"), Number(near(first, here), _FULL)
            )  # «از اسفند ۰۵ تا فروردین ۰۶»


def _far_from(ends: Sequence[Draft], context: Context) -> int | None:
    """Return the year of the first end if the last one is in another century."""
    found = [value.year for end in ends for value in resolve(end, context).values]
    first, last = found if len(found) == len(ends) else (None, None)
    return first if first and last and abs(first - last) > _HALF_CENTURY else None


def _in_year(end: Draft, year: Number | None) -> Draft:
    """Return an end with a year."""
    return replace(end, members=(replace(end.members[0], year=year),))


def _is_backwards(ends: Sequence[Draft], context: Context) -> bool:
    found = [value for end in ends for value in resolve(end, context).values]
    return len(found) == 2 and bool(
        found[0].earliest and found[1].earliest and found[0].earliest > found[1].earliest
    )
