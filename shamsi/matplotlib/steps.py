"""Which days have a tick: every so many years, in some months, on some days or weekdays."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from shamsi.calendar.kernel import day_number, fields

YEAR = 365.2422  # days
MONTH = YEAR / 12
SATURDAY = 6


class Step(NamedTuple):
    """Ticks on days: how many days lie between two, about, and the days within two day numbers."""

    length: float
    days: Callable[[int, int], Iterator[int]]


def in_years(base: int = 1, month: int = 1, day: int = 1, /) -> Step:
    """Return a step of a day of each year that the base divides.

    >>> [fields(number) for number in in_years(10).days(14_000, 20_000)]
    [(1390, 1, 1), (1400, 1, 1)]
    """
    return Step(base * YEAR, partial(_by_years, base, month, day))


def in_months(months: Iterable[int], /, days: Iterable[int] = (1,)) -> Step:
    """Return a step of some days of some months of each year.

    >>> [fields(number) for number in in_months((1, 7)).days(19_800, 20_100)]
    [(1403, 1, 1), (1403, 7, 1)]
    """
    of_month = tuple(days)
    of_year = tuple((month, day) for month in months for day in of_month)
    return Step(YEAR / len(of_year), partial(_by_dates, of_year))


def in_weeks(interval: int = 1, weekday: int = SATURDAY, /) -> Step:
    """Return a step of a weekday (ISO 8601, Saturday 6), every week or every few weeks.

    >>> [fields(number) for number in in_weeks().days(20_160, 20_170)]
    [(1403, 12, 25), (1404, 1, 2)]
    """
    return Step(7 * interval, partial(_by_weeks, 7 * interval, weekday - 4))  # day 0 was a Thursday


# Functions of the module, so that a figure can be pickled


def _by_years(base: int, month: int, day: int, first: int, last: int) -> Iterator[int]:
    start, stop = fields(first)[0], fields(last)[0]
    years = range(-(-start // base) * base, stop + 1, base)
    return _within(first, last, ((year, month, day) for year in years))


def _by_dates(of_year: tuple[tuple[int, int], ...], first: int, last: int) -> Iterator[int]:
    years = range(fields(first)[0], fields(last)[0] + 1)
    return _within(first, last, ((year, *date) for year in years for date in of_year))


def _by_weeks(length: int, start: int, first: int, last: int) -> Iterator[int]:
    return iter(range(first + (start - first) % length, last + 1, length))


def _within(first: int, last: int, dates: Iterable[tuple[int, int, int]]) -> Iterator[int]:
    for date in dates:
        number = day_number(*date)
        if number is not None and first <= number <= last:
            yield number


_ALL = range(1, 13)
AUTOMATIC = (  # neighbours differ by a factor of at most 2.5
    *(in_years(base) for base in (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)),
    *(in_months(range(1, 13, interval)) for interval in (6, 3, 2, 1)),
    in_months(_ALL, (1, 15)),
    in_weeks(),
    in_months(_ALL, (1, 5, 10, 15, 20, 25)),
    in_months(_ALL, range(1, 31, 2)),
    in_months(_ALL, range(1, 32)),
)
SECONDS = (  # between the ticks of a clock
    *(12 * 3600, 6 * 3600, 3 * 3600, 2 * 3600, 3600),
    *(1800, 900, 600, 300, 120, 60),
    *(30, 15, 10, 5, 2, 1),
)
