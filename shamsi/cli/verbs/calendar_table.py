"""The verb `calendar-table`: one row per day with its fields, to join in databases."""

import os
import sys
from argparse import Namespace

from shamsi.cli.escaping import clean, print_error
from shamsi.sql.calendar_rows import write_csv
from shamsi.sql.parquet import write_parquet


def run(options: Namespace) -> int:
    """Return 0 if the table was written, otherwise 2."""
    parquet = options.format == "parquet" or (
        options.format is None and (options.output or "").endswith(".parquet")
    )
    if parquet and not options.output:
        print_error("--format parquet needs a file: name it with -o FILE")
        return 2
    columns = {"lang": options.lang, "first_month": options.fiscal_start}
    try:
        if parquet:
            write_parquet(options.output, *options.years, **columns)
        elif options.output:
            with open(options.output, "w", encoding="utf-8", newline="") as lines:
                write_csv(lines, *options.years, **columns)
        else:
            write_csv(sys.stdout, *options.years, **columns)
    except ModuleNotFoundError as error:
        print_error(str(error))
        return 2
    except OSError as error:
        if not options.output:
            raise  # `main` handles errors of standard output
        reason = (
            os.strerror(error.errno) if error.errno else str(error)
        )  # the message of PyArrow repeats the path
        print_error(f"{clean(options.output)}: {reason.lower()}")
        return 2
    return 0
