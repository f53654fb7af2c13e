"""The verb `redact`: makes the dates of documents coarser, or removes them."""

from argparse import Namespace
from collections.abc import Sequence

from shamsi.cli.inputs.document import Document
from shamsi.cli.runs.document_readings import read_documents
from shamsi.cli.runs.rewriting import Edits, RewriteWork
from shamsi.cli.runs.run import rewrite
from shamsi.text.redact import redactions
from shamsi.text.resolve.reading import Reading


def run(options: Namespace) -> int:
    """Return 0 if every document was written, otherwise 2."""
    return rewrite(work(options), options)


def work(options: Namespace) -> RewriteWork:
    """The work for the options."""
    return RewriteWork(Redactor(options), options)


class Redactor:
    """Makes dates coarser."""

    def __init__(self, options: Namespace) -> None:
        self._options = options

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return read_documents(documents, self._options, relative=self._options.relative)

    def edits(self, document: Document, reading: Reading) -> Edits:
        """The coarser form of every date."""
        options = self._options
        edits = redactions(reading, options.keep, options.mask, options.min_confidence)
        return Edits(edits, keep=options.keep)
