"""Define tokens: the pieces of a window, each with its class, place and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Lexeme

_OTHER_WORD = codes_of("other_word")


class Number(NamedTuple):
    """A number as printed: its value and how many digits it has (0 for words)."""

    value: int
    width: int

    @property
    def is_short(self) -> bool:
        """Whether it has no century if it is a year: two digits, or words for less than 100."""
        return self.width == 2 or (self.width == 0 and self.value < 100)


@dataclass(slots=True)
class Tokens:
    """The tokens of one window.

    `kinds[i]` is the class of the token from `starts[i]` to `ends[i]`, as its code point.
    """

    kinds: str
    starts: Sequence[int]
    ends: Sequence[int]
    values: Sequence[Any]
    lexemes: Sequence[Lexeme | None]
    full_years: bool = False  # whether its language writes years in full, and seldom without a cue

    def number(self, k: int) -> Number:
        """Return the number that token k is: digits, an ordinal or a cardinal word."""
        value = self.values[k]
        return (
            value
            if isinstance(value, Number)
            else Number(value if isinstance(value, int) else 0, 0)
        )

    def is_glued(self, k: int) -> bool:
        """Whether token k touches an unknown word before it, as a footnote's mark does."""
        return k > 0 and self.kinds[k - 1] == _OTHER_WORD and self.ends[k - 1] == self.starts[k]
