"""Records: a document out of each line of JSON or row of CSV; what is none is told with its place."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from shamsi.cli.inputs.decoding import decoded
from shamsi.cli.inputs.document import Document, Event, Failed, Skipped
from shamsi.cli.inputs.sources import Manner

NO_TEXT = "without text"
_KINDS: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
}
_MARK = "\ufeff"


def from_lines(name: str, file: BinaryIO, manner: Manner, *, line: int = 1, stop: int | None = None) -> Iterator[Event]:
    """The documents of JSON Lines from where the file stands to byte `stop`; `line` is the number of the first.

    Empty lines are no documents.
    """
    encoding = manner.encoding or "utf-8"
    at = file.tell() if stop is not None else 0
    for number, data in enumerate(file, line):
        at += len(data)
        if not data.isspace():
            yield _of_line(name, number, data, encoding, manner)
        if stop is not None and at >= stop:
            return


def _of_line(name: str, number: int, data: bytes, encoding: str, manner: Manner) -> Event:
    written, remark = decoded(data.rstrip(b"\r\n"), encoding)
    place = f"{name}#{number}"
    try:
        value = json.loads(written.removeprefix(_MARK) if number == 1 else written)
    except json.JSONDecodeError as error:
        return Failed(place, f"is no JSON: {error.msg.removesuffix(' starting at')} at column {error.colno}")
    except ValueError as error:  # a number of too many digits
        return Failed(place, f"is JSON that cannot be read: {error}")
    except RecursionError:
        return Failed(place, "is JSON that cannot be read: nested too deeply")
    if not isinstance(value, dict):
        return Failed(place, f"must be a JSON object, got {_kind(value)}")
    return of_record(name, number, cast("dict[str, object]", value), manner, remark)


def of_record(name: str, number: int, record: Mapping[str, object], manner: Manner, remark: str | None = None) -> Event:
    """The document of a record: the text in its field, under its own id where `manner` names the field of one.

    A dot goes into an object, where no field has the whole name. Null is no text; what is missing, or of another kind,
    is a failure that says which fields there are.
    """
    place = f"{name}#{number}"
    try:
        text = _member(record, manner.field)
        key = number if manner.id is None else _member(record, manner.id)
    except KeyError as error:
        return Failed(
            place, f"has no field {error.args[0]!r}, only {_listed(record)}; --field names the text's, --id the id's"
        )
    if text is None or text == "":
        return Skipped(place, NO_TEXT)
    if not isinstance(text, str):
        return Failed(place, f"field {manner.field!r} must be text, got {_kind(text)}")
    if isinstance(key, bool) or not isinstance(key, str | int):
        return Failed(place, f"field {manner.id!r} must be text or a whole number, got {_kind(key)}")
    return Document(name, text, key=str(key), remark=remark)


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


def _listed(names: Mapping[str, object]) -> str:
    shown = ", ".join(repr(name) for name in list(names)[:8])
    return (shown or "none") + (", …" if len(names) > 8 else "")


def from_rows(name: str, file: BinaryIO, manner: Manner, delimiter: str) -> Iterator[Event]:
    """The documents of CSV with a header; the number of a row is the line that it begins in."""
    csv.field_size_limit(sys.maxsize)
    encoding = manner.encoding or "utf-8"
    lines = io.TextIOWrapper(file, "utf-8-sig" if encoding == "utf-8" else encoding, "surrogateescape", newline="")
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    try:
        header = next(rows, None)
        if header is None:
            return
        number = rows.line_num + 1
        for row in rows:
            if row:
                yield of_record(name, number, dict(zip(header, row, strict=False)), manner)
            number = rows.line_num + 1
    except csv.Error as error:
        yield Failed(f"{name}#{number}", f"is no CSV: {error}")
    finally:
        lines.detach()
