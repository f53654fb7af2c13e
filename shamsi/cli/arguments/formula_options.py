"""The options of `formula`."""

import argparse

from shamsi.cli.arguments.convert_options import add_script
from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.types import calendar, pattern
from shamsi.sheets import FIELDS, PROGRAMS

_EXAMPLES = """\
examples:
  shamsi formula excel                                    a date in A2 as text: 1404-05-18
  shamsi formula excel --format %Y/%m/%d --cell C2        1404/05/18
  shamsi formula sheets --field month --let
  shamsi formula excel --format '%A %-d %B %Y' --lang fa --separator ';'
  shamsi formula excel --to gregorian --cell B2           text such as 1404/05/18 as a date
  shamsi formula excel --to gregorian --cell A2 B2 C2     year, month and day as a date

exit status: 0 when the formula was printed, 2 when it could not be made.
"""


def add_formula(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `formula`."""
    describe(
        parser,
        "Print a spreadsheet formula that converts dates, with English names of functions.",
        _EXAMPLES,
    )
    parser.add_argument(
        "program",
        choices=tuple(PROGRAMS),
        metavar="PROGRAM",
        help="excel, sheets (Google Sheets) or libreoffice",
    )
    parser.add_argument(
        "--to",
        type=calendar,
        choices=("persian", "gregorian"),
        default="persian",
        help="persian reads a cell with a date, gregorian cells with a Solar Hijri one; "
        "default: persian",
    )
    parser.add_argument(
        "--cell",
        nargs="+",
        default=["A2"],
        metavar="CELL",
        help="a reference or an expression, or with --to gregorian three for year, month and day; "
        "default: A2",
    )
    parser.add_argument("--field", choices=FIELDS, help="what to read of a date; default: text")
    parser.add_argument(
        "--format",
        type=pattern,
        metavar="PATTERN",
        help="a strftime pattern for text; default: %%Y-%%m-%%d",
    )
    add_script(parser)
    parser.add_argument(
        "--separator",
        default=",",
        metavar="CHARACTER",
        help="between arguments: ; in locales that write decimals with a comma; default: ,",
    )
    parser.add_argument(
        "--let",
        action="store_true",
        help="a much shorter formula, for Excel 2021, Google Sheets and LibreOffice 24.8 or later",
    )
