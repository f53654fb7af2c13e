"""Compile patterns for the bytes of a folded text, and many forms into one pattern."""

from __future__ import annotations

import re
from typing import Any

from shamsi.lang.fold import LETTERS, fold

END = rf"(?![{LETTERS}])"  # where a word ends
_CAPITAL = re.compile("[A-Z]")
_ATOMS = {" ": " ?", ".": r" ?\.? ?", "'": " ?'? ?", "-": " ?-? ?"}


def encode(form: str) -> bytes:
    """Return the bytes that a form folds to."""
    return fold(form).code


def compiled(pattern: str) -> re.Pattern[bytes]:
    """Compile a pattern over letters for the bytes that they fold to. Its signs stay."""
    code = bytearray(encode(pattern))
    for sign in _CAPITAL.finditer(pattern):  # of a named group, or of a class of letters
        code[sign.start()] = ord(sign[0])
    return re.compile(bytes(code))


def alternatives(tails: dict[str, str]) -> str:
    """Return one pattern for many forms, each with the pattern that must follow it.

    A text may leave out the blanks, dots, hyphens and apostrophes of a form.

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
    """Return the pattern of one node. It tries longer forms first."""
    latin: list[str] = []
    rows: list[str] = []
    for char, after in sorted(node.items()):
        if char:
            row = _ATOMS.get(char, re.escape(char)) + _branch(after)
            (latin if "a" <= char <= "z" else rows).append(row)
    if len(latin) > 1 and rows:  # passed over in one step
        latin = [f"(?=[a-z])(?:{'|'.join(latin)})"]
    rows += latin
    if "" in node:
        rows.append(node[""])
    return rows[0] if len(rows) == 1 else f"(?:{'|'.join(rows)})"
