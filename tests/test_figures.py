"""The tables on the pages are what the scripts print, as far as their packages and their material are here."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from benchmarks import accuracy, alarms, pages, peers, performance, summary
from benchmarks.others import packages, years
from benchmarks.pages import Table, cells

Shared = Callable[[str], Path]
HELD = pages.held()
SLOW = "convertdate"  # takes milliseconds for a new year; one period stands for all
PUBLISHED = range(1206, 1499)
others = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the packages' own code


def same(table: Table, script: str) -> None:
    assert HELD[table.name] == list(table.lines()), f"{table.name}: run `python benchmarks/{script}.py --write`"


def by_package(tables: Mapping[str, tuple[Any, Sequence[str], Any]]) -> list[tuple[str, str]]:
    return [(table, name) for table, (_, compared, _) in tables.items() for name in compared]


def need(name: str) -> None:
    if not packages.pinned(name):
        pytest.skip(f"{name} {packages.PINNED[name][0]} is not installed")


def test_each_table_has_a_script() -> None:
    known = {table.name for table in performance.tables()} | peers.ROWS.keys() | peers.COLUMNS.keys()
    elsewhere = ("accuracy.", "alarms.", "summary.")  # those have tests below
    assert {name for name in HELD if not name.startswith(elsewhere)} == known


@pytest.mark.parametrize("table", performance.tables(), ids=lambda table: table.name)
def test_performance(table: Table) -> None:
    same(table, "performance")


QUICK = [row for row in by_package(peers.ROWS) if row[1] != SLOW or row[0] == "peers.packages"]


@others
@pytest.mark.parametrize(("table", "name"), QUICK)
def test_rows_of_packages(table: str, name: str) -> None:
    need(name)
    _, compared, row = peers.ROWS[table]
    assert cells(HELD[table][2 + compared.index(name)]) == list(map(str, row(name)))


def test_rows_of_the_slow_package_in_the_published_years() -> None:
    need(SLOW)
    other, silent = years.disagreements(SLOW, PUBLISHED)
    row = 2 + years.CALENDARS.index(SLOW)
    counts, listed = cells(HELD["peers.nowruz"][row]), cells(HELD["peers.years"][row])
    assert counts[0] == listed[0] == f"{SLOW} {packages.PINNED[SLOW][0]}"
    assert not silent
    assert counts[1 + list(years.PERIODS.values()).index(PUBLISHED)] == str(len(other))
    assert [year for year in map(int, listed[1].split(", ")) if year in PUBLISHED] == other


@others
@pytest.mark.parametrize(("table", "name"), by_package(peers.COLUMNS))
def test_columns_of_packages(table: str, name: str) -> None:
    if name != "shamsi":
        need(name)
    first, compared, column = peers.COLUMNS[table]
    head, _, *rows = map(cells, HELD[table])
    assert head == ["question", *compared]
    assert [row[0] for row in rows] == list(first)
    assert [row[1 + compared.index(name)] for row in rows] == column(name)


def test_accuracy_of_reading(shared: Shared) -> None:
    shared("eval/score.py")
    for table in accuracy.reading():
        same(table, "accuracy")


def test_accuracy_in_unrelated_text() -> None:
    for table in accuracy.unseen():
        same(table, "accuracy")


@pytest.mark.parametrize(
    ("part", "whole", "bounds"),
    [  # published: Newcombe (1998), Statistics in Medicine 17, table I, method 3
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_intervals(part: int, whole: int, bounds: tuple[float, float]) -> None:
    assert accuracy.wilson(part, whole) == pytest.approx(bounds, abs=5e-5)


def test_figures_of_the_first_pages() -> None:
    same(summary.figures(), "summary")
    for page in ("README.md", "docs/index.md"):
        text = (pages.ROOT / page).read_text("utf-8")
        marks = [f"<!-- table {name} -->" for name in ("summary.figures", "summary.packages")]
        assert all(mark in text for mark in marks)


@others
@pytest.mark.parametrize("name", summary.PACKAGES)
def test_comparison_of_the_first_pages(name: str) -> None:
    if name != "shamsi":
        need(name)
    head, _, *rows = map(cells, HELD["summary.packages"])
    assert head == ["question", *summary.PACKAGES]
    assert [row[0] for row in rows] == list(summary.ASKED)
    assert [row[head.index(name)] for row in rows] == summary.column(name)


def test_accuracy_of_the_calendar(shared: Shared) -> None:
    shared("truth/nowruz_astronomical.csv")
    for name in ("jdatetime", "persiantools"):
        need(name)
    for table in (accuracy.oracles(), accuracy.astronomy()):
        same(table, "accuracy")


def test_a_table_is_written_into_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ROOT", tmp_path)
    page = tmp_path / "docs" / "page.md"
    page.parent.mkdir()
    page.write_text(
        "# A\n\n<!-- table a.b -->\n<!-- end -->\n\nand\n\n<!-- table c -->\nold\n\n<!-- end -->\n", "utf-8"
    )
    tables = [Table("a.b", ("x", "y"), [("one|two", 2)]), Table("c", ("z",), [])]
    pages.write(tables)
    assert pages.held() == {table.name: list(table.lines()) for table in tables}
    once = page.read_text("utf-8")
    assert "<!-- table a.b -->\n\n| x | y |\n|---|--:|\n| one\\|two | 2 |\n\n<!-- end -->\n\nand" in once
    pages.write(tables[:1])
    assert page.read_text("utf-8") == once
    with pytest.raises(SystemExit, match="no page has a place for d"):
        pages.write([Table("d", ("x",), [])])


def test_copies_of_a_table_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    first, second = tmp_path / "README.md", tmp_path / "docs" / "index.md"
    first.write_text("<!-- table a.b -->\n\n| x |\n|---|\n| 1 |\n\n<!-- end -->\n", "utf-8")
    second.write_text("<!-- table a.b -->\n<!-- end -->\n", "utf-8")
    with pytest.raises(SystemExit, match=r"table a\.b differs from another page"):
        pages.held()
    pages.write([Table("a.b", ("x",), [[2]])])
    assert first.read_text("utf-8") == second.read_text("utf-8")
    assert pages.held() == {"a.b": ["| x |", "|---|", "| 2 |"]}


def test_alarms(shared: Shared) -> None:
    shared("eval/text/news.fa.jsonl")
    for table in alarms.alarms():
        same(table, "alarms")
