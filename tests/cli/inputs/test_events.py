"""Reading: what becomes of files and standard input, and everything that can be wrong with one."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from shamsi.cli.inputs import Document, Event, Failed
from shamsi.cli.inputs.sources import InputOptions
from tests.cli.inputs.read_files import read

Feed = Callable[[bytes], None]


def results(events: Iterable[Event]) -> list[str]:
    """The texts, and the reasons for those that are missing."""
    return [event.text if isinstance(event, Document) else event.why for event in events]


class TestReading:
    def test_files_come_in_the_order_named(self, tmp_path: Path) -> None:
        paths = [tmp_path / name for name in ("b", "a", "empty")]
        for path in paths:
            path.write_text("" if path.name == "empty" else path.name, encoding="utf-8")
        assert results(read(paths)) == ["b", "a", ""]

    @pytest.mark.parametrize("paths", [[], ["-"]])
    def test_standard_input(self, paths: list[str], feed: Feed) -> None:
        feed("۱۴۰۴\r\n".encode())
        (document,) = read(paths)
        assert isinstance(document, Document)
        assert (document.path, document.text) == ("<stdin>", "۱۴۰۴\r\n")

    def test_what_cannot_be_read_has_failed_and_the_rest_still_comes(self, tmp_path: Path) -> None:
        good = tmp_path / "good.txt"
        good.write_text("1404", encoding="utf-8")
        missing, read_one = read([tmp_path / "missing.txt", good])
        assert missing == Failed(str(tmp_path / "missing.txt"), "no such file or directory")
        assert results([read_one]) == ["1404"]

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
    def test_a_forbidden_file(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.txt"
        path.touch(mode=0)
        assert results(read([path])) == ["permission denied"]

    def test_a_defect_in_one_file_is_its_failure(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("a.html", "b.html"):
            (tmp_path / name).write_text(name, encoding="utf-8")

        def breaking(page: str) -> object:
            if page == "a.html":
                raise IndexError("string index out of range")
            return page, None

        monkeypatch.setattr("shamsi.cli.inputs.pages.text_of", breaking)
        first, second = results(read([tmp_path]))
        assert "error in shamsi, please report it: IndexError: string index out of range" in first
        assert second == "b.html"


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_mark_decides_whatever_is_asked_for(self, encoding: str, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("مهر ۱۴۰۴".encode(encoding))
        for asked in (None, "cp1256", "utf-16-be"):
            assert results(read([path], InputOptions(encoding=asked))) == ["\ufeffمهر ۱۴۰۴"]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_a_mark_of_a_table_is_no_part_of_its_header(self, encoding: str, tmp_path: Path) -> None:
        path = tmp_path / "a.tsv"
        path.write_bytes('"text"\tn\nمهر ۱۴۰۴\t1\n'.encode(encoding))
        assert results(read([path])) == ["مهر ۱۴۰۴"]

    def test_json_lines_in_utf_16_have_failed_once(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(('{"text": "مهر"}\n' * 99).encode("utf-16"))
        (why,) = results(read([path]))
        assert why.startswith("is UTF-16-LE: JSON Lines must be UTF-8")

    def test_rows_of_a_legacy_table_are_read_alike_whatever_is_in_them(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_bytes("n,text\n1,در 18 مرداد 1404 به تهران\n2,بغ\n".encode("cp1256"))
        assert results(read([path])) == ["در 18 مرداد 1404 به تهران", "بغ"]

    @pytest.mark.parametrize("declared", ["utf-16", "UTF-16LE", "utf-32", "utf-32be", "utf-8", "windows-1256"])
    def test_a_page_that_declares_what_it_is_not_is_read(self, declared: str, tmp_path: Path) -> None:
        path = tmp_path / "a.html"
        path.write_text(f'<meta charset="{declared}"><p>مهر ۱۴۰۴', encoding="utf-8")
        assert results(read([path])) == ["مهر ۱۴۰۴"]

    @pytest.mark.parametrize(
        "declared",
        "utf-7 idna punycode undefined unicode_escape raw_unicode_escape cp424 base64 rot13 no-such".split(),
    )
    def test_a_page_that_declares_what_no_page_is_in_has_failed(self, declared: str, tmp_path: Path) -> None:
        path = tmp_path / "a.html"
        path.write_text(f'<meta charset="{declared}"><p>x', encoding="utf-8")
        (why,) = results(read([path]))
        assert why == f"declares {declared!r}, which is not an encoding of pages: pass --encoding"
        assert results(read([path], InputOptions(encoding="utf-8"))) == ["x"]

    @pytest.mark.parametrize("suffix", [".txt", ".html", ".csv", ".jsonl"])
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "punycode", "idna", "cp424"])
    def test_an_encoding_that_is_asked_for_never_ends_the_run(self, suffix: str, encoding: str, tmp_path: Path) -> None:
        for number, data in enumerate((b"a\xff\xd8\x00\xd8A", b"text\nabc", b"\x00\xd8\x41", b"--\xf1")):
            (tmp_path / f"{number}{suffix}").write_bytes(data)
        assert len({event.name.partition("#")[0] for event in read([tmp_path], InputOptions(encoding=encoding))}) == 4


class TestBadUtf8:
    def test_a_trace_is_kept_and_told(self, tmp_path: Path) -> None:
        path = tmp_path / "news.txt"
        data = "مهر ".encode() * 200 + b"\xff 1404"
        path.write_bytes(data)
        (document,) = read([path])
        assert isinstance(document, Document)
        assert document.text.encode(errors="surrogateescape") == data
        assert document.remark == "not valid UTF-8 (1 byte, first 0xff at offset 1400), kept as is"

    def test_more_than_a_trace_has_failed(self, feed: Feed) -> None:
        feed(b"a\xe9\xe9 b\x80" + b"c" * 990)
        (failed,) = read([])
        assert failed == Failed(
            "<stdin>",
            "not valid UTF-8 (3 of 996 bytes, first 0xe9 at offset 1): give its encoding, such as --encoding cp1256",
        )

    def test_a_text_that_is_cut_off(self, feed: Feed) -> None:
        feed("در ۱۸ مرداد ۱۴۰۴".encode()[:-1])
        (why,) = results(read([]))
        assert why.endswith("it is cut off within a character")
