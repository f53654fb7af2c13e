"""The options of the verbs that rewrite texts: `annotate`, `fix` and `redact`."""

import argparse

from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.input_options import add_run
from shamsi.cli.arguments.report_options import add_configuration, add_dates, add_rules
from shamsi.cli.arguments.style_options import add_style
from shamsi.cli.arguments.types import calendar, encoding

_STATUS = "exit status: 0 when every document was written, 2 when one could not be.\n"
_ANNOTATE_EXAMPLES = f"""\
examples:
  shamsi annotate news.txt                       adds the Gregorian equivalent after each Solar date
  shamsi annotate --to persian --diff news.txt   shows the changes, in the other direction
  shamsi annotate --style html news.txt > news.html

{_STATUS}"""
_FIX_EXAMPLES = """\
examples:
  shamsi fix --side gregorian --diff news.txt    shows what would be changed
  shamsi fix --side gregorian --write news.txt

Only pairs of dates are fixed: what else `check` reports can be fixed in more than one way.

exit status: 0 when nothing is wrong afterwards, 1 when something still is, \
2 when a document could not be
written.
"""
_REDACT_EXAMPLES = f"""\
examples:
  shamsi redact --keep year record.txt           «18 مرداد 1404» becomes «1404»
  shamsi redact --keep nothing record.txt        it becomes «[DATE]»

{_STATUS}"""


def add_annotate(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `annotate`."""
    describe(
        parser,
        "Add each date's equivalent in the other calendar, in the language of the text.",
        _ANNOTATE_EXAMPLES,
    )
    _add_rewriting(parser)
    parser.add_argument(
        "--to",
        type=calendar,
        choices=("gregorian", "persian"),
        default="gregorian",
        help="the calendar of the equivalents; default: gregorian",
    )
    parser.add_argument(
        "--style",
        choices=("brackets", "instead", "html"),
        default="brackets",
        help="in brackets after the dates, instead of them, or plain text as HTML with <time>; "
        "default: brackets",
    )


def add_fix(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `fix`."""
    describe(parser, "Rewrite one side of each pair of dates that disagree.", _FIX_EXAMPLES)
    _add_rewriting(parser)
    parser.add_argument(
        "--side",
        required=True,
        type=calendar,
        choices=("persian", "gregorian", "islamic"),
        help="the calendar whose side is rewritten; the other one is taken to be right",
    )
    add_rules(parser)


def add_redact(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of `redact`."""
    describe(parser, "Blur or remove dates.", _REDACT_EXAMPLES)
    _add_rewriting(parser)
    parser.add_argument(
        "--keep",
        required=True,
        choices=("month", "year", "nothing"),
        help="what to keep of each date: month and year, only the year, "
        "or nothing (the mask replaces it)",
    )
    parser.add_argument(
        "--mask", default="[DATE]", metavar="TEXT", help="replaces removed dates; default: [DATE]"
    )
    parser.add_argument(
        "--relative", action="store_true", help="also redact relative words such as 'yesterday'"
    )


def _add_rewriting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a text, a web page or a folder; if omitted or -, standard input is read",
    )
    parser.add_argument(
        "--input-format",
        choices=("text", "html", "docx", "odt"),
        help="default: taken from the suffix, otherwise text",
    )
    parser.add_argument(
        "--encoding", type=encoding, metavar="NAME", help="such as cp1256; default: UTF-8"
    )
    add_style(parser)
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--diff", action="store_true", help="print a unified diff instead of the text"
    )
    place.add_argument(
        "--write", action="store_true", help="overwrite the files in place (each atomically)"
    )
    add_run(parser)
    add_dates(parser)
    add_configuration(parser)
