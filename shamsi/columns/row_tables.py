"""Small tables about some rows of a column, which any engine can take."""

# pyright: basic, reportMissingImports=false, reportMissingTypeStubs=false, reportAttributeAccessIssue=false
# (engines are annotated in part, and need not be installed)

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from numpy import int64
from numpy.typing import NDArray

_OF_FRAMES = frozenset(
    "columns describe drop groupby group_by head iloc index loc query shape tail to_csv to_dict "
    "to_excel to_frame to_json to_parquet to_sql value_counts write_csv".split()
)


class RowTable(ABC):
    """A table of rows, by their positions, with the columns `names`.

    Subclasses give the columns. Values that are not text are written as text in Polars and PyArrow;
    pandas keeps them, and labels the rows as the Series that was read.
    """

    names: ClassVar[tuple[str, ...]]
    integers: ClassVar[tuple[str, ...]] = ("row", "delta_days")

    def __init__(self, rows: NDArray[int64], /, *, total: int, labels: Any = None) -> None:
        self.rows = rows
        self.total = total
        self._labels = labels

    def __len__(self) -> int:
        return len(self.rows)

    if not TYPE_CHECKING:  # type checkers report names that are missing themselves

        def __getattr__(self, name: str) -> object:
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            if name in _OF_FRAMES:
                message += f"; use to_pandas().{name}, or to_polars() or to_arrow()"
            raise AttributeError(message)

    @abstractmethod
    def _columns(self) -> dict[str, Any]:
        """Return the columns as lists, by name."""

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame; its index has the labels of a Series that was read.

        >>> import shamsi.numpy as sn
        >>> rejected = sn.to_gregorian(["1403/12/30", "soon"], errors="report").rejected
        >>> rejected.to_pandas()[["row", "value", "reason"]]
           row value      reason
        0    1  soon  not-a-date
        """
        import pandas as pd

        index = None if self._labels is None else self._labels[self.rows]
        columns = {
            name: values if name in self.integers else pd.Series(values, dtype=object).to_numpy()
            for name, values in self._columns().items()
        }
        return pd.DataFrame(columns, index)

    def to_polars(self) -> Any:
        """Return a Polars DataFrame; values that are not text are written as text.

        >>> import shamsi.numpy as sn
        >>> sn.to_gregorian(["soon"], errors="report").rejected.to_polars().row(0)[:3]
        (0, 'soon', 'not-a-date')
        """
        import polars as pl

        kinds = {name: pl.Int64 if name in self.integers else pl.String for name in self.names}
        return pl.DataFrame(self._texts(), kinds)

    def to_arrow(self) -> Any:
        """Return a PyArrow table; values that are not text are written as text.

        >>> import shamsi.numpy as sn
        >>> sn.to_gregorian(["soon"], errors="report").rejected.to_arrow().num_rows
        1
        """
        import pyarrow as pa

        kinds = [
            (name, pa.int64() if name in self.integers else pa.string()) for name in self.names
        ]
        return pa.table(self._texts(), pa.schema(kinds))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Pass the table by Arrow's C interface, to DuckDB, Polars and others; needs PyArrow."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _texts(self) -> dict[str, Any]:
        return {
            name: values if name in self.integers else [_text(value) for value in values]
            for name, values in self._columns().items()
        }


def _text(value: object) -> str:
    """A value as text that any engine can hold: no lone surrogates."""
    return str(value).encode(errors="backslashreplace").decode()
