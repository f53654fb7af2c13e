"""Define drafts: the dates of a matched pattern as printed, before any decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, NthWeekday, Observance
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number, Tokens

# The classes of numbers, in digits and in words.
NUMBERS = codes_of(
    "SHORT glued_day three_digits four_digits day_in_words ordinal day_ordinal year_in_words"
    " tens_in_words"
)
MONTHS, NUMERIC_DATE = codes_of("MONTH"), codes_of("numeric_date")
_FULL = 4  # digits of a year with its century
_THREE, _PAIR, _APART = 3, 2, 400  # digits, years, and years between two calendars


@dataclass(slots=True)
class Member:
    """One date of a match: its numbers as printed, and its tokens from `first` to before `last`."""

    first: Final[int]
    last: Final[int]
    day: Final[int | None] = None
    month: Final[int | None] = None
    year: Final[Number | None] = None
    era: Final[Era | None] = None
    number: Final[int] = 0  # of a season or century in a list
    weekday_at: Final[int | None] = None  # the token of its weekday
    calendar: Final[str | None] = None  # of a century, which the one beside it gives
    modifier: Final[str | None] = None  # of a century in a list

    def on(self, weekday_at: int) -> Member:
        """Return the member with a weekday."""
        return Member(
            self.first,
            self.last,
            self.day,
            self.month,
            self.year,
            self.era,
            self.number,
            weekday_at,
        )


@dataclass(slots=True)
class Draft:
    """A match as printed: its members, the values that they share, and its context."""

    shape: Final[Shape]
    tokens: Final[Tokens]
    kind: Final[str]
    members: Final[tuple[Member, ...]]
    calendar: Final[str | None] = None
    era: Final[Era | None] = None
    deictic: Final[Any] = None
    weekdays: Final[tuple[int, ...]] = ()  # their tokens
    modifier: Final[str | None] = None
    lang: Final[str | None] = None
    number: Final[int] = 0  # of a season, decade, century, quarter or half
    parts_of_month: Final[int] = (
        0  # of its month or year: 2 halves, 4 quarters, or 3 runs of ten days
    )
    assumed: Final[tuple[str, ...]] = ()  # the things that were assumed, such as "century"
    bases: Final[tuple[Basis, ...]] = ()  # why they were assumed
    nth: Final[int] = 0  # which of the weekdays of its month or year it is; the last is -1
    observance: Final[Observance | None] = None

    @property
    def is_relative(self) -> bool:
        """Whether its days can be known only with a reference, without which nobody reads it."""
        if self.kind == "relative":
            return True
        return self.observance is not None and self.members[0].year is None

    @property
    def has_numbered_month(self) -> bool:
        """Whether its month is given by its number after a word for month."""
        return (self.shape.reads or self.shape.name) == "month-number"

    @property
    def is_year_first(self) -> bool:
        """Whether, as a numeric date, it begins with its year. In Arab states the day is first."""
        first = self.tokens.values[self.shape.first]
        return not isinstance(first, Number) and len(first[0]) == _FULL

    @property
    def has_mixed_years(self) -> bool:
        """Whether it is two years that may be of two calendars: 47/1968, 310/923."""
        years = [member.year for member in self.members if member.year]
        if self.kind != "year" or len(years) < _PAIR:
            return False
        is_far = years[1].value - years[0].value > _APART and years[0].width == _THREE
        return is_far or len({year.is_short for year in years}) > 1

    def with_members(self, members: tuple[Member, ...]) -> Draft:
        """Return the draft with other members."""
        return Draft(
            self.shape,
            self.tokens,
            self.kind,
            members,
            self.calendar,
            self.era,
            self.deictic,
            self.weekdays,
            self.modifier,
            self.lang,
            self.number,
            self.parts_of_month,
            self.assumed,
            self.bases,
            self.nth,
            self.observance,
        )

    def assuming(self, what: str, *bases: Basis, **changes: Any) -> Draft:
        """Return the draft with one more assumption, its bases and the changes that follow."""
        known = self.assumed if what in self.assumed else (*self.assumed, what)
        return replace(self, assumed=known, bases=(*self.bases, *bases), **changes)


@dataclass(slots=True)
class Match:
    """A match and its context, from which the reader of its pattern makes a draft."""

    shape: Final[Shape]
    tokens: Final[Tokens]
    era: Final[Era | None] = None
    deictic: Final[Any] = None
    weekdays: Final[tuple[int, ...]] = ()
    modifier: Final[str | None] = None
    lang: Final[str | None] = None

    @property
    def kinds(self) -> str:
        """The classes of its core."""
        return self.tokens.kinds[self.shape.first : self.shape.last]

    def places(self, kinds: str) -> list[int]:
        """Return the tokens of its core that are of some classes."""
        of_tokens, shape = self.tokens.kinds, self.shape
        return [k for k in range(shape.first, shape.last) if of_tokens[k] in kinds]

    def whole(
        self, day: int | None = None, month: int | None = None, year: Number | None = None
    ) -> Member:
        """Return a member that has all tokens of the core."""
        return Member(self.shape.first, self.shape.last, day, month, year)

    def draft(
        self,
        kind: str,
        members: tuple[Member, ...],
        calendar: str | None = None,
        *,
        number: int = 0,
    ) -> Draft:
        """Return the draft of its members.

        In a Solar date «ش» is not the Coptic era: «18 مرداد 1404 ش».
        """
        era = self.era
        if era is not None and calendar == "persian" and era.calendar == "coptic":
            era = None
        return Draft(
            self.shape,
            self.tokens,
            kind,
            members,
            calendar,
            era,
            self.deictic,
            self.weekdays,
            self.modifier,
            self.lang,
            number,
        )


def weekday_of(draft: Draft, member: Member) -> int | None:
    """Return the weekday that the text states for one member of a draft."""
    if member.weekday_at is None:
        return None
    value: int | NthWeekday = draft.tokens.values[member.weekday_at]
    return value.weekday if isinstance(value, NthWeekday) else value
