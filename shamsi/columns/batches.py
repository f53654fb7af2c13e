"""Batches of rows of an engine with nulls: their values, and a mask of the rows that are null.

The mask is None if no row is missing. A row that is null in the engine may hold any number; its
result is ignored. `per_day` is the number of ticks in a day.
"""

from typing import TypeAlias

import numpy as np

from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.columns.blocks import Array, day_rows, number_fields, number_packed
from shamsi.columns.buffers import DAYS, borrowed
from shamsi.columns.table import NO_DAY, Attribute, fiscal_years, floors, table
from shamsi.columns.units import Unit

Masked: TypeAlias = tuple[Array, Array | None]  # values, and a mask of those that are missing

_ENDS = np.iinfo(np.int64)
_FIELDS = {"year": np.int16, "month": np.int8, "day": np.int8}


def attributes_of(attribute: Attribute, ticks: Array, /, per_day: int = 1) -> Masked:
    """Return an attribute of each day.

    >>> attributes_of("year", np.array([20167, -(10**6)]))
    (array([1403,    0], dtype=int16), array([False,  True]))
    """
    return _looked_up(table(attribute), ticks, per_day)


def fields_of(ticks: Array, /, per_day: int = 1) -> tuple[dict[str, Array], Array | None]:
    """Return the year, month and day of each day, by name, from one look-up.

    >>> fields_of(np.array([20167]))[0]["month"]
    array([12], dtype=int8)
    """
    source, missing = table("packed"), False
    columns = {name: np.empty(len(ticks), kind) for name, kind in _FIELDS.items()}
    with borrowed(np.int32, rows=DAYS) as (memory,):
        for first, _, rows, years in day_rows(ticks, columns["year"], per_day=per_day):
            packed = source.take(rows, out=memory[: len(rows)], mode="clip")
            missing = missing or (len(packed) > 0 and packed.min() <= source[0])
            here = slice(first, first + len(rows))
            np.copyto(columns["day"][here], packed, casting="unsafe")  # its lowest byte
            packed >>= 8
            np.copyto(columns["month"][here], packed, casting="unsafe")
            packed >>= 8
            np.copyto(years, packed, casting="unsafe")
    return columns, _outside(ticks, per_day) if missing else None


def fiscal_years_of(first_month: int, ticks: Array, /, per_day: int = 1) -> Masked:
    """Return the fiscal year of each day, named by the year in which it ends, int16.

    >>> fiscal_years_of(10, np.array([20167]))
    (array([1404], dtype=int16), None)
    """
    return _looked_up(fiscal_years(first_month), ticks, per_day)


def floors_of(unit: Unit, ticks: Array, /, per_day: int = 1, first_month: int = 1) -> Masked:
    """Return the number of the first day of each day's unit, int32; missing before 0622-03-21.

    >>> floors_of("year", np.array([20167]))
    (array([19802], dtype=int32), None)
    """
    source = floors(unit, first_month)
    days, missing = _looked_up(source, ticks, per_day)
    if source[1] != NO_DAY:  # the unit of the first day begins with it
        return days, missing
    return _masked(days) if missing is None else (days, missing | (days == NO_DAY))


def days_of(fields: list[Array], /) -> Masked:
    """Return the number of each day, int32, of years, months and days, or of packed dates.

    Years, months and days broadcast.

    >>> days_of([np.array([1403, 1404]), np.array([12, 12]), np.array([30, 30])])[1]
    array([False,  True])
    """
    days = np.empty(np.broadcast_shapes(*(each.shape for each in fields)), np.int32)
    if len(fields) == 1:
        number_packed(fields[0], days)
    else:
        number_fields(fields, days)
    return _masked(days)


def _looked_up(source: Array, ticks: Array, per_day: int) -> Masked:
    found, missing = np.empty(len(ticks), source.dtype), False
    for _, _, rows, piece in day_rows(ticks, found, per_day=per_day):
        source.take(rows, out=piece, mode="clip")
        # the row for days out of range is less than all others
        missing = missing or (len(piece) > 0 and bool(piece.min() <= source[0]))
    return found, _outside(ticks, per_day) if missing else None


def _outside(ticks: Array, per_day: int) -> Array | None:
    """Return which rows are days out of range, None if all are in range."""
    first, last = max(MIN_DAYS * per_day, _ENDS.min), min((MAX_DAYS + 1) * per_day - 1, _ENDS.max)
    if ticks.min() >= first and ticks.max() <= last:
        return None
    return (ticks < first) | (ticks > last)


def _masked(days: Array) -> Masked:
    return days, days == NO_DAY if days.min(initial=0) == NO_DAY else None
