"""Series and indexes of pandas: their types, their values as arrays, results of the same types."""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (pandas is annotated in part, and need not be installed)

import datetime as dt
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, NoReturn, TypeAlias, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from shamsi._errors import RangeError, shown
from shamsi.columns.blocks import Array, Fault
from shamsi.columns.cells import CellOptions
from shamsi.columns.coerce import day_numbers, gregorian, ticks_of
from shamsi.columns.column_check import CheckedColumn
from shamsi.columns.formatting import characters, views
from shamsi.columns.inputs import Part, moments, named_rows, objects_as_text, read_parts
from shamsi.columns.rejections import Rejected, rejected_cells, rejected_fields
from shamsi.columns.units import Unit, text_of

Column: TypeAlias = "pd.Series[Any] | pd.Index[Any]"

FIELDS = ("year", "month", "day")
_MIXED = {"string", "date", "datetime", "integer", "floating", "decimal", "empty"}
_MIXED |= {"mixed", "mixed-integer", "mixed-integer-float"}
_LEAST_NS = np.datetime64("1677-09-22")  # the first midnight that fits into nanoseconds


def has_days(column: Column, /) -> bool:
    """Return whether a column has dates.

    They are ``datetime64``, Arrow's timestamps and dates, or objects of `datetime.date`.

    >>> has_days(pd.Series([dt.date(2025, 3, 20), None])), has_days(pd.Series([1, 2]))
    (True, False)
    """
    dtype = column.dtype
    if isinstance(dtype, pd.ArrowDtype):
        return isinstance(dtype.type, type) and issubclass(dtype.type, dt.date)
    if pd.api.types.is_object_dtype(dtype):
        return _is_of_objects(column, "date")
    return pd.api.types.is_datetime64_any_dtype(dtype)


def has_values(column: Column, /) -> bool:
    """Return whether a column may have Solar Hijri dates: text, numbers, or objects of such.

    >>> has_values(pd.Series([14031230, None])), has_values(pd.Series([True]))
    (True, False)
    """
    dtype = column.dtype
    if isinstance(dtype, pd.StringDtype) or (isinstance(dtype, pd.ArrowDtype) and _is_text(dtype)):
        return True
    if pd.api.types.is_object_dtype(dtype) and not isinstance(column, pd.MultiIndex):
        return pd.api.types.infer_dtype(column, skipna=True) in _MIXED
    return pd.api.types.is_any_real_numeric_dtype(dtype)


def plain(column: Column, /) -> Column:
    """Return a column with its categories or dictionary decoded.

    >>> plain(pd.Series(["1404/05/18"], dtype="category")).dtype == "category"
    False
    """
    dtype: Any = column.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return column.astype(dtype.categories.dtype)
    if isinstance(dtype, pd.ArrowDtype) and dtype.name.startswith("dictionary"):
        return column.astype(pd.ArrowDtype(dtype.pyarrow_dtype.value_type))
    return column


def wall_clock(column: Column, /) -> Array:
    """Return the days and times of a column of dates as datetime64, without its time zone.

    >>> moments = pd.to_datetime(["2025-03-20T22:00Z"]).tz_convert("Asia/Tehran")
    >>> wall_clock(moments).astype("M8[h]").tolist()
    [datetime.datetime(2025, 3, 21, 1, 0)]
    """
    zone, values = zone_of(column), cast("Any", column)
    if is_arrow(column):
        array: Array = values.array.__arrow_array__().to_numpy()  # of a zone: in UTC
        return (
            array
            if zone is None
            else np.asarray(pd.DatetimeIndex(array, tz="UTC").tz_convert(zone).tz_localize(None))
        )
    if zone is not None:
        return np.asarray(pd.DatetimeIndex(column).tz_localize(None))
    if pd.api.types.is_object_dtype(column.dtype):
        return gregorian(values.to_numpy(object, na_value=None))
    return np.asarray(column)


def midnights(days: Array, column: Column, /) -> tuple[Any, Fault | None]:
    """Return datetime64[D] as a pandas array of the column's type, and a fault.

    The fault is the first row that the type cannot hold, otherwise None.

    >>> column = pd.DatetimeIndex([], tz="Asia/Tehran")
    >>> array, _ = midnights(np.array(["2025-03-21"], "M8[D]"), column)
    >>> array[0]
    Timestamp('2025-03-21 00:00:00+0330', tz='Asia/Tehran')
    """
    unit = np.datetime_data(wall_clock(column[:0]).dtype)[0].replace("D", "s")
    fault = None
    early = days < _LEAST_NS if unit == "ns" else np.zeros(0, np.bool_)
    if early.any():
        row = int(early.argmax())
        fault = (
            row,
            RangeError(f"date must be {_LEAST_NS} or later in nanoseconds, got {days[row]}"),
        )
        days = np.where(early, np.datetime64("NaT", "D"), days)
    made: Any = pd.Series(days.astype(f"M8[{unit}]"), copy=False)
    zone = zone_of(column)
    if zone is not None:
        first = np.ones(len(made), np.bool_)
        made = made.dt.tz_localize(zone, ambiguous=first, nonexistent="shift_forward")
    return (made.astype(column.dtype) if is_arrow(column) else made).array, fault


def written(column: Column, pattern: str, lang: str, digits: str | None, /) -> Any:
    """Return the days of a column as text, in Arrow if the column is, else in pandas' text type.

    >>> list(written(pd.Series([dt.date(2025, 3, 20)]), "%-d %B", "fa", None))
    ['۳۰ اسفند']
    """
    moments, kind = wall_clock(column), pd.Series([], dtype=str).dtype
    if not find_spec("pyarrow"):
        texts = characters(*ticks_of(moments), pattern, lang, digits).astype(object)
        texts[texts == "NaT"] = None
        return pd.Series(texts, dtype=kind).array
    import pyarrow as pa

    from shamsi.columns.engines import arrow

    array = pa.array(moments)
    texts = arrow.made_of_views(array, views(*arrow.ticks_of(array), pattern, lang, digits))
    if is_arrow(column):
        return pd.arrays.ArrowExtensionArray(pa.chunked_array([texts.cast("string")]))
    if pd.api.types.is_object_dtype(kind):
        return texts.to_numpy(zero_copy_only=False)
    return pd.array(texts.cast("large_string"), dtype=kind)


def read_values(column: Column, options: CellOptions, /) -> tuple[Any, Rejected]:
    """Return the days of Solar Hijri dates, in Arrow if the column is, and the rows rejected.

    >>> read_values(pd.Series(["1403/12/30"]), CellOptions())[0][0]
    Timestamp('2025-03-20 00:00:00')
    """
    if options.times == "keep":
        days, clock = np.empty(len(column), np.int32), np.empty(len(column), np.int64)
        rows = read_parts(_parts(column), options, days, clock)
        made: Any = pd.Series(moments(days, clock).view("M8[us]"), copy=False)
        kind = "timestamp[us][pyarrow]"
    else:
        out = np.empty(len(column), "M8[D]")
        rows = read_parts(_parts(column), options, out)
        made, kind = pd.Series(out.astype("M8[s]"), copy=False), "date32[day][pyarrow]"
    rejected = rejected_cells(
        rows,
        _taken(column, rows),
        options,
        total=len(column),
        labels=labels_of(column),
    )
    return (made.astype(kind) if is_arrow(column) else made).array, rejected


def checked_column(column: Any, /) -> CheckedColumn:
    """Return a column to be checked: days of pandas, or what `read_values` reads.

    >>> checked_column(pd.Series(["1404/05/18"])).read(CellOptions())[0]
    array([20309], dtype=int32)
    """
    column = column if isinstance(column, pd.Series | pd.Index) else pd.Series(column)
    is_read = has_values(column) and not has_days(column)
    if not is_read:
        days = day_numbers(wall_clock(column))

    def read(options: CellOptions) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        if not is_read:
            return days, np.empty(0, np.int64)
        found = np.empty(len(column), np.int32)
        return found, read_parts(_parts(column), options, found)

    def take(rows: NDArray[np.int64]) -> list[object]:
        values: list[Any] = column.take(rows).to_numpy(object, na_value=None).tolist()
        return values if is_read else [each and each.date() for each in values]

    return CheckedColumn(read, take, len(column), is_text=is_read, labels=labels_of(column))


def unread(frame: pd.DataFrame, parts: list[Array], days: Array, /) -> Rejected:
    """Return the rows of years, months and days that are not dates.

    >>> unread(pd.DataFrame({"a": [1]}), [np.array([0])] * 3, np.array(["NaT"], "M8[D]"))
    Rejected: 0 of 1 rows
    """
    place: dict[str, Any] = {"total": len(frame), "labels": frame.index}
    return rejected_fields(named_rows(parts, np.isnat(days)), parts, **place)


def labels_of(column: Column, /) -> "pd.Index[Any] | None":
    """Return the labels of a Series; None for an index.

    >>> labels_of(pd.Index(["1404/05/18"])) is None
    True
    """
    return column.index if isinstance(column, pd.Series) else None


def masked(values: Array, missing: Array, column: Column, /) -> Any:
    """Return narrow integers or booleans as a nullable pandas array, in Arrow if the column is.

    >>> masked(np.array([1403, 0], np.int16), np.array([False, True]), pd.Index([]))
    <IntegerArray>
    [1403, <NA>]
    Length: 2, dtype: Int16
    """
    kind = pd.arrays.BooleanArray if values.dtype == np.bool_ else pd.arrays.IntegerArray
    array: Any = kind(values, missing)
    return pd.array(array, dtype=f"{values.dtype}[pyarrow]") if is_arrow(column) else array


def like(column: Column, values: Any, /) -> Column:
    """Return values as a Series or an index with the index and name of a column.

    >>> like(pd.Series([0], ["a"], name="n"), np.array([7], np.int8))
    a    7
    Name: n, dtype: int8
    """
    if isinstance(column, pd.Index):
        index: pd.Index[Any] = pd.Index(values, name=column.name)
        return index
    return pd.Series(values, index=column.index, name=column.name, copy=False)


def categories(unit: Unit, numbers: Array, missing: Array | None, first_month: int = 1, /) -> Any:
    """Return units by their numbers as ordered categories.

    There is a category for each unit from the first to the last.

    >>> list(categories("season", np.array([5618, 0]), np.array([False, True])))
    ['1404-S3', nan]
    """
    real = numbers if missing is None else numbers[~missing]
    first, last = (int(real.min()), int(real.max())) if len(real) else (0, -1)
    names = [text_of(unit, each, first_month) for each in range(first, last + 1)]
    codes = numbers - first
    return pd.Categorical.from_codes(
        codes if missing is None else np.where(missing, -1, codes),
        pd.Index(names, dtype=str),
        ordered=True,
    )


def raise_fault(fault: tuple[int, Exception], index: "pd.Index[Any] | None", /) -> NoReturn:
    """Raise the error of a row, with its label, or with its place if there are no labels.

    >>> raise_fault((1, RangeError("no such day")), pd.Index(["a", "b"]))
    Traceback (most recent call last):
        ...
    shamsi.RangeError: row 'b': no such day
    """
    row, error = fault
    label = row if index is None else index[row : row + 1].tolist()[0]
    raise type(error)(f"row {shown(label)}: {error}")


def is_arrow(column: Column, /) -> bool:
    """Return whether Arrow holds a column's values.

    >>> is_arrow(pd.Series([1]))
    False
    """
    return isinstance(column.dtype, pd.ArrowDtype)


def zone_of(column: Column, /) -> Any:
    """Return the time zone of a column of dates, or None.

    >>> str(zone_of(pd.DatetimeIndex([], tz="Asia/Tehran")))
    'Asia/Tehran'
    """
    dtype = column.dtype
    return getattr(dtype.pyarrow_dtype if isinstance(dtype, pd.ArrowDtype) else dtype, "tz", None)


def fields_frame(years: Any, months: Any, days: Any, /) -> pd.DataFrame:
    """Return years, months and days as columns of one DataFrame, Series aligned by their labels.

    >>> fields_frame(pd.Series([1403, 1404], ["a", "b"]), 12, [30, 29])
       year  month  day
    a  1403     12   30
    b  1404     12   29
    """
    if isinstance(years, pd.DataFrame):
        lacking = [name for name in FIELDS if name not in years]
        if lacking or months is not None or days is not None:
            raise TypeError(
                "a DataFrame must be the only argument and have the columns "
                f"{', '.join(FIELDS)}, got {list(years)}"
            )
        return years[list(FIELDS)]
    if months is None or days is None:
        raise TypeError("pass years, months and days together, or all three as one DataFrame")
    if all(np.ndim(each) == 0 for each in (years, months, days)):
        raise TypeError(
            "years, months or days must be a column; "
            "for a single date use shamsi.Date(year, month, day).gregorian"
        )
    return pd.DataFrame(dict(zip(FIELDS, (years, months, days), strict=True)))


def numbers(column: "pd.Series[Any]", missing: Array, /) -> Array:
    """Return a column of whole numbers as integers, 0 in missing rows; TypeError for any other.

    >>> numbers(pd.Series([1403.0, None]), np.array([False, True])).tolist()
    [1403, 0]
    """
    if pd.api.types.is_object_dtype(column.dtype) and pd.api.types.infer_dtype(
        column, skipna=True
    ) in (
        "integer",
        "empty",
    ):
        column = column.astype("Int64")
    if pd.api.types.is_float_dtype(column.dtype):
        array = np.where(missing, 0, column.to_numpy(np.float64, na_value=np.nan))
        broken = array != np.floor(array)
        if broken.any():
            place = int(broken.argmax())
            raise_fault(
                (place, TypeError(f"{column.name} must be a whole number, got {array[place]}")),
                column.index,
            )
        return array.clip(-(10**6), 10**6).astype(np.int64)
    if not pd.api.types.is_integer_dtype(column.dtype):
        raise TypeError(f"{column.name} must be integers, got {column.dtype}; cast them first")
    if isinstance(column.dtype, np.dtype):
        return np.where(missing, 0, column.to_numpy()) if missing.any() else column.to_numpy()
    return np.where(missing, 0, column.to_numpy(np.int64, na_value=0))


def _is_text(dtype: pd.ArrowDtype) -> bool:
    return str(dtype.pyarrow_dtype) in ("string", "large_string", "string_view")


def _is_of_objects(column: Column, kind: str) -> bool:
    return pd.api.types.infer_dtype(column, skipna=True) in (kind, "empty")


def _parts(column: Column) -> list[Part]:
    """Return the values of a column as they can be read, by chunks if Arrow holds them."""
    dtype, values = cast("Any", column.dtype), cast("Any", column)
    if is_arrow(column) or (
        isinstance(dtype, pd.StringDtype) and dtype.storage.startswith("pyarrow")
    ):
        from shamsi.columns.engines import arrow

        return [arrow.readable(chunk) for chunk in _chunks(values.array)]
    if isinstance(dtype, pd.StringDtype) or pd.api.types.is_object_dtype(dtype):
        objects = values.to_numpy(object, na_value=None)
        return [(objects_as_text(objects) or objects, None)]
    if isinstance(dtype, np.dtype):
        return [(values.to_numpy(), None)]
    missing = values.isna().to_numpy(bool) if isinstance(column, pd.Series) else values.isna()
    return [(values.to_numpy(dtype.numpy_dtype, na_value=0), missing)]


def _taken(column: Column, rows: Array) -> Callable[[], list[Any]]:
    """Return a function for the values in some rows, which are copied if they could change."""
    if is_arrow(column):
        from shamsi.columns.engines import arrow

        held = cast("Any", column).array.__arrow_array__()
        return lambda: arrow.values_at(held, rows)
    taken: Any = column.take(rows)
    return lambda: taken.to_numpy(object, na_value=None).tolist()


def _chunks(array: Any) -> list[Any]:
    held = array.__arrow_array__()
    return held.chunks if hasattr(held, "chunks") else [held]
