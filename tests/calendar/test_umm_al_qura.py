"""The Umm al-Qura calendar against the package hijridate, on every day, and against announced months."""

import datetime as dt
from collections import Counter

import hijridate
import pytest

from shamsi.calendar import lunar
from shamsi.calendar import umm_al_qura as table

EPOCH_ORDINAL = dt.date(1970, 1, 1).toordinal()


def test_every_day_of_hijridate_both_ways() -> None:
    numbers = range(table.MIN_DAYS, table.MAX_DAYS + 1)
    assert len(numbers) == 55_991
    for number in numbers:
        day = dt.date.fromordinal(number + EPOCH_ORDINAL)
        theirs = hijridate.Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
        assert table.fields(number) == theirs, day
        assert table.days(*theirs) == number, theirs


def test_the_range_is_hijridates() -> None:
    first, last = (dt.date.fromordinal(number + EPOCH_ORDINAL) for number in (table.MIN_DAYS, table.MAX_DAYS))
    assert hijridate.Hijri(table.FIRST_YEAR, 1, 1).to_gregorian() == first
    assert hijridate.Hijri(table.LAST_YEAR, 12, 30).to_gregorian() == last
    for year in (table.FIRST_YEAR - 1, table.LAST_YEAR + 1):
        assert not table.covers(year)
        with pytest.raises(OverflowError):
            hijridate.Hijri(year, 1, 1)


def test_day_30_of_a_short_month_is_the_first_of_the_next() -> None:
    assert hijridate.Hijri(1446, 9, 1).month_length() == 29
    assert table.days(1446, 9, 30) == table.days(1446, 10, 1)


def test_its_months_begin_from_two_days_before_to_one_day_after_the_tabular_ones() -> None:
    months = [(year, month) for year in range(table.FIRST_YEAR, table.LAST_YEAR + 1) for month in range(1, 13)]
    assert {table.days(*month, 1) - lunar.days(*month, 1) for month in months} == {-2, -1, 0, 1}


@pytest.mark.parametrize(
    ("fields", "gregorian"),
    [  # as the Saudi Press Agency announced them
        ((1445, 9, 1), dt.date(2024, 3, 11)),
        ((1445, 10, 1), dt.date(2024, 4, 10)),
        ((1446, 12, 10), dt.date(2025, 6, 6)),
    ],
)
def test_well_known_days(fields: tuple[int, int, int], gregorian: dt.date) -> None:
    assert table.days(*fields) + EPOCH_ORDINAL == gregorian.toordinal()


def test_the_page_on_lunar_dates_says_how_far_the_reckonings_differ() -> None:
    months = [(year, month) for year in range(1343, 1501) for month in range(1, 13)]
    later = Counter(table.days(*month, 1) - lunar.days(*month, 1) for month in months)
    assert (len(months), later) == (1896, {0: 684, -1: 1099, -2: 92, 1: 21})
