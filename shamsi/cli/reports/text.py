"""Findings as a linter prints them: the place, the words, the reason and the repairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shamsi.cli.escaping import clean, isolate, isolate_each, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.excerpt import excerpt
from shamsi.cli.reports.lines import MESSAGE_LENGTH, place, quoted
from shamsi.lang.sentences import ENGLISH
from shamsi.text.finding import dates_of, repairs_said

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention


def make(style: Style) -> TextReport:
    """The report; on a terminal, quoted text is isolated."""
    return TextReport(style.isolated, style.lang)


@dataclass(frozen=True, slots=True)
class TextReport:
    """One block per finding, then the tally."""

    isolated: bool
    lang: str = ENGLISH
    separator: str = "\n"
    shows_tally: bool = True

    def head(self) -> str:
        """Nothing."""
        return ""

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """One block per finding."""
        return [
            finding_block(document, finding, isolated=self.isolated, lang=self.lang)
            for finding in examination.findings
        ]

    def foot(self, tally: Tally) -> str:
        """The tally, if anything was read."""
        return tally.summary().translated(self.lang) if tally.documents else ""


def finding_block(
    document: Document, finding: Finding, *, isolated: bool, lang: str = ENGLISH
) -> str:
    """The place and the message, the words around it, the explanation, and the repairs."""
    finding = finding.translated(lang)
    headline = shorten(clean(finding.message.partition(";")[0]), MESSAGE_LENGTH)
    spans = [(mention.start, mention.end) for mention in finding.spans]
    if len(spans) < 2:
        spans = [(finding.start, finding.end)]
    quote = excerpt(document.text, spans)
    details = [
        shorten(clean(sentence), MESSAGE_LENGTH) for sentence in (finding.detail, *finding.evidence)
    ]
    if isolated:
        quote = isolate(quote)
        dates = [clean(text) for text in dates_of(finding)]
        details = [isolate_each(detail, dates) for detail in details]
    lines = [f"{place(document, finding.start)}: {finding.code}: {headline}", quote, *details]
    lines += [_repairs(finding, isolated=isolated, lang=lang)]
    return "\n    ".join(filter(None, lines))


def _repairs(finding: Finding, *, isolated: bool, lang: str) -> str:
    preferred_first = sorted(finding.suggestions, key=lambda suggestion: not suggestion.preferred)
    texts = [quoted(suggestion.replacement, isolated=isolated) for suggestion in preferred_first]
    return repairs_said(texts).translated(lang) if texts else ""
