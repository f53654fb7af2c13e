"""Names and calls of other packages: each is answered with what is right here, and stays a plain error."""

import copy
import inspect
import pickle
import pydoc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import shamsi
from shamsi import Date, DateTime

ROOT = Path(shamsi.__file__).parents[1]
DAY, MOMENT = Date(1403, 12, 30), DateTime(1403, 12, 30, 14, 5)
PACKAGE: Any = shamsi
ANY: Any = Date
ANY_TIME: Any = DateTime


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("to_gregorian", "shamsi.Date(1403, 12, 30).gregorian; for columns shamsi.pandas.to_gregorian"),
        ("togregorian", "shamsi.Date(1403, 12, 30).gregorian"),
        ("JalaliToGregorian", "shamsi.Date(1403, 12, 30).gregorian"),
        ("to_jalali", "shamsi.Date.from_gregorian("),
        ("convert", "shamsi.Date(1403, 12, 30).gregorian or shamsi.Date.from_gregorian("),
        ("parse", "shamsi.Date.parse(text)"),
        ("JalaliDate", "shamsi.Date"),
        ("jdatetime", "shamsi.DateTime"),
        ("today", 'shamsi.Date.today("Asia/Tehran")'),
    ],
)
def test_names_of_the_package(name: str, way: str) -> None:
    assert not hasattr(shamsi, name)
    with pytest.raises(AttributeError) as raised:
        getattr(shamsi, name)
    assert str(raised.value).startswith(f"module 'shamsi' has no attribute {name!r}; use {way}")


def test_a_name_that_means_nothing() -> None:
    with pytest.raises(AttributeError, match=r"^module 'shamsi' has no attribute 'moon'$"):
        _ = PACKAGE.moon


@pytest.mark.parametrize("name", ["numpy", "sql", "testing"])
def test_a_neighbour_is_imported_when_it_is_asked_for(name: str) -> None:
    code = f"import sys, shamsi; assert 'shamsi.{name}' not in sys.modules; print(shamsi.{name}.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == f"shamsi.{name}\n"


def test_a_neighbour_without_its_package_is_no_attribute() -> None:
    code = """
import shamsi
print(hasattr(shamsi, "pandas"))
try:
    shamsi.pandas
except AttributeError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "False\nshamsi.pandas needs pandas: pip install 'shamsi[pandas]'\n"


@pytest.mark.parametrize(
    ("ask", "way"),
    [
        (lambda: ANY.fromgregorian, "shamsi.Date has no attribute 'fromgregorian'; use Date.from_gregorian"),
        (lambda: ANY(1403, 12, 30).togregorian(), "use day.gregorian"),
        (lambda: ANY(1403, 12, 30).to_gregorian(), "use day.gregorian"),
        (lambda: ANY(1403, 12, 30).jalali, "use Date itself, or Date.from_gregorian"),
        (lambda: ANY(1403, 12, 30).isleap(), "use day.is_leap"),
        (lambda: ANY(1403, 12, 30).jweekday(), 'use day.format("%A")'),
        (lambda: ANY(1403, 12, 30).week, "use day.week_of_year()"),
        (lambda: ANY(1403, 12, 30).month_name(), 'use day.format("%B")'),
        (lambda: ANY(1403, 12, 30).day_name(), 'use day.format("%A")'),
        (lambda: ANY_TIME.fromgregorian, "use DateTime.from_gregorian"),
        (lambda: ANY_TIME(1403, 12, 30).togregorian(), "use moment.gregorian"),
        (lambda: ANY_TIME.parse("1403/12/30 14:05"), "use DateTime.strptime or DateTime.fromisoformat"),
        (lambda: ANY_TIME.today, 'use DateTime.now("Asia/Tehran")'),
    ],
)
def test_attributes_of_other_dates(ask: Callable[[], Any], way: str) -> None:
    with pytest.raises(AttributeError) as raised:
        ask()
    assert str(raised.value).endswith(way)


@pytest.mark.parametrize("value", [DAY, MOMENT])
def test_what_looks_for_attributes_still_works(value: Any) -> None:
    kind = type(value)
    assert not hasattr(value, "togregorian")
    assert not hasattr(kind, "fromgregorian")
    assert getattr(value, "jalali", None) is None
    assert pickle.loads(pickle.dumps(value)) == copy.copy(value) == copy.deepcopy(value) == value
    assert "from_gregorian" in dict(inspect.getmembers(kind))
    assert "from_gregorian" in pydoc.render_doc(kind)


@pytest.mark.parametrize(
    ("ask", "call"),
    [
        (ANY.today, 'Date.today("Asia/Tehran")'),
        (ANY_TIME.now, 'DateTime.now("Asia/Tehran")'),
        (lambda: ANY_TIME.from_timestamp(0), 'DateTime.from_timestamp(seconds, "Asia/Tehran")'),
    ],
)
def test_a_clock_without_a_zone(ask: Callable[[], Any], call: str) -> None:
    with pytest.raises(TypeError) as raised:
        ask()
    assert str(raised.value) == f"tz must be given, no zone is assumed: {call}"


@pytest.mark.parametrize(
    "ask",
    [
        lambda least: shamsi.find("", min_confidence=least),
        lambda least: shamsi.check("", min_confidence=least),
        lambda least: shamsi.pairs("", min_confidence=least),
        lambda least: shamsi.annotate("", min_confidence=least),
        lambda least: shamsi.fix("", "persian", min_confidence=least),
        lambda least: shamsi.redact("", "year", min_confidence=least),
    ],
)
class TestConfidence:
    def test_percent(self, ask: Callable[[Any], Any]) -> None:
        wanted = r"^min_confidence must be a number from 0 to 1, got 95; write 0\.95 for 95 %$"
        with pytest.raises(shamsi.ShamsiError, match=wanted):
            ask(95)

    @pytest.mark.parametrize("least", [-0.1, 101, float("nan"), float("inf")])
    def test_outside(self, least: float, ask: Callable[[Any], Any]) -> None:
        with pytest.raises(shamsi.ShamsiError, match=r"^min_confidence must be a number from 0 to 1, got [^;]*$"):
            ask(least)

    @pytest.mark.parametrize("least", ["0.5", None])
    def test_no_number(self, least: Any, ask: Callable[[Any], Any]) -> None:
        with pytest.raises(TypeError, match=r"^min_confidence must be a number from 0 to 1, got "):
            ask(least)

    def test_ends(self, ask: Callable[[Any], Any]) -> None:
        for least in (0, 1, 0.5, True):
            ask(least)
