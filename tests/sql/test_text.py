"""Text in the SQL dialects: the table of spellings, every eight digits, texts at random, options that there are not."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from shamsi import sql
from shamsi.columns import cells
from shamsi.columns.cells import CellOptions, cell_options
from shamsi.formats.numbers import is_numeric
from shamsi.sql import text_formulas
from tests.columns.cases import TEXTS
from tests.columns.spellings import OPEN, PLAIN, SPELLINGS
from tests.sql.texts import Answer, answer_of, some_texts

duckdb: Any = pytest.importorskip("duckdb", reason="DuckDB is not installed")

Ask = Callable[[Sequence[str | None], CellOptions], list[Answer]]
NAMED = {"duckdb": ":=", "postgresql": "=>", "sparksql": "=>"}


def asked(dialect: str, options: CellOptions) -> str:
    """What a query selects for the column `text`: a date, a timestamp and a reason."""
    sign = NAMED[dialect]
    given = [
        f", {name} {sign} {value!r}" for name, value in zip(options._fields, options, strict=True) if value is not None
    ]
    every, timeless = "".join(given), "".join(given[:-1])
    return (
        f"shamsi_text_to_gregorian(text{every}), shamsi_text_to_timestamp(text{timeless}), shamsi_reason(text{every})"
    )


@pytest.fixture(scope="module")
def in_duckdb() -> Iterator[Ask]:
    with duckdb.connect() as database:
        database.execute(sql.macros("duckdb"))

        def ask(texts: Sequence[str | None], options: CellOptions) -> list[Answer]:
            rows = "SELECT unnest($1::VARCHAR[]) AS text, unnest(range(len($1))) AS place"
            question = f"SELECT {asked('duckdb', options)} FROM ({rows}) ORDER BY place"
            return [Answer(*row) for row in database.execute(question, [list(texts)]).fetchall()]

        yield ask


@pytest.fixture(scope="module")
def in_postgresql(postgresql: Any) -> Ask:
    postgresql.execute(sql.macros("postgresql"))

    def ask(texts: Sequence[str | None], options: CellOptions) -> list[Answer]:
        rows = "unnest(%s::text[]) WITH ORDINALITY AS rows(text, place)"
        question = f"SELECT {asked('postgresql', options)} FROM {rows} ORDER BY place"
        return [Answer(*row) for row in postgresql.execute(question, [list(texts)]).fetchall()]

    return ask


@pytest.fixture(scope="module")
def in_sparksql(spark: Any) -> Ask:
    for statement in sql.macros("sparksql").splitlines():
        spark.sql(statement.rstrip(";"))

    def ask(texts: Sequence[str | None], options: CellOptions) -> list[Answer]:
        spark.createDataFrame(list(enumerate(texts)), "place int, text string").createOrReplaceTempView("texts")
        question = f"SELECT {asked('sparksql', options)} FROM texts ORDER BY place"
        return [Answer(*row) for row in spark.sql(question).collect()]

    return ask


@pytest.fixture(params=NAMED)
def ask(request: pytest.FixtureRequest) -> Ask:
    answer: Ask = request.getfixturevalue(f"in_{request.param}")
    return answer


@pytest.mark.parametrize("options", [PLAIN, OPEN, OPEN._replace(times="drop")], ids=["plain", "open", "dropped"])
def test_the_table_of_spellings(ask: Ask, options: CellOptions) -> None:
    texts = [*(each.text for each in SPELLINGS if each.numeric), *filter(is_numeric, TEXTS)]
    for text, answer in zip(texts, ask(texts, options), strict=True):
        assert answer == answer_of(text, options), text


@pytest.mark.parametrize(
    "options",
    [PLAIN, OPEN, cell_options(1, "imperial", times="drop"), cell_options(1700, gregorian="pass"), cell_options(9279)],
    ids=str,
)
def test_texts_made_of_what_people_type(ask: Ask, options: CellOptions) -> None:
    texts = some_texts(1_000)
    for text, answer in zip(texts, ask(texts, options), strict=True):
        assert answer == answer_of(text, options), repr(text)


def test_what_is_missing_has_no_reason(ask: Ask) -> None:
    for answer in ask([None, "", " \t", "\u200f"], PLAIN):
        assert answer == (None, None, None)


def test_reasons_are_those_of_columns() -> None:
    assert text_formulas.REASONS == cells.REASONS


def test_eight_digits_are_never_days_of_long_ago() -> None:
    with duckdb.connect() as database:
        database.execute(sql.macros("duckdb"))
        read = "SELECT number, shamsi_text_to_gregorian(number) AS day FROM range(13000101, 14501230) AS r(number)"
        database.execute(f"CREATE TABLE numbers AS {read}")
        wrong = "day <> shamsi_to_gregorian(number // 10000, number // 100 % 100, number % 100)"
        known = "shamsi_to_gregorian(number // 10000, number // 100 % 100, number % 100) IS NOT NULL"
        counts = f"count(day), count(*) FILTER ({wrong}), count(*) FILTER ({known})"
        found = f"SELECT min(day), max(day), {counts} FROM numbers"
        days = (dt.date(2072, 3, 19) - dt.date(1921, 3, 21)).days + 1
        first, last = dt.date(1921, 3, 21), dt.date(2072, 3, 19)
        assert database.execute(found).fetchone() == (first, last, days, 0, days)


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("era := 'roman'", "era must be one of solar-hijri, imperial, kurdish-700, kurdish-612, got roman"),
        ("times := 'cut'", "times must be refuse, drop or keep, got cut"),
        ("gregorian := 'maybe'", "gregorian must be refuse or pass, got maybe"),
        ("century := 0", "century must be 1..9279, got 0"),
    ],
)
def test_unknown_options_fail(argument: str, message: str) -> None:
    with duckdb.connect() as database:
        database.execute(sql.macros("duckdb"))
        with pytest.raises(duckdb.Error, match=message):
            database.execute(f"SELECT shamsi_text_to_gregorian('2/1/1 14:00', {argument})").fetchall()
