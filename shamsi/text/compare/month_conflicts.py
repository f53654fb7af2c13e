"""Duals: a month named in two traditions, as in «5 تموز/يوليو», whose names are two different months."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from shamsi.lang.classes import kinds
from shamsi.lang.language import MonthName
from shamsi.text.finder import Found, Reading
from shamsi.text.spellings import month_like

_JOINTS = tuple(kinds("slash inner_slash opening"))


class Conflict(NamedTuple):
    """Two neighbours that are one day, the two names as written, their numbers, and a repair of either name."""

    rows: tuple[Found, Found]
    names: tuple[str, str]
    numbers: tuple[int, int]
    repairs: list[tuple[int, int, str]]


def conflicts(reading: Reading, found: list[Found]) -> Iterator[Conflict]:
    """Days of one month's name that another month's name follows, of one calendar and another tradition.

    Without a day, two months around a slash may be two months: «تموز/آب».
    """
    for left, right in pairwise(found):
        if left.tokens is not right.tokens or left.mention.kind != "day" or right.mention.kind != "month":
            continue
        if left.tokens.letters[left.last : right.first] not in _JOINTS or left.mention.native is None:
            continue
        places = left.last - 1, right.first
        lexemes = [left.tokens.lexemes[k] for k in places]
        months = [lexeme.value for lexeme in lexemes if lexeme and isinstance(lexeme.value, MonthName)]
        if len(months) == len(places) and _differ(*months):
            yield _conflict(reading, left, right, places, (months[0], months[1]))


def _differ(first: MonthName, second: MonthName) -> bool:
    return first.calendar == second.calendar and first.tradition != second.tradition and first.number != second.number


def _conflict(
    reading: Reading, left: Found, right: Found, places: tuple[int, int], months: tuple[MonthName, MonthName]
) -> Conflict:
    spans = [reading.folded.span(left.tokens.starts[k], left.tokens.ends[k]) for k in places]
    names = [reading.folded.source[start:end] for start, end in spans]
    repairs = [
        (*span, month_like(name, reading.lang, month.calendar, month.number))
        for span, name, month in zip(spans, names, reversed(months), strict=True)
    ]
    return Conflict((left, right), (names[0], names[1]), (months[0].number, months[1].number), repairs)
