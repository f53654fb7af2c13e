"""Votes: what the dates that name their calendar say of a document's dates that do not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shamsi.lang.language import load
from shamsi.text import calendars
from shamsi.text.drafts import Draft, Fields

_SOLAR = (1346, 1410)  # years that Persian prose means as Solar Hijri, era or not; older ones may be lunar
_LIFETIME = 100  # lunar years that tell of each other
_SAME = re.compile(r"[\")i]*,?(?:[(/s=]|\|)[DTLUPIfA=\"]*$")  # between two ways to say one year
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
    first, last = load(code).data.get("lunar_years", (0, 0)) if code else (0, 0)
    return first, last


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


def _of_year(member: Fields, civil: str | None) -> str | None:
    """The calendar that a year tells by itself."""
    year = member.year.value if member.year else 0
    if year > calendars.LAST_SOLAR:
        return "gregorian"
    return "persian" if civil == "persian" and _SOLAR[0] <= year <= _SOLAR[1] else None


def settle(drafts: Sequence[Draft]) -> None:
    """Give a date without an era the calendar that brings it near the Gregorian one beside it: 1330 (1912) is lunar."""
    for left, right in pairwise(drafts):
        if _SAME.match(left.tokens.letters[left.shape.last : right.shape.first]):
            for draft, other in ((left, right), (right, left)):
                if _is_open(draft) and (calendar := _nearer(draft.members[0], other)):
                    draft.calendar = calendar
                    draft.assumed.append("calendar")


def _is_open(draft: Draft) -> bool:
    """Whether a draft is years, or one numeric date, that name no calendar."""
    if draft.calendar or draft.era or draft.kind not in ("year", "day"):
        return False
    if draft.kind == "day" and len(draft.members) > 1:
        return False
    return all(
        member.year and not member.era and 1000 <= member.year.value <= calendars.LAST_SOLAR for member in draft.members
    )


def _nearer(member: Fields, other: Draft) -> str | None:
    """The calendar, Solar or lunar, in which a date comes nearer to its neighbour; None where neither comes near."""
    there = other.members[0]
    foreign = (other.era and other.era.calendar != "gregorian") or other.calendar not in (None, "gregorian")
    if member.year is None or there.year is None or there.year.value <= calendars.LAST_SOLAR or foreign:
        return None
    goal = calendars.interval("gregorian", there.year.value, there.month)
    spans = {name: calendars.interval(name, member.year.value, member.month) for name in ("persian", "islamic")}
    gaps = {name: abs(span[0] - goal[0]) for name, span in spans.items() if span and goal}
    name = min(gaps, key=gaps.__getitem__, default=None)
    return name if name and gaps[name] < _NEAR else None
