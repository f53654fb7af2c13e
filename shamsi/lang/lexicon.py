"""The lexicon: the words of some languages, as a document in one of them means them, as a trie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from shamsi.lang.classes import WORD_LISTS, codes_of
from shamsi.lang.detection import Detector
from shamsi.lang.language import LANGUAGES, Language, Lexeme, Pattern, load

_RELATIVE = codes_of("relative")


@dataclass(slots=True)
class Node:
    """A place in the trie: what the words so far mean, and what may follow."""

    lexeme: Lexeme | None = None
    after: dict[str, Node] = field(default_factory=dict[str, "Node"])


class Lexicon:
    """The words of some languages, each language's own view first."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        """Keep the languages; tries are built when a document asks for one."""
        self.languages: dict[str, Language] = {language.code: language for language in languages}
        self.language_of: Callable[[bytes, str], str | None] = Detector(languages).language_of
        self._tries: dict[tuple[str | None, bool], Node] = {}
        self._vocabularies: dict[str | None, frozenset[str]] = {}
        self._views: dict[str | None, tuple[tuple[str, Lexeme], ...]] = {}

    def trie(self, lang: str | None, *, relative: bool = False) -> Node:
        """The words as a document in this language means them."""
        key = (lang, relative)
        if key not in self._tries:
            self._tries[key] = self._grow(lang, relative=relative)
        return self._tries[key]

    def prefixes(self, lang: str | None) -> dict[str, str]:
        """The letters that a language writes in one with the word that they govern, with their classes."""
        near = [one for one in self.languages.values() if self._is_near(one, lang)]
        return {letter: codes_of(WORD_LISTS[kind]) for one in near for letter, kind in one.tables.prefixes.items()}

    def _is_near(self, language: Language, lang: str | None) -> bool:
        """Whether a document in a language, or in none that is known, may use all words of another."""
        if lang is None:
            return not language.home
        return language.code in (lang, self.languages[lang].base)

    def patterns(self, lang: str | None) -> tuple[Pattern, ...]:
        """The patterns that the files near to a language add to the shared ones."""
        return tuple(row for one in self.languages.values() if self._is_near(one, lang) for row in one.patterns)

    def vowelled(self, lang: str | None) -> re.Pattern[str]:
        """The spellings whose vowel signs make another word of a month's name; others may have more signs."""
        near = [one for one in self.languages.values() if self._is_near(one, lang)]
        words = [word for one in near for word in one.tables.vowelled]
        return re.compile("|".join("".join(_with_signs(word)) for word in words) or "(?!)")

    def vocabulary(self, lang: str | None) -> frozenset[str]:
        """Every word of the forms that a document in a language may use."""
        if lang not in self._vocabularies:
            self._vocabularies[lang] = frozenset(word for form, _ in self._seen_by(lang) for word in form.split())
        return self._vocabularies[lang]

    def _grow(self, lang: str | None, *, relative: bool) -> Node:
        root = Node()
        for form, lexeme in self._seen_by(lang):
            if relative or lexeme.kind != _RELATIVE:
                _plant(root, form, lexeme)
        return root

    def _view(self, lang: str | None) -> Iterator[tuple[str, Lexeme]]:
        """What a document in a language may use: its own words, those of the language it extends, then what travels."""
        base = self.languages[lang].base if lang else None
        for language in sorted(self.languages.values(), key=lambda one: (one.code != lang, one.code != base)):
            near = self._is_near(language, lang)
            if near or not language.home:
                for form, lexemes in language.lexemes.items():
                    yield from ((form, lexeme) for lexeme in lexemes if near or not lexeme.home)

    def _seen_by(self, lang: str | None) -> tuple[tuple[str, Lexeme], ...]:
        """The same, gathered once."""
        if lang not in self._views:
            self._views[lang] = tuple(self._view(lang))
        return self._views[lang]

    def forms(self, names: str, lang: str | None = None) -> list[str]:
        """The forms of some classes that a document in a language may use."""
        codes = codes_of(names)
        return [form for form, lexeme in self._seen_by(lang) if lexeme.kind in codes]

    def all_forms(self, names: str) -> list[str]:
        """The forms of some classes in any of the languages."""
        codes = codes_of(names)
        rows = [row for language in self.languages.values() for row in language.lexemes.items()]
        return [form for form, lexemes in rows if any(lexeme.kind in codes for lexeme in lexemes)]

    def all_prefixes(self) -> set[str]:
        """The letters that any of the languages writes in one with the word that they govern."""
        return {letter for one in self.languages.values() for letter in one.tables.prefixes}


@cache
def lexicon(languages: tuple[str, ...] = LANGUAGES) -> Lexicon:
    """The lexicon of some language files, loaded once."""
    return Lexicon(tuple(load(code) for code in languages))


_WORDS = re.compile(r"\d+|[^\W\d_]+|[^\s]")


def _plant(root: Node, form: str, lexeme: Lexeme) -> None:
    """Add a form: its blanks may be lost, its dots may be missing."""
    for words in spellings(form):
        node = root
        for word in words:
            node = node.after.setdefault(word, Node())
        if node.lexeme is None:
            node.lexeme = lexeme


def spellings(form: str) -> set[tuple[str, ...]]:
    """The word sequences that a form may be typed as.

    >>> sorted(spellings("ه.ش"))
    [('ه', '.', 'ش'), ('ه', 'ش')]
    """
    if form.isalpha():
        return {(form,)}
    parts = re.split(r"([ .])", form)
    choices = [(part,) if part not in " ." else (" ", "") if part == " " else (".", " ") for part in parts if part]
    if len(choices) > 9:  # long phrases lose no blanks
        choices = [(choice[0],) for choice in choices]
    return {tuple(_WORDS.findall("".join(choice))) for choice in product(*choices)}


_SIGNS = "\u064b-\u0652\u0640"  # vowel signs, and the tatweel that may carry them


def _with_signs(word: str) -> Iterator[str]:
    """A pattern for a word that tells some of its vowels: the letters that tell none may have any."""
    for letter, sign in re.findall(rf"(.)([{_SIGNS}]?)", word):
        yield f"{re.escape(letter)}\u0640*{sign}\u0640*" if sign else f"{re.escape(letter)}[{_SIGNS}]*"
