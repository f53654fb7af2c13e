"""Votes: what the dates that name their calendar say of a document's dates that do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shamsi.calendar import intervals
from shamsi.lang.language import load
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Number

_SOLAR = (1346, 1410)  # years that Persian prose means as Solar Hijri, era or not; older ones may be lunar
_SOLAR_ERA = 621  # a Solar year begins in the Gregorian year that is so much more
_LIFETIME = 100  # lunar years that tell of each other
_SAME = compiled("""
    [other_mark closing suffix]* comma? ([opening slash inner_slash same] | line_end) [day_word
      date_word month_word year_word preposition into of modifier same other_mark]* $
""")  # between two ways to say one year
_NEAR = dt.timedelta(days=15 * 366)  # Solar and lunar years of one number lie some forty years apart


@dataclass(slots=True)
class Votes:
    """How many dates of a document name each calendar, by a month, an era or a year that only one of them has."""

    persian: int = 0
    gregorian: int = 0
    named: int = 0  # Solar dates with a month's name or an era
    lunar: list[int] = field(default_factory=list[int])  # the years of lunar dates

    @property
    def is_gregorian(self) -> bool:
        """Whether Gregorian dates stand in it and no Solar one."""
        return self.gregorian > 0 and not self.persian

    def is_lunar(self, year: int) -> bool:
        """Whether lunar dates of about a year stand in it, and more of them than Solar ones of any."""
        return sum(abs(year - other) <= _LIFETIME for other in self.lunar) > self.persian


def lunar_years(code: str | None) -> tuple[int, int]:
    """The first and last year that a language's own texts mean as lunar where they do not say; (0, 0) for none.

    >>> lunar_years("prs")
    (1440, 1450)
    """
    return load(code).opening.lunar_years if code else (0, 0)


def count(drafts: Iterable[Draft], civil: str | None) -> Votes:
    """The votes of a document's drafts; `civil` is the calendar that its language counts in."""
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
            if member.year and (calendar == "islamic" or (calendar == "hijri" and civil != "persian")):
                votes.lunar.append(member.year.value)
    return votes


def _of_year(member: Member, civil: str | None) -> str | None:
    """The calendar that a year tells by itself."""
    year = member.year.value if member.year else 0
    if year > intervals.LAST_SOLAR:
        return "gregorian"
    return "persian" if civil == "persian" and _SOLAR[0] <= year <= _SOLAR[1] else None


def infer_from_neighbours(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a window, each with what the one beside it says, where the text gives both as one time.

    A date without an era gets the calendar that brings it near the Gregorian one: 1330 (1912) is lunar. Two digits of
    a year get the century that does: «۲ دی ۰۳ (۲۳ دسامبر ۱۹۲۴)». A year beside a decade is one: «دهه ۵۰ (۷۰ میلادی)».
    """
    rows = list(drafts)
    for k in range(1, len(rows)):
        left, right = rows[k - 1], rows[k]
        if _SAME.match(left.tokens.kinds[left.shape.last : right.shape.first]):
            rows[k - 1] = _beside(rows[k - 1], rows[k])
            rows[k] = _beside(rows[k], rows[k - 1])
    return rows


def _beside(draft: Draft, other: Draft) -> Draft:
    """A draft with what the one that gives the same time says."""
    if other.kind == "decade" and _is_round(draft):
        draft = draft._replace(kind="decade")
    if _is_open(draft) and (calendar := _nearer(draft.members[0], other)):
        draft = draft.assuming("calendar", calendar=calendar)
    return _in_century(draft, other)


def _is_round(draft: Draft) -> bool:
    """Whether a draft is one year that may stand for its decade."""
    year = draft.members[0].year
    return draft.kind == "year" and len(draft.members) == 1 and year is not None and year.value % 10 == 0


def _in_century(draft: Draft, other: Draft) -> Draft:
    """Give two digits of a Solar year the century that brings them near a Gregorian year of three digits or four."""
    calendar = draft.era.calendar if draft.era else draft.calendar or "persian"
    there = other.members[0].year
    foreign = other.era.calendar if other.era else other.calendar or "gregorian"
    if calendar != "persian" or foreign != "gregorian" or there is None or there.width < 3:
        return draft
    goal = there.value - _SOLAR_ERA
    members = tuple(_member_in_century(member, goal) for member in draft.members)
    return draft.assuming("century", members=members) if members != draft.members else draft


def _member_in_century(member: Member, goal: int) -> Member:
    """A date whose two digits are those of the year nearest to another one."""
    if not member.year or member.year.width != 2:
        return member
    century = (goal - member.year.value + 50) // 100
    if century < 0:
        return member
    return member._replace(year=Number(member.year.value + century * 100, 4))


def _is_open(draft: Draft) -> bool:
    """Whether a draft is years, or one numeric date, that name no calendar."""
    if draft.calendar or draft.era or draft.kind not in ("year", "day"):
        return False
    if draft.kind == "day" and len(draft.members) > 1:
        return False
    return all(
        member.year and not member.era and 1000 <= member.year.value <= intervals.LAST_SOLAR for member in draft.members
    )


def _nearer(member: Member, other: Draft) -> str | None:
    """The calendar, Solar or lunar, in which a date comes nearer to its neighbour; None where neither comes near."""
    there = other.members[0]
    foreign = (other.era and other.era.calendar != "gregorian") or other.calendar not in (None, "gregorian")
    if member.year is None or there.year is None or there.year.value <= intervals.LAST_SOLAR or foreign:
        return None
    goal = intervals.interval("gregorian", there.year.value, there.month)
    spans = {name: intervals.interval(name, member.year.value, member.month) for name in ("persian", "islamic")}
    gaps = {name: abs(span[0] - goal[0]) for name, span in spans.items() if span and goal}
    name = min(gaps, key=gaps.__getitem__, default=None)
    return name if name and gaps[name] < _NEAR else None
