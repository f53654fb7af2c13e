"""Slips in columns: the one change to one side of a row after which both sides agree.

The names are those of `shamsi.check`, which reads single pairs of a text; here whole arrays are
compared at once, and a row may have its day and month swapped, as spreadsheets do.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.blocks import Array
from shamsi.columns.table import SHIFT, table

SLIPS = (
    "unknown",
    "off-by-one",
    "calque",
    "day-month-swap",
    "digit-swap",
    "month-slip",
    "year-slip",
)
_YEARS = (*range(1, 31), 100)  # steps of a wrong year


class _Fields(NamedTuple):
    """Years, months and days of one calendar."""

    year: Array
    month: Array
    day: Array


_Both: TypeAlias = tuple[_Fields, _Fields]  # of the Solar and of the Gregorian day


def slips(solar: Array, gregorian: Array, /) -> NDArray[np.int8]:
    """Return the place in SLIPS of what explains each row, of two arrays of day numbers.

    The rows must disagree, and lie within the calendar.

    >>> solar, gregorian = np.array([20309]), np.array([20318])  # 1404-05-18, 2025-08-18
    >>> [SLIPS[code] for code in slips(solar, gregorian)]
    ['calque']
    """
    printed = _solar(solar), _gregorian(gregorian)
    meant = _solar(gregorian), _gregorian(solar)  # what would agree with the other side
    conditions = [
        np.abs(gregorian - solar) == 1,
        _is_calque(*printed),
        *(
            _on_either_side(test, printed, meant)
            for test in (_is_turned, _is_swapped, _is_other_month, _is_other_year)
        ),
    ]
    return np.select(conditions, range(1, len(SLIPS)), 0).astype(np.int8)


def _solar(days: Array) -> _Fields:
    packed = table("packed")[days + SHIFT]
    return _Fields(packed >> 16, packed >> 8 & 255, packed & 255)


def _gregorian(days: Array) -> _Fields:
    dates = days.astype("M8[D]")
    months = dates.astype("M8[M]")
    number = months.astype(np.int64)
    return _Fields(
        number // 12 + 1970, number % 12 + 1, (dates - months.astype("M8[D]")).astype(np.int64) + 1
    )


def _on_either_side(
    test: Callable[[_Fields, _Fields], Array], printed: _Both, meant: _Both
) -> Array:
    left, right = (test(*sides) for sides in zip(printed, meant, strict=True))
    either: Array = left | right
    return either


def _is_calque(solar: _Fields, gregorian: _Fields) -> Array:
    """Whether one month's name usually translates the other, and the day was kept."""
    usual = [(solar.month + shift) % 12 + 1 == gregorian.month for shift in (1, 2)]
    same: Array = (solar.day == gregorian.day) & (usual[0] | usual[1])
    return same


def _is_turned(printed: _Fields, meant: _Fields) -> Array:
    turned: Array = (
        (printed.year == meant.year) & (printed.month == meant.day) & (printed.day == meant.month)
    )
    return turned


def _is_swapped(printed: _Fields, meant: _Fields) -> Array:
    """Whether two digits of the day, or of the year, changed places."""
    day = (
        (printed.year == meant.year)
        & (printed.month == meant.month)
        & (printed.day % 10 * 10 + printed.day // 10 == meant.day)
    )
    digits = [[fields.year // 10**place % 10 for place in range(4)] for fields in (printed, meant)]
    differ = sum((a != b).astype(np.int8) for a, b in zip(*digits, strict=True))
    sorted_digits = [np.sort(np.stack(each), axis=0) for each in digits]
    same_digits = (sorted_digits[0] == sorted_digits[1]).all(axis=0)
    year = _same_day(printed, meant) & (differ == 2) & same_digits
    swapped: Array = day | year
    return swapped


def _is_other_month(printed: _Fields, meant: _Fields) -> Array:
    steps = np.abs(printed.month - meant.month)
    other: Array = (
        (printed.year == meant.year) & (printed.day == meant.day) & ((steps == 1) | (steps == 11))
    )
    return other


def _is_other_year(printed: _Fields, meant: _Fields) -> Array:
    other: Array = _same_day(printed, meant) & np.isin(np.abs(printed.year - meant.year), _YEARS)
    return other


def _same_day(printed: _Fields, meant: _Fields) -> Array:
    same: Array = (printed.month == meant.month) & (printed.day == meant.day)
    return same
