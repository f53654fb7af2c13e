"""Test the weekday that a text states for a day, with all the days that the text may mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shamsi.calendar import intervals, umm_al_qura
from shamsi.calendar.intervals import FIRST_PROVEN, LUNAR_SLACK
from shamsi.lang.classes import codes_of
from shamsi.text.compare.sides import Side, side
from shamsi.text.compare.verdicts import readings
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found

Days = tuple[dt.date, range]  # a day, and how many days after it the stated weekday may be
_EXACT, _GRACE = range(1), range(-1, 2)
_DAY_WORD, _JULIAN = codes_of("day_word"), codes_of("julian")
_EVE = "eve"  # the lists of words in the language files
_NIGHT = (_EVE, "evening")
_AROUND = 2  # tokens before or after a date and its weekday: «مساء يوم الخميس»
_NUMERIC = "numeric"  # the pattern of dates such as 10/4/1436


@dataclass(frozen=True, slots=True)
class Clues:
    """What the text around a date says of its weekday.

    `beside` are other dates that it states as the same day. `at_night` is whether it names a night
    or an evening, `is_eve` whether that may be the night before. `is_julian` is whether it names
    the Julian calendar, and `is_ordered` whether it has the same day and month in words.
    """

    beside: Sequence[Mention] = ()
    at_night: bool = False
    is_eve: bool = False
    is_julian: bool = False
    is_ordered: bool = False


def clues_of(row: Found, beside: Sequence[Mention], found: Sequence[Found]) -> Clues:
    """Return what the words around a date, and the other dates of its text, say of its weekday."""
    tokens, draft = row.tokens, row.drafts[0]
    first = min(draft.shape.outer, *draft.weekdays, row.first)
    near = range(max(0, first - _AROUND), min(len(tokens.kinds), row.last + _AROUND))
    parts = {tokens.values[k] for k in near if tokens.kinds[k] == _DAY_WORD}
    is_ordered = row.mention.rule == _NUMERIC and _is_named(row.mention, found)
    return Clues(
        beside, not parts.isdisjoint(_NIGHT), _EVE in parts, _JULIAN in tokens.kinds, is_ordered
    )


def _is_named(mention: Mention, found: Sequence[Found]) -> bool:
    """Whether a text has the day and month of a numeric date in words, too."""
    days = {
        (point.month, point.day)
        for row in found
        if row.mention.rule != _NUMERIC and row.mention.calendar == mention.calendar
        for point in value_of(row.mention).points
    }
    return any((point.month, point.day) in days for point in value_of(mention).points)


def contradicted(
    mention: Mention, clues: Clues, tolerance: int | None
) -> tuple[Mention, dt.date] | None:
    """Return the date and its day that the stated weekday of a mention contradicts, if it does.

    A lunar date goes by the dates beside it. With no other it may differ by the `tolerance`, in
    days, which None makes exact in the years of the Umm al-Qura calendar.

    >>> import shamsi
    >>> [thursday] = shamsi.find("روز پنجشنبه ۱۹ مرداد ۱۳۹۰")
    >>> contradicted(thursday, Clues(), 2)[1].strftime("%A")
    'Wednesday'
    """
    rows = list(_rows(mention, clues, tolerance))
    stated = mention.weekday or 0
    if any((day.isoweekday() + off - stated) % 7 == 0 for _, day, later in rows for off in later):
        return None
    return rows[0][:2] if rows else None


def _rows(
    mention: Mention, clues: Clues, tolerance: int | None
) -> Iterator[tuple[Mention, dt.date, range]]:
    """Yield the days that a mention may mean, each with the date that has it."""
    if "julian" in mention.assumed:
        yield from ((mention, day, _EXACT) for day in _of_both_styles(mention))
        return
    firm = [other for other in clues.beside if other.calendar != "islamic" and other.earliest]
    if mention.calendar != "islamic":
        days = _firm(_ordered(mention, clues), is_julian=clues.is_julian)
        yield from ((mention, *row) for row in days)
    elif firm:
        for other in firm:
            yield from ((other, *row) for row in _beside(mention, other, clues))
    else:
        here = _ordered(mention, clues)
        yield from ((mention, *row) for row in _lunar(here, tolerance, int(clues.at_night)))


def _of_both_styles(mention: Mention) -> Iterator[dt.date]:
    """Yield the day of a Julian date, and the Gregorian day of its number."""
    if mention.earliest:
        yield mention.earliest
        printed = intervals.as_julian(mention.earliest)
        if printed and printed[2] <= intervals.month_length("gregorian", *printed[:2]):
            yield dt.date(*printed)


def _ordered(mention: Mention, clues: Clues) -> Side:
    """Return a mention as a side, without its other order if the text excludes that."""
    here = side(mention)
    return replace(here, turned=None) if clues.is_ordered else here


def _beside(mention: Mention, other: Mention, clues: Clues) -> Iterator[Days]:
    """Yield those days of a date beside a lunar one by which the two agree.

    A date before 1582 has two, and only one of them makes the pair agree.
    """
    lunar = [day for day, _ in _lunar(side(mention), 0, 0)]
    for day, later in _firm(side(other), is_julian=clues.is_julian, is_eve=clues.is_eve):
        if any(abs((day - here).days) <= LUNAR_SLACK for here in lunar):
            yield day, later


def _firm(here: Side, *, is_julian: bool, is_eve: bool = False) -> Iterator[Days]:
    """Yield the days that a Solar or Gregorian date may mean.

    Rules for Solar days before the calendar was in use differ by a day. The night of Friday may be
    that of Thursday.
    """
    early = here.calendar == "persian" and any((p.year or 0) < FIRST_PROVEN for p in here.points)
    for first, _ in readings(here, julian=is_julian):
        yield first, _GRACE if early or here.is_loose else range(1 + is_eve)


def _lunar(here: Side, tolerance: int | None, night: int) -> Iterator[Days]:
    """Yield the days that a lunar date may mean, by its own reckoning and the other one.

    The tabular months begin with a crescent that can be seen. The new moon is often two days before
    them, and seldom after them. The months of Umm al-Qura begin with the new moon, so there it is
    the other way round.
    """
    most = LUNAR_SLACK if tolerance is None else tolerance
    least = min(most, max(1, most - 1))
    table, listed = range(-most, least + 1), range(-least, most + 1)
    is_listed = all(point.year and umm_al_qura.covers(point.year) for point in here.points)
    if is_listed and tolerance is None:
        rows = [(intervals.UMM_AL_QURA, _EXACT)]
    else:
        rows = [("islamic", table), (intervals.UMM_AL_QURA, listed)][: 1 + is_listed]
    rows.sort(key=lambda row: row[0] != here.reckoning)
    for reckoning, off in rows:
        for first, _ in readings(replace(here, reckoning=reckoning)):
            yield first, range(off.start - night, off.stop + night)  # its lunar day is the next
