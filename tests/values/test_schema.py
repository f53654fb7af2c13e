"""Dates as fields of pydantic's models: what they take, what they write, what JSON Schema says; skipped without it."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi import Date, DateTime, Period
from shamsi.testing import datetimes, periods
from tests.test_imports import loaded_by

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed")

DAYS = pydantic.TypeAdapter(Date)
dates = st.dates(min_value=dt.date(622, 3, 21)).map(Date.from_gregorian)


class Order(pydantic.BaseModel):  # type: ignore[misc,name-defined]
    placed: Date
    paid: Date | None = None
    sent: dict[Date, int] = pydantic.Field(default_factory=dict)


@given(dates)
def test_a_model_comes_back_from_python_and_json(day: Date) -> None:
    order = Order(placed=day, paid=day, sent={day: 1})
    assert order.model_dump() == {"placed": day, "paid": day, "sent": {day: 1}}
    assert Order(**order.model_dump()) == Order.model_validate(order.model_dump(), strict=True) == order
    text = str(day)
    written = order.model_dump_json()
    assert json.loads(written) == order.model_dump(mode="json") == {"placed": text, "paid": text, "sent": {text: 1}}
    if not 1700 <= day.year <= 2200:  # text that looks Gregorian is refused
        assert Order.model_validate_json(written) == Order.model_validate_json(written, strict=True) == order


@given(dates)
def test_a_gregorian_day_is_taken_in_python(day: Date) -> None:
    assert DAYS.validate_python(day.gregorian) == day


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("1402-12-30", r"day must be 1..29 in Esfand 1402 \(not a leap year\), got 30"),
        ("2025-03-20", r"looks Gregorian: 2025-03-20; use Date.from_gregorian\(datetime.date\(2025, 3, 20\)\)"),
        ("1403/12/30", "not in ISO layout: write 1403-12-30"),
        (dt.date(622, 3, 20), "date must be 0622-03-21..9999-12-31, got 0622-03-20"),
        (dt.datetime(2025, 3, 20, 5), "got a datetime.datetime; take its day with .date()"),
        (14031230, r"must be a shamsi.Date or str or datetime.date, got 14031230 \(int\)"),
        (None, r"must be a shamsi.Date or str or datetime.date, got None \(NoneType\)"),
        (b"1403-12-30", r"must be a shamsi.Date or str or datetime.date, got b'1403-12-30' \(bytes\)"),
    ],
)
def test_what_is_wrong_is_told_by_pydantic(value: object, message: str) -> None:
    with pytest.raises(pydantic.ValidationError, match=message) as caught:
        Order(placed=value)
    assert [error["loc"] for error in caught.value.errors()] == [("placed",)]


@pytest.mark.parametrize("value", ["1403-12-30", dt.date(2025, 3, 20)])
def test_strict_takes_the_value_itself(value: object) -> None:
    with pytest.raises(pydantic.ValidationError, match="Input should be an instance of Date"):
        DAYS.validate_python(value, strict=True)


@pytest.mark.parametrize("text", ["14031230", "null", "1403.0", '["1403-12-30"]'])
def test_json_holds_text(text: str) -> None:
    with pytest.raises(pydantic.ValidationError, match="Input should be a valid string"):
        DAYS.validate_json(text)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_json_schema_says_that_it_is_no_gregorian_date(mode: Any) -> None:
    assert DAYS.json_schema(mode=mode) == {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "description": "A Solar Hijri date, year-month-day.",
        "examples": ["1403-12-30"],
    }


def test_a_field_says_more_of_itself() -> None:
    class Described(pydantic.BaseModel):  # type: ignore[misc,name-defined]
        day: Date = pydantic.Field(Date(1400, 1, 1), description="when it was placed")

    told = Described.model_json_schema()["properties"]["day"]
    assert (told["description"], told["default"]) == ("when it was placed", "1400-01-01")


def test_a_gregorian_field_beside_ours_keeps_its_own() -> None:
    either = pydantic.TypeAdapter(Date | dt.date)
    assert either.validate_python(dt.date(2025, 3, 20)) == dt.date(2025, 3, 20)
    assert either.validate_python(Date(1403, 12, 30)) == Date(1403, 12, 30)
    assert either.validate_json('"1403-12-30"') == Date(1403, 12, 30)


def test_a_subclass_is_read_as_itself() -> None:
    class Day(Date):
        __slots__ = ()

    for value in ("1403-12-30", dt.date(2025, 3, 20)):
        assert type(pydantic.TypeAdapter(Day).validate_python(value)) is Day


def test_the_hook_costs_no_import() -> None:
    assert "shamsi.values.schema" not in loaded_by("import shamsi; shamsi.Date(1403, 12, 30)")


CENTURIES = DateTime(1200, 1, 1), DateTime(1600, 1, 1)


class Stay(pydantic.BaseModel):  # type: ignore[misc,name-defined]
    booked: DateTime
    nights: Period


@given(
    datetimes(*CENTURIES, timezones=st.timezones()) | datetimes(*CENTURIES),
    periods(Date(1200, 1, 1), Date(1600, 1, 1)),
)
def test_date_times_and_periods_come_back(booked: DateTime, nights: Period) -> None:
    stay = Stay(booked=booked, nights=nights)
    assert stay.model_dump() == {"booked": booked, "nights": nights}
    read = Stay.model_validate_json(stay.model_dump_json())
    assert (read.booked.gregorian.replace(tzinfo=None), read.nights) == (booked.gregorian.replace(tzinfo=None), nights)
    assert read.booked.gregorian.utcoffset() == booked.gregorian.utcoffset()
    assert Stay(booked=booked.gregorian, nights=str(nights)) == stay


def test_what_is_no_period_is_told() -> None:
    with pytest.raises(pydantic.ValidationError, match="looks Gregorian") as caught:
        Stay(booked="1404-05-18 12:00", nights="2025-07")
    assert [error["loc"] for error in caught.value.errors()] == [("nights",)]
