"""JSON Lines: one object per mention, explanation or finding."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from shamsi.cli.escaping import escape
from shamsi.cli.inputs import Document
from shamsi.cli.reports.report import PlainReport
from shamsi.lang.sentences import ENGLISH

if TYPE_CHECKING:
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.explain import Explanation
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention


def make(style: Style) -> JsonReport:
    """The report; a terminal gets the same as a file."""
    return JsonReport(style.lang)


class JsonReport(PlainReport):
    """One line per finding; the tally goes to standard error."""

    def __init__(self, lang: str = ENGLISH) -> None:
        """Begin with the language of the sentences."""
        self._lang = lang

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """One object per finding."""
        return [
            record(document, finding.translated(self._lang), reference=dateline)
            for finding in examination.findings
        ]


def record(
    document: Document,
    value: Mention | Explanation | Finding,
    *,
    at: tuple[int, int] | None = None,
    reference: Mention | None = None,
) -> str:
    """A JSON object: place, the text's own reference, and the fields of the value; dates as ISO.

    `at` gives start and end in code points, for a value whose own offsets count something else. A
    document within a file has an `id`, next to which that of a finding is `finding_id`; for a web
    page, `source_start` and `source_end` count in the source.
    """
    start, end = at or (value.start, value.end)
    line, column = document.position(start)
    place: dict[str, object] = {"path": document.path}
    if document.key is not None:
        place["id"] = document.key
    place |= {"line": line, "column": column}
    if document.spans:
        place["source_start"], place["source_end"] = document.source(start, end)
    if reference:
        place["reference"] = reference.earliest
    members = _members(value)
    if "id" in members and "id" in place:
        members["finding_id"] = members.pop("id")
    return escape(json.dumps(place | members, default=_plain, ensure_ascii=False))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else _members(value)


def _members(value: object) -> dict[str, object]:
    assert is_dataclass(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}
