"""Units of the calendar, such as a month or a year, as closed runs of day numbers."""

from shamsi._errors import DateError, RangeError, ShamsiError, shown
from shamsi._integers import integer
from shamsi.calendar.kernel import MAX_DAYS, MAX_YEAR, MIN_DAYS, MIN_YEAR, days, fields
from shamsi.formats.numeric import to_iso

Run = tuple[int, int]  # the first and the last day number; both belong to it

MONTHS_IN = {"month": 1, "season": 3, "half": 6, "year": 12, "decade": 120}
UNITS = ("day", "week", *MONTHS_IN)
NAMES = (*UNITS[:4], "quarter", *UNITS[4:])  # a quarter is a season
_FIRST_MONTH = 12 * MIN_YEAR  # months are counted from Farvardin of year 0


def part(unit: str, year: int, number: int = 1, /) -> Run:
    """Return a year, the month, season or half of that number in it, or the decade around it.

    Raises TypeError for anything but integers, RangeError for a year outside 1..9378 or a run that
    ends after 9378-10-10, DateError for a number that the unit does not have.

    >>> part("season", 1404, 2)
    (20261, 20353)
    """
    year, number, count = integer("year", year), integer(unit, number), 12 // MONTHS_IN[unit] or 1
    if not 1 <= number <= count:
        raise DateError(f"{unit} must be 1..{count}, got {shown(number)}")
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise RangeError(f"year must be {MIN_YEAR}..{MAX_YEAR}, got {shown(year)}")
    if unit == "decade":
        return clear(*_decade(year))
    return months(12 * year + MONTHS_IN[unit] * (number - 1), MONTHS_IN[unit])


def months(index: int, count: int, /) -> Run:
    """Return a run of months.

    The index of the first is 12 times its year, plus the months of that year before it. Raises
    RangeError outside 0001-01-01..9378-10-10.

    >>> months(12 * 1404 + 4, 1)
    (20292, 20322)
    """
    return clear(_start(index), _start(index + count) - 1)


def around(unit: str, day: int, /) -> Run:
    """Return the run of a unit that a day number falls in; weeks are Saturday to Friday.

    A "quarter" is a season. Raises ShamsiError for an unknown unit. A run may pass the ends of the
    calendar.

    >>> around("week", 20361)
    (20358, 20364)
    """
    if unit == "day":
        return day, day
    if unit == "week":
        saturday = day - (day + 5) % 7
        return saturday, saturday + 6
    if unit not in NAMES:  # a tuple, because the argument of a caller may have no hash
        raise ShamsiError(f"unit must be one of {', '.join(map(repr, NAMES))}, got {shown(unit)}")
    year, month, _ = fields(day)
    if unit == "decade":
        return _decade(year)
    size = MONTHS_IN["season" if unit == "quarter" else unit]
    index = 12 * year + (month - 1) // size * size
    return _start(index), _start(index + size) - 1


def first_of_fiscal(month: int, /) -> int:
    """Return the month that fiscal years begin with, as an int; DateError for one outside 1..12.

    >>> first_of_fiscal(10)
    10
    """
    number = integer("first_month", month)
    if not 1 <= number <= 12:
        raise DateError(f"first_month must be 1..12, got {shown(number)}")
    return number


def clear(first: int, last: int, /) -> Run:
    """Return a run unchanged; raises RangeError if it passes 0001-01-01..9378-10-10.

    >>> clear(20167, 20168)
    (20167, 20168)
    """
    if not MIN_DAYS <= first <= last <= MAX_DAYS:
        raise RangeError("period must lie in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)")
    return first, last


def whole_months(first: int, last: int, /) -> tuple[int, int] | None:
    """Return the first month of a run of whole months, as in `months`, and their count, or None.

    >>> whole_months(20292, 20322), whole_months(20292, 20321)
    ((16852, 1), None)
    """
    year, month, day = fields(first)
    if day > 1 or last == MAX_DAYS:
        return None
    next_year, next_month, next_day = fields(last + 1)
    index = 12 * year + month - 1
    return None if next_day > 1 else (index, 12 * next_year + next_month - 1 - index)


def unit(first: int, last: int, /) -> str | None:
    """Return which of UNITS a run is, or None.

    >>> unit(20261, 20353), unit(20261, 20300)
    ('season', None)
    """
    if last - first in (0, 6):
        return "day" if first == last else "week" if not (first + 5) % 7 else None
    run = whole_months(first, last)
    if run is None:
        return None
    index, count = run
    if index == _FIRST_MONTH and count == 108:  # the years 1 to 9
        return "decade"
    found = next((name for name, size in MONTHS_IN.items() if size == count), None)
    return found if found and index % count == 0 else None


def native(first: int, last: int, /) -> str:
    """Return a run as text in digits: a unit, or two ends of one kind, as coarse as possible.

    >>> native(20261, 20353), native(20292, 20353), native(20309, 20311)
    ('1404-S2', '1404-05/1404-06', '1404-05-18/1404-05-20')
    """
    run = whole_months(first, last)
    if run is None:
        start, end = to_iso(*fields(first)), to_iso(*fields(last))
        return start if first == last else f"{start}/{end}"
    index, count = run
    year, month = divmod(index, 12)
    kind = unit(first, last)
    if kind == "decade":
        return f"{year // 10:03d}X"
    if kind in ("season", "half"):
        return f"{year:04d}-{kind[0].upper()}{month // count + 1}"
    end_year, end_month = divmod(index + count - 1, 12)
    if month == 0 and end_month == 11:
        return f"{year:04d}" if year == end_year else f"{year:04d}/{end_year:04d}"
    start = f"{year:04d}-{month + 1:02d}"
    return start if count == 1 else f"{start}/{end_year:04d}-{end_month + 1:02d}"


def _start(index: int) -> int:
    return days(index // 12, index % 12 + 1, 1)


def _decade(year: int) -> Run:
    """The ten years whose numbers differ in the last digit; the first has nine."""
    first = max(year // 10 * 10, MIN_YEAR)
    return _start(12 * first), _start(12 * (year // 10 * 10 + 10)) - 1
