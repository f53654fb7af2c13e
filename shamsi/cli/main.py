"""The command `shamsi`: its streams, its verbs and its exit status."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from shamsi.cli.arguments.command_line import read_arguments
from shamsi.cli.escaping import print_error

_INTERRUPTED = 130  # as shells report SIGINT
_PIPE_CLOSED = 141  # as shells report SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    >>> main(["convert", "1403-12-30", "--to", "gregorian"])
    2025-03-20
    0
    """
    _prepare_streams()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:  # input files are handled where they are read; only output is left
        _abandon_output()
        if isinstance(error, BrokenPipeError):
            return _PIPE_CLOSED
        print_error(f"cannot write the output: {(error.strerror or str(error)).lower()}")
        return 2


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = read_arguments(arguments)
        if hasattr(options, "config") and not _configured(options):
            return 2
        module = options.verb.replace("-", "_")
        run = import_module(
            f"shamsi.cli.verbs.{module}"
        ).run  # so that `convert` loads nothing of `find`
        status: int = run(options)
        return status
    finally:
        sys.stdout.flush()


def _configured(options: Namespace) -> bool:
    """Whether the configuration file could be read; if not, the error is printed."""
    from shamsi.cli.arguments.configuration import Misconfigured, apply_configuration

    try:
        apply_configuration(options)
    except Misconfigured as wrong:
        print_error(str(wrong))
        return False
    return True


def _prepare_streams() -> None:
    """Set the streams to UTF-8 in any locale; lone surrogates are escaped as in JSON."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the calling process
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    _reconfigure(sys.stdin, "surrogateescape")
    _reconfigure(sys.stdout, "backslashreplace")
    _reconfigure(sys.stderr, "backslashreplace")


def _reconfigure(stream: object, errors: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors=errors)


def _abandon_output() -> None:
    """Redirect standard output to the null device, or the flush at exit would fail again."""
    try:
        output = sys.stdout.fileno()
    except OSError:  # replaced by a text stream of the caller
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output)
    os.close(nowhere)
