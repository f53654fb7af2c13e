"""Dates or explanations as JSON Lines."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from shamsi.cli.reports.json import record

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.cli.reports.dates.report import Dates
    from shamsi.cli.reports.style import Style


def make(options: Namespace, style: Style) -> JsonReport:
    """The report; a terminal gets the same as a file."""
    return JsonReport(options.offsets)


class JsonReport:
    """One object per line."""

    separator = "\n"

    def __init__(self, unit: str | None) -> None:
        """Begin with the unit of the offsets; None for code points."""
        self._unit = unit

    def entries(self, document: Document, dates: Dates) -> list[str]:
        """One object per date; line and column stay in code points in any unit of the offsets."""
        if dates.explanations is not None:
            return [record(document, row) for row in dates.explanations]
        counted = list(dates.mentions)
        if self._unit:
            from shamsi.exports.offsets import recounted

            counted = recounted(document.text, counted, unit=self._unit)
        return [
            record(document, row, at=(mention.start, mention.end), reference=dates.dateline)
            for mention, row in zip(dates.mentions, counted, strict=True)
        ]
