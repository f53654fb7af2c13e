"""Find: the dates of a text, in order, with offsets, own value and Gregorian interval."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from os import PathLike, fspath
from typing import Literal, NamedTuple

from shamsi._errors import ShamsiError, shown
from shamsi.lang.fold import Folded, fold
from shamsi.lang.language import LANGUAGES, civil_calendar
from shamsi.lang.lexicon import lexicon
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.lexer import Lexer, lexer_of
from shamsi.text.grammar.matcher import Grammar, Shape, grammar_of
from shamsi.text.grammar.readers import read
from shamsi.text.grammar.reasons import Rejection
from shamsi.text.grammar.tokens import Tokens
from shamsi.text.resolve import calendar_votes, datelines, ranges
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.mentions import mention
from shamsi.text.resolve.resolver import Context, Resolution, resolve
from shamsi.text.scan.prefilter import SHORT, lookout
from shamsi.text.scan.scanner import Window, scanner

Reference = dt.date | Literal["auto"] | None  # the day a text was written, or the wish that it be read from its header
_AUTO = "auto"


Languages = Sequence[str | PathLike[str]] | None  # codes of language files, or paths of others; None for all


class Found(NamedTuple):
    """A mention with the drafts of its ends, and how they were decided."""

    mention: Mention
    drafts: tuple[Draft, ...]
    resolutions: tuple[Resolution, ...]

    @property
    def tokens(self) -> Tokens:
        """The tokens that it was read from."""
        return self.drafts[0].tokens

    @property
    def first(self) -> int:
        """Its first token."""
        return self.drafts[0].shape.first

    @property
    def last(self) -> int:
        """The token after its last."""
        return self.drafts[-1].shape.last


class Look(NamedTuple):
    """One window as it was read: its tokens, what stands in it, and what was refused."""

    window: Window
    tokens: Tokens
    drafts: list[Draft]
    refused: list[tuple[Shape, Rejection]]


class Reading(NamedTuple):
    """A text that was read: its folded form, its language if that was asked for, what was found, and its dateline."""

    folded: Folded
    lang: str | None
    found: list[Found]
    dateline: Mention | None = None


def find(
    text: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
) -> list[Mention]:
    """The dates of a text, sorted, not overlapping.

    `languages` are the codes of the language files to read with, all by default, or paths of files of your own.
    `reference` is the day the text was written: with it yearless dates and words like «امروز» are resolved, and
    `assumed` says so; "auto" takes the day from the text's own header, as `dateline` does, and adds "reference" to
    `assumed`. `relative=True` finds such words without one. `min_confidence`, 0…1, drops dates that are less sure.

    Never raises on content. TypeError: a text that is not a str, a reference that is not a date. ValueError: an unknown
    language, a file that is not a language file, a confidence outside 0…1. OSError: a file that cannot be read.

    >>> for m in find("التقيا في 12 ديسمبر/كانون الأول 2025 وفي فروردين ١٤٠٤"):
    ...     print(m.text, m.native, m.earliest, m.latest)
    12 ديسمبر/كانون الأول 2025 2025-12-12 2025-12-12 2025-12-12
    فروردين ١٤٠٤ 1404-01 2025-03-21 2025-04-20
    """
    least = checked_confidence(min_confidence)
    reading = reading_of(text, languages=languages, reference=reference, relative=relative)
    if not reading.found:
        return []
    return [row.mention for row in reading.found if row.mention.confidence >= least]


def dateline(text: str, *, languages: Languages = None) -> Mention | None:
    r"""The day on which a text was written, where its own header says so; None where it does not.

    A header is the first 1,200 characters. A day in it counts after a word for publishing («تاریخ انتشار», «نُشر في»,
    `date`), in a line of nothing but dates and clock times, or at the very start before an agency's name; and only a
    full day, of a known calendar, whose stated weekday is right. Days that disagree are none. The errors are `find`'s.

    >>> found = dateline("تاریخ انتشار: ۱۷ دی ۱۴۰۳ - ۲:۱۹\nدیروز در تهران برف بارید.")
    >>> found and found.earliest
    datetime.date(2025, 1, 6)
    """
    _check_arguments(text, None)
    known = codes(languages)
    head = text[: datelines.HEADER]
    if len(text) > len(head):  # no date is cut in two
        head = head[: max(head.rfind(" "), head.rfind("\n")) + 1]
    reading = reading_of(head, languages=known)
    rows = [datelines.Row(row.mention, row.drafts[0]) for row in reading.found]
    return datelines.dateline(reading.folded.text, rows, lexicon(known), reading.lang)


def reading_of(
    text: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    looks: list[Look] | None = None,
) -> Reading:
    """Read a text: every mention with the draft that it came from; `looks` is given each window as it was read."""
    _check_arguments(text, reference)
    chosen = codes(languages)
    written: Mention | None = None
    if isinstance(reference, str):  # "auto"
        written = dateline(text, languages=chosen)
        reference = written.earliest if written else None
    deictic = relative or reference is not None
    known, folded = lexicon(chosen), fold(text)
    seen: frozenset[bytes] | None = None
    if len(folded.code) <= SHORT and looks is None and (out := lookout(known, relative=deictic)).is_worth_it():
        seen = out.seen(folded.code)
        if seen is None:
            return Reading(folded, None, [], written)
    lang = known.language_of(folded.code, text)
    windows = scanner(known, lang, relative=deictic).windows(folded.code, seen)
    if not windows:
        return Reading(folded, lang, [], written)
    lexer, grammar = lexer_of(known, lang, relative=deictic), grammar_of(known, lang)
    drafts = [drafts_of(lexer, grammar, folded, window, relative=deictic, looks=looks) for window in windows]
    civil = civil_calendar(lang)
    cast = calendar_votes.count((draft for group in drafts for draft in group), civil)
    drafts = [calendar_votes.settled(group) if len(group) > 1 else group for group in drafts]
    is_solar = cast.named > 0
    context = Context(lang, civil, reference, is_solar, cast, is_own=written is not None)
    found = [row for group in drafts for row in _found(group, folded, context)]
    return Reading(folded, lang, found, written)


def drafts_of(
    lexer: Lexer, grammar: Grammar, folded: Folded, window: Window, *, relative: bool, looks: list[Look] | None = None
) -> list[Draft]:
    """The drafts of one window."""
    tokens = lexer.read(folded, window)
    refused: list[tuple[Shape, Rejection]] | None = None if looks is None else []
    drafts: list[Draft] = []
    for shape in grammar.match(tokens, refused):
        draft = read(shape, tokens)
        if isinstance(draft, Draft) and (relative or draft.kind != "relative"):
            drafts.append(draft)
        elif refused is not None:
            refused.append((shape, Rejection.RELATIVE if isinstance(draft, Draft) else draft))
    if looks is not None and refused is not None:
        looks.append(Look(window, tokens, drafts, refused))
    return drafts


def _found(group: list[Draft], folded: Folded, context: Context) -> list[Found]:
    """What the drafts of a window are, decided; ranges joined, and parted where they are none."""
    rows: list[Found] = []
    for first, last in ranges.join(group):
        if last is None:
            rows += _one(resolve(first, context), folded, context)
        elif both := ranges.resolved(first, last, context):
            rows.append(_written(both, folded, context))
        else:  # two dates beside each other, and no range
            rows += _found([first], folded, context)
            rows += _found([last], folded, context)
    return rows


def _one(resolution: Resolution, folded: Folded, context: Context) -> list[Found]:
    """What one draft is; years of two calendars are no range: 2025-1404."""
    values = resolution.values
    if len(values) > 1 and len({value.calendar for value in values}) > 1:
        parts = ranges.apart(resolution.draft, values)
        return _found(calendar_votes.settled(parts), folded, context)
    return [_written((resolution,), folded, context)] if values else []


def _written(rows: tuple[Resolution, ...], folded: Folded, context: Context) -> Found:
    return Found(mention(rows, folded, context), tuple(row.draft for row in rows), rows)


def codes(languages: Languages) -> tuple[str, ...]:
    """The language files to read with, by their codes, or by their paths where they are the caller's own."""
    if languages is None:
        return LANGUAGES
    if isinstance(languages, str):
        raise TypeError(f"languages must be a sequence of codes such as ['fa'], got the string {languages!r}")
    chosen = tuple(fspath(one) for one in languages)
    unknown = [code for code in chosen if code not in LANGUAGES and not code.endswith(".toml")]
    if unknown or not chosen:
        problem = f"unknown language {shown(unknown[0])}" if unknown else "languages must not be empty"
        known = ", ".join(LANGUAGES)
        raise ShamsiError(f"{problem}; choose from {known} or the path of a .toml file")
    return chosen


def checked_confidence(least: float) -> float:
    """The least confidence that was asked for; ShamsiError outside 0..1, TypeError for other types.

    >>> checked_confidence(0.95)
    0.95
    """
    if isinstance(least, str) or not hasattr(least, "__float__"):
        raise TypeError(f"min_confidence must be a number from 0 to 1, got {shown(least)} ({type(least).__name__})")
    if not 0 <= least <= 1:
        percent = f"; write {least / 100:g} for {least} %" if 1 < least <= 100 else ""
        raise ShamsiError(f"min_confidence must be a number from 0 to 1, got {shown(least)}{percent}")
    return least


def _check_arguments(text: object, reference: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {type(text).__name__}")
    if reference is None:
        return
    if isinstance(reference, dt.datetime) or not (reference == _AUTO or isinstance(reference, dt.date)):
        got = repr(reference) if isinstance(reference, str) else type(reference).__name__
        raise TypeError(f'reference must be a datetime.date, such as a datetime\'s .date(), "auto" or None, got {got}')
