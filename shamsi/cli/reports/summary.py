"""The summary of a run on standard error, in the language of the options, unless it is quiet."""

from __future__ import annotations

from argparse import Namespace

from shamsi.cli.escaping import print_stderr
from shamsi.cli.reports.style import language_of
from shamsi.lang.sentences import Sentence


def print_summary(sentence: Sentence, options: Namespace) -> None:
    """Print a sentence about a whole run, unless `--quiet` was given."""
    if not options.quiet:
        print_stderr(sentence.translated(language_of(options)))
