"""Findings as a linter prints them: the place, the words, the reason and the repairs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shamsi.cli.colours import coloured, wrapped
from shamsi.cli.escaping import clean, isolate, isolate_each, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.excerpt import excerpt
from shamsi.cli.reports.lines import MESSAGE_LENGTH, place, quoted
from shamsi.cli.reports.style import Style
from shamsi.text.finding import dates_of, repairs_said

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention

_PLAIN = Style()
_MARKED = re.compile("⟦[^⟧]*⟧")


def make(style: Style) -> TextReport:
    """The report; on a terminal, quoted text is isolated."""
    return TextReport(style)


@dataclass(frozen=True, slots=True)
class TextReport:
    """One block per finding, then the tally."""

    style: Style
    separator: str = "\n"
    shows_tally: bool = True

    def head(self) -> str:
        """Nothing."""
        return ""

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """One block per finding."""
        return [finding_block(document, finding, self.style) for finding in examination.findings]

    def foot(self, tally: Tally) -> str:
        """The tally, if anything was read."""
        return tally.summary().translated(self.style.lang) if tally.documents else ""


def finding_block(document: Document, finding: Finding, style: Style = _PLAIN) -> str:
    """The place and the message, the words around it, the explanation, and the repairs."""
    said, on = finding.translated(style.lang), style.colour
    headline = shorten(clean(said.message.partition(";")[0]), MESSAGE_LENGTH)
    spans = [(mention.start, mention.end) for mention in finding.spans]
    if len(spans) < 2:
        spans = [(finding.start, finding.end)]
    quote = excerpt(document.text, spans)
    details = [
        shorten(clean(sentence), MESSAGE_LENGTH) for sentence in (said.detail, *said.evidence)
    ]
    if style.isolated:
        quote = isolate(quote)
        dates = [clean(text) for text in dates_of(finding)]
        details = [isolate_each(detail, dates) for detail in details]
    where = coloured(place(document, finding.start), "path", on=on)
    code = coloured(finding.code, "code", on=on)
    quote = _in_colours(quote, [mention.calendar for mention in finding.spans]) if on else quote
    lines = [f"{where}: {code}: {headline}", quote, *details, _repairs(finding, style)]
    first, *others = filter(None, lines)
    rest = [wrapped(f"    {line}", style.width) for line in others]
    return "\n".join([wrapped(first, style.width), *rest])


def _in_colours(quote: str, calendars: list[str]) -> str:
    """A quotation with its marked dates in the colours of their calendars."""
    coming = iter(calendars)
    return _MARKED.sub(
        lambda found: coloured(found[0], next(coming, calendars[-1]), on=True), quote
    )


def _repairs(finding: Finding, style: Style) -> str:
    preferred_first = sorted(finding.suggestions, key=lambda suggestion: not suggestion.preferred)
    texts = [
        coloured(quoted(one.replacement, isolated=style.isolated), "repair", on=style.colour)
        for one in preferred_first
    ]
    return repairs_said(texts).translated(style.lang) if texts else ""
