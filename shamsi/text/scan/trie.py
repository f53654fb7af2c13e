"""Patterns over the bytes of a folded text: written in letters, compiled for bytes; many forms as one trie."""

from __future__ import annotations

import re
from typing import Any

from shamsi.lang.fold import LETTERS, fold

END = rf"(?![{LETTERS}])"  # where a word ends
_ATOMS = {" ": " ?", ".": r" ?\.? ?"}


def encode(form: str) -> bytes:
    """The bytes that a form folds to."""
    return fold(form).code


def compiled(pattern: str) -> re.Pattern[bytes]:
    """A pattern over letters as one over the bytes that they fold to."""
    return re.compile(encode(pattern))


def alternatives(tails: dict[str, str]) -> str:
    """One pattern for many forms, each with what must follow it; a blank may be lost, a dot may be missing.

    >>> alternatives({"ab": "", "ac": "", "x y": "!"})
    '(?:a(?:b|c)|x ?y!)'
    """
    root: dict[str, Any] = {}
    for form, tail in tails.items():
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = tail
    return _branch(root) if root else "(?!)"


def _branch(node: dict[str, Any]) -> str:
    """The pattern of one node: longer forms are tried first."""
    rows = [_ATOMS.get(char, re.escape(char)) + _branch(after) for char, after in sorted(node.items()) if char]
    if "" in node:
        rows.append(node[""])
    return rows[0] if len(rows) == 1 else f"(?:{'|'.join(rows)})"
