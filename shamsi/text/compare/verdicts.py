"""Judge whether two sides are one time, and how far apart they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from shamsi.calendar import intervals, umm_al_qura
from shamsi.calendar.intervals import FIRST_PROVEN, LUNAR_SLACK, REFORM, Interval
from shamsi.text.compare.sides import Side

_JALALI = dt.date(1079, 3, 15)  # before it Solar months wandered through the seasons
# Days by which sides may differ and agree, and by which they may differ and be near. An observed
# month differs from any table by a day, rarely by two. Rules for Solar days before the calendar
# was in use differ by a day.
_RECKONINGS = 2  # days between the two reckonings of a lunar day, at most
_LUNAR = 1, LUNAR_SLACK
_PROLEPTIC = 0, 1
_EXACT = 0, 0
_UNKNOWN: tuple[str, int | None] = ("incomparable", None)
_SLIP = 100  # days; two dates without a year that are further apart are of a year long ago
_PLAUSIBLE = range(1990, 2027)  # years to try for a pair without years; they have all leap phases


def judge(left: Side, right: Side) -> tuple[str, int | None]:
    """Return the verdict on two sides and the days between them, right minus left.

    Lunar days agree if they do by their own reckoning or by the other one.
    """
    found = measure(left, right)
    if found[0] not in ("near", "mismatch"):
        return found
    if left.is_fine and right.is_fine and abs(found[1] or 0) > LUNAR_SLACK + _RECKONINGS:
        return found  # too far for the other reckoning
    others = [measure(*sides) for sides in recounted(left, right)]
    return min([found, *(row for row in others if row[0] != "mismatch")], key=_closeness)


def apart(left: Side, right: Side) -> int:
    """Return the fewest days between two sides, by either reckoning of lunar days."""
    rows = [measure(left, right), *(measure(*sides) for sides in recounted(left, right))]
    return min((abs(delta) for _, delta in rows if delta is not None), default=0)


def apart_by_umm_al_qura(left: Side, right: Side) -> int | None:
    """Return the days between a lunar side and another by the Umm al-Qura calendar.

    None in years that it does not have.
    """
    lunar, other = (left, right) if left.calendar == "islamic" else (right, left)
    years = [point.year for point in lunar.points]
    if None in years:
        days = other.interval()
        years = [intervals.fields(intervals.UMM_AL_QURA, days[0])[0]] if days else [0]
    if not all(year and umm_al_qura.covers(year) for year in years):
        return None
    delta = measure(replace(lunar, reckoning=intervals.UMM_AL_QURA), other)[1]
    return None if delta is None else abs(delta)


def measure(left: Side, right: Side) -> tuple[str, int | None]:
    """Return the verdict on two sides and the days between them, by their own reckonings."""
    if left.is_yearless or right.is_yearless:
        rows = [_compare(a, b) for a, b in _dated(left, right)]
        rows = [row for row in rows if row[1] is not None]
        nearest = min(rows, key=_closeness, default=_UNKNOWN)
        return _UNKNOWN if nearest[0] == "mismatch" and _is_old(left, right, nearest) else nearest
    return _compare(left, right)


def _is_old(left: Side, right: Side, row: tuple[str, int | None]) -> bool:
    """Whether two sides without a year, one of them lunar, are hardly of the reference's year.

    «حرب العاشر من رمضان (السادس من أكتوبر)» was in 1973.
    """
    if not (
        left.is_yearless and right.is_yearless and "islamic" in (left.calendar, right.calendar)
    ):
        return False
    return abs(row[1] or 0) > _SLIP or not (left.is_fine and right.is_fine)


def recounted(left: Side, right: Side) -> Iterator[tuple[Side, Side]]:
    """Yield two sides with the lunar one by its other reckoning, if that gives other days."""
    for reckoning in ("islamic", intervals.UMM_AL_QURA):
        if other := left.recounted(reckoning):
            yield other, right
        if other := right.recounted(reckoning):
            yield left, other


def _closeness(row: tuple[str, int | None]) -> tuple[bool, int]:
    return row[0] == "mismatch", abs(row[1] or 0)


def _compare(left: Side, right: Side) -> tuple[str, int | None]:
    fine, tolerance = left.is_fine and right.is_fine, _tolerance(left, right)
    if not fine and len(left.points) == len(right.points) == 2:  # ranges whose ends are compared
        return max(
            (_compare(a, b) for a, b in zip(left.ends, right.ends, strict=True)), key=_closeness
        )
    rows = [_verdict(a, b, tolerance, fine=fine) for a in readings(left) for b in readings(right)]
    return min(rows, key=_closeness, default=_UNKNOWN)


def readings(side: Side, *, julian: bool = False) -> list[Interval]:
    """Return the intervals that a side may mean.

    A numeric date may begin with its month. A Gregorian date before the reform may be Julian, and
    with `julian` any.
    """
    here = side.interval()
    if here is None:
        return []
    turned = replace(side, points=(side.turned,), turned=None).interval() if side.turned else None
    found = [here, turned] if turned else [here]
    if side.calendar == "gregorian" and (julian or here[0] < REFORM):
        converted = [
            (intervals.from_julian(first), intervals.from_julian(last)) for first, last in found
        ]
        found += [(first, last) for first, last in converted if first and last]
        if here[0] < REFORM <= here[1] and len(side.points) > 1 and converted[0][0]:
            found.append((converted[0][0], here[1]))  # a life that began before it
    return found


def _tolerance(left: Side, right: Side) -> tuple[int, int]:
    """Return by how many days two sides may differ and agree, or differ and be near."""
    agrees, near = _of_calendars(left, right)
    return agrees, max(near, left.slack, right.slack)


def _of_calendars(left: Side, right: Side) -> tuple[int, int]:
    if "islamic" in (left.calendar, right.calendar):
        return _LUNAR
    years = [
        point.year for side in (left, right) if side.calendar == "persian" for point in side.points
    ]
    is_loose = left.is_loose or right.is_loose
    return _PROLEPTIC if is_loose or any(year and year < FIRST_PROVEN for year in years) else _EXACT


def _verdict(
    a: Interval, b: Interval, tolerance: tuple[int, int], *, fine: bool
) -> tuple[str, int | None]:
    start, end = (b[0] - a[0]).days, (b[1] - a[1]).days
    if start == end == 0:
        return "agree", 0
    off = max(abs(start), abs(end))
    agrees, slack = tolerance
    is_in_its_end = fine and abs(start) <= slack and abs(start) < abs(end)
    delta = end if is_in_its_end else start or end
    if fine and off <= slack:
        return ("agree" if off <= agrees else "near"), delta
    if not fine and (a[0] - b[1]).days <= slack and (b[0] - a[1]).days <= slack:
        return "overlap", delta
    return "mismatch", delta


def _dated(left: Side, right: Side) -> Iterator[tuple[Side, Side]]:
    """Yield sides without a year in the years that they may mean."""
    if left.is_yearless and right.is_yearless:
        if "islamic" not in (left.calendar, right.calendar):
            for year in _PLAUSIBLE:
                yield from _near(left.in_year(_year_in(left.reckoning, year)), right)
        elif left.calendar != "islamic":
            yield from _near_reference(left, right)
        else:
            yield from ((a, b) for b, a in _near_reference(right, left))
    elif right.is_yearless:
        yield from _near(left, right)
    else:
        yield from ((a, b) for b, a in _near(right, left))


def _near(known: Side, yearless: Side) -> Iterator[tuple[Side, Side]]:
    """Yield a dated side with a yearless one, in each of the years around it."""
    here = known.interval()
    if here and here[0] < _JALALI and yearless.calendar == "persian":
        return  # the months of the Yazdgerdi calendar, which is not read
    if here and yearless.points:
        for year in intervals.years_around(yearless.reckoning, here[0]):
            yield known, yearless.in_year(year)


def _near_reference(civil: Side, lunar: Side) -> Iterator[tuple[Side, Side]]:
    """Yield a civil side with a lunar one, in the year nearest to the reference or the one before.

    Nothing if there is no reference.
    """
    year = civil.nearest
    for one in (year, year - 1) if year else ():
        yield from _near(civil.in_year(one), lunar)


def _year_in(calendar: str, gregorian: int) -> int:
    return (
        gregorian
        if calendar == "gregorian"
        else intervals.fields(calendar, dt.date(gregorian, 6, 1))[0]
    )
