"""Polars: Solar Hijri dates as expressions, lazy and streaming.

Each function takes the name of a column or an expression, and gives an expression named after both:
``sp.year("hired")`` is "hired_year". Gregorian days are Date or Datetime columns; of a Datetime
with a zone, the day that its clock shows there. Null gives null, and so do impossible dates and
those outside 0622-03-21..9999-12-31. Importing this module also registers the same functions as
``pl.Expr.shamsi``.

The work is done by NumPy on a batch of rows at a time, from a table of all days; every expression
is elementwise.
"""

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias

try:
    import polars as pl
except ModuleNotFoundError as _error:
    if _error.name != "polars":
        raise
    raise ModuleNotFoundError(
        "shamsi.polars needs Polars: pip install 'shamsi[polars]'", name="polars"
    ) from _error

from shamsi._errors import shown
from shamsi.calendar.kernel import MIN_DAYS
from shamsi.columns import column_check, first_guesses
from shamsi.columns.cells import CellOptions, Era, Gregorian, Times, cell_options
from shamsi.columns.coerce import Errors
from shamsi.columns.column_check import ColumnCheck, OtherCalendar
from shamsi.columns.engines import polars as engine
from shamsi.columns.inputs import refuse_options
from shamsi.columns.rejections import Rejected, Report
from shamsi.columns.table import Attribute
from shamsi.columns.units import Rule, Unit, first_month_of, week_of
from shamsi.formats.writing import compiled
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.values.units import first_of_fiscal

__all__ = [
    "ColumnCheck",
    "Namespace",
    "Rejected",
    "Report",
    "SeriesNamespace",
    "check_columns",
    "day",
    "day_of_year",
    "fields",
    "fiscal_year",
    "floor",
    "from_packed",
    "half",
    "is_leap",
    "month",
    "month_length",
    "month_name",
    "pack",
    "period",
    "quarter",
    "report",
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


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise first_guesses.missing("module 'shamsi.polars'", name, __all__)


Column: TypeAlias = str | pl.Expr
Integers: TypeAlias = str | pl.Expr | int

_TYPES: dict[Attribute, type[pl.DataType]] = {
    **{"packed": pl.Int32, "year": pl.Int16, "day_of_year": pl.Int16, "is_leap": pl.Boolean},
    "week_year": pl.Int16,
    **{
        "month": pl.Int8,
        "day": pl.Int8,
        "weekday": pl.Int8,
        "week": pl.Int8,
        "week_jdatetime": pl.Int8,
        "season": pl.Int8,
        "quarter": pl.Int8,
        "half": pl.Int8,
        "month_length": pl.Int8,
    },
}
_STRUCT = pl.Struct({"year": pl.Int16, "month": pl.Int8, "day": pl.Int8})


def pack(dates: Column) -> pl.Expr:
    """Return Gregorian days as packed Solar Hijri dates, Int32 ``year << 16 | month << 8 | day``.

    They sort as days do, and `from_packed` leads back.

    >>> import datetime as dt
    >>> df = pl.DataFrame({"hired": [dt.date(2025, 3, 20), None]})
    >>> df.select(pack("hired")).to_series().to_list()
    [91950110, None]
    """
    return _of_days("packed", dates)


def fields(dates: Column) -> pl.Expr:
    """Return the Solar Hijri dates as a struct of year (Int16), month and day (Int8).

    Each field is null where there is no date. One look-up gives all three, so it costs less than
    `year`, `month` and `day` one by one.

    >>> import datetime as dt
    >>> df = pl.DataFrame({"hired": [dt.date(2025, 3, 20)]})
    >>> df.select(fields("hired").struct.unnest()).rows()
    [(1403, 12, 30)]
    """
    return _named(_days(dates).map_batches(engine.fields, _STRUCT, is_elementwise=True), "fields")


def year(dates: Column) -> pl.Expr:
    """Return the Solar Hijri years of Gregorian days, Int16.

    >>> import datetime as dt
    >>> df = pl.DataFrame({"hired": [dt.date(2025, 3, 20), dt.date(2025, 3, 21)]})
    >>> df.select(year("hired")).to_dicts()
    [{'hired_year': 1403}, {'hired_year': 1404}]
    """
    return _of_days("year", dates)


def month(dates: Column) -> pl.Expr:
    """Return the months, 1 (Farvardin) .. 12 (Esfand), Int8.

    >>> pl.select(month(pl.date(2025, 3, 20))).item()
    12
    """
    return _of_days("month", dates)


def day(dates: Column) -> pl.Expr:
    """Return the days of the month, 1..31, Int8.

    >>> pl.select(day(pl.date(2025, 3, 20))).item()
    30
    """
    return _of_days("day", dates)


def weekday(dates: Column) -> pl.Expr:
    """Return the days of the week by ISO 8601, Monday 1 .. Sunday 7, Int8.

    >>> pl.select(weekday(pl.date(2025, 3, 20))).item()
    4
    """
    return _of_days("weekday", dates)


def day_of_year(dates: Column) -> pl.Expr:
    """Return the ordinal days within the Solar Hijri year, 1..366, Int16.

    >>> pl.select(day_of_year(pl.date(2025, 3, 20))).item()
    366
    """
    return _of_days("day_of_year", dates)


def week(dates: Column) -> pl.Expr:
    """Return the weeks of CLDR, Saturday to Friday, Int8; week 1 is the one of 1 Farvardin.

    The last days of Esfand may be in week 1 of the next `week_year`. `week_of_year` counts by
    another rule, too.

    >>> pl.select(week(pl.date(2025, 3, 20))).item()
    1
    """
    return _of_days("week", dates)


def week_of_year(dates: Column, rule: Rule = "cldr") -> pl.Expr:
    """Return the weeks by a rule, as `Date.week_of_year`: "cldr" as `week`, or "jdatetime", Int8.

    By the latter, as in the packages jdatetime and persiantools, weeks end with the year.
    ShamsiError for another rule. The name is that of the column with "_week_of_year".

    >>> pl.select(week_of_year(pl.date(2025, 3, 20), "jdatetime")).item()
    53
    """
    return _of_days(week_of(rule), dates, "week_of_year")


def week_year(dates: Column) -> pl.Expr:
    """Return the years that the weeks of CLDR belong to, Int16.

    >>> pl.select(week_year(pl.date(2025, 3, 20))).item()
    1404
    """
    return _of_days("week_year", dates)


def season(dates: Column) -> pl.Expr:
    """Return the seasons, 1 (spring, Farvardin to Khordad) .. 4 (winter), Int8.

    >>> pl.select(season(pl.date(2025, 3, 20))).item()
    4
    """
    return _of_days("season", dates)


def quarter(dates: Column) -> pl.Expr:
    """Return the quarters, 1 (Farvardin to Khordad) .. 4, which are the seasons, Int8.

    >>> pl.select(quarter(pl.date(2025, 3, 20))).item()
    4
    """
    return _of_days("quarter", dates)


def half(dates: Column) -> pl.Expr:
    """Return the halves of the year, 1 (Farvardin to Shahrivar) or 2, Int8.

    >>> pl.select(half(pl.date(2025, 3, 20))).item()
    2
    """
    return _of_days("half", dates)


def fiscal_year(dates: Column, *, first_month: int) -> pl.Expr:
    """Return the fiscal years, named by the year in which they end, as `Date.fiscal_year`, Int16.

    They begin with ``first_month``; Afghanistan's with month 10. DateError for a month outside
    1..12.

    >>> pl.select(fiscal_year(pl.date(2024, 12, 21), first_month=10)).item()
    1404
    """
    month = first_of_fiscal(first_month)
    answer = _days(dates).map_batches(
        lambda days: engine.fiscal_years(days, month), pl.Int16, is_elementwise=True
    )
    return _named(answer, "fiscal_year")


def is_leap(dates: Column) -> pl.Expr:
    """Return which days are in a leap year, of 366 days.

    >>> pl.select(is_leap(pl.date(2025, 3, 20))).item()
    True
    """
    return _of_days("is_leap", dates)


def month_length(dates: Column) -> pl.Expr:
    """Return how many days the month of each day has, 29..31, Int8.

    >>> pl.select(month_length(pl.date(2025, 3, 20))).item()
    30
    """
    return _of_days("month_length", dates)


def floor(dates: Column, unit: Unit, *, first_month: int | None = None) -> pl.Expr:
    """Return the first day of each day's Solar Hijri unit, as Date.

    Units are "day", "week" (from Saturday), "month", "season", "quarter", "half", "year", "decade"
    and "fiscal_year", which alone needs ``first_month``. Null if that day is before 0622-03-21.
    ShamsiError for another unit, TypeError for a first month that is missing or has no use. The
    name is that of the column with the unit and "_start", such as "_month_start".

    >>> import datetime as dt
    >>> pl.DataFrame({"hired": [dt.date(2025, 3, 20)]}).select(floor("hired", "year")).to_dicts()
    [{'hired_year_start': datetime.date(2024, 3, 20)}]
    """
    start = first_month_of(unit, first_month)
    starts = _days(dates).map_batches(
        lambda days: engine.floors(days, unit, start), pl.Int32, is_elementwise=True
    )
    return _named(starts.cast(pl.Date), f"{unit}_start")


def period(dates: Column, unit: Unit, *, first_month: int | None = None) -> pl.Expr:
    """Return each day's Solar Hijri unit as text, as `Period.native` writes it: keys to group by.

    Units are those of `floor`, written 1404-08-14, 1404-08-10/1404-08-16 (week), 1404-08, 1404-S3,
    1404-Q3, 1404-H2, 1404, 140X and 1403-10/1404-09 (fiscal year). They sort as the days do. Raises
    as `floor` does. The name is that of the column with the unit and "_period".

    >>> pl.select(period(pl.date(2025, 3, 20), "quarter")).item()
    '1403-Q4'
    """
    start = first_month_of(unit, first_month)
    texts = _days(dates).map_batches(
        lambda days: engine.periods(days, unit, start), pl.String, is_elementwise=True
    )
    return _named(texts, f"{unit}_period")


def to_solar_string(
    dates: Column, pattern: str = "%Y-%m-%d", *, lang: str = "en", digits: str | None = None
) -> pl.Expr:
    """Write Gregorian days by a pattern as `Date.format` does.

    The name is that of the column with "_solar_string". Raises as `Date.format` for the pattern,
    the language and the digits. Needs PyArrow.

    >>> pl.select(to_solar_string(pl.date(2025, 3, 20), "%-d %B %Y", lang="fa")).item()
    '۳۰ اسفند ۱۴۰۳'
    """
    return _written(dates, "solar_string", pattern, lang, digits)


strftime = to_solar_string  # the name that pandas, NumPy and PyArrow have for it


def month_name(dates: Column, lang: str = "en") -> pl.Expr:
    """Return the names of the months in a language of `Date.format`; raises as `to_solar_string`.

    >>> pl.select(month_name(pl.date(2025, 3, 20), "prs")).item()
    'حوت'
    """
    return _written(dates, "month_name", "%B", lang)


def weekday_name(dates: Column, lang: str = "en") -> pl.Expr:
    """Return the names of the days of the week in a language; raises as `to_solar_string`.

    >>> pl.select(weekday_name(pl.date(2025, 3, 20))).item()
    'Thursday'
    """
    return _written(dates, "weekday_name", "%A", lang)


def to_gregorian(
    values: Integers,
    months: Integers | None = None,
    days: Integers | None = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Errors | None = None,
) -> pl.Expr:
    """Return Solar Hijri dates, or years, months and days, as Gregorian Date.

    Dates are one column of text, which needs PyArrow, or of whole numbers of eight digits, also as
    Float64 or Decimal. The options and what is missing are those of `shamsi.numpy.to_gregorian`;
    with `times="keep"` the result is Datetime("us").

    What is not a date raises, when the query runs, the error of the first such row of a batch. With
    `errors="coerce"` it becomes null without a warning, which a lazy query could not give; `report`
    lists these rows. Years, months and days are integers of any width; an int is the same for every
    row. What they name that is not a day is null unless `errors` is "raise". TypeError, when the
    query runs, for values of another type. The name is that of the first column with "_gregorian".

    >>> pl.select(to_gregorian(pl.lit("۱۴۰۳/۱۲/۳۰"))).item()
    datetime.date(2025, 3, 20)
    >>> df = pl.DataFrame({"y": [1403, 1404], "m": [12, 12]})
    >>> df.select(to_gregorian("y", "m", 30)).to_series().to_list()
    [datetime.date(2025, 3, 20), None]
    """
    options = cell_options(century, era, gregorian, times)
    if errors not in (None, "coerce", "raise"):
        raise ValueError(
            'errors of an expression must be "coerce" or "raise", got '
            f"{shown(errors)}; shamsi.polars.report(frame, column) returns a report"
        )
    first = _expression(values)
    if months is None and days is None:
        numbers = first.map_batches(
            lambda batch: engine.days_of_values(batch, options, strict=errors != "coerce"),
            pl.Int64 if times == "keep" else pl.Int32,
            is_elementwise=True,
        )
        return _named(numbers.cast(_kind(options)), "gregorian")
    if months is None or days is None:
        raise TypeError("pass months and days together, or neither: years alone are not dates")
    refuse_options(options)
    rows = pl.struct(years=first, months=_expression(months), days=_expression(days))
    numbers = rows.map_batches(
        lambda batch: engine.days_of_fields(batch, strict=errors == "raise"),
        pl.Int32,
        is_elementwise=True,
    )
    return _named(numbers.cast(pl.Date), "gregorian", like=first)


def from_packed(packed: Column) -> pl.Expr:
    """Return packed dates, as `pack` makes them, as Gregorian Date; null if they are not a date.

    >>> pl.select(from_packed(pl.lit(91950110))).item()
    datetime.date(2025, 3, 20)
    """
    numbers = _expression(packed).map_batches(engine.days_of_packed, pl.Int32, is_elementwise=True)
    return _named(numbers.cast(pl.Date), "gregorian")


def report(
    frame: pl.DataFrame | pl.LazyFrame,
    values: Integers,
    months: Integers | None = None,
    days: Integers | None = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
) -> Report:
    """Return the days of a column as a series, and a table of the rows that are not dates.

    The arguments are those of `to_gregorian`, after the frame; of a lazy one the columns are
    collected. Rows of the table are those of the frame.

    >>> df = pl.DataFrame({"typed": ["1403/12/30", "02/05/12"]})
    >>> days, rejected = report(df, "typed")
    >>> days.to_list(), rejected.to_polars().row(0)[:3]
    ([datetime.date(2025, 3, 20), None], (1, '02/05/12', 'two-digit-year'))
    """
    options = cell_options(century, era, gregorian, times)
    first = _expression(values)
    if months is None and days is None:
        column = frame.lazy().select(first).collect().to_series()
        made, rejected = engine.read_values(column, options)
        return Report(made.cast(_kind(options)).alias(f"{column.name}_gregorian"), rejected)
    if months is None or days is None:
        raise TypeError("pass months and days together, or neither: years alone are not dates")
    refuse_options(options)
    chosen = {"years": first, "months": _expression(months), "days": _expression(days)}
    fields = frame.lazy().select(**chosen).collect()
    made, rejected = engine.days_of_fields(fields.to_struct()), engine.unread_fields(fields)
    name = first.meta.output_name(raise_if_undetermined=False) or "years"
    return Report(made.cast(pl.Date).alias(f"{name}_gregorian"), rejected)


def check_columns(
    frame: pl.DataFrame | pl.LazyFrame,
    solar: Column,
    other: Column,
    *,
    calendar: OtherCalendar = "gregorian",
    century: int | None = None,
    era: Era | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
) -> ColumnCheck:
    """Compare two columns that should name the same days; return the rows that disagree.

    `solar` is read as by `to_gregorian`, `other` as Gregorian dates, or as lunar ones if `calendar`
    is "islamic": text, eight digits, or days of Polars. Times of day are ignored. Rows without
    one of the two are not compared; what cannot be read is in `rejected`. A lunar date may differ
    by `lunar_tolerance` days, or by none with ``"umm-al-qura"``. Raises ValueError for columns of
    different lengths, TypeError for values of another type.

    Of a lazy frame the columns are collected.

    >>> df = pl.DataFrame({"j": ["1404/05/18"] * 2, "g": ["2025-08-09", "2025-08-18"]})
    >>> check_columns(df, "j", "g").to_polars().select("row", "delta_days", "diagnosis").rows()
    [(1, 9, 'calque')]
    """
    how = column_check.terms(cell_options(century, era), calendar, lunar_tolerance)
    both = frame.lazy().select(solar=_expression(solar), other=_expression(other)).collect()
    columns = engine.checked_series(both["solar"]), engine.checked_series(both["other"])
    return column_check.check(*columns, how)


@pl.api.register_expr_namespace("shamsi")
class Namespace:
    """The functions of `shamsi.polars` on an expression: ``pl.col("hired").shamsi.year()``.

    Type checkers do not see what is registered at run time; ``Namespace(pl.col("hired")).year()``
    is the same to them.

    >>> pl.select(Namespace(pl.date(2025, 3, 20)).year()).item()
    1403
    """

    def __init__(self, dates: pl.Expr) -> None:
        self._dates = dates

    if not TYPE_CHECKING:  # type checkers report names that are missing themselves

        def __getattr__(self, name: str) -> object:
            raise first_guesses.missing("'Namespace' object", name, dir(type(self)))

    def pack(self) -> pl.Expr:
        """As `shamsi.polars.pack`."""
        return pack(self._dates)

    def fields(self) -> pl.Expr:
        """As `shamsi.polars.fields`."""
        return fields(self._dates)

    def year(self) -> pl.Expr:
        """As `shamsi.polars.year`."""
        return year(self._dates)

    def month(self) -> pl.Expr:
        """As `shamsi.polars.month`."""
        return month(self._dates)

    def day(self) -> pl.Expr:
        """As `shamsi.polars.day`."""
        return day(self._dates)

    def weekday(self) -> pl.Expr:
        """As `shamsi.polars.weekday`."""
        return weekday(self._dates)

    def day_of_year(self) -> pl.Expr:
        """As `shamsi.polars.day_of_year`."""
        return day_of_year(self._dates)

    def week(self) -> pl.Expr:
        """As `shamsi.polars.week`."""
        return week(self._dates)

    def week_of_year(self, rule: Rule = "cldr") -> pl.Expr:
        """As `shamsi.polars.week_of_year`."""
        return week_of_year(self._dates, rule)

    def week_year(self) -> pl.Expr:
        """As `shamsi.polars.week_year`."""
        return week_year(self._dates)

    def season(self) -> pl.Expr:
        """As `shamsi.polars.season`."""
        return season(self._dates)

    def quarter(self) -> pl.Expr:
        """As `shamsi.polars.quarter`."""
        return quarter(self._dates)

    def half(self) -> pl.Expr:
        """As `shamsi.polars.half`."""
        return half(self._dates)

    def fiscal_year(self, *, first_month: int) -> pl.Expr:
        """As `shamsi.polars.fiscal_year`."""
        return fiscal_year(self._dates, first_month=first_month)

    def is_leap(self) -> pl.Expr:
        """As `shamsi.polars.is_leap`."""
        return is_leap(self._dates)

    def month_length(self) -> pl.Expr:
        """As `shamsi.polars.month_length`."""
        return month_length(self._dates)

    def floor(self, unit: Unit, *, first_month: int | None = None) -> pl.Expr:
        """As `shamsi.polars.floor`."""
        return floor(self._dates, unit, first_month=first_month)

    def period(self, unit: Unit, *, first_month: int | None = None) -> pl.Expr:
        """As `shamsi.polars.period`."""
        return period(self._dates, unit, first_month=first_month)

    def month_name(self, lang: str = "en") -> pl.Expr:
        """As `shamsi.polars.month_name`."""
        return month_name(self._dates, lang)

    def weekday_name(self, lang: str = "en") -> pl.Expr:
        """As `shamsi.polars.weekday_name`."""
        return weekday_name(self._dates, lang)

    def to_solar_string(
        self, pattern: str = "%Y-%m-%d", *, lang: str = "en", digits: str | None = None
    ) -> pl.Expr:
        """As `shamsi.polars.to_solar_string`."""
        return to_solar_string(self._dates, pattern, lang=lang, digits=digits)

    strftime = to_solar_string

    def to_gregorian(
        self,
        months: Integers | None = None,
        days: Integers | None = None,
        *,
        century: int | None = None,
        era: Era | None = None,
        gregorian: Gregorian = "refuse",
        times: Times = "refuse",
        errors: Errors | None = None,
    ) -> pl.Expr:
        """As `shamsi.polars.to_gregorian`, the expression being its first argument."""
        return to_gregorian(
            self._dates,
            months,
            days,
            century=century,
            era=era,
            gregorian=gregorian,
            times=times,
            errors=errors,
        )

    def from_packed(self) -> pl.Expr:
        """As `shamsi.polars.from_packed`."""
        return from_packed(self._dates)


@pl.api.register_series_namespace("shamsi")
class SeriesNamespace:
    """The functions of `shamsi.polars` on a Series: ``frame["hired"].shamsi.year()``.

    They have the arguments of `Namespace` and return a Series, named like the expression.

    >>> import datetime as dt
    >>> SeriesNamespace(pl.Series("hired", [dt.date(2025, 3, 20)])).year().to_list()
    [1403]
    """

    def __init__(self, dates: pl.Series) -> None:
        self._dates = dates

    def __dir__(self) -> list[str]:
        return [name for name in vars(Namespace) if not name.startswith("_")]

    def __getattr__(self, name: str) -> Callable[..., pl.Series]:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        function = getattr(Namespace(pl.first()), name)
        frame = self._dates.to_frame()
        return lambda *args, **options: frame.select(function(*args, **options)).to_series()


def _expression(given: object) -> pl.Expr:
    if isinstance(given, pl.Expr):
        return given
    if isinstance(given, str):
        return pl.col(given)
    if isinstance(given, int) and not isinstance(given, bool):
        return pl.lit(given)
    if isinstance(given, pl.Series):
        raise TypeError(
            "a column must be named by a str or be a polars.Expr, got a Series; use frame.select, "
            "or pl.select with pl.lit(series)"
        )
    raise TypeError(
        "a column must be named by a str or be a polars.Expr, "
        f"got {shown(given)} ({type(given).__name__})"
    )


def _kind(options: CellOptions) -> pl.DataType:
    return pl.Datetime("us") if options.times == "keep" else pl.Date()


def _named(answer: pl.Expr, suffix: str, *, like: pl.Expr | None = None) -> pl.Expr:
    name = (answer if like is None else like).meta.output_name(raise_if_undetermined=False)
    return answer.name.suffix(f"_{suffix}") if name is None else answer.alias(f"{name}_{suffix}")


def _written(
    dates: Column, suffix: str, pattern: str, lang: str, digits: str | None = None
) -> pl.Expr:
    compiled(pattern, lang, digits)  # a wrong pattern raises here, not where the query runs
    if find_spec("pyarrow") is None:
        raise ModuleNotFoundError(
            "text needs PyArrow: pip install 'shamsi[polars]'", name="pyarrow"
        )
    written = (
        _expression(dates)
        .dt.date()
        .map_batches(
            lambda days: engine.texts(days, pattern, lang, digits), pl.String, is_elementwise=True
        )
    )
    return _named(written, suffix)


def _of_days(attribute: Attribute, dates: Column, suffix: str | None = None) -> pl.Expr:
    kind = _TYPES[attribute]
    answer = _days(dates).map_batches(
        lambda days: engine.attributes(days, attribute), kind, is_elementwise=True
    )
    return _named(answer, suffix or attribute)


def _days(dates: Column) -> pl.Expr:
    return _expression(dates).dt.date().to_physical().fill_null(MIN_DAYS - 1)
