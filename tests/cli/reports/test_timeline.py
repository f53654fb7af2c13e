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
    return timeline(shamsi.find(text), ())


def test_time_runs_from_right_to_left() -> None:
    made = bars(drawn("۱۸ مرداد ۱۴۰۴، اوت ۲۰۱۵، دهه ۱۳۷۰"))
    assert [name for name, _, _ in made] == ["persian", "gregorian", "persian"]
    assert [x for _, x, _ in made] == sorted((x for _, x, _ in made), reverse=True)
    assert made[0][2] > 5 * made[1][2]  # the decade, the month


@pytest.mark.parametrize("text", ["", "سلام", "۱۸ مرداد ۱۴۰۴", "۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)", "۱۸ مرداد"])
def test_fewer_than_two_times_are_no_line(text: str) -> None:
    assert drawn(text) == ""


@pytest.mark.parametrize(
    ("text", "ticks"),
    [
        ("۱۸ مرداد ۱۴۰۴ و ۲۱ مرداد ۱۴۰۴", ["2025-08-09", "2025-08-10", "2025-08-11", "2025-08-12"]),
        ("۱۸ مرداد ۱۴۰۴ و ۲۱ اسفند ۱۴۰۴", ["2025-10", "2026-01"]),
        ("۱۸ مرداد ۱۴۰۱ و ۲۱ اسفند ۱۴۰۴", ["2023", "2024", "2025", "2026"]),
        ("سال ۵۰۰ میلادی و سال ۲۰۲۵ میلادی", ["0500", "1000", "1500", "2000"]),
    ],
)
def test_ticks_are_days_months_or_years(text: str, ticks: list[str]) -> None:
    assert re.findall(r"<text [^>]*>([^<]*)<", drawn(text)) == ticks


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
    assert [name for name, _, _ in bars(drawing)] == ["persian", "persian wrong"]
    assert "<title>۱۸ مرداد ۱۴۰۴ = 2025-08-09</title>" in drawing


def test_bars_at_one_place_lie_in_lanes() -> None:
    text = "، ".join(f"{day} مرداد ۱۴۰۴" for day in range(1, 9)) + "، سال ۱۳۰۰ شمسی"
    drawing = drawn(text)
    assert len(set(re.findall(r'<rect [^>]*y="(\d+)"', drawing))) == 8
