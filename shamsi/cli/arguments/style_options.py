"""The options of how output is shown: its language and its colours."""

import argparse

from shamsi.lang.sentences import MESSAGE_LANGUAGES


def add_style(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of how output is shown."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "--lang",
        choices=MESSAGE_LANGUAGES,
        help="language of messages and reports; default: that of the locale for people, "
        "English in formats for programs",
    )
    group.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="print no notices and no summary on standard error, only what failed",
    )
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto: on a terminal, unless NO_COLOR is set; default: auto",
    )
