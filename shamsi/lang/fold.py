"""Fold what typists and software vary, one character in and one out, so that offsets survive."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

# Letters that a reader takes for one: Arabic and Persian keyboards stand side by side in one newsroom.
_LETTERS = {
    "ی": "يىئېےێۍۑ",
    "ک": "كڪګ",
    "ا": "أإآٱ",
    "و": "ؤۆۇ",
    "ه": "ةۀەہھۂ",
    "ر": "ڕ",
    "ل": "ڵ",
    ",": "،؛",
    "/": "⁄∕",
    "-": "–—−‐‑‒―",
    " ": "\u00a0\u200c\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t",
}
_DIGITS = tuple((chr(zero + digit), str(digit)) for zero in (0x06F0, 0x0660) for digit in range(10))
_EVERYDAY = "يىئكأإآؤة،\u00a0\u200c"
_COMMON = _DIGITS + tuple((c, to) for to, many in _LETTERS.items() for c in many if c in _EVERYDAY)
_RARE = {c: to for to, many in _LETTERS.items() for c in many if c not in _EVERYDAY}
# Dropped: tatweel, tashkeel, zero-width marks, bidi controls.
_MARKS = (
    "\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
_FORMS = "\ufb50-\ufdff\ufe70-\ufefc"  # presentation forms: unfolded
_ERA_LETTER = "ه\u0640\u200d"  # «ه‍» and «هـ» close with a joiner
_JOINERS = ("\u0640", "\u200d")
_IS_FORM = re.compile(f"[{_FORMS}]").match
# One look for all that is not everyday; first a class that is not repeated, so that the search skips to it.
_SPECIAL = re.compile(f"[{_MARKS}{_FORMS}{''.join(map(re.escape, _RARE))}][{_MARKS}]*")


class Folded:
    """A folded text that knows where each of its characters stood in the source."""

    __slots__ = ("_here", "_there", "source", "text")

    def __init__(self, text: str, source: str, here: list[int], there: list[int]) -> None:
        """Keep the folded text, its source, and the runs between them: `here[i]` stood at `there[i]`."""
        self.text, self.source, self._here, self._there = text, source, here, there

    def at(self, position: int) -> int:
        """The place in the source of a place in the folded text."""
        if not self._here:
            return position
        run = bisect_right(self._here, position) - 1
        return self._there[run] + position - self._here[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a folded span, with the joiner or tatweel that closes an era's letter."""
        first, last = self.at(start), self.at(end - 1) + 1
        while self.source[last - 1] in _ERA_LETTER and self.source[last : last + 1] in _JOINERS:
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """Fold a text for reading.

    >>> folded = fold("۱۸ مُـرداد ١٤٠٤")
    >>> folded.text
    '18 مرداد 1404'
    >>> folded.span(3, 8)
    (3, 10)
    """
    if text.isascii():
        return Folded(text.replace("\t", " "), text, [], [])
    plain, here, there = _unpack(text) if _SPECIAL.search(text) else (text, [], [])
    return Folded(fold_letters(plain), text, here, there)


def fold_letters(text: str) -> str:
    """Fold the everyday letters, digits, separators and blanks; the length stays."""
    for char, to in _COMMON:
        if char in text:
            text = text.replace(char, to)
    return text


def fold_form(form: str) -> str:
    """Fold a spelling of a language file: marks dropped too.

    >>> fold_form("ربيع الأوّل")
    'ربیع الاول'
    """
    return fold_letters(_unpack(form)[0])


def _unpack(text: str) -> tuple[str, list[int], list[int]]:
    """Drop the marks, fold the rare letters, unfold the presentation forms; the runs say what stood where."""
    pieces: list[str] = []
    here, there = [0], [0]
    done = gone = 0  # how far the text is read, and by how much the folded text is shorter
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        pieces.append(text[done:start])
        gone += end - start
        # Vowel signs, by far the most, just go.
        if not "\u064b" <= text[start] <= "\u0655" and (letters := _letters(text, start, end)):
            pieces.append(letters)
            gone -= len(letters)
            here += range(end - gone - len(letters), end - gone)
            there += [start] * len(letters)
        here.append(end - gone)
        there.append(end)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), here, there


def _letters(text: str, start: int, end: int) -> str:
    """What a special character stands for: nothing, mostly; a tatweel by itself is typed for a dash."""
    char = text[start]
    if char == "\u0640":
        return "-" if text[start - 1 : start] == " " == text[end : end + 1] else ""
    if _IS_FORM(char):
        return unicodedata.normalize("NFKC", char)
    return _RARE.get(char, "")
