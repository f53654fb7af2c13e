"""EDTF: the Gregorian time of a mention as the Library of Congress and ISO 8601-2 write it."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import NamedTuple

from shamsi.calendar import intervals
from shamsi.text.resolve.mention import Mention, members_of, value_of
from shamsi.text.resolve.values import Point, Value

_DATE = re.compile(r"(?P<year>-?\d{4,}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")  # of EDTF
# Of ISO 8601-2's sub-year groupings: spring, the first quarter, the first half.
_FIRST_CODE = {"season": 21, "quarter": 33, "half": 40}
_MONTHS = {"quarter": 3, "half": 6}
_COMMON_YEAR = 1404  # begins on 21 March and meets no 29 February, as most years since 1304 do
_LEAP_YEAR = 1403


class Ends(NamedTuple):
    """The first and the last date of a time, each in EDTF; twice the same if one is enough."""

    first: str
    last: str

    def joined(self, by: str) -> str:
        """Both ends as one expression."""
        return self.first if self.first == self.last else f"{self.first}{by}{self.last}"


def edtf(mention: Mention) -> str | None:
    """The time of a mention in EDTF (levels 0 to 2), or None where EDTF cannot express it.

    A month, year, season or decade of the Solar Hijri or the lunar calendar is an interval of
    Gregorian days; a list is a set, `{…}`, unless its members touch. `~` marks what the text calls
    approximate, and what converts only to within a day: lunar dates, and Solar Hijri days without a
    year. None: a date that does not exist, a lunar date without a year, a relative word without a
    reference. The answer does not include `assumed` and the other modifiers.

    >>> import shamsi
    >>> [edtf(m) for m in shamsi.find("در ۱۸ مرداد ۱۴۰۴، فروردین ۱۴۰۴ و ۲۲ بهمن")]
    ['2025-08-09', '2025-03-21/2025-04-20', 'XXXX-02-11~']
    >>> [edtf(m) for m in shamsi.find("أواخر التسعينيات وفي صيف 2024 ويومي 5 و9 مايو 2025")]
    ['199X', '2024-22', '{2025-05-05,2025-05-09}']
    """
    if mention.problem:
        return None
    if not members_of(mention):
        ends = _ends(mention)
        return ends.joined("/") if ends else None
    parts = chronological(mention)
    members = [ends for ends in map(_ends, parts) if ends]
    if len(members) < len(parts):
        return None
    if is_list(mention) and not _touching(parts):
        return "{" + ",".join(ends.joined("..") for ends in members) + "}"
    run = Ends(members[0].first, members[-1].last)
    return run.joined("/") if _is_forward(run) else None


def is_list(mention: Mention) -> bool:
    """Whether the parts are the members of a list, not the ends of a range."""
    return mention.rule.endswith("-list")


def unqualified(mention: Mention) -> str | None:
    """The time of a mention without `~`, for formats that mark approximate times in another way."""
    text = edtf(mention)
    return text.replace("~", "") if text else None


def chronological(mention: Mention) -> list[Mention]:
    """The parts in the order of time, which is not always that of the text."""
    parts = list(mention.parts)
    if all(part.earliest for part in parts):
        return sorted(parts, key=lambda part: (part.earliest or dt.date.min, part.native or ""))
    ends = value_of(mention).ends
    return parts if ends and ends[0].native == parts[0].native else parts[::-1]


def _touching(parts: list[Mention]) -> bool:
    """Whether the last day of each part is the day before the next one's first."""
    days = [(part.earliest, part.latest) for part in parts if part.earliest and part.latest]
    return len(days) == len(parts) and all((b[0] - a[1]).days == 1 for a, b in pairwise(days))


def _ends(mention: Mention) -> Ends | None:
    """The two ends of a mention without parts."""
    if mention.problem:
        return None
    rough = mention.modifier == "approx" or mention.calendar == "islamic"
    value = value_of(mention)
    if mention.calendar == "gregorian" and value.points:
        ends = _gregorian(value, rough=rough)
    elif mention.earliest and mention.latest:
        ends = _interval(mention.earliest, mention.latest, whole=mention.calendar == "gregorian")
    elif mention.calendar == "persian":
        ends, rough = _yearless(value), True
    else:
        return None
    return Ends(f"{ends.first}~", f"{ends.last}~") if ends and rough else ends


def _gregorian(value: Value, *, rough: bool) -> Ends | None:
    """A Gregorian value in EDTF; an approximate run of years or months becomes its two ends."""
    if value.ends:
        first, last = (_gregorian(end, rough=rough) for end in value.ends)
        return Ends(first.first, last.last) if first and last else None
    if value.grain == "decade":
        return _decade(value.points[0], rough=rough)
    if value.grain in _FIRST_CODE:
        return _sub_year(value, rough=rough)
    texts = [_date(point) for point in value.points]
    return Ends(texts[0], texts[-1]) if all(texts) else None


def _date(point: Point) -> str:
    """A Gregorian day, month or year; "" for a day or month of a year outside EDTF's dates."""
    if point.year is None:
        return str(point)
    year = f"{point.year:04d}" if point.year >= 0 else f"{point.year:05d}"
    if len(year.lstrip("-")) > 4:
        return "" if point.month else f"Y{year}"
    return "-".join((year, *(f"{number:02d}" for number in (point.month, point.day) if number)))


def _decade(point: Point, *, rough: bool) -> Ends:
    tens = f"{(point.year or 0) // 10:03d}"
    return Ends(f"{tens}0", f"{tens}9") if rough else Ends(f"{tens}X", f"{tens}X")


def _sub_year(value: Value, *, rough: bool) -> Ends | None:
    year = _date(value.points[0])
    if value.year is None or year.startswith("Y"):
        return None
    months = _MONTHS.get(value.grain)
    if rough and months:
        last = months * value.number
        return Ends(f"{year}-{last - months + 1:02}", f"{year}-{last:02}")
    code = f"{year}-{_FIRST_CODE[value.grain] + value.number - 1}"
    return Ends(code, code)


def _interval(earliest: dt.date, latest: dt.date, *, whole: bool) -> Ends:
    """Two days; where it may be one, a whole Gregorian year or month."""
    if whole and earliest.day == 1:
        day = earliest.isoformat()
        for text, month in ((day[:4], None), (day[:7], earliest.month)):
            if intervals.interval("gregorian", earliest.year, month) == (earliest, latest):
                return Ends(text, text)
    return Ends(earliest.isoformat(), latest.isoformat())


def _yearless(value: Value) -> Ends | None:
    """A Solar Hijri day, month or run of days of any year, as days of the Gregorian year.

    They are right to within one day. None where the run passes New Year's Day: its ends are then
    of two years.
    """
    if not value.points or value.year is not None:
        return None
    opening, closing = value.points[0], value.points[-1]
    if not opening.month or not closing.month:
        return None
    last = closing.day or intervals.month_length("persian", None, closing.month)
    ends = Ends(_solar_day(opening.month, opening.day or 1), _solar_day(closing.month, last))
    return ends if _is_forward(ends) else None


def _solar_day(month: int, day: int) -> str:
    """The day of the Gregorian year that a Solar Hijri day mostly falls on."""
    year = (
        _COMMON_YEAR
        if day <= intervals.month_length("persian", _COMMON_YEAR, month)
        else _LEAP_YEAR
    )
    found = intervals.interval("persian", year, month, day)
    return f"XXXX{found[0].isoformat()[4:]}" if found else ""


def _is_forward(ends: Ends) -> bool:
    """Whether the last date is not before the first; true if incomparable, such as decades."""
    first, last = (_DATE.fullmatch(end.rstrip("~")) for end in ends)
    if not first or not last:
        return True
    return (first["year"] == "XXXX") == (last["year"] == "XXXX") and _order(first) <= _order(last)


def _order(date: re.Match[str]) -> tuple[int, ...]:
    year = 0 if date["year"] == "XXXX" else int(date["year"])
    return (year, *(int(date[part]) for part in ("month", "day") if date[part]))
