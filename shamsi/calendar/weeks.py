"""Weeks from Saturday, numbered within a year: by CLDR for Iran, and by the rule of jdatetime.

persiantools numbers them as jdatetime does.
"""

from __future__ import annotations

from shamsi._errors import DateError, RangeError, ShamsiError, shown
from shamsi.calendar.kernel import MAX_DAYS, MAX_YEAR, MIN_DAYS, MIN_YEAR, year_start

RULES = ("cldr", "jdatetime")


def year_and_week(year: int, number: int, /) -> tuple[int, int]:
    """Return the year and week of a day number in a year by CLDR, where 1 Farvardin is in week 1.

    So the last days of Esfand may be in week 1 of the next year.

    >>> year_and_week(1403, 20167)
    (1404, 1)
    """
    end = year_start(year + 1)
    if number >= end - (end + 5) % 7:
        return year + 1, 1
    return year, week(year, number)


def week(year: int, number: int, /) -> int:
    """Return the week of a day number in a year by jdatetime's rule: 1 Farvardin begins week 1.

    The last week ends with the year.

    >>> week(1403, 20167)
    53
    """
    start = year_start(year)
    return (number - start + (start + 5) % 7) // 7 + 1


def day_in_week(year: int, week: int, weekday: int, rule: str, /) -> int:
    """Return the day number of a weekday (Monday 1 .. Sunday 7) in a week of a year by a rule.

    Raises ShamsiError for another rule, DateError for a week or a day in it that the year does not
    have, RangeError for a year outside 1..9378 or a day outside 0001-01-01..9378-10-10.

    >>> day_in_week(1404, 1, 4, "cldr"), day_in_week(1403, 53, 4, "jdatetime")
    (20167, 20167)
    """
    if rule not in RULES:
        raise unknown(rule)
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise RangeError(f"year must be {MIN_YEAR}..{MAX_YEAR}, got {shown(year)}")
    start, end = year_start(year), year_start(year + 1)
    number = start - (start + 5) % 7 + 7 * (week - 1) + (weekday + 1) % 7
    if rule == "cldr":
        end -= (end + 5) % 7
    if (
        not 1 <= weekday <= 7
        or week < 1
        or number >= end
        or (number < start and rule == "jdatetime")
    ):
        raise DateError(
            f"week {shown(week)} of {year} has no day {shown(weekday)} (Monday 1 .. Sunday 7)"
        )
    if not MIN_DAYS <= number <= MAX_DAYS:
        raise RangeError("day must be in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31)")
    return number


def unknown(rule: object, /) -> ShamsiError:
    """Return the error that lists the rules.

    >>> print(unknown("iso"))
    rule must be one of 'cldr', 'jdatetime', got 'iso'; ISO 8601 weeks are those of .gregorian
    """
    return ShamsiError(
        f"rule must be one of {', '.join(map(repr, RULES))}, got {shown(rule)}; "
        "ISO 8601 weeks are those of .gregorian"
    )
