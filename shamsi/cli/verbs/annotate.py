"""The verb `annotate`: adds equivalents in the other calendar to documents."""

from argparse import Namespace
from collections.abc import Sequence

from shamsi.cli.escaping import print_error
from shamsi.cli.inputs.document import Document
from shamsi.cli.runs.document_readings import read_documents
from shamsi.cli.runs.rewriting import Edits, RewriteWork
from shamsi.cli.runs.run import rewrite
from shamsi.text.annotate import equivalents, page
from shamsi.text.resolve.reading import Reading
from shamsi.text.rewrite.edits import Edit


def run(options: Namespace) -> int:
    """Return 0 if every document was written, otherwise 2."""
    if options.style == "html" and (options.write or options.diff):
        print_error(
            "--style html prints a page to standard output: "
            "it cannot be used with --write or --diff"
        )
        return 2
    if options.style == "html" and options.input_format == "html":
        print_error(
            "--style html makes a page from plain text only: for an HTML input use --style brackets"
        )
        return 2
    return rewrite(work(options), options)


def work(options: Namespace) -> RewriteWork:
    """The work for the options."""
    return RewriteWork(Annotator(options), options)


class Annotator:
    """Adds equivalents to the dates of a document."""

    def __init__(self, options: Namespace) -> None:
        self._options = options

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return read_documents(documents, self._options)

    def edits(self, document: Document, reading: Reading) -> Edits:
        """The edits for the chosen style."""
        options = self._options
        if options.style == "html" and document.spans is None:
            whole = page(reading, options.to, options.min_confidence)
            return Edits([Edit(0, len(document.text), whole)])
        style = "brackets" if options.style == "html" else options.style
        return Edits(equivalents(reading, options.to, style, options.min_confidence))
