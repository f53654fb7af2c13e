"""The Parquet file of days that engines group, and how many each Solar Hijri month has."""

from pathlib import Path

import numpy as np
import pyarrow as pa
from benchmarks.engines.days import days, fields
from pyarrow import parquet


def write(path: Path, rows: int) -> dict[tuple[int, ...], int]:
    """Write a file of days, a million at a time, and return how many each Solar Hijri month has."""
    million = pa.table({"d": pa.array(days(10**6).astype(np.int32)).cast(pa.date32())})
    counts: dict[tuple[int, ...], int] = {}
    with parquet.ParquetWriter(path, million.schema) as writer:
        for first in range(0, rows, 10**6):
            size = min(10**6, rows - first)
            writer.write_table(million.slice(0, size))
            year, month, _ = (each[:size] for each in fields(10**6))
            keys, found = np.unique(year.astype(np.int32) * 16 + month, return_counts=True)
            for key, count in zip(keys.tolist(), found.tolist(), strict=True):
                counts[key // 16, key % 16] = counts.get((key // 16, key % 16), 0) + count
    return counts
