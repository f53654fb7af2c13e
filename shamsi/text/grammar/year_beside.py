"""Decide whether a bare number is the year of the date beside it, in another calendar."""

from __future__ import annotations

from shamsi.calendar import intervals, lunar
from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, MonthName
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.guard_rows import PARTS, Place
from shamsi.text.grammar.tokens import Number, Tokens

_CLOSING, _LAST_SOLAR = codes_of("closing"), 1500
_NUMBER = "(?P<number>four_digits | numeric_date | [three_digits SHORT] (?=ANY_ERA))"
_CUES = "[date_word day_word preposition into of opening other_mark modifier]*"
_EDGE = """
    [closing suffix full_stop other_mark]* (year_word_beside [other_word preposition]?)?
    [closing other_mark]* comma?
"""
_JOINT = "(opening? (?P<joint>same) | (?P<slash>slash | inner_slash))"
# The sides of a number at which a connector or slash may join it to a date.
JOINED_BEFORE = f"[same slash inner_slash] colon? {_CUES}"
JOINED_BEHIND = f"{_EDGE} (opening? same | slash | inner_slash)"
_BEFORE = compiled(f"{_NUMBER} ANY_ERA? {_EDGE} {_JOINT} colon? {_CUES} $", PARTS).search
_BEHIND = compiled(
    f"""
    {_EDGE} {_JOINT} colon? {_CUES} (weekday comma?)?
    ([day day0 ordinal day_in_words] [suffix of month_word month_lead]*)?
    (MONTH [suffix month_word comma]*)? year_word? {_NUMBER} ANY_ERA?
    """,
    PARTS,
).match
# What makes the number before a joint a year: its month, or a word.
_LED = compiled(
    "MONTH [suffix month_word comma year_word of]* $ | (year_word | into | place comma?) $"
).search
_MONTH = compiled("(?P<month>MONTH) [suffix month_word comma year_word of]* $").search
_OR_BEHIND = compiled(
    "or year_word? (?P<number>four_digits) (?P<era>ANY_ERA)? (?![COUNT day_in_words])", PARTS
).match
_OR_BEFORE = compiled("(?P<number>four_digits) (?P<era>ANY_ERA)? or $", PARTS).search
_OPENED = compiled("[opening year_word into] $").search
_REACH = 6  # tokens before a number that may make it a year
_NOUNS = tuple(codes_of("other_word title stop place"))
_NUMERIC = codes_of("numeric_date")
_COUNTS = compiled("[number_context counted] [colon other_mark]? $").search
_ERAS = tuple(codes_of("era era_mark"))
_SLASHES = codes_of("slash inner_slash")
_LATE = 1700  # years after it are Gregorian
# Years by which a date beside another one may be wrong; also where a number may count something.
_SLIP, _SMALL_SLIP, _ROUND = 40, 12, 50
_CENTURY, _APART = 100, 20
_LUNAR_RATE = 1.0307  # lunar years in a Solar year
_NEVER = 9999  # years apart
_OLD = ("persian", "islamic")


def is_beside_year(place: Place) -> bool:
    """Whether a connector or slash joins a number to a date in another calendar.

    It must be near that date, because the text may also count something: «برابر با ۱۹۵۲ تومان».
    """
    before, _, behind = place.around.partition("@")
    tokens = place.tokens
    if found := _BEFORE(before):
        at = place.first - len(before) + found.start("number")
    elif found := _BEHIND(behind):
        at = place.last + found.start("number")
    else:
        return False
    year, calendars, is_sure = _date(tokens, at)
    if not year:
        return False
    if not is_sure and _is_counted(tokens, min(at, place.first)):
        return False
    off = _distance(year, calendars, place.year)
    if not (is_sure and found["joint"]):
        return off <= (_SLIP if is_sure else 0)
    if behind[:1] in _NOUNS:  # it may be counted
        return off <= 1 or (off <= _SMALL_SLIP and place.year % _ROUND > 0)
    return off <= _SLIP or abs(off - _CENTURY) <= 1


def is_same_year(year: int, gregorian: int) -> bool:
    """Whether a Solar or lunar year falls in a Gregorian year.

    >>> is_same_year(1350, 1931), is_same_year(1310, 1931), is_same_year(1350, 1941)
    (True, True, False)
    """
    return _distance(year, _OLD, gregorian) == 0


def ends_same_year(short: int, full: int) -> bool:
    """Whether two digits may end a full year in another calendar.

    >>> ends_same_year(47, 1968), ends_same_year(88, 1968), ends_same_year(45, 1941)
    (True, True, False)
    """
    if full > intervals.LAST_SOLAR:
        years = (full - 621, round((full - 621) * _LUNAR_RATE))
        return any(is_same_year(_ending(year, short), full) for year in years)
    years = (full + 621, round(full / _LUNAR_RATE) + 621)
    return any(is_same_year(full, _ending(year, short)) for year in years)


def _ending(near: int, short: int) -> int:
    """Return the year with these two last digits that is nearest to another."""
    return near + (short - near + _CENTURY // 2) % _CENTURY - _CENTURY // 2


def is_one_year(place: Place) -> bool:
    """Whether two years are one in two calendars, or nearly, with a slash and a cue before."""
    first, last = place.tokens.number(place.first), place.tokens.number(place.last - 1)
    before = place.around.partition("@")[0]
    off = _distance(first.value, _OLD, last.value)
    if off == 0:
        return not _is_counted(place.tokens, place.first)
    return place.core[1] in _SLASHES and off <= _SLIP and bool(_LED(before[-_REACH:]))


def is_alternative(place: Place) -> bool:
    """Whether «or» joins a year to another one, which an era, a bracket or a word marks."""
    before, _, behind = place.around.partition("@")
    tokens = place.tokens
    if found := _OR_BEHIND(behind):
        at, is_marked = place.last + found.start("number"), found["era"] or _OPENED(before)
    elif found := _OR_BEFORE(before):
        at = place.first - len(before) + found.start("number")
        is_marked = found["era"] or _OPENED(before[: found.start("number")])
    else:
        return False
    return bool(is_marked) and 0 < abs(tokens.number(at).value - place.year) <= _APART


def _is_counted(tokens: Tokens, first: int) -> bool:
    """Whether a word for other numbers stands before a token: «تلفن: ۱۳۷۰/۱۹۹۱»."""
    return bool(_COUNTS(tokens.kinds[max(0, first - _REACH) : first]))


def _date(tokens: Tokens, at: int) -> tuple[int, tuple[str, ...], bool]:
    """Return the year of a date, the calendars that it may be of, and whether it surely is one."""
    before = tokens.kinds[max(0, at - _REACH) : at]
    behind = tokens.values[at + 1] if tokens.kinds[at + 1 : at + 2] in _ERAS else None
    value = tokens.values[at]
    if tokens.kinds[at] == _NUMERIC:
        first, _, last, _ = value
        year = int(first if len(first) == 4 else last)
    else:
        year = value.value if isinstance(value, Number) else 0
    if isinstance(behind, Era):
        if behind.bce:
            is_lunar = behind.calendar == "islamic"
            return (1 - year, ("islamic",), True) if is_lunar else (0, (), False)
        names = _OLD if behind.calendar == "hijri" else (behind.calendar,)
        return year + behind.offset, names, True
    if month := _MONTH(before):
        name: MonthName = tokens.values[at - len(before) + month.start("month")]
        return year, (name.calendar,), True
    names = ("gregorian",) if year > _LATE else _OLD
    return year, names, tokens.kinds[at] == _NUMERIC or bool(_LED(before))


def _distance(year: int, calendars: tuple[str, ...], other: int) -> int:
    """Return the years between a date and a number that is a year of another calendar."""
    if "gregorian" in calendars:
        return min(_off(name, other, year) for name in _OLD)
    return min((_off(name, year, other) for name in calendars if name in _OLD), default=_NEVER)


def _off(calendar: str, year: int, gregorian: int) -> int:
    """Return by how many years a Gregorian year misses a year of another calendar."""
    if year < 0:  # before the Hijra, where sources are a year apart
        begin = lunar.gregorian_year(year)
        return max(begin - 1 - gregorian, gregorian - begin - 2, 0)
    span = intervals.interval(calendar, year)
    if not span:
        return _NEVER
    first, last = span[0].year, span[1].year
    return max(first - gregorian, gregorian - last, 0)


def ends_in_its_calendar(place: Place) -> bool:
    """Whether the era at the end of a life in brackets may be that of its first year, too.

    That year is read as Solar or Gregorian: «(خوانسار ۱۲۹۸ - ساوه ۱۳۷۱ق)» is neither.
    """
    tokens = place.tokens
    era: Era = tokens.values[tokens.kinds.find(_CLOSING, place.last) - 1]
    if era.calendar in ("islamic", "hijri") or era.bce:
        return False
    return (era.calendar == "gregorian") == (place.year > _LAST_SOLAR)
