"""Guard conditions: what a row asks of a match that the classes of its tokens cannot say."""

from __future__ import annotations

from itertools import product

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName, civil_calendar
from shamsi.text.grammar.centuries import may_be_one_year
from shamsi.text.grammar.guard_rows import Guard, Place, Table
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number, Tokens

_MONTHS, _EITHER, _FOUR_DIGITS = map(codes_of, ("MONTH", "EITHER", "four_digits"))
# The years of months in Latin letters. Later ones belong to models: "Mehr 2000".
_YEARS_OF = {
    "persian": ((1000, 1500), (2500, 2537)),
    "islamic": ((1000, 1600),),
    "gregorian": ((1000, 2200),),
}
_YEAR_WORDS = frozenset(codes_of("year_word year_word_beside"))
_ERAS = codes_of("era era_mark")
_NUMBER_CONTEXT = codes_of("number_context")
_LAST_PART = 10  # «سه دهم»; smaller parts are seldom told in words
_CIRCA = 3  # letters of «ca.»
_READ = ("persian", "gregorian", "islamic")
_LONGEST, _LAST_MONTH, _FULL = 31, 12, 4
_NUMERIC = codes_of("numeric_date")
_MODIFIER = codes_of("modifier")
_PRINTED = (1200, 2100)  # years
_ZODIAC = "zodiac"  # the tradition of months that are named after its signs
_AMBIGUOUS_SIGNS = (1, 4, 5, 7)  # freight, cancer, the name Asad, an amount
_SOLAR = (1200, 1499)


def is_unnamed(place: Place) -> bool:
    """Whether the window has no word for year."""
    return _YEAR_WORDS.isdisjoint(place.tokens.kinds)


def is_dotted_year(place: Place) -> bool:
    """Whether a date in numbers has points and its year first, like versions in English text."""
    if not place.tokens.full_years:
        return False
    year, _, _, mark = place.tokens.values[place.first]
    return bool(mark == "." and len(year) == _FULL)


def is_short_numeric(place: Place) -> bool:
    """Whether a date in numbers has no full year, like a ratio in English text: 80/10/10."""
    first, _, last, _ = place.tokens.values[place.first]
    return place.tokens.full_years and max(len(first), len(last)) < _FULL


def is_cautious(place: Place) -> bool:
    """Whether its language has few places in which four digits are a year."""
    return place.tokens.full_years


def is_called(place: Place) -> bool:
    """Whether its bracket touches the word before it, as in a call: `sleep(2000)`."""
    tokens, at = place.tokens, place.first - 1
    return at > 0 and tokens.ends[at - 1] == tokens.starts[at]


def is_circa(place: Place) -> bool:
    """Whether the modifier before it is an abbreviation: c. 1885, ca. 1890."""
    tokens, at = place.tokens, place.first - 1
    return bool(tokens.values[at] == "approx") and tokens.ends[at] - tokens.starts[at] <= _CIRCA


def is_part(place: Place) -> bool:
    """Whether the modifier before it is a part of the year: not in "about 1900"."""
    tokens, at = place.tokens, place.first - 1
    at -= tokens.kinds[at] != _MODIFIER
    return bool(tokens.values[at] != "approx")


def is_glued_behind(place: Place) -> bool:
    """Whether it touches what follows: 1950s2."""
    tokens, at = place.tokens, place.last
    return at < len(tokens.kinds) and tokens.ends[at - 1] == tokens.starts[at]


def is_glued(place: Place) -> bool:
    """Whether it hangs on the word before it."""
    return place.tokens.is_glued(place.first)


def is_fraction(place: Place) -> bool:
    """Whether a number word and an ordinal are a fraction: «یک دوم», «سه چهارم»."""
    tokens, first = place.tokens, place.first
    return 0 < tokens.number(first - 1).value < tokens.number(first).value <= _LAST_PART


def is_too_late(place: Place) -> bool:
    """Whether no such month has so many days."""
    month: MonthName = place.tokens.values[place.first + 1]
    if month.calendar not in _READ:
        return False
    return place.year > intervals.month_length(month.calendar, None, month.number)


def is_apart(place: Place) -> bool:
    """Whether no article is attached to it, as in ال10 من يوليو."""
    tokens, first = place.tokens, place.first
    return not (first > 0 and tokens.ends[first - 1] == tokens.starts[first])


def days_in_numbers(tokens: Tokens, first: int) -> tuple[int, int, int, Number] | None:
    """Return two days, their month and their year of a run such as «10-15/8/1961», or None.

    It begins at token `first`. The year is last, and the days run forward.
    """
    if tokens.kinds[first + 2] == _NUMERIC:
        last, month, year = tokens.values[first + 2][:3]
        numbers = [Number(int(text), len(text)) for text in (last, month, year)]
    else:
        numbers = [tokens.number(first + k) for k in (2, 4, 6)]
    start, (end, middle, full) = tokens.number(first).value, numbers
    is_run = start < end.value <= _LONGEST and 0 < middle.value <= _LAST_MONTH
    return (start, end.value, middle.value, full) if is_run and full.width == _FULL else None


def is_last_of_borji(place: Place) -> bool:
    """Whether it is day 32 of a month that could have so many: «۳۲ جوزا ۱۲۹۵»."""
    tokens, first, last = place.tokens, place.first, place.last
    month: MonthName = tokens.values[first + 1]
    year = next(tokens.number(k) for k in range(first + 2, last) if tokens.kinds[k] == _FOUR_DIGITS)
    return place.year == _LONGEST + 1 and year.value < month.fixed_from


def is_run_of_days(place: Place) -> bool:
    """Whether two days, a month and a year in numbers are a run of days: «10-15/8/1961»."""
    found = days_in_numbers(place.tokens, place.first)
    return found is not None and _PRINTED[0] <= found[3].value <= _PRINTED[1]


def has_far_year(place: Place) -> bool:
    """Whether its four digits are a year that no text counts in the calendar of its month."""
    tokens, inside = place.tokens, range(place.first, place.last)
    if any(tokens.kinds[k] in _ERAS for k in inside):
        return False
    month: MonthName = next(tokens.values[k] for k in inside if tokens.kinds[k] in _MONTHS)
    year = next(tokens.number(k).value for k in inside if tokens.kinds[k] == _FOUR_DIGITS)
    return not any(low <= year <= high for low, high in _YEARS_OF.get(month.calendar, ()))


def is_short_behind(place: Place) -> bool:
    """Whether a year of fewer than four digits stands behind its day and month."""
    return place.tokens.full_years and place.core[0] not in _EITHER


def counts_moons(place: Place) -> bool:
    """Whether it is a score or a count, such as «هفت صفر» or «سه مه».

    The names of other lunar months, such as رجب or شعبان, are never counted, and scorpions only
    up to ten.
    """
    tokens, first = place.tokens, place.first
    month: MonthName = tokens.values[first + place.core.index(_NUMBERED_MONTH)]
    is_zero = month.calendar == "islamic" and month.number == 2
    if place.core[0] == _DAY_IN_WORDS:
        if month.tradition == _ZODIAC:
            return place.year <= 10
        return is_zero or month.calendar != "islamic"
    return is_zero and place.year < 10


_NUMBERED_MONTH, _DAY_IN_WORDS = codes_of("month_numbered"), codes_of("day_in_words")


def is_solar(place: Place) -> bool:
    """Whether it begins with a month of the Solar calendar, and has one of its last years."""
    name: MonthName = place.tokens.values[place.first]
    at = place.first + place.core.index(_FOUR_DIGITS)
    year = place.tokens.number(at).value
    is_near = name.calendar == "persian" and _SOLAR[0] <= year <= _SOLAR[1]
    return is_near and not is_in_western_text(place)


def is_sign(place: Place) -> bool:
    """Whether it begins with a month that is named after a sign of the zodiac."""
    name: MonthName = place.tokens.values[place.first]
    return name.tradition == _ZODIAC


def is_lone_sign(place: Place) -> bool:
    """Whether it begins with a sign of the zodiac that counts nothing, and opens the text.

    The Balance is also an amount, the Crab an illness: «میزان ۱۴۰۰», «سرطان ۱۴۰۰».
    """
    name: MonthName = place.tokens.values[place.first]
    is_open = name.number not in _AMBIGUOUS_SIGNS
    return is_open and is_sign(place) and is_solar(place) and not place.tokens.starts[place.first]


def has_other_name(place: Place) -> bool:
    """Whether a month of the same calendar in another tradition follows: «۸ ثور/خرداد»."""
    here, there = place.tokens.values[place.last - 1], place.tokens.values[place.last + 1]
    return bool(here.calendar == there.calendar and here.tradition != there.tradition)


def is_gregorian(place: Place) -> bool:
    """Whether it begins with a Gregorian month."""
    calendar: str = place.tokens.values[place.first].calendar
    return calendar == "gregorian"


def is_led_bce(place: Place) -> bool:
    """Whether it is a year before the common era with a word for year."""
    return is_led(place) and bool(place.tokens.values[place.last - 1].bce)


def is_slipped(place: Place) -> bool:
    """Whether the comma before it is close to the word for year: «عام ،2008»."""
    tokens, first = place.tokens, place.first
    return tokens.ends[first - 2] + 1 == tokens.starts[first]


def is_led(place: Place) -> bool:
    """Whether it has a word for year, alone or within a list of years."""
    return not _YEAR_WORDS.isdisjoint(place.around) and LED.verdict(place) is Basis.CUE


def is_of_pages(place: Place) -> bool:
    """Whether a word for pages follows."""
    return bool(place.tokens.values[place.last] == "pages")


def follows_number_noun(place: Place) -> bool:
    """Whether the number noun before its bracket is no name, such as that of a model."""
    at = place.tokens.kinds.rfind(_NUMBER_CONTEXT, 0, place.first)
    return bool(place.tokens.values[at] != "numbered_names")


def follows_numbered_noun(place: Place) -> bool:
    """Whether the noun before its bracket is counted and numbered: «صفحه (1390)», «جلد (1390)»."""
    return bool(place.tokens.values[place.first - 2] == "numbered")


def is_another_year(place: Place) -> bool:
    """Whether the year before its bracket is full, and not the same in another calendar."""
    tokens, at = place.tokens, place.first - 2
    if tokens.kinds[at] in _ERAS:
        at -= 1
    full = tokens.number(at)
    pairs = product(_READ, repeat=2)
    return full.width == 4 and not any(
        may_be_one_year(here, full.value, there, place.year)
        for here, there in pairs
        if here != there
    )


def is_of_life(place: Place) -> bool:
    """Whether a word for life follows that may be another noun: «دهه پنجاه زندگی در شهر»."""
    return bool(place.tokens.values[place.last] == "life_alone")


def is_of_age(place: Place) -> bool:
    """Whether a word such as «سالگی» follows."""
    return bool(place.tokens.values[place.last] == "age")


def is_in_western_text(place: Place) -> bool:
    """Whether the word before it is of a language with Gregorian years."""
    before = place.tokens.lexemes[place.first - 1] if place.first else None
    return before is not None and civil_calendar(before.lang) == "gregorian"


# Whether a number has a word for year. Other rows use this table as one condition.
LED = Table(
    Guard(Basis.CUE, before="[year_word year_word_beside] era? [school of modifier era]?"),
    Guard(Basis.CUE, behind="suffix? school? year_word_beside"),
    Guard(Basis.CUE, before="CUE ROW"),
    Guard(Basis.CUE, before="CUE four_digits ANY_ERA? [range inner_dash inner_slash dash]"),
    # «عام ،2008»: a comma on the wrong side of the year.
    Guard(
        Basis.CUE,
        core="^ two_digits $",
        before="(^ | [^SHORT three_digits four_digits day_in_words]) year_word comma",
        when=is_slipped,
    ),
    Guard(None, core="four_digits", before="number_context"),
    Guard(None, core="four_digits", behind="COUNTED"),
    Guard(Basis.CUE, core="four_digits", before="CUE (comma | FULL_ROW)"),
)
