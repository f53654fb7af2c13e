"""Silences: findings that a note in the text itself, such as `shamsi: ignore`, takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shamsi.cli.inputs import Document
from shamsi.text.checker import Finding

_NOTE = re.compile(r"shamsi: ?ignore(-next|-file)?\b(?!-)(?:\[([a-z, -]*)\])?")
_MARK = "shamsi:"


def told(document: Document, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that no note of the document takes back.

    A note stands in any kind of comment and speaks for its own line, `ignore-next` for the next one and `ignore-file`
    for all of them; codes in brackets behind it are the only ones that it takes back.

    >>> import shamsi
    >>> text = "۳۱ مهر ۱۴۰۴ <!-- shamsi: ignore[impossible-date] -->"
    >>> told(Document("a.txt", text), shamsi.check(text))
    []
    """
    if not findings or _MARK not in document.written:
        return list(findings)
    notes = _notes(document)
    return [finding for finding in findings if not _is_silenced(document, finding, notes)]


Notes = dict[int | None, set[str]]  # codes by line, all lines under None; no code stands for every code


def _notes(document: Document) -> Notes:
    notes: Notes = {}
    for found in _NOTE.finditer(document.written):
        line = document.place(found.start())[0]
        scope = {"-next": line + 1, "-file": None}.get(found[1] or "", line)
        codes = {code.strip() for code in found[2].split(",")} if found[2] else {""}
        notes.setdefault(scope, set()).update(codes)
    return notes


def _is_silenced(document: Document, finding: Finding, notes: Notes) -> bool:
    first, last = (document.position(offset)[0] for offset in (finding.start, finding.end))
    return any(not {"", finding.code}.isdisjoint(notes.get(line, ())) for line in (None, *range(first, last + 1)))
