"""Find months and seasons that begin in the year before the one that the text prints."""

from __future__ import annotations

from collections.abc import Sequence

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve import values
from shamsi.text.resolve.values import Value

_RANGE, _DASHES = codes_of("range"), frozenset(codes_of("dash inner_dash"))
_BETWEEN = compiled("between [month_word month_lead comma]* $")
_REACH = 4  # tokens before a range in which «بین» may stand
_WINTER = 4
_IN_YEAR = {"month": 12, "season": 4}


def forward(found: Sequence[Value]) -> list[Value]:
    """Return months without a year, each after the one before it: «آذر، دی و فروردین».

    The year of the first one is known.
    """
    rows = [found[0]]
    for value in found[1:]:
        last, (point,) = rows[-1], value.points
        month, year = last.points[0].month, last.year
        is_later = year is not None and (point.month or 0) < (month or 0)
        rows.append(values.dated(value.reckoning, year and year + is_later, point.month, None))
    return rows


def over_new_year(draft: Draft, found: Sequence[Value]) -> list[Value]:
    """Return two months or seasons of one year with the first in the year before, if it must be.

    «آذر تا تیر ۱۳۹۹» begins in 1398. A dash or «بین … و …» may also join a later month to an
    earlier one, so there the range must be shorter than half a year.
    """
    first, last = found
    count = _IN_YEAR[draft.kind]
    numbers = [member.month or member.number for member in draft.members]
    year = first.year
    if year is None or year < 2 or year != last.year or numbers[0] <= numbers[1]:
        return [*found]
    joint = _joint(draft)
    if joint is None or (joint != _RANGE and (numbers[1] - numbers[0]) % count > count // 2):
        return [*found]
    if draft.kind == "month":
        return [values.dated(first.calendar, year - 1, numbers[0], None), last]
    # The Gregorian winter is at the start of its year and at its end.
    if first.calendar == "gregorian" and numbers[0] == _WINTER:
        return [*found]
    return [values.part_of_year("season", first.calendar, year - 1, numbers[0]), last]


def _joint(draft: Draft) -> str | None:
    """Return the class that makes a range of two members; None if they are a list."""
    kinds, (first, last) = draft.tokens.kinds, draft.members
    joint = kinds[first.last : last.first]
    if _RANGE in joint:
        return _RANGE
    start = draft.shape.first
    if not _DASHES.isdisjoint(joint) or _BETWEEN.search(kinds[max(0, start - _REACH) : start]):
        return joint
    return None
