"""Find pairs: two dates that a text states to be the same time, and whether they are."""

from __future__ import annotations

from dataclasses import dataclass

from shamsi.text.compare.partners import partners
from shamsi.text.compare.sides import side
from shamsi.text.compare.slips import diagnose
from shamsi.text.compare.verdicts import judge
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.options import Languages, Reference, checked_confidence
from shamsi.text.resolve.reading import Reading, reading_of

_COUNTED = "nth-weekday"
_RELATIVE = ("deictic", "day-of-relative", "part-of-relative")  # also several in a list or range


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that a text states as one time.

    `connector` is the text between them. `verdict` is "agree", "overlap" (one is coarser and they
    meet), "near" (lunar and two days off, or Solar before 1178, when nobody counted so, and one day
    off), "mismatch" or "incomparable". `delta_days` is right minus left. `diagnosis` names the slip
    that explains a mismatch: "calque", "month-slip", "year-slip", "digit-swap", "off-by-one" or
    "unknown".

    >>> import shamsi
    >>> [pair.verdict for pair in shamsi.pairs("۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)")]
    ['agree']
    """

    left: Mention
    right: Mention
    connector: str
    verdict: str
    delta_days: int | None = None
    diagnosis: str | None = None


def pairs(
    text: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> list[Pair]:
    """Return all pairs of dates in two calendars that the text states as one time.

    The keywords and errors are those of `find`. Relative words are never in a pair.

    >>> (pair,) = pairs("في 18 مرداد 1404 (18 أغسطس 2025)")
    >>> pair.verdict, pair.delta_days, pair.diagnosis
    ('mismatch', 9, 'calque')
    """
    least = checked_confidence(min_confidence)
    return link(
        reading_of(text, languages=languages, reference=reference, relative=relative), least
    )


def link(reading: Reading, min_confidence: float = 0.0) -> list[Pair]:
    """Return the pairs of a text: neighbours that a connector joins, and those of a chain."""
    rows = [
        found
        for found in reading.found
        if found.mention.confidence >= min_confidence and not _is_relative(found.mention)
    ]
    source = reading.folded.source
    return [
        compare(left, right, source[left.end : right.start].strip())
        for left, right in ((a.mention, b.mention) for a, b in partners(rows, reading.folded))
    ]


def _is_relative(mention: Mention) -> bool:
    """Whether a date counts from the day of writing, which is known only roughly."""
    return mention.kind == "relative" or mention.rule.startswith(_RELATIVE)


def compare(left: Mention, right: Mention, connector: str) -> Pair:
    """Compare two mentions, and return them as a pair."""
    a, b = side(left), side(right)
    verdict, delta = judge(a, b)
    diagnosis = diagnose(a, b, delta or 0) if verdict == "mismatch" else None
    if diagnosis == "calque" and _COUNTED in (left.rule, right.rule):
        diagnosis = "unknown"  # «دومین سه‌شنبه مهر» prints no number that could be kept
    return Pair(left, right, connector, verdict, delta, diagnosis)
