"""Polars: fields, text and a grouped Parquet file, beside what Polars does for the Gregorian calendar."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, TypeAlias

import numpy as np
import polars as pl
from benchmarks.engines.days import days, fields, packed, texts
from benchmarks.engines.parquet import write
from benchmarks.race import Contestant, race

import shamsi.polars as sp

OWN, SOLAR, TOGETHER = "own Gregorian year, month, day", "year, month, day", "fields (one struct)"
STRFTIME, WRITTEN, READ = "own strftime", "to text", "from text"
_FIELDS = ("year", "month", "day")
_NAMES = [f"d_{name}" for name in _FIELDS]
_Engine: TypeAlias = Literal["in-memory", "streaming"]
_GROUP = """
import sys, time
import polars as pl
import shamsi.polars as sp
path, what = sys.argv[1:]
keys = [sp.year("d"), sp.month("d")] if what == "solar" else [
    pl.col("d").dt.year().alias("d_year"), pl.col("d").dt.month().alias("d_month")
]
begin = time.perf_counter()
counts = pl.scan_parquet(path).group_by(keys).len().collect(engine="streaming")
spent = time.perf_counter() - begin
assert len(counts) in (1800, 1801), len(counts)
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(spent, peak / 1000, counts["len"].sum())
for row in counts.sort("d_year", "d_month").rows():
    print(*row)
"""


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row, by wall clock, on as many threads as Polars takes."""
    frame = pl.DataFrame({"d": pl.Series(days(rows).astype(np.int32)).cast(pl.Date)})
    parts = pl.DataFrame(dict(zip(_FIELDS, fields(rows), strict=True)))
    text = pl.DataFrame({"t": pl.Series(texts(rows).astype("U10").astype(object), dtype=pl.String)})
    own = [getattr(pl.col("d").dt, name)().alias(name) for name in _FIELDS]
    solar = [getattr(sp, name)("d") for name in _FIELDS]
    civil = frame["d"].to_numpy()

    def are_fields(answer: pl.DataFrame) -> bool:
        return all((answer.to_series(place).to_numpy() == each).all() for place, each in enumerate(fields(rows)))

    def are_own(answer: pl.DataFrame) -> bool:
        return bool((answer["year"].to_numpy() == civil.astype("datetime64[Y]").astype(int) + 1970).all())

    def are_days(answer: pl.DataFrame) -> bool:
        return answer.to_series().equals(frame["d"])

    def are_texts(answer: pl.DataFrame) -> bool:
        return answer.to_series().equals(text["t"])

    def are_persian(answer: pl.DataFrame) -> bool:
        return not answer.to_series().null_count() and answer.item(0, 0) == "۱ فروردین ۱۳۰۰"

    def query(given: pl.DataFrame, ask: Any, holds: Any, engine: _Engine = "in-memory") -> Contestant:
        return Contestant(lambda: given.lazy().select(ask).collect(engine=engine), holds)

    return race(
        {
            OWN: query(frame, own, are_own),
            SOLAR: query(frame, solar, are_fields),
            TOGETHER: query(frame, sp.fields("d").struct.unnest(), are_fields),
            "packed": query(frame, sp.pack("d"), lambda answer: (answer.to_series().to_numpy() == packed(rows)).all()),
            f"{OWN}, streaming": query(frame, own, are_own, "streaming"),
            f"{SOLAR}, streaming": query(frame, solar, are_fields, "streaming"),
            f"{TOGETHER}, streaming": query(frame, sp.fields("d").struct.unnest(), are_fields, "streaming"),
            "fields to Date": query(parts, sp.to_gregorian(*_FIELDS), are_days),
            STRFTIME: query(frame, pl.col("d").dt.strftime("%Y-%m-%d"), lambda answer: answer["d"][0] == "1921-03-21"),
            WRITTEN: query(frame, sp.to_solar_string("d"), are_texts),
            f"{WRITTEN}, streaming": query(frame, sp.to_solar_string("d"), are_texts, "streaming"),
            f"{WRITTEN}, Persian": query(frame, sp.to_solar_string("d", "%-d %B %Y", lang="fa"), are_persian),
            READ: query(text, sp.to_gregorian("t"), are_days),
        },
        rows=rows,
        rounds=rounds,
    )


def measure_parquet(rows: int) -> dict[str, float]:
    """Return nanoseconds a row and peak megabytes of counting a Parquet file by month, each in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "days.parquet"
        expected = write(path, rows)
        found: dict[str, float] = {}
        for what in ("solar", "own Gregorian"):
            command = [sys.executable, "-c", _GROUP, str(path), what]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            head, *counts = done.stdout.splitlines()
            seconds, peak, total = map(float, head.split())
            assert total == rows
            if what == "solar":
                answer = {tuple(map(int, line.split()[:2])): int(line.split()[2]) for line in counts}
                assert answer == expected
            found[f"{what} year and month of a Parquet file"] = seconds / rows * 1e9
            found[f"{what} year and month of a Parquet file, peak MB"] = peak
    return found
