"""What may import what, and what `import shamsi` may load."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import shamsi

PACKAGE = Path(shamsi.__file__).parent
WITHOUT_IMPORTS = ("_errors", "calendar/kernel", "calendar/lunar")
SLOW = {"argparse", "dataclasses", "enum", "json", "re", "tomllib", "typing"}


def imported(source: str) -> list[str]:
    """The modules that the source imports, anywhere in it."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append("." * node.level + (node.module or ""))
    return names


def bare(code: str) -> subprocess.CompletedProcess[str]:
    """What the code prints in an interpreter with nothing installed."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def loaded_by(statement: str) -> set[str]:
    """The modules that the statement adds to those of a bare interpreter."""
    done = bare(f"import sys; before = set(sys.modules)\n{statement}\nprint(*sys.modules.keys() - before)")
    done.check_returncode()
    return set(done.stdout.split())


@pytest.mark.parametrize("name", WITHOUT_IMPORTS)
def test_the_lowest_modules_import_nothing(name: str) -> None:
    source = (PACKAGE / f"{name}.py").read_text(encoding="utf-8")
    assert [module for module in imported(source) if module != "__future__"] == []


NEIGHBOURS = {  # each is imported by the module of its name
    *("numpy", "pandas", "polars", "pyarrow", "spacy", "spark"),
    *("django", "matplotlib", "sqlalchemy", "testing"),
}
THIRD_PARTIES = {  # and by the modules of these folders
    "columns": {"numpy"},
    "columns/engines": {"numpy", "pandas", "polars", "pyarrow"},
    "sql": {"pyarrow"},
    "spark": {"pyarrow", "pyspark"},
    "matplotlib": {"arabic_reshaper", "bidi", "matplotlib", "numpy", "pandas"},
    "cli/inputs": {"pyarrow", "zstandard"},
    "cli/inputs/office": {"docx", "odf"},
    "cli/reports": {"openpyxl"},
    "cli/review": {"openpyxl"},
    "cli/runs": {"rich"},
    "values": {"pydantic", "pydantic_core"},
}
TABLES = {"row_tables": {"pandas", "polars", "pyarrow"}}  # modules with a table that each library can get


def folder(path: Path) -> str:
    """The folder of a module, from the package on; of the package's own modules, their name."""
    return path.stem if path.parent == PACKAGE else path.parent.relative_to(PACKAGE).as_posix()


def test_only_a_neighbours_module_names_a_third_party() -> None:
    found = {
        (path.name, module)
        for path in PACKAGE.rglob("*.py")
        if path.parent != PACKAGE or path.stem not in NEIGHBOURS
        for name in imported(path.read_text(encoding="utf-8"))
        if not name.startswith(".")
        for module in [name.partition(".")[0]]
        if module not in sys.stdlib_module_names | {"shamsi"}
        if module not in THIRD_PARTIES.get(folder(path), set()) | TABLES.get(path.stem, set())
    }
    assert found == set()


def test_import_shamsi_loads_itself_alone() -> None:
    assert loaded_by("import shamsi") == {"shamsi"}


def test_the_calendar_loads_nothing_slow() -> None:
    assert loaded_by("import shamsi; shamsi.Date") & (SLOW | {"shamsi.lang", "shamsi.text"}) == set()


def test_periods_load_nothing_slow() -> None:
    loaded = loaded_by("import shamsi; shamsi.Period.month(1404, 5).next(); str(shamsi.Period.year(1404))")
    assert loaded & (SLOW | {"shamsi.lang", "shamsi.text"}) == set()


def test_periods_in_numbers_load_nothing_that_reads_texts() -> None:
    assert not {"shamsi.lang", "shamsi.text"} & loaded_by("import shamsi; shamsi.Period.parse('1404-05')")


def test_printing_in_english_loads_nothing_slow() -> None:
    loaded = loaded_by("import shamsi; shamsi.Date(1403, 12, 30).format('%A %B %G-%V', digits='arabext')")
    assert loaded & (SLOW | {"shamsi.lang", "shamsi.text"}) == set()


def test_printing_in_another_language_loads_its_file_and_nothing_that_reads_texts() -> None:
    loaded = loaded_by("import shamsi; shamsi.Date(1403, 12, 30).format('%A %B', lang='fa')")
    assert "shamsi.lang.language" in loaded
    assert "shamsi.text" not in loaded


def test_the_probe_sees_what_is_loaded() -> None:
    assert {"json", "re", "enum"} <= loaded_by("import json")


def test_exports_load_nothing_of_one_another() -> None:
    loaded = loaded_by("import shamsi; shamsi.edtf")
    assert {name for name in loaded if name.startswith("shamsi.exports.")} == {"shamsi.exports.edtf"}


@pytest.mark.parametrize("neighbour", sorted(NEIGHBOURS))
def test_a_neighbour_that_is_not_installed_is_named_with_its_extra(neighbour: str) -> None:
    done = bare(f"import shamsi.{neighbour}")
    assert re.search(rf"ModuleNotFoundError: .* pip install 'shamsi\[{neighbour}\]'\n$", done.stderr)


def test_reading_numbers_loads_nothing_slow_and_reading_words_nothing_that_decides_dates_of_texts() -> None:
    loaded = loaded_by("import shamsi; shamsi.Date.parse('30/12/1403')")
    assert loaded & (SLOW | {"shamsi.lang", "shamsi.text"}) == set()
    loaded = loaded_by("import shamsi; shamsi.Date.parse('30 Esfand 1403')")
    assert "shamsi.text.phrase.days" in loaded
    assert not {"shamsi.text.resolve", "shamsi.text.check"} & loaded


def test_the_package_that_reads_text_shows_few_things_at_its_top() -> None:
    text = Path(shamsi.__file__).parent / "text"
    top = [path for path in text.iterdir() if path.name not in ("__init__.py", "__pycache__")]
    assert 10 < len(top) <= 16, sorted(path.name for path in top)


def test_the_order_of_imports_fits_on_a_page() -> None:
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if not project.exists():
        pytest.skip("pyproject.toml is not here")
    _, _, contracts = project.read_text("utf-8").partition("[tool.importlinter]")
    block = re.split(r"^\[(?!tool\.importlinter)", contracts, flags=re.MULTILINE)[0]
    assert 20 < block.count("\n") <= 110
