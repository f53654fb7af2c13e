"""Paragraphs: the lines of a text, each in the direction of most of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def direction_of(text: str) -> str | None:
    """The direction of most letters of a text, None where it has no letters.

    >>> direction_of("Reuters: نشست در تهران برگزار شد"), direction_of("on 18 مرداد 1404 in Tehran")
    ('rtl', 'ltr')
    """
    letters = _LETTER.findall(text)
    right = len(_RIGHT_TO_LEFT.findall("".join(letters)))
    return ("rtl" if 2 * right >= len(letters) else "ltr") if letters else None


def lines(text: str) -> Iterator[str]:
    r"""The lines of a text with their ends; the last one may have none.

    >>> list(lines("a\r\n\nb"))
    ['a\r\n', '\n', 'b']
    """
    return (found[0] for found in _LINE.finditer(text))


class Paragraphs:
    """Gathers a text and its HTML piece by piece, and writes a paragraph for each line."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._pieces: list[str] = []
        self._text = ""

    def add(self, text: str, html: str) -> None:
        """The next piece of the line."""
        self._text += text
        self._pieces.append(html)

    def end(self) -> None:
        """The line ends here."""
        if self._pieces:
            direction = direction_of(self._text)
            attribute = f' dir="{direction}"' if direction else ""
            self.written.append(f"<p{attribute}>{''.join(self._pieces)}</p>")
        self._pieces, self._text = [], ""
