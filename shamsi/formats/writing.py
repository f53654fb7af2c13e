"""Format days with a strftime pattern, in a language and its digits."""

from __future__ import annotations

import datetime as dt

from shamsi._errors import RangeError, shown
from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS, fields, year_start
from shamsi.formats.directives import (
    CLOCK,
    DATE,
    DIRECTIVES,
    MIDNIGHT,
    WEEK,
    WEEKDAY,
    YEAR,
    Token,
    tokens,
)
from shamsi.formats.names import DIGITS, names, numerals

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_BOUND = 128  # patterns that are kept; a program that generates patterns must not fill the memory


class _Texts(dict[object, str]):
    """The texts of a run of directives and literals, by the key of their kind."""

    __slots__ = ("_keep", "_writers")

    def __init__(self, writers: list[Callable[[Any], str]], *, keep: bool) -> None:
        super().__init__()
        self._writers, self._keep = writers, keep

    def __missing__(self, key: object) -> str:
        text = self.of(key)
        if self._keep or key is MIDNIGHT:
            self[key] = text
        return text

    def of(self, key: object) -> str:
        """Return the text of a key, whether it is kept or not."""
        return "".join([write(key) for write in self._writers])


class Writer:
    """Formats days with one pattern, in one language and digits.

    Directives with the same key have one table, so a day costs one look-up per table.
    """

    __slots__ = ("_parts",)

    def __init__(self, pattern: str, lang: str, digits: str | None) -> None:
        """Read the pattern; raises as `tokens` and `names` do, ShamsiError for unknown digits."""
        found, ten = tokens(pattern), numerals(lang, digits)
        groups: list[tuple[int, list[Token]]] = []
        for token in found:
            kind = (
                DIRECTIVES[token.letter].kind if token.letter else groups[-1][0] if groups else YEAR
            )
            if groups and groups[-1][0] == kind:
                groups[-1][1].append(token)
            else:
                groups.append((kind, [token]))
        self._parts = [
            (kind, _Texts([_writing(token, lang, ten) for token in group], keep=kind < WEEK))
            for kind, group in groups
        ]

    def text(
        self,
        year: int,
        month: int,
        day: int,
        number: int,
        clock: dt.time | dt.datetime = MIDNIGHT,
        /,
    ) -> str:
        """Format a day, given by its fields and its day number, with its time or moment.

        >>> Writer("%A %-d %B %Y", "en", None).text(1403, 12, 30, 20167)
        'Thursday 30 Esfand 1403'
        """
        printed = ""
        for kind, texts in self._parts:  # branches in a loop cost half as much as a table of keys
            if kind == YEAR:
                printed += texts[year]
            elif kind == DATE:
                printed += texts[month << 5 | day]
            elif kind == WEEKDAY:
                printed += texts[(number + 3) % 7 + 1]
            elif kind == WEEK:
                printed += texts[year, number]
            else:  # a moment is not a key: a look-up may cost more than formatting it
                printed += texts[MIDNIGHT] if clock is MIDNIGHT else texts.of(clock)
        return printed

    def texts(self, first: int, last: int, /) -> list[str]:
        """Format every day of a closed range of day numbers, in order.

        The list is empty if the range ends before it starts. Raises RangeError for days outside
        0622-03-21..9999-12-31.

        >>> Writer("%Y/%m/%d", "en", None).texts(20167, 20168)
        ['1403/12/30', '1404/01/01']
        """
        if not MIN_DAYS <= min(first, last) <= max(first, last) <= MAX_DAYS:
            raise RangeError(
                f"day numbers must be {MIN_DAYS}..{MAX_DAYS}, got {shown(first)} and {shown(last)}"
            )
        printed: list[str] = []
        while first <= last:
            year = fields(first)[0]
            start, end = year_start(year), year_start(year + 1)
            printed += self._year(year, first, min(last, end - 1), start)
            first = end
        return printed

    def _year(self, year: int, first: int, last: int, start: int) -> list[str]:
        """Format the days of one year from a first to a last."""
        size = last - first + 1
        printed: str | list[str] = ""
        for kind, texts in self._parts:
            column: str | list[str]
            if kind == YEAR:
                column = texts[year]
            elif kind == CLOCK:
                column = texts[MIDNIGHT]
            elif kind == DATE:
                column = [texts[key] for key in _DATES[first - start : last - start + 1]]
            elif kind == WEEKDAY:
                week = [texts[(number + 3) % 7 + 1] for number in range(first, first + 7)]
                column = (week * (size // 7 + 1))[:size]
            else:
                column = [texts[year, number] for number in range(first, last + 1)]
            printed = _joined(printed, column)
        return [printed] * size if isinstance(printed, str) else printed


_DATES = [month << 5 | day for month in range(1, 13) for day in range(1, 32 if month < 7 else 31)]


def _joined(left: str | list[str], right: str | list[str]) -> str | list[str]:
    """Join two columns. A text is a column that repeats it."""
    if isinstance(left, str):
        return (
            left + right
            if isinstance(right, str)
            else [left + text for text in right]
            if left
            else right
        )
    if isinstance(right, str):
        return [text + right for text in left]
    return [a + b for a, b in zip(left, right, strict=True)]


def _writing(token: Token, lang: str, ten: str) -> Callable[[Any], str]:
    """Return a function that writes a token from its key. A literal keeps its digits."""
    text = token.text
    if not token.letter:
        return lambda _: text
    directive = DIRECTIVES[token.letter]
    value: Callable[[Any], Any] = directive.value
    if directive.form == "text":
        return value
    if directive.form == "name":
        rows = names(lang)[token.letter]

        def name(key: Any) -> str:
            number: int = value(key)
            return rows[number - 1][0]

        return name
    width = directive.width if token.padded else 1
    table = str.maketrans(DIGITS["latn"], ten)
    return lambda key: str(value(key)).rjust(width, token.padded or "0").translate(table)


_writers: dict[tuple[str, str, str | None], Writer] = {}


def compiled(pattern: str, lang: str, digits: str | None, /) -> Writer:
    """Return the writer of a pattern, which is kept; raises as `Writer` does.

    >>> compiled("%-d %B %Y", "fa", "arabext").text(1403, 12, 30, 20167)
    '۳۰ اسفند ۱۴۰۳'
    """
    key = (pattern, lang, digits)
    writer = _writers.get(key)
    if writer is None:
        if len(_writers) >= _BOUND:
            _writers.clear()
        writer = _writers[key] = Writer(pattern, lang, digits)
    return writer
