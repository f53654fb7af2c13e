"""Hypothesis: strategies for dates, date-times and periods.

If shamsi and Hypothesis are installed, `from_type` finds them without an import of this module.
"""

from __future__ import annotations

import datetime as dt

from shamsi._errors import shown
from shamsi.values.date import Date
from shamsi.values.datetime import DateTime
from shamsi.values.period import Period

__all__ = ["dates", "datetimes", "periods", "register"]


def __dir__() -> list[str]:
    return sorted(__all__)


def register() -> None:
    """Register the strategies of the types with Hypothesis; its entry point calls this.

    Hypothesis does so while it is imported itself, perhaps by this module: so it stands first, and
    asks for the strategies later.

    >>> register()
    >>> st.from_type(Date).validate()
    """
    from hypothesis import strategies

    strategies.register_type_strategy(Date, lambda _: dates())
    strategies.register_type_strategy(DateTime, lambda _: datetimes())
    strategies.register_type_strategy(Period, lambda _: periods())


try:
    from hypothesis import strategies as st
except ModuleNotFoundError as _error:
    if _error.name != "hypothesis":
        raise
    raise ModuleNotFoundError(
        "shamsi.testing needs Hypothesis: pip install 'shamsi[testing]'", name="hypothesis"
    ) from _error

_LONGEST = 3660  # days of a period, so that a test may go through them


def dates(min_value: Date = Date.min, max_value: Date = Date.max) -> st.SearchStrategy[Date]:
    """Return a strategy for dates from `min_value` to `max_value`.

    They shrink towards 1378-10-11, which is 2000-01-01. Raises TypeError for ends that are not a
    `Date`; Hypothesis raises InvalidArgument if they are reversed.

    >>> dates(Date(1404, 1, 1), Date(1404, 1, 1)).validate()
    """
    for name, value in (("min_value", min_value), ("max_value", max_value)):
        if not isinstance(value, Date):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(
                f"{name} must be a shamsi.Date, got {shown(value)} ({type(value).__name__})"
            )
    return st.dates(min_value.gregorian, max_value.gregorian).map(Date.from_gregorian)


def datetimes(
    min_value: DateTime = DateTime.min,
    max_value: DateTime = DateTime.max,
    *,
    timezones: st.SearchStrategy[dt.tzinfo] | None = None,
    allow_imaginary: bool = True,
) -> st.SearchStrategy[DateTime]:
    """Return a strategy for date-times, without a zone unless `timezones` gives them.

    The ends have no zone. `timezones` is a strategy such as ``hypothesis.strategies.timezones()``;
    `allow_imaginary` lets times through that a clock skips. Hypothesis raises InvalidArgument for
    what it cannot draw from.

    >>> datetimes(DateTime(1404, 1, 1), DateTime(1404, 1, 1)).validate()
    """
    ends = min_value.gregorian, max_value.gregorian
    if timezones is None:
        drawn = st.datetimes(*ends)
    else:
        drawn = st.datetimes(*ends, timezones=timezones, allow_imaginary=allow_imaginary)
    return drawn.map(DateTime.from_gregorian)


def periods(
    min_value: Date = Date.min, max_value: Date = Date.max, *, max_days: int = _LONGEST
) -> st.SearchStrategy[Period]:
    """Return a strategy for periods within `min_value` to `max_value`, of at most `max_days` days.

    Raises TypeError and InvalidArgument as `dates` does, and ValueError for less than one day.

    >>> periods(Date(1404, 1, 1), Date(1404, 1, 1)).validate()
    """
    if max_days < 1:
        raise ValueError(f"max_days must be 1 or more, got {shown(max_days)}")

    def beginning(first: Date) -> st.SearchStrategy[Period]:
        most = min(max_days - 1, max_value.ordinal - first.ordinal)
        return st.integers(0, most).map(lambda more: Period(first, first + dt.timedelta(more)))

    return dates(min_value, max_value).flatmap(beginning)
