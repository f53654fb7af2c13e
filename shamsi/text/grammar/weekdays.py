"""Weekdays: those that a text states of its dates, one of each."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.tokens import Tokens

_WEEKDAY, _OPENING, _CLOSING = map(codes_of, ("weekday", "opening", "closing"))
_JOINTS = frozenset(codes_of("and comma range"))
_IN_ROWS = _JOINTS | {_WEEKDAY}  # classes of «السبت والأحد»


def stated(tokens: Tokens, shape: Shape) -> tuple[int, ...]:
    """The tokens that name weekdays of a match."""
    kinds, first, last = tokens.kinds, shape.outer, shape.last
    if is_bracketed(kinds, shape):
        last = shape.outer - 1
        first = last - 1
        while first and kinds[first - 1] in _IN_ROWS:
            first -= 1
    return tuple(k for k in range(first, last) if kinds[k] == _WEEKDAY)


def is_bracketed(kinds: str, shape: Shape) -> bool:
    """Whether a match stands in brackets behind its weekday: «السبت (9 أغسطس)»."""
    before, behind = kinds[max(0, shape.outer - 2) : shape.outer], kinds[shape.last : shape.last + 1]
    return before == _WEEKDAY + _OPENING and behind == _CLOSING and _WEEKDAY not in kinds[shape.outer : shape.first]


def shared(draft: Draft) -> Draft:
    """The draft with a weekday for each date.

    There are as many as dates, or those of the two ends; a single one is the first date's. A row
    that may have begun before what was read, or that names more days than the dates, says nothing
    for sure; nor does a night, «شب جمعه», which is that before the day, but for a lunar day, which
    begins with it.
    """
    members, found, values = draft.members, draft.weekdays, draft.tokens.values
    if found[0] and values[found[0] - 1] == "eve" and draft.calendar != "islamic":
        return draft
    if len(found) == len(members):
        places: dict[int, int] = dict(enumerate(found))
    elif len(members) == 1 or draft.tokens.kinds[max(0, found[0] - 1)] in _JOINTS:
        return draft
    elif len(found) == 1:
        places = {0: found[0]}
    else:
        places = {0: found[0], len(members) - 1: found[-1]}
    return draft._replace(
        members=tuple(
            member._replace(weekday_at=places[k]) if k in places else member for k, member in enumerate(members)
        )
    )
