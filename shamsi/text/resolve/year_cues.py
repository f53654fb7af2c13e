"""Read what the word for year before a number says of its calendar."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import MONTHS, Draft
from shamsi.text.grammar.tokens import Number
from shamsi.text.resolve.calendar_votes import Votes

_YEAR_WORD = codes_of("year_word")
_ANY = "year_of_any_calendar"  # a list of words in the language files
LUNAR_ONCE = 1345  # the last year that is lunar in Persian by the dates around it


def is_of_letters(draft: Draft) -> bool:
    """Whether it is a year after «سنه», which may be of any calendar."""
    return draft.kind == "year" and cue(draft) == _ANY


def cue(draft: Draft) -> str | None:
    """Return the word for year before a number: after عام it is Gregorian, after سنة it is open."""
    tokens, outer = draft.tokens, draft.shape.outer
    at = tokens.kinds.rfind(_YEAR_WORD, outer, draft.shape.last)
    return tokens.values[at] if at >= 0 else None


def calendar_of_letters(draft: Draft, number: Number, votes: Votes) -> str:
    """Return the calendar of a year after Persian «سنه»: lunar, as in old letters, or open.

    It is open if it is a year of our time, if the text has Solar dates, or after what may be a
    Solar month: «حوت سنه ۱۲۹۹».
    """
    at = draft.tokens.kinds.rfind(_YEAR_WORD, draft.shape.outer, draft.shape.last)
    if at > 0 and draft.tokens.kinds[at - 1] in MONTHS:
        return "open"
    full = votes.lunar_year(number.value) if number.is_short else number.value
    if full is None or not 99 < full <= LUNAR_ONCE:
        return "open"
    return "islamic" if votes.is_lunar(full) or not votes.persian else "open"
