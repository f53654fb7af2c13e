"""PyArrow: arrays of Solar Hijri and Gregorian dates; the dates in columns of text as a table.

Gregorian days are date32, date64 or timestamp arrays of any unit, plain, chunked, sliced or
dictionary-encoded; of a timestamp with a zone, the day that the clock shows there. Null gives null,
and so does what is impossible or outside 0622-03-21..9999-12-31. What is given is read in place,
what is answered is written once; a chunked array gives one.
"""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportCallIssue=false
# (PyArrow brings no annotations, and the stubs there are know less than it can)

from typing import TYPE_CHECKING, Any, TypeAlias, Unpack

try:
    import pyarrow as pa
except ModuleNotFoundError as _error:
    if _error.name not in ("numpy", "pyarrow"):
        raise
    raise ModuleNotFoundError(
        "shamsi.pyarrow needs PyArrow: pip install 'shamsi[pyarrow]'", name=_error.name
    ) from _error

from shamsi.columns import column_check, first_guesses
from shamsi.columns.batches import (
    attributes_of,
    days_of,
    fields_of,
    fiscal_years_of,
    floors_of,
)
from shamsi.columns.cells import Era, Gregorian, Times, cell_options
from shamsi.columns.column_check import ColumnCheck, OtherCalendar
from shamsi.columns.engines.arrow import (
    by_chunk,
    column_of,
    integers_of,
    made,
    made_of_views,
    rows_of_views,
    ticks_of,
)
from shamsi.columns.engines.arrow_dates import (
    checked_column,
    read_fields,
    read_values,
    unread_fields,
)
from shamsi.columns.formatting import views
from shamsi.columns.inputs import refuse_options
from shamsi.columns.periods import periods_of
from shamsi.columns.rejections import Policy, Rejected, Report, policy_of, settled
from shamsi.columns.table import Attribute
from shamsi.columns.units import Rule, Unit, first_month_of, week_of
from shamsi.formats.writing import compiled
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.values.units import first_of_fiscal

if TYPE_CHECKING:
    from shamsi.columns.mentions import CheckOptions, Options  # loaded when a text is read

__all__ = [
    "ColumnCheck",
    "Rejected",
    "Report",
    "check",
    "check_columns",
    "day",
    "day_of_year",
    "fields",
    "find",
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
        raise first_guesses.missing("module 'shamsi.pyarrow'", name, __all__)


# a pyarrow.Array or ChunkedArray, or an object that passes one by Arrow's C interface
Column: TypeAlias = Any
Texts: TypeAlias = Any  # a pyarrow column, or an Iterable[str | None]

_TYPES: dict[str, pa.DataType] = {
    **{"packed": pa.int32(), "year": pa.int16(), "day_of_year": pa.int16(), "is_leap": pa.bool_()},
    "week_year": pa.int16(),
    **{
        "month": pa.int8(),
        "day": pa.int8(),
        "weekday": pa.int8(),
        "week": pa.int8(),
        "week_jdatetime": pa.int8(),
        "season": pa.int8(),
        "quarter": pa.int8(),
        "half": pa.int8(),
        "month_length": pa.int8(),
    },
}
_FIELDS = pa.struct([(name, _TYPES[name]) for name in ("year", "month", "day")])


def pack(dates: Column) -> Column:
    """Return Gregorian days as packed Solar Hijri dates, int32 ``year << 16 | month << 8 | day``.

    They sort as days do, and `from_packed` leads back. Other columns raise TypeError.

    >>> import datetime as dt
    >>> pack(pa.array([dt.date(2025, 3, 20), None])).to_pylist()
    [91950110, None]
    """
    return _of_days("packed", dates)


def fields(dates: Column) -> Column:
    """Return the Solar Hijri dates as structs of year (int16), month and day (int8).

    One look-up gives all three.

    >>> import datetime as dt
    >>> fields(pa.array([dt.date(2025, 3, 20), None])).to_pylist()
    [{'year': 1403, 'month': 12, 'day': 30}, None]
    """
    return by_chunk(_fields, dates, _FIELDS)


def year(dates: Column) -> Column:
    """Return the Solar Hijri years of Gregorian days, int16.

    >>> import datetime as dt
    >>> year(pa.array([dt.date(2025, 3, 20), dt.date(2025, 3, 21)])).to_pylist()
    [1403, 1404]
    """
    return _of_days("year", dates)


def month(dates: Column) -> Column:
    """Return the months, 1 (Farvardin) .. 12 (Esfand), int8.

    >>> import datetime as dt
    >>> month(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [12]
    """
    return _of_days("month", dates)


def day(dates: Column) -> Column:
    """Return the days of the month, 1..31, int8.

    >>> import datetime as dt
    >>> day(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [30]
    """
    return _of_days("day", dates)


def weekday(dates: Column) -> Column:
    """Return the days of the week by ISO 8601, Monday 1 .. Sunday 7, int8.

    >>> import datetime as dt
    >>> weekday(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [4]
    """
    return _of_days("weekday", dates)


def day_of_year(dates: Column) -> Column:
    """Return the ordinal days within the Solar Hijri year, 1..366, int16.

    >>> import datetime as dt
    >>> day_of_year(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [366]
    """
    return _of_days("day_of_year", dates)


def week(dates: Column) -> Column:
    """Return the weeks of CLDR, Saturday to Friday, int8; week 1 is the one of 1 Farvardin.

    The last days of Esfand may be in week 1 of the next `week_year`. `week_of_year` counts by
    another rule, too.

    >>> import datetime as dt
    >>> week(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [1]
    """
    return _of_days("week", dates)


def week_of_year(dates: Column, rule: Rule = "cldr") -> Column:
    """Return the weeks by a rule, as `Date.week_of_year`: "cldr" as `week`, or "jdatetime", int8.

    By the latter, as in the packages jdatetime and persiantools, weeks end with the year.
    ShamsiError for another rule.

    >>> import datetime as dt
    >>> week_of_year(pa.array([dt.date(2025, 3, 20)]), "jdatetime").to_pylist()
    [53]
    """
    return _of_days(week_of(rule), dates)


def week_year(dates: Column) -> Column:
    """Return the years that the weeks of CLDR belong to, int16.

    >>> import datetime as dt
    >>> week_year(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [1404]
    """
    return _of_days("week_year", dates)


def season(dates: Column) -> Column:
    """Return the seasons, 1 (spring, Farvardin to Khordad) .. 4 (winter), int8.

    >>> import datetime as dt
    >>> season(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [4]
    """
    return _of_days("season", dates)


def quarter(dates: Column) -> Column:
    """Return the quarters, 1 (Farvardin to Khordad) .. 4, which are the seasons, int8.

    >>> import datetime as dt
    >>> quarter(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [4]
    """
    return _of_days("quarter", dates)


def half(dates: Column) -> Column:
    """Return the halves of the year, 1 (Farvardin to Shahrivar) or 2, int8.

    >>> import datetime as dt
    >>> half(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [2]
    """
    return _of_days("half", dates)


def fiscal_year(dates: Column, *, first_month: int) -> Column:
    """Return the fiscal years, named by the year in which they end, as `Date.fiscal_year`, int16.

    They begin with ``first_month``; Afghanistan's with month 10. DateError for a month outside
    1..12.

    >>> import datetime as dt
    >>> fiscal_year(pa.array([dt.date(2024, 12, 21)]), first_month=10).to_pylist()
    [1404]
    """
    month = first_of_fiscal(first_month)
    return by_chunk(
        lambda days: made([days], *fiscal_years_of(month, *ticks_of(days)), pa.int16()),
        dates,
        pa.int16(),
    )


def is_leap(dates: Column) -> Column:
    """Return which days are in a leap year, of 366 days.

    >>> import datetime as dt
    >>> is_leap(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [True]
    """
    return _of_days("is_leap", dates)


def month_length(dates: Column) -> Column:
    """Return how many days the month of each day has, 29..31, int8.

    >>> import datetime as dt
    >>> month_length(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    [30]
    """
    return _of_days("month_length", dates)


def floor(dates: Column, unit: Unit, *, first_month: int | None = None) -> Column:
    """Return the first day of each day's Solar Hijri unit, as date32.

    Units are "day", "week" (from Saturday), "month", "season", "quarter", "half", "year", "decade"
    and "fiscal_year", which alone needs ``first_month``. Null if that day is before 0622-03-21.
    ShamsiError for another unit, TypeError for a first month that is missing or has no use.

    >>> import datetime as dt
    >>> floor(pa.array([dt.date(2025, 3, 20)]), "year").to_pylist()
    [datetime.date(2024, 3, 20)]
    """
    start = first_month_of(unit, first_month)
    return by_chunk(
        lambda days: made([days], *floors_of(unit, *ticks_of(days), start), pa.date32()),
        dates,
        pa.date32(),
    )


def period(dates: Column, unit: Unit, *, first_month: int | None = None) -> Column:
    """Return each day's Solar Hijri unit as string, as `Period.native` writes it: keys to group by.

    Units are those of `floor`, written 1404-08-14, 1404-08-10/1404-08-16 (week), 1404-08, 1404-S3,
    1404-Q3, 1404-H2, 1404, 140X and 1403-10/1404-09 (fiscal year). They sort as the days do. Raises
    as `floor` does.

    >>> import datetime as dt
    >>> period(pa.array([dt.date(2025, 3, 20), None]), "quarter").to_pylist()
    ['1403-Q4', None]
    """
    start = first_month_of(unit, first_month)

    def written(days: Any) -> Any:
        texts, places, missing = periods_of(unit, *ticks_of(days), start)
        rows = made([days], places.astype("int32"), missing, pa.int32())
        return pa.array(texts, pa.string()).take(rows)

    return by_chunk(written, dates, pa.string())


def to_solar_string(
    dates: Column, pattern: str = "%Y-%m-%d", *, lang: str = "en", digits: str | None = None
) -> Column:
    """Write Gregorian days by a pattern as `Date.format` does, as string_view.

    Each text is stored once and each row points to one. Raises as `Date.format` for the pattern,
    language and digits.

    >>> import datetime as dt
    >>> to_solar_string(pa.array([dt.date(2025, 3, 20), None]), "%-d %B", lang="fa").to_pylist()
    ['۳۰ اسفند', None]
    """
    compiled(pattern, lang, digits)  # a wrong pattern raises before any work is done

    def written(days: Any) -> Any:
        ticks, per_day = ticks_of(days)
        return made_of_views(
            days, views(ticks, per_day, pattern, lang, digits, out=rows_of_views(len(ticks)))
        )

    return by_chunk(written, dates, pa.string_view())


strftime = to_solar_string  # the name that pandas, NumPy and Polars have for it


def month_name(dates: Column, lang: str = "en") -> Column:
    """Return the names of the months in a language of `Date.format`; raises as `to_solar_string`.

    >>> import datetime as dt
    >>> month_name(pa.array([dt.date(2025, 3, 20)]), "prs").to_pylist()
    ['حوت']
    """
    return to_solar_string(dates, "%B", lang=lang)


def weekday_name(dates: Column, lang: str = "en") -> Column:
    """Return the names of the days of the week in a language; raises as `to_solar_string`.

    >>> import datetime as dt
    >>> weekday_name(pa.array([dt.date(2025, 3, 20)])).to_pylist()
    ['Thursday']
    """
    return to_solar_string(dates, "%A", lang=lang)


def to_gregorian(
    values: Column,
    months: Column | int | None = None,
    days: Column | int | None = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Policy | None = None,
) -> Column:
    """Return Solar Hijri dates, or years, months and days, as Gregorian date32.

    Dates are one column of text or of whole numbers of eight digits, also as float or decimal. The
    options, what is missing and `errors` are those of `shamsi.numpy.to_gregorian`; with
    `times="keep"` the result is timestamp[us]. `errors="report"` returns a `Report`.

    Years, months and days are integers of any width; an int is the same for every row. What they
    name that is not a day is null without a warning unless `errors` is given. TypeError for values
    of another type, ValueError for columns that are not of one length.

    >>> to_gregorian(pa.array(["1403/12/30", "۱۴۰۴/۱/۱", None])).to_pylist()
    [datetime.date(2025, 3, 20), datetime.date(2025, 3, 21), None]
    >>> to_gregorian(pa.array(["1404/13/01"]), errors="report").counts()
    {'impossible-date': 1}
    >>> to_gregorian(pa.array([1403, 1404]), pa.array([12, 12]), 30).to_pylist()
    [datetime.date(2025, 3, 20), None]
    """
    options = cell_options(century, era, gregorian, times)
    if months is None and days is None:
        policy = policy_of(errors, default="raise")
        found, rejected = read_values(column_of(values), options)
        return settled(found, rejected, policy)
    if months is None or days is None:
        raise TypeError("pass months and days together, or neither: years alone are not dates")
    refuse_options(options)
    policy = policy_of(errors, default="coerce")
    given = {"years": values, "months": months, "days": days}
    found = read_fields(given)
    return found if policy == "coerce" else settled(found, unread_fields(given, found), policy)


def from_packed(packed: Column) -> Column:
    """Return packed dates, as `pack` makes them, as Gregorian date32; null if they are not a date.

    >>> from_packed(pa.array([91950110, None])).to_pylist()
    [datetime.date(2025, 3, 20), None]
    """

    def numbered(array: Any) -> Any:
        return made([array], *days_of([integers_of("packed", array)]), pa.date32())

    return by_chunk(numbered, packed, pa.date32())


def check_columns(
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
    is "islamic": text, eight digits, or days of Arrow. Times of day are ignored. Rows without
    one of the two are not compared; what cannot be read is in `rejected`. A lunar date may differ
    by `lunar_tolerance` days, or by none with ``"umm-al-qura"``. Raises ValueError for columns of
    different lengths, TypeError for values of another type.

    >>> check = check_columns(pa.array(["1404/05/18"] * 2), pa.array(["2025-08-09", "2025-08-18"]))
    >>> check.to_arrow().select(["row", "delta_days", "diagnosis"]).to_pylist()
    [{'row': 1, 'delta_days': 9, 'diagnosis': 'calque'}]
    """
    how = column_check.terms(cell_options(century, era), calendar, lunar_tolerance)
    columns = checked_column(solar), checked_column(other)
    return column_check.check(*columns, how)


def find(texts: Texts, **options: "Unpack[Options]") -> pa.Table:
    """Return the dates in a column of text as one table, one row per mention.

    Texts are a pyarrow column, a NumPy array, a pandas or Polars series, or any iterable of str;
    None, null and NaN have no mentions. They are read one after the other, so an iterable need not
    fit into memory. The options are those of `shamsi.find`. `row` is the place of the text; the
    other columns are the members of `shamsi.Mention`: `extent` a struct, `assumed` a list, and
    `parts` a list of structs with the same members but parts. Raises as `shamsi.find`, and
    TypeError for anything that is not text.

    >>> found = find(["از ۵ تا ۷ آبان ۱۴۰۴", None, "18 أغسطس 2025"])
    >>> found.select(["row", "native", "kind", "earliest"]).to_pylist()[1]
    {'row': 2, 'native': '2025-08-18', 'kind': 'day', 'earliest': datetime.date(2025, 8, 18)}
    """
    from shamsi.columns.engines.arrow_mentions import mentions

    return mentions(texts, options)


def check(texts: Texts, **options: "Unpack[CheckOptions]") -> pa.Table:
    """Return what is wrong with the dates in a column of text as one table, one row per finding.

    Texts, `row` and errors are those of `find`, the options those of `shamsi.check`; the other
    columns are the members of `shamsi.Finding`, `spans` a list of mentions without their parts.

    >>> wrong = check(["18 مرداد 1404 (18 أغسطس 2025)"])
    >>> wrong.select(["row", "code", "diagnosis", "delta_days"]).to_pylist()
    [{'row': 0, 'code': 'pair-mismatch', 'diagnosis': 'calque', 'delta_days': 9}]
    """
    from shamsi.columns.engines.arrow_mentions import findings

    return findings(texts, options)


def _of_days(attribute: Attribute, dates: Column) -> Column:
    return by_chunk(
        lambda days: made([days], *attributes_of(attribute, *ticks_of(days)), _TYPES[attribute]),
        dates,
        _TYPES[attribute],
    )


def _fields(days: pa.Array) -> pa.Array:
    columns, missing = fields_of(*ticks_of(days))
    arrays = [made([days], each, missing, _TYPES[name]) for name, each in columns.items()]
    mask = arrays[0].is_null() if arrays[0].null_count else None
    return pa.StructArray.from_arrays(arrays, list(columns), mask=mask)
