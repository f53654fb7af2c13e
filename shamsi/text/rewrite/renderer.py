"""Write days in another calendar, in the style of a text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.lang.language import LANGUAGES, MonthName, civil_calendar, load
from shamsi.text.resolve.reading import Found, Reading
from shamsi.text.resolve.values import Point
from shamsi.text.rewrite.rewriter import renumbered
from shamsi.text.rewrite.wording import ZEROS, digits_like, era_like

_WRITTEN = "fa"  # the style for an unknown language
_is_month_first = re.compile(r"[^\W\d_]\D*\d+\D+\d").match  # August 9, 2025


@dataclass(frozen=True, slots=True)
class Style:
    """How a text writes dates of a calendar: its language and its names of months."""

    calendar: str
    lang: str
    months: tuple[str, ...]

    def write(self, days: Interval, like: str) -> str:
        """Write a run of days in the digits of a sample, or those of the language if it has none.

        The month is before its day if it is so in the sample, and the language may write it so.

        >>> import datetime as dt
        >>> from shamsi.text.resolve.reading import reading_of
        >>> style = style_of(reading_of("این نشست در ۱۸ مرداد ۱۴۰۴ بود"), "gregorian")
        >>> style.write((dt.date(2025, 8, 9), dt.date(2025, 8, 11)), "۱۸")
        '۹ تا ۱۱ اوت ۲۰۲۵'
        """
        printed = load(self.lang).periods
        first, last = (intervals.fields(self.calendar, day) for day in days)
        if first == last:
            return self._day(first, like)
        if first[:2] == last[:2]:
            ends = {"first": self._number(first[2], like), "last": self._number(last[2], like)}
            pattern = printed.month_days if _is_month_first(like) else printed.days
            return pattern.format(
                month=self.months[first[1] - 1], year=self._number(first[0], like), **ends
            )
        return printed.range.format(first=self._day(first, like), last=self._day(last, like))

    def _day(self, fields: tuple[int, int, int], like: str) -> str:
        year, month, day = fields
        numbers = {"day": self._number(day, like), "year": self._number(year, like)}
        printed = load(self.lang).periods
        pattern = printed.month_day if _is_month_first(like) else printed.day
        return pattern.format(month=self.months[month - 1], **numbers)

    def _number(self, number: int, like: str) -> str:
        known: dict[str, str] = dict(zip(("latn", "arabext", "arab"), ZEROS, strict=True))
        return digits_like(
            like if any(map(str.isdigit, like)) else known[load(self.lang).opening.digits], number
        )

    def write_numeric(self, reading: Reading, row: Found, days: Interval) -> str:
        """Write a day in numbers in the layout of another one, with an era if it needs one.

        >>> import datetime as dt
        >>> from shamsi.text.resolve.reading import reading_of
        >>> reading = reading_of("نشست در ۱۴۰۴/۵/۱۸ خورشیدی بود")
        >>> style, day = style_of(reading, "gregorian"), dt.date(2025, 8, 9)
        >>> style.write_numeric(reading, reading.found[0], (day, day))
        '۲۰۲۵/۸/۹ میلادی'
        """
        draft, point = row.drafts[0], Point(*intervals.fields(self.calendar, days[0]))
        number = renumbered(reading, row, draft.members[0], point, whole=True)
        era = draft.era
        if era is None and self._is_plain(point.year or 0):
            return number
        return f"{number} {era_like(self.lang, self.calendar, mark=era is not None and era.mark)}"

    def _is_plain(self, year: int) -> bool:
        """Whether a year is read in this calendar without an era."""
        if self.calendar == "gregorian":
            return year > intervals.LAST_SOLAR
        is_counted = civil_calendar(self.lang) == self.calendar
        return is_counted and intervals.FIRST_SOLAR <= year <= intervals.LAST_SOLAR


def style_of(reading: Reading, calendar: str) -> Style:
    """Return how a text writes a calendar.

    It has the names of months that the text has, or the first ones of its language.
    """
    lang = reading.lang if reading.lang in LANGUAGES else _lang_of_dates(reading)
    tables = [
        one
        for one in load(lang).tables.months
        if one.calendar == calendar and one.printed_as is None
    ]
    used = Counter(
        name.tradition
        for row in reading.found
        for name in _names(row, lang)
        if name.calendar == calendar
    )
    table = max(tables, key=lambda table: used[table.tradition])
    return Style(calendar, lang, tuple(row[0] for row in table.names))


def _lang_of_dates(reading: Reading) -> str:
    """Return the language of most dates of a text whose own one is open."""
    langs = Counter(row.mention.lang for row in reading.found if row.mention.lang in LANGUAGES)
    return next((lang for lang, _ in langs.most_common(1) if lang), _WRITTEN)


def _names(row: Found, lang: str) -> list[MonthName]:
    """Return the months that a date names in a language."""
    lexemes = row.tokens.lexemes[row.first : row.last]
    return [
        one.value
        for one in lexemes
        if one and one.lang == lang and isinstance(one.value, MonthName)
    ]
