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

from shamsi.spark.column_check import check_columns
from shamsi.spark.fields import (
    day,
    day_of_year,
    fiscal_year,
    floor,
    half,
    is_leap,
    month,
    month_length,
    quarter,
    season,
    week,
    week_of_year,
    week_year,
    weekday,
    year,
)
from shamsi.spark.reading import reason, to_gregorian
from shamsi.spark.strings import month_name, period, strftime, to_solar_string, weekday_name
from shamsi.spark.texts import check, find

__all__ = [
    "check",
    "check_columns",
    "day",
    "day_of_year",
    "find",
    "fiscal_year",
    "floor",
    "half",
    "is_leap",
    "month",
    "month_length",
    "month_name",
    "period",
    "quarter",
    "reason",
    "season",
    "strftime",
    "to_gregorian",
    "to_solar_string",
    "week",
    "week_of_year",
    "week_year",
    "weekday",
    "weekday_name",
    "year",
]


def __dir__() -> list[str]:
    return sorted(__all__)
