"""The expressions in SQLite: every day, impossible dates, timestamps."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from shamsi import sql
from shamsi.calendar import kernel
from tests.sql.days import (
    IMPOSSIBLE,
    answers,
    answers_of_cases,
    calendar,
    fiscal_cases,
    name_cases,
    some_days,
)

np: Any = pytest.importorskip("numpy", reason="NumPy is not installed")


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    with sqlite3.connect(":memory:") as connection:
        yield connection
    connection.close()


def test_every_day(database: sqlite3.Connection) -> None:
    days = calendar()
    first, last = kernel.MIN_DAYS + 2440587.5, kernel.MAX_DAYS + 2440587.5  # as Julian days, which SQLite takes
    count = "WITH RECURSIVE days(j) AS (SELECT ? UNION ALL SELECT j + 1 FROM days WHERE j < ?)"
    year, month, day = (sql.expression("sqlite", name, "j") for name in ("year", "month", "day"))
    answers = database.execute(f"{count} SELECT {year} * 10000 + {month} * 100 + {day} FROM days", (first, last))
    assert (
        np.fromiter((row for (row,) in answers), "i8") == days["year"] * 10000 + days["month"] * 100 + days["day"]
    ).all()


def test_text_dates_and_the_way_back(database: sqlite3.Connection) -> None:
    numbers = some_days()[::11]
    dates = [dt.date.fromordinal(number + kernel.EPOCH_ORDINAL) for number in numbers]
    database.execute("CREATE TEMP TABLE days(d)")
    database.executemany("INSERT INTO days VALUES (?)", ((date.isoformat(),) for date in dates))
    fields = ", ".join(sql.expression("sqlite", name, "d") for name in sql.FIELDS)
    for answer, expected in zip(database.execute(f"SELECT {fields} FROM days"), answers(numbers), strict=True):
        assert answer == tuple(str(value) if isinstance(value, dt.date) else value for value in expected[1:])
    back = sql.to_gregorian("sqlite", "y", "m", "t")
    parts = ", ".join(
        f"{sql.expression('sqlite', name, 'd')} AS {column}"
        for name, column in zip(("year", "month", "day"), "ymt", strict=True)
    )
    wrong = database.execute(f"SELECT count(*) FROM (SELECT d, {parts} FROM days) WHERE {back} IS NOT d")
    assert wrong.fetchone() == (0,)


def test_the_days_that_every_adapter_is_asked_for(database: sqlite3.Connection) -> None:
    fields = ", ".join(sql.expression("sqlite", name, "?1") for name in sql.FIELDS)
    for gregorian, *expected in answers_of_cases():
        answer = database.execute(f"SELECT {fields}", (gregorian,)).fetchone()
        assert answer == tuple(str(value) if isinstance(value, dt.date) else value for value in expected), gregorian


@pytest.mark.parametrize("name", sql.FIELDS)
@pytest.mark.parametrize("value", [None, "0622-03-20", "-0001-01-01", "no date", "", "1404/01/01"])
def test_what_is_no_day_in_range_is_null(database: sqlite3.Connection, name: str, value: str | None) -> None:
    assert database.execute(f"SELECT {sql.expression('sqlite', name, '?1')}", (value,)).fetchone() == (None,)


def test_impossible_fields_are_null(database: sqlite3.Connection) -> None:
    back = sql.to_gregorian("sqlite", "?1", "?2", "?3")
    for fields in (*IMPOSSIBLE, ("no", "date", "")):
        assert database.execute(f"SELECT {back}", fields).fetchone() == (None,), fields
    assert database.execute(f"SELECT {back}", (1403, 12, 30)).fetchone() == ("2025-03-20",)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2025-03-20 23:59:59.999", "1403-12-30"),
        ("2025-03-21T00:00:00", "1404-01-01"),
        ("2025-03-21 01:00:00+03:30", "1403-12-30"),  # SQLite shows it in UTC
    ],
)
def test_a_timestamp_is_the_day_that_sqlite_shows(database: sqlite3.Connection, moment: str, day: str) -> None:
    text = sql.expression("sqlite", "to_solar_string", "?1")
    assert database.execute(f"SELECT {text}", (moment,)).fetchone() == (day,)


def test_fiscal_years(database: sqlite3.Connection) -> None:
    for day, month, *expected in fiscal_cases():
        if month in range(1, 13):
            fields = ("fiscal_year", "fiscal_year_start")
            written = (sql.expression("sqlite", field, "?1", first_month=month) for field in fields)
            answer = database.execute(f"SELECT {', '.join(written)}", (day,)).fetchone()
            assert answer == tuple(expected), (day, month)


def test_names(database: sqlite3.Connection) -> None:
    for day, lang, *expected in name_cases():
        written = (sql.expression("sqlite", f"{field}_name", "?1", lang=lang) for field in ("month", "weekday"))
        assert database.execute(f"SELECT {', '.join(written)}", (day,)).fetchone() == tuple(expected), (day, lang)
