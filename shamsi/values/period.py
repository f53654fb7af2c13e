"""`Period`: a month, a season, a year or any other closed run of days as a value."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ParseError, ShamsiError, shown
from shamsi._integers import integer
from shamsi.calendar.kernel import EPOCH_ORDINAL
from shamsi.values import units
from shamsi.values.date import Date

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Self


class Period:
    """A closed run of days, from a first to a last: both belong to it, and it is never empty.

    Immutable, hashable and ordered by its first day, then by its last. A period is nothing but its
    days: that of a month equals the one from the first day of the month to the last. Iterating over
    it yields its days, `len` counts them, `in` accepts a `Date` or a `Period`, and ``&`` returns
    the days that two periods have in common, or None. Raises TypeError for anything but a `Date`,
    ShamsiError if the last day is before the first.

    >>> Period(Date(1404, 5, 18), Date(1404, 5, 20)).gregorian
    (datetime.date(2025, 8, 9), datetime.date(2025, 8, 11))
    >>> Date(1404, 5, 20) in Period.month(1404, 5), Period.half(1404, 1) & Period.season(1404, 3)
    (True, None)
    """

    __slots__ = ("_first", "_last")
    __match_args__ = ("first", "last")

    if TYPE_CHECKING:
        _first: int
        _last: int

    # Construction

    def __new__(cls, first: Date, last: Date) -> Self:  # noqa: D102 - see the class
        run = _day_number("first", first), _day_number("last", last)
        if run[1] < run[0]:
            raise ShamsiError(f"last must not be before first, got {first} and {last}; swap them")
        return cls._of(run)

    @classmethod
    def _of(cls, run: units.Run) -> Self:
        """The period of two day numbers, which are not validated."""
        self = object.__new__(cls)
        self._first, self._last = run
        return self

    @classmethod
    def month(cls, year: int, month: int, /) -> Self:
        """Return a month of a year, 1 (Farvardin) .. 12 (Esfand).

        This and the next ones raise RangeError for a year outside 1..9378 or a run that passes
        9378-10-10 (9999-12-31), DateError for another number that the year does not have, TypeError
        for anything but integers.

        >>> Period.month(1404, 1).gregorian
        (datetime.date(2025, 3, 21), datetime.date(2025, 4, 20))
        """
        return cls._of(units.part("month", year, month))

    @classmethod
    def season(cls, year: int, season: int, /) -> Self:
        """Return a season of a year, which is also its quarter: 1 (spring) .. 4 (winter).

        >>> Period.season(1404, 2)
        shamsi.Period(shamsi.Date(1404, 4, 1), shamsi.Date(1404, 6, 31))
        """
        return cls._of(units.part("season", year, season))

    @classmethod
    def half(cls, year: int, half: int, /) -> Self:
        """Return a half of a year: 1 from Farvardin to Shahrivar, 2 from Mehr to Esfand.

        >>> len(Period.half(1404, 1)), len(Period.half(1404, 2))
        (186, 179)
        """
        return cls._of(units.part("half", year, half))

    @classmethod
    def year(cls, year: int, /) -> Self:
        """Return a year.

        >>> Period.year(1404).isoformat()
        '2025-03-21/2026-03-20'
        """
        return cls._of(units.part("year", year))

    @classmethod
    def decade(cls, year: int, /) -> Self:
        """Return the decade that a year falls in: the ten years of 1360 are 1360..1369.

        >>> Period.decade(1360).first, Period.decade(1365).last
        (shamsi.Date(1360, 1, 1), shamsi.Date(1369, 12, 29))
        """
        return cls._of(units.part("decade", year))

    @classmethod
    def fiscal_year(cls, year: int, /, *, first_month: int) -> Self:
        """Return the fiscal year that ends in a year: twelve months from ``first_month`` on.

        Afghanistan's begins with month 10. Raises DateError for a month outside 1..12.

        >>> str(Period.fiscal_year(1404, first_month=10))
        '1403-10/1404-09'
        >>> Period.fiscal_year(1404, first_month=1) == Period.year(1404)
        True
        """
        month = units.first_of_fiscal(first_month)
        return cls._of(units.months(12 * (integer("year", year) - (month > 1)) + month - 1, 12))

    @classmethod
    def week(cls, day: Date, /) -> Self:
        """Return the week that a day falls in, Saturday to Friday.

        >>> Period.week(Date(1404, 5, 20))
        shamsi.Period(shamsi.Date(1404, 5, 18), shamsi.Date(1404, 5, 24))
        """
        return cls.of("week", day)

    @classmethod
    def of(cls, unit: str, day: Date, /) -> Self:
        """Return the unit that a day falls in.

        It is a "day", "week", "month", "season" (or "quarter"), "half", "year" or "decade". Raises
        ShamsiError for another unit, TypeError for anything but a `Date`, RangeError at the ends of
        the calendar.

        >>> str(Period.of("season", Date(1404, 5, 20)))
        '1404-S2'
        """
        return cls._of(units.clear(*units.around(unit, _day_number("day", day))))

    # Reading text

    @classmethod
    def parse(cls, text: str, /, *, lang: str | None = None, century: int | None = None) -> Self:
        """Return the period that a text names in words, in numbers, or as `native` writes it.

        Years, halves, seasons, quarters, months, their halves, decades, centuries, days, and from
        one to another of a kind, in the languages of `format` and the digits of three sets; `lang`
        reads in one language alone. Two digits of a year are read with ``century``, the first of
        the hundred years that they may mean. Raises ParseError for text that names no whole period
        or looks Gregorian or Imperial, DateError and RangeError for days that do not exist.

        >>> Period.parse("مرداد ۱۴۰۴") == Period.parse("1404-05") == Period.month(1404, 5)
        True
        >>> Period.parse("۱۸ تا ۲۰ مرداد ۱۴۰۴")
        shamsi.Period(shamsi.Date(1404, 5, 18), shamsi.Date(1404, 5, 20))
        """
        from shamsi.values.notation import checked, read

        century, run = checked(lang, century), read(text)
        if run is None:
            from shamsi.text.phrase.periods import read as read_words

            run = read_words(text, lang, century)
        return cls._of(run)

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the period that `isoformat` wrote: two Gregorian dates, YYYY-MM-DD/YYYY-MM-DD.

        Raises ParseError for any other text, RangeError before 0622-03-21, ShamsiError for days in
        the wrong order.

        >>> str(Period.fromisoformat("2025-07-23/2025-08-22"))
        '1404-05'
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
        try:
            days = [
                dt.date.fromisoformat(part)
                for part in text.split("/")
                if len(part) == 10 and part[4] == "-"
            ]
        except ValueError as error:
            raise ParseError(f"{error}, got {shown(text)}") from None
        if len(days) != 2 or "/".join(map(str, days)) != text:
            raise ParseError(
                "text must be two Gregorian dates, such as 2025-07-23/2025-08-22, got "
                f"{shown(text)}"
            )
        return cls(Date.from_gregorian(days[0]), Date.from_gregorian(days[1]))

    # Fields

    @property
    def first(self) -> Date:
        """The first day.

        >>> Period(Date(1403, 12, 30), Date(1404, 1, 1)).first
        shamsi.Date(1403, 12, 30)
        """
        return Date.from_ordinal(self._first + EPOCH_ORDINAL)

    @property
    def last(self) -> Date:
        """The last day, which belongs to the period.

        >>> Period(Date(1403, 12, 30), Date(1404, 1, 1)).last
        shamsi.Date(1404, 1, 1)
        """
        return Date.from_ordinal(self._last + EPOCH_ORDINAL)

    @property
    def gregorian(self) -> tuple[dt.date, dt.date]:
        """The first and the last day as `datetime.date`; both belong to the period.

        >>> Period(Date(1403, 12, 30), Date(1404, 1, 1)).gregorian
        (datetime.date(2025, 3, 20), datetime.date(2025, 3, 21))
        """
        first, last = self._first + EPOCH_ORDINAL, self._last + EPOCH_ORDINAL
        return dt.date.fromordinal(first), dt.date.fromordinal(last)

    @property
    def unit(self) -> str | None:
        """Which unit the period is, in the words of `of`; None if it is not one.

        >>> Period(Date(1404, 1, 1), Date(1404, 6, 31)).unit
        'half'
        """
        return units.unit(self._first, self._last)

    # Days: counted, searched, compared with those of other periods

    def __len__(self) -> int:
        return self._last - self._first + 1

    def __iter__(self) -> Iterator[Date]:
        return map(
            Date.from_ordinal, range(self._first + EPOCH_ORDINAL, self._last + EPOCH_ORDINAL + 1)
        )

    def __reversed__(self) -> Iterator[Date]:
        return map(
            Date.from_ordinal,
            range(self._last + EPOCH_ORDINAL, self._first + EPOCH_ORDINAL - 1, -1),
        )

    def __contains__(self, other: Date | Period) -> bool:
        if isinstance(other, Period):
            return self._first <= other._first and other._last <= self._last
        return self._first <= _day_number("what is in a period", other) <= self._last

    def overlaps(self, other: Period, /) -> bool:
        """Return whether a day belongs to both; raises TypeError for anything but a `Period`.

        >>> days = Period(Date(1404, 1, 1), Date(1404, 1, 5))
        >>> days.overlaps(Period(Date(1404, 1, 5), Date(1404, 1, 9)))
        True
        """
        if not isinstance(other, Period):
            raise TypeError(
                f"other must be a shamsi.Period, got {shown(other)} ({type(other).__name__})"
            )
        return self._first <= other._last and other._first <= self._last

    def __and__(self, other: Period) -> Self | None:
        if not isinstance(other, Period):
            return NotImplemented
        first, last = max(self._first, other._first), min(self._last, other._last)
        return self._of((first, last)) if first <= last else None

    # Arithmetic

    def next(self, count: int = 1, /) -> Self:
        """Return the period right after this one, or `count` periods later.

        It has as many months if this one is whole months, otherwise as many days. Raises RangeError
        outside 0001-01-01..9378-10-10.

        >>> str(Period.month(1403, 12).next()), str(Period.season(1404, 1).next(-1))
        ('1404-01', '1403-S4')
        >>> str(Period.year(1404).next(10))
        '1414'
        >>> str(Period(Date(1404, 5, 18), Date(1404, 5, 20)).next())
        '1404-05-21/1404-05-23'
        """
        count = integer("count", count)
        run = units.whole_months(self._first, self._last)
        if run is not None:
            return self._of(units.months(run[0] + count * run[1], run[1]))
        step = count * len(self)
        return self._of(units.clear(self._first + step, self._last + step))

    def previous(self, count: int = 1, /) -> Self:
        """Return the period right before this one, or `count` periods earlier, as `next` counts.

        >>> str(Period.month(1404, 1).previous())
        '1403-12'
        """
        return self.next(-integer("count", count))

    def split(self, unit: str, /) -> Iterator[Self]:
        """Yield the period unit by unit, in order; its own ends cut the first and the last.

        >>> days = Period(Date(1404, 5, 18), Date(1404, 7, 5))
        >>> [str(part) for part in days.split("month")]
        ['1404-05-18/1404-05-31', '1404-06', '1404-07-01/1404-07-05']
        """
        first = self._first
        while first <= self._last:
            last = min(units.around(unit, first)[1], self._last)
            yield self._of((first, last))
            first = last + 1

    def __replace__(self, *, first: Date | None = None, last: Date | None = None) -> Self:
        return type(self)(
            self.first if first is None else first, self.last if last is None else last
        )

    # Formatting

    @property
    def native(self) -> str:
        """The period in its own calendar, in ASCII digits, as in `Mention`; `str` is the same.

        >>> Period.month(1404, 5).native, Period.half(1404, 1).native, Period.decade(1360).native
        ('1404-05', '1404-H1', '136X')
        """
        return units.native(self._first, self._last)

    def __str__(self) -> str:
        return self.native

    def isoformat(self) -> str:
        """Return the first and last day as an ISO 8601 interval, which is Gregorian.

        >>> Period.month(1404, 5).isoformat()
        '2025-07-23/2025-08-22'
        """
        return "/".join(day.isoformat() for day in self.gregorian)

    def format(
        self, pattern: str | None = None, /, *, lang: str = "en", digits: str | None = None
    ) -> str:
        """Return the period in words, or formatted by a strftime pattern.

        Languages and digits are those of `Date.format`. A pattern may only print what all days of
        the period share: ``%B %Y`` of a month, ``%Y`` of a season. Raises ShamsiError for any other
        directive, and as `Date.format` does.

        >>> Period.season(1404, 2).format(lang="fa")
        'تابستان ۱۴۰۴'
        >>> Period.month(1404, 5).format("%B %Y", lang="prs")
        'اسد ۱۴۰۴'
        """
        from shamsi.values import phrases

        if pattern is None:
            return phrases.phrase(self._first, self._last, lang, digits)
        return phrases.shared(self._first, self._last, pattern, lang, digits)

    def __format__(self, pattern: str) -> str:
        return self.format(pattern) if pattern else self.native

    def __repr__(self) -> str:
        return f"shamsi.{type(self).__name__}({self.first!r}, {self.last!r})"

    # Comparison, hashing, pickling, pydantic

    def __eq__(self, other: object) -> bool:
        return (
            (self._first, self._last) == (other._first, other._last)
            if isinstance(other, Period)
            else NotImplemented
        )

    def __lt__(self, other: Period) -> bool:
        return (
            (self._first, self._last) < (other._first, other._last)
            if isinstance(other, Period)
            else NotImplemented
        )

    def __le__(self, other: Period) -> bool:
        return (
            (self._first, self._last) <= (other._first, other._last)
            if isinstance(other, Period)
            else NotImplemented
        )

    def __gt__(self, other: Period) -> bool:
        return (
            (self._first, self._last) > (other._first, other._last)
            if isinstance(other, Period)
            else NotImplemented
        )

    def __ge__(self, other: Period) -> bool:
        return (
            (self._first, self._last) >= (other._first, other._last)
            if isinstance(other, Period)
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash((self._first, self._last))

    def __reduce__(self) -> tuple[type[Self], tuple[Date, Date]]:
        return type(self), (self.first, self.last)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi.values.schema import period_schema

        return period_schema(cls, handler)


def _day_number(name: str, day: Date, /) -> int:
    """The day number of a date, 0 on 1970-01-01; TypeError, which names the argument, otherwise."""
    if isinstance(day, Date):
        return day.ordinal - EPOCH_ORDINAL
    advice = "; convert it with Date.from_gregorian" if isinstance(day, dt.date) else ""
    raise TypeError(
        f"{name} must be a shamsi.Date, got {shown(day)} ({type(day).__name__}){advice}"
    )
