"""NumPy: arrays of days, fields and text, beside copying the same bytes, numba, and the peers a value at a time."""

import datetime as dt
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.engines.days import days, fields, packed, texts
from benchmarks.race import Contestant, race

import shamsi.numpy as sn

SIX, SIXTEEN = "copy 6 bytes in, 6 out", "copy 16 bytes in, 16 out"
_PEER_ROWS = 20_000
_PEAK = """
import sys, numpy as np, shamsi.numpy as sn
from benchmarks.engines.days import days, fields
rows, what = int(sys.argv[1]), sys.argv[2]
dates, out = days(rows).view("M8[D]"), np.zeros(rows, "M8[D]" if what == "fields" else np.int32)
if what == "moments":
    dates = dates.astype("M8[us]")
out[:] = 1  # memory that was never written to is not there yet
given = fields(rows) if what == "fields" else (dates,)
open("/proc/self/clear_refs", "w").write("5")  # the peak is counted from here on
def kilobytes(name):
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(name))
before = kilobytes("VmRSS")
(sn.to_gregorian if what == "fields" else sn.pack)(*given, out=out)
print((kilobytes("VmHWM") - before) / 1000)
"""


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row; a copy moves as many bytes as its neighbours read and write."""
    dates = days(rows).view("datetime64[D]")
    moments = dates.astype("datetime64[us]") + np.random.default_rng(5).integers(0, 86_400_000_000, rows)
    year, month, day = fields(rows)
    wide = [each.astype(np.int64) for each in (year, month, day)]
    to_packed, to_days = np.zeros(rows, np.int32), np.zeros(rows, "datetime64[D]")

    def is_packed(answer: Any) -> bool:
        return bool((answer == packed(rows)).all())

    def is_days(answer: Any) -> bool:
        return bool((answer == dates).all())

    return race(
        {
            SIX: _copy(rows * 6),
            "datetime64[D] to packed": Contestant(lambda: sn.pack(dates, out=to_packed), is_packed),
            "datetime64[us] to packed": Contestant(lambda: sn.pack(moments, out=to_packed), is_packed),
            "packed to datetime64[D]": Contestant(lambda: sn.from_packed(packed(rows), out=to_days), is_days),
            "int16, int8, int8 to datetime64[D]": Contestant(
                lambda: sn.to_gregorian(year, month, day, out=to_days), is_days
            ),
            SIXTEEN: _copy(rows * 16),
            "three int64 to datetime64[D]": Contestant(lambda: sn.to_gregorian(*wide, out=to_days), is_days),
            "ISO text (S10) to datetime64[D]": Contestant(lambda: sn.to_gregorian(texts(rows), out=to_days), is_days),
            "NumPy's own datetime64[D] to [M]": Contestant(lambda: dates.astype("M8[M]"), lambda _: True),
            **_numba(rows, to_packed),
        },
        rows=rows,
        rounds=rounds,
    ) | _peers(min(rows, _PEER_ROWS), rounds)


def peak_megabytes(rows: int) -> float:
    """Return the most memory above inputs and outputs that a conversion takes, its tables included."""
    root = str(Path(__file__).resolve().parent.parent.parent)
    found = [
        subprocess.run(
            [sys.executable, "-c", _PEAK, str(rows), what], capture_output=True, text=True, check=True, cwd=root
        ).stdout
        for what in ("days", "moments", "fields")
    ]
    return max(map(float, found))


def _copy(size: int) -> Contestant:
    source, target = np.ones(size, np.uint8), np.zeros(size, np.uint8)
    return Contestant(lambda: np.copyto(target, source), lambda _: bool(target[-1]))


def _numba(rows: int, out: Any) -> dict[str, Contestant]:
    if not find_spec("numba"):
        return {}
    import numba

    from shamsi.columns.table import SHIFT, table

    def gather(given: Any, entries: Any, target: Any) -> Any:
        for row in range(len(given)):
            target[row] = entries[given[row] + SHIFT]
        return target

    compiled: Any = numba.njit(gather)
    given, entries = days(rows), table("packed")
    return {
        "numba, the same table": Contestant(
            lambda: compiled(given, entries, out), lambda answer: bool((answer == packed(rows)).all())
        )
    }


def _peers(rows: int, rounds: int) -> dict[str, float]:
    """Return what the peers take for the same days, each built as an object of theirs, and read from text."""
    ordinals = (days(rows) + dt.date(1970, 1, 1).toordinal()).tolist()
    gregorian = [dt.date.fromordinal(each) for each in ordinals]
    solar = list(zip(*(each.tolist() for each in fields(rows)), strict=True))
    written = [text.decode() for text in texts(rows).tolist()]
    contestants: dict[str, Contestant] = {}
    if find_spec("jdatetime"):
        from jdatetime import date as theirs

        contestants["jdatetime, one by one"] = Contestant(
            lambda: [theirs.fromgregorian(date=day) for day in gregorian],
            lambda answer: [(day.year, day.month, day.day) for day in answer] == solar,
        )
        contestants["jdatetime strptime"] = Contestant(
            lambda: [theirs.strptime(text, "%Y-%m-%d").togregorian() for text in written],
            lambda answer: answer == gregorian,
        )
    if find_spec("persiantools"):
        from persiantools.jdatetime import JalaliDate

        peer: Any = JalaliDate

        contestants["persiantools, one by one"] = Contestant(
            lambda: [peer(day) for day in gregorian],
            lambda answer: [(day.year, day.month, day.day) for day in answer] == solar,
        )
    return race(contestants, rows=rows, rounds=rounds)
