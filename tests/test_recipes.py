"""The configuration page, the pre-commit hook and the workflow say what the command knows."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from shamsi.cli.arguments.command_line import parser
from shamsi.cli.arguments.configuration import SETTINGS, read
from shamsi.cli.main import main
from tests.test_readme import ROOT, blocks, text_of

CONFIGURATION = "docs/reference/configuration.md"
RECIPES = ("docs/how-to/pre-commit.md", "docs/how-to/github-action.md")


def yaml(text: str) -> Any:
    return pytest.importorskip("yaml", reason="PyYAML is not installed").safe_load(text)


def test_every_key_stands_on_the_page_with_its_option() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|.*\| `(--[a-z-]+)` \|$", text_of(CONFIGURATION), re.MULTILINE)
    options = {action.option_strings[0]: action.dest for action in _actions() if action.option_strings}
    assert {key: options[option] for key, option in rows} == {key: one.option for key, one in SETTINGS.items()}


def _actions() -> list[Any]:
    verbs = next(action for action in parser(["check"])._actions if action.dest == "verb")
    assert isinstance(verbs.choices, dict)
    return list(verbs.choices["check"]._actions)


def test_the_example_of_the_page_is_accepted(tmp_path: Path) -> None:
    for number, block in enumerate(blocks(CONFIGURATION, "toml")):
        path = tmp_path / str(number) / "pyproject.toml"
        path.parent.mkdir()
        path.write_text(block, encoding="utf-8")
        assert len(read(path)) == len(tomllib.loads(block)["tool"]["shamsi"]) > 0


def test_the_hook_runs_what_the_command_has() -> None:
    (hook,) = yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language", "types_or"} <= set(hook)
    program, *arguments = shlex.split(hook["entry"])
    assert program == "shamsi"
    assert main([*arguments, str(ROOT / "docs/examples/visit.fa.txt")]) == 1
    used = yaml(blocks(RECIPES[0], "yaml")[0])["repos"][0]["hooks"]
    assert [one["id"] for one in used] == [hook["id"]]


@pytest.mark.parametrize("page", RECIPES)
def test_commands_of_a_recipe_are_understood(page: str) -> None:
    found = [line for block in blocks(page, "yaml") for line in re.findall(r"run: (shamsi .*)", block)]
    assert found or page == RECIPES[0]
    for line in found:
        arguments = shlex.split(line.partition("||")[0])[1:]
        parser([arguments[0]]).parse_args(arguments)


@pytest.mark.parametrize("page", RECIPES)
def test_yaml_is_yaml(page: str) -> None:
    for block in blocks(page, "yaml"):
        assert yaml(block)
