"""The options of the verbs that write texts: `annotate`, `fix` and `redact`."""

import argparse

from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.reading import add_configuration, add_dates, add_rules
from shamsi.cli.values import calendar, encoding

_STATUS = "exit status: 0 when every document was written, 2 when one could not be.\n"
_ANNOTATE_EXAMPLES = f"""\
examples:
  shamsi annotate news.txt                       every Solar date with its Gregorian equivalent behind it
  shamsi annotate --to persian --diff news.txt   what that would change, the other way round
  shamsi annotate --style html news.txt > news.html

{_STATUS}"""
_FIX_EXAMPLES = """\
examples:
  shamsi fix --side gregorian --diff news.txt    what would be changed
  shamsi fix --side gregorian --write news.txt

Only pairs of dates are mended: what else `check` finds has more than one repair.

exit status: 0 when nothing is wrong afterwards, 1 when something is, 2 when a document could not be written.
"""
_REDACT_EXAMPLES = f"""\
examples:
  shamsi redact --keep year record.txt           «18 مرداد 1404» is «1404»
  shamsi redact --keep nothing record.txt        and «[DATE]»

{_STATUS}"""


def add_annotate(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of `annotate`."""
    describe(
        parser, "Write what dates are in the other calendar into the text, in its own language.", _ANNOTATE_EXAMPLES
    )
    _add_writing(parser)
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
        help="in brackets behind the dates, instead of them, or plain text as HTML with <time>; default: brackets",
    )


def add_fix(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of `fix`."""
    describe(parser, "Mend pairs of dates that are not one day, by rewriting one side of each.", _FIX_EXAMPLES)
    _add_writing(parser)
    parser.add_argument(
        "--side",
        required=True,
        type=calendar,
        choices=("persian", "gregorian", "islamic"),
        help="the calendar whose side is rewritten; the other one is taken to be right",
    )
    add_rules(parser)


def add_redact(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of `redact`."""
    describe(parser, "Make dates coarser, or take them out.", _REDACT_EXAMPLES)
    _add_writing(parser)
    parser.add_argument(
        "--keep",
        required=True,
        choices=("month", "year", "nothing"),
        help="what is left of a date: its month and year, its year, or the mask",
    )
    parser.add_argument("--mask", default="[DATE]", metavar="TEXT", help="default: [DATE]")
    parser.add_argument("--relative", action="store_true", help="words such as «yesterday», too")


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a text or page, or a folder of them; none or - reads standard input"
    )
    parser.add_argument("--input-format", choices=("text", "html"), help="default: what the suffix says, else text")
    parser.add_argument("--encoding", type=encoding, metavar="NAME", help="such as cp1256; default: UTF-8")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--diff", action="store_true", help="print a unified diff in place of the text")
    place.add_argument("--write", action="store_true", help="write the files in their places, each at once")
    add_dates(parser)
    add_configuration(parser)
