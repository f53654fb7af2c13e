"""Scan: reach only the places of a folded text where a date may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Any, NamedTuple

from shamsi.lang.lexicon import Lexicon

# Characters to read around an anchor: before it a list of days may stand, after it a year, perhaps in words.
_BEFORE, _AFTER, _AFTER_HEAD = 48, 32, 60
_SNAP = 24
_LONGEST = 200_000  # a text of nothing but dates is read in pieces
_END = r"(?![^\W\d_])"
_SHY_REACH = 16


_Anchor = tuple[int, int, int]  # from, to, and how far after it to look


class Window(NamedTuple):
    """A stretch to read, and the places in it that call for reading: all is between `first` and `last`, or near."""

    start: int
    end: int
    first: int
    last: int


class Scanner:
    """The anchors of a lexicon: numbers that may be years or dates, and words that may be months or spans."""

    def __init__(self, lexicon: Lexicon, lang: str | None, *, relative: bool) -> None:
        """Compile the anchors of the documents of one language."""
        self._forms = partial(lexicon.forms, lang=lang)
        self._month = self._any("L", "")
        self._numeral = self._any("nok", _END)
        named, months = self._names(relative=relative)
        prefixes = "".join(lexicon.prefixes(lang)) or "\0"
        # A literal first: the search skips to it. Then a name, or one with a conjunction or preposition glued to it.
        self._words = re.compile(f" (?:({named})|[{prefixes}]({months}))")
        self._marked = re.compile(
            r"[0-9\n(«\"/\[|-](?:"  # or a digit or mark: a class, not repeated
            r"(?<=[0-9])(?<![0-9][0-9])(?P<number>"
            r"(?<=[12])[0-9]{3}(?:[01][0-9]{3})?(?![0-9])"
            r"|[0-9]{0,3}(?P<separator>[/.-])[0-9]{1,2}(?P=separator)[0-9]{1,4}(?![0-9])"
            rf"|[0-9]{{0,2}} ?{self._any('Ee', _END)})"
            rf"|(?![0-9])(?:(?<=[0-9]) ?(?P<zodiac>{self._any('ZJ', _END)})"
            rf"|[{prefixes}]?(?P<name>{named})))"
        )
        self._number = re.compile(f" {{0,2}}(?:{self._any('g', '')} {{1,2}})?(?:,?[0-9]|{self._numeral})")
        self._worded = re.compile(f" {{0,2}}(?:{self._month} {{1,2}})?{self._numeral}")
        self._after = re.compile(rf" {{0,2}}(?:,? ?[0-9]|/|{self._any('LUFr', _END)}|{self._numeral})")
        self._leaders = frozenset(form.rsplit(" ", 1)[-1] for form in self._forms("onLJfi"))
        self._leading = frozenset(word[-1] for word in self._leaders) | frozenset("0123456789")
        free = frozenset(self._forms("Mmk"))
        # Words that call for reading only in company: heads before a number, shy names beside one.
        self._shy, self._heads = (
            frozenset(_typed(form for form in self._forms(letters) if form not in free)) for letters in ("j", "USKCa")
        )

    def _any(self, letters: str, tail: str) -> str:
        """A pattern for any form of some classes."""
        return _alternatives(dict.fromkeys(self._forms(letters), tail)) or "(?!)"

    def _names(self, *, relative: bool) -> tuple[str, str]:
        """Patterns for all words that are anchors, and for the months among them, each with what must follow."""
        initials = "".join(sorted({form[0] for form in self._forms("nokg")}))
        months = dict.fromkeys(self._forms("jMm"), f"(?:{self._month})?{_END}")
        tails = months | dict.fromkeys(self._forms("a"), "(?= {0,2}[0-9])")
        tails |= dict.fromkeys(self._forms("USKC"), f"(?= {{0,2}}[0-9,{initials}])")
        tails |= dict.fromkeys(self._forms("kGSW" if relative else "k"), _END)
        return _alternatives(tails), _alternatives(months)

    def windows(self, text: str) -> Iterator[Window]:
        """The stretches to read, in order, not overlapping; each ends where its line ends."""
        low = high = first = last = -1
        for start, end, after in self._anchors(text):
            if end + after <= high:
                last = max(last, end)
                continue
            left, right = _stretch(text, start, end, after)
            if left <= high and right - low < _LONGEST:
                high, last = max(high, right), max(last, end)
                continue
            if low >= 0:
                yield Window(low, min(high, left), first, last)
            low, high, first, last = left, right, start, end
        if low >= 0:
            yield Window(low, high, first, last)

    def _anchors(self, text: str) -> list[_Anchor]:
        """Where a date may stand: at numbers and at words."""
        padded = " " + text
        anchors: list[_Anchor] = []
        for match in self._words.finditer(padded):
            group = match.lastindex or 1
            start, end = match.span(group)
            self._add_name(anchors, text, match[group], start - 1, end - 1)
        for match in self._marked.finditer(padded):
            if match["name"]:
                self._add_name(anchors, text, match["name"], match.start("name") - 1, match.end() - 1)
            else:  # a number; or a name that is read only after a day, and so with its number
                anchors.append((match.start() - 1, match.end() - 1, _AFTER))
        anchors.sort()
        return anchors

    def _add_name(self, anchors: list[_Anchor], text: str, name: str, start: int, end: int) -> None:
        """Add a word; those that are mostly something else only beside their like."""
        if name in self._heads:
            if self._number.match(text, end):
                anchors.append((start, end, _AFTER_HEAD))
        elif name not in self._shy or self._is_led(text, start) or self._after.match(text, end):
            anchors.append((start, end, _AFTER_HEAD if self._worded.match(text, end) else _AFTER))

    def _is_led(self, text: str, start: int) -> bool:
        """Whether a day number or a word of one stands before a name."""
        last = text[start - 2 : start - 1] if text[start - 1 : start] == " " else text[start - 1 : start]
        if last not in self._leading and last not in " /-":
            return False
        word = text[max(0, start - _SHY_REACH) : start].rstrip(" /-").rpartition(" ")[2]
        rest = word.lstrip("0123456789")  # «22ام»
        return word[-1:].isdigit() or rest in self._leaders or rest[1:] in self._leaders


def _typed(forms: Iterator[str]) -> Iterator[str]:
    """Forms as they may be typed: with their blanks, or without."""
    for form in forms:
        yield form
        yield form.replace(" ", "")


@cache
def scanner(lexicon: Lexicon, lang: str | None, *, relative: bool) -> Scanner:
    """The scanner of a lexicon for the documents of one language, compiled once."""
    return Scanner(lexicon, lang, relative=relative)


def _stretch(text: str, start: int, end: int, after: int) -> tuple[int, int]:
    """The window of an anchor: within its line, from blank to blank."""
    left = start - _BEFORE if start > _BEFORE else 0
    line = text.rfind("\n", left, start)
    if line >= 0:
        left = line
    elif left:
        blank = text.find(" ", left, left + _SNAP)
        left = left if blank < 0 else blank
    right = end + after
    line = text.find("\n", end, right)
    if line >= 0:
        return left, line
    if right >= len(text):
        return left, len(text)
    blank = text.rfind(" ", right - _SNAP, right)
    return left, blank if blank > end else right


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
