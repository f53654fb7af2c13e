"""The form of a report on findings: what stands before, an entry a finding, what stands after, and the tally."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from shamsi.cli.inputs.document import Account

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.text.checker import Examination
    from shamsi.text.mention import Mention


_NOTHING = "nothing was read"


@dataclass(slots=True)
class Tally:
    """What was looked at and how much of it is wrong; `excused` counts the files of each exception that was needed.

    >>> print(Tally(errors=1, dates=8, pairs=2, documents=1))
    1 error in 8 dates, 2 pairs, 1 file
    """

    errors: int = 0
    dates: int = 0
    pairs: int = 0
    documents: int = 0
    silenced: int = 0
    excused: dict[str, int] = field(default_factory=dict[str, int])
    account: Account = field(default_factory=Account)

    def count(self, examination: Examination) -> None:
        """Add a document that was examined."""
        self.errors += len(examination.findings)
        self.dates += len(examination.mentions)
        self.pairs += len(examination.pairs)
        self.documents += 1

    def add(self, other: Tally) -> None:
        """Add all of another's."""
        self.errors += other.errors
        self.dates += other.dates
        self.pairs += other.pairs
        self.documents += other.documents
        self.silenced += other.silenced
        for exception, number in other.excused.items():
            self.excused[exception] = self.excused.get(exception, 0) + number
        self.account.add(other.account)

    def __str__(self) -> str:
        if not self.documents:
            return _NOTHING + self._left()
        errors = counted(self.errors, "error") + (f" ({self.silenced} more silenced)" if self.silenced else "")
        return f"{errors} in {counted(self.dates, 'date')}, {counted(self.pairs, 'pair')}, {self._of()}"

    def found(self) -> str:
        """What was looked at, where nothing is judged.

        >>> Tally(dates=8, documents=2).found()
        '8 dates in 2 files'
        """
        return f"{counted(self.dates, 'date')} in {self._of()}" if self.documents else _NOTHING + self._left()

    def _of(self) -> str:
        """The documents, and what became of the others."""
        return counted(self.documents, "document" if self.account.within else "file") + self._left()

    def _left(self) -> str:
        left = self.account.left()
        return f"; {left}" if left else ""


class Report(Protocol):
    """How findings leave: `head`, the entries of every document in order, `separator` between them, `foot`.

    Entries depend on nothing but their document, so that any process can write them. `tells_tally` is whether the foot
    says what was looked at; where it does not, standard error does.
    """

    separator: str
    tells_tally: bool

    def head(self) -> str:
        """What stands before all entries."""
        ...

    def entries(self, document: Document, examination: Examination, dateline: Mention | None) -> list[str]:
        """The entries of one document; `dateline` is the mention that a reference was taken from."""
        ...

    def foot(self, tally: Tally) -> str:
        """What stands after all entries."""
        ...


def report_in(form: str, *, isolated: bool) -> Report:
    """The report in a format, a module of this package; `isolated` is whether a terminal will show it.

    >>> report_in("json", isolated=False).head()
    ''
    """
    made: Report = import_module(f"shamsi.cli.reports.{form}").make(isolated=isolated)
    return made


def counted(number: int, noun: str) -> str:
    """A number of things, one or many.

    >>> counted(1, "date"), counted(2, "date")
    ('1 date', '2 dates')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
