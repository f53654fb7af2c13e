"""pandas offsets of Solar Hijri months, seasons and years.

They count as the offsets of pandas do: from a day that is not a beginning (end), the first step
forward leads to the next one and the first step back to the previous one; 0 steps lead forward to
one, or stay. The time of day is kept, also on the clock of a time zone, and NaT stays NaT. A day
outside 0622-03-21..9999-12-31, given or reached, raises RangeError.
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (pandas is annotated in part, and need not be installed)

import datetime as dt
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from pandas._libs.tslibs import offsets as compiled
from pandas.tseries.offsets import BaseOffset

from shamsi._errors import RangeError
from shamsi.calendar.kernel import MIN_DAYS
from shamsi.columns.blocks import Array, look_up
from shamsi.columns.buffers import BLOCK
from shamsi.columns.coerce import ticks_of
from shamsi.columns.table import NAT, NO_DAY, days_by_fields, table

# zone, type, normalize and NaT of a day, as in pandas' own offsets
_handled: Any = vars(compiled)["apply_wraps"]

_BEGIN_CODE = "SOLAR-BEGIN"
_END_CODE = "YE-SOLAR"  # `resample` closes codes with this prefix on the right


class _SolarOffset(BaseOffset):
    """The base of the six offsets: the months of a period, and whether they anchor at its end."""

    normalize: bool
    _prefix = _BEGIN_CODE
    _months = 1
    _at_end = False

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
        packed = np.empty(len(days), np.int32)
        fault = look_up(table("packed"), days, packed, strict=True)
        if fault:
            raise fault[1]
        period = ((packed >> 16) * 12 + (packed >> 8 & 255) - 13) // self._months
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

    def _anchor(self, period: Array) -> Array:
        """Return the anchor day of each period; less than any day if it is missing."""
        return _starts(self._months).take(period + (1 + self._at_end), mode="clip") - self._at_end


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

    _months = 3


class SolarSeasonEnd(_SolarOffset):
    """Steps from one last day of Khordad, Shahrivar, Azar or Esfand to another.

    >>> SolarSeasonEnd().rollback(pd.Timestamp("2025-03-19"))
    Timestamp('2024-12-20 00:00:00')
    """

    _prefix, _months, _at_end = _END_CODE, 3, True


class SolarYearBegin(_SolarOffset):
    """Steps from one Nowruz to another.

    >>> pd.Timestamp("2025-03-20") - SolarYearBegin()
    Timestamp('2024-03-20 00:00:00')
    """

    _months = 12


class SolarYearEnd(_SolarOffset):
    """Steps from one last day of Esfand to another.

    >>> pd.Timestamp("2025-03-20") + SolarYearEnd()
    Timestamp('2026-03-20 00:00:00')
    """

    _prefix, _months, _at_end = _END_CODE, 12, True


@cache
def _starts(months: int) -> Array:
    """Return the first day of each period of `months` months, with NO_DAY before and after them."""
    first = days_by_fields().reshape(-1, 16, 32)[1:, 1:13:months, 1].ravel()
    return np.concatenate([[NO_DAY], first, [NO_DAY]]).astype(np.int64)


def _day_of(moment: pd.Timestamp) -> Array:
    return np.array([moment.to_datetime64()]).astype("M8[D]").view(np.int64)
