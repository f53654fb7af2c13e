"""The verb `calendar-table`: a row a day with its fields, for databases to join."""

import os
import sys
from argparse import Namespace

from shamsi.cli.escaping import clean, complain
from shamsi.sql.calendar_rows import write_csv
from shamsi.sql.parquet import write_parquet


def run(options: Namespace) -> int:
    """0 when the table is written, 2 when it could not be."""
    parquet = options.format == "parquet" or (options.format is None and (options.output or "").endswith(".parquet"))
    if parquet and not options.output:
        complain("--format parquet needs a file: name it with -o FILE")
        return 2
    try:
        if parquet:
            write_parquet(options.output, *options.years)
        elif options.output:
            with open(options.output, "w", encoding="utf-8", newline="") as lines:
                write_csv(lines, *options.years)
        else:
            write_csv(sys.stdout, *options.years)
    except ModuleNotFoundError as error:
        complain(str(error))
        return 2
    except OSError as error:
        if not options.output:
            raise  # of standard output the command knows
        reason = os.strerror(error.errno) if error.errno else str(error)  # PyArrow's own words tell the path again
        complain(f"{clean(options.output)}: {reason.lower()}")
        return 2
    return 0
