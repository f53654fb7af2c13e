"""A day of the official Iranian calendar as a value."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi import _format, _kernel
from shamsi._errors import RangeError, shown
from shamsi._integers import integer, whole_days
from shamsi._writing import compiled

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self, overload

_MIN_ORDINAL = _kernel.EPOCH_ORDINAL + _kernel.MIN_DAYS
_MAX_ORDINAL = _kernel.EPOCH_ORDINAL + _kernel.MAX_DAYS


class Date:
    """A day of the official Iranian (Solar Hijri) calendar, 0001-01-01..9378-10-10.

    Immutable, hashable and ordered among its own kind; never equal to a `datetime.date`. Any real day is taken, so
    `Date(2025, 1, 1)` is a day of the year 2646 CE. Raises DateError for fields that name no day, RangeError outside
    0622-03-21..9999-12-31, TypeError for what is not an integer (a bool is not). `certainty` says how sure a year is.

    >>> Date(1403, 12, 30).gregorian
    datetime.date(2025, 3, 20)
    """

    __slots__ = ("_days", "_fields")
    __match_args__ = ("year", "month", "day")

    if TYPE_CHECKING:
        _days: int
        _fields: tuple[int, int, int]
        min: ClassVar[Date]
        max: ClassVar[Date]

    def __new__(cls, year: int, month: int, day: int) -> Self:
        if not type(year) is type(month) is type(day) is int:
            year, month, day = integer("year", year), integer("month", month), integer("day", day)
        if not _kernel.is_valid(year, month, day):
            raise _format.refusal(year, month, day)
        return cls._of(_kernel.days(year, month, day), (year, month, day))

    @classmethod
    def _of(cls, days: int, fields: tuple[int, int, int]) -> Self:
        self = object.__new__(cls)
        self._days = days
        self._fields = fields
        return self

    @classmethod
    def from_gregorian(cls, date: dt.date, /) -> Self:
        """Return the Solar Hijri date of a `datetime.date`.

        Raises RangeError before 0622-03-21 and TypeError for a `datetime.datetime`, whose time would be lost.

        >>> Date.from_gregorian(dt.date(2025, 3, 20))
        shamsi.Date(1403, 12, 30)
        """
        if isinstance(date, dt.datetime):
            raise TypeError("date must be a datetime.date, got a datetime.datetime; take its day with .date()")
        if not isinstance(date, dt.date):
            raise TypeError(f"date must be a datetime.date, got {shown(date)} ({type(date).__name__})")
        if date.toordinal() < _MIN_ORDINAL:
            raise RangeError(f"date must be 0622-03-21..9999-12-31, got {date.isoformat()}")
        return cls.from_ordinal(date.toordinal())

    @classmethod
    def from_ordinal(cls, ordinal: int, /) -> Self:
        """Return the date of a proleptic Gregorian ordinal, as `datetime.date.toordinal` counts.

        Raises RangeError outside 226895..3652059.

        >>> Date.from_ordinal(739330)
        shamsi.Date(1403, 12, 30)
        """
        ordinal = integer("ordinal", ordinal)
        if not _MIN_ORDINAL <= ordinal <= _MAX_ORDINAL:
            allowed = f"{_MIN_ORDINAL}..{_MAX_ORDINAL} (0622-03-21..9999-12-31)"
            raise RangeError(f"ordinal must be {allowed}, got {shown(ordinal)}")
        days = ordinal - _kernel.EPOCH_ORDINAL
        return cls._of(days, _kernel.fields(days))

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Return the date written in numbers, year first: any of three digit sets, ``-``, ``/`` or ``.`` between.

        Raises ParseError for other text and for the years 1700..2200, which look Gregorian; DateError and RangeError
        as `Date` does.

        >>> Date.parse("۱۴۰۳/۱۲/۳۰")
        shamsi.Date(1403, 12, 30)
        """
        return cls(*_format.parse_numeric(text))

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the date that `isoformat` wrote: YYYY-MM-DD in ASCII digits, nothing else.

        Raises as `parse` does, so the years 1700..2200 do not come back from text: build those from numbers.

        >>> Date.fromisoformat("1403-12-30")
        shamsi.Date(1403, 12, 30)
        """
        return cls(*_format.parse_iso(text))

    @classmethod
    def strptime(cls, text: str, pattern: str, /, *, lang: str = "en", century: int | None = None) -> Self:
        """Return the date of which `format` wrote the text by the pattern in the language, in any of three digit sets.

        Names are read in every spelling of the language. Two digits of a year (``%y``) are read with ``century``, the
        first of the hundred years that they may mean. Raises ParseError where the text does not match, its parts
        contradict each other or name no whole day, or only numbers stand there and the year is 1700..2200; DateError,
        RangeError and ShamsiError as `Date` and `format` do.

        >>> Date.strptime("پنج‌شنبه ۳۰ اسفند ۱۴۰۳", "%A %d %B %Y", lang="fa")
        shamsi.Date(1403, 12, 30)
        """
        from shamsi._reading import read

        return cls(*read(text, pattern, lang, century))

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

    def isoformat(self) -> str:
        """Return the date as YYYY-MM-DD, in ASCII digits; `str` does the same.

        >>> Date(1403, 12, 30).isoformat()
        '1403-12-30'
        """
        return _format.to_iso(*self._fields)

    __str__ = isoformat

    def format(self, pattern: str, *, lang: str = "en", digits: str | None = None) -> str:
        """Return the date as a strftime pattern says, in ``en fa fa-AF prs ps ckb ar``; docs/formatting.md has all.

        The digits are ``latn``, ``arabext`` (۱۲۳) or ``arab`` (١٢٣), by default those of the language. Raises
        ShamsiError for an unknown directive, language or numbering system, and lists what is allowed.

        >>> Date(1403, 12, 30).format("%A %d %B %Y", lang="fa")
        'پنجشنبه ۳۰ اسفند ۱۴۰۳'
        """
        return compiled(pattern, lang, digits).text(*self._fields, self._days)

    def strftime(self, pattern: str, /) -> str:
        """Return the date as a strftime pattern says, in English and ASCII digits; `format` has other languages.

        >>> Date(1403, 12, 30).strftime("%a %-d %b %Y")
        'Thu 30 Esf 1403'
        """
        return compiled(pattern, "en", None).text(*self._fields, self._days)

    def __format__(self, pattern: str) -> str:
        return self.strftime(pattern) if pattern else self.isoformat()

    def __repr__(self) -> str:
        return f"shamsi.{type(self).__name__}{self._fields}"

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int]]:
        return type(self), self._fields

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi._schema import day_schema

        return day_schema(cls, handler)

    def __hash__(self) -> int:
        return hash(self._fields)

    def __eq__(self, other: object) -> bool:
        return self._days == other._days if isinstance(other, Date) else NotImplemented

    def __lt__(self, other: Date) -> bool:
        return self._days < other._days if isinstance(other, Date) else NotImplemented

    def __le__(self, other: Date) -> bool:
        return self._days <= other._days if isinstance(other, Date) else NotImplemented

    def __gt__(self, other: Date) -> bool:
        return self._days > other._days if isinstance(other, Date) else NotImplemented

    def __ge__(self, other: Date) -> bool:
        return self._days >= other._days if isinstance(other, Date) else NotImplemented

    def __add__(self, other: dt.timedelta) -> Self:
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return self.from_ordinal(self.ordinal + whole_days(other))

    __radd__ = __add__

    if TYPE_CHECKING:

        @overload
        def __sub__(self, other: Date) -> dt.timedelta: ...
        @overload
        def __sub__(self, other: dt.timedelta) -> Self: ...

    def __sub__(self, other: Date | dt.timedelta) -> dt.timedelta | Self:
        if isinstance(other, Date):
            return dt.timedelta(self._days - other._days)
        if not isinstance(other, dt.timedelta):
            return NotImplemented
        return self.from_ordinal(self.ordinal - whole_days(other))


Date.min = Date(1, 1, 1)
Date.max = Date(9378, 10, 10)
