"""The verb `find`: every date in the documents, a line each; it leaves as grep does."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable

from shamsi.cli.inputs import Documents
from shamsi.cli.report import explanation_block, mention_line, record
from shamsi.text.finder import find
from shamsi.text.mention import Mention

TYPE_CHECKING = False  # only `--explain` loads the explainer
if TYPE_CHECKING:
    from shamsi.text.explainer import Explanation


def run(options: Namespace) -> int:
    """0 when a date was found, 1 when none was, 2 when a document could not be read."""
    documents = Documents(options.files)
    isolated = sys.stdout.isatty()
    read = _reader(explained=options.explain)
    found = 0
    for document in documents:
        for row in read(document.text, languages=options.languages, reference=options.reference):
            found += isinstance(row, Mention) or row.mention is not None
            if options.format == "json":
                print(record(document, row))
            elif isinstance(row, Mention):
                print(mention_line(document, row, isolated=isolated))
            else:
                print(explanation_block(document, row, isolated=isolated))
    if documents.failed:
        return 2
    return 0 if found else 1


def _reader(*, explained: bool) -> "Callable[..., Iterable[Mention | Explanation]]":
    if not explained:
        return find
    from shamsi.text.explainer import explain

    return explain
