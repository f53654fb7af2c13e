"""Records that are rewritten: CSV and JSON Lines, each text with its place in the file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from shamsi.cli.inputs import records
from shamsi.cli.inputs.bodies import PageBody, Placed, Refused, TextBody, in_encoding
from shamsi.cli.inputs.decoding import Decoded, decode
from shamsi.cli.inputs.document import Document, Event, Failed
from shamsi.cli.inputs.sources import InputOptions
from shamsi.cli.inputs.spans import Spans
from shamsi.lang.sentences import Sentence
from shamsi.text.rewrite.edits import Edit, apart

_BLANKS = re.compile(r"[ \t\n\r]*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LINE_END = re.compile(r"\r\n?|\n")
_DECODER = json.JSONDecoder()
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.DOTALL)


class _Place(NamedTuple):
    """Where the text of a record comes from, and how new text is written there.

    `write` returns None for text that cannot stand there. `quoted` adds quotation marks to edits
    where they need them. `seams` are where the text passes from one string of the file to another.
    """

    spans: Spans
    write: Callable[[str], str | None]
    page: PageBody | None = None
    quoted: Callable[[list[Edit]], list[Edit]] = lambda edits: edits
    seams: tuple[int, ...] = ()


class RecordsBody(TextBody):
    """A file of records; each document is a text of one of them."""

    def __init__(self, source: str, encoding: str) -> None:
        super().__init__(source, encoding)
        self._places: list[_Place] = []

    @property
    def parts(self) -> int:  # type: ignore[override]
        """How many texts it holds."""
        return len(self._places)

    def add(self, document: Document, place: _Place) -> Document:
        """The document with this body."""
        page = None
        if document.page is not None and document.spans is not None:
            page = PageBody(document.page, document.text, document.spans, self.encoding)
        self._places.append(place._replace(page=page))
        document.encoding = self.encoding
        document.move(self, len(self._places) - 1)
        return document

    def placed(self, part: int, edits: Iterable[Edit]) -> Placed:
        """The edits in the file, in the notation of its records."""
        place = self._places[part]
        made, refused = list[Edit](), list[Refused]()
        if place.page:
            edits, refused = place.page.placed(0, edits)
        for edit in apart(edits):
            if any(edit.start < seam < edit.end for seam in place.seams):
                why = Sentence("has markup or references in it; left as it is")
                refused.append(Refused(edit, why))
                continue
            text = place.write(edit.text)
            if text is None:
                refused.append(
                    Refused(edit, Sentence("cannot be written in this cell; left as it is"))
                )
                continue
            start, end = place.spans.start(edit.start), place.spans.end(edit.end)
            made.append(in_encoding(Edit(min(start, end), end, text), self.encoding))
        return Placed(place.quoted(made), refused)


def events(name: str, data: bytes, input_options: InputOptions) -> list[Event]:
    """The documents of JSON Lines, with the body from which they are written.

    Raises Unreadable where the file is not text.
    """
    source = decode(data, input_options.encoding, legacy=input_options.legacy)
    return list(_lines(name, RecordsBody(source.text, source.encoding), source, input_options))


def table_events(
    name: str, data: bytes, input_options: InputOptions, delimiter: str
) -> list[Event]:
    """The documents of a table, with the body from which they are written.

    Raises Unreadable where the file is not text.
    """
    source = decode(data, input_options.encoding, legacy=input_options.legacy)
    body = RecordsBody(source.text, source.encoding)
    return list(_rows(name, body, source, input_options, delimiter))


# ---------------------------------------------------------------- JSON Lines


def _lines(
    name: str, body: RecordsBody, source: Decoded, input_options: InputOptions
) -> Iterator[Event]:
    at = len(source.text) - len(source.text.lstrip("\ufeff"))
    for number, line in enumerate(_LINE.findall(source.text, at), 1):
        if not line.isspace():
            read = list(records.of_line(name, number, line, input_options, source))
            for event, field in by_field(read, input_options):
                if not isinstance(event, Document):
                    yield event
                    continue
                span = member_of(line, 0, field)
                string = (at + span[0], at + span[1]) if span else None
                place = literals_of(source.text, [string]) if string else None
                yield body.add(event, place) if place else _unplaced(event)
        at += len(line)


def by_field(made: Sequence[Event], input_options: InputOptions) -> Iterator[tuple[Event, str]]:
    """What a record gives, each with its field; a failure may stand for the whole record."""
    if len(made) != len(input_options.fields):
        return ((event, input_options.field) for event in made)
    return zip(made, input_options.fields, strict=True)


def _unplaced(document: Document) -> Failed:
    return Failed(document.name, Sentence("its place in the file was not found; left as it is"))


def member_of(text: str, at: int, name: str) -> tuple[int, int] | None:
    """Where a member of the object at a place begins and ends; a dot leads into an object."""
    span = value_of(text, at, name)
    if span or "." not in name:
        return span
    for step in name.split("."):
        span = value_of(text, at, step)
        if not span:
            return None
        at = span[0]
    return span


def value_of(text: str, at: int, name: str) -> tuple[int, int] | None:
    """Where the value of a member of the object at a place begins and ends; the last one counts."""
    at = _skip(text, at)
    if text[at : at + 1] != "{":
        return None
    found = None
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        key, at = _DECODER.raw_decode(text, at)
        start = _skip(text, _skip(text, at) + 1)
        _, end = _DECODER.raw_decode(text, start)
        if key == name:
            found = start, end
        at = _skip(text, end)
        if text[at : at + 1] != ",":
            break
        at = _skip(text, at + 1)
    return found


def _skip(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def literals_of(text: str, strings: Sequence[tuple[int, int]]) -> _Place:
    """The place of a text that strings of JSON make together; ASCII strings stay so."""
    spans, seams, length = Spans(), list[int](), 0
    for start, end in strings:
        seams.append(length)
        length += _add_literal(spans, text, start + 1, end - 1)
    is_ascii = all(text[start:end].isascii() for start, end in strings)
    return _Place(
        spans,
        partial(_in_json, is_ascii=is_ascii),
        seams=tuple(seams[1:]),
    )


def _in_json(new: str, *, is_ascii: bool) -> str:
    return json.dumps(new, ensure_ascii=is_ascii)[1:-1]


def _doubled(new: str) -> str:
    return new.replace('"', '""')


def _add_literal(spans: Spans, text: str, at: int, end: int) -> int:
    """Add what stands between the marks of a string; return its length."""
    length = 0
    for escape in _ESCAPE.finditer(text, at, end):
        if escape.start() > at:
            spans.add(escape.start() - at, at, escape.start() - at)
        spans.add(1, escape.start(), escape.end() - escape.start())
        length += escape.start() - at + 1
        at = escape.end()
    if at < end:
        spans.add(end - at, at, end - at)
    return length + max(end - at, 0)


# ---------------------------------------------------------------- CSV


class _Cell(NamedTuple):
    """A cell: what it says, where it begins and ends, and whether it is in quotation marks."""

    text: str
    start: int
    end: int
    is_quoted: bool


def _rows(
    name: str, body: RecordsBody, source: Decoded, input_options: InputOptions, delimiter: str
) -> Iterator[Event]:
    start = len(source.text) - len(source.text.lstrip("\ufeff"))
    rows = list(_cells(source.text, start, delimiter))
    read = csv.reader(io.StringIO(source.text[start:], newline=""), delimiter=delimiter)
    if [[cell.text for cell in row] for row in rows] != [row or [""] for row in read]:
        yield Failed(
            name,
            Sentence("CSV with quotation marks of its own kind: save it anew from a spreadsheet"),
        )
        return
    columns = [cell.text for cell in rows[0]] if rows else []
    for wanted in input_options.columns:
        if rows and wanted not in columns:
            yield Failed(name, records.missing(wanted, columns))
            return
    for row in rows[1:]:
        if [cell.text for cell in row] == [""]:
            continue
        number = 1 + len(_LINE_END.findall(source.text, start, row[0].start))
        record = dict(zip(columns, [cell.text for cell in row], strict=False))
        made = list(records.of_record(name, number, record, input_options, source))
        for event, field in by_field(made, input_options):
            if isinstance(event, Document):
                cell = row[columns.index(field)]
                yield body.add(event, _cell_place(source.text, cell, delimiter))
            else:
                yield event


def _cells(text: str, at: int, delimiter: str) -> Iterator[list[_Cell]]:
    """The rows of a table with the places of their cells, in the notation of RFC 4180."""
    sign = re.escape(delimiter)
    cell = re.compile(f'("(?:[^"]|"")*")(?={sign}|[\\r\\n]|\\Z)|[^{sign}\\r\\n]*')
    row: list[_Cell] = []
    while at < len(text) or row:
        found = cell.match(text, at)
        assert found  # an empty cell, at least
        said = found[1][1:-1].replace('""', '"') if found[1] else found[0]
        row.append(_Cell(said, found.start(), found.end(), bool(found[1])))
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        ended = _LINE_END.match(text, at)
        at = ended.end() if ended else at
        yield row
        row = []


def _cell_place(source: str, cell: _Cell, delimiter: str) -> _Place:
    spans = Spans()
    if not cell.is_quoted:
        spans.add(cell.end - cell.start, cell.start, cell.end - cell.start)
        special = {delimiter, '"', "\n", "\r"}

        def quoted(edits: list[Edit]) -> list[Edit]:
            if special.isdisjoint("".join(edit.text for edit in edits)):
                return edits
            return _in_marks(edits, cell)

        holds_marks = '"' in cell.text

        def write(new: str) -> str | None:
            return None if holds_marks and not special.isdisjoint(new) else _doubled(new)

        return _Place(
            spans,
            write,
            quoted=quoted,
        )
    at = cell.start + 1
    for pair in re.finditer('""', source[at : cell.end - 1]):
        first = cell.start + 1 + pair.start()
        if first > at:
            spans.add(first - at, at, first - at)
        spans.add(1, first, 2)
        at = first + 2
    if at < cell.end - 1:
        spans.add(cell.end - 1 - at, at, cell.end - 1 - at)
    return _Place(spans, _doubled)


def _in_marks(edits: list[Edit], cell: _Cell) -> list[Edit]:
    """Edits of a cell that put quotation marks around it, too."""
    first, last = edits[0], edits[-1]
    made = list(edits)
    if last.end == cell.end:
        made[-1] = last._replace(text=f'{last.text}"')
    else:
        made.append(Edit(cell.end, cell.end, '"'))
    if first.start == cell.start:
        made[0] = made[0]._replace(text=f'"{made[0].text}')
    else:
        made.insert(0, Edit(cell.start, cell.start, '"'))
    return made
