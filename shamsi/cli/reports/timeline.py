"""The timeline: the dates of a document in time, as SVG, with lanes for each calendar.

Time runs as the report is written. The longer a time without dates, the more it is shortened: each
stretch between two dates is as wide as the logarithm of its days. Positions are shares of the width
and text sizes are pixels, so that the drawing fits any window.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from math import log1p

from shamsi.cli.reports.markup import equivalent, escaped, letter_of
from shamsi.lang.sentences import ENGLISH, Day, Sentence, is_rtl, said
from shamsi.text.resolve.mention import Mention

_MOST = 400  # times that are drawn
_MARGIN, _LEAST = 11.0, 2.0  # per cent of the width; the latter is what a day takes
_LANE, _BAR, _LANES, _CORNER, _FOOT = 14, 9, 4, 3, 24  # pixels, and how many lanes of a calendar
_APART = 22.0  # per cent of the width between two labels
_CALENDARS = ("persian", "gregorian", "islamic")

Place = Callable[[Mention], str]


def timeline(
    mentions: Sequence[Mention],
    wrong: Collection[Mention],
    place: Place | None = None,
    lang: str = ENGLISH,
) -> str:
    """The drawing; empty for fewer than two different times.

    `place` gives the name of a date's place in the page, to which its bar leads.
    """
    times = {(m.earliest, m.latest, m.calendar, m in wrong): m for m in mentions if m.earliest}
    rows = sorted(times.values(), key=_ends)[:_MOST]
    edges = sorted({edge for mention in rows for edge in _ends(mention)})
    if len(rows) < 2 or len(edges) < 3:
        return ""
    scale = _scale(edges, is_leftward=is_rtl(lang))
    bars, lanes = _bars(rows, scale, wrong, place, lang)
    height = lanes * _LANE + _FOOT
    first, last = (Day(dt.date.fromordinal(day)) for day in (edges[0], edges[-1] - 1))
    label = Sentence(
        "{n} different times from {first} to {last}; empty times are shortened",
        n=len(rows),
        first=first,
        last=last,
    ).translated(lang)
    ticks = [_tick(x, text, height) for x, text in _ticks(edges, scale, lang)]
    lines = "".join(f"{one}\n" for one in (*ticks, *bars))  # so that no two dates are joined
    return (
        f'<figure lang="{lang}"><svg width="100%" height="{height}" role="group" '
        f'aria-label="{label}">{lines}</svg>'
        f"<figcaption>{label}</figcaption></figure>"
    )


def _ends(mention: Mention) -> tuple[int, int]:
    """The first day, and the day after the last."""
    first = mention.earliest or dt.date.min
    last = (mention.latest or first).toordinal()
    return first.toordinal(), max(last, first.toordinal()) + 1


def _scale(edges: Sequence[int], *, is_leftward: bool) -> Mapping[int, float]:
    """The position of each edge, in per cent of the width."""
    at, places = 0.0, {edges[0]: 0.0}
    for before, edge in pairwise(edges):
        at += log1p(edge - before)
        places[edge] = at
    width = 100 - 2 * _MARGIN
    return {
        edge: _MARGIN + width * (1 - place / at if is_leftward else place / at)
        for edge, place in places.items()
    }


def _bars(
    rows: Sequence[Mention],
    scale: Mapping[int, float],
    wrong: Collection[Mention],
    place: Place | None,
    lang: str,
) -> tuple[list[str], int]:
    """The bars, and how many lanes they take."""
    bars: list[str] = []
    base = 0
    for calendar in _CALENDARS:
        lanes: list[tuple[float, float]] = []  # what is taken of each
        for mention in (one for one in rows if one.calendar == calendar):
            low, high = sorted(scale[edge] for edge in _ends(mention))
            width = max(high - low, _LEAST)
            free = (k for k, (begin, end) in enumerate(lanes) if low > end or low + width < begin)
            lane = next(free, min(len(lanes), _LANES - 1))
            taken = lanes[lane] if lane < len(lanes) else (low, low)
            lanes[lane : lane + 1] = [(min(low, taken[0]), max(low + width, taken[1]))]
            y = (base + lane) * _LANE + 2
            bars.append(_bar(mention, low, y, width, lang, is_wrong=mention in wrong, place=place))
        if lanes:
            bars.append(_letter(calendar, base, lang))
        base += len(lanes)
    return bars, base


def _bar(
    mention: Mention,
    x: float,
    y: int,
    width: float,
    lang: str,
    *,
    is_wrong: bool,
    place: Place | None,
) -> str:
    other = equivalent(mention, lang) or str(mention.earliest)
    title = f"{escaped(mention.text)} = {escaped(other)}"
    classes = mention.calendar + (" wrong" if is_wrong else "")
    drawn = (
        f'<rect class="{classes}" x="{x:.2f}%" y="{y}" width="{width:.2f}%" '
        f'height="{_BAR}" rx="{_CORNER}"><title>{title}</title></rect>'
    )
    if place is None:
        return drawn
    return f'<a href="#{place(mention)}" aria-label="{title}">{drawn}</a>'


def _letter(calendar: str, lane: int, lang: str) -> str:
    """The letter of a calendar at the beginning of its lanes."""
    letter = letter_of(calendar, lang)
    x, anchor = ("100%", "end") if is_rtl(lang) else ("0", "start")
    y = lane * _LANE + _BAR + 2
    return f'<text class="letter {calendar}" x="{x}" y="{y}" text-anchor="{anchor}">{letter}</text>'


def _tick(x: float, label: str, height: int) -> str:
    return (
        f'<line x1="{x:.2f}%" y1="0" x2="{x:.2f}%" y2="{height - 18}"/>'
        f'<text x="{x:.2f}%" y="{height - 5}" text-anchor="middle">{label}</text>'
    )


def _ticks(edges: Sequence[int], scale: Mapping[int, float], lang: str) -> list[tuple[float, str]]:
    """The days that are labelled, few enough not to touch."""
    made: list[tuple[float, str]] = []
    for edge in edges[:-1]:
        x = scale[edge]
        if all(abs(x - other) >= _APART for other, _ in made):
            made.append((x, _label(dt.date.fromordinal(edge), lang)))
    return made


def _label(day: dt.date, lang: str) -> str:
    return said(Day(day), lang)
