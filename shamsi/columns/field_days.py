"""The days of years, months and days as numbers, by the options of a column."""

import numpy as np

from shamsi.calendar import kernel
from shamsi.calendar.eras import IMPERIAL_YEARS
from shamsi.columns.blocks import Array
from shamsi.columns.cells import CellOptions
from shamsi.columns.layouts import CLOCK_BIT, Layout
from shamsi.columns.table import NO_DAY, days_by_fields, gregorian_days_by_fields
from shamsi.formats.numeric import GREGORIAN_YEARS

_HOUR = 3_600_000_000
_FIRST_GREGORIAN, _AFTER_GREGORIAN = GREGORIAN_YEARS.start << 9, GREGORIAN_YEARS.stop << 9
# days of the Solar Hijri years that look like those of another calendar
_REFUSED = [
    (kernel.days(years.start, 1, 1), kernel.days(years.stop, 1, 1) - 1)
    for years in (GREGORIAN_YEARS, IMPERIAL_YEARS)
]


def days_of_layout(fields: Array, layout: Layout, options: CellOptions, out: Array, /) -> None:
    """Write the day of each ``year << 9 | month << 5 | day`` of a layout into int32.

    NO_DAY stands for impossible and refused ones. The fields are int64, and are changed.

    >>> out = np.zeros(2, np.int32)
    >>> fields = np.array([2 << 9 | 5 << 5 | 12, 99 << 9 | 7 << 5 | 1])
    >>> days_of_layout(fields, Layout((), is_short=True), CellOptions(century=1350), out)
    >>> out.tolist()
    [19572, 18527]
    """
    if layout.is_short:
        _complete(fields, options.century or 0)
    elif layout.is_american:
        _drop(fields, (fields & 31) < 13)
        _drop(fields, (fields < _FIRST_GREGORIAN) | (fields >= _AFTER_GREGORIAN))
    elif layout.is_last:
        day = fields & 31
        _drop(fields, (day < 13) & (day != (fields >> 5 & 15)))
    days_of_fields(fields, options, out, passes=not layout.is_short)


def days_of_fields(fields: Array, options: CellOptions, out: Array, /, *, passes: bool) -> None:
    """Write the day of each ``year << 9 | month << 5 | day`` into int32, NO_DAY if it is none.

    Years 1700..2200 are Gregorian if options let them pass and they may: those of two digits do
    not. The fields are int64, and are changed.

    >>> out = np.zeros(2, np.int32)
    >>> fields = np.array([1403 << 9 | 12 << 5 | 30, 2025 << 9 | 3 << 5 | 20])
    >>> days_of_fields(fields, CellOptions(gregorian="pass"), out, passes=True)
    >>> out.tolist()
    [20167, 20167]
    """
    if options.ahead:
        fields -= options.ahead << 9
    days_by_fields().take(fields, out=out, mode="clip")
    if options.era is not None or not len(out):
        return
    if out.max() >= _REFUSED[0][0]:
        for first, last in _REFUSED:
            out[(out >= first) & (out <= last)] = NO_DAY
    if passes and options.gregorian == "pass" and fields.max() >= _FIRST_GREGORIAN:
        rows = np.flatnonzero((fields >= _FIRST_GREGORIAN) & (fields < _AFTER_GREGORIAN))
        out[rows] = gregorian_days_by_fields().take(fields[rows] - _FIRST_GREGORIAN)


def clock_of(total: Array, half: int | None, /) -> Array:
    """Take the microseconds since midnight out of totals, and return them; the fields stay.

    An hour 0 of a half day is none: the fields of such a row are 0.

    >>> total = np.array([3_600_000_000 << CLOCK_BIT | 7])
    >>> clock_of(total, 1).tolist(), total.tolist()
    ([46800000000], [7])
    """
    clock: Array = total >> CLOCK_BIT
    total &= (1 << CLOCK_BIT) - 1
    if half is None:
        return clock
    impossible = clock < _HOUR
    clock[clock >= 12 * _HOUR] -= 12 * _HOUR
    clock += 12 * _HOUR * half
    clock[impossible] = 0
    _drop(total, impossible)
    return clock


def _complete(fields: Array, century: int) -> None:
    """Make full years of those of two digits: the ones of a hundred years from a first on."""
    start = century % 100
    if start:
        fields[fields < start << 9] += 100 << 9
    fields += century - start << 9


def _drop(fields: Array, rows: Array) -> None:
    if rows.any():
        fields[rows] = 0
