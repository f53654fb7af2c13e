"""Expressions: names become classes, signs stay, and what is neither is told."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.lang.classes import SHARED, codes_of
from shamsi.text.grammar.expressions import alternatives, compiled, expression, openings
from shamsi.text.grammar.patterns import PARTS, PATTERNS

ROOT = Path(shamsi.__file__).parent
DAY, ERA, MONTH = codes_of("day"), codes_of("era"), codes_of("MONTH")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("day era", f"{DAY}{ERA}"),
        ("  day\n  era  ", f"{DAY}{ERA}"),
        ("day? era* day{2,3}", f"{DAY}?{ERA}*{DAY}{{2,3}}"),
        ("(day | era)+", f"(?:{DAY}|{ERA})+"),
        ("[day era]", f"[{DAY}{ERA}]"),
        ("[^day era]", f"[^{DAY}{ERA}]"),
        ("MONTH", f"[{MONTH}]"),
        ("[MONTH era]", f"[{MONTH}{ERA}]"),
        ("(?<!day) era (?=day)", f"(?<!{DAY}){ERA}(?={DAY})"),
        ("(?P<here>day) @ $", f"(?P<here>{DAY})@$"),
        ("^ . day", f"^.{DAY}"),
        ("PAIR | PAIR", f"(?:{DAY}|{ERA})|(?:{DAY}|{ERA})"),
    ],
)
def test_an_expression_is_its_pattern_in_classes(pattern: str, expected: str) -> None:
    assert expression(pattern, {"PAIR": "(day | era)"}) == expected


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("day MNOTH", "has MNOTH; its parts are MONTH,"),
        ("yaer_word", "has 'yaer_word', which is no class; did you mean 'year_word'?"),
        ("Q", "has 'Q', letters for classes; write their names: quarter"),
        ("HK", "letters for classes; write their names: half decade_word"),
        ("day %", "has '%', which is no class"),
    ],
)
def test_what_is_no_name_is_told(pattern: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        expression(pattern, PARTS)


def test_alternatives_are_parted_outside_brackets_only() -> None:
    parted = alternatives("day (era | day) | [era day] | (day | era)")
    assert [one.strip() for one in parted] == ["day (era | day)", "[era day]", "(day | era)"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("day era", "day"),
        ("day? era", "day era"),
        ("day{0,2} (era | of) season", "day era of"),
        ("(day | era?) of", "day era of"),
        ("(?<!day) era", "era"),
        ("^ [day era]+ of", "day era"),
        ("(?P<x>MONTH) era", "MONTH"),
    ],
)
def test_openings_are_what_a_match_may_begin_with(pattern: str, names: str) -> None:
    assert openings(pattern) == set(codes_of(names))


CODES = st.text(st.sampled_from([codes_of(one.name) for one in SHARED]), max_size=12)


@pytest.mark.parametrize("name", PATTERNS)
@given(codes=CODES)
def test_no_match_begins_with_anything_else(name: str, codes: str) -> None:
    found = compiled(PATTERNS[name], PARTS).search(codes)
    assert found is None or found[0][0] in openings(PATTERNS[name], PARTS)


def test_a_negated_set_may_begin_with_anything() -> None:
    (piece,) = openings("[^day]")
    assert re.match(f"[{piece}]", ERA)


def is_of_classes(node: ast.expr) -> bool:
    """Whether an expression is a string of classes, or a piece of one."""
    names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    attributes = {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    return "letters" in names | attributes or bool(names & {"letter", "core", "around"})


@pytest.mark.parametrize("path", sorted((ROOT / "text").glob("*.py")), ids=lambda path: path.stem)
def test_no_code_writes_classes_as_letters(path: Path) -> None:
    """A class is no ASCII character, so that such a comparison would never hold."""
    compared = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare)]
    written = [
        ast.unparse(node)
        for node in compared
        if any(is_of_classes(side) for side in (node.left, *node.comparators))
        and any(
            isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.isascii()
            for side in (node.left, *node.comparators)
            for part in (side.elts if isinstance(side, ast.Tuple) else [side])
        )
    ]
    assert written == []
