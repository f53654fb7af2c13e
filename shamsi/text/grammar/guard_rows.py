"""Guard rows: one row of a table, and the table that asks them in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from shamsi.text.grammar.expressions import Edges, compiled, edges, holds
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Tokens

_REACH = 16  # tokens on either side of a match that a row can see
PARTS = {
    "NUMBER": "[three_digits four_digits SHORT other_number]",
    "NUMERALS": """
        SHORT three_digits four_digits other_number day_in_words tens_in_words year_in_words
    """,
    "SMALL": "[day day0 three_digits tens_in_words day_in_words]",
    # The numbers or words that are the year of a month.
    "SAID_YEAR": "[four_digits three_digits SHORT year_in_words tens_in_words deictic]",
    "HAS_YEAR": "MONTH suffix? month_word? .* SAID_YEAR",
    "CUE": "year_word [school of modifier era]?",
    "JOINED": "(comma? and | comma | range | dash | inner_dash | inner_slash)",
    "ANY_ERA": "[era era_mark]",
    # «په لومړیو کې», at the beginning of what stands before it
    "MODIFIER_BEHIND": "(link{1,2} [modifier half] postposition | modifier)",
    "ROW": "([three_digits SHORT year_in_words] ANY_ERA? JOINED){1,6}",
    "YEAR_RUN": """
        [SHORT three_digits four_digits] [inner_dash dash range] [SHORT three_digits four_digits]
        ANY_ERA
    """,
    "FULL_ROW": "([three_digits four_digits SHORT year_in_words] ANY_ERA? JOINED){1,6}",
    "DAY_LIST": """
        [day day0 ordinal day_in_words] suffix?
        (comma? [and or] | comma | range | dash | inner_dash | inner_slash | slash)
    """,
    # The words that a count precedes, also after more numbers.
    "COUNTED": """
        ((range | dash | inner_dash | comma? and) [four_digits SHORT three_digits]{1,2})? [COUNT]
    """,
    # «مواد ۱۳۹۰ تا ۱۳۹۵», «مواد (۱۳۹۰ تا ۱۳۹۵)»
    "NUMBERED_RUN": """
        number_context [colon same]? [opening other_mark]{0,2} four_digits
        [range dash inner_dash and]
    """,
    # «ماده (1287)», «شماره ثبت: (1380)», «المادتين (1390) و(1391)», «volume = {1400}»
    "NUMBERED_IN_BRACKETS": """
        number_context [colon same]? [opening other_mark]{1,2}
        (NUMBER closing (comma? and | comma | range) opening)?
    """,
    "SHORT_COUNTED": """
        [COUNT year_word day_word month_word month_lead decade_word century]
    """,
}
_KEPT = 4096  # keys whose rows are kept


@dataclass(slots=True)
class Place:
    """A match and its context.

    `around` are the classes of the tokens around it, with `@` in its place.
    """

    tokens: Final[Tokens]
    first: Final[int]
    last: Final[int]
    key: Final[
        tuple[str, str, str]
    ]  # the classes of its core, of the token before and of the one after
    around: Final[str]

    @property
    def core(self) -> str:
        """The classes of its tokens."""
        return self.key[0]

    @property
    def year(self) -> int:
        """The number that it begins with."""
        return self.tokens.number(self.first).value


class Years(NamedTuple):
    """The years for which a row holds: those within `spans` that are multiples of `every`."""

    spans: tuple[tuple[int, int], ...] = ((0, 9999),)
    every: int = 1
    but: tuple[int, ...] = ()

    def hold(self, year: int) -> bool:
        """Whether a year is one of them."""
        is_within = any(low <= year <= high for low, high in self.spans)
        return is_within and year % self.every == 0 and year not in self.but


NEAR = Years(((1300, 1410), (1850, 2035)))  # for places with many other numbers
Search = Callable[[str], object]


class Guard:
    """A row of a table: conditions on a match, its context and its year, and the verdict.

    `core` is searched in the classes of the match. `before` must match right before it, and
    `behind` right after it. `when` is for conditions that classes cannot express. All conditions
    must hold.
    """

    def __init__(
        self,
        verdict: Rejection | Basis | Table | None,
        *,
        core: str = "",
        before: str = "",
        behind: str = "",
        years: Years | None = None,
        when: Callable[[Place], bool] | None = None,
    ) -> None:
        self.verdict, self.years, self.when = verdict, years, when
        self.core, self.before, self.behind = core, before, behind

    @cached_property
    def _edges(self) -> tuple[Edges, Edges]:
        return edges(self.before, PARTS), edges(self.behind, PARTS)

    @cached_property
    def _matches(self) -> Search | None:
        return compiled(self.core, PARTS).search if self.core else None

    @cached_property
    def _around(self) -> Search | None:
        """A search of the context, or None if the key of a place decides alone."""
        if all(not side or _is_one_class(side) for side in (self.before, self.behind)):
            return None
        return compiled(f"({self.before}) @ ({self.behind})", PARTS).search

    def may_hold(self, core: str, before: str, behind: str) -> bool:
        """Whether the row may hold for a match of some classes between two others."""
        left, right = self._edges
        return (
            (self._matches is None or bool(self._matches(core)))
            and (left.is_optional or holds(left.last, before))
            and (right.is_optional or holds(right.first, behind))
        )

    @property
    def conditions(self) -> Conditions:
        """The conditions that remain to be checked if the row may hold, and its verdict."""
        return self._around, self.years, self.when, self.verdict


def _is_one_class(side: str) -> bool:
    """Whether a side is a single token."""
    return side not in PARTS and _ONE_CLASS.fullmatch(side) is not None


_ONE_CLASS = re.compile(r"\w+|\[[^]^]+\]")


Conditions = tuple[
    Search | None, Years | None, Callable[[Place], bool] | None, "Rejection | Basis | Table | None"
]


class Table:
    """Guards in order. It skips those that the classes of a match and its neighbours rule out."""

    def __init__(self, *rows: Guard) -> None:
        self.rows = rows
        self._near: dict[tuple[str, str, str], tuple[Conditions, ...]] = {}

    def verdict(self, place: Place) -> Rejection | Basis | None:
        """Return the verdict of the first row that holds; None if no row holds."""
        rows = self._near.get(place.key)
        if rows is None:
            rows = self._remember(place.key)
        for search, years, when, found in rows:
            if (
                (search is None or search(place.around))
                and (years is None or years.hold(place.year))
                and (when is None or when(place))
            ):
                return found.verdict(place) if isinstance(found, Table) else found
        return None

    def _remember(self, key: tuple[str, str, str]) -> tuple[Conditions, ...]:
        """Return the rows that may hold for a key, and keep them."""
        rows = tuple(row.conditions for row in self.rows if row.may_hold(*key))
        if len(self._near) < _KEPT:
            self._near[key] = rows
        return rows


def place_of(tokens: Tokens, first: int, last: int) -> Place:
    """Return the place of a match, from token `first` to before `last`."""
    kinds = tokens.kinds
    before, behind = kinds[max(0, first - _REACH) : first], kinds[last : last + _REACH]
    key = kinds[first:last], before[-1:], behind[:1]
    return Place(tokens, first, last, key, f"{before}@{behind}")
