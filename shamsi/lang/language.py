"""Load language files, which list all words that the reader knows, when a document needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from pkgutil import get_data  # importlib.resources takes ten times as long to import
from typing import Any, NamedTuple, TypeVar, get_args

from shamsi._errors import ShamsiError, shown
from shamsi.calendar import intervals
from shamsi.lang.classes import OWN_LANGUAGE_ONLY, WORD_LISTS, codes_of, declare, kind_of
from shamsi.lang.fold import fold_form
from shamsi.lang.schema import (
    ConfidenceTable,
    CountedTimes,
    EraTable,
    MonthTable,
    Needs,
    ObservanceTable,
    Opening,
    PeriodTable,
    Rows,
    Tables,
    Texts,
    Unit,
)
from shamsi.lang.typed_toml import parse, read

Table = TypeVar("Table")

# Among the days after which an event is named: it is held again and again, and named by its year.
EDITION = ("", "edition")
LANGUAGES = ("fa", "ar", "prs", "ps", "ckb", "en")
ENGLISH = "en"  # which is printed where no other language is asked for

_FRIDAY, _SATURDAY = 5, 6

# The context that a month's name needs, and its class.
MONTH_CLASSES: dict[Needs, str] = {
    "nothing": "month_bare",
    "cue": "month_cued",
    "number": "month_numbered",
    "date": "month_dated",
}
# The same for months that may stand before their day.
EITHER_CLASSES: dict[Needs, str] = {
    "nothing": "either_cued",
    "cue": "either_cued",
    "number": "either_numbered",
    "date": "either_dated",
}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A meaning of a form: its token class, its value and its file."""

    kind: str
    value: Any
    lang: str
    own_language_only: bool = False
    feast: Lexeme | None = None  # of a month's name that is also the name of a day: «نەورۆز»


class MonthName(NamedTuple):
    """The month that a name means."""

    calendar: str
    number: int
    tradition: str
    fixed_from: int = 0


class AnimalYear(NamedTuple):
    """An animal of the Turki cycle of years: the mouse is 1, the pig 12."""

    animal: int


class NthWeekday(NamedTuple):
    """A weekday of a month: the first is 1, the last -1."""

    nth: int
    weekday: int


class Observance(NamedTuple):
    """The rule of a day with a name, or of several days up to `last`: see `ObservanceTable`."""

    calendar: str
    first: tuple[int, int]  # month and day
    last: tuple[int, int] | None
    eve_of_last: int
    is_night: bool
    is_moment: bool
    needs: str
    has_short_years: bool


@dataclass(frozen=True, slots=True)
class Era:
    """The calendar of an era, and how the era counts years."""

    calendar: str
    offset: int = 0
    bce: bool = False
    mark: bool = False
    bare: bool = False
    before: bool = False


_TABLE = re.compile(r"^\[+[A-Za-z]", re.MULTILINE)  # begins a table; rows of lists have a quote


class Pattern(NamedTuple):
    """A pattern that a language file adds, and the shared pattern that it is read like."""

    file: str
    name: str
    tokens: str
    reads: str


class Language:
    """One language file. Its opening is read at once, the rest when it is needed."""

    def __init__(self, text: str, code: str | None = None) -> None:
        """Read the opening, which has everything that detection needs, up to the first table."""
        first = _TABLE.search(text)
        self._text, self._head = text, text[: first.start()] if first else text
        self._file = code or "a language file"
        self._top = parse(self._head, self._file)
        self.opening: Opening = read(Opening, self._top, self._file, beside=Tables)
        self.code: str = code or self.opening.code
        self.base: str | None = self.opening.extends
        self.own_language_only: bool = self.opening.home

    @cached_property
    def tables(self) -> Tables:
        """Everything after the opening."""
        rest = parse(self._text[len(self._head) :], self._file, after=self._head)
        if twice := self._top.keys() & rest.keys():
            raise ShamsiError(
                f"{self._file}: {min(twice)!r} stands before the first table, and as a table"
            )
        return read(Tables, self._top | rest, self._file, beside=Opening)

    @property
    def periods(self) -> PeriodTable:
        """How runs of days are printed."""
        return self._needed("periods", self.tables.periods)

    @property
    def confidence(self) -> ConfidenceTable:
        """The figures that were counted in the language."""
        return self._needed("confidence", self.tables.confidence)

    def _needed(self, name: str, table: Table | None) -> Table:
        if table is None:
            raise ShamsiError(f"{self._file}: missing table [{name}]")
        return table

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns that the file adds to those of all languages."""
        _ = self.lexemes  # declares the classes that they may name
        return tuple(Pattern(self.code, *row) for row in self.tables.patterns)

    @cached_property
    def lexemes(self) -> dict[str, list[Lexeme]]:
        """The lexemes of every form; the first one wins."""
        lexemes: dict[str, list[Lexeme]] = {}
        self._declare()
        for form, kind, value, own_only in _entries(self.tables):
            folded = fold_form(form)
            if not folded.strip():
                sources = kind_of(codes_of(kind)).sources.replace("*", "")
                raise ShamsiError(
                    f"{self._file}: a form of {sources} must have a letter or a sign, got "
                    f"{shown(form)}"
                )
            self._add(lexemes, folded, kind, value, own_only=own_only)
        for row in _of_weekdays(self.tables):
            self._add(lexemes, *row[:3], own_only=row[3])
        return lexemes

    def _add(
        self,
        lexemes: dict[str, list[Lexeme]],
        folded: str,
        kind: str,
        value: Any,
        *,
        own_only: bool,
    ) -> None:
        is_own = own_only or self.own_language_only
        entry = Lexeme(codes_of(kind), value, self.code, is_own)
        known = lexemes.setdefault(folded, [])
        if entry not in known:
            known.append(entry)

    @property
    def relative_seasons(self) -> list[str]:
        """The phrases for a season that counts from the day of writing: «تابستان گذشته»."""
        tables = self.tables
        words = [form for form, value in tables.deictics.items() if value in ("last", "next")]
        rows = _numbered("season", tables.seasons.names)
        return [fold_form(f"{row[0]} {word}") for row in rows for word in words]

    @property
    def counted_nouns(self) -> frozenset[str]:
        """The nouns that an ordinal may count, folded. They may have a class of their own, too."""
        return frozenset(map(fold_form, self.tables.counted_nouns))

    def _declare(self) -> None:
        """Add the classes of the file to the shared ones."""
        for number, table in enumerate(self.tables.classes, 1):
            try:
                declare(table.name, table.meaning)
            except ValueError as error:
                raise ShamsiError(f"{self._file}: [[classes]] {number}: 'name': {error}") from error


@cache
def load(code: str) -> Language:
    """Load a language file: one of this package by its code, any other by its path.

    OSError for a file that cannot be read. ShamsiError for one that is not a language file.

    >>> load("fa").opening.name, load("fa").periods.decade
    ('Persian', 'دهه {year}')
    """
    if code in LANGUAGES:
        return Language((get_data("shamsi.lang", f"{code}.toml") or b"").decode())
    try:
        text = Path(code).read_text("utf-8")
    except ValueError as error:  # not UTF-8
        raise ShamsiError(f"{code}: {error}") from error
    return Language(text, code)


def civil_calendar(code: str | None) -> str | None:
    """Return the calendar of dates that name none in a language; None for an unknown language.

    >>> civil_calendar("fa"), civil_calendar("ar")
    ('persian', 'gregorian')
    """
    return load(code).opening.civil_calendar if code else None


def solar_numbers(code: str | None) -> bool:
    """Whether numeric dates with years such as 1404 are Solar in a language with Gregorian years.

    >>> solar_numbers("en"), solar_numbers("ar")
    (True, False)
    """
    return code is not None and load(code).opening.solar_numbers


def week_begins(code: str | None) -> int:
    """Return the ISO weekday on which weeks begin in a language; Saturday in an unknown one.

    >>> week_begins("fa")
    6
    """
    return load(code).opening.week_begins if code else _SATURDAY


def lunar_reckoning(code: str | None) -> str:
    """Return how the lunar days of documents in a language are counted, as `intervals` names it.

    >>> lunar_reckoning("fa"), lunar_reckoning("ar")
    ('islamic', 'islamic-umalqura')
    """
    by_table = code is not None and load(code).opening.lunar_days == "umm-al-qura"
    return intervals.UMM_AL_QURA if by_table else "islamic"


Row = tuple[str, str, Any, bool]  # a form, its class, its value, whether it is own-language-only


def _entries(tables: Tables) -> list[Row]:
    """Return all forms of a file. The first meaning of a form wins."""
    events, seasons = tables.events, tables.seasons
    named = {"persian": events.persian, "gregorian": events.gregorian}
    days = frozenset((calendar, day) for calendar, each in named.items() for day in each)
    return [
        *_rows("deictic", tables.deictics),
        *_numbered("weekday", tables.weekdays),
        *(row for table in tables.months for row in _months(table)),
        *(row for table in tables.eras for row in _eras(table)),
        *_rows("decade", tables.decades),
        *_rows("ten_days", tables.ten_days),
        *(
            (f"{animal} {year}", "animal_year", AnimalYear(n), False)
            for animal, _, n, _ in _numbered("animal_year", tables.turki_years.animals)
            for year in tables.turki_years.year
        ),
        *(
            (form, "season", (seasons.calendar, n), False)
            for form, _, n, _ in _numbered("season", seasons.names)
        ),
        *_of_weeks(tables),
        *(row for table in tables.observances for row in _observances(table)),
        *_numbered("ordinal", tables.ordinals),
        *_numbered("day_ordinal", tables.day_ordinals),
        *_rows("year_ordinal", tables.year_ordinals),
        *(
            (form, "relative", (t.unit, t.offset), True)
            for t in tables.relative
            for form in t.names
        ),
        *_rows("day_in_words", tables.numbers),
        *(
            (f"{by} {name}", "julian", "julian", True)
            for name in tables.words.get("julian", ())
            for by in tables.julian_by
        ),
        *(row for kind in WORD_LISTS for row in _words(kind, tables.words.get(kind, ()), days)),
        *(
            (form, "modifier", modifier, False)
            for modifier, forms in tables.modifiers._asdict().items()
            for form in forms
        ),
        *((form, "event_cue", days, False) for form in events.cues),
        *((form, table.name, None, table.home) for table in tables.classes for form in table.words),
        *_of_counted_times(tables.counted_times, tables.numbers),
    ]


def _of_counted_times(table: CountedTimes, numbers: Mapping[str, int]) -> Iterator[Row]:
    """Yield the words of counted times. Those of `time_unit` show where one may stand.

    They are phrases where a word for direction is behind the unit: such units are frequent.
    """
    directions = ("ago", "ahead", "past", "coming")
    behind = [form for name in directions for form in getattr(table, f"{name}_behind")]
    before = [form for name in directions for form in getattr(table, f"{name}_before")]
    behind += table.later_behind
    units = [form for unit in get_args(Unit) for form in getattr(table, unit)]
    phrases = [f"{unit} {word}" for unit in (*units, *table.one) for word in behind]
    tens = [form for form, number in numbers.items() if 9 < number <= 100 and " " not in form]
    phrases += [f"{word} {unit}" for word in (*before, *tens) for unit in table.one if before]
    counted = [*units, *table.two] if before else [*table.two]
    triggers = [*phrases, *(form for form in counted if form not in table.one)]
    nouns = {form: unit for unit in get_args(Unit) for form in getattr(table, unit)}
    others = [
        *behind, *before, *table.numbers, *table.now, *table.others,
        *table.others_ahead, *table.fillers, *table.vague, *table.comparing, *table.halves,
    ]  # fmt: skip
    yield from ((form, "time_unit", None, True) for form in triggers)
    yield from (
        (form, "time_noun", unit, True) for form, unit in (*nouns.items(), *table.one.items())
    )
    yield from ((form, "time_word", None, True) for form in others)


def _rows(kind: str, values: Mapping[str, object]) -> list[Row]:
    own_only = f"{kind}s" in OWN_LANGUAGE_ONLY
    return [(form, kind, value, own_only) for form, value in values.items()]


def _numbered(kind: str, names: Rows) -> list[Row]:
    return [(form, kind, number, False) for number, forms in enumerate(names, 1) for form in forms]


def _of_weeks(tables: Tables) -> Iterator[Row]:
    """Yield the forms that say which week of a month: «هفته دوم», «دومین هفته»."""
    weeks = tables.weeks
    yield from ((form, "nth_week", nth, False) for form, nth in weeks.whole.items())
    for name in weeks.names:
        for word, nth in weeks.before.items():
            yield f"{word} {name}", "nth_week", nth, False
        for word, nth in weeks.behind.items():
            yield f"{name} {word}", "nth_week", nth, False


def _observances(table: ObservanceTable) -> Iterator[Row]:
    """Yield the names of one observance."""
    rule = Observance(
        table.calendar,
        _month_and_day(table.day),
        _month_and_day(table.last_day) if table.last_day else None,
        table.eve_of_last,
        table.night,
        table.moment,
        table.needs,
        table.short_years,
    )
    return ((name, "observance", rule, True) for name in table.names)


def _month_and_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)


def _of_weekdays(tables: Tables) -> Iterator[Row]:
    """Yield the forms that are a word and a weekday, already folded.

    «أول خميس» and «دومین دوشنبه» are counted weekdays. «امام جمعه» and «سوق الخميس» are names,
    which are many, and read only in documents in their own language.
    """
    counts, names = tables.nth_weekdays, tables.weekday_names
    before, behind = _folded(counts.before), _folded(counts.behind)
    any_day, friday, every = map(_folded_forms, (names.weekday, names.friday, counts.every))
    known = [(form, day) for form, _, day, _ in _numbered("weekday", tables.weekdays)]
    more = [(form, day) for form, _, day, _ in _numbered("weekday", counts.weekdays)]
    for form, weekday in [*known, *more]:
        day = fold_form(form)
        for word, nth in before:
            yield f"{word} {day}", "nth_weekday", NthWeekday(nth, weekday), False
        for word, nth in behind:
            yield f"{day} {word}", "nth_weekday", NthWeekday(nth, weekday), False
    for form, weekday in known:
        words = any_day + friday if weekday == _FRIDAY else any_day
        yield from ((f"{word} {fold_form(form)}", "other_word", None, True) for word in words)
    for form, _ in more:
        yield from ((f"{word} {fold_form(form)}", "other_word", None, False) for word in every)


def _folded(numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(fold_form(word), number) for word, number in numbers.items()]


def _folded_forms(forms: Texts) -> list[str]:
    return [fold_form(form) for form in forms]


def _words(kind: str, forms: Texts, events: frozenset[tuple[str, str]]) -> list[Row]:
    value = {"event": events, "once": events, "edition": events | {EDITION}}.get(kind, kind)
    return [(form, WORD_LISTS[kind], value, kind in OWN_LANGUAGE_ONLY) for form in forms]


def _eras(table: EraTable) -> list[Row]:
    era = Era(table.calendar, table.offset, table.bce, table.mark, table.bare, table.before)
    return [(form, "era_mark" if era.mark else "era", era, False) for form in table.names]


def _months(table: MonthTable) -> list[Row]:
    classes = EITHER_CLASSES if table.before_day else MONTH_CLASSES
    return [
        (
            form,
            classes[
                "number" if form in table.shy else table.needs_by_month.get(str(n), table.needs)
            ],
            MonthName(table.calendar, n, table.tradition, table.fixed_from),
            table.home,
        )
        for form, _, n, _ in _numbered("month_bare", table.names)
    ]
