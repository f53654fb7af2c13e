"""Mentions and explanations as lines of text, each of which begins with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shamsi.cli.escaping import clean, isolate, isolate_each, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.notices import Notice
from shamsi.lang.sentences import ENGLISH, Day, Joined, Sentence, translated

if TYPE_CHECKING:
    from shamsi.text.explain import Explanation
    from shamsi.text.resolve.mention import Mention

_QUOTED = 200
MESSAGE_LENGTH = 400


def mention_line(document: Document, mention: Mention, *, isolated: bool) -> str:
    """`path:line:column: text`, calendar, kind, native value and interval, separated by tabs."""
    columns = (
        f"{place(document, mention.start)}: {quoted(mention.text, isolated=isolated)}",
        mention.calendar,
        mention.kind,
        mention.native or "-",
        f"{mention.earliest}/{mention.latest}" if mention.earliest and mention.latest else "-",
    )
    return "\t".join(columns)


def edtf_line(document: Document, mention: Mention, value: str | None, *, isolated: bool) -> str:
    """`path:line:column: text` and its value in EDTF, separated by a tab."""
    return (
        f"{place(document, mention.start)}: "
        f"{quoted(mention.text, isolated=isolated)}\t{value or '-'}"
    )


def explanation_block(
    document: Document, explanation: Explanation, *, isolated: bool, lang: str = ENGLISH
) -> str:
    """The line of a date or a rejected candidate with its rule; tokens, pattern and reasons."""
    if explanation.mention:
        headline = mention_line(document, explanation.mention, isolated=isolated)
    else:
        quote = quoted(explanation.text, isolated=isolated)
        none = Sentence("no date").translated(lang)
        headline = f"{place(document, explanation.start)}: {quote}\t{none}\t{explanation.refusal}"
    tokens = tuple(
        Sentence(
            "{text} ({meaning})",
            text=quoted(token.text, isolated=isolated),
            meaning=token.meaning,
        )
        for token in explanation.tokens
    )
    lines = [headline, Sentence("tokens: {tokens}", tokens=Joined(tokens, " + ")).translated(lang)]
    if explanation.rule:
        rule, pattern = explanation.rule, explanation.pattern
        named = Sentence("pattern: {rule} ({pattern})", rule=rule, pattern=pattern)
        lines.append(named.translated(lang))
    words = [clean(token.text) for token in explanation.tokens]
    for reason in explanation.reasons:
        sentence = shorten(clean(translated(reason, lang)), MESSAGE_LENGTH)
        isolated_one = isolate_each(sentence, words) if isolated else sentence
        lines.append(Sentence("reason: {reason}", reason=isolated_one).translated(lang))
    return "\n    ".join(lines)


def dateline_notice(document: Document, dateline: Mention | None) -> Notice:
    """The reference that a document was read with, and its place in the text."""
    if dateline:
        quote = shorten(clean(dateline.text), _QUOTED)
        start = place(document, dateline.start)
        return Notice(
            Sentence(
                "{place}: reference {day}, from the dateline {quote}",
                place=start,
                day=Day(dateline.earliest) if dateline.earliest else "",
                quote=quote,
            )
        )
    lacking = Sentence("no reference: no dateline was found")
    shared = (
        lacking
        if document.key is None
        else Sentence("{name}: {why}", name=document.path, why=lacking)
    )
    return Notice(Sentence("{name}: {why}", name=clean(document.name), why=lacking), shared)


def quoted(text: str, *, isolated: bool) -> str:
    """A text on one line, shortened in the middle if long; isolated if a terminal shows it."""
    quote = shorten(clean(text), _QUOTED)
    return isolate(quote) if isolated else quote


def place(document: Document, offset: int) -> str:
    """`path:line:column` of an offset."""
    line, column = document.position(offset)
    return f"{clean(document.name)}:{line}:{column}"
