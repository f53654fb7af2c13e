"""Fix dates: rewrite the wrong sides of pairs, or what the text itself shows to be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shamsi.calendar.calendar_names import CALENDARS, named
from shamsi.lang.sentences import Sentence
from shamsi.text.check import check
from shamsi.text.compare.evidence import is_on
from shamsi.text.finding import Finding
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.text.resolve.options import Languages, Reference
from shamsi.text.rewrite.edits import Edit, apart, edited
from shamsi.text.rewrite.repairs import Suggestion, grain_of

PREFERRED = "preferred"
SIDES = (*CALENDARS, PREFERRED)
REASONS = {  # why a finding is left
    "undecided": Sentence("nothing in the text shows which repair is right"),
    "several": Sentence("it can be repaired in more than one way"),
    "none": Sentence("there is no repair to offer"),
    "absent": Sentence("neither date is in the calendar that is rewritten"),
    "weekday": Sentence("the other date contradicts its own weekday, so it is not followed"),
    "coarse": Sentence("the other date is less exact than this one"),
    "unwritten": Sentence("no new text was found that reads as the days of the other date"),
    "overlap": Sentence("another repair changes the same words"),
}


class Unrepaired(NamedTuple):
    """A finding that is left, and why, as a key of `REASONS`."""

    finding: Finding
    reason: str


class Repairs(NamedTuple):
    """The edits that repair findings, and the findings that are left."""

    edits: list[Edit]
    left: list[Unrepaired]


def fix(
    text: str,
    side: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    min_confidence: float = 0.0,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
    exceptions: Iterable[str] = (),
    min_alarm: float = 0.0,
) -> str:
    """Fix the pairs of a text whose two dates disagree, by rewriting one side of each.

    `side` is the calendar of the side to rewrite: "persian", "gregorian" or "islamic" ("jalali" and
    "miladi" mean the first two). The other side is taken to be right. With "preferred", each
    finding gets the one repair that something in the text supports, such as a weekday; those
    without stay. The new text is the one that `check` suggests, in the side's own language, digits
    and layout, with its weekday. Weekdays and days that do not exist are fixed where the text
    supports one repair and, if `side` is a calendar, that is a date of it. Nothing else changes.

    The keywords are those of `check`. Another side: ValueError.

    >>> fix("في 18 مرداد 1404 (18 أغسطس 2025)", "gregorian")
    'في 18 مرداد 1404 (9 أغسطس 2025)'
    >>> fix("في 18 مرداد 1404 (18 أغسطس 2025)", "persian")
    'في 27 مرداد 1404 (18 أغسطس 2025)'
    >>> fix("الاثنين 18 مرداد 1404 (18 أغسطس 2025)", "preferred")
    'الاثنين 27 مرداد 1404 (18 أغسطس 2025)'
    """
    side = named("side", side, SIDES)
    findings = check(
        text,
        languages=languages,
        reference=reference,
        min_confidence=min_confidence,
        lunar_tolerance=lunar_tolerance,
        exceptions=exceptions,
        min_alarm=min_alarm,
    )
    return edited(text, repairs_of(findings, side).edits)


def repairs_of(findings: Iterable[Finding], side: str) -> Repairs:
    """Return the repairs that rewrite the side in a calendar, or the preferred ones.

    >>> import shamsi
    >>> repairs_of(shamsi.check("18 مرداد 1404 (18 أغسطس 2025)"), "islamic").left[0].reason
    'absent'
    """
    edits: dict[Edit, Finding] = {}
    left: list[Unrepaired] = []
    for finding in findings:
        chosen = repair_of(finding, side)
        if chosen is None:
            left.append(Unrepaired(finding, reason_of(finding, side)))
            continue
        edit = Edit(chosen.start, chosen.end, chosen.replacement)
        if edit in edits:
            left.append(Unrepaired(finding, "overlap"))
        edits.setdefault(edit, finding)
    made = apart(edits)
    left += (Unrepaired(edits[edit], "overlap") for edit in edits if edit not in made)
    return Repairs(made, left)


def repair_of(finding: Finding, side: str) -> Suggestion | None:
    """Return the one repair of a side; None if there is none, or more than one."""
    fitting = [
        one
        for one in finding.suggestions
        if (side in (PREFERRED, one.calendar))
        and (one.preferred or (side != PREFERRED and finding.code == "pair-mismatch"))
    ]
    return fitting[0] if len(fitting) == 1 else None


def reason_of(finding: Finding, side: str) -> str:
    """Return why a finding has no repair of a side, as a key of `REASONS`."""
    if side != PREFERRED and finding.code == "pair-mismatch":
        return _reason_of_pair(finding, side)
    if not finding.suggestions:
        return "none"
    return "undecided" if side == PREFERRED else "several"


def _reason_of_pair(finding: Finding, side: str) -> str:
    here = [mention for mention in finding.spans if mention.calendar == side]
    if len(here) != 1:
        return "several" if here else "absent"
    (other,) = (mention for mention in finding.spans if mention is not here[0])
    if other.weekday is not None and not is_on(other, other.weekday):
        return "weekday"
    return "coarse" if grain_of(other) > grain_of(here[0]) else "unwritten"
