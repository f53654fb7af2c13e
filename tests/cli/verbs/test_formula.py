"""`formula`: what `shamsi.sheets` returns, printed, and options that exclude one another."""

from typing import Any

import pytest

from shamsi import sheets
from shamsi.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ("excel", sheets.formula("excel", "text", "A2")),
        ("sheets --field month --cell $C2", sheets.formula("sheets", "month", "$C2")),
        ("excel --to jalali --format %Y/%m/%d", sheets.formula("excel", "text", pattern="%Y/%m/%d")),
        ("excel --format %B --lang fa --let", sheets.formula("excel", "text", pattern="%B", lang="fa", let=True)),
        ("excel --digits arab --separator ;", sheets.formula("excel", "text", digits="arab", separator=";")),
        ("libreoffice --to gregorian", sheets.to_gregorian("libreoffice", "A2")),
        ("excel --to miladi --cell A1 B1 C1 --let", sheets.to_gregorian("excel", "A1", "B1", "C1", let=True)),
    ],
)  # fmt: skip
def test_the_formula_is_that_of_the_module(arguments: str, wanted: str, capsys: Capture) -> None:
    assert main(["formula", *arguments.split()]) == 0
    assert capsys.readouterr() == (f"{wanted}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("excel --to gregorian --field year", "--field and --format are for --to persian: --to gregorian makes a date"),
        ("excel --to gregorian --format %Y", "--field and --format are for --to persian: --to gregorian makes a date"),
        ("excel --cell A2 B2 C2", "give one --cell with a date; three are for --to gregorian"),
        ("excel --field year --format %Y", "--format is for --field text, got --field year"),
        ("excel --to gregorian --cell A2 B2", "give one cell, or three with year, month and day, got 2"),
        ("excel --separator :", "separator must be , or ; or ؛, got ':'"),
        ("excel --format %H", "pattern has %H, and a formula can print %Y %m %d %e %j %u %B %b %A %a"),
    ],
)
def test_errors_name_options(arguments: str, message: str, capsys: Capture) -> None:
    assert main(["formula", *arguments.split()]) == 2
    assert capsys.readouterr() == ("", f"shamsi: {message}\n")


def test_a_long_expression_is_refused_with_the_option_that_helps(capsys: Capture) -> None:
    cell = "SUBSTITUTE(A2,UNICHAR(8207),B2)"
    assert main(["formula", "excel", "--to", "gregorian", "--cell", cell]) == 2
    assert capsys.readouterr().err.endswith("; pass --let for a shorter one\n")
    assert main(["formula", "excel", "--to", "gregorian", "--let", "--cell", cell]) == 0


@pytest.mark.parametrize(
    ("arguments", "guess"),
    [
        (["excel"], "did you mean formula?"),
        (["formula", "exel"], "did you mean excel?"),
        (["formula", "excel", "--field", "yaer"], "did you mean year?"),
        (["formula", "excel", "--column", "A2"], "did you mean --cell?"),
        (["formula"], "the following arguments are required: PROGRAM"),
    ],
)
def test_slips_are_answered(arguments: list[str], guess: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert guess in capsys.readouterr().err


def test_the_other_verbs_load_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    loaded: dict[str, Any] = {name: one for name, one in sys.modules.items() if not name.startswith("shamsi.sheets")}
    monkeypatch.setattr(sys, "modules", loaded)
    assert main(["convert", "1403-12-30", "--to", "gregorian"]) == 0
    assert not [name for name in loaded if name.startswith("shamsi.sheets")]
