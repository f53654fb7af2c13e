"""Read periods: seasons, decades, centuries, quarters and halves of a year."""

from __future__ import annotations

from dataclasses import replace

from shamsi.lang.classes import codes_of
from shamsi.text.grammar import centuries
from shamsi.text.grammar.drafts import NUMBERS, Draft, Match, Member
from shamsi.text.grammar.reasons import Rejection
from shamsi.text.grammar.tokens import Number

_TWO_DIGITS = 2
_FULL, _ORDINAL, _SEASON = map(codes_of, ("four_digits", "ordinal", "season"))
_QUARTER, _DECADE, _CENTURY = map(codes_of, ("quarter", "decade", "century"))
_PARTS, _BEHIND_DECADE = map(codes_of, ("quarter half", "decade_word_behind"))
_CENTURIES_OFF = {"last": -1, 0: 0, "next": 1}  # القرن الماضي, of a deictic behind a century
_THIS_CENTURY = 21
_CENTURIES, _DAY = codes_of("ordinal day day_in_words"), codes_of("day")
_DECADES = frozenset(codes_of("decade decade_word decade_word_behind day_mark"))


def seasons(match: Match) -> Draft | Rejection:
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


def decades(match: Match) -> Draft | Rejection:
    """Read a list of decades after one word and with one era."""
    places = match.places(NUMBERS + _DECADE)
    if any(match.tokens.number(k).value % 10 for k in places):
        return Rejection.DECADE
    members = [Member(k, k + 1, year=match.tokens.number(k)) for k in places]
    members[0] = replace(members[0], first=match.shape.first)
    members[-1] = replace(members[-1], last=match.shape.last)
    return match.draft("decade", tuple(members))


def season(match: Match) -> Draft | Rejection:
    """Read one season: تابستان ۱۴۰۳."""
    calendar, number = match.tokens.values[match.places(_SEASON)[0]]
    years = match.places(NUMBERS)
    year = match.tokens.number(years[0]) if years else None
    return match.draft("season", (match.whole(year=year),), calendar, number=number)


def decade(match: Match) -> Draft | Rejection:
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


def decade_of_century(match: Match) -> Draft | Rejection:
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


def century(match: Match) -> Draft | Rejection:
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


def part(match: Match) -> Draft | Rejection:
    """Read a quarter or a half of a year: سه‌ماهه دوم ۱۴۰۳."""
    is_quarter = match.tokens.kinds[match.places(_PARTS)[0]] == _QUARTER
    number = match.tokens.number(match.places(_CENTURIES)[0]).value
    if number > (4 if is_quarter else 2):
        return Rejection.PART_OF_YEAR
    year = match.tokens.number(match.places(_FULL)[0])
    return match.draft(
        "quarter" if is_quarter else "half", (match.whole(year=year),), number=number
    )
