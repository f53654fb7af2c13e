"""Read days and months in other orders than day, month, year, or with other numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName
from shamsi.text.grammar.drafts import MONTHS, NUMBERS, Draft, Match, Member
from shamsi.text.grammar.guard_conditions import days_in_numbers
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Number

_FULL_YEAR, _NIGHTS, _LEAD = map(codes_of, ("four_digits", "nights", "month_lead"))
_DAYS = codes_of("day day0 glued_day ordinal day_in_words")
_JOINTS = codes_of("range and or comma inner_dash dash")
_SLASHES = codes_of("inner_slash slash")
_PAIR = 2  # days of two calendars
_CHANGING = {"persian": 12, "gregorian": 2}  # the month that leap years lengthen
_FULL_WIDTH, _SOLAR = 4, 1500  # digits of a year; later years are not counted from the Hijra
_LONGEST_MONTH, _FULL_MONTH = 31, 30


def month_then_day(match: Match) -> Draft | Rejection:
    """Read a month before its day, or without one, or a year before both: Pashto and English."""
    month_at = match.places(MONTHS)[0]
    name: MonthName = match.tokens.values[month_at]
    years = match.places(_FULL_YEAR)
    days = [match.tokens.number(k).value for k in match.places(_DAYS)]
    if not all(0 < day <= _LONGEST_MONTH for day in days):
        return Rejection.NO_DAY
    year = match.tokens.number(years[0]) if years else None
    if not days:
        return match.draft("month", (match.whole(None, name.number, year),), name.calendar)
    members = [match.whole(day, name.number, year) for day in days]
    if len(days) > 1:
        kinds, places = match.tokens.kinds, match.places(_DAYS)
        for k, (at, beside) in enumerate(pairwise(places)):
            joint = next(j for j in range(at, beside) if kinds[j] in _JOINTS)
            members[k] = replace(members[k], last=joint)
            members[k + 1] = replace(members[k + 1], first=beside)
    return match.draft("day", tuple(members), name.calendar)


def month_then_days(match: Match) -> Draft | Rejection:
    """Read a month before its days, and before the year of all: August 9–11, 2025.

    A year of fewer digits is before its era: March 15, 44 BC.
    """
    name: MonthName = match.tokens.values[match.shape.first]
    years = match.places(_FULL_YEAR) or ([match.shape.last - 2] if match.era else [])
    year = match.tokens.number(years[0]) if years else None
    rows = [(k, match.tokens.number(k).value) for k in match.places(_DAYS) if k not in years]
    if len(rows) == 1:
        return match.draft("day", (match.whole(rows[0][1], name.number, year),), name.calendar)
    members = [Member(k, k + 1, day, name.number, year) for k, day in rows]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("day", tuple(members), name.calendar)


def last_day(calendar: str, year: Number | None, month: int) -> int | None:
    """Return the last day of a month; None if nothing tells how long it is."""
    if calendar == "islamic":
        return None
    if month != _CHANGING.get(calendar):
        return intervals.month_length(calendar, None, month)
    if year is None or year.width != _FULL_WIDTH or (calendar == "persian" and year.value > _SOLAR):
        return None
    return intervals.month_length(calendar, year.value, month)


def numeric_days(match: Match) -> Draft | Rejection:
    """Read two days of a month that is printed as a number."""
    first, last = match.shape.first, match.shape.last
    found = days_in_numbers(match.tokens, first)
    if found is None:
        return Rejection.CODE
    start, end, month, year = found
    members = (
        Member(first, first + 1, start, month, year),
        Member(first + 2, last, end, month, year),
    )
    return match.draft("day", members)


def nights(match: Match) -> Draft | Rejection:
    """Read a day that is counted in nights of its month.

    ثلاث خلون من رجب is the third day, عشر بقين the twentieth.
    """
    month_at, at = match.places(MONTHS)[0], match.places(_NIGHTS)[0]
    name: MonthName = match.tokens.values[month_at]
    nights = match.tokens.number(match.shape.first).value
    years = [k for k in match.places(NUMBERS) if k > month_at]
    year = match.tokens.number(years[0]) if years else None
    day = nights if match.tokens.values[at] == "nights_gone" else _FULL_MONTH - nights
    if name.calendar != "islamic" or not 0 < day < _FULL_MONTH:
        return Rejection.NIGHTS
    return match.draft("day", (match.whole(day, name.number, year),), name.calendar)


def month_number(match: Match) -> Draft | Rejection:
    """Read a month that is given by its number, as in Sorani: مانگی یازدەی 1991, ٦ی ١٠ی ٢٠١٣."""
    leads = match.places(_LEAD)
    numbers = [match.tokens.number(k) for k in match.places(NUMBERS)]
    has_day = not leads or match.shape.first < leads[0]
    day = numbers.pop(0).value if has_day else None
    month, year = numbers[0].value, numbers[1] if len(numbers) > 1 else None
    if not 1 <= month <= 12:
        return Rejection.NO_MONTH
    is_solar = year and intervals.FIRST_SOLAR < year.value < intervals.LAST_SOLAR
    calendar = "persian" if is_solar else "gregorian"
    return match.draft("day" if day else "month", (match.whole(day, month, year),), calendar)


def two_styles(match: Match) -> Draft | Rejection:
    """Read two days that are one: «۱۰ (۲۳) اوت ۱۹۰۷», «۲۸ فوریه/۱۳ مارس ۱۹۰۵»."""
    name: MonthName = match.tokens.values[match.places(MONTHS)[-1]]
    year = match.tokens.number(match.places(_FULL_YEAR)[0])
    return in_two_styles(match, name, year, match.tokens.number(match.places(_DAYS)[-1]).value)


def is_slashed(match: Match, days: list[int]) -> bool:
    """Whether it has two days with a slash between them: «۱۰/۲۳ اوت ۱۹۰۷»."""
    return len(days) == days[-1] - days[0] == _PAIR and match.tokens.kinds[days[0] + 1] in _SLASHES


def in_two_styles(match: Match, name: MonthName, year: Number, day: int) -> Draft:
    """Return a day of the Julian and of the Gregorian calendar, of which the second is printed."""
    draft = match.draft("day", (match.whole(day, name.number, year),), name.calendar)
    return draft.assuming("julian", Basis.TWO_STYLES)
