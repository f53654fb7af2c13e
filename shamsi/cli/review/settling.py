"""Settling: a document's rows and findings become edits, with an outcome for each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from shamsi.cli.inputs import Document
from shamsi.cli.inputs.bodies import Refused
from shamsi.cli.review.choices import LEAVE, choice_of
from shamsi.cli.review.decisions import Refusal, decided
from shamsi.cli.review.matching import Matches, folded, is_same_text, was_made
from shamsi.cli.review.rows import Row
from shamsi.lang.sentences import Sentence
from shamsi.text.finding import Finding
from shamsi.text.resolve.mention import Mention
from shamsi.text.rewrite.edits import Edit, edited

APPLIED, FIXED, REFUSED = "applied", "fixed", "refused"


class Outcome(NamedTuple):
    """What became of a row: its `kind`, the edit if it is applied, and why if it is refused."""

    row: Row
    kind: str
    edit: Edit | None = None
    why: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The edits of a document, the outcomes of its rows, and how many findings are left then."""

    edits: list[Edit] = field(default_factory=list[Edit])
    outcomes: list[Outcome] = field(default_factory=list[Outcome])
    left: int = 0


class Checked(NamedTuple):
    """A document as it was checked: its findings, and all dates that it holds."""

    document: Document
    findings: Sequence[Finding]
    mentions: Sequence[Mention]


def settled(
    checked: Checked,
    rows: Sequence[Row],
    check_again: Callable[[str], Sequence[Finding]],
    unplaced: Callable[[Sequence[Edit]], Sequence[Refused]],
) -> Settled:
    """Carry out what rows decide about a document.

    `check_again` checks its text after the edits; `unplaced` returns the edits that the file cannot
    take. Rows without a decision have no outcome.
    """
    document = checked.document
    ticked = [row for row in rows if choice_of(row.apply) != LEAVE]
    found = Matches(*checked).of(rows)
    outcomes: dict[int, Outcome] = {}
    missing = any(row.number not in found for row in ticked)
    present = folded(document.text) if missing else ""
    for row in ticked:
        finding = found.get(row.number)
        outcomes[row.number] = (
            _of_missing(row, present) if finding is None else _outcome(document, row, finding)
        )
    refused = {one.edit: one.why for one in unplaced(_edits(outcomes))}
    for number, one in outcomes.items():
        if one.edit is not None and one.edit in refused:
            outcomes[number] = Outcome(one.row, REFUSED, why=refused[one.edit])
    waiting = _without_overlaps(outcomes)
    edits = _edits(outcomes)
    left = check_again(edited(document.text, edits)) if edits else checked.findings
    names = {finding.id for finding in left}
    for number, other in waiting.items():
        row = outcomes[number].row
        is_left = found[number].id in names or found[number] is found[other]
        why = Sentence("row {n} changes the same words", n=other)
        outcomes[number] = Outcome(row, REFUSED, why=why) if is_left else Outcome(row, FIXED)
    return Settled(edits, [*outcomes.values()], len(left))


def _edits(outcomes: dict[int, Outcome]) -> list[Edit]:
    return sorted({one.edit for one in outcomes.values() if one.edit})


def _without_overlaps(outcomes: dict[int, Outcome]) -> dict[int, int]:
    """Take the edits away that overlap one of an earlier row; return that row by number."""
    kept: dict[Edit, int] = {}
    waiting: dict[int, int] = {}
    for number, one in outcomes.items():
        edit = one.edit
        if edit is None or edit in kept:
            continue
        over = [n for other, n in kept.items() if edit.start < other.end and other.start < edit.end]
        if over:
            waiting[number] = over[0]
            outcomes[number] = Outcome(one.row, one.kind)
        else:
            kept[edit] = number
    return waiting


def _outcome(document: Document, row: Row, finding: Finding) -> Outcome:
    choice = choice_of(row.apply)
    if not is_same_text(row, document, finding):
        why = Sentence("the text has changed since the list was written")
        return Outcome(row, REFUSED, why=why)
    if row.lossy and choice.kind == "text" and "?" in choice.text:
        why = Sentence("letters were lost when the sheet was saved: save it as CSV UTF-8")
        return Outcome(row, REFUSED, why=why)
    edit = decided(document, finding, choice)
    if isinstance(edit, Refusal):
        return Outcome(row, REFUSED, why=edit.why)
    return Outcome(row, APPLIED, edit)


def _of_missing(row: Row, present: str) -> Outcome:
    """The outcome of a row whose finding is not there: its repair may have been made before."""
    choice = choice_of(row.apply)
    wanted = [choice.text or row.repairs.get(choice.value or "1", "")]
    if choice.kind == "yes":
        wanted = [*row.repairs.values()]
    if any(was_made(row, text, present) for text in wanted):
        return Outcome(row, FIXED)
    return Outcome(row, REFUSED, why=Sentence("the text no longer has this finding"))
