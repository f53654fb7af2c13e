"""Zones by name, offsets as text, and what clocks show."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi._errors import ParseError, ShamsiError
from shamsi.calendar.zones import read_offset, settled, zone
from tests.zones import TEHRAN, ZONES, changes, instants


def test_every_name_of_the_database() -> None:
    assert [zone(name) for name in ZONES] == [ZoneInfo(name) for name in ZONES]


@pytest.mark.parametrize("tz", [TEHRAN, dt.UTC])
def test_a_zone_is_itself(tz: dt.tzinfo) -> None:
    assert zone(tz) is tz


@pytest.mark.parametrize(
    "name", ["Tehran", "", "Asia", "../Asia/Tehran", "/etc/passwd", "Asia/Tehran\0", "UTC+3", "تهران"]
)
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(
        ShamsiError, match=r"^tz must be a name of the IANA database such as 'Asia/Tehran', got '.*tzdata$"
    ):
        zone(name)


@pytest.mark.parametrize("value", [None, 5, b"Asia/Tehran", dt.timedelta(hours=3)])
def test_only_a_name_or_a_zone(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^tz must be the name of a zone or a datetime\.tzinfo, got "):
        zone(value)


@given(st.timedeltas(dt.timedelta(days=-1, microseconds=1), dt.timedelta(days=1, microseconds=-1)))
def test_offsets_there_and_back(offset: dt.timedelta) -> None:
    clock = dt.time(tzinfo=dt.timezone(offset))
    assert read_offset(clock.strftime("%z")) == read_offset(clock.isoformat()[len("00:00:00") :]) == offset


@pytest.mark.parametrize("text", ["+24:00", "-2400", "+03:60", "+03:30:60"])
def test_offsets_out_of_range(text: str) -> None:
    with pytest.raises(ParseError, match=r"^offset must be within -23:59:59\.\.\+23:59:59, got "):
        read_offset(text)


def test_what_clocks_show_stays() -> None:
    for moment in instants(1200, seed=2):
        assert settled(moment).replace(tzinfo=None) == moment.replace(tzinfo=None)
        assert settled(moment).fold == moment.fold
    assert settled(dt.datetime(2025, 3, 20)) == dt.datetime(2025, 3, 20)
    for end in (dt.datetime.max, dt.datetime.min):
        for hours in (-12, 12):
            there = end.replace(tzinfo=dt.timezone(dt.timedelta(hours=hours)))
            assert settled(there) == there


def test_what_clocks_skip_is_no_more_shown() -> None:
    for before, after in changes(TEHRAN):
        gap = after.astimezone(TEHRAN).utcoffset() - before.astimezone(TEHRAN).utcoffset()  # type: ignore[operator]
        if gap > dt.timedelta(0):
            skipped = before.astimezone(TEHRAN) + gap / 2
            assert settled(skipped).replace(tzinfo=None) == skipped.replace(tzinfo=None) + gap
            assert settled(skipped.replace(fold=1)).replace(tzinfo=None) == skipped.replace(tzinfo=None) - gap
