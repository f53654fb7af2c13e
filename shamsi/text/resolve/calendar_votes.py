"""Count the dates that name their calendar, and infer the calendar of those that do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from shamsi.calendar import intervals
from shamsi.lang.language import load
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Number

_SOLAR = (1346, 1410)  # years without an era that are Solar in Persian; older ones may be lunar
_SOLAR_ERA = 621  # the Gregorian year in which a Solar year begins, minus the Solar year
_LIFETIME = 100  # years around a lunar one that are probably lunar, too
_SAME = compiled("""
    [other_mark closing suffix]* comma? ([opening slash inner_slash same] | line_end) [day_word
      date_word month_word year_word preposition into of modifier same other_mark]* $
""")  # between two dates for one time
_NEAR = dt.timedelta(days=15 * 366)  # Solar and lunar years of one number are forty years apart


@dataclass(slots=True)
class Votes:
    """How many dates of a document name each calendar.

    A date names one by its month, by its era, or by a year that only one calendar has.
    """

    persian: int = 0
    gregorian: int = 0
    named: int = 0  # Solar dates with a month's name or an era
    lunar: list[int] = field(default_factory=lambda: [])  # the years of lunar dates

    @property
    def is_gregorian(self) -> bool:
        """Whether it has Gregorian dates and no Solar ones."""
        return self.gregorian > 0 and not self.persian

    def is_lunar(self, year: int) -> bool:
        """Whether it has lunar dates around a year, and more of them than Solar dates."""
        return sum(abs(year - other) <= _LIFETIME for other in self.lunar) > self.persian


def lunar_years(code: str | None) -> tuple[int, int]:
    """Return the first and last year without an era that are lunar in a language.

    (0, 0) if there are no such years.

    >>> lunar_years("prs")
    (1440, 1450)
    """
    return load(code).opening.lunar_years if code else (0, 0)


def count(drafts: Iterable[Draft], civil: str | None) -> Votes:
    """Count the votes of a document's drafts. `civil` is the civil calendar of its language."""
    votes = Votes()
    for draft in drafts:
        if draft.kind in ("relative", "century"):
            continue
        for member in draft.members:
            era = member.era or draft.era
            named = era.calendar if era else draft.calendar
            if draft.kind == "season":  # تابستان ۱۹۶۹ is Gregorian
                named = _of_year(member, draft.calendar)
            calendar = named or _of_year(member, civil)
            votes.persian += calendar == "persian"
            votes.gregorian += calendar == "gregorian"
            votes.named += named == "persian"
            if member.year and (
                calendar == "islamic" or (calendar == "hijri" and civil != "persian")
            ):
                votes.lunar.append(member.year.value)
    return votes


def _of_year(member: Member, civil: str | None) -> str | None:
    """Return the calendar that follows from a year alone; None if it is open."""
    year = member.year.value if member.year else 0
    if year > intervals.LAST_SOLAR:
        return "gregorian"
    return "persian" if civil == "persian" and _SOLAR[0] <= year <= _SOLAR[1] else None


def infer_from_neighbours(drafts: Sequence[Draft]) -> list[Draft]:
    """Complete the drafts of a window from neighbours that state the same time.

    A date without an era gets the calendar that brings it near the Gregorian date: 1330 (1912) is
    lunar. Two digits of a year get the century that does: «۲ دی ۰۳ (۲۳ دسامبر ۱۹۲۴)». A year next
    to a decade is a decade: «دهه ۵۰ (۷۰ میلادی)».
    """
    rows = list(drafts)
    for k in range(1, len(rows)):
        left, right = rows[k - 1], rows[k]
        if _SAME.match(left.tokens.kinds[left.shape.last : right.shape.first]):
            rows[k - 1] = _beside(rows[k - 1], rows[k])
            rows[k] = _beside(rows[k], rows[k - 1])
    return rows


def is_same_time(left: Draft, right: Draft) -> bool:
    """Whether what stands between two dates says that they are one time."""
    first = left.shape.last
    return bool(_SAME.match(left.tokens.kinds[first : max(first, right.shape.outer)]))


def _beside(draft: Draft, other: Draft) -> Draft:
    """Complete a draft from another one that states the same time."""
    if other.kind == "decade" and _is_round(draft):
        draft = replace(draft, kind="decade")
    if _is_open(draft) and (calendar := _nearer(draft.members[0], other)):
        draft = draft.assuming("calendar", calendar=calendar)
    return _in_century(draft, other)


def _is_round(draft: Draft) -> bool:
    """Whether a draft is a single year that may be a decade."""
    year = draft.members[0].year
    return (
        draft.kind == "year"
        and len(draft.members) == 1
        and year is not None
        and year.value % 10 == 0
    )


def _in_century(draft: Draft, other: Draft) -> Draft:
    """Add the century that brings two digits of a Solar year near a full Gregorian year."""
    calendar = draft.era.calendar if draft.era else draft.calendar or "persian"
    there = other.members[0].year
    foreign = other.era.calendar if other.era else other.calendar or "gregorian"
    if calendar != "persian" or foreign != "gregorian" or there is None or there.width < 3:
        return draft
    goal = there.value - _SOLAR_ERA
    members = tuple(_member_in_century(member, goal) for member in draft.members)
    return draft.assuming("century", members=members) if members != draft.members else draft


def _member_in_century(member: Member, goal: int) -> Member:
    """Complete the two digits of a member to the year that is nearest to `goal`."""
    if not member.year or member.year.width != 2:
        return member
    century = (goal - member.year.value + 50) // 100
    if century < 0:
        return member
    return replace(member, year=Number(member.year.value + century * 100, 4))


def _is_open(draft: Draft) -> bool:
    """Whether a draft is years, or one numeric date, without a calendar."""
    if draft.calendar or draft.era or draft.kind not in ("year", "day"):
        return False
    if draft.kind == "day" and len(draft.members) > 1:
        return False
    return all(
        member.year and not member.era and 1000 <= member.year.value <= intervals.LAST_SOLAR
        for member in draft.members
    )


def _nearer(member: Member, other: Draft) -> str | None:
    """Return the calendar, Solar or lunar, in which a date is nearer to its neighbour.

    None if it is near in neither.
    """
    there = other.members[0]
    foreign = (other.era and other.era.calendar != "gregorian") or other.calendar not in (
        None,
        "gregorian",
    )
    if (
        member.year is None
        or there.year is None
        or there.year.value <= intervals.LAST_SOLAR
        or foreign
    ):
        return None
    goal = intervals.interval("gregorian", there.year.value, there.month)
    spans = {
        name: intervals.interval(name, member.year.value, member.month)
        for name in ("persian", "islamic")
    }
    gaps = {name: abs(span[0] - goal[0]) for name, span in spans.items() if span and goal}
    name = min(gaps, key=gaps.__getitem__, default=None)
    return name if name and gaps[name] < _NEAR else None
