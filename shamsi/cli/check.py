"""The verb `check`: what is wrong with the dates of the documents; it leaves as a linter does."""

import sys
from argparse import Namespace
from dataclasses import replace

from shamsi.cli.inputs import Document
from shamsi.cli.reports.form import Report, Tally, report_in
from shamsi.cli.reports.lines import dateline_note
from shamsi.cli.runs.run import is_isolated, run_over
from shamsi.cli.runs.work import Answer
from shamsi.cli.silences import told
from shamsi.text.checker import examine
from shamsi.text.finder import reading_of
from shamsi.text.rules import CODES, rules


def run(options: Namespace) -> int:
    """0 when all is well, 1 when something is wrong, 2 when a document could not be read."""
    made = work(options)
    tally = run_over(made, options)
    if tally is None:
        return 2
    account = tally.account
    if (account.read or account.skipped) and not (made.tells_tally and not options.output):
        print(tally, file=sys.stderr)
    if account.failed:
        return 2
    return 1 if tally.errors else 0


def work(options: Namespace) -> "CheckWork":
    """The work that options ask for."""
    return CheckWork(report_in(options.format, isolated=is_isolated(options)), options)


class CheckWork:
    """A document's findings, as the report writes them."""

    end = "\n"

    def __init__(self, report: Report, options: Namespace) -> None:
        self._report = report
        self._options = options
        codes = [code for code in options.select or CODES if code not in options.ignore]
        self._rules = rules(codes, options.lunar_tolerance, options.exceptions)
        self.separator: str = report.separator
        self.tells_tally: bool = report.tells_tally

    def head(self) -> str:
        """The report's."""
        return self._report.head()

    def foot(self, tally: Tally) -> str:
        """The report's."""
        return self._report.foot(tally)

    def answer(self, document: Document) -> Answer:
        """The report's entries."""
        options = self._options
        reading = reading_of(document.text, languages=options.languages, reference=options.reference)
        whole = examine(reading, options.min_confidence, self._rules)
        examination = replace(whole, findings=told(document, whole.findings))
        tally = Tally(silenced=len(whole.findings) - len(examination.findings))
        tally.count(examination)
        notes = (dateline_note(document, reading.dateline),) if options.reference == "auto" else ()
        return Answer(self._report.entries(document, examination, reading.dateline), tally, notes)
