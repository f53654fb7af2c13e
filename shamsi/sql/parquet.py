"""The calendar table as Parquet, written by PyArrow."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PyArrow's compiled functions are annotated in part, and need not be installed)

from itertools import islice
from typing import IO

from shamsi.sql.calendar_rows import COLUMNS, rows

_BATCH = 100_000  # rows of a row group, and of what is held at a time


def write_parquet(file: str | IO[bytes], first: int, last: int) -> None:
    """Write the table to a path or binary file as Parquet: dates, small integers, boolean, text.

    Needs PyArrow; raises as `rows` does, before anything is written.

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
    days = rows(first, last)
    types = {
        "gregorian": pa.date32(),
        "day_number": pa.int32(),
        "is_leap": pa.bool_(),
        "solar_string": pa.string(),
    }
    types |= {"year": pa.int16(), "day_of_year": pa.int16()}
    types |= {name: pa.date32() for name in COLUMNS if name.endswith("_start")}
    schema = pa.schema(
        [pa.field(name, types.get(name, pa.int8()), nullable=False) for name in COLUMNS]
    )
    with pq.ParquetWriter(file, schema) as writer:
        while batch := list(islice(days, _BATCH)):
            columns = dict(zip(COLUMNS, zip(*batch, strict=True), strict=True))
            writer.write_table(pa.table(columns, schema=schema))
