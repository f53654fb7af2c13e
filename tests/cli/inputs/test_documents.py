"""Documents in: where an offset stands, and everything that can be wrong with a file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.inputs import Document, Documents

Feed = Callable[[bytes], None]


class TestPosition:
    @given(st.text(st.sampled_from("ab\r\n\u2028م"), max_size=40), st.data())
    def test_is_what_counting_says(self, text: str, data: st.DataObject) -> None:
        offset = data.draw(st.integers(0, len(text)))
        line, column = 1, 1
        for at in range(offset):
            ends = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
            line, column = (line + 1, 1) if ends else (line, column + 1)
        assert Document("x", text).position(offset) == (line, column)

    def test_counts_code_points_and_a_byte_order_mark(self, tmp_path: Path) -> None:
        path = tmp_path / "bom.txt"
        path.write_bytes("\ufeff😀م\r\n۱".encode())
        (document,) = Documents([str(path)])
        assert document.text == "\ufeff😀م\r\n۱"
        assert document.position(2) == (1, 3)
        assert document.position(5) == (2, 1)


def texts(documents: Documents) -> list[str]:
    return [document.text for document in documents]


class TestReading:
    def test_files_come_in_the_order_named(self, tmp_path: Path) -> None:
        paths = [tmp_path / name for name in ("b", "a", "empty")]
        for path in paths:
            path.write_text("" if path.name == "empty" else path.name, encoding="utf-8")
        assert texts(Documents([str(path) for path in paths])) == ["b", "a", ""]

    @pytest.mark.parametrize("paths", [[], ["-"]])
    def test_standard_input(self, paths: list[str], feed: Feed) -> None:
        feed("۱۴۰۴\r\n".encode())
        (document,) = Documents(paths)
        assert (document.path, document.text) == ("<stdin>", "۱۴۰۴\r\n")

    def test_what_cannot_be_read_is_told_and_the_rest_still_comes(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        good = tmp_path / "good.txt"
        good.write_text("1404", encoding="utf-8")
        missing = tmp_path / "missing.txt"
        documents = Documents([str(missing), str(good)])
        assert texts(documents) == ["1404"]
        assert (documents.failed, documents.read) == (1, 1)
        assert capsys.readouterr().err.splitlines() == [
            f"shamsi: {missing}: no such file or directory",
        ]

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
    def test_a_forbidden_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "secret.txt"
        path.touch(mode=0)
        assert texts(Documents([str(path)])) == []
        assert capsys.readouterr().err == f"shamsi: {path}: permission denied\n"

    def test_a_name_cannot_steer_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert texts(Documents(["no\x1b[2J\nsuch"])) == []
        assert capsys.readouterr().err == "shamsi: no[2J such: no such file or directory\n"


class TestBadUtf8:
    def test_bytes_are_kept_and_the_first_is_told(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "news.txt"
        data = "مهر ".encode() + b"\xff 1404"
        path.write_bytes(data)
        documents = Documents([str(path)])
        (text,) = texts(documents)
        assert text.encode(errors="surrogateescape") == data
        assert documents.failed == 0
        assert capsys.readouterr().err == f"shamsi: {path}: byte 0xff at offset 7 is not UTF-8, kept\n"

    def test_the_others_are_counted(self, capsys: pytest.CaptureFixture[str], feed: Feed) -> None:
        feed(b"a\xe9\xe9 b\x80")
        assert len(texts(Documents([]))) == 1
        assert capsys.readouterr().err == "shamsi: <stdin>: byte 0xe9 at offset 1 is not UTF-8, kept (and 2 more)\n"
