"""Dates as lines of text, each with its value in EDTF."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from shamsi.cli.reports.lines import edtf_line
from shamsi.exports.edtf import edtf

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.cli.reports.dates.report import Dates
    from shamsi.cli.reports.style import Style


def make(options: Namespace, style: Style) -> EdtfReport:
    """The report; on a terminal, quoted text is isolated."""
    return EdtfReport(style)


class EdtfReport:
    """One line per date."""

    separator = "\n"

    def __init__(self, style: Style) -> None:
        self._style = style

    def entries(self, document: Document, dates: Dates) -> list[str]:
        """One line per date."""
        return [
            edtf_line(document, mention, edtf(mention), isolated=self._style.isolated)
            for mention in dates.mentions
        ]
