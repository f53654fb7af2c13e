"""Check two columns of tables against each other: `check --pair SOLAR=OTHER`."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace
from collections.abc import Iterator

from shamsi._errors import ShamsiError
from shamsi.calendar.kernel import EPOCH_ORDINAL
from shamsi.cli.escaping import clean, print_error, print_stderr
from shamsi.cli.inputs.document import Failed, Skipped, Unreadable
from shamsi.cli.inputs.internal_error import internal_error
from shamsi.cli.inputs.sources import InputOptions, Source, reason, sources
from shamsi.cli.inputs.table_columns import KINDS, Columns, read_columns
from shamsi.cli.reports.pair_report import (
    Disagreement,
    Entry,
    Summary,
    Unread,
    as_json,
    as_text,
    summary_lines,
)
from shamsi.columns.cells import CellOptions, reason_of, worded
from shamsi.columns.pair_values import (
    Values,
    days_of_values,
    gregorian_reader,
    lunar_reader,
    solar_reader,
)
from shamsi.columns.pairs import DIAGNOSES, compare, describe
from shamsi.text.policy import BY_TABLE, LUNAR_TOLERANCE

LUNAR = "islamic"
_FORMATS = {"text": as_text, "json": as_json}
_WITHOUT = {"reference": "--reference", "resume": "--resume", "id": "--id"}
_NO_OPTION = ("from_gregorian", "era", "time", "resolve")  # advice for other callers
_RECKONINGS = ("tabular", "umm-al-qura")


def run(options: Namespace) -> int:
    """Return 0 if all rows agree, 1 if some do not or cannot be read, 2 if a file cannot be."""
    if conflict := _conflict(options):
        print_error(conflict)
        return 2
    found, failed = 0, 0
    kinds = InputOptions(options.input_format, encoding=options.encoding)
    for source in sources(options.files, kinds):
        if isinstance(source, Skipped) or _is_beside(source, options.files):
            continue
        try:
            found += _failure(source) if isinstance(source, Failed) else _check(source, options)
        except OSError as error:
            print_error(f"{clean(source.name)}: {reason(error)}")
            failed += 1
    return 2 if failed else int(found > 0)


def _conflict(options: Namespace) -> str:
    """What cannot be combined with --pair, as a message; empty if all can."""
    if options.format not in _FORMATS:
        return f"--pair writes {' or '.join(_FORMATS)}, got --format {options.format}"
    if options.output:
        return f"--pair writes to standard output: use > {options.output} in place of -o"
    for name, option in _WITHOUT.items():
        if getattr(options, name):
            return f"{option} is for texts: leave it out with --pair"
    return ""


def _is_beside(source: Source | Failed, named: list[str]) -> bool:
    """Whether a file is not a table but was found in a folder."""
    return isinstance(source, Source) and source.kind not in KINDS and source.path not in named


def _failure(source: Failed) -> int:
    raise Unreadable(source.why)


def _check(source: Source, options: Namespace) -> int:
    """Check the pairs of one table, print the report, and return how many rows are wrong."""
    names = list(dict.fromkeys(name for pair in options.pairs for name in pair[:2]))
    try:
        table = read_columns(source, names, InputOptions(encoding=options.encoding))
    except OSError:
        raise
    except Exception as error:
        raise Unreadable(internal_error(source.name, error).why) from error
    if table.remark:
        print_error(f"{clean(source.name)}: {table.remark}")
    wrong = 0
    for solar, other, calendar in options.pairs:
        entries, summary = _compared(source, table, (solar, other), calendar, options)
        for line in _FORMATS[options.format](entries):
            print(line)
        sys.stdout.flush()
        for line in summary_lines(summary):
            print_stderr(line)
        wrong += len(entries)
    return wrong


def _compared(
    source: Source, table: Columns, fields: tuple[str, str], calendar: str, options: Namespace
) -> tuple[list[Entry], Summary]:
    accepted = CellOptions(century=options.century, times="drop")
    is_lunar = calendar == LUNAR
    solar = days_of_values(table.values[fields[0]], solar_reader(accepted))
    other = (
        days_of_values(table.values[fields[1]], lunar_reader(accepted), len(_RECKONINGS))
        if is_lunar
        else days_of_values(table.values[fields[1]], gregorian_reader(accepted))
    )
    tolerance = options.lunar_tolerance
    if tolerance is None:
        tolerance = LUNAR_TOLERANCE
    if tolerance == BY_TABLE:
        other = Values(other.days[1:] or other.days, other.errors)
        tolerance = 0
    found = compare(
        solar.days[0], other.days, tolerance=tolerance if is_lunar else 0, lunar=is_lunar
    )
    entries: list[Entry] = [
        *_unread(source, table, fields[0], solar),
        *_unread(source, table, fields[1], other),
    ]
    rows = zip(found.rows.tolist(), found.delta.tolist(), found.codes.tolist(), strict=True)
    for row, delta, code in rows:
        day = int(solar.days[0][row])
        entries.append(
            Disagreement(
                source.name,
                table.lines[row],
                fields,
                (table.values[fields[0]][row], table.values[fields[1]][row]),
                _date(day),
                _date(day + delta),
                delta,
                DIAGNOSES[code],
            )
        )
    entries.sort(key=lambda entry: entry.line)
    diagnoses = {
        name: (count, describe(name, found.pattern)) for name, count in found.counts().items()
    }
    unread = len(solar.errors) + len(other.errors)
    return entries, Summary(
        source.name, fields, len(table.lines), found.compared, diagnoses, unread
    )


def _unread(source: Source, table: Columns, field: str, values: Values) -> Iterator[Unread]:
    for row, error in values.errors.items():
        yield Unread(
            source.name,
            table.lines[row],
            field,
            table.values[field][row],
            reason_of(error),
            _message(error),
        )


def _message(error: ShamsiError) -> str:
    """The message of an error, with the option of this verb that would read the value."""
    advice = error.advice
    if advice and advice.name == "century":
        return f"{error.problem}; pass --century {advice.value} {advice.purpose}"
    return error.problem if advice and advice.name in _NO_OPTION else worded(error)


def _date(day: int) -> dt.date:
    return dt.date.fromordinal(day + EPOCH_ORDINAL)
