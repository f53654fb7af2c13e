"""The verb `check`: what is wrong with the dates of the documents; it leaves as a linter does."""

import sys
from argparse import Namespace

from shamsi.cli.inputs import Document, Documents
from shamsi.cli.report import finding_block, record, summary, tell_dateline
from shamsi.text.checker import Examination, examine
from shamsi.text.finder import reading_of
from shamsi.text.mention import Mention


def run(options: Namespace) -> int:
    """0 when all is well, 1 when something is wrong, 2 when a document could not be read."""
    documents = Documents(options.files)
    errors = dates = pairs = 0
    for document in documents:
        reading = reading_of(document.text, languages=options.languages, reference=options.reference)
        if options.reference == "auto":
            tell_dateline(document, reading.dateline)
        examination = examine(reading, options.min_confidence)
        errors += len(examination.findings)
        dates += len(examination.mentions)
        pairs += len(examination.pairs)
        _print(document, examination, reading.dateline, form=options.format)
    if documents.read:
        print(
            summary(errors, dates, pairs, documents.read), file=sys.stderr if options.format == "json" else sys.stdout
        )
    if documents.failed:
        return 2
    return 1 if errors else 0


def _print(document: Document, examination: Examination, dateline: Mention | None, *, form: str) -> None:
    isolated = sys.stdout.isatty()
    for finding in examination.findings:
        print(
            record(document, finding, reference=dateline)
            if form == "json"
            else finding_block(document, finding, isolated=isolated)
        )
