"""Define edits, and apply them to a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_CLOSING = {"(": ")", "[": "]", "{": "}"}


class Edit(NamedTuple):
    """A text that replaces `start`…`end` of the source."""

    start: int
    end: int
    text: str


def closed(source: str, start: int, end: int) -> int:
    """Return the end of a part with the brackets that close what it opened: «8 صفر (1316 هـ».

    >>> closed("(7 May (1950) x)", 1, 12)
    13
    """
    still_open = [_CLOSING[char] for char in source[start:end] if char in _CLOSING]
    for char in source[start:end]:
        if char in still_open:
            still_open.remove(char)
    while still_open and source[end : end + 1] == still_open[-1]:
        still_open.pop()
        end += 1
    return end


def edited(source: str, edits: Iterable[Edit]) -> str:
    """Return the source with edits applied. Of two that overlap, only the first is.

    >>> edited("abcdef", [Edit(4, 5, "X"), Edit(1, 2, ""), Edit(3, 3, "-")])
    'ac-dXf'
    """
    pieces: list[str] = []
    at = 0
    for edit in apart(edits):
        pieces += (source[at : edit.start], edit.text)
        at = edit.end
    return "".join(pieces) + source[at:]


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits, and leave out those that overlap one before them."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
