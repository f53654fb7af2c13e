"""Reading: the documents of a slice, and whatever kept one from being read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from shamsi.cli.inputs import records
from shamsi.cli.inputs.decoding import decoded, holds_ascii
from shamsi.cli.inputs.document import Document, Event, Failed
from shamsi.cli.inputs.packing import Broken, unpacked
from shamsi.cli.inputs.slices import Piece, Slice
from shamsi.cli.inputs.sources import Manner, Source, reason

_DELIMITERS = {"csv": ",", "tsv": "\t"}


def events(piece: Slice, manner: Manner) -> Iterator[Event]:
    """Every document of a slice in order, as what became of it. Never raises for what an input is."""
    for part in piece.parts:
        if isinstance(part, Piece):
            yield from _told(part, manner)
        else:
            yield part


def _told(piece: Piece, manner: Manner) -> Iterator[Event]:
    """A piece's documents; where the file breaks off, those before it come first, then the failure."""
    last = None
    try:
        for event in _of_piece(piece, manner):
            last = event
            yield event
    except OSError as error:
        after = f" after {last.name}" if isinstance(error, Broken) and last else ""
        yield Failed(piece.source.name, reason(error) + after)


def _of_piece(piece: Piece, manner: Manner) -> Iterator[Event]:
    source = piece.source
    if source.kind == "parquet":
        yield from _of_table(piece, manner)
        return
    if source.kind == "jsonl" and manner.encoding and not holds_ascii(manner.encoding):
        yield Failed(source.name, f"JSON Lines are UTF-8, or of an encoding that holds ASCII, not {manner.encoding}")
        return
    with _opened(source) as file:
        if piece.start:
            file.seek(piece.start)
        if source.kind == "jsonl":
            yield from records.from_lines(source.name, file, manner, line=piece.line, stop=piece.stop)
        elif source.kind in _DELIMITERS:
            yield from records.from_rows(source.name, file, manner, _DELIMITERS[source.kind])
        else:
            yield _whole(source, file.read(), manner)


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source.path == "-" else unpacked(source.path)


def _of_table(piece: Piece, manner: Manner) -> Iterator[Event]:
    if piece.source.path == "-" or piece.source.packed:
        yield Failed(piece.source.name, "Parquet is read from files that are not packed, not from standard input")
        return
    from shamsi.cli.inputs.tables import from_row_group

    yield from from_row_group(piece.source.name, piece.source.path, piece.start, manner, row=piece.line)


def _whole(source: Source, data: bytes, manner: Manner) -> Event:
    if source.kind == "html":
        return _page(source, data, manner)
    text, remark = decoded(data, manner.encoding or "utf-8")
    return Document(source.name, text, remark=remark)


def _page(source: Source, data: bytes, manner: Manner) -> Event:
    from shamsi.cli.inputs.pages import declared_encoding, text_of

    encoding = manner.encoding or declared_encoding(data) or "utf-8"
    try:
        page, remark = decoded(data, encoding)
    except LookupError:
        return Failed(source.name, f"declares an unknown encoding {encoding!r}; --encoding says which it is")
    text, spans = text_of(page)
    return Document(source.name, text, remark=remark, page=page, spans=spans)
