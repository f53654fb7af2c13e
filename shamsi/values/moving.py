"""Days reached from a day: by years, months, weeks and days, by fields put in place, and to the ends of its units."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import RangeError, shown
from shamsi._integers import integer, whole_days
from shamsi.calendar import kernel
from shamsi.formats.numeric import to_iso
from shamsi.values.arithmetic import later, months_between, months_later
from shamsi.values.day import Day
from shamsi.values.difference import Difference
from shamsi.values.units import around

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Literal, Self, overload

    Overflow = Literal["clamp", "raise"]
    Unit = Literal["day", "week", "month", "season", "half", "year", "decade"]


class Moving(Day):
    """A day that others are reached from."""

    __slots__ = ()

    def add(
        self, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0, overflow: Overflow = "clamp"
    ) -> Self:
        """Return the date some years and months later, and then some weeks and days; less than 0 goes back.

        Where the month that is reached is too short for the day, its last day is taken, or with ``overflow="raise"`` a
        DateError is raised. Raises RangeError outside 0001-01-01..9378-10-10, TypeError for what is not an integer.

        >>> Date(1403, 6, 31).add(months=1), Date(1403, 12, 30).add(years=1, days=1)
        (shamsi.Date(1403, 7, 30), shamsi.Date(1405, 1, 1))
        """
        months = 12 * integer("years", years) + integer("months", months)
        days = 7 * integer("weeks", weeks) + integer("days", days)
        fields = later(self._fields, months, overflow)
        return self._at(kernel.days(*fields) + days)

    def subtract(
        self, *, years: int = 0, months: int = 0, weeks: int = 0, days: int = 0, overflow: Overflow = "clamp"
    ) -> Self:
        """Return the date some years and months earlier, and then some weeks and days: `add` with each of them negated.

        >>> Date(1403, 12, 30).subtract(years=1), Date(1404, 1, 1).subtract(weeks=1)
        (shamsi.Date(1402, 12, 29), shamsi.Date(1403, 12, 24))
        """
        return self.add(
            years=-integer("years", years),
            months=-integer("months", months),
            weeks=-integer("weeks", weeks),
            days=-integer("days", days),
            overflow=overflow,
        )

    def until(self, other: Day, /) -> Difference:
        """Return the years, months and days from this date to another; less than 0 where that is earlier.

        This date is the anchor: as many whole months are counted from it as do not pass the other, with the last day
        of a month that is too short, then the days that are left. So ``a + a.until(b) == b``, always.

        >>> Date(1403, 12, 30).until(Date(1405, 2, 1))
        shamsi.Difference(years=1, months=1, days=2)
        >>> Date(1404, 1, 31).until(Date(1404, 7, 30))
        shamsi.Difference(years=0, months=6, days=0)
        """
        if not isinstance(other, Day):
            raise TypeError(f"other must be a shamsi.Date, got {shown(other)} ({type(other).__name__})")
        months = months_between(self._fields, other._fields)
        return Difference(0, months, other._days - kernel.days(*months_later(*self._fields, months)))

    def since(self, other: Day, /) -> Difference:
        """Return the years, months and days from another date to this one: `until` negated, so anchored here too.

        So ``a - a.since(b) == b``, always. An age is ``birth.until(today)``, which is counted from birth.

        >>> Date(1405, 2, 1).since(Date(1403, 12, 30))
        shamsi.Difference(years=1, months=1, days=1)
        """
        return -self.until(other)

    def replace(self, *, year: int | None = None, month: int | None = None, day: int | None = None) -> Self:
        """Return the date with some of its fields put in place; raises as `Date` does where they name no day.

        It moves nothing to fit; ``add(years=…, months=…)`` does.

        >>> Date(1403, 12, 30).replace(year=1404, day=29)
        shamsi.Date(1404, 12, 29)
        """
        fields = (year, month, day)
        return type(self)(*(own if field is None else field for own, field in zip(self._fields, fields, strict=True)))

    __replace__ = replace

    def start_of(self, unit: Unit, /) -> Self:
        """Return the first day of the decade, year, half, season, month or week (from Saturday) in which the date lies.

        Raises ShamsiError for another unit, RangeError where that day is before 0001-01-01.

        >>> Date(1403, 12, 30).start_of("season"), Date(1403, 12, 30).start_of("week")
        (shamsi.Date(1403, 10, 1), shamsi.Date(1403, 12, 25))
        """
        return self._end(unit, last=False)

    def end_of(self, unit: Unit, /) -> Self:
        """Return the last day of the decade, year, half, season, month or week (to Friday) in which the date lies.

        Raises ShamsiError for another unit, RangeError where that day is after 9378-10-10.

        >>> Date(1404, 1, 1).end_of("year"), Date(1404, 1, 1).end_of("week")
        (shamsi.Date(1404, 12, 29), shamsi.Date(1404, 1, 1))
        """
        return self._end(unit, last=True)

    def _end(self, unit: str, *, last: bool) -> Self:
        day = around(unit, self._days)[last]
        if kernel.MIN_DAYS <= day <= kernel.MAX_DAYS:
            return self._at(day)
        side = "ends after the last day 9378-10-10" if last else "begins before the first day 0001-01-01"
        raise RangeError(f"the {unit} of {to_iso(*self._fields)} {side}")

    def __add__(self, other: dt.timedelta | Difference) -> Self:
        if isinstance(other, dt.timedelta):
            return self._at(self._days + whole_days(other))
        if not isinstance(other, Difference):
            return NotImplemented
        return self.add(years=other.years, months=other.months, days=other.days)

    __radd__ = __add__

    if TYPE_CHECKING:

        @overload
        def __sub__(self, other: Day) -> dt.timedelta: ...
        @overload
        def __sub__(self, other: dt.timedelta | Difference) -> Self: ...

    def __sub__(self, other: Day | dt.timedelta | Difference) -> dt.timedelta | Self:
        if isinstance(other, Day):
            return dt.timedelta(self._days - other._days)
        if isinstance(other, dt.timedelta):
            return self._at(self._days - whole_days(other))
        return self + -other if isinstance(other, Difference) else NotImplemented
