"""The rows of the calendar table: one per day, to join in any database by its Gregorian date."""

import csv
import datetime as dt
from collections.abc import Iterator
from typing import IO, NamedTuple

from shamsi._errors import RangeError, shown
from shamsi.calendar.kernel import (
    EPOCH_ORDINAL,
    MAX_DAYS,
    MAX_YEAR,
    MIN_YEAR,
    is_leap,
    month_length,
    year_start,
)
from shamsi.formats.numeric import to_iso


class Row(NamedTuple):
    """A day of the calendar table.

    `gregorian` is the key; `day_number` counts from 1970-01-01 = 0; `weekday` is ISO's, Monday 1 …
    Sunday 7; `season` 1 is spring; the starts are the Gregorian dates of the first of the month,
    the season and the year.
    """

    gregorian: dt.date
    day_number: int
    year: int
    month: int
    day: int
    weekday: int
    day_of_year: int
    season: int
    is_leap: bool
    month_length: int
    month_start: dt.date
    season_start: dt.date
    year_start: dt.date
    solar_string: str


COLUMNS = Row._fields


def rows(first: int, last: int) -> Iterator[Row]:
    """Iterate over the days of the Solar Hijri years from `first` to `last`, in order.

    9378 ends on its 10 Dey, 9999-12-31. Raises RangeError for years outside 1..9378 and for a last
    year before the first.

    >>> day = next(rows(1404, 1404))
    >>> day.gregorian, day.solar_string, day.weekday, day.is_leap
    (datetime.date(2025, 3, 21), '1404-01-01', 5, False)
    """
    if not MIN_YEAR <= first <= last <= MAX_YEAR:
        allowed = f"two years of {MIN_YEAR}..{MAX_YEAR}, the first before the last or the same"
        raise RangeError(f"years must be {allowed}, got {shown(first)} and {shown(last)}")
    return (row for year in range(first, last + 1) for row in _year(year))


def write_csv(file: IO[str], first: int, last: int) -> None:
    """Write the table with a header to a text file as CSV (RFC 4180 with line feeds).

    `is_leap` is 1 or 0. Raises as `rows` does, before anything is written.

    >>> import io
    >>> file = io.StringIO()
    >>> write_csv(file, 1404, 1404)
    >>> file.getvalue().splitlines()[1]
    '2025-03-21,20168,1404,1,1,5,1,1,0,31,2025-03-21,2025-03-21,2025-03-21,1404-01-01'
    """
    days = rows(first, last)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        [int(value) if isinstance(value, bool) else value for value in row] for row in days
    )


def _year(year: int) -> Iterator[Row]:
    number = start = year_start(year)
    leap = is_leap(year)
    first_of_year = first_of_season = dt.date.fromordinal(start + EPOCH_ORDINAL)
    for month in range(1, 13):
        first = dt.date.fromordinal(min(number, MAX_DAYS) + EPOCH_ORDINAL)
        if month % 3 == 1:
            first_of_season = first
        length = month_length(year, month)
        for day in range(1, length + 1):
            if number > MAX_DAYS:
                return
            yield Row(
                gregorian=dt.date.fromordinal(number + EPOCH_ORDINAL),
                day_number=number,
                year=year,
                month=month,
                day=day,
                weekday=(number + 3) % 7 + 1,
                day_of_year=number - start + 1,
                season=(month + 2) // 3,
                is_leap=leap,
                month_length=length,
                month_start=first,
                season_start=first_of_season,
                year_start=first_of_year,
                solar_string=to_iso(year, month, day),
            )
            number += 1
