"""Read matched patterns: make a draft of the tokens of each match."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, MonthName, NthWeekday, Observance, civil_calendar
from shamsi.text.grammar import centuries, orders, relatives, two_styles, weekdays
from shamsi.text.grammar.drafts import MONTHS, NUMBERS, Draft, Match, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Number, Tokens
from shamsi.text.grammar.year_beside import ends_same_year, is_same_year

# Of a half, and of a week before a season or a year: «هفته اول تابستان ۱۴۰۴».
_MODIFIERS: dict[Any, str] = {
    "half": "mid",
    1: "start",
    -1: "end",
    **dict.fromkeys((2, 3, 4), "mid"),
    5: "end",
}
_TWO_DIGITS, _MONTHS = 2, 12
_THREE_DIGITS, _PAIR = 3, 2
_APART = 400  # the least difference between numbers of one year in two calendars
_CENTURIES_OFF = {"last": -1, 0: 0, "next": 1}  # القرن الماضي, of a deictic behind a century
_THIS_CENTURY = 21
_MODERN = (1200, 2100)  # bounds of years that are written in words after a month
_ERA, _DEICTIC, _FULL, _ORDINAL = map(codes_of, ("era", "deictic", "four_digits", "ordinal"))
_YEAR_WORD, _LARGE, _THREE = map(codes_of, ("year_word", "year_in_words", "three_digits"))
_QUARTER, _HALF, _DECADE, _CENTURY = map(codes_of, ("quarter", "half", "decade", "century"))
_WEEKDAY, _SEASON, _OTHER_NUMBER = map(codes_of, ("weekday", "season", "other_number"))
_ERAS, _PARTS, _BEHIND_DECADE = map(
    codes_of, ("era era_mark", "quarter half", "decade_word_behind")
)
_CENTURIES, _DAY = codes_of("ordinal day day_in_words"), codes_of("day")
_DECADES = frozenset(codes_of("decade decade_word decade_word_behind day_mark"))
_NTH, _WEEKS = codes_of("nth_weekday"), codes_of("nth_week ordinal")
_TEN_DAYS, _OBSERVANCE = codes_of("ten_days"), codes_of("observance")
_MOST_WEEKS = 5  # of a month
_PREPOSITION = codes_of("preposition")
_BOUNDS, _HOURS = ("before", "after"), ("time_of_day", "evening", "eve")
_EVENTS, _SLASHES = codes_of("event_cue event yearly"), frozenset(codes_of("inner_slash slash"))
_DATE_CUES = compiled("([date_word weekday day_word] | date_word colon | weekday comma) $")
_ERA_BEFORE = compiled("(?<=year_word) era school? $ | era year_word_beside $")
_LABEL = compiled("era colon [other_mark weekday comma]* $")  # «هجري: 1446/11/07»
_SMALL_WORDS = codes_of("day_in_words tens_in_words")
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
    if shape.modifier is None and shape.outer and tokens.kinds[shape.outer - 1] == _PREPOSITION:
        shape = _with_before_or_after(shape, tokens)
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


def _with_before_or_after(shape: Shape, tokens: Tokens) -> Shape:
    """Return a match with the word before it that makes it a bound: «قبل از ۵ آبان».

    «بعد از ظهر ۵ آبان» is an afternoon.
    """
    at, values = shape.outer - 1, tokens.values
    is_hour = any(values[k] in _HOURS for k in range(shape.outer, shape.first))
    return shape if is_hour or values[at] not in _BOUNDS else replace(shape, modifier=at)


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
    reader = _years if not months else _months if counted[0] < months[0] else orders.month_then_day
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


def _weeks(match: Match) -> Draft | Rejection:
    """Read weeks of a month or a year: هفته دوم مهر, الأسبوع الأول والثاني من أيلول."""
    counted, months = match.places(_WEEKS), match.places(MONTHS)
    is_led = bool(months) and months[0] < counted[0]
    counted = [k for k in counted if is_led or not months or k < months[0]]
    found = (_years if not months else orders.month_then_day if is_led else _months)(match)
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
    years = [k for k in match.places(NUMBERS) if k != at]
    if years and tokens.number(years[0]).width == _TWO_DIGITS and not match.era:
        is_solar = civil_calendar(match.lang) == "persian"
        if not (rule.has_short_years and is_solar):
            return Rejection.SHORT
    month, day = rule.first
    members = [_year_with_era(match, k, tokens.number(k)) for k in years] or [match.whole()]
    members = [replace(member, day=day, month=month) for member in members]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    draft = match.draft("event", tuple(members), rule.calendar)
    return replace(draft, observance=rule)


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


def _years(match: Match) -> Draft | Rejection:
    """Read a year or several. A short year takes the century of a full one: 1403-04, 19-2018."""
    first, last = match.shape.first, match.shape.last
    era = match.era
    if last - first == 1:
        members: tuple[Member, ...] = (match.whole(year=match.tokens.number(first)),)
    else:
        members, era = _several_years(match)
    before = match.tokens.kinds[max(0, first - 3) : first]
    if era is None and _ERA in before and (cue := _ERA_BEFORE.search(before)):
        era = match.tokens.values[first - len(cue[0])]  # العام الفارسي 1404, سپوږمیز کال ۱۴۴۰
    return (match if era is match.era else replace(match, era=era)).draft("year", members)


def _several_years(match: Match) -> tuple[tuple[Member, ...], Any]:
    """Return the years of several tokens, each with the era after it, and their shared era."""
    kinds, era = match.tokens.kinds, match.era
    places = match.places(NUMBERS + _OTHER_NUMBER)
    numbers = [match.tokens.number(k) for k in places]
    if kinds[places[-1]] == _ORDINAL:  # چهل و یکم هجری
        places, numbers = places[:1], [Number(sum(number.value for number in numbers), 0)]
    if match.shape.name == "years" and kinds[places[0]] in _SMALL_WORDS and len(numbers) == 2:
        numbers = [_completed(numbers[0].value, numbers[1].value), numbers[1]]
    full = next((n.value for n in numbers if n.width == 4), None)
    between = kinds[match.shape.first : match.shape.last]
    if full and len(numbers) == 2:
        ends = [Number(near(full, n), 4) if 0 < n.width <= _TWO_DIGITS else n for n in numbers]
        is_run = match.tokens.full_years and numbers[1].width == _TWO_DIGITS  # 1925–79
        if is_run and _SLASHES.isdisjoint(between) and ends[1].value < full:
            ends[1] = Number(ends[1].value + 100, 4)
        # 47/1968 are years of two calendars, 68/1969 is a school year, 1941/45 is a range.
        is_apart = numbers[0].value > _MONTHS and not _SLASHES.isdisjoint(between)
        short = next((n.value for n in numbers if 0 < n.width <= _TWO_DIGITS), None)
        is_apart = is_apart and short is not None and ends_same_year(short, full)
        if not is_apart or ends[1].value - ends[0].value == 1:
            numbers = ends
    least, most = min(n.value for n in numbers), max(n.value for n in numbers)
    if most - least > _APART and (not _SLASHES.isdisjoint(between) or is_same_year(least, most)):
        era = None  # 1441/2020م: one year in two calendars; the era belongs to the last number
    members = [_year_with_era(match, k, number) for k, number in zip(places, numbers, strict=True)]
    if _is_of_two_calendars(numbers, between):
        members = [
            replace(member, era=Era(calendar))
            for member, calendar in zip(members, ("islamic", "gregorian"), strict=True)
        ]
    members[0] = replace(members[0], first=match.shape.first)  # AD 642: its era
    if len(members) == 1:
        members[0] = replace(members[0], last=match.shape.last)
    return tuple(members), era


def _is_of_two_calendars(numbers: list[Number], between: str) -> bool:
    """Whether two years are a lunar one of three digits and, behind a slash, its Gregorian one."""
    if len(numbers) != _PAIR or numbers[0].width != _THREE_DIGITS:
        return False
    is_apart = numbers[1].value - numbers[0].value > _APART
    return is_apart and not _SLASHES.isdisjoint(between)


def _completed(part: int, whole: int) -> Number:
    """Return the first of two years in words: سبع أو تسع وثلاثين وأربعمائة is 437 or 439."""
    step = 10 if part < 10 else 100
    return Number(whole - whole % step + part, 0)


def _year_with_era(match: Match, k: int, year: Number) -> Member:
    """Return a year with the era right after it."""
    after = k + 1
    if after < match.shape.last and match.tokens.kinds[after] in _ERAS:
        return Member(k, after + 1, year=year, era=match.tokens.values[after])
    return Member(k, after, year=year)


def near(full: int, short: Number) -> int:
    """Return the year with these last digits that is nearest to a full year: 1403-04, 2007/8."""
    step: int = 10**short.width
    return full + (short.value - full + step // 2) % step - step // 2


def _seasons(match: Match) -> Draft | Rejection:
    """Read a list of seasons that share a year."""
    places = match.places(_SEASON)
    names = [match.tokens.values[k] for k in places]
    if len({calendar for calendar, _ in names}) > 1:
        return Rejection.SEASONS
    year = match.tokens.number(match.places(NUMBERS)[0])
    members = [
        Member(k, k + 1, year=year, number=number)
        for k, (_, number) in zip(places, names, strict=True)
    ]
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("season", tuple(members), names[0][0])


def _decades(match: Match) -> Draft | Rejection:
    """Read a list of decades after one word and with one era."""
    places = match.places(NUMBERS)
    if any(match.tokens.number(k).value % 10 for k in places):
        return Rejection.DECADE
    members = [Member(k, k + 1, year=match.tokens.number(k)) for k in places]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("decade", tuple(members))


def _season(match: Match) -> Draft | Rejection:
    calendar, number = match.tokens.values[match.places(_SEASON)[0]]
    years = match.places(NUMBERS)
    year = match.tokens.number(years[0]) if years else None
    return match.draft("season", (match.whole(year=year),), calendar, number=number)


def _decade(match: Match) -> Draft | Rejection:
    """Read a decade that is a number or a single word: دهه ۶۰, التسعينيات."""
    plural, numbers = match.places(_DECADE), match.places(NUMBERS)
    year = match.tokens.number((plural or numbers)[0]) if plural or numbers else None
    if year and plural:
        year = year._replace(width=_TWO_DIGITS)
    if year and not year.value % 100 and _DECADES.isdisjoint(match.kinds):
        return Rejection.ROUND  # «۱۵۰۰ کلونه», 1500 years
    if year is None or year.value % 10 or (year.value < 10 and year.width != _TWO_DIGITS):
        return Rejection.DECADE
    return match.draft("decade", (match.whole(year=year),))


def _decade_of_century(match: Match) -> Draft | Rejection:
    """Read a decade and its century, in either order: د شلمې پېړۍ اویایمه لسیزه."""
    century_at = match.places(_CENTURY)[0]
    behind = [k for k in match.places(_CENTURIES) if k > century_at]
    before = [k for k in match.places(_CENTURIES) if k < century_at]
    is_last = match.places(_DECADE) and match.places(_DECADE)[0] > century_at
    is_last = is_last or bool(match.places(_BEHIND_DECADE))
    ordinals = before[-1:] if is_last else behind
    rest = [k for k in match.places(_DECADE + NUMBERS) if k not in ordinals]
    tens = match.tokens.number(rest[0]).value % 100
    if is_last and match.tokens.kinds[rest[0]] == _ORDINAL:  # شلمې پېړۍ لومړۍ لسیزه
        tens = 10 * (tens - 1)
    if tens % 10 or tens < 0:
        return Rejection.DECADE
    off = _CENTURIES_OFF.get(match.deictic, -1)  # القرن الماضي
    century = match.tokens.number(ordinals[0]).value if ordinals else _THIS_CENTURY + off
    year = Number((century - 1) * 100 + tens, 4)
    calendar = "gregorian" if match.era is None else None
    assumed = () if ordinals else ("century",)
    draft = match.draft("decade", (match.whole(year=year),), calendar)
    return replace(draft, deictic=None, assumed=assumed)


def _century(match: Match) -> Draft | Rejection:
    """Read a century, or a list of them. Each of a list has the era of its calendar."""
    rows = centuries.listed(match.tokens, match.shape.first, match.shape.last)
    if len(rows) == 1:
        words = [match.tokens.values[k] for k in match.places(_CENTURY)]
        if words == ["centuries"] and match.kinds[0] in _DAY and len(match.kinds) == 2:
            return Rejection.CENTURIES  # «۱۴ پېړۍ», fourteen centuries
        return match.draft("century", (match.whole(),), number=rows[0].number)
    modifiers = [
        None if one.modifier is None else match.tokens.values[one.modifier] for one in rows
    ]
    modifiers[0] = match.modifier
    members = [
        Member(
            one.first,
            one.last,
            era=one.era,
            number=one.number,
            calendar=one.calendar,
            modifier=modifier,
        )
        for one, modifier in zip(rows, modifiers, strict=True)
    ]
    members[0] = replace(members[0], first=match.shape.first)
    if match.kinds[-1] == _CENTURY or match.shape.reads:  # د نولسمې او شلمې پېړۍ
        members[-1] = replace(members[-1], last=match.shape.last)
    has_eras = any(one.era for one in rows)
    shared = replace(match, era=None if has_eras else match.era, modifier=None)
    return shared.draft("century", tuple(members), number=rows[0].number)


def _part(match: Match) -> Draft | Rejection:
    is_quarter = match.tokens.kinds[match.places(_PARTS)[0]] == _QUARTER
    number = match.tokens.number(match.places(_CENTURIES)[0]).value
    if number > (4 if is_quarter else 2):
        return Rejection.PART_OF_YEAR
    year = match.tokens.number(match.places(_FULL)[0])
    return match.draft(
        "quarter" if is_quarter else "half", (match.whole(year=year),), number=number
    )


_READERS = {
    "day-of-relative": relatives.day_of_month,
    "part-of-relative": relatives.part,
    "nth-weekday": _nth_weekday,
    "nth-day": _day,
    "numeric": _numeric,
    "numeric-days": orders.numeric_days,
    "observance": _observance,
    "week-of-month": _weeks,
    "part-of-month": _part_of_month,
    "day-month-slash": _day,
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
    "seasons": _seasons,
    "season": _season,
    "decades": _decades,
    "decade-of-century": _decade_of_century,
    "decade": _decade,
    "century": _century,
    "part": _part,
    "years": _years,
    "year": _years,
    "deictic": relatives.relative,
}
