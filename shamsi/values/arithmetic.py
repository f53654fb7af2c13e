"""Add months to a day and count them between two days, as plain integers."""

from __future__ import annotations

from shamsi._errors import DateError, ShamsiError, shown
from shamsi.calendar.kernel import days, is_valid, month_length
from shamsi.formats.numeric import refusal, to_iso

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from collections.abc import Iterator


def months_later(year: int, month: int, day: int, months: int, /) -> tuple[int, int, int]:
    """Return the fields of a day some months later, or the last day of a shorter month.

    Nothing is validated.

    >>> months_later(1404, 6, 31, 1), months_later(1403, 12, 30, -12)
    ((1404, 7, 30), (1402, 12, 29))
    """
    month += 12 * year + months - 1
    year, month = month // 12, month % 12 + 1
    return (year, month, day) if day < 30 else (year, month, min(day, month_length(year, month)))


def later(fields: tuple[int, int, int], months: int, overflow: str, /) -> tuple[int, int, int]:
    """Return the fields of a day some months later, for `Date.add`; raises as it does.

    >>> later((1404, 6, 31), 1, "clamp")
    (1404, 7, 30)
    """
    if overflow not in ("clamp", "raise"):
        raise ShamsiError(f"overflow must be 'clamp' or 'raise', got {shown(overflow)}")
    year, month, day = fields
    year, month, there = months_later(year, month, day, months)
    if there != day and overflow == "raise":
        clamped = to_iso(year, month, there)
        raise DateError(
            f"{refusal(year, month, day)}; overflow='clamp' takes the last day, {clamped}"
        )
    if not is_valid(year, month, there):
        raise refusal(year, month, there)
    return year, month, there


def months_between(start: tuple[int, int, int], end: tuple[int, int, int], /) -> int:
    """Return the most whole months from a day that do not pass another; negative if it is earlier.

    >>> months_between((1404, 1, 31), (1404, 7, 30)), months_between((1404, 1, 31), (1404, 7, 29))
    (6, 5)
    >>> months_between((1404, 7, 30), (1404, 1, 31))
    -5
    """
    months = 12 * (end[0] - start[0]) + end[1] - start[1]
    there = months_later(*start, months)
    if start <= end:
        return months - (there > end)
    return months + (there < end)


def steps(fields: tuple[int, int, int], stop: int, months: int, more: int, /) -> Iterator[int]:
    """Yield day numbers from a day to before a stop, in steps of months and days.

    Months are counted from the first day each time, so a short month does not shorten those after
    it. Steps go back if months and days are less than 0; they must not both be 0.

    >>> list(steps((1403, 11, 30), 20260, 1, 0))  # the 30th of each month from Bahman on
    [20137, 20167, 20197, 20228, 20259]
    """
    step = 0
    number = days(*fields)
    while number < stop if max(months, more) > 0 else number > stop:
        yield number
        step += 1
        number = days(*months_later(*fields, step * months)) + step * more
