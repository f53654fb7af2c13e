"""Spark: what year, month and day of a column cost, its own and Solar Hijri ones, beside the bare scan."""

import os
import sys
import time
from statistics import median
from typing import Any

from shamsi.calendar import kernel

FIRST, SPAN = kernel.year_start(1300), 55_000  # 1300-01-01, and days from there on


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row, wall time of all threads, medians of interleaved rounds; the scan is in all of them.

    The days are random ones of 1300..1450, cached in Spark's memory; their fields are summed. The sums must be the
    kernel's.
    """
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as F

    import shamsi.spark as ss

    threads = os.cpu_count() or 1
    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": False,
        "spark.ui.showConsoleProgress": False,
        "spark.driver.memory": "4g",
    }
    session = SparkSession.builder.master(f"local[{threads}]").config(map=settings).getOrCreate()
    try:
        session.sparkContext.setLogLevel("ERROR")
        numbers = (F.pmod(F.hash("id"), F.lit(SPAN)) + FIRST).cast("int")
        days = session.range(rows, numPartitions=threads).select(F.date_from_unix_date(numbers).alias("day")).persist()
        counts = days.groupBy(F.unix_date("day")).count().collect()
        expected = tuple(sum(count * kernel.fields(day)[field] for day, count in counts) for field in range(3))
        fields: dict[str, list[Any]] = {
            "scan": [F.unix_date("day")] * 3,
            "own": [F.year("day"), F.month("day"), F.dayofmonth("day")],
            "ours": [ss.year("day"), ss.month("day"), ss.day("day")],
        }
        spent: dict[str, list[float]] = {name: [] for name in fields}
        for _ in range(rounds + 1):
            for name, columns in fields.items():
                asked = days.select(*(column.alias(place) for column, place in zip(columns, "abc", strict=True)))
                begin = time.perf_counter()
                answer = asked.agg(F.sum("a"), F.sum("b"), F.sum("c")).first()
                spent[name].append((time.perf_counter() - begin) / rows * 1e9)
                if name == "ours":
                    assert answer == expected, answer
        return {name: median(seconds[1:]) for name, seconds in spent.items()}  # the first round compiles
    finally:
        session.stop()
