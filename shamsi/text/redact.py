"""Redact a text: make its dates coarser, or remove them."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown
from shamsi.lang.language import LANGUAGES, load
from shamsi.text.grammar.drafts import MONTHS, NUMERIC_DATE, Draft, Member
from shamsi.text.grammar.weekdays import is_bracketed
from shamsi.text.resolve.mention import value_of
from shamsi.text.resolve.options import Languages, Reference, checked_confidence
from shamsi.text.resolve.reading import Found, Reading, reading_of
from shamsi.text.rewrite.edits import Edit, closed, edited
from shamsi.text.rewrite.rewriter import places, span_of
from shamsi.text.rewrite.wording import unbroken

KEPT = ("month", "year", "nothing")
MASK = "[DATE]"
_YEARS = {"year", "decade", "century"}  # kinds no finer than a year
_MONTHS = {"month", "season", "quarter", "half"} | _YEARS
_RANGE = "{first} – {last}"


def redact(
    text: str,
    keep: str,
    *,
    mask: str = MASK,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> str:
    """Make the dates of a text coarser.

    `keep` is what remains of a date: "month" its month and year, "year" its year, "nothing" the
    `mask`. A date without the part to keep is masked, too, such as a day and month without a year
    if years are kept. A weekday before a day is removed with it. Dates no finer than the part to
    keep do not change. Neither does anything that `find` does not find, such as a single weekday or
    a clock time.

    The other keywords are those of `find`. ValueError for another value of `keep`.

    >>> [redact("يوم السبت 18 مرداد 1404", keep) for keep in ("month", "year", "nothing")]
    ['يوم مرداد 1404', 'يوم 1404', 'يوم [DATE]']
    """
    if keep not in KEPT:
        raise ShamsiError(f"keep must be one of {', '.join(map(repr, KEPT))}, got {shown(keep)}")
    least = checked_confidence(min_confidence)
    reading = reading_of(text, languages=languages, reference=reference, relative=relative)
    return edited(text, redactions(reading, keep, mask, least))


def redactions(
    reading: Reading, keep: str, mask: str = MASK, min_confidence: float = 0.0
) -> list[Edit]:
    """Return the edits with which `redact` changes a text."""
    edits: list[Edit] = []
    for row in reading.found:
        mention = row.mention
        kinds = {part.kind for part in mention.parts} or {mention.kind}
        is_coarse = kinds <= {"month": _MONTHS, "year": _YEARS, "nothing": set[str]()}[keep]
        is_coarse = is_coarse and not any(map(_counts_weekdays, row.drafts))
        if mention.confidence >= min_confidence and not is_coarse:
            left = mask if keep == "nothing" else _coarser(reading, row, keep) or mask
            edits.append(Edit(*_span(reading, row), left))
    return edits


def _counts_weekdays(draft: Draft) -> bool:
    """Whether a month says which of its weekdays is meant: أول اثنين من مايو."""
    places = range(draft.shape.first, draft.shape.last)
    return any(member.weekday_at in places for member in draft.members)


def _span(reading: Reading, row: Found) -> tuple[int, int]:
    """Return where a date begins and ends, with its weekday and the bracket after that."""
    start, draft = row.mention.start, row.drafts[0]
    end = closed(reading.folded.source, start, row.mention.end)
    if not draft.weekdays:
        return start, end
    if is_bracketed(row.tokens.kinds, draft.shape):
        end = span_of(reading, draft, draft.shape.last)[1]
    weekdays = [span_of(reading, draft, k) for k in draft.weekdays]
    return min(start, weekdays[0][0]), max(end, weekdays[-1][1])


def _coarser(reading: Reading, row: Found, keep: str) -> str | None:
    """Return the month and year, or the year, as printed; None if the text does not have them."""
    shared = len(row.drafts) == 1
    members = [(draft, member) for draft in row.drafts for member in draft.members]
    parts = [_part(reading, row, draft, member, keep, shared=shared) for draft, member in members]
    known = [one for one in parts if one is not None]
    if keep == "year" and known and len({value_of(part).year for part in row.mention.parts}) == 1:
        return known[-1]  # printed once for both ends
    if len(known) < len(parts) or not known:
        return None
    if len(set(known)) == 1:
        return known[0]
    lang = reading.lang if reading.lang in LANGUAGES else None
    pattern = load(lang).periods.range if lang else _RANGE
    return pattern.format(first=known[0], last=known[-1])


def _part(
    reading: Reading, row: Found, draft: Draft, member: Member, keep: str, *, shared: bool
) -> str | None:
    """Return the part of one date to keep."""
    kinds, source = row.tokens.kinds, reading.folded.source
    if kinds[member.first] == NUMERIC_DATE:
        return _numeric(reading, draft, member, keep)
    at = places(row, member, shared=shared, has_day=member.day is not None)
    year = (
        "".join(source[slice(*span_of(reading, draft, at.year))]) if at.year is not None else None
    )
    if keep == "year":
        return year
    before = (k for k in range(row.first, member.first) if shared and kinds[k] in MONTHS)
    month_at = at.month if at.month is not None else next(before, None)  # August 9–11, 2025
    if month_at is None:
        return None
    month = source[slice(*span_of(reading, draft, month_at))]
    return f"{month} {year}" if year else month


def _numeric(reading: Reading, draft: Draft, member: Member, keep: str) -> str | None:
    """Return a date in numbers without its day, or only its year."""
    start, end = span_of(reading, draft, member.first)
    raw = unbroken(reading.folded.source[start:end])
    numbers = [piece for piece in _pieces(raw) if piece.isdigit()]
    marks = [piece for piece in _pieces(raw) if not piece.isdigit()]
    if len(numbers) != 3 or member.year is None:
        return None
    is_first = int(numbers[0]) == member.year.value or len(numbers[0]) == 4
    if keep == "year":
        return numbers[0] if is_first else numbers[2]
    return numbers[0] + marks[0] + numbers[1] if is_first else numbers[1] + marks[1] + numbers[2]


def _pieces(raw: str) -> list[str]:
    """Split a text into runs of digits and the runs between them."""
    pieces: list[str] = []
    for char in raw:
        if pieces and pieces[-1].isdigit() == char.isdigit():
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
