"""Polars series: functions of one batch of rows, for `map_batches`."""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS
from shamsi.columns.batches import (
    attributes_of,
    days_of,
    fields_of,
    fiscal_years_of,
    floors_of,
)
from shamsi.columns.blocks import Array
from shamsi.columns.cells import CellOptions
from shamsi.columns.column_check import CheckedColumn
from shamsi.columns.formatting import views
from shamsi.columns.inputs import Part, moments, named_rows, read_parts
from shamsi.columns.periods import periods_of
from shamsi.columns.rejections import Rejected, failure, rejected_cells, rejected_fields
from shamsi.columns.table import NO_DAY, Attribute
from shamsi.columns.units import Unit

_SAMPLE = 1000  # rows that show whether all may be of one length
_REPORT = "shamsi.polars.report(frame, column)"


def attributes(days: pl.Series, attribute: Attribute, /) -> pl.Series:
    """Return an attribute of each day, given as numbers since 1970-01-01 without nulls.

    >>> attributes(pl.Series([20167, -(10**6)]), "year").to_list()
    [1403, None]
    """
    return _made(days.name, *attributes_of(attribute, days.to_numpy()))


def fields(days: pl.Series, /) -> pl.Series:
    """Return structs of the year, month and day.

    >>> fields(pl.Series([20167])).to_list()
    [{'year': 1403, 'month': 12, 'day': 30}]
    """
    columns, missing = fields_of(days.to_numpy())
    return pl.DataFrame([_made(name, each, missing) for name, each in columns.items()]).to_struct(
        days.name
    )


def fiscal_years(days: pl.Series, first_month: int, /) -> pl.Series:
    """Return the fiscal year of each day.

    >>> fiscal_years(pl.Series([20167]), 10).to_list()
    [1404]
    """
    return _made(days.name, *fiscal_years_of(first_month, days.to_numpy()))


def floors(days: pl.Series, unit: Unit, first_month: int = 1, /) -> pl.Series:
    """Return the number of the first day of each day's unit.

    >>> floors(pl.Series([20167]), "year").to_list()
    [19802]
    """
    return _made(days.name, *floors_of(unit, days.to_numpy(), 1, first_month))


def periods(days: pl.Series, unit: Unit, first_month: int = 1, /) -> pl.Series:
    """Return the unit of each day as text.

    >>> periods(pl.Series([20167, -(10**6)]), "season").to_list()
    ['1403-S4', None]
    """
    texts, places, missing = periods_of(unit, days.to_numpy(), 1, first_month)
    rows = pl.Series(places, dtype=pl.UInt32)
    if missing is not None:
        rows = rows.scatter(np.flatnonzero(missing), None)
    return pl.Series(days.name, texts, pl.String).gather(rows)


def texts(days: pl.Series, pattern: str, lang: str, digits: str | None, /) -> pl.Series:
    """Format a series of Date by a pattern.

    >>> texts(pl.Series([20167, None], dtype=pl.Date), "%Y", "en", None).to_list()
    ['1403', None]
    """
    from shamsi.columns.engines.arrow import made_of_views, rows_of_views, ticks_of

    array: Any = days.to_arrow()  # pyright: ignore[reportUnknownVariableType]
    ticks, per_day = ticks_of(array)
    written = views(ticks, per_day, pattern, lang, digits, out=rows_of_views(len(ticks)))
    return pl.Series(days.name, made_of_views(array, written))


def days_of_packed(packed: pl.Series, /) -> pl.Series:
    """Return the number of the day of each packed date.

    >>> days_of_packed(pl.Series([91950110, None])).to_list()
    [20167, None]
    """
    return _made(packed.name, *days_of([_integers("packed", packed)]))


def days_of_fields(rows: pl.Series, /, *, strict: bool = False) -> pl.Series:
    """Return the number of the day of each struct of years, months and days.

    If strict, raises the error of the first that is not a date.

    >>> rows = pl.DataFrame({"years": [1403], "months": [12], "days": [30]}).to_struct()
    >>> days_of_fields(rows).to_list()
    [20167]
    """
    fields = rows.struct.unnest()
    if strict and len(rejected := unread_fields(fields)):
        raise failure(rejected, report=_REPORT)
    return _made(rows.name, *days_of([_integers(each.name, each) for each in fields]))


def days_of_values(values: pl.Series, options: CellOptions, /, *, strict: bool = True) -> pl.Series:
    """Return the day of each text or number as Int32, or Int64 of microseconds if times are kept.

    If strict, raises the error of the first that is not a date.

    >>> days_of_values(pl.Series(["1403/12/30", None]), CellOptions()).to_list()
    [20167, None]
    """
    days, rejected = read_values(values, options)
    if strict and len(rejected):
        raise failure(rejected, report=_REPORT)
    return days


def unread_fields(fields: pl.DataFrame, /) -> Rejected:
    """Return the rows of years, months and days that are not a date.

    >>> unread_fields(pl.DataFrame({"years": [1403], "months": [13], "days": [1]})).counts()
    {'impossible-date': 1}
    """
    gone = np.logical_or.reduce([each.is_null().to_numpy() for each in fields])
    parts = [np.where(gone, 0, _integers(each.name, each)) for each in fields]
    rows = named_rows(parts, days_of(parts)[1])
    return rejected_fields(rows, parts, total=len(fields))


def read_values(values: pl.Series, options: CellOptions, /) -> tuple[pl.Series, Rejected]:
    """Return the days of a series as `days_of_values` does, and the rows rejected.

    >>> read_values(pl.Series([14031230, 14041301]), CellOptions())[1].rows
    array([1])
    """
    part, days = _readable(values), np.empty(len(values), np.int32)
    made: Array = days
    if options.times == "keep":
        clock = np.empty(len(values), np.int64)
        rows = read_parts([part], options, days, clock)
        made = moments(days, clock)
    else:
        rows = read_parts([part], options, days)
    missing = days == NO_DAY if days.min(initial=0) == NO_DAY else None
    rejected = rejected_cells(rows, lambda: values.gather(rows).to_list(), options, total=len(days))
    return _made(values.name, made, missing), rejected


def checked_series(values: pl.Series, /) -> CheckedColumn:
    """Return a series to be checked: days of Polars, or what `read_values` reads.

    >>> checked_series(pl.Series(["1404/05/18"])).read(CellOptions())[0]
    array([20309], dtype=int32)
    """
    is_days = isinstance(values.dtype, pl.Date | pl.Datetime)
    part = None if is_days else _readable(values)

    def read(options: CellOptions) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        if part is None:
            days = values.dt.date().to_physical()
            known = days.is_between(MIN_DAYS, MAX_DAYS)
            found = days.set(~known, NO_DAY).fill_null(NO_DAY).to_numpy().astype(np.int32)
            return found, np.empty(0, np.int64)
        days_read = np.empty(len(values), np.int32)
        return days_read, read_parts([part], options, days_read)

    def take(rows: NDArray[np.int64]) -> list[object]:
        return values.gather(rows).to_list()

    return CheckedColumn(read, take, len(values), is_text=not is_days)


def _readable(values: pl.Series) -> Part:
    """Return a series as what can be read; TypeError for other types."""
    kind = values.dtype
    if isinstance(kind, pl.String | pl.Categorical | pl.Enum):
        from shamsi.columns.engines.arrow import arrow_text_column

        texts = values.alias("texts").cast(pl.String)  # a name may be read as a pattern
        # rows of many lengths are read faster from one buffer than from views of 16 bytes
        lengths = texts.head(_SAMPLE).str.len_bytes()
        is_even = lengths.min() == lengths.max()
        level = pl.CompatLevel.newest() if is_even else pl.CompatLevel.oldest()
        rows = arrow_text_column(texts.to_arrow(compat_level=level))
        assert rows is not None, "Polars returns text for text"
        return rows, None
    if kind == pl.Object:
        return np.fromiter(values.to_list(), object, len(values)), None
    if isinstance(kind, pl.Decimal | pl.Float32 | pl.Float64) or str(kind).endswith("128"):
        # exact for eight digits; greater numbers are rejected all the same
        return values.cast(pl.Float64).fill_null(float("nan")).to_numpy(), None
    if not kind.is_integer() and kind != pl.Null:
        raise TypeError(
            f"to_gregorian reads text, or whole numbers of eight digits, got {kind}; "
            + (
                "these days are Gregorian already: year, month, day, fields and to_solar_string "
                "give their Solar Hijri dates"
                if kind.is_temporal()
                else "years, months and days are read as to_gregorian(years, months, days)"
            )
        )
    missing = values.is_null().to_numpy() if values.null_count() else None
    return _integers("dates", values), missing


def _integers(name: str, values: pl.Series) -> Array:
    """Return integers with nulls as 0, which is never a year, month, day or packed date."""
    if not values.dtype.is_integer() and values.dtype != pl.Null:
        raise TypeError(f"{name} must be integers, got {values.dtype}; cast them first")
    if values.dtype == pl.Null or str(values.dtype).endswith("128"):
        values = values.cast(pl.Int64, strict=False)
    return (values.fill_null(0) if values.null_count() else values).to_numpy()


def _made(name: str, values: Array, missing: Array | None) -> pl.Series:
    series = pl.Series(name, values)
    return series if missing is None else series.scatter(np.flatnonzero(missing), None)
