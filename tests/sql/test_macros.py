"""What SQL cannot express raises an error."""

import pytest

from shamsi import ShamsiError, sql


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
