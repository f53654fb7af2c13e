"""Read a matched pattern: what its tokens say, before anything is decided."""

from __future__ import annotations

from shamsi.lang.classes import kinds
from shamsi.lang.language import MonthName, civil_calendar
from shamsi.text import layouts, weekdays
from shamsi.text.drafts import MONTHS, Draft, Fields
from shamsi.text.drafts import NUMBERS as _NUMBERS
from shamsi.text.drafts import places as _places
from shamsi.text.expressions import compiled
from shamsi.text.grammar import Shape
from shamsi.text.reasons import Refusal
from shamsi.text.tokens import Number, Tokens

_TWO_DIGITS = 2
_APART = 400  # years between two calendars that count one time
_YEARS_OFF = {"last": -1, "same": 0, "next": 1}  # what a deictic says of a year that its era stands between
_MODERN = (1200, 2100)  # years that are written in words after a month
_ERA, _DEICTIC, _FULL, _ORDINAL = map(kinds, ("era", "deictic", "four_digits", "ordinal"))
_YEAR_WORD, _LARGE, _THREE = map(kinds, ("year_word", "year_in_words", "three_digits"))
_QUARTER, _HALF, _DECADE, _CENTURY = map(kinds, ("quarter", "half", "decade", "century"))
_WEEKDAY, _SEASON, _OTHER_NUMBER = map(kinds, ("weekday", "season", "other_number"))
_ERAS, _CENTURIES, _PARTS = map(kinds, ("era era_mark", "ordinal day", "quarter half"))
_EVENTS, _SLASHES = kinds("event_cue event"), frozenset(kinds("inner_slash slash"))
_DATE_CUES = compiled("([date_word weekday day_word] | date_word colon | weekday comma) $")
_ERA_BEFORE = compiled("(?<=year_word) era school? $ | era year_word_beside $")
_LAST_YEAR = kinds("year_word era deictic")
_SAID = frozenset(kinds("era era_mark deictic weekday"))  # classes that say more of a date than its pattern


def read(shape: Shape, tokens: Tokens) -> Draft | Refusal:
    """The draft of a match, or why its numbers cannot be what the pattern takes them for."""
    first, last = shape.first, shape.last
    draft = Draft(shape, tokens, "day", [Fields(first, last)])
    if not _SAID.isdisjoint(tokens.letters[max(0, shape.outer - 2) : last]):
        _take_what_is_said(draft)
    if shape.modifier is not None:
        value = tokens.values[shape.modifier]
        draft.modifier = "mid" if value == "half" else value
    for lexeme in tokens.lexemes[first:last]:
        if lexeme is not None:
            draft.lang = lexeme.lang
            break
    found = _READERS[shape.reads or shape.name](draft)
    if draft.calendar == "persian" and draft.era and draft.era.calendar == "coptic":
        draft.era = None  # «18 مرداد 1404 ش»: no Coptic month
    if draft.weekdays and isinstance(found, Draft):
        weekdays.share(found)
    return found


def _take_what_is_said(draft: Draft) -> None:
    """The first era and deictic of the core; the weekdays of the extent, or before the bracket around the date."""
    shape, tokens = draft.shape, draft.tokens
    for k in range(shape.outer, shape.last):
        letter = tokens.letters[k]
        if letter in _ERAS and draft.era is None and k >= shape.first:
            draft.era = tokens.values[k]
        elif letter == _DEICTIC and draft.deictic is None and k >= shape.first:
            draft.deictic = tokens.values[k]
    draft.weekdays = weekdays.stated(tokens, shape)


def _day(draft: Draft) -> Draft | Refusal:
    """Days that share a month, and perhaps a year."""
    month_at = _places(draft, MONTHS)[0]
    name: MonthName = draft.tokens.values[month_at]
    numbers = _places(draft, _NUMBERS)
    days = [k for k in numbers if k < month_at]
    years = [k for k in numbers if k > month_at]
    year = draft.tokens.number(years[0]) if years else None
    if draft.tokens.is_glued(draft.shape.first):
        return Refusal.GLUED
    if _is_count(draft, years):
        return Refusal.COUNT_BEHIND
    if _is_aside(draft, name, year):
        return Refusal.OTHER_CALENDAR
    draft.calendar = name.calendar
    draft.members = [Fields(k, k + 1, draft.tokens.number(k).value, name.number, year) for k in days]
    draft.members[-1].last = draft.shape.last
    if len(days) == 1:
        draft.members[0].first = draft.shape.first
        draft.kind = "event" if year is None and _is_event(draft) else "day"
    return draft


def _is_event(draft: Draft) -> bool:
    """Whether a day without a year follows an event's word, and is a day that events are named after."""
    tokens, first, member = draft.tokens, draft.shape.first, draft.members[0]
    if draft.deictic is not None or not first or tokens.letters[first - 1] not in _EVENTS:
        return False
    events = tokens.values[first - 1]
    return isinstance(events, frozenset) and (draft.calendar, f"{member.month:02}-{member.day:02}") in events


def _is_count(draft: Draft, years: list[int]) -> bool:
    """Whether what follows a month is no year: a round number in words, or three digits after a bare Solar month."""
    if not years or draft.tokens.letters[years[0] - 1] == _YEAR_WORD or draft.era:
        return False
    letter, value = draft.tokens.letters[years[0]], draft.tokens.number(years[0]).value
    if letter == _LARGE:
        return not _MODERN[0] < value < _MODERN[1] or value % 1000 == 0
    return (
        letter == _THREE
        and draft.shape.name == "month"
        and draft.tokens.values[draft.shape.first].calendar == "persian"
    )


def _is_aside(draft: Draft, name: MonthName, year: Number | None) -> bool:
    """Whether the year behind a slash cannot be the Solar month's own."""
    return (
        draft.shape.name == "day-month-slash" and name.calendar == "persian" and year is not None and year.value > 1500
    )


def _months(draft: Draft) -> Draft | Refusal:
    """Months, one or a list, that share a year."""
    places = _places(draft, MONTHS)
    names: list[MonthName] = [draft.tokens.values[k] for k in places]
    if len({name.calendar for name in names}) > 1 or len({name.number for name in names}) < len(names):
        return Refusal.NO_LIST  # «صفر-صفر» is a score
    years = [k for k in _places(draft, _NUMBERS) if k > places[-1]]
    year = draft.tokens.number(years[0]) if years else None
    if _is_count(draft, years):
        return Refusal.COUNT_BEHIND
    draft.kind, draft.calendar = "month", names[0].calendar
    draft.members = [Fields(k, k + 1, None, name.number, year) for k, name in zip(places, names, strict=True)]
    draft.members[-1].last = draft.shape.last
    return draft


def _part_of_month(draft: Draft) -> Draft | Refusal:
    """A half or a third of a month: نیمه دوم مهر, دهه اول محرم."""
    months = _months(draft)
    halves = bool(_places(draft, _HALF))
    draft.kind, draft.parts_of_month = ("half", 2) if halves else ("range", 3)
    draft.number = draft.tokens.number(_places(draft, _ORDINAL)[0]).value
    draft.members[0].first = draft.shape.first
    return months if draft.number <= draft.parts_of_month else Refusal.PART_OF_MONTH


def _numeric(draft: Draft) -> Draft | Refusal:
    """A numeric date: year first, or year last; two-digit years only where they can be nothing else."""
    at = draft.shape.first
    a, b, c, separator = draft.tokens.values[at]
    cued = _DATE_CUES.search(draft.tokens.letters[max(0, at - 2) : at]) is not None
    cue = next((x for x in reversed(draft.tokens.lexemes[max(0, at - 2) : at]) if x), None)
    if len(a) == 4:
        year, month, day = a, b, c
    elif len(c) == 4:
        day, month, year = a, b, c
    elif max(len(a), len(c)) > _TWO_DIGITS or separator != "/":
        return Refusal.CODE
    elif int(a) > 31 or (cued and a.startswith("0") and cue and civil_calendar(cue.lang) == "persian"):
        year, month, day = a, b, c
    elif int(c) > 31:
        day, month, year = a, b, c
    else:
        return Refusal.NO_YEAR
    if int(month) > 12 >= int(day) and len(c) == 4:
        month, day = day, month
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return Refusal.NO_MONTH
    draft.members = [Fields(at, draft.shape.last, int(day), int(month), Number(int(year), len(year)))]
    return draft


def _years(draft: Draft) -> Draft | Refusal:
    """Years, one or a range; a short end takes its century from the long one: 1403-04, 19-2018."""
    draft.kind = "year"
    first = draft.shape.first
    if draft.shape.last - first == 1:
        draft.members[0].year = draft.tokens.number(first)
    else:
        _take_years(draft)
    before = draft.tokens.letters[max(0, first - 3) : first]
    if draft.era is None and _ERA in before and (cue := _ERA_BEFORE.search(before)):
        draft.era = draft.tokens.values[first - len(cue[0])]  # العام الفارسي 1404, سپوږمیز کال ۱۴۴۰
    return draft


def _take_years(draft: Draft) -> None:
    """The years of several tokens, each with the era behind it."""
    places = _places(draft, _NUMBERS + _OTHER_NUMBER)
    numbers = [draft.tokens.number(k) for k in places]
    if draft.tokens.letters[places[-1]] == _ORDINAL:  # چهل و یکم هجری
        places, numbers = places[:1], [Number(sum(number.value for number in numbers), 0)]
    full = next((n.value for n in numbers if n.width == 4), None)
    if full and len(numbers) == 2:
        numbers = [Number(near(full, n), 4) if 0 < n.width <= _TWO_DIGITS else n for n in numbers]
    draft.members = [Fields(k, k + 1, year=n) for k, n in zip(places, numbers, strict=True)]
    for member in draft.members:
        if member.last < draft.shape.last and draft.tokens.letters[member.last] in _ERAS:
            member.era = draft.tokens.values[member.last]
            member.last += 1
    between = draft.tokens.letters[draft.shape.first : draft.shape.last]
    if not _SLASHES.isdisjoint(between) and max(n.value for n in numbers) - min(n.value for n in numbers) > _APART:
        draft.era = None  # 1441/2020م: one year in two calendars, and the era is the last one's
    if len(places) == 1:
        draft.members[0].first, draft.members[0].last = draft.shape.first, draft.shape.last


def near(full: int, short: Number) -> int:
    """The year with these last digits that is nearest to a full one: 1403-04, 2007/8."""
    step: int = 10**short.width
    return full + (short.value - full + step // 2) % step - step // 2


def _seasons(draft: Draft) -> Draft | Refusal:
    """Seasons in a row that share their year."""
    places = _places(draft, _SEASON)
    names = [draft.tokens.values[k] for k in places]
    year = draft.tokens.number(_places(draft, _NUMBERS)[0])
    draft.kind, draft.calendar = "season", names[0][0]
    draft.members = [Fields(k, k + 1, year=year, number=number) for k, (_, number) in zip(places, names, strict=True)]
    draft.members[-1].last = draft.shape.last
    return draft if len({calendar for calendar, _ in names}) == 1 else Refusal.SEASONS


def _decades(draft: Draft) -> Draft | Refusal:
    """Decades in a row, under one word and one era."""
    draft.kind = "decade"
    places = _places(draft, _NUMBERS)
    draft.members = [Fields(k, k + 1, year=draft.tokens.number(k)) for k in places]
    draft.members[0].first, draft.members[-1].last = draft.shape.first, draft.shape.last
    return draft if all(draft.tokens.number(k).value % 10 == 0 for k in places) else Refusal.DECADE


def _season(draft: Draft) -> Draft | Refusal:
    draft.kind = "season"
    draft.calendar, draft.number = draft.tokens.values[_places(draft, _SEASON)[0]]
    years = _places(draft, _NUMBERS)
    draft.members[0].year = draft.tokens.number(years[0]) if years else None
    return draft


def _decade(draft: Draft) -> Draft | Refusal:
    """A decade by its number or its own word: دهه ۶۰, التسعينيات."""
    draft.kind = "decade"
    plural = _places(draft, _DECADE)
    numbers = _places(draft, _NUMBERS)
    year = draft.tokens.number((plural or numbers)[0]) if plural or numbers else None
    if year and plural:
        year = year._replace(width=_TWO_DIGITS)
    if year is None or year.value % 10 or (year.value < 10 and year.width != _TWO_DIGITS):
        return Refusal.DECADE
    draft.members[0].year = year
    return draft


def _decade_of_century(draft: Draft) -> Draft | Refusal:
    draft.kind = "decade"
    tens = draft.tokens.number(_places(draft, _DECADE + _NUMBERS)[0]).value % 100
    ordinals = [k for k in _places(draft, _CENTURIES) if _CENTURY in draft.tokens.letters[draft.shape.first : k]]
    century = draft.tokens.number(ordinals[0]).value if ordinals else 20
    draft.calendar = "gregorian" if draft.era is None else None
    draft.members[0].year = Number((century - 1) * 100 + tens, 4)
    draft.assumed += [] if ordinals else ["century"]
    draft.deictic = None
    return draft


def _century(draft: Draft) -> Draft | Refusal:
    draft.kind = "century"
    draft.number = draft.tokens.number(_places(draft, _CENTURIES)[0]).value
    return draft


def _part(draft: Draft) -> Draft | Refusal:
    quarter = draft.tokens.letters[_places(draft, _PARTS)[0]] == _QUARTER
    draft.kind = "quarter" if quarter else "half"
    draft.number = draft.tokens.number(_places(draft, _ORDINAL)[0]).value
    draft.members[0].year = draft.tokens.number(_places(draft, _FULL)[0])
    return draft if draft.number <= (4 if quarter else 2) else Refusal.PART_OF_YEAR


def _relative(draft: Draft) -> Draft | Refusal:
    """A word such as yesterday; a year's word («سال گذشته») counts alone, a bare «گذشته» does not."""
    draft.kind, draft.calendar = "relative", "gregorian"
    letters = draft.tokens.letters[draft.shape.first : draft.shape.last]
    if letters == _LAST_YEAR:  # سال میلادی گذشته
        draft.deictic = _YEARS_OFF.get(draft.deictic, draft.deictic)
    alone = letters.rstrip(_ERA)[-1] == _DEICTIC and letters != _WEEKDAY + _DEICTIC
    return Refusal.BARE_DEICTIC if alone and not isinstance(draft.deictic, int) else draft


_READERS = {
    "numeric": _numeric,
    "part-of-month": _part_of_month,
    "day-month-slash": _day,
    "day": _day,
    "nights": layouts.nights,
    "month-number": layouts.month_number,
    "month-day": layouts.month_then_day,
    "year-month-day": layouts.month_then_day,
    "month-then-days": layouts.month_then_day,
    "month-then-day": layouts.month_then_day,
    "months": _months,
    "month": _months,
    "seasons": _seasons,
    "season": _season,
    "decades": _decades,
    "decade-of-century": _decade_of_century,
    "decade": _decade,
    "century": _century,
    "part": _part,
    "years": _years,
    "year": _years,
    "deictic": _relative,
}
