"""Read dates of the Julian calendar, or Old Style, if the text says so, as Gregorian ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.reasons import Basis
from shamsi.text.resolve.values import Value, dated

_JULIAN, _YEAR, _MONTHS = codes_of("julian"), codes_of("four_digits"), codes_of("MONTH")
_OPENING = codes_of("opening")
_MARK = "julian_mark"  # a list of words that are names if they are in no brackets
_REACH = 12  # tokens in which the cue of a date, or the year beside it, may stand
# Behind a date, unless another date follows that has the cue before it.
_behind = compiled("""
    [era era_mark]? comma? [opening into preposition]{0,2} (?P<cue>julian)
    (?! [colon]? other_mark? [weekday day_word date_word]* [day day0 ordinal day_in_words]
        suffix? [of month_word month_lead]* MONTH)
""").match
_before = compiled("""
    (?P<cue>julian) [colon other_mark day_word date_word]{0,2} $
    | (^ | [^MONTH SHORT four_digits era era_mark closing])
      [into preposition]? (?P<named>julian) comma $
""").search
# The last and the first day in some countries that changed the calendar. A text that names them
# tells of the calendar: «در ۱۵ اکتبر ۱۵۸۲ تقویم ژولینی کنار رفت».
_REFORMS = frozenset(
    {(1582, 10, 4), (1582, 10, 15), (1752, 9, 2), (1752, 9, 14), (1918, 1, 31), (1918, 2, 14)}
)
_CHRISTMAS = (1, 7)  # Gregorian: «في 7 يناير 2020 حسب التقويم الشرقي»


def is_cued(draft: Draft) -> bool:
    """Whether a text says of a date, right before or behind it, that it is a Julian one."""
    kinds, shape = draft.tokens.kinds, draft.shape
    if _JULIAN not in kinds or draft.kind != "day" or draft.calendar not in (None, "gregorian"):
        return False
    if Basis.TWO_STYLES in draft.bases:
        return False
    if behind := _behind(kinds, shape.last):
        at = behind.start("cue")
        return draft.tokens.values[at] != _MARK or kinds[at - 1] == _OPENING
    low = max(0, shape.outer - _REACH)
    if before := _before(kinds[low : shape.outer]):
        return bool(
            draft.tokens.values[low + max(before.start("cue"), before.start("named"))] != _MARK
        )
    return False


def is_julian(draft: Draft) -> bool:
    """Whether a date, or the range that it is an end of, is a Julian one."""
    return Basis.JULIAN in draft.bases or is_cued(draft)


def value(draft: Draft, member: Member) -> Value | None:
    """Return the Gregorian value of a Julian day; None if the text rather tells of a reform."""
    year = member.year
    if draft.deictic is not None or (year and year.is_short):
        return None
    day = _converted(draft, year.value if year else None, member.month or 1, member.day or 1)
    return dated("gregorian", day.year, day.month, day.day) if day else None


def shared(ends: Sequence[Draft]) -> list[Draft]:
    """Return the two ends of a range, both of them Julian if the text says so of one."""
    cued = [is_cued(end) for end in ends]
    if True not in cued:
        return [*ends]
    return [
        end if known else end.assuming("julian", Basis.JULIAN)
        for end, known in zip(ends, cued, strict=True)
    ]


def _converted(draft: Draft, year: int | None, month: int, day: int) -> dt.date | None:
    """Return the Gregorian date of a Julian day; None if there is none, or if it tells of a reform.

    A day without a year takes that of the date beside it: «۷ نوامبر ۱۹۱۷ (۲۵ اکتبر ژولینی)».
    """
    if year is None:
        beside = _year_beside(draft)
        found = [intervals.julian_day(one, month, day) for one in (beside - 1, beside)]
        return next((one for one in found if one and one.year == beside), None)
    if (year, month, day) in _REFORMS or (month, day) == _CHRISTMAS:
        return None
    return intervals.julian_day(year, month, day)


def _year_beside(draft: Draft) -> int:
    """Return the year of the Gregorian date before a bracket with a date, or 0."""
    tokens, first = draft.tokens, draft.shape.first
    at = tokens.kinds.rfind(_YEAR, max(0, first - _REACH), first)
    month = tokens.values[at - 1] if at > 0 and tokens.kinds[at - 1] in _MONTHS else None
    return tokens.number(at).value if month and month.calendar == "gregorian" else 0
