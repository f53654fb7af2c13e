"""Join tokens that are one: the words of a number, and several names of one month.

Names of months whose vowel signs make them other words become other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.lang.language import Lexeme, MonthName
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Number

Row = tuple[str, int, int, Any, Lexeme | None]  # a token: class, start, end, value, lexeme
two_months: Callable[..., re.Match[str] | None] = compiled(
    """
    MONTH ([slash inner_slash]? (?P<second>MONTH) | opening (?P<bracketed>MONTH) closing
    | dash (?P<dashed>MONTH) (dash (?=four_digits))?)
"""
).search
_BARE, _YEAR = codes_of("month_bare"), codes_of("four_digits")
_DAY, _TENS, _LARGE, _AND = map(codes_of, ("day_in_words", "tens_in_words", "year_in_words", "and"))
_OTHER = codes_of("other_word")
NAMES = frozenset(codes_of("month_bare month_cued month_numbered"))  # no signs of the zodiac
_TOUCHING = 2  # tokens of two names without a mark between them


def other_words(rows: list[Row], folded: Folded, vowelled: re.Pattern[str]) -> list[Row]:
    """Replace months that are other words by their vowel signs, unless a full year follows."""
    kinds = "".join([row[0] for row in rows]) + " "
    return [
        (_OTHER, row[1], row[2], None, None)
        if row[0] in NAMES
        and kinds[k + 1] != _YEAR
        and vowelled.fullmatch(folded.source[slice(*folded.span(*row[1:3]))])
        else row
        for k, row in enumerate(rows)
    ]


def numbers(rows: list[Row]) -> list[Row]:
    """Join cardinal words over their conjunctions: هزار و سیصد و پنجاه و هفت."""
    out: list[Row] = []
    k = 0
    while k < len(rows):
        if rows[k][0] != _DAY:
            out.append(rows[k])
            k += 1
            continue
        last, value = k, rows[k][3]
        while (step := _next_numeral(rows, last, value)) is not None:
            last, value = step
        kind = _DAY if value < 32 else _TENS if value < 100 else _LARGE
        out.append((kind, rows[k][1], rows[last][2], Number(value, 0), rows[k][4]))
        k = last + 1
    return out


def _next_numeral(rows: list[Row], last: int, value: int) -> tuple[int, int] | None:
    """Return the next word of a number and the sum so far, or None if the number ends."""
    after = last + 1
    if (
        after < len(rows)
        and rows[after][0] == _DAY
        and rows[after][3] in (100, 1000)
        and value < rows[after][3]
    ):
        return after, value * rows[after][3]
    if after + 1 < len(rows) and rows[after][0] == _AND and rows[after + 1][0] == _DAY:
        more = rows[after + 1][3]
        if not any(
            a != "0" and b != "0" for a, b in zip(str(value)[::-1], str(more)[::-1], strict=False)
        ):
            # The order is free, because each decimal place is given once: Arabic puts units first.
            return after + 1, value + more
    return None


def month_names(rows: list[Row]) -> list[Row]:
    """Join the two or three names of one month: ديسمبر/كانون الأول."""
    rows, place, kinds = list(rows), 0, "".join([row[0] for row in rows])
    while found := two_months(kinds, place):
        place, end = found.start(), found.end()
        first, second = rows[place], rows[max(map(found.start, ("second", "bracketed", "dashed")))]
        is_dashed = found["dashed"] is not None
        touching = is_dashed or end - place == _TOUCHING
        if _is_same_month(first[3], second[3], touching=touching):
            last = second if is_dashed else rows[end - 1]  # the dash before a year is dropped
            rows[place:end] = [(_BARE, first[1], last[2], first[3], first[4])]
            kinds = f"{kinds[:place]}{_BARE}{kinds[end:]}"
        else:
            place += 1
    return rows


def _is_same_month(first: MonthName, second: MonthName, *, touching: bool) -> bool:
    """Whether two names mean one month. Names that touch must come from two traditions."""
    if (first.calendar, first.number) != (second.calendar, second.number):
        return False
    return not touching or first.tradition != second.tradition
