"""Find month conflicts: names in two traditions, as in «5 تموز/يوليو», that are two months."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName
from shamsi.text.resolve.reading import Found, Reading

_JOINTS = tuple(codes_of("slash inner_slash opening"))


class Name(NamedTuple):
    """A month's name in a text: its place, its text and the month that it means."""

    start: int
    end: int
    text: str
    month: MonthName


class Conflict(NamedTuple):
    """Two neighbours that are one day, and the names of its month, which disagree."""

    rows: tuple[Found, Found]
    names: tuple[Name, Name]


def conflicts(reading: Reading, found: list[Found]) -> Iterator[Conflict]:
    """Yield days with a month's name and, after it, that of another month in another tradition.

    Without a day, the text may mean both months: «تموز/آب».
    """
    for left, right in pairwise(found):
        if (
            left.tokens is not right.tokens
            or left.mention.kind != "day"
            or right.mention.kind != "month"
        ):
            continue
        if left.tokens.kinds[left.last : right.first] not in _JOINTS or left.mention.native is None:
            continue
        names = _name(reading, left, left.last - 1), _name(reading, right, right.first)
        if names[0] and names[1] and _differ(names[0].month, names[1].month):
            yield Conflict((left, right), (names[0], names[1]))


def _name(reading: Reading, row: Found, k: int) -> Name | None:
    """Return the month's name that a token is; None for other tokens."""
    lexeme = row.tokens.lexemes[k]
    if lexeme is None or not isinstance(lexeme.value, MonthName):
        return None
    start, end = reading.folded.span(row.tokens.starts[k], row.tokens.ends[k])
    return Name(start, end, reading.folded.source[start:end], lexeme.value)


def _differ(first: MonthName, second: MonthName) -> bool:
    return (
        first.calendar == second.calendar
        and first.tradition != second.tradition
        and first.number != second.number
    )
