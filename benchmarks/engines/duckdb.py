"""DuckDB: a join with the calendar table and the macros, beside DuckDB's own Gregorian fields."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from benchmarks.engines.days import days, fields
from benchmarks.engines.parquet import write
from benchmarks.race import Contestant, race

from shamsi import sql

OWN, JOIN, MACRO = "own Gregorian year, month, day", "join with the calendar table", "macros"
_ROOT = Path(__file__).resolve().parent.parent.parent
_GROUP = """
import sys, time
import duckdb
from shamsi import sql
path, what = sys.argv[1:]
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
connection.execute("CREATE TABLE calendar (gregorian DATE, year SMALLINT, month TINYINT)")
begin = time.perf_counter()
if what == "solar":
    import tempfile, os
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "calendar.csv")
        with open(table, "w", newline="") as file:
            sql.write_csv(file, 1290, 1460)
        connection.execute(f"INSERT INTO calendar SELECT gregorian, year, month FROM '{table}'")
    query = f"SELECT year, month, count(*) FROM '{path}' JOIN calendar ON gregorian = d GROUP BY ALL"
else:
    query = f"SELECT year(d), month(d), count(*) FROM '{path}' GROUP BY ALL"
rows = connection.execute(query).fetchall()
spent = time.perf_counter() - begin
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(spent, peak / 1000)
for row in rows:
    print(*row)
"""
_MOST = "max({year}), max({month}), max({day})"


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row for the greatest of three fields of every day, on as many threads as DuckDB takes."""
    connection = prepared()
    given = {"days": days(rows).view("datetime64[D]").astype("datetime64[s]")}
    connection.register("given", given)
    connection.execute("CREATE TABLE dates AS SELECT CAST(days AS DATE) AS d FROM given")
    connection.execute("CREATE TABLE stored AS SELECT year(d) AS y, month(d) AS m, day(d) AS q FROM dates")
    solar = tuple(int(each.max()) for each in fields(rows))
    last = given["days"].max().astype("datetime64[D]").item()
    civil = (last.year, 12, 31)
    return race(
        {
            "scan of the days": _query(connection, "SELECT max(d) FROM dates", [last]),
            "scan of three stored fields": _query(
                connection, f"SELECT {_MOST.format(year='y', month='m', day='q')} FROM stored", civil
            ),
            OWN: _query(connection, f"SELECT {_most('{}(d)')} FROM dates", civil),
            JOIN: _query(connection, f"SELECT {_most('{}')} FROM dates JOIN calendar ON gregorian = d", solar),
            MACRO: _query(connection, f"SELECT {_most('shamsi_{}(d)')} FROM dates", solar),
        },
        rows=rows,
        rounds=rounds,
    )


def measure_parquet(rows: int) -> dict[str, float]:
    """Return nanoseconds a row and peak megabytes to count a Parquet file by month, each in a process alone."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "days.parquet"
        expected = write(path, rows)
        for what in ("solar", "own Gregorian"):
            command = [sys.executable, "-c", _GROUP, str(path), what]
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT)
            head, *counts = done.stdout.splitlines()
            seconds, peak = map(float, head.split())
            answer = {(year, month): count for year, month, count in (map(int, line.split()) for line in counts)}
            assert sum(answer.values()) == rows
            assert what != "solar" or answer == expected
            found[f"{what} year and month of a Parquet file"] = seconds / rows * 1e9
            found[f"{what} year and month of a Parquet file, peak MB"] = peak
    return found


def prepared() -> Any:
    """Return a connection with the macros, and the calendar table as `shamsi calendar-table` writes it unasked."""
    connection = duckdb.connect()
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "calendar.parquet")
        sql.write_parquet(path, 1300, 1450)
        connection.execute(f"CREATE TABLE calendar AS FROM '{path}'")
    connection.execute(sql.macros("duckdb"))
    return connection


def _most(field: str) -> str:
    return _MOST.format(**{name: field.format(name) for name in ("year", "month", "day")})


def _query(connection: Any, text: str, expected: Iterable[object]) -> Contestant:
    return Contestant(lambda: connection.execute(text).fetchone(), lambda answer: list(answer) == list(expected))
