"""Terms that the sentences of findings share."""

from __future__ import annotations

from shamsi.formats.names import MONTH_NAMES
from shamsi.lang.sentences import MonthName, Sentence

SIDES = {
    "persian": Sentence("the Solar Hijri side"),
    "gregorian": Sentence("the Gregorian side"),
    "islamic": Sentence("the lunar Hijri side"),
}


def month_of(calendar: str, number: int) -> MonthName:
    """Return a month as a term, with its English name.

    >>> str(month_of("persian", 5))
    'Mordad'
    """
    return MonthName(calendar, number, MONTH_NAMES[calendar][number - 1])
