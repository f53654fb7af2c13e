"""What labels say: a pattern of `Date.format`, or as little as tells each tick from the others."""

# pyright: basic, reportMissingImports=false
# (Matplotlib need not be installed)

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from matplotlib import ticker

from shamsi.calendar.kernel import EPOCH_ORDINAL, fields
from shamsi.calendar.zones import zone
from shamsi.formats.writing import compiled
from shamsi.matplotlib.scales import moment, scale_of
from shamsi.matplotlib.shaping import Shape, shaper

_SAMPLE = dt.datetime(2025, 3, 20, tzinfo=dt.UTC)
_FULL = "%Y/%m/%d %H:%M:%S"  # as the cursor shows it


class _Tick(NamedTuple):
    """A tick as a date and a time; `parts` are its year, month, day, hour … microsecond."""

    moment: dt.datetime
    parts: tuple[int, ...]


_Ticks: TypeAlias = list[_Tick | None]


class _Formatter(ticker.Formatter, ABC):
    """Writes the ticks of an axis in a language; the subclass has the patterns."""

    def __init__(
        self,
        tz: str | dt.tzinfo | None,
        lang: str,
        digits: str | None,
        shape: Shape,
    ) -> None:
        self.tz: dt.tzinfo | None = None if tz is None else zone(tz)
        self._lang, self._digits, self._shaped = lang, digits, shaper(shape)

    def set_tzinfo(self, tz: str | dt.tzinfo | None) -> None:
        """Set the zone of the labels; None is that of the data, else Matplotlib's setting."""
        self.tz = None if tz is None else zone(tz)

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Return the label of one number of the axis; empty outside the calendar."""
        tick = self._tick(x)
        return "" if tick is None else self._drawn(tick, self._pattern(tick))

    def format_data_short(self, value: float) -> str:
        """Return what the cursor shows, in logical order: a toolbar shapes its text."""
        tick = self._tick(value)
        return "" if tick is None else self._text(tick, _FULL)

    @abstractmethod
    def _pattern(self, tick: _Tick) -> str:
        """Return the pattern of a tick that stands alone."""

    def _tick(self, value: float) -> _Tick | None:
        scale = scale_of(self.axis, self.tz)
        found = moment(scale.days(value), scale.zone)
        return None if found is None else _tick_at(found)

    def _text(self, tick: _Tick, pattern: str) -> str:
        year, month, day = tick.parts[:3]
        number = tick.moment.toordinal() - EPOCH_ORDINAL
        write = compiled(pattern, self._lang, self._digits).text
        return write(year, month, day, number, tick.moment)

    def _drawn(self, tick: _Tick, pattern: str) -> str:
        return self._shaped(self._text(tick, pattern))


class SolarFormatter(_Formatter):
    """Labels by a pattern, as `Date.format` and `DateTime.format` write them.

    ``tz`` is the zone of the dates; None is that of the data, else Matplotlib's setting. Text from
    right to left is left to Matplotlib where it shapes it, from 3.11 on; for older ones it is
    reshaped by arabic-reshaper and python-bidi, and ModuleNotFoundError tells how to install them.
    ``shape="never"`` is for backends that shape text (SVG with its fonts left to the reader),
    ``"always"`` for others that do not. Raises as `Date.format` for the pattern, the language and
    the digits, ShamsiError for another shape.

    >>> formatter = SolarFormatter("%-d %B %Y", tz="UTC", lang="fa")
    >>> formatter.format_data_short(20167)
    '۱۴۰۳/۱۲/۳۰ ۰۰:۰۰:۰۰'
    >>> SolarFormatter("%-d %b %Y", tz="UTC")(20167)
    '30 Esf 1403'
    """

    def __init__(
        self,
        pattern: str = "%Y/%m/%d",
        tz: str | dt.tzinfo | None = None,
        *,
        lang: str = "en",
        digits: str | None = None,
        shape: Shape = "auto",
    ) -> None:
        super().__init__(tz, lang, digits, shape)
        self._given: str = pattern
        self._drawn(_tick_at(_SAMPLE), pattern)  # what is wrong raises here, not while drawing

    def _pattern(self, tick: _Tick) -> str:
        return self._given


class SolarConciseFormatter(_Formatter):
    """Labels that are as short as they can be, as those of ConciseDateFormatter.

    A tick on the first day of a year or a month says the year or the month; others say their month,
    day or time, and, in a second line, the year or month that has begun since the tick before. What
    no label says is written once, at the end of the axis, unless ``show_offset`` is false. Other
    parameters, and errors, are those of `SolarFormatter`.

    >>> formatter = SolarConciseFormatter(tz="UTC")
    >>> formatter.format_ticks([20078, 20108, 20138, 20168, 20199])
    ['Dey', 'Bah', 'Esf', '1404', 'Ord']
    """

    def __init__(
        self,
        tz: str | dt.tzinfo | None = None,
        *,
        lang: str = "en",
        digits: str | None = None,
        show_offset: bool = True,
        shape: Shape = "auto",
    ) -> None:
        super().__init__(tz, lang, digits, shape)
        self.show_offset: bool = show_offset
        self._offset: str = ""
        self._drawn(_tick_at(_SAMPLE), "%B")  # what is wrong raises here, not while drawing

    def format_ticks(self, values: Iterable[float]) -> list[str]:
        """Return the labels of ticks that are shown together, and keep the text at the end."""
        ticks: _Ticks = [self._tick(value) for value in values]
        known = [tick for tick in ticks if tick is not None]
        self._offset = ""
        if not known:
            return [""] * len(ticks)
        patterns = _patterns(known)
        if self.show_offset:
            at_end = known[0] if self._is_inverted() else known[-1]
            self._offset = self._drawn(at_end, _rest(patterns))
        labels = map(self._drawn, known, patterns)
        return ["" if tick is None else next(labels) for tick in ticks]

    def get_offset(self) -> str:
        """Return the text at the end of the axis: the year, month or day that all ticks share."""
        return self._offset

    def _pattern(self, tick: _Tick) -> str:
        return "%-d %B %Y" if _start(tick) <= 2 else "%-d %B %Y %H:%M"

    def _is_inverted(self) -> bool:
        axis: Any = self.axis
        return hasattr(axis, "get_inverted") and bool(axis.get_inverted())


_ZERO = (None, 1, 1, 0, 0, 0, 0)  # where a year, a month, a day … begins


def _tick_at(moment: dt.datetime) -> _Tick:
    year, month, day = fields(moment.toordinal() - EPOCH_ORDINAL)
    clock = (moment.hour, moment.minute, moment.second, moment.microsecond)
    return _Tick(moment, (year, month, day, *clock))


def _start(tick: _Tick) -> int:
    """Return the greatest unit that begins at a tick, by its place in the parts."""
    return next((at for at in range(6, 0, -1) if tick.parts[at] != _ZERO[at]), 0)


def _patterns(ticks: list[_Tick]) -> list[str]:
    """Return the pattern of each label: its own unit, and greater ones where they change."""
    level = max(map(_start, ticks))
    before = [ticks[0], *ticks]
    return [_pattern_of(tick, last, level) for tick, last in zip(ticks, before, strict=False)]


def _pattern_of(tick: _Tick, last: _Tick, level: int) -> str:
    start = _start(tick)
    changed = next((at for at in (0, 1, 2) if tick.parts[at] != last.parts[at]), 3)
    if level == 0 or (level == 1 and start == 0):
        return "%Y"
    if level == 1:
        return "%b\n%Y" if changed == 0 else "%b"
    if level == 2:
        return _day_pattern(start, changed)
    year = "\n%Y" if start == 0 or changed == 0 else ""
    if start <= 2:
        return "%-d %b" + year
    return _clock_pattern(level) + ("\n%-d %b" if changed <= 2 else "") + year.replace("\n", " ")


def _day_pattern(start: int, changed: int) -> str:
    if start <= 1:
        return "%b\n%Y" if start == 0 or changed == 0 else "%b"
    return {0: "%-d\n%b %Y", 1: "%-d\n%b"}.get(changed, "%-d")


def _clock_pattern(level: int) -> str:
    return {5: "%H:%M:%S", 6: "%H:%M:%S.%f"}.get(level, "%H:%M")


def _rest(patterns: list[str]) -> str:
    """Return the pattern of what no label says, of year, month and day."""
    said = "".join(patterns)
    for directive, rest in (("%Y", ""), ("%b", "%Y"), ("%-d", "%B %Y")):
        if directive in said:
            return rest
    return "%-d %B %Y"
