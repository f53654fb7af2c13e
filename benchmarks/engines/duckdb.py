"""DuckDB: what year, month and day of a column cost: its own, by the calendar table, by the macros."""

import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path = [str(ROOT), *(path for path in sys.path if Path(path).resolve() != Path(__file__).parent)]  # not this file

from shamsi import _kernel, sql  # noqa: E402

FIRST, SPAN = _kernel.year_start(1300), 55_000  # 1300-01-01, and days from there on

QUESTIONS = {
    "own": "SELECT max(year(day)), max(month(day)), max(day(day)) FROM days",
    "join": "SELECT max(c.year), max(c.month), max(c.day) FROM days JOIN calendar AS c ON c.gregorian = days.day",
    "macro": "SELECT max(shamsi_year(day)), max(shamsi_month(day)), max(shamsi_day(day)) FROM days",
    "sink": "SELECT max(year), max(month), max(day) FROM fields",
}
SUMS = {
    "join": "SELECT sum(c.year), sum(c.month), sum(c.day) FROM days JOIN calendar AS c ON c.gregorian = days.day",
    "macro": "SELECT sum(shamsi_year(day)), sum(shamsi_month(day)), sum(shamsi_day(day)) FROM days",
}


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row of CPU time, all threads, medians of interleaved rounds.

    "own", "join" and "macro" are DuckDB's Gregorian fields, the join with the calendar table of 1300..1450 and the
    macros, each with the scan and three `max` to make it work; "sink" is the same three `max` of fields that are
    stored, so what is over it is the conversion. The days are random ones of 1300..1450. The answers of join and macro
    must be the kernel's, by sums outside the time.
    """
    import duckdb

    with duckdb.connect() as database:
        database.execute(sql.macros("duckdb"))
        database.execute(
            "CREATE TABLE calendar(gregorian DATE, year SMALLINT, month UTINYINT, day UTINYINT);"
            f"INSERT INTO calendar SELECT day, shamsi_year(day), shamsi_month(day), shamsi_day(day) FROM"
            f" (SELECT DATE '1970-01-01' + CAST({FIRST} + i AS INTEGER) AS day FROM range(55152) AS r(i))"
        )
        database.execute(
            "CREATE TABLE days AS SELECT DATE '1970-01-01' + CAST("
            f"{FIRST} + hash(i) % {SPAN} AS INTEGER) AS day FROM range({rows}) AS r(i)"
        )
        database.execute(
            "CREATE TABLE fields AS SELECT year, month, c.day FROM days JOIN calendar AS c ON gregorian = days.day"
        )
        counts = database.execute(
            "SELECT CAST(day - DATE '1970-01-01' AS INTEGER), count(*) FROM days GROUP BY day"
        ).fetchall()
        expected = tuple(sum(count * _kernel.fields(day)[field] for day, count in counts) for field in range(3))
        for name, question in SUMS.items():
            assert database.execute(question).fetchone() == expected, name
        spent: dict[str, list[float]] = {name: [] for name in QUESTIONS}
        for _ in range(rounds):
            for name, question in QUESTIONS.items():
                begin = time.process_time()
                database.execute(question).fetchone()
                spent[name].append((time.process_time() - begin) / rows * 1e9)
    return {name: median(seconds) for name, seconds in spent.items()}


if __name__ == "__main__":
    for name, cost in measure(int(sys.argv[1]) if sys.argv[1:] else 10_000_000, 5).items():
        print(f"{name:6} {cost:6.2f} ns a row")
