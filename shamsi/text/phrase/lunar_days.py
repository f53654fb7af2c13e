"""Read a text that is one lunar Hijri date, in words or in numbers with words around them."""

from __future__ import annotations

from typing import NamedTuple

from shamsi._errors import Advice, ParseError, shown
from shamsi.formats import numbers
from shamsi.text.grammar.tokens import Number
from shamsi.text.phrase.days import ERAS, MONTHS, WEEKDAY, Parts, Ymd, parts_of, year_of
from shamsi.text.phrase.whole_text import OF_DAYS, Phrase, phrases_of_day

_TITLES = {"persian": "Solar Hijri", "gregorian": "Gregorian"}
_LUNAR = ("islamic", "hijri")  # «هجری» may be either


class LunarDay(NamedTuple):
    """The fields of a day, which may not exist, and the weekday (0 if none) with its text."""

    fields: Ymd
    weekday: int
    printed: str


def read(text: str, century: int | None, /) -> LunarDay:
    """Return the fields of a text that is one lunar date, and the weekday that it names.

    Raises ParseError for other text, and for one that names another calendar.

    >>> read("چهارشنبه ۱۲ رمضان ۱۴۴۶", None)
    LunarDay(fields=(1446, 9, 12), weekday=3, printed='چهارشنبه')
    """
    problem: ParseError | None = None
    phrase = None
    for phrase in phrases_of_day(text, None):
        found = parts_of(phrase)
        other = _other_calendar(phrase, text) if found else None
        if found and not other:
            return _day(phrase, found, century, text)
        problem = problem or other
    raise problem or _misfit(phrase, text)


def _other_calendar(phrase: Phrase, text: str) -> ParseError | None:
    """Return the error for a text that names another calendar, or a year before the Hijra."""
    for k, kind in enumerate(phrase.tokens.kinds):
        if kind not in MONTHS + ERAS:
            continue
        value, printed = phrase.tokens.values[k], shown(phrase.printed(k))
        if value.calendar not in _LUNAR:
            title = _TITLES.get(value.calendar, value.calendar.capitalize())
            advice = Advice("from", value.calendar) if value.calendar in _TITLES else None
            return ParseError(f"looks {title}: {printed}, got {shown(text)}", advice=advice)
        if kind in ERAS and value.bce:
            return ParseError(f"text must not be before the Hijra: {printed}, got {shown(text)}")
    return None


def _day(phrase: Phrase, found: Parts | str, century: int | None, text: str) -> LunarDay:
    """Return the fields and the weekday of a day."""
    if isinstance(found, str):
        fields = numbers.parse(found, century, 0, calendar="islamic")
    elif isinstance(found.day, Number):
        year = year_of(found, century, 0, text, calendar="islamic")
        fields = (year, found.month or 1, found.day.value)
    else:  # a weekday that is counted: which day it is depends on the reckoning
        raise numbers.unreadable(text, calendar="islamic")
    tokens = phrase.tokens
    named = [k for k, kind in enumerate(tokens.kinds) if kind == WEEKDAY]
    return (
        LunarDay(fields, tokens.values[named[0]], phrase.printed(named[0]))
        if named
        else LunarDay(fields, 0, "")
    )


def _misfit(phrase: Phrase | None, text: str) -> ParseError:
    """Return the error that says why a text is not a lunar date."""
    if phrase is None:
        return numbers.unreadable(text, calendar="islamic")
    unexpected = next(
        (phrase.printed(k) for k, kind in enumerate(phrase.tokens.kinds) if kind not in OF_DAYS), ""
    )
    other = None if unexpected else _other_calendar(phrase, text)
    return other or numbers.unreadable(text, unexpected, calendar="islamic")
