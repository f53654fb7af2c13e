"""Records: a document out of each line of JSON or row of CSV; what is none is told with its place."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.decoding import Decoded, decode, holds_ascii, named
from shamsi.cli.inputs.document import Document, Event, Failed, Skipped, Unreadable
from shamsi.cli.inputs.sources import Manner

NO_TEXT = "without text"
_NOT_TEXT = "not text, or of another encoding"
_LISTED = 10  # records that failed alike, each in its own way
_KINDS: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
}
_BYTES = "latin-1"  # a character for each byte, so that rows can be told apart before they are decoded


def from_lines(name: str, file: BinaryIO, manner: Manner, *, line: int = 1, stop: int | None = None) -> Iterator[Event]:
    """The documents of JSON Lines from where the file stands to byte `stop`; `line` is the number of the first.

    Empty lines are no documents.
    """
    at = file.tell() if stop is not None else 0
    for number, data in enumerate(file, line):
        at += len(data)
        if not data.isspace():
            yield _of_line(name, number, data, manner)
        if stop is not None and at >= stop:
            return


def _of_line(name: str, number: int, data: bytes, manner: Manner) -> Event:
    place = f"{name}#{number}"
    try:
        written, encoding, remark = decode(data.rstrip(b"\r\n"), manner.encoding, legacy=manner.legacy)
        value = json.loads(written)
    except Unreadable as error:
        return Failed(place, str(error), f"{name}: {_NOT_TEXT}", _LISTED)
    except json.JSONDecodeError as error:
        why = f"{error.msg.removesuffix(' starting at')} at column {error.colno}"
        return Failed(place, f"not valid JSON: {why[0].lower()}{why[1:]}", f"{name}: not valid JSON", _LISTED)
    except ValueError as error:  # a number of too many digits
        return Failed(place, f"JSON that cannot be read: {error}", f"{name}: not valid JSON", _LISTED)
    except RecursionError:
        return Failed(place, "JSON that cannot be read: nested too deeply", f"{name}: not valid JSON", _LISTED)
    if not isinstance(value, dict):
        why = f"must be a JSON object, got {_kind(value)}"
        return Failed(place, why, f"{name}: not a JSON object", _LISTED)
    record = cast("dict[str, object]", value)
    return of_record(name, number, record, manner, Decoded(written, encoding, remark))


def of_record(
    name: str,
    number: int,
    record: Mapping[str, object],
    manner: Manner,
    source: Decoded | None = None,
) -> Event:
    """The document of a record: the text in its field, under its own id where `manner` names the field of one.

    A dot goes into an object, where no field has the whole name. Null is no text; what is missing, or of another kind,
    is a failure that says which fields there are.
    """
    place = f"{name}#{number}"
    encoding, remark = source[1:] if source else ("utf-8", None)
    try:
        text = _member(record, manner.field)
        key = number if manner.id is None else _member(record, manner.id)
    except KeyError as error:
        lacking: str = error.args[0]
        return Failed(place, missing(lacking, record), f"{name}: no field {lacking!r}")
    if text is None or text == "":
        return Skipped(place, NO_TEXT)
    if not isinstance(text, str):
        wanted = f"field {manner.field!r} must be text"
        return Failed(place, f"{wanted}, got {_kind(text)}", f"{name}: {wanted}")
    if isinstance(key, bool) or not isinstance(key, str | int):
        wanted = f"field {manner.id!r} must be text or a whole number"
        return Failed(place, f"{wanted}, got {_kind(key)}", f"{name}: {wanted}")
    return Document(name, text, key=str(key), encoding=encoding, remark=remark)


def _member(record: Mapping[str, object], name: str) -> object:
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


def missing(field: str, names: Collection[str]) -> str:
    """What is told of a field that is not among those that there are."""
    shown = (", ".join(list(names)[:8]) or "none") + (", …" if len(names) > 8 else "")
    choose = "choose the text field with --field and the id field with --id"
    return f"no field {field!r} (found: {shown}); {choose}"


def from_rows(name: str, file: BinaryIO, manner: Manner, delimiter: str) -> Iterator[Event]:
    """The documents of CSV with a header; the number of a row is the line that it begins in.

    Without an encoding each row is read as UTF-8 or as what it evidently is.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    reader = _Cells(manner)
    lines = io.TextIOWrapper(file, reader.encoding, newline="")
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    try:
        header = next(rows, None)
        if header is None:
            return
        columns = [cell.text for cell in map(reader.read, header)]
        lacking = next((one for one in (manner.field, manner.id) if one and one not in columns), None)
        if lacking is not None:
            yield Failed(name, missing(lacking, columns))
            return
        number = rows.line_num + 1
        for row in rows:
            if row:
                yield reader.event(name, number, dict(zip(columns, row, strict=False)))
            number = rows.line_num + 1
    except csv.Error as error:
        yield Failed(f"{name}#{number}", f"not valid CSV: {error}")
    except Unreadable as error:
        yield Failed(f"{name}#{number}", str(error))
    except UnicodeError as error:
        yield Failed(f"{name}#{number}", f"not valid {named(reader.encoding)}, nor what follows: {error}")
    finally:
        lines.detach()


class _Cells:
    """Cells as text: where the encoding holds ASCII they are decoded one by one, after the rows are told apart."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._whole = manner.encoding is not None and not holds_ascii(manner.encoding)
        self.encoding: str = str(manner.encoding) if self._whole else _BYTES

    def event(self, name: str, number: int, cells: dict[str, str]) -> Event:
        """The document of a row; only the cells that are wanted are decoded."""
        record: dict[str, object] = dict(cells)
        source = None
        try:
            for column in {self._manner.field, self._manner.id} & cells.keys():
                cell = self.read(cells[str(column)])
                record[str(column)] = cell.text
                source = cell if column == self._manner.field else source
        except Unreadable as error:
            return Failed(f"{name}#{number}", str(error), f"{name}: {_NOT_TEXT}", _LISTED)
        return of_record(name, number, record, self._manner, source)

    def read(self, cell: str) -> Decoded:
        """The text of a cell."""
        if self._whole:
            return Decoded(cell, self.encoding)
        return decode(cell.encode(_BYTES), self._manner.encoding, legacy=self._manner.legacy)
