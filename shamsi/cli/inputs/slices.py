"""Slices: sources cut into pieces of a like size, by the files alone, so that any process can read any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from shamsi.cli.inputs.document import Failed, Skipped
from shamsi.cli.inputs.sources import Source, reason

SIZE = 1 << 21  # 2 MB is some seconds of reading
_MANY = 64  # small files of a slice at most
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes `start` … `stop` of a file of lines, of which the first is `line`; or row group `start` of a table."""

    source: Source
    start: int = 0
    stop: int | None = None  # None: to the end
    line: int = 1


@dataclass(frozen=True, slots=True)
class Slice:
    """Work for one process: pieces in order, and what was told of before any is read; `size` in bytes of the files."""

    parts: tuple[Piece | Skipped | Failed, ...]
    size: int


def slices(found: Iterable[Source | Skipped | Failed], size: int = SIZE) -> Iterator[Slice]:
    """The slices of the sources, in their order; JSON Lines are cut after a line, Parquet after a row group."""
    parts: list[Piece | Skipped | Failed] = []
    total = 0
    for part, width in _parts(found, size):
        if parts and (total + width > size or len(parts) >= _MANY):
            yield Slice(tuple(parts), total)
            parts, total = [], 0
        parts.append(part)
        total += width
    if parts:
        yield Slice(tuple(parts), total)


def _parts(found: Iterable[Source | Skipped | Failed], size: int) -> Iterator[tuple[Piece | Skipped | Failed, int]]:
    for source in found:
        if not isinstance(source, Source):
            yield source, 0
        elif source.kind == "jsonl" and source.size > size and not source.packed:
            yield from _told(source, _cut_lines(source, size))
        elif source.kind == "parquet" and source.path != "-":
            yield from _told(source, _cut_rows(source))
        else:
            yield Piece(source), source.size


def _told(source: Source, pieces: Iterator[tuple[Piece, int]]) -> Iterator[tuple[Piece | Failed, int]]:
    try:
        yield from pieces
    except OSError as error:
        yield Failed(source.name, reason(error)), 0


def _cut_lines(source: Source, size: int) -> Iterator[tuple[Piece, int]]:
    with open(source.path, "rb", buffering=_BLOCK) as file:
        start, line = 0, 1
        while start < source.size:
            lines = 0
            left = size
            for block in iter(partial(file.read, min(_BLOCK, left)), b""):
                lines += block.count(b"\n")
                left -= len(block)
                if left <= 0:
                    break
            lines += file.readline().count(b"\n")
            stop = file.tell()
            if stop == start:  # it has become shorter meanwhile
                return
            yield Piece(source, start, stop, line), stop - start
            start, line = stop, line + lines


def _cut_rows(source: Source) -> Iterator[tuple[Piece, int]]:
    from shamsi.cli.inputs.parquet_rows import row_groups

    first = 1
    for group, rows, width in row_groups(source.path):
        yield Piece(source, group, group + 1, first), width
        first += rows
