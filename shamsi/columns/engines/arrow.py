"""Arrow arrays: read in place as NumPy arrays, and built from them."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (PyArrow has no annotations, and the stubs are incomplete)

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from shamsi._errors import shown
from shamsi.columns.blocks import Array
from shamsi.columns.formatting import Views
from shamsi.columns.inputs import Part
from shamsi.columns.parsing import TextColumn
from shamsi.columns.text_buffers import OffsetTexts, ViewTexts

_PER_DAY = {"s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9}
_EMPTY = np.zeros(0, np.uint8)
_ZERO = np.zeros(1, np.int32)


def by_chunk(function: Callable[[Any], Any], column: Any, kind: pa.DataType, /) -> Any:
    """Apply a function to an array or to each chunk of one, with dictionaries and runs decoded.

    >>> by_chunk(pc.is_null, pa.chunked_array([[1, None], [2]]), pa.bool_()).to_pylist()
    [False, True, False]
    """
    given = column_of(column)
    if isinstance(given, pa.ChunkedArray):
        return pa.chunked_array([function(decoded(chunk)) for chunk in given.chunks], kind)
    return function(decoded(given))


def column_of(given: Any, /) -> Any:
    """Return an array or a chunked one, also of an object with Arrow's C interface.

    Raises TypeError for anything else.

    >>> column_of(pa.array([1])).to_pylist()
    [1]
    """
    if isinstance(given, pa.Array | pa.ChunkedArray):
        return given
    if hasattr(given, "__arrow_c_stream__"):
        return pa.chunked_array(given)
    if hasattr(given, "__arrow_c_array__"):
        return pa.array(given)
    raise TypeError(
        "a column must be a pyarrow.Array or ChunkedArray, "
        f"got {shown(given)} ({type(given).__name__}); "
        "convert Python values with pyarrow.array(…)"
    )


def decoded(array: Any, /) -> Any:
    """Return an array without dictionary or run-end encoding.

    >>> decoded(pa.array([1, 1]).dictionary_encode()).type
    DataType(int64)
    """
    if pa.types.is_dictionary(array.type):
        return array.dictionary_decode()
    return pc.run_end_decode(array) if pa.types.is_run_end_encoded(array.type) else array


def ticks_of(array: Any, /) -> tuple[Array, int]:
    """Return dates or timestamps as integers, and the ticks per day; a null may be any number.

    >>> ticks_of(pa.array([86400], pa.timestamp("s")))
    (array([86400]), 86400)
    """
    kind = array.type
    if pa.types.is_date32(kind):
        return _view(array, np.int32), 1
    if pa.types.is_date64(kind):
        return _view(array, np.int64), 86400 * 10**3
    if pa.types.is_timestamp(kind):
        return _view(pc.local_timestamp(array) if kind.tz else array, np.int64), _PER_DAY[kind.unit]
    if pa.types.is_null(kind):
        return np.zeros(len(array), np.int32), 1
    written = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    written = written or pa.types.is_string_view(kind) or pa.types.is_integer(kind)
    way = "convert them first with to_gregorian" if written else "cast them first"
    raise TypeError(f"dates must be date32, date64 or timestamp, got {kind}; {way}")


def integers_of(name: str, array: Any, /) -> Array:
    """Return integers without a copy; a null may be any number.

    >>> integers_of("years", pa.array([1404], pa.int16()))
    array([1404], dtype=int16)
    """
    if pa.types.is_null(array.type):
        return np.zeros(len(array), np.int32)
    if not pa.types.is_integer(array.type):
        raise TypeError(f"{name} must be integers, got {array.type}; cast them first")
    return _view(array, str(array.type))


def arrow_text_column(array: Any, /) -> TextColumn | None:
    """Return the rows of a string, large_string or string_view array; None for any other.

    >>> arrow_text_column(pa.array(["1404/05/18", None])).text(0)
    '1404/05/18'
    """
    kind, buffers = array.type, array.buffers()
    valid = pc.is_valid(array).to_numpy(zero_copy_only=False) if array.null_count else None
    if pa.types.is_string_view(kind):
        views = (
            np.frombuffer(buffers[1], np.uint8, 16 * len(array), 16 * array.offset)
            if len(array)
            else _EMPTY
        )
        return ViewTexts(
            views, [np.frombuffer(each or b"", np.uint8) for each in buffers[2:]] or [_EMPTY], valid
        )
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return None
    width = np.dtype(np.int64 if pa.types.is_large_string(kind) else np.int32)
    offsets = (
        np.frombuffer(buffers[1], width, len(array) + 1, array.offset * width.itemsize)
        if len(array)
        else _ZERO
    )
    return OffsetTexts(offsets, np.frombuffer(buffers[2] or b"", np.uint8), valid)


def readable(array: Any, /) -> Part:
    """Return an array of text or numbers as what can be read; TypeError for other types.

    >>> readable(pa.array([14031230, None], pa.int32()))[1]
    array([False,  True])
    """
    texts = arrow_text_column(array)
    if texts is not None:
        return texts, None
    kind = array.type
    if pa.types.is_integer(kind) or pa.types.is_null(kind):
        missing = pc.is_null(array).to_numpy(zero_copy_only=False) if array.null_count else None
        return integers_of("dates", array), missing
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return array.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False), None
    raise TypeError(
        f"to_gregorian reads text, or whole numbers of eight digits, got {kind}; "
        + (
            "these days are Gregorian already: year, month, day, fields and to_solar_string "
            "give their Solar Hijri dates"
            if pa.types.is_temporal(kind)
            else "years, months and days are read as to_gregorian(years, months, days)"
        )
    )


def values_at(column: Any, rows: Array, /) -> list[Any]:
    """Return the values in some rows; Arrow itself takes none of a string_view.

    >>> values_at(pa.array(["a", "b"], pa.string_view()), np.array([1]))
    ['b']
    """
    return [column[row].as_py() for row in rows.tolist()]


def made(given: list[Any], values: Array, missing: Array | None, kind: pa.DataType, /) -> Any:
    """Return values as an array, null if they are missing or any of the given arrays is null.

    >>> given, missing = pa.array([1, None, 3]), np.array([False, False, True])
    >>> made([given], np.array([7, 8, 9]), missing, pa.int64()).to_pylist()
    [7, None, None]
    """
    data = pa.array(values).buffers()[1] if pa.types.is_boolean(kind) else pa.py_buffer(values)
    return pa.Array.from_buffers(kind, len(values), [_bitmap(given, missing), data])


def rows_of_views(count: int, /) -> Array:
    """Return memory of Arrow's pool for rows of text, sixteen bytes each: reused memory is faster.

    >>> len(rows_of_views(2))
    32
    """
    return np.frombuffer(pa.allocate_buffer(16 * count), np.uint8)


def made_of_views(given: Any, views: Views, /) -> Any:
    """Return text as a string_view array, null if it is missing or the given array is null.

    >>> rows = np.array([4, 0, 0, 0, *b"1404", *bytes(8)], np.uint8)
    >>> made_of_views(pa.array([1]), Views(rows, b"", None)).to_pylist()
    ['1404']
    """
    buffers = [_bitmap([given], views.missing), pa.py_buffer(views.rows)]
    buffers += [pa.py_buffer(views.data)] if views.data else []
    return pa.Array.from_buffers(pa.string_view(), len(given), buffers)


def _bitmap(given: list[Any], missing: Array | None) -> Any:
    valid = [pc.is_valid(each) for each in given if each.null_count]
    valid += [] if missing is None else [pa.array(~missing)]
    return reduce(pc.and_, valid).buffers()[1] if valid else None


def _view(array: Any, dtype: Any) -> Array:
    data, width = array.buffers()[1], np.dtype(dtype).itemsize
    return (
        np.frombuffer(data, dtype, len(array), array.offset * width)
        if len(array)
        else np.zeros(0, dtype)
    )
