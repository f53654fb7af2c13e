"""Find datelines: the day on which a text was written, as its header states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from shamsi.calendar.intervals import LUNAR_SLACK
from shamsi.lang.classes import codes_of
from shamsi.lang.fold import fold_form
from shamsi.lang.language import civil_calendar
from shamsi.lang.lexicon import Lexicon
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.weekdays import weekday_behind
from shamsi.text.resolve.confidence import CLASH
from shamsi.text.resolve.mention import Mention, value_of

HEADER = 1200  # characters of a header, with its title and bylines
_LINES = 8  # lines in which a date may stand alone
_LONGEST_LINE = 300
_FULL = 4  # digits of a year
_LEADING = codes_of("weekday day_word comma and")
_HERE, _DAY = "\ue000", "\ue001"  # stand for the mention to check and for others of its line

# What may stand next to a date in a line of a header: marks, clock times, English dates, and words
# of the language files.
_MARKS = r"[\s,:/|()\[\]«»\"'*#•._=-]"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
_ZONE = r"(?:am|pm|gmt|utc|irst|irdt|aft|ast|cet|cest|bst|est|edt)(?![a-z])"
_NUMBER = r"(?:[ :]{0,3}[0-9]{1,9}(?![0-9]))?"
_END = r"(?![^\W\d_])"
_WORDS = r"[^\W\d_]+(?: [^\W\d_]+){0,%d}"


class Row(NamedTuple):
    """A mention with its draft."""

    mention: Mention
    draft: Draft

    @property
    def start(self) -> int:
        """Where it begins in the folded text, with its weekday."""
        tokens, first = self.draft.tokens, self.draft.shape.first
        while first > self.draft.shape.outer and tokens.kinds[first - 1] in _LEADING:
            first -= 1
        return tokens.starts[first]

    @property
    def end(self) -> int:
        """Where it ends in the folded text, with its weekday."""
        tokens, last = self.draft.tokens, self.draft.shape.last
        return tokens.ends[weekday_behind(tokens.kinds, last) - 1]


def dateline(text: str, rows: Iterable[Row], lexicon: Lexicon, lang: str | None) -> Mention | None:
    """Return the day in a folded header on which the text was written.

    A day counts after a word for publishing, in a line of nothing but dates and clock times, or at
    the very start before an agency. It must have a full year and a known calendar, and its weekday
    must be right. None if no day counts, or if two disagree.
    """
    days = [row for row in rows if row.mention.kind == "day"]
    certain = [k for k, row in enumerate(days) if _is_certain(row.mention, row.draft, lang)]
    cued, alone, leading = _patterns(lexicon)
    for pattern, reach in (
        (cued, len(text)),
        (alone, _end_of_line(text, _LINES)),
        (leading, _end_of_line(text, 1)),
    ):
        groups = [
            group
            for k in certain
            if days[k].start < reach and (group := _group(text, days, k, pattern))
        ]
        if groups:
            first = next(days[k].mention for k in certain if days[k] in groups[0])
            return (
                first
                if all(_agree(first, row.mention) for group in groups for row in group)
                else None
            )
    return None


def _group(text: str, days: Sequence[Row], k: int, pattern: re.Pattern[str]) -> Sequence[Row]:
    """Return the days that a pattern matches together with day k; empty without a match."""
    found = pattern.search(_line(text, days[k], days))
    if not found:
        return ()
    before, _, after = found[0].partition(_HERE)
    return days[k - before.count(_DAY) : k + after.count(_DAY) + 1]


def _agree(day: Mention, other: Mention) -> bool:
    """Whether another date of the header can be the same day. Lunar ones may differ by two days."""
    if other.problem or day.earliest is None or other.earliest is None:
        return not other.problem
    lunar = other.calendar == "islamic"
    if other.weekday and not lunar and other.earliest.isoweekday() != other.weekday:
        return False
    return abs((day.earliest - other.earliest).days) <= (LUNAR_SLACK if lunar else 0)


def _is_certain(mention: Mention, draft: Draft, lang: str | None) -> bool:
    """Whether a day is exact. Lunar days are not (months are observed), nor is 05/06/2025."""
    day = mention.earliest
    if (
        day is None
        or mention.modifier
        or mention.calendar == "islamic"
        or not set(mention.assumed) <= {"calendar"}
    ):
        return False
    if mention.weekday:
        return day.isoweekday() == mention.weekday
    if mention.assumed:
        is_solar = mention.calendar == civil_calendar(lang) == "persian"
        return is_solar and (value_of(mention).year or CLASH[0]) < CLASH[0]
    return mention.rule != "numeric" or mention.calendar != "gregorian" or not _is_open(draft)


def _is_open(draft: Draft) -> bool:
    """Whether a numeric date may begin with its month."""
    day, month, year, _ = draft.tokens.values[draft.shape.first]
    return len(year) == _FULL and day != month and int(day) <= 12 >= int(month)


def _line(text: str, row: Row, days: Sequence[Row]) -> str:
    """Return the line of a day, with a sign in place of every day in it."""
    start = max(text.rfind("\n", 0, row.start) + 1, row.start - _LONGEST_LINE)
    end = text.find("\n", row.end, row.end + _LONGEST_LINE)
    end = end if end >= 0 else min(len(text), row.end + _LONGEST_LINE)
    pieces: list[str] = []
    for one in days:
        if start <= one.start and one.end <= end:
            pieces += [text[start : one.start], _HERE if one is row else _DAY]
            start = one.end
    return "".join([*pieces, text[start:end]])


def _end_of_line(text: str, number: int) -> int:
    """Return where the first `number` lines that are not blank end."""
    lines = [
        match.end()
        for match, _ in zip(re.finditer(r"[^\n]*\S[^\n]*", text), range(number), strict=False)
    ]
    return lines[-1] if lines else 0


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a dateline, the surest first."""
    tables = [language.tables.dateline for language in lexicon.languages.values()]
    cues, verbs, beside, agencies = (
        _any(chain.from_iterable(lists)) for lists in zip(*tables, strict=True)
    )
    words = f"(?:{beside}|{_any(lexicon.forms('same hour'))})"
    fill = rf"(?:{_MARKS}|{_CLOCK}|{_ZONE}|{words}{_END}{_NUMBER})*"
    here = rf"(?:{_DAY}{fill})*{_HERE}{fill}(?:{_DAY}{fill})*"
    agency = rf"(?:{agencies}){_END}(?: {_WORDS % 3})?\s*(?:[:|/()\]-]|$)"
    begins = rf"(?:^{_MARKS}*|[|/•*(\[]\s*)"
    place = rf"^{_MARKS}*{_WORDS % 2}"
    return (
        re.compile(
            rf"{begins}(?:(?:{cues}){_END}{fill}{here}|(?:{verbs}){_END}{fill}{here}(?:$|{agency}))",
            re.I,
        ),
        re.compile(rf"^{fill}{here}$"),
        re.compile(
            rf"^{fill}{here}(?:{agency}|(?<=\|)|(?<=\| ))|{place}\s*[/,-]{fill}{here}{agency}"
        ),
    )


def _any(forms: Iterable[str]) -> str:
    """Return a pattern for any of some forms. It tries longer ones first."""
    folded = sorted({fold_form(form) for form in forms}, key=len, reverse=True)
    return "|".join(map(re.escape, folded)) or "(?!)"
