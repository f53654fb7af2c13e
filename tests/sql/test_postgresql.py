"""The functions in PostgreSQL: a hundred thousand days, impossible dates, timestamps, text."""

import datetime as dt
from typing import Any

import pytest

from shamsi import sql
from shamsi.calendar import kernel
from shamsi.formats.names import FILES
from tests.sql.days import IMPOSSIBLE, answers, answers_of_cases, fiscal_cases, name_cases, some_days

pytest.importorskip("numpy", reason="NumPy is not installed")


@pytest.fixture(scope="module")
def database(postgresql: Any) -> Any:
    postgresql.execute(sql.macros("postgresql"))
    return postgresql


def test_some_days(database: Any) -> None:
    numbers = some_days()
    with database.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE days(d date)")
        with cursor.copy("COPY days FROM STDIN") as copy:
            for number in numbers:
                copy.write_row([dt.date.fromordinal(number + kernel.EPOCH_ORDINAL)])
    fields = ", ".join(f"shamsi_{name}(d) AS {name}" for name in sql.FIELDS)
    database.execute(f"CREATE TEMP TABLE answers AS SELECT d, {fields} FROM days")
    assert database.execute("SELECT * FROM answers").fetchall() == answers(numbers)
    back = "SELECT count(*) FROM answers WHERE shamsi_to_gregorian(year, month, day) IS NOT DISTINCT FROM d"
    assert database.execute(back).fetchone() == (len(numbers),)
    for name in sql.FIELDS:
        same = f"{sql.expression('postgresql', name, 'd')} IS NOT DISTINCT FROM shamsi_{name}(d)"
        assert database.execute(f"SELECT bool_and({same}) FROM days WHERE random() < 0.02").fetchone() == (True,)


def test_the_days_that_every_adapter_is_asked_for(database: Any) -> None:
    for gregorian, *expected in answers_of_cases():
        fields = ", ".join(f"shamsi_{name}(day)" for name in sql.FIELDS)
        answer = database.execute(
            f"SELECT {fields} FROM (SELECT %(day)s::date AS day) AS days", {"day": gregorian}
        ).fetchone()
        assert answer == tuple(expected), gregorian


@pytest.mark.parametrize("name", sql.FIELDS)
@pytest.mark.parametrize("value", [None, "0622-03-20", "10000-01-01", "4000-01-01 BC", "infinity", "-infinity"])
def test_what_is_no_day_in_range_is_null(database: Any, name: str, value: str | None) -> None:
    text = "NULL" if value is None else f"'{value}'"
    assert database.execute(f"SELECT shamsi_{name}({text}::date)").fetchone() == (None,)


def test_impossible_fields_are_null(database: Any) -> None:
    question = "SELECT shamsi_to_gregorian(%s::bigint, %s::bigint, %s::bigint)"
    for fields in IMPOSSIBLE:
        assert database.execute(question, fields).fetchone() == (None,), fields


@pytest.mark.parametrize(("zone", "day"), [("Asia/Tehran", "1404-01-01"), ("America/New_York", "1403-12-30")])
def test_a_timestamp_is_the_day_of_the_session(database: Any, zone: str, day: str) -> None:
    moment = "timestamptz '2025-03-20 20:30:00+00'"
    with database.transaction():
        database.execute(f"SET LOCAL TimeZone = '{zone}'")
        assert database.execute(f"SELECT shamsi_to_solar_string({moment}::date)").fetchone() == (day,)
        written = sql.expression("postgresql", "to_solar_string", moment)
        assert database.execute(f"SELECT {written}").fetchone() == (day,)


def test_fiscal_years(database: Any) -> None:
    asked = "shamsi_fiscal_year(d, m), shamsi_fiscal_year_start(d, m)::text"
    question = f"SELECT {asked} FROM (SELECT %s::date AS d, %s::integer AS m) AS days"
    for day, month, *expected in fiscal_cases():
        assert database.execute(question, (day, month)).fetchone() == tuple(expected), (day, month)
        if month == 10:
            fields = ("fiscal_year", "fiscal_year_start")
            written = (sql.expression("postgresql", field, "d", first_month=month) for field in fields)
            answer = database.execute(
                f"SELECT {', '.join(written)} FROM (SELECT '{day}'::date AS d) AS days"
            ).fetchone()
            assert (answer[0], answer[1] and str(answer[1])) == tuple(expected), day


def test_names(database: Any) -> None:
    rows = name_cases()
    database.execute("CREATE TEMP TABLE names(place integer, d date, lang text)")
    with database.cursor() as cursor:
        cursor.executemany("INSERT INTO names VALUES (%s, %s, %s)", [(n, *row[:2]) for n, row in enumerate(rows)])
    asked = "shamsi_month_name(d, lang), shamsi_weekday_name(d, lang)"
    answers = database.execute(f"SELECT {asked} FROM names ORDER BY place").fetchall()
    assert answers == [row[2:] for row in rows]
    for lang in FILES:
        written = (sql.expression("postgresql", f"{field}_name", "d", lang=lang) for field in ("month", "weekday"))
        asked = f"SELECT {', '.join(written)} FROM names WHERE lang = '{lang}' ORDER BY place"
        assert database.execute(asked).fetchall() == [row[2:] for row in rows if row[1] == lang]


def test_to_gregorian_takes_a_text_as_well(database: Any) -> None:
    asked = "shamsi_to_gregorian(t), shamsi_reason(t), shamsi_to_gregorian(1403, 12, 30)"
    rows = "(VALUES ('۱۴۰۳/۱۲/۳۰'), ('30-12-1403'), ('1404/12/30'), (NULL), ('1404/12/30 10:00')) AS rows(t)"
    day = dt.date(2025, 3, 20)
    expected = [(day, None), (day, None), (None, "impossible-date"), (None, None), (None, "time-of-day")]
    answers = database.execute(f"SELECT {asked} FROM {rows}").fetchall()
    assert answers == [(*answer, day) for answer in expected]
