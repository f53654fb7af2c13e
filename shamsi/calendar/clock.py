"""The time of day: its fields in their ranges, and as the parts of a text name them."""

from __future__ import annotations

import datetime as dt

from shamsi._errors import DateError, ParseError, shown
from shamsi._integers import integer

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Mapping

_LAST = {"hour": 23, "minute": 59, "second": 59, "microsecond": 999_999, "fold": 1}


def time(hour: int, minute: int, second: int, microsecond: int, fold: int = 0, /) -> dt.time:
    """Return a time of day.

    Raises DateError for a field out of its range, TypeError for anything that is not an integer.

    >>> time(14, 5, 0, 0)
    datetime.time(14, 5)
    """
    fields = (hour, minute, second, microsecond, fold)
    if {*map(type, fields)} == {int}:
        try:
            return dt.time(hour, minute, second, microsecond, fold=fold)
        except (ValueError, OverflowError):  # raised below, with our message
            pass
    hour, minute, second, microsecond, fold = (
        _field(name, last, value) for (name, last), value in zip(_LAST.items(), fields, strict=True)
    )
    return dt.time(hour, minute, second, microsecond, fold=fold)


def _field(name: str, last: int, value: int) -> int:
    number = integer(name, value)
    if not 0 <= number <= last:
        raise DateError(f"{name} must be 0..{last}, got {shown(number)}")
    return number


def named(values: Mapping[str, int], pattern: str, /) -> dt.time:
    """Return the time of day that the values of directives name; finer fields are 0.

    Raises ParseError if they do not name one, DateError if a value is out of range.

    >>> named({"I": 12, "p": 1, "M": 30}, "%I:%M %p")
    datetime.time(0, 30)
    """
    hour = _hour(values, pattern)
    finer = [letter in values for letter in "MSf"]
    if finer != sorted(finer, reverse=True):
        raise ParseError(
            "pattern must not skip minutes (%M) or seconds (%S) before finer ones, "
            f"got {shown(pattern)}"
        )
    return time(hour, values.get("M", 0), values.get("S", 0), values.get("f", 0))


def _hour(values: Mapping[str, int], pattern: str) -> int:
    if "H" in values:
        return values["H"]
    if "I" in values and "p" in values:
        hour = values["I"]
        if not 1 <= hour <= 12:
            raise DateError(f"hour of a half day (%I) must be 1..12, got {hour}")
        return hour % 12 + 12 * (values["p"] - 1)
    if "I" in values:
        raise ParseError(f"an hour %I needs AM or PM (%p) in the pattern, got {shown(pattern)}")
    raise ParseError(
        "pattern must name a time of day: an hour (%H, or %I with %p), then minutes and so on; "
        f"Date.strptime reads a day alone, got {shown(pattern)}"
    )
