"""A day of the official Iranian calendar as a value."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import RangeError, ShamsiError, shown
from shamsi._guesses import needs_zone, offer
from shamsi._integers import integer, whole_days
from shamsi.calendar.eras import offset
from shamsi.calendar.kernel import EPOCH_ORDINAL, MIN_DAYS, day_number, fields
from shamsi.calendar.weeks import day_in_week
from shamsi.formats import numbers, numeric
from shamsi.formats.numeric import ISO_REST, ISO_YEARS
from shamsi.formats.writing import compiled
from shamsi.values.arithmetic import steps
from shamsi.values.difference import Difference
from shamsi.values.moving import Moving

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, ClassVar, Self

    from shamsi.values.day import Era, Rule

# names of this module are found faster than attributes of others, and every conversion needs these
_new, _GREGORIAN = object.__new__, dt.date


class Date(Moving):
    """A day of the official Iranian (Solar Hijri) calendar, 0001-01-01..9378-10-10.

    Immutable, hashable and ordered among its own kind; never equal to a `datetime.date`. Any real day is taken, so
    `Date(2025, 1, 1)` is a day of the year 2646 CE. Raises DateError for fields that name no day, RangeError outside
    0622-03-21..9999-12-31, TypeError for what is not an integer (a bool is not). `certainty` says how sure a year is.

    >>> Date(1403, 12, 30).gregorian
    datetime.date(2025, 3, 20)
    """

    __slots__ = ()

    if TYPE_CHECKING:
        min: ClassVar[Date]
        max: ClassVar[Date]

    def __new__(cls, year: int, month: int, day: int) -> Self:  # noqa: D102 - the class says it
        if not type(year) is type(month) is type(day) is int:
            year, month, day = integer("year", year), integer("month", month), integer("day", day)
        number = day_number(year, month, day)
        if number is None:
            raise numeric.refusal(year, month, day)
        self = _new(cls)
        self._days = number
        self._fields = (year, month, day)
        return self

    @classmethod
    def from_gregorian(cls, date: dt.date, /) -> Self:
        """Return the Solar Hijri date of a `datetime.date`.

        Raises RangeError before 0622-03-21 and TypeError for a `datetime.datetime`, whose time would be lost.

        >>> Date.from_gregorian(dt.date(2025, 3, 20))
        shamsi.Date(1403, 12, 30)
        """
        if type(date) is not _GREGORIAN:
            _check_gregorian(date)
        number = date.toordinal() - EPOCH_ORDINAL
        if number < MIN_DAYS:
            raise RangeError(f"date must be 0622-03-21..9999-12-31, got {date.isoformat()}")
        self = _new(cls)
        self._days = number
        self._fields = fields(number)
        return self

    @classmethod
    def from_ordinal(cls, ordinal: int, /) -> Self:
        """Return the date of a proleptic Gregorian ordinal, as `datetime.date.toordinal` counts.

        Raises RangeError outside 226895..3652059.

        >>> Date.from_ordinal(739330)
        shamsi.Date(1403, 12, 30)
        """
        return cls._at(integer("ordinal", ordinal) - EPOCH_ORDINAL)

    @classmethod
    def from_week(cls, year: int, week: int, weekday: int, /, *, rule: Rule = "cldr") -> Self:
        """Return the date of a weekday (Monday 1 .. Sunday 7) in a week of a year, as `week_of_year` counts by a rule.

        Raises DateError for a week or a day in it that the year does not have, ShamsiError for another rule.

        >>> Date.from_week(1404, 1, 4)
        shamsi.Date(1403, 12, 30)
        """
        year, week, weekday = integer("year", year), integer("week", week), integer("weekday", weekday)
        return cls._at(day_in_week(year, week, weekday, rule))

    @classmethod
    @needs_zone('Date.today("Asia/Tehran")')
    def today(cls, tz: str | dt.tzinfo) -> Self:
        """Return the date that it is now in a time zone, given by its IANA name or as a `datetime.tzinfo`.

        No zone is taken for granted. Raises ShamsiError for a name that the database of zones does not have.

        >>> Date.today("Asia/Tehran") in (Date.today(dt.UTC), Date.today(dt.UTC) + dt.timedelta(1))
        True
        """
        from shamsi.calendar.zones import zone

        return cls.from_gregorian(dt.datetime.now(zone(tz)).date())

    @classmethod
    def range(cls, start: Date, stop: Date, /, step: int | dt.timedelta | Difference = 1) -> Iterator[Self]:
        """Return the dates from a first to before a last, as `range` does, by a step of days or of years and months.

        Months are counted from the first date each time, so a short month does not shorten those behind it; a step
        less than 0 goes back. Raises ShamsiError for a step of 0 or of parts of days.

        >>> list(Date.range(Date(1403, 11, 30), Date(1404, 2, 30), Difference(months=1)))
        [shamsi.Date(1403, 11, 30), shamsi.Date(1403, 12, 30), shamsi.Date(1404, 1, 30)]
        """
        for name, end in (("start", start), ("stop", stop)):
            if not isinstance(end, Date):
                raise TypeError(f"{name} must be a shamsi.Date, got {shown(end)} ({type(end).__name__})")
        return map(cls._at, steps(start._fields, stop._days, *_step(step)))

    @classmethod
    def parse(cls, text: str, /, *, century: int | None = None, era: Era | None = None) -> Self:
        """Return the date written in numbers or in words, in any of six languages and three digit sets.

        A month may be a name or a number, the year stand first or last, a weekday and an era beside. Two digits of a
        year are read with ``century``, the first of the hundred years that they may mean; ``era`` says what years are
        counted in, as `era_year` does. Raises ParseError for other text, for what has two readings, and for the years
        1700..2200 without an era, which look Gregorian; DateError and RangeError as `Date` does.

        >>> Date.parse("۱۴۰۳/۱۲/۳۰") == Date.parse("پنج‌شنبه ۳۰ اسفند ۱۴۰۳") == Date.parse("30 Esfand 1403")
        True
        >>> Date.parse("99/7/1", century=1350), Date.parse("1 Farvardin 2535", era="imperial")
        (shamsi.Date(1399, 7, 1), shamsi.Date(1355, 1, 1))
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
        ahead = None if era is None else offset(era)
        if numbers.is_numeric(text):
            return cls(*numbers.parse(text, century, ahead))
        from shamsi.formats.words import parse

        return cls(*parse(text, century, ahead))

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the date that `isoformat` wrote: YYYY-MM-DD in ASCII digits, nothing else.

        Raises as `parse` does, so the years 1700..2200 do not come back from text: build those from numbers.

        >>> Date.fromisoformat("1403-12-30")
        shamsi.Date(1403, 12, 30)
        """
        found = numeric.parse_iso(text)
        number = day_number(*found)
        if number is None:
            raise numeric.refusal(*found)
        return cls._of(number, found)

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
        from shamsi.formats.reading import read

        return cls(*read(text, pattern, lang, century))

    def isoformat(self) -> str:
        """Return the date as YYYY-MM-DD, in ASCII digits; `str` does the same.

        >>> Date(1403, 12, 30).isoformat()
        '1403-12-30'
        """
        year, month, day = self._fields
        return ISO_YEARS[year] + ISO_REST[month][day]

    __str__ = isoformat

    def format(self, pattern: str, *, lang: str = "en", digits: str | None = None) -> str:
        """Return the date as a strftime pattern says, in ``en fa fa-AF prs ps ckb ar``: docs/reference/formatting.md.

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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi.values.schema import day_schema

        return day_schema(cls, handler)


def _check_gregorian(date: object) -> None:
    """Refuse what is no `datetime.date`, or more than that; its other subclasses are as good."""
    if isinstance(date, dt.datetime):
        raise TypeError("date must be a datetime.date, got a datetime.datetime; take its day with .date()")
    if not isinstance(date, dt.date):
        raise TypeError(f"date must be a datetime.date, got {shown(date)} ({type(date).__name__})")


def _step(step: int | dt.timedelta | Difference) -> tuple[int, int]:
    """The months and days of a step."""
    months = 0
    if isinstance(step, Difference):
        months, days = 12 * step.years + step.months, step.days
    elif isinstance(step, dt.timedelta):
        days = whole_days(step)
    elif isinstance(step, bool) or not hasattr(step, "__index__"):
        raise TypeError(f"step must be an int, a timedelta or a Difference, got {shown(step)} ({type(step).__name__})")
    else:
        days = integer("step", step)
    if not (months or days):
        raise ShamsiError(f"step must not be 0, got {shown(step)}")
    return months, days


Date.min = Date(1, 1, 1)
Date.max = Date(9378, 10, 10)
offer(Date)
