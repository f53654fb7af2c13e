"""A run that writes: every document is read, edited, and put where the options say."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from shamsi.cli.escaping import clean, complain, say
from shamsi.cli.inputs.document import Account, Document, Event, Failed
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.internal_error import failure
from shamsi.cli.inputs.slices import slices
from shamsi.cli.inputs.sources import Manner, Source, kind_of, reason, sources
from shamsi.cli.reports.notices import Notes, notes_of
from shamsi.cli.reports.report import counted
from shamsi.cli.runs.file_replacement import put
from shamsi.cli.runs.output import is_special
from shamsi.cli.runs.unified_diff import unified
from shamsi.cli.streams import print_encoded
from shamsi.text.edits import Edit, apart, edited

_ARABIC_LETTERS = {ord("ی"): "ي", ord("ک"): "ك"}
_WRITABLE = ("text", "html")


class Work(Protocol):
    """What a verb does to a document."""

    def edits(self, document: Document) -> list[Edit]:
        """The edits, in code points of the document's text."""
        ...


@dataclass(slots=True)
class Outcome:
    """What a run has read, and how many edits it has made in how many documents."""

    account: Account = field(default_factory=Account)
    edits: int = 0
    changed: int = 0

    def __str__(self) -> str:
        left = self.account.left()
        if not self.account.read:
            return "nothing was read" + (f"; {left}" if left else "")
        said = f"{counted(self.edits, 'change')} in {self.changed} of {counted(self.account.read, 'file')}"
        return f"{said}; {left}" if left else said


def run_over(work: Work, options: Namespace) -> Outcome | None:
    """Do the work on every document and tell on standard error how much was changed; None where it cannot be begun."""
    if options.write and (not options.files or "-" in options.files):
        complain("--write writes files in their places: standard input has none; name the files")
        return None
    outcome = Outcome()
    notes = Notes()
    for event in _events(options):
        told = _written(work, event, options, outcome) if isinstance(event, Document) else event
        outcome.account.count(told)
        said = [*notes_of(event), *(notes_of(told) if told is not event else ())]
        for line in notes.printed(said):
            say(line)
    for line in notes.rest():
        say(line)
    say(f"{outcome}")
    return outcome


def _events(options: Namespace) -> Iterator[Event]:
    """The documents at the paths; what is no text or page is told as failed, or skipped in a folder."""
    manner = Manner(options.input_format, encoding=options.encoding)
    for source in sources(options.files, manner):
        if isinstance(source, Source) and (source.kind not in _WRITABLE or source.packed):
            what = "packed" if source.packed else kind_of(source.path) or source.kind
            yield Failed(source.name, f"is {what}: only plain text and HTML can be written; see --input-format")
        elif isinstance(source, Source) and options.write and is_special(source.path):
            yield Failed(source.name, "is not a regular file: --write replaces files only")
        else:
            for piece in slices([source]):
                yield from events(piece, manner)


def _written(work: Work, document: Document, options: Namespace, outcome: Outcome) -> Event:
    """Edit one document and put it where it belongs."""
    try:
        edits = [_in_encoding(edit, document.encoding) for edit in _in_source(document, work.edits(document))]
    except Exception as error:
        return failure(document.name, error)
    source = document.written
    try:
        if options.diff:
            print_encoded(unified(clean(document.path), source, edits), document.encoding)
        elif not options.write:
            print_encoded(edited(source, edits), document.encoding)
        elif edits:
            put(document.path, edited(source, edits).encode(document.encoding, "surrogateescape"))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        return Failed(document.name, f"{letter!r} cannot be written in {error.encoding}; left as it is")
    except OSError as error:
        if not options.write:
            raise
        return Failed(document.name, f"cannot be written: {reason(error)}")
    outcome.edits += len(edits)
    outcome.changed += bool(edits)
    return document


def _in_encoding(edit: Edit, encoding: str) -> Edit:
    """The edit in letters that the encoding has: older ones have no Persian yeh and kaf."""
    try:
        edit.text.encode(encoding)
    except UnicodeEncodeError:
        return edit._replace(text=edit.text.translate(_ARABIC_LETTERS))
    return edit


def _in_source(document: Document, edits: Iterable[Edit]) -> list[Edit]:
    """Edits of a text as edits of its source; one that would take markup out is told and left out."""
    made: list[Edit] = []
    for edit in apart(edits):
        if edit.start == edit.end:
            at = document.source(edit.end - 1, edit.end)[1] if edit.end else document.source(0, 0)[0]
            made.append(Edit(at, at, edit.text))
            continue
        start, end = document.source(edit.start, edit.end)
        if document.written[start:end] == document.text[edit.start : edit.end]:
            made.append(Edit(start, end, edit.text))
        else:
            line, column = document.position(edit.start)
            complain(f"{document.name}:{line}:{column}: has markup or references in it; left as it is")
    return made
