"""The calendar in databases: macros and expressions as SQL text, and a table for any of them."""

from shamsi.sql.calendar_rows import COLUMNS, rows, write_csv
from shamsi.sql.macros import FIELDS, expression, macros, to_gregorian
from shamsi.sql.parquet import write_parquet

__all__ = [
    "COLUMNS",
    "FIELDS",
    "expression",
    "macros",
    "rows",
    "to_gregorian",
    "write_csv",
    "write_parquet",
]


def __dir__() -> list[str]:
    return sorted(__all__)
