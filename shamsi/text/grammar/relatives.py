"""Read what counts from the day of writing: yesterday, Thursday of next week, its fifth day."""

from __future__ import annotations

from dataclasses import replace

from shamsi.lang.classes import codes_of
from shamsi.lang.language import NthWeekday, load
from shamsi.text.grammar.drafts import NUMBERS, Draft, Match, Member
from shamsi.text.grammar.reasons import Basis, Rejection

_YEARS_OFF = {"last": -1, "same": 0, "next": 1}  # of a deictic that an era separates from its year
_NTH_WEEKDAY, _NTH_WEEK = codes_of("nth_weekday"), codes_of("nth_week")
_LAST_YEAR = codes_of("year_word era deictic")
_ERA, _DEICTIC, _WEEKDAY = map(codes_of, ("era", "deictic", "weekday"))
_QUARTER, _ORDINAL = codes_of("quarter"), codes_of("ordinal")
_WEEKS, _MOST_WEEKS = codes_of("nth_week ordinal"), 5


def relative(match: Match) -> Draft | Rejection:
    """Read a word such as yesterday.

    A phrase with a word for year («سال گذشته») is one, «گذشته» alone is not.
    """
    kinds, deictic = match.kinds, match.deictic
    if kinds == _LAST_YEAR:  # سال میلادی گذشته
        deictic = _YEARS_OFF.get(deictic, deictic)
    days = match.places(_WEEKDAY)
    if len(days) > 1:
        return _weekdays_of_week(match, days)
    if kinds in (_NTH_WEEK, _NTH_WEEKDAY):
        return _last(match)
    is_bare = kinds.rstrip(_ERA)[-1] == _DEICTIC and kinds[0] != _WEEKDAY
    if is_bare and not isinstance(deictic, int):
        return Rejection.BARE_DEICTIC
    draft = match.draft("relative", (match.whole(),), "gregorian")
    return draft if deictic is match.deictic else replace(draft, deictic=deictic)


def _last(match: Match) -> Draft | Rejection:
    """Read last week or last Monday, where a word means the last of some and the one before now."""
    value: int | NthWeekday = match.tokens.values[match.shape.first]
    nth = value.nth if isinstance(value, NthWeekday) else value
    tables = load(match.lang).tables if match.lang else None
    if (
        nth != -1
        or tables is None
        or not any(
            number == nth and tables.deictics.get(word) == "last"
            for word, number in tables.nth_weekdays.before.items()
        )
    ):
        return Rejection.NO_PATTERN
    at = match.shape.first if isinstance(value, NthWeekday) else None
    member = replace(match.whole(), weekday_at=at)
    draft = match.draft("relative", (member,), "gregorian")
    return draft if at is None else replace(draft, deictic="last")


def _weekdays_of_week(match: Match, days: list[int]) -> Draft:
    """Read several weekdays of one week: شنبه و دوشنبه هفته آینده."""
    members = [Member(k, k + 1) for k in days]
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("relative", tuple(members), "gregorian")


def day_of_month(match: Match) -> Draft | Rejection:
    """Read days of a month that counts from the day of writing: پنجم ماه جاری."""
    places = match.places(NUMBERS)
    members = [Member(k, k + 1, match.tokens.number(k).value) for k in places]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("relative", tuple(members))


def week_of_month(match: Match) -> Draft | Rejection:
    """Read weeks of a month that counts from the day of writing: هفته دوم ماه آینده."""
    places = match.places(_WEEKS)
    numbers = [match.tokens.values[k] for k in places]
    if any(number > _MOST_WEEKS for number in numbers):
        return Rejection.PART_OF_MONTH
    members = [Member(k, k + 1, number=n) for k, n in zip(places, numbers, strict=True)]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("relative", tuple(members)).assuming("week", Basis.WEEK)


def part(match: Match) -> Draft | Rejection:
    """Read a half or a quarter of next year, last year or another: نیمه دوم سال آینده."""
    parts = 4 if match.places(_QUARTER) else 2
    number = match.tokens.number(match.places(_ORDINAL)[0]).value
    if number > parts:
        return Rejection.PART_OF_YEAR
    draft = match.draft("relative", (match.whole(),), number=number)
    return replace(draft, parts_of_month=parts)
