"""Progress: how far a run is, how fast, and when it may end, on a terminal's standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import Protocol

_PATIENCE = 1.0  # seconds before a run is long enough to be told of
_PAUSE = 0.2  # seconds between two lines


class Progress(Protocol):
    """What a run tells while it lasts."""

    def told(self, notes: Sequence[str]) -> None:
        """Print lines that are to stay."""
        ...

    def at(self, done: int, documents: int) -> None:
        """So many bytes of the inputs, and documents, are done."""
        ...

    def close(self) -> None:
        """Leave nothing behind."""
        ...


def progress(total: int, *, shown: bool, start: int = 0) -> Progress:
    """The progress of a run over `total` bytes, `start` of which were done before; by Rich where it is installed."""
    if not shown:
        return Silent()
    try:
        from shamsi.cli.runs.bar import Bar
    except ModuleNotFoundError:
        return Plain(total, start)
    return Bar(total, start)


class Silent:
    """Notes alone."""

    def told(self, notes: Sequence[str]) -> None:
        """Print the notes."""
        for note in notes:
            print(note, file=sys.stderr)

    def at(self, done: int, documents: int) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Leave nothing."""


class Plain:
    """A line that is written over."""

    def __init__(self, total: int, start: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._start = start
        self._clock = clock
        self._began = clock()
        self._shown = self._began + _PATIENCE - _PAUSE
        self._width = 0

    def told(self, notes: Sequence[str]) -> None:
        """Print the notes where the line was."""
        if notes:
            self.close()
            for note in notes:
                print(note, file=sys.stderr)

    def at(self, done: int, documents: int) -> None:
        """Write the line, if the last is old enough."""
        now = self._clock()
        if now - self._shown < _PAUSE:
            return
        self._shown = now
        line = line_of(done, self._total, documents, (done - self._start) / (now - self._began))
        sys.stderr.write(f"\r{line:{self._width}}")
        sys.stderr.flush()
        self._width = len(line)

    def close(self) -> None:
        """Blank the line."""
        if self._width:
            sys.stderr.write(f"\r{'':{self._width}}\r")
            sys.stderr.flush()
            self._width = 0


def line_of(done: int, total: int, documents: int, rate: float) -> str:
    """How far, how fast (bytes a second), how long still.

    >>> line_of(25_000_000, 100_000_000, 1200, 5_000_000)
    '25 % of 100 MB, 1,200 documents, 5.0 MB/s, 0:15 left'
    """
    share = f"{100 * done // total} % of {total / 1e6:.0f} MB, " if total else ""
    left = f", {_clock_time((total - done) / rate)} left" if total and rate > 0 else ""
    return f"{share}{documents:,} documents, {rate / 1e6:.1f} MB/s{left}"


def _clock_time(seconds: float) -> str:
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
