"""The command line: the verbs, and a parser that loads the options of the one that is called."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from shamsi import __version__
from shamsi._errors import shown
from shamsi.cli.arguments.help import describe
from shamsi.cli.arguments.parser import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_EXAMPLES = """\
examples:
  shamsi convert 1403-12-30 --to gregorian       2025-03-20
  shamsi convert 2025-03-20 --to persian         1403-12-30
  shamsi convert --to gregorian < days.txt       one date per line
  shamsi find --format json news.txt             every date in the text, one JSON object per line
  shamsi check news.txt                          dates that disagree, \
in two calendars or with their weekday
  shamsi fix --side gregorian --diff news.txt    the changes that would fix them
  shamsi calendar 1404 8                         the month in both calendars, one week per line
  shamsi calendar-table -o calendar.csv          one row per day, to join in a database
  shamsi formula excel --cell B2                 a formula that converts the date in B2
"""

# verb: the module of its options, and its line in the help
VERBS = {
    "convert": ("convert_options", "convert dates between the Persian and the Gregorian calendar"),
    "find": ("report_options", "find dates in Persian, Arabic and English text"),
    "check": ("report_options", "report dates that cannot be right and suggest corrections"),
    "fix": ("rewrite_options", "rewrite one side of each pair of dates that disagree"),
    "annotate": ("rewrite_options", "add each date's equivalent in the other calendar"),
    "redact": ("rewrite_options", "blur or remove dates"),
    "calendar": ("calendar_options", "print a month or a year in both calendars"),
    "calendar-table": ("calendar_options", "write a table of days to join in a database"),
    "formula": ("formula_options", "print a formula of Excel or Google Sheets that converts dates"),
}


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of a call.

    Without arguments it prints the help; a wrong call exits with status 2.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    first, words = (given[0], given[1:]) if given else ("--help", [])
    top = parser([first] if first in VERBS else [])
    if first in VERBS:
        _check(words, top.verbs[first])
    elif first not in top.options():
        top.error(_unknown(first, words))
    return top.parse_args([first, *words])


def _check(words: Sequence[str], asked: Parser) -> None:
    """Reject unknown options of a verb, and a call without required ones."""
    if not {"-h", "--help"}.isdisjoint(words):
        return
    for word in asked.unknown(words):
        asked.error(f"unknown option {word}{_meant(word, asked)}")
    missing = list(asked.missing(words))
    if missing:
        asked.error(
            "; ".join(f"{one.option_strings[-1]} is required: {_allowed(one)}" for one in missing)
        )


def _allowed(action: argparse.Action) -> str:
    return (
        f"choose from {', '.join(map(str, action.choices))}" if action.choices else f"{action.help}"
    )


def _unknown(first: str, words: Sequence[str]) -> str:
    """The error for a first word that is not a verb."""
    from shamsi.cli.arguments import did_you_mean

    verb = next((word for word in words if word in VERBS), "")
    if first.startswith("-"):
        guess = did_you_mean.option(first, ("--help", "--version"))
        order = f"; options follow the verb: shamsi {verb or 'VERB'} {first}"
        return f"unknown option {first}{did_you_mean.meant(guess) or order}"
    guess = did_you_mean.verb(first, VERBS)
    if guess == "--help":
        guess = f"shamsi {verb} --help".replace("  ", " ")
    return f"unknown verb {shown(first)}; choose from {', '.join(VERBS)}{did_you_mean.meant(guess)}"


def _meant(word: str, asked: Parser) -> str:
    """A suggestion for an option that a verb does not have."""
    from shamsi.cli.arguments import did_you_mean

    if word.lstrip("-") in VERBS:
        return did_you_mean.meant(f"shamsi {word.lstrip('-')}")
    if guess := did_you_mean.value(word, asked.choices()):
        return did_you_mean.meant(guess)
    slip = did_you_mean.option(word, asked.options())
    if slip.startswith(word):
        return did_you_mean.meant(slip)
    others = [one for one, its in parser().verbs.items() if word in its.options()]
    if others:
        return f"; it is an option of {', '.join(others)}"
    return did_you_mean.meant(slip)


def parser(verbs: Sequence[str] = tuple(VERBS)) -> Parser:
    """The parser of the command; only the options of the given verbs are loaded."""
    top = Parser(prog="shamsi")
    describe(top, "Solar Hijri (Persian) dates.", _EXAMPLES)
    top.add_argument("--version", action="version", version=f"shamsi {__version__}")
    top.verbs = {}
    subparsers = top.add_subparsers(dest="verb", required=True, metavar=" | ".join(VERBS))
    for verb, (options_module, purpose) in VERBS.items():
        top.verbs[verb] = added = subparsers.add_parser(verb, help=purpose)
        if verb in verbs:
            module = import_module(f"shamsi.cli.arguments.{options_module}")
            getattr(module, f"add_{verb.replace('-', '_')}")(added)
    return top
