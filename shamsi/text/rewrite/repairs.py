"""Repairs: how to mend what is wrong with a date; only those that are read as they are meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.text.compare.evidence import is_on
from shamsi.text.compare.month_conflicts import Conflict
from shamsi.text.compare.sides import side
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found, Reading, reading_of
from shamsi.text.resolve.values import Point
from shamsi.text.rewrite.edits import Edit
from shamsi.text.rewrite.rewriter import renamed_weekday, restate, rewrite, span_of
from shamsi.text.rewrite.wording import month_like

_AROUND = 400  # code points on either side of a repair that are read again with it


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair: the text to put in place of `start`…`end` of the source.

    `calendar` is that of the date which it rewrites; `preferred` is whether something in the text, such as a weekday,
    says that this is the side to mend.

    >>> import shamsi
    >>> [s.replacement for s in shamsi.check("18 مرداد 1404 (18 أغسطس 2025)")[0].suggestions]
    ['27 مرداد 1404', '9 أغسطس 2025']
    """

    start: int
    end: int
    replacement: str
    calendar: str | None = None  # that of the side which it rewrites
    preferred: bool = False  # a weekday in the text says that this side is the wrong one


def of_pair(reading: Reading, left: Found, right: Found, right_side: Mention | None) -> tuple[Suggestion, ...]:
    """Both ways to mend a pair: the left side moved to the right one's days, and the other way round.

    No side is moved to a day that is not the weekday which stands beside it.
    """
    out: list[Suggestion] = []
    for row, other in ((left, right), (right, left)):
        if other.mention.weekday is not None and not is_on(other.mention, other.mention.weekday):
            continue
        target = _target(row, other)
        edit = rewrite(reading, row, target) if target else None
        out += _sound(reading, row, [edit], preferred=right_side is other.mention)
    return tuple(out)


def _target(row: Found, other: Found) -> Interval | None:
    """The days that the other side means; a side without a year borrows this one's."""
    there = side(other.mention)
    if not there.is_yearless:
        return there.interval()
    here = side(row.mention).interval()
    anchor = here[0] if here else dt.date(2025, 6, 1)
    years = intervals.years_around(there.calendar, anchor)
    spans = [span for year in years if (span := there.in_year(year).interval())]
    return min(spans, key=lambda span: abs(span[0] - anchor)) if spans else None


def of_weekday(reading: Reading, row: Found, part: Mention, *, agreed: bool) -> tuple[Suggestion, ...]:
    """The right weekday; and where no other calendar says that the day is right, the days near it that fit.

    Those are the nearest, and the same day of the year before or after, where it fits in one of the two.
    """
    parts, day = row.mention.parts, part.earliest
    if day is None or part.weekday is None:
        return ()
    draft, member = _member(row, part)
    changes = renamed_weekday(reading, draft, member, day.isoweekday())
    edits: list[Edit | None] = [Edit(*span_of(reading, draft, k), text) for k, text in changes.items()]
    if parts or agreed:
        return tuple(_sound(reading, row, edits, preferred=agreed))
    near = day + dt.timedelta(days=(part.weekday - day.isoweekday() + 3) % 7 - 3)
    edits.append(rewrite(reading, row, (near, near)))
    years = [whole[0] for step in (-1, 1) if (whole := next(side(part).altered(year=step)).interval())]
    fitting = [other for other in years if other.isoweekday() == part.weekday]
    if len(fitting) == 1:
        edits.append(rewrite(reading, row, (fitting[0], fitting[0])))
    return tuple(_sound(reading, row, edits))


def weekday_span(reading: Reading, row: Found, part: Mention) -> tuple[int, int] | None:
    """Where the weekday of a date, or of a part of it, is named."""
    draft, member = _member(row, part)
    return None if member.weekday_at is None else span_of(reading, draft, member.weekday_at)


def _member(row: Found, part: Mention) -> tuple[Draft, Member]:
    """What a part of a mention, or the only one, was made of."""
    members = [(draft, member) for draft in row.drafts for member in draft.members]
    parts = row.mention.parts
    return members[parts.index(part) if part in parts else 0]


def of_impossible(reading: Reading, row: Found) -> tuple[Suggestion, ...]:
    """The last day of the month, and the first of the next, in place of a day that a month does not have."""
    if row.mention.parts or len(row.drafts) != 1 or len(row.drafts[0].members) != 1:
        return ()
    value = value_of(row.mention)
    point = value.points[0] if value.grain == "day" and not value.is_bce else None
    if point is None or point.month is None or not 1 <= point.month <= 12:
        return ()
    calendar = row.mention.calendar
    length = intervals.month_length(calendar, point.year, point.month)
    if point.day is None or not length < point.day <= 31:
        return ()
    last = replace(point, day=length)
    turn = point.month == 12
    first = Point(point.year and point.year + turn, 1 if turn else point.month + 1, 1)
    return tuple(_sound(reading, row, [restate(reading, row, [one]) for one in (last, first)]))


def of_conflict(reading: Reading, conflict: Conflict) -> tuple[Suggestion, ...]:
    """Either name of a month in place of the other one."""
    first, second = conflict.names
    return tuple(
        Suggestion(
            here.start,
            here.end,
            month_like(here.text, reading.lang, there.month.calendar, there.month.number),
            here.month.calendar,
        )
        for here, there in ((first, second), (second, first))
    )


def of_reversed(reading: Reading, row: Found) -> tuple[Suggestion, ...]:
    """The two ends of a range exchanged."""
    ends = [end for part in row.mention.parts for end in side(part).points]
    return tuple(_sound(reading, row, [restate(reading, row, ends[::-1])])) if len(ends) == 2 else ()


def _sound(
    reading: Reading, row: Found, edits: Sequence[Edit | None], *, preferred: bool = False
) -> Iterator[Suggestion]:
    """The suggestions of some edits: those that change one date, and no other that stands around it."""
    around: tuple[int, int, list[Mention]] | None = None
    for edit in edits:
        if edit is None:
            continue
        around = around or _around(reading, row)
        start, end, before = around
        source = reading.folded.source
        after = _read(source[start : edit.start] + edit.text + source[edit.end : end])
        if _is_alike(before, after, row.mention, edit, start):
            yield Suggestion(edit.start, edit.end, edit.text, row.mention.calendar, preferred)


def _around(reading: Reading, row: Found) -> tuple[int, int, list[Mention]]:
    """Where the text around a date begins and ends, and the dates in it."""
    source, (first, last) = reading.folded.source, row.mention.extent
    start, end = max(0, first - _AROUND), min(len(source), max(last, row.mention.end) + _AROUND)
    while 0 < start < first and not source[start - 1].isspace():
        start += 1
    while last < end < len(source) and not source[end].isspace():
        end -= 1
    return start, end, _read(source[start:end])


def _read(text: str) -> list[Mention]:
    return [row.mention for row in reading_of(text).found]


def _is_alike(before: list[Mention], after: list[Mention], mention: Mention, edit: Edit, start: int) -> bool:
    """Whether all dates but one are as they were, and that one is still a date of its kind, at the repair's end."""
    here = [k for k, one in enumerate(before) if one.start + start == mention.start and one.text == mention.text]
    if not here:
        return True  # read with other words than the rest of the text: nobody can tell from here
    if len(before) != len(after):
        return False
    at = here[0]
    same = all(
        (old.text, old.native, old.calendar) == (new.text, new.native, new.calendar)
        for k, (old, new) in enumerate(zip(before, after, strict=True))
        if k != at
    )
    old, new = before[at], after[at]
    return (
        same
        and (old.calendar, old.kind, len(old.parts)) == (new.calendar, new.kind, len(new.parts))
        and (new.problem is None and (edit.end < mention.start or edit.text.endswith(new.text)))
    )
