"""Documents read as blocks, each with the day on which it was written, if its record says so."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from shamsi.cli.inputs.document import Document
from shamsi.text.resolve.reading import Reading, readings_of


def read_documents(documents: Sequence[Document], options: Namespace, **more: Any) -> list[Reading]:
    """Read documents under the languages and the reference that the options give.

    `more` are further keywords of the reader.
    """
    readings: list[Reading] = []
    for reference, group in groupby(documents, lambda document: document.reference):
        readings += readings_of(
            [document.text for document in group],
            languages=options.languages,
            reference=reference or options.reference,
            **more,
        )
    return readings
