"""Every day of the calendar as columns, built month by month from the kernel: what the databases must answer."""

import datetime as dt
import random
from typing import Any

from shamsi.calendar import kernel
from tests.columns import cases


def calendar(first: int = kernel.MIN_DAYS, last: int = kernel.MAX_DAYS) -> dict[str, Any]:
    """NumPy columns of the days between two day numbers, named as the fields; dates are datetime64[D]."""
    import numpy as np

    years = np.arange(kernel.MIN_YEAR, kernel.MAX_YEAR + 1)
    lengths = np.array([[kernel.month_length(int(year), month) for month in range(1, 13)] for year in years]).ravel()
    starts = np.array([[kernel.days(int(year), month, 1) for month in range(1, 13)] for year in years]).ravel()
    of_month = np.repeat(np.arange(len(lengths)), lengths)  # each day's place among the months
    number = np.arange(kernel.MIN_DAYS, kernel.MIN_DAYS + len(of_month))
    year, month = years[of_month // 12], of_month % 12 + 1
    year_start = starts[::12][of_month // 12]
    season_start = starts[::3][of_month // 3]
    leap = np.array([kernel.is_leap(int(year)) for year in years])[of_month // 12]
    columns: dict[str, Any] = {
        "gregorian": number.astype("datetime64[D]"),
        "year": year,
        "month": month,
        "day": number - starts[of_month] + 1,
        "weekday": (number + 3) % 7 + 1,
        "day_of_year": number - year_start + 1,
        "season": (month + 2) // 3,
        "is_leap": leap,
        "month_length": lengths[of_month],
        "month_start": starts[of_month].astype("datetime64[D]"),
        "season_start": season_start.astype("datetime64[D]"),
        "year_start": year_start.astype("datetime64[D]"),
    }
    wanted = slice(first - kernel.MIN_DAYS, last + 1 - kernel.MIN_DAYS)
    return {name: column[wanted] for name, column in columns.items()}


HUGE = (2**31 - 1, 2**63 - 1, -(2**63))
IMPOSSIBLE = (  # years, months and days that are not dates; neither is a null
    *cases.IMPOSSIBLE,
    *((huge, 1, 1) for huge in HUGE),
    *((1404, huge, 1) for huge in HUGE),
    *((1404, 1, huge) for huge in HUGE),
    *((None, 1, 1), (1404, None, 1), (1404, 1, None)),
)


def answers_of_cases() -> list[tuple[Any, ...]]:
    """The days that every adapter is asked for, as text, with what their fields must be, as `answers` gives them."""
    rows: list[tuple[Any, ...]] = []
    for case in cases.DAYS:
        if case.fields is None:
            rows.append((case.gregorian, *[None] * 12))
            continue
        starts = (dt.date.fromisoformat(start) for start in case[7:] if start)
        rows.append((case.gregorian, *case.fields, *case[2:7], *starts, "{:04d}-{:02d}-{:02d}".format(*case.fields)))
    return rows


def some_days() -> list[int]:
    """Every day of 1178..1534, the first and last days, and 10^5 others."""
    chosen = random.Random(1404)
    numbers = set(range(kernel.year_start(1178), kernel.year_start(1535)))
    numbers |= {kernel.MIN_DAYS, kernel.MIN_DAYS + 1, kernel.MAX_DAYS - 1, kernel.MAX_DAYS}
    numbers |= {chosen.randint(kernel.MIN_DAYS, kernel.MAX_DAYS) for _ in range(100_000)}
    return sorted(numbers)


def answers(numbers: list[int]) -> list[tuple[Any, ...]]:
    """Days by their numbers with what their fields must be, in the order of `shamsi.sql.FIELDS`, as Python's types."""
    days = calendar()
    columns = [column[[number - kernel.MIN_DAYS for number in numbers]].tolist() for column in days.values()]
    return [(*row, f"{row[1]:04d}-{row[2]:02d}-{row[3]:02d}") for row in zip(*columns, strict=True)]
