"""pandas: Solar Hijri dates by an accessor `.shamsi`, from fields, and as offsets.

Series and indexes of days have the accessor: ``datetime64`` of any unit, also with a time zone,
whose wall clock counts; Arrow's timestamps and dates; objects of `datetime.date`. Columns of text,
whole numbers and mixed objects have it for `to_gregorian`. Index and name are kept. Missing days
stay missing, and days outside 0622-03-21..9999-12-31 become missing: fields are nullable integers
(Int16, Int8), or Arrow's where the input is Arrow's. There is no new dtype: days remain days of
pandas.
"""

# pyright: basic, reportMissingImports=false, reportMissingModuleSource=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (pandas is annotated in part, and need not be installed)

from typing import TYPE_CHECKING, Any, Literal, overload

try:
    import pandas as pd
except ModuleNotFoundError as _error:
    if _error.name != "pandas":
        raise
    raise ModuleNotFoundError(
        "shamsi.pandas needs pandas: pip install 'shamsi[pandas]'", name="pandas"
    ) from _error

import numpy as np

from shamsi.columns import column_check, first_guesses
from shamsi.columns.blocks import Array, look_up, number_fields
from shamsi.columns.cells import Era, Gregorian, Times, cell_options
from shamsi.columns.coerce import Errors, is_strict, ticks_of
from shamsi.columns.column_check import ColumnCheck, OtherCalendar
from shamsi.columns.engines.pandas import (
    FIELDS,
    Column,
    categories,
    checked_column,
    fields_frame,
    has_days,
    has_values,
    labels_of,
    like,
    masked,
    midnights,
    numbers,
    plain,
    raise_fault,
    read_values,
    unread,
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
from shamsi.columns.inputs import refuse_options
from shamsi.columns.periods import numbers_of
from shamsi.columns.rejections import Policy, Rejected, Report, policy_of, settled
from shamsi.columns.table import Attribute, fiscal_years, floors, table
from shamsi.columns.units import Rule, Unit, first_month_of, week_of
from shamsi.formats.writing import compiled
from shamsi.numpy import unpack
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.values.units import first_of_fiscal

__all__ = [
    "ColumnCheck",
    "Rejected",
    "Report",
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
    "check_columns",
    "to_gregorian",
]


def __dir__() -> list[str]:
    return sorted(__all__)


class Shamsi:
    """The accessor: `series.shamsi.year`, `index.shamsi.floor("month")`.

    Raises AttributeError for columns without dates or text, as pandas' own accessors do.

    >>> days = pd.Series(pd.to_datetime(["2025-03-20", "2025-03-21"]))
    >>> days.shamsi.year.tolist()
    [1403, 1404]
    """

    def __init__(self, column: Column) -> None:
        given, column = column, plain(column)
        if not has_days(column) and not has_values(column):
            raise AttributeError(
                ".shamsi needs datetime64, Arrow's timestamps or dates, datetime.date, text, or "
                f"whole numbers of eight digits, got {given.dtype}; "
                "shamsi.pandas.to_gregorian(years, months, days) reads three columns"
            )
        self._column = column

    if not TYPE_CHECKING:  # type checkers report names that are missing themselves

        def __getattr__(self, name: str) -> object:
            raise first_guesses.missing("'Shamsi' object", name, dir(type(self)))

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

    @overload
    def to_gregorian(
        self,
        *,
        century: int | None = None,
        era: Era | None = None,
        gregorian: Gregorian = "refuse",
        times: Times = "refuse",
        errors: Errors | None = None,
    ) -> Column: ...
    @overload
    def to_gregorian(
        self,
        *,
        century: int | None = None,
        era: Era | None = None,
        gregorian: Gregorian = "refuse",
        times: Times = "refuse",
        errors: Literal["report"],
    ) -> Report: ...
    def to_gregorian(
        self,
        *,
        century: int | None = None,
        era: Era | None = None,
        gregorian: Gregorian = "refuse",
        times: Times = "refuse",
        errors: Policy | None = None,
    ) -> "Column | Report":
        """Read Solar Hijri dates, and return ``datetime64[s]``.

        Dates are text, whole numbers of eight digits (also floats, which columns with gaps have),
        or objects of any types that name a day. The options, what is missing and `errors` are those
        of `shamsi.numpy.to_gregorian`; errors and `Report.rejected` name rows by their labels.
        With `times="keep"` the result is ``datetime64[us]``. Arrow's columns give Arrow's date32,
        or timestamp[us].

        >>> texts = pd.Series(["1403/12/30", "۱۴۰۴-۱-۱", "02/05/12"], ["a", "b", "c"])
        >>> texts.shamsi.to_gregorian(century=1400).dt.day.tolist()
        [20, 21, 3]
        >>> texts.shamsi.to_gregorian(errors="report").rejected.to_pandas()[["value", "reason"]]
              value          reason
        c  02/05/12  two-digit-year
        """
        options = cell_options(century, era, gregorian, times)
        policy = policy_of(errors, default="raise")
        if not has_values(self._column):
            raise TypeError(
                "to_gregorian reads text, or whole numbers of eight digits, "
                f"got {self._column.dtype}; these days are Gregorian already: .shamsi.year and "
                ".shamsi.strftime() give their Solar Hijri dates"
            )
        made, rejected = read_values(self._column, options)
        return settled(like(self._column, made), rejected, policy)

    @property
    def _days(self) -> Column:
        if not has_days(self._column):
            raise TypeError(
                f"this column holds {self._column.dtype}, not days; convert it first with "
                ".shamsi.to_gregorian()"
            )
        return self._column

    @property
    def _labels(self) -> "pd.Index[Any] | None":
        return labels_of(self._column)

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


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if not name.startswith("_") and hasattr(Shamsi, name):
            call = name if isinstance(getattr(Shamsi, name), property) else f"{name}(…)"
            raise AttributeError(
                f"module 'shamsi.pandas' has no attribute {name!r}; use column.shamsi.{call}"
            )
        raise first_guesses.missing("module 'shamsi.pandas'", name, __all__)


pd.api.extensions.register_series_accessor("shamsi")(Shamsi)
pd.api.extensions.register_index_accessor("shamsi")(Shamsi)


@overload
def to_gregorian(
    values: Any,
    months: Any = None,
    days: Any = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Errors | None = None,
) -> Column: ...
@overload
def to_gregorian(
    values: Any,
    months: Any = None,
    days: Any = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Literal["report"],
) -> Report: ...
def to_gregorian(
    values: Any,
    months: Any = None,
    days: Any = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Policy | None = None,
) -> "Column | Report":
    """Return a Series of ``datetime64[s]`` from Solar Hijri dates, or from years, months and days.

    One column alone is read as `Shamsi.to_gregorian` does, with the same options. Years, months and
    days are three Series or arrays of one length, of which one or two may be single numbers, or one
    DataFrame with the columns year, month and day; Series are aligned by their labels. Integers of
    any width are taken, floats too if they are whole. If one of the three is missing, the day is
    NaT. If they do not name a day it is NaT as well, without a warning, unless `errors` is "raise":
    then DateError or RangeError names the first such row by its label; "report" returns a `Report`.
    TypeError for values of another type.

    >>> to_gregorian(pd.Series([14031230, 14040101])).dt.day.tolist()
    [20, 21]
    >>> fields = pd.DataFrame({"year": [1403, 1404], "month": 12, "day": 30}, ["a", "b"])
    >>> to_gregorian(fields)
    a   2025-03-20
    b          NaT
    dtype: datetime64[s]
    >>> to_gregorian(fields["year"], 1, 1).dt.day.tolist()
    [20, 21]
    """
    options = cell_options(century, era, gregorian, times)
    if months is days is None and not isinstance(values, pd.DataFrame):
        column: Any = values if isinstance(values, pd.Series | pd.Index) else pd.Series(values)
        policy = policy_of(errors, default="raise")
        return _accessor(column).to_gregorian(**options._asdict(), errors=policy)
    refuse_options(options)
    policy = policy_of(errors, default="coerce")
    frame = fields_frame(values, months, days)
    missing: Any = frame.isna().to_numpy().any(axis=1)
    parts = [numbers(frame[name], missing) for name in FIELDS]
    out = np.empty(len(frame), "M8[D]")
    fault = number_fields(parts, out, strict=policy == "raise")
    if fault:
        raise_fault(fault, frame.index)
    made = pd.Series(out.astype("M8[s]"), index=frame.index, copy=False)
    return Report(made, unread(frame, parts, out)) if policy == "report" else made


def check_columns(
    solar: Any,
    other: Any,
    *,
    calendar: OtherCalendar = "gregorian",
    century: int | None = None,
    era: Era | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
) -> ColumnCheck:
    """Compare two Series or indexes that should name the same days; return the rows that disagree.

    `solar` is read as by `to_gregorian`, `other` as Gregorian dates, or as lunar ones if `calendar`
    is "islamic": text, eight digits, or days of pandas. Times of day are ignored. Rows without one
    of the two are not compared; what cannot be read is in `rejected`. A lunar date may differ by
    `lunar_tolerance` days, or by none with ``"umm-al-qura"``. Raises ValueError for columns of
    different lengths, TypeError for values of another type.

    >>> check_columns(pd.Series(["1404/05/18"] * 2), ["2025-08-09", "2025-08-18"]).to_pandas()
       row       solar       other  delta_days diagnosis
    1    1  1404/05/18  2025-08-18           9    calque
    """
    how = column_check.terms(cell_options(century, era), calendar, lunar_tolerance)
    columns = checked_column(solar), checked_column(other)
    return column_check.check(*columns, how)


def _accessor(column: Column) -> Shamsi:
    try:
        return Shamsi(column)
    except AttributeError as error:  # right for `.shamsi` alone
        raise TypeError(str(error).replace(".shamsi", "to_gregorian", 1)) from None
