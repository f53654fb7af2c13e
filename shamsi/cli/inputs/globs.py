"""Globs: which files the patterns of a project match."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path


def anchored(pattern: str, folder: Path) -> str:
    """A pattern to compare: with a slash it starts from a folder, otherwise it matches file names.

    >>> anchored("*.md", Path("/news")), anchored("archive/", Path("/news"))
    ('*.md', '/news/archive/*')
    """
    if "/" not in pattern:
        return pattern
    return (
        f"{escape(Path(os.path.abspath(folder)).as_posix())}/{pattern}{'*' * pattern.endswith('/')}"
    )


def fits(path: str, pattern: str) -> bool:
    """Whether an anchored pattern matches a file; `*` also matches slashes.

    >>> fits("/news/archive/1404/a.txt", "/news/archive/*"), fits("/news/a.txt", "*.md")
    (True, False)
    """
    whole = Path(os.path.abspath(path))
    return fnmatchcase(whole.as_posix() if "/" in pattern else whole.name, pattern)
