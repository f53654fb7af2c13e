"""Documents from the rows of Parquet files, one row group at a time."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PyArrow's compiled functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from shamsi.cli.inputs.document import Event, Failed, Unreadable
from shamsi.cli.inputs.records import missing, of_record
from shamsi.cli.inputs.sources import InputOptions

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BATCH = 256  # rows decoded at once


def row_groups(path: str) -> list[tuple[int, int, int]]:
    """The row groups of a file: number, rows, bytes."""
    with _opened(path) as file:
        about = file.metadata
        groups = [about.row_group(number) for number in range(about.num_row_groups)]
        return [
            (number, group.num_rows, group.total_byte_size) for number, group in enumerate(groups)
        ]


def from_row_group(
    name: str, path: str, group: int, input_options: InputOptions, *, row: int
) -> Iterator[Event]:
    """The documents of a row group from row number `row`; only the named columns are read."""
    try:
        with _opened(path) as file:
            fields = list(input_options.columns)
            lacking = next((one for one in fields if not _holds(file.schema_arrow, one)), None)
            if lacking is not None:
                if group == 0:  # all row groups lack it
                    yield Failed(name, missing(lacking, file.schema_arrow.names))
                return
            for record in _records(file, group, fields):
                yield from of_record(name, row, record, input_options)
                row += 1
    except _Unread as error:
        yield Failed(f"{name}#{row}", f"cannot be read, nor what follows in its row group: {error}")


def columns_of(path: str, names: Sequence[str]) -> dict[str, list[object]]:
    """Some columns of a file, whole; only they are read. A dot leads into a struct.

    Raises Unreadable for a file that cannot be read or lacks a column.
    """
    with _opened(path) as file:
        for name in names:
            if not _holds(file.schema_arrow, name):
                found = ", ".join(file.schema_arrow.names[:8])
                raise Unreadable(f"no column {name!r} (found: {found})")
        try:
            records = [
                record
                for batch in file.iter_batches(columns=list(names))
                for record in batch.to_pylist()
            ]
        except Exception as error:  # PyArrow's own, OverflowError, KeyError, …
            raise Unreadable(f"cannot be read: {error}") from error
    return {name: [_step_into(record, name) for record in records] for name in names}


def _step_into(record: Mapping[str, object], name: str) -> object:
    if name in record:
        return record[name]
    value: object = record
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


class _Unread(Exception):
    """Any exception of PyArrow."""


def _records(file: pq.ParquetFile, group: int, fields: list[str]) -> Iterator[Mapping[str, object]]:
    """The rows, with some of their fields."""
    batches = file.iter_batches(_BATCH, row_groups=[group], columns=fields)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else None
        except Exception as error:
            # a day that Python cannot hold is an OverflowError, an unknown zone a KeyError, …
            named = f"unknown {error}" if isinstance(error, LookupError) else error
            raise _Unread(named) from error
        if rows is None:
            return
        yield from rows


def _holds(schema: pa.Schema, name: str) -> bool:
    """Whether a column has the name, or a dot leads into one that is a struct."""
    if name in schema.names:
        return True
    members: Iterable[pa.Field] = schema
    for step in name.split("."):
        field = next((one for one in members if one.name == step), None)
        if field is None:
            return False
        members = field.type if hasattr(field.type, "get_field_index") else ()
    return True


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
    except pa.ArrowException as error:
        raise Unreadable(f"is a Parquet file that cannot be read: {error}") from error
