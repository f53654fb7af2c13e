"""Read Latin words with and without capitals: «May 9» is a day, «may 9» is not.

A word with a small letter is a month only in a date with day and year. It is no weekday and no
era's mark. The point of an abbreviated month before a number belongs to the month.
"""

from __future__ import annotations

from functools import cache

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.lang.language import load
from shamsi.text.grammar.compounds import Row

EITHER, CASED = "[EITHER]", "[EITHER weekday era_mark]"  # patterns for what has capitals
_EITHER = frozenset(codes_of("EITHER"))
_CASED = _EITHER.union(codes_of("weekday era_mark"))
_OTHER, _DATED, _FULL_STOP = map(codes_of, ("other_word", "either_dated", "full_stop"))
_ERA_MARK = codes_of("era_mark")
_NUMBERS = frozenset(codes_of("SHORT four_digits"))
_UNDERSCORE = b"_"
_ABBREVIATED = (3, 4)  # letters of Aug. and Sept.


def read(rows: list[Row], folded: Folded) -> list[Row]:
    """Return the tokens of a window with the classes that their capitals give them."""
    out: list[Row] = []
    for k, row in enumerate(rows):
        kind, start, end, value, lexeme = row
        if kind in _CASED and lexeme is not None and _has_capitals(lexeme.lang):
            is_cut = _is_pointed(rows, k) and kind == _ERA_MARK  # 1320 Sh.
            is_name = _UNDERSCORE in folded.code[max(0, start - 1) : end + 1]  # OCT_DIGITS
            word = folded.source[slice(*folded.span(start, end))]
            if is_name or not ((is_cut and word.istitle()) or _is_capital(kind, word)):
                out.append(
                    (_DATED, *row[1:]) if kind in _EITHER else (_OTHER, start, end, None, None)
                )
                continue
            if kind in _EITHER and end - start in _ABBREVIATED and _is_cut(rows, k):
                out.append((kind, start, end + 1, value, lexeme))
                continue
        elif kind == _FULL_STOP and out and out[-1][2] == end:  # it belongs to the month before it
            continue
        out.append(row)
    return out


def _is_capital(kind: str, word: str) -> bool:
    """Whether a word has its capital. An era's mark has only capitals, but for H.Sh."""
    if kind != _ERA_MARK or word.isupper():
        return word[0].isupper()
    parts = word.replace(" ", "").split(".")
    return len(parts) > 1 and all(part[:1].isupper() for part in parts)


@cache
def _has_capitals(lang: str) -> bool:
    return load(lang).opening.capitals


def _is_pointed(rows: list[Row], k: int) -> bool:
    """Whether a point touches a word."""
    return rows[k + 1 : k + 2] != [] and rows[k + 1][:2] == (_FULL_STOP, rows[k][2])


def _is_cut(rows: list[Row], k: int) -> bool:
    """Whether a point that touches a month stands between it and a number."""
    kinds = [row[0] for row in rows[k + 1 : k + 3]]
    return kinds[:1] == [_FULL_STOP] and rows[k + 1][1] == rows[k][2] and kinds[-1] in _NUMBERS
