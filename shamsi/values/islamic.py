"""`IslamicDate`: the lunar date of a day, by the tabular calendar or by Umm al-Qura."""

from __future__ import annotations

from typing import Literal, NamedTuple

from shamsi._errors import Advice, DateError, ParseError, RangeError, shown
from shamsi._integers import integer
from shamsi.calendar import lunar, umm_al_qura
from shamsi.calendar.calendar_names import reckoning_of
from shamsi.calendar.kernel import EPOCH_ORDINAL
from shamsi.formats import numbers
from shamsi.formats.lunar_writing import writer
from shamsi.formats.names import MONTH_NAMES, names
from shamsi.formats.numeric import GREGORIAN_YEARS, to_iso

_DAYS = {"tabular": lunar.days, "umm-al-qura": umm_al_qura.days}
_FIELDS = {"tabular": lunar.fields, "umm-al-qura": umm_al_qura.fields}
_DAY_NUMBERS = {
    "tabular": (lunar.MIN_DAYS, lunar.MAX_DAYS),
    "umm-al-qura": (umm_al_qura.MIN_DAYS, umm_al_qura.MAX_DAYS),
}
_TITLES = {"tabular": "the tabular calendar", "umm-al-qura": "the Umm al-Qura calendar"}
_YEARS = {
    "tabular": (1, 9666),
    "umm-al-qura": (umm_al_qura.FIRST_YEAR, umm_al_qura.LAST_YEAR),
}
_OTHER = {"tabular": "umm-al-qura", "umm-al-qura": "tabular"}


class IslamicDate(NamedTuple):
    """A day of the Islamic (lunar Hijri) calendar with the reckoning that counts it.

    `Date.islamic` returns it, and ``Date.from_islamic(*day)`` reads it back. The reckoning is
    ``"tabular"`` (`islamic-civil` in CLDR) or ``"umm-al-qura"`` (`islamic-umalqura`). As a tuple it
    has four items and is not validated when it is built by hand.

    >>> from shamsi import Date
    >>> day = Date(1404, 4, 9).islamic()
    >>> day.reckoning, str(day), f"{day:%-d %B %Y}"
    ('tabular', '1447-01-04', '4 Muharram 1447')
    """

    year: int
    month: int
    day: int
    reckoning: Literal["tabular", "umm-al-qura"]

    def format(self, pattern: str, *, lang: str = "en", digits: str | None = None) -> str:
        """Return the date formatted by a strftime pattern, as `Date.format` does.

        Months have their lunar names in the language; `%b` prints them in full, too. Raises
        ShamsiError for week numbers (`%U %W %V %G`), which no rule defines for lunar years, and as
        `Date.format` does; DateError and RangeError as `Date.from_islamic` does.

        >>> from shamsi import Date
        >>> Date(1404, 4, 9).islamic("umm-al-qura").format("%A %-d %B %Y", lang="fa")
        'دوشنبه ۵ محرم ۱۴۴۷'
        """
        number, start = day_number(*self), day_number(self.year, 1, 1, self.reckoning)
        return writer(pattern, lang, digits)(self[:3], number, start)

    def isoformat(self) -> str:
        """Return the date as YYYY-MM-DD, in ASCII digits; `str` does the same.

        >>> IslamicDate(61, 1, 10, "tabular").isoformat()
        '0061-01-10'
        """
        return to_iso(self.year, self.month, self.day)

    def __str__(self) -> str:
        return self.isoformat()

    def __format__(self, pattern: str) -> str:
        return self.format(pattern) if pattern else self.isoformat()

    def __repr__(self) -> str:
        return f"shamsi.{type(self).__name__}{tuple(self)}"


def day_number(year: int, month: int, day: int, reckoning: str, /) -> int:
    """Return the days from 1970-01-01 to a lunar date; raises as `Date.from_islamic` does.

    >>> day_number(1447, 1, 5, "tabular"), day_number(1447, 1, 5, "umm-al-qura")
    (20270, 20269)
    """
    reckoning = reckoning_of(reckoning)
    year, month, day = integer("year", year), integer("month", month), integer("day", day)
    first, last = _YEARS[reckoning]
    if not first <= year <= last:
        raise RangeError(
            f"year must be {first}..{last} in {_TITLES[reckoning]}, got {shown(year)}",
            advice=_other(reckoning, year, month, day),
        )
    if not 1 <= month <= 12:
        raise DateError(f"month must be 1..12, got {shown(month)}")
    length = month_length(year, month, reckoning)
    if not 1 <= day <= length:
        name = MONTH_NAMES["islamic"][month - 1]
        raise DateError(
            f"day must be 1..{length} in {name} {year} in {_TITLES[reckoning]}, got {shown(day)}",
            advice=_other(reckoning, year, month, day),
        )
    number = _DAYS[reckoning](year, month, day)
    if number > lunar.MAX_DAYS:
        raise RangeError(f"the last day is 9666-04-02 (9999-12-31), got {to_iso(year, month, day)}")
    return number


def month_length(year: int, month: int, reckoning: str, /) -> int:
    """Return how many days a month has by a reckoning whose table has its year.

    >>> month_length(1446, 9, "tabular"), month_length(1446, 9, "umm-al-qura")
    (30, 29)
    """
    if reckoning == "tabular":
        return lunar.month_length(year, month)
    first = umm_al_qura.days(year, month, 1)
    if (year, month) == (umm_al_qura.LAST_YEAR, 12):
        return umm_al_qura.MAX_DAYS - first + 1
    following = (year + month // 12, month % 12 + 1)
    return umm_al_qura.days(*following, 1) - first


def of_day(number: int, reckoning: str, /) -> IslamicDate:
    """Return the lunar date of a day number; raises as `Date.islamic` does.

    >>> of_day(20269, "islamic-umalqura")
    shamsi.IslamicDate(1447, 1, 5, 'umm-al-qura')
    """
    reckoning = reckoning_of(reckoning)
    first, last = _DAY_NUMBERS[reckoning]
    if not first <= number <= last:
        raise RangeError(
            f"date must be {_gregorian(first)}..{_gregorian(last)} in {_TITLES[reckoning]}, "
            f"got {_gregorian(number)}",
            advice=_advice(_OTHER[reckoning]) if number >= lunar.MIN_DAYS else None,
        )
    return IslamicDate(*_FIELDS[reckoning](number), reckoning)


def parse(text: str, reckoning: str, century: int | None = None, /) -> IslamicDate:
    """Return the lunar date in numbers or words, in six languages and three digit sets.

    Raises ParseError for other text, for a year that looks Gregorian, for another calendar that the
    text names and for a weekday that is not the day's; DateError and RangeError as
    `Date.from_islamic` does.

    >>> str(parse("۱۴۴۶/۹/۱۲", "tabular")), str(parse("12 Ramadan 1446 AH", "umm-al-qura"))
    ('1446-09-12', '1446-09-12')
    """
    reckoning = reckoning_of(reckoning)
    weekday, printed = 0, ""
    if numbers.is_numeric(text):
        fields = numbers.parse(text, century, 0, calendar="islamic")
    else:
        from shamsi.text.phrase.lunar_days import read

        fields, weekday, printed = read(text, century)
    if fields[0] in GREGORIAN_YEARS:
        raise ParseError(f"looks Gregorian: {to_iso(*fields)}", advice=Advice("from", "gregorian"))
    number = day_number(*fields, reckoning)
    if weekday and _weekday(number) != weekday:
        raise _another_weekday(fields, reckoning, weekday, f"text says {shown(printed)} but", text)
    return IslamicDate(*fields, reckoning)


def _another_weekday(
    fields: tuple[int, int, int], reckoning: str, weekday: int, stated: str, text: str
) -> ParseError:
    """Return the error for a weekday that is not the day's, with the reckoning that has it."""
    right = names("en")["A"][_weekday(day_number(*fields, reckoning)) - 1][0]
    other = _OTHER[reckoning]
    is_there = _has(*fields, other) and _weekday(day_number(*fields, other)) == weekday
    return ParseError(
        f"{stated} {to_iso(*fields)} is a {right} in {_TITLES[reckoning]}, got {shown(text)}",
        advice=_advice(other) if is_there else None,
    )


def _other(reckoning: str, year: int, month: int, day: int) -> Advice | None:
    """Return the advice to use the other reckoning, if that has the day."""
    return _advice(_OTHER[reckoning]) if _has(year, month, day, _OTHER[reckoning]) else None


def _has(year: int, month: int, day: int, reckoning: str) -> bool:
    """Whether a reckoning has a day."""
    if reckoning == "tabular":
        return lunar.is_valid(year, month, day)
    is_month = umm_al_qura.covers(year) and 1 <= month <= 12
    return is_month and 1 <= day <= month_length(year, month, reckoning)


def _advice(reckoning: str) -> Advice:
    return Advice("reckoning", reckoning, f"for {_TITLES[reckoning]}, which has that day")


def _weekday(number: int) -> int:
    return (number + 3) % 7 + 1


def _gregorian(number: int) -> str:
    import datetime as dt

    return dt.date.fromordinal(number + EPOCH_ORDINAL).isoformat()
