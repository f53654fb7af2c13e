"""The calendar table: every day of it, its files, and the joins that the databases make with it."""

import datetime as dt
import io
import sqlite3
from typing import Any, cast

import pytest

from shamsi import Date, DateError, RangeError, ShamsiError
from shamsi.calendar import kernel
from shamsi.formats.names import FILES
from shamsi.sql import COLUMNS, rows, write_csv, write_parquet
from shamsi.sql.calendar_rows import with_fiscal_years

MARKET = [dt.date(2025, 3, 20), dt.date(2025, 3, 21), dt.date(1979, 2, 11), dt.date(600, 1, 1), None]
JOINED = [("1357-11-22", 1), ("1403-12-30", 1), ("1404-01-01", 1)]


@pytest.mark.parametrize(("first", "last"), [(1178, 1181), (1403, 1404), (1535, 1535), (2092, 2092), (9377, 9378)])
def test_rows_are_the_days_in_order(first: int, last: int) -> None:
    table = list(rows(first, last))
    assert [row.day_number for row in table] == list(
        range(kernel.year_start(first), min(kernel.year_start(last + 1), kernel.MAX_DAYS + 1))
    )
    for row in table:
        date = Date.from_gregorian(row.gregorian)
        assert row.day_number == row.gregorian.toordinal() - kernel.EPOCH_ORDINAL
        assert (row.year, row.month, row.day) == (date.year, date.month, date.day)
        assert (row.weekday, row.day_of_year) == (date.weekday, date.day_of_year)
        assert (row.is_leap, row.month_length) == (date.is_leap, date.month_length)
        assert row.month_start == Date(date.year, date.month, 1).gregorian
        assert row.season == (date.month + 2) // 3
        assert row.season_start == Date(date.year, 3 * row.season - 2, 1).gregorian
        assert row.year_start == Date(date.year, 1, 1).gregorian
        assert row.solar_string == str(date)
        assert (row.week, row.week_year) == (date.week_of_year(), date.week_year)
        assert row.week_jdatetime == date.week_of_year("jdatetime")
        assert (row.quarter, row.half) == (date.quarter, date.half)
        assert row.week_start == date.start_of("week").gregorian
        assert row.half_start == date.start_of("half").gregorian
        assert (row.month_name, row.weekday_name) == (date.format("%B"), date.format("%A"))


@pytest.mark.parametrize("lang", FILES)
def test_names_are_those_of_the_language(lang: str) -> None:
    for row in rows(1404, 1404, lang=lang):
        date = Date(row.year, row.month, row.day)
        assert (row.month_name, row.weekday_name) == (date.format("%B", lang=lang), date.format("%A", lang=lang))


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("years", [(1, 2), (1403, 1404), (9377, 9378)])
def test_fiscal_years_follow_if_they_are_asked_for(month: int, years: tuple[int, int]) -> None:
    names, table = with_fiscal_years(rows(*years), month)
    assert names == (*COLUMNS, "fiscal_year", "fiscal_year_start")
    for row in table:
        date = Date.from_ordinal(cast("dt.date", row[0]).toordinal())
        year = date.fiscal_year(first_month=month)
        begins = year - (month > 1)
        assert row[-2:] == (year, Date(begins, month, 1).gregorian if begins else None)


def test_what_is_asked_wrongly_is_told_before_anything_is_written() -> None:
    file = io.StringIO()
    with pytest.raises(ShamsiError, match="lang must be one of 'en', 'fa'"):
        write_csv(file, 1404, 1404, lang="farsi")
    with pytest.raises(DateError, match=r"first_month must be 1\.\.12, got 13"):
        write_csv(file, 1404, 1404, first_month=13)
    assert file.getvalue() == ""


def test_the_first_week_begins_before_the_calendar() -> None:
    first, second, third, *_ = rows(1, 1)
    assert [row.week_start for row in (first, second, third)] == [None, None, third.gregorian]


def test_the_whole_calendar_begins_and_ends_where_dates_do() -> None:
    assert next(rows(1, 9378)).gregorian == dt.date(622, 3, 21)
    *_, last = rows(9378, 9378)
    assert (last.gregorian, last.solar_string, last.day_of_year) == (dt.date.max, "9378-10-10", 286)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1404, 1403), (9378, 9379)])
def test_years_out_of_order_or_range_are_told_before_anything_is_written(first: int, last: int) -> None:
    file = io.StringIO()
    with pytest.raises(RangeError, match=rf"two years of 1..9378, .*, got {first} and {last}"):
        write_csv(file, first, last)
    assert file.getvalue() == ""


def csv_file(tmp_path: Any) -> str:
    path = tmp_path / "calendar.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_csv(file, 1300, 1450)
    return str(path)


JOIN = (
    "SELECT c.solar_string, count(*) FROM market AS m JOIN calendar AS c ON c.gregorian = m.day"
    " GROUP BY c.solar_string ORDER BY c.solar_string"
)
LEFT_JOIN = "SELECT count(*), count(c.year) FROM market AS m LEFT JOIN calendar AS c ON c.gregorian = m.day"


class TestDuckDB:
    @pytest.mark.parametrize("form", ["csv", "parquet"])
    def test_a_file_is_joined_by_its_date(self, tmp_path: Any, form: str) -> None:
        duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")
        if form == "csv":
            path = csv_file(tmp_path)
        else:
            pytest.importorskip("pyarrow", reason="PyArrow is not installed")
            path = str(tmp_path / "calendar.parquet")
            write_parquet(path, 1300, 1450)
        with duckdb.connect() as database:
            database.execute(f"CREATE TABLE calendar AS FROM '{path}'")
            types = dict(database.execute("SELECT column_name, column_type FROM (DESCRIBE calendar)").fetchall())
            assert tuple(types) == COLUMNS
            dates = {name for name, kind in types.items() if kind == "DATE"}
            starts = {"month_start", "season_start", "year_start", "week_start", "half_start"}
            assert dates == {"gregorian", *starts}
            database.execute("CREATE TABLE market(day DATE)")
            database.executemany("INSERT INTO market VALUES (?)", [[day] for day in MARKET])
            assert database.execute(JOIN).fetchall() == JOINED
            assert database.execute(LEFT_JOIN).fetchall() == [(5, 3)]


class TestSQLite:
    def test_rows_are_joined_by_their_date_as_text(self) -> None:
        with sqlite3.connect(":memory:") as database:
            columns = ", ".join(
                f"{name} {'TEXT' if name == 'solar_string' or name.endswith('_name') else ''}" for name in COLUMNS
            )
            database.execute(f"CREATE TABLE calendar({columns}, PRIMARY KEY(gregorian))")
            days = ([str(value) if isinstance(value, dt.date) else value for value in row] for row in rows(1300, 1450))
            database.executemany(f"INSERT INTO calendar VALUES ({', '.join('?' * len(COLUMNS))})", days)
            database.execute("CREATE TABLE market(day TEXT)")
            database.executemany("INSERT INTO market VALUES (?)", [(day and day.isoformat(),) for day in MARKET])
            assert database.execute(JOIN).fetchall() == JOINED
            assert database.execute(LEFT_JOIN).fetchall() == [(5, 3)]
        database.close()


class TestPostgreSQL:
    def test_a_file_is_copied_and_joined(self, postgresql: Any, tmp_path: Any) -> None:
        types = {name: "date" for name in COLUMNS if name == "gregorian" or name.endswith("_start")}
        types |= {"gregorian": "date PRIMARY KEY", "is_leap": "boolean", "solar_string": "text"}
        types |= {"month_name": "text", "weekday_name": "text"}
        columns = ", ".join(f"{name} {types.get(name, 'integer')}" for name in COLUMNS)
        postgresql.execute(f"CREATE TEMP TABLE calendar({columns})")
        with (
            postgresql.cursor() as cursor,
            open(csv_file(tmp_path), encoding="utf-8") as file,
            cursor.copy("COPY calendar FROM STDIN (FORMAT csv, HEADER)") as copy,
        ):
            copy.write(file.read())
        postgresql.execute("CREATE TEMP TABLE market(day date)")
        with postgresql.cursor() as cursor:
            cursor.executemany("INSERT INTO market VALUES (%s)", [(day,) for day in MARKET])
        assert postgresql.execute(JOIN).fetchall() == JOINED
        assert postgresql.execute(LEFT_JOIN).fetchall() == [(5, 3)]
        assert postgresql.execute("SELECT count(*) FROM calendar WHERE is_leap").fetchone() == (37 * 366,)


class TestMySQL:
    def test_a_file_is_loaded_and_joined(self, mysql: Any, tmp_path: Any) -> None:
        types = {name: "DATE" for name in COLUMNS if name == "gregorian" or name.endswith("_start")}
        types |= {"gregorian": "DATE PRIMARY KEY", "is_leap": "BOOLEAN", "solar_string": "CHAR(10)"}
        columns = ", ".join(f"{name} {types.get(name, 'INT')}" for name in COLUMNS)
        mysql.execute(f"CREATE TABLE calendar({columns})")
        into = "INTO TABLE calendar FIELDS TERMINATED BY ',' IGNORE 1 LINES"
        mysql.execute(f"LOAD DATA LOCAL INFILE '{csv_file(tmp_path)}' {into}")
        mysql.execute("CREATE TABLE market(day DATE)")
        mysql.executemany("INSERT INTO market VALUES (%s)", [(day,) for day in MARKET])
        for question, answers in ((JOIN, JOINED), (LEFT_JOIN, [(5, 3)])):
            mysql.execute(question)
            assert list(mysql.fetchall()) == answers
        mysql.execute("SELECT COUNT(*) FROM calendar WHERE is_leap")
        assert mysql.fetchone() == (37 * 366,)


class TestClickHouse:
    @pytest.mark.parametrize("form", ["csv", "parquet"])
    def test_a_file_is_joined_by_its_date(self, clickhouse: Any, tmp_path: Any, form: str) -> None:
        if form == "csv":
            path = csv_file(tmp_path)
        else:
            path = str(tmp_path / "calendar.parquet")
            write_parquet(path, 1300, 1450)
        clickhouse.rows("CREATE OR REPLACE TABLE market(day Nullable(Date32)) ENGINE = Memory")
        days = ", ".join("(NULL)" if day is None else f"('{day}')" for day in MARKET)
        clickhouse.rows(f"INSERT INTO market VALUES {days}")
        header = ", CSVWithNames" if form == "csv" else ""
        clickhouse.rows(f"CREATE OR REPLACE TABLE calendar ENGINE = Memory AS SELECT * FROM file('{path}'{header})")
        assert clickhouse.rows(JOIN) == JOINED
        left = LEFT_JOIN + " SETTINGS join_use_nulls = 1"  # as in other databases: no match is null
        assert clickhouse.rows(left) == [(5, 3)]
        assert clickhouse.rows("SELECT count() FROM calendar WHERE is_leap") == [(37 * 366,)]


def test_parquet_has_typed_columns() -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed")
    file = io.BytesIO()
    write_parquet(file, 1403, 1404)
    table = parquet.read_table(io.BytesIO(file.getvalue()))
    kinds = [str(field.type) for field in table.schema]
    numbers = ["int16", "int8", "int8", "int8", "int16", "int8"]
    units = ["int8", "int16", "int8", "int8", "int8", *["date32[day]"] * 2, "string", "string"]
    assert kinds == ["date32[day]", "int32", *numbers, "bool", "int8", *["date32[day]"] * 3, "string", *units]
    assert table.to_pylist() == [row._asdict() for row in rows(1403, 1404)]


def test_parquet_has_fiscal_years_from_the_first_day_on() -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed")
    file = io.BytesIO()
    write_parquet(file, 1, 1, lang="fa", first_month=10)
    table = parquet.read_table(io.BytesIO(file.getvalue()))
    assert [str(field.type) for field in table.schema][-2:] == ["int16", "date32[day]"]
    assert table["fiscal_year_start"].null_count == 276
    assert table["month_name"][0].as_py() == "فروردین"
