"""Language files: every word that the reader knows, as data, read when a document asks for them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from shamsi.lang.classes import HOME, WORD_LISTS, declare, kinds
from shamsi.lang.fold import fold_form

LANGUAGES = ("fa", "ar", "prs", "ps", "ckb")
ENGLISH = "en"  # spoken to in English, but not read in it: its file is no language of texts

# What must stand beside a month's name, and its class.
MONTH_CLASSES = {
    "nothing": "month_bare",
    "cue": "month_cued",
    "number": "month_numbered",
    "date": "month_dated",
}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a form may mean: its token class, its value, and the file that says so."""

    letter: str
    value: Any
    lang: str
    home: bool = False


class MonthName(NamedTuple):
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


_TABLE = re.compile(r"^\[+[A-Za-z]", re.MULTILINE)  # where the first table begins; a row of a list begins with a quote


class Pattern(NamedTuple):
    """A pattern over token classes that a language file adds, and the shared pattern that it is read like."""

    file: str
    name: str
    tokens: str
    reads: str


class Language:
    """One language file: what it says of itself at once, the rest when it is asked for."""

    def __init__(self, text: str, code: str | None = None) -> None:
        """Take the text of the file; all that tells documents in it from others stands before its first table."""
        self._text = text
        self.opening: dict[str, Any] = {"clues": (), "common": ()} | tomllib.loads(_TABLE.split(text)[0])
        self.code: str = code or self.opening["code"]
        self.base: str | None = self.opening.get("extends")
        self.home: bool = self.opening.get("home", False)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The whole file."""
        return tomllib.loads(self._text)

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns that the file adds to those of all languages."""
        rows = self.data.get("patterns", ())
        _ = self.lexemes  # whose classes they may name
        try:
            return tuple(Pattern(self.code, row["name"], row["tokens"], row["reads"]) for row in rows)
        except KeyError as error:
            raise ValueError(f"{self.code}: a pattern needs name, tokens and reads; missing: {error}") from error

    @cached_property
    def lexemes(self) -> dict[str, list[Lexeme]]:
        """The lexemes of every form, in the order in which they win."""
        lexemes: dict[str, list[Lexeme]] = {}
        try:
            entries = _entries(self.data)
        except KeyError as error:
            raise ValueError(
                f"{self.code}: a table has no {error}; compare it with a language file of this package"
            ) from error
        except ValueError as error:
            raise ValueError(f"{self.code}: {error}") from error
        for form, kind, value, home in entries:
            entry = Lexeme(kinds(kind), value, self.code, home or self.home)
            known = lexemes.setdefault(fold_form(form), [])
            if entry not in known:
                known.append(entry)
        return lexemes


@cache
def load(code: str) -> Language:
    """One language file: of this package by its code, any other by its path.

    A file that cannot be read: OSError; one that says nothing of its `code` or its `civil_calendar`: ValueError.

    >>> load("fa").opening["name"]
    'Persian'
    """
    if code in LANGUAGES or code == ENGLISH:
        return Language(files("shamsi.lang").joinpath(f"{code}.toml").read_text("utf-8"))
    try:
        language = Language(Path(code).read_text("utf-8"), code)
    except ValueError as error:
        raise ValueError(f"{code}: {error}") from error
    missing = [key for key in ("code", "civil_calendar") if key not in language.opening]
    if missing:
        raise ValueError(f"{code}: must set {' and '.join(missing)} before its first table")
    return language


def civil_calendar(code: str | None) -> str | None:
    """The calendar that texts in a language mean where they do not say; None where the language is not known.

    >>> civil_calendar("fa"), civil_calendar("ar")
    ('persian', 'gregorian')
    """
    return load(code).opening["civil_calendar"] if code else None


Row = tuple[str, str, Any, bool]  # a form, its class, its value, and whether it keeps to documents of its language


def _entries(data: dict[str, Any]) -> list[Row]:
    """Every form of a file, in the order in which meanings of one form win."""
    events, seasons = data.get("events", {}), data.get("seasons", {"calendar": "", "names": []})
    days = frozenset((calendar, day) for calendar in ("persian", "gregorian") for day in events.get(calendar, ()))
    words: dict[str, list[str]] = data.get("words", {})
    if unknown := sorted(set(words) - set(WORD_LISTS)):
        raise ValueError(f"[words] has an unknown list {unknown[0]!r}; allowed are {', '.join(WORD_LISTS)}")
    return [
        *_rows("deictic", data.get("deictics", {})),
        *_numbered("weekday", data.get("weekdays", [])),
        *(row for table in data.get("months", ()) for row in _months(table)),
        *(row for table in data.get("eras", ()) for row in _eras(table)),
        *_rows("decade", data.get("decades", {})),
        *((form, "season", (seasons["calendar"], n), False) for form, _, n, _ in _numbered("season", seasons["names"])),
        *_numbered("ordinal", data.get("ordinals", [])),
        *((form, "relative", (t["unit"], t["offset"]), True) for t in data.get("relative", ()) for form in t["names"]),
        *_rows("day_in_words", data.get("numbers", {})),
        *(row for kind in WORD_LISTS for row in _words(kind, words.get(kind, []), days)),
        *(
            (form, "modifier", modifier, False)
            for modifier, forms in data.get("modifiers", {}).items()
            for form in forms
        ),
        *((form, "event_cue", days, False) for form in events.get("cues", ())),
        *(row for table in data.get("classes", ()) for row in _own(table)),
    ]


def _own(table: dict[str, Any]) -> list[Row]:
    """The words of a class of the file's own."""
    name = table["name"]
    declare(name, table["meaning"])
    return [(form, name, None, table.get("home", False)) for form in table["words"]]


def _rows(kind: str, values: dict[str, Any]) -> list[Row]:
    home = f"{kind}s" in HOME
    return [(form, kind, value, home) for form, value in values.items()]


def _numbered(kind: str, names: list[list[str]]) -> list[Row]:
    return [(form, kind, number, False) for number, forms in enumerate(names, 1) for form in forms]


def _words(kind: str, forms: list[str], events: frozenset[tuple[str, str]]) -> list[Row]:
    value = events if kind == "event" else kind
    return [(form, WORD_LISTS[kind], value, kind in HOME) for form in forms]


def _eras(table: dict[str, Any]) -> list[Row]:
    era = Era(table["calendar"], table.get("offset", 0), table.get("bce", False), table.get("mark", False))
    return [(form, "era_mark" if era.mark else "era", era, False) for form in table["names"]]


def _months(table: dict[str, Any]) -> list[Row]:
    needs, home = table.get("needs_by_month", {}), table.get("home", False)
    if wrong := {table["needs"], *needs.values()} - set(MONTH_CLASSES):
        raise ValueError(f"a month needs one of {', '.join(MONTH_CLASSES)}, got {sorted(wrong)[0]!r}")
    calendar, tradition, shy = table["calendar"], table["tradition"], table.get("shy", ())
    return [
        (
            form,
            MONTH_CLASSES["number" if form in shy else needs.get(str(n), table["needs"])],
            MonthName(calendar, n, tradition),
            home,
        )
        for form, _, n, _ in _numbered("month_bare", table["names"])
    ]
