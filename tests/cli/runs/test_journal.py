"""Journals: one run writes a file at a time, and nothing damaged is continued in silence."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shamsi.cli.main import main
from shamsi.cli.runs.journal import Journal
from shamsi.cli.runs.work import Stopped

Capture = pytest.CaptureFixture[str]
WRONG = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)\n"
Damage = Callable[[list[bytes]], bytes]

DAMAGES: dict[str, Damage] = {
    "no text": lambda lines: b"\xff\xfe\x00\n",
    "zeros, as after a power cut": lambda lines: bytes(300) + b"\n",
    "half of the first line": lambda lines: lines[0][:20] + b"\n",
    "an empty object": lambda lines: lines[0] + b"\n{}\n",
    "a list": lambda lines: lines[0] + b"\n[1]\n",
    "deep": lambda lines: lines[0] + b"\n" + b"[" * 100_000 + b"\n",
    "deep at its head": lambda lines: b"[" * 100_000 + b"\n",
    "a last line that is no text": lambda lines: lines[0] + b"\n\xff\n",
    "more slices than were done": lambda lines: b"\n".join(lines).replace(b'"slices": ', b'"slices": 9'),
    "a larger size": lambda lines: b"\n".join(lines).replace(b'"size": ', b'"size": 9'),
    "a size below zero": lambda lines: b"\n".join(lines).replace(b'"size": ', b'"size": -'),
    "an unknown key": lambda lines: b"\n".join(lines).replace(b'"entries"', b'"pages"'),
    "another count": lambda lines: b"\n".join(lines).replace(b'"errors": ', b'"errors": 1'),
}


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The arguments of a run that was stopped before it gave its output a name."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(WRONG * 20, encoding="utf-8")

    def stop(self: Journal, out: io.BufferedIOBase) -> None:
        out.close()
        raise KeyboardInterrupt

    call = ["check", "--no-config", "--lang", "en", "-o", str(tmp_path / "out.txt"), str(folder)]
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "finish", stop)
        assert main(call) == 130
    return call


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_journal_is_not_continued(
    damage: Damage, stopped: list[str], tmp_path: Path, capsys: Capture
) -> None:
    journal = tmp_path / "out.txt.journal"
    before = journal.read_bytes()
    journal.write_bytes(damage(before.split(b"\n")))
    assert journal.read_bytes() != before
    assert main([*stopped, "--resume"]) == 2
    error = capsys.readouterr().err
    assert "is damaged or of another version; without --resume it is written anew" in error
    assert not (tmp_path / "out.txt").exists()
    assert main(stopped) == 1
    assert main([*stopped[:4], "-o", str(tmp_path / "whole.txt"), stopped[-1]]) == 1
    assert (tmp_path / "out.txt").read_bytes() == (tmp_path / "whole.txt").read_bytes()


def test_a_part_that_has_become_shorter_is_not_filled_up(stopped: list[str], tmp_path: Path, capsys: Capture) -> None:
    os.truncate(tmp_path / "out.txt.part", 100)
    assert main([*stopped, "--resume"]) == 2
    assert "out.txt.part is shorter than it was; without --resume it is written anew" in capsys.readouterr().err
    assert not (tmp_path / "out.txt").exists()


def test_a_journal_without_a_whole_line_is_begun_anew(stopped: list[str], tmp_path: Path) -> None:
    (tmp_path / "out.txt.journal").write_bytes(b'{"dig')
    assert main([*stopped, "--resume"]) == 1
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").count("pair-mismatch") == 60


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
@pytest.mark.parametrize("resume", [[], ["--resume"]])
def test_a_second_run_on_the_same_output_is_refused(
    resume: list[str], stopped: list[str], tmp_path: Path, capsys: Capture
) -> None:
    first = Journal(str(tmp_path / "out.txt"), "another run")
    _, out = first.begin()
    out.write(b"of the first\n")
    out.flush()
    assert main([*stopped, *resume]) == 2
    assert "another run is writing " in capsys.readouterr().err
    assert (tmp_path / "out.txt.part").read_bytes() == b"of the first\n"
    first.finish(out)
    assert (tmp_path / "out.txt").read_bytes() == b"of the first\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.txt"]
    _, held = first.begin()
    with held, pytest.raises(Stopped, match="another run is writing"):
        first.begin()


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_runs_at_once_leave_the_output_of_one_of_them(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.txt"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(WRONG * 30, encoding="utf-8")
    shamsi = [sys.executable, "-m", "shamsi", "check", "--no-config", "--lang", "en"]
    calls = [[], ["--ignore", "pair-mismatch"], []]
    runs = [subprocess.Popen([*shamsi, *call, "-o", str(out), str(folder)], stderr=subprocess.PIPE) for call in calls]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    assert all("another run" in err.decode() for err, status in ends if status == 2), ends
    assert any(status in (0, 1) for _, status in ends)
    assert b"\0" not in out.read_bytes()
    assert out.read_text(encoding="utf-8").count("pair-mismatch") in (0, 1800)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.txt"]
