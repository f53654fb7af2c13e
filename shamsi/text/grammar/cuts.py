"""Cut off the end of a match that is no part of its date: a count, or another calendar's year."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, MonthName
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Tokens

_YEAR, _OPENING, _CLOSING = map(codes_of, ("four_digits", "opening", "closing"))
_FULL_STOP = codes_of("full_stop")
_ERAS, _MONTHS = codes_of("era era_mark"), codes_of("MONTH")
# A number without a word for year, and what it may count.
_COUNTED, _ORDINAL = codes_of("counted"), codes_of("ordinal")
_UNITS = codes_of("day_word month_word month_lead year_word hour decade_word")
_BEHIND = frozenset(_COUNTED + _UNITS)
_bracket = compiled("comma? (year_word school?)? (?P<opening>opening) [^opening]* $").search
_may_count = compiled("(?<=[MONTH suffix month_word]) four_digits $").search
_EVERYDAY = {"persian": (1200, 1410), "gregorian": (1501, 2035), "islamic": (1, 1500)}
_POSSIBLE = {"persian": (1000, 1500), "gregorian": (1500, 2100), "islamic": (1, 1500)}
_ROUND = 100
_LARGE, _NAMES = codes_of("year_in_words"), frozenset(codes_of("MONTH suffix month_word"))
_MODERN = (1200, 2100)  # bounds of years that are written in words


def end_of_day(tokens: Tokens, first: int, last: int) -> int:
    """Return where a day or month with its year really ends, from token `first`.

    «۹ مه ۱۰۰۰ روز گذشت» counts days, and «5 رجب (1902م)» has a year of another calendar.
    """
    kinds = tokens.kinds
    behind = kinds[last : last + 1]
    if kinds[last - 1] == _LARGE and _is_spoken_count(tokens, last):
        return last - 1
    if behind in _BEHIND and kinds[last - 1] == _YEAR and _is_count(tokens, first, last):
        return last - 1
    if _FULL_STOP in kinds[last - 3 : last - 1]:
        return _without_sentence(tokens, first, last)
    if behind == _CLOSING and _OPENING in kinds[first:last]:
        return _without_bracket(tokens, first, last)
    return last


def _is_spoken_count(tokens: Tokens, last: int) -> bool:
    """Whether the number in words at the end is a count: «۱۵ مهر دو هزار نفر»."""
    if tokens.kinds[last - 2] not in _NAMES:
        return False
    value, is_counted = tokens.number(last - 1).value, tokens.kinds[last : last + 1] == _COUNTED
    return is_counted or value % 1000 == 0 or not _MODERN[0] < value < _MODERN[1]


def _without_sentence(tokens: Tokens, first: int, last: int) -> int:
    """Return the end of a match before a full stop, unless that joins its year: «5 مهر.1399»."""
    at = tokens.kinds.find(_FULL_STOP, first, last)
    is_joined = (
        tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
    )
    return last if at < 0 or is_joined else at


def _month(tokens: Tokens, first: int, last: int) -> MonthName:
    at = next(k for k in range(last - 1, first - 1, -1) if tokens.kinds[k] in _MONTHS)
    name: MonthName = tokens.values[at]
    return name


def _is_count(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the number at the end counts what follows it.

    It is round or no year of today, or counts what is not named without its count: «۱۳۵۰ نفر», but
    not «نفر اول».
    """
    kinds, year = tokens.kinds, tokens.number(last - 1).value
    if not _may_count(kinds, first, last):
        return False
    low, high = _EVERYDAY.get(_month(tokens, first, last).calendar, (0, 9999))
    is_round, is_everyday = year % _ROUND == 0, low <= year <= high
    if kinds[last] in _COUNTED:
        is_measured = tokens.values[last] == "measured"
        is_measured = is_measured and kinds[last + 1 : last + 2] != _ORDINAL
        return is_measured or is_round or not is_everyday
    return is_round and not is_everyday


def _without_bracket(tokens: Tokens, first: int, last: int) -> int:
    """Return the end of a match whose last year is in brackets, if it is one of its calendar."""
    kinds = tokens.kinds
    found = _bracket(kinds, first, last)
    if found is None:
        return last
    calendar, opening = _month(tokens, first, last).calendar, found.start("opening")
    year_at = kinds.rfind(_YEAR, opening, last)
    if kinds[last - 1] in _ERAS:
        era: Era = tokens.values[last - 1]
        fits = calendar in _calendars(era) and not era.bce
    else:
        low, high = _POSSIBLE.get(calendar, (0, 0))
        fits = year_at > 0 and low <= tokens.number(year_at).value <= high
    return last if fits else found.start()


def _calendars(era: Era) -> tuple[str, ...]:
    """Return the calendars that an era may name. «هجري» and «هـ» may name both Hijri ones."""
    if era.calendar == "hijri" or era.bare:
        return ("persian", "islamic")
    return ("persian",) if era.calendar == "coptic" and era.mark else (era.calendar,)
