"""The protocol of a report on dates, and the report of a format."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from shamsi.cli.reports.style import Style

if TYPE_CHECKING:
    from shamsi.cli.inputs import Document
    from shamsi.text.explain import Explanation
    from shamsi.text.resolve.mention import Mention

DOCUMENT_FORMATS = ("timeml", "brat", "conll")  # they write one document
EXPLAINED_FORMATS = ("text", "json")


class Dates(NamedTuple):
    """The dates of a document, and the mention that gave the reference.

    `explanations` tell every date and every rejected candidate, where they were asked for.
    """

    mentions: Sequence[Mention]
    dateline: Mention | None = None
    explanations: Sequence[Explanation] | None = None


class DateReport(Protocol):
    """How dates are written: the entries of each document, with `separator` between them.

    Entries depend only on their document, so that any process can write them.
    """

    separator: str

    def entries(self, document: Document, dates: Dates) -> list[str]:
        """The entries of one document."""
        ...


def date_report(options: Namespace, style: Style) -> DateReport:
    r"""The report of the format that options name, a module of this package.

    >>> options = Namespace(format="edtf", offsets=None, parts=False)
    >>> date_report(options, Style()).separator
    '\n'
    """
    name = "documents" if options.format in DOCUMENT_FORMATS else options.format
    module = import_module(f"shamsi.cli.reports.dates.{name}")
    made: DateReport = module.make(options, style)
    return made
