"""The options of `convert`, and those for the language and digits of an answer."""

import argparse

from shamsi.cli.arguments.help import describe
from shamsi.cli.values import pattern
from shamsi.formats.names import DIGITS, FILES

_EXAMPLES = """\
examples:
  shamsi convert 1403-12-30 ۱۴۰۴/۰۱/۰۱ --to gregorian
  cut -f2 table.tsv | shamsi convert --to persian
  shamsi convert 2025-03-20 --to persian --lang fa --format '%A %-d %B %Y'

exit status: 0 when every value was converted, 2 when one was not
(its line is left empty, and what is wrong with it is told on standard error).
"""


def add_convert(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of `convert`."""
    describe(parser, "Convert dates; each answer is a line.", _EXAMPLES)
    parser.add_argument("values", nargs="*", metavar="VALUE", help="year-month-day in any digits; none reads lines")
    parser.add_argument("--to", required=True, choices=("gregorian", "persian"), help="the calendar to convert to")
    parser.add_argument(
        "--format", type=pattern, metavar="PATTERN", help="a strftime pattern for the answers; default: %%Y-%%m-%%d"
    )
    add_script(parser)


def add_script(parser: argparse.ArgumentParser) -> None:
    """Give a parser the language and the digits of its answers."""
    parser.add_argument("--lang", choices=tuple(FILES), default="en", help="the language of names; default: en")
    parser.add_argument(
        "--digits", choices=tuple(DIGITS), help="latn 123, arabext ۱۲۳, arab ١٢٣; default: the language's"
    )
