"""Read what is written in one word or touches: «الـ 21», «يناير1»."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.expressions import compiled

_DAYS = frozenset(codes_of("day day0 ordinal suffix"))
_GLUED_DAY, _OTHER_WORD = map(codes_of, ("glued_day", "other_word"))
DAYS_BEHIND, ARTICLES = "[month_bare month_cued] day", "stop (?=[day day0])"
_days_behind, _articles = compiled(DAYS_BEHIND).finditer, compiled(ARTICLES).finditer


def glued_days(rows: list[Row], kinds: str) -> list[Row]:
    """Mark the numbers that touch the month before them: «يناير1» is a day, «يناير 1» may count."""
    rows = list(rows)
    for found in _days_behind(kinds):
        at = found.end() - 1
        before = kinds[at - 2 : at - 1]
        if rows[at - 1][2] == rows[at][1] and before not in _DAYS:
            rows[at] = (_GLUED_DAY, *rows[at][1:])
    return rows


def without_articles(rows: list[Row], kinds: str, folded: Folded, article: str) -> list[Row]:
    """Turn an article apart from its number into a word without meaning: «الـ 21».

    Its folded letters are also those of «آل», which stands before a name.
    """
    rows = list(rows)
    for found in _articles(kinds):
        at = found.start()
        _, start, end, *_ = rows[at]
        word = folded.source[slice(*folded.span(start, end))]
        if rows[at + 1][1] > end and word == article:
            rows[at] = (_OTHER_WORD, start, end, None, None)
    return rows
