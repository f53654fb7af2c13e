"""Read a text that is exactly one date expression, as a day or a run of days."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from shamsi._errors import Advice
from shamsi.lang.classes import codes_of
from shamsi.text.grammar.lexer import lexer_of
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.options import Languages
from shamsi.text.resolve.reading import Reading, reading_of
from shamsi.text.scan.scanner import Window

Days = tuple[dt.date, dt.date]  # the first and the last

_LONGEST = 200  # characters
_CUES = codes_of("into of link date_word day_word month_lead month_word year_word year_word_beside")
_DAY_WORD, _SCHOOL, _WEEKDAY = map(codes_of, ("day_word", "school", "weekday"))
_PARTIAL = ("eve", "evening", "time_of_day")  # words for a part of a day, or the night before
_MARKS = frozenset(".,;:!?()[]{}\"'،؛؟«»“”‘’„…")
# Two days that are far apart in their year, in the calendars of all three kinds.
_HERE, _THERE = dt.date(2011, 2, 15), dt.date(2018, 8, 25)
_RESOLVE = Advice("resolve", python="use shamsi.resolve(text, reference=…)")


def read(text: str, reference: dt.date, languages: Languages = None) -> Days | None:
    """Return the first and last day of a text that is one date expression; otherwise None.

    >>> read("اول مهر", dt.date(2025, 11, 5)), read("اول مهر بود", dt.date(2025, 11, 5))
    ((datetime.date(2025, 9, 23), datetime.date(2025, 9, 23)), None)
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    reading = reading_of(text, languages=languages, reference=reference)
    if len(reading.found) != 1:
        return None
    mention = reading.found[0].mention
    return _days(mention) if _is_whole(reading, mention) else None


def gregorian_day(text: str) -> dt.date | None:
    """Return the day of a text that is one full Gregorian date in words; otherwise None.

    >>> gregorian_day("12 ديسمبر/كانون الأول 2025"), gregorian_day("12 December")
    (datetime.date(2025, 12, 12), None)
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    reading = reading_of(text, languages=None, reference=None)
    if len(reading.found) != 1:
        return None
    mention = reading.found[0].mention
    is_day = mention.kind == "day" and mention.calendar == "gregorian" and not mention.assumed
    days = _days(mention) if is_day and _is_whole(reading, mention) else None
    return days[0] if days else None


def advice(text: str) -> Advice | None:
    """Return the advice to use `resolve` for a text that lacks its year, or counts from a day.

    >>> advice("اول مهر").python, advice("اول مهر ۱۴۰۴")
    ('use shamsi.resolve(text, reference=…)', None)
    """
    days = read(text, _HERE)
    return _RESOLVE if days and days != read(text, _THERE) else None


def _is_whole(reading: Reading, mention: Mention) -> bool:
    """Whether a text has nothing but a mention, its cue words, and marks."""
    folded, size = reading.folded, len(reading.folded.code)
    lexer = lexer_of(reading.known, reading.lang, relative=reading.relative)
    tokens = lexer.read(folded, Window(0, size, 0, size))
    has_weekday = mention.weekday is not None or any(part.weekday for part in mention.parts)
    for kind, start, end, value in zip(
        tokens.kinds, tokens.starts, tokens.ends, tokens.values, strict=True
    ):
        first, last = folded.span(start, end)
        is_inside = [
            low <= first and last <= high
            for low, high in ((mention.start, mention.end), mention.extent)
        ]
        is_partial = kind == _DAY_WORD and value in _PARTIAL
        if kind == _SCHOOL or (not is_inside[0] and is_partial):
            return False
        if is_inside[0] or kind in _CUES or _MARKS.issuperset(folded.source[first:last]):
            continue
        if not is_inside[1] or (kind == _WEEKDAY and not has_weekday):
            return False
    return True


def _days(mention: Mention) -> Days | None:
    """Return the days of a mention; None if they are not one run, or not exact."""
    parts = mention.parts or (mention,)
    spans = [(part.earliest, part.latest) for part in parts]
    runs = [(first, last) for first, last in spans if first and last]
    if len(runs) < len(parts) or not all(map(_is_sound, (mention, *mention.parts))):
        return None
    is_list = mention.rule.endswith("-list")
    for (_, end), (start, _) in pairwise(runs):
        if start <= end or (is_list and (start - end).days > 1):
            return None
    if mention.earliest is None or mention.latest is None:
        return None
    return None if mention.kind == "event" and mention.parts else (mention.earliest, mention.latest)


def _is_sound(mention: Mention) -> bool:
    """Whether a mention states exact days, and its weekday is right.

    A lunar day may be a day off.
    """
    if mention.modifier or mention.problem:
        return False
    is_day = mention.weekday is not None and mention.earliest == mention.latest
    if not is_day or mention.earliest is None or mention.calendar == "islamic":
        return True
    return mention.earliest.isoweekday() == mention.weekday
