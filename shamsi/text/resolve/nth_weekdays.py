"""Resolve weekdays that are counted within a month, such as the fourth Thursday of November."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shamsi.calendar.intervals import calendar_of
from shamsi.lang.language import NthWeekday, load
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve import values
from shamsi.text.resolve.values import Value

_is_counted = compiled("ordinal (comma? and ordinal)* of .*").match
_in_full = compiled("[day_word month_word month_lead] .* year_word").search
_MOST = 5  # of one weekday in a month


def value(draft: Draft, member: Member, calendar: str, year: int | None) -> Value:
    """Return the day, or its month if the day cannot be known.

    A lunar month may begin a day away from any table, which can move the day by a week.
    """
    counts = draft.tokens.values[member.weekday_at] if member.weekday_at is not None else None
    if year is None or not isinstance(counts, NthWeekday) or calendar_of(calendar) == "islamic":
        return values.dated(calendar, year, member.month, None)
    return values.nth_weekday(calendar, year, member.month, counts.nth, counts.weekday)


def coarse(draft: Draft, found: Sequence[Value]) -> Draft:
    """Return the draft of a month or year if the day cannot be known."""
    return draft if found[0].grain == "day" else replace(draft, kind=found[0].grain, nth=0)


def counted(
    draft: Draft, found: Sequence[Value], *, is_sure: bool = False
) -> tuple[Draft, tuple[Value, ...]] | None:
    """Return the other reading of «الخميس الرابع من نوفمبر»: the fourth Thursday.

    None if it is the fourth day: if that is a Thursday, unless another date shows with `is_sure`
    that it is not meant, or if there is no fourth Thursday. Such a
    lunar date is always a day, as in chronicles. Two numbers, «الخميس الأول والثالث», count alike.
    """
    first, *rest = draft.members
    weekday, day = weekday_of(draft, first), found[0].earliest
    if weekday is None or day is None or not _may_count(draft):
        return None
    if day.isoweekday() == weekday and not is_sure:
        return None
    others = tuple(
        _counted(one, member, weekday) for one, member in zip(found, draft.members, strict=True)
    )
    days = tuple(other for other in others if other is not None)
    if len(days) < len(others):
        return None
    at, shape = draft.shape.first - 1, draft.shape
    whole = replace(shape, name="nth-weekday", first=at, outer=min(shape.outer, at))
    members = (replace(first, first=at, day=None), *(one.on(at) for one in rest))
    return replace(draft, shape=whole, members=members, nth=first.day or 0), days


def _counted(found: Value, member: Member, weekday: int) -> Value | None:
    """Return a weekday of a month instead of a day of it; None if there is no such weekday."""
    nth = member.day or 0
    if found.year is None or found.calendar == "islamic" or not 0 < nth <= _MOST:
        return None
    day = values.nth_weekday(found.calendar, found.year, member.month, nth, weekday)
    return day if day.grain == "day" and not day.problem else None


def _may_count(draft: Draft) -> bool:
    """Whether ordinals follow their weekday, in a language that counts weekdays so.

    The number is a day where a date is printed in full, with «سنة» or «عام» and a word for day or
    for month: «من شهر مارس سنة 1931».
    """
    shape, kinds = draft.shape, draft.tokens.kinds
    numbers = _is_counted(kinds, shape.first, shape.last)
    at = draft.members[0].weekday_at
    if at is None or at + 1 != shape.first or not numbers:
        return False
    if _in_full(kinds[max(0, at - 1) : at] + numbers[0]):
        return False
    lexeme = draft.tokens.lexemes[shape.first]
    return lexeme is not None and load(lexeme.lang).tables.nth_weekdays.ordinals
