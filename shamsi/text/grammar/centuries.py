"""Read centuries: one, a list of them, and the same ones in another calendar.

A pattern takes in every number that may be one of them: «قرن ۴ و ۵ هجری / ۱۰ و ۱۱ م». This module
decides how many of them are centuries, and of which calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from shamsi.calendar import intervals
from shamsi.calendar.intervals import Interval
from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, load
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Tokens

LAST = 21  # the latest century that texts speak of
_INFERRED = ("islamic", "gregorian")  # calendars of centuries without an era
_YEAR = dt.timedelta(days=366)
_CLOSE = 2  # characters between a number and its era's mark
_NUMBERS, _CENTURY, _MODIFIER = map(codes_of, ("ordinal day day_in_words", "century", "modifier"))
_ERAS, _ERA_MARK, _CLOSING = codes_of("era era_mark"), codes_of("era_mark"), codes_of("closing")
_LED = compiled("year_word opening? $").search
_TWO = compiled("""
    day [era era_mark] ([slash inner_slash opening] | (?<=opening day [era era_mark])
    [dash inner_dash same comma]) day [era era_mark]
""").match
_OTHER_CALENDAR = compiled("[opening slash inner_slash same]").search
_OPENING = compiled("opening").search
_LISTED = compiled("comma modifier? $").match
# What makes a number without an era something else than a century.
_GOES_ON = compiled("""
    [COUNT MONTH SHORT three_digits four_digits other_number numeric_date suffix month_word
     month_lead day_word year_word inner_point inner_colon inner_dash inner_slash]
""").match


@dataclass(slots=True)
class Century:
    """A century of a list: its tokens from `first` to before `last`, and its number.

    `era` is printed after it, or after the last one of its list. `calendar` is the one that the
    century beside it gives, if no era is printed.
    """

    first: Final[int]
    last: Final[int]
    number: Final[int]
    era: Final[Era | None] = None
    calendar: Final[str | None] = None
    modifier: Final[int | None] = None  # the token of its modifier


class _Group(NamedTuple):
    """Centuries of one calendar, and the classes that join them to those before."""

    centuries: tuple[Century, ...]
    joint: str = ""

    @property
    def era(self) -> Era | None:
        return self.centuries[-1].era

    @property
    def calendar(self) -> str | None:
        return calendar_of(self.era) if self.era else self.centuries[-1].calendar


def calendar_of(era: Era) -> str:
    """Return the calendar of an era. Centuries of the Hijra are lunar unless it says otherwise."""
    return "islamic" if era.calendar == "hijri" else era.calendar


def listed(tokens: Tokens, first: int, last: int) -> tuple[Century, ...]:
    """Return the centuries of a match, without the numbers at its end that are something else."""
    groups = _groups(tokens, first, last)
    if tokens.kinds[first] != _CENTURY:
        return tuple(one for group in groups for one in group.centuries)
    kept = [_kept(tokens, groups[0], is_plural=tokens.values[first] == "centuries")]
    if len(kept[0].centuries) < len(groups[0].centuries):
        return kept[0].centuries
    for group in groups[1:]:
        beside = _beside(tokens, kept[-1], group)
        if beside is None:
            break
        kept[-1:] = beside
    return tuple(one for group in kept for one in group.centuries)


def _groups(tokens: Tokens, first: int, last: int) -> list[_Group]:
    """Split the numbers of a match where the calendar changes."""
    places = [k for k in range(first, last) if tokens.kinds[k] in _NUMBERS]
    rows = [_century(tokens, k, last) for k in places]
    joints = [tokens.kinds[one.last : other.first] for one, other in pairwise(rows)]
    groups: list[_Group] = []
    start = 0
    for k, joint in enumerate([*joints, None], 1):
        if joint is None or _OTHER_CALENDAR(joint) or _changes(rows[k - 1], rows[k:]):
            groups.append(_Group(_shared(rows[start:k]), joints[start - 1] if start else ""))
            start = k
    return groups


def _century(tokens: Tokens, k: int, last: int) -> Century:
    after = k + 1
    has_era = after < last and tokens.kinds[after] in _ERAS
    is_far = has_era and tokens.starts[after] - tokens.ends[k] > _CLOSE
    if not has_era or (is_far and tokens.kinds[after] == _ERA_MARK):
        era = None
    else:
        era, after = tokens.values[after], after + 1
    modifier = k - 1 if k and tokens.kinds[k - 1] == _MODIFIER else None
    return Century(k, after, tokens.number(k).value, era, modifier=modifier)


def _changes(left: Century, rest: Sequence[Century]) -> bool:
    """Whether an era of another calendar follows: «القرن 4 هـ، 10 م»."""
    era = next((one.era for one in rest if one.era), None)
    return bool(left.era and era and calendar_of(left.era) != calendar_of(era))


def _shared(rows: Sequence[Century]) -> tuple[Century, ...]:
    """Give the centuries of a group the era that is printed once, after a later one."""
    era, out = None, list[Century]()
    for one in reversed(rows):
        era = one.era or era
        out.append(replace(one, era=era))
    return tuple(reversed(out))


def _kept(tokens: Tokens, group: _Group, *, is_plural: bool) -> _Group:
    """Leave out the numbers at the end of a group that are no centuries."""
    kept = [_completed(tokens, *group.centuries[:2])]
    for one in group.centuries[1:]:
        is_listed = _LISTED(tokens.kinds[kept[-1].last : one.first])
        is_next = one.number > kept[-1].number and (is_plural or not is_listed)
        if one.number > LAST or one.number == kept[-1].number or not (one.era or is_next):
            break
        kept.append(one)
    while len(kept) > 1 and not kept[-1].era and _GOES_ON(tokens.kinds, kept[-1].last):
        kept.pop()
    return _Group(tuple(kept), group.joint)


def _completed(tokens: Tokens, first: Century, second: Century | None = None) -> Century:
    """Add the ten that Arabic prints once: «الثامن والتاسع عشر» are the 18th and the 19th."""
    if second is None or first.number != second.number - 11:
        return first
    ordinal = tokens.lexemes[second.first]
    is_short = ordinal is not None and load(ordinal.lang).opening.shared_tens
    return replace(first, number=first.number + 10) if is_short else first


def _beside(tokens: Tokens, left: _Group, right: _Group) -> list[_Group] | None:
    """Return two groups that are the same centuries in two calendars; None if they are not."""
    numbers = [one.number for one in right.centuries]
    if max(numbers) > LAST or sorted(numbers) != numbers or _is_bce(left) or _is_bce(right):
        return None
    if left.calendar and right.calendar:
        is_other = left.calendar != right.calendar
        return [left, right] if is_other and not _is_year(left, right) else None
    if right.calendar is None and not _is_alone(tokens, right):
        return None
    for here in (left.calendar,) if left.calendar else _INFERRED:
        for there in (right.calendar,) if right.calendar else _INFERRED:
            if here != there and _fit(left, here, right, there):
                return [_in_calendar(left, here), _in_calendar(right, there)]
    return None


def _is_bce(group: _Group) -> bool:
    return any(one.era and one.era.bce for one in group.centuries)


def _is_alone(tokens: Tokens, group: _Group) -> bool:
    """Whether nothing follows that makes bare numbers something else than centuries."""
    after = group.centuries[-1].last
    if _OPENING(group.joint):
        return tokens.kinds[after : after + 1] == _CLOSING
    return not _GOES_ON(tokens.kinds, after)


def _in_calendar(group: _Group, calendar: str) -> _Group:
    if group.era:
        return group
    return _Group(tuple(replace(one, calendar=calendar) for one in group.centuries), group.joint)


def _fit(left: _Group, here: str, right: _Group, there: str) -> bool:
    """Whether the first centuries of two groups meet, and the last ones."""
    ends = ((left.centuries[k].number, right.centuries[k].number) for k in (0, -1))
    return all(meet(years(here, one), years(there, other)) for one, other in ends)


@cache
def years(calendar: str, number: int) -> Interval | None:
    """Return the first and last day of a century in the strict sense; None outside our count."""
    spans = [intervals.interval(calendar, year) for year in (100 * number - 99, 100 * number)]
    return (spans[0][0], spans[1][1]) if spans[0] and spans[1] else None


def meet(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals have a day in common."""
    return bool(one and other and one[0] <= other[1] and other[0] <= one[1])


def _is_year(left: _Group, right: _Group) -> bool:
    """Whether a number beside a century is a year in it: «القرن السابع الميلادي (16هـ)»."""
    if right.centuries[1:] or not left.calendar or not right.calendar:
        return False
    century, number = years(left.calendar, left.centuries[-1].number), right.centuries[0].number
    if meet(century, years(right.calendar, number)):
        return False
    return meet(century, intervals.interval(right.calendar, number))


def end_of_two(tokens: Tokens, first: int) -> int:
    """Return where «(9هـ/15م)» ends: two centuries without a word for century.

    0 if they are not one century in two calendars, or follow a word for year.
    """
    found = _TWO(tokens.kinds, first)
    if not found or _LED(tokens.kinds, max(0, first - 2), first):
        return 0
    groups = _groups(tokens, first, found.end())
    if len(groups) != 2 or any(_is_bce(group) or not group.era for group in groups):
        return 0
    left, right = groups
    here, there = left.calendar or "", right.calendar or ""
    is_pair = here != there and max(left.centuries[0].number, right.centuries[0].number) <= LAST
    return found.end() if is_pair and _fit(left, here, right, there) else 0


def may_be_one_year(here: str, year: int, there: str, other: int) -> bool:
    """Whether two years meet, or are a year apart at most."""
    one, two = intervals.interval(here, year), intervals.interval(there, other)
    return bool(one and two and one[0] <= two[1] + _YEAR and two[0] <= one[1] + _YEAR)
