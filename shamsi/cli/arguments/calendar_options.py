"""The options of `calendar` and `calendar-table`."""

import argparse

from shamsi.cli.arguments.convert_options import add_script
from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.types import month, year, years
from shamsi.formats.names import FILES

_CALENDAR_EXAMPLES = """\
examples:
  shamsi calendar                                this month in Asia/Tehran, with today marked
  shamsi calendar --tz Europe/Berlin             this month there
  shamsi calendar 1404 8 --lang fa
  shamsi calendar 1404

exit status: 0 when the calendar was printed, 2 when the month or the zone does not exist.
"""

_CALENDAR_TABLE_EXAMPLES = """\
examples:
  shamsi calendar-table > calendar.csv
  shamsi calendar-table --years 1178-1534 -o calendar.parquet
  shamsi calendar-table --lang prs --fiscal-start 10   Afghanistan: names in Dari, fiscal years

columns: gregorian (the key, a date), day_number (1970-01-01 is 0), year, month, day, \
weekday (Monday 1 .. Sunday 7),
day_of_year, season (spring 1), is_leap (1 or 0 in CSV), month_length, month_start, \
season_start and year_start (dates),
solar_string (1404-01-01), week and week_year (CLDR: from Saturday, 1 Farvardin in week 1), \
week_jdatetime (ends with the year),
quarter, half, week_start and half_start (dates), month_name and weekday_name; \
with --fiscal-start, fiscal_year and fiscal_year_start (a date).

exit status: 0 when the table was written, 2 when it could not be.
"""


def add_calendar(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `calendar`."""
    describe(
        parser,
        "Print a month, or the months of a year, next to the same days in the Gregorian calendar.",
        _CALENDAR_EXAMPLES,
    )
    parser.add_argument(
        "year",
        nargs="?",
        type=year,
        metavar="YEAR",
        help="Solar Hijri, 1..9378; if omitted, this month",
    )
    parser.add_argument(
        "month",
        nargs="?",
        type=month,
        metavar="MONTH",
        help="1..12; if omitted, all months of the year",
    )
    parser.add_argument(
        "--tz",
        metavar="ZONE",
        help="mark today as it is in this time zone, such as Europe/Berlin, UTC or +03:30; "
        "default: Asia/Tehran without YEAR, otherwise today is not marked",
    )
    add_script(parser)


def add_calendar_table(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `calendar-table`."""
    describe(
        parser,
        "Write one row for each day of a range of Solar Hijri years.",
        _CALENDAR_TABLE_EXAMPLES,
    )
    parser.add_argument(
        "--years",
        type=years,
        default=(1300, 1450),
        metavar="FIRST-LAST",
        help="1..9378; default: 1300-1450",
    )
    parser.add_argument(
        "--format",
        choices=("csv", "parquet"),
        help="default: parquet if the output FILE ends in .parquet, otherwise csv",
    )
    parser.add_argument(
        "--lang",
        choices=FILES,
        default="en",
        help="language of month_name and weekday_name; default: en",
    )
    parser.add_argument(
        "--fiscal-start",
        type=month,
        metavar="MONTH",
        help="first month of fiscal years, 1..12, for two more columns: fiscal_year, named by the "
        "year in which it ends, and fiscal_year_start",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to write; default: standard output"
    )
