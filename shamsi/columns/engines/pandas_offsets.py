"""pandas offsets of Solar Hijri weeks, months, seasons, years and fiscal years.

They count as the offsets of pandas do: from a day that is not a beginning (end), the first step
forward leads to the next one and the first step back to the previous one; 0 steps lead forward to
one, or stay. The time of day is kept, also on the clock of a time zone, and NaT stays NaT. A day
outside 0622-03-21..9999-12-31, given or reached, raises RangeError.
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (pandas is annotated in part, and need not be installed)

import datetime as dt
from functools import cache, partial
from typing import Any

import numpy as np
import pandas as pd
from pandas._libs.tslibs import offsets as compiled
from pandas.tseries.offsets import BaseOffset

from shamsi._errors import RangeError
from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.columns.blocks import Array, look_up
from shamsi.columns.buffers import BLOCK
from shamsi.columns.coerce import ticks_of
from shamsi.columns.table import NAT, NO_DAY, days_by_fields, table
from shamsi.columns.units import MONTHS, Unit
from shamsi.values.units import first_of_fiscal

# zone, type, normalize and NaT of a day, as in pandas' own offsets
_handled: Any = vars(compiled)["apply_wraps"]

_BEGIN_CODE = "SOLAR-BEGIN"
_END_CODE = "YE-SOLAR"  # `resample` closes codes with this prefix on the right


class _SolarOffset(BaseOffset):
    """The base of the offsets: the unit, its first month, and whether they anchor at its end."""

    normalize: bool
    _prefix = _BEGIN_CODE
    _unit: Unit = "month"
    _at_end = False
    _first_month = 1

    @property
    def freqstr(self) -> str:
        """The name after the number of periods; pandas does not parse it.

        >>> SolarMonthBegin(3).freqstr
        '3SolarMonthBegin'
        """
        return ("" if self.n == 1 else str(self.n)) + type(self).__name__

    def is_on_offset(self, dt: dt.datetime) -> bool:
        """Return whether a time is on a day of the offset.

        >>> SolarMonthEnd().is_on_offset(pd.Timestamp("2025-03-20"))
        True
        """
        moment = pd.Timestamp(dt).tz_localize(None)
        if self.normalize and moment != moment.normalize():
            return False
        return not self._days_to(_day_of(moment), 0)[0]

    def _moved(self, moment: pd.Timestamp) -> pd.Timestamp:
        if not isinstance(moment, dt.datetime):
            raise TypeError(
                f"{type(self).__name__} must be added to a date or to its own kind, got {moment!r}"
            )
        (days,) = self._days_to(_day_of(moment), self.n).tolist()
        return moment + pd.Timedelta(days=days).as_unit("s")

    def _moved_array(self, dtarr: Array) -> Array:
        moved = dtarr.copy()
        ticks, per_day = ticks_of(moved)
        flat = ticks.reshape(-1)
        for first in range(0, len(flat), BLOCK):
            piece = flat[first : first + BLOCK]
            real = piece != NAT
            given = piece if real.all() else piece[real]
            delta = self._days_to(given // per_day, self.n)
            reached = given + delta * per_day
            if ((reached > given) != (delta > 0)).any() or reached.min(initial=0) == NAT:
                raise pd.errors.OutOfBoundsDatetime(
                    f"a day reached does not fit into {dtarr.dtype}"
                )
            piece[real] = reached
        return moved

    _add_datetime, _add_datetime_ndarray = _handled(_moved), _moved_array  # called by pandas
    _apply, _apply_array = _add_datetime, _add_datetime_ndarray  # before pandas 3.1

    def _days_to(self, days: Array, steps: int) -> Array:
        """Return the days between each day and the one `steps` away."""
        period = self._period_of(days)
        off = self._anchor(period) != days
        reached = self._anchor(
            period
            + steps
            + (-(off & (steps > 0)).astype(int) if self._at_end else off & (steps <= 0))
        )
        if reached.min(initial=0) < MIN_DAYS:
            day = np.datetime64(int(days[reached.argmin()]), "D")
            raise RangeError(f"date must be 0622-03-21..9999-12-31, got {day} moved by {self!r}")
        return reached - days

    def _period_of(self, days: Array) -> Array:
        """Return the number of each day's period, from the first whole one on."""
        packed = np.empty(len(days), np.int32)
        fault = look_up(table("packed"), days, packed, strict=True)
        if fault:
            raise fault[1]
        months = (packed >> 16) * 12 + (packed >> 8 & 255) - 12 - self._first_month
        return months // MONTHS[self._unit]

    def _anchor(self, period: Array) -> Array:
        """Return the anchor day of each period; less than any day if it is missing."""
        starts = _starts(self._unit, self._first_month)
        return starts.take(period + (1 + self._at_end), mode="clip") - self._at_end


class _WeekOffset(_SolarOffset):
    """Weeks have seven days, so their days are counted instead of looked up."""

    def _period_of(self, days: Array) -> Array:
        fault = look_up(table("day"), days, np.empty(len(days), np.int8), strict=True)
        if fault:
            raise fault[1]
        return ((days + 5) // 7).astype(np.int32)  # too many steps overflow, as those of months

    def _anchor(self, period: Array) -> Array:
        day = period.astype(np.int64) * 7 + (1 if self._at_end else -5)
        return np.where((day < MIN_DAYS) | (day > MAX_DAYS), NO_DAY, day)


class _FiscalOffset(_SolarOffset):
    """Years from a month, which is part of the offset."""

    _unit: Unit = "fiscal_year"
    _attributes = ("n", "normalize", "first_month")  # pandas compares and copies by them

    def __init__(self, n: int = 1, normalize: bool = False, *, first_month: int) -> None:  # noqa: FBT001, FBT002 - as pandas
        BaseOffset.__init__(self, n, normalize)
        self.first_month = self._first_month = first_of_fiscal(first_month)

    def __reduce__(self) -> Any:
        return partial(type(self), first_month=self.first_month), (self.n, self.normalize)

    @property
    def freqstr(self) -> str:
        """The name after the number of years, with the month.

        >>> SolarFiscalYearBegin(2, first_month=10).freqstr
        '2SolarFiscalYearBegin-10'
        """
        return f"{super().freqstr}-{self.first_month}"


class SolarWeekBegin(_WeekOffset):
    """Steps from one Saturday to another.

    >>> pd.Timestamp("2025-03-20 12:30") + SolarWeekBegin()
    Timestamp('2025-03-22 12:30:00')
    """


class SolarWeekEnd(_WeekOffset):
    """Steps from one Friday to another.

    >>> pd.Timestamp("2025-03-20") + SolarWeekEnd(2)
    Timestamp('2025-03-28 00:00:00')
    """

    _prefix, _at_end = _END_CODE, True


class SolarMonthBegin(_SolarOffset):
    """Steps from one first day of a Solar Hijri month to another.

    >>> pd.Timestamp("2025-03-20 12:30") + SolarMonthBegin()
    Timestamp('2025-03-21 12:30:00')
    """


class SolarMonthEnd(_SolarOffset):
    """Steps from one last day of a Solar Hijri month to another.

    >>> pd.date_range("2025-02-01", periods=3, freq=SolarMonthEnd()).strftime("%Y-%m-%d").tolist()
    ['2025-02-18', '2025-03-20', '2025-04-20']
    """

    _prefix, _at_end = _END_CODE, True


class SolarSeasonBegin(_SolarOffset):
    """Steps from one first day of Farvardin, Tir, Mehr or Dey to another.

    >>> pd.Timestamp("2025-03-20") + SolarSeasonBegin(2)
    Timestamp('2025-06-22 00:00:00')
    """

    _unit = "season"


class SolarSeasonEnd(_SolarOffset):
    """Steps from one last day of Khordad, Shahrivar, Azar or Esfand to another.

    >>> SolarSeasonEnd().rollback(pd.Timestamp("2025-03-19"))
    Timestamp('2024-12-20 00:00:00')
    """

    _prefix, _unit, _at_end = _END_CODE, "season", True


class SolarYearBegin(_SolarOffset):
    """Steps from one Nowruz to another.

    >>> pd.Timestamp("2025-03-20") - SolarYearBegin()
    Timestamp('2024-03-20 00:00:00')
    """

    _unit = "year"


class SolarYearEnd(_SolarOffset):
    """Steps from one last day of Esfand to another.

    >>> pd.Timestamp("2025-03-20") + SolarYearEnd()
    Timestamp('2026-03-20 00:00:00')
    """

    _prefix, _unit, _at_end = _END_CODE, "year", True


class SolarFiscalYearBegin(_FiscalOffset):
    """Steps from one first day of a fiscal year to another; ``first_month`` is its first month.

    >>> pd.Timestamp("2025-03-20") + SolarFiscalYearBegin(first_month=10)
    Timestamp('2025-12-22 00:00:00')
    """


class SolarFiscalYearEnd(_FiscalOffset):
    """Steps from one last day of a fiscal year to another; ``first_month`` is its first month.

    >>> pd.Timestamp("2025-03-20") + SolarFiscalYearEnd(first_month=7)
    Timestamp('2025-09-22 00:00:00')
    """

    _prefix, _at_end = _END_CODE, True


@cache
def _starts(unit: Unit, first_month: int) -> Array:
    """Return the first day of each period of months, with NO_DAY before and after them."""
    first = (
        days_by_fields().reshape(-1, 16, 32)[1:, 1:13, 1].ravel()[first_month - 1 :: MONTHS[unit]]
    )
    return np.concatenate([[NO_DAY], first, [NO_DAY]]).astype(np.int64)


def _day_of(moment: pd.Timestamp) -> Array:
    return np.array([moment.to_datetime64()]).astype("M8[D]").view(np.int64)
