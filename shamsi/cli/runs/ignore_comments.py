"""Ignore comments: a comment in the text itself, such as `shamsi: ignore`, suppresses findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shamsi.cli.inputs import Document
from shamsi.text.finding import Finding

_COMMENT = re.compile(  # no bracket within brackets: linear time
    r"shamsi: ?ignore(-next|-file)?\b(?!-)(?:\[([^\]\[\n]*)\])?"
)
_MARK = "shamsi:"
_EVERY = ""  # stands for all codes, in a comment without codes


class IgnoreComment(NamedTuple):
    """A comment: its start in the source, text, line (None for the whole file) and codes."""

    start: int
    text: str
    line: int | None
    codes: tuple[str, ...]


def apply_ignore_comments(
    document: Document, findings: Sequence[Finding]
) -> tuple[list[Finding], list[IgnoreComment]]:
    """Return the findings that no comment suppresses, and the comments that suppress none.

    A comment may use any comment syntax. It applies to its own line, `ignore-next` to the next line
    and `ignore-file` to the file; codes in brackets limit it to findings with these codes.

    >>> import shamsi
    >>> text = "۳۱ مهر ۱۴۰۴ <!-- shamsi: ignore[impossible-date] -->"
    >>> apply_ignore_comments(Document("a.txt", text), shamsi.check(text))
    ([], [])
    """
    comments = list(_comments(document)) if _MARK in document.written else []
    if not comments:
        return list(findings), []
    by_place: dict[tuple[int | None, str], IgnoreComment] = {}
    for comment in comments:
        for code in comment.codes:
            by_place.setdefault((comment.line, code), comment)
    reported: list[Finding] = []
    used: set[IgnoreComment] = set()
    for finding in findings:
        suppressing = _first(document, finding, by_place)
        if suppressing:
            used.add(suppressing)
        else:
            reported.append(finding)
    return reported, [comment for comment in comments if comment not in used]


def _comments(document: Document) -> Iterator[IgnoreComment]:
    for found in _COMMENT.finditer(document.written):
        line = document.place(found.start())[0]
        scope = {"-next": line + 1, "-file": None}.get(found[1] or "", line)
        codes = tuple(code.strip() for code in found[2].split(",")) if found[2] else (_EVERY,)
        yield IgnoreComment(found.start(), found[0], scope, codes)


def _first(
    document: Document, finding: Finding, by_place: dict[tuple[int | None, str], IgnoreComment]
) -> IgnoreComment | None:
    """The comment with the narrowest scope that suppresses a finding."""
    first, last = (document.position(offset)[0] for offset in (finding.start, finding.end))
    for line in (*range(first, last + 1), None):
        comment = by_place.get((line, finding.code)) or by_place.get((line, _EVERY))
        if comment:
            return comment
    return None
