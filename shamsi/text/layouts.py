"""Layouts: days and months that are told in another order than day, month, year, or by other numbers."""

from __future__ import annotations

from shamsi.lang.classes import kinds
from shamsi.lang.language import MonthName
from shamsi.text import calendars
from shamsi.text.drafts import MONTHS, NUMBERS, Draft, Fields, places
from shamsi.text.reasons import Refusal

_FULL_YEAR, _NIGHTS, _LEAD = map(kinds, ("four_digits", "nights", "month_lead"))
_DAYS, _JOINTS = kinds("day day0 ordinal day_in_words"), kinds("range inner_dash dash")
_LONGEST_MONTH, _FULL_MONTH = 31, 30


def month_then_day(draft: Draft) -> Draft | Refusal:
    """The month before its day, or without one, and the year before or behind: Pashto and English layouts."""
    month_at = places(draft, MONTHS)[0]
    name: MonthName = draft.tokens.values[month_at]
    years = places(draft, _FULL_YEAR)
    days: list[int | None] = [draft.tokens.number(k).value for k in places(draft, _DAYS) if k > month_at]
    year = draft.tokens.number(years[0]) if years else None
    draft.kind, draft.calendar = "day" if days else "month", name.calendar
    draft.members = [Fields(draft.shape.first, draft.shape.last, day, name.number, year) for day in days or [None]]
    if len(days) > 1:
        joint = next(k for k in range(month_at, draft.shape.last) if draft.tokens.letters[k] in _JOINTS)
        draft.members[0].last, draft.members[1].first = joint, joint + 1
    return draft if all(day is None or 0 < day <= _LONGEST_MONTH for day in days) else Refusal.NO_DAY


def nights(draft: Draft) -> Draft | Refusal:
    """A day that is told by the nights of its month: ثلاث خلون من رجب is the third, عشر بقين the twentieth."""
    month_at, at = places(draft, MONTHS)[0], places(draft, _NIGHTS)[0]
    name: MonthName = draft.tokens.values[month_at]
    nights = draft.tokens.number(draft.shape.first).value
    years = [k for k in places(draft, NUMBERS) if k > month_at]
    year = draft.tokens.number(years[0]) if years else None
    day = nights if draft.tokens.values[at] == "nights_gone" else _FULL_MONTH - nights
    draft.calendar = name.calendar
    draft.members = [Fields(draft.shape.first, draft.shape.last, day, name.number, year)]
    return draft if name.calendar == "islamic" and 0 < day < _FULL_MONTH else Refusal.NIGHTS


def month_number(draft: Draft) -> Draft | Refusal:
    """A month that is told by its number, as Sorani does: مانگی یازدەی 1991."""
    at = places(draft, _LEAD)[0]
    numbers = [draft.tokens.number(k) for k in places(draft, NUMBERS)]
    day = numbers.pop(0).value if draft.shape.first < at else None
    month, year = numbers[0].value, numbers[1] if len(numbers) > 1 else None
    draft.kind = "day" if day else "month"
    draft.calendar = "persian" if year and calendars.FIRST_SOLAR < year.value < calendars.LAST_SOLAR else "gregorian"
    draft.members = [Fields(draft.shape.first, draft.shape.last, day, month, year)]
    return draft if 1 <= month <= 12 else Refusal.NO_MONTH
