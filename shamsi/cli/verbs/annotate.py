"""The verb `annotate`: adds equivalents in the other calendar to documents."""

from argparse import Namespace

from shamsi.cli.escaping import print_error
from shamsi.cli.inputs.document import Document
from shamsi.cli.runs.rewriting import run_over
from shamsi.text.annotate import equivalents, page
from shamsi.text.resolve.reading import reading_of
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
    outcome = run_over(_Annotating(options), options)
    return 2 if outcome is None or outcome.inputs.failed else 0


class _Annotating:
    """Equivalents of a document's dates."""

    def __init__(self, options: Namespace) -> None:
        self._options = options

    def edits(self, document: Document) -> list[Edit]:
        """The edits for the chosen style."""
        options = self._options
        reading = reading_of(
            document.text, languages=options.languages, reference=options.reference
        )
        if options.style == "html" and document.spans is None:
            return [Edit(0, len(document.text), page(reading, options.to, options.min_confidence))]
        style = "brackets" if options.style == "html" else options.style
        return equivalents(reading, options.to, style, options.min_confidence)
