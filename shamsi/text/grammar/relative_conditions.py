"""Conditions on the relative words beside a day or a part: «دوم هفته آینده»."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.guard_rows import Place

_RELATIVE = codes_of("relative")
_DEICTIC, _HALF, _PARTS_OF_YEAR = map(codes_of, ("deictic", "half", "quarter half"))

BOUNDS = ("before", "after")  # values of the prepositions of a time that is not the day itself


def is_bound(place: Place) -> bool:
    """Whether a word for before or after precedes it: "after 1945"."""
    return place.tokens.values[place.first - 1] in BOUNDS


def is_of_other_unit(place: Place) -> bool:
    """Whether the relative word is of a unit that has no such day or part: «دوم هفته آینده»."""
    core, value = place.core, place.tokens.values[place.first + _relative_at(place)]
    if not isinstance(value, tuple):  # a word such as «جاری»
        return not isinstance(value, int)
    is_part = core[0] in _PARTS_OF_YEAR
    units = ("month",) if not is_part else ("year", "month") if core[0] == _HALF else ("year",)
    return value[0] not in units


def is_away(place: Place) -> bool:
    """Whether it is not this month: «۳ ماه گذشته» are months, «۳ ماه جاری» is a day."""
    return bool(place.tokens.values[place.first + _relative_at(place)][1])


def is_behind_unit(place: Place) -> bool:
    """Whether the ordinal counts a unit before it: «هفته دوم ماه آینده»."""
    return place.tokens.values[place.first - 1] is not None


def _relative_at(place: Place) -> int:
    """Return which of its tokens is relative, or else a deictic."""
    return max(place.core.find(_RELATIVE), place.core.rfind(_DEICTIC))
