"""Resolve a draft to values, with the bases of each decision and the assumptions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from shamsi.calendar import intervals
from shamsi.calendar.eras import IMPERIAL_YEARS, OFFSETS
from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, Observance, civil_calendar, solar_numbers, week_begins
from shamsi.text.grammar.drafts import Draft, Member, weekday_of
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number
from shamsi.text.resolve import (
    borji,
    nth_weekdays,
    observances,
    old_style,
    relative,
    solar_mark,
    turki,
    turns,
    values,
    year_cues,
)
from shamsi.text.resolve.calendar_votes import Votes, lunar_years
from shamsi.text.resolve.values import Value

READ = ("persian", "gregorian", "islamic")  # others, such as Coptic, are only recognised
_YEARLY = codes_of("yearly")
HORIZON = 2026  # the latest two-digit year without a reference
_HORIZONS = {"persian": 1405, "gregorian": HORIZON}
_AHEAD = 5
_FIRST_SHORT = 20  # «سال ۱۰ خورشیدی» is the year 10, «سال ۷۷ خورشیدی» is 1377
_OF_OUR_TIME = (1300, 1410)  # Solar years, in languages whose numeric dates are Solar
_HIJRI_SOLAR = (1300, 1410)  # years with «هجری» alone that are Solar in texts with Solar years
_LUNAR_NOW = 1410  # after LUNAR_ONCE, years between are Solar in Persian, whatever the votes
LAST_LUNAR_CENTURY = 11  # the last one without an era that is lunar in Persian texts
_LONGEST_BEFORE_HIJRA = 250  # years that «ق.هـ» counts back; poets are dated so from 150 on
_MANY = 8  # Gregorian dates for which a two-digit year is Gregorian, if no date is Solar
_BY_NAME = {"season": Basis.SEASON, "decade": Basis.DECADE_OF_CENTURY}  # kinds with a calendar
_CIVIL_YEARS = range(1900, 2101)  # too late to be lunar years


@dataclass(slots=True)
class Context:
    """The properties of a document that decide the meaning of its dates."""

    lang: Final[str | None]
    calendar: Final[str | None] = None  # of years without an era
    reference: Final[dt.date | None] = None
    persian: Final[bool] = False  # an Arabic text that names Solar Hijri months
    votes: Final[Votes] = field(default_factory=Votes)
    is_own: Final[bool] = False  # whether the reference is the text's own dateline
    given_calendar: Final[str | None] = None  # the calendar of all dates, if the caller knows it
    lunar: Final[str] = "islamic"  # how lunar days are counted: by this table or UMM_AL_QURA
    near_iran: Final[Callable[[], bool]] = bool  # whether the text names a place or people of Iran


@dataclass(slots=True)
class Resolution:
    """A resolved draft: the value of each member, the bases of the decisions, the assumptions."""

    draft: Final[Draft]
    values: Final[tuple[Value, ...]]
    bases: Final[tuple[Basis, ...]]
    assumed: Final[tuple[str, ...]]

    @property
    def is_twice(self) -> bool:
        """Whether it is one observance that falls twice in its year."""
        first, last = self.draft.members[0], self.draft.members[-1]
        return self.draft.observance is not None and len(self.values) > 1 and first is last


class _Notes:
    """Collects the bases and assumptions while a draft is resolved."""

    __slots__ = ("assumed", "bases", "context", "draft")

    def __init__(self, draft: Draft, context: Context) -> None:
        self.draft, self.context = draft, context
        self.bases: list[Basis] = list(draft.bases)
        self.assumed: list[str] = list(draft.assumed)

    def assume(self, what: str) -> None:
        """Note an assumption."""
        if what not in self.assumed:
            self.assumed.append(what)

    def refer(self) -> None:
        """Note that a date counts from the reference, if that is the text's own dateline."""
        if self.context.is_own:
            self.assume("reference")
            self.bases.append(Basis.DATELINE)


def resolve(draft: Draft, context: Context, *, counts_weekdays: bool | None = None) -> Resolution:
    """Resolve a draft. It gets no values if its calendar is not one of `READ`.

    An ordinal after a weekday may count weekdays. The weekday of the day decides, unless the caller
    does.
    """
    notes = _Notes(draft, context)
    found: list[Value] = []
    if draft.kind == "relative":
        found += _relative(notes)
    elif draft.observance is not None:
        draft, found = _observed(notes, draft.observance)
    else:
        for member in draft.members:
            era = member.era or draft.era
            calendar, basis = _calendar(notes, member, era)
            notes.bases.append(basis)
            if calendar not in READ:
                found.clear()
                break
            found.append(_value(notes, member, calendar, era))
    if len(found) > 1 and draft.kind == "month" and "year" in notes.assumed:
        found = turns.forward(found)
    if len(found) == 2 and draft.kind in ("month", "season"):
        turned = turns.over_new_year(draft, found)
        notes.bases += [Basis.TURN_OF_YEAR] if turned != found else []
        found = turned
    resolved = tuple(found)
    if found and (draft.nth or draft.weekdays):
        draft, resolved = _counted(notes, resolved, counts_weekdays=counts_weekdays)
    return Resolution(draft, resolved, tuple(notes.bases), tuple(notes.assumed))


def _counted(
    notes: _Notes, found: tuple[Value, ...], *, counts_weekdays: bool | None
) -> tuple[Draft, tuple[Value, ...]]:
    """Return a draft and its values after it is decided whether it counts weekdays."""
    draft = notes.draft
    if draft.nth:
        notes.bases.append(Basis.NTH_WEEKDAY)
        return nth_weekdays.coarse(draft, found), found
    if counts_weekdays is not False and draft.kind == "day":
        other = nth_weekdays.counted(draft, found, is_sure=counts_weekdays is True)
        if other:
            notes.bases.append(Basis.COUNTED_WEEKDAY)
            return other
    return draft, found


def _calendar(notes: _Notes, member: Member, era: Era | None) -> tuple[str, Basis]:
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


def _century_calendar(notes: _Notes, member: Member, era: Era | None) -> tuple[str, Basis]:
    draft, context = notes.draft, notes.context
    if era is None:
        notes.assume("calendar")
        if member.calendar:
            return member.calendar, Basis.BESIDE
        number = max(draft.number, *(one.number for one in draft.members))
        old = context.calendar == "persian" and number <= LAST_LUNAR_CENTURY
        return ("islamic", Basis.OLD_CENTURY) if old else ("gregorian", Basis.CENTURY)
    return ("islamic", Basis.HIJRI_LUNAR) if era.calendar == "hijri" else (era.calendar, Basis.ERA)


def _calendar_of_year(notes: _Notes, member: Member) -> tuple[str, Basis]:
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
            _pivot(short, "persian", context) <= intervals.fields("persian", context.reference)[0]
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


def _value(notes: _Notes, member: Member, calendar: str, era: Era | None) -> Value:
    draft, context = notes.draft, notes.context
    if calendar == "gregorian" and (julian := _julian(notes, member)):
        return julian
    year = _full_year(notes, member, calendar, era)
    calendar = context.lunar if calendar == "islamic" else calendar
    if draft.kind == "century":
        return values.century(calendar, member.number or draft.number, bce=bool(era and era.bce))
    if era and era.bce and year and not _is_lunar_mark(notes, era, year):
        return values.before_christ(calendar, year, member.month, member.day)
    if year is None and draft.deictic is not None and context.reference:
        notes.refer()
        year = relative.year_of(draft, member, calendar, context.reference)
        notes.bases += [Basis.DEICTIC] if year else []
    elif year is None and _may_be_near(draft, member) and context.reference:
        notes.refer()
        notes.assume("year")
        is_stated = weekday_of(draft, member) and not draft.nth
        notes.bases.append(Basis.WEEKDAY if is_stated else Basis.NEAREST)
        year = relative.nearest(draft, member, calendar, context.reference)
    if draft.nth:
        return nth_weekdays.value(draft, member, calendar, year)
    if draft.kind == "week":
        return values.week(calendar, year, member.month, member.number)
    if draft.parts_of_month:
        return values.part_of_month(
            calendar, year, member.month or 1, draft.number, draft.parts_of_month
        )
    if draft.kind in ("season", "quarter", "half"):
        return values.part_of_year(draft.kind, calendar, year, member.number or draft.number)
    if draft.kind == "decade":
        return values.decade(calendar, year or 0)
    if calendar == "persian" and year and year < borji.LAW and borji.is_borji(draft, year):
        notes.assume("borji")
        notes.bases.append(Basis.BORJI)
        return borji.value(year, member.month or 1, member.day)
    return values.dated(calendar, year, member.month, member.day)


def _julian(notes: _Notes, member: Member) -> Value | None:
    """Return the converted day of a date that a word of the text makes Julian."""
    if not (member.day and old_style.is_julian(notes.draft)):
        return None
    value = old_style.value(notes.draft, member)
    if value:
        for what in ("julian",) if member.year else ("year", "julian"):
            notes.assume(what)
        notes.bases.append(Basis.JULIAN)
    return value


def _may_be_near(draft: Draft, member: Member) -> bool:
    """Whether a date without a year is that nearest to the reference: a day or a month."""
    return draft.kind != "event" and bool(member.month or draft.nth)


def _is_lunar_mark(notes: _Notes, era: Era, year: int) -> bool:
    """Whether «ق.هـ» stands for the lunar era: nobody counts so far back from the Hijra."""
    if not era.mark or era.calendar != "islamic" or year <= _LONGEST_BEFORE_HIJRA:
        return False
    notes.assume("era")
    return True


def _observed(notes: _Notes, rule: Observance) -> tuple[Draft, list[Value]]:
    """Return an observance and its days: one in each year, or both of one year if it has two."""
    draft = notes.draft
    notes.bases.append(Basis.OBSERVANCE)
    rows = [_occurrences(notes, rule, member) for member in draft.members]
    if not all(rows):
        return draft, []
    if len(rows) > 1:
        return draft, [row[0] for row in rows]
    (row,), (member,) = rows, draft.members
    stated = weekday_of(draft, member)
    row = observances.on_weekday(row, stated) if stated else row
    notes.bases += [Basis.OBSERVED_TWICE] if len(row) > 1 else []
    return draft.with_members((member,) * len(row)), [*row]


def _occurrences(notes: _Notes, rule: Observance, member: Member) -> tuple[Value, ...]:
    """Return the days of an observance in the year of one member, or next to the reference."""
    draft, context = notes.draft, notes.context
    era, civil = member.era or draft.era, context.calendar or civil_calendar(draft.lang)
    if member.year:
        calendar = observances.calendar_of_year(
            rule, member.year, era, civil, is_solar=context.persian
        )
        if calendar not in READ or (era and era.bce):
            return ()
        if calendar != rule.calendar:
            notes.bases.append(Basis.OBSERVED_WITHIN)
            if era is None and member.year.value <= intervals.LAST_SOLAR:
                notes.assume("calendar")
        year = _full_year(notes, member, calendar, era) or 0
        return observances.within(rule, calendar, year, context.lunar)
    if context.reference is None:
        return (observances.yearless(rule),)
    notes.refer()
    if draft.deictic is None:
        notes.assume("year")
        notes.bases.append(Basis.NEAREST)
        return (observances.nearest(rule, context.reference, context.lunar),)
    notes.bases.append(Basis.DEICTIC)
    return observances.by_word(
        rule, draft.deictic, context.reference, civil or "gregorian", context.lunar
    )


def _relative(notes: _Notes) -> list[Value]:
    """Return the values of a relative date. It has no days without a reference.

    In a text of an unknown language, such as a query of a word or two, the language of its words
    decides what a year and a week are.
    """
    draft, context = notes.draft, notes.context
    if context.reference is None:
        return [
            values.relative("gregorian", unit=relative.unit_of(draft, member))
            for member in draft.members
        ]
    notes.refer()
    notes.bases.append(Basis.SPAN if relative.is_span(draft) else Basis.DEICTIC)
    clock = relative.Clock(
        context.reference,
        context.calendar or civil_calendar(draft.lang) or "gregorian",
        context.lunar,
        week_begins(draft.lang or context.lang),
    )
    return [relative.relative(draft, member, clock) for member in draft.members]


def _full_year(notes: _Notes, member: Member, calendar: str, era: Era | None) -> int | None:
    """Return the year with its century and the offset of its era."""
    draft, context = notes.draft, notes.context
    if member.year is None:
        return None
    year = member.year.value
    if era is None and calendar == "persian" and (animal := turki.animal_of(draft)):
        found = turki.meaning(animal, year, is_solar=True)
        return found[1] if found else year
    if era and era.offset and era.calendar == calendar:
        notes.bases += [] if "era" in draft.assumed else [Basis.OFFSET]
        full = IMPERIAL_YEARS.start + year
        if member.year.is_short and full in IMPERIAL_YEARS and -era.offset == OFFSETS["imperial"]:
            notes.assume("century")  # شهریور ۳۶ شاهنشاهی
            return full + era.offset
        return year + era.offset
    if (
        calendar == "persian"
        and era is None
        and year in IMPERIAL_YEARS
        and not context.given_calendar
    ):
        notes.assume("era")
        notes.bases.append(Basis.IMPERIAL)
        return year - OFFSETS["imperial"]
    if (
        calendar == "islamic" and era is None and member.month and year in _CIVIL_YEARS
    ):  # مسلسلات رمضان 2019
        notes.assume("calendar")
        notes.bases.append(Basis.LUNAR_IN_CIVIL)
        return _lunar_within(member, "gregorian", year, context)
    short = member.year.is_short
    literal = (
        era and draft.kind != "decade" and not (calendar == "persian" and year >= _FIRST_SHORT)
    )
    if not short or literal or (calendar == "islamic" and context.calendar == "gregorian"):
        return year
    notes.assume("century")
    beside = context.votes.lunar_year(year) if calendar == "islamic" else None
    if beside:
        notes.bases.append(Basis.LUNAR_CENTURY)
        return beside
    notes.refer()
    if calendar == "islamic":
        notes.bases.append(Basis.LUNAR_IN_SOLAR if member.month else Basis.SHORT_LUNAR)
        return (
            _lunar_within(member, "persian", _pivot(year, "persian", context), context)
            if member.month
            else year
        )
    notes.bases.append(Basis.PIVOT_REFERENCE if context.reference else Basis.PIVOT)
    return _pivot(year, calendar, context)


def _pivot(year: int, calendar: str, context: Context) -> int:
    """Return the latest year with these two digits that is not far after the reference."""
    if context.reference:
        last = max(100, intervals.fields(calendar, context.reference)[0] + _AHEAD)
    else:
        last = _HORIZONS[calendar]
    return last - (last - year) % 100


def _lunar_within(member: Member, calendar: str, civil: int, context: Context) -> int:
    """Return the lunar year whose month falls in a Solar or Gregorian year: ماه رمضان ۹۹."""
    bounds = intervals.interval(calendar, civil)
    middle = intervals.fields(context.lunar, bounds[0])[0] if bounds else civil + 40
    for year in (middle, middle + 1):
        month = intervals.interval(context.lunar, year, member.month)
        if month and bounds and bounds[0] <= month[0] <= bounds[1]:
            return year
    return middle
