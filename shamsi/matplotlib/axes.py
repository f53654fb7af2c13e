"""Solar Hijri ticks for one axis, or for every axis of dates from now on."""

# pyright: basic, reportMissingImports=false
# (Matplotlib need not be installed)

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from matplotlib import dates, ticker, units
from matplotlib.axis import Axis

from shamsi._errors import shown
from shamsi.matplotlib.formatters import SolarConciseFormatter, SolarFormatter
from shamsi.matplotlib.locators import SolarLocator
from shamsi.matplotlib.shaping import Shape
from shamsi.values.date import Date
from shamsi.values.datetime import DateTime

_Converter: Any = dates.DateConverter  # annotated in part
_Info: Any = units.AxisInfo
_EMPTY = (dt.date(2021, 3, 21), dt.date(2022, 3, 21))  # limits without data: the year 1400
_OPTION = "plotting.matplotlib.register_converters"  # of pandas
_COMPAT = "xaxis.compat"  # of its plots: dates, not counted periods


def solar_axis(
    axis: Axis,
    *,
    lang: str = "en",
    digits: str | None = None,
    pattern: str | None = None,
    tz: str | dt.tzinfo | None = None,
    minticks: int = 5,
    maxticks: int = 12,
    shape: Shape = "auto",
) -> None:
    """Put Solar Hijri ticks and labels on one axis, such as ``ax.xaxis``.

    The axis may have dates already, come from pandas' `plot` (also where that counts periods: call
    this after it), or get its dates later. Ticks are those of `SolarLocator`, labels those of
    `SolarFormatter` with a pattern, else of `SolarConciseFormatter`. Raises as these do, and
    TypeError for anything but an axis, and for one of categories, such as that of a bar plot of
    pandas: its positions 0, 1, 2 … are no days.

    >>> import numpy as np
    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> _ = ax.plot(np.array(["2024-03-20", "2025-03-21"], "datetime64[D]"), [1, 2])
    >>> solar_axis(ax.xaxis)
    >>> [label.get_text() for label in ax.get_xticklabels()]
    ['1403', 'Kho', 'Mor', 'Meh', 'Aza', 'Bah', '1404']
    """
    if not isinstance(axis, Axis):
        kind = type(axis).__name__
        raise TypeError(
            f"axis must be an axis of a plot, ax.xaxis or ax.yaxis, got {shown(axis)} ({kind})"
        )
    if _has_categories(axis):
        raise TypeError(
            "axis must have dates, but its ticks are categories at 0, 1, 2 …, as in a bar plot of "
            "pandas; plot over names from days.shamsi.strftime(pattern), or draw dates with "
            "ax.bar(days, values)"
        )
    locator = SolarLocator(tz, minticks=minticks, maxticks=maxticks)
    axis.set_major_formatter(_formatter(tz, lang, digits, pattern, shape))
    axis.set_major_locator(locator)
    if getattr(axis, "freq", None) is not None:  # pandas puts Gregorian labels on minor ticks, too
        axis.set_minor_locator(ticker.NullLocator())
        axis.set_minor_formatter(ticker.NullFormatter())


def _has_categories(axis: Axis) -> bool:
    """Whether the ticks are at 0, 1, 2 … for categories, as in bar plots of pandas."""
    locator: Any = axis.get_major_locator()
    if isinstance(locator, ticker.FixedLocator):
        places = locator()
        return len(places) > 0 and np.array_equal(places, range(len(places)))
    return type(locator).__name__ == "StrCategoryLocator"  # its module registers when imported


def _formatter(
    tz: str | dt.tzinfo | None, lang: str, digits: str | None, pattern: str | None, shape: Shape
) -> ticker.Formatter:
    if pattern is None:
        return SolarConciseFormatter(tz, lang=lang, digits=digits, shape=shape)
    return SolarFormatter(pattern, tz, lang=lang, digits=digits, shape=shape)


class SolarConverter(dates.DateConverter):
    """Matplotlib's converter of dates, with Solar Hijri ticks and labels.

    `register` puts it into `matplotlib.units.registry`. `Date` and `DateTime` of shamsi are
    converted as well. Parameters and errors are those of `solar_axis`.

    >>> float(SolarConverter.convert(Date(1403, 12, 30), None, None))
    20167.0
    """

    def __init__(
        self,
        *,
        lang: str = "en",
        digits: str | None = None,
        pattern: str | None = None,
        tz: str | dt.tzinfo | None = None,
        minticks: int = 5,
        maxticks: int = 12,
        shape: Shape = "auto",
    ) -> None:
        self._style = (lang, digits, pattern, shape)
        self._tz, self._range = tz, {"minticks": minticks, "maxticks": maxticks}
        self.axisinfo(None, None)  # what is wrong raises here, not while drawing

    def axisinfo(  # type: ignore[override]  # not static, as that of DateConverter
        self, unit: dt.tzinfo | None, axis: Any
    ) -> Any:
        """Return the locator and the formatter of an axis; its unit is the zone of its data."""
        tz = unit if self._tz is None else self._tz
        return _Info(
            majloc=SolarLocator(tz, **self._range),
            majfmt=_formatter(tz, *self._style),
            label="",
            default_limits=_EMPTY,
        )

    @staticmethod
    def convert(value: Any, unit: Any, axis: Any) -> Any:
        """Return dates as Matplotlib's numbers."""
        return _Converter.convert(_gregorian(value), unit, axis)

    @staticmethod
    def default_units(x: Any, axis: Any) -> dt.tzinfo | None:
        """Return the zone of the first date that has one."""
        zone: dt.tzinfo | None = _Converter.default_units(_gregorian(x), axis)
        return zone


def _gregorian(value: Any) -> Any:
    """Return dates of shamsi and periods of pandas as datetimes; others as they are."""
    if isinstance(value, Date | DateTime):
        return value.gregorian
    if isinstance(value, _of_imported_pandas("Period")):
        return value.start_time
    kind = getattr(value, "dtype", None)
    if isinstance(value, Iterable) and (kind is None or kind == np.dtype(object)):
        given = np.asarray(value, dtype=object)
        kinds = (Date, DateTime, *_of_imported_pandas("Period"))
        if any(isinstance(each, kinds) for each in given.flat):
            flat = [_gregorian(each) for each in given.flat]
            return np.array(flat, dtype=object).reshape(given.shape)
    return value


def _of_imported_pandas(*names: str) -> tuple[Any, ...]:
    """Return types of pandas, if it is imported."""
    pandas: Any = sys.modules.get("pandas")
    return tuple(getattr(pandas, name) for name in names if hasattr(pandas, name))


_TYPES = (np.datetime64, dt.date, dt.datetime, Date, DateTime)
_replaced: dict[type, units.ConversionInterface | None] = {}  # while registered
_of_pandas: dict[str, Any] = {}


def register(
    *,
    lang: str = "en",
    digits: str | None = None,
    pattern: str | None = None,
    tz: str | dt.tzinfo | None = None,
    minticks: int = 5,
    maxticks: int = 12,
    shape: Shape = "auto",
) -> None:
    """Give every axis of dates Solar Hijri ticks and labels, from now on until `deregister`.

    That is each axis whose first data are ``datetime64``, `datetime.date`, `datetime.datetime`,
    pandas' Timestamp and Period, or `Date` and `DateTime` of shamsi. If pandas is imported by then,
    its `plot` is told to leave dates to Matplotlib (by its option
    ``plotting.matplotlib.register_converters`` and ``plot_params["xaxis.compat"]``). Parameters and
    errors are those of `solar_axis`; a second call replaces the first.

    >>> register(lang="fa")
    >>> type(units.registry[dt.date]).__name__
    'SolarConverter'
    >>> deregister()
    """
    converter = SolarConverter(
        lang=lang,
        digits=digits,
        pattern=pattern,
        tz=tz,
        minticks=minticks,
        maxticks=maxticks,
        shape=shape,
    )
    _leave_dates_alone(sys.modules.get("pandas"))
    for each in (*_TYPES, *_of_imported_pandas("Period", "Timestamp")):
        _replaced.setdefault(each, units.registry.get(each))
        units.registry[each] = converter


def deregister() -> None:
    """Leave dates to the converters that `register` replaced; nothing if it was not called.

    What another library has registered since then stays.

    >>> deregister()
    """
    for each, before in _replaced.items():
        if isinstance(units.registry.get(each), SolarConverter):
            if before is None:
                del units.registry[each]
            else:
                units.registry[each] = before
    _replaced.clear()
    if _of_pandas:
        _set_pandas(sys.modules["pandas"], **_of_pandas)
        _of_pandas.clear()


def _leave_dates_alone(pandas: Any) -> None:
    """Tell pandas, if it is imported, to plot dates as Matplotlib would."""
    if _of_pandas or not hasattr(pandas, "plotting"):
        return
    _of_pandas["converters"] = pandas.get_option(_OPTION)
    _of_pandas["compat"] = pandas.plotting.plot_params[_COMPAT]
    _set_pandas(pandas, converters=False, compat=True)


def _set_pandas(pandas: Any, *, converters: object, compat: bool) -> None:
    before = dict(units.registry)
    pandas.set_option(_OPTION, converters)  # which registers or deregisters at once, "auto" too
    units.registry.clear()
    units.registry.update(before)
    pandas.plotting.plot_params[_COMPAT] = compat


@contextmanager
def solar_dates(
    *,
    lang: str = "en",
    digits: str | None = None,
    pattern: str | None = None,
    tz: str | dt.tzinfo | None = None,
    minticks: int = 5,
    maxticks: int = 12,
    shape: Shape = "auto",
) -> Iterator[None]:
    """Give the axes of dates that are made in a ``with`` block Solar Hijri ticks and labels.

    As `register` before and `deregister` after it; what was registered before is there again.
    Parameters and errors are those of `solar_axis`.

    >>> with solar_dates(lang="fa"):
    ...     type(units.registry[dt.date]).__name__
    'SolarConverter'
    """
    outer = {each: units.registry[each] for each in _replaced}  # registered before as well
    register(
        lang=lang,
        digits=digits,
        pattern=pattern,
        tz=tz,
        minticks=minticks,
        maxticks=maxticks,
        shape=shape,
    )
    try:
        yield
    finally:
        if outer:
            units.registry.update(outer)
        else:
            deregister()
