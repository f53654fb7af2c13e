"""The check of one document: policy, ignores per file, and ignore comments in the text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shamsi.cli.inputs import Document
from shamsi.cli.inputs.globs import fits
from shamsi.cli.runs.document_readings import read_documents
from shamsi.cli.runs.ignore_comments import IgnoreComment, apply_ignore_comments
from shamsi.text.check import Examination, examine
from shamsi.text.compare.codes import CODES
from shamsi.text.finding import Finding
from shamsi.text.policy import BORJI, Policy, exception, policy
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.reading import Reading


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """The findings that are reported of a document, and what was left out of them.

    `dateline` is the mention that the reference was taken from; `ignored` counts the findings that
    ignore comments suppress, `silenced` their ids, `unused` holds the comments that suppress none,
    and `excused` the exceptions that allowed a pair.
    """

    examination: Examination
    dateline: Mention | None
    ignored: int
    unused: tuple[IgnoreComment, ...]
    excused: frozenset[str]
    silenced: frozenset[str] = frozenset()


class DocumentChecker:
    """Checks documents under the policy that the options give."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        codes = [code for code in options.select or CODES if code not in options.ignore]
        self._rules: Policy = policy(
            codes, options.lunar_tolerance, options.exceptions, options.min_alarm
        )
        self._named: dict[frozenset[str], str] = {
            exception(one): one for one in options.exceptions if one != BORJI
        }

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return read_documents(documents, self._options, lunar=self._rules.lunar)

    def check(self, document: Document, reading: Reading) -> CheckedDocument:
        """Check a document that was read."""
        options = self._options
        whole = examine(reading, options.min_confidence, self._rules_of(document.path))
        reported, unused = apply_ignore_comments(document, whole.findings)
        return CheckedDocument(
            examination=replace(whole, findings=reported),
            dateline=reading.dateline,
            ignored=len(whole.findings) - len(reported),
            unused=tuple(unused),
            excused=self._excused(whole),
            silenced=frozenset(one.id for one in whole.findings)
            - frozenset(one.id for one in reported),
        )

    def findings_of(self, document: Document, text: str) -> list[Finding]:
        """The findings of another text of a document."""
        other = Document(document.path, text, key=document.key)
        (reading,) = self.readings([other])
        return self.check(other, reading).examination.findings

    def _rules_of(self, path: str) -> Policy:
        """The rules for a file, without the codes that are ignored there."""
        left_out = {
            code
            for pattern, codes in self._options.per_file_ignores
            if fits(path, pattern)
            for code in codes
        }
        return self._rules._replace(codes=self._rules.codes - left_out)

    def _excused(self, examination: Examination) -> frozenset[str]:
        if not self._named:
            return frozenset()
        strict = self._rules._replace(exceptions=frozenset())
        pairs = (
            (frozenset((pair.left.native or "", pair.right.native or "")), pair)
            for pair in examination.pairs
        )
        return frozenset(
            self._named[ends]
            for ends, pair in pairs
            if ends in self._named and strict.is_wrong(pair)
        )
