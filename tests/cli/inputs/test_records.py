"""JSON Lines, CSV and Parquet: the documents in them, and everything that can be wrong with one."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.cli.inputs import Document, Event, Failed
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.slices import Chunk, slices
from shamsi.cli.inputs.sources import InputOptions, sources


def read(path: Path, input_options: InputOptions = InputOptions(), size: int = 1 << 20) -> Iterator[Event]:  # noqa: B008 - a value
    for piece in slices(sources([str(path)], input_options), size):
        yield from events(piece, input_options)


def results(path: Path, input_options: InputOptions = InputOptions(), size: int = 1 << 20) -> list[str]:  # noqa: B008 - a value
    """What became of each document, the file's own name left out."""
    return [
        (event.text if isinstance(event, Document) else event.why)
        + " @"
        + event.name.removeprefix(str(path.parent) + "/")
        for event in read(path, input_options, size)
    ]


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


class TestLines:
    def test_every_line_is_told(self, tmp_path: Path) -> None:
        path = write(
            tmp_path / "a.jsonl",
            '\ufeff{"text": "۱۴۰۴"}',
            "",
            '{"text": null}',
            '{"text": 1404}',
            '{"body": "1404"}',
            "[1404]",
            '{"text": "14',
            "[" * 100_000,
            '{"text": "last"}',
        )
        rows = results(path)
        assert rows[:2] == ["۱۴۰۴ @a.jsonl#1", "without text @a.jsonl#3"]
        assert rows[2] == "field 'text' must be text, got a number @a.jsonl#4"
        assert (
            rows[3]
            == "no field 'text' (found: body); choose the text field with --field and the id field with --id @a.jsonl#5"
        )
        assert rows[4] == "must be a JSON object, got a list @a.jsonl#6"
        assert rows[5] == "not valid JSON: unterminated string at column 10 @a.jsonl#7"
        assert rows[6] == "JSON that cannot be read: nested too deeply @a.jsonl#8"
        assert rows[7:] == ["last @a.jsonl#9"]

    def test_fields_within_objects_and_ids(self, tmp_path: Path) -> None:
        path = write(
            tmp_path / "a.jsonl",
            '{"a": {"b": "deep"}, "id": 7}',
            '{"a.b": "flat", "id": "x"}',
            '{"a": {"b": "y"}, "id": true}',
        )
        assert results(path, InputOptions(field="a.b", id="id")) == [
            "deep @a.jsonl#7",
            "flat @a.jsonl#x",
            "field 'id' must be text or a whole number, got true or false @a.jsonl#3",
        ]

    def test_a_trace_of_other_bytes_is_kept_and_told(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(b'{"text": "a\xff%s"}\n{"text": "b\xff"}\n' % (b"-" * 1000))
        document, failed = read(path)
        assert isinstance(document, Document)
        assert document.text.startswith("a\udcff")
        assert document.remark == "not valid UTF-8 (1 byte, first 0xff at offset 11), kept as is"
        assert isinstance(failed, Failed)
        assert failed.why.startswith("not valid UTF-8 (1 of 14 bytes, first 0xff at offset 11)")

    def test_another_encoding(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes('{"text": "سال"}\n'.replace("سال", "سال").encode("cp1256"))
        assert results(path, InputOptions(encoding="cp1256")) == ["سال @a.jsonl#1"]

    @given(st.lists(st.text(st.sampled_from("م1 \u2028\\"), max_size=30), max_size=20), st.integers(1, 60))
    def test_slices_hold_all_lines_once_and_know_their_numbers(
        self, tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int
    ) -> None:
        path = tmp_path_factory.mktemp("lines") / "a.jsonl"
        path.write_text("\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts), encoding="utf-8")
        assert results(path, size=size) == results(path, size=1 << 30)
        assert len(results(path)) == len(texts)
        pieces = [part for piece in slices(sources([str(path)], InputOptions()), size) for part in piece.parts]
        assert len(pieces) <= max(1, path.stat().st_size // size + 1)
        assert all(isinstance(part, Chunk) for part in pieces)


class TestPacked:
    LINES = b'{"text": "a"}\n{"text": "b"}\n'

    def test_gzip_of_many_members(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(self.LINES) + gzip.compress(self.LINES) + b"\0" * 9)
        assert results(path) == ["a @a.jsonl.gz#1", "b @a.jsonl.gz#2", "a @a.jsonl.gz#3", "b @a.jsonl.gz#4"]

    def test_what_is_cut_off_gives_what_came_before(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(self.LINES) + gzip.compress(self.LINES)[:-4])
        rows = results(path)
        assert rows[0] == "a @a.jsonl.gz#1"
        assert rows[-1].startswith("broken .gz file: it is cut off after ")

    @pytest.mark.parametrize("data", [b"not packed", b"\x1f\x8b\x08\x00" + b"\xff" * 40])
    def test_what_is_no_gzip(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "a.txt.gz"
        path.write_bytes(data)
        (failure,) = read(path)
        assert isinstance(failure, Failed)
        assert failure.why.startswith("broken .gz file: ")

    def test_zstandard(self, tmp_path: Path) -> None:
        zstandard = pytest.importorskip("zstandard")
        path = tmp_path / "a.jsonl.zst"
        frame = zstandard.ZstdCompressor().compress(self.LINES)
        path.write_bytes(frame + frame)
        assert len(results(path)) == 4
        path.write_bytes(frame + frame[:-3])
        assert results(path)[-1].startswith("broken .zst file: it is cut off")
        path.write_bytes(b"plain")
        assert results(path)[-1].startswith("broken .zst file: ")

    def test_zstandard_without_its_package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
        path = tmp_path / "a.txt.zst"
        path.touch()
        assert results(path) == ["a .zst file needs a package: pip install 'shamsi[cli]' @a.txt.zst"]


class TestRows:
    def test_a_row_is_named_by_its_line(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", "id,text", '1,"one', 'more"', "2,two", "3", "4,")
        assert results(path) == [
            "one\nmore @a.csv#2",
            "two @a.csv#4",
            "no field 'text' (found: id); choose the text field with --field and the id field with --id @a.csv#5",
            "without text @a.csv#6",
        ]
        assert results(path, InputOptions(id="id"))[:2] == ["one\nmore @a.csv#1", "two @a.csv#2"]

    def test_tabs_and_a_byte_order_mark(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.tsv", "\ufefftext\tid", "a,b\t1")
        assert results(path) == ["a,b @a.tsv#2"]

    def test_a_zero_byte_is_the_failure_of_its_row(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", "text,n", "one,1", "t\0o,2", "three,\0")
        assert results(path) == [
            "one @a.csv#2",
            "not text, NUL byte at offset 1: save it as plain text or HTML @a.csv#3",
            "three @a.csv#4",
        ]

    def test_a_field_that_the_header_lacks_is_one_failure(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", "id,body", "1,one", "2,two")
        for input_options in (InputOptions(), InputOptions(field="body", id="text")):
            (row,) = results(path, input_options)
            assert row.startswith("no field 'text' (found: id, body); ")
            assert row.endswith(" @a.csv")

    def test_nothing_in_it(self, tmp_path: Path) -> None:
        assert results(write(tmp_path / "a.csv")) == []


# Values that Arrow holds and Python does not, with their types
BEYOND = {
    "a late instant": (2**62, "timestamp[us]"),
    "a late day": (2**31 - 1, "date32[day]"),
    "a long duration": (2**62, "duration[s]"),
}


def beyond(folder: Path, kind: str) -> Path:
    """A file of two row groups, the first with a value that Python cannot hold, as a column and in a struct."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    value, name = BEYOND[kind]
    integers = pa.array([value, 1], pa.int32() if name.startswith("date32") else pa.int64())
    texts, odd = pa.array(["one", "two"]), integers.cast(pa.type_for_alias(name))
    inner = pa.StructArray.from_arrays([texts, odd], ["text", "odd"])
    pq.write_table(pa.table({"text": texts, "odd": odd, "inner": inner}), folder / "a.parquet", row_group_size=1)
    return folder / "a.parquet"


class TestParquet:
    def test_row_groups_are_slices_and_rows_keep_their_numbers(self, tmp_path: Path) -> None:
        pa = pytest.importorskip("pyarrow")
        pq = pytest.importorskip("pyarrow.parquet")
        path = tmp_path / "a.parquet"
        pq.write_table(pa.table({"text": ["a", None, "c"], "n": [1, 2, 3]}), path, row_group_size=2)
        assert len(list(slices(sources([str(path)], InputOptions()), 1))) == 2
        assert results(path, size=1) == ["a @a.parquet#1", "without text @a.parquet#2", "c @a.parquet#3"]
        assert results(path, InputOptions(field="n"))[0] == "field 'n' must be text, got a number @a.parquet#1"
        assert results(path, InputOptions(field="x"))[0].startswith("no field 'x' (found: text, n)")

    @pytest.mark.parametrize("kind", BEYOND)
    def test_a_column_that_python_cannot_hold_does_no_harm_elsewhere(self, tmp_path: Path, kind: str) -> None:
        path, n = beyond(tmp_path, kind), "@a.parquet#"
        texts = [f"one {n}1", f"two {n}2"]
        assert results(path) == texts
        assert results(path, InputOptions(field="inner.text")) == texts
        assert results(path, InputOptions(id="inner.text")) == ["one @a.parquet#one", "two @a.parquet#two"]
        for field in ("lost", "inner.lost", "text.lost"):
            (row,) = results(path, InputOptions(field=field))
            assert row.startswith(f"no field {field!r} (found: text, odd, inner); ")

    @pytest.mark.parametrize("kind", BEYOND)
    def test_a_row_group_that_cannot_be_read_has_failed(self, tmp_path: Path, kind: str) -> None:
        path = beyond(tmp_path, kind)
        for input_options in (
            InputOptions(id="odd"),
            InputOptions(field="odd"),
            InputOptions(id="inner.odd"),
            InputOptions(field="inner"),
        ):
            rows = results(path, input_options)
            assert len(rows) == 2
            assert rows[0].startswith("cannot be read, nor what follows in its row group: ")
            assert rows[0].endswith("@a.parquet#1")

    def test_what_is_no_parquet(self, tmp_path: Path) -> None:
        pytest.importorskip("pyarrow")
        (row,) = results(write(tmp_path / "a.parquet", "text"))
        assert row.startswith("is no Parquet file: ")

    def test_without_its_package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
        (row,) = results(write(tmp_path / "a.parquet", "text"))
        assert row == "a Parquet file needs a package: pip install 'shamsi[pyarrow]' @a.parquet"
