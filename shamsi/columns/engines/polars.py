"""Polars series: functions of one batch of rows, for `map_batches`."""

from typing import Any

import numpy as np
import polars as pl

from shamsi.columns.batches import (
    attributes_of,
    days_of,
    days_of_text,
    fields_of,
    fiscal_years_of,
    floors_of,
)
from shamsi.columns.blocks import Array
from shamsi.columns.formatting import views
from shamsi.columns.periods import periods_of
from shamsi.columns.table import Attribute
from shamsi.columns.units import Unit


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


def days_of_fields(rows: pl.Series, /) -> pl.Series:
    """Return the number of the day of each struct of years, months and days.

    >>> rows = pl.DataFrame({"years": [1403], "months": [12], "days": [30]}).to_struct()
    >>> days_of_fields(rows).to_list()
    [20167]
    """
    return _made(rows.name, *days_of([_integers(each.name, each) for each in rows.struct.unnest()]))


def days_of_dates(dates: pl.Series, /) -> pl.Series:
    """Return the number of the day of each packed date or text; TypeError for other series.

    >>> days_of_dates(pl.Series(["1403/12/30", None])).to_list()
    [20167, None]
    """
    if not isinstance(dates.dtype, pl.String | pl.Categorical | pl.Enum):
        return _made(dates.name, *days_of([_integers("dates that are no text", dates)]))
    from shamsi.columns.engines.arrow import arrow_text_column

    rows = arrow_text_column(dates.cast(pl.String).to_arrow(compat_level=pl.CompatLevel.newest()))
    assert rows is not None, "Polars returns text for text"
    return _made(dates.name, *days_of_text(rows))


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
