"""Work: what a verb does with a document, and what comes of a slice of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import NamedTuple, Protocol

from shamsi.cli.fence import failure
from shamsi.cli.inputs.document import Document, Event
from shamsi.cli.inputs.reading import events
from shamsi.cli.inputs.slices import Piece, Slice
from shamsi.cli.inputs.sources import Manner
from shamsi.cli.notes import Note, notes_of
from shamsi.cli.reports.form import Tally
from shamsi.text.bulk import MOST, blocks
from shamsi.text.resolve.reading import Reading


class Stopped(Exception):
    """A run that cannot go on, and why."""


class Answer(NamedTuple):
    """What a verb says of a document: entries for the output, notes for standard error, and what to count."""

    entries: list[str]
    tally: Tally
    notes: tuple[Note, ...] = ()


class Work(Protocol):
    """A verb with its options. Answers depend on nothing but their document, so that any process can give them."""

    separator: str
    end: str

    def head(self) -> str:
        """What stands before all entries."""
        ...

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Some documents, read as one block."""
        ...

    def answer(self, document: Document, reading: Reading) -> Answer:
        """What there is to say of a document."""
        ...

    def foot(self, tally: Tally) -> str:
        """What stands after all entries and `end`."""
        ...


@dataclass(slots=True)
class Outcome:
    """What came of some documents: their entries as they are written, how many, the notes, the tally."""

    text: str = ""
    entries: int = 0
    notes: list[Note] = field(default_factory=list[Note])
    tally: Tally = field(default_factory=Tally)


def work_of(options: Namespace) -> Work:
    """The work that options ask for, as their verb's module makes it."""
    made: Work = import_module(f"shamsi.cli.{options.verb}").work(options)
    return made


def outcomes(piece: Slice, work: Work, manner: Manner) -> Iterator[Outcome]:
    """What comes of the documents of a slice, one by one; they are read in blocks."""
    is_awaited = any(isinstance(part, Piece) and part.source.path == "-" for part in piece.parts)
    for block in blocks(events(piece, manner), _length, 1 if is_awaited else MOST):
        readings = iter(_readings([event for event in block if isinstance(event, Document)], work))
        for event in block:
            yield _read(event, next(readings), work) if isinstance(event, Document) else _unread(event)


def _length(event: Event) -> int:
    return len(event.text) if isinstance(event, Document) else 0


def _readings(documents: Sequence[Document], work: Work) -> list[Reading | Exception]:
    """Documents as they were read; where our own code breaks, each is read alone, so that only one has failed."""
    try:
        return [*work.readings(documents)]
    except Exception as error:
        if len(documents) == 1:
            return [error]
        return [reading for document in documents for reading in _readings([document], work)]


def _read(document: Document, reading: Reading | Exception, work: Work) -> Outcome:
    """What comes of a document; one in which our own code breaks has failed, and the next is answered."""
    try:
        if isinstance(reading, Exception):
            raise reading
        return _answered(document, reading, work)
    except Exception as error:
        return _unread(failure(document.name, error))


def _unread(event: Event) -> Outcome:
    """What comes of an input that is not read."""
    outcome = Outcome(notes=notes_of(event))
    outcome.tally.account.count(event)
    return outcome


def _answered(document: Document, reading: Reading, work: Work) -> Outcome:
    answer = work.answer(document, reading)
    notes = [*notes_of(document), *answer.notes]
    text = work.separator.join(answer.entries)
    outcome = Outcome(text, len(answer.entries), notes, answer.tally)
    outcome.tally.account.count(document)
    return outcome


def outcome_of(piece: Slice, work: Work, manner: Manner) -> Outcome:
    """What comes of a slice as a whole."""
    whole, texts = Outcome(), list[str]()
    for outcome in outcomes(piece, work, manner):
        if outcome.entries:
            texts.append(outcome.text)
        whole.entries += outcome.entries
        whole.notes += outcome.notes
        whole.tally.add(outcome.tally)
    whole.text = work.separator.join(texts)
    return whole
