"""Tables: documents out of the rows of Parquet files, a row group at a time."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PyArrow's compiled functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from shamsi.cli.inputs.document import Event, Failed, Unreadable
from shamsi.cli.inputs.records import of_record
from shamsi.cli.inputs.sources import Manner

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_BATCH = 256  # rows decoded at once


def row_groups(path: str) -> list[tuple[int, int, int]]:
    """The row groups of a file: number, rows, bytes."""
    with _opened(path) as file:
        about = file.metadata
        groups = [about.row_group(number) for number in range(about.num_row_groups)]
        return [(number, group.num_rows, group.total_byte_size) for number, group in enumerate(groups)]


def from_row_group(name: str, path: str, group: int, manner: Manner, *, row: int) -> Iterator[Event]:
    """The documents of a row group; `row` is the number of its first row."""
    with _opened(path) as file:
        columns = file.schema_arrow.names
        wanted = [field.partition(".")[0] if field not in columns else field for field in _fields(manner)]
        known = [column for column in wanted if column in columns]
        try:
            for batch in file.iter_batches(_BATCH, row_groups=[group], columns=known if known == wanted else columns):
                for record in batch.to_pylist():
                    yield of_record(name, row, record, manner)
                    row += 1
        except (OSError, ValueError) as error:
            yield Failed(f"{name}#{row}", f"cannot be read, nor what follows in its row group: {error}")


def _fields(manner: Manner) -> list[str]:
    return [manner.field] if manner.id in (None, manner.field) else [manner.field, str(manner.id)]


def _opened(path: str) -> pq.ParquetFile:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise Unreadable("a Parquet file needs a package: pip install 'shamsi[pyarrow]'") from None
    try:
        return pq.ParquetFile(path, memory_map=False)
    except pa.ArrowInvalid as error:
        raise Unreadable(f"is no Parquet file: {error}") from error
