"""Slices: sources cut into portions of similar size, each of which any process can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from shamsi.cli.inputs.document import Failed, Skipped
from shamsi.cli.inputs.sources import Source, reason

SIZE = 1 << 21  # bytes: some seconds of reading
_MANY = 64  # most files of a slice
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes `start` to `stop` of a file, from line `line`; or row group `start` of a table."""

    source: Source
    start: int = 0
    stop: int | None = None  # None: to the end
    line: int = 1


@dataclass(frozen=True, slots=True)
class Slice:
    """Chunks for one process, with what was skipped or failed before reading; `size` in bytes."""

    parts: tuple[Chunk | Skipped | Failed, ...]
    size: int


def slices(
    found: Iterable[Source | Skipped | Failed], size: int = SIZE, *, whole: bool = False
) -> Iterator[Slice]:
    """The slices of the sources, in order.

    JSON Lines are cut by line and Parquet by row group, unless each file is to stay `whole`.
    """
    parts: list[Chunk | Skipped | Failed] = []
    total = 0
    for part, width in _parts(found, size, whole=whole):
        if parts and (total + width > size or len(parts) >= _MANY):
            yield Slice(tuple(parts), total)
            parts, total = [], 0
        parts.append(part)
        total += width
    if parts:
        yield Slice(tuple(parts), total)


def _parts(
    found: Iterable[Source | Skipped | Failed], size: int, *, whole: bool
) -> Iterator[tuple[Chunk | Skipped | Failed, int]]:
    for source in found:
        if not isinstance(source, Source):
            yield source, 0
        elif whole and source.kind != "parquet":
            yield Chunk(source), source.size
        elif source.kind == "jsonl" and source.size > size and not source.packed:
            yield from _guarded(source, _cut_lines(source, size))
        elif source.kind == "parquet" and source.path != "-":
            yield from _guarded(source, _cut_rows(source))
        else:
            yield Chunk(source), source.size


def _guarded(
    source: Source, chunks: Iterator[tuple[Chunk, int]]
) -> Iterator[tuple[Chunk | Failed, int]]:
    try:
        yield from chunks
    except OSError as error:
        yield Failed(source.name, reason(error)), 0


def _cut_lines(source: Source, size: int) -> Iterator[tuple[Chunk, int]]:
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
            if stop == start:  # the file was shortened meanwhile
                return
            yield Chunk(source, start, stop, line), stop - start
            start, line = stop, line + lines


def _cut_rows(source: Source) -> Iterator[tuple[Chunk, int]]:
    from shamsi.cli.inputs.parquet_rows import row_groups

    first = 1
    for group, rows, width in row_groups(source.path):
        yield Chunk(source, group, group + 1, first), width
        first += rows
