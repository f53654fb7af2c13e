"""`find`: what it prints, how it leaves, and that no input breaks it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.main import main

Feed = Callable[[bytes], None]
Capture = pytest.CaptureFixture[str]
ROOT = Path(shamsi.__file__).parents[1]
TEXT = "خبر\nدر ۱۸ مرداد ۱۴۰۴ به مینسک رفت"


class TestOutput:
    def test_text(self, feed: Feed, capsys: Capture) -> None:
        feed(TEXT.encode())
        assert main(["find"]) == 0
        out, err = capsys.readouterr()
        assert out == "<stdin>:2:4: ۱۸ مرداد ۱۴۰۴\tpersian\tday\t1404-05-18\t2025-08-09/2025-08-09\n"
        assert err == ""

    def test_json(self, tmp_path: Path, capsys: Capture) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(("\ufeff" + TEXT + "\r\n").encode())
        assert main(["find", "--format", "json", str(path)]) == 0
        (mention,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert (mention["path"], mention["line"], mention["column"]) == (str(path), 2, 4)
        assert (mention["start"], mention["end"]) == (8, 21)
        assert (mention["text"], mention["native"]) == ("۱۸ مرداد ۱۴۰۴", "1404-05-18")
        assert (mention["earliest"], mention["latest"]) == ("2025-08-09", "2025-08-09")

    def test_many_files_in_order(self, tmp_path: Path, capsys: Capture) -> None:
        paths = [str(tmp_path / name) for name in "ba"]
        for path in paths:
            Path(path).write_text(TEXT, encoding="utf-8")
        assert main(["find", *paths]) == 0
        assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == paths

    def test_a_reference_gives_relative_words_their_day(self, feed: Feed, capsys: Capture) -> None:
        feed("وصل اليوم إلى موسكو".encode())
        assert main(["find", "--reference", "2025-12-15"]) == 0
        assert "2025-12-15/2025-12-15" in capsys.readouterr().out
        feed("وصل اليوم إلى موسكو".encode())
        assert main(["find"]) == 1

    def test_the_dateline_may_give_the_reference(self, feed: Feed, capsys: Capture) -> None:
        text = "تاریخ انتشار: ۱۱ آذر ۱۴۰۲\nدیروز باران بارید".encode()
        feed(text)
        assert main(["find", "--reference", "auto"]) == 0
        out, err = capsys.readouterr()
        assert "<stdin>:2:1: دیروز\tgregorian\trelative\t-\t2023-12-01/2023-12-01\n" in out
        assert err == "<stdin>:1:15: reference 2023-12-02, from the dateline ۱۱ آذر ۱۴۰۲\n"
        feed(text)
        assert main(["find", "--reference", "auto", "--format", "json"]) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(row["reference"], row["assumed"]) for row in rows] == [
            ("2023-12-02", []),
            ("2023-12-02", ["reference"]),
        ]

    def test_a_text_without_a_dateline_says_so(self, feed: Feed, capsys: Capture) -> None:
        feed(TEXT.encode())
        assert main(["find", "--reference", "auto", "--format", "json"]) == 0
        out, err = capsys.readouterr()
        assert "reference" not in json.loads(out)
        assert err == "<stdin>: no reference: no dateline was found\n"

    def test_what_is_less_sure_may_be_left_out(self, feed: Feed, capsys: Capture) -> None:
        feed("در ۱۸ مرداد ۱۴۰۴ و در خرداد".encode())
        assert main(["find", "--min-confidence", "0.95"]) == 0
        assert [line.split("\t")[3] for line in capsys.readouterr().out.splitlines()] == ["1404-05-18"]

    @pytest.mark.parametrize("value", ["-0.1", "1.5", "nan", "high"])
    def test_a_wrong_confidence_is_explained(self, value: str, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["find", f"--min-confidence={value}"])
        assert left.value.code == 2
        assert f"must be a number from 0 to 1, got '{value}'" in capsys.readouterr().err

    def test_a_language_can_be_chosen(self, feed: Feed, capsys: Capture) -> None:
        feed(TEXT.encode())
        assert main(["find", "--language", "fa", "--language", "ar"]) == 0
        assert "1404-05-18" in capsys.readouterr().out

    def test_an_unknown_language_is_explained(self, capsys: Capture) -> None:
        with pytest.raises(SystemExit) as left:
            main(["find", "--language", "xx"])
        assert left.value.code == 2
        err = capsys.readouterr().err
        assert "xx" in err
        assert "ar" in err
        assert "fa" in err


class TestLeaving:
    def test_nothing_found(self, feed: Feed, capsys: Capture) -> None:
        feed("سلام".encode())
        assert main(["find"]) == 1
        assert capsys.readouterr() == ("", "")

    def test_empty(self, feed: Feed, capsys: Capture) -> None:
        feed(b"")
        assert main(["find", "-"]) == 1
        assert capsys.readouterr() == ("", "")

    def test_trouble_outweighs_what_was_found(self, feed: Feed, capsys: Capture, tmp_path: Path) -> None:
        feed(TEXT.encode())
        missing = str(tmp_path / "missing")
        assert main(["find", missing, str(tmp_path), "-"]) == 2
        out, err = capsys.readouterr()
        assert "1404-05-18" in out
        assert err.count("\n") == 2

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_bad_utf8_is_kept_and_told(self, form: str, tmp_path: Path) -> None:
        path = tmp_path / "news.txt"
        path.write_bytes("\n".join(["مهر ", "", TEXT]).encode().replace(b"\n", b"\xff\n", 1))
        command = [sys.executable, "-m", "shamsi", "find", "--format", form, str(path)]
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
        assert done.returncode == 0
        assert done.stderr.decode() == f"shamsi: {path}: byte 0xff at offset 7 is not UTF-8, kept\n"
        assert "1404-05-18" in done.stdout.decode()

    def test_the_reader_leaves(self, tmp_path: Path) -> None:
        path = tmp_path / "long.txt"
        path.write_text(f"{TEXT}\n" * 5000, encoding="utf-8")
        script = '{ "$1" -m shamsi find "$2"; echo "$?" >&2; } | head -n 1'
        done = subprocess.run(
            ["sh", "-c", script, "sh", sys.executable, str(path)], capture_output=True, check=False, cwd=ROOT
        )
        assert done.stderr == b"141\n"
        assert done.stdout.count(b"\n") == 1


class TestSize:
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_long_line_is_never_printed(self, form: str, feed: Feed, capsys: Capture) -> None:
        feed(("سلام دنیا " * 400_000 + "۱۸ مرداد ۱۴۰۴" + " سلام دنیا" * 400_000).encode())
        assert main(["find", "--format", form]) == 0
        out = capsys.readouterr().out
        assert out.count("\n") == 1
        assert len(out) < 1000
        assert "4000001" in out


class TestTerminal:
    def test_spans_are_isolated_on_a_terminal_only(self, tmp_path: Path) -> None:
        pty = pytest.importorskip("pty")
        path = tmp_path / "a.txt"
        path.write_text(TEXT, encoding="utf-8")
        command = [sys.executable, "-m", "shamsi", "find", str(path)]
        assert "\u2068" not in subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout.decode()
        ours, theirs = pty.openpty()
        subprocess.run(command, stdout=theirs, check=True, cwd=ROOT)
        os.close(theirs)
        shown = os.read(ours, 10_000).decode()
        os.close(ours)
        assert "\u2068۱۸ مرداد ۱۴۰۴\u2069\t" in shown
