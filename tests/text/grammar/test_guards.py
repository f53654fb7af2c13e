"""Guards: every row is sound, and skipping rows changes no verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Era, MonthName
from shamsi.text.grammar import either_guards, guards, left_over, year_guards
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.guard_conditions import LED
from shamsi.text.grammar.guard_rows import PARTS, Guard, Place, Table
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Number, Tokens

NAMED = {
    **guards.TABLES,
    "led": LED,
    "short": year_guards.SHORT,
    "cued": year_guards.CUED,
    "places": year_guards.PLACES,
    "cautious": year_guards.CAUTIOUS,
    "cautious-rows": year_guards.CAUTIOUS_ROWS,
    "either-day": either_guards.EITHER_DAY,
    "either-month": either_guards.EITHER_MONTH,
}
ROWS = [(name, row) for name, table in NAMED.items() for row in table.rows]
CLASSES = """
    other_word comma and opening closing slash dash inner_dash line_end colon full_stop other_mark
    year_word year_word_beside into preposition modifier event yearly place number_context counted
    range of stop title date_word month_word same hour
"""
VALUES = {
    "day": Number(7, 1),
    "two_digits": Number(57, 2),
    "three_digits": Number(150, 3),
    "four_digits": Number(1404, 4),
    "day_in_words": Number(3, 0),
    "month_bare": MonthName("persian", 5, "a"),
    "month_cued": MonthName("persian", 7, "a"),
    "month_numbered": MonthName("islamic", 2, "a"),
    "month_dated": MonthName("persian", 8, "b"),
    "either_cued": MonthName("gregorian", 10, "c"),
    "either_numbered": MonthName("gregorian", 5, "c"),
    "either_dated": MonthName("persian", 7, "d"),
    "era": Era("persian"),
    "era_mark": Era("gregorian", mark=True),
    "number_context": "pages",
}
ALL = [*CLASSES.split(), *VALUES]
CORES = {
    "day": ["day month_bare", "day_in_words month_numbered", "day month_dated four_digits", "day either_numbered"],
    "month-day": ["either_cued day", "either_numbered day suffix", "either_dated day comma four_digits"],
    "month": [
        "month_cued",
        "month_numbered",
        "month_dated four_digits",
        "month_bare month_word",
        "either_dated four_digits",
    ],
    "year": ["four_digits", "two_digits", "day", "four_digits era_mark", "three_digits era"],
    "years": ["four_digits inner_dash two_digits", "four_digits and four_digits"],
}


def place(before: list[str], core: list[str], behind: list[str]) -> Place:
    names = [*before, *core, *behind]
    letters, size = "".join(map(codes_of, names)), len(names)
    values = [VALUES.get(name) for name in names]
    tokens = Tokens(letters, range(0, 3 * size, 3), range(2, 3 * size + 2, 3), values, [None] * size)
    first, last = len(before), len(before) + len(core)
    head, tail = letters[:first], letters[last:]
    return Place(tokens, first, last, (letters[first:last], head[-1:], tail[:1]), f"{head}@{tail}")


def plain_verdict(table: Table, at: Place) -> Rejection | Basis | None:
    """Return the verdict when all conditions of all rows are checked."""
    for row in table.rows:
        if holds(row, at):
            return plain_verdict(row.verdict, at) if isinstance(row.verdict, Table) else row.verdict
    return None


def holds(row: Guard, at: Place) -> bool:
    around = compiled(f"({row.before}) @ ({row.behind})", PARTS)
    return (
        bool(compiled(row.core, PARTS).search(at.core))
        and bool(around.search(at.around))
        and (row.years is None or row.years.hold(at.year))
        and (row.when is None or row.when(at))
    )


SOME = st.lists(st.sampled_from(ALL), max_size=5)


@given(st.sampled_from([(name, core) for name, cores in CORES.items() for core in cores]), SOME, SOME)
def test_rows_that_are_passed_over_would_not_hold(case: tuple[str, str], before: list[str], behind: list[str]) -> None:
    name, core = case
    at = place(before, core.split(), behind)
    expected = plain_verdict(guards.TABLES[name], at)
    assert guards.TABLES[name].verdict(at) is expected
    if not isinstance(expected, Rejection):
        expected = (rest.verdict(at) if (rest := left_over.TABLES.get(name)) else None) or expected
    assert guards.verdict(at.tokens, name, at.first, at.last) is expected


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{k}-{name}" for k, (name, _) in enumerate(ROWS)])
def test_every_row_can_be_read(name: str, row: Guard) -> None:
    for pattern in (row.core, f"({row.before}) @ ({row.behind})"):
        assert compiled(pattern, PARTS)
    assert row.core or row.before or row.behind or row.years or row.when or row is NAMED[name].rows[-1]


def test_every_reason_of_a_place_stands_in_a_table() -> None:
    verdicts = {row.verdict for _, row in ROWS}
    listed = list(Rejection)
    where = listed[: listed.index(Rejection.COUNT_BEHIND)]  # of the context
    by_joints = {Rejection.DECIMAL, Rejection.CLOCK, Rejection.FRACTION}
    assert set(where) - by_joints - {Rejection.LEFT_OVER} <= verdicts
    bases = list(Basis)
    assert set(bases[: bases.index(Basis.ERA)]) <= verdicts


def test_a_pattern_without_a_table_says_enough() -> None:
    at = place(["other_word"], ["season", "four_digits"], ["comma"])
    assert guards.verdict(at.tokens, "season", at.first, at.last) is None
