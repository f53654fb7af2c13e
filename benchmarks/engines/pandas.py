"""pandas: the accessor, offsets and fields, beside pandas' own Gregorian fields and the peers' accessor and `apply`."""

from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd
from benchmarks.engines.days import days, fields, packed
from benchmarks.race import Contestant, race

import shamsi.pandas as sp
from shamsi.columns.engines.pandas import FIELDS

_PEER_ROWS = 5_000


def measure(rows: int, rounds: int) -> dict[str, float]:
    """Return nanoseconds a row, of moments in microseconds unless the name says otherwise; peers on fewer rows."""
    ticks = days(rows) * 86_400_000_000 + np.random.default_rng(5).integers(0, 86_400_000_000, rows)
    moments: Any = pd.Series(ticks.view("M8[us]"))
    solar: Any = pd.DataFrame(dict(zip(FIELDS, fields(rows), strict=True)))
    contestants = {
        "pandas' own dt.year": Contestant(lambda: moments.dt.year, lambda answer: len(answer) == rows),
        "copy a Series": Contestant(moments.copy, lambda answer: len(answer) == rows),
        "accessor, year": Contestant(lambda: moments.shamsi.year, _years(rows)),
        "accessor, fields()": Contestant(moments.shamsi.fields, _fields(rows)),
        "accessor, floor to months": Contestant(
            lambda: moments.shamsi.floor("month"), lambda answer: bool((answer.shamsi.day == 1).all())
        ),
        "accessor, keys of months": Contestant(
            lambda: moments.shamsi.period("month"), lambda answer: len(answer.cat.categories) == 150 * 12
        ),
        "offset, + SolarMonthBegin()": Contestant(
            lambda: moments + sp.SolarMonthBegin(), lambda answer: bool((answer.shamsi.day == 1).all())
        ),
        "pandas' own + MonthBegin()": Contestant(
            lambda: moments + pd.offsets.MonthBegin(), lambda answer: bool((answer.dt.day == 1).all())
        ),
        "to_gregorian of three columns": Contestant(
            lambda: sp.to_gregorian(solar), lambda answer: bool((answer.to_numpy() == days(rows).view("M8[D]")).all())
        ),
    }
    if find_spec("pyarrow"):
        arrow: Any = moments.astype("timestamp[us][pyarrow]")
        contestants["accessor, year, Arrow"] = Contestant(lambda: arrow.shamsi.year, _years(rows))
        contestants["accessor, strftime, Arrow"] = Contestant(
            lambda: arrow.shamsi.strftime("%Y/%m/%d"), lambda answer: bool((answer.str.len() == 10).all())
        )
    written: Any = moments.shamsi.strftime("%Y/%m/%d")
    contestants["accessor, strftime"] = Contestant(
        lambda: moments.shamsi.strftime("%Y/%m/%d"), lambda answer: bool((answer == written).all())
    )
    contestants["accessor, to_gregorian of text"] = Contestant(
        written.shamsi.to_gregorian,
        lambda answer: bool((answer.to_numpy() == days(rows).view("M8[D]")).all()),
    )
    return race(contestants, rows=rows, rounds=rounds) | _peers(
        moments[:_PEER_ROWS], (packed(rows)[:_PEER_ROWS] >> 16).tolist(), rounds
    )


def _years(rows: int) -> Any:
    return lambda answer: bool((answer.to_numpy(np.int32) == packed(rows) >> 16).all())


def _fields(rows: int) -> Any:
    def holds(answer: Any) -> bool:
        year, month, day = (answer[name].to_numpy(np.int32) for name in FIELDS)
        return bool((year << 16 | month << 8 | day == packed(rows)).all())

    return holds


def _peers(moments: Any, years: list[int], rounds: int) -> dict[str, float]:
    """Return what the peers take for the same answer: the year of each moment."""
    contestants: dict[str, Contestant] = {}

    def holds(answer: Any) -> bool:
        return bool(answer.tolist() == years)

    if find_spec("jdatetime"):
        from jdatetime import date as theirs

        contestants["apply(jdatetime), year"] = Contestant(
            lambda: moments.apply(lambda moment: theirs.fromgregorian(date=moment).year), holds
        )
    if find_spec("jalali_pandas"):
        import jalali_pandas  # noqa: F401

        solar = moments.jalali.to_jalali()
        contestants["jalali-pandas accessor, year"] = Contestant(lambda: solar.jalali.year, holds)
        contestants["jalali-pandas accessor, from days"] = Contestant(
            lambda: moments.jalali.to_jalali().jalali.year, holds
        )
    return race(contestants, rows=len(moments), rounds=rounds)
