"""The protocol of a report on findings, and the tally of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Protocol, runtime_checkable

from shamsi.cli.inputs.document import InputCounts
from shamsi.cli.reports.style import Style
from shamsi.lang.sentences import Sentence

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.text.check import Examination
    from shamsi.text.resolve.mention import Mention


MOST_FILES = 500  # documents with findings, and as many without, that are listed


@dataclass(slots=True)
class FileCounts:
    """A document of a run: its dates, and its findings by code."""

    name: str
    dates: int = 0
    codes: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(slots=True)
class Tally:
    """What was examined and how much is wrong; `excused` counts the files per exception used.

    `codes` counts the findings by code. `faulty` holds the first documents with findings, and
    `clean` the first without, for reports that list them. `edits` and `changed` count the edits of
    a verb that rewrites, and the documents that they change; `left` counts by reason what it
    leaves, and `rows` are the outcomes of the rows of a reviewed list by number. `known` counts the
    findings that are in the baseline and not reported, `gone` those of the baseline that are no
    longer there.

    >>> print(Tally(errors=1, dates=8, pairs=2, documents=1))
    1 error in 8 dates, 2 pairs, 1 file
    """

    errors: int = 0
    dates: int = 0
    pairs: int = 0
    documents: int = 0
    ignored: int = 0
    edits: int = 0
    changed: int = 0
    excused: dict[str, int] = field(default_factory=dict[str, int])
    codes: dict[str, int] = field(default_factory=dict[str, int])
    faulty: list[FileCounts] = field(default_factory=list[FileCounts])
    clean: list[FileCounts] = field(default_factory=list[FileCounts])
    left: dict[str, int] = field(default_factory=dict[str, int])
    rows: dict[str, str] = field(default_factory=dict[str, str])
    known: int = 0
    gone: int = 0
    inputs: InputCounts = field(default_factory=InputCounts)

    def count(self, examination: Examination) -> None:
        """Add a document that was examined."""
        self.errors += len(examination.findings)
        for finding in examination.findings:
            self.codes[finding.code] = self.codes.get(finding.code, 0) + 1
        self.dates += len(examination.mentions)
        self.pairs += len(examination.pairs)
        self.documents += 1

    def add(self, other: Tally) -> None:
        """Add another tally."""
        self.errors += other.errors
        self.dates += other.dates
        self.pairs += other.pairs
        self.documents += other.documents
        self.ignored += other.ignored
        self.edits += other.edits
        self.changed += other.changed
        for exception, number in other.excused.items():
            self.excused[exception] = self.excused.get(exception, 0) + number
        for code, number in other.codes.items():
            self.codes[code] = self.codes.get(code, 0) + number
        for reason, number in other.left.items():
            self.left[reason] = self.left.get(reason, 0) + number
        self.rows.update(other.rows)
        self.known += other.known
        self.gone += other.gone
        self.faulty += other.faulty[: MOST_FILES - len(self.faulty)]
        self.clean += other.clean[: MOST_FILES - len(self.clean)]
        self.inputs.add(other.inputs)

    def list_file(self, file: FileCounts) -> None:
        """List a document, unless enough of its kind are listed."""
        files = self.faulty if file.codes else self.clean
        if len(files) < MOST_FILES:
            files.append(file)

    def __str__(self) -> str:
        return self.summary()

    def summary(self) -> Sentence:
        """What was examined and how much is wrong, as a sentence.

        >>> Tally(errors=1, dates=8, pairs=2, documents=1).summary().translated("fa")
        '۱ خطا در ۸ تاریخ، ۲ جفت، ۱ فایل'
        """
        if not self.documents:
            return self._with_unread(Sentence("nothing was read"))
        errors = errors_of(self.errors)
        if self.ignored:
            errors = Sentence("{errors} ({n} more silenced)", errors=errors, n=self.ignored)
        return self._with_unread(
            Sentence(
                "{errors} in {dates}, {pairs}, {documents}",
                errors=errors,
                dates=dates_of(self.dates),
                pairs=Sentence("{n} pair", plural="{n} pairs", count="n", n=self.pairs),
                documents=self._read(),
            )
        )

    def found(self) -> Sentence:
        """What was examined, for verbs that report no errors.

        >>> Tally(dates=8, documents=2).found()
        '8 dates in 2 files'
        """
        if not self.documents:
            return self._with_unread(Sentence("nothing was read"))
        dates, documents = dates_of(self.dates), self._read()
        return self._with_unread(
            Sentence("{dates} in {documents}", dates=dates, documents=documents)
        )

    def rewritten(self) -> Sentence:
        """What was changed, for verbs that rewrite.

        >>> Tally(edits=3, changed=1, documents=2).rewritten()
        '3 changes in 1 of 2 files'
        """
        if not self.documents:
            return self._with_unread(Sentence("nothing was read"))
        return self._with_unread(
            Sentence(
                "{changes} in {n} of {documents}",
                changes=Sentence("{n} change", plural="{n} changes", count="n", n=self.edits),
                n=self.changed,
                documents=self._read(),
            )
        )

    def _read(self) -> Sentence:
        if self.inputs.within:
            return Sentence("{n} document", plural="{n} documents", count="n", n=self.documents)
        return files_of(self.documents)

    def _with_unread(self, sentence: Sentence) -> Sentence:
        """A sentence, and what became of the other documents."""
        unread = self.inputs.unread()
        return Sentence("{done}; {unread}", done=sentence, unread=unread) if unread else sentence


def errors_of(number: int) -> Sentence:
    """A number of errors.

    >>> errors_of(1), errors_of(2)
    ('1 error', '2 errors')
    """
    return Sentence("{n} error", plural="{n} errors", count="n", n=number)


def dates_of(number: int) -> Sentence:
    """A number of dates."""
    return Sentence("{n} date", plural="{n} dates", count="n", n=number)


def files_of(number: int) -> Sentence:
    """A number of files."""
    return Sentence("{n} file", plural="{n} files", count="n", n=number)


class Report(Protocol):
    """How findings are written: `head`, the entries with `separator` between them, `foot`.

    Entries depend only on their document, so that any process can write them. `shows_tally` is
    whether the foot shows the tally; otherwise it goes to standard error.
    """

    separator: str
    shows_tally: bool

    def head(self) -> str:
        """The text before all entries."""
        ...

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """The entries of one document; `dateline` is the mention that gave the reference."""
        ...

    def foot(self, tally: Tally) -> str:
        """The text after all entries."""
        ...


class PlainReport:
    """A report with nothing before or after its entries; the tally goes to standard error."""

    separator = "\n"
    shows_tally = False

    def head(self) -> str:
        """Nothing."""
        return ""

    def foot(self, tally: Tally) -> str:
        """Nothing."""
        return ""


@runtime_checkable
class AssembledReport(Report, Protocol):
    """A report that is made of all entries at the end, such as one that begins with the totals.

    Its entries are written with `separator` between them and a line end after the last.
    """

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The whole report, from the entries of all documents in their order."""
        ...


def report_in(format_name: str, style: Style) -> Report:
    """The report of a format, a module of this package.

    >>> report_in("json", Style()).head()
    ''
    """
    made: Report = import_module(f"shamsi.cli.reports.{format_name}").make(style)
    return made
