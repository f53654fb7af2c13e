"""Columns of any kind to days: text, whole numbers, floats without fractions, and mixed objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ShamsiError
from shamsi.columns.blocks import Array, write_days
from shamsi.columns.cells import Cell, CellOptions, read, read_number
from shamsi.columns.parsing import TextColumn, read_cells
from shamsi.columns.table import NAT, NO_DAY
from shamsi.columns.text_buffers import text_column

# text, or an array of integers, floats or objects; and which rows of an array are missing, if any
Part: TypeAlias = tuple[TextColumn | Array, Array | None]

_PER_DAY = 86_400_000_000  # microseconds
_WHOLE = 2.0**53


def read_parts(
    parts: Iterable[Part], options: CellOptions, days: Array, clock: Array | None = None, /
) -> NDArray[np.int64]:
    """Write the day of every row of a column in parts, and return the rows rejected.

    `days` and `clock` are those of `parsing.read_cells`. Missing rows have no day, and are not
    rejected.

    >>> days = np.zeros(3, "datetime64[D]")
    >>> numbers = np.array([14031230.0, np.nan, 14041301])
    >>> read_parts([(numbers, None)], CellOptions(), days), days.astype(str).tolist()
    (array([2]), ['2025-03-20', 'NaT', 'NaT'])
    """
    rejected, first = [np.empty(0, np.int64)], 0
    for values, missing in parts:
        last = first + len(values)
        piece = days[first:last], None if clock is None else clock[first:last]
        rejected.append(_read(values, missing, options, *piece) + first)
        first = last
    return np.concatenate(rejected)


def moments(days: Array, clock: Array, /) -> NDArray[np.int64]:
    """Return int32 days and microseconds since midnight as microseconds since 1970-01-01, or NAT.

    >>> moments(np.array([1, NO_DAY], np.int32), np.array([5, 0])).view("datetime64[us]").tolist()
    [datetime.datetime(1970, 1, 2, 0, 0, 0, 5), None]
    """
    ticks = days.astype(np.int64)
    ticks *= _PER_DAY
    ticks += clock
    ticks[days == NO_DAY] = NAT
    return ticks


def objects_as_text(objects: Array, /) -> TextColumn | None:
    """Return an array of objects as text if all are str, None or NaN; otherwise None.

    >>> objects_as_text(np.array(["1404/05/18", 14040518], object)) is None
    True
    """
    try:
        return text_column(objects)
    except TypeError:
        return None


def read_numbers(
    values: Array, options: CellOptions, days: Array, clock: Array | None = None, /
) -> NDArray[np.int64]:
    """Write the days of integers of eight digits, and return the rows rejected.

    >>> days = np.zeros(2, np.int32)
    >>> read_numbers(np.array([14031230, 14041301]), CellOptions(), days), days[0]
    (array([1]), np.int32(20167))
    """
    distinct, places = np.unique(values, return_inverse=True)
    numbers = np.full(len(distinct), NO_DAY, np.int32)
    for place, value in enumerate(distinct.tolist()):
        try:
            numbers[place] = read_number(value, options).day
        except ShamsiError:
            continue
    found = numbers[places.reshape(-1)]
    _write(found, days)
    if clock is not None:
        clock.fill(0)
    return np.flatnonzero(found == NO_DAY)


def read_objects(
    values: Array, options: CellOptions, days: Array, clock: Array | None = None, /
) -> NDArray[np.int64]:
    """Write the days of objects of any types, each as by `cells.read`, and return those rejected.

    >>> import datetime as dt
    >>> days = np.zeros(3, np.int32)
    >>> mixed = np.array(["1403/12/30", dt.date(2025, 3, 20), True], object)
    >>> read_objects(mixed, CellOptions(), days), days[:2]
    (array([2]), array([20167, 20167], dtype=int32))
    """
    numbers = np.full(len(values), NO_DAY, np.int32)
    known: dict[str, Cell | None] = {}
    rejected: list[int] = []
    if clock is not None:
        clock.fill(0)
    for row, value in enumerate(values.tolist()):
        try:
            cell = (
                known[value] if isinstance(value, str) and value in known else read(value, options)
            )
        except ShamsiError:
            rejected.append(row)
            continue
        if isinstance(value, str):
            known[value] = cell
        if cell is not None:
            numbers[row] = cell.day
            if clock is not None:
                clock[row] = cell.microseconds
    _write(numbers, days)
    return np.array(rejected, np.int64)


def _read(
    values: Any, missing: Array | None, options: CellOptions, days: Array, clock: Array | None
) -> NDArray[np.int64]:
    if not isinstance(values, np.ndarray):
        return read_cells(values, options, days, clock)
    if values.dtype.kind == "O":
        return read_objects(values, options, days, clock)
    if not values.dtype.isnative:
        values = values.astype(values.dtype.newbyteorder("="))
    if values.dtype.kind == "f":
        there = np.isnan(values)
        missing = there if missing is None else there | missing
        # 0 is not a date: it is rejected
        values = np.where((np.abs(values) < _WHOLE) & (values == np.floor(values)), values, 0)
        values = values.astype(np.int64)
    if missing is None:
        return read_numbers(values, options, days, clock)
    rejected = read_numbers(np.where(missing, 0, values), options, days, clock)
    return rejected[~missing[rejected]]


def named_rows(fields: list[Array], missing: Array | None, /) -> NDArray[np.int64]:
    """Return the rows without a day that have a year, a month or a day.

    >>> named_rows([np.array([0, 1404])] * 3, np.array([True, True]))
    array([1])
    """
    if missing is None:
        return np.empty(0, np.int64)
    named = np.logical_or.reduce([each != 0 for each in np.broadcast_arrays(*fields)])
    return np.flatnonzero(missing & named)


def refuse_options(options: CellOptions, /) -> None:
    """Raise TypeError for options that columns of years, months and days do not have.

    >>> refuse_options(CellOptions())
    """
    given = [name for name, value in options._asdict().items() if value not in (None, "refuse")]
    if given:
        raise TypeError(
            f"{' and '.join(given)} cannot be given with years, months and days: "
            "add the century or subtract the era's years from the years first"
        )


def _write(numbers: Array, days: Array) -> None:
    if days.dtype == np.int32:
        days[...] = numbers
    else:
        write_days(numbers, days.view(np.int64))
