"""The verb `find`: every date in the documents, a line each; it leaves as grep does."""

import sys
from argparse import Namespace

from shamsi.cli.inputs import Documents
from shamsi.cli.report import mention_line, record, tell_dateline
from shamsi.text.finder import reading_of


def run(options: Namespace) -> int:
    """0 when a date was found, 1 when none was, 2 when a document could not be read."""
    documents = Documents(options.files)
    isolated = sys.stdout.isatty()
    found = 0
    for document in documents:
        reading = reading_of(document.text, languages=options.languages, reference=options.reference)
        if options.reference == "auto":
            tell_dateline(document, reading.dateline)
        for mention in (row.mention for row in reading.found):
            if mention.confidence < options.min_confidence:
                continue
            found += 1
            print(
                record(document, mention, reference=reading.dateline)
                if options.format == "json"
                else mention_line(document, mention, isolated=isolated)
            )
    if documents.failed:
        return 2
    return 0 if found else 1
