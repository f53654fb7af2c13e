"""The mentions and findings in a column of text as an Arrow table."""

# pyright: basic, reportMissingImports=false, reportArgumentType=false, reportCallIssue=false
# (PyArrow has no annotations, and the stubs are incomplete)

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pyarrow as pa

from shamsi.columns.engines.arrow import arrow_text_column, decoded
from shamsi.columns.mentions import (
    FINDINGS,
    MENTIONS,
    CheckOptions,
    Kind,
    Options,
    Row,
    check_options,
    finding_rows,
    mention_rows,
    texts_of,
)
from shamsi.text.find import find

_BATCH = 1024  # texts, or rows of a table, that are Python objects at one time


def mentions(texts: Any, options: Options, /) -> pa.Table:
    """Return a row for each mention, as `MENTIONS` has it; `row` is the text's place in the column.

    >>> mentions(["۵ آبان ۱۴۰۴"], {})["native"].to_pylist()
    ['1404-08-05']
    """
    find("", **options)  # raises for wrong options, even without texts
    return table_of(mention_rows(enumerate(_texts(texts)), **options), MENTIONS)


def findings(texts: Any, options: CheckOptions, /) -> pa.Table:
    """Return a row for each finding, as `FINDINGS` has it; `row` is the text's place in the column.

    >>> findings(["۳۱ مهر ۱۴۰۴"], {})["code"].to_pylist()
    ['impossible-date']
    """
    check_options(options)
    return table_of(finding_rows(enumerate(_texts(texts)), **options), FINDINGS)


def table_of(rows: Iterator[Row], kinds: dict[str, Kind], /) -> pa.Table:
    """Return rows as a table; only a batch of them are Python objects at one time.

    >>> table_of(iter([{"row": 1}]), {"row": "int64"}).to_pylist()
    [{'row': 1}]
    """
    schema, batches = schema_of(kinds), []
    while batch := [*islice(rows, _BATCH)]:
        batches.append(pa.RecordBatch.from_pylist(batch, schema))
    return pa.Table.from_batches(batches, schema)


def schema_of(kinds: dict[str, Kind], /) -> pa.Schema:
    """Return the schema of `MENTIONS` or `FINDINGS`.

    >>> schema_of(MENTIONS).names[:4]
    ['row', 'start', 'end', 'text']
    """
    return pa.schema([(name, _type(kind)) for name, kind in kinds.items()])


def _type(kind: Kind) -> pa.DataType:
    if isinstance(kind, list):
        return pa.list_(_type(kind[0]))
    if isinstance(kind, dict):
        return pa.struct([(name, _type(each)) for name, each in kind.items()])
    return pa.date32() if kind == "date" else pa.type_for_alias(kind)


def _texts(column: Any) -> Iterator[str | None]:
    if not isinstance(column, pa.Array | pa.ChunkedArray):
        yield from texts_of(column)
        return
    for chunk in column.chunks if isinstance(column, pa.ChunkedArray) else [column]:
        for first in range(0, len(chunk), _BATCH):
            rows = decoded(chunk.slice(first, _BATCH))
            if arrow_text_column(rows) is None and not pa.types.is_null(rows.type):
                raise TypeError(f"texts must be a column of string, got {chunk.type}")
            yield from rows.to_pylist()
