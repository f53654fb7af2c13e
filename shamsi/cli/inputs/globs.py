"""Globs: which files a desk's patterns mean."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path


def anchored(pattern: str, folder: Path) -> str:
    """A pattern as it is compared: with a slash it starts from a folder, without one it is of any file's name.

    >>> anchored("*.md", Path("/desk")), anchored("archive/", Path("/desk"))
    ('*.md', '/desk/archive/*')
    """
    if "/" not in pattern:
        return pattern
    return f"{escape(Path(os.path.abspath(folder)).as_posix())}/{pattern}{'*' * pattern.endswith('/')}"


def fits(path: str, pattern: str) -> bool:
    """Whether a file is one that an anchored pattern means; `*` stands for slashes, too.

    >>> fits("/desk/archive/1404/a.txt", "/desk/archive/*"), fits("/desk/a.txt", "*.md")
    (True, False)
    """
    whole = Path(os.path.abspath(path))
    return fnmatchcase(whole.as_posix() if "/" in pattern else whole.name, pattern)
