"""A closed run of days as a value: its ends, its days, how it compares, and what two have in common."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import EPOCH_ORDINAL as EPOCH
from shamsi.values.date import Date

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self


class Run:
    """A closed run of days, which `Period` names and counts.

    >>> list(Run(Date(1403, 12, 30), Date(1404, 1, 1)))
    [shamsi.Date(1403, 12, 30), shamsi.Date(1404, 1, 1)]
    """

    __slots__ = ("_first", "_last")
    __match_args__ = ("first", "last")

    if TYPE_CHECKING:
        _first: int
        _last: int

    def __new__(cls, first: Date, last: Date) -> Self:  # noqa: D102 - the class says it
        run = day_number("first", first), day_number("last", last)
        if run[1] < run[0]:
            raise ShamsiError(f"last must not be before first, got {first} and {last}; swap them")
        return cls._of(run)

    @classmethod
    def _of(cls, run: tuple[int, int]) -> Self:
        self = object.__new__(cls)
        self._first, self._last = run
        return self

    @property
    def first(self) -> Date:
        """The first day.

        >>> Run(Date(1403, 12, 30), Date(1404, 1, 1)).first
        shamsi.Date(1403, 12, 30)
        """
        return Date.from_ordinal(self._first + EPOCH)

    @property
    def last(self) -> Date:
        """The last day, which belongs to the run.

        >>> Run(Date(1403, 12, 30), Date(1404, 1, 1)).last
        shamsi.Date(1404, 1, 1)
        """
        return Date.from_ordinal(self._last + EPOCH)

    @property
    def gregorian(self) -> tuple[dt.date, dt.date]:
        """The first and the last day as `datetime.date`; both belong to the run.

        >>> Run(Date(1403, 12, 30), Date(1404, 1, 1)).gregorian
        (datetime.date(2025, 3, 20), datetime.date(2025, 3, 21))
        """
        return dt.date.fromordinal(self._first + EPOCH), dt.date.fromordinal(self._last + EPOCH)

    def overlaps(self, other: Run, /) -> bool:
        """Tell whether a day belongs to both; raises TypeError for what is no such run.

        >>> Run(Date(1404, 1, 1), Date(1404, 1, 5)).overlaps(Run(Date(1404, 1, 5), Date(1404, 1, 9)))
        True
        """
        if not isinstance(other, Run):
            raise TypeError(f"other must be a shamsi.Period, got {shown(other)} ({type(other).__name__})")
        return self._first <= other._last and other._first <= self._last

    def __and__(self, other: Run) -> Self | None:
        if not isinstance(other, Run):
            return NotImplemented
        first, last = max(self._first, other._first), min(self._last, other._last)
        return self._of((first, last)) if first <= last else None

    def __contains__(self, other: Date | Run) -> bool:
        if isinstance(other, Run):
            return self._first <= other._first and other._last <= self._last
        return self._first <= day_number("what is in a period", other) <= self._last

    def __len__(self) -> int:
        return self._last - self._first + 1

    def __iter__(self) -> Iterator[Date]:
        return map(Date.from_ordinal, range(self._first + EPOCH, self._last + EPOCH + 1))

    def __reversed__(self) -> Iterator[Date]:
        return map(Date.from_ordinal, range(self._last + EPOCH, self._first + EPOCH - 1, -1))

    def __replace__(self, *, first: Date | None = None, last: Date | None = None) -> Self:
        return type(self)(self.first if first is None else first, self.last if last is None else last)

    def __repr__(self) -> str:
        return f"shamsi.{type(self).__name__}({self.first!r}, {self.last!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[Date, Date]]:
        return type(self), (self.first, self.last)

    def __hash__(self) -> int:
        return hash((self._first, self._last))

    def __eq__(self, other: object) -> bool:
        return (self._first, self._last) == (other._first, other._last) if isinstance(other, Run) else NotImplemented

    def __lt__(self, other: Run) -> bool:
        return (self._first, self._last) < (other._first, other._last) if isinstance(other, Run) else NotImplemented

    def __le__(self, other: Run) -> bool:
        return (self._first, self._last) <= (other._first, other._last) if isinstance(other, Run) else NotImplemented

    def __gt__(self, other: Run) -> bool:
        return (self._first, self._last) > (other._first, other._last) if isinstance(other, Run) else NotImplemented

    def __ge__(self, other: Run) -> bool:
        return (self._first, self._last) >= (other._first, other._last) if isinstance(other, Run) else NotImplemented


def day_number(name: str, day: Date, /) -> int:
    """Return the day number of a date, 1970-01-01 being 0; raises TypeError, which names the argument, for all else.

    >>> day_number("first", Date(1403, 12, 30))
    20167
    """
    if isinstance(day, Date):
        return day.ordinal - EPOCH
    way = "; convert it with Date.from_gregorian" if isinstance(day, dt.date) else ""
    raise TypeError(f"{name} must be a shamsi.Date, got {shown(day)} ({type(day).__name__}){way}")
