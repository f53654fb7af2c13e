"""Fold the variants of characters to one byte per character, so that offsets survive.

Latin letters become small ones without their marks: Ābān and aban are one.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from typing import Any

# Letters that look the same to a reader. Many texts mix Arabic and Persian keyboards.
_LETTERS = {
    "ی": "يىئېےێۍۑ",
    "ک": "كڪګ",
    "ا": "أإآٱ",
    "و": "ؤۆۇ",
    "ه": "ةۀەہھۂ",
    "ر": "ڕ",
    "ل": "ڵ",
} | dict.fromkeys("ءبپتثجچحخدذزژسشصضطظعغفقگمنټځڅډړږښڼڤ", "")
_OTHERS = {
    ",": "،؛٫٬",
    "/": "⁄∕\u060d\uff0f",  # the Arabic date separator, and the slash of wide fonts
    "-": "–—−‐‑‒―",
    "%": "٪",
    "?": "؟",
    '"': "«»“”…•",
    "'": "‘’",
    " ": "\t\r\u00a0\u200c\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
} | {str(digit): chr(0x06F0 + digit) + chr(0x0660 + digit) for digit in range(10)}
_TATWEEL = "\u0640"
_TIE = "~"  # TeX's blank at which no line breaks
_EVERYDAY_MARKS = (  # tashkeel, joiners and bidi controls, which are frequent
    f"{_TATWEEL}\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
    "\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
MARKS = (  # all characters that are dropped
    "\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\u02b9-\u02bf\u0300-\u036f"  # ʿ and ʾ, and the marks of decomposed Latin letters
)
_FORMS = "\ufb50-\ufdff\ufe70-\ufefc"  # presentation forms: unfolded
_ERA_LETTER = "ه\u0640\u200d"  # «ه‍» and «هـ» close with a joiner
_JOINERS = ("\u0640", "\u200d")
OPEN_HEH, _CLOSED_HEH = "ه\u200c", "ه\u200d"
_IS_FORM = re.compile(f"[{_FORMS}]").match
_SPECIAL = re.compile(f"[{MARKS}{_FORMS}][{MARKS}]*")

# One byte per character: ASCII is unchanged, folded letters begin at 0x80. Characters that the fold
# removes have the remaining bytes, so one translation removes them.
_FIRST_LETTER, _ANY_LETTER = 0x80, 0xFF
LETTERS = r"A-Za-z\x80-\xff"  # the bytes of letters, for a class in a pattern over bytes
_FOLDED_LETTER = "ÿ"  # any other letter, in a folded text
CAPITALS = bytes(range(0x41, 0x5B))
_NONE = "\ufffe"  # not a character
_APOSTROPHES = "‘’‛′`´"  # of Latin names: Sha’ban
_KEPT = (0x00, 0x0A)  # the codec is fast only if byte 0 is character 0


def _slots() -> tuple[list[str], bytearray]:
    """Return the character of every byte, and the byte that each folds to."""
    chars = [chr(code) if 0x20 <= code < 0x7F or code in _KEPT else _NONE for code in range(256)]
    folds = bytearray(bytes(range(256)).lower())
    folds[0] = ord("?")
    for code, letter in enumerate(_LETTERS, _FIRST_LETTER):
        chars[code] = letter
    free = iter([code for code, char in enumerate(chars) if char == _NONE and code != _ANY_LETTER])
    of_letter = {char: code for code, char in enumerate(chars)}
    for to, variants in [*_LETTERS.items(), *_OTHERS.items()]:
        for char in variants:
            code = next(free)
            chars[code], folds[code] = char, of_letter[to]
    for char in _EVERYDAY_MARKS:
        chars[next(free)] = char
    folds[ord(_TIE)] = ord(" ")
    return chars, folds


_Runs = tuple[list[int], list[int]]  # ascending places in the folded text, and in the source

_CHARS, _FOLDS = _slots()
_CONTROLS = [code for code in (*range(0x20), 0x7F) if code != 0x0A]
_ASCII_FOLDS = bytes.maketrans(
    bytes([*_CONTROLS, ord(_TIE)]) + CAPITALS,
    bytes(0x20 if chr(code).isspace() else 0x3F for code in _CONTROLS) + b" " + CAPITALS.lower(),
)
_REPLACED = re.compile(b"[?]+")  # the codec's replacement of characters without a byte
_ENCODING = codecs.charmap_build("".join(_CHARS))
_DROPPED = bytes(code for code, char in enumerate(_CHARS) if char in _EVERYDAY_MARKS)
_IS_DROPPED = bytes(code in _DROPPED for code in range(256))
_TATWEEL_CODE = bytes([_CHARS.index(_TATWEEL)])
# The same for `str.translate`, which keeps capitals and characters without a byte.
VARIANTS: dict[int, str | None] = {
    ord(char): _CHARS[to]
    for char, to in zip(_CHARS, _FOLDS, strict=True)
    if char not in (_NONE, "\0") and not ("A" <= char <= "Z")
} | dict.fromkeys(map(ord, _EVERYDAY_MARKS))
_DECODING: Any = "".join(  # the codec accepts a str; its stub does not list it
    _FOLDED_LETTER if code == _ANY_LETTER else chr(code) if code < _FIRST_LETTER else char
    for code, char in enumerate(_CHARS)
)


class Folded:
    """A folded text with one byte per character in `code`, and the place of each in the source."""

    __slots__ = ("_raw", "_runs", "code", "is_marked", "source")

    def __init__(
        self, code: bytes, source: str, raw: bytes = b"", runs: _Runs | None = None
    ) -> None:
        """Keep the folded text and its source.

        If characters were dropped, `raw` are the bytes before that.
        """
        self.code: bytes = code
        self.source: str = source
        self._raw = raw
        self._runs = runs
        # Whether characters were dropped: vowel signs, joiners, controls.
        self.is_marked: bool = bool(raw) or runs is not None

    @property
    def text(self) -> str:
        """The whole folded text, in letters."""
        return self.read(0, len(self.code))

    def read(self, start: int, end: int) -> str:
        """Return a part of the folded text, in letters."""
        return codecs.charmap_decode(self.code[start:end], "strict", _DECODING)[0]

    def with_source(self, source: str) -> Folded:
        """Return the same folded text for a source with the same places."""
        return Folded(self.code, source, self._raw, self._runs)

    def at(self, position: int) -> int:
        """Return the place in the source of a place in the folded text."""
        if self._runs is None:
            if not self._raw:
                return position
            self._runs = _dropped_runs(self._raw)
        here, there = self._runs
        run = bisect_right(here, position) - 1
        return there[run] + position - here[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of a folded span, with the joiner after an era's letter."""
        first, last = (self.at(start), self.at(end - 1) + 1) if self.is_marked else (start, end)
        while self.source[last - 1] in _ERA_LETTER and self.source[last : last + 1] in _JOINERS:
            last += 1
        if self.is_marked:
            while "\u0300" <= self.source[last : last + 1] <= "\u036f":  # a mark of the last letter
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
        return Folded(text.encode().translate(_ASCII_FOLDS), text)
    raw = codecs.charmap_encode(text, "ignore", _ENCODING)[0]
    if len(raw) < len(text):
        return _fold_unusual(text)
    if _TATWEEL_CODE in raw:
        raw = _with_dashes(raw)
    code = raw.translate(_FOLDS, _DROPPED)
    return Folded(code, text, raw) if len(code) < len(raw) else Folded(code, text)


def fold_joined(text: str) -> Folded:
    """Fold a text that types the Kurdish vowel «ە» as «ه» and a joiner, which end no word there.

    >>> fold_joined("حوزه\u200cیران").text
    'حوزهیران'
    """
    folded = fold(text.replace(OPEN_HEH, _CLOSED_HEH))
    return folded.with_source(text)


def fold_form(form: str) -> str:
    """Fold a spelling of a language file.

    >>> fold_form("ربيع الأوّل")
    'ربیع الاول'
    """
    return fold(form).text


def _with_dashes(raw: bytes) -> bytes:
    """Replace single tatweels, which are typed for dashes; twice, as two may share a blank."""
    lone, dash = b" " + _TATWEEL_CODE + b" ", b" - "
    return raw.replace(lone, dash).replace(lone, dash)


def _dropped_runs(raw: bytes) -> _Runs:
    """Return where runs without dropped characters begin, in the folded text and the source."""
    here, there = [0], [0]
    dropped = raw.translate(_IS_DROPPED)
    at = dropped.find(1)
    while at >= 0:
        here.append(at + 1 - len(here))
        there.append(at + 1)
        at = dropped.find(1, at + 1)
    return here, there


def _fold_unusual(text: str) -> Folded:
    """Fold a text with characters that have no byte.

    Presentation forms become their letters. Any other letter becomes one and the same letter.
    """
    plain, runs = _unpack(text)
    raw = codecs.charmap_encode(plain, "replace", _ENCODING)[0]
    code = bytearray(raw.translate(_FOLDS))
    for match in _REPLACED.finditer(raw):
        start, end = match.span()
        code[start:end] = bytes(map(_byte_of_kind, plain[start:end]))
    return Folded(bytes(code), text, b"", runs)


def _byte_of_kind(char: str) -> int:
    """Return the byte for a character without one: a letter, a blank or a mark."""
    if not char.isalnum() or char.isdecimal():
        return 0x20 if char.isspace() else 0x27 if char in _APOSTROPHES else 0x3F
    letter = unicodedata.normalize("NFD", char)[0].lower()  # é is e
    is_latin = "a" <= letter <= "z" and char != _FOLDED_LETTER
    return ord(letter) if is_latin else _ANY_LETTER


def _unpack(text: str) -> tuple[str, _Runs]:
    """Drop the marks and unfold the presentation forms, and return where each run was."""
    pieces: list[str] = []
    here, there = [0], [0]
    done = gone = 0  # the characters that are read, and how much shorter the folded text is
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        letters = _letters(text, start, end)
        pieces += [text[done:start], letters]
        gone += end - start - len(letters)
        here += range(end - gone - len(letters), end - gone + 1)
        there += [start] * len(letters) + [end]
        done = end
    return "".join([*pieces, text[done:]]), (here, there)


def _letters(text: str, start: int, end: int) -> str:
    """Return the letters of a special character; most have none."""
    char = text[start]
    if char == _TATWEEL:
        return "-" if text[start - 1 : start] == " " == text[end : end + 1] else ""
    return _SPECIAL.sub("", unicodedata.normalize("NFKC", char)) if _IS_FORM(char) else ""
