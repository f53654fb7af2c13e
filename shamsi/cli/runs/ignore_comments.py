"""Silences: findings that a note in the text itself, such as `shamsi: ignore`, takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shamsi.cli.inputs import Document
from shamsi.text.checker import Finding

_NOTE = re.compile(r"shamsi: ?ignore(-next|-file)?\b(?!-)(?:\[([^\]\[\n]*)\])?")  # no bracket in brackets: linear
_MARK = "shamsi:"
_EVERY = ""  # what a note without codes takes back


class Note(NamedTuple):
    """A note: where it starts in the source, what it says, the line it speaks for or None for all, and its codes."""

    start: int
    text: str
    line: int | None
    codes: tuple[str, ...]


def silence(document: Document, findings: Sequence[Finding]) -> tuple[list[Finding], list[Note]]:
    """The findings that no note of the document takes back, and the notes that take none back.

    A note stands in any kind of comment and speaks for its own line, `ignore-next` for the next one and `ignore-file`
    for all of them; codes in brackets behind it are the only ones that it takes back.

    >>> import shamsi
    >>> text = "۳۱ مهر ۱۴۰۴ <!-- shamsi: ignore[impossible-date] -->"
    >>> silence(Document("a.txt", text), shamsi.check(text))
    ([], [])
    """
    notes = list(_notes(document)) if _MARK in document.written else []
    if not notes:
        return list(findings), []
    speaking: dict[tuple[int | None, str], Note] = {}
    for note in notes:
        for code in note.codes:
            speaking.setdefault((note.line, code), note)
    told: list[Finding] = []
    heard: set[Note] = set()
    for finding in findings:
        by = _first(document, finding, speaking)
        if by:
            heard.add(by)
        else:
            told.append(finding)
    return told, [note for note in notes if note not in heard]


def _notes(document: Document) -> Iterator[Note]:
    for found in _NOTE.finditer(document.written):
        line = document.place(found.start())[0]
        scope = {"-next": line + 1, "-file": None}.get(found[1] or "", line)
        codes = tuple(code.strip() for code in found[2].split(",")) if found[2] else (_EVERY,)
        yield Note(found.start(), found[0], scope, codes)


def _first(document: Document, finding: Finding, speaking: dict[tuple[int | None, str], Note]) -> Note | None:
    """The narrowest note that takes a finding back."""
    first, last = (document.position(offset)[0] for offset in (finding.start, finding.end))
    for line in (*range(first, last + 1), None):
        note = speaking.get((line, finding.code)) or speaking.get((line, _EVERY))
        if note:
            return note
    return None
