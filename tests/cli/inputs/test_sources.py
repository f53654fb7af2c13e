"""Folders and files: which are read, in what order, as what; and why the others are not."""

import os
from pathlib import Path

import pytest

from shamsi.cli.inputs import Failed, Skipped
from shamsi.cli.inputs.sources import InputOptions, Source, kind_of, sources


def names(found: list[Source | Skipped | Failed], root: Path) -> list[tuple[str, str]]:
    return [(os.path.relpath(each.name, root), each.kind if isinstance(each, Source) else each.why) for each in found]


def make(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"x")


def test_a_folder_is_read_in_order_and_what_is_not_read_is_told(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.html", "sub/c.jsonl.gz", ".git/config.txt", ".hidden.txt", "d.pdf", "README", "out.csv")
    os.mkfifo(tmp_path / "pipe.txt")
    found = list(sources([str(tmp_path)], InputOptions(), but=[str(tmp_path / "out.csv")]))
    assert names(found, tmp_path) == [
        ("README", "without a suffix"),
        ("a.html", "html"),
        ("b.txt", "text"),
        ("d.pdf", "of unknown suffix .pdf"),
        ("out.csv", "written by this run"),
        ("pipe.txt", "not a regular file"),
        ("sub/c.jsonl.gz", "jsonl"),
    ]


def test_a_kind_that_is_said_is_that_of_all(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "b.html")
    assert names(list(sources([str(tmp_path)], InputOptions(kind="text"))), tmp_path) == [
        ("a.pdf", "text"),
        ("b.html", "text"),
    ]


def test_a_file_that_is_named_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", ".hidden")
    found = list(sources([str(tmp_path / "a.pdf"), str(tmp_path / ".hidden"), str(tmp_path / "none")], InputOptions()))
    assert names(found, tmp_path) == [
        ("a.pdf", "text"),
        (".hidden", "text"),
        ("none", "no such file or directory"),
    ]


@pytest.mark.parametrize(
    ("path", "kind"), [("a.TXT.GZ", "text"), ("a.ndjson.zst", "jsonl"), ("a.gz", None), ("txt", None)]
)
def test_kinds(path: str, kind: str | None) -> None:
    assert kind_of(path) == kind
