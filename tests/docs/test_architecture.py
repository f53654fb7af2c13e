"""The map of the code is true: its packages are there, and each row of "Where does it go?" names the right file."""

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import shamsi
from shamsi.cli.main import main
from shamsi.sql import expression
from shamsi.text.grammar.guard_rows import Table
from shamsi.text.grammar.reasons import Basis, Rejection

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "shamsi"
PAGE = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
THINGS = [
    "a spelling",
    "a pattern",
    "a word class",
    "a guard",
    "a finding code",
    "a report",
    "an engine",
    "a dialect",
]
_PATH = re.compile(r"`([\w./]*/[\w./]*|\w+\.(?:py|toml))`")
Capture = pytest.CaptureFixture[str]


def section(title: str) -> str:
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def table(text: str) -> list[list[str]]:
    """The rows of the first table in a text, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


ROWS = {row[0]: row for row in table(section("Where does it go?"))}


def named(text: str, folder: str = "") -> list[Path]:
    """The files and folders that a text names, in a folder of the repository."""
    return [ROOT / name if name == "pyproject.toml" else ROOT / folder / name for name in _PATH.findall(text)]


def files_for(thing: str) -> list[Path]:
    """The files to edit."""
    return named(ROWS[thing][1], "shamsi")


def checks_for(thing: str) -> list[Path]:
    """The tests that fail until it is right."""
    return named(ROWS[thing][3], "tests")


def module(path: Path) -> ModuleType:
    return import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def written_in(path: Path, name: str) -> Any:
    """What a module calls by a name, if that is written there and not imported."""
    assert re.search(rf"^(?:(?:class|def) )?{name}\b.*[=:(]", path.read_text("utf-8"), re.MULTILINE), f"{path}: {name}"
    return getattr(module(path), name)


def names(text: str) -> list[str]:
    """What a text names in code style."""
    return re.findall(r"`([^`]+)`", text)


def layers(package: str) -> list[list[str]]:
    """The layers of a package as `lint-imports` checks them, from the top."""
    (contract,) = (one for one in CONTRACTS if one["containers"] == [package])
    return [re.findall(r"\w+", layer) for layer in contract["layers"]]


# ---------------------------------------------------------------- packages and steps


def test_the_five_questions_are_asked_in_the_order_of_the_imports() -> None:
    rows = table(section("Architecture"))[:5]
    packages = [names(row[1])[0] for row in rows]
    order = [layer[0] for layer in layers("shamsi.text")]
    assert [name for name in order[::-1] if (PACKAGE / "text" / name).is_dir()] == packages
    for package, row in zip(packages, rows, strict=True):
        missing = [one for one in names(row[2]) if not (PACKAGE / "text" / package / f"{one}.py").is_file()]
        assert missing == [], package


def test_the_packages_are_those_that_there_are_in_the_order_of_the_imports() -> None:
    told = [names(row[0]) for row in table(section("The packages"))]
    assert told == [layer for layer in layers("shamsi") if not layer[0].startswith("_")]
    there = {path.stem for path in PACKAGE.iterdir() if re.fullmatch(r"[a-z]\w+(\.py)?", path.name)}
    assert {name for row in told for name in row} == there


def test_every_path_of_the_page_leads_somewhere() -> None:
    prose = re.sub("^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    paths = {name for name in _PATH.findall(prose.replace(section("Where does it go?"), "")) if "/" in name}
    assert len(paths) > 10
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


# ---------------------------------------------------------------- where does it go?


def test_there_are_eight_rows() -> None:
    assert list(ROWS) == THINGS


@pytest.mark.parametrize("thing", THINGS)
def test_a_row_names_files_and_tests_that_there_are(thing: str) -> None:
    edit, tests = files_for(thing), checks_for(thing)
    assert edit
    assert tests
    assert [path for path in edit + tests if not path.exists()] == []
    assert all(path.name.startswith("test_") for path in tests)
    assert len(ROWS[thing][2]) > 10


def test_a_spelling_goes_into_its_file(tmp_path: Path) -> None:
    (path,) = files_for("a spelling")
    text = path.read_text("utf-8")
    months = next(table for table in tomllib.loads(text)["months"] if table["calendar"] == "persian")["names"]
    for number, (first, *_) in enumerate(months, 1):
        (mention,) = shamsi.find(f"في 18 {first} 1404", languages=[path.stem])
        assert (mention.native, mention.lang) == (f"1404-{number:02}-18", path.stem)
    own = tmp_path / path.name
    name = months[4][0]
    own.write_text(text.replace(f'"{name}"', f'"{name}", "سنبسبان"', 1), "utf-8")
    (mention,) = shamsi.find("في 18 سنبسبان 1404", languages=[own])
    assert mention.native == "1404-05-18"
    assert "1404-05-18" not in [one.native for one in shamsi.find("في 18 سنبسبان 1404", languages=[path.stem])]


def test_a_pattern_goes_into_the_patterns_and_the_readers() -> None:
    patterns, readers = files_for("a pattern")
    rows = [row for text in EXPLAINED for row in shamsi.explain(text)]
    rules = {row.rule for row in rows if row.refusal or not (row.mention and row.mention.parts)}
    assert len(rules) > 4
    assert rules <= set(written_in(patterns, "PATTERNS")) <= set(written_in(readers, "_READERS"))


def test_a_word_class_goes_into_the_classes() -> None:
    (path,) = files_for("a word class")
    classes = {kind.name: kind.meaning for kind in written_in(path, "SHARED")}
    tokens = [token for text in EXPLAINED for row in shamsi.explain(text) for token in row.tokens]
    assert len({token.kind for token in tokens}) > 8
    assert {token.kind: token.meaning for token in tokens}.items() <= classes.items()


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("وكالة مهر", "place"), ("وصل 1404 نفر", "counted"), ("مهر هوا خوب بود", "bare-month")],
)
def test_a_guard_goes_into_the_table_of_its_pattern(text: str, refusal: str) -> None:
    guards, reasons = files_for("a guard")
    (row,) = shamsi.explain(text)
    assert row.refusal == refusal
    reason = next(one for one in written_in(reasons, "Rejection") if one.label == refusal)
    assert reason in set(verdicts(written_in(guards, "TABLES")[row.rule]))


def verdicts(rows: Table) -> Iterator[Rejection | Basis | None]:
    """All that a table may say."""
    for row in rows.rows:
        if isinstance(row.verdict, Table):
            yield from verdicts(row.verdict)
        else:
            yield row.verdict


WRONG = [
    "في 18 مرداد 1404 (18 أغسطس 2025)",
    "في 5 تموز/أغسطس 2025",
    "يوم الاثنين 18 مرداد 1404",
    "في 31 مهر 1404",
    "من 9 إلى 5 مرداد 1404",
]


def test_a_finding_code_goes_into_the_registry_and_the_check() -> None:
    registry, check = files_for("a finding code")
    codes = written_in(registry, "CODES")
    assert [finding.code for text in WRONG for finding in written_in(check, "check")(text)] == list(codes)
    assert [code for code in codes if f'"{code}"' not in check.read_text("utf-8")] == []


def test_a_report_is_a_module_named_as_its_format(capsys: Capture) -> None:
    folder, options = files_for("a report")
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    found = re.search(r"--format \{([\w,]+)\}", capsys.readouterr().out)
    assert found
    formats = found[1].split(",")
    made = [path.stem for path in folder.glob("*.py") if hasattr(module(path), "make")]
    assert sorted(made) == sorted(formats) == sorted(written_in(options, "CHECK_FORMATS"))
    page = (ROOT / "docs" / "reference" / "reports.md").read_text("utf-8")
    assert [one for one in formats if not re.search(rf"^\| \[?`{one}`", page, re.MULTILINE)] == []


def test_an_engine_is_a_module_that_calls_the_columns() -> None:
    model, folder, project = files_for("an engine")
    assert project == ROOT / "pyproject.toml"
    engines = {path.stem for path in PACKAGE.glob("[a-z]*.py") if "from shamsi.columns" in path.read_text("utf-8")}
    assert model.stem in engines
    assert (folder / model.name).is_file()
    helpers = {path.stem.partition("_")[0] for path in folder.glob("[a-z]*.py")}
    assert {name.replace("arrow", "pyarrow") for name in helpers} <= engines
    assert len(engines) > 3
    assert engines <= set(PROJECT["project"]["optional-dependencies"])
    assert engines <= {name for layer in layers("shamsi") for name in layer}
    listed = " ".join(map(str, PROJECT["dependency-groups"]["engines"]))
    assert [one for one in sorted(engines) if one not in listed] == []


def test_a_dialect_is_a_row_with_tests() -> None:
    (path,) = files_for("a dialect")
    dialects = list(written_in(path, "DIALECTS"))
    names = ", ".join(rf"{one}( \(or \w+\))?" for one in dialects)
    with pytest.raises(ValueError, match=f"dialect must be one of {names}, got"):
        expression("none", "year", "day")
    tests = ROOT / "tests" / "sql"
    parsed = (tests / "test_parsed_dialects.py").read_text("utf-8")  # those without a server
    assert [one for one in dialects if not (tests / f"test_{one}.py").is_file() and f'"{one}"' not in parsed] == []
    assert all(expression(one, "year", "day") for one in dialects)


# Sentences that show many patterns and classes.
EXPLAINED = [
    "قالت وكالة مهر إن السوق افتُتح يوم السبت ١٨ مرداد ١٤٠٤ (١٨ أغسطس ٢٠٢٥) في شيراز",
    "نیمه دوم مهر ۱۴۰۴ و تابستان ۱۴۰۳ و دهه ۶۰ و ۱۴۰۴/۰۵/۱۸",
    "از سال ۱۳۹۹ تا مرداد ۱۴۰۴ در قرن سیزدهم خورشیدی",
    "برداشت ۱۴۰۴ زعفران ۱۴۰۴ تن بود",
]
