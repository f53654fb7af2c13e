"""Find ordinals that count a noun and not the days of the month beside them.

«مرحله دوم آذر» is the second stage, in Azar. «زلزله پنجم دی» was on the fifth. Only the noun tells
them apart, so language files list those that come in order. In Arabic, grammar often tells, too:
an ordinal agrees with a noun before it that has an article.
"""

from __future__ import annotations

from collections.abc import Iterator

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded, fold
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.expressions import compiled

_ORDINAL, _OTHER = codes_of("ordinal"), codes_of("other_word")
_NOUNS = codes_of("other_word event yearly title stop counted number_context")
_behind_noun = compiled("""
    (?P<noun>.) [suffix school]? (?P<first>ordinal) ((comma? and | comma | range | dash) ordinal)*
    suffix? (?P<of>of)? [month_word month_lead]* (?=MONTH)
""").finditer
# Pashto: «د تلې په دویم پړاو کې»
_before_noun = compiled("""
    MONTH month_word? [link preposition]{1,2} (?P<first>ordinal) (?P<noun>.)
""").finditer
_FEMININE = fold("ة").text
_LEAST, _PREFIXED = 5, 3  # letters of a noun with its article, and where that may end


def other_words(rows: list[Row], kinds: str, folded: Folded, article: str) -> list[Row]:
    """Replace the ordinals that count a noun by other words."""
    places = {*_of_listed(rows, kinds), *(_of_definite(rows, kinds, folded, article))}
    if not places:
        return rows
    return [(_OTHER, *row[1:3], None, None) if k in places else row for k, row in enumerate(rows)]


def _of_listed(rows: list[Row], kinds: str) -> Iterator[int]:
    """Yield the ordinals of nouns that a language file lists."""
    for found in (*_behind_noun(kinds), *_before_noun(kinds)):
        lexeme = rows[found.start("noun")][4]
        if lexeme is not None and lexeme.is_ordered:
            yield from _ordinals(kinds, found.start("first"), found.end())


def _of_definite(rows: list[Row], kinds: str, folded: Folded, article: str) -> Iterator[int]:
    """Yield the ordinals that follow a noun with its article, and a month right behind them.

    «الاجتماع الثاني مايو 2024»; but «انطلقت البطولة الثاني من مايو» says when, as the ordinal of
    a feminine noun is feminine.
    """
    if not article:
        return
    for found in _behind_noun(kinds):
        kind, start, end, *_ = rows[found.start("noun")]
        if kind not in _NOUNS or found["of"] or end - start < _LEAST:
            continue
        word = folded.read(start, end)
        ordinal = rows[found.start("first")]
        is_definite = folded.read(*ordinal[1:3]).startswith(article)
        if is_definite and article in word[:_PREFIXED] and not word.endswith(_FEMININE):
            yield from _ordinals(kinds, found.start("first"), found.end())


def _ordinals(kinds: str, first: int, last: int) -> Iterator[int]:
    return (k for k in range(first, last) if kinds[k] == _ORDINAL)
