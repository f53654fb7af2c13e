"""Rows against time, drawn: python benchmarks/plot.py [--rows 10000000] [-o docs/images/columns.svg].

Each line is one way to get Solar Hijri years, months and days of random days; both axes are logarithmic, so lines that
run side by side differ by a factor. What is not installed is left out.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

import matplotlib as mpl  # noqa: E402
import numpy as np  # noqa: E402
from benchmarks.engines.days import days, packed  # noqa: E402
from benchmarks.race import Contestant, race  # noqa: E402

import shamsi.numpy as sn  # noqa: E402

_SLOW = 20_000  # rows, for what goes one by one
Ways = dict[str, Callable[[int], Contestant]]


def ways() -> Ways:
    """Return the ways that can be gone here."""
    found: Ways = {"copying 12 bytes a row": _copy, "shamsi.numpy": _numpy}
    if find_spec("polars"):
        found |= {"shamsi.polars": _polars, "Polars' own Gregorian fields": _polars_own}
    if find_spec("pandas"):
        found["shamsi.pandas, the accessor"] = _pandas
    if find_spec("jdatetime"):
        found["jdatetime, one by one"] = _jdatetime
    return found


def _copy(rows: int) -> Contestant:
    source, target = np.ones(rows * 6, np.uint8), np.zeros(rows * 6, np.uint8)
    return Contestant(lambda: np.copyto(target, source), lambda _: True)


def _numpy(rows: int) -> Contestant:
    dates = days(rows).view("M8[D]")
    return Contestant(lambda: sn.pack(dates), lambda answer: bool((answer == packed(rows)).all()))


def _polars(rows: int) -> Contestant:
    import shamsi.polars as sp

    frame = _frame(rows)
    return Contestant(
        lambda: frame.select(sp.year("d"), sp.month("d"), sp.day("d")),
        lambda answer: bool((answer.to_series(0).to_numpy() == packed(rows) >> 16).all()),
    )


def _polars_own(rows: int) -> Contestant:
    import polars as pl

    frame, day = _frame(rows), pl.col("d").dt
    return Contestant(
        lambda: frame.select(day.year().alias("y"), day.month().alias("m"), day.day().alias("q")), lambda _: True
    )


def _frame(rows: int) -> Any:
    import polars as pl

    return pl.DataFrame({"d": pl.Series(days(rows).astype(np.int32)).cast(pl.Date)})


def _pandas(rows: int) -> Contestant:
    import pandas as pd

    import shamsi.pandas  # noqa: F401

    column: Any = pd.Series(days(rows).view("M8[D]").astype("M8[s]"))
    return Contestant(column.shamsi.fields, lambda answer: len(answer) == rows)


def _jdatetime(rows: int) -> Contestant:
    from jdatetime import date

    given = [dt.date(1970, 1, 1) + dt.timedelta(day) for day in days(rows).tolist()]
    return Contestant(lambda: [date.fromgregorian(date=day) for day in given], lambda answer: len(answer) == rows)


def main() -> None:
    """Time every way at every power of ten, and draw."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "images" / "columns.svg")
    options = parser.parse_args()
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "shamsi"  # the same figures give the same file
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(8, 5), layout="constrained")
    for name, way in ways().items():
        sizes = [10**power for power in range(3, 9) if 10**power <= (_SLOW if "one by one" in name else options.rows)]
        seconds = [race({name: way(size)}, rows=size, rounds=5)[name] * size / 1e9 for size in sizes]
        print(f"{name:32}", *(f"{each:.6f}" for each in seconds))
        axes.loglog(sizes, seconds, marker="o", label=name, linestyle="--" if "shamsi" not in name else "-")
    axes.set(xlabel="rows", ylabel="seconds", title="Years, months and days of a column of dates")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(options.output, metadata={"Date": None})


if __name__ == "__main__":
    main()
