"""The command `shamsi`: its streams, its verbs and how it leaves."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from shamsi.cli.arguments.command_line import read_arguments
from shamsi.cli.escaping import complain

_INTERRUPTED = 130  # as shells report SIGINT
_READER_LEFT = 141  # as shells report SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    >>> main(["convert", "1403-12-30", "--to", "gregorian"])
    2025-03-20
    0
    """
    _prepare_streams()
    try:
        return _answered(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:  # files read are handled where they are read: what is left is output
        _abandon_output()
        if isinstance(error, BrokenPipeError):
            return _READER_LEFT
        complain(f"cannot write the output: {(error.strerror or str(error)).lower()}")
        return 2


def _answered(arguments: Sequence[str] | None) -> int:
    try:
        options = read_arguments(arguments)
        if hasattr(options, "config") and not _configured(options):
            return 2
        module = options.verb.replace("-", "_")
        run = import_module(f"shamsi.cli.verbs.{module}").run  # so that `convert` loads nothing of `find`
        status: int = run(options)
        return status
    finally:
        sys.stdout.flush()


def _configured(options: Namespace) -> bool:
    """Whether what a configuration file sets could be read; if not, what is wrong is told."""
    from shamsi.cli.arguments.configuration import Misconfigured, settle

    try:
        settle(options)
    except Misconfigured as wrong:
        complain(str(wrong))
        return False
    return True


def _prepare_streams() -> None:
    """UTF-8 whatever the locale; a lone surrogate leaves as the escape that JSON, too, has for it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    _reconfigure(sys.stdin, "surrogateescape")
    _reconfigure(sys.stdout, "backslashreplace")
    _reconfigure(sys.stderr, "backslashreplace")


def _reconfigure(stream: object, errors: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors=errors)


def _abandon_output() -> None:
    """Point standard output at nothing, or the interpreter's own flush at exit would fail once more."""
    try:
        output = sys.stdout.fileno()
    except OSError:  # a text stream that whoever calls has put there
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output)
    os.close(nowhere)
