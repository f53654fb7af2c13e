"""The SQL of docs/how-to/sql.md says what the page says, in the databases that it names."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from shamsi import sql

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "sql.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```sql ([\w ]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(names.split(), body) for names, body in _FENCE.findall(PAGE)]
Run = Callable[[str], Sequence[Sequence[Any]]]


def blocks(database: str) -> list[tuple[bool, str]]:
    return [("macros" in names, body) for names, body in BLOCKS if names[0] == database]


def say(block: str, run: Run) -> None:
    """Run the statements of a block; those with answers below, as comments, must give them."""
    for statement, printed in re.findall(r"(.*?;)\n((?:-- [^\n]*\n)*)", block, re.DOTALL):
        answers = run(statement)
        if printed:
            said = "".join(f"-- {' '.join(map(str, answer))}\n" for answer in answers)
            assert said == printed, statement


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "calendar.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        sql.write_csv(file, 1404, 1404)
    return path


def test_every_block_names_its_database() -> None:
    assert PAGE.count("```sql") == len(BLOCKS)
    assert {names[0] for names, _ in BLOCKS} == {"clickhouse", "duckdb", "mysql", "postgresql", "sqlite"}


def test_duckdb(calendar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    monkeypatch.chdir(calendar.parent)
    for with_macros, body in blocks("duckdb"):
        with duckdb.connect() as database:
            if with_macros:
                database.execute(sql.macros("duckdb"))
            say(body, lambda statement: database.execute(statement).fetchall())


def test_sqlite() -> None:
    for _, body in blocks("sqlite"):
        with sqlite3.connect(":memory:") as database:
            database.execute(f"CREATE TABLE calendar({', '.join(sql.COLUMNS)})")
            days = ([str(value) for value in row] for row in sql.rows(1404, 1404))
            database.executemany(f"INSERT INTO calendar VALUES ({', '.join('?' * len(sql.COLUMNS))})", days)
            say(body, lambda statement: database.execute(statement).fetchall())
        database.close()


def test_postgresql(postgresql: Any, calendar: Path) -> None:
    def run(statement: str) -> Any:
        if statement.lstrip().startswith("COPY"):  # the server may not read the file: the client hands it over
            with postgresql.cursor() as cursor, cursor.copy("COPY calendar FROM STDIN CSV HEADER") as copy:
                copy.write(calendar.read_text())
            return []
        cursor = postgresql.execute(statement)
        return cursor.fetchall() if cursor.description else []

    for with_macros, body in blocks("postgresql"):
        if with_macros:
            postgresql.execute(sql.macros("postgresql"))
        say(body, run)


def test_mysql(mysql: Any, calendar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(statement: str) -> Any:
        mysql.execute(statement)
        return mysql.fetchall()

    monkeypatch.chdir(calendar.parent)
    for with_macros, body in blocks("mysql"):
        for statement in sql.macros("mysql").splitlines() if with_macros else ():
            mysql.execute(statement)
        say(body, run)


def test_clickhouse(clickhouse: Any, calendar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(calendar.parent)
    clickhouse.rows("DROP DATABASE IF EXISTS page")
    clickhouse.rows("CREATE DATABASE page")
    clickhouse.rows("USE page")
    for with_macros, body in blocks("clickhouse"):
        for statement in sql.macros("clickhouse").splitlines() if with_macros else ():
            clickhouse.rows(statement)
        say(body, clickhouse.rows)
    clickhouse.rows("USE default")
