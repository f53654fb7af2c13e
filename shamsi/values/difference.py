"""A span of the calendar in years, months and days."""

from __future__ import annotations

from shamsi._errors import ShamsiError
from shamsi._integers import integer

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self


class Difference:
    """Years, months and days between two dates, all of one sign.

    Twelve months become a year, days stay days. Immutable and hashable; equal if the three are. It
    is added to a date by ``+`` and subtracted by ``-``, with the last day of a month that is too
    short; ``**`` turns it into the keywords of `Date.add`. Raises ShamsiError if signs differ,
    TypeError for anything but integers (a bool is not one).

    >>> Difference(months=14, days=3)
    shamsi.Difference(years=1, months=2, days=3)
    """

    __slots__ = ("_all",)
    __match_args__ = ("years", "months", "days")

    if TYPE_CHECKING:
        _all: tuple[int, int, int]

    def __new__(cls, years: int = 0, months: int = 0, days: int = 0) -> Self:  # noqa: D102 - see the class
        years, months, days = (
            integer("years", years),
            integer("months", months),
            integer("days", days),
        )
        if min(years, months, days) < 0 < max(years, months, days):
            raise ShamsiError(
                "years, months and days must be all of one sign, "
                f"got {cls.__name__}(years={years}, months={months}, days={days})"
            )
        months += 12 * years
        sign = -1 if months < 0 else 1
        self = object.__new__(cls)
        self._all = (months * sign // 12 * sign, months * sign % 12 * sign, days)
        return self

    @property
    def years(self) -> int:
        """The whole years.

        >>> Difference(months=-14).years
        -1
        """
        return self._all[0]

    @property
    def months(self) -> int:
        """The whole months in addition to the years, -11..11.

        >>> Difference(months=-14).months
        -2
        """
        return self._all[1]

    @property
    def days(self) -> int:
        """The days in addition to years and months.

        >>> Difference(months=1, days=45).days
        45
        """
        return self._all[2]

    def keys(self) -> tuple[str, str, str]:
        """Return the names of the parts, so that ``**`` and `dict` accept a difference.

        >>> dict(Difference(1, 2, 3))
        {'years': 1, 'months': 2, 'days': 3}
        """
        return self.__match_args__

    def __getitem__(self, name: str) -> int:
        if name not in self.__match_args__:
            raise KeyError(name)
        return self._all[self.__match_args__.index(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self.__match_args__)

    def __neg__(self) -> Self:
        years, months, days = self._all
        return type(self)(-years, -months, -days)

    def __bool__(self) -> bool:
        return any(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == other._all if isinstance(other, Difference) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        years, months, days = self._all
        return f"shamsi.{type(self).__name__}(years={years}, months={months}, days={days})"

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int]]:
        return type(self), self._all
