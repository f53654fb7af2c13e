"""Bodies: how a file holds its text, and how edits of the text get back into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from shamsi.cli.inputs.spans import Spans
from shamsi.lang.sentences import Sentence
from shamsi.text.rewrite.edits import Edit, apart, edited

_ARABIC_LETTERS = {ord("ی"): "ي", ord("ک"): "ك"}


class Refused(NamedTuple):
    """An edit of a document's text that cannot be made, and why."""

    edit: Edit
    why: Sentence


class Placed(NamedTuple):
    """Edits of a document as edits of the source, and those that cannot be made."""

    edits: list[Edit]
    refused: list[Refused]


class Body(Protocol):
    """The content of a file that holds one or more documents.

    `parts` is how many documents it holds, and `is_binary` whether it can only be written to a
    file. `source` is what a diff shows.
    """

    @property
    def parts(self) -> int:
        """How many documents it holds."""
        ...

    @property
    def is_binary(self) -> bool:
        """Whether it is no text, so that it is written to files only."""
        ...

    @property
    def source(self) -> str:
        """The content as text."""
        ...

    def placed(self, part: int, edits: Iterable[Edit]) -> Placed:
        """Edits of the text of a document as edits of the source."""
        ...

    def written(self, edits: Sequence[Edit]) -> bytes:
        """The content with edits of the source made.

        Raises UnicodeEncodeError where its encoding lacks a letter.
        """
        ...


@runtime_checkable
class DatedBody(Protocol):
    """A body with dates among its metadata."""

    def blur(self, keep: str) -> int:
        """Make them coarser in what is written; return how many were. `keep` as in `redact`."""
        ...


class TextBody:
    """A plain text, in an encoding."""

    parts = 1
    is_binary = False

    def __init__(self, source: str, encoding: str) -> None:
        self.source: str = source
        self.encoding: str = encoding

    def placed(self, part: int, edits: Iterable[Edit]) -> Placed:
        """The edits, in letters that the encoding has."""
        return Placed([in_encoding(edit, self.encoding) for edit in apart(edits)], [])

    def written(self, edits: Sequence[Edit]) -> bytes:
        """The text with edits made; bytes that were kept as they are come out so.

        >>> TextBody("18 مرداد", "cp1256").written([Edit(0, 2, "19")]).decode("cp1256")
        '19 مرداد'
        """
        return edited(self.source, edits).encode(self.encoding, "surrogateescape")


class PageBody(TextBody):
    """A web page; `spans` map the text to it."""

    def __init__(self, page: str, text: str, spans: Spans, encoding: str) -> None:
        super().__init__(page, encoding)
        self._text = text
        self._spans = spans

    def placed(self, part: int, edits: Iterable[Edit]) -> Placed:
        """The edits in the page; one that would remove markup or references is refused."""
        made: list[Edit] = []
        refused: list[Refused] = []
        for edit in apart(edits):
            if edit.start == edit.end:
                at = self._spans.end(edit.end) if edit.end else self._spans.start(0)
                made.append(in_encoding(Edit(at, at, edit.text), self.encoding))
                continue
            start, end = self._spans.start(edit.start), self._spans.end(edit.end)
            if self.source[start:end] == self._text[edit.start : edit.end]:
                made.append(in_encoding(Edit(start, end, edit.text), self.encoding))
            else:
                why = Sentence("has markup or references in it; left as it is")
                refused.append(Refused(edit, why))
        return Placed(made, refused)


def in_encoding(edit: Edit, encoding: str) -> Edit:
    """The edit in letters that the encoding has: older encodings lack Persian yeh and kaf."""
    try:
        edit.text.encode(encoding)
    except UnicodeEncodeError:
        return edit._replace(text=edit.text.translate(_ARABIC_LETTERS))
    return edit
