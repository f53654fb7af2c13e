"""SQLAlchemy: a column type, Solar Hijri dates in Python and plain DATE in the database.

What is stored is the Gregorian day, so other programs, indexes and the database's own functions
work on it as on any date. What the database takes from it, such as `extract("year", column)`, is
Gregorian as well.
"""

# pyright: basic, reportMissingImports=false
# (SQLAlchemy need not be installed)

import datetime as dt
from typing import Any

try:
    from sqlalchemy import types
except ModuleNotFoundError as _error:
    if _error.name != "sqlalchemy":
        raise
    raise ModuleNotFoundError(
        "shamsi.sqlalchemy needs SQLAlchemy: pip install 'shamsi[sqlalchemy]'", name="sqlalchemy"
    ) from _error

from shamsi._errors import shown
from shamsi.values.date import Date

__all__ = ["SolarDate"]


def __dir__() -> list[str]:
    return sorted(__all__)


class SolarDate(types.TypeDecorator[Date]):
    """A column of `shamsi.Date`, stored as DATE; NULL is None.

    A `Date` or a `datetime.date` is written and compared; any other value is a TypeError, which
    SQLAlchemy raises as a StatementError. A stored day before 0622-03-21 is a RangeError.
    Arithmetic in SQL is that of `sqlalchemy.Date`.

    >>> import sqlalchemy as sa
    >>> orders = sa.Table("orders", sa.MetaData(), sa.Column("placed", SolarDate))
    >>> since = orders.c.placed >= Date(1403, 12, 30)
    >>> print(since.compile(compile_kwargs={"literal_binds": True}))
    orders.placed >= '2025-03-20'
    """

    impl: types.TypeEngine[Any] | type[types.TypeEngine[Any]] = types.Date
    cache_ok: bool | None = True

    def process_bind_param(self, value: object, dialect: Any) -> dt.date | None:
        """Return the Gregorian day that is stored."""
        if value is None:
            return None
        if isinstance(value, Date):
            return value.gregorian
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        raise TypeError(
            "date must be a shamsi.Date or a datetime.date, "
            f"got {shown(value)} ({type(value).__name__})"
        )

    def process_result_value(self, value: dt.date | None, dialect: Any) -> Date | None:
        """Return the Solar Hijri date of a stored day."""
        return None if value is None else Date.from_gregorian(value)

    def coerce_compared_value(self, op: Any, value: object) -> Any:
        """Return the type of a value beside the column: a timedelta is not a date."""
        return (
            self.impl_instance.coerce_compared_value(op, value)
            if isinstance(value, dt.timedelta)
            else self
        )

    @property
    def python_type(self) -> type[Date]:
        """The type of the values.

        >>> SolarDate().python_type
        <class 'shamsi.values.date.Date'>
        """
        return Date
