"""On which day each year begins, by each package, and where that is another day than ours."""

import datetime as dt
from collections.abc import Callable, Iterable
from importlib.metadata import version

from benchmarks.others.packages import module

import shamsi

CALENDARS = ("jdatetime", "persiantools", "convertdate", "jalali-pandas", "khayyam")
PERIODS = {
    "1–1177": range(1, 1178),
    "1178–1205": range(1178, 1206),
    "1206–1498": range(1206, 1499),
    "1499–1502": range(1499, 1503),
    "1503–3000": range(1503, 3001),
}
LAST_LISTED = 1800


def new_year(name: str) -> Callable[[int], dt.date]:
    """How the package gives the Gregorian day of 1 Farvardin."""
    if name == "convertdate":
        convert = module(name).to_gregorian
        return lambda year: dt.date(*convert(year, 1, 1))
    kind, leave = {
        "jdatetime": ("date", "togregorian"),
        "persiantools": ("JalaliDate", "to_gregorian"),
        "jalali-pandas": ("JalaliTimestamp", "to_gregorian"),
        "khayyam": ("JalaliDate", "todate"),
    }[name]
    make = getattr(module(name), kind)
    return lambda year: dt.date.fromordinal(getattr(make(year, 1, 1), leave)().toordinal())


def disagreements(name: str, years: Iterable[int]) -> tuple[list[int], list[int]]:
    """The years whose new year is another day than ours, and those for which the package has no answer."""
    ask, other, silent = new_year(name), [], []
    for year in years:
        try:
            answer = ask(year)
        except (ValueError, OverflowError):
            silent.append(year)
        else:
            if answer != shamsi.Date(year, 1, 1).gregorian:
                other.append(year)
    return other, silent


def nowruz_row(name: str) -> list[object]:
    """How many new years of each period are another day than ours; in brackets, for how many there is no answer."""
    cells: list[object] = [f"{name} {version(name)}"]
    for years in PERIODS.values():
        other, silent = disagreements(name, years)
        cells.append(f"{len(other)} ({len(silent)} without an answer)" if silent else len(other))
    return cells


def years_row(name: str) -> list[object]:
    """Which years from 1178 on these are, to LAST_LISTED."""
    other, _ = disagreements(name, range(1178, LAST_LISTED + 1))
    return [f"{name} {version(name)}", ", ".join(map(str, other)) or "none"]
