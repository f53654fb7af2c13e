"""`find` and `check` over a column of text, in Python on the executors, by way of Arrow batches."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PySpark's and PyArrow's functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    DataType,
    DateType,
    DoubleType,
    IntegerType,
    StringType,
    StructField,
    StructType,
)

from shamsi._errors import ShamsiError, shown
from shamsi.text import checker, finder

_TEXT, _NUMBER, _DAY = StringType(), IntegerType(), DateType()
_PART = {
    **{"start": _NUMBER, "end": _NUMBER, "text": _TEXT, "extent": ArrayType(_NUMBER)},
    **{"calendar": _TEXT, "kind": _TEXT, "native": _TEXT, "earliest": _DAY, "latest": _DAY},
    **{"modifier": _TEXT, "weekday": _NUMBER, "assumed": ArrayType(_TEXT), "problem": _TEXT},
    **{"rule": _TEXT, "lang": _TEXT, "confidence": DoubleType()},
}


def _struct(kinds: Mapping[str, DataType]) -> StructType:
    return StructType([StructField(name, kind) for name, kind in kinds.items()])


_MENTION = _struct(_PART | {"parts": ArrayType(_struct(_PART))})  # parts have none of their own
_SUGGESTION = _struct({"start": _NUMBER, "end": _NUMBER, "replacement": _TEXT})
_FINDING = _struct(
    {
        **{"code": _TEXT, "start": _NUMBER, "end": _NUMBER, "message": _TEXT, "detail": _TEXT},
        **{"spans": ArrayType(_MENTION), "delta_days": _NUMBER, "diagnosis": _TEXT},
        "suggestions": ArrayType(_SUGGESTION),
    }
)
_ROWS = 5_000  # of the largest batch that goes back

Key = str | Sequence[str]
Read = Callable[[str], Iterable[Any]]


def find(
    frame: DataFrame,
    text: str,
    /,
    *,
    key: Key,
    languages: Sequence[str] | None = None,
    reference: finder.Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> DataFrame:
    """Return the dates in a column of text, a row a mention: the key columns, then the fields of `Mention`.

    The keywords are those of `shamsi.find`. Null and text without a date give no row. `extent` is an array of two
    integers; `parts`, the last column, an array of structs with the other fields. Raises ShamsiError for a column that
    is not there and for a key named as a column of the answer, for wrong options what `shamsi.find` raises, before
    anything runs.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> news = spark.createDataFrame([(7, "نشست ۱۸ مرداد ۱۴۰۴")], ["id", "body"])
    >>> find(news, "body", key="id").select("id", "start", "native", "earliest").first()[:]
    (7, 5, '1404-05-18', datetime.date(2025, 8, 9))
    """
    read = partial(
        finder.find,
        languages=languages,
        reference=reference,
        relative=relative,
        min_confidence=min_confidence,
    )
    return _mapped(frame, text, key, _MENTION, read)


def check(
    frame: DataFrame,
    text: str,
    /,
    *,
    key: Key,
    languages: Sequence[str] | None = None,
    reference: finder.Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> DataFrame:
    """Return what is wrong with the dates in a column of text, a row a finding: the key columns, then its fields.

    The keywords are those of `shamsi.check`; `spans` and `suggestions` are arrays of structs. Raises as `find` does.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> news = spark.createDataFrame([(7, "في 18 مرداد 1404 (18 أغسطس 2025)")], ["id", "body"])
    >>> check(news, "body", key="id").select("id", "code", "diagnosis", "suggestions.replacement").first()[:]
    (7, 'pair-mismatch', 'calque', ['27 مرداد 1404', '9 أغسطس 2025'])
    """
    read = partial(
        checker.check,
        languages=languages,
        reference=reference,
        relative=relative,
        min_confidence=min_confidence,
    )
    return _mapped(frame, text, key, _FINDING, read)


def _mapped(frame: DataFrame, text: str, key: Key, answer: StructType, read: Read) -> DataFrame:
    """The answers to the texts of a frame, after the key of each."""
    read("")  # wrong options are told here, not by an executor
    names = [key] if isinstance(key, str) else list(key)
    for name in (*names, text):
        if name not in frame.columns:
            raise ShamsiError(f"column must be one of {', '.join(frame.columns)}, got {shown(name)}")
    for name in names:
        if name in answer.names:
            raise ShamsiError(f"key must not have the name of a column of the answer, {name}: rename it before")
    schema = StructType([frame.schema[name] for name in names] + answer.fields)
    rows = partial(_rows, read=read, answer=to_arrow_schema(answer), names=schema.names)
    return frame.select(*names, text).mapInArrow(rows, schema)


def _rows(
    batches: Iterable[pa.RecordBatch], *, read: Read, answer: pa.Schema, names: list[str]
) -> Iterator[pa.RecordBatch]:
    """The answers to the texts in the last column, with the other columns of their rows before them."""
    for batch in batches:
        *keys, texts = batch.columns
        places: list[int] = []
        answers: list[dict[str, Any]] = []
        for place, text in enumerate(texts.to_pylist()):
            found = [_record(value) for value in read(text)] if text else []
            answers += found
            places += [place] * len(found)
        for first in range(0, len(answers), _ROWS):
            some, taken = answers[first : first + _ROWS], pa.array(places[first : first + _ROWS])
            columns = [pa.array([row[field.name] for row in some], field.type) for field in answer]
            yield pa.RecordBatch.from_arrays([*(column.take(taken) for column in keys), *columns], names)


def _record(value: Any) -> dict[str, Any]:
    """A mention or a finding, and what is in it, in types that Arrow takes."""
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _record(value) if is_dataclass(value) else value
