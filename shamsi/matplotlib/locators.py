"""Where ticks are: on starts of Solar Hijri years, months, weeks and days, or on the clock."""

# pyright: basic, reportMissingImports=false
# (Matplotlib need not be installed)

import datetime as dt
import logging
import math
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib import dates, ticker

from shamsi._errors import ShamsiError, shown
from shamsi._integers import integer
from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.calendar.zones import zone
from shamsi.matplotlib import steps
from shamsi.matplotlib.scales import (
    DAY,
    DateScale,
    Scale,
    clipped,
    instant,
    midnight,
    moment,
    scale_of,
)
from shamsi.matplotlib.steps import AUTOMATIC, SECONDS, Step

_LOG = logging.getLogger(__name__)
_EPOCH, _NONE = dt.datetime(1970, 1, 1), dt.timedelta()
_SECONDS = 86_400  # of a day
_SINGLE = 2 * steps.YEAR  # to each side of a view of one moment, as AutoDateLocator shows it
_ROUNDING = 1e-9  # days


class _Locator(ticker.Locator, ABC):
    """A locator of days, in a time zone."""

    def __init__(self, tz: str | dt.tzinfo | None = None) -> None:
        self.tz: dt.tzinfo | None = None if tz is None else zone(tz)

    def set_tzinfo(self, tz: str | dt.tzinfo | None) -> None:
        """Set the zone in which days begin; None is that of the data, else Matplotlib's setting."""
        self.tz = None if tz is None else zone(tz)

    def __call__(self) -> list[float]:
        """Return the ticks in the view of the axis, as its numbers."""
        axis: Any = self.axis
        return self.tick_values(*axis.get_view_interval())

    def tick_values(self, vmin: Any, vmax: Any) -> list[float]:
        """Return the ticks between two numbers of the axis, or two datetimes."""
        low, high = sorted(map(_number, (vmin, vmax)))
        if not np.isfinite([low, high]).all():
            return []
        scale = scale_of(self.axis, self.tz)
        first, last = scale.days(low), scale.days(high)
        found = map(scale.value, self._ticks(scale, first, last))
        room = _ROUNDING * max(1.0, (high - low) / max(last - first, _ROUNDING))
        return [tick for tick in found if low - room <= tick <= high + room]

    def nonsingular(self, v0: float, v1: float) -> tuple[float, float]:
        """Return limits that can be drawn: four years around a single moment."""
        scale = scale_of(self.axis, self.tz)
        if not np.isfinite([v0, v1]).all():
            start = scale.value(18_707)  # 1400-01-01
            return start, scale.value(18_707 + 365)
        low, high = sorted((v0, v1))
        if low == high and isinstance(scale, DateScale):
            return low - _SINGLE, high + _SINGLE
        return super().nonsingular(low, high)

    @abstractmethod
    def _ticks(self, scale: Scale, first: float, last: float) -> Iterator[float]:
        """Return ticks in and around a view; all are days since 1970-01-01 UTC."""


class _StepLocator(_Locator):
    """A locator with one step, however long the view."""

    def __init__(self, step: Step, tz: str | dt.tzinfo | None) -> None:
        super().__init__(tz)
        self._step: Step = step

    def _ticks(self, scale: Scale, first: float, last: float) -> Iterator[float]:
        if (last - first) / self._step.length > self.MAXTICKS:
            name = type(self).__name__
            _LOG.warning(
                "%s would make more than %s ticks (MAXTICKS), so it makes none; "
                "SolarLocator fits its ticks to the view",
                *(name, self.MAXTICKS),
            )
            return iter(())
        return _on_days(self._step, scale, first, last)


class SolarLocator(_Locator):
    """Ticks on round years, months, weeks, days or times, by the span of the view.

    There are about ``minticks`` to ``maxticks`` of them: on each year that 1000, 500, 200, 100 … 1
    divides, on halves of years, seasons, months, days 1 and 15, Saturdays, every fifth or second
    day, days, hours, minutes or seconds. Days begin in the zone ``tz``; None is that of the data,
    else Matplotlib's setting. Raises ShamsiError for less than 1 tick, or a maximum that is less
    than the minimum or less than 2.

    >>> locator = SolarLocator(tz="UTC")
    >>> ticks = locator.tick_values(dt.datetime(2024, 3, 1), dt.datetime(2025, 4, 1))
    >>> [dates.num2date(tick).date().isoformat() for tick in ticks][:3]
    ['2024-03-20', '2024-05-21', '2024-07-22']
    """

    def __init__(
        self, tz: str | dt.tzinfo | None = None, *, minticks: int = 5, maxticks: int = 12
    ) -> None:
        super().__init__(tz)
        self.minticks: int = _positive("minticks", minticks)
        self.maxticks: int = integer("maxticks", maxticks)
        if self.maxticks < max(2, self.minticks):
            least = max(2, self.minticks)
            raise ShamsiError(f"maxticks must be at least {least}, got {shown(maxticks)}")

    def _ticks(self, scale: Scale, first: float, last: float) -> Iterator[float]:
        span = last - first
        lengths = [step.length for step in AUTOMATIC] + [each / _SECONDS for each in SECONDS]
        at = self._fitting(span, lengths)
        if at < len(AUTOMATIC):
            return _on_days(AUTOMATIC[at], scale, first, last)
        if at < len(lengths):
            return _on_clock(SECONDS[at - len(AUTOMATIC)], scale, first, last)
        return self._within_seconds(first, last)

    def _fitting(self, span: float, lengths: list[float]) -> int:
        """Return the place of the longest step that makes enough ticks, or of one before it."""
        for at, length in enumerate(lengths):
            if span / length >= self.minticks:
                return at if at == 0 or span / length <= self.maxticks else at - 1
        return len(lengths)

    def _within_seconds(self, first: float, last: float) -> Iterator[float]:
        """Ticks on round parts of a second, counted from a whole second before the view."""
        start = np.floor(first * _SECONDS) / _SECONDS
        parts = ticker.MaxNLocator(self.maxticks - 1, steps=[1, 2, 5, 10])
        ends = [(end - start) * _SECONDS for end in (first, last)]
        return (start + float(part) / _SECONDS for part in parts.tick_values(*ends))


class SolarYearLocator(_StepLocator):
    """Ticks on a day of each year that ``base`` divides, 1 Farvardin unless another is given.

    A day that a year lacks (30 Esfand) has no tick there. Raises ShamsiError for a base below 1 and
    for a month or day that no year has; TypeError for anything but integers.

    >>> locator = SolarYearLocator(5, tz="UTC")
    >>> ticks = locator.tick_values(dt.datetime(2015, 1, 1), dt.datetime(2022, 1, 1))
    >>> [dates.num2date(tick).date().isoformat() for tick in ticks]
    ['2016-03-20', '2021-03-21']
    """

    def __init__(
        self,
        base: int = 1,
        month: int = 1,
        day: int = 1,
        tz: str | dt.tzinfo | None = None,
    ) -> None:
        (month,) = _among("month", month, range(1, 13))
        (day,) = _among("day", day, range(1, 32 if month < 7 else 31))
        super().__init__(steps.in_years(_positive("base", base), month, day), tz)


class SolarMonthLocator(_StepLocator):
    """Ticks on a day of some months, the first unless another is given.

    ``bymonth`` is a month, 1 (Farvardin) .. 12, or several; without it, every ``interval``-th month
    from Farvardin on. Raises ShamsiError for numbers out of range, TypeError for anything but
    integers.

    >>> locator = SolarMonthLocator(interval=6, tz="UTC")
    >>> ticks = locator.tick_values(dt.datetime(2024, 1, 1), dt.datetime(2025, 1, 1))
    >>> [dates.num2date(tick).date().isoformat() for tick in ticks]
    ['2024-03-20', '2024-09-22']
    """

    def __init__(
        self,
        bymonth: int | Iterable[int] | None = None,
        bymonthday: int | Iterable[int] = 1,
        interval: int = 1,
        tz: str | dt.tzinfo | None = None,
    ) -> None:
        every = range(1, 13, _positive("interval", interval))
        months = every if bymonth is None else _among("bymonth", bymonth, range(1, 13))
        if bymonth is not None and len(every) < 12:
            raise ShamsiError("pass bymonth or interval, not both")
        super().__init__(
            steps.in_months(months, _among("bymonthday", bymonthday, range(1, 32))), tz
        )


class SolarWeekLocator(_StepLocator):
    """Ticks on a weekday, Saturday unless another is given, of every ``interval``-th week.

    ``weekday`` is that of ISO 8601, Monday 1 .. Sunday 7. Raises ShamsiError for numbers out of
    range, TypeError for anything but integers.

    >>> locator = SolarWeekLocator(tz="UTC")
    >>> ticks = locator.tick_values(dt.datetime(2025, 3, 10), dt.datetime(2025, 3, 25))
    >>> [dates.num2date(tick).date().isoformat() for tick in ticks]
    ['2025-03-15', '2025-03-22']
    """

    def __init__(
        self, weekday: int = steps.SATURDAY, interval: int = 1, tz: str | dt.tzinfo | None = None
    ) -> None:
        (weekday,) = _among("weekday", weekday, range(1, 8))
        super().__init__(steps.in_weeks(_positive("interval", interval), weekday), tz)


class SolarDayLocator(_StepLocator):
    """Ticks on some days of each month.

    ``bymonthday`` is a day, 1..31, or several; without it, every ``interval``-th from day 1 on, the
    last of them not close to the next month. Raises ShamsiError for numbers out of range, TypeError
    for anything but integers.

    >>> locator = SolarDayLocator([1, 15], tz="UTC")
    >>> ticks = locator.tick_values(dt.datetime(2025, 3, 1), dt.datetime(2025, 3, 31))
    >>> [dates.num2date(tick).date().isoformat() for tick in ticks]
    ['2025-03-05', '2025-03-21']
    """

    def __init__(
        self,
        bymonthday: int | Iterable[int] | None = None,
        interval: int = 1,
        tz: str | dt.tzinfo | None = None,
    ) -> None:
        interval = _positive("interval", interval)
        days = [day for day in range(1, 32, interval) if day + interval // 2 <= 31]
        if bymonthday is not None:
            if interval > 1:
                raise ShamsiError("pass bymonthday or interval, not both")
            days = _among("bymonthday", bymonthday, range(1, 32))
        super().__init__(steps.in_months(range(1, 13), days), tz)


def _number(value: Any) -> float:
    if isinstance(value, dt.date | np.datetime64):
        number: Any = dates
        return float(number.date2num(value))
    return float(value)


def _on_days(step: Step, scale: Scale, first: float, last: float) -> Iterator[float]:
    low, high = clipped(first, last)
    if low > high:
        return
    for day in step.days(low, high):
        start = midnight(day, scale.zone)
        if start is not None:
            yield start


def _on_clock(seconds: int, scale: Scale, first: float, last: float) -> Iterator[float]:
    ends = [moment(min(max(end, MIN_DAYS), MAX_DAYS + 0.5), scale.zone) for end in (first, last)]
    offsets = [(end.utcoffset() or _NONE) / DAY for end in ends if end is not None]
    low = max(first + min(offsets, default=0), MIN_DAYS)
    high = min(last + max(offsets, default=0), MAX_DAYS + 0.9999)
    per_day = _SECONDS // seconds
    for count in range(math.ceil(low * per_day), math.floor(high * per_day) + 1):
        tick = instant(_EPOCH + dt.timedelta(seconds=count * seconds), scale.zone)
        if tick is not None:
            yield tick


def _positive(name: str, value: int) -> int:
    number = integer(name, value)
    if number < 1:
        raise ShamsiError(f"{name} must be at least 1, got {shown(value)}")
    return number


def _among(name: str, given: int | Iterable[int], allowed: Collection[int]) -> list[int]:
    values = list(given) if isinstance(given, Iterable) else [given]
    numbers = sorted({integer(name, value) for value in values})
    if not numbers or not set(numbers) <= set(allowed):
        first, *_, last = allowed
        raise ShamsiError(f"{name} must be {first}..{last}, got {shown(given)}")
    return numbers
