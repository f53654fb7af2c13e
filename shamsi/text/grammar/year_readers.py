"""Read years, alone or several: «۱۴۰۳-۰۴», 1441/2020م, سبع أو تسع وثلاثين."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era
from shamsi.text.grammar.drafts import NUMBERS, Draft, Match, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.reasons import Rejection
from shamsi.text.grammar.tokens import Number
from shamsi.text.grammar.year_beside import ends_same_year, is_same_year

_TWO_DIGITS, _THREE_DIGITS, _PAIR, _MONTHS = 2, 3, 2, 12
_ERA, _ORDINAL, _OTHER_NUMBER = map(codes_of, ("era", "ordinal", "other_number"))
_ERAS, _SLASHES = codes_of("era era_mark"), frozenset(codes_of("inner_slash slash"))
_APART = 400  # the least difference between numbers of one year in two calendars
_ERA_BEFORE = compiled("(?<=year_word) era school? $ | era year_word_beside $")
_SMALL_WORDS = codes_of("day_in_words tens_in_words")


def read_years(match: Match) -> Draft | Rejection:
    """Read a year or several. A short year takes the century of a full one: 1403-04, 19-2018."""
    first, last = match.shape.first, match.shape.last
    era = match.era
    if last - first == 1:
        members: tuple[Member, ...] = (match.whole(year=match.tokens.number(first)),)
    else:
        members, era = _several_years(match)
    before = match.tokens.kinds[max(0, first - 3) : first]
    if era is None and _ERA in before and (cue := _ERA_BEFORE.search(before)):
        era = match.tokens.values[first - len(cue[0])]  # العام الفارسي 1404, سپوږمیز کال ۱۴۴۰
    return (match if era is match.era else replace(match, era=era)).draft("year", members)


def _several_years(match: Match) -> tuple[tuple[Member, ...], Any]:
    """Return the years of several tokens, each with the era after it, and their shared era."""
    kinds, era = match.tokens.kinds, match.era
    places = match.places(NUMBERS + _OTHER_NUMBER)
    numbers = [match.tokens.number(k) for k in places]
    if kinds[places[-1]] == _ORDINAL:  # چهل و یکم هجری
        places, numbers = places[:1], [Number(sum(number.value for number in numbers), 0)]
    if match.shape.name == "years" and kinds[places[0]] in _SMALL_WORDS and len(numbers) == 2:
        numbers = [_completed(numbers[0].value, numbers[1].value), numbers[1]]
    full = next((n.value for n in numbers if n.width == 4), None)
    between = kinds[match.shape.first : match.shape.last]
    if full and len(numbers) == 2:
        ends = [Number(near(full, n), 4) if 0 < n.width <= _TWO_DIGITS else n for n in numbers]
        is_run = match.tokens.full_years and numbers[1].width == _TWO_DIGITS  # 1925–79
        if is_run and _SLASHES.isdisjoint(between) and ends[1].value < full:
            ends[1] = Number(ends[1].value + 100, 4)
        # 47/1968 are years of two calendars, 68/1969 is a school year, 1941/45 is a range.
        is_apart = numbers[0].value > _MONTHS and not _SLASHES.isdisjoint(between)
        short = next((n.value for n in numbers if 0 < n.width <= _TWO_DIGITS), None)
        is_apart = is_apart and short is not None and ends_same_year(short, full)
        if not is_apart or ends[1].value - ends[0].value == 1:
            numbers = ends
    least, most = min(n.value for n in numbers), max(n.value for n in numbers)
    if most - least > _APART and (not _SLASHES.isdisjoint(between) or is_same_year(least, most)):
        era = None  # 1441/2020م: one year in two calendars; the era belongs to the last number
    members = [year_with_era(match, k, number) for k, number in zip(places, numbers, strict=True)]
    if _is_of_two_calendars(numbers, between):
        members = [
            replace(member, era=Era(calendar))
            for member, calendar in zip(members, ("islamic", "gregorian"), strict=True)
        ]
    members[0] = replace(members[0], first=match.shape.first)  # AD 642: its era
    if len(members) == 1:
        members[0] = replace(members[0], last=match.shape.last)
    return tuple(members), era


def _is_of_two_calendars(numbers: list[Number], between: str) -> bool:
    """Whether two years are a lunar one of three digits and, behind a slash, its Gregorian one."""
    if len(numbers) != _PAIR or numbers[0].width != _THREE_DIGITS:
        return False
    is_apart = numbers[1].value - numbers[0].value > _APART
    return is_apart and not _SLASHES.isdisjoint(between)


def _completed(part: int, whole: int) -> Number:
    """Return the first of two years in words: سبع أو تسع وثلاثين وأربعمائة is 437 or 439."""
    step = 10 if part < 10 else 100
    return Number(whole - whole % step + part, 0)


def year_with_era(match: Match, k: int, year: Number) -> Member:
    """Return a year with the era right after it."""
    after = k + 1
    if after < match.shape.last and match.tokens.kinds[after] in _ERAS:
        return Member(k, after + 1, year=year, era=match.tokens.values[after])
    return Member(k, after, year=year)


def near(full: int, short: Number) -> int:
    """Return the year with these last digits that is nearest to a full year: 1403-04, 2007/8."""
    step: int = 10**short.width
    return full + (short.value - full + step // 2) % step - step // 2
