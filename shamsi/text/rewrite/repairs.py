"""Suggest repairs for wrong dates. Each is read again to check that it means what it should."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.text.compare.evidence import is_on
from shamsi.text.compare.month_conflicts import Conflict
from shamsi.text.compare.sides import Side, side
from shamsi.text.compare.verdicts import readings
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found, Reading, read_again
from shamsi.text.resolve.values import Point
from shamsi.text.rewrite.edits import Edit
from shamsi.text.rewrite.rewriter import renamed_weekday, restate, rewrite, span_of
from shamsi.text.rewrite.surroundings import Surroundings, surroundings
from shamsi.text.rewrite.wording import month_like

_ENDS = 2
_GRAINS = {
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair: the text that replaces `start`…`end` of the source.

    `calendar` is the calendar of the date that it rewrites. `preferred` is True if something in the
    text, such as a weekday, shows that this side is the wrong one.

    >>> import shamsi
    >>> [s.replacement for s in shamsi.check("18 مرداد 1404 (18 أغسطس 2025)")[0].suggestions]
    ['27 مرداد 1404', '9 أغسطس 2025']
    """

    start: int
    end: int
    replacement: str
    calendar: str | None = None  # of the side that it rewrites
    preferred: bool = False  # whether a weekday in the text shows that this side is wrong


def of_pair(
    reading: Reading, left: Found, right: Found, right_side: Mention | None, lunar_slack: int
) -> tuple[Suggestion, ...]:
    """Suggest both repairs of a pair: the left side moved to the days of the right, and vice versa.

    No side is moved to a day that contradicts its stated weekday, nor to a time that is coarser
    than what it says. `lunar_slack` is by how many days a lunar day may be off.
    """
    out: list[Suggestion] = []
    around = surroundings(reading, left, right)
    for row, other in ((left, right), (right, left)):
        stated = other.mention.weekday
        if stated is not None and not is_on(other.mention, stated, lunar_slack):
            continue
        if grain_of(other.mention) > grain_of(row.mention) or "julian" in row.mention.assumed:
            continue
        target = _target(row, other, lunar_slack)
        edit = rewrite(reading, row, target) if target else None
        out += _sound(around, row, [edit], preferred=right_side is other.mention)
    return tuple(out)


def grain_of(mention: Mention) -> int:
    """Return how coarse a date is: a day, a month, a year or more."""
    kind = mention.parts[0].kind if mention.parts else mention.kind
    return _GRAINS.get(kind, 0)


def _target(row: Found, other: Found, lunar_slack: int) -> Interval | None:
    """Return the days of the other side. Without a year, it takes the year of this side.

    If it may be one of several days, it is the one on the weekday that the text states.
    """
    there = side(other.mention)
    if not there.is_yearless:
        stated = other.mention.weekday or row.mention.weekday
        named = (span for span in _spans(there, lunar_slack) if _is_on(span, stated))
        return next(named, _middles(there) or there.interval())
    here = side(row.mention).interval()
    anchor = here[0] if here else dt.date(2025, 6, 1)
    years = intervals.years_around(there.reckoning, anchor)
    spans = [span for year in years if (span := there.in_year(year).interval())]
    return min(spans, key=lambda span: abs(span[0] - anchor)) if spans else None


def _middles(there: Side) -> Interval | None:
    """Return the middles of the ends of a range of months or years: they are in the right ones."""
    if there.is_fine or len(there.points) < _ENDS:
        return None
    spans = [end.interval() for end in there.ends]
    days = [span[0] + (span[1] - span[0]) / 2 for span in spans if span]
    return (days[0], days[-1]) if len(days) == _ENDS else None


def _spans(there: Side, lunar_slack: int) -> Iterator[Interval]:
    """Yield the days that a side may mean as printed. A lunar day may be a day off."""
    yield from readings(replace(there, turned=None))
    span = there.interval() if there.calendar == "islamic" else None
    for step in (-1, 1) if lunar_slack else ():
        if span and dt.date.min < span[0] <= span[1] < dt.date.max:
            yield span[0] + dt.timedelta(days=step), span[1] + dt.timedelta(days=step)


def _is_on(span: Interval, weekday: int | None) -> bool:
    return span[0] == span[1] and span[0].isoweekday() == weekday


def of_weekday(
    reading: Reading, row: Found, part: Mention, day: dt.date, *, agreed: bool
) -> tuple[Suggestion, ...]:
    """Suggest the weekday of a day, and other days that fit the stated one.

    These are the nearest such day, and the same day of the year before or after if it fits in
    exactly one of the two. There are none if another calendar confirms the day.
    """
    parts = row.mention.parts
    if part.weekday is None:
        return ()
    around = surroundings(reading, row, row)
    draft, member = _member(row, part)
    changes = renamed_weekday(reading, draft, member, day.isoweekday())
    edits: list[Edit | None] = [
        Edit(*span_of(reading, draft, k), text) for k, text in changes.items()
    ]
    if parts or agreed:
        return tuple(_sound(around, row, edits, preferred=agreed))
    near = day + dt.timedelta(days=(part.weekday - day.isoweekday() + 3) % 7 - 3)
    edits.append(rewrite(reading, row, (near, near)))
    years = [
        whole[0] for step in (-1, 1) if (whole := next(side(part).altered(year=step)).interval())
    ]
    fitting = [other for other in years if other.isoweekday() == part.weekday]
    if len(fitting) == 1:
        edits.append(rewrite(reading, row, (fitting[0], fitting[0])))
    return tuple(_sound(around, row, edits))


def weekday_span(reading: Reading, row: Found, part: Mention) -> tuple[int, int] | None:
    """Return the place of the weekday of a date, or of a part of it."""
    draft, member = _member(row, part)
    return None if member.weekday_at is None else span_of(reading, draft, member.weekday_at)


def _member(row: Found, part: Mention) -> tuple[Draft, Member]:
    """Return the draft and the member of a part of a mention, or of the whole mention."""
    members = [(draft, member) for draft in row.drafts for member in draft.members]
    parts = row.mention.parts
    return members[parts.index(part) if part in parts else 0]


def of_impossible(
    reading: Reading, row: Found, beside: Sequence[Mention] = ()
) -> tuple[Suggestion, ...]:
    """Suggest the last day of the month and the first of the next for a day that does not exist.

    The one that fits the stated weekday and the days `beside`, as the text gives them, is
    preferred.
    """
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
    fitting = [one for one in (last, first) if _is_borne_out(row.mention, one, beside)]
    around = surroundings(reading, row, row)
    return tuple(
        repair
        for one in (last, first)
        for repair in _sound(
            around, row, [restate(reading, row, [one])], preferred=fitting == [one]
        )
    )


def _is_borne_out(mention: Mention, point: Point, beside: Sequence[Mention]) -> bool:
    """Whether a day is the one that the text also states by a weekday or in another calendar.

    Lunar days are not exact enough to tell one day from the next.
    """
    span = Side(mention.calendar, (point,)).interval() if point.year is not None else None
    if span is None or mention.calendar == "islamic":
        return False
    days = [other for other in beside if other.calendar != "islamic" and other.kind == "day"]
    if any((other.earliest, other.latest) != span for other in days):
        return False
    if mention.weekday is not None:
        return _is_on(span, mention.weekday)
    return bool(days)


def of_conflict(reading: Reading, conflict: Conflict) -> tuple[Suggestion, ...]:
    """Suggest each of two names of a month in place of the other."""
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
    """Suggest a range with its ends swapped, if that is read as a range which runs forward."""
    ends = [end for part in row.mention.parts for end in side(part).points]
    if len(ends) != 2:
        return ()
    swapped = _sound(surroundings(reading, row, row), row, [restate(reading, row, ends[::-1])])
    return tuple(repair for repair in swapped if _runs_forward(reading, row, repair))


def _runs_forward(reading: Reading, row: Found, repair: Suggestion) -> bool:
    """Whether a repaired range is read as the same days, from the first to the last."""
    source, mention = reading.folded.source, row.mention
    around = surroundings(reading, row, row)
    start, end = around.start, around.end
    text = source[start : repair.start] + repair.replacement + source[repair.end : end]
    for found in read_again(text, reading).found:
        new = found.mention
        if new.start <= repair.start - start < new.end and new.parts:
            first, last = new.parts[0].earliest, new.parts[-1].latest
            return (first, last) == (mention.earliest, mention.latest)
    return False


def _sound(
    around: Surroundings, row: Found, edits: Iterable[Edit | None], *, preferred: bool = False
) -> Iterator[Suggestion]:
    """Yield suggestions for the edits that change one date and no other date around it."""
    source = around.reading.folded.source
    for edit in edits:
        if edit is None or edit.text == source[edit.start : edit.end]:
            continue
        if around.allow(row, edit):
            yield Suggestion(edit.start, edit.end, edit.text, row.mention.calendar, preferred)
