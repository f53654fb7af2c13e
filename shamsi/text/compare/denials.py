"""Find the days of which a text says itself that there are none: «۳۱ دی وجود ندارد»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from shamsi.lang.fold import fold_form
from shamsi.lang.language import load
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found, Reading
from shamsi.text.resolve.values import Point

_REACH = 240  # characters of a sentence on either side of a day
_OPEN, _DATED = "@#"  # in place of a day without a year and with one
_ENDS = re.compile(r"[.!?\u061f\u06d4\n]")
# In Sweden, 1712 had a 30 February: https://en.wikipedia.org/wiki/Swedish_calendar
_REAL = ("gregorian", Point(1712, 2, 30))
_FEBRUARY = ("gregorian", 2)


class _Words(NamedTuple):
    """Searches in a sentence."""

    denial: re.Pattern[str]
    never: re.Pattern[str]


def denied(reading: Reading, found: Sequence[Found]) -> frozenset[Mention]:
    """Return the days that do not exist and of which the text does not say that they do.

    These are days that it denies, the same days without a year in its other sentences and titles,
    and a 30 February in a proverb.
    """
    rows = [row for row in found if row.mention.problem]
    if not rows:
        return frozenset()
    out = {row.mention for row in rows if _is_denied(reading, row)}
    topics = {_yearless(mention) for mention in out}
    out |= {
        row.mention for row in rows if _is_open(row.mention) and _yearless(row.mention) in topics
    }
    return frozenset(out)


def _is_denied(reading: Reading, row: Found) -> bool:
    mention = row.mention
    points = value_of(mention).points
    if len(points) != 1 or (mention.calendar, points[0]) == _REAL:
        return len(points) == 1
    words = _words(tuple(dict.fromkeys(_languages((reading.lang, mention.lang)))))
    sentence = _sentence(reading, row)
    if words.denial.search(sentence):
        return True
    is_february = (mention.calendar, points[0].month) == _FEBRUARY
    return is_february and _is_open(mention) and bool(words.never.search(sentence))


def _yearless(mention: Mention) -> tuple[str, tuple[Point, ...]]:
    """Return the calendar of a mention and its days without their years."""
    points = value_of(mention).points
    return mention.calendar, tuple(Point(None, point.month, point.day) for point in points)


def _is_open(mention: Mention) -> bool:
    return value_of(mention).is_yearless


def _sentence(reading: Reading, row: Found) -> str:
    """Return the sentence of a day, with a sign in place of the day."""
    folded, tokens = reading.folded, row.tokens
    start, end = tokens.starts[row.first], tokens.ends[row.last - 1]
    before = folded.read(max(0, start - _REACH), start)
    behind = folded.read(end, min(end + _REACH, len(folded.code)))
    sign = _OPEN if _is_open(row.mention) else _DATED
    return f"{_ENDS.split(before)[-1]}{sign}{_ENDS.split(behind, maxsplit=1)[0]}"


def _languages(codes: Iterable[str | None]) -> Iterable[str]:
    """Yield languages, and those that they extend."""
    for code in codes:
        if code:
            yield code
            yield from filter(None, (load(code).base,))


@cache
def _words(codes: tuple[str, ...]) -> _Words:
    """Return the searches of some languages."""
    tables = [load(code).tables.no_such_day for code in codes]
    says, opens, nouns, fillers, leads, never = (
        _any(form for table in tables for form in table[k]) for k in range(6)
    )
    between = rf"(?:(?:{nouns}|{fillers})\W+)*"
    denial = re.compile(
        rf"(?:^|[^\w\s]|(?:^|\W)(?:{nouns}|{leads}))\s*\w?(?:{_OPEN}\W*|{_DATED}\s+){between}{says}"
        rf"|(?:^|\W)(?:{nouns})\W+{between}{says}\W*:\s*\w?[{_OPEN}{_DATED}]"
        rf"|(?:^|\W)\w?{opens}\W+(?:{between}(?:{nouns}\W+\w+\W+)?{nouns}\W+)?\w?[{_OPEN}{_DATED}]"
    )
    return _Words(denial, re.compile(rf"(?:^|\W)\w?{never}"))


def _any(forms: Iterable[str]) -> str:
    """Return a pattern for any of some forms as a whole word."""
    folded = sorted({fold_form(form) for form in forms}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, folded)) or '(?!)'})(?!\w)"
