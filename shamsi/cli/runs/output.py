"""Output: where `-o` may write: never over an input, and never in place of a device."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence

from shamsi.cli.inputs.sources import kind_of

_HEAD = 4096
_OURS = re.compile(
    rb"""
      \s*+\Z
    | <!DOCTYPE[ ]html>.*\bshamsi\b            # a report as a page, SARIF, JSON Lines,
    | \{"\$schema":[^\n]*sarif | \{"path":[ ]
    | ::error[ ]file= | [^\n]*:\d+:\d+:[ ]     # annotations, or lines of a terminal
    | \d+[ ]errors?[ ] | nothing[ ]was[ ]read
    """,
    re.DOTALL | re.VERBOSE,
)


def is_special(path: str) -> bool:
    """Whether a path is a device, a pipe or a socket, which is written into and not replaced.

    >>> is_special("/dev/null")
    True
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def input_replaced(output: str, paths: Sequence[str], kind: str | None) -> str | None:
    """The input that a file would replace; in a folder, anything but an earlier output."""
    if not os.path.exists(output) or is_special(output):
        return None
    for path in paths:
        if path != "-" and not os.path.isdir(path) and _is_same(output, path):
            return path
    is_read = kind or kind_of(output)
    if is_read and any(_holds(path, output) for path in paths) and not _is_ours(output):
        return output
    return None


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _holds(folder: str, path: str) -> bool:
    if not os.path.isdir(folder):
        return False
    real = os.path.realpath(folder)
    return os.path.commonpath([real, os.path.realpath(path)]) == real


def _is_ours(path: str) -> bool:
    """Whether a file looks like the output of an earlier run."""
    try:
        with open(path, "rb") as file:
            return bool(_OURS.match(file.read(_HEAD)))
    except OSError:
        return False
