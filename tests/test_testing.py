"""Strategies: what they draw lies where it was asked for, and types find them."""

import datetime as dt
import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from shamsi import Date, DateTime, Period
from shamsi.testing import dates, datetimes, periods, register

register()  # as the entry point does where shamsi is installed


@given(...)
def test_types_find_their_strategies(day: Date, moment: DateTime, period: Period) -> None:
    assert (type(day), type(moment), type(period)) == (Date, DateTime, Period)
    assert moment.tzinfo is None
    assert 1 <= len(period) <= 3660


@given(st.data(), dates(), dates())
def test_ends_are_kept(data: st.DataObject, one: Date, other: Date) -> None:
    first, last = sorted((one, other))
    assert first <= data.draw(dates(first, last)) <= last
    period = data.draw(periods(first, last, max_days=5))
    assert first <= period.first <= period.last <= last
    assert len(period) <= 5


def test_the_ends_of_the_calendar_are_drawn() -> None:
    assert find(dates(), lambda day: day == Date.min or day.year < 100).year < 100
    assert find(dates(Date(9378, 10, 9)), lambda day: day == Date.max) == Date.max


def test_all_shrinks_to_the_year_2000() -> None:
    start = Date.from_gregorian(dt.date(2000, 1, 1))
    assert find(dates(), lambda _: True) == start
    assert find(periods(), lambda _: True) == Period(start, start)


@given(datetimes(DateTime(1400, 1, 1), DateTime(1401, 1, 1), timezones=st.timezones(), allow_imaginary=False))
def test_zones_are_drawn_and_no_time_is_skipped(moment: DateTime) -> None:
    assert moment.tzinfo is not None
    there_and_back = moment.gregorian.astimezone(dt.UTC).astimezone(moment.tzinfo)
    assert there_and_back.replace(tzinfo=None) == moment.gregorian.replace(tzinfo=None)


def test_misuse_is_told() -> None:
    with pytest.raises(TypeError, match=r"min_value must be a shamsi\.Date, got datetime\.date\(2025, 1, 1\)"):
        dates(dt.date(2025, 1, 1))  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument):
        dates(Date(1404, 1, 2), Date(1404, 1, 1)).validate()
    with pytest.raises(ValueError, match="max_days must be 1 or more, got 0"):
        periods(max_days=0)


def test_the_entry_point_is_there() -> None:
    found = [point for point in entry_points(group="hypothesis") if point.name == "shamsi"]
    if not found:
        pytest.skip("shamsi is not installed here")
    assert found[0].load() is register


@pytest.mark.parametrize("first", ["shamsi.testing", "hypothesis", "shamsi"])
def test_either_may_be_imported_first(first: str, tmp_path: Path) -> None:
    about = tmp_path / "shamsi-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: shamsi\nVersion: 0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[hypothesis]\nshamsi = shamsi.testing:register\n", encoding="utf-8")
    code = f"import {first}, hypothesis, shamsi; hypothesis.strategies.from_type(shamsi.Period).validate()"
    paths = os.pathsep.join([str(tmp_path), str(Path(__file__).resolve().parent.parent)])
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
