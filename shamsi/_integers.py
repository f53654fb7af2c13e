"""Whole numbers taken from callers: years, ordinals, the days of a timedelta."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    import datetime as dt


def integer(name: str, value: int, /) -> int:
    """Return a plain int for whatever counts as an integer; a bool does not.

    Raises TypeError, which names the argument.

    >>> integer("year", 1403)
    1403
    """
    if not isinstance(value, bool) and hasattr(value, "__index__"):
        return value.__index__()
    raise TypeError(f"{name} must be an int, got {shown(value)} ({type(value).__name__})")


def whole_days(span: dt.timedelta, /) -> int:
    """Return the days of a timedelta that is nothing but days; raises ShamsiError for any other.

    >>> import datetime
    >>> whole_days(datetime.timedelta(weeks=1))
    7
    """
    if span.seconds or span.microseconds:
        raise ShamsiError(
            f"timedelta must be whole days, got {span}; a date has no time to add hours to"
        )
    return span.days
