"""Dialects without a server here: sqlglot reads what they are given, and DuckDB runs what it makes of that.

Translated are the names and the order of arguments. `/` of integers is written as DuckDB's `//` and `+` of texts as
`||`, which is what the manuals of SQL Server and Trino say of theirs; the servers themselves run nothing here.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from shamsi import sql
from tests.sql.days import IMPOSSIBLE, answers_of_cases, calendar

pytest.importorskip("numpy", reason="NumPy is not installed")
pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")
sqlglot: Any = pytest.importorskip("sqlglot", reason="sqlglot is not installed")

PARSED = ("bigquery", "snowflake", "trino", "tsql")


def in_duckdb(dialect: str, text: str) -> str:
    """Translate an expression of a dialect."""
    from sqlglot import exp

    tree = sqlglot.parse_one(f"({text})", read=dialect, error_level=sqlglot.ErrorLevel.RAISE)
    unknown = [node.sql() for node in tree.find_all(exp.Anonymous, exp.Command)]
    assert unknown == []
    for node in list(tree.find_all(exp.Div) if dialect in ("trino", "tsql") else ()):
        node.replace(exp.IntDiv(this=node.this, expression=node.expression))
    for node in list(tree.find_all(exp.Add)):
        if node.find(exp.Right) or node.this.is_string:
            node.replace(exp.DPipe(this=node.this, expression=node.expression))
    return str(tree.sql(dialect="duckdb"))


@pytest.fixture(scope="module")
def database() -> Iterator[Any]:
    with duckdb.connect() as connection:
        connection.register("arrow", pa.table(calendar()))
        connection.execute("CREATE TEMP TABLE days AS FROM arrow")
        yield connection


@pytest.mark.parametrize("dialect", PARSED)
def test_every_day(database: Any, dialect: str) -> None:
    for name in sql.FIELDS:
        expected = "printf('%04d-%02d-%02d', year, month, day)" if name == "to_solar_string" else name
        answer = in_duckdb(dialect, sql.expression(dialect, name, "gregorian"))
        wrong = f"SELECT gregorian, {answer} FROM days WHERE {answer} IS DISTINCT FROM {expected} LIMIT 5"
        assert database.execute(wrong).fetchall() == [], name
    back = in_duckdb(dialect, sql.to_gregorian(dialect, "year", "month", "day"))
    wrong = f"SELECT gregorian, {back} FROM days WHERE {back} IS DISTINCT FROM gregorian LIMIT 5"
    assert database.execute(wrong).fetchall() == []


@pytest.mark.parametrize("dialect", PARSED)
def test_the_days_that_every_adapter_is_asked_for(database: Any, dialect: str) -> None:
    written = ", ".join(in_duckdb(dialect, sql.expression(dialect, name, "day")) for name in sql.FIELDS[:8])
    for gregorian, *expected in answers_of_cases():
        question = f"SELECT {written} FROM (SELECT CAST(? AS DATE) AS day)"
        assert database.execute(question, [gregorian]).fetchone() == tuple(expected[:8]), gregorian


@pytest.mark.parametrize("dialect", PARSED)
def test_impossible_fields_are_null(database: Any, dialect: str) -> None:
    back = in_duckdb(dialect, sql.to_gregorian(dialect, "y", "m", "d"))
    columns = ", ".join(f"CAST(? AS BIGINT) AS {name}" for name in "ymd")
    for fields in IMPOSSIBLE:
        assert database.execute(f"SELECT {back} FROM (SELECT {columns})", fields).fetchone() == (None,), fields


def test_sql_server_has_no_comparison_as_a_value_and_no_value_as_a_condition() -> None:
    from sqlglot import exp

    for text in (*(sql.expression("tsql", name, "d") for name in sql.FIELDS), sql.to_gregorian("tsql", *"ymd")):
        tree = sqlglot.parse_one(text, read="tsql")
        for comparison in tree.find_all(exp.LT, exp.GT, exp.EQ):
            assert isinstance(comparison.parent, exp.If)
            assert comparison.arg_key == "this"
        for branch in tree.find_all(exp.If):
            assert isinstance(branch.this, (exp.LT, exp.GT, exp.EQ))
