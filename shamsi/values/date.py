"""`Date`: a day of the official Iranian calendar as a value."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import datetime as dt

from shamsi._errors import DateError, RangeError, ShamsiError, shown
from shamsi._guesses import needs_zone, offer
from shamsi._integers import integer, whole_days
from shamsi.calendar import kernel
from shamsi.calendar.eras import offset
from shamsi.calendar.kernel import EPOCH_ORDINAL, MAX_DAYS, MIN_DAYS, day_number, fields
from shamsi.calendar.weeks import day_in_week, unknown, week, year_and_week
from shamsi.formats import numbers, numeric
from shamsi.formats.numeric import ISO_REST, ISO_YEARS
from shamsi.formats.writing import compiled
from shamsi.values.arithmetic import later, months_between, months_later, steps
from shamsi.values.difference import Difference
from shamsi.values.units import around

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, ClassVar, Literal, Self, overload

    from shamsi.values.islamic import IslamicDate

    Era = Literal["solar-hijri", "imperial", "kurdish-700", "kurdish-612"]
    Reckoning = Literal["tabular", "umm-al-qura", "islamic-civil", "islamic-umalqura"]
    Overflow = Literal["clamp", "raise"]
    Rule = Literal["cldr", "jdatetime"]
    Unit = Literal["day", "week", "month", "season", "half", "year", "decade"]

# Every conversion needs these, and a global is faster to look up than an attribute of a module.
_new, _GREGORIAN, _from_ordinal = object.__new__, dt.date, dt.date.fromordinal


class Date:
    """A day of the official Iranian (Solar Hijri) calendar, 0001-01-01..9378-10-10.

    Immutable, hashable and ordered among dates of this type; never equal to a `datetime.date`. Any
    real day is accepted, so `Date(2025, 1, 1)` is a day of the year 2646 CE. Raises DateError for
    fields that name no day, RangeError outside 0622-03-21..9999-12-31, TypeError for anything but
    integers (a bool is not one). `certainty` reports how sure the calendar of a year is.

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

    # Construction

    def __new__(cls, year: int, month: int, day: int) -> Self:  # noqa: D102 - see the class
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
    def _of(cls, days: int, fields: tuple[int, int, int]) -> Self:
        """The day of a day number and its fields, which are not validated."""
        self = _new(cls)
        self._days = days
        self._fields = fields
        return self

    @classmethod
    def _at(cls, days: int) -> Self:
        """The day of a day number; RangeError outside 0622-03-21..9999-12-31."""
        if not MIN_DAYS <= days <= MAX_DAYS:
            first, last = MIN_DAYS + EPOCH_ORDINAL, MAX_DAYS + EPOCH_ORDINAL
            got = shown(days + EPOCH_ORDINAL)
            raise RangeError(f"ordinal must be {first}..{last} (0622-03-21..9999-12-31), got {got}")
        return cls._of(days, fields(days))

    @classmethod
    def from_gregorian(cls, date: dt.date, /) -> Self:
        """Return the Solar Hijri date of a `datetime.date`.

        Raises RangeError before 0622-03-21 and TypeError for a `datetime.datetime`, whose time
        would be lost.

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
        """Return the date of a weekday (Monday 1 .. Sunday 7) in a week of a year.

        Weeks are counted by a rule, as in `week_of_year`. Raises DateError for a week, or a day in
        it, that the year does not have, ShamsiError for another rule.

        >>> Date.from_week(1404, 1, 4)
        shamsi.Date(1403, 12, 30)
        """
        year, week, weekday = (
            integer("year", year),
            integer("week", week),
            integer("weekday", weekday),
        )
        return cls._at(day_in_week(year, week, weekday, rule))

    @classmethod
    def from_islamic(
        cls, year: int, month: int, day: int, reckoning: Reckoning = "tabular"
    ) -> Self:
        """Return the date of a lunar Hijri day, which is counted by a reckoning.

        ``"tabular"`` (CLDR's ``islamic-civil``) counts the years 1..9666 by arithmetic;
        ``"umm-al-qura"`` (``islamic-umalqura``) is the civil calendar of Saudi Arabia, 1343..1500.
        A month that was observed may begin a day or two from both. Raises DateError for fields that
        name no day of the reckoning, RangeError for a year that it does not have, ShamsiError for
        another reckoning, TypeError for anything but integers.

        >>> Date.from_islamic(1447, 1, 5)
        shamsi.Date(1404, 4, 10)
        >>> Date.from_islamic(1447, 1, 5, reckoning="umm-al-qura")
        shamsi.Date(1404, 4, 9)
        """
        from shamsi.values.islamic import day_number as lunar_day_number

        return cls._at(lunar_day_number(year, month, day, reckoning))

    @classmethod
    @needs_zone('Date.today("Asia/Tehran")')
    def today(cls, tz: str | dt.tzinfo) -> Self:
        """Return today's date in a time zone, given by its IANA name or as a `datetime.tzinfo`.

        There is no default zone. Raises ShamsiError for a name that is not in the database of
        time zones.

        >>> Date.today("Asia/Tehran") in (Date.today(dt.UTC), Date.today(dt.UTC) + dt.timedelta(1))
        True
        """
        from shamsi.calendar.zones import zone

        return cls.from_gregorian(dt.datetime.now(zone(tz)).date())

    @classmethod
    def range(
        cls, start: Date, stop: Date, /, step: int | dt.timedelta | Difference = 1
    ) -> Iterator[Self]:
        """Return the dates from `start` to before `stop`, by a step of days or of years and months.

        Months are counted from the first date each time, so a short month does not shorten those
        after it; a step less than 0 goes back. Raises ShamsiError for a step of 0 or of parts of
        days.

        >>> list(Date.range(Date(1403, 11, 30), Date(1404, 2, 30), Difference(months=1)))
        [shamsi.Date(1403, 11, 30), shamsi.Date(1403, 12, 30), shamsi.Date(1404, 1, 30)]
        """
        for name, end in (("start", start), ("stop", stop)):
            if not isinstance(end, Date):
                raise TypeError(
                    f"{name} must be a shamsi.Date, got {shown(end)} ({type(end).__name__})"
                )
        return map(cls._at, steps(start._fields, stop._days, *_step(step)))

    # Reading text

    @classmethod
    def parse(cls, text: str, /, *, century: int | None = None, era: Era | None = None) -> Self:
        """Return the date in numbers or words, in any of six languages and three digit sets.

        A month may be a name or a number, day and year may be words, the year first or last, with a
        weekday and an era. Two digits of a year are read with ``century``, the first of the hundred
        years that they may mean; ``era`` says what years are counted in, as `era_year` does. Raises
        ParseError for other text, for what has two readings, and, without an era, for the years
        1700..2200, which look Gregorian, and 2500..2537, which look Imperial; DateError and
        RangeError as `Date` does.

        >>> Date.parse("۱۴۰۳/۱۲/۳۰") == Date.parse("پنج‌شنبه ۳۰ اسفند ۱۴۰۳")
        True
        >>> Date.parse("30 Esfand 1403")
        shamsi.Date(1403, 12, 30)
        >>> Date.parse("99/7/1", century=1350), Date.parse("1 Farvardin 2535", era="imperial")
        (shamsi.Date(1399, 7, 1), shamsi.Date(1355, 1, 1))
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
        ahead = None if era is None else offset(era)
        if numbers.is_numeric(text):
            return cls(*numbers.parse(text, century, ahead))
        from shamsi.text.phrase.days import read as read_words

        return cls(*read_words(text, century, ahead))

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the date that `isoformat` wrote: YYYY-MM-DD in ASCII digits, nothing else.

        Raises as `parse` does, so the years 1700..2200 are not read back: build those dates from
        numbers.

        >>> Date.fromisoformat("1403-12-30")
        shamsi.Date(1403, 12, 30)
        """
        found = numeric.parse_iso(text)
        number = day_number(*found)
        if number is None:
            raise numeric.refusal(*found)
        return cls._of(number, found)

    @classmethod
    def strptime(
        cls, text: str, pattern: str, /, *, lang: str = "en", century: int | None = None
    ) -> Self:
        """Return the date that `format` wrote by the pattern in the language, in three digit sets.

        Names are read in every spelling of the language. Two digits of a year (``%y``) are read
        with ``century``, the first of the hundred years that they may mean. Raises ParseError if
        the text does not match, if its parts contradict each other or do not name a whole day, or
        if it has only numbers and the year is 1700..2200; DateError, RangeError and ShamsiError as
        `Date` and `format` do.

        >>> Date.strptime("پنج‌شنبه ۳۰ اسفند ۱۴۰۳", "%A %d %B %Y", lang="fa")
        shamsi.Date(1403, 12, 30)
        """
        from shamsi.formats.reading import read

        return cls(*read(text, pattern, lang, century))

    # Fields

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

    def islamic(self, reckoning: Reckoning = "tabular") -> IslamicDate:
        """Return the lunar Hijri date of the day, with the reckoning that counts it.

        The reckonings are those of `from_islamic`, which reads the answer back:
        ``Date.from_islamic(*day.islamic())``. Raises RangeError for a day that the reckoning does
        not have (``"tabular"`` begins on 0622-07-19, ``"umm-al-qura"`` is 1924-08-01..2077-11-16),
        ShamsiError for another reckoning.

        >>> Date(1404, 4, 9).islamic()
        shamsi.IslamicDate(1447, 1, 4, 'tabular')
        >>> f"{Date(1404, 4, 9).islamic('umm-al-qura'):%-d %B %Y}"
        '5 Muharram 1447'
        """
        from shamsi.values.islamic import of_day

        return of_day(self._days, reckoning)

    @property
    def ordinal(self) -> int:
        """The proleptic Gregorian ordinal of the day, as `datetime.date.toordinal` counts.

        >>> Date(1403, 12, 30).ordinal
        739330
        """
        return self._days + EPOCH_ORDINAL

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
        """The quarter of the year, 1..4, which is its season; `fiscal_year` counts other years.

        >>> Date(1403, 12, 30).quarter
        4
        """
        return self.season

    def fiscal_year(self, *, first_month: int) -> int:
        """Return the fiscal year of the day, named by the year in which it ends.

        It begins with ``first_month``; Afghanistan's begins with month 10. Raises DateError for a
        month outside 1..12.

        >>> day = Date(1403, 10, 1)
        >>> day.fiscal_year(first_month=10), day.fiscal_year(first_month=1)
        (1404, 1403)
        """
        first_month = integer("first_month", first_month)
        if not 1 <= first_month <= 12:
            raise DateError(f"first_month must be 1..12, got {shown(first_month)}")
        return self.year + (1 < first_month <= self.month)

    def week_of_year(self, rule: Rule = "cldr") -> int:
        """Return the week, from Saturday; week 1 is the one of 1 Farvardin.

        By the rule ``"cldr"`` all weeks have seven days, so the last days of Esfand may be in week
        1 of the next `week_year`. By ``"jdatetime"``, as in the packages jdatetime and
        persiantools, weeks end with the year. Raises ShamsiError for another rule.

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
        """The year to which the CLDR week belongs, as `week_of_year` counts by default.

        >>> Date(1403, 12, 30).week_year
        1404
        """
        return year_and_week(self.year, self._days)[0]

    def era_year(self, era: Era, /) -> int:
        """Return the year in another era: ``imperial``, ``kurdish-700`` or ``kurdish-612``.

        The first is 1180 ahead; the Kurdish eras count from 700 and from 612 BCE, and are 1321 and
        1233 ahead. Raises ShamsiError for an unknown era.

        >>> Date(1355, 1, 1).era_year("imperial"), Date(1404, 1, 1).era_year("kurdish-700")
        (2535, 2725)
        """
        return self.year + offset(era)

    # Arithmetic

    def add(
        self,
        *,
        years: int = 0,
        months: int = 0,
        weeks: int = 0,
        days: int = 0,
        overflow: Overflow = "clamp",
    ) -> Self:
        """Return the date some years and months later, then some weeks and days.

        Less than 0 goes back. If the day does not exist in the month reached, the last day of that
        month is taken, or DateError is raised with ``overflow="raise"``. Raises RangeError outside
        0001-01-01..9378-10-10, TypeError for anything but integers.

        >>> Date(1403, 6, 31).add(months=1), Date(1403, 12, 30).add(years=1, days=1)
        (shamsi.Date(1403, 7, 30), shamsi.Date(1405, 1, 1))
        """
        months = 12 * integer("years", years) + integer("months", months)
        days = 7 * integer("weeks", weeks) + integer("days", days)
        fields = later(self._fields, months, overflow)
        return self._at(kernel.days(*fields) + days)

    def subtract(
        self,
        *,
        years: int = 0,
        months: int = 0,
        weeks: int = 0,
        days: int = 0,
        overflow: Overflow = "clamp",
    ) -> Self:
        """Return the date some years and months earlier, then some weeks and days.

        It is `add` with each of them negated.

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

    def until(self, other: Date, /) -> Difference:
        """Return the years, months and days from this date to another.

        They are less than 0 if the other is earlier. Whole months are counted from this date as
        long as they do not pass the other (in a month that is too short they reach its last day),
        then the remaining days. So ``a + a.until(b) == b``, always.

        >>> Date(1403, 12, 30).until(Date(1405, 2, 1))
        shamsi.Difference(years=1, months=1, days=2)
        >>> Date(1404, 1, 31).until(Date(1404, 7, 30))
        shamsi.Difference(years=0, months=6, days=0)
        """
        if not isinstance(other, Date):
            raise TypeError(
                f"other must be a shamsi.Date, got {shown(other)} ({type(other).__name__})"
            )
        months = months_between(self._fields, other._fields)
        return Difference(
            0, months, other._days - kernel.days(*months_later(*self._fields, months))
        )

    def since(self, other: Date, /) -> Difference:
        """Return the years, months and days from another date to this one, counted from this one.

        It is `until` negated, so ``a - a.since(b) == b``, always. An age is
        ``birth.until(today)``, which is counted from birth.

        >>> Date(1405, 2, 1).since(Date(1403, 12, 30))
        shamsi.Difference(years=1, months=1, days=1)
        """
        return -self.until(other)

    def replace(
        self, *, year: int | None = None, month: int | None = None, day: int | None = None
    ) -> Self:
        """Return the date with some fields replaced; raises as `Date` does if they name no day.

        It never adjusts a field to fit; ``add(years=…, months=…)`` does.

        >>> Date(1403, 12, 30).replace(year=1404, day=29)
        shamsi.Date(1404, 12, 29)
        """
        fields = (year, month, day)
        return type(self)(
            *(
                own if field is None else field
                for own, field in zip(self._fields, fields, strict=True)
            )
        )

    __replace__ = replace

    def start_of(self, unit: Unit, /) -> Self:
        """Return the first day of the decade, year, half, season, month or week of the date.

        Weeks begin on Saturday. Raises ShamsiError for another unit, RangeError if that day is
        before 0001-01-01.

        >>> Date(1403, 12, 30).start_of("season"), Date(1403, 12, 30).start_of("week")
        (shamsi.Date(1403, 10, 1), shamsi.Date(1403, 12, 25))
        """
        return self._end(unit, last=False)

    def end_of(self, unit: Unit, /) -> Self:
        """Return the last day of the decade, year, half, season, month or week of the date.

        Weeks end on Friday. Raises ShamsiError for another unit, RangeError if that day is after
        9378-10-10.

        >>> Date(1404, 1, 1).end_of("year"), Date(1404, 1, 1).end_of("week")
        (shamsi.Date(1404, 12, 29), shamsi.Date(1404, 1, 1))
        """
        return self._end(unit, last=True)

    def _end(self, unit: str, *, last: bool) -> Self:
        day = around(unit, self._days)[last]
        if MIN_DAYS <= day <= MAX_DAYS:
            return self._at(day)
        side = (
            "ends after the last day 9378-10-10"
            if last
            else "begins before the first day 0001-01-01"
        )
        raise RangeError(f"the {unit} of {numeric.to_iso(*self._fields)} {side}")

    def __add__(self, other: dt.timedelta | Difference) -> Self:
        if isinstance(other, dt.timedelta):
            return self._at(self._days + whole_days(other))
        if not isinstance(other, Difference):
            return NotImplemented
        return self.add(years=other.years, months=other.months, days=other.days)

    __radd__ = __add__

    if TYPE_CHECKING:

        @overload
        def __sub__(self, other: Date) -> dt.timedelta: ...
        @overload
        def __sub__(self, other: dt.timedelta | Difference) -> Self: ...

    def __sub__(self, other: Date | dt.timedelta | Difference) -> dt.timedelta | Self:
        if isinstance(other, Date):
            return dt.timedelta(self._days - other._days)
        if isinstance(other, dt.timedelta):
            return self._at(self._days - whole_days(other))
        return self + -other if isinstance(other, Difference) else NotImplemented

    # Formatting

    def isoformat(self) -> str:
        """Return the date as YYYY-MM-DD, in ASCII digits; `str` does the same.

        >>> Date(1403, 12, 30).isoformat()
        '1403-12-30'
        """
        year, month, day = self._fields
        return ISO_YEARS[year] + ISO_REST[month][day]

    __str__ = isoformat

    def format(self, pattern: str, *, lang: str = "en", digits: str | None = None) -> str:
        """Return the date formatted by a strftime pattern, in ``en fa fa-AF prs ps ckb ar``.

        docs/reference/formatting.md lists the directives. The digits are ``latn``, ``arabext``
        (۱۲۳) or ``arab`` (١٢٣), by default those of the language. Raises ShamsiError for an unknown
        directive, language or numbering system, and lists what is allowed.

        >>> Date(1403, 12, 30).format("%A %d %B %Y", lang="fa")
        'پنجشنبه ۳۰ اسفند ۱۴۰۳'
        """
        return compiled(pattern, lang, digits).text(*self._fields, self._days)

    def strftime(self, pattern: str, /) -> str:
        """Return the date formatted by a strftime pattern, in English and ASCII digits.

        `format` has other languages.

        >>> Date(1403, 12, 30).strftime("%a %-d %b %Y")
        'Thu 30 Esf 1403'
        """
        return compiled(pattern, "en", None).text(*self._fields, self._days)

    def __format__(self, pattern: str) -> str:
        return self.strftime(pattern) if pattern else self.isoformat()

    def __repr__(self) -> str:
        return f"shamsi.{type(self).__name__}{self._fields}"

    # Comparison, hashing, pickling, pydantic

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

    def __hash__(self) -> int:
        return hash(self._fields)

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int]]:
        return type(self), self._fields

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi.values.schema import day_schema

        return day_schema(cls, handler)


def _check_gregorian(date: object) -> None:
    """Raise TypeError for anything but a date without a time; other subclasses are accepted."""
    if isinstance(date, dt.datetime):
        raise TypeError(
            "date must be a datetime.date, got a datetime.datetime; take its day with .date()"
        )
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
        raise TypeError(
            f"step must be an int, a timedelta or a Difference, got {shown(step)} "
            f"({type(step).__name__})"
        )
    else:
        days = integer("step", step)
    if not (months or days):
        raise ShamsiError(f"step must not be 0, got {shown(step)}")
    return months, days


Date.min = Date(1, 1, 1)
Date.max = Date(9378, 10, 10)
offer(Date)
