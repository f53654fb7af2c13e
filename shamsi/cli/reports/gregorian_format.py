"""Gregorian days formatted by a strftime pattern, in a language and its digits."""

from __future__ import annotations

import datetime as dt

from shamsi.cli.reports.month_names import gregorian_months
from shamsi.formats.directives import CLOCK, DIRECTIVES, MIDNIGHT, Token, tokens
from shamsi.formats.names import DIGITS, names, numerals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Writing = Callable[[dt.date], str]


def gregorian_formatter(pattern: str, lang: str, digits: str | None) -> Writing:
    """Return a formatter of days like `strftime`, with the names and digits of `Date.format`.

    Weeks are those of the standard library: `%U` from Sunday, `%W` from Monday, `%V` and `%G` by
    ISO 8601.

    >>> gregorian_formatter("%A %-d %B %Y", "fa", None)(dt.date(2025, 3, 20))
    'پنجشنبه ۲۰ مارس ۲۰۲۵'
    """
    ten = str.maketrans(DIGITS["latn"], numerals(lang, digits))
    pieces = [_piece(token, lang, ten) for token in tokens(pattern)]
    return lambda day: "".join([piece(day) for piece in pieces])


def _piece(token: Token, lang: str, ten: dict[int, int]) -> Writing:
    """The function for one directive, or for the text between two."""
    letter = token.letter
    if not letter:
        return lambda _: token.text
    directive = DIRECTIVES[letter]
    if letter in ("A", "a"):
        weekdays = [row[0] for row in names(lang)[letter]]
        return lambda day: weekdays[day.weekday()]
    if letter in ("B", "b"):
        months = [
            name[:3] if (lang, letter) == ("en", "b") else name for name in gregorian_months(lang)
        ]
        return lambda day: months[day.month - 1]
    if directive.form != "number":
        text = _midnight(letter, lang)
        return lambda _: text
    width = directive.width if token.padded else 1
    clock: int | None = directive.value(MIDNIGHT) if directive.kind == CLOCK else None

    def number(day: dt.date) -> str:
        value = int(day.strftime(f"%{letter}")) if clock is None else clock
        return str(value).rjust(width, token.padded or "0").translate(ten)

    return number


def _midnight(letter: str, lang: str) -> str:
    """The value of a clock directive for a day without a time."""
    if DIRECTIVES[letter].form == "text":
        return str(DIRECTIVES[letter].value(MIDNIGHT))
    number: int = DIRECTIVES[letter].value(MIDNIGHT)
    return names(lang)[letter][number - 1][0]
