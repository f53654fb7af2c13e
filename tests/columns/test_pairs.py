"""Two columns of one record: slips of a row as `check` names them, and the converters behind many rows."""

import datetime as dt
import random
from typing import Any

import pytest

from shamsi.calendar import kernel
from shamsi.text.compare.sides import Side
from shamsi.text.compare.slips import diagnose
from shamsi.text.resolve.values import Point

np = pytest.importorskip("numpy")
pairs = pytest.importorskip("shamsi.columns.pairs")
patterns = pytest.importorskip("shamsi.columns.pair_patterns")
pair_slips = pytest.importorskip("shamsi.columns.pair_slips")
convertdate = pytest.importorskip("convertdate.persian")
NO_DAY = np.iinfo(np.int32).min
EPOCH = kernel.EPOCH_ORDINAL


def number(year: int, month: int, day: int) -> int:
    return dt.date(year, month, day).toordinal() - EPOCH


def slip(solar: tuple[int, int, int], gregorian: tuple[int, int, int]) -> str:
    (code,) = pair_slips.slips(np.array([kernel.days(*solar)]), np.array([number(*gregorian)]))
    return str(pair_slips.SLIPS[code])


@pytest.mark.parametrize(
    ("solar", "gregorian", "name"),
    [
        ((1404, 5, 18), (2025, 8, 18), "calque"),
        ((1404, 5, 18), (2025, 8, 10), "off-by-one"),
        ((1404, 5, 18), (2025, 9, 8), "day-month-swap"),
        ((1404, 5, 22), (2025, 8, 31), "digit-swap"),
        ((1404, 5, 18), (2025, 7, 9), "month-slip"),
        ((1404, 5, 18), (2024, 8, 9), "year-slip"),
        ((1404, 5, 18), (1925, 8, 9), "year-slip"),
        ((1404, 5, 18), (2052, 8, 9), "digit-swap"),
        ((1404, 5, 18), (2025, 8, 30), "unknown"),
    ],
)
def test_the_slip_of_a_row(solar: tuple[int, int, int], gregorian: tuple[int, int, int], name: str) -> None:
    assert slip(solar, gregorian) == name


def test_slips_are_those_of_single_pairs() -> None:
    chance, seen = random.Random(7), 0
    while seen < 1000:
        day = chance.randrange(kernel.year_start(1300), kernel.year_start(1450))
        solar = kernel.fields(day)
        moved = dt.date.fromordinal(day + EPOCH) + dt.timedelta(days=chance.randint(-400, 400))
        true = dt.date.fromordinal(day + EPOCH)
        year, month, last = chance.choice(
            [
                (moved.year, moved.month, moved.day),
                (true.year + chance.choice([-100, -31, -2, 1, 30]), true.month, min(true.day, 28)),
                (true.year, chance.randint(1, 12), min(true.day, 28)),
                (true.year, (solar[1] + chance.randint(1, 2)) % 12 + 1, min(solar[2], 28)),
            ]
        )
        off = number(year, month, last) - day
        ours = slip(solar, (year, month, last)) if off else ""
        if not off or ours == "day-month-swap":  # a slip of spreadsheets alone
            continue
        left, right = (Side("persian", (Point(*solar),)), Side("gregorian", (Point(year, month, last),)))
        assert ours == diagnose(left, right, off), (solar, year, month, last)
        seen += 1


def test_birashk_is_the_published_rule() -> None:
    assert [year for year in range(1244, 1500) if patterns.birashk_start(year) != kernel.year_start(year)] == [
        1404,
        1437,
        1470,
    ]
    # leap years of the rule as they are listed: 1399, 1404, 1408 and not 1403
    leap = [year for year in range(1395, 1410) if patterns.birashk_start(year + 1) - patterns.birashk_start(year) > 365]
    assert leap == [1395, 1399, 1404, 1408]


def every_day(first: int, last: int) -> Any:
    return np.arange(kernel.year_start(first), kernel.year_start(last + 1), dtype=np.int32)


def test_a_converter_by_birashk_is_named() -> None:
    solar = every_day(1400, 1408)
    other = solar.copy()
    other[(solar >= kernel.year_start(1404)) & (solar < kernel.year_start(1405))] -= 1
    found = pairs.compare(solar, [other])
    assert found.counts() == {"birashk": 365}
    assert found.pattern.off == {1404: -1}


@pytest.mark.parametrize("last", [1405, 1409])
def test_a_converter_without_leap_years_is_named(last: int) -> None:
    solar = every_day(1400, last)
    other = solar - np.where(solar >= kernel.year_start(1404), 1, 0) - np.where(solar >= kernel.year_start(1409), 1, 0)
    found = pairs.compare(solar, [other.astype(np.int32)])
    assert found.counts() == {"no-leap-years": len(every_day(1404, last))}


def test_a_shift_in_all_years_is_a_constant_shift() -> None:
    solar = every_day(1400, 1407)
    assert pairs.compare(solar, [solar - 1]).counts() == {"constant-shift": len(solar)}


def test_slips_among_a_pattern_keep_their_names() -> None:
    solar = every_day(1402, 1406)
    other = solar - np.where(solar >= kernel.year_start(1404), 1, 0).astype(np.int32)
    other[10] = number(2023, 3, 30)  # the truth is 31 March
    other[20] = number(2024, 4, 10)
    assert pairs.compare(solar, [other]).counts() == {
        "no-leap-years": len(every_day(1404, 1406)),
        "off-by-one": 1,
        "year-slip": 1,
    }


def test_a_few_rows_one_day_off_are_no_pattern() -> None:
    solar = every_day(1402, 1405)
    other = solar.copy()
    other[[800, 900, 1000]] -= 1
    assert pairs.compare(solar, [other]).counts() == {"off-by-one": 3}


def test_missing_days_are_not_compared_and_the_nearest_reckoning_counts() -> None:
    solar = np.array([100, NO_DAY, 300, 400], np.int32)
    first = np.array([101, 200, NO_DAY, 404], np.int32)
    second = np.array([99, 200, NO_DAY, 402], np.int32)
    found = pairs.compare(solar, [first, second], tolerance=1, lunar=True)
    assert (found.rows.tolist(), found.delta.tolist(), found.compared) == ([3], [2], 2)
    assert found.counts() == {"unknown": 1}


def test_no_rows() -> None:
    found = pairs.compare(np.array([], np.int32), [np.array([], np.int32)])
    assert (found.compared, found.counts()) == (0, {})


def test_far_and_extreme_days() -> None:
    solar = np.array([kernel.MIN_DAYS, kernel.MAX_DAYS] * 2, np.int32)
    found = pairs.compare(solar, [solar[::-1].copy()])
    assert found.counts() == {"unknown": 4}
