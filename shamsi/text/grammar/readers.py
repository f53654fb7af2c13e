"""Read matched patterns: make a draft of the tokens of each match."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName, NthWeekday, Observance, civil_calendar
from shamsi.text.grammar import modifiers, orders, period_readers, relatives, two_styles, weekdays
from shamsi.text.grammar.drafts import MONTHS, NUMBERS, Draft, Match, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.observance_guards import SHARED_YEAR
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Number, Tokens
from shamsi.text.grammar.year_readers import read_years, year_with_era

# Of a half, and of a week before a season or a year: «هفته اول تابستان ۱۴۰۴».
_MODIFIERS: dict[Any, str] = {
    "half": "mid",
    1: "start",
    -1: "end",
    **dict.fromkeys((2, 3, 4), "mid"),
    5: "end",
}
_TWO_DIGITS = 2
_MODERN = (1200, 2100)  # bounds of years that are written in words after a month
_DEICTIC, _FULL, _ORDINAL = map(codes_of, ("deictic", "four_digits", "ordinal"))
_YEAR_WORD, _LARGE, _THREE = map(codes_of, ("year_word", "year_in_words", "three_digits"))
_HALF, _ERAS = map(codes_of, ("half", "era era_mark"))
_NTH, _WEEKS = codes_of("nth_weekday"), codes_of("nth_week ordinal")
_ERA_AFTER = tuple(_ERAS)
_SHARED_YEAR = compiled(SHARED_YEAR).match
_TEN_DAYS, _OBSERVANCE = codes_of("ten_days"), codes_of("observance")
_LAST_DAY = codes_of("last_day")
_MOST_WEEKS = 5  # of a month
_EVENTS = codes_of("event_cue event yearly")
_DATE_CUES = compiled("([date_word weekday day_word] | date_word colon | weekday comma) $")
_LABEL = compiled("era colon [other_mark weekday comma]* $")  # «هجري: 1446/11/07»
# Classes with values that the reader of a pattern does not look for.
_COMMON = frozenset(codes_of("era era_mark deictic weekday"))


def read(shape: Shape, tokens: Tokens) -> Draft | Rejection:
    """Return the draft of a match, or the reason why its numbers do not fit the pattern."""
    first, last = shape.first, shape.last
    era = deictic = modifier = lang = None
    stated: tuple[int, ...] = ()
    if not _COMMON.isdisjoint(tokens.kinds[max(0, shape.outer - 2) : last + 2]):
        era, deictic = _era_and_deictic(tokens, first, last)
        stated = weekdays.stated(tokens, shape)
    if shape.modifier is None:
        shape = modifiers.beside(shape, tokens)
    if shape.modifier is not None:
        value = tokens.values[shape.modifier]
        modifier = _MODIFIERS.get(value, value)
    for lexeme in tokens.lexemes[first:last]:
        if lexeme is not None:
            lang = lexeme.lang
            break
    match = Match(shape, tokens, era, deictic, stated, modifier, lang)
    found = _READERS[shape.reads or shape.name](match)
    if not stated or not isinstance(found, Draft) or found.nth:
        return found
    return weekdays.shared(found)


def _era_and_deictic(tokens: Tokens, first: int, last: int) -> tuple[Any, Any]:
    """Return the first era and the first deictic of a core. A full year behind it says more."""
    era = deictic = None
    for k in range(first, last):
        kind = tokens.kinds[k]
        if kind in _ERAS and era is None:
            era = tokens.values[k]
        elif kind == _DEICTIC and deictic is None:
            deictic = tokens.values[k]
        elif kind == _FULL:
            deictic = None
    return era, deictic


def _day(match: Match) -> Draft | Rejection:
    """Read days that share a month, and perhaps a year."""
    month_at = match.places(MONTHS)[0]
    name: MonthName = match.tokens.values[month_at]
    numbers = match.places(NUMBERS)
    days = [k for k in numbers if k < month_at]
    years = [k for k in numbers if k > month_at]
    year = match.tokens.number(years[0]) if years else None
    if match.tokens.is_glued(match.shape.first):
        return Rejection.GLUED
    if _is_count(match, years):
        return Rejection.COUNT_BEHIND
    if _is_aside(match, name, year):
        return Rejection.OTHER_CALENDAR
    if len(days) == 1:
        member = match.whole(match.tokens.number(days[0]).value, name.number, year)
        kind = "event" if year is None and _is_event(match, name, member) else "day"
        return match.draft(kind, (member,), name.calendar)
    if orders.is_slashed(match, days) and year:
        numbers = [match.tokens.number(k).value for k in days]
        if two_styles.are_two_styles([name], year, numbers):
            return orders.in_two_styles(match, name, year, numbers[-1])
    members = [Member(k, k + 1, match.tokens.number(k).value, name.number, year) for k in days]
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("day", tuple(members), name.calendar)


def _is_event(match: Match, name: MonthName, member: Member) -> bool:
    """Whether a day without a year follows a word for an event, and events are named after it."""
    tokens, first = match.tokens, match.shape.first
    if match.deictic is not None or not first or tokens.kinds[first - 1] not in _EVENTS:
        return False
    events = tokens.values[first - 1]
    day = name.calendar, f"{member.month:02}-{member.day:02}"
    return isinstance(events, frozenset) and day in events


def _is_count(match: Match, years: list[int]) -> bool:
    """Whether the number after a month is a count, not its year.

    It is a round number in words, or has three digits after a bare Solar month.
    """
    if not years or match.era or match.tokens.kinds[years[0] - 1] == _YEAR_WORD:
        return False
    kind, value = match.tokens.kinds[years[0]], match.tokens.number(years[0]).value
    if kind == _LARGE:
        return not _MODERN[0] < value < _MODERN[1] or value % 1000 == 0
    shape = match.shape
    is_bare = kind == _THREE and shape.name == "month"
    return is_bare and match.tokens.values[shape.first].calendar == "persian"


def _is_aside(match: Match, name: MonthName, year: Number | None) -> bool:
    """Whether the year after a slash is of another calendar than the Solar month."""
    is_slashed = match.shape.name == "day-month-slash" and name.calendar == "persian"
    return is_slashed and year is not None and year.value > 1500


def _months(match: Match) -> Draft | Rejection:
    """Read a month, or a list of months that share a year."""
    places = match.places(MONTHS)
    names: list[MonthName] = [match.tokens.values[k] for k in places]
    if len({name.calendar for name in names}) > 1 or len({name.number for name in names}) < len(
        names
    ):
        return Rejection.NO_LIST  # «صفر-صفر» is a score
    years = [k for k in match.places(NUMBERS) if k > places[-1]]
    if _is_count(match, years):
        return Rejection.COUNT_BEHIND
    years += [k for k in match.places(_FULL) if k < places[0]]  # د ۱۳۹۹ کال د حمل او ثور میاشتې
    year = match.tokens.number(years[0]) if years else None
    members = [
        Member(k, k + 1, None, name.number, year) for k, name in zip(places, names, strict=True)
    ]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("month", tuple(members), names[0].calendar)


def _nth_weekday(match: Match) -> Draft | Rejection:
    """Read weekdays that are counted within their month or year: أول خميس من مايو 2024.

    Several of a lunar month, whose days are not known, are the month.
    """
    counted, months = match.places(_NTH), match.places(MONTHS)
    reader = (
        read_years if not months else _months if counted[0] < months[0] else orders.month_then_day
    )
    found = reader(match)
    if not isinstance(found, Draft):
        return found
    if found.calendar == "islamic":
        counted = counted[:1]
    rows = [replace(found.members[0], first=at, last=at + 1).on(at) for at in counted]
    rows[0] = replace(rows[0], first=match.shape.first)
    rows[-1] = replace(rows[-1], last=match.shape.last)
    nth: NthWeekday = match.tokens.values[counted[0]]
    return replace(found, kind="day", members=tuple(rows), nth=nth.nth)


def _nth_day(match: Match) -> Draft | Rejection:
    """Read a day that is counted in its month: هجدهمین روز مهر, آخر يوم من فبراير 2024.

    The last day of a month whose length is open, as all lunar ones are, is the end of the month.
    """
    if not match.places(_LAST_DAY):
        return _day(match)
    found = _months(match)
    if not isinstance(found, Draft):
        return found
    (member,) = found.members
    day = orders.last_day(found.calendar or "", member.year, member.month or 1)
    if day is None:
        return replace(found, modifier="end")
    return replace(found, kind="day", members=(replace(member, day=day),))


def _weeks(match: Match) -> Draft | Rejection:
    """Read weeks of a month or a year: هفته دوم مهر, الأسبوع الأول والثاني من أيلول."""
    counted, months = match.places(_WEEKS), match.places(MONTHS)
    is_led = bool(months) and months[0] < counted[0]
    counted = [k for k in counted if is_led or not months or k < months[0]]
    found = (read_years if not months else orders.month_then_day if is_led else _months)(match)
    if not isinstance(found, Draft):
        return found
    numbers = [match.tokens.values[k] for k in counted]
    if any(number > _MOST_WEEKS for number in numbers):
        return Rejection.PART_OF_MONTH
    rows = [
        replace(found.members[0], first=k, last=k + 1, number=number)
        for k, number in zip(counted, numbers, strict=True)
    ]
    rows[0] = replace(rows[0], first=match.shape.first)
    rows[-1] = replace(rows[-1], last=match.shape.last)
    weeks = replace(found, kind="week", members=tuple(rows))
    return weeks.assuming("week", Basis.WEEK)


def _observance(match: Match) -> Draft | Rejection:
    """Read a day with a name, in the years that are printed: عید نوروز ۱۴۰۵."""
    tokens, at = match.tokens, match.places(_OBSERVANCE)[0]
    rule: Observance = tokens.values[at]
    if len(match.kinds) == 1 and (shared := _SHARED_YEAR(tokens.kinds, match.shape.last)):
        return _with_shared_year(match, rule, shared.end() - 1)
    years = [k for k in match.places(NUMBERS) if k != at]
    if years and tokens.number(years[0]).width == _TWO_DIGITS and not match.era:
        is_solar = civil_calendar(match.lang) == "persian"
        if not (rule.has_short_years and is_solar):
            return Rejection.SHORT
    month, day = rule.first
    members = [year_with_era(match, k, tokens.number(k)) for k in years] or [match.whole()]
    members = [replace(member, day=day, month=month) for member in members]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    draft = match.draft("event", tuple(members), rule.calendar)
    return replace(draft, observance=rule)


def _with_shared_year(match: Match, rule: Observance, at: int) -> Draft:
    """Read a day with a name whose year, at a token, is behind the next such day."""
    kinds, values = match.tokens.kinds, match.tokens.values
    month, day = rule.first
    if kinds[at] == _DEICTIC:
        draft = match.draft("event", (match.whole(day, month),), rule.calendar)
        return replace(draft, observance=rule, deictic=values[at])
    era = values[at + 1] if kinds[at + 1 : at + 2] in _ERA_AFTER else None
    member = replace(match.whole(day, month, match.tokens.number(at)), era=era)
    return replace(match.draft("event", (member,), rule.calendar), observance=rule)


def _part_of_month(match: Match) -> Draft | Rejection:
    """Read a half or a third of a month: نیمه دوم مهر, دهه اول محرم, العشر الأواخر من رمضان."""
    months = _months(match)
    if not isinstance(months, Draft):
        return months
    kind, parts = ("half", 2) if match.places(_HALF) else ("range", 3)
    number = match.tokens.number(match.places(_ORDINAL + _TEN_DAYS)[0]).value
    if number > parts:
        return Rejection.PART_OF_MONTH
    first, *rest = months.members
    members = (replace(first, first=match.shape.first), *rest)
    return replace(months, kind=kind, members=members, number=number, parts_of_month=parts)


def _numeric(match: Match) -> Draft | Rejection:
    """Read a numeric date with its year first or last.

    Two digits are a year only if they cannot be a day.
    """
    at = match.shape.first
    a, b, c, separator = match.tokens.values[at]
    if len(a) == 4:
        year, month, day = a, b, c
    elif len(c) == 4:
        day, month, year = a, b, c
    elif max(len(a), len(c)) > _TWO_DIGITS or separator != "/":
        return Rejection.CODE
    elif int(a) > 31 or (a.startswith("0") and _is_cued_in_solar(match)):
        year, month, day = a, b, c
    elif int(c) > 31:
        day, month, year = a, b, c
    else:
        return Rejection.NO_YEAR
    if int(month) > 12 >= int(day) and len(c) == 4:
        month, day = day, month
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return Rejection.NO_MONTH
    if match.era is None and (label := _LABEL.search(match.tokens.kinds[max(0, at - 4) : at])):
        match = replace(match, era=match.tokens.values[at - len(label[0])])
    return match.draft("day", (match.whole(int(day), int(month), Number(int(year), len(year))),))


def _is_cued_in_solar(match: Match) -> bool:
    """Whether it follows a word for date, or a weekday, of a language with Solar years."""
    at = match.shape.first
    before = match.tokens.lexemes[max(0, at - 2) : at]
    cue = next((lexeme for lexeme in reversed(before) if lexeme), None)
    is_cued = _DATE_CUES.search(match.tokens.kinds[max(0, at - 2) : at])
    return bool(is_cued and cue) and civil_calendar(cue.lang if cue else None) == "persian"


_READERS = {
    "day-of-relative": relatives.day_of_month,
    "week-of-relative": relatives.week_of_month,
    "part-of-relative": relatives.part,
    "nth-weekday": _nth_weekday,
    "nth-day": _nth_day,
    "numeric": _numeric,
    "numeric-days": orders.numeric_days,
    "observance": _observance,
    "week-of-month": _weeks,
    "part-of-month": _part_of_month,
    "day-month-slash": _day,
    "day-apart": _day,
    "day-slash": _day,
    "borji-day": _day,
    "two-styles": orders.two_styles,
    "day": _day,
    "nights": orders.nights,
    "month-number": orders.month_number,
    "month-day": orders.month_then_days,
    "year-month-day": orders.month_then_day,
    "year-then-day": orders.month_then_day,
    "month-glued-day": orders.month_then_day,
    "month-then-days": orders.month_then_day,
    "month-then-day": orders.month_then_day,
    "months": _months,
    "month": _months,
    "seasons": period_readers.seasons,
    "season": period_readers.season,
    "decades": period_readers.decades,
    "decade-of-century": period_readers.decade_of_century,
    "decade": period_readers.decade,
    "century": period_readers.century,
    "part": period_readers.part,
    "years": read_years,
    "year": read_years,
    "deictic": relatives.relative,
}
