"""Findings as annotations of a GitHub workflow, shown next to the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shamsi.cli.escaping import clean, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.lines import MESSAGE_LENGTH
from shamsi.cli.reports.report import PlainReport

if TYPE_CHECKING:
    from shamsi.cli.inputs.document import Failure
    from shamsi.cli.reports.report import Tally
    from shamsi.cli.reports.style import Style
    from shamsi.text.check import Examination
    from shamsi.text.finding import Finding
    from shamsi.text.resolve.mention import Mention

# As GitHub's actions toolkit escapes the message and the properties of a workflow command.
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


def make(style: Style) -> GithubReport:
    """The report; a workflow log is not a terminal."""
    return GithubReport()


class GithubReport(PlainReport):
    """One workflow command per finding; the tally goes to standard error."""

    def entries(
        self, document: Document, examination: Examination, dateline: Mention | None
    ) -> list[str]:
        """One command per finding."""
        return [annotation(document, finding) for finding in examination.findings]

    def foot(self, tally: Tally) -> str:
        """One command per file that was not checked."""
        return "\n".join(map(_unchecked, tally.inputs.failures.values()))


def _unchecked(failure: Failure) -> str:
    message = _escaped(failure.summary(), _MESSAGE)
    return f"::error file={_escaped(failure.path, _PROPERTY)},title=not checked::{message}"


def annotation(document: Document, finding: Finding) -> str:
    """The command that annotates a finding; for a record of a file, its name replaces the line."""
    line, column = document.position(finding.start)
    last_line, last_column = document.position(finding.end)
    place = {"file": document.path}
    if document.key is None:
        place |= {"line": f"{line}", "endLine": f"{last_line}"}
        if line == last_line:
            place |= {"col": f"{column}", "endColumn": f"{last_column}"}
    title = (
        finding.code
        if document.key is None
        else f"{finding.code} in {document.name}, {line}:{column}"
    )
    properties = ",".join(
        f"{name}={_escaped(value, _PROPERTY)}" for name, value in {**place, "title": title}.items()
    )
    sentences = [finding.message, finding.detail, *finding.evidence]
    if finding.suggestions:
        sentences.append(
            "repair: " + "   or   ".join(one.replacement for one in finding.suggestions)
        )
    message = "%0A".join(_escaped(sentence, _MESSAGE) for sentence in sentences)
    return f"::error {properties}::{message}"


def _escaped(text: str, table: dict[int, str]) -> str:
    return shorten(clean(text), MESSAGE_LENGTH).translate(table)
