"""Read dates in the months of the zodiac that Iran used before 1304, *borji* months.

They had 29 to 32 days, by the Sun. A date is read by the months of today, so it may be a day off.
"""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.lang.language import MonthName
from shamsi.text.grammar.drafts import MONTHS, Draft
from shamsi.text.resolve.values import Point, Value, dated

LAW = 1304  # the year in which the months of today became law
LONGEST = 32


def is_borji(draft: Draft, year: int) -> bool:
    """Whether all its months are those of a calendar that was in use in a year."""
    kinds, shape = draft.tokens.kinds, draft.shape
    names: list[MonthName] = [
        draft.tokens.values[k] for k in range(shape.first, shape.last) if kinds[k] in MONTHS
    ]
    return bool(names) and all(year < name.fixed_from for name in names)


def value(year: int, month: int, day: int | None) -> Value:
    """Return a day or month. A day behind the end of today's month is counted on from there.

    >>> value(1298, 7, 31).native, value(1298, 7, 31).earliest == value(1298, 8, 1).earliest
    ('1298-07-31', True)
    """
    found = dated("persian", year, month, day)
    if not found.problem or not day or day > LONGEST:
        return found
    span = intervals.interval("persian", year, month, day)
    return Value("persian", "day", (Point(year, month, day),), *(span or (None, None)))
