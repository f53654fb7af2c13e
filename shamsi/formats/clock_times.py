"""Take a printed time of day out of a text that also has a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from shamsi._errors import Advice, DateError, ParseError, shown
from shamsi.formats.names import FILES, names

_CLOCK = re.compile(
    r"(?<![\d:.+])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,\u066b](\d{1,9}))?)?(?![\d:])", re.ASCII
)
AT_WORDS = ("ساعت", "الساعة", "سعات", "saat", "at")
_DASHES = r"\u2010-\u2015\u2212-"
_OFFSET = re.compile(
    rf"\s*(?:Z|UTC|GMT|[+{_DASHES}]\d{{2}}:?\d{{2}}(?::\d{{2}})?)(?![^\W\d_])", re.I
)
_BETWEEN = re.compile(
    rf"[\s,\u060c\u061b;|{_DASHES}]*(?:\b(?:{'|'.join(AT_WORDS)})\b)?[\s:,\u060c{_DASHES}]*", re.I
)
_T = re.compile(r"(?<=\d)\s*t\s*$", re.I)
_LAST = (23, 59, 59)
_FIELDS = ("hour", "minute", "second")
_CONVERT = Advice("offset", python="convert it to one time zone first, or cut the offset off")


class Clock(NamedTuple):
    """A time of day in microseconds since midnight, and the rest of the text."""

    microseconds: int
    rest: str


class Located(NamedTuple):
    """The digits of a time of day, 0 for AM and 1 for PM, and the rest of the text."""

    match: re.Match[str]
    half: int | None
    rest: str


def split(text: str, /) -> Clock | None:
    """Return the time of day in a text and the text around it; None if there is none.

    The time is hours and minutes, then seconds and up to nine digits of a second, cut to
    microseconds; before or after the date, behind a blank, ``T``, a comma, a dash or a word for
    "at"; with AM or PM in one of six languages. Digits must be ASCII, as `numeric.plain` makes
    them. Raises DateError for an hour 24 or a minute 60, ParseError for an offset from UTC.

    >>> split("1402/05/12 14:22")
    Clock(microseconds=51720000000, rest='1402/05/12')
    >>> split("۰۲:۲۲ ب.ظ 1402/05/12") is None, split("02:22 ب.ظ 1402/05/12")
    (True, Clock(microseconds=51720000000, rest='1402/05/12'))
    """
    where = located(text)
    if where is None:
        return None
    return Clock(_microseconds(where.match, where.half, text), where.rest)


def located(text: str, /) -> Located | None:
    """Return where the time of day stands in a text that `split` can read; None if there is none.

    Which digits a text has does not matter, only where they stand. Raises ParseError for an offset
    from UTC.

    >>> where = located("1402/05/12 14:22 PM")
    >>> where and (where.match.span(), where.half, where.rest)
    ((11, 16), 1, '1402/05/12')
    """
    found = _CLOCK.search(text) if ":" in text else None
    if found is None:
        return None
    before, behind = text[: found.start()], text[found.end() :]
    if offset := _OFFSET.match(behind):
        raise ParseError(
            f"has an offset from UTC: {offset[0].strip()}, got {shown(text)}", advice=_CONVERT
        )
    before, half = _half_day(before, at_end=True) if not behind.strip() else (before, None)
    if half is None:
        behind, half = _half_day(behind, at_end=False)
    rest = _rest(before, behind)
    return Located(found, half, rest) if rest else None


def _rest(before: str, behind: str) -> str:
    """The text on the one side of a time that has any; "" if both have, or none."""
    before = _T.sub("", before)
    # what joins a date and its time stands at the end of the one or the start of the other
    start = next((at for at in range(len(before)) if _BETWEEN.fullmatch(before, at)), len(before))
    before = before[:start]
    joint = _BETWEEN.match(behind)
    behind = behind[joint.end() if joint else 0 :]
    return "" if before.strip() and behind.strip() else (before or behind).strip()


def _microseconds(found: re.Match[str], half: int | None, text: str) -> int:
    fields = [int(found[part] or 0) for part in (1, 2, 3)]
    for name, last, value in zip(_FIELDS, _LAST, fields, strict=True):
        if value > last:
            raise DateError(f"{name} must be 0..{last}, got {value} in {shown(text)}")
    hour, minute, second = fields
    if half is not None:
        if not 1 <= hour <= 12:
            raise DateError(f"hour of a half day must be 1..12, got {hour} in {shown(text)}")
        hour = hour % 12 + 12 * half
    fraction = (found[4] or "").ljust(6, "0")[:6]
    return ((hour * 60 + minute) * 60 + second) * 1_000_000 + int(fraction)


def _half_day(side: str, *, at_end: bool) -> tuple[str, int | None]:
    """The side of a time without AM or PM next to it, and 0 or 1 for which of them it was."""
    if not any(char.isalpha() for char in side):
        return side, None
    words = side.strip()
    for half in (0, 1):
        for form in half_day_forms(half):
            if at_end and words.lower().endswith(form):
                return words[: -len(form)], half
            if not at_end and words.lower().startswith(form):
                return words[len(form) :], half
    return side, None


def half_day_forms(half: int, /) -> list[str]:
    """Return the words for a half of the day in all languages, the longest first.

    >>> half_day_forms(0)[-2:]
    ['am', 'ص']
    """
    rows = [names(lang)["p"][half] for lang in FILES]
    forms = {form.lower() for row in rows for form in row} | {("a.m.", "p.m.")[half]}
    forms |= {form.replace(" ", "\u200c") for form in forms} | {form.rstrip(".") for form in forms}
    return sorted(forms, key=len, reverse=True)
