"""The day of each value in a column of any Python values, each distinct value read once."""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import Advice, ParseError, ShamsiError, shown
from shamsi.columns import cells
from shamsi.columns.cells import Cell, CellOptions
from shamsi.columns.table import NO_DAY
from shamsi.values import islamic

Read: TypeAlias = Callable[[object], tuple[int, ...] | None]  # a day by each reckoning

RECKONINGS = ("tabular", "umm-al-qura")
_EIGHT = 8  # digits of a year, a month and a day
_GREGORIAN = Advice("other_calendar", python="it is in the column of Gregorian dates")


class Values(NamedTuple):
    """A column of values as days by one or more reckonings, and the error of each rejected row."""

    days: list[NDArray[np.int32]]
    errors: dict[int, ShamsiError]


def days_of_values(values: Sequence[object], read: Read, /, reckonings: int = 1) -> Values:
    """Return the days of values; NO_DAY where a value is missing or rejected.

    >>> solar = solar_reader(CellOptions())
    >>> found = days_of_values(["1404/05/18", None, "1404/13/01"], solar)
    >>> found.days[0].tolist()[0], list(found.errors)
    (20309, [2])
    """
    known: dict[object, tuple[int, ...] | ShamsiError] = {}
    missing = (NO_DAY,) * reckonings
    rows: list[tuple[int, ...]] = []
    errors: dict[int, ShamsiError] = {}
    for row, value in enumerate(values):
        key = (type(value), value) if isinstance(value, Hashable) else ("", id(value))
        found = known.get(key)
        if found is None:
            found = known[key] = _tried(read, value) or missing
        if isinstance(found, ShamsiError):
            errors[row], found = found, missing
        rows.append(found)
    table = np.array(rows, np.int32).reshape(-1, reckonings)
    return Values([np.ascontiguousarray(column) for column in table.T], errors)


def _tried(read: Read, value: object) -> tuple[int, ...] | ShamsiError | None:
    try:
        return read(value)
    except ShamsiError as error:
        return error


def solar_reader(options: CellOptions, /) -> Read:
    """Return what reads the value of a column of Solar dates.

    >>> solar_reader(CellOptions())("1404/05/18")
    (20309,)
    """
    return lambda value: _day(cells.read(value, options))


def gregorian_reader(options: CellOptions, /) -> Read:
    """Return what reads the value of a column of Gregorian dates; a Solar one is rejected.

    >>> gregorian_reader(CellOptions())("2025-08-09")
    (20309,)
    """
    both = options._replace(gregorian="pass")

    def read(value: object) -> tuple[int, ...] | None:
        if isinstance(value, str | int | float) and _is_solar(value, options):
            raise ParseError(f"looks Persian: {shown(value)}", advice=_GREGORIAN)
        return _day(cells.read(value, both))

    return read


def _is_solar(value: object, options: CellOptions) -> bool:
    try:
        return cells.read(value, options._replace(gregorian="refuse")) is not None
    except ShamsiError:
        return False


def _day(cell: Cell | None) -> tuple[int, ...] | None:
    return None if cell is None else (cell.day,)


def lunar_reader(options: CellOptions, /) -> Read:
    """Return what reads the value of a column of lunar dates: its day by each of two reckonings.

    The first is that of the tabular calendar, the second that of Umm al-Qura, NO_DAY in years that
    it does not have. Values that are dates already are the days that they name.

    >>> lunar_reader(CellOptions())("1447-01-05")
    (20270, 20269)
    """

    def read(value: object) -> tuple[int, ...] | None:
        if isinstance(value, str) and value.strip():
            return _lunar_days(value, options.century)
        number = cells.whole_number(value)
        if number is not None and len(str(number)) == _EIGHT:
            return _lunar_days(str(number), options.century)
        cell = cells.read(value, options)
        return None if cell is None else (cell.day, cell.day)

    return read


def _lunar_days(text: str, century: int | None) -> tuple[int, int]:
    found: list[int] = []
    problem: ShamsiError | None = None
    for reckoning in RECKONINGS:
        try:
            found.append(islamic.day_number(*islamic.parse(text, reckoning, century)))
        except ShamsiError as error:
            problem = problem or error
            found.append(NO_DAY)
    if problem and max(found) == NO_DAY:
        raise problem
    return found[0], found[1]
