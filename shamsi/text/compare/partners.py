"""Pair up the dates of a text: each with at most one date of each other calendar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.text.compare.links import Link, agree, goes_on, link
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve.reading import Found

_REACH = 3  # dates before one among which its partners are: Solar, lunar, and one to spare
_LONGEST = 12  # dates of a list
# Between the dates of a list in one calendar.
_LISTED = compiled("""
    [other_mark closing suffix]* (comma? [and or]{1,2} | comma)
    [other_mark opening day_word date_word month_word year_word]* $
""")
_OR, _OPENING, _CLOSING = map(codes_of, ("or", "opening", "closing"))


class _Lists(NamedTuple):
    """The lists on both sides of a link, as places of their dates."""

    left: range
    right: range


def partners(rows: Sequence[Found], folded: Folded) -> list[tuple[Found, Found]]:
    """Return the pairs of a text, in order: neighbours that are linked, and those of a chain.

    In a chain, a date has at most one partner in each other calendar, the nearest.
    """
    links = _links(rows, folded)
    taken: dict[tuple[int, str], int] = {}  # a date and a calendar, and its partner there
    start = 0
    for k in range(1, len(rows)):
        if not links[k - 1]:
            start = k
            continue
        lists = _lists(rows, k)
        chosen = _in_lists(rows, lists) if lists else None
        if chosen is None or any((i, rows[j].mention.calendar) in taken for i, j in chosen):
            _free(rows, taken, k)
            chosen = _in_chain(rows, taken, start, k)
        else:
            start = k
        for i, j in chosen:
            taken[i, rows[j].mention.calendar] = j
            taken[j, rows[i].mention.calendar] = i
    found = sorted((i, j) for (i, _), j in taken.items() if i < j)
    return [(rows[i], rows[j]) for i, j in sorted(found, key=itemgetter(1))]


def _free(rows: Sequence[Found], taken: dict[tuple[int, str], int], k: int) -> None:
    """Drop the pair of the date before one if it disagrees and the new date agrees.

    In «A (B / C)» the pair is B and C if they agree, and A and B do not.
    """
    here, there = rows[k].mention.calendar, rows[k - 1].mention.calendar
    old = taken.get((k - 1, here))
    if old is None or not _is_inner(rows, old, k):
        return
    if _agree(rows, (k - 1, k)) and not _agree(rows, (old, k - 1)):
        del taken[k - 1, here], taken[old, there]


def _links(rows: Sequence[Found], folded: Folded) -> list[Link]:
    """Return the links between neighbours.

    A slash or bracket binds tighter than a dash or a comma: A / B – C / D are two pairs.
    """
    links = [link(left, right, folded) for left, right in pairwise(rows)]
    for k in range(1, len(links)):
        if links[k - 1] is Link.STATED and goes_on(*rows[k - 1 : k + 2]):
            links[k] = Link.STATED
    for k, one in enumerate(links):
        if one in (Link.DASHED, Link.AGREED) and any(
            links[near] is Link.STATED and _is_same(rows, k, near)
            for near in (k - 1, k + 1)
            if 0 <= near < len(links)
        ):
            links[k] = Link.NONE
    return links


def _is_same(rows: Sequence[Found], k: int, near: int) -> bool:
    """Whether two links next to each other offer a date two partners in one calendar."""
    first = min(k, near)
    return rows[first].mention.calendar == rows[first + 2].mention.calendar


def _is_inner(rows: Sequence[Found], old: int, k: int) -> bool:
    """Whether a bracket opens after a date, and is still open after the next one."""
    kinds, one, other = rows[k].tokens.kinds, rows[old], rows[k - 1]
    return (
        _OPENING in kinds[one.last : other.first]
        and _CLOSING not in kinds[other.last : rows[k].first]
    )


def _in_chain(
    rows: Sequence[Found], taken: dict[tuple[int, str], int], start: int, k: int
) -> list[tuple[int, int]]:
    """Return the pairs of a date with those before it in its chain."""
    here = rows[k].mention.calendar
    chosen: dict[str, int] = {}
    for i in range(k - 1, max(start, k - _REACH) - 1, -1):
        there = rows[i].mention.calendar
        if there != here and there not in chosen and (i, here) not in taken:
            chosen[there] = i
    return [(i, k) for i in sorted(chosen.values())]


def _lists(rows: Sequence[Found], k: int) -> _Lists | None:
    """Return the lists that a link joins; None if it joins two dates."""
    first, last = k - 1, k
    while first > 0 and _is_listed(rows[first - 1], rows[first]):
        first -= 1
    while last + 1 < len(rows) and _is_listed(rows[last], rows[last + 1]):
        last += 1
    found = _Lists(range(first, k), range(k, last + 1))
    return found if last - first > 1 and max(map(len, found)) <= _LONGEST else None


def _is_listed(left: Found, right: Found) -> bool:
    """Whether two neighbours are in one list: «سنة 700 هـ أو 701 هـ»."""
    return (
        left.tokens is right.tokens
        and left.mention.calendar == right.mention.calendar
        and left.mention.kind == right.mention.kind
        and bool(_LISTED.match(left.tokens.kinds[left.last : right.first]))
    )


def _in_lists(rows: Sequence[Found], lists: _Lists) -> list[tuple[int, int]] | None:
    """Return the pairs of two lists: the first with the first, the second with the second.

    Of alternatives beside a single date, the one that agrees. None if the lists say nothing, so
    that only the dates beside the link are a pair.
    """
    left, right = lists
    is_open = _is_choice(rows, left) or _is_choice(rows, right)
    is_near = _agree(rows, (left[-1], right[0]))
    if len(left) == len(right):
        ordered = [*zip(left, right, strict=True)]
        agreed = sum(_agree(rows, pair) for pair in ordered)
        if agreed > is_near:
            return ordered
        return [] if is_open and not agreed else None
    if is_near or not is_open:
        return None
    fitting = [(i, j) for i in left for j in right if _agree(rows, (i, j))][:1]
    return fitting if len(left) > 1 and len(right) > 1 else fitting or None


def _is_choice(rows: Sequence[Found], places: range) -> bool:
    """Whether «or» joins the dates of a list."""
    first, last = rows[places[0]], rows[places[-1]]
    return _OR in first.tokens.kinds[first.last : last.first]


def _agree(rows: Sequence[Found], pair: tuple[int, int]) -> bool:
    return agree(rows[pair[0]].mention, rows[pair[1]].mention)
