"""A document with its dates marked: TimeML, brat or CoNLL."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from shamsi.cli.escaping import clean_columns, escape_xml
from shamsi.exports.documents import export

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.cli.reports.dates.report import Dates
    from shamsi.cli.reports.style import Style


def make(options: Namespace, style: Style) -> DocumentReport:
    """The report; a terminal gets the same as a file."""
    return DocumentReport(options.format, parts=options.parts)


class DocumentReport:
    """The whole document."""

    separator = ""

    def __init__(self, format_name: str, *, parts: bool) -> None:
        """Begin with the format, and whether each date of a range or list is written."""
        self._format = format_name
        self._parts = parts

    def entries(self, document: Document, dates: Dates) -> list[str]:
        """The document in the format, without control characters."""
        written = export(document.text, list(dates.mentions), self._format, parts=self._parts)
        return [escape_xml(written) if self._format == "timeml" else clean_columns(written)]
