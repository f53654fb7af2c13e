"""Fields of days in Spark: a hundred thousand days, impossible dates, timestamps, and that no Python runs."""

import datetime as dt
from typing import Any

import pytest

from shamsi import Date, Period, RangeError, ShamsiError, sql
from shamsi.calendar import kernel
from tests.sql.days import IMPOSSIBLE, answers_of_cases, calendar, some_days

np: Any = pytest.importorskip("numpy", reason="NumPy is not installed")
pa: Any = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
F: Any = pytest.importorskip("pyspark.sql.functions", reason="PySpark is not installed")
ss: Any = pytest.importorskip("shamsi.spark")

FIELDS = ("year", "month", "day", "weekday", "day_of_year", "season", "is_leap", "month_length")
UNITS = ("month", "season", "year")
MORE = ("week", "week_year", "week_jdatetime", "quarter", "half")
STARTS = ("week", "quarter", "half")
PERIODS: tuple[Any, ...] = ("day", "week", "month", "season", "quarter", "half", "year", "decade", "fiscal_year")
PLACES = [number - kernel.MIN_DAYS for number in some_days()]


def fields_of(dates: str) -> list[Any]:
    """Every field, in the order and by the names of `shamsi.sql.FIELDS`."""
    columns = [getattr(ss, name)(dates) for name in FIELDS] + [ss.floor(dates, unit) for unit in UNITS]
    columns += [
        ss.week_of_year(dates, "jdatetime") if name == "week_jdatetime" else getattr(ss, name)(dates) for name in MORE
    ]
    return [*columns, *(ss.floor(dates, unit) for unit in STARTS), ss.to_solar_string(dates)]


def test_some_days(spark: Any) -> None:
    days = {name: column[PLACES] for name, column in calendar().items()}
    frame = spark.createDataFrame(pa.table(days)).repartition(2)  # or the driver would compute it, row by row
    back = ss.to_gregorian("year", "month", "day").alias("back")
    answers = frame.select(F.col("gregorian").alias("key"), *fields_of("gregorian"), back).toArrow().sort_by("key")
    key, *columns, texts, again = answers.columns
    for name, answer, expected in zip(days, [key, *columns], days.values(), strict=True):
        np.testing.assert_array_equal(answer.to_numpy(), expected, name)
    assert again == key
    fields = zip(*(days[name].tolist() for name in ("year", "month", "day")), strict=True)
    assert texts.to_pylist() == [f"{year:04d}-{month:02d}-{day:02d}" for year, month, day in fields]


def test_the_days_that_every_adapter_is_asked_for(spark: Any) -> None:
    rows = answers_of_cases()
    frame = spark.createDataFrame([(place, row[0]) for place, row in enumerate(rows)], "place int, text string")
    answers = frame.withColumn("day", F.to_date("text")).sort("place").select(*fields_of("day")).collect()
    assert [tuple(answer) for answer in answers] == [row[1:] for row in rows]


def test_far_dates_are_null_and_do_not_overflow(spark: Any) -> None:
    numbers = spark.sql("SELECT explode(array(2932897, -492269, 2147483647, -2147483648)) AS n")
    frame = numbers.select(F.date_from_unix_date("n").alias("day"))
    assert [tuple(answer) for answer in frame.select(*fields_of("day")).collect()] == [(None,) * len(sql.FIELDS)] * 4


def test_impossible_fields_are_null(spark: Any) -> None:
    frame = spark.createDataFrame(list(IMPOSSIBLE), "y bigint, m bigint, d bigint")
    assert [row[0] for row in frame.select(ss.to_gregorian("y", "m", "d")).collect()] == [None] * len(IMPOSSIBLE)


def test_narrow_integers_do_not_overflow(spark: Any) -> None:
    frame = spark.sql("SELECT 1403S AS y, 12Y AS m, 30Y AS d")
    assert frame.select(ss.to_gregorian("y", "m", "d")).first() == (dt.date(2025, 3, 20),)


@pytest.mark.parametrize(("zone", "day"), [("Asia/Tehran", "1404-01-01"), ("America/New_York", "1403-12-30")])
def test_a_timestamp_is_the_day_of_the_session(spark: Any, zone: str, day: str) -> None:
    before = spark.conf.get("spark.sql.session.timeZone")
    spark.conf.set("spark.sql.session.timeZone", zone)
    try:
        frame = spark.sql(
            "SELECT timestamp'2025-03-20 20:30:00Z' AS moment, timestamp_ntz'2025-03-20 23:59:59.999999' AS clock"
        )
        assert frame.select(ss.to_solar_string("moment"), ss.to_solar_string("clock")).first() == (day, "1403-12-30")
    finally:
        spark.conf.set("spark.sql.session.timeZone", before)


def test_a_column_and_its_name_are_the_same(spark: Any) -> None:
    frame = spark.sql("SELECT date'2025-03-20' AS day")
    assert frame.select(ss.year(F.col("day")), ss.year(frame.day), ss.year("day")).first() == (1403, 1403, 1403)


def test_no_python_runs_on_the_executors(spark: Any) -> None:
    frame = spark.sql("SELECT date'2025-03-20' AS day, '1404-01-01' AS text")
    asked = frame.select(*fields_of("day"), ss.to_solar_string("day", "%A %x %V"), ss.to_gregorian("text"))
    plan = asked._jdf.queryExecution().executedPlan().toString()
    assert "Python" not in plan
    assert "Arrow" not in plan


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(ShamsiError, match=r"unit must be one of day, week, .*, got 'M'; did you mean 'month'\?"):
        ss.floor("day", "M")


def period_of(unit: Any, date: Date, first_month: int) -> str | None:
    """The period that the scalar knows, written as columns write it; None before the calendar."""
    try:
        if unit == "fiscal_year":
            return str(Period.fiscal_year(date.fiscal_year(first_month=first_month), first_month=first_month))
        return str(Period.of(unit, date)).replace("S", "Q" if unit == "quarter" else "S")
    except RangeError:
        return None


@pytest.mark.parametrize("unit", PERIODS)
def test_periods_and_floors_are_those_of_the_scalar(spark: Any, unit: Any) -> None:
    places = [*range(0, 800), *PLACES[100:60_000:37]]
    days = [dt.date.fromordinal(place + kernel.MIN_DAYS + kernel.EPOCH_ORDINAL) for place in places]
    frame = spark.createDataFrame(pa.table({"day": pa.array(days)})).repartition(2)
    options = {"first_month": 10} if unit == "fiscal_year" else {}
    asked = [ss.period("day", unit, **options), ss.floor("day", unit, **options)]
    for row in frame.select("day", *asked).collect():
        text = period_of(unit, Date.from_gregorian(row[0]), 10)
        assert row[1] == text, row
        assert row[2] == (text and Period.parse(text).first.gregorian), row


@pytest.mark.parametrize("first_month", [1, 2, 7, 8, 12])
def test_fiscal_years(spark: Any, first_month: int) -> None:
    days = [dt.date(2023, 3, 1) + dt.timedelta(place) for place in range(800)]
    frame = spark.createDataFrame(pa.table({"day": pa.array(days)})).repartition(2)
    asked = [
        ss.fiscal_year("day", first_month=first_month),
        ss.floor("day", "fiscal_year", first_month=first_month),
        ss.period("day", "fiscal_year", first_month=first_month),
    ]
    for day, *answers in frame.select("day", *asked).collect():
        year = Date.from_gregorian(day).fiscal_year(first_month=first_month)
        period = Period.fiscal_year(year, first_month=first_month)
        assert answers == [year, period.gregorian[0], str(period)], day


def test_names(spark: Any) -> None:
    frame = spark.sql("SELECT date'2025-03-20' AS day UNION ALL SELECT null").sort(F.desc("day"))
    asked = [ss.month_name("day", "fa"), ss.weekday_name("day", "fa"), ss.month_name("day"), ss.strftime("day", "%-d")]
    answers = frame.select(*asked).collect()
    assert [*map(tuple, answers)] == [("اسفند", "پنجشنبه", "Esfand", "30"), (None,) * 4]
    assert frame.select(*asked).columns == ["month_name", "weekday_name", "month_name", "solar_string"]
