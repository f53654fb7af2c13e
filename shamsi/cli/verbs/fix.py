"""The verb `fix`: rewrites one side of each pair of dates that disagree."""

from argparse import Namespace
from collections.abc import Sequence

from shamsi.cli.escaping import print_stderr
from shamsi.cli.inputs.document import Document
from shamsi.cli.reports.report import errors_of
from shamsi.cli.reports.style import language_of
from shamsi.cli.runs.document_check import DocumentChecker
from shamsi.cli.runs.rewriting import Edits, RewriteWork
from shamsi.cli.runs.run import run_over
from shamsi.lang.sentences import Sentence
from shamsi.text.fix import repairs_of
from shamsi.text.resolve.reading import Reading


def run(options: Namespace) -> int:
    """Return 0 if nothing is wrong afterwards, 1 if something is, 2 if a write failed."""
    tally = run_over(work(options), options)
    if tally is None:
        return 2
    print_stderr(tally.rewritten().translated(language_of(options)))
    left = tally.errors - tally.edits
    if left:
        sentence = Sentence("{errors} left: see `shamsi check`", errors=errors_of(left))
        print_stderr(sentence.translated(language_of(options)))
    return 2 if tally.inputs.failed else 1 if left else 0


def work(options: Namespace) -> RewriteWork:
    """The work for the options."""
    return RewriteWork(Fixer(options), options)


class Fixer:
    """Repairs the pairs of documents."""

    def __init__(self, options: Namespace) -> None:
        self._side: str = options.side
        self._checker = DocumentChecker(options)

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return self._checker.readings(documents)

    def edits(self, document: Document, reading: Reading) -> Edits:
        """One side of each wrong pair that no ignore comment suppresses."""
        findings = self._checker.check(document, reading).examination.findings
        return Edits(repairs_of(findings, self._side), found=len(findings))
