"""Events: the documents of a slice as they are read, and why others could not be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace

from shamsi.cli.inputs import json_records, record_bodies, records, subtitles
from shamsi.cli.inputs.decoding import (
    decode,
    holds_ascii,
    mark_of,
    named,
    refuse_binary,
    refuse_escaped,
)
from shamsi.cli.inputs.document import Document, Event, Failed
from shamsi.cli.inputs.internal_error import internal_error
from shamsi.cli.inputs.legacy import READ, legacy_encoding
from shamsi.cli.inputs.office.files import KINDS as OFFICE_KINDS
from shamsi.cli.inputs.office.files import documents as office_documents
from shamsi.cli.inputs.packing import Broken, unpacked
from shamsi.cli.inputs.slices import Chunk, Slice
from shamsi.cli.inputs.sources import InputOptions, Source, reason
from shamsi.cli.streams import input_bytes
from shamsi.lang.sentences import Sentence

_HEAD = 1 << 16
_DELIMITERS = {"csv": ",", "tsv": "\t"}
_OTHERS = (";", "\t", "|")


def events(portion: Slice, input_options: InputOptions) -> Iterator[Event]:
    """Yield a slice's documents in order: read, skipped or failed. Never raises for bad input."""
    for part in portion.parts:
        if isinstance(part, Chunk):
            yield from _guarded(part, input_options)
        else:
            yield part


def _guarded(chunk: Chunk, input_options: InputOptions) -> Iterator[Event]:
    """The documents of a chunk; if the file breaks off, the failure follows those before it."""
    last = None
    try:
        for event in _of_chunk(chunk, input_options):
            last = event
            yield event
    except OSError as error:
        why = reason(error)
        if isinstance(error, Broken) and last:
            why = Sentence("{why} after {name}", why=why, name=last.name)
        yield Failed(chunk.source.name, why)
    except Exception as error:
        yield internal_error(chunk.source.name, error)


def _of_chunk(chunk: Chunk, input_options: InputOptions) -> Iterator[Event]:
    source = chunk.source
    if source.kind == "parquet":
        yield from _of_table(chunk, input_options)
        return
    with _opened(source) as file:
        if source.kind in OFFICE_KINDS:
            yield from office_documents(
                source.name, file.read(), source.kind, hidden=input_options.hidden
            )
            return
        if source.kind in ("text", "html", "subtitles"):
            yield _whole(source, file.read(), input_options)
            return
        if source.kind in _DELIMITERS:
            usual = input_options.delimiter or _DELIMITERS[source.kind]
            delimiter = _delimiter(file.peek(_HEAD), input_options, usual)
            yield from _noted(_table(source, file, input_options, delimiter), usual, delimiter)
            return
        if source.kind == "json":
            yield from json_records.events(source, file.read(), input_options)
            return
        if input_options.is_rewritten:
            yield from record_bodies.events(source.name, file.read(), input_options)
            return
        input_options = _options_for_records(file, input_options)
        if input_options.encoding and not holds_ascii(input_options.encoding):
            if not chunk.start:
                why = Sentence(
                    "is {encoding}: JSON Lines must be UTF-8, or of an encoding that holds ASCII; "
                    "convert it with `iconv`",
                    encoding=named(input_options.encoding),
                )
                yield Failed(source.name, why)
        else:
            if chunk.start:
                file.seek(chunk.start)
            yield from records.from_lines(
                source.name, file, input_options, line=chunk.line, stop=chunk.stop
            )


def _table(
    source: Source, file: io.BufferedReader, input_options: InputOptions, delimiter: str
) -> Iterator[Event]:
    if input_options.is_rewritten:
        data = file.read()
        yield from record_bodies.table_events(source.name, data, input_options, delimiter)
        return
    input_options = _options_for_records(file, input_options)
    yield from records.from_rows(source.name, file, input_options, delimiter)


def _delimiter(head: bytes, input_options: InputOptions, usual: str) -> str:
    """The delimiter with which the header has the field; the usual one if none has."""
    encoding = input_options.encoding or (mark.encoding if (mark := mark_of(head)) else "utf-8")
    if input_options.delimiter:
        return usual
    text = head.decode(encoding, "replace").lstrip("\ufeff")
    for sign in (usual, *_OTHERS):
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        with suppress(csv.Error):  # reading the file tells it
            if input_options.field in next(rows, ()):
                return sign
    return usual


def _noted(found: Iterator[Event], usual: str, delimiter: str) -> Iterator[Event]:
    """The documents, with a remark if their delimiter was guessed."""
    sign = {"\t": "tab"}.get(delimiter, delimiter)
    remark = Sentence("its columns are taken to be parted by {sign}; see --delimiter", sign=sign)
    for event in found:
        if delimiter != usual and isinstance(event, Document) and event.remark is None:
            event.remark = remark
        yield event


def _options_for_records(file: io.BufferedReader, input_options: InputOptions) -> InputOptions:
    """The options for a file of records, by its head; a byte order mark is skipped.

    Raises Unreadable where the head is not text.
    """
    head = file.peek(_HEAD)
    mark = mark_of(head)
    if mark:
        file.read(len(mark.signs))
        return replace(input_options, encoding=mark.encoding)
    if input_options.encoding:
        if holds_ascii(input_options.encoding):
            refuse_binary(head)
        return input_options
    refuse_binary(head)
    return replace(input_options, legacy=legacy_encoding(head) == READ)


def _opened(source: Source) -> AbstractContextManager[io.BufferedReader]:
    return nullcontext(input_bytes()) if source.path == "-" else unpacked(source.path)


def _of_table(chunk: Chunk, input_options: InputOptions) -> Iterator[Event]:
    if chunk.source.path == "-" or chunk.source.packed:
        yield Failed(
            chunk.source.name,
            Sentence("Parquet is read from files that are not packed, not from standard input"),
        )
        return
    from shamsi.cli.inputs.parquet_rows import from_row_group

    yield from from_row_group(
        chunk.source.name, chunk.source.path, chunk.start, input_options, row=chunk.line
    )


def _whole(source: Source, data: bytes, input_options: InputOptions) -> Event:
    if source.kind == "html":
        return _page(source, data, input_options)
    text, encoding, remark = decode(data, input_options.encoding)
    if source.kind == "subtitles":
        said, spans = subtitles.text_of(text)
        return Document(source.name, said, encoding=encoding, remark=remark, page=text, spans=spans)
    refuse_escaped(text)
    return Document(source.name, text, encoding=encoding, remark=remark)


def _page(source: Source, data: bytes, input_options: InputOptions) -> Event:
    from shamsi.cli.inputs.pages import declared_encoding, text_of

    declared = None if input_options.encoding else declared_encoding(data)
    if declared and not _is_declarable(declared):
        why = Sentence(
            "declares {encoding}, which is not an encoding of pages: pass --encoding",
            encoding=repr(declared),
        )
        return Failed(source.name, why)
    if declared and named(declared).startswith(
        "UTF"
    ):  # HTML reads such a declaration, which is in ASCII, as UTF-8
        declared = None
    page, encoding, remark = decode(data, input_options.encoding, declared)
    text, spans = text_of(page)
    return Document(source.name, text, encoding=encoding, remark=remark, page=page, spans=spans)


def _is_declarable(encoding: str) -> bool:
    """Whether a page may declare an encoding in ASCII; true of UTF-16, a slip for UTF-8."""
    try:
        return named(encoding).startswith(("UTF-16", "UTF-32")) or holds_ascii(encoding)
    except LookupError:
        return False
