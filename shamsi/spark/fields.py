"""Fields of days as native columns: the formulas of `shamsi.sql`, computed by Spark."""

# pyright: basic, reportMissingImports=false
# (PySpark's and PyArrow's functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import Column
from pyspark.sql import functions as F

from shamsi.calendar.kernel import MAX_YEAR, MIN_DAYS, year_start
from shamsi.columns.units import Unit, first_month_of, week_of
from shamsi.sql.formulas import Branch, Day, since_of
from shamsi.values.units import first_of_fiscal

Dates = Column | str
_MONTHS = [month for month in range(1, 13) for _ in range(31 if month < 7 else 30)]
_DAYS = [day for month in range(1, 13) for day in range(1, 32 if month < 7 else 31)]
_DECADES = [year_start(max(year, 1)) - MIN_DAYS for year in range(0, MAX_YEAR + 1, 10)]


class _Arithmetic:
    """Whole-number division and conditions of columns."""

    def quotient(self, number: Column, divisor: Column | int) -> Column:
        return F.call_function("div", number, F.lit(divisor))

    def remainder(self, number: Column, divisor: Column | int) -> Column:
        return number % divisor

    def case(self, branches: Sequence[Branch]) -> Column:
        (condition, value), *others = branches
        column = F.when(condition, value)
        for condition, value in others:
            column = column.when(condition, value)
        return column


class _Day(Day):
    """The same fields with look-ups by the day of the year.

    What Spark compiles must fit into 64 kilobytes per stage.
    """

    @property
    def month(self) -> Column:
        """1..12."""
        return _looked_up(_MONTHS, self.passed)

    @property
    def day(self) -> Column:
        """1..31."""
        return _looked_up(_DAYS, self.passed)

    @property
    def season(self) -> Column:
        """Spring 1 .. winter 4."""
        return _looked_up([(month + 2) // 3 for month in _MONTHS], self.passed)

    @property
    def day_start(self) -> Column:
        """The day itself, in days since 0622-03-21."""
        start: Column = self.year_start + self.passed
        return start

    @property
    def decade_start(self) -> Column:
        """The first of the decade, in days since 0622-03-21."""
        return _looked_up(_DECADES, self.arithmetic.quotient(self.year, 10))


def _looked_up(numbers: Sequence[int], place: Column) -> Column:
    """Of some numbers the one at a place, counted from 0; they are a constant of the plan."""
    return F.get(
        F.split(F.lit(",".join(map(str, numbers))), ",").cast("array<int>"), place.cast("int")
    )


def year(dates: Dates, /) -> Column:
    """Return the Solar Hijri years of Gregorian dates or timestamps.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> days = spark.sql("SELECT date'2025-03-20' AS day")
    >>> days.select(year("day"), month("day"), day("day")).first()[:]
    (1403, 12, 30)
    """
    return _number(dates, "year")


def month(dates: Dates, /) -> Column:
    """Return the months, 1 (Farvardin) .. 12 (Esfand)."""
    return _number(dates, "month")


def day(dates: Dates, /) -> Column:
    """Return the days of the month, 1..31."""
    return _number(dates, "day")


def weekday(dates: Dates, /) -> Column:
    """Return the days of the week by ISO 8601, Monday 1 .. Sunday 7."""
    return _number(dates, "weekday")


def day_of_year(dates: Dates, /) -> Column:
    """Return the ordinal days within the Solar Hijri year, 1..366."""
    return _number(dates, "day_of_year")


def week(dates: Dates, /) -> Column:
    """Return the weeks of CLDR, Saturday to Friday; week 1 is the one of 1 Farvardin.

    The last days of Esfand may be in week 1 of the next `week_year`.
    """
    return _number(dates, "week")


def week_of_year(dates: Dates, /, rule: str = "cldr") -> Column:
    """Return the weeks by a rule, as `Date.week_of_year` does: "cldr" as `week`, or "jdatetime".

    By the latter, as in the packages jdatetime and persiantools, weeks end with the year. Raises
    ShamsiError for another rule.
    """
    return _number(dates, week_of(rule)).alias("week_of_year")


def week_year(dates: Dates, /) -> Column:
    """Return the years that the weeks of CLDR belong to."""
    return _number(dates, "week_year")


def season(dates: Dates, /) -> Column:
    """Return the seasons, 1 (spring, Farvardin to Khordad) .. 4 (winter)."""
    return _number(dates, "season")


def quarter(dates: Dates, /) -> Column:
    """Return the quarters, 1 (Farvardin to Khordad) .. 4, which are the seasons."""
    return _number(dates, "quarter")


def half(dates: Dates, /) -> Column:
    """Return the halves of the year, 1 (Farvardin to Shahrivar) or 2."""
    return _number(dates, "half")


def fiscal_year(dates: Dates, /, *, first_month: int) -> Column:
    """Return the fiscal years, named by the year in which they end, as `Date.fiscal_year` does.

    They begin with ``first_month``; Afghanistan's with month 10. Raises DateError for a month
    outside 1..12.
    """
    year: Column = day_of(dates).fiscal_year(first_of_fiscal(first_month))
    return year.cast("int").alias("fiscal_year")


def is_leap(dates: Dates, /) -> Column:
    """Return which days are in a leap year, of 366 days."""
    leap: Column = day_of(dates).is_leap
    return leap.alias("is_leap")


def month_length(dates: Dates, /) -> Column:
    """Return how many days the month of each day has, 29..31."""
    return _number(dates, "month_length")


def floor(dates: Dates, /, unit: Unit, *, first_month: int | None = None) -> Column:
    """Return the first Gregorian day of each day's Solar Hijri unit.

    Units are "day", "week" (from Saturday), "month", "season", "quarter", "half", "year", "decade"
    and "fiscal_year", which alone needs ``first_month``. Null if that day is before 0622-03-21.
    Raises ShamsiError for another unit, TypeError for a first month that is missing or has no use.
    """
    start, day, name = first_month_of(unit, first_month), day_of(dates), f"{unit}_start"
    first = day.fiscal_year_start(start) if unit == "fiscal_year" else day.term(name)
    return _date(first).alias(name)


def column_of(column: Column | str) -> Column:
    """A column by itself or by its name."""
    return F.col(column) if isinstance(column, str) else column


def day_of(dates: Dates) -> _Day:
    """The fields of a column of days, as columns."""
    since = F.unix_date(column_of(dates).try_cast("date")).cast("bigint") - MIN_DAYS
    return _Day(_Arithmetic(), since)


def date_of(year: Column, month: Column, day: Column) -> Column:
    """The Gregorian date of three columns of integers; null if they are no date."""
    return _date(
        since_of(_Arithmetic(), *(field.try_cast("bigint") for field in (year, month, day)))
    )


def _date(since: Column) -> Column:
    return F.date_from_unix_date((since + MIN_DAYS).cast("int"))


def _number(dates: Dates, field: str) -> Column:
    column: Column = day_of(dates).term(field)
    return column.cast("int").alias(field)
