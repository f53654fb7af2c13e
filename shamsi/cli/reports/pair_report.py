"""Reports about two columns: the rows that disagree or cannot be read, and a summary."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from shamsi.cli.escaping import clean

_LISTED = 10  # rows of one diagnosis that the text report lists


class Disagreement(NamedTuple):
    """A row whose two dates are not one day; `delta_days` is the other day minus the Solar one."""

    path: str
    line: int
    fields: tuple[str, str]
    values: tuple[object, object]
    solar_day: dt.date
    other_day: dt.date
    delta_days: int
    diagnosis: str


class Unread(NamedTuple):
    """A value that cannot be read as a date of its column."""

    path: str
    line: int
    field: str
    value: object
    reason: str
    message: str


class Summary(NamedTuple):
    """What was found in the columns of one file: rows, and a sentence for each diagnosis."""

    path: str
    fields: tuple[str, str]
    rows: int
    compared: int
    diagnoses: dict[str, tuple[int, str]]
    unread: int


Entry = Disagreement | Unread


def as_text(entries: list[Entry]) -> Iterator[str]:
    """Yield one line per row; after ten rows of one kind only how many there are."""
    listed: Counter[str] = Counter()
    for entry in entries:
        kind = entry.diagnosis if isinstance(entry, Disagreement) else entry.reason
        listed[kind] += 1
        if listed[kind] <= _LISTED:
            yield _line(entry)
    for kind, count in listed.items():
        if count > _LISTED:
            yield f"and {count - _LISTED:,} more: {kind}; --format json lists all"


def as_json(entries: list[Entry]) -> Iterator[str]:
    """Yield one JSON object per row."""
    for entry in entries:
        yield json.dumps(_members(entry), ensure_ascii=False, default=str)


def summary_lines(summary: Summary) -> Iterator[str]:
    """Yield how many rows were compared, and one line per diagnosis."""
    wrong = sum(count for count, _ in summary.diagnoses.values())
    solar, other = map(clean, summary.fields)
    yield (
        f"{clean(summary.path)}: {solar} = {other}: {summary.compared:,} of {summary.rows:,} rows "
        f"compared, {wrong:,} disagree, {summary.unread:,} cannot be read"
    )
    for name, (count, sentence) in summary.diagnoses.items():
        yield f"  {count:,} {name}: {sentence}"


def _line(entry: Entry) -> str:
    place = f"{clean(entry.path)}:{entry.line}"
    if isinstance(entry, Unread):
        return f"{place}: {clean(entry.field)}: {clean(entry.message)} [{entry.reason}]"
    days = abs(entry.delta_days)
    off = f"{days:,} day{'' if days == 1 else 's'} {'later' if entry.delta_days > 0 else 'earlier'}"
    solar, other = (clean(str(value)) for value in entry.values)
    return (
        f"{place}: {solar} is {entry.solar_day}, but {clean(entry.fields[1])} has {other}, "
        f"{off} [{entry.diagnosis}]"
    )


def _members(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Unread):
        return {"code": "unreadable-date", **entry._asdict()}
    (solar_field, other_field), (solar, other) = entry.fields, entry.values
    return {
        "code": "column-mismatch",
        "path": entry.path,
        "line": entry.line,
        "solar_field": solar_field,
        "other_field": other_field,
        "solar": solar,
        "other": other,
        "solar_day": entry.solar_day.isoformat(),
        "other_day": entry.other_day.isoformat(),
        "delta_days": entry.delta_days,
        "diagnosis": entry.diagnosis,
    }
