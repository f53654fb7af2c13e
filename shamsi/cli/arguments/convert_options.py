"""The options of `convert`, and those for the language and digits of results."""

import argparse

from shamsi.calendar.calendar_names import RECKONINGS
from shamsi.calendar.eras import OFFSETS
from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.parser import Parser
from shamsi.cli.arguments.types import any_calendar, century, day, pattern, reckoning
from shamsi.formats.names import DIGITS, FILES

GREGORIAN = "gregorian"  # as an era: the years are Gregorian, even if they look Persian
ERAS = (*OFFSETS, GREGORIAN)
CALENDARS = ("gregorian", "persian", "islamic")
_EXAMPLES = """\
examples:
  shamsi convert 1403-12-30 ۱۴۰۴/۰۱/۰۱ --to gregorian
  cut -f2 table.tsv | shamsi convert --to persian
  shamsi convert 2025-03-20 --to persian --lang fa --format '%A %-d %B %Y'
  shamsi convert 2535-10-25 --to gregorian --era imperial
  shamsi convert "۵ محرم ۱۴۴۷" --from islamic --to gregorian
  shamsi convert 2025-06-30 --from gregorian --to islamic --format '%-d %B %Y'
  shamsi convert "هفته آینده" --reference today --tz Asia/Tehran

exit status: 0 when every value was converted, 2 when one was not
(its line is left empty, and standard error shows why); with --reference,
1 when a value is not one date expression.
"""


def add_convert(parser: Parser) -> None:
    """Add to a parser the options of `convert`."""
    parser.needed = (("--to", "--reference"),)
    describe(parser, "Convert dates; prints one result per line.", _EXAMPLES)
    parser.add_argument(
        "values",
        nargs="*",
        metavar="VALUE",
        help="year-month-day in any digits; "
        "if omitted, dates are read from standard input, one per line",
    )
    parser.add_argument(
        "--to",
        type=any_calendar,
        choices=CALENDARS,
        help="the calendar to convert to; jalali, shamsi, miladi and ghamari are understood, too; "
        "required, except with --reference, whose default is gregorian",
    )
    parser.add_argument(
        "--from",
        dest="source",
        type=any_calendar,
        choices=CALENDARS,
        help="the calendar of the values; default: persian --to gregorian, "
        "gregorian --to persian; required --to islamic",
    )
    parser.add_argument(
        "--reckoning",
        type=reckoning,
        choices=RECKONINGS,
        help="how lunar dates are counted: by arithmetic, or as in Saudi Arabia in the years "
        "1343..1500; default: tabular; one line on standard error says which it was",
    )
    parser.add_argument(
        "--era",
        choices=ERAS,
        help="the era of the years that are read; "
        "default: the text's, else solar-hijri, or gregorian --to persian",
    )
    parser.add_argument(
        "--century",
        type=century,
        metavar="YEAR",
        help="the first of the hundred Hijri years that two digits may mean: 1400 reads 02 as 1402",
    )
    parser.add_argument(
        "--reference",
        type=day,
        metavar="DATE",
        help="read each value as one date expression in words, written on this Gregorian day; "
        "'today' needs --tz; prints a day, or START/END",
    )
    parser.add_argument(
        "--tz",
        metavar="ZONE",
        help="the time zone of --reference today, such as Asia/Tehran, UTC or +03:30",
    )
    parser.add_argument(
        "--format",
        type=pattern,
        metavar="PATTERN",
        help="a strftime pattern for the results; default: %%Y-%%m-%%d",
    )
    add_script(parser)


def add_script(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the language and the digits of its results."""
    parser.add_argument(
        "--lang", choices=tuple(FILES), default="en", help="the language of names; default: en"
    )
    parser.add_argument(
        "--digits",
        choices=tuple(DIGITS),
        help="latn 123, arabext ۱۲۳, arab ١٢٣; default: the language's",
    )
