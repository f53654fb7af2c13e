"""The official Iranian calendar as integer arithmetic: day number ⇄ year, month, day.

The rule is CLDR/ICU 78 ``persian``. Its leap years are those that the Calendar Center, University
of Tehran, has published for 1206..1498, and those of true noon at 52.5°E for 1178..1601; past 3000
it goes on in 33-year cycles. Every year start is a digital line, ``floor((slope*year + intercept) /
2**shift)``; neighbouring lines agree for 32 years around each seam. Day numbers count from
1970-01-01 = 0 in the proleptic Gregorian calendar.
"""

EPOCH_ORDINAL = 719163  # datetime.date(1970, 1, 1).toordinal()
MIN_DAYS = -492268  # 0622-03-21 = 0001-01-01
MAX_DAYS = 2932896  # 9999-12-31 = 9378-10-10, the last day of datetime.date
MIN_YEAR = 1
MAX_YEAR = 9378

# Looked up rather than computed: these are the hot loops of every conversion.

# days of a year before a month, less one
_BEFORE = (0, -1, 30, 61, 92, 123, 154, 185, 215, 245, 275, 305, 335)
_SURE = (0, *[31] * 6, *[30] * 5, 29)  # days that a month has in every year
_MONTH_DAY = tuple(
    (month, day) for month in range(1, 13) for day in range(1, 32 if month < 7 else 31)
)


def year_start(year: int, /) -> int:
    """Return the day number of 1 Farvardin, the Nowruz of a year; years are not validated.

    >>> year_start(1404)
    20168
    """
    if year < 1536:
        return (year * 23936527 - 32285153818) >> 16
    if year < 2093:
        return (year * 23936523 - 32285147384) >> 16
    if year < 2815:
        return (year * 5984131 - 8071287249) >> 14
    if year < 3001:
        return (year * 2992065 - 4035642160) >> 13
    return (year * 47873055 - 64570307039) >> 17  # 33-year cycles, as ICU 78 past its corrections


_STARTS = tuple(map(year_start, range(1535)))


def days(year: int, month: int, day: int, /) -> int:
    """Return the day number of a date; the month must be 1..12, else nothing is validated.

    >>> days(1403, 12, 30)
    20167
    """
    if 0 < year < 1535:
        return _STARTS[year] + _BEFORE[month] + day
    return year_start(year) + _BEFORE[month] + day


def day_number(year: int, month: int, day: int, /) -> int | None:
    """Return the day number of three integers.

    None unless they name a day in 0622-03-21..9999-12-31.

    >>> day_number(1403, 12, 30), day_number(1404, 12, 30)
    (20167, None)
    """
    if 0 < year < 1535 and 0 < month < 13 and 0 < day <= _SURE[month]:
        return _STARTS[year] + _BEFORE[month] + day
    if not (
        MIN_YEAR <= year <= MAX_YEAR and 0 < month < 13 and 0 < day <= month_length(year, month)
    ):
        return None
    number = days(year, month, day)
    return number if number <= MAX_DAYS else None


def fields(days: int, /) -> tuple[int, int, int]:
    """Return the (year, month, day) of a day number; outside MIN_DAYS..MAX_DAYS it is meaningless.

    >>> fields(20167)
    (1403, 12, 30)
    """
    if -492268 <= days < 56326:  # to 1503-01-01 all years are of 33-year cycles
        year = (33 * days + 16256900) // 12053
        month, day = _MONTH_DAY[days - _STARTS[year]]
    else:
        year = _later_year(days)
        month, day = _MONTH_DAY[days - year_start(year)]
    return year, month, day


def is_leap(year: int, /) -> bool:
    """Return whether Esfand of a year has 30 days; years are not validated.

    >>> is_leap(1403), is_leap(1404)
    (True, False)
    """
    return year_start(year + 1) - year_start(year) == 366


def month_length(year: int, month: int, /) -> int:
    """Return how many days a month has, 29..31; the month must be 1..12.

    >>> month_length(1404, 7), month_length(1404, 12)
    (30, 29)
    """
    if month < 7:
        return 31
    return 30 if month < 12 else 29 + is_leap(year)


def is_valid(year: int, month: int, day: int, /) -> bool:
    """Return whether three integers name a day in 0622-03-21..9999-12-31.

    >>> is_valid(1403, 12, 30), is_valid(1404, 12, 30), is_valid(9378, 10, 11)
    (True, False, False)
    """
    return day_number(year, month, day) is not None


def _later_year(days: int, /) -> int:
    """Return the year of a day number after 1502: the last that its line starts by that day.

    Each line serves up to a year before its seam, because the last day of a year depends on the
    next year's start.
    """
    if days < 68014:  # 1535-01-01
        return (days * 3010361279 + 1483004367689535) >> 40
    if days < 271454:  # 2092-01-01
        return ((days << 16) + 32285212919) // 23936523
    if days < 535159:  # 2814-01-01
        return ((days << 14) + 8071303632) // 5984131
    if days < 603094:  # 3000-01-01
        return ((days << 13) + 4035650351) // 2992065
    return ((days << 17) + 64570438110) // 47873055
