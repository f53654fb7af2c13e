"""The verb `fix`: one side of the wrong pairs of documents rewritten."""

from argparse import Namespace

from shamsi.cli.escaping import say
from shamsi.cli.inputs.document import Document
from shamsi.cli.reports.report import counted
from shamsi.cli.runs.document_check import Judge
from shamsi.cli.runs.rewriting import run_over
from shamsi.text.edits import Edit
from shamsi.text.fixer import repairs_of


def run(options: Namespace) -> int:
    """0 when nothing is wrong afterwards, 1 when something is, 2 when a document could not be written."""
    work = _Fixing(options)
    outcome = run_over(work, options)
    if outcome is None:
        return 2
    left = work.found - outcome.edits
    if left:
        say(f"{counted(left, 'error')} left: see `shamsi check`")
    return 2 if outcome.account.failed else 1 if left else 0


class _Fixing:
    """The repairs of a document's pairs; `found` counts all that is wrong."""

    def __init__(self, options: Namespace) -> None:
        self._side: str = options.side
        self._judge = Judge(options)
        self.found = 0

    def edits(self, document: Document) -> list[Edit]:
        """One side of every pair that is wrong and that no note in the document lets pass."""
        findings = self._judge.judge(document).examination.findings
        self.found += len(findings)
        return repairs_of(findings, self._side)
