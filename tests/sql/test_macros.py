"""What SQL cannot express raises an error."""

import pytest

from shamsi import DateError, ShamsiError, sql


def test_an_unknown_dialect_is_named_with_those_there_are() -> None:
    for ask in (sql.macros, lambda name: sql.expression(name, "year", "d")):
        with pytest.raises(
            ShamsiError, match="dialect must be one of duckdb, postgresql, sparksql, sqlite, got 'oracle'"
        ):
            ask("oracle")


def test_an_unknown_field_is_named_with_those_there_are() -> None:
    with pytest.raises(ShamsiError, match=r"field must be one of year, month, .*, got 'decade'"):
        sql.expression("duckdb", "decade", "d")


def test_sqlite_has_no_functions() -> None:
    with pytest.raises(ShamsiError, match="sqlite cannot create functions in SQL: use expression"):
        sql.macros("sqlite")


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
