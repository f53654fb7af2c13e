"""The elements of OpenDocument 1.3 (OASIS): what an .odt file has as text."""

from __future__ import annotations

from shamsi.cli.inputs.office.parts import SEPARATOR, Attributes, PartReader

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{_OASIS}text:1.0"
_OFFICE = f"{_OASIS}office:1.0"
_META = f"{_OASIS}meta:1.0"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_COUNT = f"{_TEXT}{SEPARATOR}c"
_MOST_BLANKS = 1000
_PARAGRAPHS = ("p", "h")
_SILENT = ("note-citation", "ruby-text", "script", "bibliography-mark")
_HIDING = ((_OFFICE, "annotation"), (_TEXT, "tracked-changes"))
_STAMPS = ((_DUBLIN, "date"), (_META, "creation-date"), (_META, "print-date"))


class OpenDocument:
    """Reads the paragraphs of a part; deleted text and comments are hidden paragraphs."""

    def __init__(self) -> None:
        self._hiding = 0
        self._silent = 0

    def start(self, reader: PartReader, name: str, attributes: Attributes) -> None:
        """An element begins."""
        space, _, local = name.rpartition(SEPARATOR)
        if (space, local) in _HIDING:
            self._hiding += 1
            reader.close_text()
        if (space, local) in _STAMPS:
            reader.open_stamp()
        if space != _TEXT:
            return
        if local in _PARAGRAPHS:
            reader.open_paragraph(is_hidden=bool(self._hiding))
            reader.open_text(keeps_blanks=True)
        elif local in _SILENT:
            self._silent += 1
            reader.close_text()
        elif not self._silent and reader.paragraph is not None:
            self._start_element(reader, local, attributes)

    def _start_element(self, reader: PartReader, local: str, attributes: Attributes) -> None:
        if local == "s":
            count = attributes.get(_COUNT, "1")
            number = int(count) if count.isascii() and count.isdigit() else 1
            reader.add_element(" " * min(number, _MOST_BLANKS))
        elif local in ("tab", "line-break"):
            reader.add_element("\t" if local == "tab" else " ")

    def end(self, reader: PartReader, name: str) -> None:
        """An element ends."""
        space, _, local = name.rpartition(SEPARATOR)
        if (space, local) in _HIDING:
            self._hiding -= 1
        if space == _TEXT and local in _PARAGRAPHS:
            reader.close_paragraph()
        if space == _TEXT and local in _SILENT:
            self._silent -= 1
        paragraph = reader.paragraph
        if paragraph and not self._silent and (paragraph.is_hidden or not self._hiding):
            reader.resume_text()
        else:
            reader.close_text()
