"""The kernel against the rule spelled out another way, on every day it knows."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.calendar import kernel

# ICU 78 states its calendar as 33-year cycles and the years of them that are common after all,
# each followed by a leap year (icu4c/source/i18n/persncal.cpp).
COMMON_AFTER_ALL = frozenset(
    int(year)
    for year in """
    1502 1601 1634 1667 1700 1733 1766 1799 1832 1865 1898 1931 1964 1997 2030 2059 2063 2096 2129 2158 2162 2191
    2195 2224 2228 2257 2261 2290 2294 2323 2327 2356 2360 2389 2393 2422 2426 2455 2459 2488 2492 2521 2525 2554
    2558 2587 2591 2620 2624 2653 2657 2686 2690 2719 2723 2748 2752 2756 2781 2785 2789 2818 2822 2847 2851 2855
    2880 2884 2888 2913 2917 2921 2946 2950 2954 2979 2983 2987
    """.split()
)


def is_leap_by_cycles(year: int) -> bool:
    if year in COMMON_AFTER_ALL:
        return False
    return year - 1 in COMMON_AFTER_ALL or (25 * year + 11) % 33 < 8


def months() -> Iterator[tuple[int, int, int]]:
    """Walk the whole range: every (year, month) and its length, by the other statement of the rule."""
    for year in range(1, 9379):
        for month in range(1, 13):
            yield year, month, 31 if month < 7 else 30 if month < 12 else 29 + is_leap_by_cycles(year)


def test_every_day_in_order() -> None:
    days, fields = kernel.days, kernel.fields
    number = dt.date(622, 3, 21).toordinal() - dt.date(1970, 1, 1).toordinal()
    assert number == kernel.MIN_DAYS
    for year, month, length in months():
        for day in range(1, length + 1):
            if fields(number) != (year, month, day) or days(year, month, day) != number:
                pytest.fail(f"day {number} is {year}-{month}-{day}: {fields(number)}, {days(year, month, day)}")
            if number == kernel.MAX_DAYS:
                assert (year, month, day) == (9378, 10, 10)
                return
            number += 1


def test_days_out_of_range_have_some_answer() -> None:
    for number in (*range(kernel.MIN_DAYS - 800, kernel.MIN_DAYS), kernel.MAX_DAYS + 1, kernel.MAX_DAYS + 800):
        assert len(kernel.fields(number)) == 3


def test_month_lengths_and_the_invalid_neighbours_of_every_month() -> None:
    for year, month, length in months():
        assert kernel.month_length(year, month) == length
        assert not kernel.is_valid(year, month, 0)
        assert not kernel.is_valid(year, month, length + 1)
        assert kernel.is_valid(year, month, length) == ((year, month) < (9378, 10))


def test_leap_years_and_year_starts() -> None:
    start = kernel.MIN_DAYS
    for year in range(kernel.MIN_YEAR, kernel.MAX_YEAR + 1):
        assert kernel.year_start(year) == start == kernel.days(year, 1, 1)
        assert kernel.is_leap(year) == is_leap_by_cycles(year)
        start += 365 + is_leap_by_cycles(year)


@pytest.mark.parametrize(
    ("fields", "gregorian"),
    [
        ((1, 1, 1), dt.date(622, 3, 21)),
        ((9378, 10, 10), dt.date.max),
        ((1348, 10, 11), dt.date(1970, 1, 1)),
        ((1357, 11, 22), dt.date(1979, 2, 11)),  # the Islamic Revolution
        ((1403, 12, 30), dt.date(2025, 3, 20)),
        ((1404, 1, 1), dt.date(2025, 3, 21)),
    ],
)
def test_well_known_days(fields: tuple[int, int, int], gregorian: dt.date) -> None:
    number = gregorian.toordinal() - kernel.EPOCH_ORDINAL
    assert kernel.days(*fields) == number
    assert kernel.fields(number) == fields
    assert dt.date.fromordinal(kernel.EPOCH_ORDINAL) == dt.date(1970, 1, 1)


@pytest.mark.parametrize(
    ("fields", "valid"),
    [
        ((1, 1, 1), True),
        ((0, 12, 29), False),
        ((9378, 10, 10), True),
        ((9378, 10, 11), False),
        ((9378, 11, 1), False),
        ((9379, 1, 1), False),
        ((1403, 12, 30), True),
        ((1404, 12, 30), False),
        ((1404, 13, 1), False),
        ((1404, 0, 1), False),
        ((-1404, -1, -1), False),
    ],
)
def test_is_valid(fields: tuple[int, int, int], *, valid: bool) -> None:
    assert kernel.is_valid(*fields) is valid


ANY = st.one_of(st.integers(), st.integers(-40, 40), st.integers(1, 9378))


@given(ANY, ANY, ANY)
def test_any_integers_are_valid_as_the_other_statement_says(year: int, month: int, day: int) -> None:
    possible = (1, 1, 1) <= (year, month, day) <= (9378, 10, 10) and 1 <= month <= 12
    lengths = (0, *[31] * 6, *[30] * 5, 29 + is_leap_by_cycles(year))
    assert kernel.is_valid(year, month, day) == (possible and 1 <= day <= lengths[month])


@pytest.mark.parametrize("module", ["shamsi.calendar.kernel", "shamsi.calendar.lunar", "shamsi._errors"])
def test_the_ground_floor_imports_nothing(module: str) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); before = set(sys.modules);"
        f"import {module}; print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-ISc", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"shamsi", module.rpartition(".")[0], module}
