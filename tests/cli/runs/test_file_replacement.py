"""Files that are rewritten keep what is theirs, and nothing else is rewritten with them."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from shamsi.cli.main import main
from shamsi.cli.runs.file_locks import create_locked
from shamsi.cli.runs.file_replacement import replace_file, temporary_name

Capture = pytest.CaptureFixture[str]
WRONG = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) به شیراز رفت".encode()
FIXED = WRONG.replace("۱۸ اوت".encode(), "۹ اوت".encode())
FIX = ["fix", "--side", "gregorian", "--write", "--no-config"]
posix = pytest.mark.skipif(os.name != "posix", reason="links, owners and locks of POSIX")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_owner_group_and_mode_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG)
    path.chmod(0o4640)
    os.chown(path, 1234, 2345)
    path.chmod(0o4640)
    assert main([*FIX, str(path)]) == 0
    facts = path.stat()
    assert (path.read_bytes(), facts.st_uid, facts.st_gid) == (FIXED, 1234, 2345)
    assert stat.S_IMODE(facts.st_mode) == 0o4640


@posix
def test_without_the_right_to_give_it_away_a_file_is_written_and_runs_as_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG)
    path.chmod(0o6755)

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.chown", refuse)
    assert main([*FIX, str(path)]) == 0
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (FIXED, 0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="attributes of Linux")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG)
    try:
        os.setxattr(path, "user.desk", b"checked by Mina")
    except OSError:
        pytest.skip("this file system has no attributes")
    assert main([*FIX, str(path)]) == 0
    assert (path.read_bytes(), os.getxattr(path, "user.desk")) == (FIXED, b"checked by Mina")


@posix
def test_a_file_of_two_names_is_left_and_said(tmp_path: Path, capsys: Capture) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.md"
    path.write_bytes(WRONG)
    other.hardlink_to(path)
    assert main([*FIX, str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("cannot be written: it has other names (hard links)") == 2
    assert path.read_bytes() == WRONG
    assert path.samefile(other)


@posix
def test_a_link_out_of_a_folder_is_left_and_one_that_is_named_is_followed(tmp_path: Path, capsys: Capture) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
    secret, article = outside / "secret.txt", inside / "a.txt"
    for path in (secret, article):
        path.write_bytes(WRONG)
    (inside / "up.txt").symlink_to("../out/secret.txt")
    (inside / "whole").symlink_to("../out")
    (inside / "near.txt").symlink_to("a.txt")
    (tmp_path / "link").symlink_to("in")
    for folder in (inside, tmp_path / "link"):
        article.write_bytes(WRONG)
        assert main([*FIX, str(folder)]) == 0
        assert "1 a link out of the folder" in capsys.readouterr().err
        assert (article.read_bytes(), secret.read_bytes()) == (FIXED, WRONG)
        assert (inside / "near.txt").is_symlink()
    assert main(["check", "--no-config", str(inside)]) == 1, "reading follows links"
    assert main([*FIX, str(inside / "up.txt")]) == 0
    assert secret.read_bytes() == FIXED


@pytest.mark.parametrize("length", [246, 255])
def test_a_name_as_long_as_names_may_be(length: int, tmp_path: Path) -> None:
    path = tmp_path / ("a" * (length - 4) + ".txt")
    path.write_bytes(WRONG)
    assert main([*FIX, str(path)]) == 0
    assert path.read_bytes() == FIXED


def test_what_a_killed_run_has_left_is_replaced_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG)
    Path(temporary_name(str(path))).write_bytes(FIXED[:20])
    assert main([*FIX, str(tmp_path)]) == 0
    assert (path.read_bytes(), os.listdir(tmp_path)) == (FIXED, ["a.txt"])


@posix
def test_nothing_is_written_through_a_name_that_somebody_has_laid(tmp_path: Path) -> None:
    path, victim = tmp_path / "a.txt", tmp_path / "victim"
    path.write_bytes(WRONG)
    victim.write_bytes(b"kept")
    Path(temporary_name(str(path))).symlink_to(victim)
    replace_file(str(path), FIXED)
    assert (path.read_bytes(), path.is_symlink(), victim.read_bytes()) == (FIXED, False, b"kept")
    Path(temporary_name(str(path))).hardlink_to(victim)
    replace_file(str(path), WRONG)
    assert (path.read_bytes(), victim.read_bytes(), victim.stat().st_nlink) == (WRONG, b"kept", 1)


@posix
def test_two_runs_never_write_one_file_at_a_time(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG)
    with create_locked(temporary_name(str(path))) as other:
        other.write(b"half")
        other.flush()
        assert main([*FIX, str(path)]) == 2
        assert "cannot be written: another run is writing it" in capsys.readouterr().err
        assert path.read_bytes() == WRONG
        assert Path(other.name if isinstance(other.name, str) else temporary_name(str(path))).exists()
    assert main([*FIX, str(path)]) == 0
    assert (path.read_bytes(), os.listdir(tmp_path)) == (FIXED, ["a.txt"])


@posix
def test_many_runs_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0" * 100_000)
    script = """if True:
        import sys
        from shamsi.cli.runs.file_replacement import replace_file
        for _ in range(40):
            try:
                replace_file(sys.argv[1], sys.argv[2].encode() * 100_000)
            except OSError as error:
                if "another run" not in str(error):
                    raise
    """
    runs = [subprocess.Popen([sys.executable, "-c", script, str(path), str(k)]) for k in range(1, 5)]
    seen = set[bytes]()
    while any(run.poll() is None for run in runs):
        seen.add(path.read_bytes())
    assert [run.returncode for run in runs] == [0] * 4
    assert seen <= {str(k).encode() * 100_000 for k in range(5)}
    assert os.listdir(tmp_path) == ["a.txt"]
