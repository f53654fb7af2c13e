"""Split a text that is one date or period, and nothing else, into tokens.

It is one window for the lexer and the patterns that find dates in prose. The parts of a day may
stand in any order, because nothing else in the text can be mistaken for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shamsi.formats.names import FILES
from shamsi.lang.classes import codes_of, is_classes
from shamsi.lang.fold import Folded, fold
from shamsi.lang.language import ENGLISH, LANGUAGES, Language, Lexeme, load
from shamsi.lang.lexicon import Lexicon, lexicon
from shamsi.text.grammar.expressions import compiled, expression
from shamsi.text.grammar.lexer import Lexer
from shamsi.text.grammar.matcher import Shape, grammar_of
from shamsi.text.grammar.patterns import PARTS, PHRASE_PARTS, PHRASES
from shamsi.text.grammar.tokens import Tokens
from shamsi.text.scan.scanner import Window

ALL_PARTS = PARTS | PHRASE_PARTS
ONE_DAY = f"BEFORE (?P<core>{' | '.join(PHRASES.values())}) BEHIND"
# All classes that a text which is one day may have.
OF_DAYS = frozenset(filter(is_classes, expression(ONE_DAY, ALL_PARTS))) | {codes_of("nth_weekday")}
_MONTHS, _ERA_MARK, _ORDINAL = map(codes_of, ("MONTH", "era_mark", "ordinal"))
_DAY_WORD, _OTHER_WORD, _ENDINGS = map(codes_of, ("day_word", "other_word", "suffix day_mark"))
_is_doubtful = compiled("day_word | [SHORT other_number] era_mark | MONTH .* MONTH").search
_PARTIAL = {"eve", "evening", "time_of_day"}  # words for a part of a day, or the night before
_SHORT = (1, 2)  # digits of a day
_IN_NUMBERS = re.compile(
    rb"(?<![0-9])(?:([0-9]{1,4}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})"
    rb"|([0-9]{4})([0-9]{2})([0-9]{2}))(?![0-9])"
)
_TOGETHER = tuple(code for code in LANGUAGES if code != ENGLISH)


class Phrase(NamedTuple):
    """A text as tokens in the words of one language."""

    text: str
    folded: Folded
    tokens: Tokens
    known: Lexicon
    code: str

    def shapes(self) -> list[Shape]:
        """Return all matches of the patterns of the language."""
        return list(grammar_of(self.known, self.code).spelled(self.tokens))

    def printed(self, k: int) -> str:
        """Return token k as printed."""
        first, last = self.folded.span(self.tokens.starts[k], self.tokens.ends[k])
        return self.text[first:last]

    def form(self, k: int) -> str:
        """Return token k, folded."""
        return self.folded.read(self.tokens.starts[k], self.tokens.ends[k])

    def names_solar_month(self) -> bool:
        """Whether a month of the Solar Hijri calendar is named."""
        rows = zip(self.tokens.kinds, self.tokens.values, strict=True)
        return any(kind in _MONTHS and value.calendar == "persian" for kind, value in rows)


def phrases(text: str, lang: str | None) -> Iterator[Phrase]:
    """Yield a text in the words of each language, or of the given one."""
    is_latin = any("a" <= char <= "z" for char in text.lower())
    codes = (FILES[lang] or ENGLISH,) if lang else (ENGLISH,) if is_latin else _TOGETHER
    text, folded = _folded(text)
    for code in codes:
        yield _phrase(text, folded, _lexicon(code), code)


def phrases_of_day(text: str, lang: str | None) -> Iterator[Phrase]:
    """Yield a text in the words of each language, and finally in the words of all.

    If a word cannot be a part of a day in any language, most languages are skipped.
    """
    tight, folded = _tight(*_folded(text))
    is_one = lang is not None or text.isascii()
    code = (FILES[lang or "en"] or ENGLISH) if is_one else LANGUAGES[0]
    yield _of_day(_phrase(tight, folded, _lexicon(code), code))
    if is_one:
        return
    mixed = _of_day(_phrase(tight, folded, _all_words(), code))
    if OF_DAYS.issuperset(mixed.tokens.kinds):
        likely = _lexicon(code).language_of(folded.code, tight)
        for code in sorted(_TOGETHER[1:], key=lambda other: other != likely):
            yield _of_day(_phrase(tight, folded, _lexicon(code), code))
    yield mixed


def _lexicon(code: str) -> Lexicon:
    """Return the words of the languages that are read together with one; English stands alone."""
    return lexicon(_TOGETHER if code in _TOGETHER else (code,))


def _folded(text: str) -> tuple[str, Folded]:
    """Return a text with single blanks, and its folded form in small letters."""
    text = " ".join(text.split())
    small = text.lower()
    return text, fold(small if len(small) == len(text) else text)


def _phrase(text: str, folded: Folded, known: Lexicon, code: str) -> Phrase:
    size = len(folded.code)
    return Phrase(
        text, folded, _lexer(known, code).read(folded, Window(0, size, 0, size)), known, code
    )


def _tight(text: str, folded: Folded) -> tuple[str, Folded]:
    """Write dates in numbers as in prose: 1404 - 05 - 18 and 14040518 become 1404-05-18."""
    found = list(_IN_NUMBERS.finditer(folded.code))
    for one in reversed(found):
        parts = one.group(1, 3, 4) if one[1] else one.group(5, 6, 7)
        first, last = folded.span(*one.span())
        text = f"{text[:first]} {(one[2] or b'-').join(parts).decode()} {text[last:]}"
    return _folded(text) if found else (text, folded)


@cache
def _lexer(known: Lexicon, code: str) -> Lexer:
    """Return a lexer that accepts more words attached to a month.

    It ignores vowel signs and capitals.
    """
    lexer = Lexer(known, code, signs=False)
    tails = known.forms("year_word of link", code)
    lexer.month_words += tuple(form for form in tails if len(form) > 1 and " " not in form)
    return lexer


class _AllWords(Lexicon):
    """The words of all languages together. Meanings that a day may have come first."""

    def _is_visible(self, language: Language, lang: str | None) -> bool:
        return True

    def _view(self, lang: str | None) -> Iterator[tuple[str, Lexeme]]:
        yield from sorted(super()._view(lang), key=lambda row: not _is_of_day(row[1]))


def _is_of_day(lexeme: Lexeme) -> bool:
    """Whether a word may be a part of a day of the Solar Hijri calendar."""
    is_other = lexeme.kind in _MONTHS and lexeme.value.calendar != "persian"
    return lexeme.kind in OF_DAYS and not is_other


@cache
def _all_words() -> Lexicon:
    return _AllWords(tuple(map(load, LANGUAGES)))


# ---------------------------------------------------------------- words with two meanings


def _of_day(phrase: Phrase) -> Phrase:
    """Change the meanings of words to those that they have in a text that is one day."""
    tokens = phrase.tokens
    if not _is_doubtful(tokens.kinds):
        return phrase
    kinds, values = list(tokens.kinds), list(tokens.values)
    has_month = phrase.names_solar_month()
    for k, kind in enumerate(tokens.kinds):
        if kind == _DAY_WORD and values[k] in _PARTIAL:
            kinds[k] = _OTHER_WORD
        elif has_month and kind in _MONTHS + _ERA_MARK:
            is_behind_day = k > 0 and tokens.number(k - 1).width in _SHORT
            for lexeme in _of_numbers(phrase.known).get(phrase.form(k), ()):
                is_day = kind != _ERA_MARK and _is_one_of_months(kinds)
                if is_behind_day if lexeme.kind in _ENDINGS else is_day:
                    kinds[k], values[k] = lexeme.kind, lexeme.value  # «۱۸م مرداد», «دەی گەلاوێژ»
    tokens.kinds, tokens.values = "".join(kinds), values
    return phrase


def _is_one_of_months(kinds: list[str]) -> bool:
    """Whether several months are named."""
    return sum(kind in _MONTHS for kind in kinds) > 1


@cache
def _of_numbers(known: Lexicon) -> dict[str, list[Lexeme]]:
    """Return the words that are, or end, the number of a day in any language."""
    table: dict[str, list[Lexeme]] = {}
    for language in known.languages.values():
        for form, lexemes in language.lexemes.items():
            if found := [one for one in lexemes if one.kind in _ENDINGS + _ORDINAL]:
                table.setdefault(form, []).extend(found)
    return table
