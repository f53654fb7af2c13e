"""The functions and expressions in ClickHouse: every day, impossible dates, moments, text."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from shamsi import sql
from shamsi.calendar import kernel
from shamsi.formats.names import FILES
from tests.columns.cases import TEXTS
from tests.sql.days import IMPOSSIBLE, answers_of_cases, calendar, fiscal_cases, name_cases

pytest.importorskip("numpy", reason="NumPy is not installed")
pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")

HELD = (dt.date(1900, 1, 1), dt.date(2299, 12, 31))  # what Date32 holds in every version


@pytest.fixture(scope="module")
def database(clickhouse: Any) -> Any:
    for statement in sql.macros("clickhouse").splitlines():
        clickhouse.rows(statement)
    return clickhouse


@pytest.fixture(scope="module")
def holds_all(database: Any) -> bool:
    """Whether a date can be of any year: in older versions it becomes the first or the last that there is."""
    return bool(database.rows("SELECT toInt64(toDate32(2932896)) = 2932896")[0][0])


def equal(one: str, other: str) -> str:
    return f"ifNull({one} = {other}, isNull({one}) AND isNull({other}))"


def test_every_day(database: Any, holds_all: bool, tmp_path: Path) -> None:
    import numpy as np
    import pyarrow.parquet as pq

    days = calendar()
    days["number"] = days["gregorian"].astype("int32")
    dates = [name for name in days if name == "gregorian" or name.endswith("_start")]
    for name in dates:
        days[name] = pa.array(
            days[name].astype("int32"), mask=np.isnat(days[name])
        )  # as numbers, which older dates could not hold
    pq.write_table(pa.table(days), tmp_path / "days.parquet")
    held = "if({0} BETWEEN -25567 AND 120529, {0}, NULL)"
    file = f"file('{tmp_path}/days.parquet', Parquet)"
    conditions = []
    for name in days:
        if name in ("gregorian", "number"):
            continue
        expected = name if holds_all or name not in dates else held.format(name)
        conditions.append(equal(f"toInt64(shamsi_{name}(number))", expected))
    conditions.append("shamsi_to_solar_string(number) = printf('%04d-%02d-%02d', year, month, day)")
    back = "toInt64(shamsi_to_gregorian(year, month, day))"
    conditions.append(equal(back, "number" if holds_all else held.format("number")))
    count = kernel.MAX_DAYS - kernel.MIN_DAYS + 1
    for condition in conditions:
        assert database.rows(f"SELECT count(), countIf({condition}) FROM {file}") == [(count, count)], condition


@pytest.mark.parametrize("kind", ["Date", "Date32", "DateTime", "DateTime64(9)", "String", "Nullable(Date32)"])
def test_every_type_of_column(database: Any, kind: str) -> None:
    first, last = {"Date": (0, 65535), "DateTime": (0, 49709), "DateTime64(9)": (-25567, 106750)}.get(
        kind, (-25567, 120529)
    )
    dates = f"SELECT CAST(toDate32(number + {first}) AS {kind}) AS d FROM numbers({last - first + 1})"
    expected = calendar(first, last)
    answered = database.rows(
        f"SELECT {', '.join(sql.expression('clickhouse', name, 'd') for name in sql.FIELDS[:3])} FROM ({dates})"
    )
    assert answered == list(zip(*(expected[name].tolist() for name in ("year", "month", "day")), strict=True))


def test_the_days_that_every_adapter_is_asked_for(database: Any, holds_all: bool) -> None:
    for gregorian, *answers in answers_of_cases():
        held = gregorian is None or holds_all or HELD[0] <= dt.date.fromisoformat(gregorian) <= HELD[1]
        expected = answers if held else [None] * len(sql.FIELDS)
        text = "NULL" if gregorian is None else f"'{gregorian}'"
        for column in (text, f"CAST({text} AS Nullable(String))", f"toDate32OrNull({text})" if holds_all else text):
            fields = ", ".join(f"shamsi_{name}({column})" for name in sql.FIELDS)
            written = ", ".join(sql.expression("clickhouse", name, column) for name in sql.FIELDS)
            assert database.rows(f"SELECT {fields}") == [tuple(expected)], column
            assert database.rows(f"SELECT {written}") == [tuple(expected)], column


@pytest.mark.parametrize("name", sql.FIELDS)
def test_what_is_no_day_in_range_is_null(database: Any, name: str) -> None:
    values = ("NULL", "'0622-03-20'", "'2025-02-30'", "'no date'", "''", "-492269", "2932897", "20250320")
    for value in values:
        assert database.rows(f"SELECT shamsi_{name}({value})") == [(None,)], value


def test_impossible_fields_are_null(database: Any) -> None:
    for fields in IMPOSSIBLE:
        literals = ", ".join("NULL" if value is None else str(value) for value in fields)
        assert database.rows(f"SELECT shamsi_to_gregorian({literals})") == [(None,)], fields
        columns = ", ".join(
            f"CAST({'NULL' if value is None else value} AS Nullable(Int64)) AS {name}"
            for name, value in zip("ymd", fields, strict=True)
        )
        back = sql.to_gregorian("clickhouse", "y", "m", "d")
        assert database.rows(f"SELECT {back} FROM (SELECT {columns})") == [(None,)], fields


@pytest.mark.parametrize("kind", ["UInt8", "Int8", "UInt64", "Int64", "String", "Float64"])
def test_narrow_and_wide_columns(database: Any, kind: str) -> None:
    question = "SELECT shamsi_to_gregorian(toUInt16(1404), m, d) FROM (SELECT CAST({} AS {}) AS m, CAST({} AS {}) AS d)"
    for month, day, date in (
        (12, 29, dt.date(2026, 3, 20)),
        (1, 1, dt.date(2025, 3, 21)),
        (0, 1, None),
        (12, 30, None),
    ):
        assert database.rows(question.format(month, kind, day, kind)) == [(date,)]
    assert database.rows("SELECT shamsi_to_gregorian(1404, 1.5, 1)") == [(None,)]


def test_text(database: Any, holds_all: bool) -> None:
    for text, date in TEXTS.items():
        expected = date and dt.date.fromisoformat(date)
        if expected and not holds_all and not HELD[0] <= expected <= HELD[1]:
            expected = None
        assert database.rows(f"SELECT shamsi_text_to_gregorian('{text}')") == [(expected,)], text
        rows = f"SELECT shamsi_text_to_gregorian(text) FROM (SELECT materialize('{text}') AS text)"
        assert database.rows(rows) == [(expected,)], text
    for nothing in ("NULL", "CAST(NULL AS Nullable(String))", "'1404-01-01\\n'"):
        assert database.rows(f"SELECT shamsi_text_to_gregorian({nothing})") == [(None,)]


@pytest.mark.parametrize(("zone", "day"), [("Asia/Tehran", "1404-01-01"), ("America/New_York", "1403-12-30")])
def test_a_moment_is_the_day_in_the_zone_of_its_type(database: Any, zone: str, day: str) -> None:
    for moment in ("toDateTime('2025-03-20 20:30:00', 'UTC')", "toDateTime64('2025-03-20 20:30:00', 6, 'UTC')"):
        assert database.rows(f"SELECT shamsi_to_solar_string(toTimeZone({moment}, '{zone}'))") == [(day,)]


def test_edges_of_the_types(database: Any, holds_all: bool) -> None:
    edges = ("toDate('1970-01-01')", "toDate('2149-06-06')", "toDate32('1900-01-01')", "toDate32('2299-12-31')")
    written = ", ".join(f"shamsi_to_solar_string({edge})" for edge in edges)
    assert database.rows(f"SELECT {written}") == [("1348-10-11", "1528-03-16", "1278-10-11", "1678-10-10")]
    starts = "shamsi_month_start(toDate32('1900-01-01')), shamsi_month_start(toDate32('1900-01-21'))"
    before = dt.date(1899, 12, 22) if holds_all else None
    assert database.rows(f"SELECT {starts}") == [(before, dt.date(1900, 1, 21))]
    outside = ", ".join(f"shamsi_to_gregorian({fields})" for fields in ("1278, 10, 10", "1678, 10, 11"))
    beyond = (dt.date(1899, 12, 31), dt.date(2300, 1, 1)) if holds_all else (None, None)
    assert database.rows(f"SELECT {outside}") == [beyond]


def test_a_column_may_have_the_name_of_a_parameter(database: Any) -> None:
    rows = "SELECT toDate('2025-03-20') AS day, 1 AS n, 2 AS year, 3 AS text"
    fields = "shamsi_year(day), shamsi_month_start(day), shamsi_to_gregorian(1403 + n, year, text)"
    assert database.rows(f"SELECT {fields} FROM ({rows})") == [(1403, dt.date(2025, 2, 19), dt.date(2025, 4, 23))]
    known = sql.to_gregorian("clickhouse", "1403 + n", "n", "n")
    assert database.rows(f"SELECT {known} FROM (SELECT 1 AS n)") == [(dt.date(2025, 3, 21),)]


def test_fiscal_years(database: Any, holds_all: bool) -> None:
    rows = fiscal_cases()
    given = ", ".join(f"('{day}', {'NULL' if month is None else month})" for day, month, *_ in rows)
    asked = "shamsi_fiscal_year(d, m), toString(shamsi_fiscal_year_start(d, m))"
    answers = database.rows(f"SELECT {asked} FROM values('d String, m Nullable(Int64)', {given})")
    held = {None, *(start for *_, start in rows if start and (holds_all or "1900" <= start[:4] <= "2299"))}
    assert answers == [(year, start if start in held else None) for *_, year, start in rows]
    for day, month, year, start in rows:
        if month in range(1, 13):
            fields = ("fiscal_year", "fiscal_year_start")
            written = [sql.expression("clickhouse", field, f"'{day}'", first_month=month) for field in fields]
            expected = (year, start if start in held else None)
            assert database.rows(f"SELECT {written[0]}, toString({written[1]})") == [expected], (day, month)


def test_names(database: Any) -> None:
    for lang in FILES:
        rows = [row for row in name_cases() if row[1] == lang]
        given = ", ".join(f"('{row[0]}')" for row in rows)
        days = f"values('d String', {given})"
        called = "shamsi_month_name(d, {0}), shamsi_weekday_name(d, {0})".format(f"'{lang}'")
        assert database.rows(f"SELECT {called} FROM {days}") == [row[2:] for row in rows]
        written = (sql.expression("clickhouse", f"{field}_name", "d", lang=lang) for field in ("month", "weekday"))
        assert database.rows(f"SELECT {', '.join(written)} FROM {days}") == [row[2:] for row in rows]
    assert database.rows("SELECT shamsi_month_name('2025-03-20', 'farsi')") == [(None,)]
