"""The days that all engines convert, and what comes out, as the kernel says one by one."""

from functools import cache
from typing import Any

import numpy as np

from shamsi.calendar import kernel

FIRST, LAST = kernel.year_start(1300), kernel.year_start(1450) - 1


@cache
def days(rows: int) -> Any:
    """Return random days of 1300..1449, the same in every run."""
    drawn = np.random.default_rng(1404).integers(FIRST, LAST, rows, endpoint=True)
    drawn[: min(2, rows)] = (FIRST, LAST)[: min(2, rows)]
    return drawn


@cache
def fields(rows: int) -> tuple[Any, Any, Any]:
    """Return years, months and days of those days."""
    known = np.array([kernel.fields(day) for day in range(FIRST, LAST + 1)], np.int16)
    year, month, day = known[days(rows) - FIRST].T
    return year.copy(), month.astype(np.int8), day.astype(np.int8)


@cache
def packed(rows: int) -> Any:
    """Return those fields packed into int32."""
    year, month, day = (each.astype(np.int32) for each in fields(rows))
    return year << 16 | month << 8 | day


@cache
def texts(rows: int) -> Any:
    """Return those days as ISO text of ten bytes."""
    known = np.array(["{:04d}-{:02d}-{:02d}".format(*kernel.fields(day)).encode() for day in range(FIRST, LAST + 1)])
    return known[days(rows) - FIRST]
