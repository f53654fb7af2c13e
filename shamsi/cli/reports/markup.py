"""Markup: strangers' text made safe for HTML, with its dates marked and each one's equivalent beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from shamsi.text import calendars
from shamsi.text.mention import Mention

_WHOLE = 20_000  # code points of a text that is shown as it is; of longer ones, what stands around the dates
_AROUND = 300
_MOST = 1_000  # dates of a document that are shown
# No character may steer the page: controls but tab and line end, what turns the direction, halves of characters, and
# code points that are no characters.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_GAP = '<span class="gap"> … </span>'
_REPLACED = "\ufffd"


def escaped(text: str) -> str:
    r"""A text for HTML, in an element or between quotes.

    >>> escaped("<b>\x00\u202e\r\n")
    '&lt;b&gt;��\n'
    """
    return escape(_UNSAFE.sub(_REPLACED, text.replace("\r\n", "\n").replace("\r", "\n")))


def equivalent(mention: Mention) -> str:
    """What a date is in the other calendar: a Gregorian one in the Solar, any other in the Gregorian; or nothing.

    >>> import shamsi
    >>> [equivalent(mention) for mention in shamsi.find("۱۸ مرداد ۱۴۰۴ و اوت ۲۰۲۵")]
    ['2025-08-09', '1404-05-10 – 1404-06-09']
    """
    if mention.earliest is None or mention.latest is None:
        return ""
    write = _solar if mention.calendar == "gregorian" else dt.date.isoformat
    first, last = write(mention.earliest), write(mention.latest)
    return first if first == last else f"{first} – {last}"


def _solar(day: dt.date) -> str:
    year, month, number = calendars.fields("persian", day)
    return f"{year:04d}-{month:02d}-{number:02d}" if year > 0 else day.isoformat()


def marked(text: str, mentions: Sequence[Mention], notes: Mapping[Mention, Sequence[str]]) -> str:
    """A text, or of a long one what stands around its dates; `notes` are the anchors of what is wrong with a date."""
    shown = mentions[:_MOST]
    pieces: list[str] = []
    end = len(text)
    for start, end, within in _stretches(text, shown):
        if start > 0:
            pieces.append(_GAP)
        at = start
        for mention in within:
            pieces += (escaped(text[at : mention.start]), _mark(mention, notes.get(mention, ())))
            at = mention.end
        pieces.append(escaped(text[at:end]))
    if end < len(text):
        pieces.append(_GAP)
    if len(mentions) > len(shown):
        pieces.append(f'<p lang="en">and {len(mentions) - len(shown)} more dates</p>')
    return f'<div class="text" dir="auto">{"".join(pieces)}</div>'


def _stretches(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """What is shown of a text, each stretch with its dates."""
    if len(text) <= _WHOLE:
        yield 0, len(text), list(mentions)
        return
    held: list[Mention] = []
    start = end = 0
    for mention in mentions:
        if held and mention.start - _AROUND > end:
            yield start, end, held
            held = []
        if not held:
            start = max(0, mention.start - _AROUND)
        held.append(mention)
        end = min(len(text), mention.end + _AROUND)
    if held:
        yield start, end, held


def _mark(mention: Mention, notes: Sequence[str]) -> str:
    classes = mention.calendar + (" wrong" if notes else "")
    told = equivalent(mention)
    beside = f"<small><bdi>{told}</bdi></small>" if told else ""
    links = "".join(f'<a href="#{note}" aria-label="what is wrong">⚠</a>' for note in notes)
    return f'<mark class="{classes}"><bdi>{escaped(mention.text)}</bdi>{beside}{links}</mark>'
