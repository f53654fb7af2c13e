"""LibreOffice without a window: it computes a workbook and writes the values as CSV."""

import csv
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

Rows = Iterable[Sequence[Any]]
Compute = Callable[[Rows], list[list[str]]]
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"  # comma, quotation mark, UTF-8, from the first line


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for the settings of LibreOffice, so that it shares none with a running one."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def compute(tmp_path: Path, profile: Path) -> Compute:
    """Return a function that gives the values of rows of constants and formulas."""
    openpyxl: Any = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: there is no soffice")

    def values(rows: Rows) -> list[list[str]]:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
        book.save(tmp_path / "book.xlsx")
        setting = f"-env:UserInstallation={profile.as_uri()}"
        command = [office, setting, "--headless", "--convert-to", _CSV, "--outdir", str(tmp_path), "book.xlsx"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=600)
        assert done.returncode == 0, done.stderr
        with (tmp_path / "book.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    return values
