"""Records: one document per line of JSON or row of CSV; others are failures with their place."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.decoding import Decoded, decode, holds_ascii, named
from shamsi.cli.inputs.document import Document, Event, Failed, Skipped, Unreadable
from shamsi.cli.inputs.sources import InputOptions

NO_TEXT = "without text"
_NOT_TEXT = "not text, or of another encoding"
_LISTED = 10  # failures of one group that are listed by name
_KINDS: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
}
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
            yield _of_line(name, number, data, input_options)
        if stop is not None and at >= stop:
            return


def _of_line(name: str, number: int, data: bytes, input_options: InputOptions) -> Event:
    try:
        source = decode(data.rstrip(b"\r\n"), input_options.encoding, legacy=input_options.legacy)
    except Unreadable as error:
        return Failed(f"{name}#{number}", error.why, f"{name}: {_NOT_TEXT}", _LISTED)
    return of_line(name, number, source.text, input_options, source)


def of_line(
    name: str, number: int, line: str, input_options: InputOptions, source: Decoded
) -> Event:
    """The document of a line of JSON; encoding and remark are those of its source."""
    place = f"{name}#{number}"
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        why = f"{error.msg.removesuffix(' starting at')} at column {error.colno}"
        return Failed(
            place, f"not valid JSON: {why[0].lower()}{why[1:]}", f"{name}: not valid JSON", _LISTED
        )
    except ValueError as error:  # a number of too many digits
        return Failed(
            place, f"JSON that cannot be read: {error}", f"{name}: not valid JSON", _LISTED
        )
    except RecursionError:
        return Failed(
            place, "JSON that cannot be read: nested too deeply", f"{name}: not valid JSON", _LISTED
        )
    if not isinstance(value, dict):
        why = f"must be a JSON object, got {_kind(value)}"
        return Failed(place, why, f"{name}: not a JSON object", _LISTED)
    record = cast("dict[str, object]", value)
    return of_record(name, number, record, input_options, source)


def of_record(
    name: str,
    number: int,
    record: Mapping[str, object],
    input_options: InputOptions,
    source: Decoded | None = None,
) -> Event:
    """The document of a record: its text, and its id if `input_options` names a field for it.

    A dot leads into an object where no field has the whole name. Null is skipped; a missing field,
    or one of another type, is a failure that lists the fields found.
    """
    place = f"{name}#{number}"
    encoding, remark = source[1:] if source else ("utf-8", None)
    try:
        text = _member(record, input_options.field)
        key = number if input_options.id is None else _member(record, input_options.id)
    except KeyError as error:
        lacking: str = error.args[0]
        return Failed(place, missing(lacking, record), f"{name}: no field {lacking!r}")
    if text is None or text == "":
        return Skipped(place, NO_TEXT)
    if not isinstance(text, str):
        wanted = f"field {input_options.field!r} must be text"
        return Failed(place, f"{wanted}, got {_kind(text)}", f"{name}: {wanted}")
    if isinstance(key, bool) or not isinstance(key, str | int):
        wanted = f"field {input_options.id!r} must be text or a whole number"
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
    """The message about a field that is not among the names found."""
    shown = (", ".join(list(names)[:8]) or "none") + (", …" if len(names) > 8 else "")
    choose = "choose the text field with --field and the id field with --id"
    return f"no field {field!r} (found: {shown}); {choose}"


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
        lacking = next(
            (one for one in (input_options.field, input_options.id) if one and one not in columns),
            None,
        )
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
        yield Failed(
            f"{name}#{number}", f"not valid {named(reader.encoding)}, nor what follows: {error}"
        )
    finally:
        lines.detach()


class _Cells:
    """Cells as text; in an encoding that holds ASCII, decoded one by one after rows are split."""

    def __init__(self, input_options: InputOptions) -> None:
        self._input_options = input_options
        self._whole = input_options.encoding is not None and not holds_ascii(input_options.encoding)
        self.encoding: str = str(input_options.encoding) if self._whole else _BYTES

    def event(self, name: str, number: int, cells: dict[str, str]) -> Event:
        """The document of a row; only the cells of text and id are decoded."""
        record: dict[str, object] = dict(cells)
        source = None
        try:
            for column in {self._input_options.field, self._input_options.id} & cells.keys():
                cell = self.read(cells[str(column)])
                record[str(column)] = cell.text
                source = cell if column == self._input_options.field else source
        except Unreadable as error:
            return Failed(f"{name}#{number}", str(error), f"{name}: {_NOT_TEXT}", _LISTED)
        return of_record(name, number, record, self._input_options, source)

    def read(self, cell: str) -> Decoded:
        """The text of a cell."""
        if self._whole:
            return Decoded(cell, self.encoding)
        return decode(
            cell.encode(_BYTES), self._input_options.encoding, legacy=self._input_options.legacy
        )
