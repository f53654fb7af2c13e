"""Offsets of mentions in UTF-8 bytes or UTF-16 code units, as other languages and files count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from shamsi.exports.ordering import checked
from shamsi.text.resolve.mention import Mention

UNITS = ("code-points", "utf-8", "utf-16")
_KEPT_BYTE = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte that is not UTF-8


def offsets(text: str, mentions: Iterable[Mention], *, unit: str) -> list[tuple[int, int]]:
    """Where each mention of a text starts and ends, counted in another unit.

    `unit` is "utf-8" for bytes (Rust, Go, files), "utf-16" for code units (JavaScript, Java, C#,
    editors) or "code-points", which is Python's own. A byte-order mark in the text counts. A lone
    surrogate is one unit in UTF-16 and three bytes in UTF-8, or the one byte that it was where
    `surrogateescape` decoded the file. The time is linear in the text. Another unit, a mention of
    another text: ValueError.

    >>> import shamsi
    >>> text = "😀 ۵ آبان ۱۴۰۴"
    >>> (mention,) = shamsi.find(text)
    >>> in_bytes = offsets(text, [mention], unit="utf-8")
    >>> mention.start, in_bytes, offsets(text, [mention], unit="utf-16")
    (2, [(5, 25)], [(3, 14)])
    """
    rows = checked(text, mentions)
    units = _units(text, (edge for row in rows for edge in (row.start, row.end)), unit)
    return [(units[row.start], units[row.end]) for row in rows]


def recounted(text: str, mentions: list[Mention], *, unit: str) -> list[Mention]:
    """The mentions with `start`, `end` and `extent`, their parts' too, in another unit.

    They are no longer places in a `str`.
    """
    return _moved(mentions, _units(text, _edges(mentions), unit))


def _edges(mentions: Iterable[Mention]) -> set[int]:
    return {
        edge
        for mention in mentions
        for edge in (mention.start, mention.end, *mention.extent, *_edges(mention.parts))
    }


def _moved(mentions: Iterable[Mention], units: Mapping[int, int]) -> list[Mention]:
    return [
        replace(
            mention,
            start=units[mention.start],
            end=units[mention.end],
            extent=(units[mention.extent[0]], units[mention.extent[1]]),
            parts=tuple(_moved(mention.parts, units)),
        )
        for mention in mentions
    ]


def _units(text: str, edges: Iterable[int], unit: str) -> dict[int, int]:
    """For each code-point offset how many units stand before it, in one pass over the text."""
    if unit not in UNITS:
        raise ValueError(f"unit must be one of {', '.join(UNITS)}, got {unit!r}")
    units = {0: 0}
    at = 0
    for edge in sorted(set(edges) - {0}):
        units[edge] = units[at] + _length(text[at:edge], unit)
        at = edge
    return units


def _length(piece: str, unit: str) -> int:
    if unit == "code-points":
        return len(piece)
    if unit == "utf-16":
        return len(piece.encode("utf-16-le", "surrogatepass")) // 2
    try:
        return len(piece.encode())
    except UnicodeEncodeError:
        return len(piece.encode(errors="surrogatepass")) - 2 * len(_KEPT_BYTE.findall(piece))
