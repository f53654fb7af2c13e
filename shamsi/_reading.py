"""Dates read by a strftime pattern: the strict inverse of printing."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from shamsi import _format, _kernel
from shamsi._directives import CLOCK, DIRECTIVES, MIDNIGHT, Token, tokens
from shamsi._errors import DateError, ParseError, RangeError, ShamsiError, shown
from shamsi._names import names
from shamsi._weeks import day_in_week
from shamsi._writing import compiled
from shamsi.lang.fold import VARIANTS

_SHORTER = frozenset("mdejUWVHIMS")  # may be typed without their leading zero, where no other number touches them
_SAME = {"B": "m", "b": "m", "e": "d", "A": "u", "a": "u", "w": "u", "U": "W"}  # directives that tell one thing
_SAMPLE = (1403, 12, 30, 20167)


class Part(NamedTuple):
    """What a text says at the place of one directive."""

    token: Token
    said: str
    value: int


class Reading(NamedTuple):
    """A pattern as a regular expression, the directive of each group, and the values of its names."""

    match: re.Pattern[str]
    groups: list[Token]
    values: dict[str, dict[str, int]]


def read(text: str, pattern: str, lang: str, century: int | None, /) -> tuple[int, int, int]:
    """Return the year, month and day of a text that was printed by a pattern; raises as `Date.strptime` says.

    >>> read("30 Esfand 03", "%d %B %y", "en", 1400)
    (1403, 12, 30)
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
    found = parts(text, pattern, lang)
    values = {_SAME.get(token.letter, token.letter): value for token, _, value in reversed(found)}
    year, month, day = _fields(values, century, pattern)
    if not any(token.letter in "Bb" for token, _, _ in found):  # a Gregorian date has no month of these names
        _format.refuse_gregorian(year, month, day)
    if not _kernel.is_valid(year, month, day):
        raise _format.refusal(year, month, day)
    number = _kernel.days(year, month, day)
    keys = (year, month << 5 | day, (number + 3) % 7 + 1, (year, number), MIDNIGHT)
    for token, said, value in found:
        directive = DIRECTIVES[token.letter]
        if directive.value(keys[directive.kind]) != value:
            true = compiled(token.text, lang, None).text(year, month, day, number)
            other = (
                "a date has no time" if directive.kind == CLOCK else f"the date is {_format.to_iso(year, month, day)}"
            )
            raise ParseError(f"{token.text} says {said!r} but {other}, that is {true!r}, got {shown(text)}")
    return year, month, day


def parts(text: str, pattern: str, lang: str, /) -> list[Part]:
    """Return what a text says for each directive of a pattern, in their order; whether it fits is not asked.

    >>> [(part.token.letter, part.value) for part in parts("۳۰ اسفند", "%d %B", "fa")]
    [('d', 30), ('B', 12)]
    """
    match, groups, values = _reading(pattern, lang)
    matched = match.fullmatch(text.translate(VARIANTS))
    if matched is None:
        sample = compiled(pattern, lang, None).text(*_SAMPLE)
        raise ParseError(f"text must be written as {shown(pattern)} says, such as {shown(sample)}, got {shown(text)}")
    return [
        Part(token, said, values[token.letter][said.lower()] if token.letter in values else int(said))
        for token, said in zip(groups, matched.groups(), strict=True)
    ]


# ---------------------------------------------------------------- the day that the parts name


def _fields(values: dict[str, int], century: int | None, pattern: str) -> tuple[int, int, int]:
    """Year, month and day as the parts say them, or as they follow from a day of the year or of a week."""
    year, weekday = _year(values, century), values.get("u")
    if year is not None and "m" in values and "d" in values:
        return year, values["m"], values["d"]
    if year is not None and "j" in values:
        return _on_day(year, values["j"])
    if "G" in values and "V" in values and weekday is not None:
        return _kernel.fields(day_in_week(values["G"], values["V"], weekday or 7, "cldr"))
    if year is not None and "W" in values and weekday is not None:
        return _kernel.fields(day_in_week(year, values["W"], weekday or 7, "jdatetime"))
    if year is None and "y" in values:
        raise _format.short_year(values["y"])
    raise ParseError(
        "pattern must name a day: a year (%Y) with month and day (%m %d), with a day of the year (%j) or with a week "
        f"and weekday (%W %u), or %G with %V and %u, got {shown(pattern)}"
    )


def _year(values: dict[str, int], century: int | None) -> int | None:
    """The year, of two digits only where the century is known."""
    if century is not None:
        _format.in_century(0, century)  # a wrong one is told even where none is needed
    if "Y" in values or "y" not in values:
        return values.get("Y")
    short = values["y"]
    if "C" in values:
        return values["C"] * 100 + short
    if century is None:
        return None
    return _format.in_century(short, century)


def _on_day(year: int, day: int) -> tuple[int, int, int]:
    start = _start(year)
    length = _kernel.year_start(year + 1) - start
    if not 1 <= day <= length:
        raise DateError(f"day of the year must be 1..{length} in {year}, got {day}")
    return _there(start + day - 1)


def _start(year: int) -> int:
    if not _kernel.MIN_YEAR <= year <= _kernel.MAX_YEAR:
        raise _format.refusal(year, 1, 1)
    return _kernel.year_start(year)


def _there(number: int) -> tuple[int, int, int]:
    if not _kernel.MIN_DAYS <= number <= _kernel.MAX_DAYS:
        raise RangeError("day must be in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)")
    return _kernel.fields(number)


# ---------------------------------------------------------------- the pattern


@lru_cache(maxsize=128)
def _reading(pattern: str, lang: str) -> Reading:
    """Make ready for reading by a pattern."""
    rows, values = names(lang), dict[str, dict[str, int]]()
    regex, groups = "", list[Token]()
    for run in _runs(tokens(pattern)):
        numbers = [token for token in run if _is_number(token)]
        unpadded = [token.text for token in numbers if not token.padded]
        if len(unpadded) > 1:
            raise ShamsiError(
                f"pattern cannot be read back: {' and '.join(unpadded)} touch, and where one ends nobody knows; put a "
                f"mark between them or write them without the hyphen, got {shown(pattern)}"
            )
        for token in run:
            if not token.letter:
                regex += re.escape(token.text.translate(VARIANTS))
            elif (directive := DIRECTIVES[token.letter]).form == "name":
                values[token.letter] = _values(rows[token.letter])
                regex += f"((?ai:{'|'.join(map(re.escape, sorted(values[token.letter], key=len, reverse=True)))}))"
            elif directive.form == "number":
                regex += _number(token, alone=len(numbers) == 1)
            if token.letter and DIRECTIVES[token.letter].form != "text":  # what a date prints as nothing
                groups.append(token)
    return Reading(re.compile(regex), groups, values)


def _is_number(token: Token) -> bool:
    return bool(token.letter) and DIRECTIVES[token.letter].form == "number"


def _runs(found: list[Token]) -> list[list[Token]]:
    """Split a pattern where it stops or begins to be numbers side by side."""
    runs: list[list[Token]] = []
    numeric = False
    for token in found:
        here = _is_number(token) or (bool(token.letter) and DIRECTIVES[token.letter].form == "text")
        here = here or token.text.translate(VARIANTS).isdigit()
        if runs and here and numeric:
            runs[-1].append(token)
        else:
            runs.append([token])
        numeric = here
    return runs


def _number(token: Token, *, alone: bool) -> str:
    width = DIRECTIVES[token.letter].width
    least = 1 if not token.padded or (alone and token.letter in _SHORTER) else width
    if token.padded == " ":
        return "( ?[0-9]{1,2})" if alone else "([ 0-9][0-9])"
    return f"([0-9]{{{least},{width}}})"


def _values(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The number of every spelling."""
    return {form.translate(VARIANTS).lower(): number for number, row in enumerate(rows, 1) for form in row}
