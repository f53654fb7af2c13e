"""How fast a column as people type it is read: python benchmarks/mixed.py [--rows 2000000] [--rounds 5].

A column mixes digits of two scripts, separators, eight digits, years of two digits, times of day, Gregorian days,
slips and empty rows, as an analyst meets them; the generator knows the truth of each row. pandas and Polars read it
beside a column of ISO dates alone with as many rows, and beside `apply` with peers, who get a hand-written list of
formats and a sample of the rows. Answers are checked in every round, and every rejected row is asked for its reason.
Prints one table, then a line for each bar; leaves with 1 if one falls short.
"""

import argparse
import datetime as dt
import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import polars as pl  # noqa: E402
from benchmarks.columns import Bar  # noqa: E402
from benchmarks.engines.days import days, fields, texts  # noqa: E402
from benchmarks.race import Contestant, race  # noqa: E402

import shamsi.pandas  # noqa: E402
import shamsi.polars  # noqa: E402

OPTIONS = {"century": 1400, "gregorian": "pass", "times": "keep"}
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
NO_DAY = -(2**31)
# the share of each kind of row in hundredths
SHARES = {
    "persian": 25,
    "dashes": 25,
    "slashes": 25,
    "eight": 8,
    "short": 4,
    "clock": 6,
    "gregorian": 4,
    "slip": 1,
    "empty": 2,
}
LAYOUTS = {
    "persian": "{0}/{1:02d}/{2:02d}",
    "dashes": "{0}-{1}-{2}",
    "slashes": "{0}/{1:02d}/{2:02d}",
    "eight": "{0}{1:02d}{2:02d}",
    "short": "{3:02d}/{1:02d}/{2:02d}",
    "clock": "{0}/{1:02d}/{2:02d} {4:02d}:{5:02d}",
    "empty": "",
}
SLIPS = ("{0}/13/{2:02d}", "{0}/{1:02d}/32", "{0}/00/{2:02d}", "{0}/12/31")
Truth = tuple[list[str], Any, Any, Any]


def mixture(rows: int) -> Truth:
    """Return texts, with the day (NO_DAY without one), the microseconds, and which rows are slips."""
    draw = np.random.default_rng(1402)
    kinds = draw.choice(list(SHARES), rows, p=np.array(list(SHARES.values())) / 100).tolist()
    minutes = draw.integers(0, 1440, rows)
    numbers, (years, months, days_of_month) = days(rows).copy(), fields(rows)
    # two digits of a year are of 1400..1499 only
    written, is_slip = [], np.zeros(rows, bool)
    for row, (drawn, number, *ymd, minute) in enumerate(
        zip(kinds, numbers.tolist(), *(each.tolist() for each in (years, months, days_of_month, minutes)), strict=True)
    ):
        kind = "slashes" if drawn == "short" and ymd[0] < 1400 else drawn
        if kind == "gregorian":
            written.append((dt.date(1970, 1, 1) + dt.timedelta(number)).isoformat())
            continue
        if kind == "slip":
            is_slip[row] = True
        layout = SLIPS[row % len(SLIPS)] if kind == "slip" else LAYOUTS[kind]
        text = layout.format(*ymd, ymd[0] % 100, *divmod(minute, 60))
        written.append(text.translate(PERSIAN) if kind == "persian" else text)
    is_clock = np.array([kind == "clock" for kind in kinds])
    numbers[is_slip | np.array([not text for text in written])] = NO_DAY
    return written, numbers, np.where(is_clock, minutes * 60_000_000, 0), is_slip


def jdatetime_of(text: str) -> Any:
    """Read a text with jdatetime, as an analyst would write it: one format after the other, then give up."""
    import jdatetime

    latin = text.translate(BACK)
    for pattern in ("%Y/%m/%d", "%Y-%m-%d", "%Y%m%d", "%Y/%m/%d %H:%M", "%y/%m/%d"):
        try:
            found = jdatetime.datetime.strptime(latin, pattern)
        except ValueError:
            continue
        if found.year > 1700:
            break
        return found.togregorian()
    return _gregorian(latin)


def persiantools_of(text: str) -> Any:
    """Read a text with persiantools in the same way."""
    from persiantools.jdatetime import JalaliDateTime

    latin = text.translate(BACK)
    for pattern in ("%Y/%m/%d", "%Y-%m-%d", "%Y%m%d", "%Y/%m/%d %H:%M", "%y/%m/%d"):
        try:
            found: Any = JalaliDateTime.strptime(latin, pattern)  # type: ignore[no-untyped-call]
        except (ValueError, KeyError):
            continue
        if found.year > 1700:
            break
        return found.to_gregorian()
    return _gregorian(latin)


BACK = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


def _gregorian(latin: str) -> Any:
    try:
        return dt.datetime.fromisoformat(latin)
    except ValueError:
        return None


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=20_000, help="rows that the peers read")
    options = parser.parse_args()
    packages = ("numpy", "pandas", "polars", "pyarrow", "jdatetime", "persiantools")
    print(f"CPython {platform.python_version()}, {', '.join(f'{name} {version(name)}' for name in packages)}")
    print(f"{options.rows:,} rows, {options.rounds} rounds; the peers read {options.sample:,} rows of them\n")
    truth = mixture(options.rows)
    times = _ours(truth, options.rows, options.rounds)
    times |= _peers(truth, min(options.sample, options.rows), options.rounds)
    for name, value in times.items():
        print(f"{name:40} {value:12.2f} ns/row")
    found = {"mixed": times}
    bars = [
        *(Bar(f"mixed-{engine}-iso", "mixed", f"{engine}, mixed", f"{engine}, ISO", most=3) for engine in ENGINES),
        *(
            Bar(f"mixed-{engine}-{peer}", "mixed", f"{engine}, mixed", f"apply({peer})", least=100)
            for engine in ENGINES
            for peer in ("jdatetime", "persiantools")
        ),
    ]
    lines = [bar.line(figure) for bar in bars if (figure := bar.value(found)) is not None]
    print("", *lines, *_accounts(truth), sep="\n")
    return 1 if any(line.endswith("short") for line in lines) else 0


def _in_pandas(column: Any, **options: Any) -> tuple[Any, Any]:
    days, rejected = shamsi.pandas.to_gregorian(column, errors="report", **options)
    return days.to_numpy(), rejected


def _in_polars(column: Any, **options: Any) -> tuple[Any, Any]:
    days, rejected = shamsi.polars.report(column.to_frame("typed"), "typed", **options)
    return days.to_numpy(), rejected


Read = Callable[..., tuple[Any, Any]]
ENGINES: dict[str, tuple[Callable[[list[str]], Any], Read]] = {
    "pandas": (lambda given: pd.Series(given, dtype="str"), _in_pandas),
    "polars": (lambda given: pl.Series("typed", given, dtype=pl.String), _in_polars),
}


def _ours(truth: Truth, rows: int, rounds: int) -> dict[str, float]:
    written, numbers, clock, is_slip = truth
    iso, all_days = [text.decode() for text in texts(rows).tolist()], days(rows).astype("M8[D]")
    moments = numbers.astype(np.int64) * 86_400_000_000 + clock
    moments = np.where(numbers == NO_DAY, np.iinfo(np.int64).min, moments).view("M8[us]")

    def is_right(answer: tuple[Any, Any]) -> bool:
        found, rejected = answer
        is_same = (found.view(np.int64) == moments.view(np.int64)).all()
        return bool(is_same and np.array_equal(rejected.rows, np.flatnonzero(is_slip)))

    def is_iso(answer: tuple[Any, Any]) -> bool:
        return bool((answer[0] == all_days).all() and not len(answer[1]))

    contestants = {}
    for engine, (made, read) in ENGINES.items():
        contestants[f"{engine}, ISO"] = Contestant(partial(read, made(iso)), is_iso)
        contestants[f"{engine}, mixed"] = Contestant(partial(read, made(written), **OPTIONS), is_right)
    return race(contestants, rows=rows, rounds=rounds)


def _peers(truth: Truth, rows: int, rounds: int) -> dict[str, float]:
    """Return what the peers take for the first rows; they may answer what they like."""
    sample = pd.Series(truth[0][:rows], dtype="str")
    return race(
        {
            "apply(jdatetime)": Contestant(lambda: sample.apply(jdatetime_of), lambda _: True),
            "apply(persiantools)": Contestant(lambda: sample.apply(persiantools_of), lambda _: True),
        },
        rows=rows,
        rounds=min(rounds, 3),
    )


def _accounts(truth: Truth) -> list[str]:
    """Say how many rows were read and rejected: their answers were checked in every round."""
    written, numbers, _, _ = truth
    _, rejected = _in_pandas(pd.Series(written, dtype="str"), **OPTIONS)
    return [f"{(numbers != NO_DAY).sum():,} rows read, all right; {len(rejected):,} rejected: {rejected.counts()}"]


if __name__ == "__main__":
    raise SystemExit(main())
