"""Conditions on the mark of an era behind a number: whether it is enough for a year."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.centuries import calendar_of, may_be_one_year
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.guard_rows import PARTS, Place

_ERA_MARK = codes_of("era_mark")
_LONGEST = 31  # days of a month
_LAST_MILLENNIUM = 999


def is_marked(place: Place) -> bool:
    """Whether the era's mark is enough for a year.

    «200 م» and «1500 م» are races, and «5 ق» may be anything.
    """
    is_bracketed = _BRACKETED in place.around or _IN_LIFE(place.around) is not None
    return _marks(place, place.last - 1, is_bracketed=is_bracketed)


def is_marked_twice(place: Place) -> bool:
    """Whether the same year follows in another calendar, with its era: «(16هـ/637م)»."""
    tokens, there = place.tokens, place.last + 1
    here, other = (calendar_of(tokens.values[k]) for k in (place.last - 1, there + 1))
    return here != other and may_be_one_year(here, place.year, other, tokens.number(there).value)


def is_led_by_era(place: Place) -> bool:
    """Whether the mark that it begins with may stand before its year: AD 642."""
    return bool(place.tokens.values[place.first].before)


def is_life(place: Place) -> bool:
    """Whether the word before it is for a life or a reign: (b. 1963), r. 1501–1524."""
    return bool(place.tokens.values[place.first - 1] == "lived")


def is_row_marked(place: Place) -> bool:
    """Whether the first era's mark in a list is enough for the first number to be a year."""
    return _marks(place, place.first + place.core.index(_ERA_MARK), is_bracketed=False)


_BRACKETED = f"{codes_of('opening')}@{codes_of('closing')}"
# «(13 ق هـ - 61 هـ / 610 - 680 م)»
_IN_LIFE = compiled(
    """
    opening @ [dash inner_dash] NUMBER [era era_mark] [closing slash inner_slash]
    | opening NUMBER [era era_mark] [dash inner_dash] @ [closing slash inner_slash]
    """,
    PARTS,
).search


def _marks(place: Place, at: int, *, is_bracketed: bool) -> bool:
    era, year = place.tokens.values[at], place.year
    if era.bce and era.calendar == "islamic":
        return True
    if place.tokens.full_years:
        return year > (_LAST_MILLENNIUM if era.calendar == "persian" else _LONGEST)
    if era.calendar == "gregorian" and not era.bce:
        return (year > 999 and year % 100 > 0) or (is_bracketed and year > 199 and year % 50 > 0)
    return year > 99 or is_bracketed
