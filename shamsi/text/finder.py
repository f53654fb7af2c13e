"""Find: the dates of a text, in order, with offsets, own value and Gregorian interval."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shamsi.lang.fold import Folded, fold
from shamsi.lang.lexicon import LANGUAGES, lexicon
from shamsi.text import ranges
from shamsi.text.grammar import match
from shamsi.text.lexer import Lexer, Tokens
from shamsi.text.mention import Mention
from shamsi.text.reader import Draft, read
from shamsi.text.resolver import Context, resolve
from shamsi.text.scanner import Window, scanner
from shamsi.text.writer import mention


class Found(NamedTuple):
    """A mention with the tokens that it was read from, `first` to before `last`, and the drafts of its ends."""

    mention: Mention
    tokens: Tokens
    first: int
    last: int
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read: its folded form, its language, and what was found in it."""

    folded: Folded
    lang: str | None
    found: list[Found]


def find(
    text: str,
    *,
    languages: Sequence[str] | None = None,
    reference: dt.date | None = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> list[Mention]:
    """The dates of a text, sorted, not overlapping.

    `languages` are the codes of the language files to read with (all by default). `reference` is the day the text was
    written: with it yearless dates and words like «امروز» are resolved, and `assumed` says so; `relative=True` finds
    those words without one. Never raises on content.

    >>> for m in find("التقيا في 12 ديسمبر/كانون الأول 2025 وفي فروردين ١٤٠٤"):
    ...     print(m.text, m.native, m.earliest, m.latest)
    12 ديسمبر/كانون الأول 2025 2025-12-12 2025-12-12 2025-12-12
    فروردين ١٤٠٤ 1404-01 2025-03-21 2025-04-20
    """
    reading = reading_of(text, languages=languages, reference=reference, relative=relative)
    return [row.mention for row in reading.found if row.mention.confidence >= min_confidence]


def reading_of(
    text: str, *, languages: Sequence[str] | None = None, reference: dt.date | None = None, relative: bool = False
) -> Reading:
    """Read a text: every mention with the draft that it came from."""
    _check_arguments(text, languages, reference)
    known = lexicon(LANGUAGES if languages is None else tuple(languages))
    folded = fold(text)
    deictic = relative or reference is not None
    lang = known.language_of(folded.text, text)
    windows = list(scanner(known, lang, relative=deictic).windows(folded.text))
    if not windows:
        return Reading(folded, lang, [])
    lexer = Lexer(known, lang, relative=deictic)
    drafts = [_drafts(lexer, folded, window, relative=deictic) for window in windows]
    persian = any(draft.calendar == "persian" for group in drafts for draft in group)
    context = Context(lang, reference, persian)
    found = [row for group in drafts for row in _found(group, folded, context)]
    return Reading(folded, lang, found)


def _drafts(lexer: Lexer, folded: Folded, window: Window, *, relative: bool) -> list[Draft]:
    tokens = lexer.read(folded.text, window)
    drafts = (read(shape, tokens) for shape in match(tokens))
    return [draft for draft in drafts if draft and (relative or draft.kind != "relative")]


def _found(group: list[Draft], folded: Folded, context: Context) -> Iterator[Found]:
    for first, last in ranges.join(group):
        values = ranges.values(first, last, context) if last else resolve(first, context)
        drafts = (first, last) if last else (first,)
        if last and not values:  # two dates beside each other, and no range
            yield from _found([first], folded, context)
            yield from _found([last], folded, context)
        elif values:
            end = drafts[-1].shape.last
            yield Found(mention(first, last, values, folded, context), first.tokens, first.shape.first, end, drafts)


def _check_arguments(text: object, languages: object, reference: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {type(text).__name__}")
    if isinstance(reference, dt.datetime) or not isinstance(reference, dt.date | None):
        raise TypeError(f"reference must be a datetime.date or None, got {type(reference).__name__}")
    if isinstance(languages, str):
        raise TypeError(f"languages must be a sequence of codes such as ['fa'], got the string {languages!r}")
    unknown = [code for code in languages or () if code not in LANGUAGES]  # type: ignore[attr-defined]
    if unknown:
        raise ValueError(f"languages must be among {', '.join(LANGUAGES)}, got {unknown[0]!r}")
