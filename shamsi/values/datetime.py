"""A day of the official Iranian calendar with a time of day, in a time zone or in none."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ParseError, ShamsiError, shown
from shamsi._guesses import needs_zone, offer
from shamsi.calendar import clock, kernel
from shamsi.calendar.zones import at, zone
from shamsi.formats.numeric import parse_iso
from shamsi.formats.writing import compiled
from shamsi.values.date import Date
from shamsi.values.stepping import Stepping

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Any, ClassVar, Literal, Self

    Timespec = Literal["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]

_EXAMPLE = "1403-12-30T14:05:00+03:30"
_TIMESPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")
_KEPT: Any = object()  # stands for a zone that is not given, where None is one that is


class DateTime(Stepping):
    """A day of the official Iranian calendar and a time of day, 0001-01-01T00:00 .. 9378-10-10T23:59:59.999999.

    It holds a `datetime.datetime` and answers as that does: naive without a zone, aware with one; `fold` tells the
    second of two equal times; it is compared, hashed and subtracted as there, and is never equal to one. Immutable.
    Raises DateError for fields that name no day or time, RangeError outside the calendar, TypeError for other types.

    >>> import zoneinfo
    >>> DateTime(1403, 12, 30, 14, 5, tzinfo=zoneinfo.ZoneInfo("Asia/Tehran")).isoformat()
    '1403-12-30T14:05:00+03:30'
    """

    __slots__ = ()

    if TYPE_CHECKING:
        min: ClassVar[DateTime]
        max: ClassVar[DateTime]

    def __new__(  # noqa: D102, PLR0917 - the class says it; the fields in their order, as the standard library has them
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
            raise TypeError(f"tzinfo must be a datetime.tzinfo or None, got {shown(tzinfo)} ({type(tzinfo).__name__})")
        time = clock.time(hour, minute, second, microsecond, fold)
        return cls._of(date, dt.datetime.combine(date.gregorian, time, tzinfo))

    @classmethod
    def combine(cls, date: Date, time: dt.time, /, *, tzinfo: dt.tzinfo | None = _KEPT) -> Self:
        """Return a `Date` and a `datetime.time` as one, in the zone of the time or the one given.

        >>> DateTime.combine(Date(1403, 12, 30), dt.time(14, 5))
        shamsi.DateTime(1403, 12, 30, 14, 5)
        """
        if not isinstance(date, Date):
            raise TypeError(f"date must be a shamsi.Date, got {shown(date)} ({type(date).__name__})")
        if not isinstance(time, dt.time):
            raise TypeError(f"time must be a datetime.time, got {shown(time)} ({type(time).__name__})")
        plain = date if type(date) is Date else Date(date.year, date.month, date.day)
        return cls._of(plain, dt.datetime.combine(date.gregorian, time, time.tzinfo if tzinfo is _KEPT else tzinfo))

    @classmethod
    @needs_zone('DateTime.now("Asia/Tehran")')
    def now(cls, tz: str | dt.tzinfo, /) -> Self:
        """Return the date and time that the clocks of a zone show now.

        The zone is a name of the IANA database or a `datetime.tzinfo`, and never that of the machine by itself.

        >>> DateTime.now("Asia/Tehran").tzinfo
        zoneinfo.ZoneInfo(key='Asia/Tehran')
        """
        return cls.from_gregorian(dt.datetime.now(zone(tz)))

    @classmethod
    @needs_zone('DateTime.from_timestamp(seconds, "Asia/Tehran")')
    def from_timestamp(cls, seconds: float, tz: str | dt.tzinfo, /) -> Self:
        """Return the date and time that the clocks of a zone show some seconds after 1970-01-01T00:00Z.

        A part of a second is rounded to the microsecond, a half to even. Raises RangeError outside the calendar,
        TypeError for what is no number.

        >>> DateTime.from_timestamp(1742467500, "Asia/Tehran").isoformat()
        '1403-12-30T14:15:00+03:30'
        """
        return cls.from_gregorian(at(seconds, zone(tz)))

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the date and time that `isoformat` wrote: a date in ASCII digits, ``T`` or a blank, a time, an offset.

        The time has hours and minutes at least, the offset is ``Z`` or ``+03:30``, to the microsecond both. Raises
        ParseError for other text and for the years 1700..2200, which look Gregorian; DateError and RangeError as
        `DateTime` does.

        >>> DateTime.fromisoformat("1403-12-30T14:05+03:30").tzinfo
        datetime.timezone(datetime.timedelta(seconds=12600))
        """
        from shamsi.formats.iso import split

        parts = split(text, example=_EXAMPLE)
        if parts.tags:
            raise ParseError(
                f"text must not have tags in brackets; read it with DateTime.from_rfc9557, got {shown(text)}"
            )
        return cls.combine(Date(*parse_iso(parts.day, kind="DateTime")), parts.time, tzinfo=parts.tzinfo)

    @classmethod
    def from_rfc9557(cls, text: str, /) -> Self:
        """Return the date and time that `to_rfc9557` or a browser wrote: the ISO (Gregorian) date, zone and calendar.

        An offset that the zone has not then is a ParseError, as is a critical tag that is not known; other tags are
        passed over. An offset alone is a zone of its own.

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
        """Return the date and time of which `format` wrote the text by the pattern in the language.

        It reads as `Date.strptime` does; an hour must be there, what is finer than the text says is 0. The zone is
        ``tz``, or the offset that the text says; with both they must agree. Raises as `Date.strptime` does.

        >>> DateTime.strptime("۳۰ اسفند ۱۴۰۳ ۰۲:۰۵ ب.ظ", "%d %B %Y %I:%M %p", lang="fa")
        shamsi.DateTime(1403, 12, 30, 14, 5)
        """
        from shamsi.formats.reading import read_moment

        return cls.from_gregorian(read_moment(text, pattern, lang, century, tz))

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
        """Return it with other fields, or in another zone or none at the same time of day; raises as `DateTime` does.

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

    def isoformat(self, sep: str = "T", timespec: Timespec = "auto") -> str:
        """Return date, time and offset as ``1403-12-30T14:05:00+03:30``, arguments as in the standard library.

        `str` does so with a blank for ``T``. Raises ShamsiError for another timespec.

        >>> DateTime(1403, 12, 30, 14, 5, 0, 5).isoformat()
        '1403-12-30T14:05:00.000005'
        """
        if timespec not in _TIMESPECS:
            raise ShamsiError(f"timespec must be one of {', '.join(map(repr, _TIMESPECS))}, got {shown(timespec)}")
        return self._date.isoformat() + self._moment.isoformat(sep, timespec)[len("2025-03-20") :]

    def __str__(self) -> str:
        return self.isoformat(" ")

    def to_rfc9557(self) -> str:
        """Return the text that RFC 9557 and browsers have for it: the ISO (Gregorian) date, the zone, the calendar.

        An offset is rounded to the minute there. Raises ShamsiError for a zone without a name or whole minutes.

        >>> DateTime.combine(Date(1404, 5, 18), dt.time(12), tzinfo=zone("Asia/Tehran")).to_rfc9557()
        '2025-08-09T12:00:00+03:30[Asia/Tehran][u-ca=persian]'
        """
        from shamsi.formats.rfc9557 import write

        return write(self._moment)

    def format(self, pattern: str, *, lang: str = "en", digits: str | None = None) -> str:
        """Return it as a strftime pattern says, in ``en fa fa-AF prs ps ckb ar``: docs/reference/formatting.md.

        Languages, digits and errors are those of `Date.format`; the directives of the clock print the time.

        >>> DateTime(1403, 12, 30, 14, 5).format("%-d %B %Y، %-I:%M %p", lang="fa")
        '۳۰ اسفند ۱۴۰۳، ۲:۰۵ ب.ظ'
        """
        date = self._date
        number = date.ordinal - kernel.EPOCH_ORDINAL
        return compiled(pattern, lang, digits).text(date.year, date.month, date.day, number, self._moment)

    def strftime(self, pattern: str, /) -> str:
        """Return it as a strftime pattern says, in English and ASCII digits; `format` has other languages.

        >>> DateTime(1403, 12, 30, 14, 5).strftime("%a %-d %b %Y %H:%M")
        'Thu 30 Esf 1403 14:05'
        """
        return self.format(pattern)

    def __format__(self, pattern: str) -> str:
        return self.format(pattern) if pattern else str(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi.values.schema import moment_schema

        return moment_schema(cls, handler)

    def __reduce__(self) -> tuple[Any, ...]:
        moment = self._moment
        clock = (moment.hour, moment.minute, moment.second, moment.microsecond)
        return _restored, (type(self), (self.year, self.month, self.day, *clock), moment.fold, moment.tzinfo)


def _restored(kind: type[DateTime], fields: tuple[int, ...], fold: int, tzinfo: dt.tzinfo | None) -> DateTime:
    """What a pickle calls; the fields are validated as any."""
    return kind(*fields, tzinfo=tzinfo, fold=fold)


DateTime.min = DateTime(1, 1, 1)
DateTime.max = DateTime(9378, 10, 10, 23, 59, 59, 999999)
offer(DateTime)
