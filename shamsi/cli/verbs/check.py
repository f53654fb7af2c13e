"""The verb `check`: what is wrong with the dates of the documents; it leaves as a linter does."""

from argparse import Namespace
from collections.abc import Iterator

from shamsi.cli.escaping import clean, complain, say
from shamsi.cli.inputs import Document
from shamsi.cli.reports.lines import dateline_note
from shamsi.cli.reports.notices import Note
from shamsi.cli.reports.report import Report, Tally, report_in
from shamsi.cli.runs.document_check import Judge, Judgement
from shamsi.cli.runs.run import is_isolated, run_over
from shamsi.cli.runs.work import Answer
from shamsi.text.rules import BORJI


def run(options: Namespace) -> int:
    """0 when all is well, 1 when something is wrong, 2 when a document could not be read."""
    made = work(options)
    tally = run_over(made, options)
    if tally is None:
        return 2
    if options.output or not (made.tells_tally and tally.documents):
        say(f"{tally}")
    if options.unused:
        for one in options.exceptions:
            if one != BORJI and one not in tally.excused:
                complain(f"unused: exception {one}")
    if tally.account.failed:
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
        self._judge = Judge(options)
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
        judged = self._judge.judge(document)
        tally = Tally(silenced=judged.silenced, excused=dict.fromkeys(judged.excused, 1))
        tally.count(judged.examination)
        entries = self._report.entries(document, judged.examination, judged.dateline)
        return Answer(entries, tally, tuple(self._notes(document, judged)))

    def _notes(self, document: Document, judged: Judgement) -> Iterator[Note]:
        if self._options.reference == "auto":
            yield dateline_note(document, judged.dateline)
        if self._options.unused:
            for note in judged.idle:
                line, column = document.place(note.start)
                place = f"{clean(document.name)}:{line}:{column}"
                yield Note(f"{place}: unused: {clean(note.text)}")
