"""The verb `fix`: rewrites one side of each pair of dates that disagree."""

from argparse import Namespace

from shamsi.cli.escaping import print_stderr
from shamsi.cli.inputs.document import Document
from shamsi.cli.reports.report import counted
from shamsi.cli.runs.document_check import DocumentChecker
from shamsi.cli.runs.rewriting import run_over
from shamsi.text.fix import repairs_of
from shamsi.text.rewrite.edits import Edit


def run(options: Namespace) -> int:
    """Return 0 if nothing is wrong afterwards, 1 if something is, 2 if a write failed."""
    work = _Fixing(options)
    outcome = run_over(work, options)
    if outcome is None:
        return 2
    left = work.found - outcome.edits
    if left:
        print_stderr(f"{counted(left, 'error')} left: see `shamsi check`")
    return 2 if outcome.inputs.failed else 1 if left else 0


class _Fixing:
    """Repairs the pairs of documents; `found` counts all findings."""

    def __init__(self, options: Namespace) -> None:
        self._side: str = options.side
        self._checker = DocumentChecker(options)
        self.found = 0

    def edits(self, document: Document) -> list[Edit]:
        """One side of each wrong pair that no ignore comment suppresses."""
        (reading,) = self._checker.readings([document])
        findings = self._checker.check(document, reading).examination.findings
        self.found += len(findings)
        return repairs_of(findings, self._side)
