"""The verbs: what each is for, and a parser that knows the options of the one that is asked."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from shamsi import __version__
from shamsi.cli.arguments.help import describe
from shamsi.cli.quoting import clean

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
  shamsi fix --side gregorian --diff news.txt    what would mend them
  shamsi calendar 1404 8                         the month in both calendars, a week a line
  shamsi calendar-table -o calendar.csv          a row a day, for databases to join
"""

# verb: the module of its options, and its line in the help
VERBS = {
    "convert": ("converting", "convert dates between the Persian and the Gregorian calendar"),
    "find": ("reading", "find the dates in text"),
    "check": ("reading", "find the dates that cannot be right, with their repairs"),
    "fix": ("writing", "rewrite one side of the pairs of dates that are not one day"),
    "annotate": ("writing", "write what dates are in the other calendar into texts"),
    "redact": ("writing", "make the dates of texts coarser, or take them out"),
    "calendar": ("calendars", "print a month or a year in both calendars"),
    "calendar-table": ("calendars", "write a table of days for databases to join"),
}


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of a call; a call that is wrong leaves with 2 and says why."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = next((word for word in given if word in VERBS), None)
    return parser([asked] if asked else []).parse_args(given)


def parser(verbs: Sequence[str] = tuple(VERBS)) -> argparse.ArgumentParser:
    """The parser of the command; only these verbs have their options, so that one loads nothing of another."""
    top = _Parser(prog="shamsi")
    describe(top, "Solar Hijri (Persian) dates.", _EXAMPLES)
    top.add_argument("--version", action="version", version=f"shamsi {__version__}")
    rooms = top.add_subparsers(dest="verb", required=True, metavar=" | ".join(VERBS))
    for verb, (room, purpose) in VERBS.items():
        added = rooms.add_parser(verb, help=purpose)
        if verb in verbs:
            module = import_module(f"shamsi.cli.arguments.{room}")
            getattr(module, f"add_{verb.replace('-', '_')}")(added)
    return top


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(clean(message))
