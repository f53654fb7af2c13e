"""Dates as lines of text, with their explanations if asked for."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from shamsi.cli.reports.dates.columns import aligned
from shamsi.cli.reports.lines import explanation_block, mention_line

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.cli.reports.dates.report import Dates
    from shamsi.cli.reports.style import Style


def make(options: Namespace, style: Style) -> TextReport:
    """The report; on a terminal, quoted text is isolated."""
    return TextReport(style)


class TextReport:
    """One line per date, or one block per explanation."""

    separator = "\n"

    def __init__(self, style: Style) -> None:
        self._style = style

    def entries(self, document: Document, dates: Dates) -> list[str]:
        """The lines of a document."""
        isolated, lang = self._style.isolated, self._style.lang
        if dates.explanations is None and self._style.width is not None:
            return aligned(document, dates.mentions, self._style)
        if dates.explanations is None:
            return [mention_line(document, one, isolated=isolated) for one in dates.mentions]
        return [
            explanation_block(document, row, isolated=isolated, lang=lang)
            for row in dates.explanations
        ]
