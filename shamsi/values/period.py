"""A month, a season, a year or any other closed run of days of the official Iranian calendar as a value."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import DateError, ParseError, shown
from shamsi._integers import integer
from shamsi.values import units
from shamsi.values.date import Date
from shamsi.values.run import Run, day_number

TYPE_CHECKING = False  # known to type checkers; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Self


class Period(Run):
    """A closed run of days, from a first to a last: both belong to it, and it is never empty.

    Immutable, hashable and ordered by its first day, then by its last. A period is nothing but its days: the one of a
    month equals the one from its first day to its last. It iterates over its days, `len` counts them, `in` takes a
    `Date` or a `Period`, and ``&`` returns the days that two have in common, or None. Raises TypeError for what is not
    a `Date`, ShamsiError where the last day is before the first.

    >>> Period(Date(1404, 5, 18), Date(1404, 5, 20)).gregorian
    (datetime.date(2025, 8, 9), datetime.date(2025, 8, 11))
    >>> Date(1404, 5, 20) in Period.month(1404, 5), Period.half(1404, 1) & Period.season(1404, 3)
    (True, None)
    """

    __slots__ = ()

    @classmethod
    def month(cls, year: int, month: int, /) -> Self:
        """Return a month of a year, 1 (Farvardin) .. 12 (Esfand).

        This and its like raise RangeError for a year outside 1..9378 or a run that passes 9378-10-10 (9999-12-31),
        DateError for another number that the year does not have, TypeError for what is not an integer.

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
        """Return the twelve months that begin with a month: the fiscal year named by the year in which it ends.

        Afghanistan's begins with month 10. Raises DateError for a month outside 1..12.

        >>> str(Period.fiscal_year(1404, first_month=10)), Period.fiscal_year(1404, first_month=1) == Period.year(1404)
        ('1403-10/1404-09', True)
        """
        month = integer("first_month", first_month)
        if not 1 <= month <= 12:
            raise DateError(f"first_month must be 1..12, got {shown(month)}")
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
        """Return the "day", "week", "month", "season", "half", "year" or "decade" that a day falls in.

        Raises ShamsiError for another unit, TypeError for what is not a `Date`, RangeError at the calendar's ends.

        >>> str(Period.of("season", Date(1404, 5, 20)))
        '1404-S2'
        """
        return cls._of(units.clear(*units.around(unit, day_number("day", day))))

    @classmethod
    def parse(cls, text: str, /, *, lang: str | None = None, century: int | None = None) -> Self:
        """Return the period that a text names in words, in numbers, or as `native` writes it.

        Years, halves, seasons, quarters, months, their halves, decades, centuries, days, and from one to another of a
        kind, in the languages of `format` and the digits of three sets; `lang` reads in one language alone. Two digits
        of a year are read with ``century``, the first of the hundred years that they may mean. Raises ParseError for
        text that names no whole period or looks Gregorian, DateError and RangeError for days that do not exist.

        >>> Period.parse("مرداد ۱۴۰۴") == Period.parse("1404-05") == Period.month(1404, 5)
        True
        >>> Period.parse("۱۸ تا ۲۰ مرداد ۱۴۰۴")
        shamsi.Period(shamsi.Date(1404, 5, 18), shamsi.Date(1404, 5, 20))
        """
        from shamsi.values.notation import checked, read

        century, run = checked(lang, century), read(text)
        if run is None:
            from shamsi.text.periods import read as read_words

            run = read_words(text, lang, century)
        return cls._of(run)

    @classmethod
    def fromisoformat(cls, text: str, /) -> Self:
        """Return the period that `isoformat` wrote: two Gregorian dates, YYYY-MM-DD/YYYY-MM-DD.

        Raises ParseError for any other text, RangeError before 0622-03-21, ShamsiError for days in the wrong order.

        >>> str(Period.fromisoformat("2025-07-23/2025-08-22"))
        '1404-05'
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
        try:
            days = [dt.date.fromisoformat(part) for part in text.split("/") if len(part) == 10 and part[4] == "-"]
        except ValueError as error:
            raise ParseError(f"{error}, got {shown(text)}") from None
        if len(days) != 2 or "/".join(map(str, days)) != text:
            raise ParseError(f"text must be two Gregorian dates, such as 2025-07-23/2025-08-22, got {shown(text)}")
        return cls(Date.from_gregorian(days[0]), Date.from_gregorian(days[1]))

    @property
    def unit(self) -> str | None:
        """What the period is, as `of` calls it; None if it is no such unit.

        >>> Period(Date(1404, 1, 1), Date(1404, 6, 31)).unit
        'half'
        """
        return units.unit(self._first, self._last)

    @property
    def native(self) -> str:
        """The period as its own calendar counts, in ASCII digits, as `Mention` writes it; `str` is the same.

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

    def format(self, pattern: str | None = None, /, *, lang: str = "en", digits: str | None = None) -> str:
        """Return the period in words, or as a strftime pattern says; languages and digits are those of `Date.format`.

        A pattern may hold what all days of the period share: ``%B %Y`` of a month, ``%Y`` of a season. Raises
        ShamsiError for any other directive, and as `Date.format` does.

        >>> Period.season(1404, 2).format(lang="fa"), Period.month(1404, 5).format("%B %Y", lang="prs")
        ('تابستان ۱۴۰۴', 'اسد ۱۴۰۴')
        """
        from shamsi.values import phrases

        if pattern is None:
            return phrases.phrase(self._first, self._last, lang, digits)
        return phrases.shared(self._first, self._last, pattern, lang, digits)

    def __format__(self, pattern: str) -> str:
        return self.format(pattern) if pattern else self.native

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from shamsi.values.schema import period_schema

        return period_schema(cls, handler)

    def next(self, count: int = 1, /) -> Self:
        """Return the period right behind this one, or that many on: as many months if it is whole months, else days.

        Raises RangeError where that passes 0001-01-01..9378-10-10.

        >>> str(Period.month(1403, 12).next()), str(Period.season(1404, 1).next(-1)), str(Period.year(1404).next(10))
        ('1404-01', '1403-S4', '1414')
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
        """Return the period right before this one, or that many back, as `next` counts.

        >>> str(Period.month(1404, 1).previous())
        '1403-12'
        """
        return self.next(-integer("count", count))

    def split(self, unit: str, /) -> Iterator[Self]:
        """Yield the period unit by unit, in order; its own ends cut the first and the last.

        >>> [str(part) for part in Period(Date(1404, 5, 18), Date(1404, 7, 5)).split("month")]
        ['1404-05-18/1404-05-31', '1404-06', '1404-07-01/1404-07-05']
        """
        first = self._first
        while first <= self._last:
            last = min(units.around(unit, first)[1], self._last)
            yield self._of((first, last))
            first = last + 1
