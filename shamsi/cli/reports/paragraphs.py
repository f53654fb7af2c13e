"""Paragraphs: the lines of a text, each in the direction of most of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Where a line must end: UAX #14, classes BK, CR, LF and NL.
_LINE_END = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")


def direction_of(text: str) -> str | None:
    """The direction of most letters of a text; None if it has no letters.

    A text that begins from the right needs only a quarter of them: a header with English dates.

    >>> direction_of("Reuters: نشست در تهران برگزار شد"), direction_of("on 18 مرداد 1404 in Tehran")
    ('rtl', 'ltr')
    """
    letters = _LETTER.findall(text)
    if not letters:
        return None
    right = len(_RIGHT_TO_LEFT.findall("".join(letters)))
    enough = 4 if _RIGHT_TO_LEFT.match(letters[0]) else 2
    return "rtl" if enough * right >= len(letters) else "ltr"


def lines(text: str) -> Iterator[tuple[str, bool]]:
    r"""The lines of a text, each with whether it has an end; the last one may have none.

    >>> list(lines("a\r\n\nb\u2028c"))
    [('a', True), ('', True), ('b', True), ('c', False)]
    """
    at = 0
    for end in _LINE_END.finditer(text):
        yield text[at : end.start()], True
        at = end.end()
    if at < len(text):
        yield text[at:], False


def plain_ends(text: str) -> str:
    r"""A text, each end of a line as "\n".

    >>> plain_ends("a\r\n\nb\u2028c")
    'a\n\nb\nc'
    """
    return _LINE_END.sub("\n", text)


class Paragraphs:
    """Gathers a text and its HTML piece by piece, and writes a paragraph for each line."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._pieces: list[str] = []
        self._cards: list[str] = []
        self._langs: list[str] = []
        self._text = ""

    def add(self, text: str, html: str) -> None:
        """Add a piece of the line, without its end."""
        self._text += text
        if html:
            self._pieces.append(html)

    def add_lang(self, lang: str | None) -> None:
        """Note the language of a date of this line."""
        self._langs += [lang] if lang else []

    def add_cards(self, cards: Iterable[str]) -> None:
        """Let findings stand beside the paragraph of this line."""
        self._cards += cards

    def end(self, after: str = "") -> None:
        """End the line; `after` follows its paragraph."""
        if self._pieces or after:
            direction = direction_of(self._text)
            attribute = f' dir="{direction}"' if direction else ""
            if self._langs:
                attribute += f' lang="{max(self._langs, key=self._langs.count)}"'
            elif direction == "ltr":
                attribute += ' lang="en"'
            paragraph = f"<p{attribute}>{''.join(self._pieces)}</p>"
            if self._cards:
                cards = f'<ol class="findings">\n{"".join(self._cards)}</ol>'
                paragraph = f'<div class="row">{paragraph}{cards}</div>'
            self.written.append(paragraph + after)
        self._pieces, self._cards, self._langs, self._text = [], [], [], ""
