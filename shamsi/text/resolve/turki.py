"""Read Turki years: «بارس ئیل ۱۳۲۰», an animal of the twelve-year cycle and a year's number.

Iran used them until 1304 (1925). They begin with the spring, and their number is that of a lunar
or of a Solar year. The animal decides which, or shows that it is neither.
"""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import AnimalYear
from shamsi.text.grammar.drafts import Draft

_YEAR_WORD = codes_of("year_word")
_CYCLE = 12
_MOUSE = 1303  # Solar, a year of the first animal: 1924
_SOLAR, _LUNAR = range(1250, 1311), range(650, 1351)  # years whose numbers follow an animal


def animal_of(draft: Draft) -> int:
    """Return which animal of the cycle stands before the year of a draft, or behind it; 0: none."""
    tokens, last = draft.tokens, draft.shape.last + 1
    at = tokens.kinds.find(_YEAR_WORD, draft.shape.outer, last)
    while at >= 0:
        value = tokens.values[at]
        if isinstance(value, AnimalYear):
            return value.animal
        at = tokens.kinds.find(_YEAR_WORD, at + 1, last)
    return 0


def calendar_of(draft: Draft, animal: int, year: int) -> tuple[str, bool]:
    """Return the calendar of a draft with the year of an animal, and whether it is assumed.

    A year that does not fit its animal has none that is read.
    """
    if draft.calendar and draft.calendar != "persian":
        return draft.calendar, False
    found = meaning(animal, year, is_solar=draft.calendar == "persian")
    if found is None:
        return "turki", False
    return found[0], draft.calendar is None or found[1] != year


def meaning(animal: int, year: int, *, is_solar: bool) -> tuple[str, int] | None:
    """Return the calendar and the year that an animal and a number mean, or None.

    With a Solar month, a lunar number is that of the Solar year with this animal.

    >>> meaning(8, 1325, is_solar=False), meaning(11, 1328, is_solar=True)
    (('islamic', 1325), ('persian', 1289))
    """
    lunar = _solar_year(animal, year) if year in _LUNAR else None
    is_plain = year in _SOLAR and (year - _MOUSE) % _CYCLE + 1 == animal
    if is_solar:
        solar = year if is_plain else lunar
        return ("persian", solar) if solar else None
    if lunar:
        return "islamic", year
    return ("persian", year) if is_plain else None


def _solar_year(animal: int, lunar: int) -> int | None:
    """Return the Solar year with an animal that has days of a lunar year, or None."""
    days = intervals.interval("islamic", lunar)
    years = {intervals.fields("persian", day)[0] for day in days or ()}
    return next((year for year in years if (year - _MOUSE) % _CYCLE + 1 == animal), None)
