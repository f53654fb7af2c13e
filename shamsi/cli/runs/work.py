"""Work: what a verb does with a document, and what comes of a slice of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import NamedTuple, Protocol

from shamsi.cli.inputs.document import Document, Event
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.internal_error import failure
from shamsi.cli.inputs.slices import Slice
from shamsi.cli.inputs.sources import Manner
from shamsi.cli.reports.notices import Note, notes_of
from shamsi.cli.reports.report import Tally


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

    def answer(self, document: Document) -> Answer:
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
    made: Work = import_module(f"shamsi.cli.verbs.{options.verb}").work(options)
    return made


def outcomes(piece: Slice, work: Work, manner: Manner) -> Iterator[Outcome]:
    """What comes of the documents of a slice, one by one."""
    for event in events(piece, manner):
        yield _outcome(event, work)


def _outcome(event: Event, work: Work) -> Outcome:
    """What comes of a document; one in which our own code breaks has failed, and the next is read."""
    if isinstance(event, Document):
        try:
            return _answered(event, work)
        except Exception as error:
            event = failure(event.name, error)
    outcome = Outcome(notes=notes_of(event))
    outcome.tally.account.count(event)
    return outcome


def _answered(document: Document, work: Work) -> Outcome:
    answer = work.answer(document)
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
