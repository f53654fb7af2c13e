"""Patterns of two columns: the converter that made one of them from the other.

A pattern is seen in many rows, not in one: which years are off, by how many days, and which are
not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from shamsi.calendar.kernel import MAX_YEAR, MIN_YEAR, is_leap, year_start

Year = int
Histogram = Mapping[tuple[Year, int], int]  # rows by Solar year and days off, agreeing rows too

_SHARE = 0.8  # of the rows that a pattern speaks of, those that must follow it
_LEAST = 3  # rows; fewer are slips
_TRIED = 3  # numbers of days that are tried as a constant shift
_FAR = 40  # days; more than leap days can add up to


class Pattern(NamedTuple):
    """A pattern: its name, and the days that it is off in each year that it explains."""

    name: str
    off: Mapping[Year, int]


def pattern(histogram: Histogram, /) -> Pattern | None:
    """Return the pattern of the rows that disagree, None if they have none.

    "birashk" is the arithmetic rule of Birashk (2820 years), by which 1403 has no leap day and 1404
    has one. "no-leap-years" is a converter that misses each leap day from one on. "constant-shift"
    is the same number of days in all years, such as a time zone makes.

    >>> pattern({(1403, 0): 90, (1404, -1): 50, (1405, 0): 20}).name
    'birashk'
    >>> pattern({(1403, 0): 90, (1404, -1): 50, (1405, -1): 20}).name
    'no-leap-years'
    """
    wrong = sum(count for (_, off), count in histogram.items() if off)
    if wrong < _LEAST:
        return None
    found = [one for one in _patterns(histogram) if _explained(one, histogram) >= _LEAST]
    best = max(found, key=lambda one: _score(one, histogram), default=None)
    return best if best and _fits(best, histogram) else None


def birashk_start(year: Year, /) -> int:
    """Return the day number of 1 Farvardin by Birashk's cycle of 2820 years from 474 on.

    The formula is that of Fourmilab's calendar converter, which many libraries copied.

    >>> birashk_start(1404) - year_start(1404), birashk_start(1405) - year_start(1405)
    (-1, 0)
    """
    cycles, place = divmod(year - 474, 2820)
    in_cycle = place + 474
    return cycles * 1029983 + (in_cycle - 1) * 365 + (in_cycle * 682 - 110) // 2816 - 492267


def _patterns(histogram: Histogram) -> Iterator[Pattern]:
    years = sorted({year for year, _ in histogram if MIN_YEAR <= year < MAX_YEAR})
    yield Pattern("birashk", {year: _birashk()[year] for year in years if year in _birashk()})
    for off in _usual(histogram):
        yield Pattern("constant-shift", dict.fromkeys(years, off))
    for first in range(years[0] - 1, years[-1] + 1) if years else ():
        if first >= MIN_YEAR and is_leap(first):
            missed = np.cumsum([is_leap(year) for year in range(first, years[-1] + 1)])
            after = {first + 1 + place: -int(count) for place, count in enumerate(missed)}
            yield Pattern(
                "no-leap-years",
                {year: after[year] for year in years if year > first and after[year] > -_FAR},
            )


def _usual(histogram: Histogram) -> list[int]:
    """The days that most rows are off."""
    rows: Counter[int] = Counter()
    for (_, off), count in histogram.items():
        rows[off] += count if off else 0
    return [off for off, count in rows.most_common(_TRIED) if count]


@cache
def _birashk() -> dict[Year, int]:
    """The days by which a year begins earlier or later by Birashk's rule, if any."""
    differences = ((year, birashk_start(year) - year_start(year)) for year in range(1, MAX_YEAR))
    return {year: off for year, off in differences if off}


def _explained(one: Pattern, histogram: Histogram) -> int:
    return sum(
        count for (year, off), count in histogram.items() if off and one.off.get(year) == off
    )


def _score(one: Pattern, histogram: Histogram) -> tuple[int, int]:
    """The rows that follow a pattern, agreeing ones too; among equals the narrower pattern."""
    followed = sum(count for (year, off), count in histogram.items() if one.off.get(year, 0) == off)
    return followed, -len([year for year, off in one.off.items() if off])


def _fits(one: Pattern, histogram: Histogram) -> bool:
    """Whether most rows of the years that it speaks of follow a pattern."""
    rows = sum(count for (year, _), count in histogram.items() if one.off.get(year))
    return _explained(one, histogram) >= _SHARE * rows
