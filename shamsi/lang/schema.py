"""Define the tables of a language file: their keys, and which of them are required.

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
    """Return a check for a string with all of some names in braces, and no others."""
    places = [f"{{{name}}}" for name in names]

    def is_met(text: str) -> bool:
        rest = text
        for place in places:
            rest = rest.replace(place, "")
        return all(place in text for place in places) and "{" not in rest and "}" not in rest

    return Check(f"a string with {' and '.join(places)} in it, and no other braces", is_met)


LunarDays = Literal["tabular", "umm-al-qura"]
Calendar = Literal["persian", "gregorian", "islamic"]
MonthCalendar = Literal["persian", "gregorian", "islamic", "coptic"]  # Coptic dates are rejected
# The names are those of CLDR. Years of further calendars are recognised to reject them.
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
Nth = Annotated[int, _within(-1, 5)]
Third = Annotated[int, _within(1, 3)]
WeekdayNumber = Annotated[int, _within(1, 7)]
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
    """The keys before the first table: how to detect the language, and how it counts."""

    code: str
    civil_calendar: Calendar  # of years and weeks that do not name one
    name: str = ""
    digits: Digits = "latn"  # in repairs and equivalents
    compound: Annotated[str, _naming("tens", "unit")] = "{tens} {unit}"  # a number such as 21
    lunar_years: tuple[Year, Year] = (0, 0)  # the first and last lunar year without an era
    joined_heh: bool = False  # whether texts type «ە» as «ه» and a joiner
    lunar_days: LunarDays = "tabular"  # how they are counted, in the years of that calendar
    extends: str | None = None  # the code of a language whose words are also read
    home: bool = False  # whether its words are read only in documents in this language
    clues: Texts = ()  # letters and beginnings that identify texts without common words
    common: Texts = ()  # the most frequent words
    week_begins: WeekdayNumber = 6  # ISO, 1 Monday … 7 Sunday
    own: Texts = ()  # those that no other language has: the text needs one, or a letter of `clues`
    evidence: Texts = ()  # that make a text of the language it extends one of its own, if that
    # has a day or a year beside a month's name which the other language reads in full dates only
    article: str = ""  # that is one word with the noun after it
    elided_article: str = ""  # a preposition of one letter with the article, which loses a letter
    capitals: bool = False  # whether its months, weekdays and eras' marks begin with capitals
    full_years: bool = False  # whether two digits are no year, and four seldom without a cue
    solar_numbers: bool = False  # whether a numeric date with a year such as 1404 is Solar
    shared_tens: bool = False  # whether «eighth and nineteenth» are the 18th and the 19th


class SeasonTable(NamedTuple):
    """The seasons from spring on, and the calendar of their years."""

    calendar: Calendar
    names: Seasons


class TurkiTable(NamedTuple):
    """The animals of the Turki cycle of years, from the mouse on, and the word behind them."""

    animals: Annotated[Rows, _at_most(12)] = ()
    year: Texts = ()  # behind an animal


class SureTable(NamedTuple):
    """How often a month's name is a date: one figure for all months, or one for each month."""

    bare: Share | Figures
    month: Share | Figures  # with a word for month, or another month
    number: Share | Figures  # with a day
    year: Share | Figures


class MonthTable(NamedTuple):
    """The names of the months of a calendar in one tradition."""

    calendar: MonthCalendar
    tradition: str
    needs: Needs  # the context that a name needs
    names: Rows  # the first of a row is printed
    home: bool = False
    before_day: bool = False  # whether they may stand before their day: August 9
    needs_by_month: Mapping[MonthNumber, Needs] = _NO_WORDS
    shy: Texts = ()  # spellings that need a number
    printed_as: str | None = None  # the tradition of the names in repairs
    sure: SureTable | None = None
    fixed_from: Year = 0  # the year from which its months have the lengths of today

    @property
    def fault(self) -> Fault | None:
        """Return a fault if a list does not fit the number of rows in `names`."""
        most, count = MOST_MONTHS.get(self.calendar, 12), len(self.names)
        if count > most:
            return Fault(
                "",
                f" must be at most {most} rows for a {self.calendar} calendar, got {count}",
                "names",
            )
        for key in SureTable._fields if self.sure else ():
            figures: float | Figures = getattr(self.sure, key)
            if isinstance(figures, tuple) and len(figures) != count:
                wrong = (
                    f" must be one number, or {count}, one for each row of 'names', got "
                    f"{len(figures)}"
                )
                return Fault("", wrong, key, "sure")
        return None


class EraTable(NamedTuple):
    """The names of an era."""

    calendar: EraCalendar
    names: Texts
    offset: Offset = 0  # is added to its years to get those of the calendar
    bce: bool = False
    mark: bool = False  # one or two letters, read only after a number
    bare: bool = False  # does not say which of two calendars, although one is usual: Arabic «هـ»
    before: bool = False  # may stand before its year: AD 642


class Modifiers(NamedTuple):
    """The words for a part of a period."""

    start: Texts = ()
    mid: Texts = ()
    end: Texts = ()
    approx: Texts = ()


class WeekdayNames(NamedTuple):
    """The words and weekdays that together name something else, such as an office or a person."""

    friday: Texts = ()  # before Friday
    weekday: Texts = ()  # before any weekday
    people: Texts = ()  # weekdays that are names of people, too
    bare: Texts = ()  # those that are names after any word that has no class
    bylines: Texts = ()  # before an author's name, with their colon if they need one


class NthWeekdays(NamedTuple):
    """How a language counts the weekdays of a month. The last one is -1."""

    before: Mapping[str, Nth] = _NO_WORDS
    behind: Mapping[str, Nth] = _NO_WORDS
    weekdays: Weekdays = ()  # forms that are weekdays only there
    every: Texts = ()  # before the same forms: every one of them
    ordinals: bool = False  # whether an ordinal behind a weekday may count weekdays, not days


class WeekTable(NamedTuple):
    """The words for a week, and how a language counts the weeks of a month. The last one is -1."""

    names: Texts = ()
    before: Mapping[str, Nth] = _NO_WORDS
    behind: Mapping[str, Nth] = _NO_WORDS
    whole: Mapping[str, Nth] = _NO_WORDS  # "last week of", as "last week" is another week


class ConfidenceTable(NamedTuple):
    """How often a reading as a date, or an assumption about one, is right."""

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
        """Return the figure of an assumption, by its name."""
        figure: float = getattr(self, what)
        return figure


class DatelineTable(NamedTuple):
    """The words of a header that states when a text was written."""

    cues: Texts = ()
    verbs: Texts = ()  # a date may follow them in a sentence, too
    beside: Texts = ()  # words next to the date, with or without a number
    agencies: Texts = ()


class PeriodTable(NamedTuple):
    """How runs of days are printed."""

    season: Annotated[str, _naming("season", "year")]
    half: tuple[OfYear, OfYear]
    decade: OfYear
    range: Annotated[str, _naming("first", "last")]
    day: Annotated[str, _naming("day", "month", "year")] = "{day} {month} {year}"
    days: Annotated[str, _naming("first", "last", "month", "year")] = (
        "{first}-{last} {month} {year}"  # of one month
    )
    # The same after the month, in a text that puts the month first.
    month_day: Annotated[str, _naming("day", "month", "year")] = "{day} {month} {year}"
    month_days: Annotated[str, _naming("first", "last", "month", "year")] = (
        "{first}-{last} {month} {year}"
    )
    seasons: Annotated[Texts, _all_or_none(4)] = ()


class RelativeTable(NamedTuple):
    """The words for a day, week, month or year that counts from the day of writing."""

    unit: Unit
    offset: Offset
    names: Texts


class CountedTimes(NamedTuple):
    """The words that count times from the day of writing: «سه هفته پیش», «قبل ثلاثة أيام».

    `ago` and `ahead` are one time, as far away as the number says. `past` and `coming` are all
    the time between it and the day of writing. Words are before the number or behind the unit.
    """

    day: Texts = ()
    week: Texts = ()
    month: Texts = ()
    year: Texts = ()
    one: Mapping[str, Unit] = _NO_WORDS  # units with no number: «قبل شهر»
    two: Mapping[str, Unit] = _NO_WORDS  # dual forms: «قبل شهرين»
    numbers: Mapping[str, Year] = _NO_WORDS  # forms that numbers have only here
    ago_before: Texts = ()
    ago_behind: Texts = ()
    ahead_before: Texts = ()
    ahead_behind: Texts = ()
    past_before: Texts = ()
    past_behind: Texts = ()
    coming_before: Texts = ()
    coming_behind: Texts = ()
    later_behind: Texts = ()  # after another day, or ahead if the text has nothing else
    now: Texts = ()  # after them: from today
    others: Texts = ()  # after them: from another day, which makes the time unknown
    others_ahead: Texts = ()  # the same, but only of a time ahead
    fillers: Texts = ()  # between the unit and such a word: only, exactly
    vague: Texts = ()  # in place of the number, or before it: some, several
    comparing: Texts = ()  # before the number: more than, at least
    halves: Texts = ()  # after the unit: and a half, in a row
    compounds: Texts = ()  # that begin with a word for direction: «پیش‌بینی»


class DenialTable(NamedTuple):
    """The words of a statement that there is no such day: «۳۱ دی وجود ندارد».

    Between a day and what denies it, in either order, only words of `nouns` and `fillers` may be.
    """

    says: Texts = ()  # after the day
    opens: Texts = ()  # before it, and before a noun
    nouns: Texts = ()  # words for a day, a calendar or a name
    fillers: Texts = ()
    leads: Texts = ()  # what may be before the day if the denial follows it; nouns may, too
    never: Texts = ()  # of a proverb: it makes «30 فبراير» a day that never comes


class SolarTable(NamedTuple):
    """The words near which a mark of the Coptic era is one of the Solar era."""

    places: Texts = ()
    people: Texts = ()  # where they are from; an article may be attached
    others: Texts = ()  # near which it never is


class EventTable(NamedTuple):
    """The days of the year that events are named after, and the words before such names."""

    persian: tuple[MonthAndDay, ...] = ()
    gregorian: tuple[MonthAndDay, ...] = ()
    cues: Texts = ()


class ObservanceTable(NamedTuple):
    """A day with a name, or several, and the rule that gives it in each year of a calendar."""

    calendar: Calendar
    day: MonthAndDay
    names: Texts
    source: str  # who says that it is this day
    last_day: MonthAndDay | None = None  # of several days
    eve_of_last: Annotated[int, _within(0, 7)] = 0  # of these weekdays up to `day`: the day before
    night: bool = False  # the night after the day, which belongs to the next day, too
    moment: bool = False  # a moment, which may be on the day before: the equinox after noon
    needs: Literal["nothing", "cue", "year"] = "cue"  # to be read with a reference
    short_years: bool = False  # whether two digits after it are a year


class ClassTable(NamedTuple):
    """A class of words that the file adds."""

    name: str
    meaning: str
    words: Texts
    home: bool = False


class PatternTable(NamedTuple):
    """A pattern that the file adds, and the shared one that it is read like."""

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
    """A text and all dates in it."""

    text: str
    dates: tuple[ExampleDate, ...]


class Tables(NamedTuple):
    """The rest of a file: its words by their meanings."""

    collisions: Texts = ()  # forms that mean something else in this file or in another one
    vowelled: Texts = ()  # spellings whose vowel signs make another word of a month's name
    weekdays: Weekdays = ()  # from Monday on
    weekday_names: WeekdayNames = WeekdayNames()
    nth_weekdays: NthWeekdays = NthWeekdays()
    weeks: WeekTable = WeekTable()
    narrow_weekdays: Annotated[Texts, _all_or_none(7)] = ()
    half_days: Halves = ()  # before and after noon
    ordinals: DaysOfMonth = ()
    day_ordinals: DaysOfMonth = ()  # before a word for day: «بیستمین روز مهر»
    counted_nouns: Texts = ()  # that an ordinal may count next to a month: «مرحله دوم آذر»
    year_ordinals: Mapping[str, Year] = _NO_WORDS  # that no day has: السنة الثالثة عشرة
    seasons: SeasonTable = SeasonTable("persian", ())
    months: tuple[MonthTable, ...] = ()
    eras: tuple[EraTable, ...] = ()
    numbers: Mapping[str, Year] = _NO_WORDS
    decades: Mapping[str, Year] = _NO_WORDS
    julian_by: Texts = ()  # before the words for the Julian calendar: «به تقویم ژولینی»
    turki_years: TurkiTable = TurkiTable()
    ten_days: Mapping[str, Third] = _NO_WORDS  # before a month: العشر الأواخر are the last ten days
    modifiers: Modifiers = Modifiers()
    prefixes: Mapping[str, WordList] = _NO_WORDS  # letters that are attached to the next word
    confidence: ConfidenceTable | None = None
    dateline: DatelineTable = DatelineTable()
    periods: PeriodTable | None = None
    words: Mapping[WordList, Texts] = _NO_WORDS
    deictics: Mapping[str, Offset | Literal["last", "next", "same"]] = _NO_WORDS
    relative: tuple[RelativeTable, ...] = ()
    counted_times: CountedTimes = CountedTimes()
    no_such_day: DenialTable = DenialTable()
    solar: SolarTable = SolarTable()
    events: EventTable = EventTable()
    observances: tuple[ObservanceTable, ...] = ()
    classes: tuple[ClassTable, ...] = ()
    patterns: tuple[PatternTable, ...] = ()
    example: tuple[ExampleTable, ...] = ()
