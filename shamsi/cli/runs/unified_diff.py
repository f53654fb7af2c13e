"""Edits as a unified diff that `patch` and `git apply` accept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shamsi.text.rewrite.edits import Edit, apart, edited

_CONTEXT = 3
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file\n"


class _Change(NamedTuple):
    """Lines `first` to `last` (exclusive), and their replacement."""

    first: int
    last: int
    lines: list[str]


def unified(name: str, source: str, edits: Sequence[Edit]) -> str:
    r"""The unified diff between a text and its edited form; empty if the edits change nothing.

    >>> print(unified("a.txt", "one\ntwo\n", [Edit(4, 7, "2")]), end="")
    --- a/a.txt
    +++ b/a.txt
    @@ -1,2 +1,2 @@
     one
    -two
    +2
    """
    lines = _LINES.findall(source)
    changes = list(_changes(source, lines, apart(edits)))
    if not changes:
        return ""
    hunks = "".join(_hunks(lines, changes))
    old, new = (name, name) if name.startswith("/") else (f"a/{name}", f"b/{name}")
    return f"--- {old}\n+++ {new}\n{hunks}"


def _changes(source: str, lines: list[str], edits: list[Edit]) -> Iterator[_Change]:
    """The lines that edits change, grouped by line."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first = min(bisect_right(starts, edit.start) - 1, max(len(lines) - 1, 0))
        last = max(first + 1, min(bisect_right(starts, max(edit.start, edit.end - 1)), len(lines)))
        if groups and first < groups[-1][1]:
            begin, end, members = groups[-1]
            members.append(edit)
            groups[-1] = (begin, max(last, end), members)
        else:
            groups.append((first, last, [edit]))
    for first, last, members in groups:
        start, end = starts[first], starts[min(last, len(lines))]
        old = source[start:end]
        new = edited(old, [Edit(one.start - start, one.end - start, one.text) for one in members])
        if new != old:
            yield _Change(first, last, _LINES.findall(new))


def _hunks(lines: list[str], changes: list[_Change]) -> Iterator[str]:
    """Changes with the lines around them; near ones share a hunk."""
    shift, near = 0, [changes[0]]
    for change in [*changes[1:], None]:
        if change and change.first - near[-1].last <= 2 * _CONTEXT:
            near.append(change)
            continue
        yield _hunk(lines, near, shift)
        shift += sum(len(one.lines) - (one.last - one.first) for one in near)
        if change:
            near = [change]


def _hunk(lines: list[str], changes: list[_Change], shift: int) -> str:
    first, last = max(0, changes[0].first - _CONTEXT), min(len(lines), changes[-1].last + _CONTEXT)
    body: list[str] = []
    at = first
    for change in changes:
        body += [_line(" ", line) for line in lines[at : change.first]]
        body += [_line("-", line) for line in lines[change.first : change.last]]
        body += [_line("+", line) for line in change.lines]
        at = change.last
    body += [_line(" ", line) for line in lines[at:last]]
    size = last - first + sum(len(one.lines) - (one.last - one.first) for one in changes)
    return f"@@ -{first + 1},{last - first} +{first + 1 + shift},{size} @@\n" + "".join(body)


def _line(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n{_NO_END}"
