"""Columns of objects to days: text, whole numbers and dates mixed, each type on its own."""

import datetime as dt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ShamsiError
from shamsi.calendar.kernel import EPOCH_ORDINAL, MIN_DAYS
from shamsi.columns.blocks import Array, write_days
from shamsi.columns.cells import Cell, CellOptions, read
from shamsi.columns.distinct_texts import BLANK
from shamsi.columns.integers import read_numbers
from shamsi.columns.parsing import read_cells
from shamsi.columns.table import NO_DAY
from shamsi.columns.text_buffers import text_column
from shamsi.values.date import Date

_FIRST = MIN_DAYS + EPOCH_ORDINAL
_WIDE = 1 << 62  # integers from here on are no dates


def read_objects(
    values: Array, options: CellOptions, days: Array, clock: Array | None = None, /
) -> NDArray[np.int64]:
    """Write the day of every object into int32 or datetime64[D], and return the rows rejected.

    An object is read as by `cells.read`, and the text "NaT" is missing, as in all arrays. Rows
    that are missing or rejected, and `clock`, are as in `parsing.read_cells`.

    >>> mixed = np.array(["1403/12/30", 14031230, dt.date(2025, 3, 20), None, True], object)
    >>> days = np.zeros(5, "datetime64[D]")
    >>> read_objects(mixed, CellOptions(), days), days.astype(str).tolist()
    (array([4]), ['2025-03-20', '2025-03-20', '2025-03-20', 'NaT', 'NaT'])
    """
    items = values.tolist()
    numbers = np.full(len(items), BLANK, np.int32)
    ticks = np.zeros(len(items), np.int64)
    types = list(dict.fromkeys(map(type, items)))
    places = {kind: place for place, kind in enumerate(types)}
    kinds = np.array([places[type(item)] for item in items], np.intp)
    for number, kind in enumerate(types):
        rows = np.flatnonzero(kinds == number)
        some = [items[row] for row in rows.tolist()] if len(types) > 1 else items
        numbers[rows], ticks[rows] = _of_type(kind, some, options)
    rejected = np.flatnonzero(numbers == NO_DAY)
    numbers[numbers == BLANK] = NO_DAY
    if days.dtype == np.int32:
        days[...] = numbers
    else:
        write_days(numbers, days.view(np.int64))
    if clock is not None:
        clock[...] = ticks
    return rejected


def _of_type(kind: type, items: list[Any], options: CellOptions) -> tuple[Array, Array]:
    """Return the days and times of objects of one type: BLANK if missing, NO_DAY if rejected."""
    days = np.full(len(items), BLANK, np.int32)
    ticks = np.zeros(len(items), np.int64)
    if kind is type(None):
        pass
    elif issubclass(kind, str):
        texts = np.empty(len(items), object)
        texts[:] = items
        _mark(days, read_cells(text_column(texts), options, days, ticks))
    elif kind in (int, float):
        given = np.array(items, np.float64) if kind is float else _narrow(items)
        _mark(days, read_numbers(given, options, days))
    elif kind is Date:
        days[:] = [item.ordinal - EPOCH_ORDINAL for item in items]
    elif kind is dt.date:
        ordinals = np.array([item.toordinal() for item in items], np.int32)
        days[:] = np.where(ordinals < _FIRST, NO_DAY, ordinals - EPOCH_ORDINAL)
    elif kind is dt.datetime and all(item.tzinfo is None for item in items):
        _read_moments(items, options, days, ticks)
    else:
        for row, item in enumerate(items):
            cell = _cell(item, options)
            days[row], ticks[row] = (BLANK, 0) if cell is None else cell
    return days, ticks


def _mark(days: Array, rejected: Array) -> None:
    """Tell rows that are missing from those that are rejected: both are NO_DAY."""
    days[days == NO_DAY] = BLANK
    days[rejected] = NO_DAY


def _narrow(items: list[int]) -> Array:
    return np.array([item if -_WIDE < item < _WIDE else 0 for item in items], np.int64)


def _read_moments(
    items: list[dt.datetime], options: CellOptions, days: Array, ticks: Array
) -> None:
    """Read moments without a zone: those at midnight are days."""
    moments = np.array(items, "M8[us]").view(np.int64)
    per_day = 86_400_000_000
    days[:] = moments // per_day
    ticks[:] = moments - moments // per_day * per_day
    wrong = days < MIN_DAYS
    if options.times == "refuse":
        wrong |= ticks != 0
    days[wrong] = NO_DAY
    ticks[wrong] = 0
    if options.times != "keep":
        ticks[:] = 0


def _cell(item: Any, options: CellOptions) -> Cell | None:
    try:
        return read(item, options)
    except ShamsiError:
        return Cell(NO_DAY)
