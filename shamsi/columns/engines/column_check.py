"""`check_columns`: two columns of one table that should name the same days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ShamsiError, shown
from shamsi.columns.blocks import Array
from shamsi.columns.cells import CellOptions
from shamsi.columns.engines.rejections import Rejected, rejected_cells
from shamsi.columns.engines.row_tables import RowTable
from shamsi.columns.pair_values import Read, days_of_values, gregorian_reader, lunar_reader
from shamsi.columns.pairs import DIAGNOSES, Comparison, compare, describe
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


def check(
    solar: CheckedColumn,
    other: CheckedColumn,
    options: CellOptions,
    calendar: OtherCalendar,
    lunar_tolerance: LunarTolerance,
    /,
) -> ColumnCheck:
    """Return the rows of two columns that disagree; ValueError for columns of two lengths.

    Raises ValueError for another calendar, and as `shamsi.check` for the tolerance.
    """
    if solar.total != other.total:
        raise ValueError(f"columns must be of one length, got {solar.total} and {other.total} rows")
    if calendar not in ("gregorian", "islamic"):
        raise ValueError(f'calendar must be "gregorian" or "islamic", got {shown(calendar)}')
    tolerance = policy(lunar_tolerance=lunar_tolerance).lunar_tolerance
    options = options._replace(times="drop", gregorian="refuse")
    days, rows = solar.read(options)
    unread = rejected_cells(rows, lambda: solar.take(rows), options, **_place(solar))
    if calendar == "islamic":
        found, others = _lunar(days, other, options, tolerance)
    else:
        others_days, others = _gregorian(other, options)
        found = compare(days, [others_days])
    return ColumnCheck(found, (solar, other), (unread, others))


def _gregorian(column: CheckedColumn, options: CellOptions) -> tuple[NDArray[np.int32], Rejected]:
    """Return the days of a column of Gregorian dates; Solar ones among them are rejected."""
    days, rows = column.read(options._replace(gregorian="pass"))
    if column.is_text:
        solar, _ = column.read(options)
        days = np.where(solar == NO_DAY, days, NO_DAY).astype(np.int32)
        rows = np.union1d(rows, np.flatnonzero(solar != NO_DAY))
    error_of = _error_of(gregorian_reader(options))
    return days, Rejected(rows, lambda: column.take(rows), error_of, **_place(column))


def _lunar(
    days: Array, column: CheckedColumn, options: CellOptions, tolerance: LunarTolerance
) -> tuple[Comparison, Rejected]:
    values = column.take(np.arange(column.total))
    reader = lunar_reader(options)
    found = days_of_values(values, reader, 2)
    exact = tolerance == BY_TABLE
    reckonings = found.days[1:] if exact else found.days
    rows = np.array(sorted(found.errors), np.int64)
    rejected = Rejected(
        rows, lambda: [values[row] for row in rows], _error_of(reader), **_place(column)
    )
    least = 0 if isinstance(tolerance, str) else tolerance
    return compare(days, reckonings, tolerance=least, lunar=True), rejected


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
