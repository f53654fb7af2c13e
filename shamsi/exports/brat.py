"""brat: the annotation file (.ann) for a text in the brat annotation tool."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from shamsi.exports.ordering import ordered
from shamsi.exports.remarks import remark
from shamsi.text.resolve.mention import Mention, members_of

_UNBROKEN = re.compile(
    r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+"
)  # brat reads lines by every break, fields by tabs


def standoff(text: str, mentions: Iterable[Mention], *, parts: bool = False) -> str:
    """One line per mention (T), with its calendar and modifier (A) and a note on its meaning (#).

    The types are the kinds of mentions. Offsets are code points, as brat's are; a mention that a
    line break or a tab interrupts is discontinuous. With `parts` each part of a range or list has
    its lines, and a relation `part` (R) to the whole.
    """
    lines: list[str] = []
    numbers = {letter: count(1) for letter in "TAR#"}

    def add(letter: str, *fields: str) -> str:
        name = f"{letter}{next(numbers[letter])}"
        lines.append("\t".join((name, *fields)))
        return name

    def annotate(mention: Mention) -> str:
        pieces = list(_UNBROKEN.finditer(text, mention.start, mention.end))
        places = ";".join(f"{piece.start()} {piece.end()}" for piece in pieces)
        name = add("T", f"{mention.kind} {places}", " ".join(piece[0] for piece in pieces))
        add("A", f"calendar {name} {mention.calendar}")
        if mention.modifier:
            add("A", f"modifier {name} {mention.modifier}")
        add("#", f"AnnotatorNotes {name}", remark(mention))
        return name

    for mention in ordered(text, mentions):
        whole = annotate(mention)
        for part in members_of(mention) if parts else ():
            add("R", f"part Arg1:{whole} Arg2:{annotate(part)}")
    return "".join(f"{line}\n" for line in lines)
