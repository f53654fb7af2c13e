"""Globs: what patterns mean, from where they stand."""

from pathlib import Path

import pytest

from shamsi.cli.inputs.globs import anchored, fits


@pytest.mark.parametrize(
    ("pattern", "fitting"),
    [
        ("*.md", {"a.md", "b/a.md", "b/c/a.md"}),
        ("a.md", {"a.md", "b/a.md", "b/c/a.md"}),
        ("b/*", {"b/a.md", "b/c/a.md", "b/c/d.txt"}),
        ("b/", {"b/a.md", "b/c/a.md", "b/c/d.txt"}),
        ("b/c/d.txt", {"b/c/d.txt"}),
        ("c/", set()),
        ("*/c/*.md", {"b/c/a.md"}),
    ],
)
def test_a_pattern_means_files_below_its_folder(
    pattern: str, fitting: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a [news]"
    folder.mkdir()
    paths = ["a.md", "b/a.md", "b/c/a.md", "b/c/d.txt"]
    at = anchored(pattern, folder)
    assert {path for path in paths if fits(str(folder / path), at)} == fitting
    monkeypatch.chdir(folder)
    assert {path for path in paths if fits(path, anchored(pattern, Path()))} == fitting


def test_files_elsewhere_are_not_meant() -> None:
    assert not fits("/other/b/a.md", anchored("b/*", Path("/news")))
