"""Reasons: the rules that refuse a match or decide what it means, each with the sentence that tells it.

A sentence names words of the text: `{core[M]}` is the first token of class M in the match, `{before[X]}` and
`{after[c]}` the nearest ones before and behind it.
"""

from __future__ import annotations

from enum import Enum


class Refusal(Enum):
    """Why a match is no date."""

    # where it stands
    PLACE = "the name of a place or of an institution: {before[X]} stands before"
    TITLE = "part of a title or of a name: {before[x]} stands before"
    MARK = "{before[e]} stands before with no year of its own: a number's name, not a day's"
    NUMBERED = "a number of something else: {before[#O]} stands before"
    COUNTED = "a count, not a year: {after[cOwn]} stands behind"
    GLUED = "hangs on the word before it: a note's mark or the number of a model"
    ZODIAC = "{core[Z]} is a month only beside a year, a word for month or a weekday"
    BARE_MONTH = "{core[j]} is mostly another word: a month only beside a day, a year or a word for month"
    UNCUED_MONTH = "{core[m]} is often another word: a month by itself only after a preposition, a modifier or a cue"
    MOONS = "a number word before {core[j]} with no cue of a day: a score, or a count"
    NO_DAY = "{number} is no day of a month"
    SHORT = "a number of fewer than four digits is a year only with an era, after a word for year or after games"
    SMALL = "so small a number after {before[Ub]} counts years or months, it names none"
    WEAK_MARK = "{core[e]} makes a year only of a full number, in brackets or after a word for year"
    UNPLACED = "four digits with no era, no word for year and no other sign of one"
    ROUND = "a round number with no era and no word for year: a count, more likely than a year"
    FAR = "with no era and no word for year {number} is too far from our time"
    ROW = "numbers in a row with no era, no word for year and no bracket: a count, or a code"
    # what it says
    COUNT_BEHIND = "what stands behind the month is a count, not its year"
    OTHER_CALENDAR = "the year behind the slash is not one of the month's calendar"
    NO_LIST = "names of one month, or of two calendars: no list of months"
    PART_OF_MONTH = "a month has two halves and three runs of ten days, no more"
    PART_OF_YEAR = "a year has two halves and four quarters, no more"
    SEASONS = "seasons of two calendars share no year"
    DECADE = "decades are named by tens"
    CODE = "joined numbers, none of four digits and not parted by slashes: a version or a code"
    NO_YEAR = "three short numbers, none above 31: which of them is the year is open"
    NO_MONTH = "no part of it can be a month and another one a day"
    BARE_DEICTIC = "{core[F]} points to no time without a day, a month or a word for year"
    RELATIVE = "a word that counts from the day of writing: read with a reference or with relative=True"
    # what it means
    UNREAD = "the {calendar} calendar is known, but not read"
