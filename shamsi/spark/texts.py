"""`find` and `check` over a column of text, in Python on the executors, by way of Arrow batches."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PySpark's and PyArrow's functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from shamsi._errors import ShamsiError, shown
from shamsi.columns.engines.arrow_mentions import schema_of
from shamsi.columns.mentions import (
    FINDINGS,
    MENTIONS,
    CheckOptions,
    Kind,
    Row,
    check_options,
    finding_rows,
    mention_rows,
)
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.text.resolve.options import Reference

_ROWS = 5_000  # of the largest batch that goes back
_FINDING_ID = "finding_id"  # the column for the id of a finding, if a key column is `id`

Key = str | Sequence[str]
Read = Callable[[Iterable[tuple[int, str | None]]], Iterator[Row]]


def find(
    frame: DataFrame,
    text: str,
    /,
    *,
    key: Key,
    languages: Sequence[str] | None = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> DataFrame:
    """Return the dates in a column of text, one row per mention.

    The columns are the key columns, then the fields of `Mention`. The keywords are those of
    `shamsi.find`. Null and text without a date give no row. `extent` is an array of two integers;
    `parts`, the last column, an array of structs with the other fields. Raises ShamsiError for a
    column that is not there and for a key named as a column of the answer, for wrong options what
    `shamsi.find` raises, before anything runs.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> news = spark.createDataFrame([(7, "نشست ۱۸ مرداد ۱۴۰۴")], ["id", "body"])
    >>> find(news, "body", key="id").select("id", "start", "native", "earliest").first()[:]
    (7, 5, '1404-05-18', datetime.date(2025, 8, 9))
    """
    options = CheckOptions(
        languages=languages, reference=reference, relative=relative, min_confidence=min_confidence
    )
    return _mapped(frame, text, key, MENTIONS, mention_rows, options)


def check(
    frame: DataFrame,
    text: str,
    /,
    *,
    key: Key,
    languages: Sequence[str] | None = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
    codes: Sequence[str] | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
    exceptions: Sequence[str] = (),
    min_alarm: float = 0.0,
) -> DataFrame:
    """Return what is wrong with the dates in a column of text, one row per finding.

    The columns are the key columns, then the fields of `Finding`. Next to a key column `id`, the id
    of the finding is in `finding_id`. The keywords are those of `shamsi.check`; `spans` and
    `suggestions` are arrays of structs. Raises as `find` does.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> news = spark.createDataFrame([(7, "في 18 مرداد 1404 (18 أغسطس 2025)")], ["id", "body"])
    >>> wrong = check(news, "body", key="id")
    >>> wrong.select("id", "code", "diagnosis", "suggestions.replacement").first()[:]
    (7, 'pair-mismatch', 'calque', ['27 مرداد 1404', '9 أغسطس 2025'])
    """
    options = CheckOptions(
        languages=languages,
        reference=reference,
        relative=relative,
        min_confidence=min_confidence,
        codes=codes,
        lunar_tolerance=lunar_tolerance,
        exceptions=exceptions,
        min_alarm=min_alarm,
    )
    return _mapped(frame, text, key, FINDINGS, finding_rows, options)


def _mapped(  # noqa: PLR0917
    frame: DataFrame,
    text: str,
    key: Key,
    kinds: dict[str, Kind],
    rows_of: Any,
    options: CheckOptions,
) -> DataFrame:
    """The answers to the texts of a frame, after the key of each."""
    check_options(options)  # wrong options raise here, not on an executor
    answer = schema_of({name: kind for name, kind in kinds.items() if name != "row"})
    names = [key] if isinstance(key, str) else list(key)
    columns = [_FINDING_ID if name == "id" and name in names else name for name in answer.names]
    for name in (*names, text):
        if name not in frame.columns:
            raise ShamsiError(
                f"no column {shown(name)} in this DataFrame (columns: {', '.join(frame.columns)})"
            )
    for name in names:
        if name in columns:
            raise ShamsiError(f"key {shown(name)} is also a column of the result: rename it first")
    result = pa.schema([field.with_name(name) for field, name in zip(answer, columns, strict=True)])
    schema = StructType([frame.schema[name] for name in names] + from_arrow_schema(result).fields)
    rows = partial(_rows, read=partial(rows_of, **options), answer=answer, names=schema.names)
    return frame.select(*names, text).mapInArrow(rows, schema)


def _rows(
    batches: Iterable[pa.RecordBatch], *, read: Read, answer: pa.Schema, names: list[str]
) -> Iterator[pa.RecordBatch]:
    """The answers to the texts in the last column, preceded by the other columns of their rows."""
    for batch in batches:
        *keys, texts = batch.columns
        answers = read(enumerate(texts.to_pylist()))
        while some := [*islice(answers, _ROWS)]:
            taken = pa.array([row["row"] for row in some])
            columns = [pa.array([row[field.name] for row in some], field.type) for field in answer]
            yield pa.RecordBatch.from_arrays(
                [*(column.take(taken) for column in keys), *columns], names
            )
