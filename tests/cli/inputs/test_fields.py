"""Fields of records: several texts, HTML, and the day on which a record was written."""

import datetime as dt
import json
from pathlib import Path

import pytest

from shamsi.cli.inputs.records import day_of
from shamsi.cli.main import main

Capture = pytest.CaptureFixture[str]
PAIR, FIXED = "۱۸ مرداد ۱۴۰۴ (۱۸ اوت ۲۰۲۵)", "۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)"
ROWS = [
    {"id": 7, "title": f"دیدار {PAIR}", "body": f"<p>در <b>{PAIR}</b></p>", "day": "2025-12-15"},
    {"id": 8, "title": "در ۱۸ مرداد ۱۴۰۴", "body": "(۱۸ اوت ۲۰۲۵)", "day": "دیروز"},
]


@pytest.fixture(params=["jsonl", "csv"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"a.{request.param}"
    if request.param == "jsonl":
        path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in ROWS), encoding="utf-8")
    else:
        lines = [",".join(f'"{value}"' for value in row.values()) for row in ROWS]
        path.write_text("\n".join([",".join(ROWS[0]), *lines]) + "\n", encoding="utf-8")
    return path


def test_each_field_is_a_document(table: Path, capsys: Capture) -> None:
    call = ["check", "--no-config", "--format", "json", "--id", "id", "--field", "title", "--field", "body", str(table)]
    assert main(call) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["7:title", "7:body"]
    assert "looks like HTML: try --field-format html" in err


def test_fields_of_html_are_read_as_pages(table: Path, capsys: Capture) -> None:
    call = ["check", "--no-config", "--field", "body", "--field-format", "html", str(table)]
    assert main(call) == 1
    out, err = capsys.readouterr()
    assert ":1:10: pair-mismatch" in out
    assert "looks like HTML" not in err


def test_fields_of_html_are_rewritten(table: Path) -> None:
    before = table.read_text(encoding="utf-8")
    fields = ["--field", "title", "--field", "body", "--field-format", "html"]
    assert main(["fix", "--no-config", "--side", "gregorian", "--write", *fields, str(table)]) == 0
    assert table.read_text(encoding="utf-8") == before.replace(PAIR, FIXED)


def test_a_field_gives_the_reference(tmp_path: Path, capsys: Capture) -> None:
    rows = [("2025-12-15", "دیروز"), ("۱۴۰۳/۰۱/۰۱", "دیروز"), ("", "دیروز"), ("?", "دیروز")]
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"day": day, "text": text}) for day, text in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["find", "--no-config", "--format", "json", "--reference-field", "day", str(path)]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["earliest"] for line in out.splitlines()] == ["2025-12-14", "2024-03-19"]
    assert "no reference: field 'day' has no date" in err
    assert ": 1 more" in err
    assert main(["find", "--no-config", "--reference-field", "day", "--reference", "2025-01-01", str(path)]) == 2
    assert "leave out one" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-12-15T10:00:00Z", dt.date(2025, 12, 15)),
        (dt.datetime(2025, 12, 15, 1), dt.date(2025, 12, 15)),
        (dt.date(2025, 12, 15), dt.date(2025, 12, 15)),
        ("۲۴ آذر ۱۴۰۴", dt.date(2025, 12, 15)),
        ("1404-09-24", dt.date(2025, 12, 15)),
        ("14040924", dt.date(2025, 12, 15)),
        ("1404-09-24T10:00:00", dt.date(2025, 12, 15)),
        ("1404-12-31", None),
        (14040924, None),
        (None, None),
        ("yesterday", None),
    ],
)
def test_what_a_field_says(value: object, day: dt.date | None) -> None:
    assert day_of(value) == day
