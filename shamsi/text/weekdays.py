"""Weekdays: those that a text states of its dates, one of each."""

from __future__ import annotations

from shamsi.lang.classes import kinds
from shamsi.text.drafts import Draft
from shamsi.text.grammar import Shape
from shamsi.text.tokens import Tokens

_WEEKDAY, _OPENING, _CLOSING = map(kinds, ("weekday", "opening", "closing"))
_JOINTS = frozenset(kinds("and comma range"))
_IN_ROWS = _JOINTS | {_WEEKDAY}  # classes of «السبت والأحد»


def stated(tokens: Tokens, shape: Shape) -> tuple[int, ...]:
    """The tokens that name weekdays of a match."""
    letters, first, last = tokens.letters, shape.outer, shape.last
    if is_bracketed(letters, shape):
        last = shape.outer - 1
        first = last - 1
        while first and letters[first - 1] in _IN_ROWS:
            first -= 1
    return tuple(k for k in range(first, last) if letters[k] == _WEEKDAY)


def is_bracketed(letters: str, shape: Shape) -> bool:
    """Whether a match stands in brackets behind its weekday: «السبت (9 أغسطس)»."""
    before, behind = letters[max(0, shape.outer - 2) : shape.outer], letters[shape.last : shape.last + 1]
    return before == _WEEKDAY + _OPENING and behind == _CLOSING and _WEEKDAY not in letters[shape.outer : shape.first]


def share(draft: Draft) -> None:
    """Give each date its weekday: as many as there are dates, or those of the ends; a single one is the first date's.

    A row that may have begun before what was read, or that says more days than the dates, tells nothing for sure; so
    does a night, «شب جمعه», which is that before the day, but to a lunar day, which begins with it.
    """
    members, found = draft.members, draft.weekdays
    if found[0] and draft.tokens.values[found[0] - 1] == "eve" and draft.calendar != "islamic":
        return
    if len(found) == len(members):
        rows = list(zip(members, found, strict=True))
    elif len(members) == 1 or draft.tokens.letters[max(0, found[0] - 1)] in _JOINTS:
        rows = []
    elif len(found) == 1:
        rows = [(members[0], found[0])]
    else:
        rows = [(members[0], found[0]), (members[-1], found[-1])]
    for member, at in rows:
        member.weekday_at = at
