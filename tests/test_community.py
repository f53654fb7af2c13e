"""What is kept for the people and services around the code: changelog, citation, issue forms, release."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import shamsi

ROOT = Path(__file__).resolve().parent.parent


def yaml(path: str) -> Any:
    return pytest.importorskip("yaml", reason="PyYAML is not installed").safe_load((ROOT / path).read_text("utf-8"))


def test_every_fragment_of_the_changelog_is_collected() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
    kinds = "|".join(kind["directory"] for kind in settings["type"])
    names = [path.name for path in (ROOT / settings["directory"]).iterdir() if path.name not in settings["ignore"]]
    assert [name for name in names if not re.fullmatch(rf"(\d+|\+[\w-]+)\.({kinds})\.md", name)] == []
    assert (ROOT / settings["filename"]).read_text("utf-8").count(settings["start_string"]) == 1


def test_the_citation_is_of_this_version() -> None:
    citation = yaml("CITATION.cff")
    assert (citation["cff-version"], citation["version"]) == ("1.2.0", shamsi.__version__)
    assert {"title", "message", "authors", "license"} <= citation.keys()


@pytest.mark.parametrize("name", ["wrong-reading", "wrong-conversion", "other"])
def test_issue_forms_are_forms(name: str) -> None:
    form = yaml(f".github/ISSUE_TEMPLATE/{name}.yml")
    assert {"name", "description", "body"} <= form.keys()
    assert all(field["type"] in ("input", "textarea") and field["attributes"]["label"] for field in form["body"])
    assert len({field["id"] for field in form["body"]}) == len(form["body"])


def test_only_the_publishing_job_may_speak_for_the_project() -> None:
    workflow = yaml(".github/workflows/release.yml")
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "publish": {"id-token": "write"},
    }
