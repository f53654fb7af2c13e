"""Tokens: the pieces of a window, each with its class, place and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from shamsi.lang.language import Lexeme

# A class is one letter, so that a pattern over tokens is a short regular expression.
CLASSES = {
    "d": "day number",
    "z": "day number with a leading zero",
    "y": "two digits that are no day",
    "t": "three digits",
    "Y": "four digits",
    "9": "other number",
    "N": "numeric date",
    "o": "ordinal word",
    "n": "number word to 31",
    "v": "number word to 99",
    "w": "number word above 99",
    "M": "month, read bare",
    "m": "month, read after a cue",
    "j": "month, read beside a number",
    "Z": "month, read with day and year",
    "W": "weekday",
    "E": "era",
    "e": "era mark, read behind a number",
    "S": "season",
    "C": "century",
    "K": "word for decade",
    "^": "word for decade, behind its number",
    "k": "decade",
    "Q": "quarter",
    "H": "half",
    "L": "word for month",
    "J": "word for month, before its name",
    "U": "word for year",
    "b": "word for year, on either side of it",
    "D": "word for day",
    "T": "word for date",
    "r": "link between a month and its day",
    "A": "modifier",
    "F": "deictic",
    "G": "relative word",
    "R": "range word",
    "B": "word for between",
    "&": "and",
    "0": "or",
    "=": "word or mark for the same day",
    "P": "preposition",
    "I": "preposition before a bare year",
    "f": "of",
    "V": "event",
    "a": "what is held every year, such as games",
    "!": "cue of a day that is named",
    "X": "word that a name follows",
    "x": "title",
    "l": "publisher's place",
    "c": "counted noun, or per cent",
    "O": "hour",
    "#": "number context",
    "g": "school word",
    "i": "suffix of a day",
    "~": "suffix that makes a number a day",
    "_": "nights of a month that are gone or left",
    "u": "other word",
    "/": "slash",
    "-": "dash",
    ".": "full stop",
    ",": "comma",
    ":": "colon",
    "(": "opening bracket",
    ")": "closing bracket",
    "|": "end of a line",
    '"': "other mark",
    "s": "slash between digits",
    "h": "dash between digits",
    "p": "point or comma between digits",
    "q": "colon between digits",
}


class Number(NamedTuple):
    """A number as printed: its value, its digits (0 for words)."""

    value: int
    width: int


@dataclass(slots=True)
class Tokens:
    """The tokens of one window: `letters[i]` is the class of the token from `starts[i]` to `ends[i]`."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]
    values: Sequence[Any]
    lexemes: Sequence[Lexeme | None]

    def number(self, k: int) -> Number:
        """The number that token k is, whether in digits, an ordinal or a cardinal word."""
        value = self.values[k]
        return value if isinstance(value, Number) else Number(value if isinstance(value, int) else 0, 0)

    def is_glued(self, k: int) -> bool:
        """Whether token k hangs on an unknown word before it: a note's mark, a model's number."""
        return k > 0 and self.letters[k - 1] == "u" and self.ends[k - 1] == self.starts[k]
