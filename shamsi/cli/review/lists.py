"""Lists of findings, read: CSV and xlsx sheets as spreadsheets save them, and JSON."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from shamsi._errors import shown
from shamsi.cli.inputs.sources import reason
from shamsi.cli.reports.sheet_rows import BETWEEN, SIDES, unprotected
from shamsi.cli.review.choices import restored
from shamsi.cli.review.rows import Row

NEEDED = ("id", "path", "apply")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = ",;\t|،؛"
_LEGACY = "cp1256"
_REPAIRS = (*(f"repair_{side}" for side in SIDES), "repair")


class Unusable(Exception):
    """Why a list cannot be used."""


def rows_of(path: str, *, needed: Sequence[str] = NEEDED) -> list[Row]:
    """The rows of a list of findings; Unusable if it cannot be read or lacks a `needed` column.

    By the suffix .xlsx a workbook; otherwise JSON or CSV, whichever the first letters show.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise Unusable(f"{path}: {reason(error)}") from error
    try:
        return [*_rows(path, data, needed)]
    except Unusable as wrong:
        raise Unusable(f"{path}: {wrong}") from wrong


def _rows(path: str, data: bytes, needed: Sequence[str]) -> Iterator[Row]:
    suffix = os.path.splitext(path)[1].lower()
    if data.startswith(b"PK"):
        return _of_workbook(data, needed)
    if suffix in (".xls", ".ods") or data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unusable("is no xlsx file: save it as .xlsx or as CSV UTF-8")
    text, lossy = _decoded(data)
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(text)
    return _of_csv(text, needed, lossy=lossy)


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text of a list, and whether its encoding lacks Persian letters."""
    if data.startswith(_MARKS[1:]):
        return data.decode("utf-16", "replace"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode(_LEGACY, "replace"), True


def _of_json(text: str) -> Iterator[Row]:
    """The rows of JSON Lines, or of an array."""
    members: list[Any]
    if text.lstrip().startswith("["):
        members = _parsed(text, 1)
        numbered = list(enumerate(members, 1))
    else:
        lines = enumerate(text.splitlines(), 1)
        numbered = [(number, _parsed(line, number)) for number, line in lines if line.strip()]
    for number, member in numbered:
        if not isinstance(member, dict):
            raise Unusable(f"line {number}: a finding must be a JSON object, got {shown(member)}")
        yield _of_object(cast("dict[str, Any]", member), number)


def _parsed(text: str, number: int) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unusable(f"line {number} is not valid JSON: {error}") from error


def _of_object(finding: Mapping[str, Any], number: int) -> Row:
    record = finding.get("id", "") if "finding_id" in finding else ""
    name = finding.get("finding_id", finding.get("id"))
    path = finding.get("path")
    if not isinstance(name, str) or not isinstance(path, str):
        raise Unusable(
            f"line {number}: no `id` and `path` of a finding: "
            "write the list with `shamsi check --format json`"
        )
    decided = finding.get("apply")
    if decided is not None and not isinstance(decided, str | int):
        raise Unusable(f"line {number}: `apply` must be text, got {shown(decided)}")
    return Row(
        number,
        path,
        f"{record}",
        name,
        line=f"{finding.get('line', '')}",
        apply=_said(decided),
        repairs=_replacements(finding),
    )


def _said(decided: str | int | None) -> str:
    if isinstance(decided, bool):
        return "yes" if decided else ""
    return "" if decided is None else f"{decided}"


def _replacements(finding: Mapping[str, Any]) -> dict[str, str]:
    """The repairs of a finding by calendar, where one has it alone, and by number."""
    given = finding.get("suggestions")
    objects = cast("list[object]", given) if isinstance(given, list) else []
    suggestions = [cast("dict[str, Any]", one) for one in objects if isinstance(one, dict)]
    suggestions.sort(key=lambda one: not one.get("preferred"))
    calendars = Counter(one.get("calendar") for one in suggestions)
    repairs: dict[str, str] = {}
    for number, one in enumerate(suggestions, 1):
        repairs[f"{number}"] = f"{one.get('replacement', '')}"
        if calendars[one.get("calendar")] == 1:
            repairs[f"{one.get('calendar')}"] = f"{one.get('replacement', '')}"
    return repairs


def _of_csv(text: str, needed: Sequence[str], *, lossy: bool) -> Iterator[Row]:
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().strip('"').lower().startswith("sep="):
        text, skipped = rest, 1
        first = rest.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda sign: len(_columns(first.split(sign))))
    try:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        yield from _of_table(enumerate(table, skipped + 1), needed, lossy=lossy)
    except csv.Error as error:
        raise Unusable(f"is not valid CSV: {error}") from error


def _of_workbook(data: bytes, needed: Sequence[str]) -> Iterator[Row]:
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise Unusable("xlsx needs openpyxl: pip install 'shamsi[xlsx]'") from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        tables = [
            [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in book.worksheets
        ]
    except Exception as error:  # openpyxl and the parsers below it raise what they please
        raise Unusable(f"is not a readable xlsx file: {error}") from error
    wanted = [table for table in tables if table and not _missing(_columns(table[0]), needed)]
    for table in wanted or tables[:1]:
        yield from _of_table(enumerate(table, 1), needed, lossy=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{int(value)}"
    return f"{value}"


def _columns(names: Sequence[str]) -> dict[str, int]:
    """The places of the columns by name, in any case and with any blanks."""
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        found.setdefault(name.strip().strip('"\ufeff').strip().casefold().replace(" ", "_"), at)
    return {name: at for name, at in found.items() if name in (*NEEDED, *_OTHERS)}


_OTHERS = ("line", "text", "sentence", "record", *_REPAIRS)


def _missing(columns: Mapping[str, int], needed: Sequence[str]) -> list[str]:
    return [name for name in needed if name not in columns]


def _of_table(
    table: Iterator[tuple[int, Sequence[str]]], needed: Sequence[str], *, lossy: bool
) -> Iterator[Row]:
    header = next(table, (1, ()))[1]
    columns = _columns(header)
    missing = _missing(columns, needed)
    if missing:
        names = ", ".join(name.strip() for name in header if name.strip())
        raise Unusable(
            f"no column {' and no column '.join(missing)} in its first row ({names[:200]}): "
            "write the sheet with `shamsi check --format csv` and keep its header"
        )
    for number, cells in table:
        values = {name: cells[at] for name, at in columns.items() if at < len(cells)}
        if any(value.strip() for value in values.values()):
            yield _of_cells(values, number, lossy=lossy)


def _of_cells(values: Mapping[str, str], number: int, *, lossy: bool) -> Row:
    cells = {name: unprotected(value.strip()) for name, value in values.items()}
    sides = {side: cells.get(f"repair_{side}", "") for side in SIDES}
    others = enumerate(cells.get("repair", "").split(BETWEEN), 1)
    repairs = {**sides, **{f"{number}": text for number, text in others}}
    return Row(
        number,
        cells.get("path", ""),
        cells.get("record", ""),
        cells.get("id", ""),
        line=cells.get("line", ""),
        text=cells.get("text", ""),
        sentence=cells.get("sentence", ""),
        apply=restored(cells.get("apply", "")) if lossy else cells.get("apply", ""),
        repairs={name: text for name, text in repairs.items() if text},
        lossy=lossy,
    )
