"""Polars expressions: the shared cases, every day, every way to run a query, and what is refused."""

import datetime as dt
import io
import subprocess
import sys
from typing import Any

import pytest

import shamsi
from shamsi.calendar import kernel
from tests.columns.cases import DAYS, IMPOSSIBLE, TEXTS

np = pytest.importorskip("numpy")
pl = pytest.importorskip("polars")
sn = pytest.importorskip("shamsi.numpy")
sp = pytest.importorskip("shamsi.polars")

ATTRIBUTES = ("weekday", "day_of_year", "season", "is_leap", "month_length")
FIELDS = ("year", "month", "day")
ENGINES = ("in-memory", "streaming")
TYPES = {
    **{"pack": pl.Int32, "year": pl.Int16, "day_of_year": pl.Int16, "is_leap": pl.Boolean},
    **{"month": pl.Int8, "day": pl.Int8, "weekday": pl.Int8, "season": pl.Int8, "month_length": pl.Int8},
}
DAYS_IN_BLOCK = 1 << 17
EVERY_DAY = range(kernel.MIN_DAYS, kernel.MAX_DAYS + 1)


def dates(kind: Any = pl.Date) -> Any:
    days = [day.gregorian and dt.date.fromisoformat(day.gregorian) for day in DAYS]
    return pl.Series("d", days, pl.Date).cast(kind).to_frame()


def answers(frame: Any, expression: Any) -> Any:
    """What each engine says; they must agree."""
    (first, *others) = [frame.lazy().select(expression).collect(engine=engine).to_series() for engine in ENGINES]
    assert all(first.equals(other, check_dtypes=True) for other in others)
    return first


@pytest.fixture(scope="module")
def every() -> Any:
    return pl.Series("d", np.arange(EVERY_DAY.start, EVERY_DAY.stop, dtype=np.int32)).cast(pl.Date).to_frame()


@pytest.mark.parametrize("kind", [pl.Date, pl.Datetime("ms"), pl.Datetime("us")], ids=str)
def test_the_shared_days(kind: Any) -> None:
    frame = dates(kind)
    for place, name in enumerate(FIELDS):
        assert answers(frame, getattr(sp, name)("d")).to_list() == [day.fields and day.fields[place] for day in DAYS]
    for name in ATTRIBUTES:
        expected = [getattr(day, name) if day.fields else None for day in DAYS]
        assert answers(frame, getattr(sp, name)("d")).to_list() == expected
    for unit in ("month", "season", "year"):
        starts = answers(frame, sp.floor("d", unit))
        assert starts.dtype == pl.Date
        assert starts.cast(pl.String).to_list() == [getattr(day, f"{unit}_start") for day in DAYS]
    assert answers(frame, sp.pack("d")).to_list() == [
        day.fields and day.fields[0] << 16 | day.fields[1] << 8 | day.fields[2] for day in DAYS
    ]
    rows = frame.select(sp.fields("d").struct.unnest()).rows()
    assert rows == [day.fields or (None, None, None) for day in DAYS]


@pytest.mark.parametrize("gaps", [[], [0], [DAYS_IN_BLOCK], [1, DAYS_IN_BLOCK + 5], [3 * DAYS_IN_BLOCK - 1]])
def test_missing_days_in_any_block(gaps: list[int]) -> None:
    days = np.random.default_rng(1404).integers(kernel.MIN_DAYS, kernel.MAX_DAYS, 3 * DAYS_IN_BLOCK, endpoint=True)
    days[gaps] = kernel.MAX_DAYS + 1
    frame = pl.Series("d", days.astype(np.int32)).cast(pl.Date).to_frame()
    packed = frame.select(sp.pack("d")).to_series()
    together = frame.select(sp.fields("d")).unnest("d_fields")
    assert packed.is_null().arg_true().to_list() == gaps
    for name, shift, kept in (("year", 16, 0xFFFF), ("month", 8, 255), ("day", 0, 255)):
        alone = frame.select(getattr(sp, name)("d")).to_series()
        assert together[name].equals(alone, check_dtypes=True)
        assert alone.cast(pl.Int32).equals(packed // 2**shift & kept)


def test_every_day_as_numpy_says(every: Any) -> None:
    days = every["d"].to_numpy()
    for name, kind in TYPES.items():
        found = answers(every, getattr(sp, name)("d"))
        assert found.dtype == kind
        assert not found.null_count()
        assert (found.to_numpy() == getattr(sn, name)(days)).all()
    for unit in ("month", "season", "year"):
        assert (answers(every, sp.floor("d", unit)).to_numpy() == sn.floor(days, unit)).all()


def test_every_day_there_and_back(every: Any) -> None:
    parts = every.select("d", sp.pack("d"), sp.fields("d").struct.unnest())
    assert answers(parts, sp.from_packed("d_packed")).equals(every["d"])
    assert answers(parts, sp.to_gregorian(*FIELDS)).equals(every["d"])


def test_every_answer_is_named_after_its_column_and_function() -> None:
    frame = dates()
    names = ("fields", *FIELDS, *ATTRIBUTES)
    found = frame.select(sp.pack("d"), *(getattr(sp, name)("d") for name in names), sp.floor("d", "season"))
    assert found.columns == ["d_packed", *(f"d_{name}" for name in names), "d_season_start"]
    assert frame.select(sp.year("d").alias("y"), z=sp.year("d")).columns == ["y", "z"]
    two = frame.select("d", pl.col("d").alias("e"))
    assert two.select(sp.year(pl.col("d", "e"))).columns == ["d_year", "e_year"]
    assert two.select(sp.year(pl.col("d").alias("x"))).columns == ["x_year"]
    assert pl.select(sp.to_gregorian(pl.lit(1404).alias("y"), 1, 1)).columns == ["y_gregorian"]


def test_the_namespace_is_the_functions() -> None:
    import shamsi.polars as module

    column: Any = pl.col("d")
    names = [name for name in vars(module.Namespace) if not name.startswith("_")]
    assert set(names) >= {*TYPES, "fields", "floor", "to_solar_string", "to_gregorian", "from_packed"}
    for name in TYPES:
        assert str(getattr(column.shamsi, name)()) == str(getattr(sp, name)("d"))
    assert str(column.shamsi.floor("month")) == str(sp.floor("d", "month"))
    assert str(column.shamsi.fields()) == str(sp.fields("d"))
    frame = pl.DataFrame({"y": [1403], "m": [12], "d": [30]})
    assert frame.select(pl.col("y").shamsi.to_gregorian("m", "d")).item() == dt.date(2025, 3, 20)


@pytest.mark.parametrize("name", ["hired", "", "^a.*$", "*"])
def test_a_series_has_the_namespace(name: str) -> None:
    days = pl.Series(name, [dt.date(2025, 3, 20), None])
    accessor: Any = days.shamsi
    for each in TYPES:
        answer = getattr(accessor, each)()
        assert answer.equals(days.to_frame().select(getattr(sp, each)(pl.first())).to_series(), check_names=True)
    assert accessor.to_solar_string("%Y/%m/%d").to_list() == ["1403/12/30", None]
    text: Any = pl.Series(name, ["1403/12/30 14:22"])
    assert text.shamsi.to_gregorian(times="drop").to_list() == [dt.date(2025, 3, 20)]
    assert set(dir(accessor)) == {each for each in dir(sp.Namespace) if not each.startswith("_")}
    with pytest.raises(AttributeError, match="has no attribute 'yaer'"):
        accessor.yaer()


@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_the_last_tick_of_a_day_is_of_that_day(unit: str) -> None:
    days = [dt.date(1969, 12, 31), dt.date(1970, 1, 1), dt.date(2025, 3, 20)]
    ticks = np.array(days, f"datetime64[{unit}]") + np.timedelta64(1, "D") - np.timedelta64(1, unit)
    frame = pl.Series("d", ticks).to_frame()
    assert frame["d"].dtype == pl.Datetime(unit)
    assert answers(frame, sp.pack("d")).to_list() == sn.pack(np.array(days, "datetime64[D]")).tolist()


def test_moments_beyond_all_calendars_are_null() -> None:
    for unit in ("ms", "us"):
        ends = pl.Series("d", [2**63 - 1, 1 - 2**63, 0], dtype=pl.Int64).cast(pl.Datetime(unit)).to_frame()
        assert answers(ends, sp.year("d")).to_list() == [None, None, 1348]
    days = pl.Series("d", [2**31 - 1, -(2**31), -492269, 2932897]).cast(pl.Int32).cast(pl.Date).to_frame()
    assert answers(days, sp.is_leap("d")).to_list() == [None] * 4
    assert answers(days, sp.floor("d", "year")).to_list() == [None] * 4


def test_the_day_is_that_of_the_clock_in_its_zone() -> None:
    midnight = dt.datetime(2025, 3, 20, 20, 30, tzinfo=dt.UTC)  # 00:00 in Tehran
    moments = [midnight - dt.timedelta(microseconds=1), midnight, None]
    frame = pl.Series("d", moments, pl.Datetime("us", "UTC")).to_frame()
    assert answers(frame, sp.pack("d")).to_list() == [91950110, 91950110, None]
    there = frame.select(pl.col("d").dt.convert_time_zone("Asia/Tehran"))
    assert answers(there, sp.pack("d")).to_list() == [1403 << 16 | 12 << 8 | 30, 1404 << 16 | 1 << 8 | 1, None]


WIDTHS = [pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64, pl.Int128]


@pytest.mark.parametrize("kind", WIDTHS, ids=str)
def test_impossible_fields_of_any_width(kind: Any) -> None:
    low, high = (pl.select(end).item() for end in (kind.min(), kind.max()))
    rows = [fields for fields in IMPOSSIBLE if all(low <= value <= high for value in fields)]
    frame = pl.DataFrame([*rows, (None,) * 3], dict.fromkeys(FIELDS, kind), orient="row")
    assert answers(frame, sp.to_gregorian(*FIELDS)).to_list() == [None] * len(frame)


def test_fields_of_mixed_widths_literals_and_nulls() -> None:
    frame = pl.DataFrame(
        {"year": [1403, None, 1404, 2**62], "month": [12, 12, None, 1], "day": [30, 1, 1, 1]},
        {"year": pl.Int64, "month": pl.Int8, "day": pl.UInt16},
    )
    assert answers(frame, sp.to_gregorian(*FIELDS)).to_list() == [dt.date(2025, 3, 20), None, None, None]
    starts = [dt.date(2024, 3, 20), None, dt.date(2025, 3, 21), None]
    assert answers(frame, sp.to_gregorian("year", 1, 1)).to_list() == starts
    assert answers(frame, sp.to_gregorian(pl.col("year"), pl.lit(None), 1)).to_list() == [None] * 4
    huge = frame.select(year=pl.col("year").cast(pl.Int128) * 2**60)
    assert answers(huge, sp.to_gregorian("year", 1, 1)).to_list() == [None] * 4
    assert answers(frame, sp.from_packed("year")).to_list() == [None] * 4


STYLES = [
    ("%Y-%m-%d", "en", None),
    ("%-d %B %Y", "fa", "arabext"),
    ("%A %d %B %Y", "ps", None),
    ("%d", "ckb", "arab"),
]


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("kind", [pl.Date, pl.Datetime("us")], ids=str)
def test_text_as_the_scalar_writes_it(kind: Any, style: Any) -> None:
    pytest.importorskip("pyarrow")
    pattern, lang, digits = style
    found = answers(dates(kind), sp.to_solar_string("d", pattern, lang=lang, digits=digits))
    assert found.dtype == pl.String
    assert found.to_list() == [
        shamsi.Date(*day.fields).format(pattern, lang=lang, digits=digits) if day.fields else None for day in DAYS
    ]


@pytest.mark.parametrize("kind", [pl.String, pl.Categorical, pl.Enum([*TEXTS])], ids=["String", "Categorical", "Enum"])
def test_the_shared_texts(kind: Any) -> None:
    pytest.importorskip("pyarrow")
    frame = pl.Series("t", [*TEXTS, None], pl.String).cast(kind).to_frame()
    found = answers(frame, sp.to_gregorian("t", errors="coerce"))
    assert found.dtype == pl.Date
    assert found.cast(pl.String).to_list() == [*TEXTS.values(), None]


def test_every_day_through_text(every: Any) -> None:
    pytest.importorskip("pyarrow")
    # years that are taken for Gregorian or imperial ones without an era
    is_guessed = sp.year("d").is_between(1700, 2200) | sp.year("d").is_between(2500, 2537)
    for pattern, digits in (("%Y-%m-%d", "latn"), ("%Y/%-m/%-d", "arabext")):
        texts = every.select("d", sp.to_solar_string("d", pattern, digits=digits))
        assert texts.select(sp.to_gregorian("d_solar_string", era="solar-hijri")).to_series().equals(every["d"])
        plain = texts.filter(~is_guessed)
        assert plain.select(sp.to_gregorian("d_solar_string")).to_series().equals(plain["d"])


def test_text_in_the_zone_of_a_column_and_in_chunks() -> None:
    pytest.importorskip("pyarrow")
    midnight = dt.datetime(2025, 3, 20, 20, 30, tzinfo=dt.UTC)
    frame = pl.Series("d", [midnight, None], pl.Datetime("us", "Asia/Tehran")).to_frame()
    parts = pl.concat([frame, frame, frame.clear()], rechunk=False)
    texts = parts.select(sp.to_solar_string("d"))
    assert texts.to_series().to_list() == ["1404-01-01", None] * 2
    assert texts.slice(1, 2).select(sp.to_gregorian("d_solar_string")).to_series().to_list() == [
        None,
        dt.date(2025, 3, 21),
    ]
    assert frame.clear().select(sp.to_solar_string("d")).schema == {"d_solar_string": pl.String()}
    assert pl.Series("t", [], pl.String).to_frame().select(sp.to_gregorian("t")).schema == {"t_gregorian": pl.Date()}


def test_scalars_and_empty_columns() -> None:
    frame = dates()
    found = frame.select(sp.year(pl.lit(dt.date(2025, 3, 20))).alias("lit"), sp.year(pl.col("d").first()), "d")
    assert found["lit"].to_list() == found["d_year"].to_list() == [1403] * len(DAYS)
    assert frame.clear().select(sp.year("d"), sp.floor("d", "month"), sp.fields("d")).schema == {
        "d_year": pl.Int16(),
        "d_month_start": pl.Date(),
        "d_fields": pl.Struct({"year": pl.Int16, "month": pl.Int8, "day": pl.Int8}),
    }
    assert pl.DataFrame({"y": []}, {"y": pl.Int8}).select(sp.to_gregorian("y", 1, 1)).to_series().to_list() == []


def test_the_schema_of_a_query_is_known_before_it_runs() -> None:
    query = dates().lazy().select(sp.year("d"), sp.floor("d", "year"), sp.is_leap("d"), sp.pack("d"))
    assert query.collect_schema() == query.collect().schema


@pytest.mark.parametrize("engine", ENGINES)
def test_within_filters_groups_and_windows(engine: Any) -> None:
    first = dt.date(2020, 1, 1)
    days = [first + dt.timedelta(number) if number % 7 else None for number in range(2000)]
    frame = pl.DataFrame({"d": days, "k": [number % 3 for number in range(2000)]})
    plain = frame.with_columns(sp.year("d"), sp.month("d"))
    query = frame.lazy().filter(sp.year("d") == 1401).select("d")
    assert query.collect(engine=engine).equals(plain.filter(pl.col("d_year") == 1401).select("d"))
    grouped = frame.lazy().group_by(sp.year("d"), sp.month("d")).len().sort("d_year", "d_month")
    expected = plain.group_by("d_year", "d_month").len().sort("d_year", "d_month")
    assert grouped.collect(engine=engine).equals(expected)
    within = frame.lazy().group_by("k").agg(sp.year("d").max(), sp.month("d").first()).sort("k")
    expected = plain.group_by("k").agg(pl.col("d_year").max(), pl.col("d_month").first()).sort("k")
    assert within.collect(engine=engine).equals(expected)
    over = frame.lazy().select(sp.month("d").max().over("k"), sp.year("d").rank().over("k"))
    assert over.collect(engine=engine).equals(
        plain.select(pl.col("d_month").max().over("k"), pl.col("d_year").rank().over("k"))
    )


def test_chunked_and_sliced_columns() -> None:
    frame = dates()
    parts = pl.concat([frame, frame.slice(1, 2), frame.tail(4)], rechunk=False)
    assert answers(parts, sp.pack("d")).to_list() == parts.rechunk().select(sp.pack("d")).to_series().to_list()


def test_a_plan_can_be_sent_elsewhere() -> None:
    pytest.importorskip("cloudpickle")
    plan = io.BytesIO(dates().lazy().select(sp.year("d")).serialize())
    assert pl.LazyFrame.deserialize(plan).collect().equals(dates().select(sp.year("d")))


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sp.year(5.0), TypeError, r"a column must be named by a str or be a polars.Expr, got 5.0 \(float\)"),
        (lambda: sp.to_gregorian(True, 1, 1), TypeError, "got True"),
        (lambda: sp.floor("d", "M"), ValueError, r"unit must be one of day, week, .*, got 'M'; did you mean 'month'\?"),
        (lambda: sp.to_gregorian("y", "m"), TypeError, "months and days together"),
        (lambda: sp.to_solar_string("d", "%Q"), ValueError, "%Q"),
        (lambda: sp.to_solar_string("d", lang="de"), ValueError, "de"),
        (
            lambda: pl.DataFrame({"y": [1404.0]}).select(sp.to_gregorian("y", 1, 1)),
            TypeError,
            "years must be integers, got Float64; cast them first",
        ),
        (
            lambda: pl.DataFrame({"y": [True]}).select(sp.to_gregorian("y")),
            TypeError,
            "eight digits, got Boolean; years, months and days",
        ),
        (lambda: pl.DataFrame({"m": [True]}).select(sp.to_gregorian(1404, "m", 1)), TypeError, "months .* got Boolean"),
        (lambda: pl.DataFrame({"d": [1]}).select(sp.year("d")), pl.exceptions.PolarsError, "expected Datetime or Date"),
    ],
)
def test_refusals(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


def test_neither_pandas_nor_pyarrow_is_loaded() -> None:
    code = "import shamsi.polars, sys; print(*{'pandas', 'pyarrow'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
