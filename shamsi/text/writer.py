"""Write a draft and its values down as a mention, in the caller's offsets."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from shamsi.lang.classes import kinds
from shamsi.lang.fold import Folded
from shamsi.text.confidence import confidence
from shamsi.text.drafts import Draft, Fields, weekday_of
from shamsi.text.expressions import compiled
from shamsi.text.mention import Mention, close
from shamsi.text.resolver import Context
from shamsi.text.values import Value

_BETWEEN = compiled("between [day_word date_word weekday month_word year_word comma]* $")
_LISTING = frozenset(kinds("and comma"))
_SPANNING = frozenset(kinds("range dash inner_dash slash inner_slash"))
_REACH = 16  # tokens before a list in which «بین» makes it a range


def mention(first: Draft, last: Draft | None, values: list[Value], folded: Folded, context: Context) -> Mention:
    """The mention of one draft, or of the two ends of a range."""
    if last is None and len(first.members) == 1:
        return _mention(first, first.members[0], values[0], folded, context)
    drafts = [first, last] if last else [first]
    members = [(draft, member) for draft in drafts for member in draft.members]
    parts = tuple(
        _mention(draft, member, value, folded, context) for (draft, member), value in zip(members, values, strict=True)
    )
    return _whole(drafts, parts, values, folded)


def _mention(draft: Draft, member: Fields, value: Value, folded: Folded, context: Context) -> Mention:
    tokens, shape = draft.tokens, draft.shape
    starts = tokens.starts
    start, end = folded.span(starts[member.first], tokens.ends[member.last - 1])
    outer = folded.at(starts[shape.outer])
    calendar, native, earliest, latest, problem = value
    return close(
        start,
        end,
        folded.source[start:end],
        (outer if outer < start else start, end),
        calendar,
        draft.kind,
        native,
        earliest,
        latest,
        draft.modifier,
        weekday_of(draft, member),
        (),
        tuple(draft.assumed),
        problem,
        shape.name,
        draft.lang or context.lang,
        confidence(draft, member, native, context.lang)[0],
    )


def _whole(drafts: list[Draft], parts: tuple[Mention, ...], values: list[Value], folded: Folded) -> Mention:
    """A range or list: from its earliest to its latest part."""
    first, start, end = parts[0], parts[0].start, parts[-1].end
    ordered = _in_order(values)
    intervals = [(v.earliest, v.latest) for v in values if v.earliest and v.latest]
    is_dated = len(intervals) == len(values)
    return Mention(
        start=start,
        end=end,
        text=folded.source[start:end],
        extent=(first.extent[0], end),
        calendar=first.calendar,
        kind="range",
        native=f"{ordered[0].native}/{ordered[-1].native}",
        earliest=min(early for early, _ in intervals) if is_dated else None,
        latest=max(late for _, late in intervals) if is_dated else None,
        modifier=first.modifier,
        weekday=None,
        parts=parts,
        assumed=tuple(dict.fromkeys(what for draft in drafts for what in draft.assumed)),
        problem=next((v.problem for v in values if v.problem), None),
        rule=f"{drafts[0].shape.name}-{joint(drafts)}",
        lang=first.lang,
        confidence=min(part.confidence for part in parts),
    )


def joint(drafts: list[Draft]) -> str:
    """Whether the dates are the members of a list, «۵ و ۱۲ مهر», or the ends of a range."""
    if len(drafts) > 1:
        return "range"
    letters, members = drafts[0].tokens.letters, drafts[0].members
    joints = [letters[a.last : b.first] for a, b in pairwise(members)]
    listed = all(not _LISTING.isdisjoint(joint) and _SPANNING.isdisjoint(joint) for joint in joints)
    first = members[0].first
    return "list" if listed and not _BETWEEN.search(letters[max(0, first - _REACH) : first]) else "range"


def _in_order(values: list[Value]) -> list[Value]:
    """Values from the earliest to the latest: by their days, or by their numbers where they share a month or a year."""
    if all(v.earliest for v in values):
        return sorted(values, key=lambda v: (v.earliest or dt.date.min, v.native or ""))
    shared = len({(v.native or "")[:7] for v in values}) == 1
    return sorted(values, key=lambda v: v.native or "") if shared else values
