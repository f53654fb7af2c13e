"""Findings out: mentions and findings as lines of text or as JSON Lines."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import fields, is_dataclass

from shamsi.cli.excerpt import excerpt
from shamsi.cli.inputs import Document
from shamsi.cli.quoting import clean, escape, isolate, isolate_each, shorten

TYPE_CHECKING = False  # `find` need not load the checker
if TYPE_CHECKING:
    from shamsi.text.checker import Finding
    from shamsi.text.mention import Mention

_QUOTED = 200
_TOLD = 400


def record(document: Document, value: Mention | Finding, *, reference: Mention | None = None) -> str:
    """One JSON object: where it stands, a reference that the text gave, the fields of the contract; dates as ISO."""
    line, column = document.position(value.start)
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
    quote = shorten(clean(mention.text), _QUOTED)
    columns = (
        f"{_place(document, mention.start)}: {isolate(quote) if isolated else quote}",
        mention.calendar,
        mention.kind,
        mention.native or "-",
        f"{mention.earliest}/{mention.latest}" if mention.earliest and mention.latest else "-",
    )
    return "\t".join(columns)


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
    texts = [shorten(clean(suggestion.replacement), _QUOTED) for suggestion in finding.suggestions]
    if not texts:
        return ""
    return "repair: " + "   or   ".join(isolate(text) if isolated else text for text in texts)


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
