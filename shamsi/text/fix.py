"""Fix pairs of dates: rewrite the wrong sides in one calendar."""

from __future__ import annotations

from collections.abc import Iterable

from shamsi.calendar.calendar_names import CALENDARS, named
from shamsi.text.check import check
from shamsi.text.finding import Finding
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance
from shamsi.text.resolve.options import Languages, Reference
from shamsi.text.rewrite.edits import Edit, apart, edited


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
    "miladi" mean the first two). The other side is taken to be right. The new text is the one that
    `check` suggests, in the side's own language, digits and layout, with its weekday. Nothing else
    changes. Other findings stay, because they can be fixed in more than one way.

    The keywords are those of `check`. Another side: ValueError.

    >>> fix("في 18 مرداد 1404 (18 أغسطس 2025)", "gregorian")
    'في 18 مرداد 1404 (9 أغسطس 2025)'
    >>> fix("في 18 مرداد 1404 (18 أغسطس 2025)", "persian")
    'في 27 مرداد 1404 (18 أغسطس 2025)'
    """
    side = named("side", side, CALENDARS)
    findings = check(
        text,
        languages=languages,
        reference=reference,
        min_confidence=min_confidence,
        codes=("pair-mismatch",),
        lunar_tolerance=lunar_tolerance,
        exceptions=exceptions,
        min_alarm=min_alarm,
    )
    return edited(text, repairs_of(findings, side))


def repairs_of(findings: Iterable[Finding], side: str) -> list[Edit]:
    """Return the repairs of pairs that rewrite the side in a calendar."""
    return apart(
        Edit(one.start, one.end, one.replacement)
        for finding in findings
        if finding.code == "pair-mismatch"
        for one in finding.suggestions
        if one.calendar == side
    )
