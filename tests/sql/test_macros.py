"""What SQL cannot express raises an error."""

import re

import pytest

from shamsi import DateError, ShamsiError, sql
from shamsi.sql.dialects import DIALECTS


def test_an_unknown_dialect_is_named_with_those_there_are() -> None:
    names = ", ".join(f"{name} (or {words.alias})" if words.alias else name for name, words in DIALECTS.items())
    for ask in (sql.macros, lambda name: sql.expression(name, "year", "d")):
        with pytest.raises(ShamsiError, match=f"dialect must be one of {re.escape(names)}, got 'oracle'"):
            ask("oracle")


@pytest.mark.parametrize(
    ("alias", "dialect"), [("mariadb", "mysql"), ("postgres", "postgresql"), ("spark", "sparksql")]
)
def test_a_dialect_has_another_name(alias: str, dialect: str) -> None:
    assert sql.macros(alias) == sql.macros(dialect)
    assert sql.expression(alias, "month", "d") == sql.expression(dialect, "month", "d")


@pytest.mark.parametrize("dialect", ["clickhouse", "mysql", "postgresql"])
def test_no_expression_has_a_sign_that_drivers_take_for_a_parameter(dialect: str) -> None:
    """PyMySQL, psycopg and clickhouse-driver mark parameters with %."""
    written = [sql.expression(dialect, field, "d") for field in sql.FIELDS]
    assert "%" not in "".join([*written, sql.to_gregorian(dialect, "y", "m", "d"), sql.macros(dialect)])


def test_an_unknown_field_is_named_with_those_there_are() -> None:
    with pytest.raises(ShamsiError, match=r"field must be one of year, month, .*, got 'decade'"):
        sql.expression("duckdb", "decade", "d")


@pytest.mark.parametrize("dialect", ["bigquery", "snowflake", "sqlite", "trino", "tsql"])
def test_some_dialects_have_no_functions(dialect: str) -> None:
    with pytest.raises(ShamsiError, match=f"there are no functions for {dialect}: use expression"):
        sql.macros(dialect)


def test_an_argument_that_is_missing_or_has_no_use() -> None:
    with pytest.raises(TypeError, match="fiscal_year needs first_month"):
        sql.expression("duckdb", "fiscal_year", "d")
    with pytest.raises(TypeError, match="first_month belongs to fiscal_year and fiscal_year_start, not to year"):
        sql.expression("duckdb", "year", "d", first_month=10)
    with pytest.raises(TypeError, match="lang belongs to month_name and weekday_name, not to month"):
        sql.expression("duckdb", "month", "d", lang="fa")
    with pytest.raises(DateError, match=r"first_month must be 1\.\.12, got 13"):
        sql.expression("duckdb", "fiscal_year", "d", first_month=13)
    with pytest.raises(ShamsiError, match=r"lang must be one of 'en', 'fa', .*, got 'farsi'"):
        sql.expression("duckdb", "month_name", "d", lang="farsi")
    assert sql.expression("sqlite", "month_name", "d") == sql.expression("sqlite", "month_name", "d", lang="en")
