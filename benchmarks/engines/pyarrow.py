"""PyArrow: days, fields and text over arrays, beside PyArrow's own Gregorian fields and strftime."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from benchmarks.engines.days import days, fields, packed, texts
from benchmarks.race import Contestant, race

import shamsi.pyarrow as sa

OWN, SOLAR, STRFTIME = "own Gregorian year, month, day", "year, month, day", "own strftime"
WRITTEN, READ = "to text", "from text"
_SLOW_ROWS = 10**6  # its strftime and its time zones take hundreds of nanoseconds


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row, by wall clock, on one thread."""
    dates = pa.array(days(rows).astype(np.int32)).cast(pa.date32())
    moments = dates.cast(pa.timestamp("us"))
    parts = [pa.array(each) for each in fields(rows)]
    text = pa.Array.from_buffers(
        pa.string(), rows, [None, pa.py_buffer(np.arange(rows + 1, dtype=np.int32) * 10), pa.py_buffer(texts(rows))]
    )

    def are_packed(answer: Any) -> bool:
        return bool((answer.to_numpy() == packed(rows)).all())

    def are_fields(answer: Any) -> bool:
        return all((found.to_numpy() == each).all() for found, each in zip(answer, fields(rows), strict=True))

    def are_days(answer: Any) -> bool:
        return bool(answer.equals(dates))

    found = race(
        {
            OWN: Contestant(
                lambda: [pc.year(dates), pc.month(dates), pc.day(dates)],
                lambda answer: pc.max(answer[1]).as_py() == 12,
            ),
            SOLAR: Contestant(lambda: [sa.year(dates), sa.month(dates), sa.day(dates)], are_fields),
            "fields (one struct)": Contestant(lambda: sa.fields(dates).flatten(), are_fields),
            "date32 to packed": Contestant(lambda: sa.pack(dates), are_packed),
            "timestamp[us] to packed": Contestant(lambda: sa.pack(moments), are_packed),
            "fields to date32": Contestant(lambda: sa.to_gregorian(*parts), are_days),
            WRITTEN: Contestant(
                lambda: sa.to_solar_string(dates), lambda answer: bool(answer.cast(pa.string()).equals(text))
            ),
            READ: Contestant(lambda: sa.to_gregorian(text), are_days),
        },
        rows=rows,
        rounds=rounds,
    )
    few = min(rows, _SLOW_ROWS)
    some, zoned = (
        dates.slice(0, few),
        pc.assume_timezone(moments.slice(0, few), "UTC").cast(pa.timestamp("us", "Asia/Tehran")),
    )
    return found | race(
        {
            STRFTIME: Contestant(
                lambda: pc.strftime(some, "%Y-%m-%d"), lambda answer: answer[0].as_py() == str(some[0].as_py())
            ),
            "timestamp[us, Asia/Tehran] to packed": Contestant(
                lambda: sa.pack(zoned), lambda answer: bool((answer.to_numpy() == packed(rows)[:few]).all())
            ),
        },
        rows=few,
        rounds=rounds,
    )
