"""The verb `check`: reports dates that cannot be right; exits as a linter does."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from shamsi.cli.escaping import clean, print_error
from shamsi.cli.inputs import Document
from shamsi.cli.inputs.sources import kind_of
from shamsi.cli.reports.lines import dateline_notice
from shamsi.cli.reports.notices import Notice
from shamsi.cli.reports.report import AssembledReport, FileCounts, Report, Tally, report_in
from shamsi.cli.reports.style import style_of
from shamsi.cli.reports.summary import print_summary
from shamsi.cli.review.baseline import Baseline, digest_of
from shamsi.cli.review.lists import Unusable
from shamsi.cli.review.rows import same_file
from shamsi.cli.runs.document_check import CheckedDocument, DocumentChecker
from shamsi.cli.runs.run import run_over
from shamsi.cli.runs.work import Answer, PlainWork
from shamsi.lang.sentences import Sentence
from shamsi.text.policy import BORJI
from shamsi.text.resolve.reading import Reading

_EXTRAS = {"openpyxl": "xlsx", "docx": "office", "odf": "office"}  # of packages that are optional


def run(options: Namespace) -> int:
    """Return 0 if all is well, 1 if something is wrong, 2 if a document could not be read."""
    if options.pairs:
        return _run_pairs(options)
    if options.format == "docx" and (conflict := _conflict_of_copy(options)):
        print_error(conflict)
        return 2
    try:
        if options.baseline:
            _use_baseline(options)
        made = work(options)
    except Unusable as wrong:
        print_error(str(wrong))
        return 2
    tally = run_over(made, options)
    if tally is None:
        return 2
    if options.output or not (made.shows_tally and tally.documents):
        print_summary(tally.summary(), options)
    if options.baseline:
        print_summary(_known(tally), options)
    if options.unused:
        for one in options.exceptions:
            if one != BORJI and one not in tally.excused:
                print_error(f"unused: exception {one}")
    if tally.inputs.failed:
        return 2
    return 1 if tally.errors else 0


def _conflict_of_copy(options: Namespace) -> str | None:
    """Why no copy of a Word file can be written for the options."""
    if not options.output:
        return "--format docx writes a copy of a Word file: name it with -o FILE.docx"
    if len(options.files) != 1:
        return f"--format docx takes exactly one .docx file, got {len(options.files)} names"
    kind = options.input_format or kind_of(options.files[0])
    if os.path.isdir(options.files[0]) or kind != "docx":
        return (
            f"--format docx takes exactly one .docx file, got {clean(options.files[0])}: for other "
            "files use --format html"
        )
    return None


def _run_pairs(options: Namespace) -> int:
    """Check columns of tables, or ask for NumPy."""
    try:
        from shamsi.cli.runs.pair_run import run as run_pairs
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        print_error("--pair needs NumPy: pip install 'shamsi[numpy]'")
        return 2
    return run_pairs(options)


def _use_baseline(options: Namespace) -> None:
    """Refuse to write over the baseline, and keep a run from going on with another one."""
    options.baseline_digest = digest_of(options.baseline)
    if options.output and same_file(options.output) == same_file(options.baseline):
        raise Unusable(
            f"-o {options.output} is the baseline, and would hold only what is new: "
            "to write it anew, add --no-baseline"
        )


def _known(tally: Tally) -> Sentence:
    """How many findings the baseline has, as a sentence."""
    return Sentence(
        "{n} known from the baseline; {gone}",
        n=tally.known,
        gone=Sentence(
            "{n} of the baseline is fixed",
            plural="{n} of the baseline are fixed",
            count="n",
            n=tally.gone,
        ),
    )


def work(options: Namespace) -> "CheckWork":
    """The work for the options; Unusable where a package is missing."""
    try:
        report = report_in(options.format, style_of(options))
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get(error.name or "")
        if extra is None:
            raise
        raise Unusable(
            f"--format {options.format} needs {error.name}: pip install 'shamsi[{extra}]'"
        ) from error
    if options.format == "xlsx" and not options.output and sys.stdout.isatty():
        raise Unusable("--format xlsx is no text: name a file with -o FILE")
    return CheckWork(report, options)


class CheckWork(PlainWork):
    """Writes the findings of documents in a report."""

    end = "\n"

    def __init__(self, report: Report, options: Namespace) -> None:
        self._report = report
        self._assembler = report if isinstance(report, AssembledReport) else None
        self._options = options
        self.is_assembled: bool = self._assembler is not None
        self._checker = DocumentChecker(options)
        self._baseline = Baseline(options.baseline) if options.baseline else None
        self.separator: str = report.separator
        self.shows_tally: bool = report.shows_tally

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The whole report, if it is made of all entries at the end."""
        return self._assembler.assemble(entries, tally) if self._assembler else iter(entries)

    def head(self) -> str:
        """The head of the report."""
        return self._report.head()

    def foot(self, tally: Tally) -> str:
        """The foot of the report."""
        return self._report.foot(tally)

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return self._checker.readings(documents)

    def answer(self, document: Document, reading: Reading) -> Answer:
        """The entries of a document."""
        checked = self._checker.check(document, reading)
        tally = Tally(ignored=checked.ignored, excused=dict.fromkeys(checked.excused, 1))
        checked = self._new(document, reading, checked, tally)
        tally.count(checked.examination)
        if self.is_assembled:
            tally.list_file(FileCounts(document.name, tally.dates, dict(tally.codes)))
        entries = self._report.entries(document, checked.examination, checked.dateline)
        return Answer(entries, tally, tuple(self._notices(document, checked)))

    def _new(
        self, document: Document, reading: Reading, checked: CheckedDocument, tally: Tally
    ) -> CheckedDocument:
        """Leave out the findings of the baseline, and count them."""
        if self._baseline is None:
            return checked
        mentions = (row.mention for row in reading.found)
        whole = checked.examination
        new, tally.known, tally.gone = self._baseline.compared(document, whole.findings, mentions)
        return replace(checked, examination=replace(whole, findings=new))

    def _notices(self, document: Document, checked: CheckedDocument) -> Iterator[Notice]:
        if self._options.reference == "auto":
            yield dateline_notice(document, checked.dateline)
        if self._options.unused:
            for comment in checked.unused:
                line, column = document.place(comment.start)
                place = f"{clean(document.name)}:{line}:{column}"
                unused = Sentence("{place}: unused: {text}", place=place, text=clean(comment.text))
                yield Notice(unused)
