"""Fix: the wrong sides of pairs rewritten in one calendar."""

from __future__ import annotations

from collections.abc import Iterable

from shamsi._errors import shown
from shamsi.text.checker import Finding, check
from shamsi.text.edits import Edit, apart, edited
from shamsi.text.finder import Languages, Reference
from shamsi.text.rules import LUNAR_TOLERANCE

SIDES = ("persian", "gregorian", "islamic")


def fix(
    text: str,
    side: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    min_confidence: float = 0.0,
    lunar_tolerance: int = LUNAR_TOLERANCE,
    exceptions: Iterable[str] = (),
) -> str:
    """Mend the pairs of a text whose two dates are not one, by rewriting one side of each.

    `side` is the calendar whose side is rewritten, "persian", "gregorian" or "islamic"; the other one is taken to be
    right. What `check` offers is put in, in the side's own language, digits and layout, with the weekday beside it;
    nothing else is touched. What is wrong for another reason stays, as it has more than one repair.

    The keywords are those of `check`. Another side: ValueError.

    >>> fix("في 18 مرداد 1404 (18 أغسطس 2025)", "gregorian")
    'في 18 مرداد 1404 (9 أغسطس 2025)'
    >>> fix("في 18 مرداد 1404 (18 أغسطس 2025)", "persian")
    'في 27 مرداد 1404 (18 أغسطس 2025)'
    """
    if side not in SIDES:
        raise ValueError(f"side must be one of {', '.join(map(repr, SIDES))}, got {shown(side)}")
    findings = check(
        text,
        languages=languages,
        reference=reference,
        min_confidence=min_confidence,
        codes=("pair-mismatch",),
        lunar_tolerance=lunar_tolerance,
        exceptions=exceptions,
    )
    return edited(text, repairs_of(findings, side))


def repairs_of(findings: Iterable[Finding], side: str) -> list[Edit]:
    """The repairs of the pairs among some findings, that rewrite a calendar's side."""
    return apart(
        Edit(one.start, one.end, one.replacement)
        for finding in findings
        if finding.code == "pair-mismatch"
        for one in finding.suggestions
        if one.calendar == side
    )
