"""The facts of one day: its fields and what follows from them, its order among days."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi import _kernel
from shamsi._errors import RangeError, shown

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Self


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
        if not _kernel.MIN_DAYS <= days <= _kernel.MAX_DAYS:
            first, last = _kernel.MIN_DAYS + _kernel.EPOCH_ORDINAL, _kernel.MAX_DAYS + _kernel.EPOCH_ORDINAL
            got = shown(days + _kernel.EPOCH_ORDINAL)
            raise RangeError(f"ordinal must be {first}..{last} (0622-03-21..9999-12-31), got {got}")
        return cls._of(days, _kernel.fields(days))

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
        return dt.date.fromordinal(self._days + _kernel.EPOCH_ORDINAL)

    @property
    def ordinal(self) -> int:
        """The proleptic Gregorian ordinal of the day, as `datetime.date.toordinal` counts.

        >>> Date(1403, 12, 30).ordinal
        739330
        """
        return self._days + _kernel.EPOCH_ORDINAL

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
        return _kernel.is_leap(self.year)

    @property
    def month_length(self) -> int:
        """How many days the month has, 29..31.

        >>> Date(1403, 12, 1).month_length
        30
        """
        return _kernel.month_length(self.year, self.month)

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
        return self._days - _kernel.year_start(self.year) + 1

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
