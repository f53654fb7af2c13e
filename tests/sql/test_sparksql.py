"""The functions in Spark SQL: a hundred thousand days, impossible dates, text."""

from typing import Any

import pytest

from shamsi import sql
from shamsi.calendar import kernel
from tests.sql.days import IMPOSSIBLE, answers, answers_of_cases, fiscal_cases, name_cases, some_days

pytest.importorskip("numpy", reason="NumPy is not installed")
pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")


@pytest.fixture(scope="module")
def database(spark: Any) -> Any:
    for statement in sql.macros("sparksql").splitlines():
        spark.sql(statement.rstrip(";"))
    return spark


def test_some_days(database: Any) -> None:
    for fields, numbers in ((("year", "month", "day"), some_days()), (sql.FIELDS[3:], some_days()[::50])):
        frame = database.createDataFrame(pa.table({"n": pa.array(numbers, pa.int32())}))
        frame = frame.repartition(2).selectExpr("date_from_unix_date(n) AS d")  # or the driver would compute the rest
        got = frame.selectExpr("d", *(f"shamsi_{name}(d) AS {name}" for name in fields)).toArrow().sort_by("d")
        _, *expected = zip(*answers(numbers), strict=True)
        for name in fields:
            assert got[name].to_pylist() == list(expected[sql.FIELDS.index(name)]), name


def test_there_and_back(database: Any) -> None:
    numbers = some_days()[::50]
    rows = [(*kernel.fields(number), number) for number in numbers]
    frame = database.createDataFrame(rows, "y int, m int, d int, n int")
    assert frame.filter("unix_date(shamsi_to_gregorian(y, m, d)) <=> n").count() == len(numbers)


def test_the_days_that_every_adapter_is_asked_for(database: Any) -> None:
    rows = answers_of_cases()
    frame = database.createDataFrame([(place, row[0]) for place, row in enumerate(rows)], "place int, day string")
    written = [sql.expression("sparksql", name, "day") for name in sql.FIELDS]
    answered = frame.sort("place").selectExpr(*written).collect()
    assert [tuple(answer) for answer in answered] == [row[1:] for row in rows]


def test_impossible_fields_are_null(database: Any) -> None:
    rows = database.createDataFrame(list(IMPOSSIBLE), "y bigint, m bigint, d bigint")
    assert [row[0] for row in rows.selectExpr("shamsi_to_gregorian(y, m, d)").collect()] == [None] * len(IMPOSSIBLE)
    written = sql.to_gregorian("sparksql", "y", "m", "d")
    assert [row[0] for row in rows.selectExpr(written).collect()] == [None] * len(IMPOSSIBLE)


def test_far_dates_are_null(database: Any) -> None:
    for number in (kernel.MAX_DAYS + 1, kernel.MIN_DAYS - 1, 2**31 - 1, -(2**31)):
        assert database.sql(f"SELECT shamsi_year(date_from_unix_date({number}))").first() == (None,)


def test_fiscal_years(database: Any) -> None:
    rows = fiscal_cases()
    frame = database.createDataFrame(
        [(*row[:2], place) for place, row in enumerate(rows)], "d string, m int, place int"
    )
    days = frame.selectExpr("CAST(d AS DATE) AS d", "m", "place").repartition(2)
    asked = days.selectExpr("place", "shamsi_fiscal_year(d, m)", "CAST(shamsi_fiscal_year_start(d, m) AS STRING)")
    for place, *answer in asked.collect():
        assert answer == [*rows[place][2:]], rows[place]


def test_names(database: Any) -> None:
    rows = name_cases()
    frame = database.createDataFrame(
        [(*row[:2], place) for place, row in enumerate(rows)], "d string, l string, place int"
    )
    days = frame.selectExpr("CAST(d AS DATE) AS d", "l", "place").repartition(2)
    asked = days.selectExpr("place", "shamsi_month_name(d, l)", "shamsi_weekday_name(d, l)")
    for place, *answer in asked.collect():
        assert answer == [*rows[place][2:]], rows[place]
