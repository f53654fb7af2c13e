"""The arguments: the verbs, their options, and the help that has an example of each."""

from __future__ import annotations

import argparse

from shamsi import __version__
from shamsi.cli.quoting import clean
from shamsi.cli.values import confidence, language, month, pattern, reference, year, years
from shamsi.formats.names import DIGITS, FILES

FIND_FORMATS = ("text", "json", "edtf", "timeml", "brat", "conll")
UNITS = ("code-points", "utf-8", "utf-16")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_EXAMPLES = """\
examples:
  shamsi convert 1403-12-30 --to gregorian       2025-03-20
  shamsi convert 2025-03-20 --to persian         1403-12-30
  shamsi convert --to gregorian < days.txt       one date a line
  shamsi find --format json news.txt             every date in the text, one JSON object a line
  shamsi check news.txt                          dates given in two calendars that are not one day
  shamsi calendar 1404 8                         the month in both calendars, a week a line
  shamsi calendar-table -o calendar.csv          a row a day, for databases to join
"""

_CONVERT_EXAMPLES = """\
examples:
  shamsi convert 1403-12-30 ۱۴۰۴/۰۱/۰۱ --to gregorian
  cut -f2 table.tsv | shamsi convert --to persian
  shamsi convert 2025-03-20 --to persian --lang fa --format '%A %-d %B %Y'

exit status: 0 when every value was converted, 2 when one was not
(its line is left empty, and what is wrong with it is told on standard error).
"""

_FIND_EXAMPLES = """\
examples:
  shamsi find news.txt
  shamsi find --format json --reference 2025-12-15 *.txt > dates.jsonl
  shamsi find --format brat news.txt > news.ann
  shamsi find --explain news.txt                 why each is read so, and why what looks like a date is none

formats:
  text    place, text, calendar, kind, own value and Gregorian interval
  json    one object a line, with offsets, parts and everything else
  edtf    place, text, and its time as ISO 8601-2 writes it (- where it cannot)
  timeml  the text as XML, with TIMEX3 tags
  brat    the .ann file to the text
  conll   a token a line: token, start, end, BIO tag

exit status: 0 when a date was found, 1 when none was, 2 when a file could not be read.
"""

_CHECK_EXAMPLES = """\
examples:
  shamsi check news.txt
  shamsi check --language ar --format json < article.txt

exit status: 0 when all is well, 1 when something is wrong, 2 when a file could not be read.
"""


_CALENDAR_EXAMPLES = """\
examples:
  shamsi calendar                                this month, as it is in Asia/Tehran, today marked
  shamsi calendar --tz Europe/Berlin             this month, as it is there
  shamsi calendar 1404 8 --lang fa
  shamsi calendar 1404

exit status: 0 when the picture is drawn, 2 when the month or the zone does not exist.
"""

_CALENDAR_TABLE_EXAMPLES = """\
examples:
  shamsi calendar-table > calendar.csv
  shamsi calendar-table --years 1178-1534 -o calendar.parquet

columns: gregorian (the key, a date), day_number (1970-01-01 is 0), year, month, day, weekday (Monday 1 .. Sunday 7),
day_of_year, season (spring 1), is_leap (1 or 0 in CSV), month_length, month_start, season_start and year_start (dates),
solar_string (1404-01-01).

exit status: 0 when the table is written, 2 when it could not be.
"""


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of a call; a call that is wrong leaves with 2 and says why."""
    return _parser().parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(clean(message))


def _parser() -> argparse.ArgumentParser:
    parser = _described(_Parser(prog="shamsi"), "Solar Hijri (Persian) dates.", _EXAMPLES)
    parser.add_argument("--version", action="version", version=f"shamsi {__version__}")
    verbs = parser.add_subparsers(
        dest="verb", required=True, metavar="convert | find | check | calendar | calendar-table"
    )
    _add_convert(verbs.add_parser("convert", help="convert dates between the Persian and the Gregorian calendar"))
    find = verbs.add_parser("find", help="find the dates in text")
    _add_reading(find, "Find the dates in Persian and Arabic text.", _FIND_EXAMPLES, FIND_FORMATS)
    find.add_argument(
        "--explain",
        action="store_true",
        help="tell why each date is read so, and why what looks like one is not: text, json",
    )
    find.add_argument("--parts", action="store_true", help="tell each date of a range or list: timeml, brat, conll")
    find.add_argument("--offsets", choices=UNITS, help="what json counts offsets in; default: code-points")
    check = verbs.add_parser("check", help="find the dates that cannot be right, with their repairs")
    _add_reading(
        check, "Check the dates of a text, those given in two calendars above all.", _CHECK_EXAMPLES, ("text", "json")
    )
    _add_calendar(verbs.add_parser("calendar", help="print a month or a year in both calendars"))
    _add_calendar_table(verbs.add_parser("calendar-table", help="write a table of days for databases to join"))
    return parser


def _described(parser: argparse.ArgumentParser, description: str, examples: str) -> argparse.ArgumentParser:
    parser.description = description
    parser.epilog = examples
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.allow_abbrev = False
    return parser


def _add_convert(parser: argparse.ArgumentParser) -> None:
    _described(parser, "Convert dates; each answer is a line.", _CONVERT_EXAMPLES)
    parser.add_argument("values", nargs="*", metavar="VALUE", help="year-month-day in any digits; none reads lines")
    parser.add_argument("--to", required=True, choices=("gregorian", "persian"), help="the calendar to convert to")
    parser.add_argument(
        "--format", type=pattern, metavar="PATTERN", help="a strftime pattern for the answers; default: %%Y-%%m-%%d"
    )
    _add_script(parser)


def _add_script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=tuple(FILES), default="en", help="the language of names; default: en")
    parser.add_argument(
        "--digits", choices=tuple(DIGITS), help="latn 123, arabext ۱۲۳, arab ١٢٣; default: the language's"
    )


def _add_reading(parser: argparse.ArgumentParser, description: str, examples: str, formats: tuple[str, ...]) -> None:
    _described(parser, description, examples)
    parser.add_argument("files", nargs="*", metavar="FILE", help="UTF-8 text; none or - reads standard input")
    parser.add_argument("--format", choices=formats, default="text", help="default: text")
    parser.add_argument(
        "--reference",
        type=reference,
        metavar="DATE",
        help="Gregorian day of the text, which `today` refers to; `auto` reads it from the text's own dateline",
    )
    parser.add_argument(
        "--min-confidence",
        type=confidence,
        default=0.0,
        metavar="N",
        help="leave out dates that are less sure than N, 0 to 1; default: 0",
    )
    parser.add_argument(
        "--language",
        action="append",
        type=language,
        dest="languages",
        metavar="CODE",
        help="a language to read, such as fa or ar, or a language file of your own; may be repeated; default: all",
    )


def _add_calendar(parser: argparse.ArgumentParser) -> None:
    _described(
        parser,
        "Print a month, or the months of a year, beside the same days in the Gregorian calendar.",
        _CALENDAR_EXAMPLES,
    )
    parser.add_argument("year", nargs="?", type=year, metavar="YEAR", help="Solar Hijri, 1..9378; none is this month")
    parser.add_argument("month", nargs="?", type=month, metavar="MONTH", help="1..12; none is all months of the year")
    parser.add_argument(
        "--tz",
        metavar="ZONE",
        help="mark the day that it is there, such as in Europe/Berlin, UTC or +03:30; "
        "default: Asia/Tehran without YEAR, else no clock is read",
    )
    _add_script(parser)


def _add_calendar_table(parser: argparse.ArgumentParser) -> None:
    _described(parser, "Write a row for each day of some Solar Hijri years.", _CALENDAR_TABLE_EXAMPLES)
    parser.add_argument(
        "--years", type=years, default=(1300, 1450), metavar="FIRST-LAST", help="1..9378; default: 1300-1450"
    )
    parser.add_argument(
        "--format", choices=("csv", "parquet"), help="default: parquet to a FILE that ends in .parquet, else csv"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write; default: standard output")
