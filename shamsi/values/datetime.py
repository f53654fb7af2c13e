"""`DateTime`: a day of the official Iranian calendar with a time, with or without a time zone."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ParseError, RangeError, ShamsiError, shown
from shamsi._guesses import needs_zone, offer
from shamsi._integers import integer
from shamsi.calendar import clock, kernel
from shamsi.calendar.zones import at, in_zone, settled, zone
from shamsi.formats.numeric import parse_iso
from shamsi.formats.writing import compiled
from shamsi.values.date import Date

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Any, ClassVar, Literal, Self, overload

    from shamsi.values.date import Overflow

    Timespec = Literal["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]

_RANGE = "0622-03-21T00:00..9999-12-31T23:59:59.999999"
_FIRST = kernel.EPOCH_ORDINAL + kernel.MIN_DAYS
_EXAMPLE = "1403-12-30T14:05:00+03:30"
_TIMESPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")
_KEPT: Any = object()  # a zone that is not given, where None means no zone


class DateTime:
    """A day of the official Iranian calendar and a time of day.

    From 0001-01-01T00:00 to 9378-10-10T23:59:59.999999. It holds a `datetime.datetime` and behaves
    like it: naive without a zone, aware with one; `fold` marks the second of two equal times; it is
    compared, hashed and subtracted the same way, but is never equal to one. Immutable. Raises
    DateError for fields that name no day or time, RangeError outside the calendar, TypeError for
    other types.

    >>> import zoneinfo
    >>> DateTime(1403, 12, 30, 14, 5, tzinfo=zoneinfo.ZoneInfo("Asia/Tehran")).isoformat()
    '1403-12-30T14:05:00+03:30'
    """

    __slots__ = ("_date", "_moment")
    __match_args__ = ("year", "month", "day", "hour", "minute", "second", "microsecond")

    if TYPE_CHECKING:
        _date: Date
        _moment: dt.datetime
        min: ClassVar[DateTime]
        max: ClassVar[DateTime]

    # Construction

    def __new__(  # noqa: D102, PLR0917 - see the class; the fields are ordered as in the standard library
        cls,
        year: int,
        month: int,
        day: int,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        *,
        tzinfo: dt.tzinfo | None = None,
        fold: int = 0,
    ) -> Self:
        date = Date(year, month, day)
        if not (tzinfo is None or isinstance(tzinfo, dt.tzinfo)):
            raise TypeError(
                f"tzinfo must be a datetime.tzinfo or None, got {shown(tzinfo)} "
                f"({type(tzinfo).__name__})"
            )
        time = clock.time(hour, minute, second, microsecond, fold)
        return cls._of(date, dt.datetime.combine(date.gregorian, time, tzinfo))

    @classmethod
    def _of(cls, date: Date, moment: dt.datetime) -> Self:
        """A date and the same moment in the standard library, which are not validated."""
        self = object.__new__(cls)
        self._date = date
        self._moment = moment
        return self

    @classmethod
    def from_gregorian(cls, moment: dt.datetime, /) -> Self:
        """Return the Solar Hijri date and time of a `datetime.datetime`, with its zone and fold.

        Raises RangeError before 0622-03-21, TypeError for anything else, ShamsiError for
        nanoseconds, which some subclasses have.

        >>> DateTime.from_gregorian(dt.datetime(2025, 3, 20, 14, 5))
        shamsi.DateTime(1403, 12, 30, 14, 5)
        """
        if not isinstance(moment, dt.datetime):
            raise TypeError(
                f"moment must be a datetime.datetime, got {shown(moment)} ({type(moment).__name__})"
            )
        if type(moment) is not dt.datetime:
            if getattr(moment, "nanosecond", 0):
                raise ShamsiError(
                    f"moment must not be finer than a microsecond, got {shown(moment)}"
                )
            moment = dt.datetime.combine(dt.date.fromordinal(moment.toordinal()), moment.timetz())
        if moment.toordinal() < _FIRST:
            raise RangeError(f"moment must be {_RANGE}, got {moment.isoformat()}")
        return cls._of(Date.from_ordinal(moment.toordinal()), moment)

    @classmethod
    def combine(cls, date: Date, time: dt.time, /, *, tzinfo: dt.tzinfo | None = _KEPT) -> Self:
        """Return a `Date` and a `datetime.time` combined, in the zone of the time or the one given.

        >>> DateTime.combine(Date(1403, 12, 30), dt.time(14, 5))
        shamsi.DateTime(1403, 12, 30, 14, 5)
        """
        if not isinstance(date, Date):
            raise TypeError(
                f"date must be a shamsi.Date, got {shown(date)} ({type(date).__name__})"
            )
        if not isinstance(time, dt.time):
            raise TypeError(
                f"time must be a datetime.time, got {shown(time)} ({type(time).__name__})"
            )
        plain = date if type(date) is Date else Date(date.year, date.month, date.day)
        return cls._of(
            plain,
            dt.datetime.combine(date.gregorian, time, time.tzinfo if tzinfo is _KEPT else tzinfo),
        )

    @classmethod
    @needs_zone('DateTime.now("Asia/Tehran")')
    def now(cls, tz: str | dt.tzinfo, /) -> Self:
        """Return the date and time that the clocks of a zone show now.

        The zone is a name of the IANA database or a `datetime.tzinfo`; the zone of the machine is
        never assumed.

        >>> DateTime.now("Asia/Tehran").tzinfo
        zoneinfo.ZoneInfo(key='Asia/Tehran')
        """
        return cls.from_gregorian(dt.datetime.now(zone(tz)))

    @classmethod
    @needs_zone('DateTime.from_timestamp(seconds, "Asia/Tehran")')
    def from_timestamp(cls, seconds: float, tz: str | dt.tzinfo, /) -> Self:
        """Return the date and time in a zone some seconds after 1970-01-01T00:00Z.

        A part of a second is rounded to the microsecond, a half to even. Raises RangeError outside
        the calendar, TypeError for anything but a number.

        >>> DateTime.from_timestamp(1742467500, "Asia/Tehran").isoformat()
        '1403-12-30T14:15:00+03:30'
        """
        return cls.from_gregorian(at(seconds, zone(tz)))

    # Reading text

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the date and time that `isoformat` wrote.

        The text is a date in ASCII digits, ``T`` or a blank, a time and perhaps an offset. The time
        has at least hours and minutes, the offset is ``Z`` or such as ``+03:30``; both may go down
        to the microsecond. Raises ParseError for other text and for the years 1700..2200, which
        look Gregorian; DateError and RangeError as `DateTime` does.

        >>> DateTime.fromisoformat("1403-12-30T14:05+03:30").tzinfo
        datetime.timezone(datetime.timedelta(seconds=12600))
        """
        from shamsi.formats.iso import split

        parts = split(text, example=_EXAMPLE)
        if parts.tags:
            raise ParseError(
                "text must not have tags in brackets; read it with DateTime.from_rfc9557, got "
                f"{shown(text)}"
            )
        return cls.combine(
            Date(*parse_iso(parts.day, kind="DateTime")), parts.time, tzinfo=parts.tzinfo
        )

    @classmethod
    def from_rfc9557(cls, text: str, /) -> Self:
        """Return the date and time that `to_rfc9557` or a browser wrote.

        The text is the ISO (Gregorian) date and time, the zone and the calendar. Raises ParseError
        for an offset that the zone does not have then, and for an unknown critical tag; other tags
        are ignored. An offset without a name becomes a fixed zone.

        >>> DateTime.from_rfc9557("2025-08-09T12:00+03:30[Asia/Tehran][u-ca=persian]")
        shamsi.DateTime(1404, 5, 18, 12, 0, tzinfo=zoneinfo.ZoneInfo(key='Asia/Tehran'))
        """
        from shamsi.formats.rfc9557 import read

        return cls.from_gregorian(read(text))

    @classmethod
    def strptime(
        cls,
        text: str,
        pattern: str,
        /,
        *,
        lang: str = "en",
        century: int | None = None,
        tz: str | dt.tzinfo | None = None,
    ) -> Self:
        """Return the date and time that `format` wrote by the pattern in the language.

        It reads as `Date.strptime` does. The text must have an hour; anything finer that it does
        not have is 0. The zone is ``tz``, or the offset in the text; if both are given they must
        agree. Raises as `Date.strptime` does.

        >>> DateTime.strptime("۳۰ اسفند ۱۴۰۳ ۰۲:۰۵ ب.ظ", "%d %B %Y %I:%M %p", lang="fa")
        shamsi.DateTime(1403, 12, 30, 14, 5)
        """
        from shamsi.formats.reading import read_moment

        return cls.from_gregorian(read_moment(text, pattern, lang, century, tz))

    # Fields

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

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).tzinfo
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
        """Return the day as a `Date`, which has its weekday, its place in the year and more.

        >>> DateTime(1403, 12, 30, 14, 5).date()
        shamsi.Date(1403, 12, 30)
        """
        return self._date

    def time(self) -> dt.time:
        """Return the time of day, with its fold and without the zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).time()
        datetime.time(14, 5)
        """
        return self._moment.time()

    def timetz(self) -> dt.time:
        """Return the time of day, with its fold and the zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).timetz()
        datetime.time(14, 5, tzinfo=datetime.timezone.utc)
        """
        return self._moment.timetz()

    def utcoffset(self) -> dt.timedelta | None:
        """Return how far the clocks of the zone are ahead of UTC; None without a zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).utcoffset()
        datetime.timedelta(0)
        """
        return self._moment.utcoffset()

    def dst(self) -> dt.timedelta | None:
        """Return the part of the offset that is daylight saving time.

        None without a zone, or if the zone does not say.

        >>> DateTime(1403, 12, 30, 14, 5).dst()
        """
        return self._moment.dst()

    def tzname(self) -> str | None:
        """Return the name of the zone's time then, often an abbreviation; None without a zone.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).tzname()
        'UTC'
        """
        return self._moment.tzname()

    def timestamp(self) -> float:
        """Return the seconds from 1970-01-01T00:00Z to the instant.

        Raises ShamsiError without a zone; the standard library assumes the zone of the machine.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).timestamp()
        1742479500.0
        """
        return self._aware().timestamp()

    def _aware(self) -> dt.datetime:
        """The moment; ShamsiError without a time zone."""
        if self._moment.utcoffset() is None:
            raise ShamsiError(
                "a DateTime without a time zone is not an instant: set one with "
                f"replace(tzinfo=…), got {self!r}"
            )
        return self._moment

    # Arithmetic and time zones

    def astimezone(self, tz: str | dt.tzinfo, /) -> Self:
        """Return the same instant as the clocks of another zone show it.

        Raises ShamsiError if this date-time has no zone, RangeError outside the calendar.

        >>> DateTime(1403, 12, 30, 14, 5, tzinfo=dt.UTC).astimezone("Asia/Tehran").isoformat()
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
        """Return the date-time some years to days later, then some hours to microseconds.

        The day is found as `Date.add` finds it, and the time of day stays the same. If the zone
        skips that time then, it moves on by what is skipped; if the zone has it twice, the first is
        taken. Hours and less are elapsed time: across a change of the clocks the time of day moves
        by more or less. Less than 0 goes back. Raises as `Date.add` does.

        >>> DateTime(1403, 6, 31, 14, 5).add(months=1, hours=10)
        shamsi.DateTime(1403, 8, 1, 0, 5)
        """
        elapsed = _elapsed(
            (integer("hours", hours) * 60 + integer("minutes", minutes)) * 60
            + integer("seconds", seconds),
            integer("microseconds", microseconds),
        )
        date = self._date.add(years=years, months=months, weeks=weeks, days=days, overflow=overflow)
        moment = self._moment
        if date != self._date:
            moment = dt.datetime.combine(date.gregorian, moment.timetz()).replace(fold=0)
        return self.from_gregorian(_later(settled(moment), elapsed))

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
        """Return the date-time some years to microseconds earlier: `add` with each of them negated.

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

    def replace(
        self,
        *,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        hour: int | None = None,
        minute: int | None = None,
        second: int | None = None,
        microsecond: int | None = None,
        tzinfo: dt.tzinfo | None = _KEPT,
        fold: int | None = None,
    ) -> Self:
        """Return the date-time with some fields replaced; raises as `DateTime` does.

        With ``tzinfo`` the time of day stays the same; None removes the zone.

        >>> DateTime(1403, 12, 30, 14, 5).replace(hour=9, tzinfo=dt.UTC).isoformat()
        '1403-12-30T09:05:00+00:00'
        """
        fields = (year, month, day, hour, minute, second, microsecond)
        return type(self)(
            *(
                getattr(self, name) if value is None else value
                for name, value in zip(self.__match_args__, fields, strict=True)
            ),
            tzinfo=self.tzinfo if tzinfo is _KEPT else tzinfo,
            fold=self.fold if fold is None else fold,
        )

    __replace__ = replace

    def __add__(self, other: dt.timedelta) -> Self:
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return self.from_gregorian(_sum(self._moment, other))

    __radd__ = __add__

    if TYPE_CHECKING:

        @overload
        def __sub__(self, other: DateTime) -> dt.timedelta: ...
        @overload
        def __sub__(self, other: dt.timedelta) -> Self: ...

    def __sub__(self, other: DateTime | dt.timedelta) -> dt.timedelta | Self:
        if isinstance(other, DateTime):
            return self._moment - other._moment
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return self + -other

    # Formatting

    def isoformat(self, sep: str = "T", timespec: Timespec = "auto") -> str:
        """Return date, time and offset, such as ``1403-12-30T14:05:00+03:30``.

        The arguments are those of the standard library; `str` has a blank for ``T``. Raises
        ShamsiError for another timespec.

        >>> DateTime(1403, 12, 30, 14, 5, 0, 5).isoformat()
        '1403-12-30T14:05:00.000005'
        """
        if timespec not in _TIMESPECS:
            raise ShamsiError(
                f"timespec must be one of {', '.join(map(repr, _TIMESPECS))}, got {shown(timespec)}"
            )
        return self._date.isoformat() + self._moment.isoformat(sep, timespec)[len("2025-03-20") :]

    def __str__(self) -> str:
        return self.isoformat(" ")

    def to_rfc9557(self) -> str:
        """Return it as RFC 9557 and browsers write it.

        That is the ISO (Gregorian) date and time, the zone and the calendar. The offset is rounded
        to the minute. Raises ShamsiError for a zone without a name or whole minutes.

        >>> import zoneinfo
        >>> noon = DateTime(1404, 5, 18, 12, tzinfo=zoneinfo.ZoneInfo("Asia/Tehran"))
        >>> noon.to_rfc9557()
        '2025-08-09T12:00:00+03:30[Asia/Tehran][u-ca=persian]'
        """
        from shamsi.formats.rfc9557 import write

        return write(self._moment)

    def format(self, pattern: str, *, lang: str = "en", digits: str | None = None) -> str:
        """Return it formatted by a strftime pattern, in ``en fa fa-AF prs ps ckb ar``.

        docs/reference/formatting.md lists the directives; those of the clock print the time.
        Languages, digits and errors are those of `Date.format`.

        >>> DateTime(1403, 12, 30, 14, 5).format("%-d %B %Y، %-I:%M %p", lang="fa")
        '۳۰ اسفند ۱۴۰۳، ۲:۰۵ ب.ظ'
        """
        date = self._date
        number = date.ordinal - kernel.EPOCH_ORDINAL
        return compiled(pattern, lang, digits).text(
            date.year, date.month, date.day, number, self._moment
        )

    def strftime(self, pattern: str, /) -> str:
        """Return it formatted by a strftime pattern, in English and ASCII digits.

        `format` has other languages.

        >>> DateTime(1403, 12, 30, 14, 5).strftime("%a %-d %b %Y %H:%M")
        'Thu 30 Esf 1403 14:05'
        """
        return self.format(pattern)

    def __format__(self, pattern: str) -> str:
        return self.format(pattern) if pattern else str(self)

    def __repr__(self) -> str:
        moment = self._moment
        fields = [
            self.year,
            self.month,
            self.day,
            moment.hour,
            moment.minute,
            moment.second,
            moment.microsecond,
        ]
        while len(fields) > 5 and not fields[-1]:
            del fields[-1]
        fold = ", fold=1" if moment.fold else ""
        tzinfo = f", tzinfo={moment.tzinfo!r}" if moment.tzinfo is not None else ""
        return f"shamsi.{type(self).__name__}({', '.join(map(str, fields))}{fold}{tzinfo})"

    # Comparison, hashing, pickling, pydantic

    def __eq__(self, other: object) -> bool:
        return self._moment == other._moment if isinstance(other, DateTime) else NotImplemented

    def __lt__(self, other: DateTime) -> bool:
        return self._moment < other._moment if isinstance(other, DateTime) else NotImplemented

    def __le__(self, other: DateTime) -> bool:
        return self._moment <= other._moment if isinstance(other, DateTime) else NotImplemented

    def __gt__(self, other: DateTime) -> bool:
        return self._moment > other._moment if isinstance(other, DateTime) else NotImplemented

    def __ge__(self, other: DateTime) -> bool:
        return self._moment >= other._moment if isinstance(other, DateTime) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._moment)

    def __reduce__(self) -> tuple[Any, ...]:
        moment = self._moment
        clock = (moment.hour, moment.minute, moment.second, moment.microsecond)
        return _restored, (
            type(self),
            (self.year, self.month, self.day, *clock),
            moment.fold,
            moment.tzinfo,
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi.values.schema import moment_schema

        return moment_schema(cls, handler)


def _restored(
    kind: type[DateTime], fields: tuple[int, ...], fold: int, tzinfo: dt.tzinfo | None
) -> DateTime:
    """The date-time of a pickle, which names this function; its fields are validated."""
    return kind(*fields, tzinfo=tzinfo, fold=fold)


def _elapsed(seconds: int, microseconds: int) -> dt.timedelta:
    try:
        return dt.timedelta(seconds=seconds, microseconds=microseconds)
    except OverflowError:
        raise RangeError(
            f"the sum must be {_RANGE}, and hours to microseconds less than 10**9 days"
        ) from None


def _later(moment: dt.datetime, elapsed: dt.timedelta) -> dt.datetime:
    """The moment after some time has elapsed, by the clocks of its zone."""
    if not elapsed or moment.tzinfo is None or moment.utcoffset() is None:
        return _sum(moment, elapsed)
    return in_zone(_sum(in_zone(moment, dt.UTC), elapsed), moment.tzinfo)


def _sum(moment: dt.datetime, span: dt.timedelta) -> dt.datetime:
    try:
        return moment + span
    except OverflowError:
        raise RangeError(f"the sum must be {_RANGE}, got {moment.isoformat()} and {span}") from None


DateTime.min = DateTime(1, 1, 1)
DateTime.max = DateTime(9378, 10, 10, 23, 59, 59, 999999)
offer(DateTime)
