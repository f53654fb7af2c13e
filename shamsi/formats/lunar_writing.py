"""Format lunar days with a strftime pattern, in a language and its digits."""

from __future__ import annotations

from functools import lru_cache

from shamsi._errors import ShamsiError, shown
from shamsi.formats.directives import DATE, DIRECTIVES, MIDNIGHT, WEEK, WEEKDAY, YEAR, Token, tokens
from shamsi.formats.names import DIGITS, lunar_months, names, numerals

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Fields = tuple[int, int, int]
    Keys = dict[int, Any]
    Write = Callable[[Keys], str]

_YEAR_DAY = WEEK  # no directive of weeks is left, so its key is that of the day of the year


@lru_cache(maxsize=128)
def writer(pattern: str, lang: str, digits: str | None, /) -> Callable[[Fields, int, int], str]:
    """Return the function that formats a lunar day.

    It takes year, month and day, the day number, and that of the first day of the year.

    Raises ShamsiError for the directives of weeks, and as `tokens` and `names` do.

    >>> writer("%A %-d %B %Y", "en", None)((1446, 9, 12), 20159, 19911)
    'Wednesday 12 Ramadan 1446'
    """
    pieces = [_piece(token, pattern, lang, numerals(lang, digits)) for token in tokens(pattern)]

    def write(fields: Fields, number: int, start: int) -> str:
        year, month, day = fields
        keys = {
            YEAR: year,
            DATE: month << 5 | day,
            WEEKDAY: (number + 3) % 7 + 1,
            _YEAR_DAY: number - start + 1,
        }
        return "".join([piece(keys) for piece in pieces])

    return write


def _piece(token: Token, pattern: str, lang: str, ten: str) -> Write:
    """Return the function that writes a directive, or the text between two."""
    text, letter = token.text, token.letter
    if not letter:
        return lambda _: text
    directive = DIRECTIVES[letter]
    if directive.kind == WEEK:
        raise ShamsiError(
            f"pattern must not have {text} for a lunar date: no rule numbers the weeks of lunar "
            f"years, got {shown(pattern)}"
        )
    if directive.form == "text":
        return lambda _: str(directive.value(MIDNIGHT))
    kind: int = directive.kind
    value: Callable[[Any], Any] = directive.value
    if letter == "j":
        kind, value = _YEAR_DAY, int
    if directive.form == "name":
        printed = lunar_months(lang) if kind == DATE else [row[0] for row in names(lang)[letter]]
        return lambda keys: printed[value(keys.get(kind, MIDNIGHT)) - 1]
    width, fill = directive.width if token.padded else 1, token.padded or "0"
    table = str.maketrans(DIGITS["latn"], ten)
    return lambda keys: str(value(keys.get(kind, MIDNIGHT))).rjust(width, fill).translate(table)
