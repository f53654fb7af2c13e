"""Markup: untrusted text made safe for HTML, its dates marked and followed by equivalents."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from shamsi.calendar import intervals
from shamsi.cli.reports.paragraphs import Paragraphs, direction_of, lines, plain_ends
from shamsi.lang.sentences import ENGLISH, DateText, Day, Sentence, said, translatable
from shamsi.text.resolve.mention import Mention

# code points of a text that is shown whole; of longer ones, only the context of the dates
_WHOLE = 20_000
_AROUND = 300
_MOST = 1_000  # dates of a document that are shown
_SHORT = 30  # code points of a date with its equivalent that stay on one line
# Not allowed: controls except tab and line end, characters that change the direction, surrogates,
# noncharacters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_GAP = '<span class="gap"> … </span>'
_BLANK = re.compile(r"\s")
_LETTERS = {
    "persian": translatable("S"),
    "gregorian": translatable("G"),
    "islamic": translatable("L"),
}
_REPLACED = "\ufffd"


def escaped(text: str) -> str:
    r"""A text escaped for HTML, in an element or between quotes.

    >>> escaped("<b>\x00\u202e\r\n")
    '&lt;b&gt;��\n'
    """
    return escape(_UNSAFE.sub(_REPLACED, plain_ends(text)))


def equivalent(mention: Mention, lang: str = ENGLISH) -> str:
    """A date in the other calendar: Gregorian as Solar Hijri, others as Gregorian, unknown as "".

    In English it is written in numbers, in other languages as their texts write dates.

    >>> import shamsi
    >>> [equivalent(mention) for mention in shamsi.find("۱۸ مرداد ۱۴۰۴ و اوت ۲۰۲۵")]
    ['2025-08-09', '1404-05-10 – 1404-06-09']
    """
    if mention.earliest is None or mention.latest is None:
        return ""
    calendar = "persian" if mention.calendar == "gregorian" else "gregorian"
    first, last = (_said(calendar, day, lang) for day in (mention.earliest, mention.latest))
    return first if first == last else f"{first} – {last}"


def _said(calendar: str, day: dt.date, lang: str) -> str:
    fields = intervals.fields(calendar, day)
    term = DateText(calendar, *fields) if fields[0] > 0 else Day(day)
    return said(term, lang)


def letter_of(calendar: str, lang: str) -> str:
    """The letter that tells a calendar apart where colours are not seen.

    >>> letter_of("persian", "en"), letter_of("persian", "fa")
    ('S', 'ش')
    """
    return Sentence(_LETTERS[calendar]).translated(lang)


class Sign(NamedTuple):
    """The target of a warning sign, and its label."""

    anchor: str
    label: str


class Marking(NamedTuple):
    """How the dates of a document are marked.

    `signs` link dates to findings, `cards` are the findings that stand beside the paragraph of a
    date, and `digest` begins the names of places in the page.
    """

    digest: str
    lang: str
    signs: Mapping[Mention, Sequence[Sign]]
    cards: Mapping[Mention, Sequence[str]]

    def place(self, mention: Mention) -> str:
        """The name of the place of a date."""
        return f"t-{self.digest}-{mention.start}"


def marked(text: str, mentions: Sequence[Mention], marking: Marking) -> str:
    """A text with dates marked and findings beside them; of a long one, only context."""
    shown = _shown(mentions, marking.signs)
    pieces: list[str] = []
    end = len(text)
    for start, end, within in _stretches(text, shown):
        if start > 0:
            pieces.append(_GAP)
        pieces += _paragraphs(text, start, end, within, marking)
    if end < len(text):
        pieces.append(_GAP)
    if len(mentions) > len(shown):
        more = Sentence("and {n} more dates", n=len(mentions) - len(shown)).translated(marking.lang)
        pieces.append(f'<p lang="{marking.lang}">{more}</p>')
    direction = direction_of(text[:_WHOLE]) or "auto"
    return f'<div class="text"{language(mentions)} dir="{direction}">{"".join(pieces)}</div>'


def language(mentions: Iterable[Mention]) -> str:
    """The attribute that names the language of most dates.

    >>> import shamsi
    >>> language(shamsi.find("۱۸ مرداد ۱۴۰۴"))
    ' lang="fa"'
    """
    names = Counter(mention.lang for mention in mentions if mention.lang)
    return "".join(f' lang="{escaped(name)}"' for name, _ in names.most_common(1))


def _paragraphs(
    text: str,
    start: int,
    end: int,
    within: Sequence[Mention],
    marking: Marking,
) -> list[str]:
    """A stretch of a text, line by line; a date stays in the line where it begins."""
    made = Paragraphs()
    at = start
    for mention in (*within, None):
        for line, is_ended in lines(text[at : mention.start if mention else end]):
            made.add(line, escaped(line))
            if is_ended:
                made.end("\n")
        if mention:
            made.add(mention.text, _mark(mention, marking))
            made.add_lang(mention.lang)
            made.add_cards(marking.cards.get(mention, ()))
            at = mention.end
    made.end()
    return made.written


def _shown(mentions: Sequence[Mention], notes: Container[Mention]) -> list[Mention]:
    """The dates to show: if there are too many, those with findings, then the first others."""
    if len(mentions) <= _MOST:
        return list(mentions)
    chosen = sorted(range(len(mentions)), key=lambda number: mentions[number] not in notes)[:_MOST]
    return [mentions[number] for number in sorted(chosen)]


def _stretches(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """The stretches of a text that are shown, each with its dates."""
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
            start = _word_begin(text, max(0, mention.start - _AROUND), mention.start)
        held.append(mention)
        end = _word_end(text, min(len(text), mention.end + _AROUND), mention.end)
    if held:
        yield start, end, held


def _word_begin(text: str, at: int, limit: int) -> int:
    """Where the first whole word after a place begins."""
    found = _BLANK.search(text, at, limit) if at else None
    return found.end() if found else at


def _word_end(text: str, at: int, limit: int) -> int:
    """Where the last whole word before a place ends."""
    while limit < at < len(text) and not text[at].isspace():
        at -= 1
    return at


def _mark(mention: Mention, marking: Marking) -> str:
    other, signs = equivalent(mention, marking.lang), marking.signs.get(mention, ())
    classes = mention.calendar + (" wrong" if signs else "")
    classes += " short" if len(mention.text) + len(other) <= _SHORT else ""
    # Brackets are text, so that copied text keeps the equivalent separate.
    spoken = f' lang="{marking.lang}"'
    beside = f"<small{spoken}> [= <bdi>{other}</bdi>]</small>" if other else ""
    links = "".join(
        f'<a href="#{anchor}"{spoken} aria-label="{escaped(label)}">⚠</a>'
        for anchor, label in signs
    )
    added = f'<span class="added">{beside}{links}</span>' if beside or links else ""
    return (
        f'<mark class="{classes}" data-letter="{letter_of(mention.calendar, marking.lang)}" '
        f'id="{marking.place(mention)}">'
        f"<bdi>{escaped(mention.text)}</bdi>{added}</mark>"
    )
