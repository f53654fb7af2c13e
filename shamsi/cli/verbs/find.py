"""The verb `find`: reports every date, one per line or in an export format; exits as grep does."""

import os
from argparse import Namespace
from collections.abc import Sequence

from shamsi.cli.escaping import print_error
from shamsi.cli.inputs import Document
from shamsi.cli.inputs.sources import kind_of
from shamsi.cli.reports.dates.report import (
    DOCUMENT_FORMATS,
    EXPLAINED_FORMATS,
    DateReport,
    Dates,
    date_report,
)
from shamsi.cli.reports.lines import dateline_notice
from shamsi.cli.reports.notices import Notice
from shamsi.cli.reports.report import Tally
from shamsi.cli.reports.style import style_of
from shamsi.cli.reports.summary import print_summary
from shamsi.cli.runs.document_readings import read_documents
from shamsi.cli.runs.run import run_over
from shamsi.cli.runs.work import Answer, PlainWork
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.reading import Reading


def run(options: Namespace) -> int:
    """Return 0 if a date was found, 1 if not, 2 for unreadable documents or option conflicts."""
    conflict = _conflict(options) or _conflict_of_files(options)
    if conflict:
        print_error(conflict)
        return 2
    tally = run_over(work(options), options)
    if tally is None:
        return 2
    if options.output or tally.inputs.skipped or tally.inputs.failed:
        print_summary(tally.found(), options)
    if tally.inputs.failed:
        return 2
    return 0 if tally.dates else 1


def work(options: Namespace) -> "FindWork":
    """The work for the options."""
    return FindWork(date_report(options, style_of(options)), options)


def _conflict(options: Namespace) -> str | None:
    """The conflict between options, as a message."""
    form = options.format
    if options.explain and form not in EXPLAINED_FORMATS:
        return f"--explain goes with --format {' or '.join(EXPLAINED_FORMATS)}, not with {form}"
    if options.explain and options.offsets:
        return "--explain counts offsets in code points: leave out --explain or --offsets"
    if options.explain and options.min_confidence and "min_confidence" not in options.configured:
        return "--explain tells the least sure dates too: leave out --explain or --min-confidence"
    if options.offsets and form != "json":
        return f"--offsets goes with --format json, not with {form}: it counts code points"
    if options.parts and form not in DOCUMENT_FORMATS:
        return f"--parts goes with --format {', '.join(DOCUMENT_FORMATS)}, not with {form}"
    return None


def _conflict_of_files(options: Namespace) -> str | None:
    """The conflict between the files and a format of one document."""
    form, files = options.format, options.files
    if form not in DOCUMENT_FORMATS:
        return None
    if len(files) > 1:
        return (
            f"--format {form} writes one document, got {len(files)} files; "
            "run it once for each, as in: "
            f'for f in *.txt; do shamsi find --format {form} "$f" > "$f.{form}"; done'
        )
    kind = options.input_format or (kind_of(files[0]) if files else None) or "text"
    if kind != "text" or (files and os.path.isdir(files[0])):
        given = "a folder" if kind == "text" else kind
        return f"--format {form} writes one document of plain text, got {given}"
    return None


class FindWork(PlainWork):
    """Writes the dates of documents in a report."""

    def __init__(self, report: DateReport, options: Namespace) -> None:
        self._report = report
        self._options = options
        self.separator: str = report.separator
        self.end: str = report.separator

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return read_documents(documents, self._options, traces=self._options.explain)

    def answer(self, document: Document, reading: Reading) -> Answer:
        """The entries of a document: its dates with enough confidence, or all explanations."""
        dates = self._explained(reading) if self._options.explain else self._found(reading)
        entries = self._report.entries(document, dates)
        tally = Tally(dates=len(dates.mentions), documents=1)
        return Answer(entries, tally, self._notices(document, reading.dateline))

    def _found(self, reading: Reading) -> Dates:
        least = self._options.min_confidence
        mentions = [row.mention for row in reading.found if row.mention.confidence >= least]
        return Dates(mentions, reading.dateline)

    def _explained(self, reading: Reading) -> Dates:
        from shamsi.text.explain import explained

        rows = explained(reading, self._options.languages)
        mentions = [row.mention for row in rows if row.mention is not None]
        return Dates(mentions, reading.dateline, rows)

    def _notices(self, document: Document, found: Mention | None) -> tuple[Notice, ...]:
        return (dateline_notice(document, found),) if self._options.reference == "auto" else ()
