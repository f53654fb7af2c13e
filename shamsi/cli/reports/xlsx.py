"""Findings as an Excel sheet that an editor reviews."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from shamsi.cli.reports.report import PlainReport
from shamsi.cli.reports.sheet_rows import COLUMNS, row_of
from shamsi.lang.sentences import is_rtl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shamsi.cli.inputs import Document
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.resolve.mention import Mention

_MOST = 1_000_000  # rows of a sheet; Excel has 1,048,576
_NUMBERS = ("line", "column", "confidence")
_WIDE = {"sentence": 60, "message": 50, "text": 36, "path": 28, "id": 18, "apply": 24, "code": 18}
_WIDTH = 24
_NARROW = 8
_CHOICES = '"persian,gregorian"'
_PIECE = 1 << 16  # bytes


def make(style: Style) -> XlsxReport:
    """The report, in the direction and with messages in the language of the style."""
    return XlsxReport(style.lang)


class XlsxReport(PlainReport):
    """One row per finding, under a header that stays in view; the tally goes to standard error."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """The cells of each finding, as a JSON array."""
        rows = (row_of(document, finding, self._lang) for finding in examination.findings)
        return [json.dumps([*row.values()]) for row in rows]

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The workbook; where one sheet has not enough rows, the next one continues."""
        book = Workbook(write_only=True)
        sheet = self._sheet(book)
        for number, line in enumerate(entries):
            if number and number % _MOST == 0:
                sheet = self._sheet(book)
            sheet.append(self._cells(sheet, json.loads(line)))
        file = BytesIO()
        book.save(file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece

    def _sheet(self, book: Workbook) -> Any:
        sheet: Any = book.create_sheet(f"shamsi{len(book.worksheets) + 1}")
        sheet.sheet_view.rightToLeft = is_rtl(self._lang)
        sheet.freeze_panes = "A2"
        for at, name in enumerate(COLUMNS, 1):
            width = _NARROW if name in ("line", "column") else _WIDE.get(name, _WIDTH)
            sheet.column_dimensions[get_column_letter(at)].width = width
        choices: Any = DataValidation(
            "list", formula1=_CHOICES, allow_blank=True, showErrorMessage=False
        )
        letter = get_column_letter(COLUMNS.index("apply") + 1)
        choices.add(f"{letter}2:{letter}{_MOST + 1}")
        sheet.data_validations.append(choices)
        header = self._cells(sheet, COLUMNS)
        for cell in header:
            cell.font = Font(bold=True)
        sheet.append(header)
        return sheet

    def _cells(self, sheet: Any, row: Iterable[str]) -> list[Any]:
        """Cells of a row: numbers as numbers, everything else as text, never a formula."""
        cells: list[Any] = []
        for name, value in zip(COLUMNS, row, strict=True):
            if name in _NUMBERS and value != name:
                cells.append(WriteOnlyCell(sheet, float(value) if "." in value else int(value)))
                continue
            cell: Any = WriteOnlyCell(sheet, value)
            if value:
                cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=name in ("sentence", "message"))
            cells.append(cell)
        return cells
