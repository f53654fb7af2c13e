"""PyArrow: arrays of dates between the Solar Hijri and the Gregorian calendar.

Gregorian days are date32, date64 or timestamp arrays of any unit, plain, chunked, sliced or dictionary-encoded; of a
timestamp with a zone, the day that the clock shows there. Null gives null, and so does what is impossible or outside
0622-03-21..9999-12-31. What is given is read in place, what is answered is written once; a chunked array gives one.
"""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (PyArrow brings no annotations, and the stubs there are know less than it can)

from collections.abc import Callable
from functools import reduce
from typing import Any, TypeAlias

try:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
except ModuleNotFoundError as error:
    if error.name not in ("numpy", "pyarrow"):
        raise
    raise ModuleNotFoundError("shamsi.pyarrow needs PyArrow: pip install 'shamsi[pyarrow]'", name=error.name) from error

from shamsi._errors import shown
from shamsi.columns.batches import attributes_of, check_unit, days_of, fields_of, floors_of
from shamsi.columns.blocks import Array
from shamsi.columns.table import Attribute, Unit

Column: TypeAlias = Any  # a pyarrow.Array or ChunkedArray, or what hands one over by Arrow's C interface

_PER_DAY = {"s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9}
_EMPTY = np.zeros(0, np.int32)
_TYPES: dict[str, pa.DataType] = {
    **{"packed": pa.int32(), "year": pa.int16(), "day_of_year": pa.int16(), "is_leap": pa.bool_()},
    **{"month": pa.int8(), "day": pa.int8(), "weekday": pa.int8(), "season": pa.int8(), "month_length": pa.int8()},
}
_FIELDS = pa.struct([(name, _TYPES[name]) for name in ("year", "month", "day")])


def pack(dates: Column) -> Column:
    """Return Gregorian days as Solar Hijri dates packed into int32, ``year << 16 | month << 8 | day``.

    They sort as days do, and `to_gregorian` leads back. TypeError for what is no column of dates or timestamps.

    >>> import datetime as dt
    >>> pack(pa.array([dt.date(2025, 3, 20), None])).to_pylist()
    [91950110, None]
    """
    return _of_days("packed", dates)


def fields(dates: Column) -> Column:
    """Return the Solar Hijri dates as structs of year (int16), month and day (int8), all of one look-up.

    >>> import datetime as dt
    >>> fields(pa.array([dt.date(2025, 3, 20), None])).to_pylist()
    [{'year': 1403, 'month': 12, 'day': 30}, None]
    """
    return _by_chunk(_fields, dates, _FIELDS)


def year(dates: Column) -> Column:
    """Return the Solar Hijri years of Gregorian days, int16.

    >>> import datetime as dt
    >>> year(pa.array([dt.date(2025, 3, 20), dt.date(2025, 3, 21)])).to_pylist()
    [1403, 1404]
    """
    return _of_days("year", dates)


def month(dates: Column) -> Column:
    """Return the months, 1 (Farvardin) .. 12 (Esfand), int8.

    >>> import datetime as dt
    >>> month(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [12]
    """
    return _of_days("month", dates)


def day(dates: Column) -> Column:
    """Return the days of the month, 1..31, int8.

    >>> import datetime as dt
    >>> day(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [30]
    """
    return _of_days("day", dates)


def weekday(dates: Column) -> Column:
    """Return the days of the week by ISO 8601, Monday 1 .. Sunday 7, int8.

    >>> import datetime as dt
    >>> weekday(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [4]
    """
    return _of_days("weekday", dates)


def day_of_year(dates: Column) -> Column:
    """Return the ordinal days within the Solar Hijri year, 1..366, int16.

    >>> import datetime as dt
    >>> day_of_year(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [366]
    """
    return _of_days("day_of_year", dates)


def season(dates: Column) -> Column:
    """Return the seasons, 1 (spring, Farvardin to Khordad) .. 4 (winter), int8.

    >>> import datetime as dt
    >>> season(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [4]
    """
    return _of_days("season", dates)


def is_leap(dates: Column) -> Column:
    """Tell which days are of a leap year, of 366 days.

    >>> import datetime as dt
    >>> is_leap(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [True]
    """
    return _of_days("is_leap", dates)


def month_length(dates: Column) -> Column:
    """Return how many days the month of each day has, 29..31, int8.

    >>> import datetime as dt
    >>> month_length(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [30]
    """
    return _of_days("month_length", dates)


def floor(dates: Column, unit: Unit) -> Column:
    """Return the first day of each day's Solar Hijri "month", "season" or "year", as date32.

    ValueError for another unit.

    >>> import datetime as dt
    >>> floor(pa.array([dt.date(2025, 3, 20)]), "year").to_pylist()
    [datetime.date(2024, 3, 20)]
    """
    check_unit(unit)
    return _by_chunk(lambda days: _made([days], *floors_of(unit, *_ticks(days)), pa.date32()), dates, pa.date32())


def to_gregorian(years: Column, months: Column | int | None = None, days: Column | int | None = None) -> Column:
    """Return Solar Hijri dates as date32: years, months and days, or one column of packed dates.

    Integers of any width are taken; an int is the same for every row. TypeError for what is not integers, ValueError
    for columns that are not of one length.

    >>> to_gregorian(pa.array([1403, 1404]), pa.array([12, 12]), 30).to_pylist()
    [datetime.date(2025, 3, 20), None]
    >>> to_gregorian(pa.array([91950110])).to_pylist()
    [datetime.date(2025, 3, 20)]
    """
    if (months is None) != (days is None):
        raise TypeError("months and days must be given both, or neither with packed dates")
    given: dict[str, Any] = {"years": years, "months": months, "days": days}
    if months is None:
        given = {"packed dates": years}
    same = {name: np.array(each) for name, each in given.items() if type(each) is int}
    columns = {name: _column(each) for name, each in given.items() if name not in same}
    if not columns:
        raise TypeError(
            "years, months and days are all of type int: one must be a column; for a single day, shamsi.Date"
        )
    if len({len(each) for each in columns.values()}) > 1:
        lengths = ", ".join(f"{len(each)} {name}" for name, each in columns.items())
        raise ValueError(f"columns must be of one length, got {lengths}")

    def numbered(batch: pa.RecordBatch) -> pa.Array:
        rows = dict(zip(columns, map(_decoded, batch.columns), strict=True))
        numbers = same | {name: _integers(name, each) for name, each in rows.items()}
        return _made(list(rows.values()), *days_of([numbers[name] for name in given]), pa.date32())

    if any(isinstance(each, pa.ChunkedArray) for each in columns.values()):
        return pa.chunked_array(map(numbered, pa.table(columns).to_batches()), pa.date32())
    return numbered(pa.record_batch(columns))


def _of_days(attribute: Attribute, dates: Column) -> Column:
    return _by_chunk(
        lambda days: _made([days], *attributes_of(attribute, *_ticks(days)), _TYPES[attribute]),
        dates,
        _TYPES[attribute],
    )


def _fields(days: pa.Array) -> pa.Array:
    columns, missing = fields_of(*_ticks(days))
    arrays = [_made([days], each, missing, _TYPES[name]) for name, each in columns.items()]
    mask = pc.is_null(arrays[0]) if arrays[0].null_count else None
    return pa.StructArray.from_arrays(arrays, list(columns), mask=mask)


def _by_chunk(answer: Callable[[pa.Array], pa.Array], column: Column, kind: pa.DataType) -> Column:
    given = _column(column)
    if isinstance(given, pa.ChunkedArray):
        return pa.chunked_array([answer(_decoded(chunk)) for chunk in given.chunks], kind)
    return answer(_decoded(given))


def _column(given: Any) -> Any:
    if isinstance(given, pa.Array | pa.ChunkedArray):
        return given
    if hasattr(given, "__arrow_c_stream__"):
        return pa.chunked_array(given)
    if hasattr(given, "__arrow_c_array__"):
        return pa.array(given)
    raise TypeError(
        f"a column must be a pyarrow.Array or ChunkedArray, got {shown(given)} ({type(given).__name__}); "
        "pyarrow.array(…) makes one of what Python has"
    )


def _decoded(array: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(array.type):
        return array.dictionary_decode()
    return pc.run_end_decode(array) if pa.types.is_run_end_encoded(array.type) else array


def _ticks(array: pa.Array) -> tuple[Array, int]:
    """Return dates or timestamps as integers, and how many of them a day has; a null may be any number."""
    kind = array.type
    if pa.types.is_date32(kind):
        return _view(array, np.int32), 1
    if pa.types.is_date64(kind):
        return _view(array, np.int64), 86400 * 10**3
    if pa.types.is_timestamp(kind):
        return _view(pc.local_timestamp(array) if kind.tz else array, np.int64), _PER_DAY[kind.unit]
    if pa.types.is_null(kind):
        return np.zeros(len(array), np.int32), 1
    raise TypeError(f"dates must be date32, date64 or timestamp, got {kind}; cast them first")


def _integers(name: str, array: pa.Array) -> Array:
    if pa.types.is_null(array.type):
        return np.zeros(len(array), np.int32)
    if not pa.types.is_integer(array.type):
        raise TypeError(f"{name} must be integers, got {array.type}; cast them first")
    return _view(array, array.type.to_pandas_dtype())


def _view(array: pa.Array, dtype: Any) -> Array:
    data = array.buffers()[1]
    return np.frombuffer(data, dtype, len(array), array.offset * np.dtype(dtype).itemsize) if len(array) else _EMPTY


def _made(given: list[pa.Array], values: Array, missing: Array | None, kind: pa.DataType) -> pa.Array:
    """Return the values as an array, null where they are missing or any of the given is null."""
    valid = [pc.is_valid(each) for each in given if each.null_count]
    valid += [] if missing is None else [pa.array(~missing)]
    bitmap = reduce(pc.and_, valid).buffers()[1] if valid else None
    data = pa.array(values).buffers()[1] if pa.types.is_boolean(kind) else pa.py_buffer(values)
    return pa.Array.from_buffers(kind, len(values), [bitmap, data])
