"""Formulas as text: within the limits of the programs, in any separator; and errors that name what is allowed."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest

from shamsi import ShamsiError, sheets
from shamsi.sheets.programs import PROGRAMS
from tests.sheets.test_libreoffice import arguments

LANGUAGES = ("en", "fa", "fa-AF", "prs", "ps", "ckb", "ar")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_KNOWN = {  # of Excel 2007 and later, and of LibreOffice and Google Sheets
    *("AND", "CHOOSE", "FIND", "IF", "INT", "ISNUMBER", "LEN", "MID", "MOD", "NA", "OR", "RIGHT"),
    *("SUBSTITUTE", "SUMPRODUCT", "TEXT", "TRIM"),
}


def formulas(separator: str = ",", *, let: bool = False) -> Iterator[tuple[str, str]]:
    """Each formula with its program."""
    for program, field in product(PROGRAMS, sheets.FIELDS):
        yield program, sheets.formula(program, field, "'1404'!$B$1048576", separator=separator, let=let)
    for program, lang in product(PROGRAMS, LANGUAGES):
        pattern = "%A %-d %B %Y"
        yield program, sheets.formula(program, "text", pattern=pattern, lang=lang, separator=separator, let=let)
    for program, cells in product(PROGRAMS, (["B1048576"], ["A1", "B1", "C1"])):
        yield program, sheets.to_gregorian(program, *cells, separator=separator, let=let)


def depth(formula: str) -> int:
    """The levels of parentheses that are open at once."""
    deepest = level = 0
    for letter in _QUOTED.sub("", formula):
        level += (letter == "(") - (letter == ")")
        deepest = max(deepest, level)
    assert level == 0, formula
    return deepest


def calls(formula: str) -> list[tuple[str, int]]:
    """Each function with the number of its arguments."""
    return [(found[1], len(arguments(formula[found.end() :])[0])) for found in re.finditer(r"\b([A-Z]+)\(", formula)]


@pytest.mark.parametrize("let", [False, True])
def test_formulas_keep_the_limits_of_excel(let: bool) -> None:
    for program, formula in formulas(let=let):
        assert "\n" not in formula
        assert formula[0] == "="
        assert len(formula) <= 8192, program
        assert depth(formula) < 64
        assert all(len(text) <= 255 + 2 for text in _QUOTED.findall(formula))
        assert {name for name, _ in calls(formula)} <= _KNOWN | ({"LET"} if let else set())


@pytest.mark.parametrize("let", [False, True])
def test_a_separator_stands_between_arguments_and_nowhere_else(let: bool) -> None:
    for (_, comma), (_, semicolon) in zip(formulas(let=let), formulas(";", let=let), strict=True):
        pieces = re.split(r'("(?:[^"]|"")*"|\{[^}]*\})', comma)
        assert semicolon == "".join(piece if piece[:1] in ('"', "{") else piece.replace(",", ";") for piece in pieces)


def test_let_is_much_shorter() -> None:
    for program in PROGRAMS:
        assert len(sheets.to_gregorian(program, let=True)) * 3 < len(sheets.to_gregorian(program))
        assert len(sheets.formula(program, "text", let=True)) * 3 < len(sheets.formula(program, "text"))


def test_the_name_of_a_sheet_may_have_a_half_space() -> None:
    name = "'فروش\u200cها'!A2"
    assert f"ISNUMBER({name})" in sheets.formula("excel", "year", name)


def test_an_expression_gets_parentheses_where_an_operator_binds_tighter() -> None:
    formula = sheets.to_gregorian("excel", "A2", "B2+1", "C2")
    assert "(B2+1)*100" in formula
    assert "INT(A2+1462)" in sheets.formula("excel", "year", "A2+1462")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: sheets.formula("numbers", "year"), "program must be one of excel, sheets, libreoffice, got 'numbers'"),
        (lambda: sheets.to_gregorian("calc"), "program must be one of excel, sheets, libreoffice, got 'calc'"),
        (lambda: sheets.formula("excel", "week"), "field must be one of year, month, .*, text, got 'week'"),
        (lambda: sheets.formula("excel", "year", separator="|"), "separator must be , or ; or ؛, got '|'"),
        (lambda: sheets.formula("excel", "year", ""), "cell must be a reference such as A2, .* got ''"),
        (lambda: sheets.formula("excel", "year", "=A2"), "without the equals sign, got '=A2'"),
        (lambda: sheets.to_gregorian("excel", "A2\nB2"), "cell must be"),
        (lambda: sheets.to_gregorian("excel", "A2", "B2"), "one cell, or three with year, month and day, got 2"),
        (lambda: sheets.formula("excel", "text", pattern="%H"), "pattern has %H, and a formula can print %Y %m"),
        (lambda: sheets.formula("excel", "text", pattern="%Q"), "unknown directive '%Q'"),
        (lambda: sheets.formula("excel", "text", lang="xx"), "lang must be one of"),
        (lambda: sheets.formula("excel", "text", digits="xx"), "digits must be one of"),
        (lambda: sheets.to_gregorian("excel", "TRIM(SUBSTITUTE(A2,1,1))&B2"), "takes 8192 of them: .*; pass let=True"),
    ],
)  # fmt: skip
def test_errors_name_what_is_allowed(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(ShamsiError, match=message.replace("|", "[|]")):
        call()
