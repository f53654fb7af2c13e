"""The pages for those who come from jdatetime and persiantools: every public name of theirs stands beside ours."""

import datetime as dt
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi import Date
from shamsi.calendar import kernel

HOW_TO = Path(__file__).resolve().parent.parent / "docs" / "how-to"
CLASSES = {  # what a page calls them, and where they are
    "jdatetime": {name: f"jdatetime:{name}" for name in ("date", "datetime", "time", "timedelta")},
    "persiantools": {name: f"persiantools.jdatetime:{name}" for name in ("JalaliDate", "JalaliDateTime")},
}
MODULES = {
    "jdatetime": {"jdatetime": "jdatetime"},
    "persiantools": {name: f"persiantools.{name}" for name in ("jdatetime", "digits", "characters", "utils")},
}
TABLES = re.compile(
    "_MAP|_PATTERN|^[A-Z]+$|^BIG_RANGE$|^CHARACTER_"
)  # digits and letters, which are no one's interface
OURS = {"Date": "Date", "day": "Date", "DateTime": "DateTime", "moment": "DateTime"}
dates = st.dates(min_value=dt.date(1799, 3, 21), max_value=dt.date(2124, 3, 19))


def rows(package: str) -> list[list[str]]:
    """The cells of the page's table."""
    page = (HOW_TO / f"coming-from-{package}.md").read_text(encoding="utf-8")
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in page.splitlines() if line[:3] == "| `"]


def named(cell: str) -> list[tuple[str, str]]:
    """The names with a dot that a cell has in code: what stands before it, and behind."""
    return [pair for code in re.findall("`([^`]+)`", cell) for pair in re.findall(r"^(\w+)\.(\w+)", code)]


def public(package: str) -> Iterator[tuple[str, str]]:
    """The public names of the real package, as its page writes them."""
    bases: set[type] = set()
    for label, place in CLASSES[package].items():
        module, _, name = place.partition(":")
        kind = getattr(import_module(module), name)
        inherited = {one for base in kind.__mro__[1:] if base in bases for one in vars(base)}
        yield from ((label, one) for one in dir(kind) if one[0] != "_" and one not in inherited - vars(kind).keys())
        bases.add(kind)
    for label, path in MODULES[package].items():
        yield from ((label, name) for name in vars(import_module(path)) if is_theirs(import_module(path), name))


def is_theirs(module: ModuleType, name: str) -> bool:
    """Whether a name is the module's own, neither imported for its use nor a class with rows of its own."""
    value = getattr(module, name)
    if name.startswith("_") or isinstance(value, ModuleType) or name in CLASSES[module.__name__.partition(".")[0]]:
        return False
    if not module.__name__.endswith("jdatetime") and TABLES.search(name):
        return False
    return name.isupper() or getattr(value, "__module__", module.__name__) == module.__name__


@pytest.mark.parametrize("package", CLASSES)
def test_every_public_name_of_theirs_has_a_row(package: str) -> None:
    pytest.importorskip(package, reason=f"{package} is not installed")
    told = [pair for cells in rows(package) for pair in named(cells[0])]
    assert len(told) == len(set(told)), "a name has two rows"
    missing = sorted(set(public(package)) - set(told))
    assert missing == [], f"write a row for each of these in docs/how-to/coming-from-{package}.md"


@pytest.mark.parametrize("package", CLASSES)
def test_every_row_names_what_is_there(package: str) -> None:
    pytest.importorskip(package, reason=f"{package} is not installed")
    places = {label: place.partition(":") for label, place in CLASSES[package].items()}
    for label, name in (pair for cells in rows(package) for pair in named(cells[0])):
        if label in MODULES[package] and label not in places:
            assert hasattr(import_module(MODULES[package][label]), name), f"{label}.{name}"
        else:
            module, _, kind = places[label]
            assert hasattr(getattr(import_module(module), kind), name), f"{label}.{name}"


@pytest.mark.parametrize("package", CLASSES)
def test_every_name_of_ours_is_there(package: str) -> None:
    for label, name in (pair for cells in rows(package) for pair in named(cells[1])):
        ours = getattr(shamsi, OURS[label]) if label in OURS else {"datetime": dt, "shamsi": shamsi, "str": str}[label]
        assert hasattr(ours, name), f"{label}.{name}"


@given(dates)
def test_objects_go_there_and_back(day: dt.date) -> None:
    jdatetime = pytest.importorskip("jdatetime")
    jalali = pytest.importorskip("persiantools.jdatetime").JalaliDate
    ours = Date.from_gregorian(day)
    for theirs, gregorian in (
        (jdatetime.date.fromgregorian(date=ours.gregorian), "togregorian"),
        (jalali(ours.gregorian), "to_gregorian"),
    ):
        assert Date.from_gregorian(getattr(theirs, gregorian)()) == ours
        assert (theirs.year, theirs.month, theirs.day) == (ours.year, ours.month, ours.day)
        assert theirs.weekday() == (ours.weekday + 1) % 7


def test_as_many_years_of_jdatetime_begin_a_day_apart_as_its_page_says() -> None:
    jdatetime = pytest.importorskip("jdatetime")
    apart = [
        year
        for year in range(1, 3001)
        if jdatetime.date(year, 1, 1).togregorian().toordinal() - kernel.EPOCH_ORDINAL != kernel.year_start(year)
    ]
    assert (len(apart), apart[0]) == (78, 1503)


def test_persiantools_begins_its_years_where_we_do_from_the_one_that_its_page_says() -> None:
    jalali = pytest.importorskip("persiantools.jdatetime").JalaliDate
    apart = [
        year
        for year in range(1, 9378)
        if jalali(year, 1, 1).to_gregorian().toordinal() - kernel.EPOCH_ORDINAL != kernel.year_start(year)
    ]
    assert apart[-1] == 946
