"""A progress bar, drawn by Rich."""

# pyright: basic, reportMissingImports=false
# (Rich need not be installed)

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)


class Bar:
    """Shows bytes, documents, speed and time left; notices are printed above it."""

    def __init__(self, total: int, start: int = 0, console: Console | None = None) -> None:
        self._bar = Progress(
            TaskProgressColumn(),
            BarColumn(),
            DownloadColumn(),
            TextColumn("{task.fields[documents]:,} documents"),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=console or Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=total or None, completed=start, documents=0)
        self._bar.start()

    def print_lines(self, lines: Sequence[str]) -> None:
        """Print lines above the bar."""
        for line in lines:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def update(self, done: int, documents: int) -> None:
        """Move the bar."""
        self._bar.update(self._task, completed=done, documents=documents)

    def close(self) -> None:
        """Remove the bar."""
        self._bar.stop()
