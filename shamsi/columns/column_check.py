"""`check_columns`: two columns of one table that should name the same days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ShamsiError, shown
from shamsi.columns.cells import CellOptions
from shamsi.columns.pair_values import Read, days_of_values, gregorian_reader, lunar_reader
from shamsi.columns.pairs import DIAGNOSES, Comparison, compare, describe
from shamsi.columns.rejections import Rejected, rejected_cells
from shamsi.columns.row_tables import RowTable
from shamsi.columns.table import NO_DAY
from shamsi.text.policy import BY_TABLE, LunarTolerance, policy

OtherCalendar: TypeAlias = Literal["gregorian", "islamic"]


class Disagreement(NamedTuple):
    """One row whose dates disagree: its position, both values, the days between, and the slip.

    `delta_days` is the other day minus the Solar one.
    """

    row: int
    solar: object
    other: object
    delta_days: int
    diagnosis: str


class CheckedColumn(NamedTuple):
    """A column of any engine: how its days are read, and how some of its values are taken."""

    read: Callable[[CellOptions], tuple[NDArray[np.int32], NDArray[np.int64]]]
    take: Callable[[NDArray[np.int64]], Sequence[object]]
    total: int
    is_text: bool  # or numbers: what may be of another calendar than expected
    labels: Any = None


class ColumnCheck(RowTable):
    """What `check_columns` returns: a table of the rows that disagree, with a summary.

    Its columns are `row` (from 0), `solar`, `other`, `delta_days` (the other day minus the Solar
    one) and `diagnosis`, a slip of `shamsi.check` or ``birashk``, ``no-leap-years``,
    ``constant-shift`` and ``day-month-swap``. `compared` is how many rows have both dates;
    `rejected` holds the rows of each column that could not be read.

    >>> import shamsi.numpy as sn
    >>> check = sn.check_columns(["1404/05/18", "1404/05/19"], ["2025-08-18", "2025-08-10"])
    >>> len(check), check.compared, check[0]
    (1, 2, Disagreement(row=0, solar='1404/05/18', other='2025-08-18', delta_days=9, \
diagnosis='calque'))
    >>> print(check.summary())
    2 of 2 rows compared, 1 disagrees, 0 cannot be read
      1 calque: the name of the month was translated, not converted
    """

    names = Disagreement._fields

    def __init__(
        self,
        found: Comparison,
        columns: tuple[CheckedColumn, CheckedColumn],
        rejected: tuple[Rejected, Rejected],
    ) -> None:
        super().__init__(found.rows, total=columns[0].total, labels=columns[0].labels)
        self.compared = found.compared
        self.rejected = rejected
        self._found, self._checked = found, columns

    def __iter__(self) -> Iterator[Disagreement]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, place: int, /) -> Disagreement:
        columns = self._columns_of(slice(place, place + 1 or None))
        return Disagreement(*(column[0] for column in columns.values()))

    def counts(self) -> dict[str, int]:
        """Return how many rows have each diagnosis, most first.

        >>> import shamsi.numpy as sn
        >>> sn.check_columns(["1404/05/18"], ["2025-08-10"]).counts()
        {'off-by-one': 1}
        """
        return self._found.counts()

    def summary(self) -> str:
        """Return how many rows were compared, and a sentence about each diagnosis, as lines.

        >>> import shamsi.numpy as sn
        >>> print(sn.check_columns(["1404/05/18"], ["2025-08-09"]).summary())
        1 of 1 rows compared, 0 disagree, 0 cannot be read
        """
        unread = sum(map(len, self.rejected))
        verb = "disagrees" if len(self) == 1 else "disagree"
        lines = [
            f"{self.compared:,} of {self.total:,} rows compared, {len(self):,} {verb}, "
            f"{unread:,} cannot be read"
        ]
        lines += [
            f"  {count:,} {name}: {describe(name, self._found.pattern)}"
            for name, count in self.counts().items()
        ]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"ColumnCheck: {self.summary()}"

    def _columns(self) -> dict[str, Any]:
        return self._columns_of(slice(None))

    def _columns_of(self, places: slice) -> dict[str, Any]:
        rows = self.rows[places]
        solar, other = (column.take(rows) for column in self._checked)
        return {
            "row": rows.tolist(),
            "solar": solar,
            "other": other,
            "delta_days": self._found.delta[places].tolist(),
            "diagnosis": [DIAGNOSES[code] for code in self._found.codes[places].tolist()],
        }


class Both(NamedTuple):
    """Two columns as days, the other one by each reckoning, and what of them was not read."""

    solar: NDArray[np.int32]
    others: list[NDArray[np.int32]]
    rejected: tuple[Rejected, Rejected]


class Terms(NamedTuple):
    """How two columns are compared: how they are read, the other calendar, and its tolerance."""

    options: CellOptions
    calendar: OtherCalendar
    tolerance: LunarTolerance

    @property
    def days(self) -> int:
        """By how many days rows may differ."""
        is_exact = isinstance(self.tolerance, str) or self.calendar != "islamic"
        return 0 if is_exact else int(self.tolerance)


def terms(
    options: CellOptions, calendar: OtherCalendar, lunar_tolerance: LunarTolerance, /
) -> Terms:
    """Return the terms after checks.

    Raises ValueError for another calendar, and as `shamsi.check` for the tolerance.

    >>> terms(CellOptions(), "islamic", 1).days
    1
    """
    if calendar not in ("gregorian", "islamic"):
        raise ValueError(f'calendar must be "gregorian" or "islamic", got {shown(calendar)}')
    tolerance = policy(lunar_tolerance=lunar_tolerance).lunar_tolerance
    return Terms(options._replace(times="drop", gregorian="refuse"), calendar, tolerance)


def check(solar: CheckedColumn, other: CheckedColumn, how: Terms, /) -> ColumnCheck:
    """Return the rows of two columns that disagree; ValueError for columns of two lengths."""
    if solar.total != other.total:
        raise ValueError(f"columns must be of one length, got {solar.total} and {other.total} rows")
    both = read_both(solar, other, how)
    is_lunar = how.calendar == "islamic"
    found = compare(both.solar, both.others, tolerance=how.days, lunar=is_lunar)
    return ColumnCheck(found, (solar, other), both.rejected)


def read_both(solar: CheckedColumn, other: CheckedColumn, how: Terms, /) -> Both:
    """Return two columns as days, and the rows of each that were not read."""
    days, rows = solar.read(how.options)
    unread = rejected_cells(rows, lambda: solar.take(rows), how.options, **_place(solar))
    read = _lunar if how.calendar == "islamic" else _gregorian
    others, rejected = read(other, how)
    return Both(days, others, (unread, rejected))


def _gregorian(column: CheckedColumn, how: Terms) -> tuple[list[NDArray[np.int32]], Rejected]:
    """Return the days of a column of Gregorian dates; Solar ones among them are rejected."""
    days, rows = column.read(how.options._replace(gregorian="pass"))
    if column.is_text:
        solar, _ = column.read(how.options)
        days = np.where(solar == NO_DAY, days, NO_DAY).astype(np.int32)
        rows = np.union1d(rows, np.flatnonzero(solar != NO_DAY))
    error_of = _error_of(gregorian_reader(how.options))
    return [days], Rejected(rows, lambda: column.take(rows), error_of, **_place(column))


def _lunar(column: CheckedColumn, how: Terms) -> tuple[list[NDArray[np.int32]], Rejected]:
    values = column.take(np.arange(column.total))
    reader = lunar_reader(how.options)
    found = days_of_values(values, reader, 2)
    rows = np.array(sorted(found.errors), np.int64)
    rejected = Rejected(
        rows, lambda: [values[row] for row in rows], _error_of(reader), **_place(column)
    )
    return found.days[1:] if how.tolerance == BY_TABLE else found.days, rejected


def _error_of(read: Read) -> Callable[[object], ShamsiError]:
    def error_of(value: object) -> ShamsiError:
        try:
            read(value)
        except ShamsiError as error:
            return error
        return ShamsiError(f"cannot read {shown(value)} as a date")

    return error_of


def _place(column: CheckedColumn) -> dict[str, Any]:
    return {"total": column.total, "labels": column.labels}
