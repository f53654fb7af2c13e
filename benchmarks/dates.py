"""What one date costs beside jdatetime and persiantools: python benchmarks/dates.py [ROUNDS].

Each operation runs over the same random days of 1300 to 1450, a library after the other in every round; the figure is
the best round, in nanoseconds a day with the loop, the collector off. Nothing is remembered of a day seen before.
"""

import datetime as dt
import gc
import platform
import random
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from shamsi import Date  # noqa: E402
from shamsi.calendar import kernel  # noqa: E402

SIZE, SEED = 5000, 1404
Run = tuple[Callable[[Any], object], Sequence[Any]]
# how many times as fast as jdatetime and as persiantools
BARS = {
    "from a datetime.date, and three fields read": (8.0, 2.5),
    "from fields to a datetime.date": (7.0, 2.0),
    "isoformat": (3.0, 3.0),
    "fromisoformat": (3.0, 3.0),
    "strftime": (3.0, 3.0),
}
WIDTHS = (8, 10, 13)
PATTERN = "%Y-%m-%d"


def best(run: Run) -> float:
    """Nanoseconds a day of one round."""
    convert, days = run
    start = time.perf_counter()
    for day in days:
        convert(day)
    return (time.perf_counter() - start) / len(days) * 1e9


def read_fields(make: Callable[[dt.date], Any]) -> Callable[[dt.date], object]:
    """What makes a date of a day and reads its fields."""

    def run(day: dt.date) -> tuple[int, int, int]:
        date = make(day)
        return date.year, date.month, date.day

    return run


def _from_day(kind: Any) -> Callable[[dt.date], Any]:
    return lambda day: kind.fromgregorian(date=day)


def _to_day(make: Callable[..., Any], leave: Callable[[Any], dt.date]) -> Callable[[tuple[int, int, int]], dt.date]:
    return lambda fields: leave(make(*fields))


def operations(days: list[dt.date]) -> dict[str, list[Run | None]]:
    """Each operation here, in jdatetime and in persiantools; None where that is not installed."""
    dates = [Date.from_gregorian(day) for day in days]
    fields = [(date.year, date.month, date.day) for date in dates]
    texts = [date.isoformat() for date in dates]
    table: dict[str, list[Run | None]] = {
        "from a datetime.date, and three fields read": [(read_fields(Date.from_gregorian), days)],
        "from fields to a datetime.date": [(lambda each: Date(*each).gregorian, fields)],
        "isoformat": [(Date.isoformat, dates)],
        "fromisoformat": [(Date.fromisoformat, texts)],
        "strftime": [(lambda date: date.strftime(PATTERN), dates)],
    }
    for name, kind, back in (
        ("jdatetime", "date", "togregorian"),
        ("persiantools.jdatetime", "JalaliDate", "to_gregorian"),
    ):
        try:
            make: Any = getattr(import_module(name), kind)
        except ImportError:
            print(f"skipped: {name} (not installed)")
            for row in table.values():
                row.append(None)
            continue
        own = [make(*each) for each in fields]
        leave = getattr(make, back)
        come = make if name != "jdatetime" else _from_day(make)
        assert [leave(each) for each in own] == days
        assert [each.isoformat() for each in own] == texts == [each.strftime(PATTERN) for each in own]
        runs: list[Run] = [
            (read_fields(come), days),
            (_to_day(make, leave), fields),
            (make.isoformat, own),
            (make.fromisoformat, texts),
            (lambda date: date.strftime(PATTERN), own),
        ]
        for row, run in zip(table.values(), runs, strict=True):
            row.append(run)
    numbers = [day.toordinal() - kernel.EPOCH_ORDINAL for day in days]
    table["day number to fields, in the kernel"] = [(kernel.fields, numbers)]
    table["fields to day number, in the kernel"] = [(lambda each: kernel.days(*each), fields)]
    return table


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    first, last = Date(1300, 1, 1).ordinal, Date(1450, 12, 29).ordinal
    chance = random.Random(SEED)
    table = operations([dt.date.fromordinal(chance.randint(first, last)) for _ in range(SIZE)])
    times: dict[str, list[list[float]]] = {name: [[] for _ in row] for name, row in table.items()}
    gc.disable()
    for _ in range(rounds):
        for name, row in table.items():
            for column, run in enumerate(row):
                if run:
                    times[name][column].append(best(run))
    print(f"python {platform.python_version()}, best of {rounds} rounds of {SIZE} days, ns a day\n")
    print(f"{'':44} {'shamsi':>8} {'jdatetime':>10} {'persiantools':>13}")
    short = 0
    bars: list[str] = []
    for name, columns in times.items():
        found = [min(column) if column else None for column in columns]
        print(
            f"{name:44} "
            + " ".join(f"{'' if ns is None else round(ns):>{w}}" for ns, w in zip(found, WIDTHS, strict=False))
        )
        for peer, ns, bar in zip(("jdatetime", "persiantools"), found[1:], BARS.get(name, ()), strict=False):
            if ns is not None and found[0]:
                ratio = ns / found[0]
                short += ratio < bar
                verdict = "ok" if ratio >= bar else "short"
                bars.append(f"bar {name.replace(',', '').replace(' ', '-')}/{peer} {ratio:.1f} {bar:.1f} {verdict}")
    print("\n" + "\n".join(bars))
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
