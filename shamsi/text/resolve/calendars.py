"""Decide the calendar of a date, and why: by its era, its month, or its language and year."""

from __future__ import annotations

from shamsi.calendar import intervals
from shamsi.calendar.eras import IMPERIAL_YEARS
from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, solar_numbers
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number
from shamsi.text.resolve import solar_mark, turki, year_cues
from shamsi.text.resolve.calendar_votes import lunar_years
from shamsi.text.resolve.context import READ, Context, Notes
from shamsi.text.resolve.full_years import pivot

_YEARLY = codes_of("yearly")
_OF_OUR_TIME = (1300, 1410)  # Solar years, in languages whose numeric dates are Solar
_HIJRI_SOLAR = (1300, 1410)  # years with «هجری» alone that are Solar in texts with Solar years
_LUNAR_NOW = 1410  # after LUNAR_ONCE, years between are Solar in Persian, whatever the votes
LAST_LUNAR_CENTURY = 11  # the last one without an era that is lunar in Persian texts
_MANY = 8  # Gregorian dates for which a two-digit year is Gregorian, if no date is Solar
_BY_NAME = {"season": Basis.SEASON, "decade": Basis.DECADE_OF_CENTURY}  # kinds with a calendar


def calendar_of(notes: Notes, member: Member, era: Era | None) -> tuple[str, Basis]:
    """Return the calendar of a member and its basis: the era, the month, or language and year."""
    draft, context = notes.draft, notes.context
    year = member.year.value if member.year else None
    if context.given_calendar:
        return context.given_calendar, Basis.ERA
    if draft.calendar and draft.calendar not in READ:  # 12 كيهك 1735 ش
        return draft.calendar, Basis.MONTH
    if era and era.calendar == "persian" and not era.offset and year and 1600 <= year <= 2100:
        notes.assume("calendar")
        return "gregorian", Basis.LATE_ERA
    if draft.kind == "century" and not draft.calendar:
        return _century_calendar(notes, member, era)
    if era and era.calendar == "coptic" and _is_solar_mark(draft, member, era, context):
        notes.assume("era")
        return "persian", Basis.IRANS_MARK
    if era and era.calendar not in ("hijri", *READ):
        return era.calendar, Basis.ERA
    if year and era is None and (animal := turki.animal_of(draft)):
        found = turki.calendar_of(draft, animal, year)
        if found[1]:
            notes.assume("calendar")
        return found[0], Basis.ANIMAL
    if draft.kind == "season" and year:
        return _season_calendar(draft, era, year, context)
    if draft.calendar:
        beside = Basis.BESIDE if "calendar" in notes.assumed else None
        month = Basis.NUMBERED_MONTH if draft.has_numbered_month else Basis.MONTH
        return draft.calendar, beside or _BY_NAME.get(draft.kind, month)
    if era and era.calendar != "hijri":
        return era.calendar, Basis.IMPERIAL_BESIDE if "era" in draft.assumed else Basis.ERA
    if era:
        notes.assume("calendar")
        solar = (
            context.calendar == "persian"
            and not year_cues.is_of_letters(draft)
            and year
            and _HIJRI_SOLAR[0] <= year <= _HIJRI_SOLAR[1]
        )
        return ("persian", Basis.HIJRI_SOLAR) if solar else ("islamic", Basis.HIJRI_LUNAR)
    return _calendar_of_year(notes, member)


def _season_calendar(
    draft: Draft, era: Era | None, year: int, context: Context
) -> tuple[str, Basis]:
    """Return the calendar of a season, by its year.

    بهار ۲۰۱۱ is Gregorian. ربيع 1389 is Solar if the text has Solar months.
    """
    if era and era.calendar in READ:
        return era.calendar, Basis.ERA
    if year > intervals.LAST_SOLAR and not (year in IMPERIAL_YEARS and draft.calendar == "persian"):
        return "gregorian", Basis.LATE_SEASON
    if context.persian and year >= intervals.FIRST_SOLAR:
        return "persian", Basis.SOLAR_SEASON
    return draft.calendar or "persian", Basis.SEASON


def _is_solar_mark(draft: Draft, member: Member, era: Era, context: Context) -> bool:
    """Whether an Arabic «ش» is the mark of the Solar era, not of the Coptic one."""
    year = member.year.value if member.year else 0
    near_iran = context.persian or context.near_iran()
    is_first = member is draft.members[0]
    first = draft.shape.first if is_first else member.first
    return era.mark and solar_mark.is_solar(draft.tokens, first, year, near_iran=near_iran)


def _century_calendar(notes: Notes, member: Member, era: Era | None) -> tuple[str, Basis]:
    draft, context = notes.draft, notes.context
    if era is None:
        notes.assume("calendar")
        if member.calendar:
            return member.calendar, Basis.BESIDE
        number = max(draft.number, *(one.number for one in draft.members))
        old = context.calendar == "persian" and number <= LAST_LUNAR_CENTURY
        return ("islamic", Basis.OLD_CENTURY) if old else ("gregorian", Basis.CENTURY)
    return ("islamic", Basis.HIJRI_LUNAR) if era.calendar == "hijri" else (era.calendar, Basis.ERA)


def _calendar_of_year(notes: Notes, member: Member) -> tuple[str, Basis]:
    """Return the calendar of a year or a numeric date without an era or a month's name.

    Late years are Gregorian. The calendar of all others is an assumption.
    """
    draft, context = notes.draft, notes.context
    number = member.year or Number(0, 4)
    year, numeric = number.value, member.month is not None
    if year > intervals.LAST_SOLAR:
        is_imperial = year in IMPERIAL_YEARS and (
            context.calendar == "persian" or (numeric and draft.is_year_first)
        )
        return ("persian", Basis.IMPERIAL) if is_imperial else ("gregorian", Basis.LATE_YEAR)
    notes.assume("calendar")
    if context.calendar != "gregorian" and year_cues.is_of_letters(draft):
        return year_cues.calendar_of_letters(draft, number, context.votes), Basis.LETTERS
    # «سنة ثمان وسبعين» is the year 78.
    if number.is_short and (number.width or context.calendar != "gregorian"):
        return _calendar_of_short(draft, context, number.value, numeric=numeric)
    first, last = lunar_years(context.lang)
    if first <= year <= last and not context.persian and (numeric or context.calendar == "persian"):
        return "islamic", Basis.LUNAR_TODAY
    is_solar = numeric or _OF_OUR_TIME[0] <= year <= _OF_OUR_TIME[1]
    is_solar = is_solar and solar_numbers(context.lang)
    foreign = context.calendar == "gregorian" and not is_solar
    if foreign and not context.persian and not (numeric and draft.is_year_first):
        if draft.kind == "decade":
            return "gregorian", Basis.DECADE
        if context.votes.is_lunar(year):
            return "islamic", Basis.LUNAR_TEXT
        return (
            ("gregorian", Basis.YEAR_WORD)
            if year_cues.cue(draft) == "year"
            else ("islamic", Basis.OPEN_YEAR)
        )
    if context.votes.is_lunar(year) and (foreign or not year_cues.LUNAR_ONCE < year <= _LUNAR_NOW):
        return "islamic", Basis.LUNAR_TEXT
    if 99 < year < intervals.FIRST_SOLAR:
        return "islamic", Basis.EARLY_YEAR
    solar = (
        Basis.SOLAR_YEAR
        if not foreign
        else Basis.NEIGHBOUR
        if context.persian
        else Basis.YEAR_FIRST
    )
    return "persian", solar


def _calendar_of_short(
    draft: Draft, context: Context, short: int, *, numeric: bool
) -> tuple[str, Basis]:
    """Return the calendar of two digits: Solar in Persian, unless the document is Gregorian.

    A Solar decade must have begun.
    """
    if context.calendar == "gregorian":
        return "gregorian", Basis.SHORT_YEAR
    if numeric:
        return "persian", Basis.SOLAR_YEAR
    if _follows_games(draft):
        return "gregorian", Basis.GAMES_YEAR
    if context.votes.is_gregorian and (draft.kind == "decade" or context.votes.gregorian >= _MANY):
        return "gregorian", Basis.WESTERN_TEXT
    if draft.kind == "decade" and context.reference:
        begun = (
            pivot(short, "persian", context) <= intervals.fields("persian", context.reference)[0]
        )
        return ("persian", Basis.SOLAR_YEAR) if begun else ("gregorian", Basis.NOT_BEGUN)
    return "persian", Basis.SOLAR_YEAR


def _follows_games(draft: Draft) -> bool:
    """Whether it follows games, which count in Gregorian years: المپیک ۹۲."""
    first = draft.shape.first
    return (
        first > 0
        and draft.tokens.kinds[first - 1] == _YEARLY
        and draft.tokens.values[first - 1] == "games"
    )
