"""`check_columns` over two columns of a frame, by way of Arrow batches."""

# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false
# (PySpark's and PyArrow's functions are annotated in part, and need not be installed)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.types import IntegerType, StringType, StructField, StructType

from shamsi._errors import ShamsiError, shown
from shamsi.columns.cells import Era, cell_options
from shamsi.columns.column_check import Both, OtherCalendar, Terms, read_both, terms
from shamsi.columns.engines.arrow_dates import checked_column
from shamsi.columns.pair_patterns import Pattern, pattern
from shamsi.columns.pairs import DIAGNOSES, compare, histogram
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance

Key = str | Sequence[str]
_ANSWER = ("delta_days", "diagnosis", "unread")
_COUNTS = "year int, off int, rows bigint"


def check_columns(
    frame: DataFrame,
    solar: str,
    other: str,
    /,
    *,
    key: Key = (),
    calendar: OtherCalendar = "gregorian",
    century: int | None = None,
    era: Era | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
) -> DataFrame:
    """Return the rows of two columns that disagree, or of which one cannot be read.

    The columns are the key columns, both columns as they are, then `delta_days` (the other day
    minus the Solar one) and `diagnosis`, null where a value cannot be read, and `unread`, why it
    cannot: a name such as ``impossible-date``. Rows without one of the two dates are not compared.
    The keywords are those of `shamsi.pandas.check_columns`. A first pass counts, when this is
    called, by how many days the rows of each year differ, because the pattern of a broken converter
    is seen in all rows only; the second one runs with the query. Raises ShamsiError for a column
    that is not there or a name that the result has, too.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.getOrCreate()
    >>> rows = [(1, "1404/05/18", "2025-08-09"), (2, "1404/05/18", "2025-08-18")]
    >>> orders = spark.createDataFrame(rows, ["id", "jdate", "gdate"])
    >>> check_columns(orders, "jdate", "gdate", key="id").select("id", "delta_days").first()[:]
    (2, 9)
    """
    how = terms(cell_options(century, era), calendar, lunar_tolerance)
    names = [key] if isinstance(key, str) else list(key)
    for name in (*names, solar, other):
        if name not in frame.columns:
            raise ShamsiError(
                f"no column {shown(name)} in this DataFrame (columns: {', '.join(frame.columns)})"
            )
        if name in _ANSWER:
            raise ShamsiError(f"{shown(name)} is also a column of the result: rename it first")
    both = frame.select(*dict.fromkeys((*names, solar, other)))
    ends = both.columns.index(solar), both.columns.index(other)
    counted = both.mapInArrow(partial(_counts, how=how, ends=ends), _COUNTS)
    rows: Counter[tuple[int, int]] = Counter()
    for year, off, count in counted.collect():
        rows[year, off] += count
    added = [
        StructField("delta_days", IntegerType()),
        *(StructField(name, StringType()) for name in _ANSWER[1:]),
    ]
    schema = StructType([*both.schema.fields, *added])
    return both.mapInArrow(partial(_wrong, how=how, ends=ends, known=pattern(rows)), schema)


def _counts(
    batches: Iterable[pa.RecordBatch], *, how: Terms, ends: tuple[int, int]
) -> Iterator[pa.RecordBatch]:
    """By how many days how many rows of each year differ."""
    for batch in batches:
        both = _both(batch, how, ends)
        found = histogram(both.solar, both.others, tolerance=how.days)
        years, offs = zip(*found, strict=True) if found else ((), ())
        kinds = (pa.int32(), pa.int32(), pa.int64())
        columns = map(pa.array, (years, offs, list(found.values())), kinds)
        yield pa.RecordBatch.from_arrays(list(columns), ["year", "off", "rows"])


def _wrong(
    batches: Iterable[pa.RecordBatch], *, how: Terms, ends: tuple[int, int], known: Pattern | None
) -> Iterator[pa.RecordBatch]:
    """The rows that disagree or cannot be read, in order."""
    for batch in batches:
        both = _both(batch, how, ends)
        found = compare(
            both.solar,
            both.others,
            tolerance=how.days,
            lunar=how.calendar == "islamic",
            find_pattern=lambda _: known,
        )
        unread = {row.row: row.reason for side in reversed(both.rejected) for row in side}
        slips = dict(
            zip(found.rows.tolist(), zip(found.delta, found.codes, strict=True), strict=True)
        )
        rows = sorted(slips.keys() | unread.keys())
        taken = pa.array(rows, pa.int64())
        columns = [column.take(taken) for column in batch.columns]
        columns.append(
            pa.array([int(slips[row][0]) if row in slips else None for row in rows], pa.int32())
        )
        named = [DIAGNOSES[slips[row][1]] if row in slips else None for row in rows]
        columns += [pa.array(named, pa.string()), pa.array(map(unread.get, rows), pa.string())]
        yield pa.RecordBatch.from_arrays(columns, [*batch.schema.names, *_ANSWER])


def _both(batch: pa.RecordBatch, how: Terms, ends: tuple[int, int]) -> Both:
    solar, other = (checked_column(batch.columns[place]) for place in ends)
    return read_both(solar, other, how)
