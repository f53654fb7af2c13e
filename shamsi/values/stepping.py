"""Date-times reached from a date-time: in another zone, by years to microseconds, by a timedelta."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import RangeError
from shamsi._integers import integer
from shamsi.calendar.zones import in_zone, settled, zone
from shamsi.values.moment import RANGE, Moment

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Literal, Self, overload

    Overflow = Literal["clamp", "raise"]


class Stepping(Moment):
    """A date-time that others are reached from."""

    __slots__ = ()

    def astimezone(self, tz: str | dt.tzinfo, /) -> Self:
        """Return the same instant as the clocks of another zone show it.

        Raises ShamsiError without a zone of its own, RangeError outside the calendar.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).astimezone("Asia/Tehran").isoformat()
        '1403-12-30T17:35:00+03:30'
        """
        return self.from_gregorian(in_zone(self._aware(), zone(tz)))

    def add(
        self,
        *,
        years: int = 0,
        months: int = 0,
        weeks: int = 0,
        days: int = 0,
        hours: int = 0,
        minutes: int = 0,
        seconds: int = 0,
        microseconds: int = 0,
        overflow: Overflow = "clamp",
    ) -> Self:
        """Return it some years to days later at the same time of day, and then some hours to microseconds passed.

        The days are found as `Date.add` finds them. A time of day that the zone skips there moves on by what is
        skipped, and of one that it has twice the first is taken. Hours and less are time that passes: across a change
        of the clocks the time of day moves by more or less. Less than 0 goes back. Raises as `Date.add` does.

        >>> DateTime(1403, 6, 31, 14, 5).add(months=1, hours=10)
        shamsi.DateTime(1403, 8, 1, 0, 5)
        """
        passed = _passed(
            (integer("hours", hours) * 60 + integer("minutes", minutes)) * 60 + integer("seconds", seconds),
            integer("microseconds", microseconds),
        )
        date = self._date.add(years=years, months=months, weeks=weeks, days=days, overflow=overflow)
        moment = self._moment
        if date != self._date:
            moment = dt.datetime.combine(date.gregorian, moment.timetz()).replace(fold=0)
        return self.from_gregorian(_later(settled(moment), passed))

    def subtract(
        self,
        *,
        years: int = 0,
        months: int = 0,
        weeks: int = 0,
        days: int = 0,
        hours: int = 0,
        minutes: int = 0,
        seconds: int = 0,
        microseconds: int = 0,
        overflow: Overflow = "clamp",
    ) -> Self:
        """Return it some years to microseconds earlier: `add` with each of them negated.

        >>> DateTime(1403, 12, 30, 14, 5).subtract(years=1, minutes=10)
        shamsi.DateTime(1402, 12, 29, 13, 55)
        """
        return self.add(
            years=-integer("years", years),
            months=-integer("months", months),
            weeks=-integer("weeks", weeks),
            days=-integer("days", days),
            hours=-integer("hours", hours),
            minutes=-integer("minutes", minutes),
            seconds=-integer("seconds", seconds),
            microseconds=-integer("microseconds", microseconds),
            overflow=overflow,
        )

    def __add__(self, other: dt.timedelta) -> Self:
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return self.from_gregorian(_sum(self._moment, other))

    __radd__ = __add__

    if TYPE_CHECKING:

        @overload
        def __sub__(self, other: Moment) -> dt.timedelta: ...
        @overload
        def __sub__(self, other: dt.timedelta) -> Self: ...

    def __sub__(self, other: Moment | dt.timedelta) -> dt.timedelta | Self:
        if isinstance(other, Moment):
            return self._moment - other._moment
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return self + -other


def _passed(seconds: int, microseconds: int) -> dt.timedelta:
    try:
        return dt.timedelta(seconds=seconds, microseconds=microseconds)
    except OverflowError:
        raise RangeError(f"the sum must be {RANGE}, and hours to microseconds less than 10**9 days") from None


def _later(moment: dt.datetime, passed: dt.timedelta) -> dt.datetime:
    """The moment after some time has passed, by the clocks of its zone."""
    if not passed or moment.tzinfo is None or moment.utcoffset() is None:
        return _sum(moment, passed)
    return in_zone(_sum(in_zone(moment, dt.UTC), passed), moment.tzinfo)


def _sum(moment: dt.datetime, span: dt.timedelta) -> dt.datetime:
    try:
        return moment + span
    except OverflowError:
        raise RangeError(f"the sum must be {RANGE}, got {moment.isoformat()} and {span}") from None
