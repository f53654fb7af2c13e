"""JSON Lines: an object a mention, an explanation or a finding, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from shamsi.cli.escaping import escape
from shamsi.cli.inputs import Document

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.text.checker import Examination, Finding
    from shamsi.text.explainer import Explanation
    from shamsi.text.mention import Mention


def make(*, isolated: bool) -> JsonReport:
    """The report; a terminal gets the same as a file."""
    return JsonReport()


class JsonReport:
    """A line a finding; what was looked at goes to standard error."""

    separator = "\n"
    tells_tally = False

    def head(self) -> str:
        """Nothing."""
        return ""

    def entries(self, document: Document, examination: Examination, dateline: Mention | None) -> list[str]:
        """An object a finding."""
        return [record(document, finding, reference=dateline) for finding in examination.findings]

    def foot(self, tally: Tally) -> str:
        """Nothing."""
        return ""


def record(
    document: Document,
    value: Mention | Explanation | Finding,
    *,
    at: tuple[int, int] | None = None,
    reference: Mention | None = None,
) -> str:
    """One JSON object: where it stands, a reference that the text gave, the fields of the contract; dates as ISO.

    `at` are the code points between which it stands, for a value whose own offsets count something else. A document of
    many in a file has its `id` told; of a page, `source_start` and `source_end` count in the source.
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
    return escape(json.dumps(place | _members(value), default=_plain, ensure_ascii=False))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else _members(value)


def _members(value: object) -> dict[str, object]:
    assert is_dataclass(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}
