"""Conditions on a day that may stand beside its equivalent in another calendar."""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.guard_rows import Place

_MONTHS, _EITHER = map(codes_of, ("MONTH", "EITHER"))
_BEFORE_DAY = "[same day_word date_word preposition other_mark]{0,3} (weekday comma?)?"
_TWIN_BEHIND = compiled(f"""
    suffix? (range [day day0 ordinal] suffix? MONTH suffix?)?
    ([opening slash inner_slash] | same preposition?) {_BEFORE_DAY}
    [day day0 ordinal day_in_words] suffix?
    ([comma and range dash inner_dash]{{1,2}} [day day0 ordinal] suffix?){{0,6}}
    [month_lead of]? (?P<month>MONTH)
""")
_EITHER_BEHIND = compiled(f"""
    suffix? ([opening slash inner_slash] | same preposition?) {_BEFORE_DAY}
    (?P<month>EITHER) [day day0 ordinal]
""")
_TWIN_BEFORE = compiled(f"""
    ((?P<day>[day day0 ordinal day_in_words]) suffix? of? (?P<month>MONTH) month_word?
    | (?P<first>EITHER) [day day0 ordinal] suffix? comma?)
    (four_digits | SHORT)? [era era_mark]? [other_mark closing]?
    ([opening slash inner_slash] | same preposition?) {_BEFORE_DAY}
    ([day day0 ordinal] suffix? [comma and range dash inner_dash]{{1,2}}){{0,6}} $
""")
_WORD = codes_of("other_word")
_ONE_YEAR = {"persian": 1403, "gregorian": 2024}  # that begins in the other one
_DAYS, _CLOSE = 365, 1  # of a year; between a day and its equivalent in any year
_TWIN_REACH = 12  # tokens before a day that its equivalent may span


def has_twin(place: Place) -> bool:
    """Whether a day of a month of another calendar follows in brackets or behind a slash."""
    kinds, at = place.tokens.kinds, place.last
    found = _TWIN_BEHIND.match(kinds, at) or _EITHER_BEHIND.match(kinds, at)
    return found is not None and _is_other_month(place, found.start("month"))


def is_twin(place: Place) -> bool:
    """Whether it follows a day of a month of another calendar, in brackets or behind a slash.

    «۳ خرداد (۲۴ می)» is May, «۵ خرداد (۲۰ می‌شود)» is a verb. Before another word it is May only
    if the days agree.
    """
    kinds = place.tokens.kinds
    start = max(0, place.first - _TWIN_REACH)
    found = _TWIN_BEFORE.search(kinds[start : place.first])
    name = "first" if found and found["first"] else "month"
    if found is None or not _is_other_month(place, start + found.start(name)):
        return False
    if name == "first" or place.core[0] in _EITHER:
        return True
    is_clear = kinds[place.last : place.last + 1] != _WORD
    return is_clear or _are_one_day(
        place, *(start + found.start(name) for name in ("day", "month"))
    )


def _are_one_day(place: Place, day: int, month: int) -> bool:
    """Whether the match and a day of another month have one place in the year, more or less."""
    tokens = place.tokens
    at = next(k for k in range(place.first, place.last) if tokens.kinds[k] in _MONTHS)
    found: list[int] = []
    for number_at, name_at in ((place.first, at), (day, month)):
        name: MonthName = tokens.values[name_at]
        number = tokens.number(number_at).value
        year = _ONE_YEAR.get(name.calendar, 0)
        if not year or number > intervals.month_length(name.calendar, year, name.number):
            return False
        span = intervals.interval(name.calendar, year, name.number, number)
        found += [span[0].toordinal()] if span else []
    apart = abs(found[0] - found[-1]) % _DAYS
    return min(apart, _DAYS - apart) <= _CLOSE


def _is_other_month(place: Place, at: int) -> bool:
    """Whether a month's name is of another calendar than that of the match."""
    values = place.tokens.values
    here = [k for k in range(place.first, place.last) if place.tokens.kinds[k] in _MONTHS]
    return bool(here) and values[here[0]].calendar != values[at].calendar
