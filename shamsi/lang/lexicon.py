"""Look up the words of some languages, as documents in one of them use them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from shamsi.lang.classes import WORD_LISTS, codes_of
from shamsi.lang.detection import Detector
from shamsi.lang.fold import fold_form
from shamsi.lang.language import LANGUAGES, Language, Lexeme, Pattern, load

_RELATIVE, _NUMBER, _AND = map(codes_of, ("relative", "day_in_words", "and"))
_MONTHS = "month_bare month_cued month_numbered"
_BEFORE_ORDINALS = "preposition into range between date_word day_word"
_SHORT = 2  # letters of a numeral that ends like other words before a conjunction


@dataclass(slots=True)
class Node:
    """A node of the trie: the meaning of the words so far, and the words that may follow."""

    lexeme: Lexeme | None = None
    after: dict[str, Node] = field(default_factory=dict[str, "Node"])


class Lexicon:
    """The words of some languages. Each language has its own view of them."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        """Keep the languages. A trie is built when a document needs it."""
        self.languages: dict[str, Language] = {language.code: language for language in languages}
        self.language_of: Callable[[bytes, str], str | None] = Detector(languages).language_of
        self._tries: dict[tuple[str | None, bool], Node] = {}
        self._vocabularies: dict[str | None, frozenset[str]] = {}
        self._glued: dict[str | None, dict[str, int]] = {}
        self._views: dict[str | None, tuple[tuple[str, Lexeme], ...]] = {}

    def trie(self, lang: str | None, *, relative: bool = False) -> Node:
        """Return the words with the meanings that they have in documents in a language."""
        key = (lang, relative)
        if key not in self._tries:
            self._tries[key] = self._grow(lang, relative=relative)
        return self._tries[key]

    def prefixes(self, lang: str | None) -> dict[str, str]:
        """Return the letters that a language attaches to the next word, with their classes."""
        rows = [row for one in self.visible(lang) for row in one.tables.prefixes.items()]
        return {letter: codes_of(WORD_LISTS[kind]) for letter, kind in rows}

    def visible(self, lang: str | None) -> list[Language]:
        """Return the languages of which a document in a language may use all words."""
        return [one for one in self.languages.values() if self._is_visible(one, lang)]

    def _is_visible(self, language: Language, lang: str | None) -> bool:
        """Whether a document in a language, or an unknown one, may use all words of another."""
        if lang is None:
            return not language.own_language_only
        return language.code in (lang, self.languages[lang].base)

    def patterns(self, lang: str | None) -> tuple[Pattern, ...]:
        """Return the patterns that are added to the shared ones for a language."""
        return tuple(row for one in self.visible(lang) for row in one.patterns)

    def vowelled(self, lang: str | None) -> re.Pattern[str]:
        """Return a pattern for spellings whose vowel signs make another word of a month's name.

        Letters without a sign in the file may have one in the text.
        """
        words = [word for one in self.visible(lang) for word in one.tables.vowelled]
        return re.compile("|".join("".join(_with_signs(word)) for word in words) or "(?!)")

    def vocabulary(self, lang: str | None) -> frozenset[str]:
        """Return all words of the forms that a document in a language may use."""
        if lang not in self._vocabularies:
            self._vocabularies[lang] = frozenset(
                word for form, _ in self._seen_by(lang) for word in form.split()
            )
        return self._vocabularies[lang]

    def _grow(self, lang: str | None, *, relative: bool) -> Node:
        root = Node()
        for form, lexeme in self._seen_by(lang):
            if relative or lexeme.kind != _RELATIVE:
                _plant(root, form, lexeme)
        for word in (*self._glued_numerals(lang), *self.glued(lang)):
            root.after.setdefault(word, Node())
        return root

    def _glued_numerals(self, lang: str | None) -> Iterator[str]:
        """Yield number words with the conjunction attached, which is two words: «هزارو سیصد»."""
        rows = [(form, one.value) for form, one in self._seen_by(lang) if one.kind == _NUMBER]
        words = {
            word: value for form, value in rows for (word, *more) in spellings(form) if not more
        }
        for letter in (one for one, kind in self.prefixes(lang).items() if kind == _AND):
            for word, value in words.items():
                if len(word) > _SHORT:  # «چلو» is a dish
                    yield word + letter
                if value % 1000 == 0:  # «هزاروسیصد»
                    hundreds = [more for more, n in words.items() if n % 100 == 0 and n < 1000]
                    yield from (f"{word}{letter}{more}" for more in hundreds)
                    yield from (f"{word}{letter}{more}{letter}" for more in hundreds)

    def glued(self, lang: str | None) -> dict[str, int]:
        """Return words that are two, and where the second begins: «دردهم», «شهرنوفمبر».

        They are a preposition or a word for date before an ordinal, and a word for month before its
        name. Two letters of Arabic are attached like one: «وبالخامس».
        """
        if lang not in self._glued:
            leads = [form for form in self.forms(_BEFORE_ORDINALS, lang) if form.isalpha()]
            ordinals = {form.split(" ")[0] for form in self.forms("ordinal", lang)}
            rows = [(lead, word) for lead in leads if len(lead) > 1 for word in ordinals]
            rows += [
                (lead, month.split(" ")[0])
                for lead in self.leads(lang)
                for month in self.forms(_MONTHS, lang)
            ]
            rows += self._twice_attached(lang, ordinals)
            self._glued[lang] = {
                f"{lead}{word}": len(lead) for lead, word in rows if word.isalpha()
            }
        return self._glued[lang]

    def leads(self, lang: str | None) -> list[str]:
        """Return the usual word for month before its name, of each language that has one."""
        return _leads(self.visible(lang))

    def _twice_attached(self, lang: str | None, ordinals: set[str]) -> Iterator[tuple[str, str]]:
        """Yield «و» and «بالخامس», «للخامس»: a conjunction and a word that has a prefix."""
        prefixes = self.prefixes(lang)
        others = [letter for letter, kind in prefixes.items() if kind != _AND]
        for one in self.visible(lang):
            article, elided = one.opening.article, one.opening.elided_article
            words = [word for word in ordinals if article and word.startswith(article)]
            for joint in (letter for letter, kind in prefixes.items() if kind == _AND):
                yield from ((joint, other + word) for other in others for word in words)
                yield from ((joint, elided + word[len(article) :]) for word in words if elided)

    def _view(self, lang: str | None) -> Iterator[tuple[str, Lexeme]]:
        """Yield the forms that a document in a language may use.

        Its own words come first, then those of the language that it extends, then shared words.
        """
        base = self.languages[lang].base if lang else None
        for language in sorted(
            self.languages.values(), key=lambda one: (one.code != lang, one.code != base)
        ):
            is_visible = self._is_visible(language, lang)
            if is_visible or not language.own_language_only:
                for form, lexemes in language.lexemes.items():
                    for lexeme in lexemes:
                        if is_visible or not lexeme.own_language_only:
                            yield form, lexeme

    def _seen_by(self, lang: str | None) -> tuple[tuple[str, Lexeme], ...]:
        """The same, gathered once."""
        if lang not in self._views:
            self._views[lang] = tuple(self._view(lang))
        return self._views[lang]

    def forms(self, names: str, lang: str | None = None) -> list[str]:
        """Return the forms of some classes that a document in a language may use."""
        codes = codes_of(names)
        return [form for form, lexeme in self._seen_by(lang) if lexeme.kind in codes]

    def all_forms(self, names: str) -> list[str]:
        """Return the forms of some classes in all languages."""
        codes = codes_of(names)
        rows = [row for language in self.languages.values() for row in language.lexemes.items()]
        return [form for form, lexemes in rows if any(lexeme.kind in codes for lexeme in lexemes)]

    def all_prefixes(self) -> set[str]:
        """Return the letters that any of the languages attaches to the next word."""
        letters = {letter for one in self.languages.values() for letter in one.tables.prefixes}
        return letters | {*_leads(self.languages.values())}


def _leads(languages: Iterable[Language]) -> list[str]:
    rows = [one.tables.words.get("month_before", ())[:1] for one in languages]
    return [fold_form(form) for row in rows for form in row if form.isalpha()]


@cache
def lexicon(languages: tuple[str, ...] = LANGUAGES) -> Lexicon:
    """Return the lexicon of some language files, loaded once."""
    return Lexicon(tuple(load(code) for code in languages))


_MOST_JOINED = 5  # words of a phrase whose blanks may be left out
_WORDS = re.compile(r"\d+|[^\W\d_]+|[^\s]")


def _plant(root: Node, form: str, lexeme: Lexeme) -> None:
    """Add a form. A text may leave out its blanks and dots."""
    for words in spellings(form):
        node = root
        for word in words:
            node = node.after.setdefault(word, Node())
        if node.lexeme is None:
            node.lexeme = lexeme


def spellings(form: str) -> set[tuple[str, ...]]:
    """Return the sequences of words that a form may be typed as.

    >>> sorted(spellings("ه.ش"))
    [('ه', '.', 'ش'), ('ه', 'ش')]
    """
    if form.isalpha():
        return {(form,)}
    words = form.split(" ")
    if len(words) <= _MOST_JOINED and all(map(str.isalpha, words)):  # nearly all phrases
        return _joined(words)
    parts = re.split(r"([ .])", form)
    choices = [
        (part,) if part not in " ." else (" ", "") if part == " " else (".", " ")
        for part in parts
        if part
    ]
    if len(choices) > 9:  # long phrases keep their blanks
        choices = [(choice[0],) for choice in choices]
    return {tuple(_WORDS.findall("".join(choice))) for choice in product(*choices)}


def _joined(words: list[str]) -> set[tuple[str, ...]]:
    """Return some words with their blanks, and without any of these."""
    rows: list[tuple[str, ...]] = [(words[-1],)]
    for word in words[-2::-1]:
        rows = [new for row in rows for new in ((word, *row), (word + row[0], *row[1:]))]
    return set(rows)


_SIGNS = "\u064b-\u0652\u0640"  # vowel signs, and the tatweel that may carry them


def _with_signs(word: str) -> Iterator[str]:
    """Yield the pattern of a word with some vowel signs. Letters without a sign may have any."""
    for letter, sign in re.findall(rf"(.)([{_SIGNS}]?)", word):
        yield (
            f"{re.escape(letter)}\u0640*{sign}\u0640*"
            if sign
            else f"{re.escape(letter)}[{_SIGNS}]*"
        )
