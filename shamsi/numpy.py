"""NumPy: whole arrays of dates between the Solar Hijri and the Gregorian calendar.

Gregorian days are ``datetime64`` of any unit; Solar Hijri dates are text, integers of eight digits,
fields, or integers packed as ``year << 16 | month << 8 | day``. Missing dates (NaT) stay missing.
Text and eight digits that are not a date raise an error, unless `errors` is given; impossible
fields and days outside 0622-03-21..9999-12-31 become missing: NaT, or 0 in fields. With
``errors="raise"`` an error names the first such row instead. Arrays may have any shape, stride and
byte order; a masked array gives a masked array. The result is written into `out`, if given.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

try:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray
except ModuleNotFoundError as _error:
    if _error.name != "numpy":
        raise
    raise ModuleNotFoundError(
        "shamsi.numpy needs NumPy: pip install 'shamsi[numpy]'", name="numpy"
    ) from _error

from shamsi.columns import coerce, column_check, first_guesses
from shamsi.columns.blocks import Fault, number_packed
from shamsi.columns.cells import Era, Gregorian, Times, cell_options
from shamsi.columns.coerce import Dates, Errors
from shamsi.columns.column_check import ColumnCheck, OtherCalendar
from shamsi.columns.engines.numpy import checked_array, read_array, read_fields
from shamsi.columns.formatting import characters
from shamsi.columns.inputs import refuse_options
from shamsi.columns.periods import texts_of
from shamsi.columns.rejections import Policy, Rejected, Report, policy_of
from shamsi.columns.table import fiscal_years, floors, table
from shamsi.columns.units import Rule, Unit, first_month_of, week_of
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.values.units import first_of_fiscal

__all__ = [
    "ColumnCheck",
    "Fields",
    "Rejected",
    "Report",
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
    "season",
    "strftime",
    "to_gregorian",
    "to_solar_string",
    "unpack",
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
        raise first_guesses.missing("module 'shamsi.numpy'", name, __all__)


class Fields(NamedTuple):
    """Years, months and days, arrays of one shape; 0 where there is no date."""

    year: NDArray[np.int16]
    month: NDArray[np.int8]
    day: NDArray[np.int8]


def pack(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int32] | None = None
) -> NDArray[np.int32]:
    """Return Gregorian days as packed Solar Hijri dates, int32 ``year << 16 | month << 8 | day``.

    They sort as days do, and `unpack` gives their fields without copying; 0 means no date. Raises
    RangeError that names the first row out of range if `errors` is "raise", TypeError for anything
    but ``datetime64`` and `datetime.date`.

    >>> pack(np.array(["2025-03-20", "NaT"], "datetime64[us]")).tolist()
    [91950110, 0]
    """
    return _of_days("packed", dates, errors, out)


def unpack(packed: ArrayLike) -> Fields:
    """Return the fields of packed dates: views where the packed are a contiguous int32 array.

    >>> [each.tolist() for each in unpack(np.array([91950110], np.int32))]
    [[1403], [12], [30]]
    """
    array = coerce.integers("packed", packed)
    if array.dtype == np.dtype("<i4") and array.ndim and array.size and array.flags.c_contiguous:
        return Fields(
            array.view("<i2")[..., 1::2], array.view("i1")[..., 1::4], array.view("i1")[..., 0::4]
        )
    return Fields(
        (array >> 16).astype(np.int16),
        (array >> 8 & 255).astype(np.int8),
        (array & 255).astype(np.int8),
    )


def fields(dates: Dates, *, errors: Errors = "coerce") -> Fields:
    """Return the Solar Hijri years, months and days of Gregorian days; raises as `pack` does.

    >>> fields(np.array(["2025-03-20"], "datetime64[D]")).month
    array([12], dtype=int8)
    """
    return unpack(pack(dates, errors=errors))


def year(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int16] | None = None
) -> NDArray[np.int16]:
    """Return the Solar Hijri years of Gregorian days; raises as `pack` does.

    >>> year(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([1403, 1404], dtype=int16)
    """
    return _of_days("year", dates, errors, out)


def month(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the months, 1 (Farvardin) .. 12 (Esfand); raises as `pack` does.

    >>> month(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([12,  1], dtype=int8)
    """
    return _of_days("month", dates, errors, out)


def day(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the days of the month, 1..31; raises as `pack` does.

    >>> day(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([30,  1], dtype=int8)
    """
    return _of_days("day", dates, errors, out)


def weekday(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the days of the week by ISO 8601, Monday 1 .. Sunday 7; raises as `pack` does.

    >>> weekday(np.array(["2025-03-20"], "datetime64[D]"))
    array([4], dtype=int8)
    """
    return _of_days("weekday", dates, errors, out)


def day_of_year(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int16] | None = None
) -> NDArray[np.int16]:
    """Return the ordinal days within the Solar Hijri year, 1..366; raises as `pack` does.

    >>> day_of_year(np.array(["2025-03-20"], "datetime64[D]"))
    array([366], dtype=int16)
    """
    return _of_days("day_of_year", dates, errors, out)


def week(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the weeks of CLDR, Saturday to Friday; week 1 is the one of 1 Farvardin.

    The last days of Esfand may be in week 1 of the next `week_year`. `week_of_year` counts by
    another rule, too. Raises as `pack` does.

    >>> week(np.array(["2025-03-14", "2025-03-20"], "datetime64[D]"))
    array([52,  1], dtype=int8)
    """
    return _of_days("week", dates, errors, out)


def week_of_year(
    dates: Dates,
    rule: Rule = "cldr",
    *,
    errors: Errors = "coerce",
    out: NDArray[np.int8] | None = None,
) -> NDArray[np.int8]:
    """Return the weeks by a rule, as `Date.week_of_year` does: "cldr" as `week`, or "jdatetime".

    By the latter, as in the packages jdatetime and persiantools, weeks end with the year. Raises as
    `pack` does, and ShamsiError for another rule.

    >>> week_of_year(np.array(["2025-03-14", "2025-03-20"], "datetime64[D]"), "jdatetime")
    array([52, 53], dtype=int8)
    """
    return _of_days(week_of(rule), dates, errors, out)


def week_year(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int16] | None = None
) -> NDArray[np.int16]:
    """Return the years that the weeks of CLDR belong to; raises as `pack` does.

    >>> week_year(np.array(["2025-03-14", "2025-03-20"], "datetime64[D]"))
    array([1403, 1404], dtype=int16)
    """
    return _of_days("week_year", dates, errors, out)


def season(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the seasons, 1 (spring, Farvardin to Khordad) .. 4 (winter); raises as `pack` does.

    >>> season(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([4, 1], dtype=int8)
    """
    return _of_days("season", dates, errors, out)


def quarter(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the quarters, 1 (Farvardin to Khordad) .. 4, which are the seasons.

    Raises as `pack` does.

    >>> quarter(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([4, 1], dtype=int8)
    """
    return _of_days("quarter", dates, errors, out)


def half(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return the halves of the year, 1 (Farvardin to Shahrivar) or 2; raises as `pack` does.

    >>> half(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([2, 1], dtype=int8)
    """
    return _of_days("half", dates, errors, out)


def fiscal_year(
    dates: Dates,
    *,
    first_month: int,
    errors: Errors = "coerce",
    out: NDArray[np.int16] | None = None,
) -> NDArray[np.int16]:
    """Return the fiscal years, named by the year in which they end, as `Date.fiscal_year` does.

    They begin with ``first_month``; Afghanistan's with month 10. Raises as `pack` does, and
    DateError for a month outside 1..12.

    >>> fiscal_year(np.array(["2024-12-20", "2024-12-21"], "datetime64[D]"), first_month=10)
    array([1403, 1404], dtype=int16)
    """
    source = fiscal_years(first_of_fiscal(first_month))
    return coerce.looked_up(source, dates, errors, out, dtype=source.dtype)


def is_leap(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.bool_] | None = None
) -> NDArray[np.bool_]:
    """Return which days are in a leap year, of 366 days; False where there is no date.

    Raises as `pack` does.

    >>> is_leap(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([ True, False])
    """
    return _of_days("is_leap", dates, errors, out)


def month_length(
    dates: Dates, *, errors: Errors = "coerce", out: NDArray[np.int8] | None = None
) -> NDArray[np.int8]:
    """Return how many days the month of each day has, 29..31; raises as `pack` does.

    >>> month_length(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"))
    array([30, 31], dtype=int8)
    """
    return _of_days("month_length", dates, errors, out)


def floor(
    dates: Dates,
    unit: Unit,
    *,
    first_month: int | None = None,
    errors: Errors = "coerce",
    out: NDArray[np.datetime64] | None = None,
) -> NDArray[np.datetime64]:
    """Return the first day of each day's Solar Hijri unit, as datetime64[D].

    Units are "day", "week" (from Saturday), "month", "season", "quarter", "half", "year", "decade"
    and "fiscal_year", which alone needs ``first_month``. NaT if that day is before 0622-03-21.
    Raises as `pack` does, ShamsiError for another unit, TypeError for a first month that is missing
    or has no use.

    >>> floor(np.array(["2025-03-20T12:30"], "datetime64[m]"), "year")
    array(['2024-03-20'], dtype='datetime64[D]')
    >>> floor(np.array(["2025-03-20"], "datetime64[D]"), "fiscal_year", first_month=10)
    array(['2024-12-21'], dtype='datetime64[D]')
    """
    source = floors(unit, first_month_of(unit, first_month))
    return coerce.looked_up(source, dates, errors, out, dtype="datetime64[D]")


def period(
    dates: Dates, unit: Unit, *, first_month: int | None = None, errors: Errors = "coerce"
) -> NDArray[np.str_]:
    """Return each day's Solar Hijri unit as text, as `Period.native` writes it; "NaT" if missing.

    Units are those of `floor`, written 1404-08-14, 1404-08-10/1404-08-16 (week), 1404-08, 1404-S3,
    1404-Q3, 1404-H2, 1404, 140X and 1403-10/1404-09 (fiscal year). They sort as the days do. Raises
    as `floor` does.

    >>> period(np.array(["2025-03-20", "2025-03-21"], "datetime64[D]"), "quarter").tolist()
    ['1403-Q4', '1404-Q1']
    """
    start = first_month_of(unit, first_month)
    if coerce.is_strict(errors):
        floor(dates, unit, first_month=first_month, errors=errors)
    return _written(dates, lambda ticks, per_day: texts_of(unit, ticks, per_day, start))


def to_solar_string(
    dates: Dates,
    pattern: str = "%Y-%m-%d",
    *,
    lang: str = "en",
    digits: str | None = None,
    errors: Errors = "coerce",
) -> NDArray[np.str_]:
    """Write Gregorian days by a pattern as `Date.format` does; "NaT" where there is no date.

    Returns an array of text. Raises as `pack` does for the dates and as `Date.format` for the
    pattern, the language and the digits.

    >>> days = np.array(["2025-03-20", "NaT"], "datetime64[s]")
    >>> to_solar_string(days, "%-d %B", lang="fa").tolist()
    ['۳۰ اسفند', 'NaT']
    """
    if coerce.is_strict(errors):
        pack(dates, errors=errors)
    return _written(dates, lambda ticks, per_day: characters(ticks, per_day, pattern, lang, digits))


strftime = to_solar_string  # the name that pandas, Polars and PyArrow have for it


def month_name(dates: Dates, lang: str = "en", *, errors: Errors = "coerce") -> NDArray[np.str_]:
    """Return the names of the months in a language of `Date.format`; "NaT" where there is no date.

    Raises as `to_solar_string` does.

    >>> month_name(np.array(["2025-03-20"], "datetime64[D]"), "prs").tolist()
    ['حوت']
    """
    return to_solar_string(dates, "%B", lang=lang, errors=errors)


def weekday_name(dates: Dates, lang: str = "en", *, errors: Errors = "coerce") -> NDArray[np.str_]:
    """Return the names of the days of the week in a language; "NaT" where there is no date.

    Raises as `to_solar_string` does.

    >>> weekday_name(np.array(["2025-03-20"], "datetime64[D]")).tolist()
    ['Thursday']
    """
    return to_solar_string(dates, "%A", lang=lang, errors=errors)


@overload
def to_gregorian(
    values: ArrayLike,
    months: ArrayLike | None = None,
    days: ArrayLike | None = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Errors | None = None,
    out: NDArray[np.datetime64] | None = None,
) -> NDArray[np.datetime64]: ...
@overload
def to_gregorian(
    values: ArrayLike,
    months: ArrayLike | None = None,
    days: ArrayLike | None = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Literal["report"],
    out: NDArray[np.datetime64] | None = None,
) -> Report: ...
def to_gregorian(
    values: ArrayLike,
    months: ArrayLike | None = None,
    days: ArrayLike | None = None,
    *,
    century: int | None = None,
    era: Era | None = None,
    gregorian: Gregorian = "refuse",
    times: Times = "refuse",
    errors: Policy | None = None,
    out: NDArray[np.datetime64] | None = None,
) -> NDArray[np.datetime64] | Report:
    """Return Solar Hijri dates as Gregorian datetime64[D].

    Dates are one array of text, of whole numbers of eight digits, or of objects of any types that
    name a day (`shamsi.Date`, `datetime.date`, text); None, NaN, NaT and blank text are missing.
    Text is read as `Date.parse` reads it; `century` is the first of the hundred years that two
    digits may mean, `era` that of `Date.parse`, `gregorian="pass"` also reads Gregorian dates, and
    `times` is "keep" (the result is datetime64[us]) or "drop" for text with a time of day.

    What is not a date raises the error of the first such row (ParseError, DateError or RangeError),
    with the number of the others. With `errors="coerce"` it becomes NaT, with one warning;
    `errors="report"` returns a `Report` of the days and the rows without one.

    Years, months and days, integers of any width, broadcast. What they name that is not a day is
    NaT without a warning unless `errors` is given; 0 throughout is missing. TypeError for values of
    another type; ValueError for an unknown option.

    >>> to_gregorian(["1403/12/30", "۱۴۰۴/۱/۱"])
    array(['2025-03-20', '2025-03-21'], dtype='datetime64[D]')
    >>> to_gregorian([14031230, 14040101])
    array(['2025-03-20', '2025-03-21'], dtype='datetime64[D]')
    >>> to_gregorian("02/05/12 14:22", century=1400, times="keep")
    np.datetime64('2023-08-03T14:22:00.000000')
    >>> to_gregorian([1403, 1404], 12, 30)
    array(['2025-03-20',        'NaT'], dtype='datetime64[D]')
    """
    options = cell_options(century, era, gregorian, times)
    if months is None and days is None:
        return read_array(values, options, policy_of(errors, default="raise"), out)
    if months is None or days is None:
        raise TypeError("pass months and days together, or neither: years alone are not dates")
    refuse_options(options)
    named = (("years", values), ("months", months), ("days", days))
    given = [coerce.integers(*each) for each in named]
    return read_fields(given, policy_of(errors, default="coerce"), out)


def from_packed(
    packed: ArrayLike, *, errors: Errors = "coerce", out: NDArray[np.datetime64] | None = None
) -> NDArray[np.datetime64]:
    """Return packed dates, as `pack` makes them, as Gregorian datetime64[D]; 0 is NaT.

    What does not name a day is NaT as well, unless `errors` is "raise": then DateError or
    RangeError names the first row. TypeError for anything but integers.

    >>> from_packed([91950110, 0])
    array(['2025-03-20',        'NaT'], dtype='datetime64[D]')
    """
    strict = coerce.is_strict(errors)
    given = coerce.integers("packed", packed)
    (plain,) = coerce.unmasked([given])

    def fill(target: NDArray[Any]) -> Fault | None:
        return number_packed(plain, target, strict=strict)

    return coerce.filled([given], "datetime64[D]", out, fill, plain.shape)


def check_columns(
    solar: ArrayLike,
    other: ArrayLike,
    *,
    calendar: OtherCalendar = "gregorian",
    century: int | None = None,
    era: Era | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
) -> ColumnCheck:
    """Compare two arrays that should name the same days; return the rows that disagree.

    `solar` is read as by `to_gregorian`, `other` as Gregorian dates, or as lunar ones if `calendar`
    is "islamic": text, eight digits, or days of NumPy. Times of day are ignored. Rows without one
    of the two are not compared; what cannot be read is in `rejected`. A lunar date may differ by
    `lunar_tolerance` days, or by none with ``"umm-al-qura"``. Raises ValueError for columns of
    different lengths, TypeError for values of another type.

    >>> check = check_columns(["1404/05/18", "1404/05/19"], np.array(["2025-08-09"] * 2, "M8[D]"))
    >>> [(each.row, each.delta_days, each.diagnosis) for each in check]
    [(1, -1, 'off-by-one')]
    """
    how = column_check.terms(cell_options(century, era), calendar, lunar_tolerance)
    columns = checked_array(solar), checked_array(other)
    return column_check.check(*columns, how)


def _of_days(attribute: Any, dates: Dates, errors: str, out: NDArray[Any] | None) -> NDArray[Any]:
    source = table(attribute)
    return coerce.looked_up(source, dates, errors, out, dtype=source.dtype)


def _written(dates: Dates, write: Callable[[NDArray[Any], int], NDArray[Any]]) -> NDArray[Any]:
    array = coerce.gregorian(dates)
    (plain,) = coerce.unmasked([array])
    return coerce.finished([array], write(*coerce.ticks_of(plain)))
