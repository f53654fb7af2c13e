"""Mentions and explanations as lines of text, and the place that every line of text begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shamsi.cli.escaping import clean, isolate, isolate_each, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.notices import Note

if TYPE_CHECKING:
    from shamsi.text.explainer import Explanation
    from shamsi.text.mention import Mention

_QUOTED = 200
TOLD = 400


def mention_line(document: Document, mention: Mention, *, isolated: bool) -> str:
    """`path:line:column: text`, calendar, kind, native value and interval, parted by tabs."""
    columns = (
        f"{place(document, mention.start)}: {quoted(mention.text, isolated=isolated)}",
        mention.calendar,
        mention.kind,
        mention.native or "-",
        f"{mention.earliest}/{mention.latest}" if mention.earliest and mention.latest else "-",
    )
    return "\t".join(columns)


def edtf_line(document: Document, mention: Mention, value: str | None, *, isolated: bool) -> str:
    """`path:line:column: text` and its value in EDTF, parted by a tab."""
    return f"{place(document, mention.start)}: {quoted(mention.text, isolated=isolated)}\t{value or '-'}"


def explanation_block(document: Document, explanation: Explanation, *, isolated: bool) -> str:
    """A date's line, or what was refused and by which rule; then what it was read as, the pattern, the reasons."""
    if explanation.mention:
        headline = mention_line(document, explanation.mention, isolated=isolated)
    else:
        quote = quoted(explanation.text, isolated=isolated)
        headline = f"{place(document, explanation.start)}: {quote}\tno date\t{explanation.refusal}"
    tokens = [f"{quoted(token.text, isolated=isolated)} ({token.meaning})" for token in explanation.tokens]
    lines = [headline, "tokens: " + " + ".join(tokens)]
    lines += [f"pattern: {explanation.rule} ({explanation.pattern})"] if explanation.rule else []
    words = [clean(token.text) for token in explanation.tokens]
    for reason in explanation.reasons:
        told = shorten(clean(reason), TOLD)
        lines.append(f"reason: {isolate_each(told, words) if isolated else told}")
    return "\n    ".join(lines)


def dateline_note(document: Document, dateline: Mention | None) -> Note:
    """By which day a document was read, and where it says so."""
    if dateline:
        quote = shorten(clean(dateline.text), _QUOTED)
        start = place(document, dateline.start)
        return Note(f"{start}: reference {dateline.earliest}, from the dateline {quote}")
    lacking = "no reference: no dateline was found"
    shared = lacking if document.key is None else f"{document.path}: {lacking}"
    return Note(f"{clean(document.name)}: {lacking}", shared)


def quoted(text: str, *, isolated: bool) -> str:
    """A text on one line, its middle left out where it is long; isolated where a terminal shows it."""
    quote = shorten(clean(text), _QUOTED)
    return isolate(quote) if isolated else quote


def place(document: Document, offset: int) -> str:
    """`path:line:column` of an offset."""
    line, column = document.position(offset)
    return f"{clean(document.name)}:{line}:{column}"
