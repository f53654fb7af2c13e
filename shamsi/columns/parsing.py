"""Text in columns to days, by the options of a column."""

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ShamsiError
from shamsi.columns.blocks import Array, Fault, write_days
from shamsi.columns.buffers import BLOCK, borrowed
from shamsi.columns.cells import CellOptions, read_text
from shamsi.columns.row_reader import RowReader
from shamsi.columns.text_column import TextBlock, TextColumn
from shamsi.columns.totals import NAMES, Totals

__all__ = ["TextBlock", "TextColumn", "read", "read_cells"]
_ROWS = 4 * BLOCK  # that are sorted by their lengths together


def read_cells(
    texts: TextColumn, options: CellOptions, days: Array, clock: Array | None = None, /
) -> NDArray[np.int64]:
    """Write the day of every row into int32 or datetime64[D], and return the rows rejected.

    A row is read as by `cells.read_text`. A row that is missing, blank or rejected is NO_DAY, or
    NaT; the rows rejected are in order. `clock` (int64), if given, takes the microseconds since
    midnight, 0 where there is no day.

    >>> from shamsi.columns.text_buffers import ByteTexts
    >>> days = np.zeros(3, "datetime64[D]")
    >>> read_cells(ByteTexts(np.array([b"1404/05/18", b"", b"1404/13/01"])), CellOptions(), days)
    array([2])
    >>> days.astype(str).tolist()
    ['2025-08-09', 'NaT', 'NaT']
    """
    target = days.view(np.int64) if days.dtype.kind == "M" else days
    numbers = np.empty(0 if target.dtype == np.int32 else min(len(texts), _ROWS), np.int32)
    if clock is not None:
        clock.fill(0)
    rejected: list[NDArray[np.int64]] = []
    with borrowed(np.int32, *[np.uint64] * len(NAMES)) as (found, *words):
        totals = Totals(dict(zip(NAMES, words, strict=True)))
        reader = RowReader(texts, options, found, totals)
        for first in range(0, len(texts), _ROWS):
            piece = target[first : first + _ROWS]
            block = numbers[: len(piece)] if len(numbers) else piece
            rows = reader.read(first, block, None if clock is None else clock[first:][:_ROWS])
            if len(rows):
                rejected.append(rows + first)
            write_days(block, piece)
        reader.keep()
    return np.concatenate(rejected) if rejected else np.empty(0, np.int64)


def read(texts: TextColumn, out: Array, /, *, strict: bool = False) -> Fault | None:
    """Write the day of every row as `read_cells` does without options; the first fault if strict.

    >>> from shamsi.columns.text_buffers import ByteTexts
    >>> out = np.zeros(2, "datetime64[D]")
    >>> read(ByteTexts(np.array([b"1404/05/18", b"1404/13/01"])), out)
    """
    rejected = read_cells(texts, CellOptions(), out)
    if strict and len(rejected):
        row = int(rejected[0])
        try:
            read_text(texts.text(row) or "", CellOptions())
        except ShamsiError as error:
            return row, error
    return None
