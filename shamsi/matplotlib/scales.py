"""What the numbers of an axis mean: Matplotlib's dates, or the periods of a plot by pandas.

Both are read as days since 1970-01-01 UTC, with fractions; periods have no zone, so their clock is
taken as UTC.
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false
# (Matplotlib and pandas need not be installed)

import datetime as dt
import math
from typing import Any, Protocol

import matplotlib as mpl
import numpy as np
from matplotlib import dates

from shamsi.calendar.kernel import EPOCH_ORDINAL, MAX_DAYS, MIN_DAYS
from shamsi.calendar.zones import zone

DAY = dt.timedelta(days=1)
MICROSECONDS = 86_400_000_000  # of a day

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_EPOCH_DAY = np.datetime64("1970-01-01", "D")
_LONGEST_EVEN = 8  # days; months, quarters and years are longer, and uneven


class Scale(Protocol):
    """The meaning of the numbers of an axis."""

    zone: dt.tzinfo

    def days(self, value: float, /) -> float:
        """Return a number of the axis as days since 1970-01-01 UTC."""
        ...

    def value(self, days: float, /) -> float:
        """Return days since 1970-01-01 UTC as a number of the axis."""
        ...


class DateScale:
    """Matplotlib's dates: days since its epoch, shown in a time zone."""

    def __init__(self, there: dt.tzinfo) -> None:
        self.zone: dt.tzinfo = there
        matplotlib: Any = dates  # annotated in part
        start = np.datetime64(str(matplotlib.get_epoch()), "us") - _EPOCH_DAY
        self._start = float(start / np.timedelta64(1, "D"))

    def days(self, value: float, /) -> float:
        """As `Scale.days`."""
        return value + self._start

    def value(self, days: float, /) -> float:
        """As `Scale.value`."""
        return days - self._start


class EvenScale:
    """Periods of one length: weeks, days, hours and shorter ones."""

    def __init__(self, start: float, length: float) -> None:
        self.zone: dt.tzinfo = dt.UTC
        self._start, self._length = start, length

    def days(self, value: float, /) -> float:
        """As `Scale.days`."""
        return self._start + value * self._length

    def value(self, days: float, /) -> float:
        """As `Scale.value`."""
        return (days - self._start) / self._length


class MonthScale:
    """Periods of whole Gregorian months; within one, days are spread evenly."""

    def __init__(self, start: int, months: int) -> None:
        self.zone: dt.tzinfo = dt.UTC
        self._start, self._months = start, months

    def days(self, value: float, /) -> float:
        """As `Scale.days`."""
        whole = math.floor(value)
        first, following = self._bounds(whole)
        return first + (value - whole) * (following - first)

    def value(self, days: float, /) -> float:
        """As `Scale.value`."""
        month = (_EPOCH_DAY + math.floor(days)).astype("M8[M]").astype(int)
        whole = (int(month) - self._start) // self._months
        first, following = self._bounds(whole)
        return whole + (days - first) / (following - first)

    def _bounds(self, whole: int) -> tuple[int, int]:
        months = self._start + whole * self._months
        ends = np.array([months, months + self._months], "M8[M]").astype("M8[D]").astype(int)
        return int(ends[0]), int(ends[1])


class BusinessScale:
    """Business days, Monday to Friday; a weekend is part of its Friday."""

    def __init__(self) -> None:
        self.zone: dt.tzinfo = dt.UTC

    def days(self, value: float, /) -> float:
        """As `Scale.days`."""
        whole = math.floor(value)
        first, following = (_number(np.busday_offset(_EPOCH_DAY, whole + each)) for each in (0, 1))
        return first + (value - whole) * (following - first)

    def value(self, days: float, /) -> float:
        """As `Scale.value`."""
        first = np.busday_offset(_EPOCH_DAY + math.floor(days), 0, roll="backward")
        length = _number(np.busday_offset(first, 1)) - _number(first)
        return int(np.busday_count(_EPOCH_DAY, first)) + (days - _number(first)) / length


def _number(day: Any) -> int:
    return int((day - _EPOCH_DAY).astype(int))


def scale_of(axis: Any, tz: dt.tzinfo | None, /) -> Scale:
    """Return the scale of an axis.

    The time zone is the one given, else that of the data, else Matplotlib's setting. pandas keeps
    the frequency of periods on the axis.
    """
    frequency = getattr(axis, "freq", None)
    if frequency is not None and _counts_periods(axis):
        return _of_periods(frequency)
    of_data = axis.get_units() if hasattr(axis, "get_units") else None
    if tz is None:
        tz = of_data if isinstance(of_data, dt.tzinfo) else zone(mpl.rcParams["timezone"])
    return DateScale(tz)


def _counts_periods(axis: Any) -> bool:
    """Return whether the axis counts periods: a later plot of dates may have taken it over."""
    converter = axis.get_converter() if hasattr(axis, "get_converter") else axis.converter
    return converter is None or type(converter).__name__ == "PeriodConverter"


def _of_periods(frequency: Any) -> Scale:
    from pandas import Period

    code = getattr(frequency, "rule_code", frequency)
    if str(code).lstrip("0123456789") in ("B", "C"):
        return BusinessScale()
    starts = [Period(ordinal=each, freq=frequency).start_time for each in (0, 1)]
    first, following = (start.timestamp() / 86_400 for start in starts)
    if following - first < _LONGEST_EVEN:
        return EvenScale(first, following - first)
    months = [(start.year - 1970) * 12 + start.month - 1 for start in starts]
    return MonthScale(months[0], months[1] - months[0])


def moment(days: float, there: dt.tzinfo, /) -> dt.datetime | None:
    """Return what the clocks of a zone show at days since 1970-01-01 UTC.

    It is rounded to what a float of that size can tell, a microsecond or a few of them. None
    outside 0622-03-21..9999-12-31.

    >>> moment(20167.5, dt.UTC).isoformat()
    '2025-03-20T12:00:00+00:00'
    """
    if not math.isfinite(days):
        return None
    step = 10 ** max(0, math.ceil(math.log10(math.ulp(days) * MICROSECONDS * 2)))
    try:
        passed = dt.timedelta(microseconds=round(days * MICROSECONDS / step) * step)
        found = (_EPOCH + passed).astimezone(there)
    except OverflowError:
        return None
    return found if found.toordinal() - EPOCH_ORDINAL >= MIN_DAYS else None


def instant(wall: dt.datetime, there: dt.tzinfo, /) -> float | None:
    """Return the first time at which clocks of a zone show a time, in days since 1970-01-01 UTC.

    None where they skip it; a midnight that they skip is the first moment of its day.

    >>> from shamsi.calendar.zones import zone
    >>> instant(dt.datetime(2022, 3, 22), zone("Asia/Tehran")) * 24 % 24
    20.5
    """
    utc = wall.replace(tzinfo=dt.UTC)
    try:
        offsets = {_offset(utc - DAY, there), _offset(utc + DAY, there)}
    except OverflowError:  # at either end of the calendar
        return _days(utc)
    found = [utc - offset for offset in sorted(offsets, reverse=True)]
    shown_then = [each.astimezone(there).replace(tzinfo=None) for each in found]
    for each, shown in zip(found, shown_then, strict=True):
        if shown == wall:
            return _days(each)
    if wall.time() == dt.time():
        for each, shown in zip(found, shown_then, strict=True):
            if shown.date() == wall.date():
                return _days(each)
    return None


def _offset(utc: dt.datetime, there: dt.tzinfo) -> dt.timedelta:
    return utc.astimezone(there).utcoffset() or dt.timedelta()


def _days(utc: dt.datetime) -> float:
    return (utc - _EPOCH) / DAY


def midnight(day: int, there: dt.tzinfo, /) -> float | None:
    """Return when a day begins in a zone, in days since 1970-01-01 UTC; None for skipped days."""
    if there is dt.UTC:
        return float(day)
    return instant(dt.datetime.fromordinal(day + EPOCH_ORDINAL), there)


def clipped(first: float, last: float, /) -> tuple[int, int]:
    """Return the days of the calendar between two numbers of days, and a day around for zones."""
    low = math.floor(min(max(first, MIN_DAYS), MAX_DAYS + 1)) - 1
    high = math.floor(min(max(last, MIN_DAYS - 1), MAX_DAYS)) + 1
    return max(low, MIN_DAYS), min(high, MAX_DAYS)
