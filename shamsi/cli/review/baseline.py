"""The baseline: findings that are known already, and are not reported again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shamsi.cli.inputs import Document
from shamsi.cli.inputs.sources import reason
from shamsi.cli.review.lists import Unusable, rows_of
from shamsi.cli.review.rows import path_of, same_file
from shamsi.text.compare.finding_ids import Around, Words
from shamsi.text.finding import Finding
from shamsi.text.resolve.mention import Mention


class Compared(NamedTuple):
    """The findings of a document that are new, and how many of the baseline are known and gone."""

    new: list[Finding]
    known: int
    gone: int


class Baseline:
    """The findings of an earlier run, by file, record and id."""

    def __init__(self, path: str) -> None:
        folder = os.path.dirname(path)
        self._ids: dict[tuple[str, str], set[str]] = {}
        files: dict[str, str] = {}
        for row in rows_of(path, needed=("id", "path")):
            if row.path not in files:
                files[row.path] = same_file(path_of(row.path, folder))
            self._ids.setdefault((files[row.path], row.record), set()).add(row.id)

    def compared(
        self, document: Document, findings: Sequence[Finding], mentions: Iterable[Mention]
    ) -> Compared:
        """The findings of a document, compared with those of its baseline.

        A finding is known by its id, or by one that it had when more or fewer findings of its text
        had the same words. Each of the baseline is that of one finding.
        """
        ids = self._ids.get((same_file(document.path), document.key or ""), set())
        if not ids:
            return Compared([*findings], 0, 0)
        left = ids - {finding.id for finding in findings}
        known = len(ids) - len(left)
        new: list[Finding] = []
        around: Around | None = None
        for finding in findings:
            if finding.id in ids:
                continue
            around = around or Around(document.text, mentions)
            former = _former(around, finding, left)
            if former:
                left.discard(former)
                known += 1
            else:
                new.append(finding)
        return Compared(new, known, len(left))


def _former(around: Around, finding: Finding, ids: set[str]) -> str | None:
    """The id of a baseline that a finding had; the most particular one."""
    keys = around.keys(Words(finding.code, finding.spans)) if ids else ()
    return next((key for key in reversed(keys) if key in ids), None)


def digest_of(path: str) -> str:
    """A digest of a file, so that a run is not resumed with another; Unusable if it is not read."""
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError as error:
        raise Unusable(f"{path}: {reason(error)}") from error
