"""Arrays: the shared cases, every day, every layout of memory, and what is refused."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import kernel
from tests.columns.cases import DAYS, IMPOSSIBLE

np = pytest.importorskip("numpy")
sn = pytest.importorskip("shamsi.numpy")

UNITS = ("D", "h", "m", "s", "ms", "us")  # nanoseconds reach from 1677 to 2262 only
ATTRIBUTES = ("weekday", "day_of_year", "season", "is_leap", "month_length")


def dates(unit: str = "D") -> Any:
    return np.array([day.gregorian or "NaT" for day in DAYS], f"datetime64[{unit}]")


@pytest.mark.parametrize("unit", UNITS)
def test_fields_of_the_shared_days(unit: str) -> None:
    expected = [day.fields or (0, 0, 0) for day in DAYS]
    assert list(zip(*(each.tolist() for each in sn.fields(dates(unit))), strict=True)) == expected
    assert [each.dtype for each in sn.fields(dates(unit))] == [np.int16, np.int8, np.int8]
    for place, name in enumerate(("year", "month", "day")):
        assert getattr(sn, name)(dates(unit)).tolist() == [each[place] for each in expected]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ATTRIBUTES)
def test_attributes_of_the_shared_days(name: str, unit: str) -> None:
    assert getattr(sn, name)(dates(unit)).tolist() == [getattr(day, name) for day in DAYS]


@pytest.mark.parametrize("unit", ["month", "season", "year"])
def test_floors_of_the_shared_days(unit: Any) -> None:
    expected = [getattr(day, f"{unit}_start") or "NaT" for day in DAYS]
    assert sn.floor(dates("us"), unit).astype(str).tolist() == expected


@pytest.mark.parametrize("unit", UNITS)
def test_the_last_tick_of_a_day_is_of_that_day(unit: str) -> None:
    ends = dates(unit) + np.timedelta64(1, "D") - np.timedelta64(1, unit)
    assert (sn.pack(ends) == sn.pack(dates())).all()


def test_nanoseconds_weeks_months_and_odd_steps() -> None:
    last = shamsi.Date.from_gregorian(dt.date(1700, 1, 1))
    assert sn.fields(np.array(["1700-01-01T23:59:59.999999999"], "M8[ns]")) == (last.year, last.month, last.day)
    steps = (("W", "1970-01-01"), ("M", "2025-03"), ("Y", "2025"), ("5h", "1970-01-01T20"), ("2D", "2025-03-20"))
    for unit, text in steps:
        value = np.array([text, "NaT"], f"datetime64[{unit}]")
        assert sn.pack(value).tolist() == sn.pack(value.astype("datetime64[D]")).tolist()


def test_every_day_both_ways() -> None:
    days = np.arange(kernel.MIN_DAYS, kernel.MAX_DAYS + 1).view("datetime64[D]")
    packed = sn.pack(days, errors="raise")
    assert (np.diff(packed) > 0).all()
    assert (sn.from_packed(packed, errors="raise") == days).all()
    assert (sn.to_gregorian(*sn.unpack(packed), errors="raise") == days).all()


@pytest.mark.parametrize("dtype", ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", ">i2", ">i8"])
def test_impossible_fields_of_any_width(dtype: str) -> None:
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    for fields in IMPOSSIBLE:
        if all(low <= value <= high for value in fields):
            answer = sn.to_gregorian(*(np.array([value, value], dtype) for value in fields))
            assert np.isnat(answer).all(), (fields, dtype)


@pytest.mark.parametrize("fields", IMPOSSIBLE)
def test_impossible_packed(fields: tuple[int, int, int]) -> None:
    year, month, day = fields
    packed = year << 16 | (month & 255) << 8 | (day & 255)
    for dtype in (np.int32, np.int64):
        if np.iinfo(dtype).min <= packed <= np.iinfo(dtype).max:
            assert np.isnat(sn.from_packed(np.array([packed], dtype))).all()


BIG = st.integers(-(2**63), 2**63 - 1)
FIELD = st.one_of(BIG, st.integers(-40, 40), st.integers(1, 9400))


@given(st.lists(st.tuples(FIELD, FIELD, FIELD), min_size=1, max_size=5))
def test_any_integers_are_days_as_the_scalar_says(rows: list[tuple[int, int, int]]) -> None:
    answer = sn.to_gregorian(*np.array(rows, np.int64).T)
    for fields, got in zip(rows, answer, strict=True):
        expected = kernel.days(*fields) if kernel.is_valid(*fields) else None
        assert (None if np.isnat(got) else int(got.view(np.int64))) == expected


@given(st.lists(BIG, min_size=1, max_size=5), st.sampled_from(["D", "s", "us", "ns"]))
def test_any_ticks_are_dates_as_the_scalar_says(ticks: list[int], unit: str) -> None:
    values = np.array(ticks, np.int64).view(f"datetime64[{unit}]")
    per_day = {"D": 1, "s": 86400, "us": 86400 * 10**6, "ns": 86400 * 10**9}[unit]
    for tick, packed in zip(ticks, sn.pack(values).tolist(), strict=True):
        day = tick // per_day
        known = tick != -(2**63) and kernel.MIN_DAYS <= day <= kernel.MAX_DAYS
        assert (packed >> 16, packed >> 8 & 255, packed & 255) == (kernel.fields(day) if known else (0, 0, 0))


def test_layouts_of_memory() -> None:
    plain = (np.arange(300_000) - 20_000).view("datetime64[D]")
    expected = sn.pack(plain)
    padded = np.zeros(600_000, "datetime64[D]")
    padded[::2] = plain
    frozen = plain.copy()
    frozen.flags.writeable = False
    for given_ in (padded[::2], plain.astype(">M8[D]"), frozen, plain[::-1][::-1]):
        assert (sn.pack(given_) == expected).all()
    grid = plain.reshape(300, 1000)
    assert (sn.pack(grid.T) == expected.reshape(300, 1000).T).all()
    assert (sn.pack(np.asfortranarray(grid)) == expected.reshape(300, 1000)).all()
    out = np.zeros(600_000, np.int32)
    assert sn.pack(plain, out=out[1::2]).base is out
    assert (out[1::2] == expected).all()
    assert not out[::2].any()
    same = plain.copy()
    assert sn.floor(same, "year", out=same) is same
    assert (same == sn.floor(plain, "year")).all()


def test_no_rows_and_one() -> None:
    empty = np.array([], "datetime64[D]")
    assert sn.pack(empty, errors="raise").shape == (0,)
    assert sn.pack([]).dtype == np.int32
    assert sn.to_gregorian([], [], []).dtype == "datetime64[D]"
    assert [each.shape for each in sn.fields(np.empty((3, 0), "datetime64[D]"))] == [(3, 0)] * 3
    one = sn.year(np.datetime64("2025-03-20"))
    assert one == 1403
    assert isinstance(one, np.int16)
    assert sn.to_gregorian(1403, 12, 30) == np.datetime64("2025-03-20")
    assert sn.year(dt.date(2025, 3, 20)) == 1403
    assert sn.year([dt.date(2025, 3, 20), None]).tolist() == [1403, 0]


def test_fields_broadcast() -> None:
    starts = sn.to_gregorian(np.arange(1400, 1405)[:, None], np.arange(1, 13), 1)
    assert starts.shape == (5, 12)
    assert (sn.day(starts) == 1).all()


def test_masked_arrays_stay_masked() -> None:
    masked = np.ma.masked_array(dates(), [day.fields is None for day in DAYS])
    years = sn.year(masked, errors="raise")  # what is masked is not looked at
    assert isinstance(years, np.ma.MaskedArray)
    assert years.tolist() == [day.fields and day.fields[0] for day in DAYS]
    back = sn.to_gregorian(years, sn.month(masked), sn.day(masked), errors="raise")
    real = [day.gregorian if day.fields else None for day in DAYS]
    assert back.tolist() == [day and dt.date.fromisoformat(day) for day in real]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: sn.pack(dates(), errors="raise"),
            shamsi.RangeError,
            "row 9: date must be 0622-03-21..9999-12-31, got 0622-03-20",
        ),
        (
            lambda: sn.year(np.array([2**40], "M8[D]"), errors="raise"),
            shamsi.RangeError,
            "row 0: .*, got 3010362559-12-15",
        ),
        (
            lambda: sn.year(np.array([[0, 0], [0, -(10**6)]], "M8[D]"), errors="raise"),
            shamsi.RangeError,
            r"row \(1, 1\)",
        ),
        (lambda: sn.year(np.datetime64("0001-01-01"), errors="raise"), shamsi.RangeError, "^date must be"),
        (
            lambda: sn.to_gregorian([1403, 1402], 12, 30, errors="raise"),
            shamsi.DateError,
            r"row 1: day must be 1..29 in Esfand 1402 \(not a leap year\), got 30",
        ),
        (lambda: sn.to_gregorian(1404, 13, 1, errors="raise"), shamsi.DateError, "^month must be 1..12, got 13"),
        (lambda: sn.from_packed([0, 1], errors="raise"), shamsi.RangeError, "row 1: year must be 1..9378, got 0"),
        (lambda: sn.year(dates(), errors="ignore"), ValueError, "errors must be"),
        (
            lambda: sn.floor(dates(), "M"),
            ValueError,
            r"unit must be one of day, week, .*, got 'M'; did you mean 'month'\?",
        ),
        (lambda: sn.year([1, 2]), TypeError, "day numbers"),
        (lambda: sn.year(["2025-03-20"]), TypeError, "to_gregorian"),
        (lambda: sn.year([dt.datetime(2025, 3, 20)]), TypeError, "datetime64"),
        (lambda: sn.to_gregorian([1404.0], [1], [1]), TypeError, "years must be integers, got float64"),
        (lambda: sn.to_gregorian([True], [1], [1]), TypeError, "years must be integers, got bool"),
        (lambda: sn.to_gregorian([1404], [1]), TypeError, "months and days together"),
        (lambda: sn.to_gregorian([1404, 1405], [1, 2, 3], [1]), ValueError, "broadcast"),
        (lambda: sn.pack(dates(), out=np.zeros(3, np.int32)), TypeError, "out must be an array of int32 of shape"),
        (lambda: sn.pack(dates(), out=np.zeros(len(DAYS), np.int64)), TypeError, "got int64"),
    ],
)
def test_refusals(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


def test_missing_rows_are_no_errors() -> None:
    assert sn.year(np.array(["NaT"], "M8[us]"), errors="raise").tolist() == [0]
    assert np.isnat(sn.from_packed(np.array([0]), errors="raise")).all()
    assert sn.floor(np.array(["NaT"], "M8[D]"), "month", errors="raise").astype(str).tolist() == ["NaT"]
