"""Buffers for the blocks of a column, kept by each thread.

Fresh pages of memory would cost more than the work in them.
"""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

BLOCK = 1 << 15  # rows: a block, its rows of a table and the result fit into 1 MB together


class _Kept(threading.local):
    def __init__(self) -> None:
        self.free: list[NDArray[np.uint8]] = []


_kept = _Kept()


@contextmanager
def borrowed(*dtypes: DTypeLike) -> Generator[list[NDArray[Any]], None, None]:
    """Lend an array of BLOCK rows for each dtype of at most eight bytes; contents are arbitrary.

    >>> with borrowed(np.int64, np.int8) as arrays:
    ...     [(each.dtype.name, len(each)) for each in arrays]
    [('int64', 32768), ('int8', 32768)]
    """
    free = _kept.free
    memory = [free.pop() if free else np.empty(BLOCK * 8, np.uint8) for _ in dtypes]
    try:
        yield [
            each[: BLOCK * np.dtype(kind).itemsize].view(kind)
            for each, kind in zip(memory, dtypes, strict=True)
        ]
    finally:
        free.extend(memory)
