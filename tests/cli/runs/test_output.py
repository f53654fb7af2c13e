"""Output: `-o` writes into what is special, replaces an earlier output, and nothing that is read."""

import os
import re
import stat
import threading
from pathlib import Path

import pytest

from shamsi.cli.main import main

Capture = pytest.CaptureFixture[str]
_OWN = re.compile(rb"; \d skipped \(\d written by this run\)")
WRONG = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(WRONG, encoding="utf-8")
    return made


@pytest.mark.parametrize("verb", ["find", "check"])
@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_pipe_is_written_into_and_stays(verb: str, folder: Path, tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    main([verb, "--no-config", "-o", str(pipe), str(folder)])
    reader.join(timeout=60)
    assert WRONG[3:16].encode() in got[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(os.listdir(tmp_path)) == ["in", "pipe"]


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="/dev/null")
@pytest.mark.parametrize("verb", ["find", "check", "calendar-table"])
def test_a_device_stays_one(verb: str, folder: Path, tmp_path: Path, capsys: Capture) -> None:
    link = tmp_path / "null"
    link.symlink_to("/dev/null")  # what replaces this name spoils nothing
    inputs = ["--years", "1404"] if verb == "calendar-table" else ["--no-config", str(folder)]
    assert main([verb, "-o", str(link), *inputs]) in (0, 1)
    assert link.is_symlink()
    assert stat.S_ISCHR(link.stat().st_mode)
    if verb != "calendar-table":
        assert main([verb, "-o", str(link), "--resume", *inputs]) == 2
        assert "--resume needs a file" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["find", "check"])
@pytest.mark.parametrize("how", ["named", "folder", "link", "kind"])
def test_an_input_is_never_replaced(verb: str, how: str, folder: Path, capsys: Capture) -> None:
    article, paths = folder / "a.txt", [str(folder)]
    output, options = article, list[str]()
    if how == "named":
        paths = [str(article)]
    elif how == "link":
        output = folder.parent / "link"
        output.symlink_to(article)
        paths = [str(article)]
    elif how == "kind":
        output = folder / "notes"
        output.write_text(WRONG, encoding="utf-8")
        options = ["--input-format", "text"]
    assert main([verb, "--no-config", *options, "-o", str(output), *paths]) == 2
    assert f"-o {output} would replace " in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == WRONG
    assert len(os.listdir(folder)) == 1 + (how == "kind")


@pytest.mark.parametrize(
    ("verb", "form", "name"),
    [
        ("find", "text", "o.txt"),
        ("find", "json", "o.jsonl"),
        ("find", "edtf", "o.txt"),
        ("check", "text", "o.txt"),
        ("check", "json", "o.jsonl"),
        ("check", "html", "o.html"),
        ("check", "github", "o.txt"),
        ("check", "sarif", "o.txt"),
    ],
)
def test_an_earlier_output_among_the_inputs_is(verb: str, form: str, name: str, folder: Path, capsys: Capture) -> None:
    output = folder / name
    call = [verb, "--no-config", "--format", form, "-o", str(output), str(folder)]
    assert main(call) in (0, 1)
    first = _OWN.sub(b"", output.read_bytes())
    output.chmod(0o600)
    assert main(call) in (0, 1), capsys.readouterr().err
    assert _OWN.sub(b"", output.read_bytes()) == first
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    assert len(os.listdir(folder)) == 2


def test_an_output_through_a_link_leaves_the_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real.txt").touch()
    (tmp_path / "link.txt").symlink_to("real.txt")
    main(["check", "--no-config", "-o", str(tmp_path / "link.txt"), str(folder)])
    assert (tmp_path / "link.txt").is_symlink()
    assert "pair-mismatch" in (tmp_path / "real.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_write_never_replaces_a_pipe(tmp_path: Path, capsys: Capture) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["fix", "--side", "persian", "--write", "--no-config", str(pipe)]) == 2
    assert "is not a regular file: --write replaces files only" in capsys.readouterr().err
    assert stat.S_ISFIFO(pipe.stat().st_mode)
