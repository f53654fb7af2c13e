"""NumPy arrays of text, numbers or objects to days, and what of them was not read."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from shamsi.columns import coerce
from shamsi.columns.blocks import Array, Fault, number_fields
from shamsi.columns.cells import CellOptions
from shamsi.columns.column_check import CheckedColumn
from shamsi.columns.inputs import Part, moments, named_rows, objects_as_text, read_parts
from shamsi.columns.rejections import (
    Policy,
    Report,
    rejected_cells,
    rejected_fields,
    settled,
)
from shamsi.columns.text_buffers import text_column

_DAYS, _MOMENTS = np.dtype("datetime64[D]"), np.dtype("datetime64[us]")


def read_array(
    values: Any, options: CellOptions, policy: Policy, out: Array | None, /
) -> Array | Report:
    """Return the days of an array of any shape: datetime64[D], or [us] if times are kept.

    >>> read_array(["1403/12/30"], CellOptions(times="keep"), "raise", None)
    array(['2025-03-20T00:00:00.000000'], dtype='datetime64[us]')
    """
    array = coerce.array_of(values)
    part = readable(array)
    kind = _MOMENTS if options.times == "keep" else _DAYS
    target = coerce.target_of(out, kind, array.shape)
    rows = _fill(part, options, target)
    rejected = rejected_cells(
        rows, _taken(array, rows), options, total=array.size, shape=array.shape
    )
    made = target if out is not None else coerce.finished([array], target)
    return settled(made, rejected, policy)


def read_fields(given: list[Array], policy: Policy, out: Array | None, /) -> Array | Report:
    """Return the days of years, months and days that broadcast, as datetime64[D].

    Rows that are not dates are NaT; they do not warn.

    >>> read_fields([np.array([1403, 1404]), np.array(12), np.array(30)], "coerce", None)
    array(['2025-03-20',        'NaT'], dtype='datetime64[D]')
    """
    plain = coerce.unmasked(given)
    shape = np.broadcast_shapes(*(each.shape for each in plain))

    def fill(target: Array) -> Fault | None:
        return number_fields(plain, target, strict=policy == "raise")

    made = coerce.filled(given, _DAYS, out, fill, shape)
    if policy != "report":
        return made
    rows = named_rows(plain, np.isnat(np.ma.getdata(made)))
    place: dict[str, Any] = {"total": int(np.prod(shape)), "shape": shape}
    return Report(made, rejected_fields(rows, plain, **place))


def readable(array: Array, /) -> Part:
    """Return an array, flattened, as what can be read; TypeError for other types.

    >>> readable(np.array([[14031230]]))
    (array([14031230]), None)
    """
    kind = array.dtype.kind
    if kind not in "SUTOiuf":
        raise TypeError(
            f"to_gregorian reads text, or whole numbers of eight digits, got {array.dtype}; "
            + (
                "these days are Gregorian already: year, month, day, fields and to_solar_string "
                "give their Solar Hijri dates"
                if kind == "M"
                else "years, months and days are read as to_gregorian(years, months, days)"
            )
        )
    masked = np.ma.isMaskedArray(array)
    if kind in "SUT":
        return text_column(np.ma.filled(array, "") if masked else array), None
    plain = np.ma.getdata(array).reshape(-1)
    mask = np.ma.getmaskarray(array).reshape(-1) if masked else None
    if kind != "O":
        return plain, mask
    nothing = np.array(None, object)
    objects = plain if mask is None else np.where(mask, nothing, plain)
    return objects_as_text(objects) or objects, None


def checked_array(values: Any, /) -> CheckedColumn:
    """Return an array as a column to be checked; a date of NumPy is the day that it names.

    >>> checked_array(np.array(["2025-08-09"], "M8[ns]")).read(CellOptions())[0]
    array([20309], dtype=int32)
    """
    array = coerce.array_of(values).reshape(-1)
    if array.dtype.kind == "M":
        (plain,) = coerce.unmasked([array])
        return _checked_days(plain, coerce.day_numbers(plain))
    part = readable(array)

    def read(options: CellOptions) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        found = np.empty(len(array), np.int32)
        return found, read_parts([part], options, found)

    def take(rows: NDArray[np.int64]) -> list[object]:
        values: list[object] = _taken(array, rows)()
        return values

    return CheckedColumn(read, take, len(array), is_text=True)


def _checked_days(dates: Array, days: NDArray[np.int32]) -> CheckedColumn:
    def read(_: CellOptions) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        return days, np.empty(0, np.int64)

    def take(rows: NDArray[np.int64]) -> list[object]:
        values: list[object] = dates[rows].astype("M8[D]").tolist()
        return values

    return CheckedColumn(read, take, len(dates), is_text=False)


def _fill(part: Part, options: CellOptions, target: Array) -> NDArray[np.int64]:
    """Write days, or moments, into an array of any shape, and return the rows rejected."""
    if target.dtype == _DAYS:
        flat = target if target.ndim == 1 else np.empty(target.size, _DAYS)
        rows = read_parts([part], options, flat)
    else:
        days, clock = np.empty(target.size, np.int32), np.empty(target.size, np.int64)
        rows = read_parts([part], options, days, clock)
        flat = moments(days, clock).view(_MOMENTS)
    if flat is not target:
        target[...] = flat.reshape(target.shape)
    return rows


def _taken(array: Array, rows: NDArray[np.int64]) -> Any:
    taken = np.ma.getdata(array).reshape(-1)[rows] if len(rows) else np.empty(0, object)

    def values() -> list[object]:
        return [
            each.decode(errors="replace") if isinstance(each, bytes) else each
            for each in taken.tolist()
        ]

    return values if array.dtype.kind == "S" else taken.tolist
