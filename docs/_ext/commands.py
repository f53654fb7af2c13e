"""The options of the command's verbs, as its own parser has them."""

import argparse
from collections.abc import Iterator

from shamsi.cli.arguments.command_line import VERBS, parser
from tables import table


def verb_parser(verb: str) -> argparse.ArgumentParser:
    """The parser of a verb."""
    for action in parser([verb])._actions:
        if isinstance(action, argparse._SubParsersAction):
            found: argparse.ArgumentParser = action.choices[verb]
            return found
    raise LookupError(f"no verb {verb!r}: {', '.join(VERBS)}")


def options(verb: str) -> str:
    """A table of a verb's values and options."""
    return table(("option", "meaning"), rows(verb_parser(verb)))


def usage(verb: str) -> str:
    """How a verb is called, and the end of its help: examples, formats, exit status."""
    asked = verb_parser(verb)
    return f"```text\n{asked.format_usage()}\n{asked.epilog or ''}```\n"


def rows(asked: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Each argument with its help."""
    for action in asked._actions:
        if action.help != argparse.SUPPRESS and action.dest != "help":
            yield written(action), told(action, asked)


def written(action: argparse.Action) -> str:
    """An argument as it is typed."""
    value = f" {action.metavar or action.dest.upper()}" if action.nargs != 0 and not action.choices else ""
    choices = f" {'|'.join(map(str, action.choices))}" if action.choices else ""
    names = action.option_strings or [str(action.metavar or "") if action.choices else ""]
    return ", ".join(f"`{f'{name}{value}{choices}'.strip()}`" for name in names)


def told(action: argparse.Action, asked: argparse.ArgumentParser) -> str:
    """What an argument is for, with the values that help fills in."""
    filled = (action.help or "") % {**vars(action), "prog": asked.prog}
    return filled.replace("*", "\\*").replace("<", "\\<")
