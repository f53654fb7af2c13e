"""Sentences for people: English text that can be said in Persian and Arabic, too.

The translations are gettext catalogs in `locale/`: the `.po` files are the sources, and
`tests/lang/catalogs.py --write` compiles them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, Self, runtime_checkable

from shamsi._errors import ShamsiError, shown
from shamsi.lang.language import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from gettext import NullTranslations

ENGLISH = "en"
MESSAGE_LANGUAGES = (ENGLISH, "fa", "ar")
DOMAIN = "shamsi"
_ZEROS = {"latn": "0", "arabext": "۰", "arab": "٠"}
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def translatable(text: str, /) -> str:
    """Return a text unchanged; marks one that becomes the template of a sentence elsewhere."""
    return text


def message_language(value: str, /) -> str:
    """Return the code of a language in which sentences exist; ShamsiError for another.

    >>> message_language("fa")
    'fa'
    """
    if value not in MESSAGE_LANGUAGES:
        known = ", ".join(map(repr, MESSAGE_LANGUAGES))
        raise ShamsiError(f"lang must be one of {known}, got {shown(value)}")
    return value


class Sentence(str):
    """An English sentence that remembers its template and values, so it can be translated.

    `template` has named fields; `values` fill them: texts, numbers, other sentences, and terms such
    as `Day` and `Weekday`, which each language writes in its own way. With `plural`, the value
    named by `count` decides between the two templates, as each language counts.

    >>> text = Sentence("{n} day", plural="{n} days", count="n", n=9)
    >>> text, text.translated("fa")
    ('9 days', '۹ روز')
    """

    template: str
    plural: str
    counted: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, *, plural: str = "", count: str = "", **values: Any) -> Self:
        """Fill the English template."""
        is_plural = bool(plural) and values[count] != 1
        made = super().__new__(cls, (plural if is_plural else template).format(**values))
        made.template, made.plural, made.counted = template, plural, count
        made.values = values
        return made

    def __reduce__(self) -> tuple[Callable[..., Sentence], tuple[Any, ...]]:
        return _again, (self.template, self.plural, self.counted, dict(self.values))

    def translated(self, lang: str) -> str:
        """Return the sentence in a language of `MESSAGE_LANGUAGES`.

        ShamsiError for another language.
        """
        if message_language(lang) == ENGLISH:
            return str(self)
        catalog = _catalog(lang)
        template = (
            catalog.ngettext(self.template, self.plural, self.values[self.counted])
            if self.plural
            else catalog.gettext(self.template)
        )
        return template.format(**{name: _said(value, lang) for name, value in self.values.items()})


def _again(template: str, plural: str, count: str, values: dict[str, Any]) -> Sentence:
    return Sentence(template, plural=plural, count=count, **values)


def translated(text: str, lang: str) -> str:
    """Return a sentence in a language; another text is returned as it is.

    >>> translated(Sentence("not the same days"), "ar"), translated("x", "ar")
    ('ليس التاريخان ليوم واحد', 'x')
    """
    return text.translated(lang) if isinstance(text, Sentence) else text


def said(value: object, lang: str) -> str:
    """Return a sentence, a term or another value as a language writes it.

    >>> said(Weekday(5), "en"), said(Weekday(5), "ar"), said("x", "fa")
    ('Friday', 'الجمعة', 'x')
    """
    return f"{value}" if lang == ENGLISH else f"{_said(value, lang)}"


def is_rtl(lang: str) -> bool:
    """Whether the sentences of a language are written from right to left.

    >>> is_rtl("fa"), is_rtl("en")
    (True, False)
    """
    return lang != ENGLISH


def in_digits(text: str, lang: str) -> str:
    """Return a text with its ASCII digits as a language writes them.

    >>> in_digits("12:34", "fa"), in_digits("12:34", "ar")
    ('۱۲:۳۴', '12:34')
    """
    if lang == ENGLISH:
        return text
    zero = ord(_ZEROS[load(lang).opening.digits])
    return text.translate({ord("0") + digit: chr(zero + digit) for digit in range(10)})


@runtime_checkable
class Term(Protocol):
    """A value that each language writes in its own way."""

    def said(self, lang: str) -> str:
        """The term in a language other than English."""
        ...


@dataclass(frozen=True, slots=True)
class Day:
    """A Gregorian day: ISO 8601 in English, otherwise with the name of its month.

    >>> str(Day(dt.date(2025, 8, 9))), Day(dt.date(2025, 8, 9)).said("fa")
    ('2025-08-09', '۹ اوت ۲۰۲۵')
    """

    date: dt.date

    def __str__(self) -> str:
        return f"{self.date}"

    def said(self, lang: str) -> str:
        """Return the day as texts of the language print it."""
        return DateText("gregorian", self.date.year, self.date.month, self.date.day).said(lang)


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed run of Gregorian days.

    >>> str(Interval(dt.date(2025, 8, 9), dt.date(2025, 8, 11)))
    '2025-08-09/2025-08-11'
    >>> Interval(dt.date(2025, 8, 9), dt.date(2025, 8, 11)).said("ar")
    '9 أغسطس 2025 إلى 11 أغسطس 2025'
    """

    first: dt.date
    last: dt.date

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    def said(self, lang: str) -> str:
        """Return both ends as texts of the language print them; one if they are the same day."""
        first, last = Day(self.first).said(lang), Day(self.last).said(lang)
        return first if first == last else load(lang).periods.range.format(first=first, last=last)


@dataclass(frozen=True, slots=True)
class DateText:
    """A day, month or year of a calendar; in English by numbers, as in `native` of a mention.

    >>> DateText("persian", 1404, 5, 18).said("fa"), str(DateText("persian", 1404, 5))
    ('۱۸ مرداد ۱۴۰۴', '1404-05')
    """

    calendar: str
    year: int | None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)])

    def said(self, lang: str) -> str:
        """Return the date with the name of its month."""
        month = MonthName(self.calendar, self.month).said(lang) if self.month else ""
        parts = (f"{self.day or ''}", month, "" if self.year is None else f"{self.year}")
        return in_digits(" ".join(filter(None, parts)), lang)


@dataclass(frozen=True, slots=True)
class DateTexts:
    """One date, or both ends of a range."""

    ends: tuple[DateText, ...]

    def __str__(self) -> str:
        return "/".join(map(str, self.ends))

    def said(self, lang: str) -> str:
        """Return both ends as texts of the language print them."""
        ends = [end.said(lang) for end in self.ends]
        if len(ends) != 2:
            return _catalog(lang).gettext(_COMMA).join(ends)
        return load(lang).periods.range.format(first=ends[0], last=ends[1])


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month of a calendar by name; in English as `formats.names.MONTH_NAMES` has it.

    >>> MonthName("persian", 1).said("ar"), MonthName("islamic", 9).said("fa")
    ('فروردين', 'رمضان')
    """

    calendar: str
    number: int
    english: str = ""

    def __str__(self) -> str:
        return self.english

    def said(self, lang: str) -> str:
        """Return the first name that the language's file gives the month."""
        tables = load(lang).tables.months
        table = next(table for table in tables if table.calendar == self.calendar)
        return table.names[self.number - 1][0]


@dataclass(frozen=True, slots=True)
class Weekday:
    """An ISO weekday, 1 Monday … 7 Sunday.

    >>> str(Weekday(5)), Weekday(5).said("fa"), Weekday(5).said("ar")
    ('Friday', 'جمعه', 'الجمعة')
    """

    number: int

    def __str__(self) -> str:
        return _WEEKDAYS[self.number - 1]

    def said(self, lang: str) -> str:
        """Return the first name that the language's file gives the weekday."""
        return load(lang).tables.weekdays[self.number - 1][0]


_COMMA = translatable(", ")


@dataclass(frozen=True, slots=True)
class Joined:
    """Several texts or sentences, with a comma or another joint between them.

    >>> str(Joined(("a", "b"))), Joined(("a", "b")).said("fa")
    ('a, b', 'a، b')
    """

    parts: tuple[str, ...]
    joint: str = _COMMA

    def __str__(self) -> str:
        return self.joint.join(self.parts)

    def said(self, lang: str) -> str:
        """Return the parts in a language, with its comma between them."""
        joint = _catalog(lang).gettext(self.joint)
        return joint.join(translated(part, lang) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is printed, in the digits of each language.

    >>> str(Figure("0.97")), Figure("0.97").said("fa")
    ('0.97', '۰.۹۷')
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def said(self, lang: str) -> str:
        """Return it in the digits of a language."""
        return in_digits(self.text, lang)


class _Number(int):
    """A number whose format uses the digits of a language."""

    lang: str

    def __format__(self, spec: str) -> str:
        return in_digits(format(int(self), spec), self.lang)


def _said(value: Any, lang: str) -> Any:
    """Return what a field of a template is filled with in a language."""
    if isinstance(value, Sentence):
        return value.translated(lang)
    if isinstance(value, int) and not isinstance(value, bool):
        number = _Number(value)
        number.lang = lang
        return number
    return value.said(lang) if isinstance(value, Term) else value


@cache
def _catalog(lang: str) -> NullTranslations:
    from gettext import GNUTranslations

    place = files("shamsi.lang").joinpath("locale", lang, "LC_MESSAGES", f"{DOMAIN}.mo")
    with place.open("rb") as file:
        return GNUTranslations(file)
