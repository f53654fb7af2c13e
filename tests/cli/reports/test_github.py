"""Annotations of a workflow: a command a finding, on one line, whatever the text holds."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from shamsi.cli.inputs import Document
from shamsi.cli.main import main
from shamsi.cli.reports.github import annotation
from shamsi.text.check import check

WRONG = "سطر\nفي 18 مرداد 1404 (18 أغسطس 2025)"
_COMMAND = re.compile(r"::error ([^:]*)::(.*)")


def parsed(command: str) -> tuple[dict[str, str], list[str]]:
    """The properties and the lines of the message, as GitHub's runner reads a command."""
    found = _COMMAND.fullmatch(command)
    assert found, command
    properties = dict(one.split("=", 1) for one in found[1].split(","))
    return {name: unquote(value) for name, value in properties.items()}, unquote(found[2]).split("\n")


def test_a_finding_is_annotated_at_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WRONG, encoding="utf-8")
    assert main(["check", "--no-config", "--format", "github", str(path)]) == 1
    out, err = capsys.readouterr()
    properties, message = parsed(out.removesuffix("\n"))
    assert properties == {
        **{"file": str(path), "line": "2", "endLine": "2", "col": "4", "endColumn": "32", "title": "pair-mismatch"},
    }
    assert message[0] == "not the same days"
    assert message[-1] == "repair: 27 مرداد 1404   or   9 أغسطس 2025"
    assert err == "1 error in 2 dates, 1 pair, 1 file\n"


@pytest.mark.parametrize("path", ["a,b.txt", "a:b.txt", "100%.txt", "a\nb.txt", "::error::x", "a%0Ab.txt"])
def test_no_path_breaks_out_of_its_property(path: str) -> None:
    (finding,) = check(WRONG)
    properties, _ = parsed(annotation(Document(path, WRONG), finding))
    assert properties["file"] == path.replace("\n", " ")


def test_a_record_is_named_in_the_title() -> None:
    (finding,) = check(WRONG)
    properties, _ = parsed(annotation(Document("a.jsonl", WRONG, key="7"), finding))
    assert properties == {"file": "a.jsonl", "title": "pair-mismatch in a.jsonl#7, 2:4"}


def test_no_text_begins_a_command_of_its_own() -> None:
    text = "18 مرداد\u2028 1404 (18 أغسطس 2025)\n::error::x ۳۱ مهر ۱۴۰۴ ::warning::%0A::error::y"
    for finding in check(text):
        assert len(annotation(Document("a.txt", text), finding).splitlines()) == 1


def test_a_file_that_was_not_checked_has_an_annotation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a,b.txt"
    path.write_bytes(b"%PDF-1.7")
    assert main(["check", "--no-config", "--format", "github", str(path)]) == 2
    place = str(path).replace(",", "%2C")
    assert capsys.readouterr().out == (
        f"::error file={place},title=not checked::{path}: a PDF file, not text: make text of it with "
        "`pdftotext -layout`, of a scanned one first with `ocrmypdf`\n"
    )
