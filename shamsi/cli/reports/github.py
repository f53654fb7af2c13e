"""Findings as annotations of a GitHub workflow, which stand beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shamsi.cli.escaping import clean, shorten
from shamsi.cli.inputs import Document
from shamsi.cli.reports.lines import TOLD

if TYPE_CHECKING:
    from shamsi.cli.inputs.document import Failure
    from shamsi.cli.reports.report import Tally
    from shamsi.text.checker import Examination, Finding
    from shamsi.text.mention import Mention

# As the toolkit of GitHub's actions escapes the message of a workflow command, and its properties.
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


def make(*, isolated: bool) -> GithubReport:
    """The report; a log is no terminal."""
    return GithubReport()


class GithubReport:
    """A workflow command a finding; what was looked at goes to standard error."""

    separator = "\n"
    tells_tally = False

    def head(self) -> str:
        """Nothing."""
        return ""

    def entries(self, document: Document, examination: Examination, dateline: Mention | None) -> list[str]:
        """A command a finding."""
        return [annotation(document, finding) for finding in examination.findings]

    def foot(self, tally: Tally) -> str:
        """A command for each file that was not checked."""
        return "\n".join(map(_unchecked, tally.account.failures.values()))


def _unchecked(failure: Failure) -> str:
    told = _escaped(failure.told(), _MESSAGE)
    return f"::error file={_escaped(failure.path, _PROPERTY)},title=not checked::{told}"


def annotation(document: Document, finding: Finding) -> str:
    """The command that annotates a finding; one in a record of a file has no line there, and names its record."""
    line, column = document.position(finding.start)
    last_line, last_column = document.position(finding.end)
    place = {"file": document.path}
    if document.key is None:
        place |= {"line": f"{line}", "endLine": f"{last_line}"}
        if line == last_line:
            place |= {"col": f"{column}", "endColumn": f"{last_column}"}
    title = finding.code if document.key is None else f"{finding.code} in {document.name}, {line}:{column}"
    properties = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in {**place, "title": title}.items())
    told = [finding.message, finding.detail, *finding.evidence]
    if finding.suggestions:
        told.append("repair: " + "   or   ".join(one.replacement for one in finding.suggestions))
    message = "%0A".join(_escaped(sentence, _MESSAGE) for sentence in told)
    return f"::error {properties}::{message}"


def _escaped(text: str, table: dict[int, str]) -> str:
    return shorten(clean(text), TOLD).translate(table)
