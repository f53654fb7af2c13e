"""Arrow arrays: the shared cases, every day, slices and chunks, and what is refused."""

import datetime as dt
from typing import Any

import pytest

import shamsi
from shamsi.calendar import kernel
from tests.columns.cases import DAYS, IMPOSSIBLE, TEXTS

np = pytest.importorskip("numpy")
pa = pytest.importorskip("pyarrow")
sn = pytest.importorskip("shamsi.numpy")
sa = pytest.importorskip("shamsi.pyarrow")

ATTRIBUTES = ("weekday", "day_of_year", "season", "is_leap", "month_length")
FIELDS = ("year", "month", "day")
KINDS = [pa.date32(), pa.date64(), *(pa.timestamp(unit) for unit in ("s", "ms", "us"))]
TYPES = {
    **{"pack": pa.int32(), "year": pa.int16(), "day_of_year": pa.int16(), "is_leap": pa.bool_()},
    **{"month": pa.int8(), "day": pa.int8(), "weekday": pa.int8(), "season": pa.int8(), "month_length": pa.int8()},
}


def dates(kind: Any = None) -> Any:
    days = pa.array([day.gregorian and dt.date.fromisoformat(day.gregorian) for day in DAYS], pa.date32())
    return days.cast(kind or pa.date32())


@pytest.fixture(scope="module")
def every() -> Any:
    return pa.array(np.arange(kernel.MIN_DAYS, kernel.MAX_DAYS + 1, dtype=np.int32)).cast(pa.date32())


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_shared_days(kind: Any) -> None:
    given = dates(kind)
    for place, name in enumerate(FIELDS):
        assert getattr(sa, name)(given).to_pylist() == [day.fields and day.fields[place] for day in DAYS]
    for name in ATTRIBUTES:
        expected = [getattr(day, name) if day.fields else None for day in DAYS]
        assert getattr(sa, name)(given).to_pylist() == expected
    for unit in ("month", "season", "year"):
        starts = sa.floor(given, unit)
        starts.validate(full=True)
        assert starts.cast(pa.string()).to_pylist() == [getattr(day, f"{unit}_start") for day in DAYS]
    rows = [day.fields and dict(zip(FIELDS, day.fields, strict=True)) for day in DAYS]
    assert sa.fields(given).to_pylist() == rows


def test_every_day_as_numpy_says(every: Any) -> None:
    days = every.to_numpy(zero_copy_only=False)
    for name, kind in TYPES.items():
        found = getattr(sa, name)(every)
        found.validate(full=True)
        assert found.type == kind
        assert found.buffers()[0] is None
        assert (found.to_numpy(zero_copy_only=False) == getattr(sn, name)(days)).all()
    for unit in ("month", "season", "year"):
        assert (sa.floor(every, unit).to_numpy(zero_copy_only=False) == sn.floor(days, unit)).all()


def test_every_day_there_and_back(every: Any) -> None:
    assert sa.from_packed(sa.pack(every)).equals(every)
    assert sa.to_gregorian(*sa.fields(every).flatten()).equals(every)


@pytest.mark.parametrize("kind", [*KINDS, pa.timestamp("us", "Asia/Tehran")], ids=str)
@pytest.mark.parametrize("start", [0, 1, 3, 8, 9])
def test_slices_and_chunks(kind: Any, start: int) -> None:
    whole = pa.concat_arrays([dates()] * 3).cast(kind)
    given = whole.slice(start, 20)
    assert given.offset == start
    chunks = pa.chunked_array([given, given.slice(0, 0), given.slice(2, 7)])
    for name in ("pack", "is_leap", "fields", "year"):
        ask = getattr(sa, name)
        found = ask(given)
        found.validate(full=True)
        assert found.equals(ask(pa.array(given.to_pylist(), kind)))
        assert found.equals(ask(whole).slice(start, 20))
        chunked = ask(chunks)
        assert [len(chunk) for chunk in chunked.chunks] == [20, 0, 7]
        assert chunked.to_pylist() == [*found.to_pylist(), *found.to_pylist()[2:9]]
    back = sa.from_packed(sa.pack(whole).slice(start, 20))
    assert back.equals(sa.to_gregorian(*(each.slice(start, 20) for each in sa.fields(whole).flatten())))
    assert back.drop_null().equals(sa.from_packed(sa.pack(given).drop_null()))


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_the_last_tick_of_a_day_is_of_that_day(unit: str) -> None:
    days = np.array(["1969-12-31", "1970-01-01", "2025-03-20"], "datetime64[D]")
    ticks = days.astype(f"datetime64[{unit}]") + np.timedelta64(1, "D") - np.timedelta64(1, unit)
    assert sa.pack(pa.array(ticks)).to_pylist() == sn.pack(days).tolist()


def test_moments_beyond_all_calendars_are_null() -> None:
    for unit in ("s", "ms", "us"):
        ends = pa.array([2**63 - 1, -(2**63), 0]).view(pa.timestamp(unit))
        assert sa.year(ends).to_pylist() == [None, None, 1348]
        assert sa.is_leap(ends).to_pylist() == [None, None, False]
    days = pa.array([2**31 - 1, -(2**31), kernel.MIN_DAYS - 1, kernel.MAX_DAYS + 1], pa.int32()).view(pa.date32())
    assert sa.is_leap(days).null_count == sa.floor(days, "month").null_count == sa.fields(days).null_count == 4


def test_the_day_is_that_of_the_clock_in_its_zone() -> None:
    midnight = dt.datetime(2025, 3, 20, 20, 30, tzinfo=dt.UTC)  # 00:00 in Tehran
    moments = [midnight - dt.timedelta(microseconds=1), midnight, None]
    old, new = 1403 << 16 | 12 << 8 | 30, 1404 << 16 | 1 << 8 | 1
    zones = {"UTC": [old, old, None], "Asia/Tehran": [old, new, None]}
    if int(pa.__version__.partition(".")[0]) >= 23:  # those before know named zones only
        zones["+03:30"] = [old, new, None]
    for zone, expected in zones.items():
        for unit in ("us", "ns"):
            assert sa.pack(pa.array(moments, pa.timestamp(unit, zone))).to_pylist() == expected


WIDTHS = [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()]


@pytest.mark.parametrize("kind", WIDTHS, ids=str)
def test_impossible_fields_of_any_width(kind: Any) -> None:
    bounds = np.iinfo(str(kind))
    rows = [fields for fields in IMPOSSIBLE if all(bounds.min <= value <= bounds.max for value in fields)]
    columns = [pa.array([*each, None], kind) for each in zip(*rows, strict=True)]
    assert sa.to_gregorian(*columns).null_count == len(rows) + 1


def test_fields_of_mixed_widths_chunks_ints_and_nulls() -> None:
    years = pa.chunked_array([[1403], [], [None, 1404, 2**62]], pa.int64())
    months, days = pa.array([12, 12, None, 1], pa.int8()), pa.chunked_array([[30, 1, 1], [1]], pa.uint16())
    found = sa.to_gregorian(years, months, days)
    assert found.type == pa.date32()
    assert found.to_pylist() == [dt.date(2025, 3, 20), None, None, None]
    starts = [dt.date(2024, 3, 20), None, dt.date(2025, 3, 21), None]
    assert sa.to_gregorian(years, 1, 1).to_pylist() == starts
    assert sa.to_gregorian(years, pa.nulls(4), 1).null_count == 4
    assert sa.from_packed(years).null_count == 4


def test_a_null_hides_whatever_lies_under_it() -> None:
    bitmap = pa.py_buffer(bytes([0b101]))
    for hidden in (2**31 - 1, 20168):
        data = pa.py_buffer(np.array([20167, hidden, 20168], np.int32))
        found = sa.year(pa.Array.from_buffers(pa.date32(), 3, [bitmap, data]))
        assert found.to_pylist() == [1403, None, 1404]
        years = pa.Array.from_buffers(pa.int32(), 3, [bitmap, pa.py_buffer(np.array([1404, hidden, 1404], np.int32))])
        assert sa.to_gregorian(years, 1, 1).to_pylist() == [dt.date(2025, 3, 21), None, dt.date(2025, 3, 21)]


STYLES = [
    ("%Y-%m-%d", "en", None),
    ("%-d %B %Y", "fa", "arabext"),
    ("%A %d %B %Y", "ps", None),
    ("%d", "ckb", "arab"),
]


@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("kind", [*KINDS, pa.timestamp("us", "Asia/Tehran")], ids=str)
def test_text_as_the_scalar_writes_it(kind: Any, style: Any) -> None:
    pattern, lang, digits = style
    expected = [
        shamsi.Date(*day.fields).format(pattern, lang=lang, digits=digits) if day.fields else None for day in DAYS
    ]
    given = dates(pa.timestamp("us")).cast(kind) if getattr(kind, "tz", None) is None else zoned(kind)
    found = sa.to_solar_string(given, pattern, lang=lang, digits=digits)
    found.validate(full=True)
    assert found.type == pa.string_view()
    assert found.to_pylist() == expected
    assert sa.to_solar_string(given.slice(3), pattern, lang=lang, digits=digits).to_pylist() == expected[3:]


def zoned(kind: Any) -> Any:
    import pyarrow.compute as pc

    return pc.assume_timezone(dates(pa.timestamp(kind.unit)), kind.tz)


def listed(texts: Any) -> list[str | None]:
    found: list[str | None] = sa.to_gregorian(texts, errors="report").values.cast(pa.string()).to_pylist()
    return found


TEXT_KINDS = [pa.string(), pa.large_string(), pa.string_view()]


@pytest.mark.parametrize("kind", TEXT_KINDS, ids=str)
def test_the_shared_texts(kind: Any) -> None:
    texts, expected = [*TEXTS, None], [*TEXTS.values(), None]
    given = pa.array(texts, kind)
    assert listed(given) == expected
    for start in (1, 8, 20):
        assert listed(given.slice(start, 9)) == expected[start : start + 9]
    chunks = pa.chunked_array([given, given.slice(5, 0), given.slice(5, 7)])
    assert listed(chunks) == [*expected, *expected[5:12]]
    if kind == pa.string():
        assert listed(given.dictionary_encode()) == expected
    assert sa.to_gregorian(given.slice(0, 0)).equals(pa.array([], pa.date32()))
    assert sa.to_gregorian(pa.array([], kind)).equals(pa.array([], pa.date32()))
    assert sa.to_gregorian(pa.nulls(3, kind)).null_count == 3
    short = pa.array(["1404/1/1", None, "1404/1/2"], kind)  # those of a string_view lie in the rows themselves
    assert sa.to_gregorian(short).to_pylist() == [dt.date(2025, 3, 21), None, dt.date(2025, 3, 22)]


def test_every_day_through_text(every: Any) -> None:
    years = sa.year(every).to_numpy()
    taken = ((years >= 1700) & (years <= 2200)) | ((years >= 2500) & (years <= 2537))  # for Gregorian or Imperial ones
    days = every.filter(pa.array(~taken))
    for pattern, digits in (("%Y-%m-%d", None), ("%Y/%-m/%-d", "arabext")):
        texts = sa.to_solar_string(days, pattern, digits=digits)
        assert sa.to_gregorian(texts).equals(days)
        assert sa.to_gregorian(texts.cast(pa.string())).equals(days)


def test_encoded_empty_and_foreign_columns() -> None:
    plain = sa.pack(dates())
    assert sa.pack(dates().dictionary_encode()).equals(plain)
    runs = pa.RunEndEncodedArray.from_arrays([2, 3], dates().slice(0, 2))
    assert sa.year(runs).to_pylist() == [1403, 1403, 1404]
    assert sa.from_packed(plain.dictionary_encode()).equals(sa.from_packed(plain))
    for kind in KINDS:
        assert sa.is_leap(pa.array([], kind)).equals(pa.array([], pa.bool_()))
        assert sa.fields(pa.chunked_array([], kind)).type == sa.fields(pa.array([], kind)).type
    assert sa.year(pa.nulls(2)).equals(pa.nulls(2, pa.int16()))
    assert sa.to_gregorian(pa.array([], pa.int8()), 1, 1).equals(pa.array([], pa.date32()))
    assert sa.to_gregorian(pa.chunked_array([], pa.int8()), 1, 1).equals(pa.chunked_array([], pa.date32()))
    pl = pytest.importorskip("polars")
    assert sa.from_packed(pl.Series([91950110])).to_pylist() == [dt.date(2025, 3, 20)]


def test_the_rows_that_are_answered_need_no_copy() -> None:
    given = pa.array(np.arange(10**6, dtype=np.int32) % 20000).cast(pa.date32())
    before = pa.total_allocated_bytes()
    found = sa.pack(given)
    assert pa.total_allocated_bytes() == before, "the data is NumPy's, and there is no bitmap"
    assert found.nbytes == 4 * 10**6


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: sa.year([dt.date(2025, 3, 20)]), TypeError, r"must be a pyarrow.Array or ChunkedArray, got \["),
        (lambda: sa.year(pa.array([1])), TypeError, "dates must be date32, date64 or timestamp, got int64"),
        (lambda: sa.year(pa.array([], pa.string())), TypeError, "got string"),
        (
            lambda: sa.floor(dates(), "M"),
            ValueError,
            r"unit must be one of day, week, .*, got 'M'; did you mean 'month'\?",
        ),
        (lambda: sa.to_gregorian(pa.array([1]), pa.array([1])), TypeError, "months and days together"),
        (lambda: sa.to_solar_string(dates(), "%Q"), ValueError, "%Q"),
        (lambda: sa.to_solar_string(dates().slice(0, 0), lang="de"), ValueError, "de"),
        (lambda: sa.to_gregorian(1, 1, 1), TypeError, "one must be a column"),
        (lambda: sa.to_gregorian(pa.array([1.0]), 1, 1), TypeError, "years must be integers, got double"),
        (lambda: sa.to_gregorian(pa.array([1]), True, 1), TypeError, "got True"),
        (lambda: sa.to_gregorian(pa.array([True])), TypeError, "eight digits, got bool; years, months and days"),
        (lambda: sa.to_gregorian(dates()), TypeError, "got date32.*these days are Gregorian already"),
        (lambda: sa.to_gregorian(pa.array([1]), pa.array([1, 2]), 1), ValueError, "got 1 years, 2 months"),
    ],
)
def test_refusals(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
