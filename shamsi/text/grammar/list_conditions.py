"""Conditions on a list of years: how many digits they have, and how far apart they are."""

from __future__ import annotations

from itertools import pairwise

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.guard_rows import NEAR, Place, Years
from shamsi.text.grammar.tokens import Number

_ERAS, _COUNTED = codes_of("era era_mark"), codes_of("counted")
_LAST_MONTH, _FULL = 12, 4
_LATEST = 2100  # year
_LONGEST_RUN = 20  # years of a range with a short end
_RUN_OF_YEARS = 5  # tokens: a slash or a bracket, «660-680» and an era
_LONG_LIFE = 110  # years
_LONG_ERA = 400  # years
_OF_THE_HIJRA = Years(((622, 2035),))  # common years in which Hijri ones fall


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
    return any(not 1600 <= value <= _LATEST for value in _widths(place)[1])


def is_rising(place: Place) -> bool:
    """Whether two or more years run forward, no more than a long life in all."""
    short, full, _ = _widths(place)
    is_run = bool(full) and full == sorted(set(full)) and full[-1] - full[0] <= _LONG_LIFE
    return is_run and (len(full) > 1 or (len(short) == 1 and is_season(place)))


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
    if count != 2 or not full or not _OF_THE_HIJRA.hold(full[0]):
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
