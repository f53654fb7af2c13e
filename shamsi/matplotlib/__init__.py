"""Matplotlib: Solar Hijri ticks and labels on a date axis, in six languages.

`solar_axis` puts them on one axis, that of `Series.plot` of pandas included. `register` makes them
the default of every date axis until `deregister`; `solar_dates` does so within a ``with`` block.
Importing the module registers nothing. Locators and formatters are like those of
`matplotlib.dates`, and read the axis in its time zone and from Matplotlib's epoch. Outside
0622-03-21..9999-12-31 there are no ticks, and labels are empty.
"""

# pyright: basic, reportMissingImports=false
# (Matplotlib need not be installed)

try:
    import matplotlib as _matplotlib  # noqa: F401
except ModuleNotFoundError as _error:
    if _error.name != "matplotlib":
        raise
    raise ModuleNotFoundError(
        "shamsi.matplotlib needs Matplotlib: pip install 'shamsi[matplotlib]'", name="matplotlib"
    ) from _error

from shamsi.matplotlib.axes import SolarConverter, deregister, register, solar_axis, solar_dates
from shamsi.matplotlib.formatters import SolarConciseFormatter, SolarFormatter
from shamsi.matplotlib.locators import (
    SolarDayLocator,
    SolarLocator,
    SolarMonthLocator,
    SolarWeekLocator,
    SolarYearLocator,
)

__all__ = [
    "SolarConciseFormatter",
    "SolarConverter",
    "SolarDayLocator",
    "SolarFormatter",
    "SolarLocator",
    "SolarMonthLocator",
    "SolarWeekLocator",
    "SolarYearLocator",
    "deregister",
    "register",
    "solar_axis",
    "solar_dates",
]


def __dir__() -> list[str]:
    return sorted(__all__)
