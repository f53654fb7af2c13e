"""Buffers for the blocks of a column, kept by each thread.

Fresh pages of memory would cost more than the work in them.
"""

import threading
from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

BLOCK = 1 << 15  # rows of text
DAYS = 1 << 17  # rows of days: 3 MB with the result; in smaller ones the calls cost a tenth more


class _Kept(threading.local):
    def __init__(self) -> None:
        self.free: dict[int, list[NDArray[np.uint8]]] = defaultdict(list)


_kept = _Kept()


@contextmanager
def borrowed(*dtypes: DTypeLike, rows: int = BLOCK) -> Generator[list[NDArray[Any]], None, None]:
    """Lend an array of so many rows for each dtype of at most eight bytes; contents are arbitrary.

    >>> with borrowed(np.int64, np.int8) as arrays:
    ...     [(each.dtype.name, len(each)) for each in arrays]
    [('int64', 32768), ('int8', 32768)]
    """
    free = _kept.free[rows]
    memory = [free.pop() if free else np.empty(rows * 8, np.uint8) for _ in dtypes]
    try:
        yield [
            each[: rows * np.dtype(kind).itemsize].view(kind)
            for each, kind in zip(memory, dtypes, strict=True)
        ]
    finally:
        free.extend(memory)
