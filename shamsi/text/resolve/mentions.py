"""Build a mention from resolved drafts, with offsets in the caller's text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve.confidence import confidence
from shamsi.text.resolve.context import Context
from shamsi.text.resolve.mention import Mention, close, with_parts
from shamsi.text.resolve.resolver import Resolution
from shamsi.text.resolve.values import Value, run

_BETWEEN = compiled("between [day_word date_word weekday month_word year_word comma]* $")
_LISTING = frozenset(codes_of("and comma or"))
_OR = codes_of("or")
_SPANNING = frozenset(codes_of("range dash inner_dash slash inner_slash"))
_REACH = 16  # tokens before a list in which «بین» makes it a range


def build_mention(rows: Sequence[Resolution], folded: Folded, context: Context) -> Mention:
    """Return the mention of a resolved draft, or of the two ends of a range."""
    first = rows[0]
    if len(rows) == len(first.values) == 1:
        return _mention(first, first.draft.members[0], first.values[0], folded, context)
    parts = tuple(
        _mention(row, member, value, folded, context)
        for row in rows
        for member, value in zip(row.draft.members, row.values, strict=True)
    )
    return with_parts(parts[0], parts) if first.is_twice else _whole(rows, parts, folded)


def _mention(
    row: Resolution, member: Member, value: Value, folded: Folded, context: Context
) -> Mention:
    draft = row.draft
    tokens, shape = draft.tokens, draft.shape
    starts = tokens.starts
    start, end = folded.span(starts[member.first], tokens.ends[member.last - 1])
    at = shape.outer if shape.modifier is None else min(shape.outer, shape.modifier)
    outer = folded.at(starts[at])
    return close(
        value,
        start,
        end,
        folded.source[start:end],
        (outer if outer < start else start, end),
        value.calendar,
        draft.kind,
        value.native,
        value.earliest,
        value.latest,
        draft.modifier or member.modifier,
        weekday_of(draft, member),
        (),
        row.assumed,
        value.problem,
        shape.name,
        draft.lang or context.lang,
        confidence(draft, member, value, row.assumed, context.lang)[0],
    )


def _whole(rows: Sequence[Resolution], parts: tuple[Mention, ...], folded: Folded) -> Mention:
    """Return the mention of a range or list, from its earliest to its latest part."""
    drafts, values = [row.draft for row in rows], [value for row in rows for value in row.values]
    first, start, end = parts[0], parts[0].start, parts[-1].end
    ordered = _in_order(values)
    intervals = [(v.earliest, v.latest) for v in values if v.earliest and v.latest]
    is_dated = len(intervals) == len(values)
    days = (
        (min(early for early, _ in intervals), max(late for _, late in intervals))
        if is_dated
        else (None, None)
    )
    problem = next((v.problem for v in values if v.problem), None)
    value = run("range", (ordered[0], ordered[-1]), days, problem)
    if days[0] and days[1] and _has_either_day(drafts):
        value = replace(value, slack=(days[1] - days[0]).days)
    return close(
        value,
        start,
        end,
        folded.source[start:end],
        (first.extent[0], end),
        value.calendar,
        value.grain,
        value.native,
        value.earliest,
        value.latest,
        first.modifier,
        None,
        parts,
        tuple(dict.fromkeys(what for row in rows for what in row.assumed)),
        value.problem,
        f"{drafts[0].shape.name}-{joint(drafts)}",
        first.lang,
        min(part.confidence for part in parts),
    )


def _has_either_day(drafts: list[Draft]) -> bool:
    """Whether it is one day or another, each of which states the same time: «۵ یا ۶ آبان»."""
    members = drafts[0].members
    between = drafts[0].tokens.kinds[members[0].last : members[-1].first]
    return drafts[0].kind == "day" and len(drafts) == 1 and _OR in between


def joint(drafts: list[Draft]) -> str:
    """Return "list" for dates such as «۵ و ۱۲ مهر», "range" for the ends of a range."""
    if len(drafts) > 1:
        return "range"
    kinds, members = drafts[0].tokens.kinds, drafts[0].members
    joints = [kinds[a.last : b.first] for a, b in pairwise(members)]
    listed = all(not _LISTING.isdisjoint(joint) and _SPANNING.isdisjoint(joint) for joint in joints)
    first = members[0].first
    return (
        "list" if listed and not _BETWEEN.search(kinds[max(0, first - _REACH) : first]) else "range"
    )


def _in_order(values: list[Value]) -> list[Value]:
    """Sort values by their days. Without days, sort values that share a month or year by number."""
    if all(v.earliest for v in values):
        return sorted(values, key=lambda v: (v.earliest or dt.date.min, v.native or ""))
    shared = len({(v.grain, v.year, v.points[0].month if v.points else None) for v in values}) == 1
    is_numbered = shared or all(v.grain == "century" for v in values)
    return sorted(values, key=_numbers) if is_numbered else values


def _numbers(value: Value) -> list[tuple[int, int, int]]:
    """Return the years, months and days of a value as a sort key."""
    return [(point.year or 0, point.month or 0, point.day or 0) for point in value.points]
