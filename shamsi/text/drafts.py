"""Drafts: what a matched pattern says, as printed, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from shamsi.lang.classes import kinds
from shamsi.lang.language import Era
from shamsi.text.grammar import Shape
from shamsi.text.reasons import Ground
from shamsi.text.tokens import Number, Tokens

# classes of numbers, in digits and in words
NUMBERS = kinds("SHORT three_digits four_digits day_in_words ordinal year_in_words tens_in_words")
MONTHS, NUMERIC_DATE = kinds("MONTH"), kinds("numeric_date")


@dataclass(slots=True)
class Fields:
    """One date of a match: its numbers as printed, and its tokens from `first` to before `last`."""

    first: int
    last: int
    day: int | None = None
    month: int | None = None
    year: Number | None = None
    era: Era | None = None
    number: int = 0  # of a season in a list
    weekday_at: int | None = None  # the token that names its weekday


@dataclass(slots=True)
class Draft:
    """A match as printed: its dates, which share what is said once, and its context."""

    shape: Shape
    tokens: Tokens
    kind: str
    members: list[Fields]
    calendar: str | None = None
    era: Era | None = None
    deictic: Any = None
    weekdays: tuple[int, ...] = ()  # the tokens that name them
    modifier: str | None = None
    parts_of_month: int = 0  # 2 halves, or 3 runs of ten days
    number: int = 0  # of a season, decade, century, quarter or half
    assumed: list[str] = field(default_factory=lambda: [])
    grounds: tuple[Ground, ...] = ()  # what decided its calendar and year
    lang: str | None = None


def weekday_of(draft: Draft, member: Fields) -> int | None:
    """The weekday that is stated of one date of a draft."""
    return None if member.weekday_at is None else draft.tokens.values[member.weekday_at]


def places(draft: Draft, letters: str) -> list[int]:
    """The tokens of a draft that are of some classes."""
    shape = draft.shape
    return [k for k in range(shape.first, shape.last) if draft.tokens.letters[k] in letters]
