"""pandas: Solar Hijri dates by an accessor `.shamsi`, from fields, and as offsets.

Series and indexes of days have the accessor: ``datetime64`` of any unit, also with a time zone,
whose wall clock counts; Arrow's timestamps and dates; objects of `datetime.date`. Index and name
are kept. Missing days stay missing, and days outside 0622-03-21..9999-12-31 become missing: fields
are nullable integers (Int16, Int8), or Arrow's where the input is Arrow's. There is no new dtype:
days remain days of pandas.
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (pandas is annotated in part, and need not be installed)

from typing import Any

try:
    import pandas as pd
except ModuleNotFoundError as _error:
    if _error.name != "pandas":
        raise
    raise ModuleNotFoundError(
        "shamsi.pandas needs pandas: pip install 'shamsi[pandas]'", name="pandas"
    ) from _error

import numpy as np

from shamsi.columns.blocks import Array, look_up, number_fields
from shamsi.columns.coerce import Errors, is_strict, ticks_of
from shamsi.columns.engines.pandas import (
    FIELDS,
    Column,
    categories,
    fields_frame,
    has_days,
    has_text,
    like,
    masked,
    midnights,
    numbers,
    raise_fault,
    read_text,
    wall_clock,
    written,
)
from shamsi.columns.engines.pandas_offsets import (
    SolarFiscalYearBegin,
    SolarFiscalYearEnd,
    SolarMonthBegin,
    SolarMonthEnd,
    SolarSeasonBegin,
    SolarSeasonEnd,
    SolarWeekBegin,
    SolarWeekEnd,
    SolarYearBegin,
    SolarYearEnd,
)
from shamsi.columns.periods import numbers_of
from shamsi.columns.table import Attribute, fiscal_years, floors, table
from shamsi.columns.units import Rule, Unit, first_month_of, week_of
from shamsi.formats.writing import compiled
from shamsi.numpy import unpack
from shamsi.values.units import first_of_fiscal

__all__ = [
    "Shamsi",
    "SolarFiscalYearBegin",
    "SolarFiscalYearEnd",
    "SolarMonthBegin",
    "SolarMonthEnd",
    "SolarSeasonBegin",
    "SolarSeasonEnd",
    "SolarWeekBegin",
    "SolarWeekEnd",
    "SolarYearBegin",
    "SolarYearEnd",
    "to_gregorian",
]


class Shamsi:
    """The accessor: `series.shamsi.year`, `index.shamsi.floor("month")`.

    Raises AttributeError for columns without dates or text, as pandas' own accessors do.

    >>> days = pd.Series(pd.to_datetime(["2025-03-20", "2025-03-21"]))
    >>> days.shamsi.year.tolist()
    [1403, 1404]
    """

    def __init__(self, column: Column) -> None:
        if not has_days(column) and not has_text(column):
            raise AttributeError(
                ".shamsi needs datetime64, Arrow's timestamps or dates, datetime.date, or text, "
                f"got {column.dtype}; "
                "shamsi.pandas.to_gregorian reads years, months and days"
            )
        self._column = column

    @property
    def year(self) -> Column:
        """The years, 1..9378.

        >>> days = pd.to_datetime(["2025-03-20", None])
        >>> pd.Series(days, ["a", "b"], name="published").shamsi.year
        a    1403
        b    <NA>
        Name: published, dtype: Int16
        """
        return self._attribute("year")

    @property
    def month(self) -> Column:
        """The months, 1 (Farvardin) .. 12 (Esfand).

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.month
        Index([12, 1], dtype='Int8')
        """
        return self._attribute("month")

    @property
    def day(self) -> Column:
        """The days of the month, 1..31.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.day
        Index([30, 1], dtype='Int8')
        """
        return self._attribute("day")

    @property
    def weekday(self) -> Column:
        """The days of the week by ISO 8601, Monday 1 .. Sunday 7; pandas' own count from 0.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.weekday
        Index([4, 5], dtype='Int8')
        """
        return self._attribute("weekday")

    @property
    def day_of_year(self) -> Column:
        """The ordinal days within the Solar Hijri year, 1..366.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.day_of_year
        Index([366, 1], dtype='Int16')
        """
        return self._attribute("day_of_year")

    @property
    def week(self) -> Column:
        """The weeks of CLDR, Saturday to Friday; week 1 is the one of 1 Farvardin.

        The last days of Esfand may be in week 1 of the next `week_year`. `week_of_year` counts by
        another rule, too.

        >>> pd.to_datetime(["2025-03-14", "2025-03-20"]).shamsi.week
        Index([52, 1], dtype='Int8')
        """
        return self._attribute("week")

    @property
    def week_year(self) -> Column:
        """The years that the weeks of CLDR belong to.

        >>> pd.to_datetime(["2025-03-14", "2025-03-20"]).shamsi.week_year
        Index([1403, 1404], dtype='Int16')
        """
        return self._attribute("week_year")

    def week_of_year(self, rule: Rule = "cldr") -> Column:
        """Return the weeks by a rule, as `Date.week_of_year`: "cldr" as `week`, or "jdatetime".

        By the latter, as in the packages jdatetime and persiantools, weeks end with the year.
        Raises ShamsiError for another rule.

        >>> pd.to_datetime(["2025-03-14", "2025-03-20"]).shamsi.week_of_year("jdatetime")
        Index([52, 53], dtype='Int8')
        """
        return self._attribute(week_of(rule))

    @property
    def season(self) -> Column:
        """The seasons, 1 (spring, Farvardin to Khordad) .. 4 (winter).

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.season
        Index([4, 1], dtype='Int8')
        """
        return self._attribute("season")

    @property
    def quarter(self) -> Column:
        """The quarters, 1 (Farvardin to Khordad) .. 4, which are the seasons.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.quarter
        Index([4, 1], dtype='Int8')
        """
        return self._attribute("quarter")

    @property
    def half(self) -> Column:
        """The halves of the year, 1 (Farvardin to Shahrivar) or 2.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.half
        Index([2, 1], dtype='Int8')
        """
        return self._attribute("half")

    def fiscal_year(self, *, first_month: int) -> Column:
        """Return the fiscal years, named by the year in which they end, as `Date.fiscal_year` does.

        They begin with ``first_month``; Afghanistan's with month 10. Raises DateError for a month
        outside 1..12.

        >>> days = pd.to_datetime(["2024-12-20", "2024-12-21"])
        >>> days.shamsi.fiscal_year(first_month=10)
        Index([1403, 1404], dtype='Int16')
        """
        values = self._looked_up(fiscal_years(first_of_fiscal(first_month)), np.int16)
        return like(self._column, masked(values, values == 0, self._column))

    @property
    def is_leap(self) -> Column:
        """Whether the year of each day has 366 days, as nullable booleans.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.is_leap
        Index([True, False], dtype='boolean')
        """
        return self._attribute("is_leap")

    @property
    def month_length(self) -> Column:
        """How many days the month of each day has, 29..31.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.month_length
        Index([30, 31], dtype='Int8')
        """
        return self._attribute("month_length")

    def fields(self, *, errors: Errors = "coerce") -> pd.DataFrame:
        """Return the years, months and days as a DataFrame of three columns, in one pass.

        Raises RangeError that names the first row out of range by its label if `errors` is "raise".

        >>> pd.Series(pd.to_datetime(["2025-03-20", None]), ["a", "b"]).shamsi.fields()
           year  month   day
        a  1403     12    30
        b  <NA>   <NA>  <NA>
        """
        packed = self._looked_up(table("packed"), np.int32, errors)
        named = unpack(packed)._asdict()
        columns = {
            name: masked(values, packed == 0, self._column) for name, values in named.items()
        }
        index = self._column if isinstance(self._column, pd.Index) else self._column.index
        return pd.DataFrame(columns, index=index, copy=False)

    def floor(
        self, unit: Unit, *, first_month: int | None = None, errors: Errors = "coerce"
    ) -> Column:
        """Return midnight of the first day of each day's Solar Hijri unit.

        Units are "day", "week" (from Saturday), "month", "season", "quarter", "half", "year",
        "decade" and "fiscal_year", which alone needs ``first_month``. The type of the input is
        kept, with its unit and time zone; `datetime.date` objects give ``datetime64[s]``. If the
        clock skipped that midnight, the result is the first moment of the day; if the unit begins
        before 0622-03-21, it is NaT. Raises as `fields` does, ShamsiError for another unit,
        TypeError for a first month that is missing or has no use.

        >>> day = pd.Series(pd.to_datetime(["2025-03-20 12:30"]))
        >>> day.shamsi.floor("year")[0]
        Timestamp('2024-03-20 00:00:00')
        >>> day.shamsi.floor("fiscal_year", first_month=10)[0]
        Timestamp('2024-12-21 00:00:00')
        """
        source = floors(unit, first_month_of(unit, first_month))
        days = self._looked_up(source, np.dtype("M8[D]"), errors)
        made, fault = midnights(days, self._column)
        if fault and is_strict(errors):
            raise_fault(fault, self._labels)
        return like(self._column, made)

    def period(self, unit: Unit, *, first_month: int | None = None) -> Column:
        """Return each day's Solar Hijri unit as ordered categories, keys for `groupby`.

        Units are those of `floor`, written as `Period.native` does: 1404-08-14 (day),
        1404-08-10/1404-08-16 (week), 1404-08, 1404-S3, 1404-Q3, 1404-H2, 1404, 140X and
        1403-10/1404-09 (fiscal year). There is a category for each unit from the first to the last,
        so `groupby(…, observed=False)` shows the empty ones too. Raises as `floor` does.

        >>> sales = pd.Series([1, 2, 4], pd.to_datetime(["2025-03-20", "2025-03-21", "2025-03-22"]))
        >>> sales.groupby(sales.index.shamsi.period("month"), observed=True).sum()
        1403-12    1
        1404-01    6
        dtype: int64
        """
        start = first_month_of(unit, first_month)
        ticks, per_day = ticks_of(wall_clock(self._days))
        numbers, missing = numbers_of(unit, ticks, per_day, start)
        return like(self._column, categories(unit, numbers, missing, start))

    def strftime(
        self, pattern: str = "%Y-%m-%d", *, lang: str = "en", digits: str | None = None
    ) -> Column:
        """Write the days by a pattern as `Date.format` does, in the type that pandas gives to text.

        Raises as `Date.format` for the pattern, the language and the digits.

        >>> days = pd.to_datetime(["2025-03-20", "2025-03-21"])
        >>> days.shamsi.strftime("%-d %B %Y", lang="fa").tolist()
        ['۳۰ اسفند ۱۴۰۳', '۱ فروردین ۱۴۰۴']
        """
        compiled(pattern, lang, digits)  # a wrong pattern raises before any work is done
        return like(self._column, written(self._days, pattern, lang, digits))

    to_solar_string = strftime  # the name of the other engines

    def month_name(self, lang: str = "en") -> Column:
        """Return the names of the months in a language of `Date.format`; raises as `strftime` does.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.month_name("fa").tolist()
        ['اسفند', 'فروردین']
        """
        return self.strftime("%B", lang=lang)

    def weekday_name(self, lang: str = "en") -> Column:
        """Return the names of the days of the week in a language; raises as `strftime` does.

        pandas' own `day_name` is the same in the languages of the system.

        >>> pd.to_datetime(["2025-03-20", "2025-03-21"]).shamsi.weekday_name("fa").tolist()
        ['پنجشنبه', 'جمعه']
        """
        return self.strftime("%A", lang=lang)

    def to_gregorian(self, *, errors: Errors = "coerce") -> Column:
        """Read text of Solar Hijri dates as `Date.parse` does, and return ``datetime64[s]``.

        The text is numbers, year first. Arrow's text gives Arrow's date32. A text that is not a
        date becomes NaT; if `errors` is "raise", an error names it by its label.

        >>> texts = pd.Series(["1403/12/30", "۱۴۰۴-۱-۱", "1404-13-01"])
        >>> texts.shamsi.to_gregorian().dt.day.tolist()
        [20.0, 21.0, nan]
        """
        if not has_text(self._column):
            raise TypeError(
                f"to_gregorian reads text, got {self._column.dtype}; "
                "these days are Gregorian already"
            )
        strict = is_strict(errors)
        made, fault = read_text(self._column, strict=strict)
        if fault:
            raise_fault(fault, self._labels)
        return like(self._column, made)

    @property
    def _days(self) -> Column:
        if not has_days(self._column):
            raise TypeError(
                "this column holds text, not dates; convert it first with .shamsi.to_gregorian()"
            )
        return self._column

    @property
    def _labels(self) -> "pd.Index[Any] | None":
        return self._column.index if isinstance(self._column, pd.Series) else None

    def _attribute(self, name: Attribute) -> Column:
        source = table(name)
        values = self._looked_up(source, source.dtype)
        days = values if name != "is_leap" else self._looked_up(table("day"), np.int8)
        return like(self._column, masked(values, days == 0, self._column))

    def _looked_up(self, source: Array, dtype: Any, errors: str = "coerce") -> Array:
        ticks, per_day = ticks_of(wall_clock(self._days))
        out = np.empty(len(ticks), dtype)
        fault = look_up(source, ticks, out, per_day=per_day, strict=is_strict(errors))
        if fault:
            raise_fault(fault, self._labels)
        return out


pd.api.extensions.register_series_accessor("shamsi")(Shamsi)
pd.api.extensions.register_index_accessor("shamsi")(Shamsi)


def to_gregorian(
    years: Any, months: Any = None, days: Any = None, *, errors: Errors = "coerce"
) -> Column:
    """Return a Series of ``datetime64[s]`` from Solar Hijri years, months and days.

    They are three Series or arrays of one length, of which one or two may be single numbers, or one
    DataFrame with the columns year, month and day; Series are aligned by their labels. Integers of
    any width are taken, floats too if they are whole. One column alone is text, read as
    `Shamsi.to_gregorian` does. If one of the three is missing, the day is NaT. If they do not name
    a day it is NaT as well, unless `errors` is "raise": then DateError or RangeError names the
    first such row by its label. TypeError for anything but numbers and text.

    >>> fields = pd.DataFrame({"year": [1403, 1404], "month": 12, "day": 30}, ["a", "b"])
    >>> to_gregorian(fields)
    a   2025-03-20
    b          NaT
    dtype: datetime64[s]
    >>> to_gregorian(fields["year"], 1, 1).dt.day.tolist()
    [20, 21]
    """
    strict = is_strict(errors)
    if months is days is None and not isinstance(years, pd.DataFrame):
        column = years if isinstance(years, pd.Series | pd.Index) else pd.Series(years)
        if has_text(column):
            return Shamsi(column).to_gregorian(errors=errors)
    frame = fields_frame(years, months, days)
    missing: Any = frame.isna().to_numpy().any(axis=1)
    parts = [numbers(frame[name], missing) for name in FIELDS]
    out = np.empty(len(frame), "M8[D]")
    fault = number_fields(parts, out, strict=strict)
    if fault:
        raise_fault(fault, frame.index)
    return pd.Series(out.astype("M8[s]"), index=frame.index, copy=False)
