"""Colours and widths: only where a terminal shows them, and never in a pipe or a file."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from shamsi.cli.colours import coloured, width_of, wrapped
from shamsi.cli.main import main

TEXT = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴ و ۳۰ آبان و \x1b[31mسرخ"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a command writes to a terminal of eighty columns."""
    front, back = pty.openpty()
    call = [sys.executable, "-m", "shamsi", *arguments, "--no-config"]
    settings = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "LC_ALL": "C", **environment}
    settings.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    with subprocess.Popen(call, stdin=subprocess.DEVNULL, stdout=back, stderr=subprocess.DEVNULL, env=settings) as run:
        os.close(back)
        pieces = []
        while True:
            try:
                piece = os.read(front, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            pieces.append(piece)
        run.wait()
    os.close(front)
    return b"".join(pieces).decode()


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("verb", ["check", "find"])
def test_a_terminal_shows_colours_unless_asked_not_to(verb: str, article: str) -> None:
    assert COLOUR.search(on_terminal(verb, article))
    assert not COLOUR.search(on_terminal(verb, article, NO_COLOR="1"))
    assert not COLOUR.search(on_terminal(verb, article, TERM="dumb"))
    assert not COLOUR.search(on_terminal(verb, article, "--color", "never"))


@pytest.mark.parametrize("verb", ["check", "find"])
def test_a_pipe_gets_no_colour_unless_asked_for(verb: str, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([verb, "--no-config", article])
    assert "\x1b" not in capsys.readouterr().out
    main(["check", "--no-config", "--color", "always", article])
    assert COLOUR.search(capsys.readouterr().out)


def test_lines_fit_the_terminal_and_nothing_of_a_text_colours_it(article: str) -> None:
    shown = on_terminal("check", article)
    for line in shown.splitlines():
        assert width_of(line) <= max(80, *map(width_of, line.split(" ")))
    assert set(COLOUR.findall(shown)) <= {"\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[32m", "\x1b[34m"}


def test_dates_are_aligned_with_their_weekday_or_the_reason(article: str) -> None:
    shown = COLOUR.sub("", on_terminal("find", article, "--color", "never"))
    assert "2025-08-09 Saturday" in shown
    assert "2025-08-09/2025-08-09" not in shown
    words = " ".join(shown.split())
    assert "day 31 of Mehr 1404 does not exist" in words
    assert "no year is said" in words


def test_words_are_whole_where_a_line_is_broken() -> None:
    line = "    " + " ".join(["واژه‌ای", "word"] * 30)
    made = wrapped(line, 40)
    assert made.split() == line.split()
    assert all(width_of(one) <= 40 and one.startswith("    ") for one in made.splitlines())
    assert wrapped(line, None) == line
    assert coloured("", "path", on=True) == ""


@pytest.mark.parametrize("verb", [["annotate"], ["redact", "--keep", "year"], ["fix", "--side", "persian", "--diff"]])
def test_a_rewritten_text_sends_no_control_to_a_terminal(verb: list[str], article: str) -> None:
    Path(article).write_text(f"{TEXT}\x07\x9b1m\u202e", encoding="utf-8")
    shown = on_terminal(*verb, article)
    assert "۱۴۰۴" in shown
    assert set(shown) & set("\x1b\x07\x9b\u202e") == set()
