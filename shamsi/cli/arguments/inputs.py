"""The options of what is read: the inputs, how they are to be read, and how a run over many of them goes."""

import argparse

from shamsi.cli.inputs.sources import KINDS
from shamsi.cli.values import encoding, jobs


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Give a parser the inputs, and the options that say how they are to be read."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a file, or a folder of them; none or - reads standard input"
    )
    group = parser.add_argument_group("inputs")
    group.add_argument(
        "--input-format",
        choices=KINDS,
        help="default: what the suffix says, under .gz or .zst too, else text (in a folder: left out)",
    )
    group.add_argument(
        "--field",
        default="text",
        metavar="NAME",
        help="the field that holds the text: jsonl, csv, tsv, parquet; default: text",
    )
    group.add_argument(
        "--id", metavar="NAME", help="the field that a document is named by; default: its line, in parquet its row"
    )
    group.add_argument(
        "--encoding",
        type=encoding,
        metavar="NAME",
        help="such as cp1256; default: UTF-8, for a page what it declares",
    )


def add_run(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of a run over many documents."""
    group = parser.add_argument_group("runs")
    group.add_argument(
        "--jobs", type=jobs, default=1, metavar="N", help="processes that read at the same time; default: 1"
    )
    group.add_argument("-o", "--output", metavar="FILE", help="where to write; default: standard output")
    group.add_argument("--resume", action="store_true", help="go on with -o FILE where a run was stopped")
