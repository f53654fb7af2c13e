"""A run that rewrites: every document is read, edited, and written where the options say."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from shamsi.cli.escaping import clean, print_error, print_stderr
from shamsi.cli.inputs.document import Document, Event, Failed, InputCounts
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.internal_error import internal_error
from shamsi.cli.inputs.slices import slices
from shamsi.cli.inputs.sources import InputOptions, Source, kind_of, reason, sources
from shamsi.cli.reports.notices import Notices, notices_of
from shamsi.cli.reports.report import counted
from shamsi.cli.runs.file_replacement import replace_file
from shamsi.cli.runs.output import is_special
from shamsi.cli.runs.unified_diff import unified
from shamsi.cli.streams import print_encoded
from shamsi.text.rewrite.edits import Edit, apart, edited

_ARABIC_LETTERS = {ord("ی"): "ي", ord("ک"): "ك"}
_WRITABLE = ("text", "html")


class Work(Protocol):
    """The edits of a verb."""

    def edits(self, document: Document) -> list[Edit]:
        """The edits, in code points of the document's text."""
        ...


@dataclass(slots=True)
class Outcome:
    """What a run has read, and how many edits it made in how many documents."""

    inputs: InputCounts = field(default_factory=InputCounts)
    edits: int = 0
    changed: int = 0

    def __str__(self) -> str:
        unread = self.inputs.unread()
        if not self.inputs.read:
            return "nothing was read" + (f"; {unread}" if unread else "")
        changes = (
            f"{counted(self.edits, 'change')} in {self.changed} "
            f"of {counted(self.inputs.read, 'file')}"
        )
        return f"{changes}; {unread}" if unread else changes


def run_over(work: Work, options: Namespace) -> Outcome | None:
    """Work on every document and print on standard error what changed; None if it cannot begin."""
    if options.write and (not options.files or "-" in options.files):
        print_error("--write writes files in their places: standard input has none; name the files")
        return None
    outcome = Outcome()
    notices = Notices()
    for event in _events(options):
        result = _written(work, event, options, outcome) if isinstance(event, Document) else event
        outcome.inputs.count(result)
        given = [*notices_of(event), *(notices_of(result) if result is not event else ())]
        for line in notices.printed(given):
            print_stderr(line)
    for line in notices.rest():
        print_stderr(line)
    print_stderr(f"{outcome}")
    return outcome


def _events(options: Namespace) -> Iterator[Event]:
    """The documents at the paths; other kinds of files fail, or are skipped in a folder."""
    input_options = InputOptions(options.input_format, encoding=options.encoding)
    for source in sources(options.files, input_options, is_rewritten=options.write):
        if isinstance(source, Source) and (source.kind not in _WRITABLE or source.packed):
            what = "packed" if source.packed else kind_of(source.path) or source.kind
            yield Failed(
                source.name,
                f"is {what}: only plain text and HTML can be written; see --input-format",
            )
        elif isinstance(source, Source) and options.write and is_special(source.path):
            yield Failed(source.name, "is not a regular file: --write replaces files only")
        else:
            for portion in slices([source]):
                yield from events(portion, input_options)


def _written(work: Work, document: Document, options: Namespace, outcome: Outcome) -> Event:
    """Edit one document and write it where the options say."""
    try:
        edits = [
            _in_encoding(edit, document.encoding)
            for edit in _in_source(document, work.edits(document))
        ]
    except Exception as error:
        return internal_error(document.name, error)
    source = document.written
    try:
        if options.diff:
            print_encoded(unified(clean(document.path), source, edits), document.encoding)
        elif not options.write:
            print_encoded(edited(source, edits), document.encoding)
        elif edits:
            replace_file(
                document.path, edited(source, edits).encode(document.encoding, "surrogateescape")
            )
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        return Failed(
            document.name, f"{letter!r} cannot be written in {error.encoding}; left as it is"
        )
    except OSError as error:
        if not options.write:
            raise
        return Failed(document.name, f"cannot be written: {reason(error)}")
    outcome.edits += len(edits)
    outcome.changed += bool(edits)
    return document


def _in_encoding(edit: Edit, encoding: str) -> Edit:
    """The edit in letters that the encoding has: older encodings lack Persian yeh and kaf."""
    try:
        edit.text.encode(encoding)
    except UnicodeEncodeError:
        return edit._replace(text=edit.text.translate(_ARABIC_LETTERS))
    return edit


def _in_source(document: Document, edits: Iterable[Edit]) -> list[Edit]:
    """The edits of the source for those of a text; one that removes markup is reported instead."""
    made: list[Edit] = []
    for edit in apart(edits):
        if edit.start == edit.end:
            at = (
                document.source(edit.end - 1, edit.end)[1] if edit.end else document.source(0, 0)[0]
            )
            made.append(Edit(at, at, edit.text))
            continue
        start, end = document.source(edit.start, edit.end)
        if document.written[start:end] == document.text[edit.start : edit.end]:
            made.append(Edit(start, end, edit.text))
        else:
            line, column = document.position(edit.start)
            print_error(
                f"{document.name}:{line}:{column}: has markup or references in it; left as it is"
            )
    return made
