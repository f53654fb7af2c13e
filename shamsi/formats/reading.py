"""Read days and date-times with a strftime pattern: the strict inverse of formatting."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from shamsi._errors import DateError, ParseError, RangeError, shown
from shamsi.calendar import kernel
from shamsi.calendar.clock import named
from shamsi.calendar.weeks import day_in_week
from shamsi.calendar.zones import at, read_offset, zone
from shamsi.formats import numeric
from shamsi.formats.directives import CLOCK, DIRECTIVES, MIDNIGHT
from shamsi.formats.patterns import Part, parts
from shamsi.formats.writing import compiled

# Directives with the same value as another one.
_SAME = {"B": "m", "b": "m", "e": "d", "A": "u", "a": "u", "w": "u", "U": "W", ":z": "z"}
_SAMPLE = dt.datetime(2025, 3, 20, 14, 5, 9, tzinfo=dt.UTC)
_Fields = tuple[int, int, int]


def read(text: str, pattern: str, lang: str, century: int | None, /) -> _Fields:
    """Return the year, month and day of a text in a pattern; raises as `Date.strptime` does.

    >>> read("30 Esfand 03", "%d %B %y", "en", 1400)
    (1403, 12, 30)
    """
    found = _parts(text, pattern, lang, MIDNIGHT)
    fields = _day(found, _numbers(found), century, pattern, "Date")
    _check(found, fields, MIDNIGHT, text, lang)
    return fields


def read_moment(
    text: str, pattern: str, lang: str, century: int | None, tz: str | dt.tzinfo | None, /
) -> dt.datetime:
    """Return the Gregorian date and time of a text in a pattern.

    Raises as `DateTime.strptime` does.

    >>> read_moment("30 Esfand 1403 2 PM", "%d %B %Y %I %p", "en", None, "Asia/Tehran").isoformat()
    '2025-03-20T14:00:00+03:30'
    """
    found = _parts(text, pattern, lang, _SAMPLE)
    zones = {
        _SAME.get(token.letter, token.letter): value
        for token, _, value in reversed(found)
        if isinstance(value, str)
    }
    there = zone(tz) if tz is not None else _zone(zones, text)
    values = _numbers(found)
    if "s" in values:
        moment = _instant(values, there, pattern)
        fields = kernel.fields(moment.toordinal() - kernel.EPOCH_ORDINAL)
    else:
        fields = _day(found, values, century, pattern, "DateTime")
        day = dt.date.fromordinal(kernel.days(*fields) + kernel.EPOCH_ORDINAL)
        moment = _in_zone(dt.datetime.combine(day, named(values, pattern), there), found)
    _check(found, fields, moment, text, lang)
    return moment


def _parts(text: str, pattern: str, lang: str, sample: dt.time | dt.datetime) -> list[Part]:
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
    return parts(text, pattern, lang, sample)


def _numbers(found: list[Part]) -> dict[str, int]:
    return {
        _SAME.get(token.letter, token.letter): value
        for token, _, value in reversed(found)
        if isinstance(value, int)
    }


def _check(
    found: list[Part], fields: _Fields, clock: dt.time | dt.datetime, text: str, lang: str
) -> None:
    """Raise ParseError if one part of a text contradicts the whole."""
    year, month, day = fields
    number = kernel.days(year, month, day)
    keys = (year, month << 5 | day, (number + 3) % 7 + 1, (year, number), clock)
    for token, said, value in found:
        directive = DIRECTIVES[token.letter]
        if directive.value(keys[directive.kind]) != value:
            true = compiled(token.text, lang, None).text(year, month, day, number, clock)
            whole = f"the date is {numeric.to_iso(year, month, day)}"
            if isinstance(clock, dt.datetime):
                whole += f", the time {clock.isoformat()[11:]}"
            elif directive.kind == CLOCK:
                whole = "a date has no time"
            raise ParseError(
                f"{token.text} says {said!r} but {whole}, that is {true!r}, got {shown(text)}"
            )


# ---------------------------------------------------------------- the zone and the instant


def _zone(zones: Mapping[str, str], text: str) -> dt.tzinfo | None:
    """Return the offset in a text, with the name in it; None without a zone."""
    offset, name = zones.get("z", ""), zones.get("Z", "")
    if not offset and name.startswith("UTC"):  # the standard library's name of an offset
        offset, name = name[3:] or "Z", ""
    if not offset and name:
        raise ParseError(
            f"%Z says {name!r}, which is the name of many zones; pass tz=, such as "
            "tz='Asia/Tehran', or put the offset "
            f"(%z) in the pattern too, got {shown(text)}"
        )
    if not offset:
        return None
    plain = dt.timezone(read_offset(offset))
    return dt.timezone(read_offset(offset), name) if name and name != plain.tzname(None) else plain


def _in_zone(moment: dt.datetime, found: list[Part]) -> dt.datetime:
    """Return the moment, or the second of two equal times if only that fits the printed zone."""
    said = [part for part in found if isinstance(part.value, str)]
    second = moment.replace(fold=1)
    return second if said and _is_said(second, said) and not _is_said(moment, said) else moment


def _is_said(moment: dt.datetime, said: list[Part]) -> bool:
    return all(DIRECTIVES[part.token.letter].value(moment) == part.value for part in said)


def _instant(values: Mapping[str, int], there: dt.tzinfo | None, pattern: str) -> dt.datetime:
    if there is None:
        raise ParseError(
            "%s is a number of seconds since 1970: pass tz= to get its date and time, got "
            f"{shown(pattern)}"
        )
    return at(values["s"], there).replace(microsecond=values.get("f", 0))


# ---------------------------------------------------------------- the day that the parts name


def _day(
    found: list[Part], values: Mapping[str, int], century: int | None, pattern: str, kind: str
) -> _Fields:
    """Return the day that the parts name. `kind` is the type to name in errors."""
    year, month, day = _fields(values, century, pattern)
    # A month by its name is never Gregorian.
    if not any(token.letter in "Bb" for token, _, _ in found):
        numeric.refuse_gregorian(year, month, day, kind=kind)
    if not kernel.is_valid(year, month, day):
        raise numeric.refusal(year, month, day)
    return year, month, day


def _fields(values: Mapping[str, int], century: int | None, pattern: str) -> _Fields:
    """Return year, month and day from the parts, or from a day of the year or of a week."""
    year, weekday = _year(values, century), values.get("u")
    if year is not None and "m" in values and "d" in values:
        return year, values["m"], values["d"]
    if year is not None and "j" in values:
        return _on_day(year, values["j"])
    if "G" in values and "V" in values and weekday is not None:
        return kernel.fields(day_in_week(values["G"], values["V"], weekday or 7, "cldr"))
    if year is not None and "W" in values and weekday is not None:
        return kernel.fields(day_in_week(year, values["W"], weekday or 7, "jdatetime"))
    if year is None and "y" in values:
        raise numeric.short_year(values["y"])
    raise ParseError(
        "pattern must name a day: a year (%Y) with month and day (%m %d), with a day of the year "
        "(%j) or with a week "
        f"and weekday (%W %u), or %G with %V and %u, got {shown(pattern)}"
    )


def _year(values: Mapping[str, int], century: int | None) -> int | None:
    """Return the year. Two digits need a century."""
    if century is not None:
        numeric.checked_century(century)  # a wrong one is an error even if it is not needed
    if "Y" in values or "y" not in values:
        return values.get("Y")
    short = values["y"]
    if "C" in values:
        return values["C"] * 100 + short
    if century is None:
        return None
    return numeric.in_century(short, century)


def _on_day(year: int, day: int) -> _Fields:
    start = _start(year)
    length = kernel.year_start(year + 1) - start
    if not 1 <= day <= length:
        raise DateError(f"day of the year must be 1..{length} in {year}, got {day}")
    return _there(start + day - 1)


def _start(year: int) -> int:
    if not kernel.MIN_YEAR <= year <= kernel.MAX_YEAR:
        raise numeric.refusal(year, 1, 1)
    return kernel.year_start(year)


def _there(number: int) -> _Fields:
    if not kernel.MIN_DAYS <= number <= kernel.MAX_DAYS:
        raise RangeError("day must be in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)")
    return kernel.fields(number)
