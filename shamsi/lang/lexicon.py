"""The lexicon: every word that the reader knows, from the language files, as a trie of words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from shamsi.lang.fold import fold_form

LANGUAGES = ("fa", "ar", "prs", "ps", "ckb")

# The word lists of a language file, and the token class that each makes.
WORD_CLASSES = {
    "month": "L",
    "month_before": "J",
    "months": "J",
    "year": "U",
    "year_of_any_calendar": "U",
    "year_on_either_side": "b",
    "link": "r",
    "place": "l",
    "day": "D",
    "date": "T",
    "decade": "K",
    "decade_behind": "^",
    "century": "C",
    "quarter": "Q",
    "half": "H",
    "hour": "O",
    "number_context": "#",
    "pages": "#",
    "between": "B",
    "and": "&",
    "of": "f",
    "into": "I",
    "range": "R",
    "connector": "=",
    "school": "g",
    "stop": "X",
    "title": "x",
    "games": "a",
    "yearly": "a",
    "event": "V",
    "preposition": "P",
    "counted": "c",
    "suffix": "i",
    "day_mark": "~",
    "nights_gone": "_",
    "nights_left": "_",
}
# Words that mean something else in other languages: read only in documents of their own.
HOME_WORDS = {
    *("month", "month_before", "stop", "title", "counted", "preposition", "suffix"),
    *("games", "event", "yearly", "hour", "number_context", "pages"),
}
MONTH_CLASSES = {"nothing": "M", "cue": "m", "number": "j", "date": "Z"}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a form may mean: its token class, its value, and the file that says so."""

    letter: str
    value: Any
    lang: str
    home: bool = False


@dataclass(frozen=True, slots=True)
class MonthName:
    """The month that a name names."""

    calendar: str
    number: int
    tradition: str


@dataclass(frozen=True, slots=True)
class Era:
    """The calendar that an era names, and what it does to the printed year."""

    calendar: str
    offset: int = 0
    bce: bool = False
    mark: bool = False


@dataclass(slots=True)
class Node:
    """A place in the trie: what the words so far mean, and what may follow."""

    lexeme: Lexeme | None = None
    after: dict[str, Node] = field(default_factory=dict[str, "Node"])


@dataclass(frozen=True, slots=True)
class Language:
    """One language file, read: its lexemes by form, and the data that writing and resolving need."""

    code: str
    data: dict[str, Any]
    lexemes: dict[str, list[Lexeme]]


@cache
def load(code: str) -> Language:
    """Read one language file.

    >>> load("fa").data["name"]
    'Persian'
    """
    return read(files("shamsi.lang").joinpath(f"{code}.toml").read_text("utf-8"))


def civil_calendar(code: str | None) -> str | None:
    """The calendar that texts in a language mean where they do not say; None where the language is not known.

    >>> civil_calendar("fa"), civil_calendar("ar")
    ('persian', 'gregorian')
    """
    return load(code).data["civil_calendar"] if code else None


def read(text: str) -> Language:
    """A language from the text of its file."""
    data = tomllib.loads(text)
    lexemes: dict[str, list[Lexeme]] = {}
    for form, letter, value, home in _entries(data):
        entry = Lexeme(letter, value, data["code"], home or data.get("home", False))
        known = lexemes.setdefault(fold_form(form), [])
        if entry not in known:
            known.append(entry)
    return Language(data["code"], data, lexemes)


Row = tuple[str, str, Any, bool]  # a form, its class, its value, and whether it keeps to documents of its language


def _entries(data: dict[str, Any]) -> list[Row]:
    """Every form of a file, in the order in which meanings of one form win."""
    events = frozenset((calendar, day) for calendar in ("persian", "gregorian") for day in data["events"][calendar])
    return [
        *_rows("F", data["deictics"], home=True),
        *_numbered("W", data["weekdays"]),
        *(row for table in data["months"] for row in _months(table)),
        *(row for table in data["eras"] for row in _eras(table)),
        *_rows("k", data["decades"]),
        *(
            (form, "S", (data["seasons"]["calendar"], n), False)
            for form, _, n, _ in _numbered("S", data["seasons"]["names"])
        ),
        *_numbered("o", data["ordinals"]),
        *((form, "G", (t["unit"], t["offset"]), True) for t in data["relative"] for form in t["names"]),
        *_rows("n", data["numbers"]),
        *(row for kind in WORD_CLASSES for row in _words(kind, data["words"].get(kind, ()), events)),
        *((form, "A", modifier, False) for modifier, forms in data["modifiers"].items() for form in forms),
        *((form, "!", events, False) for form in data["events"]["cues"]),
    ]


def _rows(letter: str, values: dict[str, Any], *, home: bool = False) -> list[Row]:
    return [(form, letter, value, home) for form, value in values.items()]


def _numbered(letter: str, names: list[list[str]]) -> list[Row]:
    return [(form, letter, number, False) for number, forms in enumerate(names, 1) for form in forms]


def _words(kind: str, forms: list[str], events: frozenset[tuple[str, str]]) -> list[Row]:
    value = events if kind == "event" else kind
    return [(form, WORD_CLASSES[kind], value, kind in HOME_WORDS) for form in forms]


def _eras(table: dict[str, Any]) -> list[Row]:
    era = Era(table["calendar"], table.get("offset", 0), table.get("bce", False), table.get("mark", False))
    return [(form, "e" if era.mark else "E", era, False) for form in table["names"]]


def _months(table: dict[str, Any]) -> list[Row]:
    needs, home = table.get("needs_by_month", {}), table.get("home", False)
    calendar, tradition, shy = table["calendar"], table["tradition"], table.get("shy", ())
    return [
        (
            form,
            MONTH_CLASSES["number" if form in shy else needs.get(str(n), table["needs"])],
            MonthName(calendar, n, tradition),
            home,
        )
        for form, _, n, _ in _numbered("M", table["names"])
    ]


_SAMPLE = 200  # characters that tell a document's language
_ENOUGH = 3  # common words that tell it without a closer look


class Lexicon:
    """The words of some languages, each language's own view first."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        """Keep the languages; tries are built when a document asks for one."""
        self.languages = {language.code: language for language in languages}
        self._tries: dict[tuple[str | None, bool], Node] = {}
        self._vocabularies: dict[str | None, frozenset[str]] = {}
        self._clues = {code: lang.data["clues"] for code, lang in self.languages.items()}
        self._common = {code: frozenset(map(fold_form, lang.data["common"])) for code, lang in self.languages.items()}

    def trie(self, lang: str | None, *, relative: bool = False) -> Node:
        """The words as a document in this language means them."""
        key = (lang, relative)
        if key not in self._tries:
            self._tries[key] = self._grow(lang, relative=relative)
        return self._tries[key]

    def prefixes(self, lang: str | None) -> dict[str, str]:
        """The letters that a language writes in one with the word that they govern, with their classes."""
        base = self.languages[lang].data.get("extends") if lang else None
        near = [one for code, one in self.languages.items() if code in (lang, base)] or self.languages.values()
        return {letter: WORD_CLASSES[kind] for one in near for letter, kind in one.data.get("prefixes", {}).items()}

    def vocabulary(self, lang: str | None) -> frozenset[str]:
        """Every word of the forms that a document in a language may use."""
        if lang not in self._vocabularies:
            self._vocabularies[lang] = frozenset(word for form, _ in self._view(lang) for word in form.split())
        return self._vocabularies[lang]

    def _grow(self, lang: str | None, *, relative: bool) -> Node:
        root = Node()
        for form, lexeme in self._view(lang):
            if relative or lexeme.letter != "G":
                _plant(root, form, lexeme)
        return root

    def _view(self, lang: str | None) -> Iterator[tuple[str, Lexeme]]:
        """What a document in a language may use: its own words, those of the language it extends, then what travels."""
        base = self.languages[lang].data.get("extends") if lang else None
        for language in sorted(self.languages.values(), key=lambda one: (one.code != lang, one.code != base)):
            near = language.code in (lang, base) or (lang is None and not language.data.get("home", False))
            for form, lexemes in language.lexemes.items():
                yield from ((form, lexeme) for lexeme in lexemes if near or not lexeme.home)

    def language_of(self, text: str, source: str) -> str | None:
        """The language whose commonest words a folded text has most of, or None where it has none."""
        words = text[:_SAMPLE].split()
        scores = {code: len(common.intersection(words)) for code, common in self._common.items()}
        if len(text) < _SAMPLE and max(scores.values()) < _ENOUGH:  # the last word counts too; but «د.» is a title
            words = [word.rstrip(".,:") if len(word) > 2 else word for word in words]
            scores = {code: len(common.intersection(words)) for code, common in self._common.items()}
        for code, lang in self.languages.items():
            if scores[code] and "extends" in lang.data:  # one word of its own tells it from its base
                scores[code] += scores.get(lang.data["extends"], 0)
        most = max(scores.values())
        tied = [code for code, score in scores.items() if score == most]
        if len(tied) > 1:  # a headline: letters and openings must tell
            scores = {code: self._weight(code) * sum(map(source[:_SAMPLE].count, self._clues[code])) for code in tied}
            most = max(scores.values())
            tied = [code for code in tied if scores[code] == most]
        return tied[0] if len(tied) == 1 and most else None

    def _weight(self, code: str) -> int:
        """What a clue weighs: letters that stay at home tell more than those that several languages write."""
        return 3 if self.languages[code].data.get("home", False) else 1

    def forms(self, letters: str, lang: str | None = None) -> list[str]:
        """The forms of some classes that a document in a language may use."""
        return [form for form, lexeme in self._view(lang) if lexeme.letter in letters]


@cache
def lexicon(languages: tuple[str, ...] = LANGUAGES) -> Lexicon:
    """The lexicon of some language files, loaded once."""
    return Lexicon(tuple(load(code) for code in languages))


_WORDS = re.compile(r"\d+|[^\W\d_]+|[^\s]")


def _plant(root: Node, form: str, lexeme: Lexeme) -> None:
    """Add a form: its blanks may be lost, its dots may be missing."""
    for words in _spellings(form):
        node = root
        for word in words:
            node = node.after.setdefault(word, Node())
        if node.lexeme is None:
            node.lexeme = lexeme


def _spellings(form: str) -> set[tuple[str, ...]]:
    """The word sequences that a form may be typed as.

    >>> sorted(_spellings("ه.ش"))
    [('ه', '.', 'ش'), ('ه', 'ش')]
    """
    parts = re.split(r"([ .])", form)
    choices = [(part,) if part not in " ." else (" ", "") if part == " " else (".", " ") for part in parts if part]
    if len(choices) > 9:  # long phrases lose no blanks
        choices = [(choice[0],) for choice in choices]
    return {tuple(_WORDS.findall("".join(choice))) for choice in product(*choices)}
