"""Define the classes of tokens: what a word, a number or a mark may be to the patterns.

Each class has a name, which patterns, language files and code use. Internally a class is one code
point, so the tokens of a text are a string, and a pattern is a regular expression over it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import count
from typing import NamedTuple


class Kind(NamedTuple):
    """A class of tokens: its name, what it is, and the tables of a language file with its forms.

    `words.year` is the list `year` under `[words]`. A star marks tables that are read only in
    documents in their own language. Tokens of "digits", "marks" and "text" need no file.
    """

    name: str
    meaning: str
    sources: str


# A form in two lists of [words] has the class that is first here.
SHARED = (
    Kind("day", "day number", "digits"),
    Kind("day0", "day number with a leading zero", "digits"),
    Kind("glued_day", "day number that touches the month before it", "digits"),
    Kind("two_digits", "two digits that are no day", "digits"),
    Kind("three_digits", "three digits", "digits"),
    Kind("four_digits", "four digits", "digits"),
    Kind("other_number", "other number", "digits"),
    Kind("numeric_date", "numeric date", "digits"),
    Kind("ordinal", "ordinal word", "ordinals"),
    Kind("day_ordinal", "ordinal word before a word for day", "day_ordinals"),
    Kind("year_ordinal", "ordinal word of a year, before its era", "year_ordinals"),
    Kind("day_in_words", "number word to 31", "numbers"),
    Kind("tens_in_words", "number word to 99", "numbers"),
    Kind("year_in_words", "number word above 99", "numbers"),
    Kind("month_bare", "month, read bare", "months"),
    Kind("month_cued", "month, read after a cue", "months"),
    Kind("month_numbered", "month, read beside a number", "months"),
    Kind("month_dated", "month, read with day and year", "months"),
    Kind("either_cued", "month on either side of its day, read after a cue", "months"),
    Kind("either_numbered", "month on either side of its day, read beside a number", "months"),
    Kind("either_dated", "month on either side of its day, read with day and year", "months"),
    Kind("weekday", "weekday", "weekdays"),
    Kind("nth_weekday", "which of the weekdays of a month", "nth_weekdays"),
    Kind("nth_week", "which of the weeks of a month", "weeks"),
    Kind("era", "era", "eras"),
    Kind("era_mark", "era mark, read behind a number", "eras"),
    Kind("season", "season", "seasons"),
    Kind("decade", "decade", "decades"),
    Kind("modifier", "modifier", "modifiers"),
    Kind("deictic", "deictic", "deictics*"),
    Kind("relative", "relative word", "relative*"),
    Kind("counted_time", "time that is counted from the day of writing", "counted_times*"),
    Kind("event_cue", "cue of a day that is named", "events"),
    Kind("observance", "day with a name", "observances*"),
    Kind("month_word", "word for month", "words.month*"),
    Kind("month_lead", "word for month, before its name", "words.month_before* words.months"),
    Kind(
        "lunar_lead", "word for month in old letters", "words.lunar_month_before* words.in_letters*"
    ),
    Kind("ten_days", "a third of a lunar month", "ten_days"),
    Kind("year_word", "word for year", "words.year words.year_of_any_calendar"),
    Kind("animal_year", "animal of a Turki year", "turki_years"),
    Kind("year_word_beside", "word for year, on either side of it", "words.year_on_either_side"),
    Kind("link", "link between a month and its day", "words.link"),
    Kind("place", "publisher's place", "words.place"),
    Kind(
        "day_word", "word for day", "words.day words.days words.time_of_day words.evening words.eve"
    ),
    Kind("date_word", "word for date", "words.date words.dated* words.lived words.template"),
    Kind("julian", "word for the Julian calendar", "words.julian* words.julian_mark* julian_by*"),
    Kind("decade_word", "word for decade", "words.decade"),
    Kind("decade_word_behind", "word for decade, behind its number", "words.decade_behind"),
    Kind("century", "century", "words.century words.centuries"),
    Kind("century_behind", "word for century, behind its number", "words.century_behind"),
    Kind("quarter", "quarter", "words.quarter"),
    Kind("half", "half", "words.half"),
    Kind("hour", "hour", "words.hour*"),
    Kind(
        "number_context",
        "number context",
        "words.number_context* words.numbered_names* words.pages*",
    ),
    Kind("between", "word for between", "words.between"),
    Kind("and", "and", "words.and"),
    Kind("or", "or", "words.or*"),
    Kind("of", "of", "words.of"),
    Kind("into", "preposition before a bare year", "words.into"),
    Kind("range", "range word", "words.range"),
    Kind("same", "word or mark for the same day", "words.connector"),
    Kind("school", "school word", "words.school"),
    Kind("stop", "word that a name follows", "words.stop*"),
    Kind("title", "title", "words.title*"),
    Kind(
        "yearly",
        "what is held every year, such as games, or named by its year",
        "words.games* words.yearly* words.once*",
    ),
    Kind("event", "event", "words.edition* words.event*"),
    Kind("after_year", "word that may follow a bare year", "words.after_year*"),
    Kind("holidays", "word for days off", "words.holidays*"),
    Kind("preposition", "preposition", "words.before* words.after* words.preposition*"),
    Kind(
        "counted",
        "counted noun, or per cent",
        "words.counted* words.measured* words.numbered* words.age*",
    ),
    Kind("life", "word for a life", "words.life* words.life_alone*"),
    Kind("suffix", "suffix of a day", "words.suffix* words.suffix_of_digits"),
    Kind("day_mark", "suffix that makes a number a day", "words.day_mark"),
    Kind("nth_suffix", "suffix of a counted day", "words.nth_suffix*"),
    Kind("last_day", "last day, before its month", "words.last_day*"),
    Kind(
        "nights", "nights of a month that are gone or left", "words.nights_gone words.nights_left"
    ),
    Kind("postposition", "word such as in or since, behind its noun", "words.postposition*"),
    Kind("enclitic", "ending of a name or a year that is no part of it", "words.enclitic*"),
    Kind("time_unit", "sign that a time may be counted", "counted_times*"),
    Kind("time_noun", "unit of a counted time", "counted_times*"),
    Kind("time_word", "word of a counted time", "counted_times*"),
    Kind("copula", "word for is, between two names of one day", "words.copula*"),
    Kind("other_word", "other word", "text weekday_names* words.look_alike*"),
    Kind("slash", "slash", "marks"),
    Kind("dash", "dash", "marks"),
    Kind("full_stop", "full stop", "marks"),
    Kind("comma", "comma", "marks"),
    Kind("colon", "colon", "marks"),
    Kind("opening", "opening bracket", "marks"),
    Kind("closing", "closing bracket", "marks"),
    Kind("line_end", "end of a line", "marks"),
    Kind("other_mark", "other mark", "marks"),
    Kind("inner_slash", "slash between digits", "marks"),
    Kind("inner_dash", "dash between digits", "marks"),
    Kind("inner_point", "point or comma between digits", "marks"),
    Kind("inner_colon", "colon between digits", "marks"),
)
# Names of several classes.
SETS = {
    "MONTH": """
        month_bare month_cued month_numbered month_dated either_cued either_numbered either_dated
    """,
    "EITHER": "either_cued either_numbered either_dated",  # months before or behind their days
    "SHORT": "day day0 two_digits",
    "TENS": "day day0 two_digits day_in_words tens_in_words",  # numbers of decades
    "COUNT": "counted hour year_in_words",  # words after a count
}

_LISTED = [(source, one.name) for one in SHARED for source in one.sources.split()]
# The lists under [words] with their classes. The first meaning of a form wins.
WORD_LISTS = {
    source.removeprefix("words.").rstrip("*"): name
    for source, name in _LISTED
    if source.startswith("words.")
}
# The tables and lists with words that mean something else in other languages.
OWN_LANGUAGE_ONLY = frozenset(
    source.rstrip("*").removeprefix("words.") for source, _ in _LISTED if source.endswith("*")
)

_FIRST = 0xA1  # above ASCII, so no sign of a regular expression is a class
_KINDS = {chr(_FIRST + place): one for place, one in enumerate(SHARED)}
_CODES = {one.name: code for code, one in _KINDS.items()}
_SHARED_NAMES = frozenset(_CODES)
_NEXT = count(_FIRST + len(SHARED))
_STRAY = re.compile(f"[\x00-{chr(_FIRST - 1)}]").search
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def declare(name: str, meaning: str) -> None:
    """Add a class of a language file. Classes of one name in several files are one class.

    ValueError for an invalid name or the name of a shared class.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"a class needs a name of small letters, digits and _, got {name!r}")
    if name in _SHARED_NAMES:
        raise ValueError(f"{name!r} is a class already, made of {kind_of(_CODES[name]).sources}")
    if name not in _CODES:
        code = chr(next(_NEXT))
        _KINDS[code] = Kind(name, meaning, "classes")
        _CODES.setdefault(name, code)  # another thread may have added it


def kind_of(code: str) -> Kind:
    """Return the class of a code point.

    >>> kind_of(codes_of("weekday")).sources
    'weekdays'
    """
    return _KINDS[code]


def names_of(codes: str) -> str:
    """Return the names of some code points, separated by blanks.

    >>> names_of(codes_of("day MONTH"))
    'day month_bare month_cued month_numbered month_dated either_cued either_numbered either_dated'
    """
    return " ".join(_KINDS[code].name for code in codes)


def all_names() -> tuple[str, ...]:
    """Return the names of all classes: the shared ones, then those of language files."""
    return tuple(_CODES)


def is_classes(codes: str) -> bool:
    """Whether a string has only classes. Text must never get into one: it may look like classes."""
    return not _STRAY(codes)


@cache
def codes_of(names: str) -> str:
    """Return the code points of some classes from their names, separated by blanks.

    KeyError for an unknown name.

    >>> len(codes_of("day day0 MONTH"))
    9
    """
    return "".join(codes_of(SETS[name]) if name in SETS else _CODES[name] for name in names.split())
