"""Text as days, as native columns: the SQL of `shamsi.sql`, computed by Spark."""

# pyright: basic, reportMissingImports=false
# (PySpark's and PyArrow's functions are annotated in part, and need not be installed)

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

from shamsi.columns.cells import CellOptions, Era, Gregorian, Times, cell_options
from shamsi.spark.fields import Dates, column_of, date_of
from shamsi.sql.dialects import dialect_of
from shamsi.sql.text_formulas import Options
from shamsi.sql.text_macros import cell_of, date_of_cell, reason_of_cell, timestamp_of_cell

_WORDS = dialect_of("sparksql")


def to_gregorian(
    years: Dates,
    months: Dates | None = None,
    days: Dates | None = None,
    /,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
) -> Column:
    """Return Gregorian dates of integer columns of years, months and days, or of one of text.

    Text is a date in numbers, as `Date.parse` reads it; whole numbers of eight digits are read as
    text. `century` reads two digits of a year, `era` years of that era, gregorian="pass" Gregorian
    dates as they are. A time of day is refused, or with times="drop" cut off; with times="keep"
    the answer is timestamps without a time zone. Null where text is not such a date: `reason` says
    why. No row raises. Raises TypeError for two columns, and for a wrong option RangeError,
    ShamsiError or ValueError.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> rows = spark.createDataFrame([("۱۴۰۳/۱۲/۳۰",), ("30-12-1403",), ("1404-12-30",)], ["day"])
    >>> [row[0] for row in rows.select(to_gregorian("day")).collect()]
    [datetime.date(2025, 3, 20), datetime.date(2025, 3, 20), None]
    """
    options = cell_options(century, era, gregorian, times)
    if months is None or days is None:
        if months is not days:
            raise TypeError("pass months and days together, or neither when years holds text")
        formed = timestamp_of_cell if times == "keep" else date_of_cell
        date = _evaluated(formed(_WORDS, _cell(options)), years)
    else:
        date = date_of(column_of(years), column_of(months), column_of(days))
    return date.alias("gregorian")


def reason(
    text: Dates,
    /,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
) -> Column:
    """Return why `to_gregorian` with these options gives null for text, one word a row.

    Null for a text that is read, for a blank one and for null. Raises for a wrong option as
    `to_gregorian` does.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> rows = spark.createDataFrame([("1404-12-30",), ("02/05/12",), ("",)], ["day"])
    >>> [row[0] for row in rows.select(reason("day")).collect()]
    ['impossible-date', 'two-digit-year', None]
    """
    options = cell_options(century, era, gregorian, times)
    return _evaluated(reason_of_cell(_WORDS, _cell(options)), text).alias("reason")


def _cell(options: CellOptions) -> str:
    def given(number: int | None) -> str:
        return "CAST(NULL AS BIGINT)" if number is None else str(number)

    read = Options(
        given(options.century),
        given(options.ahead),
        str(int(options.gregorian == "pass")),
        str(int(options.times != "refuse")),
    )
    return cell_of(_WORDS, "s_given", read)


def _evaluated(text: str, column: Dates) -> Column:
    """What SQL makes of `s_given`, which is a column as text."""
    given = F.array(column_of(column).cast("string"))
    return F.get(F.call_function("transform", given, F.expr(f"s_given -> {text}")), F.lit(0))
