"""Records: one document per line of JSON or row of CSV; others are failures with their place."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.decoding import Decoded, decode, holds_ascii, named
from shamsi.cli.inputs.document import Document, Event, Failed, Skipped, Unreadable
from shamsi.cli.inputs.sources import InputOptions
from shamsi.lang.sentences import Sentence

NO_TEXT = Sentence("without text")
_NOT_TEXT = Sentence("not text, or of another encoding")
_LISTED = 10  # failures of one group that are listed by name
_KINDS: dict[type, str] = {
    dict: Sentence("an object"),
    list: Sentence("a list"),
    str: Sentence("text"),
    bool: Sentence("true or false"),
    int: Sentence("a number"),
    float: Sentence("a number"),
}
_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|span|a|b|i|strong|em|li|ul|h[1-6])\b[^<>]{0,200}>|&[a-z]{2,8};"
)
_SOLAR_YEARS = 1600  # up to here a year of ISO 8601 is taken for Solar
_BYTES = "latin-1"  # a character for each byte, so that rows can be split before they are decoded


def from_lines(
    name: str,
    file: BinaryIO,
    input_options: InputOptions,
    *,
    line: int = 1,
    stop: int | None = None,
) -> Iterator[Event]:
    """The documents of JSON Lines from the current position to byte `stop`.

    `line` is the number of the first line. Empty lines are ignored.
    """
    at = file.tell() if stop is not None else 0
    for number, data in enumerate(file, line):
        at += len(data)
        if not data.isspace():
            yield from _of_line(name, number, data, input_options)
        if stop is not None and at >= stop:
            return


def _of_line(name: str, number: int, data: bytes, input_options: InputOptions) -> Iterator[Event]:
    try:
        source = decode(data.rstrip(b"\r\n"), input_options.encoding, legacy=input_options.legacy)
    except Unreadable as error:
        yield Failed(f"{name}#{number}", error.why, f"{name}: {_NOT_TEXT}", _LISTED)
        return
    yield from of_line(name, number, source.text, input_options, source)


def of_line(
    name: str, number: int, line: str, input_options: InputOptions, source: Decoded
) -> Iterator[Event]:
    """The documents of a line of JSON; encoding and remark are those of its source."""
    place = f"{name}#{number}"
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield Failed(place, _why(error), f"{name}: not valid JSON", _LISTED)
        return
    if not isinstance(value, dict):
        yield not_an_object(name, number, value)
        return
    yield from of_record(name, number, cast("dict[str, object]", value), input_options, source)


def _why(error: Exception) -> Sentence:
    """Why a line is not JSON that can be read."""
    if isinstance(error, json.JSONDecodeError):
        message = error.msg.removesuffix(" starting at")
        return Sentence(
            "not valid JSON: {error} at column {n}",
            error=f"{message[0].lower()}{message[1:]}",
            n=error.colno,
        )
    if isinstance(error, RecursionError):
        return Sentence("JSON that cannot be read: nested too deeply")
    return Sentence("JSON that cannot be read: {error}", error=f"{error}")  # too many digits


def not_an_object(name: str, number: int, value: object) -> Failed:
    """The failure of a record that is another value."""
    why = Sentence("must be a JSON object, got {kind}", kind=_kind(value))
    return Failed(f"{name}#{number}", why, f"{name}: not a JSON object", _LISTED)


def of_record(
    name: str,
    number: int,
    record: Mapping[str, object],
    input_options: InputOptions,
    source: Decoded | None = None,
) -> Iterator[Event]:
    """The documents of a record: its texts, and its id if `input_options` names a field for it.

    A dot leads into an object where no field has the whole name. Null is skipped; a missing field,
    or one of another type, is a failure that lists the fields found. Of several fields of text, one
    must be there; the others are skipped.
    """
    fields = input_options.fields
    lacking = {field for field in fields if not _has(record, field)}
    for field in fields:
        if field in lacking and len(lacking) < len(fields):
            yield Skipped(f"{name}#{number}", NO_TEXT)
        else:
            yield _of_field(name, number, record, field, input_options, source=source)


def _has(record: Mapping[str, object], field: str) -> bool:
    try:
        member(record, field)
    except KeyError:
        return False
    return True


def _of_field(
    name: str,
    number: int,
    record: Mapping[str, object],
    field: str,
    input_options: InputOptions,
    *,
    source: Decoded | None,
) -> Event:
    """The document of one field."""
    place = f"{name}#{number}"
    encoding, remark = source[1:] if source else ("utf-8", None)
    try:
        text = member(record, field)
        key = number if input_options.id is None else member(record, input_options.id)
    except KeyError as error:
        lacking: str = error.args[0]
        return Failed(place, missing(lacking, record), f"{name}: no field {lacking!r}")
    if text is None or text == "":
        return Skipped(place, NO_TEXT)
    if not isinstance(text, str):
        return _mistyped(
            place, name, Sentence("field {field} must be text", field=repr(field)), text
        )
    if isinstance(key, bool) or not isinstance(key, str | int):
        wanted = Sentence(
            "field {field} must be text or a whole number", field=repr(input_options.id)
        )
        return _mistyped(place, name, wanted, key)
    document = _document(name, text, input_options)
    document.key = f"{key}:{field}" if input_options.more_fields else f"{key}"
    document.encoding, document.remark = encoding, remark
    if input_options.reference_field is not None:
        _refer(document, record, input_options.reference_field)
    return document


def _mistyped(place: str, name: str, wanted: Sentence, value: object) -> Failed:
    why = Sentence("{wanted}, got {kind}", wanted=wanted, kind=_kind(value))
    return Failed(place, why, Sentence("{name}: {what}", name=name, what=wanted))


def _document(name: str, text: str, input_options: InputOptions) -> Document:
    """The text of a field as a document; of HTML, what a reader sees."""
    if input_options.field_format != "html":
        if _LIKE_HTML.search(text):
            return Document(name, text, advice=Sentence("looks like HTML: try --field-format html"))
        return Document(name, text)
    from shamsi.cli.inputs.pages import text_of

    shown, spans = text_of(text)
    return Document(name, shown, page=text, spans=spans)


def _refer(document: Document, record: Mapping[str, object], field: str) -> None:
    """Take the day on which a text was written from a field of its record."""
    try:
        value = member(record, field)
    except KeyError:
        value = None
    document.reference = day_of(value)
    if document.reference is None and document.advice is None:
        document.advice = Sentence("no reference: field {field} has no date", field=repr(field))


def day_of(value: object) -> dt.date | None:
    """The day that a field says: a date, ISO 8601, or a Solar date as `Date.parse` reads it."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    try:
        day = dt.datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return _solar(value)
    # A year that is too early for a record is a Solar one.
    return day if day.year > _SOLAR_YEARS else _solar(value.strip().partition("T")[0])


def _solar(text: str) -> dt.date | None:
    """The day of a Solar date; None if it is no such date."""
    from shamsi.values.date import Date

    try:
        return Date.parse(text).gregorian
    except ValueError:
        return None


def member(record: Mapping[str, object], name: str) -> object:
    """The value of a field; a dot leads into an object where no field has the whole name.

    Raises KeyError.

    >>> member({"a": {"b": 1}}, "a.b")
    1
    """
    if name in record:
        return record[name]
    value: Any = record
    for step in name.split("."):
        if not isinstance(value, dict) or step not in value:
            raise KeyError(name)
        value = cast("dict[str, object]", value)[step]
    return value


def _kind(value: object) -> str:
    if value is None:
        return "null"
    for kind, name in _KINDS.items():
        if isinstance(value, kind):
            return name
    return type(value).__name__


def missing(field: str, names: Collection[str]) -> Sentence:
    """The message about a field that is not among the names found."""
    shown = (", ".join(list(names)[:8]) or "none") + (", …" if len(names) > 8 else "")
    return Sentence(
        "no field {field} (found: {names}); choose the text field with --field "
        "and the id field with --id",
        field=repr(field),
        names=shown,
    )


def from_rows(
    name: str, file: BinaryIO, input_options: InputOptions, delimiter: str
) -> Iterator[Event]:
    """The documents of CSV with a header; the number of a row is the line on which it begins.

    Without an encoding each row is read as UTF-8, or as cp1256 where its words show that.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = _Cells(input_options)
    lines = io.TextIOWrapper(file, reader.encoding, newline="")
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    try:
        header = next(rows, None)
        if header is None:
            return
        columns = [cell.text for cell in map(reader.read, header)]
        lacking = next((one for one in input_options.columns if one not in columns), None)
        if lacking is not None:
            yield Failed(name, missing(lacking, columns))
            return
        number = rows.line_num + 1
        for row in rows:
            if row:
                yield from reader.events(name, number, dict(zip(columns, row, strict=False)))
            number = rows.line_num + 1
    except csv.Error as error:
        yield Failed(f"{name}#{number}", Sentence("not valid CSV: {error}", error=f"{error}"))
    except Unreadable as error:
        yield Failed(f"{name}#{number}", error.why)
    except UnicodeError as error:
        why = Sentence(
            "not valid {encoding}, nor what follows: {error}",
            encoding=named(reader.encoding),
            error=f"{error}",
        )
        yield Failed(f"{name}#{number}", why)
    finally:
        lines.detach()


class _Cells:
    """Cells as text; in an encoding that holds ASCII, decoded one by one after rows are split."""

    def __init__(self, input_options: InputOptions) -> None:
        self._input_options = input_options
        self._whole = input_options.encoding is not None and not holds_ascii(input_options.encoding)
        self.encoding: str = str(input_options.encoding) if self._whole else _BYTES

    def events(self, name: str, number: int, cells: dict[str, str]) -> Iterator[Event]:
        """The documents of a row; only the cells that are needed are decoded."""
        record: dict[str, object] = dict(cells)
        source = None
        try:
            for column in cells.keys() & self._input_options.columns:
                cell = self.read(cells[column])
                record[column] = cell.text
                source = cell if column == self._input_options.field else source
        except Unreadable as error:
            yield Failed(f"{name}#{number}", error.why, f"{name}: {_NOT_TEXT}", _LISTED)
            return
        yield from of_record(name, number, record, self._input_options, source)

    def read(self, cell: str) -> Decoded:
        """The text of a cell."""
        if self._whole:
            return Decoded(cell, self.encoding)
        return decode(
            cell.encode(_BYTES), self._input_options.encoding, legacy=self._input_options.legacy
        )
