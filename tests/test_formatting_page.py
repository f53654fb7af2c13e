"""The tables of docs/reference/formatting.md and the code say the same."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from shamsi.formats.directives import DIRECTIVES, EXPANSIONS
from shamsi.formats.names import DIGITS as SYSTEMS
from shamsi.formats.names import FILES, names, numerals
from shamsi.values.datetime import DateTime

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "reference" / "formatting.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| `")]
PRINTED = [(cells[0].strip("`"), cells[1], cells[2].strip("`")) for cells in ROWS if cells[0].startswith("`%")]
LANGUAGES = [cells for cells in ROWS if not cells[0].startswith(("`%", "`lang"))]


def test_every_directive_has_a_row_and_no_other() -> None:
    named = [directive for directive, _, _ in PRINTED]
    assert sorted(named) == sorted(["%%", *(f"%{name}" for name in (*DIRECTIVES, *EXPANSIONS))])


def test_the_last_column_is_what_is_printed() -> None:
    moment = DateTime(1403, 12, 30, 14, 5, 9, 70, tzinfo=ZoneInfo("Asia/Tehran"))
    assert [(directive, moment.strftime(directive)) for directive, _, _ in PRINTED] == [
        (d, text) for d, _, text in PRINTED
    ]


def test_short_forms_are_told() -> None:
    told = {directive[1:]: re.findall(r"short for `(.+)`", words) for directive, words, _ in PRINTED}
    same = {directive[1:]: re.findall(r"^the same as `%(.)`", words) for directive, words, _ in PRINTED}
    assert {name: told[name] or told[same[name][0]] for name in EXPANSIONS} == {n: [p] for n, p in EXPANSIONS.items()}


def test_every_language_has_its_months_and_digits() -> None:
    rows = [(code, cells) for cells in LANGUAGES for code in re.findall(r"`(\S+)`", cells[0])]
    assert [code for code, _ in rows] == list(FILES)
    for code, cells in rows:
        months = names(code)["B"]
        assert cells[2] == f"{months[0][0]} … {months[11][0]}"
        assert SYSTEMS[cells[3].strip("`")] == numerals(code)
