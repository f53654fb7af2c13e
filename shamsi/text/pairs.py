"""Find pairs: two dates that a text states to be the same time, and whether they are."""

from __future__ import annotations

from dataclasses import dataclass

from shamsi.lang.classes import codes_of
from shamsi.text.compare.sides import side
from shamsi.text.compare.verdicts import diagnose, judge
from shamsi.text.grammar.expressions import compiled
from shamsi.text.resolve.beside_centuries import is_print_year
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.options import Languages, Reference, checked_confidence
from shamsi.text.resolve.reading import Found, Reading, reading_of

# Between the two dates of a pair: «=», brackets, slashes; then cue words of the second date.
_CUE = """
    [day_word date_word month_word year_word preposition into of modifier school link other_mark]*
"""
_CUES = f"{_CUE} (weekday comma? {_CUE})? $"
_STRONG = compiled(f"""
    [other_mark closing suffix date_word era]*
    ([comma slash inner_slash dash]? line_end? [opening]? comma? same colon?
    | [opening] | comma? [opening] same colon?)
    {_CUES}
""")
_SLASH = compiled("[other_mark full_stop]* (slash | inner_slash) " + _CUES)
_DASH = compiled("[other_mark]* [dash inner_dash] " + _CUES)  # joins two ranges to a pair
# The same time in a calendar that is not read, such as the Coptic one.
_UNREAD = compiled("""
    [slash inner_slash] (day month_dated year_word?)? four_digits era_mark
    (?=[slash inner_slash opening])
""")
# A comma, a dash or «or» alone prove nothing: two dates are a pair only if they agree.
_LOOSE = compiled(f"""
    [other_mark closing]* comma? [dash inner_dash and]? [opening and same or]* {_CUES}
""")
_FULL_STOP, _ERAS = codes_of("full_stop"), codes_of("era era_mark")
_LONGEST_CHAIN = 3  # Solar, lunar, Gregorian, and one to spare


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
    """Return the pairs of a text: neighbours joined by a connector, and all pairs of a chain."""
    out: list[Pair] = []
    chain: list[Found] = []
    for found in reading.found:
        if found.mention.confidence < min_confidence or found.mention.kind == "relative":
            continue
        if not (chain and _linked(chain[-1], found)):
            chain = []
        for earlier in chain:
            if earlier.mention.calendar != found.mention.calendar:
                between = reading.folded.source[earlier.mention.end : found.mention.start]
                out.append(compare(earlier.mention, found.mention, between.strip()))
        chain = [*chain[-_LONGEST_CHAIN:], found]
    return out


def _linked(left: Found, right: Found) -> bool:
    """Whether the text between two neighbours states that they are one time."""
    if left.tokens is not right.tokens or left.mention.calendar == right.mention.calendar:
        return False
    if is_print_year(left.drafts[-1], right.drafts[0]):
        return False
    between = _between(left, right)
    if _is_open_century(left.mention) or _is_open_century(right.mention):
        joints = (_STRONG, _SLASH, _LOOSE)
        return any(joint.match(between) for joint in joints) and _agree(left, right)
    if _STRONG.match(between) or (_SLASH.match(between) and _alike(left.mention, right.mention)):
        return True
    if _DASH.match(between) and left.mention.kind == right.mention.kind == "range":
        return True
    return bool(_LOOSE.match(between)) and _agree(left, right)


def _is_open_century(mention: Mention) -> bool:
    """Whether the text does not say of which calendar a century is."""
    return mention.kind == "century" and "calendar" in mention.assumed


def _agree(left: Found, right: Found) -> bool:
    """Whether two mentions may be one time."""
    return judge(side(left.mention), side(right.mention))[0] in ("agree", "overlap")


def _between(left: Found, right: Found) -> str:
    """Return the classes between two mentions.

    It leaves out the full stop of an era («ه.ش.») and a date in a calendar that is not read.
    """
    kinds = left.tokens.kinds
    behind = left.last + (kinds[left.last] == _FULL_STOP and kinds[left.last - 1] in _ERAS)
    return _UNREAD.sub("", kinds[behind : right.first])


def _alike(a: Mention, b: Mention) -> bool:
    """Whether two mentions have the same parts of a date."""
    left, right = value_of(a), value_of(b)
    numbers = [[count for count, _ in value.parts] for value in (left, right)]
    return numbers[0] == numbers[1] and left.is_yearless == right.is_yearless


def compare(left: Mention, right: Mention, connector: str) -> Pair:
    """Compare two mentions, and return them as a pair."""
    a, b = side(left), side(right)
    verdict, delta = judge(a, b)
    diagnosis = diagnose(a, b, delta or 0) if verdict == "mismatch" else None
    return Pair(left, right, connector, verdict, delta, diagnosis)
