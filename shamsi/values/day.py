"""The facts of one day: its fields and what follows from them, its order among days."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import DateError, RangeError, shown
from shamsi._integers import integer
from shamsi.calendar import kernel
from shamsi.calendar.eras import offset
from shamsi.calendar.weeks import unknown, week, year_and_week

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Literal, Self

    Era = Literal["solar-hijri", "imperial", "kurdish-700", "kurdish-612"]
    Rule = Literal["cldr", "jdatetime"]

_from_ordinal = dt.date.fromordinal


class Day:
    """A day number and its fields, as they are: the floor that `Date` stands on, and not made by itself."""

    __slots__ = ("_days", "_fields")
    __match_args__ = ("year", "month", "day")

    if TYPE_CHECKING:
        _days: int
        _fields: tuple[int, int, int]

    @classmethod
    def _of(cls, days: int, fields: tuple[int, int, int]) -> Self:
        self = object.__new__(cls)
        self._days = days
        self._fields = fields
        return self

    @classmethod
    def _at(cls, days: int) -> Self:
        """The day of a day number; RangeError outside 0622-03-21..9999-12-31."""
        if not kernel.MIN_DAYS <= days <= kernel.MAX_DAYS:
            first, last = kernel.MIN_DAYS + kernel.EPOCH_ORDINAL, kernel.MAX_DAYS + kernel.EPOCH_ORDINAL
            got = shown(days + kernel.EPOCH_ORDINAL)
            raise RangeError(f"ordinal must be {first}..{last} (0622-03-21..9999-12-31), got {got}")
        return cls._of(days, kernel.fields(days))

    @property
    def year(self) -> int:
        """The year, 1..9378.

        >>> Date(1403, 12, 30).year
        1403
        """
        return self._fields[0]

    @property
    def month(self) -> int:
        """The month, 1 (Farvardin) .. 12 (Esfand).

        >>> Date(1403, 12, 30).month
        12
        """
        return self._fields[1]

    @property
    def day(self) -> int:
        """The day of the month, 1..31.

        >>> Date(1403, 12, 30).day
        30
        """
        return self._fields[2]

    @property
    def gregorian(self) -> dt.date:
        """The same day as a `datetime.date` (proleptic Gregorian).

        >>> Date(1403, 12, 30).gregorian
        datetime.date(2025, 3, 20)
        """
        return _from_ordinal(self._days + 719163)

    @property
    def ordinal(self) -> int:
        """The proleptic Gregorian ordinal of the day, as `datetime.date.toordinal` counts.

        >>> Date(1403, 12, 30).ordinal
        739330
        """
        return self._days + kernel.EPOCH_ORDINAL

    @property
    def weekday(self) -> int:
        """The day of the week by ISO 8601: Monday 1 .. Sunday 7, so Iran's week begins on 6.

        >>> Date(1403, 12, 30).weekday
        4
        """
        return (self._days + 3) % 7 + 1

    @property
    def is_leap(self) -> bool:
        """Whether the year has 366 days.

        >>> Date(1403, 1, 1).is_leap
        True
        """
        return kernel.is_leap(self.year)

    @property
    def month_length(self) -> int:
        """How many days the month has, 29..31.

        >>> Date(1403, 12, 1).month_length
        30
        """
        return kernel.month_length(self.year, self.month)

    @property
    def year_length(self) -> int:
        """How many days the year has, 365 or 366.

        >>> Date(1403, 12, 30).year_length
        366
        """
        return 365 + self.is_leap

    @property
    def day_of_year(self) -> int:
        """The ordinal day within the year, 1..366.

        >>> Date(1403, 12, 30).day_of_year
        366
        """
        return self._days - kernel.year_start(self.year) + 1

    @property
    def half(self) -> int:
        """The half of the year, 1 (Farvardin to Shahrivar) or 2.

        >>> Date(1403, 12, 30).half
        2
        """
        return 1 if self.month < 7 else 2

    @property
    def season(self) -> int:
        """The season of three months, 1 (spring, from Farvardin) .. 4 (winter, from Dey).

        >>> Date(1403, 12, 30).season
        4
        """
        return (self.month + 2) // 3

    @property
    def quarter(self) -> int:
        """The quarter of the year, 1..4, which is its season; `fiscal_year` has other years.

        >>> Date(1403, 12, 30).quarter
        4
        """
        return self.season

    def fiscal_year(self, *, first_month: int) -> int:
        """Return the fiscal year in which the day lies, by the year in which it ends, where it begins with a month.

        Afghanistan's begins with month 10. Raises DateError for a month outside 1..12.

        >>> Date(1403, 10, 1).fiscal_year(first_month=10), Date(1403, 10, 1).fiscal_year(first_month=1)
        (1404, 1403)
        """
        first_month = integer("first_month", first_month)
        if not 1 <= first_month <= 12:
            raise DateError(f"first_month must be 1..12, got {shown(first_month)}")
        return self.year + (1 < first_month <= self.month)

    def week_of_year(self, rule: Rule = "cldr") -> int:
        """Return the week, from Saturday, week 1 being the one of 1 Farvardin, by one of two rules.

        By ``"cldr"`` all weeks have seven days, so the last days of Esfand may lie in week 1 of the next `week_year`.
        By ``"jdatetime"``, as there and in persiantools, weeks end with the year. Raises ShamsiError for another rule.

        >>> Date(1403, 12, 30).week_of_year(), Date(1403, 12, 30).week_of_year("jdatetime")
        (1, 53)
        """
        if rule == "cldr":
            return year_and_week(self.year, self._days)[1]
        if rule == "jdatetime":
            return week(self.year, self._days)
        raise unknown(rule)

    @property
    def week_year(self) -> int:
        """The year to which the week of CLDR belongs, as `week_of_year` counts by default.

        >>> Date(1403, 12, 30).week_year
        1404
        """
        return year_and_week(self.year, self._days)[0]

    def era_year(self, era: Era, /) -> int:
        """Return the year as another era counts it, ``imperial``, ``kurdish-700`` or ``kurdish-612``.

        The first is 1180 ahead; the Kurdish ones count from 700 and from 612 BCE, and are 1321 and 1233 ahead. Raises
        ShamsiError for an unknown era.

        >>> Date(1355, 1, 1).era_year("imperial"), Date(1404, 1, 1).era_year("kurdish-700")
        (2535, 2725)
        """
        return self.year + offset(era)

    def __repr__(self) -> str:
        return f"shamsi.{type(self).__name__}{self._fields}"

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int]]:
        return type(self), self._fields

    def __hash__(self) -> int:
        return hash(self._fields)

    def __eq__(self, other: object) -> bool:
        return self._days == other._days if isinstance(other, Day) else NotImplemented

    def __lt__(self, other: Day) -> bool:
        return self._days < other._days if isinstance(other, Day) else NotImplemented

    def __le__(self, other: Day) -> bool:
        return self._days <= other._days if isinstance(other, Day) else NotImplemented

    def __gt__(self, other: Day) -> bool:
        return self._days > other._days if isinstance(other, Day) else NotImplemented

    def __ge__(self, other: Day) -> bool:
        return self._days >= other._days if isinstance(other, Day) else NotImplemented
