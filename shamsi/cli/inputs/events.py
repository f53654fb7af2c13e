"""Reading: the documents of a slice, and whatever kept one from being read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from shamsi.cli.inputs import records
from shamsi.cli.inputs.decoding import (
    decode,
    holds_ascii,
    mark_of,
    named,
    refuse_binary,
    refuse_escaped,
)
from shamsi.cli.inputs.document import Document, Event, Failed
from shamsi.cli.inputs.internal_error import failure
from shamsi.cli.inputs.legacy import READ, legacy_encoding
from shamsi.cli.inputs.packing import Broken, unpacked
from shamsi.cli.inputs.slices import Piece, Slice
from shamsi.cli.inputs.sources import Manner, Source, reason
from shamsi.cli.streams import input_bytes

_HEAD = 1 << 16
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
    except Exception as error:
        yield failure(piece.source.name, error)


def _of_piece(piece: Piece, manner: Manner) -> Iterator[Event]:
    source = piece.source
    if source.kind == "parquet":
        yield from _of_table(piece, manner)
        return
    with _opened(source) as file:
        if source.kind in ("text", "html"):
            yield _whole(source, file.read(), manner)
            return
        manner = _manner_of_records(file, manner)
        if source.kind in _DELIMITERS:
            yield from records.from_rows(source.name, file, manner, _DELIMITERS[source.kind])
        elif manner.encoding and not holds_ascii(manner.encoding):
            if not piece.start:
                why = "JSON Lines must be UTF-8, or of an encoding that holds ASCII"
                told = f"is {named(manner.encoding)}: {why}; convert it with `iconv`"
                yield Failed(source.name, told)
        else:
            if piece.start:
                file.seek(piece.start)
            yield from records.from_lines(source.name, file, manner, line=piece.line, stop=piece.stop)


def _manner_of_records(file: io.BufferedReader, manner: Manner) -> Manner:
    """How a file of records is read, by its head; a byte order mark is taken off.

    Raises Unreadable where the head is not text.
    """
    head = file.peek(_HEAD)
    mark = mark_of(head)
    if mark:
        file.read(len(mark.signs))
        return replace(manner, encoding=mark.encoding)
    if manner.encoding:
        if holds_ascii(manner.encoding):
            refuse_binary(head)
        return manner
    refuse_binary(head)
    return replace(manner, legacy=legacy_encoding(head) == READ)


def _opened(source: Source) -> AbstractContextManager[io.BufferedReader]:
    return nullcontext(input_bytes()) if source.path == "-" else unpacked(source.path)


def _of_table(piece: Piece, manner: Manner) -> Iterator[Event]:
    if piece.source.path == "-" or piece.source.packed:
        yield Failed(piece.source.name, "Parquet is read from files that are not packed, not from standard input")
        return
    from shamsi.cli.inputs.parquet_rows import from_row_group

    yield from from_row_group(piece.source.name, piece.source.path, piece.start, manner, row=piece.line)


def _whole(source: Source, data: bytes, manner: Manner) -> Event:
    if source.kind == "html":
        return _page(source, data, manner)
    text, encoding, remark = decode(data, manner.encoding)
    refuse_escaped(text)
    return Document(source.name, text, encoding=encoding, remark=remark)


def _page(source: Source, data: bytes, manner: Manner) -> Event:
    from shamsi.cli.inputs.pages import declared_encoding, text_of

    declared = None if manner.encoding else declared_encoding(data)
    if declared and not _is_declarable(declared):
        why = f"declares {declared!r}, which is not an encoding of pages: pass --encoding"
        return Failed(source.name, why)
    if declared and named(declared).startswith("UTF"):  # in ASCII it can only be UTF-8, says HTML
        declared = None
    page, encoding, remark = decode(data, manner.encoding, declared)
    text, spans = text_of(page)
    return Document(source.name, text, encoding=encoding, remark=remark, page=page, spans=spans)


def _is_declarable(encoding: str) -> bool:
    """Whether a page may say in ASCII that it is in an encoding: one that holds ASCII, or a slip for UTF-8."""
    try:
        return named(encoding).startswith(("UTF-16", "UTF-32")) or holds_ascii(encoding)
    except LookupError:
        return False
