"""The column type in SQLAlchemy's hands, with SQLite below; skipped where SQLAlchemy is not installed."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shamsi import Date, RangeError

sa = pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
SolarDate = pytest.importorskip("shamsi.sqlalchemy").SolarDate
postgresql = pytest.importorskip("sqlalchemy.dialects.postgresql")

days = sa.Table(
    "days", sa.MetaData(), sa.Column("number", sa.Integer, primary_key=True), sa.Column("solar", SolarDate, index=True)
)
plain = sa.Table("days", sa.MetaData(), sa.Column("number", sa.Integer), sa.Column("solar", sa.Date))
FIRST, SECOND = Date(1403, 12, 30), Date(1404, 1, 5)


@pytest.fixture(name="engine", scope="module")
def _engine() -> Iterator[Any]:
    engine = sa.create_engine("sqlite://")
    days.create(engine)
    yield engine
    engine.dispose()


@pytest.fixture(name="connection")
def _connection(engine: Any) -> Iterator[Any]:
    """Yield a connection to a table of two days and a null."""
    with engine.connect() as connection:
        connection.execute(days.insert(), [{"solar": FIRST}, {"solar": SECOND}, {"solar": None}])
        yield connection


@settings(max_examples=50)
@given(st.lists(st.none() | st.dates(min_value=dt.date(622, 3, 21)), min_size=1))
def test_what_is_written_is_read_and_stored_as_the_gregorian_day(engine: Any, stored: list[dt.date | None]) -> None:
    solar = [day and Date.from_gregorian(day) for day in stored]
    with engine.connect() as connection:
        connection.execute(days.insert(), [{"solar": day} for day in solar])
        assert connection.scalars(sa.select(days.c.solar).order_by(days.c.number)).all() == solar
        assert connection.scalars(sa.select(plain.c.solar).order_by(plain.c.number)).all() == stored
        ordered = connection.scalars(sa.select(days.c.solar).where(days.c.solar.is_not(None)).order_by(days.c.solar))
        assert ordered.all() == sorted(day for day in solar if day)


def test_the_column_is_of_type_date() -> None:
    for dialect in (None, postgresql.dialect()):
        assert "solar DATE" in str(sa.schema.CreateTable(days).compile(dialect=dialect))


@pytest.mark.parametrize("value", [FIRST, FIRST.gregorian])
def test_both_calendars_are_compared(connection: Any, value: object) -> None:
    for condition in (days.c.solar == value, days.c.solar.in_([value]), days.c.solar.between(value, value)):
        assert connection.scalars(sa.select(days.c.solar).where(condition)).all() == [FIRST]


def test_null_is_none(connection: Any) -> None:
    assert connection.scalars(sa.select(days.c.number).where(days.c.solar.is_(None))).all() == [3]


def test_what_keeps_the_type_keeps_the_calendar(connection: Any) -> None:
    for query, day in ((sa.func.max(days.c.solar), SECOND), (sa.func.min(days.c.solar), FIRST)):
        assert connection.scalar(sa.select(query)) == day
    assert connection.scalar(sa.select(sa.literal(FIRST, SolarDate))) == FIRST
    assert SolarDate().python_type is Date


@pytest.mark.parametrize("value", ["1403-12-30", 14031230, dt.datetime(2025, 3, 20)])
def test_other_values_are_refused(connection: Any, value: object) -> None:
    query = sa.select(days).where(days.c.solar == value)
    with pytest.raises(sa.exc.StatementError, match=r"date must be a shamsi\.Date or a datetime\.date, got "):
        connection.execute(query)


def test_a_stored_day_before_the_calendar_is_told(connection: Any) -> None:
    connection.execute(plain.insert(), {"solar": dt.date(622, 3, 20)})
    with pytest.raises(RangeError, match="0622-03-20"):
        connection.scalars(sa.select(days.c.solar)).all()


def test_arithmetic_is_that_of_dates() -> None:
    for ours, theirs in zip(arithmetic(days.c.solar, FIRST), arithmetic(plain.c.solar, FIRST.gregorian), strict=True):
        assert repr(ours.type) == repr(theirs.type)
        assert str(ours.compile(dialect=postgresql.dialect())) == str(theirs.compile(dialect=postgresql.dialect()))


def arithmetic(column: Any, day: object) -> list[Any]:
    return [column - column, column - day, column + dt.timedelta(1), column - dt.timedelta(1)]


def test_statements_are_cached() -> None:
    one, other = (sa.select(days).where(days.c.solar == day)._generate_cache_key() for day in (FIRST, SECOND))
    assert one is not None
    assert one.key == other.key
