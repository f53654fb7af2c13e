"""The calendar table as Parquet, written by PyArrow."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PyArrow's compiled functions are annotated in part, and need not be installed)

from itertools import islice
from typing import IO

from shamsi.sql.calendar_rows import rows, with_fiscal_years

_NULLABLE = ("week_start", "fiscal_year_start")  # at the first days of the calendar
_BATCH = 100_000  # rows of a row group, and of what is held at a time


def write_parquet(
    file: str | IO[bytes],
    first: int,
    last: int,
    *,
    lang: str = "en",
    first_month: int | None = None,
) -> None:
    """Write the table to a path or binary file as Parquet: dates, small integers, boolean, text.

    Language and first month are those of `write_csv`. Needs PyArrow; raises as `write_csv` does,
    before anything is written.

    >>> import io
    >>> file = io.BytesIO()
    >>> write_parquet(file, 1404, 1404)
    >>> file.getvalue()[:4]
    b'PAR1'
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        wanted = "Parquet needs PyArrow: pip install 'shamsi[pyarrow]', or write CSV"
        raise ModuleNotFoundError(wanted, name="pyarrow") from error
    names, days = with_fiscal_years(rows(first, last, lang=lang), first_month)
    types = {
        "gregorian": pa.date32(),
        "day_number": pa.int32(),
        "is_leap": pa.bool_(),
        "solar_string": pa.string(),
        "month_name": pa.string(),
        "weekday_name": pa.string(),
    }
    types |= {name: pa.int16() for name in ("year", "day_of_year", "week_year", "fiscal_year")}
    types |= {name: pa.date32() for name in names if name.endswith("_start")}
    schema = pa.schema(
        [pa.field(name, types.get(name, pa.int8()), nullable=name in _NULLABLE) for name in names]
    )
    with pq.ParquetWriter(file, schema) as writer:
        while batch := list(islice(days, _BATCH)):
            columns = dict(zip(names, zip(*batch, strict=True), strict=True))
            writer.write_table(pa.table(columns, schema=schema))
