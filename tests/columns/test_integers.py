"""Columns of eight-digit numbers and of mixed objects against the scalar reader."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi._errors import ShamsiError
from shamsi.columns.cells import Cell, CellOptions, read
from tests.columns.spellings import OPEN, PLAIN, SPELLINGS

np = pytest.importorskip("numpy")
integers = pytest.importorskip("shamsi.columns.integers")
mixed = pytest.importorskip("shamsi.columns.objects")

OPTIONS = (PLAIN, OPEN, CellOptions(times="drop"), CellOptions(era="imperial"), CellOptions(era="solar-hijri"))


def expected(value: Any, options: CellOptions) -> Cell | str | None:
    try:
        return read(value, options)
    except ShamsiError:
        return "rejected"


def cells(reader: Any, values: Any, options: CellOptions, **given: Any) -> list[Cell | str | None]:
    days, dates = np.zeros(len(values), np.int32), np.zeros(len(values), "M8[D]")
    clock = np.ones(len(values), np.int64)
    rejected = reader(values, options, days, clock, **given)
    assert reader(values, options, dates, **given).tolist() == rejected.tolist()
    assert np.where(np.isnat(dates), -(2**31), dates.astype(np.int64)).tolist() == days.tolist()
    found: list[Cell | str | None] = [
        Cell(day, passed) if day != -(2**31) else None
        for day, passed in zip(days.tolist(), clock.tolist(), strict=True)
    ]
    assert not clock[days == -(2**31)].any()
    for row in rejected.tolist():
        assert found[row] is None
        found[row] = "rejected"
    return found


@pytest.mark.parametrize("options", OPTIONS)
def test_every_number_of_some_years_and_all_edges(options: CellOptions) -> None:
    years = [*range(990, 1012), *range(1498, 1503), 1403, 1799, 1800, 2000, 2100, 2101, 2535, 2583, 9999, 10000]
    values = np.array([year * 10000 + rest for year in years for rest in range(0, 1400)])
    answers = [expected(value, options) for value in values.tolist()]
    assert cells(integers.read_numbers, values, options) == answers
    assert cells(integers.read_numbers, values.astype(np.int32), options) == answers
    assert cells(integers.read_numbers, values.astype(np.float64), options) == answers
    assert cells(integers.read_numbers, values.astype(">u8"), options) == answers


@pytest.mark.parametrize("kind", ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"])
def test_integers_of_every_width(kind: str) -> None:
    ends = np.iinfo(kind)
    values = np.array([ends.min, 0, ends.max, *[each for each in (14031230, 20250320) if each < ends.max]], kind)
    for options in OPTIONS:
        assert cells(integers.read_numbers, values, options) == [expected(each, options) for each in values.tolist()]


def test_floats_and_missing_rows() -> None:
    values = np.array([14031230.0, np.nan, 14031230.5, np.inf, -np.inf, -1.0, 1e300, 20250320.0])
    assert cells(integers.read_numbers, values, PLAIN) == [Cell(20167), None, *["rejected"] * 6]
    missing = np.array([False, True, True, False])
    found = cells(integers.read_numbers, np.array([14031230, 14031230, 5, 5]), PLAIN, missing=missing)
    assert found == [Cell(20167), None, None, "rejected"]


def test_integers_of_many_blocks() -> None:
    values = np.array([14031230, 14031301, 20250320] * 30_000)
    assert cells(integers.read_numbers, values, OPEN) == [Cell(20167), "rejected", Cell(20167)] * 30_000


class Odd:
    """An object that no reader knows."""


TEHRAN = dt.timezone(dt.timedelta(hours=3, minutes=30))
VALUES: list[Any] = [
    *[each.text for each in SPELLINGS],
    *[None, float("nan"), True, False, Odd(), b"1403/12/30", [1], (), Decimal(14031230), Decimal("1.5")],
    *[14031230, 20250320, 5, -5, 10**30, -(10**30), 14031230.0, 14031230.5, float("inf")],
    *[shamsi.Date(1403, 12, 30), shamsi.Date(1, 1, 1), dt.date(2025, 3, 20), dt.date(600, 1, 1), dt.date.max],
    *[dt.datetime(2025, 3, 20), dt.datetime(2025, 3, 20, 14, 22, 1, 5), dt.datetime(600, 1, 1), dt.datetime.max],
    *[shamsi.DateTime(1403, 12, 30, 14, 22), shamsi.DateTime(1403, 12, 30), dt.time(1)],
    *[
        np.int64(14031230),
        np.float64(14031230),
        np.datetime64("2025-03-20"),
        np.datetime64("NaT"),
        np.str_("1403/12/30"),
    ],
]
ZONED = [dt.datetime(2025, 3, 20, 14, 22, tzinfo=TEHRAN), dt.datetime(2025, 3, 20, tzinfo=TEHRAN)]


def as_objects(values: list[Any]) -> Any:
    array = np.empty(len(values), object)
    for row, value in enumerate(values):
        array[row] = value
    return array


@pytest.mark.parametrize("options", OPTIONS)
def test_objects_of_every_type_mixed(options: CellOptions) -> None:
    for values in (VALUES, VALUES + ZONED):
        found = cells(mixed.read_objects, as_objects(values * 2), options)
        assert found == [expected(each, options) for each in values] * 2


@given(st.lists(st.sampled_from(VALUES + ZONED), max_size=12), st.sampled_from(OPTIONS))
def test_any_mixture_of_objects(values: list[Any], options: CellOptions) -> None:
    assert cells(mixed.read_objects, as_objects(values), options) == [expected(each, options) for each in values]


@given(st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(9_990_000, 101_000_000)), st.sampled_from(OPTIONS))
def test_any_integers(values: list[int], options: CellOptions) -> None:
    array = np.array(values, np.int64)
    assert cells(integers.read_numbers, array, options) == [expected(each, options) for each in values]
