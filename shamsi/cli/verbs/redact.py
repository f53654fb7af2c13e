"""The verb `redact`: makes the dates of documents coarser, or removes them."""

from argparse import Namespace

from shamsi.cli.inputs.document import Document
from shamsi.cli.runs.rewriting import run_over
from shamsi.text.redact import redactions
from shamsi.text.resolve.reading import reading_of
from shamsi.text.rewrite.edits import Edit


def run(options: Namespace) -> int:
    """Return 0 if every document was written, otherwise 2."""
    outcome = run_over(_Redacting(options), options)
    return 2 if outcome is None or outcome.inputs.failed else 0


class _Redacting:
    """Makes dates coarser."""

    def __init__(self, options: Namespace) -> None:
        self._options = options

    def edits(self, document: Document) -> list[Edit]:
        """The coarser form of every date."""
        options = self._options
        reading = reading_of(
            document.text,
            languages=options.languages,
            reference=options.reference,
            relative=options.relative,
        )
        return redactions(reading, options.keep, options.mask, options.min_confidence)
