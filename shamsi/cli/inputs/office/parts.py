"""Parts: XML documents of a file, read into paragraphs that know where each letter stands."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from shamsi.cli.inputs.archives import damaged
from shamsi.lang.sentences import Sentence

_BLANKS = {ord(blank): " " for blank in "\t\r\n"}
_DEEPEST = 1000  # nested elements
SEPARATOR = " "  # between a namespace and a name

Attributes = dict[str, str]


@dataclass(slots=True)
class Node:
    """An element that holds text: where its start tag ends, and whether its blanks are kept."""

    tag_end: int
    keeps_blanks: bool


@dataclass(slots=True)
class Piece:
    """Text that comes from `start` to `end` of the source.

    It is copied if each letter is one of the source; otherwise it stands for all of it. Without a
    `node` it is an element, such as a tab.
    """

    text: str
    start: int
    end: int
    node: Node | None = None

    @property
    def is_copied(self) -> bool:
        """Whether each letter of the text is one of the source."""
        return self.node is not None and len(self.text) == self.end - self.start


@dataclass(slots=True)
class Paragraph:
    """The pieces of a paragraph; `is_hidden` if it is not part of what a reader sees.

    `twins` are paragraphs that say the same to older programs, and change with it.
    """

    pieces: list[Piece] = field(default_factory=list[Piece])
    is_hidden: bool = False
    twins: list[Paragraph] = field(default_factory=list["Paragraph"])

    @property
    def text(self) -> str:
        """The text of all pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Stamp:
    """A date among the metadata: the place of its text in the source."""

    start: int
    end: int
    text: str


class Walker(Protocol):
    """What the elements of a kind of document mean."""

    def start(self, reader: PartReader, name: str, attributes: Attributes) -> None:
        """An element begins."""
        ...

    def end(self, reader: PartReader, name: str) -> None:
        """An element ends."""
        ...


class PartReader:
    """Reads one part; the walker says what is text."""

    def __init__(self, data: bytes, walker: Walker) -> None:
        """Read all of it; Unreadable if it is not well-formed or declares entities."""
        self.source, self.encoding = decoded(data)
        self.paragraphs: list[Paragraph] = []
        self.stamps: list[Stamp] = []
        self.node: Node | None = None  # while text is read
        self.path: list[str] = []
        self._walker = walker
        self._open: list[Paragraph] = []
        self._bytes = self.source.encode()
        self._seen = (0, 0)  # bytes and code points
        self._chunk: tuple[str, int, Node] | None = None
        self._element: Piece | None = None
        self._stamp: tuple[int, str] | None = None
        self._parser = expat.ParserCreate("utf-8", SEPARATOR)
        self._parse()

    def open_paragraph(self, *, is_hidden: bool = False) -> None:
        """Begin a paragraph, perhaps within another."""
        self._open.append(Paragraph(is_hidden=is_hidden))

    def close_paragraph(self) -> None:
        """End the innermost paragraph."""
        if self._open:
            self.paragraphs.append(self._open.pop())

    @property
    def paragraph(self) -> Paragraph | None:
        """The innermost paragraph."""
        return self._open[-1] if self._open else None

    def add_element(self, text: str) -> None:
        """Let the element that begins here stand for a text, up to its end."""
        if self.paragraph and text:
            end = self.tag_end()
            self._element = Piece(text, self.at(), end if self.source[end - 2] == "/" else 0)

    def open_text(self, *, keeps_blanks: bool) -> None:
        """Read the characters from here on as text of the paragraph."""
        self.node = Node(self.tag_end(), keeps_blanks)

    def resume_text(self) -> None:
        """Read the characters behind the tag that ends here as text of the paragraph."""
        self.node = Node(self.tag_end(), keeps_blanks=True)

    def close_text(self) -> None:
        """Stop reading characters."""
        self.node = None

    def open_stamp(self) -> None:
        """Read the characters from here on as a date of the metadata."""
        self._stamp = (self.tag_end(), "")

    def add_stamp(self, value: str) -> None:
        """Note an attribute of the element that begins here as a date of the metadata."""
        start, end = self.at(), self.tag_end()
        found = self.source.find(value, start, end)
        if value and found >= 0:
            self.stamps.append(Stamp(found, found + len(value), value))

    def tag_end(self) -> int:
        """Where the tag that begins here ends; attribute values may hold `>`."""
        at, quote = self.at(), ""
        while at < len(self.source):
            char = self.source[at]
            if quote:
                quote = "" if char == quote else quote
            elif char in "\"'":
                quote = char
            elif char == ">":
                return at + 1
            at += 1
        return at

    def at(self) -> int:
        """The code point of the source at which the parser is."""
        index = self._parser.CurrentByteIndex
        known, points = self._seen
        points += len(self._bytes[known:index].decode())
        self._seen = (index, points)
        return points

    def _parse(self) -> None:
        parser = self._parser
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse
        for name in ("CommentHandler", "ProcessingInstructionHandler"):
            setattr(parser, name, self._pass)
        parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = self._flush
        try:
            parser.Parse(self._bytes, True)  # noqa: FBT003 - the last piece, as expat has it
        except expat.ExpatError as error:
            raise damaged(f"{error}") from error

    def _pass(self, *_: object) -> None:
        self._flush()

    def _start(self, name: str, attributes: Attributes) -> None:
        self._flush()
        if len(self.path) >= _DEEPEST:
            raise damaged(Sentence("nested too deeply"))
        self._walker.start(self, name, attributes)
        self.path.append(name)

    def _end(self, name: str) -> None:
        self._flush()
        self.path.pop()
        if self._element and self.paragraph:
            piece, self._element = self._element, None
            piece.end = piece.end or self.tag_end()
            self.paragraph.pieces.append(piece)
        if self._stamp:
            (start, text), self._stamp = self._stamp, None
            if text:
                self.stamps.append(Stamp(start, self.at(), text))
        self._walker.end(self, name)

    def _characters(self, text: str) -> None:
        self._flush()
        if self._stamp:
            self._stamp = (self._stamp[0], self._stamp[1] + text)
        if self.node and self.paragraph is not None:
            self._chunk = (text, self.at(), self.node)

    def _flush(self) -> None:
        """Add the characters before this place; only now it is known where they end."""
        if self._chunk and self._open:
            text, start, node = self._chunk
            self._chunk = None
            self._open[-1].pieces.append(Piece(text.translate(_BLANKS), start, self.at(), node))


def _refuse(*_: object) -> None:
    raise damaged(Sentence("it declares a document type"))


def decoded(data: bytes) -> tuple[str, str]:
    """A part as text, and its encoding: UTF-8, or UTF-16 by its mark.

    Unreadable for another.
    """
    encoding = "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise damaged(f"{error}") from error
