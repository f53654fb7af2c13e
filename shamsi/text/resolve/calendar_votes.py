"""Count the dates of a document that name their calendar, for those that do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shamsi.calendar import intervals
from shamsi.calendar.eras import IMPERIAL_YEARS
from shamsi.lang.language import load
from shamsi.text.grammar.drafts import Draft, Member

_SOLAR = (1346, 1410)  # years without an era that are Solar in Persian; older ones may be lunar
_OLD = (1000, 1345)  # years of letters that may leave out the century
_HALF = 50
_LIFETIME = 100  # years around a lunar one that are probably lunar, too


@dataclass(slots=True)
class Votes:
    """How many dates of a document name each calendar.

    A date names one by its month, by its era, or by a year that only one calendar has.
    """

    persian: int = 0
    gregorian: int = 0
    named: int = 0  # Solar dates with a month's name or an era
    lunar: dict[int, int] = field(default_factory=lambda: {})  # how many lunar dates a year has

    @property
    def is_gregorian(self) -> bool:
        """Whether it has Gregorian dates and no Solar ones."""
        return self.gregorian > 0 and not self.persian

    def is_lunar(self, year: int) -> bool:
        """Whether it has lunar dates around a year, and more of them than Solar dates."""
        near = (n for other, n in self.lunar.items() if abs(year - other) <= _LIFETIME)
        return sum(near) > self.persian

    def lunar_year(self, short: int) -> int | None:
        """Return the year with two last digits that is nearest to the old lunar years of the text.

        None if it names none, or nearly as many Solar dates.
        """
        full = [year for year in self.lunar if _OLD[0] <= year <= _OLD[1]]
        if not full or not self.is_lunar(full[0]):
            return None
        year = full[0] + (short - full[0] + _HALF) % 100 - _HALF
        return year if year <= _OLD[1] else None


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
                year = member.year.value
                votes.lunar[year] = votes.lunar.get(year, 0) + 1
    return votes


def recounted(votes: Votes, gone: Votes, come: Votes) -> Votes:
    """Return the votes of a document in which some drafts were replaced."""
    lunar = dict(votes.lunar)
    for year in gone.lunar.keys() | come.lunar.keys():
        lunar[year] = lunar.get(year, 0) - gone.lunar.get(year, 0) + come.lunar.get(year, 0)
    return Votes(
        votes.persian - gone.persian + come.persian,
        votes.gregorian - gone.gregorian + come.gregorian,
        votes.named - gone.named + come.named,
        lunar,
    )


def _of_year(member: Member, civil: str | None) -> str | None:
    """Return the calendar that follows from a year alone; None if it is open."""
    year = member.year.value if member.year else 0
    is_solar = civil == "persian" and (_SOLAR[0] <= year <= _SOLAR[1] or year in IMPERIAL_YEARS)
    if year > intervals.LAST_SOLAR and not is_solar:
        return "gregorian"
    return "persian" if is_solar else None
