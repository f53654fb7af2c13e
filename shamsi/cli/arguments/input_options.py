"""The options of inputs: what is read, how it is read, and how a run over many documents works."""

import argparse

from shamsi.cli.arguments.types import delimiter, encoding, jobs
from shamsi.cli.inputs.sources import KINDS


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the inputs, and the options of how they are read."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a file or a folder; if omitted or -, standard input is read",
    )
    group = parser.add_argument_group("inputs")
    group.add_argument(
        "--input-format",
        choices=KINDS,
        help="default: taken from the suffix (also before .gz or .zst); "
        "other files are read as text, or skipped inside folders",
    )
    group.add_argument(
        "--field",
        action="append",
        metavar="NAME",
        help="field that holds text, for jsonl, json, csv, tsv and parquet; may be repeated: "
        "each is a document of its own; default: text",
    )
    group.add_argument(
        "--field-format",
        choices=("text", "html"),
        default="text",
        help="html: read the fields as web pages; default: text",
    )
    group.add_argument(
        "--reference-field",
        metavar="NAME",
        help="field with the day on which a record was written: an ISO date, or a Solar one",
    )
    group.add_argument(
        "--delimiter",
        type=delimiter,
        metavar="SIGN",
        help="between the columns of csv: , ; | or tab, by sign or name; "
        "default: the comma, or the one with which the field is found",
    )
    group.add_argument(
        "--id",
        metavar="NAME",
        help="field that identifies each document; default: line number "
        "(for json and Parquet, the number of the record)",
    )
    group.add_argument(
        "--encoding",
        type=encoding,
        metavar="NAME",
        help="such as cp1256; default: UTF-8, for a web page the encoding that it declares",
    )


def add_run(parser: argparse.ArgumentParser) -> None:
    """Add to a parser the options of a run over many documents."""
    group = parser.add_argument_group("runs")
    group.add_argument(
        "--jobs", type=jobs, default=1, metavar="N", help="number of processes; default: 1"
    )
    group.add_argument(
        "-o", "--output", metavar="FILE", help="where to write; default: standard output"
    )
    group.add_argument(
        "--resume", action="store_true", help="resume an interrupted run that wrote to -o FILE"
    )
