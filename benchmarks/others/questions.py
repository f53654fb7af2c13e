"""Questions to a calendar, as each package can be asked them: an expression in its own names, and what it gives."""

import datetime as dt
from importlib import import_module
from typing import Any

from benchmarks.others.packages import module

import shamsi

PACKAGES = ("shamsi", "jdatetime", "persiantools", "convertdate", "jalali-pandas")
NONE = "–"
# one expression a package, in the order of PACKAGES; NONE where it has no such thing
ASKED: dict[str, tuple[str, ...]] = {
    "20 March 2025": (
        "Date.from_gregorian(dt.date(2025, 3, 20))",
        "date.fromgregorian(date=dt.date(2025, 3, 20))",
        "JalaliDate(dt.date(2025, 3, 20))",
        "from_gregorian(2025, 3, 20)",
        "JalaliTimestamp.from_gregorian(pd.Timestamp(2025, 3, 20))",
    ),
    "1 Farvardin 1503": (
        "Date(1503, 1, 1).gregorian",
        "date(1503, 1, 1).togregorian()",
        "JalaliDate(1503, 1, 1).to_gregorian()",
        "to_gregorian(1503, 1, 1)",
        "JalaliTimestamp(1503, 1, 1).to_gregorian()",
    ),
    "30 Esfand 1404": (
        "Date(1404, 12, 30)",
        "date(1404, 12, 30)",
        "JalaliDate(1404, 12, 30)",
        "to_gregorian(1404, 12, 30)",
        "JalaliTimestamp(1404, 12, 30)",
    ),
    "month 13": (
        "Date(1403, 13, 1)",
        "date(1403, 13, 1)",
        "JalaliDate(1403, 13, 1)",
        "to_gregorian(1403, 13, 1)",
        "JalaliTimestamp(1403, 13, 1)",
    ),
    "year 0": (
        "Date(0, 1, 1)",
        "date(0, 1, 1)",
        "JalaliDate(0, 1, 1)",
        "to_gregorian(0, 1, 1)",
        "JalaliTimestamp(0, 1, 1)",
    ),
    "`datetime.date.max`": (
        "Date.from_gregorian(dt.date.max)",
        "date.fromgregorian(date=dt.date.max)",
        "JalaliDate(dt.date.max)",
        "from_gregorian(9999, 12, 31)",
        "JalaliTimestamp.from_gregorian(pd.Timestamp(dt.date.max))",
    ),
    "in an f-string": (
        "f'{Date(1403, 1, 1)}'",
        "f'{date(1403, 1, 1)}'",
        "f'{JalaliDate(1403, 1, 1)}'",
        NONE,
        "f'{JalaliTimestamp(1403, 1, 1)}'",
    ),
    "31 Farvardin 1403, a month on": (
        "Date(1403, 1, 31).add(months=1)",
        NONE,
        NONE,
        NONE,
        NONE,
    ),
    "1 Farvardin 1403, to the month's end": (
        "Date(1403, 1, 1).end_of('month')",
        NONE,
        NONE,
        NONE,
        "JalaliTimestamp(1403, 1, 1) + JalaliMonthEnd()",
    ),
    "equals `datetime.date`": (
        "Date(1403, 1, 1) == dt.date(2024, 3, 20)",
        "date(1403, 1, 1) == dt.date(2024, 3, 20)",
        "JalaliDate(1403, 1, 1) == dt.date(2024, 3, 20)",
        NONE,
        "JalaliTimestamp(1403, 1, 1) == dt.date(2024, 3, 20)",
    ),
    "has its hash": (
        "hash(Date(1403, 1, 1)) == hash(dt.date(2024, 3, 20))",
        "hash(date(1403, 1, 1)) == hash(dt.date(2024, 3, 20))",
        "hash(JalaliDate(1403, 1, 1)) == hash(dt.date(2024, 3, 20))",
        NONE,
        "hash(JalaliTimestamp(1403, 1, 1)) == hash(dt.date(2024, 3, 20))",
    ),
    "ISO text of 999-05-06": (
        "Date(999, 5, 6).isoformat()",
        "date(999, 5, 6).isoformat()",
        "JalaliDate(999, 5, 6).isoformat()",
        NONE,
        "JalaliTimestamp(999, 5, 6).isoformat()",
    ),
    "reads «2025-10-27»": (
        "Date.fromisoformat('2025-10-27')",
        "date.fromisoformat('2025-10-27')",
        "JalaliDate.fromisoformat('2025-10-27')",
        NONE,
        "JalaliTimestamp.strptime('2025-10-27', '%Y-%m-%d')",
    ),
}


def answers(name: str) -> list[str]:
    """What the package answers to each question; a dash where it has no such thing."""
    names: dict[str, Any] = {"Date": shamsi.Date} if name == "shamsi" else dict(vars(module(name)))
    names["dt"] = dt
    if name == "jalali-pandas":
        names["pd"] = import_module("pandas")
    place = PACKAGES.index(name)
    return [NONE if (asked := each[place]) is NONE else answer(asked, names) for each in ASKED.values()]


def answer(asked: str, names: dict[str, Any]) -> str:
    """The value as Python writes it, or the name of the error."""
    try:
        return f"`{eval(asked, names)!r}`"
    except Exception as error:
        return type(error).__name__
