"""A run that writes: every document is read, edited, and put where the options say."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from shamsi.cli.inputs.document import Account, Document, Event, Failed
from shamsi.cli.inputs.reading import events
from shamsi.cli.inputs.slices import slices
from shamsi.cli.inputs.sources import Manner, Source, kind_of, reason, sources
from shamsi.cli.quoting import clean, complain
from shamsi.cli.reports.form import counted
from shamsi.cli.writing.differences import unified
from shamsi.cli.writing.files import replace
from shamsi.text.edits import Edit, apart, edited

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
        said = f"{counted(self.edits, 'change')} in {self.changed} of {counted(self.account.read, 'file')}"
        return f"{said}; {left}" if left else said


def run_over(work: Work, options: Namespace) -> Outcome | None:
    """Do the work on every document and tell on standard error how much was changed; None where it cannot be begun."""
    if options.write and (not options.files or "-" in options.files):
        complain("--write writes files in their places: standard input has none; name the files")
        return None
    outcome = Outcome()
    for event in _events(options):
        told = _written(work, event, options, outcome) if isinstance(event, Document) else event
        outcome.account.count(told)
        if isinstance(told, Failed):
            complain(f"{told.name}: {told.why}")
    print(outcome, file=sys.stderr)
    return outcome


def _events(options: Namespace) -> Iterator[Event]:
    """The documents at the paths; what is no text or page is told as failed, or skipped in a folder."""
    manner = Manner(options.input_format, encoding=options.encoding)
    for source in sources(options.files, manner):
        if isinstance(source, Source) and (source.kind not in _WRITABLE or source.packed):
            what = "packed" if source.packed else kind_of(source.path) or source.kind
            yield Failed(source.name, f"is {what}: only plain text and HTML can be written; see --input-format")
        else:
            for piece in slices([source]):
                yield from events(piece, manner)


def _written(work: Work, document: Document, options: Namespace, outcome: Outcome) -> Event:
    """Edit one document and put it where it belongs."""
    if document.remark:
        complain(f"{document.name}: {document.remark}")
    edits = _in_source(document, work.edits(document))
    source = document.written
    try:
        if options.diff:
            _print(unified(clean(document.path), source, edits), options.encoding)
        elif not options.write:
            _print(edited(source, edits), options.encoding)
        elif edits:
            replace(document.path, _encoded(edited(source, edits), options.encoding))
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


def _encoded(text: str, encoding: str | None) -> bytes:
    return text.encode(encoding or "utf-8", errors="surrogateescape")


def _print(text: str, encoding: str | None) -> None:
    """Put a text on standard output as the bytes that it was made of."""
    sys.stdout.flush()
    sys.stdout.buffer.write(_encoded(text, encoding))
    sys.stdout.buffer.flush()
