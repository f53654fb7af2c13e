"""The rows of the calendar table: one per day, to join in any database by its Gregorian date."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, NamedTuple

from shamsi._errors import RangeError, shown
from shamsi.calendar.kernel import (
    EPOCH_ORDINAL,
    MAX_DAYS,
    MAX_YEAR,
    MIN_DAYS,
    MIN_YEAR,
    days,
    is_leap,
    month_length,
    year_start,
)
from shamsi.calendar.weeks import week, year_and_week
from shamsi.formats.names import names
from shamsi.formats.numeric import to_iso
from shamsi.values.units import first_of_fiscal


class Row(NamedTuple):
    """A day of the calendar table.

    `gregorian` is the key; `day_number` counts from 1970-01-01 = 0; `weekday` is ISO's, Monday 1 …
    Sunday 7; `season` 1 is spring; the starts are the Gregorian dates of the first of the month,
    the season and the year. `week` is that of CLDR in `week_year`, from Saturday, `week_jdatetime`
    that of jdatetime in `year`; `week_start` is None for the first two days of the calendar.
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
    week: int
    week_year: int
    week_jdatetime: int
    quarter: int
    half: int
    week_start: dt.date | None
    half_start: dt.date
    month_name: str
    weekday_name: str


class FiscalRow(NamedTuple):
    """What a day of the calendar table has besides, if fiscal years are asked for.

    `fiscal_year` is named by the year in which it ends; `fiscal_year_start` is its first day as a
    Gregorian date, None before 0622-03-21.
    """

    fiscal_year: int
    fiscal_year_start: dt.date | None


COLUMNS = Row._fields
FISCAL_COLUMNS = FiscalRow._fields


def rows(first: int, last: int, *, lang: str = "en") -> Iterator[Row]:
    """Iterate over the days of the Solar Hijri years from `first` to `last`, in order.

    The names are in ``lang``, a language of `Date.format`. 9378 ends on its 10 Dey, 9999-12-31.
    Raises RangeError for years outside 1..9378 and for a last year before the first, ShamsiError
    for an unknown language.

    >>> day = next(rows(1404, 1404))
    >>> day.gregorian, day.solar_string, day.weekday, day.is_leap
    (datetime.date(2025, 3, 21), '1404-01-01', 5, False)
    """
    if not MIN_YEAR <= first <= last <= MAX_YEAR:
        allowed = f"two years of {MIN_YEAR}..{MAX_YEAR}, the first before the last or the same"
        raise RangeError(f"years must be {allowed}, got {shown(first)} and {shown(last)}")
    words = names(lang)
    months, weekdays = ([row[0] for row in words[letter]] for letter in "BA")
    return (row for year in range(first, last + 1) for row in _year(year, months, weekdays))


def with_fiscal_years(
    table: Iterable[Row], first_month: int | None, /
) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """Return the names of the columns and the rows, with those of fiscal years that have a start.

    Raises DateError for a month outside 1..12.

    >>> names, days = with_fiscal_years(rows(1404, 1404), 10)
    >>> names[-2:], next(days)[-2:]
    (('fiscal_year', 'fiscal_year_start'), (1404, datetime.date(2024, 12, 21)))
    """
    if first_month is None:
        return COLUMNS, iter(table)
    month = first_of_fiscal(first_month)
    return (*COLUMNS, *FISCAL_COLUMNS), ((*row, *_fiscal(row, month)) for row in table)


def write_csv(
    file: IO[str],
    first: int,
    last: int,
    *,
    lang: str = "en",
    first_month: int | None = None,
) -> None:
    """Write the table with a header to a text file as CSV (RFC 4180 with line feeds).

    `is_leap` is 1 or 0. With a ``first_month``, 1..12, the columns of fiscal years that begin with
    it follow. Raises as `rows` does and DateError for another month, before anything is written.

    >>> import io
    >>> file = io.StringIO()
    >>> write_csv(file, 1404, 1404)
    >>> file.getvalue().splitlines()[1][:80]
    '2025-03-21,20168,1404,1,1,5,1,1,0,31,2025-03-21,2025-03-21,2025-03-21,1404-01-01'
    >>> file.getvalue().splitlines()[1][80:]
    ',1,1404,1,1,1,2025-03-15,2025-03-21,Farvardin,Friday'
    """
    columns, table = with_fiscal_years(rows(first, last, lang=lang), first_month)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(
        [int(value) if isinstance(value, bool) else value for value in row] for row in table
    )


def _fiscal(row: Row, first_month: int) -> FiscalRow:
    year = row.year + (1 < first_month <= row.month)
    begins = year - (first_month > 1)
    if not begins:
        return FiscalRow(year, None)
    first = dt.date.fromordinal(days(begins, first_month, 1) + EPOCH_ORDINAL)
    return FiscalRow(year, first)


def _year(year: int, months: Sequence[str], weekdays: Sequence[str]) -> Iterator[Row]:
    number = start = year_start(year)
    leap = is_leap(year)
    first_of_year = first_of_season = first_of_half = dt.date.fromordinal(start + EPOCH_ORDINAL)
    for month in range(1, 13):
        first = dt.date.fromordinal(min(number, MAX_DAYS) + EPOCH_ORDINAL)
        if month % 3 == 1:
            first_of_season = first
        if month == 7:
            first_of_half = first
        length = month_length(year, month)
        for day in range(1, length + 1):
            if number > MAX_DAYS:
                return
            week_year, week_number = year_and_week(year, number)
            saturday = number - (number + 5) % 7
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
                week=week_number,
                week_year=week_year,
                week_jdatetime=week(year, number),
                quarter=(month + 2) // 3,
                half=(month + 5) // 6,
                week_start=dt.date.fromordinal(saturday + EPOCH_ORDINAL)
                if saturday >= MIN_DAYS
                else None,
                half_start=first_of_half,
                month_name=months[month - 1],
                weekday_name=weekdays[(number + 3) % 7],
            )
            number += 1
