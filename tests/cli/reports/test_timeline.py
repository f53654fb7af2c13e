"""The timeline: a bar a time, from right to left, with as many ticks as can be read."""

import datetime as dt
import re

import pytest

import shamsi
from shamsi.cli.reports.timeline import timeline


def bars(drawing: str) -> list[tuple[str, float, float]]:
    """The class, the left edge and the width of each bar."""
    found = re.findall(r'<rect class="([^"]*)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', drawing)
    return [(name, float(x), float(width)) for name, x, width in found]


def drawn(text: str) -> str:
    return timeline(shamsi.find(text), (), lang="fa")


def test_time_runs_from_right_to_left() -> None:
    made = bars(drawn("۱۸ مرداد ۱۴۰۴، ۵ مرداد ۱۳۹۴، دهه ۱۳۷۰"))
    assert [x for _, x, _ in made] == sorted((x for _, x, _ in made), reverse=True)


def test_in_english_time_runs_from_left_to_right() -> None:
    made = bars(timeline(shamsi.find("9 August 2025, 9 August 2024, the 1990s"), ()))
    assert [x for _, x, _ in made] == sorted(x for _, x, _ in made)


def test_each_calendar_has_lanes_of_its_own() -> None:
    drawing = drawn("۱۸ مرداد ۱۴۰۴ و ۹ اوت ۲۰۲۴ و ۵ رجب ۱۴۴۵ و ۱۲ مرداد ۱۴۰۳")
    lanes: dict[str, set[str]] = {}
    for name, y in re.findall(r'<rect class="([^"]*)" x="[\d.]+%" y="(\d+)"', drawing):
        lanes.setdefault(name, set()).add(y)
    assert sorted(lanes) == ["gregorian", "islamic", "persian"]
    assert len(set.union(*lanes.values())) == sum(map(len, lanes.values()))


def test_days_stay_wide_beside_a_decade() -> None:
    made = bars(drawn("در دهه ۱۳۷۰ و در ۱۸ مرداد ۱۴۰۴ و ۱۹ مرداد ۱۴۰۴ و ۲۵ مرداد ۱۴۰۴"))
    decade, *days = made
    assert decade[2] > max(width for _, _, width in days)
    assert min(width for _, _, width in days) >= 2
    assert len({x for _, x, _ in days}) == 3


def test_a_bar_leads_to_its_date() -> None:
    mentions = shamsi.find("۱۸ مرداد ۱۴۰۴ و ۵ آبان ۱۴۰۲")
    drawing = timeline(mentions, (), lambda mention: f"t-{mention.start}", "fa")
    assert re.findall(r'<a href="#t-(\d+)"', drawing) == [str(one.start) for one in reversed(mentions)]


@pytest.mark.parametrize("text", ["", "سلام", "۱۸ مرداد ۱۴۰۴", "۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)", "۱۸ مرداد"])
def test_fewer_than_two_times_are_no_line(text: str) -> None:
    assert drawn(text) == ""


def test_ticks_are_days_in_the_language_and_do_not_touch() -> None:
    drawing = drawn("۱۸ مرداد ۱۴۰۱ و ۲۱ اسفند ۱۴۰۴")
    assert re.findall(r"<text [^>]*>([^<]*)<", drawing)[0] == "۹ اوت ۲۰۲۲"
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)%"', drawing)]
    assert all(abs(one - other) >= 20 for one in places for other in places if one != other)


@pytest.mark.parametrize("days", [2, 3, 10, 100, 300, 1_000, 10_000, 100_000, 300_000])
def test_nothing_leaves_the_drawing_and_ticks_are_few(days: int) -> None:
    last = dt.date(2025, 8, 9)
    drawing = drawn(f"{last - dt.timedelta(days)} و {last}")
    assert len(bars(drawing)) == 2
    assert all(x >= 0 and x + width <= 100 for _, x, width in bars(drawing))
    assert 1 <= drawing.count("<line") <= 4


def test_what_is_wrong_is_marked_and_named() -> None:
    mentions = shamsi.find("۱۸ مرداد ۱۴۰۴ و ۵ آبان ۱۴۰۲")
    drawing = timeline(mentions, mentions[:1])
    assert sorted(name for name, _, _ in bars(drawing)) == ["persian", "persian wrong"]
    assert "<title>۱۸ مرداد ۱۴۰۴ = 2025-08-09</title>" in drawing


def test_times_that_overlap_lie_in_lanes() -> None:
    text = "سال ۱۴۰۴ شمسی، مرداد ۱۴۰۴، ۱۸ مرداد ۱۴۰۴، ۲۰ آذر ۱۴۰۴"
    assert len(set(re.findall(r'<rect [^>]*y="(\d+)"', drawn(text)))) == 3
