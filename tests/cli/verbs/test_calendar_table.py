"""`calendar-table`: both formats, the years, and files that cannot be written."""

import csv
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import shamsi
from shamsi.cli.main import main
from shamsi.sql import COLUMNS

Capture = pytest.CaptureFixture[str]


def test_csv_on_standard_output(capsys: Capture) -> None:
    assert main(["calendar-table", "--years", "1403-1404"]) == 0
    out, err = capsys.readouterr()
    table = list(csv.reader(io.StringIO(out)))
    assert tuple(table[0]) == COLUMNS
    assert len(table) == 1 + 366 + 365
    row = "2025-03-20 20167 1403 12 30 4 366 4 1 30 2025-02-19 2024-12-21 2024-03-20 1403-12-30"
    row += " 1 1404 53 4 2 2025-03-15 2024-09-22 Esfand Thursday"
    assert table[366] == row.split()
    assert err == ""


def test_one_year_and_the_years_without_a_word(capsys: Capture) -> None:
    assert main(["calendar-table", "--years", "1404"]) == 0
    assert capsys.readouterr().out.count("\n") == 366
    assert main(["calendar-table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (lines[1].split(",")[13], lines[-1].split(",")[13]) == ("1300-01-01", "1450-12-29")


def test_names_in_a_language_and_fiscal_years(capsys: Capture) -> None:
    assert main(["calendar-table", "--years", "1403", "--lang", "prs", "--fiscal-start", "10"]) == 0
    head, *_, last = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head[-4:] == ["month_name", "weekday_name", "fiscal_year", "fiscal_year_start"]
    assert last[-4:] == ["حوت", "پنجشنبه", "1404", "2024-12-21"]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (["--fiscal-start", "13"], "argument --fiscal-start: must be the number of a month, 1..12, got '13'"),
        (["--lang", "farsi"], "did you mean fa"),
    ],
)
def test_options_that_are_wrong(option: list[str], told: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["calendar-table", *option])
    assert told in capsys.readouterr().err


def test_files(tmp_path: Path, capsys: Capture) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet", reason="PyArrow is not installed")
    for arguments, name in (
        ([], "a.csv"),
        ([], "a.parquet"),
        (["--format", "parquet"], "a"),
        (["--format", "csv"], "b"),
    ):
        path = tmp_path / name
        assert main(["calendar-table", "--years", "1404", *arguments, "-o", str(path)]) == 0
        if name in ("a.csv", "b"):
            assert path.read_bytes().startswith(b"gregorian,day_number,")
        else:
            assert parquet.read_table(path).num_rows == 365
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "years", ["1404-1403", "0-1", "9378-9379", "1400-", "-1", "", "all", "1400-1401-1402", "9" * 5000]
)
def test_years_that_are_none(years: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(["calendar-table", f"--years={years}"])
    assert left.value.code == 2
    assert "a year or two of 1..9378, the first one first, such as 1300-1450, got" in capsys.readouterr().err


def test_parquet_needs_a_file(capsys: Capture) -> None:
    assert main(["calendar-table", "--format", "parquet"]) == 2
    assert capsys.readouterr() == ("", "shamsi: --format parquet needs a file: name it with -o FILE\n")


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_file_that_cannot_be_written(tmp_path: Path, name: str, capsys: Capture) -> None:
    if name == "a.parquet":
        pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    path = tmp_path / "nowhere" / name
    assert main(["calendar-table", "--years", "1404", "-o", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"shamsi: {path}: no such file or directory\n"


def test_without_pyarrow_parquet_is_refused_and_csv_is_not(tmp_path: Path) -> None:
    root = Path(shamsi.__file__).parents[1]
    command = [sys.executable, "-S", "-m", "shamsi", "calendar-table", "--years", "1404", "-o"]
    for name, status in (("a.csv", 0), ("a.parquet", 2)):
        done = subprocess.run([*command, str(tmp_path / name)], capture_output=True, text=True, check=False, cwd=root)
        assert done.returncode == status
        assert ("pip install 'shamsi[pyarrow]', or write CSV" in done.stderr) == (status == 2)
        assert (tmp_path / name).exists() == (status == 0)
