"""Look up the words of some languages, as documents in one of them use them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import product

from shamsi.lang.classes import WORD_LISTS, codes_of
from shamsi.lang.detection import Detector
from shamsi.lang.fold import OPEN_HEH, fold_form
from shamsi.lang.language import LANGUAGES, Era, Language, Lexeme, Observance, Pattern, load

_NUMBER, _AND = map(codes_of, ("day_in_words", "and"))
_LUNAR_LEAD = codes_of("lunar_lead")  # a Persian city is an Arabic month
_DATED, _OBSERVANCE = codes_of("month_dated"), codes_of("observance")
_ALL_MONTHS, _DATE_WORD = codes_of("MONTH"), codes_of("date_word")
_MONTHS = "month_bare month_cued month_numbered"
_BEFORE_ORDINALS = "preposition into range between date_word day_word"
_TIMES = codes_of("time_unit time_noun time_word")
_UNIT, _PHRASE = codes_of("time_unit"), 2  # blanks; a shorter phrase is no token
_RELATIVE = codes_of(
    "relative time_unit time_noun time_word"
)  # classes that are read only on request
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
        self._vocabularies: dict[tuple[str | None, bool], frozenset[str]] = {}
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

    def vocabulary(self, lang: str | None, *, relative: bool = False) -> frozenset[str]:
        """Return all words of the forms that a document in a language may use."""
        key = (lang, relative)
        if key not in self._vocabularies:
            self._vocabularies[key] = frozenset(
                word
                for form, lexeme in self._seen_by(lang)
                if relative or lexeme.kind not in _TIMES
                for word in form.split()
            )
        return self._vocabularies[key]

    def _grow(self, lang: str | None, *, relative: bool) -> Node:
        root = Node()
        for form, lexeme in self._seen_by(lang):
            if relative or lexeme.kind not in _RELATIVE:
                is_glued = lexeme.kind == _UNIT and form.count(" ") < _PHRASE
                _plant(root, form.replace(" ", "") if is_glued else form, lexeme)
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
                        is_open = lang is None and lexeme.kind == _LUNAR_LEAD
                        if (is_visible and not is_open) or not lexeme.own_language_only:
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

    def relative_seasons(self, lang: str | None) -> list[str]:
        """Return the phrases for last summer and the like, in documents in a language."""
        return [form for one in self.visible(lang) for form in one.relative_seasons]

    def all_relative_seasons(self) -> list[str]:
        """The same of all languages."""
        return [form for one in self.languages.values() for form in one.relative_seasons]

    def counted_nouns(self, lang: str | None) -> frozenset[str]:
        """Return the nouns that an ordinal may count, in documents in a language."""
        return frozenset[str]().union(*(one.counted_nouns for one in self.visible(lang)))

    def before_short_years(self, lang: str | None) -> list[str]:
        """Return the last words of the names of days after which two digits are a year.

        A full year is found without the name before it.
        """
        rows = (form for form, lexeme in self._seen_by(lang) if _has_short_years(lexeme))
        return _last_words(rows)

    def eras_before_years(self, lang: str | None) -> list[str]:
        """Return the marks of eras that may stand before their year: AD 642."""
        return _leading_eras(self._seen_by(lang))

    def may_join_heh(self, text: str) -> bool:
        """Whether a text may be in a language that types «ە» as «ه» and a joiner."""
        return OPEN_HEH in text and not self._letters_with_heh.isdisjoint(text)

    @cached_property
    def _letters_with_heh(self) -> frozenset[str]:
        """The letters by which a text in such a language is known."""
        known = [one.opening for one in self.languages.values() if one.opening.joined_heh]
        return frozenset(clue for one in known for clue in one.clues if len(clue) == 1)

    def has_capitals(self, lang: str | None) -> bool:
        """Whether a document may be in a language with capitals."""
        known = [self.languages[lang]] if lang else self.languages.values()
        return any(one.opening.capitals for one in known)

    def all_eras_before_years(self) -> list[str]:
        """Return those of all languages."""
        rows = [row for language in self.languages.values() for row in language.lexemes.items()]
        return _leading_eras((form, one) for form, found in rows for one in found)

    def all_before_short_years(self) -> list[str]:
        """The same of all languages."""
        rows = [row for language in self.languages.values() for row in language.lexemes.items()]
        return _last_words(form for form, found in rows if any(map(_has_short_years, found)))

    def all_forms(self, names: str) -> list[str]:
        """Return the forms of some classes in all languages."""
        codes = codes_of(names)
        rows = [row for language in self.languages.values() for row in language.lexemes.items()]
        return [form for form, lexemes in rows if any(lexeme.kind in codes for lexeme in lexemes)]

    def dated_before_days(self, lang: str | None) -> list[str]:
        """Return the months that need a day and a year and may precede their day, as in Pashto.

        Short names are too frequent as other words: «مې».
        """
        return [
            form
            for one in self.visible(lang)
            if one.tables.words.get("link")
            for form, lexemes in one.lexemes.items()
            if len(form) > _SHORT and any(lexeme.kind == _DATED for lexeme in lexemes)
        ]

    def all_dated_before_days(self) -> list[str]:
        """Return those of all languages."""
        return [form for lang in self.languages for form in self.dated_before_days(lang)]

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


def _has_short_years(lexeme: Lexeme) -> bool:
    return isinstance(lexeme.value, Observance) and lexeme.value.has_short_years


def _leading_eras(rows: Iterable[tuple[str, Lexeme]]) -> list[str]:
    return [form for form, one in rows if isinstance(one.value, Era) and one.value.before]


def _last_words(forms: Iterable[str]) -> list[str]:
    words = dict.fromkeys(form.rpartition(" ")[2] for form in forms)
    return [word for word in words if len(word) > _SHORT]


_MOST_JOINED = 5  # words of a phrase whose blanks may be left out
_WORDS = re.compile(r"\d+|[^\W\d_]+|[^\s]")
_PARTS = re.compile(r"([ .'-])")
_TYPED = {" ": (" ", ""), ".": (".", " "), "'": ("'", ""), "-": ("-", " ", "")}


def _plant(root: Node, form: str, lexeme: Lexeme) -> None:
    """Add a form. A text may leave out its blanks and dots."""
    for words in spellings(form):
        if lexeme.kind == _DATE_WORD and len("".join(words)) == 1:
            continue  # "b." is born, "b" is a letter, as in </b>
        node = root
        for word in words:
            node = node.after.setdefault(word, Node())
        if node.lexeme is None:
            node.lexeme = lexeme
        elif lexeme.kind == _OBSERVANCE and node.lexeme.kind in _ALL_MONTHS:
            node.lexeme = replace(node.lexeme, feast=lexeme)


def spellings(form: str) -> set[tuple[str, ...]]:
    """Return the sequences of words that a form may be typed as.

    Blanks, dots, hyphens and apostrophes may be left out: Dhu'l-Hijja, Dhul Hijja.

    >>> sorted(spellings("ه.ش"))
    [('ه', '.', 'ش'), ('ه', 'ش')]
    >>> sorted(spellings("sha'ban"))
    [('sha', "'", 'ban'), ('shaban',)]
    """
    if form.isalpha():
        return {(form,)}
    words = form.split(" ")
    if len(words) <= _MOST_JOINED and all(map(str.isalpha, words)):  # nearly all phrases
        return _joined(words)
    choices = [_TYPED.get(part, (part,)) for part in _PARTS.split(form) if part]
    if len(choices) > 9:  # long phrases keep their blanks
        choices = [(choice[0],) for choice in choices]
    return {words_of("".join(choice)) for choice in product(*choices)}


def words_of(text: str) -> tuple[str, ...]:
    """Return the words, numbers and marks of a folded text.

    >>> words_of("sha'ban 1404")
    ('sha', "'", 'ban', '1404')
    """
    return tuple(_WORDS.findall(text))


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
