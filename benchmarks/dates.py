"""What one date costs beside other libraries: python benchmarks/dates.py [ROUNDS].

The others are jdatetime, persiantools, khayyam with its extension in C, and ICU by PyICU; one that is not installed is
skipped by name. Each operation runs over the same random days of 1300 to 1402, a library after the other in every
round; the figure is the best round, in nanoseconds a day with the loop, the collector off. Nothing is remembered of a
day seen before. Every library must agree with ours on every day before it is timed; khayyam has no 30 Esfand 1403, so
the days end before it.
"""

import datetime as dt
import gc
import platform
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the checkout's own package, installed or not

from shamsi import Date  # noqa: E402
from shamsi.calendar import kernel  # noqa: E402

SIZE, SEED = 5000, 1404
PATTERN = "%Y-%m-%d"
Run = tuple[Callable[[Any], object], Sequence[Any]]
Fields = tuple[int, int, int]
OPERATIONS = (
    "from a datetime.date, and three fields read",
    "from fields to a datetime.date",
    "isoformat",
    "fromisoformat",
    "strftime",
)
# how many times as fast as the peer, by operation
BARS = {
    "jdatetime": (8.0, 7.0, 3.0, 3.0, 3.0),
    "persiantools": (2.5, 2.0, 3.0, 3.0, 3.0),
    "khayyam-C": (1.0, 1.0),
}


class Library(NamedTuple):
    """How a library does each operation; a date of its own is made of fields by `make`."""

    make: Callable[..., Any]
    read: Callable[[dt.date], Fields]
    leave: Callable[[Fields], dt.date]
    write: Callable[[Any], str]
    parse: Callable[[str], Any]
    strftime: Callable[[Any], str]


def shamsi() -> Library:
    def read(day: dt.date) -> Fields:
        date = Date.from_gregorian(day)
        return date.year, date.month, date.day

    return Library(
        Date,
        read,
        lambda each: Date(*each).gregorian,
        Date.isoformat,
        Date.fromisoformat,
        lambda date: date.strftime(PATTERN),
    )


def jdatetime() -> Library:
    kind = import_module("jdatetime").date

    def read(day: dt.date) -> Fields:
        date = kind.fromgregorian(date=day)
        return date.year, date.month, date.day

    return Library(
        kind,
        read,
        lambda each: kind(*each).togregorian(),
        kind.isoformat,
        kind.fromisoformat,
        lambda date: date.strftime(PATTERN),
    )


def persiantools() -> Library:
    kind = import_module("persiantools.jdatetime").JalaliDate

    def read(day: dt.date) -> Fields:
        date = kind(day)
        return date.year, date.month, date.day

    return Library(
        kind,
        read,
        lambda each: kind(*each).to_gregorian(),
        kind.isoformat,
        kind.fromisoformat,
        lambda date: date.strftime(PATTERN),
    )


def khayyam() -> Library:
    import_module("khayyam.algorithms_c")  # without its extension it says nothing and computes in Python
    kind = import_module("khayyam").JalaliDate

    def read(day: dt.date) -> Fields:
        date = kind(day)
        return date.year, date.month, date.day

    return Library(
        kind,
        read,
        lambda each: kind(*each).todate(),
        kind.isoformat,
        lambda text: kind.strptime(text, PATTERN),
        lambda date: date.strftime(PATTERN),
    )


def icu() -> Library:
    """A date is its calendar's milliseconds, as ICU has no type for one; a calendar is set and read."""
    module = import_module("icu")
    names = module.UCalendarDateFields
    year, month, day_of_month = names.EXTENDED_YEAR, names.MONTH, names.DAY_OF_MONTH
    locale = module.Locale("en@calendar=persian")
    calendar = module.Calendar.createInstance(module.TimeZone.createTimeZone("UTC"), locale)
    form = module.SimpleDateFormat("yyyy-MM-dd", locale)
    form.setTimeZone(module.TimeZone.createTimeZone("UTC"))

    def make(*fields: int) -> float:
        calendar.clear()
        calendar.set(fields[0], fields[1] - 1, fields[2])
        return float(calendar.getTime())

    def read(day: dt.date) -> Fields:
        calendar.setTime((day.toordinal() - kernel.EPOCH_ORDINAL) * 86400.0)
        return calendar.get(year), calendar.get(month) + 1, calendar.get(day_of_month)

    def leave(fields: Fields) -> dt.date:
        return dt.date.fromordinal(int(make(*fields) // 86400) + kernel.EPOCH_ORDINAL)

    return Library(make, read, leave, form.format, form.parse, form.format)


LIBRARIES: dict[str, Callable[[], Library]] = {
    "shamsi": shamsi,
    "jdatetime": jdatetime,
    "persiantools": persiantools,
    "khayyam-C": khayyam,
    "PyICU": icu,
}


def installed() -> Iterator[tuple[str, Library]]:
    for name, library in LIBRARIES.items():
        try:
            yield name, library()
        except ImportError as error:
            print(f"skipped: {name} ({error})")


def runs(name: str, library: Library, days: list[dt.date]) -> list[Run]:
    """What to time of a library, in the order of OPERATIONS, once its answers are ours."""
    dates = [Date.from_gregorian(day) for day in days]
    fields = [(date.year, date.month, date.day) for date in dates]
    texts = [date.isoformat() for date in dates]
    own = [library.make(*each) for each in fields]
    assert [library.read(day) for day in days] == fields, name
    assert [library.leave(each) for each in fields] == days, name
    assert [library.write(each) for each in own] == texts == [library.strftime(each) for each in own], name
    assert [library.parse(text) for text in texts] == own, name
    return [
        (library.read, days),
        (library.leave, fields),
        (library.write, own),
        (library.parse, texts),
        (library.strftime, own),
    ]


def nanoseconds(run: Run) -> float:
    """A day of one round."""
    convert, days = run
    start = time.perf_counter()
    for day in days:
        convert(day)
    return (time.perf_counter() - start) / len(days) * 1e9


def measured(table: dict[tuple[str, str], Run], rounds: int) -> dict[tuple[str, str], float]:
    """The best round of each run; all of them in every round."""
    best = dict.fromkeys(table, float("inf"))
    gc.disable()
    for _ in range(rounds):
        for key, run in table.items():
            best[key] = min(best[key], nanoseconds(run))
    return best


def bars(best: dict[tuple[str, str], float]) -> Iterator[tuple[str, bool]]:
    """A line a bar, and whether it is reached."""
    for peer, wanted in BARS.items():
        for operation, bar in zip(OPERATIONS, wanted, strict=False):
            if (operation, peer) in best:
                ratio = best[operation, peer] / best[operation, "shamsi"]
                reached = ratio >= bar
                place = f"{operation.replace(',', '').replace(' ', '-')}/{peer}"
                yield f"bar {place} {ratio:.1f} {bar:.1f} {'ok' if reached else 'short'}", reached


def main() -> int:
    """Print the table and the bars; 1 when one falls short."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    first, last = Date(1300, 1, 1).ordinal, Date(1402, 12, 29).ordinal
    chance = random.Random(SEED)
    days = [dt.date.fromordinal(chance.randint(first, last)) for _ in range(SIZE)]
    libraries = dict(installed())
    table = {
        (operation, name): run
        for name, library in libraries.items()
        for operation, run in zip(OPERATIONS, runs(name, library, days), strict=True)
    }
    numbers = [day.toordinal() - kernel.EPOCH_ORDINAL for day in days]
    table["day number to fields, in the kernel", "shamsi"] = (kernel.fields, numbers)
    table["fields to day number, in the kernel", "shamsi"] = (
        lambda each: kernel.days(*each),
        table[OPERATIONS[1], "shamsi"][1],
    )
    best = measured(table, rounds)
    print(f"python {platform.python_version()}, best of {rounds} rounds of {SIZE} days, ns a day\n")
    print(f"{'':44}" + "".join(f"{name:>14}" for name in libraries))
    for operation in dict.fromkeys(operation for operation, _ in table):
        row = [best.get((operation, name)) for name in libraries]
        print(f"{operation:44}" + "".join(f"{'' if ns is None else round(ns):>14}" for ns in row))
    told = list(bars(best))
    print("\n" + "\n".join(line for line, _ in told))
    return 0 if all(reached for _, reached in told) else 1


if __name__ == "__main__":
    raise SystemExit(main())
