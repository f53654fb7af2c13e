"""Texts as columns have them, and what `shamsi.columns` makes of each."""

import datetime as dt
import random
from typing import NamedTuple

from shamsi import ShamsiError
from shamsi.columns.cells import CellOptions, read_text, reason_of

_DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
_YEARS = "1402 1403 0001 9378 9379 2025 1700 2200 2201 2535 99 02 5 402 20255".split()
_MONTHS = ("1", "05", "12", "13", "0", "2", "012", "30")
_DAYS = ("1", "05", "29", "30", "31", "32", "00", "010")
_MARKS = ("/", "-", ".", " ", " / ", "-", "\u066b", "\u060d", "\u2013", "", "- -", ",")
_CLOCKS = (
    *("14:22", "9:05", "23:59:59", "24:00", "12:60", "1:2", "7:5:1"),
    *("01:02:03.4567891", "07:00 pm", "12:05 ق.ظ", "14:22Z"),
)
_JOINTS = (" ", "T", " - ", ", ", " ساعت ", " at ", "", "  ", "\u060c ", " | ", "x", "\u00a0", " t ", ":")
_AROUND = ("", "", "", " ", "\u200f", "\t", "\n", "\u2028", ".", "x", "\ufeff", "'")


class Answer(NamedTuple):
    """What the three functions say of a text."""

    date: dt.date | None
    timestamp: dt.datetime | None
    reason: str | None


def answer_of(text: str, options: CellOptions) -> Answer:
    """Return what a column makes of a text; the timestamp is of times="keep" whatever the options."""
    kept = options._replace(times="keep")
    moment = reason = day = None
    try:
        cell = read_text(text, kept)
        if cell is not None:
            moment = dt.datetime(1970, 1, 1) + dt.timedelta(days=cell.day, microseconds=cell.microseconds)
    except ShamsiError:
        pass
    try:
        cell = read_text(text, options)
        day = None if cell is None else dt.date(1970, 1, 1) + dt.timedelta(days=cell.day)
    except ShamsiError as error:
        reason = reason_of(error)
    return Answer(day, moment, reason)


def some_texts(count: int) -> list[str]:
    """Return texts of numbers, marks, times and blanks in the ways that people put them together, and in others."""
    chosen = random.Random(1404)
    return [_text(chosen) for _ in range(count)]


def _text(chosen: random.Random) -> str:
    mark, other = chosen.choice(_MARKS), chosen.choice(_MARKS)
    fields = [chosen.choice(_YEARS), chosen.choice(_MONTHS), chosen.choice(_DAYS)]
    if chosen.random() < 0.4:
        fields.reverse()
    text = f"{fields[0]}{mark}{fields[1]}{mark if chosen.random() < 0.9 else other}{fields[2]}"
    clock = chosen.random()
    if clock < 0.3:
        text = f"{text}{chosen.choice(_JOINTS)}{chosen.choice(_CLOCKS)}"
    elif clock < 0.4:
        text = f"{chosen.choice(_CLOCKS)}{chosen.choice(_JOINTS)}{text}"
    text = f"{chosen.choice(_AROUND)}{text}{chosen.choice(_AROUND)}"
    return text.translate(str.maketrans(_DIGITS[0], chosen.choice(_DIGITS)))
