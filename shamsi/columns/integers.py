"""Whole numbers of eight digits to days, as `cells.read_number` reads one."""

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.blocks import Array, write_days
from shamsi.columns.buffers import BLOCK
from shamsi.columns.cells import GREGORIAN_INTEGERS, SOLAR_INTEGERS, CellOptions
from shamsi.columns.field_days import days_of_fields
from shamsi.columns.table import NO_DAY

_MOST = 99_999_999


def read_numbers(
    values: Array,
    options: CellOptions,
    days: Array,
    clock: Array | None = None,
    /,
    missing: Array | None = None,
) -> NDArray[np.int64]:
    """Write the day of every number into int32 or datetime64[D], and return the rows rejected.

    The numbers are integers of any width, or floats, of which NaN is missing; those with a fraction
    are rejected. A row that is missing, also by the mask, or rejected is NO_DAY, or NaT. `clock`,
    if given, is 0 everywhere.

    >>> days = np.zeros(3, "datetime64[D]")
    >>> read_numbers(np.array([14031230, 14041301, 20250320]), CellOptions(gregorian="pass"), days)
    array([1])
    >>> days.astype(str).tolist()
    ['2025-03-20', 'NaT', '2025-03-20']
    """
    if clock is not None:
        clock.fill(0)
    target = days.view(np.int64) if days.dtype.kind == "M" else days
    found = np.empty(min(len(values), BLOCK), np.int32)
    rejected = [np.empty(0, np.int64)]
    for first in range(0, len(values), BLOCK):
        piece, given = target[first : first + BLOCK], values[first : first + BLOCK]
        block = found[: len(piece)]
        days_of_fields(_fields(given, options), options, block, passes=True)
        there = None if missing is None else ~missing[first : first + BLOCK]
        if there is not None:
            block[~there] = NO_DAY
        if write_days(block, piece):
            wrong = block == NO_DAY
            if there is not None:
                wrong &= there
            if given.dtype.kind == "f":
                wrong &= ~np.isnan(given)
            rejected.append(np.flatnonzero(wrong) + first)
    return np.concatenate(rejected)


def _fields(values: Array, options: CellOptions) -> Array:
    """Return ``year << 9 | month << 5 | day`` of each number; 0 for numbers that are no dates."""
    if values.dtype.kind == "f":
        wrong = ~((values >= 0) & (values <= _MOST)) | (values != np.floor(values))
        values = np.where(wrong, 0, values)
    elif values.dtype.kind == "u" and values.dtype.itemsize == 8:
        values = np.minimum(values, _MOST + 1)
    numbers = values.astype(np.int64)
    rest = numbers // 100
    day = numbers - rest * 100
    year = rest // 100
    month = rest - year * 100
    wrong = (month > 12) | (day > 31)
    if options.era is not None:
        wrong |= (year < 1000) | (year > 9999)
    else:
        wrong |= ~(_is_in(numbers, SOLAR_INTEGERS) | _is_in(numbers, GREGORIAN_INTEGERS))
    fields: Array = year << 9 | month << 5 | day
    fields[wrong] = 0
    return fields


def _is_in(numbers: Array, allowed: range) -> Array:
    within: Array = (numbers >= allowed.start) & (numbers < allowed.stop)
    return within
