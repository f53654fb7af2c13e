"""Find ordinals that count a noun and not the days of the month beside them.

«مرحله دوم آذر» is the second stage, in Azar. «زلزله پنجم دی» was on the fifth. Only the noun tells
them apart, so language files list those that come in order. In Arabic, grammar often tells, too:
an ordinal agrees with a noun before it that has an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded, fold
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.expressions import compiled

_ORDINAL, _OTHER = codes_of("ordinal"), codes_of("other_word")
_BETWEEN = codes_of("suffix school")  # between a noun and its ordinal: «نیم‌سال تحصیلی دوم»
_NOUNS = codes_of("other_word event yearly title stop counted number_context")
_behind_noun = compiled("""
    ordinal ((comma? and | comma | range | dash) ordinal)*
    suffix? (?P<of>of)? ([month_word month_lead]* MONTH | month_word? relative)
""").finditer
# Pashto: «د تلې په دویم پړاو کې»
_before_noun = compiled("MONTH month_word? [link preposition]{1,2} (?P<first>ordinal)").finditer
_FEMININE = fold("ة").text
_LEAST, _PREFIXED = 5, 3  # letters of a noun with its article, and where that may end
_MOST_WORDS = 2  # of a noun in a list


def other_words(
    rows: list[Row], kinds: str, folded: Folded, nouns: Set[str], article: str
) -> list[Row]:
    """Replace the ordinals that count a noun by other words.

    `nouns` are those of the language files, and `article` is that of the language.
    """
    places = set(_places(rows, kinds, folded, nouns, article))
    if not places:
        return rows
    return [(_OTHER, *row[1:3], None, None) if k in places else row for k, row in enumerate(rows)]


def _places(
    rows: list[Row], kinds: str, folded: Folded, nouns: Set[str], article: str
) -> Iterator[int]:
    """Yield the ordinals that count a noun."""
    for found in _behind_noun(kinds):
        first = found.start()
        noun = first - 1 - (first > 1 and kinds[first - 1] in _BETWEEN)
        if noun >= 0 and (
            _is_listed(rows, noun, folded, nouns)
            or (not found["of"] and article and _agrees(rows, noun, first, folded, article))
        ):
            yield from (k for k in range(first, found.end()) if kinds[k] == _ORDINAL)
    for found in _before_noun(kinds):
        noun = found.end()
        if noun < len(rows) and folded.read(*rows[noun][1:3]) in nouns:
            yield found.start("first")


def _is_listed(rows: list[Row], last: int, folded: Folded, nouns: Set[str]) -> bool:
    """Whether a noun of a language file ends at a token."""
    end = rows[last][2]
    firsts = range(last, max(-1, last - _MOST_WORDS), -1)
    return any(folded.read(rows[first][1], end) in nouns for first in firsts)


def _agrees(rows: list[Row], noun: int, first: int, folded: Folded, article: str) -> bool:
    """Whether a noun and the ordinal after it both have their article, and are masculine.

    «الاجتماع الثاني مايو 2024»; but «انطلقت البطولة الثاني من مايو» says when, as the ordinal of
    a feminine noun is feminine.
    """
    kind, start, end, *_ = rows[noun]
    if kind not in _NOUNS or end - start < _LEAST:
        return False
    word, ordinal = folded.read(start, end), folded.read(*rows[first][1:3])
    is_definite = article in word[:_PREFIXED] and ordinal.startswith(article)
    return is_definite and not word.endswith(_FEMININE)
