"""`check --format csv|xlsx`: a sheet that spreadsheets open as it is meant."""

import csv
import io
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shamsi
from shamsi.cli.inputs import Document
from shamsi.cli.main import main
from shamsi.cli.reports.sheet_rows import COLUMNS, one_line, protected, row_of, sentence_around, unprotected

Capture = pytest.CaptureFixture[str]
TEXT = "باران بارید. نشست جمعه ۱۰ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵) برگزار شد. پایان.\n=1+1 در ۳۱ مهر ۱۴۰۴\n@a جمعه ۵ آبان ۱۴۰۴"
NAMED = "id,path,line,column,code,text,sentence,message,repair_persian,repair_gregorian,apply"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def sheet(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_each_finding(folder: Path, capsys: Capture) -> None:
    assert main(["check", "--no-config", "--format", "csv", "-o", "s.csv", "a.txt"]) == 1
    data = Path("s.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + NAMED.encode())
    rows = sheet(data)
    assert [row["id"].lstrip("'") for row in rows] == [one.id for one in shamsi.check(TEXT)]
    pair, day, weekday = rows
    assert (pair["path"], pair["line"], pair["column"], pair["code"]) == ("a.txt", "1", "19", "pair-mismatch")
    assert pair["text"] == "جمعه ۱۰ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵)"
    assert pair["sentence"] == "نشست جمعه ۱۰ مرداد ۱۴۰۴ (۱۰ اوت ۲۰۲۵) برگزار شد."
    assert (pair["repair_persian"], pair["repair_gregorian"]) == ("یکشنبه ۱۹ مرداد ۱۴۰۴", "۱ اوت ۲۰۲۵")
    assert (pair["apply"], pair["repair"], pair["preferred"]) == ("", "", "۱ اوت ۲۰۲۵")
    assert day["sentence"] == "'=1+1 در ۳۱ مهر ۱۴۰۴"
    assert (day["repair"], day["repair_persian"]) == ("۳۰ مهر ۱۴۰۴ | ۱ آبان ۱۴۰۴", "")
    assert (weekday["repair"], weekday["sentence"][:2]) == ("دوشنبه | ۲ آبان ۱۴۰۴", "'@")


def test_a_folder_without_findings_is_a_header(folder: Path, capsys: Capture) -> None:
    Path("a.txt").write_text("باران", encoding="utf-8")
    assert main(["check", "--no-config", "--format", "csv", "a.txt"]) == 0
    assert capsys.readouterr().out == "\ufeff" + ",".join(COLUMNS) + "\n"


def test_messages_are_in_the_language_asked_for(folder: Path, capsys: Capture) -> None:
    main(["check", "--no-config", "--format", "csv", "--lang", "fa", "a.txt"])
    assert "چنین روزی" in capsys.readouterr().out


def test_xlsx_is_a_sheet_to_review(folder: Path) -> None:
    openpyxl: Any = pytest.importorskip("openpyxl")
    assert main(["check", "--no-config", "--format", "xlsx", "--lang", "fa", "-o", "s.xlsx", "a.txt"]) == 1
    assert main(["check", "--no-config", "--format", "csv", "--lang", "fa", "-o", "s.csv", "a.txt"]) == 1
    (made,) = openpyxl.load_workbook("s.xlsx").worksheets
    header, *rows = made.iter_rows()
    assert tuple(cell.value for cell in header) == COLUMNS
    assert made.sheet_view.rightToLeft
    assert made.freeze_panes == "A2"
    (choices,) = made.data_validations.dataValidation
    assert (choices.formula1, choices.showErrorMessage, f"{choices.sqref}"[:2]) == ('"persian,gregorian"', False, "K2")
    assert {cell.number_format for row in rows for cell in row if not isinstance(cell.value, int | float)} == {"@"}
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "inlineStr"}  # no formula
    plain = [[unprotected(cell) for cell in row.values()] for row in sheet(Path("s.csv").read_bytes())]
    assert [["" if cell.value is None else f"{cell.value}" for cell in row] for row in rows] == plain
    assert made.column_dimensions["G"].width > made.column_dimensions["C"].width


def test_xlsx_in_english_runs_from_the_left(folder: Path) -> None:
    openpyxl: Any = pytest.importorskip("openpyxl")
    main(["check", "--no-config", "--format", "xlsx", "--lang", "en", "-o", "s.xlsx", "a.txt"])
    assert not openpyxl.load_workbook("s.xlsx").worksheets[0].sheet_view.rightToLeft


def test_without_openpyxl_its_extra_is_named(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "shamsi.cli.reports.xlsx", raising=False)
    assert main(["check", "--no-config", "--format", "xlsx", "a.txt"]) == 2
    assert "pip install 'shamsi[xlsx]'" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs_make_the_same_sheet(folder: Path, jobs: str) -> None:
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    main(["check", "--no-config", "--format", "csv", "--jobs", jobs, "-o", "s.csv", "a.txt", "b.txt"])
    assert [row["path"] for row in sheet(Path("s.csv").read_bytes())] == ["a.txt"] * 3 + ["b.txt"] * 3


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+98 21", "'+98 21"),
        ("-", "'-"),
        ("@x", "'@x"),
        ("'", "''"),
        ("1234567890123456", "'1234567890123456"),  # an id: 1.23E+15
        ("12345e7890123456", "'12345e7890123456"),
        ("2025-08-18", "'2025-08-18"),
        ("18 August 2025", "'18 August 2025"),
        ("Friday 18 August 2025", "'Friday 18 August 2025"),
        ("1apr2025", "'1apr2025"),
        ("c976f5b054c5907c", "c976f5b054c5907c"),
        ("785911d1b97ecc1a", "785911d1b97ecc1a"),
        ("۱۴۰۴/۵/۱۸", "۱۴۰۴/۵/۱۸"),
        ("", ""),
    ],
)
def test_no_spreadsheet_takes_a_cell_for_anything_else(cell: str, written: str) -> None:
    assert protected(cell) == written
    assert unprotected(written) == cell


@given(st.text(max_size=30))
def test_protection_is_undone(text: str) -> None:
    cell = one_line(text)
    assert unprotected(protected(cell)) == cell
    assert not set(cell) & set("\n\r\t\0\x1b\u202e\ud800")
    assert protected(cell)[:1] not in ("=", "+", "-", "@")


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("یک. دو! ", " سه؟ چهار", "X سه؟"),
        ("خط\n", "\nخط", "X"),
        ("کلمه " * 100, " کلمه" * 100, "… " + "کلمه " * 40 + "X" + " کلمه" * 40 + " …"),
        ("الف" * 300, "", "… " + "الف" * 66 + "لفX"[:2] + "X"),
        ("", "", "X"),
    ],
)
def test_a_sentence_has_whole_words(before: str, after: str, sentence: str) -> None:
    made = sentence_around(f"{before}X{after}", len(before), len(before) + 1)
    assert made == sentence or (len(before) > 800 and made.startswith("… ") and made.endswith("X"))


def test_what_no_file_can_hold_is_replaced() -> None:
    text = "\udc80 \x1b[31m در ۳۱ مهر ۱۴۰۴ \uffff"
    (finding,) = shamsi.check(text)
    row = row_of(Document("a\n.txt", text), finding, "en")
    assert (row["sentence"], row["path"]) == ("� [31m در ۳۱ مهر ۱۴۰۴ �", "a .txt")
    "".join(row.values()).encode()
