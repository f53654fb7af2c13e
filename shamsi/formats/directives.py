"""Split strftime patterns into tokens, and define the value of each directive."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.weeks import week, year_and_week

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MIDNIGHT = dt.time()  # the time of a day without one, as in the standard library

# The property that a directive depends on. Its texts are kept by that.
YEAR, DATE, WEEKDAY, WEEK, CLOCK = range(5)


class Directive:
    """What a directive prints: a number, the name of that number, or a text of the clock.

    `value` takes the key of its `kind`: YEAR the year, DATE `month << 5 | day`, WEEKDAY Monday 1
    .. Sunday 7, WEEK (year, day number), CLOCK a `datetime.time` or, with a day, a
    `datetime.datetime`.
    """

    __slots__ = ("fill", "form", "kind", "value", "width")

    def __init__(
        self, kind: int, form: str, value: Callable[[Any], Any], width: int = 0, fill: str = "0"
    ) -> None:
        """Keep the row of the table. Width and fill are for numbers."""
        self.kind: int = kind
        self.form: str = form
        self.value: Callable[[Any], Any] = value
        self.width: int = width
        self.fill: str = fill


def _day_of_year(key: int) -> int:
    month = key >> 5
    return ((month * (2021 - 5 * month) - 2057) >> 6) + (key & 31) + 1


def _epoch_seconds(clock: dt.time | dt.datetime) -> int:
    """Return the whole seconds to an instant. A day, or a time without a zone, is not one."""
    if not isinstance(clock, dt.datetime) or clock.utcoffset() is None:
        raise ShamsiError(
            "%s is a number of seconds since 1970: it needs a date with a time and a time zone"
        )
    return (clock - _EPOCH) // dt.timedelta(seconds=1)


def _offset(clock: dt.time | dt.datetime) -> str:
    return clock.strftime("%z")


def _offset_with_colon(clock: dt.time | dt.datetime) -> str:
    offset = _offset(clock)
    return offset and f"{offset[:3]}:{offset[3:5]}" + (f":{offset[5:]}" if offset[5:] else "")


DIRECTIVES = {
    "Y": Directive(YEAR, "number", lambda year: year, 4),
    "y": Directive(YEAR, "number", lambda year: year % 100, 2),
    "C": Directive(YEAR, "number", lambda year: year // 100, 2),
    "m": Directive(DATE, "number", lambda key: key >> 5, 2),
    "B": Directive(DATE, "name", lambda key: key >> 5),
    "b": Directive(DATE, "name", lambda key: key >> 5),
    "d": Directive(DATE, "number", lambda key: key & 31, 2),
    "e": Directive(DATE, "number", lambda key: key & 31, 2, " "),
    "j": Directive(DATE, "number", _day_of_year, 3),
    "A": Directive(WEEKDAY, "name", lambda weekday: weekday),
    "a": Directive(WEEKDAY, "name", lambda weekday: weekday),
    "u": Directive(WEEKDAY, "number", lambda weekday: weekday, 1),
    "w": Directive(WEEKDAY, "number", lambda weekday: weekday % 7, 1),
    "U": Directive(WEEK, "number", lambda key: week(*key), 2),
    "W": Directive(WEEK, "number", lambda key: week(*key), 2),
    "V": Directive(WEEK, "number", lambda key: year_and_week(*key)[1], 2),
    "G": Directive(WEEK, "number", lambda key: year_and_week(*key)[0], 4),
    "H": Directive(CLOCK, "number", lambda clock: clock.hour, 2),
    "I": Directive(CLOCK, "number", lambda clock: (clock.hour - 1) % 12 + 1, 2),
    "M": Directive(CLOCK, "number", lambda clock: clock.minute, 2),
    "S": Directive(CLOCK, "number", lambda clock: clock.second, 2),
    "f": Directive(CLOCK, "number", lambda clock: clock.microsecond, 6),
    "s": Directive(CLOCK, "number", _epoch_seconds),
    "p": Directive(CLOCK, "name", lambda clock: clock.hour // 12 + 1),
    "z": Directive(CLOCK, "text", _offset),
    ":z": Directive(CLOCK, "text", _offset_with_colon),
    "Z": Directive(CLOCK, "text", lambda clock: clock.tzname() or ""),
}
EXPANSIONS = {
    "c": "%A %d %B %Y %H:%M:%S",
    "x": "%Y/%m/%d",
    "X": "%H:%M:%S",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "R": "%H:%M",
}


class Token:
    """A directive of a pattern, as it is written there. Without a letter, it is a literal text."""

    __slots__ = ("letter", "padded", "text")

    def __init__(self, text: str, letter: str = "", padded: str = "") -> None:
        """Keep the text of the pattern, the directive's letter and the padding of a number."""
        self.text: str = text
        self.letter: str = letter
        self.padded: str = padded


def tokens(pattern: str, /) -> list[Token]:
    """Split a pattern into literals and directives. Short forms such as ``%x`` are expanded.

    Raises ShamsiError, which lists the directives, for an unknown one; TypeError for anything but
    text.

    >>> [token.text for token in tokens("%-d %B, %%")]
    ['%-d', ' ', '%B', ', ', '%']
    """
    if not isinstance(pattern, str):
        raise TypeError(f"pattern must be a str, got {shown(pattern)} ({type(pattern).__name__})")
    found: list[Token] = []
    rest = pattern
    while rest:
        literal, percent, rest = rest.partition("%")
        if literal:
            found.append(Token(literal))
        if percent:
            size = 2 if rest[:1] in ("-", ":") else 1
            name, rest = rest[:size], rest[size:]
            found += _named(name, pattern)
    return found


def _named(name: str, pattern: str) -> list[Token]:
    """Return the tokens of the name after a percent sign."""
    if name == "%":
        return [Token("%")]
    if name in EXPANSIONS:
        return tokens(EXPANSIONS[name])
    directive = DIRECTIVES.get(name.removeprefix("-"))
    if directive and (name[0] != "-" or directive.form == "number"):
        return [Token(f"%{name}", name.removeprefix("-"), "" if name[0] == "-" else directive.fill)]
    if not name:
        raise ShamsiError(
            f"pattern must not end in a lone %; write %% for a percent sign, got {shown(pattern)}"
        )
    allowed = " ".join(
        f"%{letter}"
        for letter in sorted({*DIRECTIVES, *EXPANSIONS}, key=lambda name: (name[-1].lower(), name))
    )
    raise ShamsiError(
        f"pattern has an unknown directive {shown('%' + name)}; allowed are {allowed}, numbers "
        "also with a hyphen "
        f"(%-d) for no padding, and %% for a percent sign, got {shown(pattern)}"
    )
