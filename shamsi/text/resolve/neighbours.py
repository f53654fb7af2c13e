"""Let a date that states the same time decide what the text of its neighbour does not say.

If two neighbours contradict each other, their other readings are tried, and the first one that
agrees is taken: another calendar than the inferred one, a century that is not printed, the month
before the day of a numeric date. What the text says is never read in another way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

from shamsi.calendar import intervals
from shamsi.calendar.intervals import FIRST_PROVEN, LUNAR_SLACK, REFORM, Interval
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve import ranges
from shamsi.text.resolve.alternatives import Drafts, Freedom, alternatives, freedom, may_meet
from shamsi.text.resolve.context import Context
from shamsi.text.resolve.resolver import Resolution, resolve
from shamsi.text.resolve.values import Value

# Between two dates for one time: an opening bracket, a slash or a connector, then cue words.
_CUE = """
    [day_word date_word month_word year_word preposition into of modifier school link other_mark
      same colon]*
"""
_SAME = compiled(f"""
    [other_mark closing suffix date_word era year_word_beside]* comma?
    ([opening slash inner_slash same] | [comma slash dash]? line_end [opening]?)
    {_CUE} (weekday comma? {_CUE})? $
""")
_DASH = compiled(f"other_mark* [dash inner_dash] {_CUE} $")  # between two ranges for one time
_NEAR = 15 * 366  # days; Solar and lunar years of one number are forty years apart
_CENTURIES = [(dt.date(year, 7, 1), dt.date(year, 7, 1)) for year in (1990, 1890, 1790, 1690)]


class Side:
    """A date, or the two ends of a range, with what they mean."""

    def __init__(self, drafts: Drafts, rows: tuple[Resolution, ...]) -> None:
        self.drafts, self.rows = drafts, rows

    @cached_property
    def values(self) -> Sequence[Value]:
        """The values of all its members."""
        if len(self.rows) == 1:
            return self.rows[0].values
        return [value for row in self.rows for value in row.values]

    @cached_property
    def guesses(self) -> frozenset[str]:
        """What was assumed of it."""
        return frozenset(what for row in self.rows for what in row.assumed)

    @property
    def is_certain(self) -> bool:
        """Whether its calendar and its century are no assumptions."""
        return self.guesses.isdisjoint(("calendar", "century"))

    @cached_property
    def calendar(self) -> str | None:
        """Its calendar; None if it has several, or none that is read."""
        calendars = {value.calendar for value in self.values}
        return calendars.pop() if len(calendars) == 1 else None

    @property
    def is_comparable(self) -> bool:
        """Whether it is of one calendar, and its days are known or impossible, and not nearest."""
        known = all(value.earliest or value.problem for value in self.values)
        return known and self.calendar is not None and "year" not in self.guesses

    @cached_property
    def days(self) -> Interval | None:
        """Its first and last Gregorian day; None if they are unknown."""
        values = self.values
        first = min((value.earliest for value in values if value.earliest), default=None)
        last = max((value.latest for value in values if value.latest), default=None)
        return (first, last) if first and last else None


def sides(group: list[Draft], context: Context) -> list[Side]:
    """Resolve the drafts of a window. Each of them is a date, or one of the two ends of a range."""
    rows: list[Side] = []
    for first, last in ranges.join(group):
        both = _range(first, last, context) if last else None
        # Two dates next to each other are not always a range.
        rows += [both] if both else [_one(draft, context) for draft in (first, last) if draft]
    for k in range(1, len(rows)):
        if _states_same(rows[k - 1], rows[k]):
            left = _numbered(_observed(rows[k - 1], rows[k]), rows[k], context)
            right = _numbered(_observed(rows[k], left), left, context)
            rows[k - 1 : k + 1] = _agreed(left, right, context)
    return rows


def _observed(side: Side, other: Side) -> Side:
    """Return an observance that falls twice in its year on the day that the other side shows."""
    row = side.rows[0]
    if row.draft.observance is None or not row.is_twice or _meet(row.values[0], other.values[0]):
        return side
    last = row.values[-1]
    if not _meet(last, other.values[0]):
        return side
    draft = row.draft.with_members(row.draft.members[:1])
    return Side(side.drafts, (replace(row, draft=draft, values=(last,)),))


def _numbered(side: Side, other: Side, context: Context) -> Side:
    """Return a day and its weekday with the ordinal read as the other side shows.

    «الاثنين الثاني من أكتوبر» is the second day, or the second Monday.
    """
    draft = side.drafts[0]
    if len(side.drafts) > 1 or draft.nth or not draft.weekdays or _agree(side, other):
        return side
    is_counted = side.rows[0].draft.nth > 0
    turned = Side(side.drafts, (resolve(draft, context, counts_weekdays=not is_counted),))
    return turned if _agree(turned, other) else side


def _one(draft: Draft, context: Context) -> Side:
    return Side((draft,), (resolve(draft, context),))


def _range(first: Draft, last: Draft, context: Context) -> Side | None:
    """Resolve the ends of a range.

    If they have one era, of which only the last end may be Solar, both are lunar: 1297ه–1335ه.
    """
    ends = first, last
    found, free = _read(ends, context), freedom(ends)
    if found or not (free.calendars and free.has_era):
        return found
    return _read(next(alternatives(ends, free, "islamic", None, is_open=True))[1], context)


def _read(drafts: Drafts, context: Context) -> Side | None:
    """Resolve a date or a range; None if it is none any more."""
    if len(drafts) == 1:
        return _one(drafts[0], context)
    both = ranges.resolved(drafts[0], drafts[1], context)
    return Side(drafts, both) if both else None


def _states_same(left: Side, right: Side) -> bool:
    """Whether the text between two neighbours states that they are one time."""
    kinds = left.drafts[0].tokens.kinds
    between = kinds[left.drafts[-1].shape.last : right.drafts[0].shape.first]
    if _SAME.match(between):
        return True
    are_ranges = len(left.values) > 1 and len(right.values) > 1
    return are_ranges and bool(_DASH.match(between))


def _agreed(left: Side, right: Side, context: Context) -> tuple[Side, Side]:
    """Return two sides that state the same time, in readings that agree if there are any."""
    if "century" in {side.drafts[0].kind for side in (left, right)}:
        return left, right  # which years are of a century, and which centuries, is decided before
    pair = [_like_decade(left, right, context), _like_decade(right, left, context)]
    free = [freedom(side.drafts) for side in pair]
    if not (any(one.is_open for one in free) and all(side.is_comparable for side in pair)):
        return pair[0], pair[1]
    if pair[0].calendar == pair[1].calendar and free[0].is_bare and free[1].is_bare:
        return pair[0], pair[1]  # ۱۳۴۵ (۱۳۸۷): two years of one calendar
    if _agree(pair[0], pair[1]):
        for k in (0, 1):
            if pair[1 - k].is_certain and not pair[k].is_certain:
                pair[k] = _reading(pair[k], free[k], pair[1 - k], context) or pair[k]
        return pair[0], pair[1]
    # Numbers that may be of any calendar are read again before an era that may be of two.
    for k in sorted((0, 1), key=lambda k: -len(free[k].calendars)):
        if found := _reading(pair[k], free[k], pair[1 - k], context):
            pair[k] = found
            return pair[0], pair[1]
    if free[0].is_short and free[1].is_short:
        return _in_one_century(pair, free, context)
    for k in (0, 1):
        pair[k] = _nearest(pair[k], free[k], pair[1 - k], context)
    return pair[0], pair[1]


def _like_decade(side: Side, other: Side, context: Context) -> Side:
    """Return a year next to a decade as a decade: «دهه ۵۰ (۷۰ میلادی)»."""
    draft = side.drafts[0]
    year = draft.members[0].year
    is_round = len(side.drafts) == len(draft.members) == 1 and year and year.value % 10 == 0
    if other.drafts[0].kind != "decade" or draft.kind != "year" or not is_round:
        return side
    return _one(replace(draft, kind="decade"), context)


def _readings(
    side: Side, free: Freedom, goal: Interval | None, context: Context, near: Interval | None = None
) -> Iterator[Side]:
    """Yield the readings of a side, with a missing century near the goal.

    With `near`, only those whose years may be near some days.
    """
    is_open = "calendar" in side.guesses
    rows = alternatives(side.drafts, free, side.calendar or "", goal, is_open=is_open)
    for calendar, drafts in rows:
        if near is None or may_meet(calendar, drafts, near):
            found = _read(drafts, context)
            if found and found.days:
                yield found


def _reading(side: Side, free: Freedom, other: Side, context: Context) -> Side | None:
    """Return the first reading of a side that agrees with the other side."""
    days = other.days
    if not (free.is_open and days):
        return None
    readings = _readings(side, free, days, context, days)
    return next((found for found in readings if _agree(found, other)), None)


def _in_one_century(
    pair: Sequence[Side], free: Sequence[Freedom], context: Context
) -> tuple[Side, Side]:
    """Return two sides without centuries in the latest ones in which they agree."""
    own = [one._replace(calendars=()) for one in free]
    for goal in _CENTURIES:
        for left in _readings(pair[0], own[0], goal, context):
            if right := _reading(pair[1], own[1], left, context):
                return left, right
    return pair[0], pair[1]


def _nearest(side: Side, free: Freedom, other: Side, context: Context) -> Side:
    """Return the reading that is nearest to the other side, although it does not agree with it.

    Only a century that was assumed, and the calendar of bare numbers, are chosen so. The years of
    two sides in one calendar are no glosses of each other.
    """
    is_year = side.drafts[0].kind in ("year", "day") and len(side.values) == 1
    is_open = "century" in side.guesses if free.is_short else free.is_bare and is_year
    if not (is_open and other.is_certain):
        return side
    calendars = tuple(one for one in free.calendars if one != other.calendar)
    as_printed = free._replace(calendars=calendars, is_turnable=False)
    is_other = side.calendar != other.calendar or side.drafts[0].kind == "decade"
    wanted = {side.calendar} if free.is_short and is_other else set(calendars)
    readings = [
        found
        for found in _readings(side, as_printed, other.days, context)
        if found.calendar in wanted
    ]
    nearest = min(readings, key=partial(_gap, other), default=side)
    return nearest if free.is_short or _gap(other, nearest) < _NEAR else side


def _gap(one: Side, other: Side) -> int:
    """Return the days between the first days of two sides; very many if they are unknown."""
    here, there = one.days, other.days
    return abs((here[0] - there[0]).days) if here and there else dt.date.max.toordinal()


# ---------------------------------------------------------------- agreement


def _agree(left: Side, right: Side) -> bool:
    """Whether two sides are, or may be, one time."""
    if len(left.values) == len(right.values):
        return all(map(_meet, left.values, right.values))
    return _overlap(left, right)


def _meet(left: Value, right: Value) -> bool:
    """Whether two values are one day, or overlap if one of them is longer."""
    slack = _slack(left, right)
    is_fine = left.grain == right.grain == "day"
    for a in _spans(left):
        for b in _spans(right):
            before, after = (a[0] - b[1]).days, (b[0] - a[1]).days
            if (abs(before) if is_fine else max(before, after)) <= slack:
                return True
    return False


def _overlap(left: Side, right: Side) -> bool:
    return any(_meet(a, b) for a in left.values for b in right.values)


def _slack(left: Value, right: Value) -> int:
    """Return by how many days two values may differ."""
    least = max(left.slack, right.slack)
    if "islamic" in (left.calendar, right.calendar):
        return max(LUNAR_SLACK, least)
    return least or int(
        any(
            value.calendar == "persian" and (value.year or 0) < FIRST_PROVEN
            for value in (left, right)
        )
    )


def _spans(value: Value) -> Iterator[Interval]:
    """Yield the days that a value may mean: a date before the reform may be Julian."""
    if value.earliest and value.latest:
        yield value.earliest, value.latest
        if value.calendar == "gregorian" and value.earliest < REFORM:
            first, last = intervals.from_julian(value.earliest), intervals.from_julian(value.latest)
            if first and last:
                yield first, last
