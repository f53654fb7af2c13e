"""Spark: columns of dates as native expressions, and `find` and `check` over columns of text.

`year`, `month`, `day` and similar functions take a column of dates or timestamps, by name or as a
`Column`, and return one that Spark compiles: no Python runs on the executors. A timestamp is the
day on its clock in the session's time zone. Null, a day outside 0622-03-21..9999-12-31, and a year,
month and day that are not a date, give null; no row raises. `to_gregorian` reads text, and `reason`
says why it does not. `find` and `check` run in Python on the
executors and return one row per mention or finding.
"""

# pyright: basic, reportMissingImports=false
# (PySpark need not be installed)

try:
    import pyarrow as _pyarrow  # noqa: F401
    import pyspark as _pyspark  # noqa: F401
except ModuleNotFoundError as _error:
    if _error.name not in ("pyarrow", "pyspark"):
        raise
    wanted = "shamsi.spark needs PySpark and PyArrow: pip install 'shamsi[spark]'"
    raise ModuleNotFoundError(wanted, name=_error.name) from _error

from shamsi.spark.fields import (
    day,
    day_of_year,
    floor,
    is_leap,
    month,
    month_length,
    season,
    weekday,
    year,
)
from shamsi.spark.reading import reason, to_gregorian
from shamsi.spark.strings import to_solar_string
from shamsi.spark.texts import check, find

__all__ = [
    "check",
    "day",
    "day_of_year",
    "find",
    "floor",
    "is_leap",
    "month",
    "month_length",
    "reason",
    "season",
    "to_gregorian",
    "to_solar_string",
    "weekday",
    "year",
]
