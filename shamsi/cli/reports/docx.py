"""Findings as comments in a copy of a Word file, each on exactly the words that it is about."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from shamsi.cli.inputs import Document
from shamsi.cli.inputs.office.body import OfficeBody, Remark
from shamsi.lang.sentences import Sentence, translated

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention

_FROM_THE_RIGHT = ("fa", "ar")


def make(style: Style) -> DocxReport:
    """The report, with comments in the language of the style."""
    return DocxReport(style.lang)


@dataclass(frozen=True, slots=True)
class DocxReport:
    """The only entry is the whole copy, so that any process can write it."""

    lang: str
    separator: str = "\n"
    shows_tally: bool = False

    def head(self) -> str:
        """Nothing."""
        return ""

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """The copy, as text. ValueError for a document that is not of a Word file."""
        body = document.body
        if not isinstance(body, OfficeBody):
            raise ValueError(f"{document.name} is not a Word file")
        remarks = [
            Remark(one.start, one.end, self._lines(document, one)) for one in examination.findings
        ]
        made = body.with_comments(remarks, is_rtl=self.lang in _FROM_THE_RIGHT)
        return [b64encode(made).decode()]

    def foot(self, tally: Tally) -> str:
        """Nothing."""
        return ""

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The copy."""
        yield b64decode(entries.read())

    def _lines(self, document: Document, finding: Finding) -> list[str]:
        sentences = (finding.message, finding.detail, *finding.evidence)
        repairs = sorted(finding.suggestions, key=lambda one: not one.preferred)
        arrow = "←" if self.lang in _FROM_THE_RIGHT else "→"
        changes = [
            f"{document.text[one.start : one.end]} {arrow} {one.replacement}"
            + (f" {translated(_PREFERRED, self.lang)}" if one.preferred else "")
            for one in repairs
        ]
        return [*(translated(one, self.lang) for one in sentences if one), *changes]


_PREFERRED = Sentence("(preferred)")
