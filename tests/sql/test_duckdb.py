"""The macros in DuckDB: every day, impossible dates, timestamps, text."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from shamsi import sql
from shamsi.calendar import kernel
from shamsi.formats.names import FILES
from tests.sql.days import IMPOSSIBLE, answers_of_cases, calendar, fiscal_cases, name_cases

pytest.importorskip("numpy", reason="NumPy is not installed")
pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")


@pytest.fixture(scope="module")
def database() -> Iterator[Any]:
    with duckdb.connect() as connection:
        connection.execute(sql.macros("duckdb"))
        yield connection


def test_every_day(database: Any) -> None:
    days = calendar()
    database.register("arrow", pa.table(days))
    database.execute("CREATE TEMP TABLE days AS FROM arrow")
    for name in days:
        if name != "gregorian":
            wrong = f"shamsi_{name}(gregorian) IS DISTINCT FROM {name}"
            assert database.execute(f"SELECT gregorian FROM days WHERE {wrong} LIMIT 5").fetchall() == []
    back = "shamsi_to_gregorian(year, month, day) IS DISTINCT FROM gregorian"
    assert database.execute(f"SELECT gregorian FROM days WHERE {back} LIMIT 5").fetchall() == []
    digits = "printf('%04d-%02d-%02d', year, month, day)"
    wrong = f"shamsi_to_solar_string(gregorian) IS DISTINCT FROM {digits}"
    assert database.execute(f"SELECT gregorian FROM days WHERE {wrong} LIMIT 5").fetchall() == []
    assert database.execute("SELECT count(*) FROM days").fetchone() == (kernel.MAX_DAYS - kernel.MIN_DAYS + 1,)


def test_expressions_are_the_macros(database: Any) -> None:
    for name in sql.FIELDS:
        said = f"{sql.expression('duckdb', name, 'd')} IS NOT DISTINCT FROM shamsi_{name}(d)"
        dates = "SELECT DATE '0622-03-01' + CAST(i * 997 AS INTEGER) AS d FROM range(3500) AS r(i)"
        assert database.execute(f"SELECT bool_and({said}) FROM ({dates})").fetchone() == (True,)


def test_the_days_that_every_adapter_is_asked_for(database: Any) -> None:
    for gregorian, *expected in answers_of_cases():
        fields = ", ".join(f"shamsi_{name}(day)" for name in sql.FIELDS)
        answer = database.execute(
            f"SELECT {fields} FROM (SELECT CAST(? AS DATE) AS day) AS days", [gregorian]
        ).fetchone()
        assert answer == tuple(expected), gregorian


@pytest.mark.parametrize("name", sql.FIELDS)
def test_what_is_no_day_in_range_is_null(database: Any, name: str) -> None:
    for value in ("NULL::DATE", "DATE '0622-03-20'", "DATE '10000-01-01'", "'infinity'::DATE", "'-infinity'::DATE"):
        assert database.execute(f"SELECT shamsi_{name}({value})").fetchone() == (None,), value
    assert database.execute(f"SELECT shamsi_{name}('no date')").fetchone() == (None,)


def test_impossible_fields_are_null(database: Any) -> None:
    for fields in IMPOSSIBLE:
        assert database.execute("SELECT shamsi_to_gregorian(?, ?, ?)", fields).fetchone() == (None,), fields


def test_narrow_integers_do_not_overflow(database: Any) -> None:
    narrow = "shamsi_to_gregorian(1403::SMALLINT, 12::TINYINT, 30::TINYINT)"
    assert database.execute(f"SELECT {narrow}").fetchone() == (dt.date(2025, 3, 20),)


def test_a_timestamp_is_the_day_on_its_clock(database: Any) -> None:
    late = "TIMESTAMP '2025-03-20 23:59:59.999999'"
    assert database.execute(f"SELECT shamsi_to_solar_string({late})").fetchone() == ("1403-12-30",)
    for zone, day in (("Asia/Tehran", "1404-01-01"), ("America/New_York", "1403-12-30")):
        database.execute(f"SET TimeZone = '{zone}'")
        moment = "TIMESTAMPTZ '2025-03-20 20:30:00+00'"
        assert database.execute(f"SELECT shamsi_to_solar_string({moment})").fetchone() == (day,)


def test_fiscal_years(database: Any) -> None:
    asked = "shamsi_fiscal_year(d, m), CAST(shamsi_fiscal_year_start(d, m) AS VARCHAR)"
    rows = fiscal_cases()
    database.execute("CREATE TEMP TABLE fiscal(place INTEGER, d DATE, m INTEGER)")
    database.executemany("INSERT INTO fiscal VALUES (?, ?, ?)", [(place, *row[:2]) for place, row in enumerate(rows)])
    answers = database.execute(f"SELECT {asked} FROM fiscal ORDER BY place").fetchall()
    assert answers == [row[2:] for row in rows]
    for month in (1, 2, 7, 10, 12):
        for field in ("fiscal_year", "fiscal_year_start"):
            written = sql.expression("duckdb", field, "d", first_month=month)
            said = f"{written} IS NOT DISTINCT FROM shamsi_{field}(d, {month})"
            dates = "SELECT DATE '0622-03-01' + CAST(i * 97 AS INTEGER) AS d FROM range(35300) AS r(i)"
            assert database.execute(f"SELECT bool_and({said}) FROM ({dates})").fetchone() == (True,)


def test_names(database: Any) -> None:
    rows = name_cases()
    database.execute("CREATE TEMP TABLE names(place INTEGER, d DATE, lang VARCHAR)")
    database.executemany("INSERT INTO names VALUES (?, ?, ?)", [(place, *row[:2]) for place, row in enumerate(rows)])
    asked = "shamsi_month_name(d, lang), shamsi_weekday_name(d, lang)"
    answers = database.execute(f"SELECT {asked} FROM names ORDER BY place").fetchall()
    assert answers == [row[2:] for row in rows]
    for lang in FILES:
        written = (sql.expression("duckdb", f"{field}_name", "d", lang=lang) for field in ("month", "weekday"))
        asked = f"SELECT {', '.join(written)} FROM names WHERE lang = ? ORDER BY place"
        assert database.execute(asked, [lang]).fetchall() == [row[2:] for row in rows if row[1] == lang]
    assert database.execute("SELECT shamsi_month_name(DATE '2025-03-20', 'farsi')").fetchone() == (None,)


def test_to_gregorian_takes_a_text_as_well(database: Any) -> None:
    asked = "shamsi_to_gregorian(t), shamsi_reason(t), shamsi_to_gregorian(1403, 12, 30)"
    rows = "(VALUES ('۱۴۰۳/۱۲/۳۰'), ('30-12-1403'), ('1404/12/30'), (NULL), ('1404/12/30 10:00')) AS rows(t)"
    day = dt.date(2025, 3, 20)
    expected = [(day, None), (day, None), (None, "impossible-date"), (None, None), (None, "time-of-day")]
    answers = database.execute(f"SELECT {asked} FROM {rows}").fetchall()
    assert answers == [(*answer, day) for answer in expected]
