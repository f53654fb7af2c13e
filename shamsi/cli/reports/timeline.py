"""The timeline: when the dates of a document are, as an SVG drawing; time runs from right to left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from shamsi.cli.reports.form import counted
from shamsi.cli.reports.markup import equivalent, escaped
from shamsi.text.mention import Mention

_MOST = 400  # dates that are drawn
_WIDTH, _MARGIN, _LANE, _BAR = 1000, 30, 14, 9
_LANES = 8
_LEAST = 6  # of a bar's width, so that a day can be seen
_TICKS = 8
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_CORNER = 3


def timeline(mentions: Sequence[Mention], wrong: Collection[Mention]) -> str:
    """The drawing; nothing for fewer than two different times."""
    rows = sorted(
        {(m.earliest, m.latest, m.calendar, m in wrong): m for m in mentions if m.earliest}.values(), key=_ends
    )
    rows = rows[:_MOST]
    first, last = min((_ends(m)[0] for m in rows), default=0), max((_ends(m)[1] for m in rows), default=0)
    if len(rows) < 2 or first == last:
        return ""
    scale = (_WIDTH - 2 * _MARGIN) / (last - first)
    bars: list[str] = []
    lanes = [-1.0] * _LANES
    for mention in rows:
        start, end = ((edge - first) * scale for edge in _ends(mention))
        width = max(end - start, _LEAST)
        lane = next((k for k, taken in enumerate(lanes) if taken < start), min(range(_LANES), key=lanes.__getitem__))
        lanes[lane] = start + width + 1
        bars.append(_bar(mention, _WIDTH - _MARGIN - start - width, lane, width, is_wrong=mention in wrong))
    height = (max(k for k, taken in enumerate(lanes) if taken >= 0) + 1) * _LANE + 24
    ticks = _ticks(first, last, scale, height)
    label = f"{counted(len(rows), 'date')} between {dt.date.fromordinal(first)} and {dt.date.fromordinal(last)}"
    return (
        f'<figure><svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{label}">{"".join(ticks + bars)}</svg>'
        f'<figcaption lang="en">{label}</figcaption></figure>'
    )


def _ends(mention: Mention) -> tuple[int, int]:
    """The first day, and the day after the last."""
    first = mention.earliest or dt.date.min
    last = (mention.latest or first).toordinal()
    return first.toordinal(), min(max(last, first.toordinal()) + 1, dt.date.max.toordinal())


def _bar(mention: Mention, x: float, lane: int, width: float, *, is_wrong: bool) -> str:
    title = f"<title>{escaped(mention.text)} = {escaped(equivalent(mention) or str(mention.earliest))}</title>"
    classes = mention.calendar + (" wrong" if is_wrong else "")
    return (
        f'<rect class="{classes}" x="{x:.1f}" y="{lane * _LANE + 2}" width="{width:.1f}" '
        f'height="{_BAR}" rx="{_CORNER}">{title}</rect>'
    )


def _ticks(first: int, last: int, scale: float, height: int) -> list[str]:
    """Gregorian years, so many that they do not touch."""
    years = [dt.date.fromordinal(edge).year for edge in (first, last)]
    step = next((step for step in _STEPS if (years[1] - years[0]) / step <= _TICKS), _STEPS[-1])
    drawn: list[str] = []
    for year in range(-(-years[0] // step) * step, years[1] + 1, step):
        edge = dt.date(max(year, 1), 1, 1).toordinal()
        if edge >= first:
            x = _WIDTH - _MARGIN - (edge - first) * scale
            drawn.append(f'<line x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{height - 18}"/>')
            drawn.append(f'<text x="{x:.1f}" y="{height - 5}" text-anchor="middle">{year}</text>')
    return drawn
