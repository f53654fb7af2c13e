"""Findings as SARIF 2.1.0, the OASIS format that code hosts and editors read."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from shamsi import __version__
from shamsi.cli.escaping import clean, escape, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.lines import MESSAGE_LENGTH
from shamsi.text.compare.codes import CODES, FINDING_CODES

if TYPE_CHECKING:
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention


def make(style: Style) -> SarifReport:
    """The report; a terminal gets the same as a file."""
    return SarifReport()


class SarifReport:
    """A log of one run, one line per result."""

    separator = ",\n"
    shows_tally = False

    def head(self) -> str:
        """The tool, its rules, and the beginning of the results."""
        rules = [
            {
                "id": row.code,
                "name": row.code.title().replace("-", ""),
                "shortDescription": {"text": row.title},
                "help": {"text": row.help},
            }
            for row in FINDING_CODES
        ]
        driver = {"name": "shamsi", "version": __version__, "rules": rules}
        return (
            '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", '
            f'"runs": [{{\n"tool": {_json({"driver": driver})},\n'
            '"columnKind": "unicodeCodePoints",\n"results": [\n'
        )

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """One result per finding."""
        return [_json(result(document, finding)) for finding in examination.findings]

    def foot(self, tally: Tally) -> str:
        """The end of the log, with the files that were not read."""
        inputs = tally.inputs
        notifications = [
            _notification("error", one.path, one.summary()) for one in inputs.failures.values()
        ]
        notifications += [
            _notification("note", name, f"skipped {name}: {why}")
            for name, why in inputs.named.items()
        ]
        run = {
            "executionSuccessful": not inputs.failed,
            "toolExecutionNotifications": notifications,
        }
        return f'],\n"invocations": [{_json(run)}]}}]}}'


def _notification(level: str, path: str, message: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}
    return {
        "level": level,
        "message": {"text": shorten(clean(message), MESSAGE_LENGTH)},
        "locations": [place],
    }


def result(document: Document, finding: Finding) -> dict[str, Any]:
    """A finding as a SARIF result; regions and fixes only where the file is the document."""
    message = ". ".join([f"{finding.message}: {finding.detail}", *finding.evidence])
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": CODES.index(finding.code),
        "level": "error",
        "rank": round(100 * finding.confidence, 1),
        "message": {"text": shorten(clean(message), 2 * MESSAGE_LENGTH)},
        "locations": [_location(document, finding.start, finding.end)],
        "partialFingerprints": {"finding/v1": _fingerprint(document, finding)},
    }
    if len(finding.spans) > 1:
        made["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": clean(mention.text)},
                **_location(document, mention.start, mention.end),
            }
            for number, mention in enumerate(finding.spans)
        ]
    if finding.suggestions and document.key is None:
        made["fixes"] = [
            _fix(document, one.start, one.end, one.replacement) for one in finding.suggestions
        ]
    return made


def _location(document: Document, start: int, end: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(document.path)}}
    if document.key is not None:
        return {
            "physicalLocation": place,
            "logicalLocations": [{"fullyQualifiedName": document.name}],
        }
    return {"physicalLocation": {**place, "region": _region(document, start, end)}}


def _region(document: Document, start: int, end: int) -> dict[str, int]:
    first, last = document.source(start, end)
    (line, column), (last_line, last_column) = document.place(first), document.place(last)
    return {
        **{
            "startLine": line,
            "startColumn": column,
            "endLine": last_line,
            "endColumn": last_column,
        },
        **{"charOffset": first, "charLength": last - first},
    }


def _fix(document: Document, start: int, end: int, replacement: str) -> dict[str, Any]:
    change = {
        "artifactLocation": {"uri": _uri(document.path)},
        "replacements": [
            {
                "deletedRegion": _region(document, start, end),
                "insertedContent": {"text": replacement},
            },
        ],
    }
    return {"description": {"text": f"write {replacement}"}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    pure = PurePath(path)
    prefix = "file://" if pure.is_absolute() else ""
    return prefix + quote(pure.as_posix(), errors="surrogateescape")


def _fingerprint(document: Document, finding: Finding) -> str:
    """The id of a finding; within a record, of whose file it is one among many, with its key."""
    if document.key is None:
        return finding.id
    joined = f"{document.key}\0{finding.id}"
    return hashlib.sha256(joined.encode(errors="surrogatepass")).hexdigest()[:32]


def _json(value: object) -> str:
    return escape(json.dumps(value, ensure_ascii=False))
