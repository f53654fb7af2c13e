"""Offsets: each step against days counted one by one, and what pandas does with them."""

import datetime as dt
import pickle
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi import Date
from shamsi.calendar import kernel

np = pytest.importorskip("numpy", reason="NumPy is not installed")
pd = pytest.importorskip("pandas", reason="pandas is not installed")
offsets = pytest.importorskip("shamsi.pandas")

UNITS = {"Week": (), "Month": range(1, 13), "Season": (1, 4, 7, 10), "Year": (1,), "FiscalYear": (10,)}
NAMES = [f"Solar{unit}{end}" for unit in UNITS for end in ("Begin", "End")]
MOMENT = pd.Timestamp("2025-03-20 12:30")


def offset_of(name: str) -> Any:
    """The class of an offset; one of fiscal years that begin with Dey."""
    offset = getattr(offsets, name)
    return partial(offset, first_month=10) if "Fiscal" in name else offset


def stands(name: str, day: int) -> bool:
    """Whether a day is the first of such a period, or the day before one."""
    unit, end = name[5:-5] if name.endswith("Begin") else name[5:-3], name.endswith("End")
    if unit == "Week":
        return Date.from_ordinal(day + end + kernel.EPOCH_ORDINAL).weekday == 6
    _, month, first = kernel.fields(day + end)
    return first == 1 and month in UNITS[unit]


def counted(name: str, day: int, steps: int) -> int:
    """The day so many steps away, walked to day by day."""
    if steps == 0:
        while not stands(name, day):
            day += 1
    for _ in range(abs(steps)):
        day += 1 if steps > 0 else -1
        while not stands(name, day):
            day += 1 if steps > 0 else -1
    return day


DAY = st.one_of(st.integers(-480_000, 2_900_000), st.integers(10_000, 30_000))


@pytest.mark.parametrize("name", NAMES)
class TestSteps:
    @given(st.lists(DAY, min_size=1, max_size=3), st.integers(-4, 4), st.integers(0, 86399))
    def test_are_those_counted_day_by_day(self, name: str, days: list[int], steps: int, second: int) -> None:
        offset = offset_of(name)(steps)
        expected = [counted(name, day, steps) * 86400 + second for day in days]
        column = pd.Series((np.array(days) * 86400 + second).view("M8[s]"))
        assert (column + offset).to_numpy().view("i8").tolist() == expected
        assert [(moment + offset).to_datetime64().astype("M8[s]").view("i8") for moment in column] == expected

    @given(DAY)
    def test_roll_to_the_nearest(self, name: str, day: int) -> None:
        offset, moment = offset_of(name)(), pd.Timestamp(np.datetime64(day * 86400, "s"))
        assert offset.is_on_offset(moment) == stands(name, day)
        assert (offset.rollforward(moment) - moment).days == counted(name, day, 0) - day
        back = day if stands(name, day) else counted(name, day, -1)
        assert (offset.rollback(moment) - moment).days == back - day

    def test_ranges(self, name: str) -> None:
        offset = offset_of(name)
        made = pd.date_range("2020-01-01", "2026-01-01", freq=offset())
        every = [day for day in pd.date_range("2020-01-01", "2026-01-01") if offset().is_on_offset(day)]
        assert made.tolist() == every
        assert pd.date_range(made[0], periods=3, freq=offset(2)).tolist() == every[:5:2]
        assert pd.date_range(end=made[-1], periods=3, freq=offset()).tolist() == every[-3:]
        assert made.shift(1)[:-1].tolist() == every[1:]
        assert made.freqstr == (f"{name}-10" if "Fiscal" in name else name)

    def test_groups_of_resample_are_the_periods(self, name: str) -> None:
        hours = pd.date_range("2024-01-01 05:00", "2026-01-01", freq="h")
        for zone in (None, "Asia/Tehran"):
            values = pd.Series(range(len(hours)), hours.tz_localize(zone), dtype="int64")
            unit = name[5:].removesuffix("Begin").removesuffix("End").lower().replace("lyear", "l_year")
            first_month = 10 if "Fiscal" in name else None
            expected = values.groupby(values.index.shamsi.floor(unit, first_month=first_month)).sum()
            sums = values.resample(offset_of(name)()).sum()
            assert sums.tolist() == expected.tolist()
            begins = expected.index if name.endswith("Begin") else expected.index + offset_of(name)()
            assert sums.index.tolist() == begins.tolist()

    def test_keeping(self, name: str) -> None:
        offset = offset_of(name)(2, normalize=True)
        assert pickle.loads(pickle.dumps(offset)) == offset
        assert len({offset, offset_of(name)(2, normalize=True), offset_of(name)()}) == 2
        index = pd.date_range("2025-01-01", periods=4, freq=offset_of(name)())
        assert pickle.loads(pickle.dumps(index)).freq == index.freq

    def test_near_the_ends_of_the_calendar(self, name: str) -> None:
        offset = offset_of(name)
        first, last = (pd.Series(np.array([day], "M8[s]")) for day in ("0622-03-21", "9999-12-31"))
        assert (last - offset()).dt.year[0] in (9998, 9999)
        for column, steps in ((last, 1), (first, -1), (last, 10**6), (first, -(10**6))):
            for given_ in (column, column[0]):
                with pytest.raises(shamsi.RangeError, match=rf"got .* moved by <.*{name}s?(: first_month=10)?>"):
                    given_ + offset(steps)
        with pytest.raises(shamsi.RangeError, match="got 0622-03-20"):
            pd.Timestamp("0622-03-20").as_unit("s") + offset()
        with pytest.raises(OverflowError):
            MOMENT + offset(2**40)


def test_what_may_be_added_to() -> None:
    offset = offsets.SolarMonthBegin()
    whole = pd.Timestamp("2025-03-21")
    for day in (MOMENT, MOMENT.to_pydatetime(), MOMENT.to_datetime64()):
        assert day + offset == offset + day == pd.Timestamp("2025-03-21 12:30")
    assert dt.date(2025, 3, 20) + offset == whole
    assert pd.NaT + offset is pd.NaT
    assert (pd.DatetimeIndex([None, MOMENT]) + offset).isna().tolist() == [True, False]
    assert (pd.DatetimeIndex([]) + offset).empty
    assert (np.array([MOMENT], object) + offset).tolist() == [MOMENT + offset]
    for other in (5, "x", None, pd.Timedelta(1), dt.timedelta(1), offsets.SolarYearEnd()):
        with pytest.raises(TypeError, match=r"must be added to|unsupported operand|can only concatenate"):
            other + offset
    assert offset - offsets.SolarMonthBegin(3) == offsets.SolarMonthBegin(-2)


def test_normalize() -> None:
    midnight = offsets.SolarMonthBegin(normalize=True)
    assert MOMENT + midnight == pd.Timestamp("2025-03-21")
    assert (pd.Series([MOMENT]) + midnight)[0] == pd.Timestamp("2025-03-21")
    assert not midnight.is_on_offset(pd.Timestamp("2025-03-21 12:30"))
    assert offsets.SolarMonthBegin().is_on_offset(pd.Timestamp("2025-03-21 12:30"))


def test_the_wall_clock_is_kept() -> None:
    column = pd.DatetimeIndex(["2019-03-21 08:00", "2019-09-22 08:00"], tz="Asia/Tehran")
    moved = [str(moment) for moment in column + offsets.SolarMonthBegin()]
    assert moved == ["2019-04-21 08:00:00+04:30", "2019-09-23 08:00:00+03:30"]
    assert [str(moment + offsets.SolarMonthBegin()) for moment in column] == moved


def test_nanoseconds_end_in_2262() -> None:
    last = pd.Series(np.array(["2262-04-01"], "M8[ns]"))
    for given_ in (last, last[0]):
        with pytest.raises(pd.errors.OutOfBoundsDatetime):
            given_ + offsets.SolarYearEnd(2)
    exact = pd.Series(np.array(["2025-03-20T00:00:00.000000001"], "M8[ns]")) + offsets.SolarYearBegin()
    assert exact[0] == pd.Timestamp("2025-03-21 00:00:00.000000001")


def test_frames() -> None:
    days = pd.date_range("2025-01-01", "2025-04-30", freq="D")
    frame = pd.DataFrame({"day": days, "shop": ["a", "b"] * 60, "sold": 1})
    by_shop = frame.groupby(["shop", pd.Grouper(key="day", freq=offsets.SolarMonthBegin())])["sold"].sum()
    assert by_shop.loc["a"].tolist() == [10, 15, 15, 15, 5]
    assert frame.set_index("day")["sold"].asfreq(offsets.SolarMonthEnd()).index.astype(str).tolist() == [
        *("2025-01-19", "2025-02-18", "2025-03-20", "2025-04-20"),
    ]


def test_how_they_are_written() -> None:
    three, one = offsets.SolarMonthBegin(3), offsets.SolarMonthEnd()
    assert repr(three) == "<3 * SolarMonthBegins>"
    assert repr(one) == "<SolarMonthEnd>"
    assert three.freqstr == "3SolarMonthBegin"
    index = pd.date_range("2025-01-01", periods=2, freq=one)
    with pytest.raises(ValueError, match="SolarMonthEnd"):
        index.to_period()  # Gregorian months would be wrong


def test_long_columns_and_whole_frames() -> None:
    hours = pd.Series(pd.date_range("2010-01-01", "2020-01-01", freq="h")).where(lambda each: each.dt.hour != 3)
    moved = hours + offsets.SolarMonthBegin(0)
    assert moved.isna().equals(hours.isna())
    assert (moved.shamsi.day.dropna() == 1).all()
    assert (moved - hours).dropna().dt.days.between(0, 30).all()
    frame = pd.DataFrame({"a": hours[:9], "b": hours[:9] + pd.Timedelta(days=500)})
    assert (frame + offsets.SolarMonthBegin())["b"].equals(frame["b"] + offsets.SolarMonthBegin())


@pytest.mark.parametrize("month", range(1, 13))
def test_fiscal_years_begin_with_any_month(month: int) -> None:
    begin, end = offsets.SolarFiscalYearBegin(first_month=month), offsets.SolarFiscalYearEnd(first_month=month)
    for day in pd.date_range("2023-03-01", periods=900):
        solar = Date.from_gregorian(day.date())
        assert begin.is_on_offset(day) == ((solar.month, solar.day) == (month, 1))
        year = shamsi.Period.fiscal_year(solar.fiscal_year(first_month=month), first_month=month)
        assert (end.rollforward(day).date(), begin.rollback(day).date()) == (year.gregorian[1], year.gregorian[0])


def test_the_month_of_fiscal_years_is_part_of_the_offset() -> None:
    dey, mehr = (offsets.SolarFiscalYearBegin(first_month=month) for month in (10, 7))
    assert dey != mehr
    assert (2 * dey).first_month == 10
    assert (-dey).first_month == dey.base.first_month == 10
    assert repr(dey) == "<SolarFiscalYearBegin: first_month=10>"
    assert (2 * dey).freqstr == "2SolarFiscalYearBegin-10"
    with pytest.raises(shamsi.DateError, match=r"first_month must be 1\.\.12, got 13"):
        offsets.SolarFiscalYearEnd(first_month=13)
    with pytest.raises(TypeError, match="first_month"):
        offsets.SolarFiscalYearEnd()


def test_weeks_end_with_friday() -> None:
    days = pd.Series(1, pd.date_range("2025-03-01", periods=40))
    assert days.resample(offsets.SolarWeekEnd()).sum().equals(days.resample("W-FRI").sum())
    assert days.resample(offsets.SolarWeekEnd()).sum().index.day_of_week.unique().tolist() == [4]
