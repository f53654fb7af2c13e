"""Arrow's columns of Solar Hijri dates to days, and what of them was not read."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (PyArrow has no annotations, and the stubs are incomplete)

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.columns.batches import days_of
from shamsi.columns.blocks import Array
from shamsi.columns.cells import CellOptions
from shamsi.columns.column_check import CheckedColumn
from shamsi.columns.engines.arrow import (
    column_of,
    decoded,
    integers_of,
    made,
    readable,
    ticks_of,
    values_at,
)
from shamsi.columns.inputs import moments, named_rows, read_parts
from shamsi.columns.rejections import Rejected, rejected_cells, rejected_fields
from shamsi.columns.table import NO_DAY


def read_values(column: Any, options: CellOptions, /) -> tuple[Any, Rejected]:
    """Return the days of text or numbers, date32 or timestamp[us], and the rows rejected.

    >>> read_values(pa.array(["1403/12/30", "soon"]), CellOptions())[1].counts()
    {'not-a-date': 1}
    """
    chunked = isinstance(column, pa.ChunkedArray)
    chunks = [decoded(each) for each in (column.chunks if chunked else [column])]
    days, kind = np.empty(len(column), np.int32), pa.date32()
    values: Array = days
    if options.times == "keep":
        clock, kind = np.empty(len(column), np.int64), pa.timestamp("us")
        rows = read_parts(map(readable, chunks), options, days, clock)
        values = moments(days, clock)
    else:
        rows = read_parts(map(readable, chunks), options, days)
    missing = days == NO_DAY if days.min(initial=0) == NO_DAY else None
    found = made([], values, missing, kind)
    if chunked:
        ends = np.cumsum([0, *map(len, chunks)]).tolist()
        pieces = [found.slice(first, len(each)) for first, each in zip(ends, chunks, strict=False)]
        found = pa.chunked_array(pieces, kind)
    return found, rejected_cells(rows, lambda: values_at(column, rows), options, total=len(column))


def checked_column(column: Any, /) -> CheckedColumn:
    """Return a column to be checked: dates and timestamps of Arrow, or text and numbers.

    >>> checked_column(pa.array(["1404/05/18"])).read(CellOptions())[0]
    array([20309], dtype=int32)
    """
    given = column_of(column)
    chunks = given.chunks if isinstance(given, pa.ChunkedArray) else [given]
    parts = [decoded(each) for each in chunks]
    is_days = bool(parts) and pa.types.is_temporal(parts[0].type)
    known = [_days_of(part) for part in parts] if is_days else []
    readables = [] if is_days else list(map(readable, parts))

    def read(options: CellOptions) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        if is_days:
            return np.concatenate(known), np.empty(0, np.int64)
        days = np.empty(len(given), np.int32)
        return days, read_parts(readables, options, days)

    return CheckedColumn(read, lambda rows: values_at(given, rows), len(given), is_text=not is_days)


def _days_of(array: Any) -> NDArray[np.int32]:
    """Day numbers of dates or timestamps; NO_DAY where they are null or out of the calendar."""
    ticks, per_day = ticks_of(array)
    days = np.floor_divide(ticks, per_day).astype(np.int64)
    there = (days >= MIN_DAYS) & (days <= MAX_DAYS)
    if array.null_count:
        there &= array.is_valid().to_numpy(zero_copy_only=False)
    return np.where(there, days, NO_DAY).astype(np.int32)


def read_fields(given: dict[str, Any], /) -> Any:
    """Return the days, date32, of years, months and days, of which one or two may be an int.

    >>> read_fields({"years": pa.array([1403]), "months": 12, "days": 30}).to_pylist()
    [datetime.date(2025, 3, 20)]
    """
    same, columns = _told_apart(given)
    if not columns:
        raise TypeError(
            "years, months and days are all of type int: one must be a column; "
            "for a single day use shamsi.Date"
        )
    if len({len(each) for each in columns.values()}) > 1:
        lengths = ", ".join(f"{len(each)} {name}" for name, each in columns.items())
        raise ValueError(f"columns must be of one length, got {lengths}")

    def numbered(batch: Any) -> Any:
        rows = dict(zip(columns, map(decoded, batch.columns), strict=True))
        numbers = same | {name: integers_of(name, each) for name, each in rows.items()}
        return made(list(rows.values()), *days_of([numbers[name] for name in given]), pa.date32())

    if any(isinstance(each, pa.ChunkedArray) for each in columns.values()):
        return pa.chunked_array(map(numbered, pa.table(columns).to_batches()), pa.date32())
    return numbered(pa.record_batch(columns))


def unread_fields(given: dict[str, Any], days: Any, /) -> Rejected:
    """Return the rows of years, months and days, given to `read_fields`, that have no day.

    >>> unread_fields({"years": pa.array([1403]), "months": 13, "days": 1}, pa.nulls(1))[0].value
    (1403, 13, 1)
    """
    same, columns = _told_apart(given)
    values = {name: np.asarray(column.fill_null(0)) for name, column in columns.items()}
    gone = np.logical_or.reduce([np.asarray(each.is_null()) for each in columns.values()])
    fields = [np.where(gone, 0, (same | values)[name]) for name in given]
    rows = named_rows(fields, np.asarray(days.is_null()))
    return rejected_fields(rows, fields, total=len(days))


def _told_apart(given: dict[str, Any]) -> tuple[dict[str, Array], dict[str, Any]]:
    """Integers that are the same for every row, and columns."""
    same = {name: np.array(each) for name, each in given.items() if type(each) is int}
    return same, {name: column_of(each) for name, each in given.items() if name not in same}
