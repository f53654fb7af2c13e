"""Solar Hijri ticks and labels: where they are, what they say, and how they look."""

import datetime as dt
import logging
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

pytest.importorskip("matplotlib", reason="Matplotlib is not installed")

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import dates, ft2font, rcParams, ticker, units
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import shamsi
import shamsi.matplotlib as sm
from shamsi.matplotlib import shaping

NUMBERS: Any = dates  # annotated in part
TEHRAN = ZoneInfo("Asia/Tehran")
LANGUAGES = ("en", "fa", "prs", "ps", "ckb", "ar")
FIRST, LAST = shamsi.Date(1, 1, 1), shamsi.Date(9378, 10, 10)
NOWRUZ = shamsi.Date(1403, 1, 1)
HOUR, DAY = 1 / 24, dt.timedelta(days=1)
pytestmark = pytest.mark.filterwarnings("ignore:Glyph .* missing from font")  # U+06CD of Pashto in DejaVu Sans


def number(date: shamsi.Date) -> float:
    """Matplotlib's number of a date, from its ordinal alone."""
    return float(date.ordinal - 719163)


def plot(first: float, last: float) -> Any:
    """Axes whose x axis shows dates, exactly from one number to another."""
    axes = Figure().add_subplot()
    axes.xaxis_date()
    axes.set_xlim(first, last)
    return axes


def labels(axis: Any) -> list[str]:
    return [label.get_text() for label in axis.get_ticklabels()]


def drawn(axes: Any) -> Any:
    canvas: Any = FigureCanvasAgg(axes.figure)
    canvas.draw()
    return canvas


def pixels(axes: Any) -> np.ndarray[Any, Any]:
    """The picture below the axes: nothing but tick labels, and the text at the end."""
    canvas = drawn(axes)
    bottom = axes.get_window_extent().y0 - rcParams["xtick.major.size"] * 2
    return np.asarray(canvas.buffer_rgba())[-int(bottom) :, :, 0]


def dates_of(ticks: list[float]) -> list[shamsi.Date]:
    return [shamsi.Date.from_ordinal(int(tick) + 719163) for tick in ticks if tick == int(tick)]


# Where the ticks are


def test_each_year_of_the_calendar_begins_at_a_tick() -> None:
    locator = sm.SolarYearLocator(tz="UTC")
    locator.MAXTICKS = 10_000
    assert locator.tick_values(number(FIRST), number(LAST)) == [
        number(shamsi.Date(year, 1, 1)) for year in range(1, 9379)
    ]


def test_each_month_begins_at_a_tick() -> None:
    locator = sm.SolarMonthLocator(tz="UTC")
    locator.MAXTICKS = 10_000
    found = locator.tick_values(number(shamsi.Date(1300, 1, 1)), number(shamsi.Date(1450, 12, 1)))
    assert found == [number(shamsi.Date(year, month, 1)) for year in range(1300, 1451) for month in range(1, 13)]


def test_days_of_months_and_weekdays_are_those_of_the_calendar() -> None:
    first, last = shamsi.Date(1399, 1, 1), shamsi.Date(1404, 12, 29)
    rows: tuple[tuple[Any, Callable[[shamsi.Date], bool]], ...] = (
        (sm.SolarDayLocator(tz="UTC"), lambda _: True),
        (sm.SolarDayLocator(30, tz="UTC"), lambda day: day.day == 30),
        (sm.SolarDayLocator(interval=2, tz="UTC"), lambda day: day.day % 2 == 1 and day.day < 31),
        (sm.SolarDayLocator(interval=10, tz="UTC"), lambda day: day.day in (1, 11, 21)),
        (sm.SolarWeekLocator(tz="UTC"), lambda day: day.weekday == 6),
        (sm.SolarWeekLocator(1, tz="UTC"), lambda day: day.weekday == 1),
        (sm.SolarMonthLocator([1, 7], 15, tz="UTC"), lambda day: day.day == 15 and day.month in (1, 7)),
        (sm.SolarMonthLocator(interval=3, tz="UTC"), lambda day: day.day == 1 and day.month % 3 == 1),
        (sm.SolarYearLocator(2, 12, 30, tz="UTC"), lambda day: day.year % 2 == 0 and (day.month, day.day) == (12, 30)),
    )
    for locator, wanted in rows:
        locator.MAXTICKS = 10_000
        expected = [number(day) for day in shamsi.Date.range(first, last + DAY) if wanted(day)]
        assert locator.tick_values(number(first), number(last)) == expected


def test_every_second_week_is_the_same_week_in_every_view() -> None:
    locator = sm.SolarWeekLocator(interval=2, tz="UTC")
    all_of_them = locator.tick_values(19_000, 20_000)
    assert {b - a for a, b in pairwise(all_of_them)} == {14}
    for first in range(19_000, 19_030):
        assert set(locator.tick_values(first, first + 100)) <= set(all_of_them)


SPANS = (2 * HOUR, 0.3, 1, 2.5, 4.9, 5, 9, 18, 30, 45, 70, 120, 200, 365, 500, 900, 2000, 4000, 9000, 40_000, 2e5, 1e6)


@pytest.mark.parametrize("span", [*SPANS, number(LAST) - number(FIRST)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_span_has_a_sensible_number_of_labels(span: float, lang: str) -> None:
    axes = plot(number(FIRST), number(FIRST) + span)
    sm.solar_axis(axes.xaxis, lang=lang)
    written = labels(axes.xaxis)
    assert 2 <= len(written) <= 13
    assert all(written)
    assert len(set(written)) > 1


@given(st.floats(number(FIRST), number(LAST) - 1), st.floats(-6, 6.5), st.sampled_from([None, "Asia/Tehran"]))
def test_ticks_ascend_within_any_view_of_the_calendar(first: float, power: float, tz: str | None) -> None:
    last = min(first + 10**power, number(LAST))
    ticks = sm.SolarLocator(tz).tick_values(first, last)
    assert all(a < b for a, b in pairwise(ticks))
    assert all(first - 1e-6 <= tick <= last + 1e-6 for tick in ticks)
    assert len(ticks) <= 13
    if last - first > 1e-3:
        assert len(ticks) >= 2


def test_ticks_are_on_round_dates() -> None:
    locator = sm.SolarLocator("UTC")

    def ticks(span: float) -> list[tuple[int, int, int]]:
        found = locator.tick_values(number(NOWRUZ) - 1, number(NOWRUZ) + span)
        return [(day.year, day.month, day.day) for day in dates_of(found)]

    assert [year for year, _, _ in ticks(365.25 * 600)] == [1500, 1600, 1700, 1800, 1900, 2000]
    assert [year for year, _, _ in ticks(365.25 * 31)] == [1405, 1410, 1415, 1420, 1425, 1430]
    assert [year for year, _, _ in ticks(365.25 * 6)] == [1403, 1404, 1405, 1406, 1407, 1408]
    assert [(year, month) for year, month, _ in ticks(500)] == [(1403, m) for m in (1, 4, 7, 10)] + [
        (1404, 1),
        (1404, 4),
    ]
    assert [month for _, month, _ in ticks(200)] == [1, 2, 3, 4, 5, 6, 7]
    assert [day for _, _, day in ticks(80)] == [1, 15, 1, 15, 1, 15]
    assert [day for _, _, day in ticks(40)] == [4, 11, 18, 25, 1, 8]  # Saturdays
    assert [day for _, _, day in ticks(28)] == [1, 5, 10, 15, 20, 25]
    assert [day for _, _, day in ticks(7)] == [29, 1, 2, 3, 4, 5, 6, 7, 8]


def test_the_number_of_ticks_can_be_chosen() -> None:
    first, last = number(NOWRUZ), number(NOWRUZ) + 365
    few = sm.SolarLocator("UTC", minticks=2, maxticks=4).tick_values(first, last)
    many = sm.SolarLocator("UTC", minticks=20, maxticks=60).tick_values(first, last)
    assert len(few) <= 5
    assert 20 <= len(many) <= 60


def test_less_than_a_second_has_round_parts() -> None:
    start = number(NOWRUZ) + 0.5
    ticks = sm.SolarLocator("UTC").tick_values(start, start + 1 / 86_400)
    assert [round((tick - start) * 86_400, 3) for tick in ticks] == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]


def test_a_view_in_reverse_has_the_same_ticks() -> None:
    locator = sm.SolarLocator("UTC")
    assert locator.tick_values(19_000, 20_000) == locator.tick_values(20_000, 19_000)


def test_a_fixed_locator_makes_no_thousands_of_ticks(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert sm.SolarDayLocator(tz="UTC").tick_values(number(FIRST), number(LAST)) == []
    assert "SolarDayLocator would make more than 1000 ticks" in caplog.text


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: sm.SolarLocator(minticks=0), "minticks must be at least 1, got 0"),
        (lambda: sm.SolarLocator(minticks=9, maxticks=8), "maxticks must be at least 9, got 8"),
        (lambda: sm.SolarLocator("Asia/Teheran"), "tz must be a name of the IANA database"),
        (lambda: sm.SolarYearLocator(0), "base must be at least 1, got 0"),
        (lambda: sm.SolarYearLocator(1, 13), "month must be 1..12, got 13"),
        (lambda: sm.SolarYearLocator(1, 7, 31), "day must be 1..30, got 31"),
        (lambda: sm.SolarMonthLocator([1, 13]), "bymonth must be 1..12"),
        (lambda: sm.SolarMonthLocator([]), "bymonth must be 1..12"),
        (lambda: sm.SolarMonthLocator([1], interval=2), "bymonth or interval, not both"),
        (lambda: sm.SolarDayLocator(0), "bymonthday must be 1..31, got 0"),
        (lambda: sm.SolarDayLocator(1, 2), "bymonthday or interval, not both"),
        (lambda: sm.SolarWeekLocator(8), "weekday must be 1..7, got 8"),
        (lambda: sm.SolarFormatter("%Q"), "unknown directive '%Q'"),
        (lambda: sm.SolarFormatter(lang="farsi"), "lang must be one of"),
        (lambda: sm.SolarConciseFormatter(digits="thai"), "digits must be one of"),
        (lambda: sm.SolarConciseFormatter(shape="on"), "shape must be one of 'auto', 'always', 'never', got 'on'"),  # type: ignore[arg-type]
        (lambda: sm.register(lang="farsi"), "lang must be one of"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_drawn(make: Any, message: str) -> None:
    with pytest.raises(shamsi.ShamsiError, match=message):
        make()


def test_only_an_axis_has_ticks() -> None:
    axes: Any = plot(0, 1)
    with pytest.raises(TypeError, match=r"axis must be an axis of a plot, ax.xaxis or ax.yaxis, got .*Axes"):
        sm.solar_axis(axes)
    with pytest.raises(TypeError, match="base must be an int"):
        sm.SolarYearLocator(1.5)  # type: ignore[arg-type]


# What the labels say


@pytest.mark.parametrize("lang", LANGUAGES)
def test_patterns_write_what_dates_write(lang: str) -> None:
    pattern = "%A %-d %B %Y"
    formatter = sm.SolarFormatter(pattern, "UTC", lang=lang, shape="never")
    for day in shamsi.Date.range(shamsi.Date(1403, 1, 1), shamsi.Date(1404, 1, 5)):
        assert formatter(number(day)) == day.format(pattern, lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_year_is_written_where_it_changes(lang: str) -> None:
    axes = plot(number(shamsi.Date(1403, 7, 1)), number(shamsi.Date(1404, 4, 1)))
    sm.solar_axis(axes.xaxis, lang=lang, shape="never")
    months = [shamsi.Date(1403, month, 1).format("%b", lang=lang) for month in range(7, 13)]
    months += [shamsi.Date(1404, 1, 1).format("%Y", lang=lang)]
    months += [shamsi.Date(1404, month, 1).format("%b", lang=lang) for month in range(2, 5)]
    assert labels(axes.xaxis) == months
    assert axes.xaxis.get_major_formatter().get_offset() == ""


CONCISE = [
    ((1403, 7, 1), (1403, 12, 8), ["Meh", "Aba", "Aza", "Dey", "Bah", "Esf"], "1403"),
    ((1403, 12, 28), (1404, 1, 3), ["28", "29", "30", "Far\n1404", "2", "3"], ""),
    ((1404, 1, 28), (1404, 2, 3), ["28", "29", "30", "31", "Ord", "2", "3"], "1404"),
    ((1404, 1, 10), (1404, 1, 15), ["10", "11", "12", "13", "14", "15"], "Farvardin 1404"),
    ((1403, 12, 4), (1404, 1, 17), ["4", "11", "18", "25", "2\nFar 1404", "9", "16"], ""),
    ((1401, 2, 1), (1403, 11, 1), ["Meh", "1402", "Meh", "1403", "Meh"], ""),
    ((1390, 1, 1), (1420, 1, 1), ["1390", "1395", "1400", "1405", "1410", "1415", "1420"], ""),
    (
        (1403, 12, 29),
        (1404, 1, 2),
        ["29 Esf", "12:00", "30 Esf", "12:00", "1 Far\n1404", "12:00", "2 Far"],
        "",
    ),
]


@pytest.mark.parametrize(("first", "last", "written", "at_end"), CONCISE)
def test_concise_labels(
    first: tuple[int, int, int], last: tuple[int, int, int], written: list[str], at_end: str
) -> None:
    axes = plot(number(shamsi.Date(*first)), number(shamsi.Date(*last)))
    sm.solar_axis(axes.xaxis, tz="UTC")
    assert labels(axes.xaxis) == written
    assert axes.xaxis.get_major_formatter().get_offset() == at_end


def test_times_of_one_day_name_it_once() -> None:
    axes = plot(number(NOWRUZ) + 0.4, number(NOWRUZ) + 0.61)
    sm.solar_axis(axes.xaxis, tz="UTC", lang="fa", shape="never")
    assert labels(axes.xaxis) == ["۱۰:۰۰", "۱۱:۰۰", "۱۲:۰۰", "۱۳:۰۰", "۱۴:۰۰"]
    assert axes.xaxis.get_major_formatter().get_offset() == "۱ فروردین ۱۴۰۳"


def test_the_text_at_the_end_can_be_left_out_and_follows_a_reversed_axis() -> None:
    formatter = sm.SolarConciseFormatter("UTC", show_offset=False)
    formatter.format_ticks([20_000, 20_001])
    assert formatter.get_offset() == ""
    axes = plot(number(NOWRUZ) + 40, number(NOWRUZ) + 20)  # to the end of Farvardin, on the left
    axes.xaxis.set_major_locator(ticker.FixedLocator([number(NOWRUZ) + 25, number(NOWRUZ) + 26]))
    axes.xaxis.set_major_formatter(sm.SolarConciseFormatter("UTC"))
    assert labels(axes.xaxis) == ["26", "27"]
    assert axes.xaxis.get_major_formatter().get_offset() == "Farvardin 1403"


def test_the_cursor_shows_a_date_with_its_time() -> None:
    for formatter in (sm.SolarFormatter(tz="UTC"), sm.SolarConciseFormatter("UTC")):
        assert formatter.format_data_short(number(NOWRUZ) + 0.25) == "1403/01/01 06:00:00"
        assert formatter.format_data_short(1e9) == ""
    assert sm.SolarConciseFormatter("UTC")(number(NOWRUZ)) == "1 Farvardin 1403"
    assert sm.SolarConciseFormatter("UTC")(number(NOWRUZ) + 0.25) == "1 Farvardin 1403 06:00"


# Zones, the epoch, and the ends of the calendar


def test_each_day_begins_when_clocks_in_tehran_say_so() -> None:
    locator = sm.SolarDayLocator(tz="Asia/Tehran")
    locator.MAXTICKS = 100_000
    first, last = shamsi.Date(1355, 1, 1), shamsi.Date(1402, 12, 29)
    ticks = locator.tick_values(number(first), number(last))
    assert len(ticks) == number(last) - number(first)  # the first began before it did in UTC
    epoch = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    for tick, day in zip(ticks, shamsi.Date.range(first + DAY, last + DAY), strict=True):
        start = epoch + dt.timedelta(seconds=round(tick * 86_400))
        assert start.astimezone(TEHRAN).date() == day.gregorian
        assert (start - dt.timedelta(seconds=1)).astimezone(TEHRAN).date() == (day - DAY).gregorian


def test_the_zone_is_that_given_or_of_the_data_or_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    midnight = dt.datetime(2025, 3, 21, tzinfo=TEHRAN)
    axes = Figure().add_subplot()
    axes.plot([midnight, midnight + dt.timedelta(days=6)], [0, 1])  # type: ignore[arg-type]
    sm.solar_axis(axes.xaxis)
    assert axes.xaxis.get_ticklocs()[0] == NUMBERS.date2num(midnight)
    assert labels(axes.xaxis)[0] == "Far\n1404"
    sm.solar_axis(axes.xaxis, tz="UTC")
    assert axes.xaxis.get_ticklocs()[0] == int(NUMBERS.date2num(midnight)) + 1
    monkeypatch.setitem(rcParams, "timezone", "Asia/Kabul")
    ticks = sm.SolarLocator().tick_values(20_000, 20_007)
    assert [tick % 1 * 24 for tick in ticks] == pytest.approx([19.5] * 7)


def test_other_kinds_of_zones_are_read() -> None:
    dateutil = pytest.importorskip("dateutil.tz")
    skipped = dt.datetime(2022, 3, 21, 20, 30, tzinfo=dt.UTC)  # Tehran had no midnight on 22 March 2022
    for tz in (TEHRAN, dateutil.gettz("Asia/Tehran")):
        ticks = sm.SolarDayLocator(tz=tz).tick_values(skipped - dt.timedelta(hours=1), skipped + dt.timedelta(hours=1))
        assert ticks == [NUMBERS.date2num(skipped)]
        assert sm.SolarFormatter("%F", tz)(ticks[0]) == "1401-01-02"


@pytest.fixture(params=["0000-12-31", "2025-03-20T12:00"])
def epoch(request: pytest.FixtureRequest) -> Iterator[str]:
    """Another epoch of Matplotlib."""
    before = NUMBERS.get_epoch()
    for each in (request.param, before):
        NUMBERS._reset_epoch_test_example()
        NUMBERS.set_epoch(each)
        if each == request.param:
            yield each


def test_another_epoch_has_the_same_dates(epoch: str) -> None:
    axes = Figure().add_subplot()
    axes.plot(np.array(["2024-03-20", "2025-03-21"], "M8[D]"), [0, 1])
    sm.solar_axis(axes.xaxis, pattern="%F")
    assert labels(axes.xaxis)[0] == "1403-01-01"
    assert labels(axes.xaxis)[-1] == "1404-01-01"
    assert axes.xaxis.get_ticklocs()[0] == NUMBERS.date2num(np.datetime64("2024-03-20"))


@pytest.mark.parametrize(
    ("first", "last"),
    [(-1e6, 1e7), (-1e12, 1e12), (number(FIRST) - 10, number(FIRST) + 20), (number(LAST) - 20, number(LAST) + 10)],
)
def test_views_beyond_the_calendar_have_ticks_within_it(first: float, last: float) -> None:
    for tz in ("UTC", "Asia/Tehran", "America/New_York"):
        axes = plot(first, last)
        sm.solar_axis(axes.xaxis, tz=tz, lang="fa")
        drawn(axes)
        assert all(number(FIRST) - 1 <= tick <= number(LAST) + 1 for tick in axes.xaxis.get_ticklocs())


@pytest.mark.parametrize("view", [(-1e6, -9e5), (1e7, 1e8), (-1e6, -1e6 + 0.1), (1e7, 1e7 + 0.1)])
def test_views_outside_the_calendar_are_drawn_without_ticks(view: tuple[float, float]) -> None:
    axes = plot(*view)
    sm.solar_axis(axes.xaxis, tz="Asia/Tehran")
    drawn(axes)
    assert labels(axes.xaxis) == []
    axes.xaxis.set_major_locator(ticker.FixedLocator(view))
    assert labels(axes.xaxis) == ["", ""]


def test_numbers_that_are_no_dates_have_no_ticks() -> None:
    locator = sm.SolarLocator()
    assert locator.tick_values(float("nan"), 1) == locator.tick_values(0, float("inf")) == []
    assert sm.SolarFormatter()(float("nan")) == ""
    low, high = locator.nonsingular(float("inf"), float("-inf"))
    assert dates_of([low, high]) == [shamsi.Date(1400, 1, 1), shamsi.Date(1401, 1, 1)]


def test_a_single_moment_has_years_around_it() -> None:
    axes: Any = Figure().add_subplot()
    axes.plot([NOWRUZ.gregorian], [0], "o")
    sm.solar_axis(axes.xaxis)
    axes.autoscale()
    assert "1403" in labels(axes.xaxis)


@pytest.mark.parametrize(
    "locator",
    [sm.SolarLocator(), sm.SolarYearLocator(), sm.SolarMonthLocator(), sm.SolarWeekLocator(), sm.SolarDayLocator(15)],
    ids=lambda locator: type(locator).__name__,
)
def test_a_figure_can_be_pickled(locator: Any) -> None:
    axes = plot(number(NOWRUZ), number(NOWRUZ) + 90)
    sm.solar_axis(axes.xaxis, lang="fa", shape="never")
    axes.xaxis.set_major_locator(locator)
    again = pickle.loads(pickle.dumps(axes.figure)).axes[0]
    assert labels(again.xaxis) == labels(axes.xaxis) != []


# Every axis


def test_importing_registers_nothing() -> None:
    code = (
        "import matplotlib.dates; from matplotlib import units; before = dict(units.registry)\n"
        "import shamsi.matplotlib; print(before == dict(units.registry))"
    )
    root = Path(shamsi.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "True\n"


KINDS = [
    np.array(["2025-03-21", "2026-03-21"], "M8[ns]"),
    [dt.date(2025, 3, 21), dt.date(2026, 3, 21)],
    [dt.datetime(2025, 3, 21), dt.datetime(2026, 3, 21)],
    [shamsi.Date(1404, 1, 1), shamsi.Date(1405, 1, 1)],
    [shamsi.DateTime(1404, 1, 1), shamsi.DateTime(1405, 1, 1)],
]


@pytest.mark.parametrize("values", KINDS, ids=lambda values: type(values[0]).__name__)
def test_registered_axes_are_solar_until_deregistered(values: Any) -> None:
    before = dict(units.registry)
    sm.register(lang="fa", shape="never")
    try:
        axes = Figure().add_subplot()
        axes.plot(values, [0, 1])
        assert labels(axes.xaxis) == ["۱۴۰۴", "خرداد", "مرداد", "مهر", "آذر", "بهمن", "۱۴۰۵"]
        axes.set_xlim(values[0], values[1])
        assert axes.get_xlim() == (20_168, 20_533)
    finally:
        sm.deregister()
    assert dict(units.registry) == before
    axes = Figure().add_subplot()
    if not isinstance(values[0], shamsi.Date | shamsi.DateTime):
        axes.plot(values, [0, 1])
        assert not isinstance(axes.xaxis.get_major_locator(), sm.SolarLocator)


def test_an_empty_registered_axis_has_limits() -> None:
    with sm.solar_dates():
        axes = Figure().add_subplot()
        axes.plot(np.array([], "M8[D]"), [])
        assert labels(axes.xaxis)[0] == "1400"


def test_blocks_nest_and_a_second_call_replaces_the_first() -> None:
    before = dict(units.registry)
    sm.register(lang="en")
    sm.register(lang="ar")
    outer = units.registry[dt.date]
    with sm.solar_dates(lang="fa"):
        assert units.registry[dt.date] is not outer
    assert units.registry[dt.date] is outer
    sm.deregister()
    assert dict(units.registry) == before
    with pytest.raises(KeyError, match="within"), sm.solar_dates():
        raise KeyError("within")
    assert dict(units.registry) == before


def test_deregistering_leaves_what_others_registered() -> None:
    mine, before = NUMBERS.ConciseDateConverter(), dict(units.registry)
    sm.register()
    units.registry[dt.date] = mine
    sm.deregister()
    assert units.registry.pop(dt.date) is mine
    units.registry[dt.date] = before[dt.date]
    assert dict(units.registry) == before


# pandas


def series(freq: str, rows: int, **options: Any) -> Any:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    return pd.Series(np.arange(rows), pd.date_range("2024-01-01", periods=rows, freq=freq, **options))


FREQUENCIES = [
    ("D", 400),
    ("2D", 200),
    ("h", 200),
    ("15min", 300),
    ("B", 300),
    ("W", 90),
    ("ME", 40),
    ("QS", 30),
    ("YS", 30),
]


@pytest.mark.parametrize(("freq", "rows"), FREQUENCIES)
def test_periods_of_pandas_have_solar_ticks_where_they_belong(freq: str, rows: int) -> None:
    given = series(freq, rows)
    axes = given.plot(ax=Figure().add_subplot())
    assert axes.xaxis.freq is not None
    sm.solar_axis(axes.xaxis, pattern="%F %T")
    ticks, written = axes.xaxis.get_ticklocs(), labels(axes.xaxis)
    assert 4 <= len(ticks) <= 13
    import pandas as pd

    for tick, text in zip(ticks, written, strict=True):
        day = shamsi.DateTime.strptime(text, "%F %T").gregorian
        if freq == "B":
            assert int(tick) == np.busday_count("1970-01-01", np.busday_offset(day.date(), 0, roll="backward"))
        else:
            assert pd.Period(day, axes.xaxis.freq).ordinal == int(tick + 1e-6)
    assert all(not label.get_text() for label in axes.get_xticklabels(minor=True))


def test_a_plot_by_pandas_is_solar_while_registered() -> None:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    option, plot_params = "plotting.matplotlib.register_converters", pd.plotting.plot_params
    before = (dict(units.registry), pd.get_option(option), plot_params["xaxis.compat"])
    with sm.solar_dates(lang="en"):
        axes = series("D", 400).plot(ax=Figure().add_subplot())
        zoned = series("D", 10, tz="Asia/Tehran").plot(ax=Figure().add_subplot())
        periods = series("ME", 40).to_period().plot(ax=Figure().add_subplot())
        frame = series("D", 60).rename("y").rename_axis("day").reset_index()
        points = frame.plot.scatter(x="day", y="y", ax=Figure().add_subplot())
    assert labels(axes.xaxis) == ["Bah", "1403", "Kho", "Mor", "Meh", "Aza", "Bah"]
    assert labels(zoned.xaxis)[0] == "11"
    assert zoned.xaxis.get_ticklocs()[0] % 1 == pytest.approx(20.5 / 24)
    assert "1404" in labels(periods.xaxis)
    assert "Bah" in "".join(labels(points.xaxis))
    assert (dict(units.registry), pd.get_option(option), plot_params["xaxis.compat"]) == before
    plain = series("D", 400).plot(ax=Figure().add_subplot())
    assert type(plain.xaxis.get_major_locator()).__module__.startswith("pandas")


def test_timestamps_are_solar_also_where_pandas_has_registered_its_own() -> None:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    before = dict(units.registry)
    pd.plotting.register_matplotlib_converters()
    own = dict(units.registry)
    with sm.solar_dates():
        axes = Figure().add_subplot()
        axes.plot([pd.Timestamp("2025-03-21", tz="Asia/Tehran"), pd.Timestamp("2026-03-21", tz="Asia/Tehran")], [0, 1])
    assert labels(axes.xaxis)[0] == "1404"
    assert dict(units.registry) == own
    pd.plotting.deregister_matplotlib_converters()
    assert dict(units.registry) == before


def test_an_irregular_index_has_solar_ticks() -> None:
    axes = series("D", 400).iloc[[0, 3, 7, 50, 399]].plot(ax=Figure().add_subplot())
    sm.solar_axis(axes.xaxis, pattern="%F")
    assert "1403-01-01" in labels(axes.xaxis)


def test_dates_after_a_plot_by_pandas_on_the_same_axes_are_dates() -> None:
    axes = series("D", 400).plot(ax=Figure().add_subplot())
    axes.clear()
    axes.plot(np.array(["2024-03-20", "2025-03-21"], "M8[D]"), [0, 1])
    sm.solar_axis(axes.xaxis, pattern="%F")
    assert labels(axes.xaxis)[0] == "1403-01-01"


# Pictures

SHAPES = hasattr(ft2font, "__libraqm_version__")


@pytest.mark.skipif(not SHAPES, reason="this Matplotlib does not shape text")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_look_as_text_of_the_same_months(lang: str) -> None:
    first, last = shamsi.Date(1403, 1, 2), shamsi.Date(1403, 8, 2)
    months = [shamsi.Date(1403, month, 1) for month in range(2, 9)]
    axes = plot(number(first), number(last))
    sm.solar_axis(axes.xaxis, lang=lang)
    by_hand = plot(number(first), number(last))
    by_hand.set_xticks([number(day) for day in months], [day.format("%b", lang=lang) for day in months])
    found = pixels(axes)
    row = int(axes.xaxis.offsetText.get_window_extent().y1)
    assert (found[: -row - 1] < 128).sum() > 100  # there is ink
    assert np.array_equal(found[: -row - 1], pixels(by_hand)[: -row - 1])
    if lang != "en":  # the same letters in another order, as an older Matplotlib draws them
        by_hand.set_xticklabels([day.format("%b", lang=lang)[::-1] for day in months])
        assert not np.array_equal(found[: -row - 1], pixels(by_hand)[: -row - 1])


def test_without_a_library_that_shapes_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "shapes_itself", lambda: False)
    monkeypatch.setitem(sys.modules, "arabic_reshaper", None)
    for make in (sm.SolarConciseFormatter, lambda **options: sm.SolarFormatter("%B", **options)):
        with pytest.raises(ModuleNotFoundError, match=r"pip install 'matplotlib>=3.11', or .* arabic-reshaper"):
            make(lang="fa")
        make(lang="en")
        make(lang="fa", shape="never")
    assert sm.SolarFormatter("%F", "UTC", lang="fa")(number(NOWRUZ)) == "۱۴۰۳-۰۱-۰۱"  # digits need no shaping


def test_reshaped_text_is_joined_and_in_the_order_of_drawing() -> None:
    pytest.importorskip("arabic_reshaper", reason="arabic-reshaper is not installed")
    formatter = sm.SolarFormatter("%-d %B\n%Y", "UTC", lang="fa", shape="always")
    assert formatter(number(shamsi.Date(1403, 7, 12))) == "ﺮﻬﻣ ۱۲\n۱۴۰۳"
    assert formatter.format_data_short(number(NOWRUZ)) == "۱۴۰۳/۰۱/۰۱ ۰۰:۰۰:۰۰"


# Names


def test_the_module_shows_its_public_names_alone() -> None:
    assert dir(sm) == sorted(sm.__all__)
    for name in sm.__all__:
        assert ">>> " in (getattr(sm, name).__doc__ or ""), name


@pytest.mark.parametrize("names", [["a", "b", "c"], ["1403-01", "1403-02"]])
def test_the_categories_of_a_bar_plot_are_no_days(names: list[str]) -> None:
    """Positions 0, 1, 2 … were labelled as days of 1970."""
    pandas = pytest.importorskip("pandas")
    drawn = Figure().add_subplot()
    drawn.bar(names, range(len(names)))
    of_pandas = pandas.Series(range(len(names)), names).plot.bar(ax=Figure().add_subplot())
    dated = pandas.to_datetime(["2024-03-20", "2024-04-20", "2024-06-21"])
    of_days = pandas.Series(range(3), dated).plot.bar(ax=Figure().add_subplot())
    for axes in (drawn, of_pandas, of_days):
        before = axes.xaxis.get_major_formatter()
        with pytest.raises(TypeError, match="categories at 0, 1, 2"):
            sm.solar_axis(axes.xaxis)
        assert axes.xaxis.get_major_formatter() is before


def test_ticks_that_were_fixed_on_days_are_replaced() -> None:
    axes = Figure().add_subplot()
    days = np.arange("2024-03-20", "2024-06-20", dtype="datetime64[D]")
    axes.bar(days, range(len(days)))
    axes.set_xticks(days[:3])
    sm.solar_axis(axes.xaxis, pattern="%B")
    months = ["Farvardin", "Ordibehesht", "Khordad", "Tir"]
    assert [label.get_text() for label in axes.get_xticklabels()][::2] == months
