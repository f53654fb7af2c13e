"""Nothing that a user can name is without a page: public names, verbs and options, finding codes, fields, languages."""

import re
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import shamsi
from shamsi.cli.arguments.command_line import VERBS
from shamsi.text.compare.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
LANGUAGES = sorted(path.stem for path in (ROOT / "shamsi" / "lang").glob("*.toml"))
INTERNAL = {"calendar", "cli", "columns", "exports", "formats", "lang", "text", "values"}
MODULES = sorted(
    path.stem
    for path in (ROOT / "shamsi").iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem[0] != "_" and path.stem not in INTERNAL
)
_GENERATED = re.compile(r"^:::\{generated\} (\S+) (\S+)\n:::$", re.MULTILINE)


def read(page: str) -> str:
    return (REFERENCE / page).read_text(encoding="utf-8")


def generated(maker: str) -> list[str]:
    """What pages have a maker make."""
    return [
        name for page in REFERENCE.rglob("*.md") for kind, name in _GENERATED.findall(page.read_text()) if kind == maker
    ]


def test_every_public_name_has_a_page() -> None:
    listed = [*generated("autoclass"), *generated("autofunction"), *generated("autoexception")]
    assert len(listed) == len(set(listed)), "a name stands on two pages"
    wanted = {f"shamsi.{name}" for name in shamsi.__all__ if name != "__version__"}
    assert wanted - set(listed) == set(), "give each of these a line in a page of docs/reference/python"
    others = set(listed) - wanted
    assert [name for name in others if name.count(".") != 2] == [], "these are not public any more"
    for module, _, name in (each.rpartition(".") for each in others):
        assert name in pytest.importorskip(module).__all__, "this is not public any more"


def test_every_module_for_a_neighbour_has_a_page() -> None:
    assert sorted(generated("automodule")) == [f"shamsi.{name}" for name in MODULES]


def test_every_verb_has_its_options_on_the_page() -> None:
    assert sorted(re.findall(r"generated\} options (\S+)", read("command-line.md"))) == sorted(VERBS)


def test_every_finding_code_has_a_wrong_and_a_right_example() -> None:
    page = read("finding-codes.md")
    parts = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert list(parts) == list(CODES)
    for code, part in parts.items():
        assert f"[`{code}`](#{code})" in page
        assert re.search(r"Wrong.*Right", part, re.DOTALL), code
        assert part.count("```pycon") >= 2, code


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("A mention", shamsi.Mention),
        ("A finding", shamsi.Finding),
        ("A suggestion", shamsi.Suggestion),
        ("An explanation", shamsi.Explanation),
    ],
)
def test_every_json_field_has_a_row(heading: str, kind: type) -> None:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", read("json.md"), re.MULTILINE | re.DOTALL)
    assert found
    cells = [line.split("|")[1] for line in found[1].splitlines() if line.startswith("| `")]
    rows = [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(rows) == sorted(field.name for field in fields(kind))


def test_every_language_file_has_a_page() -> None:
    assert sorted(path.stem for path in (REFERENCE / "languages").glob("*.md")) == LANGUAGES
    assert sorted(generated("language")) == LANGUAGES


@pytest.fixture
def makers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT / "docs" / "_ext")])


def one_line(text: str) -> str:
    """A text with each run of blanks and line ends as one blank."""
    return " ".join(text.split())


@pytest.mark.usefixtures("makers")
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_page_has_every_name_pattern_and_example(code: str) -> None:
    import languages

    page = languages.page(code).replace("\\|", "|")
    file = tomllib.loads((ROOT / "shamsi" / "lang" / f"{code}.toml").read_text(encoding="utf-8"))
    names = [name for key in ("months", "eras") for table in file[key] for name in languages.strings(table["names"])]
    names += [name for table in (file["weekdays"], file["seasons"]["names"]) for name in languages.strings(table)]
    names += [name for words in file["words"].values() for name in languages.strings(words)]
    names += [text for pattern in file.get("patterns", []) for text in map(one_line, pattern.values())]
    names += [example["text"] for example in file.get("example", [])]
    assert [name for name in names if name not in page] == []
    assert ('dir="rtl"' in page) == (code != "en")


@pytest.mark.usefixtures("makers")
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_page_has_every_option_and_what_it_is_for(verb: str) -> None:
    import commands

    page = commands.options(verb)
    for action in commands.verb_parser(verb)._actions:
        if action.dest != "help":
            assert all(f"`{name}" in page for name in action.option_strings or [str(action.metavar)])
    assert all(len(listed) > len("| `x` |") and not listed.endswith("|  |") for listed in page.splitlines()[2:])
