"""The verb `redact`: the dates of documents made coarser, or taken out."""

from argparse import Namespace

from shamsi.cli.inputs.document import Document
from shamsi.cli.runs.rewriting import run_over
from shamsi.text.edits import Edit
from shamsi.text.finder import reading_of
from shamsi.text.redactor import redactions


def run(options: Namespace) -> int:
    """0 when every document was written, 2 when one could not be."""
    outcome = run_over(_Redacting(options), options)
    return 2 if outcome is None or outcome.account.failed else 0


class _Redacting:
    """Coarser dates."""

    def __init__(self, options: Namespace) -> None:
        self._options = options

    def edits(self, document: Document) -> list[Edit]:
        """What is left of every date."""
        options = self._options
        reading = reading_of(
            document.text, languages=options.languages, reference=options.reference, relative=options.relative
        )
        return redactions(reading, options.keep, options.mask, options.min_confidence)
