"""Scan: reach only the places of a folded text where a date may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from shamsi.lang.lexicon import Lexicon

# Characters to read around an anchor: before a word a list of days may stand, before a number a few words; after
# either a year; after a word for year a year in words.
_BEFORE_WORD, _BEFORE_NUMBER, _AFTER, _AFTER_HEAD = 48, 28, 32, 60
_SNAP = 24
_LONGEST = 200_000  # a text of nothing but dates is read in pieces
_END = r"(?![^\W\d_])"
_SHY_REACH = 16


_Anchor = tuple[int, int, int, int]  # from, to, and how far before and after it to look


class Scanner:
    """The anchors of a lexicon: numbers that may be years or dates, and words that may be months or spans."""

    def __init__(self, lexicon: Lexicon, *, relative: bool) -> None:
        """Compile the anchors once."""
        forms = lexicon.forms
        self._numbers = re.compile(
            r"[0-9](?<![0-9][0-9])(?:"
            r"(?<=[12])[0-9]{3}(?![0-9])"
            r"|[0-9]{0,3}([/.-])[0-9]{1,2}\1[0-9]{1,4}(?![0-9])"
            rf"|[0-9]{{0,2}} ?{_alternatives(dict.fromkeys(forms('Ee'), _END))})"
        )
        month = _alternatives(dict.fromkeys(forms("LJ"), ""))
        number = _alternatives(dict.fromkeys(forms("nok"), _END))
        initials = "".join(sorted({form[0] for form in forms("nok")}))
        tails = dict.fromkeys(forms("jZ"), _END)
        tails |= dict.fromkeys(forms("USKC"), f"(?= ?[0-9{initials}])")
        tails |= dict.fromkeys(forms("MmkGSW" if relative else "Mmk"), f"(?: ?{month})?{_END}")
        named = _alternatives(tails)
        self._words = re.compile(f" [وبلف]?({named})")  # a literal first: the search skips to it
        self._unspaced = re.compile(rf"[0-9\n(«\"/,:.\[|-][وبلف]?({named})")
        self._heads = frozenset(form.replace(" ", "") for form in forms("USKC")) - frozenset(forms("Mmk"))
        self._number = re.compile(f" ?(?:[0-9]|{number})")
        self._shy = frozenset(form.replace(" ", "") for form in forms("jZ")) - frozenset(forms("Mm"))
        self._leaders = frozenset(form.rsplit(" ", 1)[-1] for form in forms("onLJfi"))
        beside = _alternatives(dict.fromkeys(forms("LUF"), _END))
        self._after = re.compile(rf" {{0,2}}(?:,? ?[0-9]|/|{beside}|{number})")

    def windows(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches to read, in order, not overlapping; each ends where its line ends."""
        low = high = -1
        for anchor in sorted([*self._numbered(text), *self._named(text)]):
            if anchor[1] + anchor[3] <= high:
                continue
            left, right = _stretch(text, *anchor)
            if left <= high and right - low < _LONGEST:
                high = max(high, right)
                continue
            if high > low:
                yield low, min(high, left)
            low, high = left, right
        if high > low:
            yield low, high

    def _numbered(self, text: str) -> Iterator[_Anchor]:
        """The anchors that are numbers."""
        for match in self._numbers.finditer(text):
            yield match.start(), match.end(), _BEFORE_NUMBER, _AFTER

    def _named(self, text: str) -> Iterator[_Anchor]:
        """The anchors that are words; names that are mostly something else only beside a number or a month word."""
        padded = " " + text
        for match in chain(self._words.finditer(padded), self._unspaced.finditer(padded)):
            start, end = match.start(1) - 1, match.end() - 1
            name = match[1].replace(" ", "")
            if name in self._heads:
                if self._number.match(text, end):
                    yield start, end, _BEFORE_WORD, _AFTER_HEAD
            elif name not in self._shy or self._led(text, start) or self._after.match(text, end):
                yield start, end, _BEFORE_WORD, _AFTER

    def _led(self, text: str, start: int) -> bool:
        """Whether a day number or a word of one stands before a name."""
        word = text[max(0, start - _SHY_REACH) : start].rstrip(" /-").rpartition(" ")[2]
        return word[-1:].isdigit() or word in self._leaders or word[1:] in self._leaders


@cache
def scanner(lexicon: Lexicon, *, relative: bool) -> Scanner:
    """The scanner of a lexicon, compiled once."""
    return Scanner(lexicon, relative=relative)


def _stretch(text: str, start: int, end: int, before: int, after: int) -> tuple[int, int]:
    """The window of an anchor: within its line, from blank to blank."""
    left = max(0, start - before)
    left = max(left, text.rfind("\n", left, start))
    if left and text[left] != "\n":
        blank = text.find(" ", left, start)
        left = blank if -1 < blank < left + _SNAP else left
    right = min(len(text), end + after)
    line = text.find("\n", end, right)
    if line >= 0:
        right = line
    elif right < len(text):
        blank = text.rfind(" ", end, right)
        right = blank if blank > right - _SNAP else right
    return left, right


def _alternatives(tails: dict[str, str]) -> str:
    """One pattern for many forms, each with what must follow it; a blank may be lost, a dot may be missing."""
    root: dict[str, Any] = {}
    for form, tail in tails.items():
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = tail
    return _branch(root)


_ATOMS = {" ": " ?", ".": r" ?\.? ?"}


def _branch(node: dict[str, Any]) -> str:
    """The pattern of one node: longer forms are tried first."""
    rows = [_ATOMS.get(char, re.escape(char)) + _branch(after) for char, after in sorted(node.items()) if char]
    if "" in node:
        rows.append(node[""])
    return rows[0] if len(rows) == 1 else f"(?:{'|'.join(rows)})"
