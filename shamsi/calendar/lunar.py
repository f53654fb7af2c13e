"""The tabular Islamic calendar (CLDR ``islamic-civil``) in integers: day number ⇄ year, month, day.

Thirty years hold 10631 days and eleven leap years: 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29. 1
Muharram 1 is Friday 16 July 622 Julian = 0622-07-19. Months are announced by observation, in Iran a
day off this table in 37 % of months and two in 0.3 %: take an answer as ±1 day, and a printed date
by `is_plausible` rather than `is_valid`. Day numbers count from 1970-01-01 = 0 in the proleptic
Gregorian calendar.
"""

MIN_DAYS = -492148  # 0622-07-19 = 0001-01-01
MAX_DAYS = 2932896  # 9999-12-31 = 9666-04-02, the last day of datetime.date


def days(year: int, month: int, day: int, /) -> int:
    """Return the day number of a date; nothing is validated.

    Day 30 of a 29-day month is the first day of the next month.

    >>> days(61, 1, 10)  # Ashura: 0680-10-13, in the Julian calendar 10 October
    -470877
    """
    return 354 * year + (11 * year + 3) // 30 + ((59 * month - 58) >> 1) + day - 492503


def fields(days: int, /) -> tuple[int, int, int]:
    """Return the (year, month, day) of a day number, as proleptic years before MIN_DAYS.

    >>> fields(-470877)
    (61, 1, 10)
    """
    year = (30 * (days - MIN_DAYS) + 10646) // 10631
    passed = days - MIN_DAYS - 354 * (year - 1) - (11 * year + 3) // 30
    month = (555 * passed + 16510) >> 14
    return year, month, passed - ((59 * month - 58) >> 1) + 1


def gregorian_year(year: int, /) -> int:
    """Return the Gregorian year in which a lunar year begins, also before the Hijra.

    >>> gregorian_year(1447), gregorian_year(1), gregorian_year(-52)
    (2025, 622, 571)
    """
    return 1970 + 400 * days(year, 1, 1) // 146097


def is_leap(year: int, /) -> bool:
    """Return whether Dhu al-Hijja of a year has 30 days in the table.

    >>> [year for year in range(1, 31) if is_leap(year)]
    [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29]
    """
    return (11 * year + 14) % 30 < 11


def month_length(year: int, month: int, /) -> int:
    """Return how many days a month has in the table, 29 or 30; the month must be 1..12.

    >>> month_length(1447, 9), month_length(1447, 10)
    (30, 29)
    """
    return 30 if month & 1 or (month == 12 and is_leap(year)) else 29


def is_valid(year: int, month: int, day: int, /) -> bool:
    """Return whether three integers name a day of the table in 0622-07-19..9999-12-31.

    >>> is_valid(1447, 9, 30), is_valid(1447, 10, 30)
    (True, False)
    """
    number = days(year, month, day)
    return MIN_DAYS <= number <= MAX_DAYS and fields(number) == (year, month, day)


def is_plausible(year: int, month: int, day: int, /) -> bool:
    """Return whether an observed calendar may have had that day: any month may see a day 30.

    >>> is_plausible(1447, 10, 30), is_plausible(1447, 10, 31)
    (True, False)
    """
    return year > 0 < month < 13 and 0 < day < 31 and days(year, month, day) <= MAX_DAYS
