"""The facts of one date with a time: its fields, its zone, and its order among its kind."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import RangeError, ShamsiError, shown
from shamsi.calendar import kernel
from shamsi.values.date import Date

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Self

RANGE = "0622-03-21T00:00..9999-12-31T23:59:59.999999"
_FIRST = kernel.EPOCH_ORDINAL + kernel.MIN_DAYS


class Moment:
    """A date and the `datetime.datetime` of it, as they are: the floor that `DateTime` stands on."""

    __slots__ = ("_date", "_moment")
    __match_args__ = ("year", "month", "day", "hour", "minute", "second", "microsecond")

    if TYPE_CHECKING:
        _date: Date
        _moment: dt.datetime

    @classmethod
    def _of(cls, date: Date, moment: dt.datetime) -> Self:
        self = object.__new__(cls)
        self._date = date
        self._moment = moment
        return self

    @classmethod
    def from_gregorian(cls, moment: dt.datetime, /) -> Self:
        """Return the Solar Hijri date and time of a `datetime.datetime`, with its zone and fold.

        Raises RangeError before 0622-03-21, TypeError for anything else, ShamsiError for nanoseconds, which some
        subclasses have.

        >>> DateTime.from_gregorian(datetime.datetime(2025, 3, 20, 14, 5))
        shamsi.DateTime(1403, 12, 30, 14, 5)
        """
        if not isinstance(moment, dt.datetime):
            raise TypeError(f"moment must be a datetime.datetime, got {shown(moment)} ({type(moment).__name__})")
        if type(moment) is not dt.datetime:
            if getattr(moment, "nanosecond", 0):
                raise ShamsiError(f"moment must not be finer than a microsecond, got {shown(moment)}")
            moment = dt.datetime.combine(dt.date.fromordinal(moment.toordinal()), moment.timetz())
        if moment.toordinal() < _FIRST:
            raise RangeError(f"moment must be {RANGE}, got {moment.isoformat()}")
        return cls._of(Date.from_ordinal(moment.toordinal()), moment)

    @property
    def year(self) -> int:
        """The year, 1..9378.

        >>> DateTime(1403, 12, 30, 14, 5).year
        1403
        """
        return self._date.year

    @property
    def month(self) -> int:
        """The month, 1 (Farvardin) .. 12 (Esfand).

        >>> DateTime(1403, 12, 30, 14, 5).month
        12
        """
        return self._date.month

    @property
    def day(self) -> int:
        """The day of the month, 1..31.

        >>> DateTime(1403, 12, 30, 14, 5).day
        30
        """
        return self._date.day

    @property
    def hour(self) -> int:
        """The hour, 0..23.

        >>> DateTime(1403, 12, 30, 14, 5).hour
        14
        """
        return self._moment.hour

    @property
    def minute(self) -> int:
        """The minute, 0..59.

        >>> DateTime(1403, 12, 30, 14, 5).minute
        5
        """
        return self._moment.minute

    @property
    def second(self) -> int:
        """The second, 0..59.

        >>> DateTime(1403, 12, 30, 14, 5).second
        0
        """
        return self._moment.second

    @property
    def microsecond(self) -> int:
        """The microsecond, 0..999999.

        >>> DateTime(1403, 12, 30, 14, 5).microsecond
        0
        """
        return self._moment.microsecond

    @property
    def tzinfo(self) -> dt.tzinfo | None:
        """The time zone, or None.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).tzinfo
        datetime.timezone.utc
        """
        return self._moment.tzinfo

    @property
    def fold(self) -> int:
        """0, or 1 for the second of two times that the clocks of the zone show alike.

        >>> DateTime(1401, 6, 30, 23, 30, fold=1).fold
        1
        """
        return self._moment.fold

    @property
    def gregorian(self) -> dt.datetime:
        """The same date, time, zone and fold as a `datetime.datetime`.

        >>> DateTime(1403, 12, 30, 14, 5).gregorian
        datetime.datetime(2025, 3, 20, 14, 5)
        """
        return self._moment

    def date(self) -> Date:
        """Return the day as a `Date`, which knows its weekday, its place in the year and more.

        >>> DateTime(1403, 12, 30, 14, 5).date()
        shamsi.Date(1403, 12, 30)
        """
        return self._date

    def time(self) -> dt.time:
        """Return the time of day, with its fold and without the zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).time()
        datetime.time(14, 5)
        """
        return self._moment.time()

    def timetz(self) -> dt.time:
        """Return the time of day, with its fold and the zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).timetz()
        datetime.time(14, 5, tzinfo=datetime.timezone.utc)
        """
        return self._moment.timetz()

    def utcoffset(self) -> dt.timedelta | None:
        """Return what the clocks of the zone are ahead of UTC, to the second and less; None without a zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).utcoffset()
        datetime.timedelta(0)
        """
        return self._moment.utcoffset()

    def dst(self) -> dt.timedelta | None:
        """Return the part of the offset that is daylight saving time; None without a zone, or where it has none.

        >>> DateTime(1403, 12, 30, 14, 5).dst()
        """
        return self._moment.dst()

    def tzname(self) -> str | None:
        """Return what the zone calls its time then, often an abbreviation; None without a zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).tzname()
        'UTC'
        """
        return self._moment.tzname()

    def timestamp(self) -> float:
        """Return the seconds from 1970-01-01T00:00Z to the instant.

        Raises ShamsiError without a zone, where the standard library would take that of the machine.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=datetime.UTC).timestamp()
        1742479500.0
        """
        return self._aware().timestamp()

    def _aware(self) -> dt.datetime:
        if self._moment.utcoffset() is None:
            raise ShamsiError(
                f"a DateTime without a time zone is not an instant: set one with replace(tzinfo=…), got {self!r}"
            )
        return self._moment

    def __repr__(self) -> str:
        moment = self._moment
        fields = [self.year, self.month, self.day, moment.hour, moment.minute, moment.second, moment.microsecond]
        while len(fields) > 5 and not fields[-1]:
            del fields[-1]
        fold = ", fold=1" if moment.fold else ""
        tzinfo = f", tzinfo={moment.tzinfo!r}" if moment.tzinfo is not None else ""
        return f"shamsi.{type(self).__name__}({', '.join(map(str, fields))}{fold}{tzinfo})"

    def __hash__(self) -> int:
        return hash(self._moment)

    def __eq__(self, other: object) -> bool:
        return self._moment == other._moment if isinstance(other, Moment) else NotImplemented

    def __lt__(self, other: Moment) -> bool:
        return self._moment < other._moment if isinstance(other, Moment) else NotImplemented

    def __le__(self, other: Moment) -> bool:
        return self._moment <= other._moment if isinstance(other, Moment) else NotImplemented

    def __gt__(self, other: Moment) -> bool:
        return self._moment > other._moment if isinstance(other, Moment) else NotImplemented

    def __ge__(self, other: Moment) -> bool:
        return self._moment >= other._moment if isinstance(other, Moment) else NotImplemented
