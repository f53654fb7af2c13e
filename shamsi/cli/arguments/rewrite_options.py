"""The options of the verbs that rewrite texts: `annotate`, `fix` and `redact`."""

import argparse

from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.input_options import add_inputs, add_run
from shamsi.cli.arguments.parser import Parser
from shamsi.cli.arguments.report_options import add_configuration, add_dates, add_rules
from shamsi.cli.arguments.style_options import add_style
from shamsi.cli.arguments.types import calendar

_STATUS = "exit status: 0 when every document was written, 2 when one could not be.\n"
_ANNOTATE_EXAMPLES = f"""\
examples:
  shamsi annotate news.txt                       adds the Gregorian equivalent after each Solar date
  shamsi annotate --to persian --diff news.txt   shows the changes, in the other direction
  shamsi annotate --style html news.txt > news.html

{_STATUS}"""
_FIX_EXAMPLES = """\
examples:
  shamsi fix --side preferred --diff news.txt    what the text itself shows to be wrong
  shamsi fix --side gregorian --write news.txt   one side of every pair
  shamsi fix --apply reviewed.csv --write        what an editor ticked in a sheet of \
`check --format csv`
  shamsi fix --interactive news/                 asks for each finding, and writes

What is left, and why, is shown at the end.

exit status: 0 when nothing is wrong afterwards, 1 when something still is, \
2 when a document could not be
read or written, or a row of the list was refused.
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


def add_fix(parser: Parser) -> None:
    """Add to a parser the options of `fix`."""
    describe(
        parser,
        "Repair dates: one side of each pair, what the text shows, or what was decided.",
        _FIX_EXAMPLES,
    )
    _add_rewriting(parser)
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument(
        "--side",
        type=calendar,
        choices=("persian", "gregorian", "islamic", "preferred"),
        help="the calendar whose side is rewritten, while the other one is taken to be right; "
        "preferred: the side that the text shows to be wrong",
    )
    chosen.add_argument(
        "--apply",
        metavar="LIST",
        help="a sheet or JSON of findings, of which those with `apply` filled in are repaired; "
        "it names the files",
    )
    chosen.add_argument(
        "--interactive",
        action="store_true",
        help="ask for each finding on a terminal, and write each file",
    )
    parser.needed = (("--side", "--apply", "--interactive"),)
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
    add_inputs(parser)
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
