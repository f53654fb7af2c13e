"""Every day of the calendar as columns, built month by month from the kernel: what the databases must answer."""

import datetime as dt
import random
from typing import Any

from shamsi import Date, RangeError
from shamsi.calendar import kernel
from shamsi.formats.names import FILES
from shamsi.sql import FIELDS
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
    columns |= of_units(number, year, month, year_start, leap)
    wanted = slice(first - kernel.MIN_DAYS, last + 1 - kernel.MIN_DAYS)
    return {name: column[wanted] for name, column in columns.items()}


def of_units(number: Any, year: Any, month: Any, year_start: Any, leap: Any) -> dict[str, Any]:
    """The columns of weeks, quarters and halves, from the Friday of each day's week."""
    import numpy as np

    saturday = number - (number - 2) % 7  # 1970-01-03 was one
    next_year = saturday + 6 >= year_start + 365 + leap
    week = (saturday + 6 - year_start) // 7 + 1
    quarter, half_start = (month + 2) // 3, year_start + np.where(month > 6, 186, 0)
    season_start = year_start + np.array([0, 0, 93, 186, 276])[quarter]
    starts = {"week_start": saturday, "quarter_start": season_start, "half_start": half_start}
    dates = {name: start.astype("datetime64[D]") for name, start in starts.items()}
    dates["week_start"][saturday < kernel.MIN_DAYS] = "NaT"
    return {
        "week": np.where(next_year, 1, week),
        "week_year": year + next_year,
        "week_jdatetime": week,
        "quarter": quarter,
        "half": (month + 5) // 6,
        **dates,
    }


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
            rows.append((case.gregorian, *[None] * len(FIELDS)))
            continue
        starts = (dt.date.fromisoformat(start) for start in case[7:] if start)
        fields, text = [*case.fields, *case[2:7], *starts], "{:04d}-{:02d}-{:02d}".format(*case.fields)
        rows.append((case.gregorian, *fields, *units_of(Date(*case.fields)), text))
    return rows


def units_of(date: Date) -> list[Any]:
    """The fields of weeks, quarters and halves of a date, from the scalar."""
    weeks = [date.week_of_year("cldr"), date.week_year, date.week_of_year("jdatetime")]
    starts = [start_of(date, unit) for unit in ("week", "quarter", "half")]
    return [*weeks, date.quarter, date.half, *starts]


def start_of(date: Date, unit: Any) -> dt.date | None:
    try:
        return date.start_of(unit).gregorian
    except RangeError:
        return None


def fiscal_cases() -> list[tuple[str, int | None, int | None, str | None]]:
    """Days as text, the first month of fiscal years, and the year and its first day that follow from the scalar."""
    dates = [Date(1, 1, 1), Date(1, 9, 30), Date(1, 10, 1), Date(9377, 12, 29), Date(9378, 10, 10)]
    dates += [Date(year, month, day) for year in (1403, 1404) for month in range(1, 13) for day in (1, 29)]
    rows: list[tuple[str, int | None, int | None, str | None]] = []
    for date in dates:
        for month in range(1, 13):
            year = date.fiscal_year(first_month=month)
            begins = year - (month > 1)
            first = Date(begins, month, 1).gregorian.isoformat() if begins else None
            rows.append((date.gregorian.isoformat(), month, year, first))
    rows += [(dates[-2].gregorian.isoformat(), month, None, None) for month in (0, -1, 13, 2**31 - 1, None)]
    return [*rows, ("0622-03-20", 10, None, None)]


def name_cases() -> list[tuple[str, str, str | None, str | None]]:
    """Days as text, a language, and the names of the month and of the day of the week, as `Date.format` gives them."""
    dates = [Date(1403, month, day) for month in range(1, 13) for day in (1, 30 if month > 6 else 31)]
    rows: list[tuple[str, str, str | None, str | None]] = []
    for lang in FILES:
        for date in (*dates, *(Date(1404, 1, day) for day in range(1, 8))):
            names = date.format("%B", lang=lang), date.format("%A", lang=lang)
            rows.append((date.gregorian.isoformat(), lang, *names))
        rows.append(("0622-03-20", lang, None, None))
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
