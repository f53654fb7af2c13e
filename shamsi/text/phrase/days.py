"""Read a text that is one date, in words or in numbers with words around them."""

from __future__ import annotations

from typing import NamedTuple

from shamsi._errors import Advice, DateError, ParseError, shown
from shamsi.calendar import intervals
from shamsi.calendar.kernel import days, is_valid
from shamsi.formats import numbers
from shamsi.formats.names import names, too_few
from shamsi.formats.numeric import GREGORIAN_YEARS, refusal, refuse_imperial, to_iso
from shamsi.lang.classes import codes_of
from shamsi.lang.language import NthWeekday
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.readers import read as read_shape
from shamsi.text.grammar.tokens import Number, Tokens
from shamsi.text.phrase.whole_text import ALL_PARTS, OF_DAYS, ONE_DAY, Phrase, phrases_of_day

Ymd = tuple[int, int, int]  # year, month and day

_one_day = compiled(ONE_DAY, ALL_PARTS).fullmatch
# «بیستمین روز از خرداد»: the preposition is a part of the day
_without_nth = compiled("[day_ordinal nth_suffix] day_word into?").sub
_before, _behind = (compiled(part, ALL_PARTS).fullmatch for part in ("BEFORE", "BEHIND"))
_MOST = 20  # tokens of a day
_SHORT, _FULL = 2, 4  # digits of a day or of a year without its century; of a full year
_DAYS, _YEARS = codes_of("ordinal day_in_words"), codes_of("tens_in_words year_in_words")
_NUMBERS = _DAYS + _YEARS + codes_of("SHORT three_digits four_digits other_number")
MONTHS, ERAS, WEEKDAY = map(codes_of, ("MONTH", "era era_mark", "weekday"))
_WEEKDAYS = [row[0] for row in names("en")["A"]]
_NO_ERA = Advice("no_era", python="leave era= out, or pass the era that the text names")
_WEEKDAY_ADVICE = Advice("weekday", python="correct one of them")
_FROM_ISLAMIC = Advice("from", "islamic", python="use Date.from_islamic(year, month, day)")
_GREGORIAN = Advice("from_gregorian", python="use Date.from_gregorian")


class Parts(NamedTuple):
    """The parts of a day, as printed. The day may be a weekday that is counted."""

    day: Number | NthWeekday
    month: int | None
    year: Number


def read(text: str, century: int | None, ahead: int | None, /, *, lang: str | None = None) -> Ymd:
    """Return the year, month and day of a text that is one date; raises as `Date.parse` says.

    `ahead` is how far the given era is ahead of the Solar Hijri one.

    >>> read("پنج‌شنبه ۳۰ اسفند ۱۴۰۳", None, None), read("30th of Esfand, 1403", None, None)
    ((1403, 12, 30), (1403, 12, 30))
    """
    problem: ParseError | None = None
    phrase = None
    for phrase in phrases_of_day(text, lang):
        found = parts_of(phrase)
        other = _other_calendar(phrase, text) if found else None
        if found and not other:
            return _fields(phrase, found, century, ahead, text)
        problem = problem or other
    raise problem or (_misfit(phrase, text) if phrase else numbers.unreadable(text))


def parts_of(phrase: Phrase) -> Parts | str | None:
    """Return the parts of the day that a phrase is, in any calendar, or a date in numbers."""
    if len(phrase.tokens.kinds) > _MOST:
        return None
    return _in_any_order(phrase.tokens) or _in_prose(phrase)


def year_of(
    parts: Parts, century: int | None, ahead: int | None, text: str, *, calendar: str = "persian"
) -> int:
    """Return the year of a day whose month is named; ParseError if its day or year is too long."""
    day, _, (value, width) = parts
    if isinstance(day, Number) and day.width > _SHORT:
        raise ParseError(f"day must have one or two digits, got {shown(text)}")
    digits = f"{value:0{width or (_SHORT if value < 100 else _FULL)}}"
    return numbers.year(digits, century, ahead, text, calendar=calendar)


def _in_any_order(tokens: Tokens) -> Parts | str | None:
    """Return the parts of a day in any order, or a date in numbers.

    The longer of two numbers is the year, or the last one if both are short.
    """
    found = _one_day(tokens.kinds)
    if not found:
        return None
    core = range(*found.span("core"))
    month = next((tokens.values[k].number for k in core if tokens.kinds[k] in MONTHS), None)
    if month is None:
        year, middle, day, mark = tokens.values[core[0]]
        return f"{year}{mark}{middle}{mark}{day}"
    day, year = (k for k in core if tokens.kinds[k] in _NUMBERS)
    is_year = tokens.kinds[day] in _YEARS or tokens.number(day).width > _SHORT
    if tokens.kinds[year] in _DAYS or (is_year and tokens.kinds[day] not in _DAYS):
        day, year = year, day
    return Parts(tokens.number(day), month, tokens.number(year))


def _in_prose(phrase: Phrase) -> Parts | None:
    """Return the parts of the only day that the patterns of prose find.

    None if the rest of the text has more to say.
    """
    kinds = phrase.tokens.kinds
    is_of_days = OF_DAYS.issuperset(_without_nth("", kinds))
    shapes = phrase.shapes() if is_of_days else []
    draft = read_shape(shapes[0], phrase.tokens) if len(shapes) == 1 else None
    if not isinstance(draft, Draft) or draft.kind != "day" or len(draft.members) != 1:
        return None
    is_whole = _before(kinds[: draft.shape.first]) and _behind(kinds[draft.shape.last :])
    member = draft.members[0]
    if not is_whole or draft.calendar == "gregorian" or not member.year:
        return None
    if draft.nth and member.weekday_at is not None:
        return Parts(phrase.tokens.values[member.weekday_at], member.month, member.year)
    if not (member.day and member.month):
        return None
    return Parts(Number(member.day, 0), member.month, member.year)


def _other_calendar(phrase: Phrase, text: str) -> ParseError | None:
    """Return the error for a text that names, or may name, another calendar."""
    tokens, is_solar = phrase.tokens, phrase.names_solar_month()
    for k, kind in enumerate(tokens.kinds):
        calendar = tokens.values[k].calendar if kind in MONTHS + ERAS else "persian"
        if calendar == "persian" or (calendar == "hijri" and is_solar):
            continue
        printed = shown(phrase.printed(k))
        if calendar == "gregorian":
            return ParseError(f"looks Gregorian: {printed}, got {shown(text)}", advice=_GREGORIAN)
        which = {"hijri": "may be lunar", "islamic": "is lunar"}.get(
            calendar, f"is {calendar.capitalize()}"
        )
        return ParseError(
            f"text must be a Solar Hijri date: {printed} {which}, got {shown(text)}",
            advice=_FROM_ISLAMIC if calendar == "islamic" else None,
        )
    return None


def _fields(
    phrase: Phrase, found: Parts | str, century: int | None, ahead: int | None, text: str
) -> Ymd:
    """Return the fields of a day after all checks."""
    ahead = _era(phrase.tokens, ahead, text)
    if isinstance(found, str):
        fields = numbers.parse(found, century, ahead)
    else:
        fields = _in_words(found, century, ahead, text)
    if not is_valid(*fields):
        raise refusal(*fields)
    weekday = (days(*fields) + 3) % 7 + 1
    for k, kind in enumerate(phrase.tokens.kinds):
        if kind == WEEKDAY and phrase.tokens.values[k] != weekday:
            right = f"{to_iso(*fields)} is a {_WEEKDAYS[weekday - 1]}"
            problem = f"text says {phrase.printed(k)!r} but {right}, got {shown(text)}"
            raise ParseError(problem, advice=_WEEKDAY_ADVICE)
    return fields


def _era(tokens: Tokens, ahead: int | None, text: str) -> int | None:
    """Return how far the years are ahead of Solar Hijri ones, from the text or the caller."""
    eras = [value for kind, value in zip(tokens.kinds, tokens.values, strict=True) if kind in ERAS]
    stated = [-era.offset for era in eras if era.calendar == "persian"]
    if stated and ahead not in (None, stated[-1]):
        raise ParseError(f"text and the given era disagree, got {shown(text)}", advice=_NO_ERA)
    return stated[-1] if stated else ahead


def _in_words(found: Parts, century: int | None, ahead: int | None, text: str) -> Ymd:
    """Return the fields of a day whose month is named."""
    day, month, _ = found
    year = year_of(found, century, ahead, text)
    if ahead is None and year in GREGORIAN_YEARS:
        way = Advice("era", "solar-hijri", f"if you mean the Solar Hijri year {year}")
        raise ParseError(f"looks Gregorian: the year {year}, got {shown(text)}", advice=way)
    if ahead is None:
        refuse_imperial(year)
    return (year, month or 1, day.value) if isinstance(day, Number) else _counted(found, year, text)


def _counted(found: Parts, year: int, text: str) -> Ymd:
    """Return the fields of a weekday that is counted within its month or year."""
    day, month, _ = found
    nth, weekday = day
    span = intervals.interval("persian", year, month)
    if span is None:
        raise numbers.unreadable(text)
    date = intervals.nth_weekday(span, nth, weekday)
    if date is None:
        raise DateError(f"{too_few('persian', year, month or 1, weekday)}, got {shown(text)}")
    return intervals.fields("persian", date)


def _misfit(phrase: Phrase, text: str) -> ParseError:
    """Return the error that says why a text is not a date."""
    for k, kind in enumerate(phrase.tokens.kinds):
        if kind not in OF_DAYS:
            return _unreadable(text, phrase.printed(k))
    return _other_calendar(phrase, text) or _unreadable(text)


def _unreadable(text: str, unexpected: str = "") -> ParseError:
    """Return the error for a text that is not a date, or lacks its year."""
    from shamsi.text.phrase.expression import advice  # only errors load what decides dates of texts

    if way := advice(text):
        problem = "it has no year, or counts from the day it was written"
        return ParseError(f"cannot read {shown(text)} as a date: {problem}", advice=way)
    return numbers.unreadable(text, unexpected)
