"""Columns of a table: some fields of all rows of a CSV, JSON Lines or Parquet file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, cast

from shamsi.cli.inputs.decoding import decode
from shamsi.cli.inputs.document import Unreadable
from shamsi.cli.inputs.packing import unpacked
from shamsi.cli.inputs.sources import InputOptions, Source
from shamsi.cli.streams import input_bytes

KINDS = ("csv", "tsv", "jsonl", "parquet")
_DELIMITERS = {"csv": ",;\t", "tsv": "\t,;"}
_LISTED = 8


class Columns(NamedTuple):
    """Fields of a table by their names, and the line of each row; for Parquet its number."""

    lines: Sequence[int]
    values: Mapping[str, Sequence[object]]
    remark: str | None = None


def read_columns(source: Source, names: Sequence[str], input_options: InputOptions) -> Columns:
    """Return some fields of all rows.

    A CSV file may be delimited by commas, semicolons or tabs: the header shows which. A dot leads
    into an object of JSON Lines, or a struct of Parquet. An empty cell of CSV is an empty text; a
    field that a line of JSON lacks is None. Raises Unreadable for a file that is not such a table
    or lacks a field, OSError for one that cannot be opened.
    """
    if source.kind not in KINDS:
        raise Unreadable(f"is read as {source.kind}, not as a table: {_ways()}")
    if source.kind == "parquet":
        return _of_parquet(source, names)
    with _opened(source) as file:
        data = file.read()
    text, _, remark = decode(data, input_options.encoding)
    text = text.removeprefix("\ufeff")
    if source.kind == "jsonl":
        return _of_lines(text, names, remark)
    return _of_rows(text, names, _DELIMITERS[source.kind], remark)


def _ways() -> str:
    return f"name it with one of the suffixes .{', .'.join(KINDS)}, or pass --input-format"


def _opened(source: Source) -> AbstractContextManager[io.BufferedReader]:
    return nullcontext(input_bytes()) if source.path == "-" else unpacked(source.path)


def _of_rows(text: str, names: Sequence[str], delimiters: str, remark: str | None) -> Columns:
    csv.field_size_limit(2**31 - 1)
    header: list[str] = []
    for delimiter in delimiters:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        found = [cell.strip() for cell in next(rows, ())]
        header = header or found
        if set(names) <= set(found):
            return _cells(rows, found, names, remark)
    raise _lacking(next(name for name in names if name not in header), header)


def _cells(rows: Any, header: list[str], names: Sequence[str], remark: str | None) -> Columns:
    places = [header.index(name) for name in names]
    least = max(places) + 1
    lines: list[int] = []
    columns: list[list[object]] = [[] for _ in names]
    line = rows.line_num + 1
    try:
        for row in rows:
            if row:
                short = [*row, *[None] * (least - len(row))] if len(row) < least else row
                lines.append(line)
                for column, place in zip(columns, places, strict=True):
                    column.append(short[place])
            line = rows.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"not valid CSV at line {line}: {error}") from error
    return Columns(lines, dict(zip(names, columns, strict=True)), remark)


def _of_lines(text: str, names: Sequence[str], remark: str | None) -> Columns:
    lines: list[int] = []
    columns: dict[str, list[object]] = {name: [] for name in names}
    seen: set[str] = set()
    record: dict[str, object] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.isspace() or not line:
            continue
        record = _record(line, number)
        lines.append(number)
        for name, column in columns.items():
            is_there, value = _member(record, name)
            column.append(value)
            if is_there:
                seen.add(name)
    if lines and (lacking := [name for name in names if name not in seen]):
        raise _lacking(lacking[0], record)
    return Columns(lines, columns, remark)


def _record(line: str, number: int) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not valid JSON at line {number}: {error}") from error
    if not isinstance(value, dict):
        raise Unreadable(f"line {number} must be a JSON object")
    return cast("dict[str, object]", value)


def _member(record: Mapping[str, object], name: str) -> tuple[bool, object]:
    if name in record:
        return True, record[name]
    value: Any = record
    for step in name.split("."):
        if not isinstance(value, dict) or step not in value:
            return False, None
        value = cast("dict[str, object]", value)[step]
    return True, value


def _of_parquet(source: Source, names: Sequence[str]) -> Columns:
    if source.path == "-" or source.packed:
        raise Unreadable("Parquet is read from files that are not packed, not from standard input")
    from shamsi.cli.inputs.parquet_rows import columns_of

    values = columns_of(source.path, names)
    return Columns(range(1, 1 + len(values[names[0]])), values)


def _lacking(name: str, found: Iterable[str]) -> Unreadable:
    all_names = list(found)
    shown = ", ".join(all_names[:_LISTED]) or "none"
    more = ", …" if len(all_names) > _LISTED else ""
    return Unreadable(f"no column {name!r} (found: {shown}{more})")
