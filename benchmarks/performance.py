"""The figures of the last runs, as tables: python benchmarks/performance.py [--write].

benchmarks/results holds what the scripts printed, a file a run: the command, then when and on what, then its `bar`
lines; other lines are passed over. To renew one, run its command on a quiet machine, put the two lines that begin with
# over what it prints, and write the pages anew. This script measures nothing.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.pages import Table, publish  # noqa: E402

RESULTS = ROOT / "benchmarks" / "results"
AT_MOST, AT_LEAST = "at most", "at least"
HEAD = ("what", "figure", "target", "met")
COPY = "copying the same bytes"
# what a bar says, its unit, and the side of the limit that is wanted
BARS = {
    "numpy-days-to-packed": ("NumPy: days to packed fields", f"× {COPY}", AT_MOST),
    "numpy-moments-to-packed": ("NumPy: microseconds to packed fields", f"× {COPY}", AT_MOST),
    "numpy-packed-to-days": ("NumPy: packed fields to days", f"× {COPY}", AT_MOST),
    "numpy-fields-to-days": ("NumPy: three columns of fields to days", f"× {COPY}", AT_MOST),
    "numpy-parse": ("NumPy: ISO text to days", "ns a row", AT_MOST),
    "numpy-parse-jdatetime": ("NumPy: ISO text to days", "× faster than jdatetime's `strptime`", AT_LEAST),
    "numpy-memory-above-inputs-and-outputs-mb": ("NumPy: memory above inputs and outputs", "MB", AT_MOST),
    "pandas-jalali-pandas": ("pandas: years", "× faster than jalali-pandas, from days", AT_LEAST),
    "pandas-jalali-pandas-converted-before": (
        "pandas: years",
        "× faster than jalali-pandas, its objects made before",
        AT_LEAST,
    ),
    "pandas-apply-jdatetime": ("pandas: years", "× faster than applying jdatetime", AT_LEAST),
    "polars-fields": ("Polars: three fields, three calls", "× faster than its Gregorian fields", AT_LEAST),
    "polars-fields-together": ("Polars: three fields, one call", "× faster than its Gregorian fields", AT_LEAST),
    "polars-format": ("Polars: days to text", "ns a row", AT_MOST),
    "polars-format-strftime": ("Polars: days to text", "× faster than its `strftime`", AT_LEAST),
    "polars-parse": ("Polars: text to days", "ns a row", AT_MOST),
    "spark-fields": ("Spark: three fields", "× the time of its Gregorian fields", AT_MOST),
    "duckdb-join": ("DuckDB: three fields, joined", "× faster than its Gregorian fields", AT_LEAST),
    "polars-parquet-mb": ("Polars: Parquet grouped by month, peak memory", "MB", AT_MOST),
    "duckdb-parquet-mb": ("DuckDB: Parquet grouped by month, peak memory", "MB", AT_MOST),
    "mixed-pandas-iso": ("pandas: a column as people type it", "× the time of ISO dates", AT_MOST),
    "mixed-polars-iso": ("Polars: a column as people type it", "× the time of ISO dates", AT_MOST),
    "mixed-pandas-jdatetime": ("pandas: the same column", "× faster than applying jdatetime", AT_LEAST),
    "mixed-pandas-persiantools": ("pandas: the same column", "× faster than applying persiantools", AT_LEAST),
    "mixed-polars-jdatetime": ("Polars: the same column", "× faster than applying jdatetime", AT_LEAST),
    "mixed-polars-persiantools": ("Polars: the same column", "× faster than applying persiantools", AT_LEAST),
    "find-fa": ("`find` in Persian news", "MB a second", AT_LEAST),
    "find-ar": ("`find` in Arabic news", "MB a second", AT_LEAST),
    "short-fa": ("`find` in short Persian texts without a date", "a second", AT_LEAST),
    "short-ar": ("`find` in short Arabic texts without a date", "a second", AT_LEAST),
    "times-find-pairs-in-brackets-sentences": (
        "`check` of 200 pairs in brackets, in sentences",
        "× the time of `find`",
        AT_MOST,
    ),
    "times-find-pairs-in-brackets-bare": (
        "`check` of 200 pairs in brackets, one after the other",
        "× the time of `find`",
        AT_MOST,
    ),
    "times-find-pairs-in-a-chain": ("`check` of 200 pairs in a chain", "× the time of `find`", AT_MOST),
    "times-find-wrong-weekdays": ("`check` of 200 wrong weekdays", "× the time of `find`", AT_MOST),
    "times-find-impossible-days": ("`check` of 200 impossible days", "× the time of `find`", AT_MOST),
    "faster-pairs-in-brackets-sentences": (
        "`check` of 200 pairs in brackets, in sentences",
        "× faster than before",
        AT_LEAST,
    ),
    "faster-pairs-in-brackets-bare": (
        "`check` of 200 pairs in brackets, one after the other",
        "× faster than before",
        AT_LEAST,
    ),
    "faster-pairs-in-a-chain": ("`check` of 200 pairs in a chain", "× faster than before", AT_LEAST),
    "faster-wrong-weekdays": ("`check` of 200 wrong weekdays", "× faster than before", AT_LEAST),
    "faster-impossible-days": ("`check` of 200 impossible days", "× faster than before", AT_LEAST),
    "find-as-fast": ("`find` in the same texts", "× as fast as before", AT_LEAST),
    "memory-mb": ("`check` of 1 GB of news: memory of all processes", "MB", AT_MOST),
    "times-as-fast": ("`check` of 1 GB of news: two processes", "× faster than one", AT_LEAST),
    "different-outputs": (
        "`check` of 1 GB of news by one process, by two, and resumed: different outputs",
        "",
        AT_MOST,
    ),
    "import-shamsi": ("`import shamsi`, over bare Python", "ms", AT_MOST),
    "shamsi-convert": ("`shamsi convert`, over bare Python", "ms", AT_MOST),
}
DATES = {
    "from-a-datetime.date-and-three-fields-read": "from a `datetime.date`, three fields read",
    "from-fields-to-a-datetime.date": "from fields to a `datetime.date`",
    "isoformat": "`isoformat`",
    "fromisoformat": "`fromisoformat`",
    "strftime": "`strftime`",
}


class Bar(NamedTuple):
    """A figure, its limit, and whether it is within it."""

    name: str
    value: float
    limit: float
    end: str


class Run(NamedTuple):
    """What one run of a script printed: its command, its circumstances, and its bars."""

    name: str
    command: str
    when: str
    bars: list[Bar]


def run(path: Path) -> Run:
    """Read a file of results."""
    lines = path.read_text("utf-8").splitlines()
    command, when = (line.removeprefix("# ") for line in lines[:2])
    bars = [line.split() for line in lines if line.startswith("bar ")]
    read = [Bar(name, float(value), float(limit), end) for _, name, value, limit, end in bars]
    return Run(path.stem, command, when, read)


def runs() -> list[Run]:
    """Every run that is kept."""
    return [run(path) for path in sorted(RESULTS.glob("*.txt"))]


def meaning(name: str) -> tuple[str, str, str]:
    """What a bar says, its unit, and the side of the limit that is wanted."""
    operation, _, peer = name.partition("/")
    return (DATES[operation], f"× faster than {peer}", AT_LEAST) if peer else BARS[name]


def rows(bars: Iterable[Bar]) -> list[list[object]]:
    """A row a bar."""
    made: list[list[object]] = []
    for name, value, limit, end in bars:
        what, unit, side = meaning(name)
        figure, target = f"{value:,.12g} {unit}".strip(), f"{side} {limit:,g}"
        made.append([what, figure, target, "yes" if end == "ok" else "**no**"])
    return made


def tables() -> list[Table]:
    """A table of the runs, and one for each."""
    return [
        Table(
            "performance.runs",
            ("command", "when and on what"),
            [[f"`{r.command}`", r.when] for r in runs()],
            numbers=False,
        ),
        *(Table(f"performance.{r.name}", HEAD, rows(r.bars), numbers=False) for r in runs()),
    ]


if __name__ == "__main__":
    raise SystemExit(publish(tables()))
