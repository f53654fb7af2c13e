"""Which finding of a text a row means, and whether its repair was made already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from shamsi.cli.escaping import clean
from shamsi.cli.inputs import Document
from shamsi.cli.reports.sheet_rows import span_of
from shamsi.cli.review.rows import Row
from shamsi.text.compare.finding_ids import Around, Keys, Words
from shamsi.text.finding import Finding
from shamsi.text.resolve.mention import Mention

_FOLDED = {ord("ي"): "ی", ord("ى"): "ی", ord("ك"): "ک", 0x200C: None, 0x200E: None, 0x200F: None}
_CONTEXT = 15  # characters of the sentence that must be next to a repair that was made


class Matches:
    """The findings of a document by the rows that mean them."""

    def __init__(
        self, document: Document, findings: Sequence[Finding], mentions: Iterable[Mention]
    ) -> None:
        self._document = document
        self._findings = {finding.id: finding for finding in findings}
        around = Around(document.text, mentions)
        self._keys: dict[str, Keys] = {
            finding.id: around.keys(Words(finding.code, finding.spans)) for finding in findings
        }
        self._alike = Counter(keys.lines for keys in self._keys.values())

    def of(self, rows: Sequence[Row]) -> dict[int, Finding]:
        """The findings that rows mean, by the number of the row.

        A row means the finding of its id; where the text changed so that the id did, the only one
        that may have had it. Of findings that nothing but their order tells apart, it means the one
        on its line.
        """
        found = {row.number: finding for row in rows if (finding := self._of_id(row))}
        taken = {finding.id for finding in found.values()}
        for row in rows:
            if row.number in found or row.id in self._findings:
                continue
            finding = self._formerly(row, taken)
            if finding:
                found[row.number] = finding
                taken.add(finding.id)
        return found

    def _of_id(self, row: Row) -> Finding | None:
        finding = self._findings.get(row.id)
        if finding is None:
            return None
        is_alone = self._alike[self._keys[finding.id].lines] == 1
        return finding if is_alone or self._is_on_line(row, finding) else None

    def _formerly(self, row: Row, taken: set[str]) -> Finding | None:
        """The finding that may have had the id of a row, when others had its words or none had."""
        fitting = [
            self._findings[name]
            for name, keys in self._keys.items()
            if row.id in keys and name not in taken
        ]
        if len(fitting) > 1:
            fitting = [finding for finding in fitting if self._is_on_line(row, finding)]
        return fitting[0] if len(fitting) == 1 else None

    def _is_on_line(self, row: Row, finding: Finding) -> bool:
        return row.line == f"{self._document.position(finding.start)[0]}"


def is_same_text(row: Row, document: Document, finding: Finding) -> bool:
    """Whether a finding still has the words of a row; yes if that has none.

    Yeh and kaf of Arabic keyboards and invisible signs do not matter. In a list whose encoding
    lacks letters, a question mark stands for any.
    """
    if not row.text:
        return True
    start, end = span_of(document.text, finding)
    given, present = folded(row.text), folded(document.text[start:end])
    if given == present:
        return True
    if not row.lossy:
        return False
    pattern = "".join("." if char == "?" else re.escape(char) for char in given)
    return re.fullmatch(pattern, present) is not None


def was_made(row: Row, wanted: str, text: str) -> bool:
    """Whether a new text is where the row's finding was: next to the words of its sentence.

    `text` is that of the document as `folded` returns it.

    >>> row = Row(2, "a.txt", "", "0", text="۳۱ مهر", sentence="نشست ۳۱ مهر در شیراز بود")
    >>> was_made(row, "۳۰ مهر", folded("نشست ۳۰ مهر در شیراز بود"))
    True
    >>> was_made(row, "۳۰ مهر", folded("از ۳۰ مهر"))
    False
    """
    new, old = folded(wanted), folded(row.text)
    before, found, after = folded(row.sentence).partition(old) if old else ("", "", "")
    contexts = [part for part in (before[-_CONTEXT:], after[:_CONTEXT]) if found and part]
    if not new or not contexts:
        return bool(new) and new in text
    anchor, width = max(contexts, key=len), _CONTEXT + len(old) + len(new)
    at = text.find(anchor)
    while at >= 0:
        window = text[max(0, at - width) : at + len(anchor) + width]
        if new in window and all(part in window for part in contexts):
            return True
        at = text.find(anchor, at + 1)
    return False


def folded(text: str) -> str:
    """A text without blanks and signs that do not matter, with Persian yeh and kaf.

    >>> folded("يك  روز")
    'یکروز'
    """
    return "".join(clean(text).translate(_FOLDED).split())
