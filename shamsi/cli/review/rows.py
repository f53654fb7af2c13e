"""Rows: the findings of a reviewed list, with what was decided about each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from shamsi.cli.inputs.sources import STDIN


@dataclass(frozen=True, slots=True)
class Row:
    """A finding of a list: its number there, where it is, its id, its words and the decision.

    `number` counts the rows of a sheet as a spreadsheet does, or the lines or members of JSON, from
    1. `text` and `sentence` are empty where the list does not give them. `repairs` are the new
    texts by side, and by number. `lossy` is whether letters of the list may have become question
    marks.
    """

    number: int
    path: str
    record: str
    id: str
    line: str = ""
    text: str = ""
    sentence: str = ""
    apply: str = ""
    repairs: Mapping[str, str] = field(default_factory=dict[str, str])
    lossy: bool = False


def path_of(path: str, folder: str) -> str:
    """The file that a list means: from the current folder, otherwise from that of the list.

    `-` for standard input. A path with backslashes is also tried with slashes.
    """
    if path in (STDIN, "-"):
        return "-"
    spellings = (path, path.replace("\\", "/")) if os.sep == "/" else (path,)
    for place in ("", folder):
        for spelling in spellings:
            tried = os.path.join(place, spelling)
            if os.path.exists(tried):
                return tried
    return path


def same_file(path: str) -> str:
    """A name by which two paths of one file are equal.

    >>> same_file("<stdin>"), same_file("/tmp/../tmp/a") == same_file("/tmp/a")
    ('-', True)
    """
    return "-" if path in ("-", STDIN) else os.path.realpath(path)
