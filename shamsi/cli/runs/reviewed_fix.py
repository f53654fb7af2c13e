"""Fixes what an editor decided in a list of findings."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from shamsi.cli.escaping import clean, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.inputs.bodies import Refused
from shamsi.cli.reports.lines import place
from shamsi.cli.reports.notices import Notice
from shamsi.cli.review.choices import LEAVE, choice_of
from shamsi.cli.review.lists import rows_of
from shamsi.cli.review.rows import Row, path_of, same_file
from shamsi.cli.review.settling import APPLIED, FIXED, Checked, Outcome, settled
from shamsi.cli.runs.document_check import DocumentChecker
from shamsi.cli.runs.rewriting import Edits
from shamsi.lang.sentences import Sentence
from shamsi.text.resolve.reading import Reading
from shamsi.text.rewrite.edits import Edit

_QUOTED = 60


class Review:
    """The rows of a reviewed list, by the file and the record that they are about."""

    def __init__(self, path: str, folder: str) -> None:
        self.rows: list[Row] = rows_of(path)
        self._by_place: dict[tuple[str, str], list[Row]] = {}
        self.files: dict[str, str] = {}
        for row in self.rows:
            file = path_of(row.path, folder)
            self.files.setdefault(same_file(file), file)
            self._by_place.setdefault((same_file(file), row.record), []).append(row)
        self._folder = folder

    @property
    def ticked(self) -> list[Row]:
        """The rows with a decision."""
        return [row for row in self.rows if choice_of(row.apply) != LEAVE]

    def of(self, document: Document) -> list[Row]:
        """The rows about a document."""
        return self._by_place.get((same_file(document.path), document.key or ""), [])

    def file_of(self, row: Row) -> str:
        """The name of the file that a row is about, as in `files`."""
        return same_file(path_of(row.path, self._folder))


class ReviewFixer:
    """Carries out the decisions about documents."""

    def __init__(self, review: Review, options: Namespace) -> None:
        self._review = review
        self._list: str = options.apply
        self._checker = DocumentChecker(options)

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return self._checker.readings(documents)

    def edits(self, document: Document, reading: Reading) -> Edits:
        """The edits that the rows about a document ask for."""
        rows = self._review.of(document)
        checked = self._checker.check(document, reading)
        findings = checked.examination.findings
        if not rows:
            return Edits([], found=len(findings))
        mentions = [row.mention for row in reading.found]
        result = settled(
            Checked(document, findings, mentions),
            rows,
            lambda text: [
                finding
                for finding in self._checker.findings_of(document, text)
                if finding.id not in checked.silenced
            ],
            lambda edits: _unplaced(document, edits),
        )
        told = [(one, self._notice(document, one)) for one in result.outcomes]
        return Edits(
            result.edits,
            found=result.left + len(result.edits),
            notices=tuple(notice for one, notice in told if one.kind != APPLIED),
            done=tuple(notice for one, notice in told if one.kind == APPLIED),
            rows={f"{one.row.number}": one.kind for one in result.outcomes},
        )

    def _notice(self, document: Document, outcome: Outcome) -> Notice:
        """The line that reports a row: where it is in the list and in the text, and its outcome."""
        here = f"{clean(self._list)}:{outcome.row.number}: {clean(document.name)}"
        if outcome.edit is not None:
            at = f"{clean(self._list)}:{outcome.row.number}: {place(document, outcome.edit.start)}"
            old = document.text[outcome.edit.start : outcome.edit.end]
            return Notice(
                Sentence(
                    "{place}: applied: {old} → {new}",
                    place=at,
                    old=shorten(clean(old), _QUOTED),
                    new=shorten(clean(outcome.edit.text), _QUOTED),
                )
            )
        if outcome.kind == FIXED:
            return Notice(Sentence("{place}: already fixed", place=here))
        return Notice(Sentence("{place}: refused: {why}", place=here, why=outcome.why or ""))


def _unplaced(document: Document, edits: Sequence[Edit]) -> Sequence[Refused]:
    return document.body.placed(document.part, edits).refused if document.body else ()
