"""Scan: reach only the places of a folded text where a date may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from shamsi.lang.lexicon import Lexicon
from shamsi.text.scan.trie import END, alternatives, compiled, encode
from shamsi.text.scan.triggers import WORDS_ONLY, Trigger, Triggers

# Characters to read around an anchor: before it a list of days may stand, after it a year, perhaps in words.
_BEFORE, _AFTER, _AFTER_HEAD = 48, 32, 60
_SNAP = 24
_LONGEST = 200_000  # a text of nothing but dates is read in pieces
_SHY_REACH = 16
_MANY = 40  # different words, from which on one walk over all words is shorter than a search for each

# The classes whose words call for reading: months, by themselves or beside a number; what counts
# or names a time, the relative ones where these are read; and what a number stands before.
MONTHS = "month_numbered month_bare month_cued"
_HEADS = "year_word season decade_word century yearly"
WORDS = f"{_HEADS} decade"
RELATIVE = f"{WORDS} relative weekday"
BEHIND_NUMBERS = "month_dated month_lead era era_mark"
_BEFORE_SHY = "ordinal day_in_words month_word month_lead of suffix"
_BLANK = 0x20
_WORD = re.compile(b"[^ ]+")
DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_DIGITS = b"0123456789"

# Years and numeric dates, in a text whose digits are all 0, behind their first.
NUMERIC = r"(?P<year>000(?:0000)?(?!0))|0{0,3}(?P<separator>[/.-])00?(?P=separator)0{1,4}(?!0)"

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
        self._month = self._any("month_word", "")
        self._numeral = self._any("day_in_words ordinal decade", END)
        # A literal first, so that the search skips to it.
        self._marked = compiled(rf"0(?<!00)(?:{NUMERIC}|0{{0,2}} ?{self._any(BEHIND_NUMBERS, END)})").finditer
        self._number = compiled(f" {{0,2}}(?:{self._any('school', '')} {{1,2}})?(?:,?[0-9]|{self._numeral})").match
        self._worded = compiled(f" {{0,2}}(?:{self._month} {{1,2}})?{self._numeral}").match
        self._after = compiled(
            rf" {{0,2}}(?:,? ?[0-9]|/|{self._any('month_word year_word deictic link', END)}|{self._numeral})"
        ).match
        self._leaders = frozenset(encode(form.rsplit(" ", 1)[-1]) for form in self._forms(_BEFORE_SHY))
        self._leading = frozenset(word[-1] for word in self._leaders) | frozenset(_DIGITS)
        # What may stand one place after a head: a digit, or a letter that a number begins with, or has second.
        self._openings = (
            _DIGITS + encode("".join({form[:2] for form in self._forms("day_in_words ordinal decade school")})) + b" ,"
        )
        free = frozenset(self._forms("month_bare month_cued decade"))
        # Words that call for reading only in company: heads before a number, shy names beside one, eras behind one.
        self._shy, self._heads, self._eras = (
            frozenset(_typed(form for form in self._forms(names) if form not in free))
            for names in ("month_numbered", _HEADS, "era")
        )
        gathered = Triggers(self._forms("month_word"), list(lexicon.prefixes(lang)))
        gathered.add(self._forms(MONTHS), months=True)
        gathered.add(self._forms(RELATIVE if relative else WORDS))
        gathered.add([form for form in self._forms("era") if " " not in form])
        self._triggers = gathered.by_word(self._heads, self._openings)
        self.words: frozenset[bytes] = frozenset(self._triggers)

    def _any(self, names: str, tail: str) -> str:
        """A pattern for any form of some classes."""
        return alternatives(dict.fromkeys(self._forms(names), tail))

    def windows(self, code: bytes, seen: frozenset[bytes] | None = None) -> list[Window]:
        """The stretches to read, in order, not overlapping; each ends where its line ends.

        `seen` are the words that may call for reading, where they are known.
        """
        windows: list[Window] = []
        low = high = first = last = -1
        for start, end, after in self._anchors(code, seen):
            if end + after <= high:
                last = max(last, end)
                continue
            left, right = _stretch(code, start, end, after)
            if left <= high and right - low < _LONGEST:
                high, last = max(high, right), max(last, end)
                continue
            if low >= 0:
                windows.append(Window(low, min(high, left), first, last))
            low, high, first, last = left, right, start, end
        if low >= 0:
            windows.append(Window(low, high, first, last))
        return windows

    def _anchors(self, code: bytes, seen: frozenset[bytes] | None) -> list[_Anchor]:
        """Where a date may stand: at words and at numbers."""
        anchors: list[_Anchor] = []
        words = (b" %b " % code).translate(WORDS_ONLY)  # padded, so that word k of it stands one before in the text
        found = self.words.intersection(words.split() if seen is None else seen)
        if found:
            self._add_names(anchors, code, words, found)
        shape = code.translate(DIGITS_ALIKE)
        if b"0" in shape:
            for match in self._marked(shape):
                if match.lastgroup != "year" or code[match.start()] in b"12":
                    anchors.append((*match.span(), _AFTER))
        anchors.sort()
        return anchors

    def _add_names(self, anchors: list[_Anchor], code: bytes, words: bytes, found: frozenset[bytes]) -> None:
        """Add the places of all words that were found."""
        if len(found) > _MANY:
            for match in _WORD.finditer(words):
                if match[0] in found:
                    self._add_word(anchors, code, self._triggers[match[0]], match.start() - 1)
            return
        for letters in found:
            word, length = self._triggers[letters], len(letters) + 1
            nexts, lead = word.nexts, b" " + letters  # a search skips to its last letter, faster than to a blank
            at = words.find(lead)
            while at >= 0:
                after = at + length
                if words[after] == _BLANK:
                    beside = code[after : after + 1]
                    if nexts is None:
                        self._add_word(anchors, code, word, at)
                    elif beside in nexts:
                        if beside.isdigit():  # the commonest case: a head, and its number in digits
                            anchors.append((at, after - 1, _AFTER_HEAD))
                        else:
                            self._add_word(anchors, code, word, at)
                at = words.find(lead, after)

    def _add_word(self, anchors: list[_Anchor], code: bytes, word: Trigger, at: int) -> None:
        """Add what a word is, alone or with others; what is mostly something else only beside its like."""
        for offset, phrase in word.phrases:
            match = phrase(code, at + offset) if at + offset >= 0 else None
            if match and self._add(anchors, code, *match.span(), match[0]):
                return
        if word.name is not None:
            start = at + word.offset
            self._add(anchors, code, start, start + len(word.name), word.name)

    def _add(self, anchors: list[_Anchor], code: bytes, start: int, end: int, name: bytes) -> bool:
        if name in self._heads:
            if not self._number(code, end):
                return False
            anchors.append((start, end, _AFTER_HEAD))
        elif (name in self._shy or name in self._eras) and not (
            self._is_led(code, start) or (name in self._shy and self._after(code, end))
        ):
            return False
        else:
            anchors.append((start, end, _AFTER_HEAD if self._worded(code, end) else _AFTER))
        return True

    def _is_led(self, code: bytes, start: int) -> bool:
        """Whether a day number or a word of one stands before a name."""
        last = code[start - 2 : start - 1] if code[start - 1 : start] == b" " else code[start - 1 : start]
        if not last or (last[0] not in self._leading and last not in b" /-"):
            return False
        word = code[max(0, start - _SHY_REACH) : start].rstrip(b" /-").rpartition(b" ")[2]
        rest = word.lstrip(_DIGITS)  # «22ام»
        return word[-1:].isdigit() or rest in self._leaders or rest[1:] in self._leaders


def _typed(forms: Iterator[str]) -> Iterator[bytes]:
    """Forms as they may be typed: with their blanks, or without."""
    for form in forms:
        yield encode(form)
        yield encode(form.replace(" ", ""))


@cache
def scanner(lexicon: Lexicon, lang: str | None, *, relative: bool) -> Scanner:
    """The scanner of a lexicon for the documents of one language, compiled once."""
    return Scanner(lexicon, lang, relative=relative)


def _stretch(code: bytes, start: int, end: int, after: int) -> tuple[int, int]:
    """The window of an anchor: within its line, from blank to blank."""
    left = start - _BEFORE if start > _BEFORE else 0
    line = code.rfind(b"\n", left, start)
    if line >= 0:
        left = line
    elif left:
        blank = code.find(b" ", left, left + _SNAP)
        left = left if blank < 0 else blank
    right = end + after
    line = code.find(b"\n", end, right)
    if line >= 0:
        return left, line
    if right >= len(code):
        return left, len(code)
    blank = code.rfind(b" ", right - _SNAP, right)
    return left, blank if blank > end else right
