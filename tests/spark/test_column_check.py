"""`check_columns` on two workers: the rows that NumPy finds, and a pattern that is seen in all rows only."""

import datetime as dt
from typing import Any

import pytest

import shamsi
from shamsi import ShamsiError

pytest.importorskip("pyspark", reason="PySpark is not installed")
ss: Any = pytest.importorskip("shamsi.spark")
Rows = list[tuple[int, str | None, str | None]]


def rows_of_a_broken_converter() -> Rows:
    rows: Rows = []
    for place in range(0, 1400, 7):
        day = shamsi.Date(1402, 1, 1) + dt.timedelta(days=place)
        rows.append((place, f"{day:%Y/%m/%d}", str(day.gregorian - dt.timedelta(days=day.year > 1403))))
    return rows


def test_the_pattern_of_all_rows_and_what_cannot_be_read(spark: Any) -> None:
    rows = rows_of_a_broken_converter()
    rows[3] = (rows[3][0], rows[3][1], "2024-01-01")
    rows[4] = (rows[4][0], "1402/13/01", rows[4][2])
    rows[5] = (rows[5][0], None, rows[5][2])
    frame = spark.createDataFrame(rows, "id int, jdate string, gdate string").repartition(4)
    found = ss.check_columns(frame, "jdate", "gdate", key="id")
    assert found.columns == ["id", "jdate", "gdate", "delta_days", "diagnosis", "unread"]
    answers = sorted(found.collect())
    assert answers[0][1:] == (rows[3][1], "2024-01-01", 265, "unknown", None)
    assert answers[1][1:] == ("1402/13/01", rows[4][2], None, None, "impossible-date")
    late = [row[0] for row in rows if row[1] and row[1] > "1404"]
    assert [(row.id, row.delta_days, row.diagnosis) for row in answers[2:]] == [
        (each, -1, "no-leap-years") for each in late
    ]


def test_dates_of_spark_without_a_key(spark: Any) -> None:
    frame = spark.sql("SELECT '1404/05/18' AS j, DATE'2025-08-18' AS g UNION ALL SELECT '1404/05/18', DATE'2025-08-09'")
    (row,) = ss.check_columns(frame, "j", "g").collect()
    assert (row.g, row.delta_days, row.diagnosis) == (dt.date(2025, 8, 18), 9, "calque")


def test_wrong_arguments(spark: Any) -> None:
    frame = spark.createDataFrame([("1404/05/18", "2025-08-09")], ["j", "unread"])
    with pytest.raises(ShamsiError, match=r"^no column 'x' in this DataFrame \(columns: j, unread\)"):
        ss.check_columns(frame, "j", "x")
    with pytest.raises(ShamsiError, match=r"^'unread' is also a column of the result"):
        ss.check_columns(frame, "j", "unread")
    with pytest.raises(ValueError, match=r"^calendar must be "):
        ss.check_columns(frame, "j", "j", calendar="julian")
