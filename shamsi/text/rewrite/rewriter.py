"""Rewrite a date to other days, in its own language, digits, names and layout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import MONTHS, NUMERIC_DATE, Draft, Member
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found, Reading
from shamsi.text.resolve.values import Point
from shamsi.text.rewrite.edits import Edit
from shamsi.text.rewrite.wording import (
    ZEROS,
    cased_like,
    digits_like,
    in_words,
    month_like,
    native_digits,
    numeric_like,
    suffix_like,
    unbroken,
    weekday_like,
    weekday_name,
)

LEAST_YEAR = 100  # an earlier one would be read as a two-digit year of another century
_WORD_NUMBERS = codes_of("ordinal day_in_words tens_in_words year_in_words")
_FULL_YEAR = codes_of("four_digits")
_DAYS = codes_of("day day0 ordinal day_in_words")
_YEARS = codes_of("SHORT three_digits four_digits tens_in_words year_in_words day_in_words")
_LONG_YEARS = codes_of("four_digits two_digits three_digits")
_SUFFIX = codes_of("suffix")
_JOINTS = frozenset(codes_of("range dash inner_dash"))
_RUN_IN_NUMBERS = "numeric-days"  # «10-15/8/1961», whose layout has no place for two months
_WEEKDAY_SLACK = {"islamic": (0, 1, 6)}  # an observed month may begin a day earlier or later


def rewrite(reading: Reading, found: Found, target: Interval) -> Edit | None:
    """Rewrite a mention and its weekday to mean the target days; None if no text does."""
    points = _points(found.mention, target)
    return restate(reading, found, points, is_exact=True) if points else None


def restate(
    reading: Reading, found: Found, points: Sequence[Point], *, is_exact: bool = False
) -> Edit | None:
    """Rewrite a mention to other points of its calendar, one for each of its dates.

    The weekdays of the dates change with them. A lunar date keeps one that is a day off, unless
    the points are exact.
    """
    members = [(draft, member) for draft in found.drafts for member in draft.members]
    if len(points) != len(members) or found.mention.rule.startswith(_RUN_IN_NUMBERS):
        return None
    if any(draft.observance for draft in found.drafts):
        return None  # its name would have to change
    if any(draft.nth for draft in found.drafts):
        return _plain(reading, found, points[0]) if len(members) == 1 else None
    shared = len(found.drafts) == 1
    if shared and points[0].day is not None and len({(p.year, p.month) for p in points}) > 1:
        return _spread(reading, found, points)
    if shared and points[0].day is None and not _shares_year(points):
        return None
    changes: dict[int, str] = {}
    for (draft, member), point in zip(members, points, strict=True):
        changes |= _changes(reading, found, draft, member, point, shared=shared)
    for (draft, member), point in zip(members, points, strict=True):
        weekday = _weekday(value_of(found.mention).reckoning, point)
        calendar = "" if is_exact else found.mention.calendar
        changes |= renamed_weekday(reading, draft, member, weekday, calendar)
    return _apply(reading, found, changes)


def _shares_year(points: Sequence[Point]) -> bool:
    """Whether months after which one year is printed are read in their years.

    «آذر تا اردیبهشت ۱۳۹۹» begins in 1398.
    """
    first, last = points[0], points[-1]
    if first.month is None or last.month is None or first.year is None or last.year is None:
        return True
    return last.year - first.year == (first.month > last.month)


def renamed_weekday(
    reading: Reading, draft: Draft, member: Member, weekday: int | None, calendar: str = ""
) -> dict[int, str]:
    """Return the new text of a date's weekday, by its token; empty if nothing must change."""
    at = member.weekday_at
    lexeme = draft.tokens.lexemes[at] if at is not None else None
    if at is None or lexeme is None or weekday is None:
        return {}
    if (weekday - lexeme.value) % 7 in _WEEKDAY_SLACK.get(calendar, (0,)):
        return {}
    raw = _raw(reading, draft, at)
    renamed = weekday_like(raw, lexeme, weekday)
    return {at: renamed} if renamed != raw else {}


def _plain(reading: Reading, found: Found, point: Point) -> Edit | None:
    """Rewrite a weekday that is counted within its month as a plain date: الخميس 27 نوفمبر 2025."""
    draft, calendar = found.drafts[0], found.mention.calendar
    member = draft.members[0]
    at = places(found, member, shared=True, has_day=False)
    weekday = _weekday(calendar, point)
    lexeme = draft.tokens.lexemes[member.first]
    if at.month is None or at.year is None or point.day is None or not (weekday and lexeme):
        return None
    if at.year < at.month:  # Pashto
        return None
    changes = _changes(reading, found, draft, member, replace(point, day=None), shared=True)
    whole = _apply(reading, found, changes)
    month = span_of(reading, draft, at.month)[0]
    day = _day_beside(reading, found, at.year, point.day)
    rest = whole.text[month - whole.start :]
    return whole._replace(text=f"{weekday_name(lexeme.lang, weekday)} {day} {rest}")


def _day_beside(reading: Reading, found: Found, year_at: int, day: int) -> str:
    """Write a day in the digits of the year, or of the language if the year is in words."""
    raw = _raw(reading, found, year_at)
    if raw[0].isdigit():
        return digits_like(raw, day)
    return native_digits(found.tokens.lexemes[year_at], day)


class Places(NamedTuple):
    """The tokens of the day, the month and the year of a date, if it has them."""

    day: int | None
    month: int | None
    year: int | None


def places(found: Found, member: Member, *, shared: bool, has_day: bool) -> Places:
    """Return the tokens of one date. A year or month that dates share follows the last of them."""
    kinds = found.tokens.kinds
    tokens = range(member.first, found.last if shared else member.last)
    month = next((k for k in tokens if kinds[k] in MONTHS), None)
    day = next((k for k in tokens if kinds[k] in _DAYS), None) if has_day else None
    # The year follows the month, or precedes everything else.
    others = {one.first for draft in found.drafts for one in draft.members if one != member}
    years = [k for k in tokens if kinds[k] in _YEARS and k != day and k not in others]
    if month is None:
        years.sort(key=lambda k: kinds[k] != _FULL_YEAR)
    year = next((k for k in years if month is None or k > month), years[0] if years else None)
    return Places(day, month, year if member.year is not None else None)


def span_of(reading: Reading, draft: Draft, k: int) -> tuple[int, int]:
    """Return the place of a token in the source."""
    return reading.folded.span(draft.tokens.starts[k], draft.tokens.ends[k])


def _weekday(calendar: str, point: Point) -> int | None:
    if point.year is None or point.day is None:
        return None
    days = intervals.interval(calendar, point.year, point.month, point.day)
    return days[0].isoweekday() if days else None


def _points(mention: Mention, target: Interval) -> list[Point] | None:
    """Return the target in the mention's calendar, with no more detail than the mention."""
    reckoning = value_of(mention).reckoning
    first, last = (Point(*intervals.fields(reckoning, day)) for day in target)
    if first.year is not None and first.year < LEAST_YEAR:
        return None
    kind = mention.parts[0].kind if mention.parts else mention.kind
    if mention.parts and kind in ("day", "event") and first == last:
        return None
    if kind not in ("day", "month", "year", "event") or len(mention.parts) > 2:
        return None
    if not mention.parts and kind in ("day", "event"):
        return [first] if first == last else None
    if kind in ("day", "event"):
        return [first, last]
    coarse = [first, last] if mention.parts else [_middle(reckoning, target)]
    return [Point(p.year, p.month if kind == "month" else None) for p in coarse]


def _middle(calendar: str, target: Interval) -> Point:
    middle: dt.date = target[0] + (target[1] - target[0]) / 2
    return Point(*intervals.fields(calendar, middle))


def _changes(
    reading: Reading, found: Found, draft: Draft, member: Member, point: Point, *, shared: bool
) -> dict[int, str]:
    """Return the new text of each token of one date.

    A year or month that members share follows the last of them.
    """
    if found.tokens.kinds[member.first] == NUMERIC_DATE:
        return {member.first: _numeric(reading, found, member, point)}
    changes: dict[int, str] = {}
    at = places(found, member, shared=shared, has_day=point.day is not None)
    if at.day is not None and point.day is not None:
        changes |= _day(reading, found, at.day, point.day)
    if at.month is not None and point.month is not None:
        changes[at.month] = _month(reading, found, at.month, point.month)
    if at.year is not None and point.year is not None:
        changes[at.year] = _year(reading, found, at.year, point.year - _offset(found))
    return changes


def _apply(reading: Reading, found: Found, changes: dict[int, str]) -> Edit:
    """Return the edit of the core, and of text around it, that replaces some tokens."""
    source, draft = reading.folded.source, found.drafts[0]
    spans = [span_of(reading, draft, k) for k in changes]
    start = min([found.mention.start, *(first for first, _ in spans)])
    end = max([found.mention.end, *(last for _, last in spans)])
    pieces: list[str] = []
    at = start
    for k in sorted(changes):
        first, last = span_of(reading, draft, k)
        pieces += (source[at:first], changes[k])
        at = last
    return Edit(start, end, "".join(pieces) + source[at:end])


def _spread(reading: Reading, found: Found, points: Sequence[Point]) -> Edit | None:
    """Rewrite two days that no longer share a month: each gets its own."""
    draft, kinds = found.drafts[0], found.tokens.kinds
    if len(points) != 2 or kinds[draft.members[0].first] == NUMERIC_DATE:
        return None
    first, last = draft.members
    if not _JOINTS.intersection(kinds[first.last : last.first]):
        return None  # «30 و 3»: with two months it would be two dates
    month_at = next(k for k in range(first.first, found.last) if kinds[k] in MONTHS)
    if month_at == first.first:
        return _spread_behind(reading, found, points)
    whole = _apply(reading, found, _changes(reading, found, draft, last, points[1], shared=True))
    head = [
        _number(reading, found, first.first, points[0].day or 1),
        _month(reading, found, month_at, points[0].month or 1),
    ]
    year_at = next((k for k in range(month_at + 1, found.last) if kinds[k] in _LONG_YEARS), None)
    if points[0].year != points[1].year and year_at is not None:
        head.append(_number(reading, found, year_at, points[0].year or 0))
    start, end = span_of(reading, draft, first.first)
    return whole._replace(text=" ".join(head) + whole.text[end - start :])


def _spread_behind(reading: Reading, found: Found, points: Sequence[Point]) -> Edit:
    """Rewrite two days after their month that no longer share it: August 30–September 3, 2025."""
    draft = found.drafts[0]
    first, last = (
        _changes(reading, found, draft, member, point, shared=True)
        for member, point in zip(draft.members, points, strict=True)
    )
    at, end = (places(found, member, shared=True, has_day=True) for member in draft.members)
    if at.month is not None and end.day is not None:
        month = _month(reading, found, at.month, points[1].month or 1)
        last[end.day] = f"{month} {last[end.day]}"
    if points[0].year != points[1].year and at.year is not None:
        day_end = max(k for k in first if k < at.year)
        first[day_end] += f", {_number(reading, found, at.year, points[0].year or 0)}"
    return _apply(reading, found, first | last)


def _raw(reading: Reading, owner: Found | Draft, k: int) -> str:
    start, end = reading.folded.span(owner.tokens.starts[k], owner.tokens.ends[k])
    return reading.folded.source[start:end]


def _number(reading: Reading, found: Found, k: int, value: int) -> str:
    """Write a number like token k: in words if the language has them, or in digits."""
    raw, kind = _raw(reading, found, k), found.tokens.kinds[k]
    lexeme = found.tokens.lexemes[k]
    if kind not in _WORD_NUMBERS:
        return digits_like(raw, value, len(raw) if raw[0] in ZEROS else 0)
    return (
        cased_like(raw, in_words(kind, lexeme.lang, value))
        if lexeme and value <= 31
        else native_digits(lexeme, value)
    )


def _day(reading: Reading, found: Found, k: int, value: int) -> dict[int, str]:
    """Write a day like token k, with the suffix of its number."""
    changes = {k: _number(reading, found, k, value)}
    lexeme = found.tokens.lexemes[k + 1] if k + 1 < found.last else None
    if lexeme and lexeme.kind == _SUFFIX and found.tokens.kinds[k] not in _WORD_NUMBERS:
        changes[k + 1] = suffix_like(_raw(reading, found, k + 1), lexeme.lang, value)
    return changes


def _year(reading: Reading, found: Found, k: int, value: int) -> str:
    """Write a year like token k. Two digits stay two digits within their century."""
    if not _is_whole(found, value) and len(_raw(reading, found, k)) == 2:
        return digits_like(_raw(reading, found, k), value % 100, 2)
    return _number(reading, found, k, value)


def _is_whole(found: Found, year: int) -> bool:
    """Whether a year needs its century, because that differs from the one that was assumed."""
    assumed = value_of(found.mention).year
    return (
        "century" not in found.mention.assumed or assumed is None or assumed // 100 != year // 100
    )


def _offset(found: Found) -> int:
    """Return how far the years of a date are ahead of those that its text prints."""
    draft, year = found.drafts[0], found.drafts[0].members[0].year
    if draft.era or year is None or "era" not in found.mention.assumed:
        return draft.era.offset if draft.era else 0
    return (found.resolutions[0].values[0].year or 0) - year.value


def _numeric(reading: Reading, found: Found, member: Member, point: Point) -> str:
    """Write a numeric date in the order and the era of the old one."""
    year = (point.year or 0) - _offset(found)
    whole = _is_whole(found, year)
    return renumbered(reading, found, member, replace(point, year=year), whole=whole)


def renumbered(
    reading: Reading,
    found: Found,
    member: Member,
    point: Point,
    *,
    whole: bool,
) -> str:
    """Write another date in the layout of a numeric one. With `whole` it keeps its century."""
    raw = unbroken(_raw(reading, found, member.first))
    printed = member.year.value if member.year is not None else None
    year_first = raw[:4].isdigit() or printed == _leading(raw)
    values = [value or 0 for value in (point.year, point.month, point.day)]
    return numeric_like(raw, values if year_first else values[::-1], whole=whole)


def _leading(raw: str) -> int:
    """Return the number that a numeric date begins with."""
    size = next((k for k, char in enumerate(raw) if not char.isdigit()), len(raw))
    return int(raw[:size])


def _month(reading: Reading, found: Found, k: int, number: int) -> str:
    """Write the name of a month like token k."""
    return month_like(
        _raw(reading, found, k), reading.lang, found.tokens.values[k].calendar, number
    )
