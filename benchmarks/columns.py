"""How fast columns of dates convert, engine by engine: python benchmarks/columns.py [--rows 10000000] [--rounds 5].

Every engine converts the same random days of 1300..1449, its contestants interleaved, beside what it does for the
Gregorian calendar, the peers, and copying the same bytes, which is the limit. Answers are checked in every
round. Prints one table, then a line for each bar; leaves with 1 if one falls short. What is not installed is skipped.
"""

import argparse
import platform
import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from os import environ
from pathlib import Path
from shutil import which
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

NEEDED = {
    "numpy": "numpy",
    "pandas": "pandas",
    "polars": "polars",
    "pyarrow": "pyarrow",
    "duckdb": "duckdb",
    "spark": "pyspark",
}
PEAK, PARQUET_PEAK = 64, 400  # megabytes

Times = dict[str, dict[str, float]]


class Bar(NamedTuple):
    """A ratio of two contestants, or one in nanoseconds, and what it must not be under or over."""

    name: str
    engine: str
    ours: str
    beside: str = ""
    least: float = 0
    most: float = 0

    def value(self, times: Times) -> float | None:
        """Return the measured figure, None if one of its contestants did not run."""
        found = times.get(self.engine, {})
        if self.ours not in found or (self.beside and self.beside not in found):
            return None
        if not self.beside:
            return found[self.ours]
        return found[self.beside] / found[self.ours] if self.least else found[self.ours] / found[self.beside]

    def line(self, value: float) -> str:
        """Write the bar as the papers want it."""
        limit = self.least or self.most
        ok = value >= limit if self.least else value <= limit
        return f"bar {self.name} {value:.2f} {limit:g} {'ok' if ok else 'short'}"


COPY = "copy 6 bytes in, 6 out"
BARS = (
    Bar("numpy-days-to-packed", "numpy", "datetime64[D] to packed", COPY, most=4),
    Bar("numpy-moments-to-packed", "numpy", "datetime64[us] to packed", COPY, most=8),
    Bar("numpy-packed-to-days", "numpy", "packed to datetime64[D]", COPY, most=6),
    Bar("numpy-fields-to-days", "numpy", "int16, int8, int8 to datetime64[D]", COPY, most=6),
    Bar("numpy-parse", "numpy", "ISO text (S10) to datetime64[D]", most=8),
    Bar("numpy-parse-jdatetime", "numpy", "ISO text (S10) to datetime64[D]", "jdatetime strptime", least=500),
    Bar("pandas-jalali-pandas", "pandas", "accessor, year", "jalali-pandas accessor, from days", least=1000),
    Bar(
        "pandas-jalali-pandas-converted-before", "pandas", "accessor, year", "jalali-pandas accessor, year", least=1000
    ),
    Bar("pandas-apply-jdatetime", "pandas", "accessor, year", "apply(jdatetime), year", least=1500),
    Bar("polars-fields", "polars", "year, month, day", "own Gregorian year, month, day", least=8),
    Bar("polars-fields-together", "polars", "fields (one struct)", "own Gregorian year, month, day", least=8),
    Bar("polars-format", "polars", "to text", most=2.5),
    Bar("polars-format-strftime", "polars", "to text", "own strftime", least=15),
    Bar("polars-parse", "polars", "from text", most=8),
    Bar("spark-fields", "spark", "ours", "own", most=1.2),
    Bar("duckdb-join", "duckdb", "join with the calendar table", "own Gregorian year, month, day", least=8),
    Bar("polars-parquet-mb", "polars", "solar year and month of a Parquet file, peak MB", most=PARQUET_PEAK),
    Bar("duckdb-parquet-mb", "duckdb", "solar year and month of a Parquet file, peak MB", most=PARQUET_PEAK),
)


def measured(engines: Iterable[str], rows: int, rounds: int) -> Times:
    """Return what each engine that is installed took, and print it."""
    times: Times = {}
    print(f"{'engine':8} {'what':56} {'ns/row':>10} {'x copy':>9}")
    copy = 0.0
    for engine in engines:
        if not find_spec(NEEDED[engine]):
            print(f"skipped: {engine} ({NEEDED[engine]} is not installed)")
            continue
        if engine == "spark" and not (which("java") or environ.get("JAVA_HOME")):
            print("skipped: spark (Java is not installed)")
            continue
        times[engine] = import_module(f"benchmarks.engines.{engine}").measure(rows, rounds)
        copy = times["numpy"][COPY] if "numpy" in times else copy
        for name, value in times[engine].items():
            print(f"{engine:8} {name:56} {value:10.2f} {value / copy if copy else float('nan'):9.1f}", flush=True)
    return times


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=NEEDED, default=list(NEEDED), metavar="ENGINE")
    parser.add_argument("--parquet-rows", type=int, default=0, metavar="N", help="also group a Parquet file of N rows")
    options = parser.parse_args()
    packages = [f"{name} {version(name)}" for name in NEEDED.values() if find_spec(name)]
    print(
        f"CPython {platform.python_version()}, {', '.join(packages)}; {options.rows:,} rows, {options.rounds} rounds\n"
    )
    times = measured(options.only, options.rows, options.rounds)
    if options.parquet_rows:
        for engine in {"polars", "duckdb"} & times.keys():
            found = import_module(f"benchmarks.engines.{engine}").measure_parquet(options.parquet_rows)
            for name, figure in found.items():
                print(f"{engine:8} {name:56} {figure:10.2f}")
            times[engine] |= found
    lines = [bar.line(value) for bar in BARS if (value := bar.value(times)) is not None]
    if "numpy" in times:
        peak = import_module("benchmarks.engines.numpy").peak_megabytes(options.rows)
        lines.append(Bar("numpy-memory-above-inputs-and-outputs-mb", "", "", most=PEAK).line(peak))
    print("", *lines, sep="\n")
    return 1 if any(line.endswith("short") for line in lines) else 0


if __name__ == "__main__":
    raise SystemExit(main())
