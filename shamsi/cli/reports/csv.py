"""Findings as a CSV sheet that an editor reviews; Excel opens it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from shamsi.cli.reports.sheet_rows import COLUMNS, protected, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shamsi.cli.inputs import Document
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.resolve.mention import Mention

_PLAIN = ("line", "column", "confidence")  # cells that are numbers
_BOM = "\ufeff"  # without it Excel reads the encoding of the system


def make(style: Style) -> CsvReport:
    """The report, with messages in the language of the style."""
    return CsvReport(style.lang)


class CsvReport:
    """One row per finding; the tally goes to standard error."""

    separator = "\n"
    shows_tally = False

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def head(self) -> str:
        """The names of the columns."""
        return f"{_BOM}{_written(COLUMNS)}\n"

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """One row per finding."""
        rows = (row_of(document, finding, self._lang) for finding in examination.findings)
        return [
            _written(cell if name in _PLAIN else protected(cell) for name, cell in row.items())
            for row in rows
        ]

    def foot(self, tally: Tally) -> str:
        """Nothing."""
        return ""


def _written(cells: Iterable[str]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()
