"""Findings as comments in a copy of a Word file, each on exactly the words that it is about."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from shamsi.cli.inputs import Document
from shamsi.cli.inputs.office.body import OfficeBody, Remark
from shamsi.cli.reports.report import PlainReport
from shamsi.lang.sentences import Sentence, is_rtl, translated

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention


def make(style: Style) -> DocxReport:
    """The report, with comments in the language of the style."""
    return DocxReport(style.lang)


class DocxReport(PlainReport):
    """The only entry is the whole copy, so that any process can write it."""

    def __init__(self, lang: str) -> None:
        """Begin with the language of the comments."""
        self.lang = lang

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
        made = body.with_comments(remarks, is_rtl=is_rtl(self.lang))
        return [b64encode(made).decode()]

    def assemble(self, entries: BinaryIO, tally: Tally) -> Iterator[bytes]:
        """The copy."""
        yield b64decode(entries.read())

    def _lines(self, document: Document, finding: Finding) -> list[str]:
        sentences = (finding.message, finding.detail, *finding.evidence)
        repairs = sorted(finding.suggestions, key=lambda one: not one.preferred)
        arrow = "←" if is_rtl(self.lang) else "→"
        changes = [
            f"{document.text[one.start : one.end]} {arrow} {one.replacement}"
            + (f" ({Sentence('preferred').translated(self.lang)})" if one.preferred else "")
            for one in repairs
        ]
        return [*(translated(one, self.lang) for one in sentences if one), *changes]
