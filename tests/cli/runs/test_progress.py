"""Progress: what a long run shows, and that notices are not written into its line."""

import io

import pytest

from shamsi.cli.runs.progress import Plain, line_of

Capture = pytest.CaptureFixture[str]


class Clock:
    """Seconds that pass on request."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_short_run_is_not_told_of(capsys: Capture) -> None:
    clock = Clock()
    shown = Plain(1000, clock=clock)
    clock.now = 0.9
    shown.update(900, 9)
    shown.close()
    assert capsys.readouterr().err == ""


def test_a_line_is_written_over_and_makes_room_for_notes(capsys: Capture) -> None:
    clock = Clock()
    shown = Plain(10_000_000, clock=clock)
    clock.now = 2
    shown.update(4_000_000, 9)
    shown.update(5_000_000, 10)  # too soon
    shown.print_lines(["shamsi: a notice"])
    shown.close()
    line = "40 % of 10 MB, 9 documents, 2.0 MB/s, 0:03 left"
    assert capsys.readouterr().err == f"\r{line}\r{' ' * len(line)}\rshamsi: a notice\n"


def test_what_was_done_before_is_not_part_of_the_rate(capsys: Capture) -> None:
    clock = Clock()
    shown = Plain(10_000_000, 8_000_000, clock)
    clock.now = 2
    shown.update(9_000_000, 9)
    assert "0.5 MB/s, 0:02 left" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("total", "rate", "line"),
    [(0, 1e6, "7 documents, 1.0 MB/s"), (10**10, 1e6, "0 % of 10000 MB, 7 documents, 1.0 MB/s, 2:46:40 left")],
)
def test_lines(total: int, rate: float, line: str) -> None:
    assert line_of(0, total, 7, rate) == line


def test_a_bar_prints_notes_as_they_are() -> None:
    console = pytest.importorskip("rich.console")
    from shamsi.cli.runs.bar import Bar

    out = io.StringIO()
    bar = Bar(100, console=console.Console(file=out, force_terminal=True, width=60))
    bar.update(50, 1234)
    notice = "shamsi: [red]" + "long " * 30
    bar.print_lines([notice])
    bar.close()
    assert notice in out.getvalue()
    assert "1,234 documents" in out.getvalue()
