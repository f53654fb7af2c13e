"""Guards of days that have a name: Nowruz, Ashura, Christmas."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Observance
from shamsi.text.grammar.guard_rows import Guard, Place, Table, Years
from shamsi.text.grammar.reasons import Rejection

_FOUR_DIGITS = codes_of("four_digits")
# «تاسوعا و عاشورای ۱۴۰۳»: both are of the year behind the second
SHARED_YEAR = "and observance suffix? [of into preposition]? year_word? [four_digits deictic]"
_DAYS_AROUND = ("days", "holidays")  # lists of words
_OBSERVED = Years(((1200, 1450), (1800, 2100), (2500, 2537)))  # years of days with a name
_NUMBERS_OF_YEARS = "[four_digits SHORT year_in_words] $"


def is_eve(place: Place) -> bool:
    """Whether a word for a night makes it the night before a day that begins at midnight."""
    rule: Observance = place.tokens.values[place.first]
    is_before = place.tokens.values[place.first - 1] == "eve"
    return is_before and rule.calendar != "islamic" and not rule.is_night


def is_of_days(place: Place) -> bool:
    """Whether a word before it means the days around it: «ایام نوروز», «تعطیلات نوروز»."""
    return bool(place.tokens.values[place.first - 1] in _DAYS_AROUND)


def is_after_days(place: Place) -> bool:
    """Whether it follows such days: it is their year."""
    return bool(place.tokens.values[place.first - 2] in _DAYS_AROUND)


def is_far_year(place: Place) -> bool:
    """Whether a number is no year of today or of the centuries before."""
    at = place.first + next(k for k, kind in enumerate(place.core) if kind in _FOUR_DIGITS)
    return not _OBSERVED.hold(place.tokens.number(at).value)


def needs_nothing(place: Place) -> bool:
    """Whether the name of a day is clear without a year."""
    rule: Observance = place.tokens.values[place.first]
    return rule.needs == "nothing"


def needs_year(place: Place) -> bool:
    """Whether the name of a day is also another name, so that it needs a year."""
    rule: Observance = place.tokens.values[place.first]
    return rule.needs == "year"


# «خیابان نوروز ۱۴۰۴», «نوروز ۱۴۰۵ نفر». Without a year it may be a name: «تا عید فطر» is none.
OBSERVANCE = Table(
    Guard(Rejection.PLACE, before="stop [other_mark SHORT three_digits]?"),
    Guard(Rejection.TITLE, before="title [other_mark SHORT three_digits]?"),
    Guard(Rejection.EVE, before="day_word", when=is_eve),
    Guard(Rejection.HOLIDAYS, before="[holidays day_word]", when=is_of_days),
    Guard(Rejection.DAY_OF_FEAST, before="ordinal"),
    Guard(None, core="[year_word deictic era era_mark]"),
    Guard(Rejection.COUNTED, core=_NUMBERS_OF_YEARS, behind="COUNTED"),
    Guard(Rejection.FAR, core="four_digits", when=is_far_year),
    Guard(None, core=". ."),
    Guard(None, behind=SHARED_YEAR),
    Guard(Rejection.YEARLESS, when=needs_year),
    Guard(None, when=needs_nothing),
    Guard(
        None, before="[preposition into range day_word date_word between modifier of weekday link]"
    ),
    Guard(Rejection.UNCUED_NAME),
)
