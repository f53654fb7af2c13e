"""Every door reads every spelling, eight-digit integer and mixed object as `cells.read` does, and says why not."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

import shamsi
from shamsi.calendar import kernel
from shamsi.columns.cells import REASONS, CellOptions
from tests.columns.spellings import OPEN, PLAIN, SPELLINGS, Spelling

np = pytest.importorskip("numpy")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
sn = pytest.importorskip("shamsi.numpy")
spd = pytest.importorskip("shamsi.pandas")
spl = pytest.importorskip("shamsi.polars")
sa = pytest.importorskip("shamsi.pyarrow")

Door = Callable[[list[Any], CellOptions], Any]


def numpy_door(make: Any) -> Door:
    return lambda values, options: sn.to_gregorian(make(values), **options._asdict(), errors="report")


def pandas_door(dtype: Any) -> Door:
    def read(values: list[Any], options: CellOptions) -> Any:
        column = pd.Series(values, dtype=dtype)
        report = column.shamsi.to_gregorian(**options._asdict(), errors="report")
        assert report.values.equals(spd.to_gregorian(column, **options._asdict(), errors="report").values)
        return report

    return read


def polars_door(dtype: Any) -> Door:
    def read(values: list[Any], options: CellOptions) -> Any:
        frame = pl.Series("t", values, strict=False).cast(dtype).to_frame()
        report = spl.report(frame, "t", **options._asdict())
        lazy = frame.lazy().select(spl.to_gregorian("t", **options._asdict(), errors="coerce"))
        assert lazy.collect_schema() == {"t_gregorian": report.values.dtype}
        assert lazy.collect(engine="streaming").to_series().equals(report.values)
        return report

    return read


def arrow_door(kind: Any) -> Door:
    return lambda values, options: sa.to_gregorian(pa.array(values).cast(kind), **options._asdict(), errors="report")


TEXT_DOORS: dict[str, Door] = {
    "numpy U": numpy_door(lambda values: np.array(values, "U")),
    "numpy S": numpy_door(lambda values: np.array([value.encode() for value in values], "S")),
    "numpy O": numpy_door(lambda values: np.array(values, object)),
    "numpy T": numpy_door(lambda values: np.array(values, np.dtypes.StringDType())),
    "numpy masked": numpy_door(lambda values: np.ma.masked_array(np.array(values, "U"), np.equal(values, ""))),
    **{
        f"pandas {dtype}": pandas_door(dtype)
        for dtype in ("object", "string[python]", "string[pyarrow]", "str", "category")
    },
    "pandas arrow": pandas_door(pd.ArrowDtype(pa.string())),
    "pandas arrow large": pandas_door(pd.ArrowDtype(pa.large_string())),
    "pandas arrow dictionary": pandas_door(pd.ArrowDtype(pa.dictionary(pa.int32(), pa.string()))),
    "polars": polars_door(pl.String),
    "polars Categorical": polars_door(pl.Categorical),
    "pyarrow": arrow_door(pa.string()),
    "pyarrow large": arrow_door(pa.large_string()),
    "pyarrow view": arrow_door(pa.string_view()),
    "pyarrow dictionary": arrow_door(pa.dictionary(pa.int32(), pa.string())),
}
NUMBER_DOORS: dict[str, Door] = {
    **{f"numpy {dtype}": numpy_door(lambda values, dtype=dtype: np.array(values, dtype)) for dtype in ("i4", ">u8")},
    "numpy float": numpy_door(lambda values: np.array(values, float)),
    "numpy O": numpy_door(lambda values: np.array(values, object)),
    **{f"pandas {dtype}": pandas_door(dtype) for dtype in ("int64", "float64", "Int64", "UInt32", "Float64", "object")},
    **{f"pandas {dtype}": pandas_door(dtype) for dtype in ("int64[pyarrow]", "double[pyarrow]")},
    **{f"polars {dtype}": polars_door(dtype) for dtype in (pl.Int32, pl.UInt64, pl.Float64, pl.Decimal(12, 0))},
    **{f"pyarrow {kind}": arrow_door(kind) for kind in (pa.int32(), pa.uint64(), pa.float64(), pa.decimal128(19, 0))},
}


def answers(report: Any) -> list[str | None]:
    """The days and moments as text, whatever the engine."""
    values = report.values
    if isinstance(values, pa.Array | pl.Series):
        values = pd.Series(values.to_numpy(zero_copy_only=False) if isinstance(values, pa.Array) else values.to_numpy())
    array = np.asarray(pd.Series(values).astype("datetime64[us]"))
    return [None if np.isnat(each) else str(each.item()).removesuffix(" 00:00:00") for each in array]


def expected(spelling: Spelling, options: CellOptions) -> tuple[str | None, str | None]:
    """The day of a spelling and the reason against it: one or none of them."""
    answer = spelling.open if options == OPEN and spelling.open != "" else spelling.plain
    return (None, answer) if answer in REASONS else (answer and answer.removesuffix(" 00:00:00"), None)


@pytest.mark.parametrize("options", [PLAIN, OPEN], ids=["plain", "open"])
@pytest.mark.parametrize("door", TEXT_DOORS)
def test_every_spelling(door: str, options: CellOptions) -> None:
    texts = [spelling.text for spelling in SPELLINGS]
    report = TEXT_DOORS[door](texts, options)
    wanted = [expected(spelling, options) for spelling in SPELLINGS]
    assert dict(zip(texts, answers(report), strict=True)) == dict(zip(texts, (day for day, _ in wanted), strict=True))
    reasons = [(row, texts[row], reason) for row, (_, reason) in enumerate(wanted) if reason]
    assert [row[:3] for row in report.rejected] == reasons
    assert report.rejected.total == len(texts)


CODES = [year * 10000 + month * 100 + day for year in range(1300, 1451) for month in range(14) for day in range(33)]
TRUE = {year: [kernel.month_length(year, month) for month in range(1, 13)] for year in range(1300, 1451)}


def solar(code: int) -> str | None:
    year, month, day = code // 10000, code // 100 % 100, code % 100
    return shamsi.Date(year, month, day).gregorian.isoformat() if kernel.is_valid(year, month, day) else None


@pytest.fixture(scope="module")
def days() -> list[str | None]:
    return [solar(code) for code in CODES]


@pytest.mark.parametrize("door", NUMBER_DOORS)
def test_integers_of_eight_digits(door: str, days: list[str | None]) -> None:
    report = NUMBER_DOORS[door](CODES, PLAIN)
    assert answers(report) == days
    assert min(filter(None, days)) == "1921-03-21"
    assert report.counts() == {"impossible-date": days.count(None)}
    assert report.rejected[0][:3] == (0, 13000000, "impossible-date")


@pytest.mark.parametrize("door", NUMBER_DOORS)
def test_other_integers_are_rejected_for_a_reason(door: str) -> None:
    numbers = [0, 1, 140205, 10000100, 10000101, 15001229, 15011229, 20250516, 21001232, 91950110, 2**31 - 1]
    report = NUMBER_DOORS[door](numbers, CellOptions(gregorian="pass"))
    day = {10000101: "1621-03-21", 15001229: shamsi.Date(1500, 12, 29).gregorian.isoformat(), 20250516: "2025-05-16"}
    assert answers(report) == [day.get(number) for number in numbers]
    assert [row.value for row in report.rejected] == [number for number in numbers if number not in day]
    assert answers(NUMBER_DOORS[door]([20250516], PLAIN)) == [None]


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([14020512, None, 14020513]),
        pd.Series([14020512, None, 14020513], dtype="Int64"),
        pd.Series([14020512, None, 14020513], dtype="int64[pyarrow]"),
        pd.Series([14020512, None, 14020513], dtype=object),
        pd.Series([Decimal(14020512), None, Decimal(14020513)], dtype=object),
        pd.Series(pa.array([Decimal(14020512), None, Decimal(14020513)]), dtype=pd.ArrowDtype(pa.decimal128(8))),
        pl.Series([14020512, None, 14020513]),
        pa.chunked_array([[14020512, None], [14020513]], pa.int32()),
        np.ma.masked_array([14020512, 7, 14020513], [False, True, False]),
    ],
    ids=lambda column: f"{type(column).__module__} {getattr(column, 'dtype', 'chunks')}",
)
def test_missing_numbers_are_not_rejected(column: Any) -> None:
    doors = {"pandas": spd, "polars": spl, "pyarrow": sa}
    door = doors.get(type(column).__module__.partition(".")[0], sn)
    report = spl.report(column.to_frame("n"), "n") if door is spl else door.to_gregorian(column, errors="report")
    assert len(report.rejected) == 0
    given = report.values.to_pylist() if door is sa else list(report.values)
    there = [str(each)[:10] for each in given if not pd.isna(each)]
    assert there == ["2023-08-03", "2023-08-04"]


MOMENT = dt.datetime(2023, 8, 3, 14, 22)
MIXED = {
    "a": shamsi.Date(1402, 5, 12),
    "b": dt.date(2023, 8, 3),
    "c": dt.datetime(2023, 8, 3),
    "d": pd.Timestamp("2023-08-03"),
    "e": "۱۴۰۲/۵/۱۲",
    "f": 14020512,
    "g": 14020512.0,
    "h": np.datetime64("2023-08-03"),
    "i": Decimal(14020512),
    "j": "12 مرداد 1402",
}
MISSING = [None, float("nan"), pd.NaT, pd.NA, "", "  ", np.datetime64("NaT")]
WRONG = {"wrong-type": [True, [1], 14020512.5, dt.time(1), b"x"], "time-of-day": [MOMENT, "1402/05/12 14:22"]}
WRONG_VALUES = [value for values in WRONG.values() for value in values]


def objects(values: list[Any]) -> Any:
    return np.fromiter(values, object, len(values))


@pytest.mark.parametrize("door", ["numpy", "pandas", "polars"])
def test_columns_of_mixed_objects(door: str) -> None:
    values = [*MIXED.values(), *MISSING, *WRONG_VALUES]
    if door == "numpy":
        report = sn.to_gregorian(objects(values), errors="report")
    elif door == "pandas":
        report = pd.Series(objects(values), dtype=object).shamsi.to_gregorian(errors="report")
    else:
        report = spl.report(pl.DataFrame({"t": pl.Series(values, dtype=pl.Object)}), "t")
    assert answers(report) == ["2023-08-03"] * len(MIXED) + [None] * (len(values) - len(MIXED))
    assert [(row.value, row.reason) for row in report.rejected] == [
        (value, reason) for reason, wrong in WRONG.items() for value in wrong
    ]
    assert report.counts() == {"wrong-type": 5, "time-of-day": 2}


def test_times_of_mixed_objects_are_kept_or_dropped() -> None:
    values = objects([MOMENT, "1402/05/12 14:22", shamsi.Date(1402, 5, 12), None])
    kept = sn.to_gregorian(values, times="keep")
    assert kept.tolist() == [MOMENT, MOMENT, dt.datetime(2023, 8, 3), None]
    assert sn.to_gregorian(values, times="drop").tolist() == [dt.date(2023, 8, 3)] * 3 + [None]
    zoned = shamsi.DateTime.from_gregorian(MOMENT.replace(tzinfo=dt.UTC))
    report = sn.to_gregorian(objects([zoned]), times="keep", errors="report")
    assert report.counts() == {"utc-offset": 1}


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        (["1402/05/12 14:22:01.5", None], "object"),
        (["1402/05/12 14:22:01.5", None], "string[python]"),
        (["1402/05/12 14:22:01.5", None], "string[pyarrow]"),
    ],
)
def test_the_types_of_days_and_of_moments(values: list[Any], dtype: str) -> None:
    column = pd.Series(values, dtype=dtype)
    assert column.shamsi.to_gregorian(times="drop").dtype == "datetime64[s]"
    assert column.shamsi.to_gregorian(times="keep").dtype == "datetime64[us]"
    arrow = column.astype(pd.ArrowDtype(pa.string())).shamsi
    assert arrow.to_gregorian(times="drop").dtype == pd.ArrowDtype(pa.date32())
    assert arrow.to_gregorian(times="keep").dtype == pd.ArrowDtype(pa.timestamp("us"))
    assert sa.to_gregorian(pa.array(values), times="keep").type == pa.timestamp("us")
    assert sn.to_gregorian(np.array(values, object), times="keep").dtype == "datetime64[us]"
    moments = pl.DataFrame({"t": values}).select(spl.to_gregorian("t", times="keep")).to_series()
    assert moments.dtype == pl.Datetime("us")
    assert moments[0] == arrow.to_gregorian(times="keep")[0] == dt.datetime(2023, 8, 3, 14, 22, 1, 500000)
