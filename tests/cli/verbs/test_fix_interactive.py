"""`fix --interactive`: questions and answers on a terminal."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.main import main

pty = pytest.importorskip("pty")
TEXT = "نشست ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) بود.\nدیدار جمعه ۵ آبان ۱۴۰۴ بود؛ بازگشت ۳۱ مهر ۱۴۰۴.\n"
Change = tuple[str, str]


def session(folder: Path, *answers: str, more: tuple[str, ...] = ()) -> tuple[int, str]:
    """The status of a call on a terminal that gets the answers, one for each question; and its output."""
    mine, its = pty.openpty()
    call = [sys.executable, "-X", "utf8", "-m", "shamsi", "fix", "--no-config", "--interactive", *more, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(shamsi.__file__).parents[1]), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(call, stdin=its, stdout=its, stderr=its, env=environment)
    os.close(its)
    seen, waiting, until = b"", list(answers), time.monotonic() + 60
    while time.monotonic() < until:
        if not select.select([mine], [], [], 0.2)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            read = os.read(mine, 1 << 16)
        except OSError:  # the other end is closed
            break
        seen += read
        if seen.endswith(b"? ") and waiting:
            answer = waiting.pop(0)
            os.write(mine, answer.encode() if answer == "\x04" else f"{answer}\n".encode())
            seen += b"\n"
    status = process.wait(timeout=30)
    os.close(mine)
    assert waiting == []
    return status, seen.decode()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("answers", "changes"),
    [
        (("g", "1", "۱ آبان ۱۴۰۴", "p", "s", "2"), ([("۱۸ اوت", "۹ اوت"), ("جمعه", "دوشنبه"), ("۳۱ مهر", "۱ آبان")],
                                                   [("۱۸ مرداد", "۲۷ مرداد"), ("۳۱ مهر", "۱ آبان")])),
        (("شمسی", "u", "g", "", "", "q"), ([("۱۸ اوت", "۹ اوت")], [])),
        (("i", "?", "7", "persain", "2", "q"), ([("۱۸ اوت", "۹ اوت")], [])),
        (("2", "\x04"), ([("۱۸ اوت", "۹ اوت")], [])),
        (("q",), ([], [])),
        (("u", "u", "1", "u", "s", "q"), ([], [])),
    ],
)  # fmt: skip
def test_each_file_is_written_as_answered(
    news: Path, answers: tuple[str, ...], changes: tuple[list[Change], list[Change]]
) -> None:
    status, seen = session(news, *answers)
    assert "Traceback" not in seen
    assert status == 1
    for name, made in zip(("a.txt", "b.txt"), changes, strict=True):
        wanted = TEXT
        for old, new in made:
            wanted = wanted.replace(old, new)
        assert (news / name).read_text(encoding="utf-8") == wanted


def test_a_question_shows_the_place_the_sentence_the_message_and_the_repairs(news: Path) -> None:
    _, seen = session(news / "a.txt", "q")
    for shown in (
        "[1/3] ",
        "a.txt:1:6: pair-mismatch: not the same days",
        "9 days before",
        "1 p ",
        "2 g ",
        "۹ اوت ۲۰۲۵",
    ):
        assert shown in seen


def test_status_0_when_everything_was_repaired(news: Path) -> None:
    assert session(news / "a.txt", "g", "1", "1")[0] == 0


def test_a_diff_writes_nothing(news: Path) -> None:
    status, seen = session(news / "a.txt", "g", "q", more=("--diff",))
    assert "+نشست ۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵) بود." in seen
    assert (news / "a.txt").read_text(encoding="utf-8") == TEXT
    assert status == 1


def test_without_a_terminal_it_is_an_error(
    news: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["fix", "--no-config", "--interactive", str(news)]) == 2
    assert "asks on a terminal" in capsys.readouterr().err
