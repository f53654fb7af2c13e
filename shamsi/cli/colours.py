"""Colours of a terminal, and lines that fit its width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CODES = {  # ECMA-48, select graphic rendition
    "path": "1",
    "code": "1;31",
    "repair": "32",
    "persian": "32",
    "gregorian": "34",
    "islamic": "33",
}
_SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")
_ZERO = ("Mn", "Me", "Cf")  # categories of characters without a width


def coloured(text: str, what: str, *, on: bool) -> str:
    r"""A text in the colour of what it is: path, code, repair, or a calendar.

    Its own control characters must have been removed.

    >>> coloured("a.txt", "path", on=True), coloured("a.txt", "path", on=False)
    ('\x1b[1ma.txt\x1b[0m', 'a.txt')
    """
    return f"\x1b[{_CODES[what]}m{text}\x1b[0m" if on and text else text


def width_of(text: str) -> int:
    """The columns that a text takes: colours, marks and joiners take none, wide letters two.

    >>> width_of("می‌رود"), width_of("日本"), width_of("")
    (5, 4, 0)
    """
    plain = _SEQUENCE.sub("", text)
    return sum(
        0
        if unicodedata.category(char) in _ZERO
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in plain
    )


def wrapped(line: str, width: int | None, indent: str = "    ") -> str:
    r"""A line broken at blanks so that it fits a width; what follows is indented, as it is itself.

    >>> wrapped("    one two three", 12)
    '    one two\n    three'
    """
    if width is None or width_of(line) <= width:
        return line
    return "\n".join(_lines(line, width, indent))


def _lines(line: str, width: int, indent: str) -> Iterator[str]:
    start = len(line) - len(line.lstrip(" "))
    current, is_empty = line[:start], True
    for word in line[start:].split(" "):
        if not is_empty and width_of(current) + 1 + width_of(word) > width:
            yield current
            current, is_empty = indent, True
        current += word if is_empty else f" {word}"
        is_empty = False
    yield current
