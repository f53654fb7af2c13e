"""The tabular Islamic calendar against its definition, on every day, and against printed dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.calendar import lunar

LEAP_YEARS_OF_30 = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}
EPOCH_ORDINAL = dt.date(1970, 1, 1).toordinal()


def length_by_definition(year: int, month: int) -> int:
    if month == 12 and (year - 1) % 30 + 1 in LEAP_YEARS_OF_30:
        return 30
    return 30 if month % 2 else 29


def test_every_day_in_order() -> None:
    days, fields = lunar.days, lunar.fields
    number = dt.date(622, 7, 19).toordinal() - EPOCH_ORDINAL
    assert number == lunar.MIN_DAYS
    for year in range(1, 9667):
        for month in range(1, 13):
            for day in range(1, length_by_definition(year, month) + 1):
                if fields(number) != (year, month, day) or days(year, month, day) != number:
                    pytest.fail(f"day {number} is {year}-{month}-{day}: {fields(number)}, {days(year, month, day)}")
                if number == lunar.MAX_DAYS:
                    assert dt.date.fromordinal(number + EPOCH_ORDINAL) == dt.date.max
                    return
                number += 1


def test_lengths_and_the_invalid_neighbours_of_every_month() -> None:
    for year in range(1, 9666):
        assert lunar.is_leap(year) == (length_by_definition(year, 12) == 30)
        for month in range(1, 13):
            length = length_by_definition(year, month)
            assert lunar.month_length(year, month) == length
            assert lunar.is_valid(year, month, length)
            assert not lunar.is_valid(year, month, length + 1)
            assert not lunar.is_valid(year, month, 0)


@pytest.mark.parametrize(
    ("fields", "gregorian"),
    [
        ((1, 1, 1), dt.date(622, 7, 19)),  # Friday 16 July 622 Julian
        ((61, 1, 10), dt.date(680, 10, 13)),  # Ashura, 10 October 680 Julian
        ((1400, 1, 1), dt.date(1979, 11, 21)),
        ((1445, 9, 1), dt.date(2024, 3, 11)),
    ],
)
def test_well_known_days(fields: tuple[int, int, int], gregorian: dt.date) -> None:
    assert lunar.days(*fields) == gregorian.toordinal() - EPOCH_ORDINAL
    assert lunar.fields(gregorian.toordinal() - EPOCH_ORDINAL) == fields


@pytest.mark.parametrize(
    ("fields", "observed"),
    [
        ((1447, 3, 17), dt.date(2025, 9, 10)),  # birth of Imam Sadiq as Iran's calendar prints it
        ((1447, 1, 10), dt.date(2025, 7, 6)),  # Ashura
        ((1446, 9, 1), dt.date(2025, 3, 2)),  # first day of Ramadan
    ],
)
def test_observed_days_are_within_a_day(fields: tuple[int, int, int], observed: dt.date) -> None:
    assert abs(lunar.days(*fields) + EPOCH_ORDINAL - observed.toordinal()) <= 1


def test_the_last_days_stop_where_gregorian_dates_stop() -> None:
    assert lunar.is_valid(9666, 4, 2)
    assert lunar.is_plausible(9666, 4, 2)
    assert not lunar.is_valid(9666, 4, 3)
    assert not lunar.is_plausible(9666, 4, 3)


@pytest.mark.parametrize("fields", [(0, 1, 1), (1, 0, 1), (1, 13, 1), (1, 1, 0), (1, 1, 31), (-1, -1, -1)])
def test_neither_valid_nor_plausible(fields: tuple[int, int, int]) -> None:
    assert not lunar.is_valid(*fields)
    assert not lunar.is_plausible(*fields)


ANY = st.one_of(st.integers(), st.integers(-40, 40), st.integers(1, 9666))


@given(ANY, ANY, ANY)
def test_any_integers_are_valid_by_the_definition(year: int, month: int, day: int) -> None:
    possible = (1, 1, 1) <= (year, month, day) <= (9666, 4, 2) and 1 <= month <= 12
    assert lunar.is_valid(year, month, day) == (possible and 1 <= day <= length_by_definition(year, month))
    assert lunar.is_plausible(year, month, day) == (possible and 1 <= day <= 30)


@given(st.integers(1, 9665), st.integers(1, 12), st.integers(1, 30))
def test_a_plausible_day_is_at_most_one_past_its_month(year: int, month: int, day: int) -> None:
    number = lunar.days(year, month, day)
    assert lunar.is_plausible(year, month, day)
    assert lunar.fields(number)[:2] == (year, month) or lunar.fields(number - 1)[:2] == (year, month)


@given(st.integers())
def test_the_round_trip_holds_for_any_day_number(number: int) -> None:
    assert lunar.days(*lunar.fields(number)) == number
