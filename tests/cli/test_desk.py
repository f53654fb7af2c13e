"""Forty articles of a newsroom: every planted error is found, and what cannot be read is named."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

pytest.importorskip("docx", reason="python-docx is not installed")
pytest.importorskip("odf", reason="odfpy is not installed")

from shamsi.cli.arguments.report_options import CHECK_FORMATS
from shamsi.cli.main import main
from tests.cli.desk import ARTICLES, ERRORS, KINDS, Desk, make

Capture = pytest.CaptureFixture[str]
CALL = ["--no-config", "--lang", "en"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make(tmp_path / "articles")


def test_every_error_is_found_and_what_cannot_be_read_is_named(desk: Desk, capsys: Capture) -> None:
    assert (len(desk.articles), len(KINDS)) == (ARTICLES, 12)
    assert sum(wrong for _, wrong in KINDS.values()) == ERRORS
    assert main(["check", *CALL, "--format", "json", str(desk.folder)]) == 2
    out, err = capsys.readouterr()
    found = [json.loads(line) for line in out.splitlines()]
    assert len(found) == ERRORS
    assert {Path(one["path"]).suffix for one in found} == {Path(f"a{suffix}").suffix for suffix in KINDS}
    for path in desk.unreadable:
        (line,) = [line for line in err.splitlines() if str(path) in line]
        assert len(line.partition(f"{path}: ")[2]) > 10, "and why"
        path.unlink()
    assert main(["check", *CALL, "--format", "json", str(desk.folder)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == ERRORS


@pytest.mark.skipif("csv" not in CHECK_FORMATS, reason="check --format csv is not there")
def test_what_is_ticked_in_the_sheet_is_applied(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    sheet = tmp_path / "findings.csv"
    assert main(["check", *CALL, "--format", "csv", "-o", str(sheet), str(desk.folder)]) == 2
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == ERRORS
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "apply": "gregorian"} for row in rows)
    main(["fix", *CALL, "--apply", str(sheet), "--write", str(desk.folder)])
    capsys.readouterr()
    assert main(["check", *CALL, "--format", "json", str(desk.folder)]) == 2
    assert capsys.readouterr().out == ""
    for path in desk.unreadable:
        path.unlink()
    assert main(["check", *CALL, str(desk.folder)]) == 0
