"""The calendar as tables: attributes of each day by its number, and days by their fields.

Tables are built from the kernel's year starts on first use, in 0.02 to 0.04 s, and kept: four bytes
or fewer per attribute for each of 3.4 million days from 0622-03-21 to 9999-12-31. A row is a day;
one extra row at each end stands for days out of range, including NaT.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from shamsi.calendar import kernel
from shamsi.columns.units import MONTHS, Unit
from shamsi.formats.numeric import GREGORIAN_YEARS

Attribute: TypeAlias = Literal[
    "packed",
    "year",
    "month",
    "day",
    "weekday",
    "day_of_year",
    "week",
    "week_year",
    "week_jdatetime",
    "season",
    "quarter",
    "half",
    "is_leap",
    "month_length",
]
Table: TypeAlias = NDArray[Any]

ATTRIBUTES: tuple[str, ...] = get_args(Attribute)
SHIFT = 1 - kernel.MIN_DAYS  # from a day's number to its row
NO_DAY = np.iinfo(np.int32).min  # in tables of days: not a day
NAT = np.iinfo(np.int64).min  # as NumPy stores it

_YEARS = kernel.MAX_YEAR


@cache
def table(attribute: Attribute, /) -> Table:
    """Return an attribute of each day, by row; 0 in the rows out of range.

    ``packed`` is ``year << 16 | month << 8 | day`` as int32, so it sorts as days do; the others are
    named as in `Date`; ``season`` and ``quarter`` are 1 (spring) .. 4; ``week`` is that of CLDR in
    ``week_year``, ``week_jdatetime`` that of jdatetime in ``year``.

    >>> packed = table("packed")[20167 + SHIFT]
    >>> int(packed) >> 16, int(packed) >> 8 & 255, int(packed) & 255
    (1403, 12, 30)
    """
    if attribute == "quarter":
        return table("season")
    made = np.zeros(kernel.MAX_DAYS + SHIFT + 2, _DTYPES[attribute])
    made[1:-1] = _MAKERS[attribute]()
    made.flags.writeable = False
    return made


@cache
def fiscal_years(first_month: int, /) -> Table:
    """Return the fiscal year of each day, by row, as `Date.fiscal_year` names it; 0 out of range.

    >>> int(fiscal_years(10)[20167 + SHIFT])
    1404
    """
    if first_month == 1:
        return table("year")
    made = table("year") + (table("month") >= first_month)
    made.flags.writeable = False
    return made


@cache
def floors(unit: Unit, first_month: int = 1, /) -> Table:
    """Return the number of the first day of each day's unit, by row; years begin with a month.

    Rows out of range are NO_DAY, and so are days whose unit begins before 0622-03-21.

    >>> int(floors("year")[20167 + SHIFT]), int(floors("fiscal_year", 10)[20167 + SHIFT])
    (19802, 20078)
    """
    if unit == "quarter":
        return floors("season")
    made = np.full(kernel.MAX_DAYS + SHIFT + 2, NO_DAY, np.int32)
    if unit in MONTHS:
        starts = _starts_of(unit, first_month)
        made[int(starts[0]) + SHIFT : -1] = _spread(starts[:-1], starts)
    else:
        made[1:-1] = _numbers() if unit == "day" else _numbers() - _past_saturday()
        made[made < kernel.MIN_DAYS] = NO_DAY
    made.flags.writeable = False
    return made


def _starts_of(unit: Unit, first_month: int) -> Table:
    """The first days of a unit of months, and a day after the last of the calendar."""
    months = _month_starts()
    first = MONTHS[unit] - 12 if unit == "decade" else first_month - 1  # of nine years only
    starts = months[first :: MONTHS[unit]]
    before = months[: unit == "decade"]
    return np.concatenate([before, starts, months[-1:]])


@cache
def days_by_fields() -> Table:
    """Return the day's number at ``year << 9 | month << 5 | day``; NO_DAY for impossible dates.

    >>> int(days_by_fields()[1403 << 9 | 12 << 5 | 30])
    20167
    """
    made = np.full((_YEARS + 1, 16, 32), NO_DAY, np.int32)
    starts, lengths = _month_starts()[:-1].reshape(-1, 12), _month_lengths().reshape(-1, 12)
    np.add(starts[:, :, None], np.arange(31, dtype=np.int32), out=made[1:, 1:13, 1:])
    for day in (30, 31):
        made[1:, 1:13, day][lengths < day] = NO_DAY
    made[made > kernel.MAX_DAYS] = NO_DAY
    made.flags.writeable = False
    return made.reshape(-1)


@cache
def gregorian_days_by_fields() -> Table:
    """Return the day's number at ``year - 1700 << 9 | month << 5 | day``, of Gregorian fields.

    The years are 1700..2200; NO_DAY for impossible dates.

    >>> int(gregorian_days_by_fields()[2025 - 1700 << 9 | 3 << 5 | 20])
    20167
    """
    first, stop = GREGORIAN_YEARS.start, GREGORIAN_YEARS.stop
    months = np.arange((first - 1970) * 12, (stop - 1970) * 12 + 1).astype("M8[M]")
    starts = months.astype("M8[D]").astype(np.int64)
    lengths = np.diff(starts).reshape(-1, 12)[:, :, None]
    days = np.arange(31)
    made = np.full((stop - first, 16, 32), NO_DAY, np.int32)
    numbers = starts[:-1].reshape(-1, 12)[:, :, None] + days
    made[:, 1:13, 1:] = np.where(days < lengths, numbers, NO_DAY)
    made.flags.writeable = False
    return made.reshape(-1)


@cache
def _year_starts() -> Table:
    return np.array([kernel.year_start(year) for year in range(1, _YEARS + 2)], np.int32)


@cache
def _month_lengths() -> Table:
    lengths = np.tile(np.array([31] * 6 + [30] * 5 + [29], np.int32), (_YEARS, 1))
    lengths[:, 11] += np.diff(_year_starts()) - 365
    return lengths.ravel()


@cache
def _month_starts() -> Table:
    """The first day of every month, and the day after the last."""
    starts = np.empty(_YEARS * 12 + 1, np.int32)
    starts[0] = kernel.MIN_DAYS
    starts[1:] = kernel.MIN_DAYS + np.cumsum(_month_lengths())
    return starts


def _spread(values: Table, starts: Table) -> Table:
    """Repeat each value from its start to the next start, within the range.

    `starts` has one more element than `values`.
    """
    return np.repeat(values, np.diff(np.minimum(starts, kernel.MAX_DAYS + 1)))


def _by_month(values: Table) -> Table:
    return _spread(values, _month_starts())


def _months() -> Table:
    return np.tile(np.arange(1, 13, dtype=np.int32), _YEARS)


def _numbers() -> Table:
    return np.arange(kernel.MIN_DAYS, kernel.MAX_DAYS + 1, dtype=np.int32)


def _past_saturday() -> Table:
    return (_numbers() + 5) % 7


def _fridays() -> Table:
    """The Friday of each day's week, counted in days of the day's year from 0."""
    fridays: Table = table("day_of_year")[1:-1] + (5 - _past_saturday())
    return fridays


def _in_next_year() -> Table:
    """Whether the Friday of each day's week is in the next year."""
    lengths: Table = 365 + table("is_leap")[1:-1]
    return _fridays() >= lengths


def _packed() -> Table:
    years = np.repeat(np.arange(1, _YEARS + 1, dtype=np.int32), 12)
    made = _by_month((years << 16 | _months() << 8) - _month_starts()[:-1] + 1)
    made += _numbers()
    return made


_DTYPES: dict[Attribute, type[np.generic]] = {
    **{"packed": np.int32, "year": np.int16, "day_of_year": np.int16, "is_leap": np.bool_},
    "week_year": np.int16,
    **{
        "month": np.int8,
        "day": np.int8,
        "weekday": np.int8,
        "week": np.int8,
        "week_jdatetime": np.int8,
        "season": np.int8,
        "quarter": np.int8,
        "half": np.int8,
        "month_length": np.int8,
    },
}
_MAKERS: dict[Attribute, Callable[[], Table]] = {
    "packed": _packed,
    "year": lambda: table("packed")[1:-1] >> 16,
    "month": lambda: _by_month(_months()),
    "day": lambda: table("packed")[1:-1] & 31,
    "weekday": lambda: (_numbers() + 3) % 7 + 1,
    "day_of_year": lambda: _numbers() - floors("year")[1:-1] + 1,
    "week": lambda: np.where(_in_next_year(), 1, _fridays() // 7 + 1),
    "week_year": lambda: table("year")[1:-1] + _in_next_year(),
    "week_jdatetime": lambda: _fridays() // 7 + 1,
    "season": lambda: _by_month((_months() + 2) // 3),
    "half": lambda: _by_month((_months() + 5) // 6),
    "is_leap": lambda: _spread(np.diff(_year_starts()) == 366, _year_starts()),
    "month_length": lambda: _by_month(_month_lengths()),
}
