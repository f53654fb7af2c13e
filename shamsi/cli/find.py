"""The verb `find`: every date in the documents, a line each; it leaves as grep does."""

import sys
from argparse import Namespace

from shamsi.cli.inputs import Documents
from shamsi.cli.report import mention_line, record
from shamsi.text.finder import find


def run(options: Namespace) -> int:
    """0 when a date was found, 1 when none was, 2 when a document could not be read."""
    documents = Documents(options.files)
    isolated = sys.stdout.isatty()
    found = 0
    for document in documents:
        for mention in find(document.text, languages=options.languages, reference=options.reference):
            found += 1
            print(
                record(document, mention)
                if options.format == "json"
                else mention_line(document, mention, isolated=isolated)
            )
    if documents.failed:
        return 2
    return 0 if found else 1
