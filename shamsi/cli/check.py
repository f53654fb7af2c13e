"""The verb `check`: what is wrong with the dates of the documents; it leaves as a linter does."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from shamsi.cli.inputs import Documents
from shamsi.cli.reports.form import Report, Tally, report_in
from shamsi.cli.reports.lines import tell_dateline
from shamsi.text.checker import examine
from shamsi.text.finder import reading_of


def run(options: Namespace) -> int:
    """0 when all is well, 1 when something is wrong, 2 when a document could not be read."""
    report = report_in(options.format, isolated=sys.stdout.isatty())
    documents, tally = Documents(options.files), Tally()
    _print(report, _entries(documents, tally, report, options), tally)
    if documents.read and not report.tells_tally:
        print(tally, file=sys.stderr)
    if documents.failed:
        return 2
    return 1 if tally.errors else 0


def _entries(documents: Documents, tally: Tally, report: Report, options: Namespace) -> Iterator[str]:
    for document in documents:
        reading = reading_of(document.text, languages=options.languages, reference=options.reference)
        if options.reference == "auto":
            tell_dateline(document, reading.dateline)
        examination = examine(reading, options.min_confidence)
        tally.count(examination)
        yield from report.entries(document, examination, reading.dateline)


def _print(report: Report, entries: Iterator[str], tally: Tally) -> None:
    """All of a report, each part as soon as it is known; the foot stands on a line of its own."""
    sys.stdout.write(report.head())
    count = 0
    for count, entry in enumerate(entries, 1):
        sys.stdout.write(report.separator + entry if count > 1 else entry)
    foot = report.foot(tally)
    if count:
        sys.stdout.write("\n")
    if foot:
        sys.stdout.write(foot + "\n")
