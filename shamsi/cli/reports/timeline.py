"""The timeline: the dates of a document in time, as SVG; time runs from right to left.

Horizontal positions are shares of the width and text sizes are pixels, so that the drawing fits any
window.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from shamsi.cli.reports.markup import equivalent, escaped
from shamsi.cli.reports.report import counted
from shamsi.text.resolve.mention import Mention

_MOST = 400  # times that are drawn
_MARGIN, _LEAST = 9.0, 2.0  # per cent of the width; the latter is what a day takes
_LANE, _BAR, _LANES, _CORNER, _FOOT = 14, 9, 8, 3, 24  # pixels, and how many lanes
_TICKS = 4
_MONTHS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))
_DAYS = (1, 2, 5, 10, 15, 30)


def timeline(mentions: Sequence[Mention], wrong: Collection[Mention]) -> str:
    """The drawing; empty for fewer than two different times."""
    times = {(m.earliest, m.latest, m.calendar, m in wrong): m for m in mentions if m.earliest}
    rows = sorted(times.values(), key=_ends)[:_MOST]
    first, last = (
        min((_ends(m)[0] for m in rows), default=0),
        max((_ends(m)[1] for m in rows), default=0),
    )
    if len(rows) < 2 or last - first < 2:
        return ""
    scale = (100 - 2 * _MARGIN) / (last - first)
    bars: list[str] = []
    lanes = [-1.0] * _LANES
    for mention in rows:
        start, end = ((edge - first) * scale for edge in _ends(mention))
        width = max(end - start, _LEAST)
        lane = next(
            (k for k, taken in enumerate(lanes) if taken < start),
            min(range(_LANES), key=lanes.__getitem__),
        )
        lanes[lane] = start + width
        bars.append(
            _bar(mention, 100 - _MARGIN - start - width, lane, width, is_wrong=mention in wrong)
        )
    height = (max(k for k, taken in enumerate(lanes) if taken >= 0) + 1) * _LANE + _FOOT
    ticks = [
        _tick(100 - _MARGIN - (day - first) * scale, text, height)
        for day, text in _ticks(first, last)
    ]
    label = (
        f"{counted(len(rows), 'time')} between {dt.date.fromordinal(first)} "
        f"and {dt.date.fromordinal(last - 1)}"
    )
    return (
        f'<figure lang="en"><svg width="100%" height="{height}" role="img" aria-label="{label}">'
        f"{''.join(ticks + bars)}</svg><figcaption>{label}</figcaption></figure>"
    )


def _ends(mention: Mention) -> tuple[int, int]:
    """The first day, and the day after the last."""
    first = mention.earliest or dt.date.min
    last = (mention.latest or first).toordinal()
    return first.toordinal(), max(last, first.toordinal()) + 1


def _bar(mention: Mention, x: float, lane: int, width: float, *, is_wrong: bool) -> str:
    title = (
        f"<title>{escaped(mention.text)} = "
        f"{escaped(equivalent(mention) or str(mention.earliest))}</title>"
    )
    classes = mention.calendar + (" wrong" if is_wrong else "")
    return (
        f'<rect class="{classes}" x="{x:.2f}%" y="{lane * _LANE + 2}" width="{width:.2f}%" '
        f'height="{_BAR}" rx="{_CORNER}">{title}</rect>'
    )


def _tick(x: float, label: str, height: int) -> str:
    return (
        f'<line x1="{x:.2f}%" y1="0" x2="{x:.2f}%" y2="{height - 18}"/>'
        f'<text x="{x:.2f}%" y="{height - 5}" text-anchor="middle">{label}</text>'
    )


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """The beginnings of Gregorian years, months or days, few enough not to touch."""
    if last - first <= _TICKS * _DAYS[-1]:
        step = next(step for step in _DAYS if (last - first) / step <= _TICKS)
        return [(day, f"{dt.date.fromordinal(day)}") for day in range(first, last, step)]
    step = next((step for step in _MONTHS if (last - first) / (step * 30) <= _TICKS), _MONTHS[-1])
    return [(day, label if step < 12 else label[:4]) for day, label in _months(first, last, step)]


def _months(first: int, last: int, step: int) -> Iterator[tuple[int, str]]:
    """Every `step` months between two days: the first day and the month."""
    begin, end = (dt.date.fromordinal(min(day, dt.date.max.toordinal())) for day in (first, last))
    for number in range(
        -(-(begin.year * 12 + begin.month - 1) // step) * step, end.year * 12 + end.month, step
    ):
        if 12 <= number < 12 * (dt.MAXYEAR + 1):
            day = dt.date(number // 12, number % 12 + 1, 1)
            if first <= day.toordinal() < last:
                yield day.toordinal(), day.isoformat()[:7]
