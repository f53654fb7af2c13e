"""Arrays in blocks that stay in the processor's cache: look up days, convert fields to days.

Inputs may have any shape, stride and byte order, be read-only, and be broadcast; each block comes
as native int64. Missing and impossible rows get a marker from the tables, and are examined one by
one only on request.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import RangeError, ShamsiError
from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.columns.buffers import DAYS, borrowed
from shamsi.columns.table import NAT, NO_DAY, SHIFT, days_by_fields
from shamsi.formats.numeric import refusal

Array: TypeAlias = NDArray[Any]
Integer: TypeAlias = type[np.int32] | type[np.int64]
Fault: TypeAlias = tuple[int, ShamsiError]  # the first bad row, and its error

_READ: list[Literal["readonly"]] = ["readonly"]
_WRITE: list[Literal["writeonly"]] = ["writeonly"]
_OVER = 0xF0E0  # bits of a packed date that neither month nor day sets


def blocks(
    inputs: list[Array], out: Array, /, dtype: Integer = np.int64
) -> Iterator[tuple[int, list[Array], Array]]:
    """Yield (first row, input blocks of a dtype, output block) over arrays.

    The inputs broadcast to the shape of the output.

    >>> inputs, out = [np.arange(150_000)], np.zeros(150_000, np.int8)
    >>> [(first, len(given)) for first, (given,), _ in blocks(inputs, out)]
    [(0, 131072), (131072, 18928)]
    """
    if all(_is_plain(each, out) for each in inputs):
        yield from _slices(inputs, out, dtype)
        return
    walk = np.nditer(
        [*inputs, out],
        ["external_loop", "buffered", "zerosize_ok", "copy_if_overlap"],
        [*([_READ] * len(inputs)), _WRITE],
        op_dtypes=[*([np.dtype(dtype)] * len(inputs)), out.dtype],
        order="C",
        casting="unsafe",
        buffersize=DAYS,
        itershape=out.shape,
    )
    first = 0
    with walk:
        for arrays in walk:
            *given, target = arrays
            yield first, given, target
            first += len(target)


def _is_plain(array: Array, out: Array) -> bool:
    """Return whether rows can be sliced from an array directly; `np.nditer` takes twice as long."""
    return (
        array.shape == out.shape
        and array.ndim == 1
        and array.dtype.isnative
        and not np.may_share_memory(array, out)
    )


def _slices(
    inputs: list[Array], out: Array, dtype: Integer
) -> Iterator[tuple[int, list[Array], Array]]:
    """Yield the same as `blocks`, for arrays that are plain."""
    with borrowed(*[dtype] * len(inputs), rows=DAYS) as copies:
        for first in range(0, len(out), DAYS):
            target = out[first : first + DAYS]
            given = [each[first : first + DAYS] for each in inputs]
            for place, each in enumerate(given):
                if each.dtype != dtype:
                    given[place] = copies[place][: len(target)]
                    np.copyto(given[place], each, casting="unsafe")
            yield first, given, target


def day_rows(
    ticks: Array, out: Array, /, *, per_day: int = 1, first: int = MIN_DAYS
) -> Iterator[tuple[int, Array, Array, Array]]:
    """Yield (first row, ticks, rows of a table, output block).

    Row 1 of the table is the day `first`. Days before it, and NaT, have rows below 1; later days
    may have rows beyond the table: clip them.

    >>> ticks, out = np.array([47, 48]), np.zeros(2)
    >>> [rows.tolist() for _, _, rows, _ in day_rows(ticks, out, per_day=24, first=0)]
    [[2, 3]]
    """
    hidden = NAT // per_day >= first  # in nanoseconds NaT would be a time in 1677
    narrow = ticks.dtype == np.int32 and per_day == 1  # half the bytes; an overflow is below row 1
    with borrowed(np.int64, np.int32, rows=DAYS) as (scratch, sums):
        for start, (given,), piece in blocks([ticks], out, np.int32 if narrow else np.int64):
            rows = scratch[: len(given)]
            if narrow:
                rows[...] = np.add(given, np.int32(1 - first), out=sums[: len(given)])
            else:
                np.add(
                    given if per_day == 1 else np.floor_divide(given, per_day, out=rows),
                    1 - first,
                    out=rows,
                )
                if hidden and given.min(initial=0) == NAT:
                    rows[given == NAT] = 0
            yield start, given, rows, piece


def look_up(
    table: Array, ticks: Array, out: Array, /, *, per_day: int = 1, strict: bool = False
) -> Fault | None:
    """Write the value of a table for each day.

    Ticks are integers since 1970-01-01, `per_day` of them per day. A table of days (int32, into
    datetime64) gives NaT for NO_DAY. If strict, returns the first row that is neither NaT nor a day
    in range with a value in the table; otherwise None.

    >>> from shamsi.columns.table import table
    >>> out = np.zeros(2, np.int16)
    >>> look_up(table("year"), np.array([20167, 20168]), out)
    >>> out.tolist()
    [1403, 1404]
    """
    dated = out.dtype.kind == "M"
    with borrowed(np.int32, rows=DAYS) as (found,):
        for first, given, rows, piece in day_rows(
            ticks, out.view(np.int64) if dated else out, per_day=per_day
        ):
            gaps = dated and write_days(
                table.take(rows, out=found[: len(rows)], mode="clip"), piece
            )
            if not dated:
                table.take(rows, out=piece, mode="clip")
            if strict and len(rows) and (gaps or rows.min() < 1 or rows.max() > MAX_DAYS + SHIFT):
                fault = _outside(given, np.floor_divide(given, per_day), piece if gaps else None)
                if fault:
                    return first + fault[0], fault[1]
    return None


def span(ticks: Array, /, *, per_day: int = 1) -> tuple[int, int, bool]:
    """Return the first and the last day in range, and whether any row is missing or out of range.

    The first is after the last if there is no day at all.

    >>> span(np.array([20168, NAT, 20167]))
    (20167, 20168, True)
    """
    low, high, missing = MAX_DAYS + 1, MIN_DAYS - 1, False
    for start in range(0, len(ticks), DAYS):
        block = ticks[start : start + DAYS]
        if block.min() == NAT:
            block, missing = block[block != NAT], True
        if len(block):
            low, high = (
                min(low, int(block.min()) // per_day),
                max(high, int(block.max()) // per_day),
            )
    return max(low, MIN_DAYS), min(high, MAX_DAYS), missing or low < MIN_DAYS or high > MAX_DAYS


def number_fields(fields: list[Array], out: Array, /, *, strict: bool = False) -> Fault | None:
    """Write the day of each year, month and day into datetime64[D], NaT for impossible dates.

    Into an int32 array it writes the day's number, NO_DAY for impossible dates. If strict, returns
    the first row that is not a date, otherwise None; 0, 0, 0 is a missing date.

    >>> out = np.zeros(2, "datetime64[D]")
    >>> number_fields([np.array([1403, 1404]), np.array(12), np.array(30)], out)
    >>> out.astype(str).tolist()
    ['2025-03-20', 'NaT']
    """

    def indexed(given: list[Array], at: Array, _: Array) -> Array:
        year, month, day = given
        np.left_shift(year, 4, out=at)
        at |= month
        at <<= 5
        at |= day
        # it would overflow into the neighbouring field
        if _most(month) > 15 or _most(day) > 31 or _most(year) >> 14:
            at[(month >> 4 | day >> 5 | year >> 14) != 0] = 0
        return at

    def error_of(given: list[Array], row: int) -> ShamsiError | None:
        year, month, day = (int(each[row]) for each in given)
        return refusal(year, month, day) if year or month or day else None

    return _number(fields, out, indexed, error_of, strict=strict)


def number_packed(packed: Array, out: Array, /, *, strict: bool = False) -> Fault | None:
    """Write the day of each ``year << 16 | month << 8 | day`` as `number_fields` does.

    If strict, returns the first row that is not 0 and not a date; otherwise None.

    >>> out = np.zeros(2, "datetime64[D]")
    >>> number_packed(np.array([1403 << 16 | 12 << 8 | 30, 0]), out)
    >>> out.astype(str).tolist()
    ['2025-03-20', 'NaT']
    """

    def indexed(given: list[Array], at: Array, bits: Array) -> Array:
        (value,) = given
        if np.bitwise_and(value, _OVER, out=bits).max(initial=0):  # any() takes twice as long
            value = np.where(bits, 0, value)
        np.right_shift(value, 7, out=at)
        at &= ~511
        np.right_shift(value, 3, out=bits)
        bits &= 480
        at |= bits
        np.bitwise_and(value, 31, out=bits)
        at |= bits
        return at

    def error_of(given: list[Array], row: int) -> ShamsiError | None:
        value = int(given[0][row])
        return refusal(value >> 16, value >> 8 & 255, value & 255) if value else None

    return _number([packed], out, indexed, error_of, strict=strict)


def _number(
    inputs: list[Array],
    out: Array,
    indexed: Callable[[list[Array], Array, Array], Array],
    error_of: Callable[[list[Array], int], ShamsiError | None],
    *,
    strict: bool,
) -> Fault | None:
    table, dtype = days_by_fields(), _narrowest(inputs)
    target = out.view(np.int64) if out.dtype.kind == "M" else out
    with borrowed(np.int64, np.int32, dtype, dtype, rows=DAYS) as (rows, found, index, bits):
        for first, given, piece in blocks(inputs, target, dtype):
            count = len(piece)
            row = rows[:count]
            row[...] = indexed(given, index[:count], bits[:count])
            number = table.take(row, out=found[:count], mode="clip")
            if write_days(number, piece) and strict:
                for bad in np.flatnonzero(number == NO_DAY):
                    error = error_of(given, int(bad))
                    if error:
                        return first + int(bad), error
    return None


def _narrowest(arrays: list[Array]) -> Integer:
    """Return int32 if it holds every value that the arrays may have: half the memory to read."""
    return np.int32 if all(np.can_cast(each.dtype, np.int32) for each in arrays) else np.int64


def _most(values: Array) -> int:
    """Return the greatest value, negative ones read as very great."""
    return int(values.view(f"u{values.itemsize}").max(initial=0))


def write_days(numbers: Array, piece: Array, /) -> bool:
    """Copy int32 days, unless they are already in place, and return whether any is missing.

    In int64 a missing day is stored as NumPy stores NaT.

    >>> numbers, piece = np.array([20167, NO_DAY], np.int32), np.zeros(2, np.int64)
    >>> write_days(numbers, piece), piece.view("datetime64[D]").astype(str).tolist()
    (True, ['2025-03-20', 'NaT'])
    """
    if numbers is not piece:
        piece[...] = numbers
    missing = bool(len(numbers)) and bool(numbers.min() == NO_DAY)
    if missing and piece.dtype == np.int64:
        piece[numbers == NO_DAY] = NAT
    return missing


def _outside(ticks: Array, days: Array, found: Array | None) -> Fault | None:
    bad = (days < MIN_DAYS) | (days > MAX_DAYS)
    bad = (bad if found is None else bad | (found == NAT)) & (ticks != NAT)
    if not bad.any():
        return None
    row = int(bad.argmax())
    what = "date" if not MIN_DAYS <= days[row] <= MAX_DAYS else "the first day of its unit"
    got = np.datetime64(int(days[row]), "D")
    return row, RangeError(f"{what} must be 0622-03-21..9999-12-31, got {got}")
