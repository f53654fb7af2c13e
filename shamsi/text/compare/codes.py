"""The registry of findings: the code of each kind, its title, and what it means."""

from __future__ import annotations

from typing import NamedTuple

from shamsi.lang.sentences import Sentence


class FindingCode(NamedTuple):
    """A kind of finding: `title` names what is wrong, `help` says what to do about it."""

    code: str
    title: Sentence
    help: Sentence


FINDING_CODES = (
    FindingCode(
        "pair-mismatch",
        Sentence("Two dates that are given as one are not the same days."),
        Sentence("Decide from the text which date is right, and correct the other."),
    ),
    FindingCode(
        "month-conflict",
        Sentence("Two names that are given as one month's are two months."),
        Sentence("Keep the name of the month that is meant, and correct the other."),
    ),
    FindingCode(
        "weekday-conflict",
        Sentence("The weekday is not that day's."),
        Sentence("Correct the weekday or the date."),
    ),
    FindingCode(
        "impossible-date",
        Sentence("There is no such day in its calendar."),
        Sentence("Correct the day, the month or the year."),
    ),
    FindingCode(
        "reversed-range",
        Sentence("A range ends before it starts."),
        Sentence("Exchange the two ends, or correct one of them."),
    ),
)
CODES = tuple(row.code for row in FINDING_CODES)
TITLES = {row.code: row.title for row in FINDING_CODES}
