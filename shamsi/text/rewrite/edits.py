"""Define edits, and apply them to a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """A text that replaces `start`…`end` of the source."""

    start: int
    end: int
    text: str


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
