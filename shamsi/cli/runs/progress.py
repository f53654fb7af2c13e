"""Progress: how far a run is, how fast, and when it will end, on standard error of a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import Protocol

_PATIENCE = 1.0  # seconds before progress is shown
_PAUSE = 0.2  # seconds between two lines


class Progress(Protocol):
    """Shows the progress of a run."""

    def print_lines(self, lines: Sequence[str]) -> None:
        """Print lines that stay."""
        ...

    def update(self, done: int, documents: int) -> None:
        """Show how many bytes of the inputs, and documents, are done."""
        ...

    def close(self) -> None:
        """Remove the progress from the terminal."""
        ...


def progress(total: int, *, shown: bool, start: int = 0) -> Progress:
    """The progress over `total` bytes, from `start` on; drawn by Rich if it is installed."""
    if not shown:
        return Silent()
    try:
        from shamsi.cli.runs.bar import Bar
    except ModuleNotFoundError:
        return Plain(total, start)
    return Bar(total, start)


class Silent:
    """Prints lines only."""

    def print_lines(self, lines: Sequence[str]) -> None:
        """Print lines."""
        for line in lines:
            print(line, file=sys.stderr)

    def update(self, done: int, documents: int) -> None:
        """Show nothing."""

    def close(self) -> None:
        """Nothing to remove."""


class Plain:
    """A line that is overwritten."""

    def __init__(
        self, total: int, start: int = 0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total = total
        self._start = start
        self._clock = clock
        self._began = clock()
        self._shown = self._began + _PATIENCE - _PAUSE
        self._width = 0

    def print_lines(self, lines: Sequence[str]) -> None:
        """Print lines in place of the progress line."""
        if lines:
            self.close()
            for line in lines:
                print(line, file=sys.stderr)

    def update(self, done: int, documents: int) -> None:
        """Write the line, if the last one is old enough."""
        now = self._clock()
        if now - self._shown < _PAUSE:
            return
        self._shown = now
        line = line_of(done, self._total, documents, (done - self._start) / (now - self._began))
        sys.stderr.write(f"\r{line:{self._width}}")
        sys.stderr.flush()
        self._width = len(line)

    def close(self) -> None:
        """Clear the line."""
        if self._width:
            sys.stderr.write(f"\r{'':{self._width}}\r")
            sys.stderr.flush()
            self._width = 0


def line_of(done: int, total: int, documents: int, rate: float) -> str:
    """The line of a progress; `rate` is bytes per second.

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
