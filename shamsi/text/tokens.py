"""Tokens: the pieces of a window, each with its class, place and value.

A class is one letter, so that a pattern over tokens is a short regular expression:

d z        day numbers, plain and with a leading zero
y t Y 9    two, three and four digits that are no day, and other numbers
N          a numeric date
o n v w    number words: ordinals, cardinals to 31, to 99, above
M m j Z    month names: read bare, after a cue, beside a number, with day and year
W          weekdays
E e        eras, and their marks, which count only after a number
S C K ^ k  seasons, centuries, words for decade (before, behind its number) and those that are a decade
Q H        quarters, halves
L J U D T  words for month (behind, before its name), year, day, date
b r        words for year that stand on either side of it, links between a month and its day
A F G      modifiers, deictics, relative words
R B & =    range words, between, and, «the same day»
P I f      prepositions, those before a bare year, «of»
V a !      events, what is held every year (games by Gregorian ones), cues of days that are named
X x l      what a date is part of the name of, titles, publishers' places
c O # g    counted nouns, hours, number contexts, school words
i ~        suffixes of a day, and those that make a number a day
_          nights that are gone of a month, or left
u          other words
/ - . , : ( ) | "    marks, and s h p q the same between digits that touch them
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from shamsi.lang.lexicon import Lexeme


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
