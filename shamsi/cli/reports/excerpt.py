"""Excerpts: marked spans of a text with a few words around them, never a whole long line."""

import re

from shamsi.cli.escaping import clean, shorten

_CONTEXT = 30
_QUOTED = 120
_BREAK = re.compile(r"[\r\n]")
_BLANK = re.compile(r"\s")


def excerpt(text: str, spans: list[tuple[int, int]]) -> str:
    """The spans between ⟦ and ⟧ with up to 30 characters of their line on each side, whole words.

    >>> excerpt("he came on 18 Mordad 1404 to Minsk", [(11, 25)])
    'he came on ⟦18 Mordad 1404⟧ to Minsk'
    """
    merged = _merged(spans)
    at = merged[0][0]
    pieces = [_before(text, at)]
    for start, end in merged:
        pieces += (shorten(text[at:start], _QUOTED), "⟦", shorten(text[start:end], _QUOTED), "⟧")
        at = end
    pieces.append(_after(text, at))
    return clean("".join(pieces))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order; those that overlap are merged."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _before(text: str, end: int) -> str:
    start = max(0, end - _CONTEXT - 1)
    window = text[start:end]
    line = _BREAK.split(window)[-1]
    if start == 0 or len(line) < len(window):
        return line.lstrip()
    words = _BLANK.split(line, maxsplit=1)
    return f"… {words[-1] if len(words) == 2 else line[1:]}"


def _after(text: str, start: int) -> str:
    end = start + _CONTEXT + 1
    window = text[start:end]
    line = _BREAK.split(window, maxsplit=1)[0]
    if end >= len(text) or len(line) < len(window):
        return line.rstrip()
    words = _BLANK.split(line[::-1], maxsplit=1)
    return f"{words[-1][::-1] if len(words) == 2 else line[:-1]} …"
