"""Equivalents: the days of a date written in another calendar, as a text would write them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from shamsi.lang.language import LANGUAGES, MonthName, load
from shamsi.text import calendars
from shamsi.text.calendars import Interval
from shamsi.text.finder import Found, Reading
from shamsi.text.mention import Mention
from shamsi.text.spellings import ZEROS, digits_like, numeric_like

_WRITTEN = "fa"  # what a text of no known language is written like


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text writes dates of a calendar: its language, and the names of the months."""

    calendar: str
    lang: str
    months: tuple[str, ...]

    def write(self, days: Interval, like: str) -> str:
        """A run of days in the digits of a sample, or of the language where the sample has none.

        >>> import datetime as dt
        >>> from shamsi.text.finder import reading_of
        >>> hand = hand_of(reading_of("این نشست در ۱۸ مرداد ۱۴۰۴ بود"), "gregorian")
        >>> hand.write((dt.date(2025, 8, 9), dt.date(2025, 8, 11)), "۱۸")
        '۹ تا ۱۱ اوت ۲۰۲۵'
        """
        told = load(self.lang).data["periods"]
        first, last = (calendars.fields(self.calendar, day) for day in days)
        if first == last:
            return self._day(first, like)
        if first[:2] == last[:2]:
            ends = {"first": self._number(first[2], like), "last": self._number(last[2], like)}
            return str(told["days"].format(month=self.months[first[1] - 1], year=self._number(first[0], like), **ends))
        return str(told["range"].format(first=self._day(first, like), last=self._day(last, like)))

    def _day(self, fields: tuple[int, int, int], like: str) -> str:
        year, month, day = fields
        numbers = {"day": self._number(day, like), "year": self._number(year, like)}
        return str(load(self.lang).data["periods"]["day"].format(month=self.months[month - 1], **numbers))

    def _number(self, number: int, like: str) -> str:
        known: dict[str, str] = dict(zip(("latn", "arabext", "arab"), ZEROS, strict=True))
        return digits_like(like if any(map(str.isdigit, like)) else known[load(self.lang).data["digits"]], number)

    def write_numeric(self, mention: Mention, days: Interval) -> str:
        """A day in numbers, in the order, widths and marks of a mention that is one."""
        year, month, day = calendars.fields(self.calendar, days[0])
        year_first = mention.text[:4].isdigit() or not mention.text[-4:].isdigit()
        return numeric_like(mention.text, [year, month, day] if year_first else [day, month, year], whole=True)


def hand_of(reading: Reading, calendar: str) -> Hand:
    """How a text writes a calendar: with the names that it has for its months, else the first that its language has."""
    lang = reading.lang if reading.lang in LANGUAGES else _WRITTEN
    tables: list[dict[str, Any]] = [
        table for table in load(lang).data["months"] if table["calendar"] == calendar and "printed_as" not in table
    ]
    used = Counter(name.tradition for row in reading.found for name in _names(row, lang) if name.calendar == calendar)
    table = max(tables, key=lambda table: used[table["tradition"]])
    return Hand(calendar, lang, tuple(row[0] for row in table["names"]))


def _names(row: Found, lang: str) -> list[MonthName]:
    """The months that a date names in a language."""
    lexemes = row.tokens.lexemes[row.first : row.last]
    return [one.value for one in lexemes if one and one.lang == lang and isinstance(one.value, MonthName)]
