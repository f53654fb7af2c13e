"""Work: what a verb does with a document, and the outcome of a slice of documents."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import BinaryIO, NamedTuple, Protocol

from shamsi.cli.inputs.document import Document, Event, Failed
from shamsi.cli.inputs.events import events
from shamsi.cli.inputs.internal_error import internal_error
from shamsi.cli.inputs.slices import Chunk, Slice
from shamsi.cli.inputs.sources import InputOptions, Source
from shamsi.cli.reports.notices import Notice, notices_of
from shamsi.cli.reports.report import Tally
from shamsi.text.bulk import MOST, blocks
from shamsi.text.resolve.reading import Reading


class Stopped(Exception):
    """A run that cannot continue, and why."""


class Answer(NamedTuple):
    """The answer of a verb for a document: entries of the output, notices and counts.

    `data` are bytes of the output, for a verb that writes documents in their own encodings.
    `failed` is why the document could not be worked on after all.
    """

    entries: list[str]
    tally: Tally
    notices: tuple[Notice, ...] = ()
    data: bytes = b""
    failed: Failed | None = None


class Work(Protocol):
    """A verb with its options. An answer depends only on its document: any process can give it.

    `is_whole` is whether the documents of a file must be in one slice. A work that is `assembled`
    makes its output of all entries at the end.
    """

    separator: str
    end: str
    is_whole: bool
    is_assembled: bool

    def rejection(self, source: Source) -> Failed | None:
        """Why the verb does not take a source, if so."""
        ...

    def head(self) -> str:
        """The text before all entries."""
        ...

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Some documents, read as one block."""
        ...

    def answer(self, document: Document, reading: Reading) -> Answer:
        """The answer for a document."""
        ...

    def foot(self, tally: Tally) -> str:
        """The text after all entries and `end`."""
        ...

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The whole output, from the entries as they were written, if `is_assembled`."""
        ...


class PlainWork:
    """A work that takes every source, and writes nothing before or after its entries."""

    is_whole = False
    is_assembled = False

    def rejection(self, source: Source) -> Failed | None:
        """None: every kind of file is read."""
        return None

    def head(self) -> str:
        """Nothing."""
        return ""

    def foot(self, tally: Tally) -> str:
        """Nothing."""
        return ""

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The entries as they are."""
        yield from entries


@dataclass(slots=True)
class Outcome:
    """The outcome of some documents: their entries as text, how many, the notices, the tally.

    `data` are the bytes of documents that are written in their own encodings.
    """

    text: str = ""
    data: bytes = b""
    entries: int = 0
    notices: list[Notice] = field(default_factory=list[Notice])
    tally: Tally = field(default_factory=Tally)


def work_of(options: Namespace) -> Work:
    """The work that options ask for, as their verb's module makes it."""
    made: Work = import_module(f"shamsi.cli.verbs.{options.verb}").work(options)
    return made


def outcomes(portion: Slice, work: Work, input_options: InputOptions) -> Iterator[Outcome]:
    """Yield the outcome of each document of a slice; they are read in blocks."""
    is_awaited = any(isinstance(part, Chunk) and part.source.path == "-" for part in portion.parts)
    for block in blocks(events(portion, input_options), _length, 1 if is_awaited else MOST):
        readings = iter(_readings([event for event in block if isinstance(event, Document)], work))
        for event in block:
            yield (
                _read(event, next(readings), work)
                if isinstance(event, Document)
                else _unread(event)
            )


def _length(event: Event) -> int:
    return len(event.text) if isinstance(event, Document) else 0


def _readings(documents: Sequence[Document], work: Work) -> list[Reading | Exception]:
    """Read documents; after an exception each is read alone, so that only one has failed."""
    try:
        return [*work.readings(documents)]
    except Exception as error:
        if len(documents) == 1:
            return [error]
        return [reading for document in documents for reading in _readings([document], work)]


def _read(document: Document, reading: Reading | Exception, work: Work) -> Outcome:
    """The outcome of a document; an exception is its failure, and the next one is still read."""
    try:
        if isinstance(reading, Exception):
            raise reading
        return _answered(document, reading, work)
    except Exception as error:
        return _unread(internal_error(document.name, error))


def _unread(event: Event) -> Outcome:
    """The outcome of an input that is not read."""
    outcome = Outcome(notices=notices_of(event))
    outcome.tally.inputs.count(event)
    return outcome


def _answered(document: Document, reading: Reading, work: Work) -> Outcome:
    answer = work.answer(document, reading)
    notices = [*notices_of(document), *answer.notices]
    text = work.separator.join(answer.entries)
    outcome = Outcome(text, answer.data, len(answer.entries), notices, answer.tally)
    outcome.tally.inputs.count(answer.failed or document)
    if answer.failed:
        outcome.notices += notices_of(answer.failed)
    return outcome


def outcome_of(portion: Slice, work: Work, input_options: InputOptions) -> Outcome:
    """The outcome of a whole slice."""
    whole, texts = Outcome(), list[str]()
    for outcome in outcomes(portion, work, input_options):
        if outcome.entries:
            texts.append(outcome.text)
        whole.data += outcome.data
        whole.entries += outcome.entries
        whole.notices += outcome.notices
        whole.tally.add(outcome.tally)
    whole.text = work.separator.join(texts)
    return whole
