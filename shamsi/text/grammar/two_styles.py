"""Two days of a month that are one day, in the Julian and in the Gregorian calendar."""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName
from shamsi.text.grammar.guard_rows import Place
from shamsi.text.grammar.tokens import Number

_MONTHS = codes_of("MONTH")
_FULL = 4  # digits of a year with its century


def is_one_day(place: Place) -> bool:
    """Whether a day and one in brackets are one: «۱۰ (۲۳) اوت ۱۹۰۷»."""
    tokens, first = place.tokens, place.first
    at = next(k for k in range(first, place.last) if tokens.kinds[k] in _MONTHS)
    days = [tokens.number(k).value for k in (first, first + 2)]
    return are_two_styles(tokens.values[at], tokens.number(at + 1), days)


def are_two_styles(month: MonthName, year: Number, days: list[int]) -> bool:
    """Whether two days of a month are one in the Julian and the Gregorian calendar."""
    if month.calendar != "gregorian" or year.width != _FULL:
        return False
    new = intervals.julian_day(year.value, month.number, days[0])
    return new is not None and (new.month, new.day) == (month.number, days[1])
