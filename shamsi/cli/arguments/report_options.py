"""The options of the verbs that report: `find` and `check`."""

import argparse

from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.input_options import add_inputs, add_run
from shamsi.cli.arguments.style_options import add_style
from shamsi.cli.arguments.types import (
    century,
    confidence,
    exception,
    finding_code,
    language,
    pair,
    per_file_ignore,
    reference,
    tolerance,
)

FIND_FORMATS = ("text", "json", "edtf", "timeml", "brat", "conll")
CHECK_FORMATS = ("text", "json", "html", "csv", "xlsx", "docx", "github", "sarif")
UNITS = ("code-points", "utf-8", "utf-16")

_FIND_EXAMPLES = """\
examples:
  shamsi find news.txt
  shamsi find --format json --reference 2025-12-15 *.txt > dates.jsonl
  shamsi find --format brat news.txt > news.ann
  shamsi find --jobs 4 -o dates.txt archive/     every text, page and table in a folder; \
--resume if it was stopped
  shamsi find --explain news.txt                 why each date is read so, \
and why others are not dates

formats:
  text    place, text, calendar, kind, value and Gregorian interval
  json    one object per line, with offsets, parts and everything else
  edtf    place, text, and its time in ISO 8601-2 (- where that has no form for it)
  timeml  the text as XML, with TIMEX3 tags
  brat    the .ann file for the text
  conll   one token per line: token, start, end, BIO tag

exit status: 0 when a date was found, 1 when none was found, 2 when a file could not be read.
"""

_CHECK_EXAMPLES = """\
examples:
  shamsi check news.txt
  shamsi check --language ar --format json < article.txt
  shamsi check --field body --id url news.jsonl.gz
  shamsi check --format html -o dates.html news.txt
  shamsi check --format docx -o reviewed.docx article.docx
  shamsi check --jobs 4 --format json -o findings.jsonl archive/
  shamsi check --baseline findings.jsonl archive/   only what is new since then
  shamsi check --format csv -o review.csv archive/  a sheet to review
  shamsi check --pair jdate=gdate orders.csv     two columns of a table, row by row

formats:
  text    the place, the words around it, what is wrong, suggested corrections
  json    one object per line, with offsets and everything else
  html    one self-contained page: dates marked, findings and corrections next to them, a timeline
  csv     a sheet to review, one row per finding, which `fix --apply` applies
  xlsx    the same as an Excel file; needs openpyxl
  github  annotations for a GitHub workflow, at the lines of a pull request
  sarif   SARIF 2.1.0, for code hosts and editors
  docx    a copy of one Word file, with a comment on the words of each finding; needs -o FILE

exit status: 0 when all is well, 1 when something is wrong, 2 when a file could not be read.
"""


def add_find(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `find`."""
    describe(parser, "Find the dates in Persian, Arabic and English text.", _FIND_EXAMPLES)
    _add_reading(parser, FIND_FORMATS)
    add_run(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="explain why each date is read so, and why other candidates are not dates: text, json",
    )
    parser.add_argument(
        "--parts",
        action="store_true",
        help="write each date of a range or list: timeml, brat, conll",
    )
    parser.add_argument(
        "--offsets", choices=UNITS, help="unit of the offsets in json; default: code-points"
    )


def add_check(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `check`."""
    describe(
        parser,
        "Report dates that cannot be right, above all those given in two calendars, "
        "and suggest corrections.",
        _CHECK_EXAMPLES,
    )
    _add_reading(parser, CHECK_FORMATS)
    add_run(parser)
    add_rules(parser)
    add_columns(parser)
    known = parser.add_mutually_exclusive_group()
    known.add_argument(
        "--baseline",
        metavar="FILE",
        help="report only what is not among the findings of FILE, an earlier output of "
        "--format json",
    )
    known.add_argument(
        "--no-baseline",
        action="store_const",
        const="",
        dest="baseline",
        help="report everything, also where the configuration names a baseline",
    )
    parser.add_argument(
        "--unused",
        action="store_true",
        help="also report exceptions and in-text notes that suppressed nothing",
    )


def add_columns(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options that compare two columns of a table."""
    group = parser.add_argument_group("columns")
    group.add_argument(
        "--pair",
        action="append",
        type=pair,
        dest="pairs",
        metavar="SOLAR=OTHER",
        help="compare two columns of csv, tsv, jsonl or parquet: a Solar date and its Gregorian "
        "one, or its lunar one as islamic:NAME; may be repeated; needs NumPy",
    )
    group.add_argument(
        "--century",
        type=century,
        metavar="YEAR",
        help="with --pair: the first of the hundred years that two digits may mean",
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the rules of what is reported."""
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--select",
        action="append",
        type=finding_code,
        metavar="CODE",
        help="report only findings with this code, such as pair-mismatch; "
        "may be repeated; default: all",
    )
    group.add_argument(
        "--ignore",
        action="append",
        type=finding_code,
        metavar="CODE",
        help="do not report findings with this code; may be repeated",
    )
    group.add_argument(
        "--per-file-ignore",
        action="append",
        type=per_file_ignore,
        dest="per_file_ignores",
        metavar="PATTERN=CODE",
        help="do not report findings with this code in some files, "
        "such as 'archive/*=weekday-conflict'",
    )
    group.add_argument(
        "--lunar-tolerance",
        type=tolerance,
        metavar="N",
        help="how many days a lunar date may differ from the date beside it, 0 to 5, or "
        "`umm-al-qura` for none by that calendar in 1343 to 1500; default: 2",
    )
    group.add_argument(
        "--exception",
        action="append",
        type=exception,
        dest="exceptions",
        metavar="PAIR",
        help="a pair that may disagree, such as '1299-12-03 = 1921-02-21', "
        "or `borji` for Solar days before 1304 that are one day off; may be repeated",
    )
    group.add_argument(
        "--min-alarm",
        type=confidence,
        metavar="N",
        help="do not report findings whose confidence is below N, 0 to 1; default: 0",
    )


def _add_reading(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    add_inputs(parser)
    parser.add_argument("--format", choices=formats, default="text", help="default: text")
    add_style(parser)
    add_dates(parser)
    add_configuration(parser)


def add_dates(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of how dates are found."""
    parser.add_argument(
        "--reference",
        type=reference,
        metavar="DATE",
        help="Gregorian date of the text, what `today` means in it; "
        "`auto` takes it from the dateline of the text",
    )
    parser.add_argument(
        "--min-confidence",
        type=confidence,
        metavar="N",
        help="drop dates whose confidence is below N, 0 to 1; default: 0",
    )
    parser.add_argument(
        "--language",
        action="append",
        type=language,
        dest="languages",
        metavar="CODE",
        help="language to read, such as fa or ar, or the path of your own language file; "
        "may be repeated; default: all",
    )


def add_configuration(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of the configuration file."""
    group = parser.add_argument_group("configuration").add_mutually_exclusive_group()
    group.add_argument(
        "--config",
        metavar="FILE",
        help="default: the nearest shamsi.toml, or pyproject.toml with [tool.shamsi], "
        "in this folder or above",
    )
    group.add_argument("--no-config", action="store_true", help="do not read a configuration file")
