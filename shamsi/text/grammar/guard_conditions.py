"""Guard conditions: what a row asks of a match that the classes of its tokens cannot say."""

from __future__ import annotations

from itertools import pairwise, product

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName, civil_calendar
from shamsi.text.grammar.centuries import calendar_of, may_be_one_year
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.guard_rows import PARTS, Guard, Place, Table, Years
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
_ERA_MARK, _COUNTED, _NUMBER_CONTEXT = map(codes_of, ("era_mark", "counted", "number_context"))
_LAST_PART = 10  # «سه دهم»; smaller parts are seldom told in words
_READ = ("persian", "gregorian", "islamic")
_LONGEST_RUN = 20  # years of a range with a short end
_LONGEST, _LAST_MONTH, _FULL = 31, 12, 4
_RUN_OF_YEARS = 5  # tokens: a slash or a bracket, «660-680» and an era
_NUMERIC = codes_of("numeric_date")
_LAST_MILLENNIUM = 999
_LONG_LIFE = 110  # years
_LONG_ERA = 400  # years
_CIRCA = 3  # letters of «ca.»
_MODIFIER = codes_of("modifier")
_PRINTED = (1200, 2100)  # years
_ZODIAC = "zodiac"  # the tradition of months that are named after its signs
_SOLAR = (1200, 1499)
OF_THE_HIJRA = Years(((622, 2035),))  # common years in which Hijri ones fall
NEAR = Years(((1300, 1410), (1850, 2035)))  # for places with many other numbers


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


_BEFORE_DAY = "[same day_word date_word preposition other_mark]{0,3} (weekday comma?)?"
_TWIN_BEHIND = compiled(f"""
    suffix? (range [day day0 ordinal] suffix? MONTH suffix?)?
    ([opening slash inner_slash] | same preposition?) {_BEFORE_DAY}
    [day day0 ordinal day_in_words] suffix?
    ([comma and range dash inner_dash]{{1,2}} [day day0 ordinal] suffix?){{0,6}}
    [month_lead of]? (?P<month>MONTH)
""")
_EITHER_BEHIND = compiled(f"""
    suffix? ([opening slash inner_slash] | same preposition?) {_BEFORE_DAY}
    (?P<month>EITHER) [day day0 ordinal]
""")
_TWIN_BEFORE = compiled(f"""
    ((?P<day>[day day0 ordinal day_in_words]) suffix? of? (?P<month>MONTH) month_word?
    | (?P<first>EITHER) [day day0 ordinal] suffix? comma?)
    (four_digits | SHORT)? [era era_mark]? [other_mark closing]?
    ([opening slash inner_slash] | same preposition?) {_BEFORE_DAY}
    ([day day0 ordinal] suffix? [comma and range dash inner_dash]{{1,2}}){{0,6}} $
""")
_WORD = codes_of("other_word")
_ONE_YEAR = {"persian": 1403, "gregorian": 2024}  # that begins in the other one
_DAYS, _CLOSE = 365, 1  # of a year; between a day and its equivalent in any year
_TWIN_REACH = 12  # tokens before a day that its equivalent may span


def has_twin(place: Place) -> bool:
    """Whether a day of a month of another calendar follows in brackets or behind a slash."""
    kinds, at = place.tokens.kinds, place.last
    found = _TWIN_BEHIND.match(kinds, at) or _EITHER_BEHIND.match(kinds, at)
    return found is not None and _is_other_month(place, found.start("month"))


def is_twin(place: Place) -> bool:
    """Whether it follows a day of a month of another calendar, in brackets or behind a slash.

    «۳ خرداد (۲۴ می)» is May, «۵ خرداد (۲۰ می‌شود)» is a verb. Before another word it is May only
    if the days agree.
    """
    kinds = place.tokens.kinds
    start = max(0, place.first - _TWIN_REACH)
    found = _TWIN_BEFORE.search(kinds[start : place.first])
    name = "first" if found and found["first"] else "month"
    if found is None or not _is_other_month(place, start + found.start(name)):
        return False
    if name == "first" or place.core[0] in _EITHER:
        return True
    is_clear = kinds[place.last : place.last + 1] != _WORD
    return is_clear or _are_one_day(
        place, *(start + found.start(name) for name in ("day", "month"))
    )


def _are_one_day(place: Place, day: int, month: int) -> bool:
    """Whether the match and a day of another month have one place in the year, more or less."""
    tokens = place.tokens
    at = next(k for k in range(place.first, place.last) if tokens.kinds[k] in _MONTHS)
    found: list[int] = []
    for number_at, name_at in ((place.first, at), (day, month)):
        name: MonthName = tokens.values[name_at]
        number = tokens.number(number_at).value
        year = _ONE_YEAR.get(name.calendar, 0)
        if not year or number > intervals.month_length(name.calendar, year, name.number):
            return False
        span = intervals.interval(name.calendar, year, name.number, number)
        found += [span[0].toordinal()] if span else []
    apart = abs(found[0] - found[-1]) % _DAYS
    return min(apart, _DAYS - apart) <= _CLOSE


def _is_other_month(place: Place, at: int) -> bool:
    """Whether a month's name is of another calendar than that of the match."""
    values = place.tokens.values
    here = [k for k in range(place.first, place.last) if place.tokens.kinds[k] in _MONTHS]
    return bool(here) and values[here[0]].calendar != values[at].calendar


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


def is_of_other_unit(place: Place) -> bool:
    """Whether the relative word is of a unit that has no such day or part: «دوم هفته آینده»."""
    core, value = place.core, place.tokens.values[place.first + _relative_at(place)]
    if core[-1] == _DEICTIC:
        return not isinstance(value, int)
    is_part = core[0] in _PARTS_OF_YEAR
    units = ("month",) if not is_part else ("year", "month") if core[0] == _HALF else ("year",)
    return value[0] not in units


def is_away(place: Place) -> bool:
    """Whether it is not this month: «۳ ماه گذشته» are months, «۳ ماه جاری» is a day."""
    return bool(place.tokens.values[place.first + _relative_at(place)][1])


def is_behind_unit(place: Place) -> bool:
    """Whether the ordinal counts a unit before it: «هفته دوم ماه آینده»."""
    return place.tokens.values[place.first - 1] is not None


def _relative_at(place: Place) -> int:
    """Return which of its tokens is relative; the last one if it is a deictic."""
    at = place.core.find(_RELATIVE)
    return at if at >= 0 else len(place.core) - 1


_RELATIVE = codes_of("relative")
_DEICTIC, _HALF, _PARTS_OF_YEAR = map(codes_of, ("deictic", "half", "quarter half"))


def is_marked(place: Place) -> bool:
    """Whether the era's mark is enough for a year.

    «200 م» and «1500 م» are races, and «5 ق» may be anything.
    """
    is_bracketed = _BRACKETED in place.around or _IN_LIFE(place.around) is not None
    return _marks(place, place.last - 1, is_bracketed=is_bracketed)


def is_marked_twice(place: Place) -> bool:
    """Whether the same year follows in another calendar, with its era: «(16هـ/637م)»."""
    tokens, there = place.tokens, place.last + 1
    here, other = (calendar_of(tokens.values[k]) for k in (place.last - 1, there + 1))
    return here != other and may_be_one_year(here, place.year, other, tokens.number(there).value)


def is_led_by_era(place: Place) -> bool:
    """Whether the mark that it begins with may stand before its year: AD 642."""
    return bool(place.tokens.values[place.first].before)


def is_life(place: Place) -> bool:
    """Whether the word before it is for a life or a reign: (b. 1963), r. 1501–1524."""
    return bool(place.tokens.values[place.first - 1] == "lived")


def is_row_marked(place: Place) -> bool:
    """Whether the first era's mark in a list is enough for the first number to be a year."""
    return _marks(place, place.first + place.core.index(_ERA_MARK), is_bracketed=False)


_BRACKETED = f"{codes_of('opening')}@{codes_of('closing')}"
# «(13 ق هـ - 61 هـ / 610 - 680 م)»
_IN_LIFE = compiled(
    """
    opening @ [dash inner_dash] NUMBER [era era_mark] [closing slash inner_slash]
    | opening NUMBER [era era_mark] [dash inner_dash] @ [closing slash inner_slash]
    """,
    PARTS,
).search


def _marks(place: Place, at: int, *, is_bracketed: bool) -> bool:
    era, year = place.tokens.values[at], place.year
    if era.bce and era.calendar == "islamic":
        return True
    if place.tokens.full_years:
        return year > (_LAST_MILLENNIUM if era.calendar == "persian" else _LONGEST)
    if era.calendar == "gregorian" and not era.bce:
        return (year > 999 and year % 100 > 0) or (is_bracketed and year > 199 and year % 50 > 0)
    return year > 99 or is_bracketed


def _numbers(place: Place) -> list[Number]:
    values = place.tokens.values[place.first : place.last]
    return [value for value in values if isinstance(value, Number)]


def _widths(place: Place) -> tuple[list[int], list[int], int]:
    """Return the numbers of two digits and of four in a list, and the count of all numbers."""
    found = _numbers(place)
    short = [number.value for number in found if number.width == 2]
    return short, [number.value for number in found if number.width == 4], len(found)


def is_far_pair(place: Place) -> bool:
    """Whether a short year is far from a full one.

    «سال ۱۳۸۴ و ۳۲» is such a pair, «سال ۱۳۵۶ و ۵۷» is not.
    """
    short, full, _ = _widths(place)
    return len(full) == len(short) == 1 and not 0 < (short[0] - full[0]) % 100 <= _LONGEST_RUN


def is_short_pair(place: Place) -> bool:
    """Whether a row is two years of two digits."""
    short, _, count = _widths(place)
    return len(short) == count == 2


def is_before_other_era(place: Place) -> bool:
    """Whether the five tokens behind a run of years end with an era of another calendar."""
    return _differ(place, place.last + _RUN_OF_YEARS - 1)


def is_behind_other_era(place: Place) -> bool:
    """Whether a run of years with an era of another calendar precedes a slash or a bracket."""
    at = place.first - 2
    return _differ(place, at if place.tokens.kinds[at] in _ERAS else at - 1)


def _differ(place: Place, at: int) -> bool:
    """Whether a run of years and another one, whose era is at a token, are of two calendars.

    Gregorian years beside lunar ones have three digits: «9-10هـ/15-16م» are centuries.
    """
    here, there = place.tokens.values[place.last - 1], place.tokens.values[at]
    other = place.tokens.number(at - 3).value
    western = place.year if here.calendar == "gregorian" else other
    return bool(here.calendar != there.calendar) and western > 99


def is_next_pair(place: Place) -> bool:
    """Whether two short years are consecutive: «فصل ۹۶-۹۷»."""
    short = _widths(place)[0]
    return is_short_pair(place) and abs(short[0] - short[1]) == 1


def is_no_school_year(place: Place) -> bool:
    """Whether a short year is not the one before the full one: «68 / 1969»."""
    short, full, _ = _widths(place)
    return len(short) != 1 or (full[0] - short[0]) % 100 != 1


def is_mixed_pair(place: Place) -> bool:
    """Whether a row is one year of two digits and one of four."""
    short, full, _ = _widths(place)
    return len(full) == len(short) == 1


def is_near_pair(place: Place) -> bool:
    """Whether the short year of a mixed pair is near the full one."""
    short, full, _ = _widths(place)
    return (
        is_mixed_pair(place)
        and min((full[0] - short[0]) % 100, (short[0] - full[0]) % 100) <= _LONGEST_RUN
    )


def is_season(place: Place) -> bool:
    """Whether a mixed pair is two years in a row and no month of one: «2017–18»."""
    short, full, _ = _widths(place)
    return (
        is_mixed_pair(place)
        and place.key[1] != _COUNTED
        and place.tokens.number(place.first).width == _FULL
        and NEAR.hold(full[0])
        and short[0] == (full[0] + 1) % 100 > _LAST_MONTH
    )


def is_full(place: Place) -> bool:
    """Whether all numbers of a list have four digits."""
    _, full, count = _widths(place)
    return len(full) == count


def is_far_off(place: Place) -> bool:
    """Whether a list has a number that is no year of the last centuries."""
    return any(not 1600 <= value <= _PRINTED[1] for value in _widths(place)[1])


def is_rising(place: Place) -> bool:
    """Whether two or more years run forward, no more than a long life in all."""
    short, full, _ = _widths(place)
    is_run = bool(full) and full == sorted(set(full)) and full[-1] - full[0] <= _LONG_LIFE
    return is_run and (len(full) > 1 or (len(short) == 1 and is_season(place)))


def is_circa(place: Place) -> bool:
    """Whether the modifier before it is an abbreviation: c. 1885, ca. 1890."""
    tokens, at = place.tokens, place.first - 1
    return bool(tokens.values[at] == "approx") and tokens.ends[at] - tokens.starts[at] <= _CIRCA


def is_rising_pair(place: Place) -> bool:
    """Whether a year and a later one, perhaps of two digits, are no longer apart than a life."""
    short, full, count = _widths(place)
    if count != 2 or not full:
        return False
    if short:
        return full[0] % 100 < short[0] and short[0] > _LAST_MONTH
    return len(full) == 2 and 0 < full[1] - full[0] <= _LONG_LIFE


def is_rising_era(place: Place) -> bool:
    """Whether two years run forward and the last is near our time: the Qajar era (1789–1925)."""
    full = _widths(place)[1]
    return NEAR.hold(full[1]) and 0 < full[1] - full[0] <= _LONG_ERA


def is_next_year(place: Place) -> bool:
    """Whether a row is a year and the next one, as of a lunar year: 1615–16."""
    short, full, count = _widths(place)
    if count != 2 or not full or not OF_THE_HIJRA.hold(full[0]):
        return False
    return (short or full[1:])[0] % 100 == (full[0] + 1) % 100


def is_run_of_years(place: Place) -> bool:
    """Whether three or more years of our time run forward, with small steps."""
    full = _widths(place)[1]
    steps = [late - early for early, late in pairwise(full)]
    is_long = len(full) > 2 and is_full(place)
    return is_long and all(0 < step < 10 for step in steps) and all(map(NEAR.hold, full))


def is_full_and_odd(place: Place) -> bool:
    """Whether all numbers of a list have four digits, and at least one is not round."""
    return is_full(place) and any(value % 50 for value in _widths(place)[1])


def is_near_row(place: Place) -> bool:
    """Whether three or more full years are close to our time, and at least two are not round."""
    full = _widths(place)[1]
    is_odd = sum(value % 50 > 0 for value in full) > 1
    return is_full(place) and is_odd and len(full) > 2 and all(map(NEAR.hold, full))


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
# A number of fewer than four digits without a sign that it is a year.
