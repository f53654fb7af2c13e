"""`annotate`, `fix` and `redact`: what they print, what they write in place, and how they leave."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from shamsi.cli.main import main

Feed = Callable[[bytes], None]
Capture = pytest.CaptureFixture[str]
WRONG = "\ufeffالتقى به\r\nفي 18 مرداد 1404 (18 أغسطس 2025)،\r\nوناقشا".encode() + b"\xff" + b"." * 1000
FIXED = WRONG.replace("18 أغسطس".encode(), "9 أغسطس".encode())


def test_fix_writes_the_text_with_every_other_byte_as_it_was(
    feed: Feed, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    feed(WRONG)
    assert main(["fix", "--side", "gregorian", "--no-config"]) == 0
    out, err = capfdbinary.readouterr()
    assert out == FIXED
    assert err.endswith(b"1 change in 1 of 1 file\n")


def test_fix_writes_in_place_at_once_and_keeps_mode_and_link(tmp_path: Path, capsys: Capture) -> None:
    real, link, clean = tmp_path / "real.txt", tmp_path / "link.txt", tmp_path / "clean.txt"
    real.write_bytes(WRONG)
    real.chmod(0o640)
    link.symlink_to(real)
    clean.write_text("nothing", encoding="utf-8")
    before = clean.stat()
    assert main(["fix", "--side", "gregorian", "--write", "--no-config", str(link), str(clean)]) == 0
    assert (real.read_bytes(), stat.S_IMODE(real.stat().st_mode), link.is_symlink()) == (FIXED, 0o640, True)
    assert (clean.stat().st_ino, clean.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(os.listdir(tmp_path)) == ["clean.txt", "link.txt", "real.txt"]
    assert capsys.readouterr().out == ""


def test_what_cannot_be_written_is_left_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WRONG)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shamsi.cli.runs.file_replacement.os.fsync", full)
    assert main(["fix", "--side", "persian", "--write", "--no-config", str(path)]) == 2
    assert "cannot be written: no space left on device" in capsys.readouterr().err
    assert (path.read_bytes(), os.listdir(tmp_path)) == (WRONG, ["a.txt"])


def test_a_letter_that_the_encoding_lacks_is_told_and_nothing_written(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    text = "در 18 مرداد 1404 بود، نه 1 تير 1404".encode("iso8859-6")
    path.write_bytes(text)
    assert main(["annotate", "--write", "--encoding", "iso8859-6", "--no-config", str(path)]) == 2
    assert "cannot be written in" in capsys.readouterr().err
    assert path.read_bytes() == text


def test_letters_that_an_older_encoding_lacks_are_written_as_people_wrote_them_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("در 18 سپتامبر 2025 به تهران رفت".encode("cp1256"))
    assert main(["annotate", "--to", "persian", "--write", "--no-config", str(path)]) == 0
    assert path.read_text(encoding="cp1256") == "در 18 سپتامبر 2025 (27 شهريور 1404) به تهران رفت"


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_diff_is_one_that_patch_takes(
    end: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("patch"):
        pytest.skip("patch is not installed")
    monkeypatch.chdir(tmp_path)
    lines = [f"سطر {k}" for k in range(40)]
    lines[3] = "در ۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)"
    lines[9] = lines[30] = lines[39] = "و ۲۰ مرداد ۱۴۰۴ (۲۰ اوت ۲۰۲۵) و ۲۱ مرداد ۱۴۰۴ (۲۱ اوت ۲۰۲۵)"
    path = Path("a.txt")
    path.write_text("\n".join(lines) + end, encoding="utf-8")
    assert main(["fix", "--side", "gregorian", "--diff", "--no-config", "a.txt"]) == 0
    diff = capsys.readouterr().out
    assert diff.count("@@ -") == 3
    before = path.read_text(encoding="utf-8")
    subprocess.run(["patch", "-p1", "-s"], input=diff.encode(), check=True)
    patched = path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    assert main(["fix", "--side", "gregorian", "--write", "--no-config", "a.txt"]) == 0
    assert patched == path.read_text(encoding="utf-8") != before


def test_a_page_is_mended_where_its_text_has_no_markup(tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<p>در ۱۸ مرداد ۱۴۰۴ (۱۸ <b>اوت</b> ۲۰۲۵)</p><p>و ۱۹ مرداد ۱۴۰۴ (۱۹ اوت ۲۰۲۵)</p>", encoding="utf-8"
    )
    assert main(["fix", "--side", "gregorian", "--no-config", str(page)]) == 1
    out, err = capsys.readouterr()
    assert out == "<p>در ۱۸ مرداد ۱۴۰۴ (۱۸ <b>اوت</b> ۲۰۲۵)</p><p>و ۱۹ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵)</p>"
    assert "a.html:1:22: has markup or references in it; left as it is" in err
    assert "1 error left" in err


def test_what_is_wrong_for_another_reason_is_left_and_told(feed: Feed, capsys: Capture) -> None:
    feed("۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴".encode())
    assert main(["fix", "--side", "persian", "--no-config"]) == 1
    out, err = capsys.readouterr()
    assert out == "۲۷ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵) و ۳۱ مهر ۱۴۰۴"
    assert err == (
        "1 change in 1 of 1 file\n1 error left: see `shamsi check`\n  1 left: it can be repaired in more than one way\n"
    )


def test_annotate_and_redact_write_what_the_functions_do(feed: Feed, capsys: Capture) -> None:
    for arguments, wanted in (
        (["annotate"], "<كان> هذا في 18 مرداد 1404 (9 أغسطس 2025)"),
        (["annotate", "--style", "instead"], "<كان> هذا في 9 أغسطس 2025"),
        (
            ["annotate", "--style", "html"],
            '&lt;كان&gt; هذا في <time datetime="2025-08-09" title="9 أغسطس 2025">18 مرداد 1404</time>',
        ),
        (["redact", "--keep", "year"], "<كان> هذا في 1404"),
        (["redact", "--keep", "nothing", "--mask", "…"], "<كان> هذا في …"),
    ):
        feed("<كان> هذا في 18 مرداد 1404".encode())
        assert main([*arguments, "--no-config"]) == 0
        assert capsys.readouterr().out == wanted


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fix", "--side", "persian", "--write"], "--write writes files in their places: standard input has none"),
        (["annotate", "--style", "html", "--write", "a.txt"], "--style html prints a page"),
        (["annotate", "--style", "html", "--input-format", "html", "a.txt"], "makes a page from plain text only"),
        (["redact", "--keep", "year", "a.parquet"], "is parquet: such files are read and not written"),
        (["redact", "--keep", "year", "a.txt.gz"], "is packed: such files are read and not written"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "a.parquet", "a.txt.gz"):
        Path(name).write_bytes(b"{}")
    assert main([*arguments, "--no-config"]) == 2
    assert said in capsys.readouterr().err


def test_jobs_write_what_one_process_writes(tmp_path: Path, capsys: Capture) -> None:
    texts = ("in 18 مرداد 1404 (18 أغسطس 2025)", "nothing", "۳۱ مهر ۱۴۰۴", "18 مرداد 1404 (18 أغسطس 2025)")
    written = []
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        assert main(["fix", "--side", "gregorian", "--write", "--no-config", "--jobs", jobs, str(folder)]) == 1
        out, err = capsys.readouterr()
        assert (out, err.splitlines()[:2]) == ("", ["2 changes in 2 of 4 files", "1 error left: see `shamsi check`"])
        written.append([path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())])
    assert written[0] == written[1] != list(texts)


def test_output_goes_to_a_file_and_is_resumed(tmp_path: Path, capsys: Capture) -> None:
    source, made = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_bytes(WRONG)
    call = ["fix", "--side", "gregorian", "--no-config", "-o", str(made), str(source)]
    assert main(call) == 0
    assert made.read_bytes() == FIXED
    made.unlink()
    assert main([*call, "--resume"]) == 0
    assert made.read_bytes() == FIXED
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("option", [["-o", "b.txt"], ["--resume"]])
def test_files_are_written_in_their_places_or_elsewhere(option: list[str], tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(WRONG)
    assert main(["fix", "--side", "gregorian", "--no-config", "--write", *option, str(source)]) == 2
    assert f"--write writes files in their places: it cannot be used with {option[0]}" in capsys.readouterr().err
    assert source.read_bytes() == WRONG
