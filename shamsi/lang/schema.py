"""The tables of a language file: what each holds, what must be there, and what may be left out.

Annotations are evaluated, as `typed_toml` reads them: no `from __future__ import annotations` here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

from shamsi.lang.classes import WORD_LISTS
from shamsi.lang.typed_toml import Check, Fault, one_of

Texts = tuple[str, ...]
Rows = tuple[Texts, ...]
MOST_MONTHS = {"coptic": 13}  # of any other calendar: 12


def _at_most(most: int) -> Check:
    def is_met(rows: Rows) -> bool:
        return len(rows) <= most

    return Check(f"a list of at most {most} lists of strings", is_met)


def _all_or_none(count: int) -> Check:
    def is_met(names: Texts) -> bool:
        return len(names) in (0, count)

    return Check(f"a list of {count} strings", is_met)


def _within(first: int, last: int, noun: str = "an integer") -> Check:
    def is_met(number: float) -> bool:
        return first <= number <= last

    return Check(f"{noun} from {first} to {last}", is_met)


def _naming(*names: str) -> Check:
    """A string that names some places in braces, and no other."""
    places = [f"{{{name}}}" for name in names]

    def is_met(text: str) -> bool:
        rest = text
        for place in places:
            rest = rest.replace(place, "")
        return all(place in text for place in places) and "{" not in rest and "}" not in rest

    return Check(f"a string with {' and '.join(places)} in it, and no other braces", is_met)


Calendar = Literal["persian", "gregorian", "islamic"]
MonthCalendar = Literal["persian", "gregorian", "islamic", "coptic"]  # Coptic is read so as to be rejected
# Of the others, as CLDR names them, years are known so as not to be taken for these.
EraCalendar = Literal[
    "persian", "gregorian", "islamic", "hijri", "coptic", "rumi", "yazdgerdi",
    "buddhist", "chinese", "ethiopic", "hebrew", "indian", "japanese", "roc",
]  # fmt: skip
Digits = Literal["latn", "arabext", "arab"]  # CLDR's names of digit sets
Needs = Literal["nothing", "cue", "number", "date"]
Unit = Literal["day", "week", "month", "year"]
WordList = Annotated[str, one_of(WORD_LISTS)]
MonthNumber = Annotated[str, one_of(map(str, range(1, 14)))]
Year = Annotated[int, _within(0, 9999)]
Offset = Annotated[int, _within(-9999, 9999)]
Share = Annotated[float, _within(0, 1, "a number")]
Figures = tuple[Share, ...]
_DAYS = frozenset(f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 32))
MonthAndDay = Annotated[str, Check("a month and a day such as '01-13'", _DAYS.__contains__)]
Weekdays = Annotated[Rows, _at_most(7)]
Halves = Annotated[Rows, _at_most(2)]
Seasons = Annotated[Rows, _at_most(4)]
DaysOfMonth = Annotated[Rows, _at_most(31)]
OfYear = Annotated[str, _naming("year")]
_NO_WORDS: Mapping[str, Any] = MappingProxyType({})


class Opening(NamedTuple):
    """What stands before the first table: all that tells documents in the language from others, and how it counts."""

    code: str
    civil_calendar: Calendar  # of a year or a week that names none
    name: str = ""
    digits: Digits = "latn"  # that repairs and names of months are printed with
    compound: Annotated[str, _naming("tens", "unit")] = "{tens} {unit}"  # how a number such as 21 is said
    lunar_years: tuple[Year, Year] = (0, 0)  # the first and the last that are lunar where nothing else is said
    extends: str | None = None  # the code of a language whose words documents in this one use, too
    home: bool = False  # whether its words are read in its own documents only
    clues: Texts = ()  # letters and openings that tell texts without common words
    common: Texts = ()  # the commonest words


class SeasonTable(NamedTuple):
    """The seasons from spring on, and the calendar whose years they are of."""

    calendar: Calendar
    names: Seasons


class SureTable(NamedTuple):
    """How often a month's name is a date: one figure for all months, or one for each."""

    bare: Share | Figures
    month: Share | Figures  # beside a word for month, or another month
    number: Share | Figures  # beside a day
    year: Share | Figures


class MonthTable(NamedTuple):
    """The months of a calendar as one tradition names them."""

    calendar: MonthCalendar
    tradition: str
    needs: Needs  # what must stand beside a name
    names: Rows  # the first of a row is printed
    home: bool = False
    needs_by_month: Mapping[MonthNumber, Needs] = _NO_WORDS
    shy: Texts = ()  # spellings that need a number
    printed_as: str | None = None  # the tradition that repairs write instead
    sure: SureTable | None = None

    @property
    def fault(self) -> Fault | None:
        """What does not agree with the number of rows of names."""
        most, count = MOST_MONTHS.get(self.calendar, 12), len(self.names)
        if count > most:
            return Fault("", f" must be at most {most} rows for a {self.calendar} calendar, got {count}", "names")
        for key in SureTable._fields if self.sure else ():
            figures: float | Figures = getattr(self.sure, key)
            if isinstance(figures, tuple) and len(figures) != count:
                wrong = f" must be one number, or {count}, one for each row of 'names', got {len(figures)}"
                return Fault("", wrong, key, "sure")
        return None


class EraTable(NamedTuple):
    """The names of an era."""

    calendar: EraCalendar
    names: Texts
    offset: Offset = 0  # what is added to its years to make them the calendar's
    bce: bool = False
    mark: bool = False  # a letter or two, read only behind a number


class Modifiers(NamedTuple):
    """The words for a part of a period."""

    start: Texts = ()
    mid: Texts = ()
    end: Texts = ()
    approx: Texts = ()


class ConfidenceTable(NamedTuple):
    """How often what is taken for a date, or was assumed of one, is right."""

    cued_year: Share
    bare_year: Share
    calendar: Share
    clash: Share
    neighbour: Share
    century: Share
    decade: Share
    old_century: Share
    new_century: Share
    year: Share
    reference: Share
    era: Share
    relative: Share
    today: Share

    def of(self, what: str) -> float:
        """The figure of what was assumed, by its name."""
        figure: float = getattr(self, what)
        return figure


class DatelineTable(NamedTuple):
    """The words of a header that says when a text was written."""

    cues: Texts = ()
    verbs: Texts = ()  # that a date may follow in a sentence, too
    beside: Texts = ()  # what stands with the date, with a number or without
    agencies: Texts = ()


class PeriodTable(NamedTuple):
    """How runs of days are printed."""

    season: Annotated[str, _naming("season", "year")]
    half: tuple[OfYear, OfYear]
    decade: OfYear
    range: Annotated[str, _naming("first", "last")]
    day: Annotated[str, _naming("day", "month", "year")] = "{day} {month} {year}"
    days: Annotated[str, _naming("first", "last", "month", "year")] = "{first}-{last} {month} {year}"  # of one month
    seasons: Annotated[Texts, _all_or_none(4)] = ()


class RelativeTable(NamedTuple):
    """The words for a day, week, month or year that is counted from the day of writing."""

    unit: Unit
    offset: Offset
    names: Texts


class EventTable(NamedTuple):
    """The days of the year that events are named after, and the words that such a name follows."""

    persian: tuple[MonthAndDay, ...] = ()
    gregorian: tuple[MonthAndDay, ...] = ()
    cues: Texts = ()


class ClassTable(NamedTuple):
    """A class of words of the file's own."""

    name: str
    meaning: str
    words: Texts
    home: bool = False


class PatternTable(NamedTuple):
    """A pattern of the file's own, and the shared one that it is read like."""

    name: str
    tokens: str
    reads: str


class ExampleDate(NamedTuple):
    """A date of an example."""

    text: str
    native: str
    kind: str = "day"
    calendar: str | None = None


class ExampleTable(NamedTuple):
    """A text, and all dates in it."""

    text: str
    dates: tuple[ExampleDate, ...]


class Tables(NamedTuple):
    """All the rest of a file: its words by what they mean."""

    collisions: Texts = ()  # forms that mean something else in this file or in a neighbour's
    vowelled: Texts = ()  # spellings whose vowel signs make another word of a month's name
    weekdays: Weekdays = ()  # from Monday on
    narrow_weekdays: Annotated[Texts, _all_or_none(7)] = ()
    half_days: Halves = ()  # before and after noon
    ordinals: DaysOfMonth = ()
    seasons: SeasonTable = SeasonTable("persian", ())
    months: tuple[MonthTable, ...] = ()
    eras: tuple[EraTable, ...] = ()
    numbers: Mapping[str, Year] = _NO_WORDS
    decades: Mapping[str, Year] = _NO_WORDS
    modifiers: Modifiers = Modifiers()
    prefixes: Mapping[str, WordList] = _NO_WORDS  # letters that are written in one with what they govern
    confidence: ConfidenceTable | None = None
    dateline: DatelineTable = DatelineTable()
    periods: PeriodTable | None = None
    words: Mapping[WordList, Texts] = _NO_WORDS
    deictics: Mapping[str, Offset | Literal["last", "next", "same"]] = _NO_WORDS
    relative: tuple[RelativeTable, ...] = ()
    events: EventTable = EventTable()
    classes: tuple[ClassTable, ...] = ()
    patterns: tuple[PatternTable, ...] = ()
    example: tuple[ExampleTable, ...] = ()
