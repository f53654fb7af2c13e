"""The functions and expressions in MariaDB: every day, impossible dates, moments, text."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from shamsi import sql
from shamsi.calendar import kernel
from shamsi.formats.names import FILES
from tests.columns.cases import TEXTS
from tests.sql.days import IMPOSSIBLE, answers, answers_of_cases, calendar, fiscal_cases, name_cases, some_days

pytest.importorskip("numpy", reason="NumPy is not installed")


@pytest.fixture(scope="module")
def database(mysql: Any) -> Any:
    for statement in sql.macros("mysql").splitlines():
        mysql.execute(statement)
    return mysql


def asked(database: Any, question: str, values: Any = None) -> list[tuple[Any, ...]]:
    database.execute(question, values)
    return list(database.fetchall())


def test_every_day(database: Any, tmp_path: Path) -> None:
    pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    import pyarrow.csv as pa_csv

    asked_for = ("gregorian", "year", "month", "day", "day_of_year", "is_leap")  # the others follow from them
    days = {name: column for name, column in calendar().items() if name in asked_for}
    days["is_leap"] = days["is_leap"].astype(int)
    pa_csv.write_csv(pa.table(days), tmp_path / "days.csv", pa_csv.WriteOptions(include_header=False))
    columns = ", ".join(f"{name} {'DATE' if name == 'gregorian' else 'SMALLINT'}" for name in days)
    database.execute(f"CREATE TEMPORARY TABLE every_day({columns}) ENGINE=MyISAM")
    database.execute(f"LOAD DATA LOCAL INFILE '{tmp_path}/days.csv' INTO TABLE every_day FIELDS TERMINATED BY ','")
    named = [name for name in days if name != "gregorian"]
    same = [f"{sql.expression('mysql', name, 'gregorian')} <=> {name}" for name in named]
    same.append(f"{sql.to_gregorian('mysql', 'year', 'month', 'day')} <=> gregorian")
    right = ", ".join(f"SUM({condition})" for condition in same)
    count = kernel.MAX_DAYS - kernel.MIN_DAYS + 1
    assert asked(database, f"SELECT COUNT(*), {right} FROM every_day") == [(count, *[count] * len(same))]


def test_functions_of_some_days(database: Any) -> None:
    numbers = some_days()[::31]
    database.execute("CREATE TEMPORARY TABLE days(d DATE)")
    dates = [dt.date.fromordinal(number + kernel.EPOCH_ORDINAL) for number in numbers]
    database.executemany("INSERT INTO days VALUES (%s)", [(date,) for date in dates])
    fields = ", ".join(f"shamsi_{name}(d) AS {name}" for name in sql.FIELDS)
    database.execute(f"CREATE TEMPORARY TABLE answers AS SELECT d, {fields} FROM days")
    assert asked(database, "SELECT * FROM answers ORDER BY d") == answers(numbers)
    written = ", ".join(sql.expression("mysql", name, "d") for name in sql.FIELDS)
    assert asked(database, f"SELECT d, {written} FROM days ORDER BY d") == answers(numbers)
    back = "SELECT COUNT(*) FROM answers WHERE shamsi_to_gregorian(year, month, day) <=> d"
    assert asked(database, back) == [(len(numbers),)]


def test_the_days_that_every_adapter_is_asked_for(database: Any) -> None:
    functions = ", ".join(f"shamsi_{name}(day)" for name in sql.FIELDS)
    written = ", ".join(sql.expression("mysql", name, "day") for name in sql.FIELDS)
    for gregorian, *expected in answers_of_cases():
        for fields, kind in ((functions, "DATE"), (written, "DATE"), (written, "CHAR")):
            question = f"SELECT {fields} FROM (SELECT CAST(%s AS {kind}) AS day) AS days"
            assert asked(database, question, [gregorian]) == [tuple(expected)], (gregorian, kind)


@pytest.mark.parametrize("name", sql.FIELDS)
def test_what_is_no_day_in_range_is_null(database: Any, name: str) -> None:
    for value in ("NULL", "'0622-03-20'", "'0000-00-00'", "'0001-01-01'", "'10000-01-01'", "'2025-02-30'", "'x'", "''"):
        assert asked(database, f"SELECT {sql.expression('mysql', name, value)}") == [(None,)], value
    for value in ("NULL", "DATE '0622-03-20'", "'0000-00-00'", "'0001-01-01'"):
        assert asked(database, f"SELECT shamsi_{name}({value})") == [(None,)], value


@pytest.mark.parametrize("text", ["no date", "2025-02-30", "", "10000-01-01"])
def test_text_that_is_no_date_stops_a_function_in_strict_mode(database: Any, text: str) -> None:
    pymysql: Any = pytest.importorskip("pymysql")

    with pytest.raises(pymysql.err.OperationalError, match=f"Incorrect datetime value: '{text}'"):
        database.execute("SELECT shamsi_year(%s)", [text])
    database.execute("SET sql_mode = ''")
    assert asked(database, "SELECT shamsi_year(%s)", [text]) == [(None,)]
    database.execute("SET sql_mode = DEFAULT")


@pytest.mark.parametrize("kind", ["TINYINT UNSIGNED", "SMALLINT UNSIGNED", "INT UNSIGNED", "BIGINT UNSIGNED"])
def test_columns_without_a_sign(database: Any, kind: str) -> None:
    database.execute(f"CREATE OR REPLACE TEMPORARY TABLE numbers(y SMALLINT UNSIGNED, m {kind}, d {kind})")
    database.execute("INSERT INTO numbers VALUES (1404, 1, 1), (1404, 0, 1), (0, 1, 1), (1404, 1, 0), (1403, 12, 30)")
    expected = [(dt.date(2025, 3, 21),), (None,), (None,), (None,), (dt.date(2025, 3, 20),)]
    assert asked(database, f"SELECT {sql.to_gregorian('mysql', 'y', 'm', 'd')} FROM numbers") == expected
    assert asked(database, "SELECT shamsi_to_gregorian(y, m, d) FROM numbers") == expected


def test_impossible_fields_are_null(database: Any) -> None:
    database.execute("CREATE TEMPORARY TABLE impossible(y BIGINT, m BIGINT, d BIGINT)")
    database.executemany("INSERT INTO impossible VALUES (%s, %s, %s)", IMPOSSIBLE)
    for back in (sql.to_gregorian("mysql", "y", "m", "d"), "shamsi_to_gregorian(y, m, d)"):
        assert asked(database, f"SELECT y, m, d FROM impossible WHERE {back} IS NOT NULL") == []
    for fields in IMPOSSIBLE:
        literals = ["NULL" if value is None else str(value) for value in fields]
        for back in (sql.to_gregorian("mysql", *literals), f"shamsi_to_gregorian({', '.join(literals)})"):
            assert asked(database, f"SELECT {back}") == [(None,)], fields


def test_text(database: Any) -> None:
    for text, date in TEXTS.items():
        expected = date and dt.date.fromisoformat(date)
        assert asked(database, "SELECT shamsi_text_to_gregorian(%s)", [text]) == [(expected,)], text
    assert asked(database, "SELECT shamsi_text_to_gregorian(NULL)") == [(None,)]
    assert asked(database, "SELECT shamsi_text_to_gregorian(%s)", ["1404-01-01\n"]) == [(None,)]


@pytest.mark.parametrize(
    "mode", ["", "TRADITIONAL,ANSI", "NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,NO_UNSIGNED_SUBTRACTION"]
)
def test_the_mode_of_the_server_changes_nothing(database: Any, mode: str) -> None:
    before = asked(database, "SELECT @@sql_mode")
    database.execute("SET sql_mode = %s", [mode])
    try:
        for statement in sql.macros("mysql").splitlines():
            database.execute(statement)
        day = "shamsi_to_solar_string('2025-03-20'), shamsi_text_to_gregorian(%s)"
        assert asked(database, f"SELECT {day}", ["۱۴۰۳/۱۲/۳۰"]) == [("1403-12-30", dt.date(2025, 3, 20))]
    finally:
        database.execute("SET sql_mode = %s", before[0])


@pytest.mark.parametrize("collation", ["utf8mb4_unicode_ci", "utf8mb4_bin", "latin1_swedish_ci", "utf8mb3_general_ci"])
def test_texts_compare_with_columns_of_any_collation(database: Any, collation: str) -> None:
    characters = collation.partition("_")[0]
    column = f"CHAR(10) CHARACTER SET {characters} COLLATE {collation}"
    database.execute(f"CREATE OR REPLACE TEMPORARY TABLE texts(text {column})")
    database.execute("INSERT INTO texts VALUES ('1403-12-30')")
    for written in ("shamsi_to_solar_string('2025-03-20')", sql.expression("mysql", "to_solar_string", "'2025-03-20'")):
        assert asked(database, f"SELECT COUNT(*) FROM texts WHERE text = {written}") == [(1,)]
    assert asked(database, "SELECT shamsi_text_to_gregorian(text) FROM texts") == [(dt.date(2025, 3, 20),)]


def test_a_moment_is_the_day_on_its_clock(database: Any) -> None:
    database.execute("CREATE TEMPORARY TABLE moments(moment DATETIME(6), stamp TIMESTAMP(6) NULL)")
    database.execute("SET time_zone = '+03:30'")
    database.execute("INSERT INTO moments VALUES ('2025-03-20 23:59:59.999999', '2025-03-20 23:59:59.999999')")
    for zone, stamp in (("+03:30", "1403-12-30"), ("+04:30", "1404-01-01")):
        database.execute("SET time_zone = %s", [zone])
        for write in ("shamsi_to_solar_string({})".format, lambda c: sql.expression("mysql", "to_solar_string", c)):
            assert asked(database, f"SELECT {write('moment')}, {write('stamp')} FROM moments") == [
                ("1403-12-30", stamp)
            ]


def test_an_expression_is_an_operand_and_a_generated_column(database: Any) -> None:
    doubled = " + ".join(f"{sql.expression('mysql', name, 'd')} * 2" for name in ("year", "day_of_year"))
    assert asked(database, f"SELECT {doubled} FROM (SELECT DATE '2025-03-20' AS d) AS days") == [(2 * 1403 + 2 * 366,)]
    year = sql.expression("mysql", "year", "d")
    database.execute(f"CREATE OR REPLACE TABLE bills(d DATE, y SMALLINT AS ({year}) STORED, KEY(y))")
    database.execute("INSERT INTO bills(d) VALUES ('2025-03-20'), ('2025-03-21')")
    assert asked(database, "SELECT y FROM bills ORDER BY y") == [(1403,), (1404,)]


def test_a_user_with_few_rights_creates_and_calls_the_functions(database: Any, mysql_socket: str) -> None:
    pymysql: Any = pytest.importorskip("pymysql")

    database.execute("CREATE DATABASE small")
    database.execute("CREATE USER clerk")
    database.execute("GRANT CREATE ROUTINE, ALTER ROUTINE, EXECUTE ON small.* TO clerk")
    database.execute("SET GLOBAL log_bin_trust_function_creators = 1")
    connection = pymysql.connect(unix_socket=mysql_socket, user="clerk", database="small")
    with connection, connection.cursor() as cursor:
        for _ in range(2):  # the second time, they are replaced
            for statement in sql.macros("mysql").splitlines():
                cursor.execute(statement)
        assert asked(cursor, "SELECT shamsi_year('2025-03-20')") == [(1403,)]


def test_fiscal_years(database: Any) -> None:
    database.execute("CREATE TEMPORARY TABLE fiscal(place INT, d DATE, m INT)")
    rows = fiscal_cases()
    database.executemany("INSERT INTO fiscal VALUES (%s, %s, %s)", [(n, *row[:2]) for n, row in enumerate(rows)])
    called = "shamsi_fiscal_year(d, m), CAST(shamsi_fiscal_year_start(d, m) AS CHAR)"
    assert asked(database, f"SELECT {called} FROM fiscal ORDER BY place") == [row[2:] for row in rows]
    for month in range(1, 13):
        for field in ("fiscal_year", "fiscal_year_start"):
            said = f"{sql.expression('mysql', field, 'd', first_month=month)} <=> shamsi_{field}(d, {month})"
            assert asked(database, f"SELECT MIN({said}) FROM fiscal") == [(1,)]


def test_names(database: Any) -> None:
    for lang in FILES:
        rows = [row for row in name_cases() if row[1] == lang]
        database.execute("CREATE OR REPLACE TEMPORARY TABLE names(place INT, d DATE)")
        database.executemany("INSERT INTO names VALUES (%s, %s)", [(n, row[0]) for n, row in enumerate(rows)])
        called = "shamsi_month_name(d, {0}), shamsi_weekday_name(d, {0})".format(f"'{lang}'")
        assert asked(database, f"SELECT {called} FROM names ORDER BY place") == [row[2:] for row in rows]
        written = (sql.expression("mysql", f"{field}_name", "d", lang=lang) for field in ("month", "weekday"))
        assert asked(database, f"SELECT {', '.join(written)} FROM names ORDER BY place") == [row[2:] for row in rows]
    assert asked(database, "SELECT shamsi_month_name('2025-03-20', 'farsi')") == [(None,)]
