"""Rows of a column that were not read: which they are, what they hold, and why."""

# pyright: basic, reportPrivateUsage=false
# (PyArrow has no annotations)

from __future__ import annotations

import os
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ParseError, ShamsiError, shown
from shamsi.columns.cells import CellOptions, Reason, read, reason_of, worded
from shamsi.columns.row_tables import RowTable
from shamsi.formats.numeric import refusal

Policy: TypeAlias = Literal["raise", "coerce", "report"]
Values = TypeVar("Values")

_PACKAGE = f"{Path(__file__).parents[1]}{os.sep}"
_SHOWN = 10  # rows in a repr
_WARNED = 3  # rows in a warning


class RejectedRow(NamedTuple):
    """One row that was not read: its position, its value, a reason of REASONS, and the message."""

    row: int
    value: object
    reason: Reason
    detail: str


class Report(NamedTuple):
    """What `to_gregorian(…, errors="report")` returns: the days, and the rows that have none.

    `values` are what `errors="coerce"` returns.

    >>> import shamsi.numpy as sn
    >>> days, rejected = sn.to_gregorian(["1403/12/30", "02/05/12"], errors="report")
    >>> days.astype(str).tolist(), rejected.counts()
    (['2025-03-20', 'NaT'], {'two-digit-year': 1})
    """

    values: Any
    rejected: Rejected

    if not TYPE_CHECKING:  # type: ignore[misc]  # type checkers report missing names themselves

        def __getattr__(self, name: str) -> object:
            way = "" if name.startswith("_") else "; days, rejected = report takes it apart"
            raise AttributeError(f"'Report' object has no attribute {name!r}{way}")

    def counts(self) -> dict[Reason, int]:
        """Return how many rows each reason has, the most first.

        >>> import shamsi.numpy as sn
        >>> sn.to_gregorian(["1403/13/30", "1403/14/1"], errors="report").counts()
        {'impossible-date': 2}
        """
        return self.rejected.counts()


class Rejected(RowTable):
    """A table of the rows that were not read: `row`, `value`, `reason` and `detail`.

    Rows are counted from 0, over all chunks, or over the elements of an array in C order; `detail`
    names the argument of the column's function that would read the value, if any does. Missing
    values are never rejected. Reasons are found on first use, once for each distinct value.

    >>> import shamsi.numpy as sn
    >>> rejected = sn.to_gregorian(["1403/12/30", "soon", "02/05/12"], errors="report").rejected
    >>> len(rejected), rejected.rows
    (2, array([1, 2]))
    >>> for row in rejected:
    ...     print(row.row, row.value, row.reason)
    1 soon not-a-date
    2 02/05/12 two-digit-year
    """

    names = RejectedRow._fields

    def __init__(
        self,
        rows: NDArray[np.int64],
        values: Callable[[], Sequence[object]],
        error_of: Callable[[object], ShamsiError],
        /,
        *,
        total: int,
        labels: Any = None,
        shape: tuple[int, ...] | None = None,
    ) -> None:
        super().__init__(rows, total=total, labels=labels)
        self._take, self._error_of, self._shape = values, error_of, shape
        self._known: dict[object, ShamsiError] = {}

    def __iter__(self) -> Iterator[RejectedRow]:
        return (self[place] for place in range(len(self)))

    def __getitem__(self, place: int, /) -> RejectedRow:
        if isinstance(place, str):
            raise TypeError(f"a row is taken by its place, got {place!r}; to_pandas() has columns")
        row, value = int(self.rows[place]), self._values[place]
        error = self._error(place)
        return RejectedRow(row, value, reason_of(error), worded(error))

    def counts(self) -> dict[Reason, int]:
        """Return how many rows each reason has, the most first.

        >>> import shamsi.numpy as sn
        >>> sn.to_gregorian(["soon", "1403/13/1", "1403/1/32"], errors="report").rejected.counts()
        {'impossible-date': 2, 'not-a-date': 1}
        """
        reasons: list[Reason] = [reason_of(self._error(place)) for place in range(len(self))]
        return dict(Counter[Reason](reasons).most_common())

    def __repr__(self) -> str:
        lines = [f"Rejected: {len(self):,} of {self.total:,} rows{_counted(self)}"]
        lines += [
            f"  row {self._label(place)}: {shown(row.value)}: {_line(row.detail)}"
            for place, row in self._first(_SHOWN)
        ]
        return "\n".join(lines + (["  …"] if len(self) > _SHOWN else []))

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in RejectedRow._fields)
        body = "".join(
            f"<tr><td>{escape(self._label(place))}</td><td><bdi>{escape(shown(row.value))}</bdi></td>"
            f"<td>{row.reason}</td><td>{escape(_line(row.detail))}</td></tr>"
            for place, row in self._first(_SHOWN)
        )
        more = f"<p>and {len(self) - _SHOWN:,} more</p>" if len(self) > _SHOWN else ""
        caption = escape(f"{len(self):,} of {self.total:,} rows rejected{_counted(self)}")
        return f"<table><caption>{caption}</caption><tr>{head}</tr>{body}</table>{more}"

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_values": self._values, "_take": None, "_known": {}}

    def _error(self, place: int) -> ShamsiError:
        value = self._values[place]
        try:
            key: object = (type(value), value)
            if key not in self._known:
                self._known[key] = self._error_of(value)
            return self._known[key]
        except TypeError:  # a list, or another value without a hash
            return self._error_of(value)

    def _label(self, place: int) -> str:
        """How a message names a row: by its label, position or indices; "" for a scalar."""
        row = int(self.rows[place])
        if self._labels is not None:
            return shown(self._labels[row : row + 1].tolist()[0])
        if self._shape is not None and len(self._shape) != 1:
            return str(tuple(map(int, np.unravel_index(row, self._shape)))) if self._shape else ""
        return str(row)

    def _first(self, count: int) -> Iterator[tuple[int, RejectedRow]]:
        return ((place, self[place]) for place in range(min(count, len(self))))

    def _columns(self) -> dict[str, Any]:
        errors = [self._error(place) for place in range(len(self))]
        return {
            "row": self.rows.tolist(),
            "value": self._values,
            "reason": [reason_of(error) for error in errors],
            "detail": [worded(error) for error in errors],
        }

    @cached_property
    def _values(self) -> Sequence[object]:
        return self._take()


def rejected_cells(
    rows: NDArray[np.int64],
    values: Callable[[], Sequence[object]],
    options: CellOptions,
    /,
    **place: Any,
) -> Rejected:
    """Return the rows of text, numbers or objects that `cells.read` rejects.

    >>> rows = np.array([3])
    >>> rejected_cells(rows, lambda: ["1404-13-01"], CellOptions(), total=9).counts()
    {'impossible-date': 1}
    """
    return Rejected(rows, values, partial(_cell_error, options), **place)


def rejected_fields(
    rows: NDArray[np.int64],
    fields: Sequence[NDArray[Any]],
    /,
    **place: Any,
) -> Rejected:
    """Return the rows of years, months and days that are not a date; their values are tuples.

    >>> fields = [np.array([each]) for each in (1404, 13, 1)]
    >>> rejected_fields(np.array([0]), fields, total=1)[0].detail
    'month must be 1..12, got 13'
    """

    def values() -> list[object]:
        taken = [each.reshape(-1)[rows].tolist() for each in np.broadcast_arrays(*fields)]
        return list(zip(*taken, strict=True))

    return Rejected(rows, values, _field_error, **place)


def policy_of(errors: str | None, /, *, default: Policy) -> Policy:
    """Return what to do with rows that are not dates; ValueError for anything unknown.

    >>> policy_of(None, default="raise")
    'raise'
    """
    if errors is None:
        return default
    if errors not in get_args(Policy):
        raise ValueError(f'errors must be "raise", "coerce" or "report", got {shown(errors)}')
    return errors  # type: ignore[return-value]


def settled(values: Values, rejected: Rejected, policy: Policy, /) -> Values | Report:
    """Return the values of a column, with the rows rejected if the caller asks for a report.

    Raises the error of the first row under "raise", and warns once under "coerce".

    >>> settled([1], Rejected(np.array([]), list, refusal, total=1), "raise")
    [1]
    """
    if policy == "report":
        return Report(values, rejected)
    if len(rejected):
        if policy == "raise":
            raise failure(rejected)
        warn(rejected)
    return values


def failure(rejected: Rejected, /, *, report: str = "") -> ShamsiError:
    """Return the error of the first row, which also counts the others.

    If rows come in batches, their positions mean nothing: `report` is the call that lists them.

    >>> rows, values = np.array([0, 2]), ["02/05/12", "soon"]
    >>> print(failure(rejected_cells(rows, lambda: values, CellOptions(), total=3)))
    row 0: '02/05/12': two-digit year '02' is ambiguous; century=1400 reads it as 1402 (and 1 more \
of 3 rows; errors="report" lists them, errors="coerce" makes them missing)
    """
    error, place = rejected._error(0), rejected._label(0)
    if not place:
        return type(error)(worded(error))
    others, rows = len(rejected) - 1, "rows read at once" if report else "rows"
    lists = report or 'errors="report"'
    rest = (
        f"and {others:,} more of {rejected.total:,} {rows}; "
        f'{lists} lists them, errors="coerce" makes them missing'
        if others
        else f'1 of {rejected.total:,} {rows}; errors="coerce" makes it missing'
    )
    start = "" if report else f"row {place}: "
    return type(error)(f"{start}{shown(rejected[0].value)}: {worded(error)} ({rest})")


def warn(rejected: Rejected, /) -> None:
    """Warn once of all rows that became missing, where the caller's code calls this package.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     warn(rejected_cells(np.array([1]), lambda: ["soon"], CellOptions(), total=2))
    >>> str(caught[0].message)[:56]
    '1 of 2 rows is not a date and became missing (not-a-date'
    """
    count = len(rejected)
    verbs = "is not a date and became" if count == 1 else "are not dates and became"
    rows = "; ".join(
        f"row {rejected._label(place)}: {shown(row.value)}: {_line(row.detail)}"
        for place, row in rejected._first(_WARNED)
    )
    message = (
        f"{count:,} of {rejected.total:,} rows {verbs} missing{_counted(rejected, '(')}, "
        f'first {rows}; errors="report" lists them'
    )
    warnings.warn(message, UserWarning, stacklevel=_depth())


def _cell_error(options: CellOptions, value: object) -> ShamsiError:
    try:
        read(value, options)
    except ShamsiError as error:
        return error
    return ParseError(f"cannot read {shown(value)} as a date")


def _field_error(value: Any) -> ShamsiError:
    return refusal(*value)


def _counted(rejected: Rejected, opening: str = ": ") -> str:
    counts = ", ".join(f"{reason} {count:,}" for reason, count in rejected.counts().items())
    if not counts:
        return ""
    return f" ({counts})" if opening == "(" else f"{opening}{counts}"


def _depth() -> int:
    """The stack level, seen from `warn`, of the first frame that is not of this package."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame, level = frame.f_back, level + 1
    return level


def _line(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
