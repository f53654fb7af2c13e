"""Two days that are one day, in the Julian and in the Gregorian calendar."""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName
from shamsi.text.grammar.guard_rows import Place
from shamsi.text.grammar.tokens import Number

_MONTHS, _DAYS, _YEAR = codes_of("MONTH"), codes_of("day day0"), codes_of("four_digits")
_FULL = 4  # digits of a year with its century


def is_one_day(place: Place) -> bool:
    """Whether two days are one: «۱۰ (۲۳) اوت ۱۹۰۷», «۲۸ فوریه/۱۳ مارس ۱۹۰۵»."""
    tokens, span = place.tokens, range(place.first, place.last)
    months: list[MonthName] = [tokens.values[k] for k in span if tokens.kinds[k] in _MONTHS]
    days = [tokens.number(k).value for k in span if tokens.kinds[k] in _DAYS]
    year = next(tokens.number(k) for k in span if tokens.kinds[k] == _YEAR)
    return are_two_styles(months, year, days)


def are_two_styles(months: list[MonthName], year: Number, days: list[int]) -> bool:
    """Whether two days, of one month or two, are one in the Julian and the Gregorian calendar."""
    old, new = months[0], months[-1]
    if old.calendar != "gregorian" or new.calendar != "gregorian" or year.width != _FULL:
        return False
    of_year = year.value - (new.number < old.number)
    day = intervals.julian_day(of_year, old.number, days[0])
    return day is not None and (day.year, day.month, day.day) == (year.value, new.number, days[1])
