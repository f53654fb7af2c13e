"""The calendar in spreadsheets: formulas for Excel, Google Sheets and LibreOffice Calc."""

from shamsi.sheets.date_cells import FIELDS, formula
from shamsi.sheets.programs import PROGRAMS
from shamsi.sheets.solar_cells import to_gregorian

__all__ = ["FIELDS", "PROGRAMS", "formula", "to_gregorian"]


def __dir__() -> list[str]:
    return sorted(__all__)
