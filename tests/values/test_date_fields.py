"""The facts of a day that follow from its fields: halves, seasons, fiscal years, eras."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, DateError, ShamsiError
from shamsi.calendar import kernel

dates = st.integers(kernel.MIN_DAYS, kernel.MAX_DAYS).map(lambda number: Date.from_ordinal(number + 719163))


@pytest.mark.parametrize(
    ("month", "season", "half"),
    [
        *((1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 2, 1), (5, 2, 1), (6, 2, 1)),
        *((7, 3, 2), (8, 3, 2), (9, 3, 2), (10, 4, 2), (11, 4, 2), (12, 4, 2)),
    ],
)
def test_seasons_and_halves(month: int, season: int, half: int) -> None:
    day = Date(1404, month, 29)
    assert (day.season, day.quarter, day.half) == (season, season, half)


@given(dates, st.integers(1, 12))
def test_fiscal_years_begin_with_their_month_and_are_called_by_their_end(day: Date, first_month: int) -> None:
    year = day.fiscal_year(first_month=first_month)
    first = year if first_month == 1 else year - 1
    assert (first, first_month) <= (day.year, day.month) < (first + 1, first_month)


@pytest.mark.parametrize(
    ("day", "first_month", "year"),
    [
        ((1403, 10, 1), 10, 1404),  # Afghanistan's 1404
        ((1404, 9, 30), 10, 1404),
        ((1404, 10, 1), 10, 1405),
        ((1404, 6, 31), 7, 1404),  # the year that ends in Shahrivar 1404
        ((1404, 12, 29), 1, 1404),
    ],
)
def test_fiscal_years_as_offices_count_them(day: tuple[int, int, int], first_month: int, year: int) -> None:
    assert Date(*day).fiscal_year(first_month=first_month) == year


@pytest.mark.parametrize("month", [0, 13, -1])
def test_no_such_month(month: int) -> None:
    with pytest.raises(DateError, match=rf"^first_month must be 1\.\.12, got {month}$"):
        Date(1404, 1, 1).fiscal_year(first_month=month)


@pytest.mark.parametrize("month", [True, 7.0, "7", None])
def test_a_month_is_an_integer(month: Any) -> None:
    with pytest.raises(TypeError, match=r"^first_month must be an int, got "):
        Date(1404, 1, 1).fiscal_year(first_month=month)


@pytest.mark.parametrize(
    ("year", "era", "told"),
    [
        (1355, "imperial", 2535),
        (1357, "imperial", 2537),
        (1404, "kurdish-700", 2725),
        (1404, "kurdish-612", 2637),
        (1404, "solar-hijri", 1404),
    ],
)
def test_eras(year: int, era: Any, told: int) -> None:
    assert Date(year, 1, 1).era_year(era) == told


@pytest.mark.parametrize("era", ["kurdish", "Imperial", "", None, []])
def test_other_eras_are_refused(era: Any) -> None:
    allowed = r"'solar-hijri', 'imperial', 'kurdish-700', 'kurdish-612'"
    with pytest.raises(
        ShamsiError if era != [] else TypeError, match=rf"^era must be one of {allowed}, got |unhashable"
    ):
        Date(1404, 1, 1).era_year(era)
