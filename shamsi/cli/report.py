"""Findings out: mentions, explanations and findings as lines of text or as JSON Lines."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import fields, is_dataclass

from shamsi.cli.excerpt import excerpt
from shamsi.cli.inputs import Document
from shamsi.cli.quoting import clean, escape, isolate, isolate_each, shorten

TYPE_CHECKING = False  # `find` need not load the checker or the explainer
if TYPE_CHECKING:
    from shamsi.text.checker import Finding
    from shamsi.text.explainer import Explanation
    from shamsi.text.mention import Mention

_QUOTED = 200
_TOLD = 400


def record(
    document: Document,
    value: Mention | Explanation | Finding,
    *,
    at: int | None = None,
    reference: Mention | None = None,
) -> str:
    """One JSON object: where it stands, a reference that the text gave, the fields of the contract; dates as ISO.

    `at` is the code point where it starts, for a value whose own `start` counts something else.
    """
    line, column = document.position(value.start if at is None else at)
    place: dict[str, object] = {"path": document.path, "line": line, "column": column}
    if reference:
        place["reference"] = reference.earliest
    return escape(json.dumps(place | _members(value), default=_plain, ensure_ascii=False))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else _members(value)


def _members(value: object) -> dict[str, object]:
    assert is_dataclass(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}


def mention_line(document: Document, mention: Mention, *, isolated: bool) -> str:
    """`path:line:column: text`, calendar, kind, native value and interval, parted by tabs."""
    columns = (
        f"{_place(document, mention.start)}: {_quoted(mention.text, isolated=isolated)}",
        mention.calendar,
        mention.kind,
        mention.native or "-",
        f"{mention.earliest}/{mention.latest}" if mention.earliest and mention.latest else "-",
    )
    return "\t".join(columns)


def edtf_line(document: Document, mention: Mention, value: str | None, *, isolated: bool) -> str:
    """`path:line:column: text` and its value in EDTF, parted by a tab."""
    return f"{_place(document, mention.start)}: {_quoted(mention.text, isolated=isolated)}\t{value or '-'}"


def explanation_block(document: Document, explanation: Explanation, *, isolated: bool) -> str:
    """A date's line, or what was refused and by which rule; then what it was read as, the pattern, the reasons."""
    if explanation.mention:
        headline = mention_line(document, explanation.mention, isolated=isolated)
    else:
        quote = _quoted(explanation.text, isolated=isolated)
        headline = f"{_place(document, explanation.start)}: {quote}\tno date\t{explanation.refusal}"
    tokens = [f"{_quoted(token.text, isolated=isolated)} ({token.meaning})" for token in explanation.tokens]
    lines = [headline, "tokens: " + " + ".join(tokens)]
    lines += [f"pattern: {explanation.rule} ({explanation.pattern})"] if explanation.rule else []
    words = [clean(token.text) for token in explanation.tokens]
    for reason in explanation.reasons:
        told = shorten(clean(reason), _TOLD)
        lines.append(f"reason: {isolate_each(told, words) if isolated else told}")
    return "\n    ".join(lines)


def _quoted(text: str, *, isolated: bool) -> str:
    quote = shorten(clean(text), _QUOTED)
    return isolate(quote) if isolated else quote


def tell_dateline(document: Document, dateline: Mention | None) -> None:
    """Say on standard error by which day a document was read, and where it says so."""
    if dateline:
        quote = shorten(clean(dateline.text), _QUOTED)
        told = f"{_place(document, dateline.start)}: reference {dateline.earliest}, from the dateline {quote}"
    else:
        told = f"{clean(document.path)}: no reference: no dateline was found"
    print(told, file=sys.stderr)


def finding_block(document: Document, finding: Finding, *, isolated: bool) -> str:
    """What is wrong and where, the words around it, the explanation, and the repairs."""
    headline = shorten(clean(finding.message.partition(";")[0]), _TOLD)
    spans = [(mention.start, mention.end) for mention in finding.spans] or [(finding.start, finding.end)]
    quote = excerpt(document.text, spans)
    detail = shorten(clean(finding.detail), _TOLD)
    if isolated:
        quote = isolate(quote)
        detail = isolate_each(detail, [clean(mention.text) for mention in finding.spans])
    lines = [f"{_place(document, finding.start)}: {finding.code}: {headline}", quote, detail]
    lines += [_repairs(finding, isolated=isolated)]
    return "\n    ".join(filter(None, lines))


def _repairs(finding: Finding, *, isolated: bool) -> str:
    texts = [_quoted(suggestion.replacement, isolated=isolated) for suggestion in finding.suggestions]
    return "repair: " + "   or   ".join(texts) if texts else ""


def _place(document: Document, offset: int) -> str:
    line, column = document.position(offset)
    return f"{clean(document.path)}:{line}:{column}"


def summary(errors: int, dates: int, pairs: int, files: int) -> str:
    """What was looked at and how much of it is wrong.

    >>> summary(1, 8, 2, 1)
    '1 error in 8 dates, 2 pairs, 1 file'
    """
    counts = (_counted(errors, "error"), _counted(dates, "date"), _counted(pairs, "pair"), _counted(files, "file"))
    return "{} in {}, {}, {}".format(*counts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
