"""The elements of WordprocessingML (ISO/IEC 29500): what a .docx file has as text."""

from __future__ import annotations

from shamsi.cli.inputs.office.parts import SEPARATOR, Attributes, Paragraph, PartReader

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # strict
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACE = f"http://www.w3.org/XML/1998/namespace{SEPARATOR}space"
_ELEMENTS = {  # in a run; an optional hyphen is no letter
    "tab": "\t",
    "ptab": "\t",
    "br": " ",
    "cr": " ",
    "noBreakHyphen": "-",
    "sym": "\ufffd",
}
_HIDING = ("del", "moveFrom", "comment")  # what they hold, a reader does not see
_DATED = ("comment", "ins", "del", "moveFrom", "moveTo", "date")
_DATES = ("date", "fullDate")


class Word:
    """Reads the paragraphs of a part; deleted text and comments are hidden paragraphs."""

    def __init__(self) -> None:
        self._hiding: list[bool] = []  # for each element that hides: whether it opened a paragraph
        self._alternatives: list[_Alternatives] = []

    def start(self, reader: PartReader, name: str, attributes: Attributes) -> None:
        """An element begins."""
        space, _, local = name.rpartition(SEPARATOR)
        if space == _COMPATIBILITY:
            self._start_alternative(reader, local)
        if space not in _MAIN:
            return
        if local in _DATED:
            _stamp(reader, attributes)
        if local in _HIDING:
            is_within = reader.paragraph is not None and not reader.paragraph.is_hidden
            self._hiding.append(is_within)
            if is_within:
                reader.open_paragraph(is_hidden=True)
        if local == "p":
            reader.open_paragraph(is_hidden=bool(self._hiding) or self._is_fallback)
        elif local in ("t", "delText") and _in_run(reader):
            reader.open_text(keeps_blanks=attributes.get(_SPACE) == "preserve")
        elif local in _ELEMENTS and _in_run(reader):
            reader.add_element(_ELEMENTS[local])

    def end(self, reader: PartReader, name: str) -> None:
        """An element ends."""
        space, _, local = name.rpartition(SEPARATOR)
        if space == _COMPATIBILITY and local == "AlternateContent" and self._alternatives:
            self._alternatives.pop().pair(reader.paragraphs)
        elif space == _COMPATIBILITY and local == "Fallback" and self._alternatives:
            self._alternatives[-1].is_fallback = False
        if space not in _MAIN:
            return
        if local in ("t", "delText"):
            reader.close_text()
        elif local == "p" or (local in _HIDING and self._hiding.pop()):
            reader.close_paragraph()

    @property
    def _is_fallback(self) -> bool:
        return any(one.is_fallback for one in self._alternatives)

    def _start_alternative(self, reader: PartReader, local: str) -> None:
        if local == "AlternateContent":
            self._alternatives.append(_Alternatives(len(reader.paragraphs)))
        elif local == "Fallback" and self._alternatives:
            self._alternatives[-1].middle = len(reader.paragraphs)
            self._alternatives[-1].is_fallback = True


class _Alternatives:
    """The paragraphs of a choice, and those that older programs show instead."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.middle = first
        self.is_fallback = False

    def pair(self, paragraphs: list[Paragraph]) -> None:
        """Let each paragraph for older programs change with the one that says the same."""
        chosen, fallback = paragraphs[self.first : self.middle], paragraphs[self.middle :]
        for one in chosen:
            twin = next((other for other in fallback if other.text == one.text), None)
            if twin and one.text:
                one.twins.append(twin)
                fallback.remove(twin)
                paragraphs.remove(twin)


def _in_run(reader: PartReader) -> bool:
    """Whether the parent is a run: tab stops, too, are called `tab`."""
    space, _, local = (reader.path[-1] if reader.path else "").rpartition(SEPARATOR)
    return space in _MAIN and local == "r"


def _stamp(reader: PartReader, attributes: Attributes) -> None:
    for name, value in attributes.items():
        space, _, local = name.rpartition(SEPARATOR)
        if space in _MAIN and local in _DATES:
            reader.add_stamp(value)


class CoreProperties:
    """Reads the dates of docProps/core.xml: created, modified and printed."""

    _NAMES = ("created", "modified", "lastPrinted")

    def start(self, reader: PartReader, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name.rpartition(SEPARATOR)[2] in self._NAMES:
            reader.open_stamp()

    def end(self, reader: PartReader, name: str) -> None:
        """An element ends."""
