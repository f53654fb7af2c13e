"""Three calendars behind one face: fields to Gregorian intervals, and back.

The lunar calendar has two reckonings: "islamic" is the tabular one, and UMM_AL_QURA is that of
Saudi Arabia in the years that are published, and the tabular one in all others.
"""

from __future__ import annotations

import datetime as dt

from shamsi.calendar import kernel, lunar, umm_al_qura

Interval = tuple[dt.date, dt.date]  # closed: both days belong to it
EPOCH = kernel.EPOCH_ORDINAL
UMM_AL_QURA = "islamic-umalqura"  # its name in CLDR
# Years without an era: before the first they are lunar, after the last Gregorian, between them
# Solar in Persian.
FIRST_SOLAR, LAST_SOLAR = 1200, 1500
# What a printed day leaves open: Gregorian days before the reform may be Julian, Solar days before
# the first proven year may be one off, and observed lunar months differ from tables by two days.
REFORM = dt.date(1582, 10, 15)
FIRST_PROVEN = 1178
LUNAR_SLACK = 2
_GREGORIAN_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def calendar_of(reckoning: str) -> str:
    """The calendar to which a reckoning belongs.

    >>> calendar_of("islamic-umalqura"), calendar_of("persian")
    ('islamic', 'persian')
    """
    return "islamic" if reckoning == UMM_AL_QURA else reckoning


def month_length(calendar: str, year: int | None, month: int) -> int:
    """How many days a month may have; without a year, the most it ever has.

    Lunar months are observed, so each may have thirty.
    """
    if calendar == "persian":
        return kernel.month_length(year, month) if year is not None else (31 if month < 7 else 30)
    if calendar == "gregorian":
        common = month == 2 and year is not None and not _is_gregorian_leap(year)
        return 28 if common else _GREGORIAN_LENGTHS[month - 1]
    return 30


def interval(
    calendar: str, year: int, month: int | None = None, day: int | None = None
) -> Interval | None:
    """The first and last Gregorian day of a year, month or day.

    None if `datetime.date` cannot hold them.
    """
    first = _day(calendar, year, month or 1, day or 1)
    if day is not None:
        last = first
    elif month is not None and month < 12:
        last = _before(_day(calendar, year, month + 1, 1))
    else:
        last = _before(_day(calendar, year + 1, 1, 1)) if year < 9999 else dt.date.max
    return (first, last) if first and last else None


def nth_weekday(span: Interval, nth: int, weekday: int) -> dt.date | None:
    """Return an ISO weekday that is counted within an interval; the last one is -1.

    >>> nth_weekday((dt.date(2024, 5, 1), dt.date(2024, 5, 31)), 2, 1)
    datetime.date(2024, 5, 13)
    """
    first, last = span
    if nth < 0:
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day <= last else None


def fields(calendar: str, date: dt.date) -> tuple[int, int, int]:
    """The year, month and day of a Gregorian date in a calendar."""
    if calendar == "gregorian":
        return date.year, date.month, date.day
    days = date.toordinal() - EPOCH
    if calendar == "persian":
        return kernel.fields(days)
    is_listed = umm_al_qura.MIN_DAYS <= days <= umm_al_qura.MAX_DAYS
    return umm_al_qura.fields(days) if calendar == UMM_AL_QURA and is_listed else lunar.fields(days)


def years_around(calendar: str, date: dt.date) -> tuple[int, int, int]:
    """The year of a date in a calendar, with the one before and the one after."""
    year = fields(calendar, date)[0]
    return year - 1, year, year + 1


def from_julian(date: dt.date) -> dt.date | None:
    """The Gregorian date of a day that is printed in the Julian calendar, or None before year 1."""
    return _of_julian(date.year, date.month, date.day)


def julian_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian date of a day of the Julian calendar; None if that has no such day.

    >>> julian_day(1900, 2, 29), julian_day(1901, 2, 29)
    (datetime.date(1900, 3, 13), None)
    """
    common = month == 2 and year % 4 != 0
    is_day = 0 < year < 9999 and 0 < day <= (28 if common else _GREGORIAN_LENGTHS[month - 1])
    return _of_julian(year, month, day) if is_day else None


def as_julian(date: dt.date) -> tuple[int, int, int] | None:
    """The year, month and day of a Gregorian date in the Julian calendar, or None before year 1.

    >>> as_julian(dt.date(1917, 11, 7))
    (1917, 10, 25)
    """
    years = (date.year - 1, date.year)
    firsts = [(year, month) for year in years for month in range(1, 13)]
    rows = [(first, julian_day(*first, 1)) for first in firsts]
    passed = [(first, day) for first, day in rows if day and day <= date]
    if not passed:
        return None
    (year, month), first = passed[-1]
    return year, month, (date - first).days + 1


def _of_julian(year: int, month: int, day: int) -> dt.date | None:
    """By the Julian day number, as in the Explanatory Supplement to the Astronomical Almanac."""
    a = (14 - month) // 12
    y = year + 4800 - a
    days = day + (153 * (month + 12 * a - 3) + 2) // 5 + 365 * y + y // 4 - 32083
    return dt.date.fromordinal(days - 1721425) if days > 1721425 else None


def _is_gregorian_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day(calendar: str, year: int, month: int, day: int) -> dt.date | None:
    if calendar == "gregorian":
        return dt.date(year, month, day) if 1 <= year <= 9999 else None
    if calendar == "persian":
        ordinal = EPOCH + kernel.days(year, month, day)
    else:
        is_listed = calendar == UMM_AL_QURA and umm_al_qura.covers(year)
        day = min(day, lunar.month_length(year, month) + 1)
        ordinal = EPOCH + (umm_al_qura if is_listed else lunar).days(year, month, day)
    return (
        dt.date.fromordinal(ordinal)
        if year > 0 and 0 < ordinal <= dt.date.max.toordinal()
        else None
    )


def _before(date: dt.date | None) -> dt.date | None:
    return date - dt.timedelta(days=1) if date and date > dt.date.min else None
