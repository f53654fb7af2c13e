"""Arguments of array functions to arrays, and results to what the arguments ask for."""

# pyright: reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
# for callers without a type checker

import datetime as dt
from collections.abc import Callable, Sequence
from math import prod
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from shamsi._errors import shown
from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.columns.blocks import Array, Fault, look_up
from shamsi.columns.table import NO_DAY

Dates: TypeAlias = ArrayLike | dt.date | Sequence[dt.date | None]
Errors: TypeAlias = Literal["coerce", "raise"]

_PER_DAY = {
    "h": 24,
    "m": 1440,
    "s": 86400,
    "ms": 86400 * 10**3,
    "us": 86400 * 10**6,
    "ns": 86400 * 10**9,
}


def looked_up(table: Array, dates: Dates, errors: str, out: Array | None, /, dtype: Any) -> Array:
    """Return the value of a table for each of the caller's dates, in the caller's `out` if given.

    >>> from shamsi.columns.table import table
    >>> dates = np.array(["2025-03-20"], "datetime64[s]")
    >>> looked_up(table("year"), dates, "raise", None, dtype=np.int16)
    array([1403], dtype=int16)
    """
    strict = is_strict(errors)
    array = gregorian(dates)
    (plain,) = unmasked([array])
    ticks, per_day = ticks_of(plain)
    return filled(
        [array],
        dtype,
        out,
        lambda target: look_up(table, ticks, target, per_day=per_day, strict=strict),
        ticks.shape,
    )


def filled(
    given: list[Array],
    dtype: Any,
    out: Array | None,
    fill: Callable[[Array], Fault | None],
    shape: tuple[int, ...],
    /,
) -> Array:
    """Return an array filled by `fill`: the caller's `out`, if given.

    Otherwise it is masked if any input is masked, and a scalar for scalars.

    >>> filled([], np.int8, None, lambda target: target.fill(7), (2,))
    array([7, 7], dtype=int8)
    """
    target = target_of(out, dtype, shape)
    fault = fill(target)
    if fault:
        row, error = fault
        place = row if len(shape) < 2 else tuple(map(int, np.unravel_index(row, shape)))
        raise type(error)(f"row {place}: {error}" if shape else str(error))
    if out is not None:
        return out
    return finished(given, target)


def finished(given: list[Array], target: Array, /) -> Array:
    """Return a result in the form of the input: masked if any of it is, a scalar for scalars.

    >>> finished([np.array(1)], np.array(7, np.int8))
    np.int8(7)
    """
    if any(isinstance(each, np.ma.MaskedArray) for each in given):
        return np.ma.MaskedArray(target, np.broadcast_to(mask_of(given), target.shape).copy())
    scalar: Array = target[()]  # as NumPy's own functions return for a scalar
    return target if target.ndim else scalar


def is_strict(errors: str, /) -> bool:
    """Return whether the caller's `errors` is "raise"; ValueError for an unknown value.

    >>> is_strict("raise")
    True
    """
    if errors not in ("coerce", "raise"):
        raise ValueError(f'errors must be "coerce" or "raise", got {shown(errors)}')
    return errors == "raise"


def gregorian(dates: Dates, /) -> Array:
    """Return a datetime64 array of the caller's dates: datetime64 or `datetime.date` objects.

    >>> gregorian([dt.date(2025, 3, 20)])
    array(['2025-03-20'], dtype='datetime64[D]')
    """
    array: Array = array_of(dates)
    if array.dtype.kind == "M":
        return array
    if array.dtype.kind == "O" and all(map(_is_day, array.flat)):
        return array.astype("datetime64[D]")
    if not array.size and not isinstance(dates, np.ndarray):
        return array.astype("datetime64[D]")
    raise TypeError(
        f"dates must be datetime64 or datetime.date, got {array.dtype}"
        + (
            "; day numbers since 1970-01-01 are read as .astype('datetime64[D]')"
            if array.dtype.kind in "iu"
            else ""
        )
        + (
            "; text of Solar Hijri dates is read by to_gregorian"
            if array.dtype.kind in "USTO"
            else ""
        )
    )


def ticks_of(array: Array, /) -> tuple[Array, int]:
    """Return a datetime64 array as integers, and how many of them a day has.

    >>> ticks_of(np.array(["1970-01-02"], "datetime64[h]"))
    (array([24]), 24)
    """
    unit, count = np.datetime_data(array.dtype)
    per_day, rest = divmod(_PER_DAY.get(unit, 0), count)
    if unit == "D" and count == 1:
        per_day, rest = 1, 0
    if rest or not per_day:  # weeks, months, years, 25-hour steps, or no unit at all
        array, per_day = array.astype("datetime64[D]"), 1
    return array.view(np.dtype(np.int64).newbyteorder(array.dtype.byteorder)), per_day


def day_numbers(moments: Array, /) -> NDArray[np.int32]:
    """Return the day numbers of a datetime64 array; NO_DAY for NaT and out of the calendar.

    >>> day_numbers(np.array(["2025-08-09T12:30", "NaT"], "M8[m]"))[0]
    np.int32(20309)
    """
    days = moments.astype("M8[D]").astype(np.int64)
    known = (days >= MIN_DAYS) & (days <= MAX_DAYS)
    return np.where(known, days, NO_DAY).astype(np.int32)


def integers(name: str, values: ArrayLike, /) -> Array:
    """Return an integer array; TypeError for any other, bool and float included.

    >>> integers("months", [1, 2]).dtype.kind
    'i'
    """
    array: Array = array_of(values)
    if array.dtype.kind in "iu":
        return array
    if not array.size and not isinstance(values, np.ndarray):
        return array.astype(np.int64)
    raise TypeError(
        f"{name} must be integers, got {array.dtype}; cast them first, with 0 for missing values"
    )


def unmasked(arrays: list[Array], /) -> list[Array]:
    """Return plain arrays; rows that are masked in any of them are 0, or NaT, in all.

    >>> masked = np.ma.masked_array([1, 2], [True, False])
    >>> [each.tolist() for each in unmasked([masked, np.array([3, 4])])]
    [[0, 2], [0, 4]]
    """
    if not any(isinstance(each, np.ma.MaskedArray) for each in arrays):
        return arrays
    mask = mask_of(arrays)
    return [np.where(mask, _missing(each.dtype), np.ma.getdata(each)) for each in arrays]


def mask_of(arrays: list[Array], /) -> Array:
    """Return where any of the arrays is masked.

    >>> mask_of([np.ma.masked_array([1, 2], [True, False]), np.array([3, 4])])
    array([ True, False])
    """
    masks = [np.broadcast_to(np.ma.getmask(each), each.shape) for each in arrays]
    mask: Array = np.logical_or.reduce(np.broadcast_arrays(*masks))
    return mask


def _missing(dtype: np.dtype[Any]) -> Any:
    return np.array("NaT" if dtype.kind == "M" else 0, dtype)


def array_of(values: Any, /) -> Any:
    """Return the caller's values as an array, masked if they are.

    >>> array_of(["1404/05/18"])
    array(['1404/05/18'], dtype='<U10')
    """
    return np.ma.asanyarray(values) if np.ma.isMaskedArray(values) else np.asarray(values)


def target_of(out: Array | None, dtype: Any, shape: tuple[int, ...], /) -> Array:
    """Return a new array, or the caller's `out` after checks; TypeError if it does not fit.

    >>> target_of(None, np.int8, (2,)).shape
    (2,)
    """
    return np.empty(shape, dtype) if out is None else _fitting(out, np.dtype(dtype), shape)


def _is_day(value: object) -> bool:
    return value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime))


def _fitting(out: Array, dtype: np.dtype[Any], shape: tuple[int, ...]) -> Array:
    if not isinstance(out, np.ndarray) or out.dtype != dtype or out.shape != shape:
        got = (
            f"{out.dtype} of shape {out.shape}"
            if isinstance(out, np.ndarray)
            else type(out).__name__
        )
        raise TypeError(
            f"out must be an array of {dtype} of shape {shape}, {prod(shape)} rows, got {got}"
        )
    return out
