"""Fixes what an editor decides on a terminal, finding by finding."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from shamsi.cli.escaping import clean, isolate
from shamsi.cli.inputs import Document
from shamsi.cli.reports.lines import place
from shamsi.cli.reports.notices import Notice
from shamsi.cli.reports.sheet_rows import repairs_of, sentence_around, span_of
from shamsi.cli.reports.style import language_of
from shamsi.cli.review.choices import LEAVE, Choice, choice_of
from shamsi.cli.review.decisions import Refusal, decided
from shamsi.cli.runs.document_check import DocumentChecker
from shamsi.cli.runs.rewriting import Edits
from shamsi.lang.sentences import Sentence, translated
from shamsi.text.finding import Finding
from shamsi.text.resolve.reading import Reading, readings_of
from shamsi.text.rewrite.edits import Edit, edited
from shamsi.text.rewrite.repairs import Suggestion

_LETTERS = {"p": "persian", "g": "gregorian", "i": "islamic"}
_SKIP, _UNDO, _QUIT, _HELP = "s", "u", "q", "?"


class InteractiveFixer:
    """Asks about each finding of a document, and edits it as answered."""

    def __init__(self, options: Namespace) -> None:
        self._checker = DocumentChecker(options)
        self._lang = language_of(options)
        self._is_over = False

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block; nothing is read after the last question."""
        if self._is_over:
            return readings_of([""] * len(documents))
        return self._checker.readings(documents)

    def edits(self, document: Document, reading: Reading) -> Edits:
        """The edits that were chosen; those of a document stand when its questions are over."""
        if self._is_over:
            return Edits([])
        findings = self._checker.check(document, reading).examination.findings
        chosen = self._asked(document, findings)
        edits = sorted(set(chosen.values()))
        if not edits:
            return Edits([], found=len(findings))
        left = self._checker.findings_of(document, edited(document.text, edits))
        return Edits(
            edits, found=len(left) + len(edits), notices=tuple(self._summary(document, edits))
        )

    def _summary(self, document: Document, edits: Sequence[Edit]) -> Iterator[Notice]:
        n = len(edits)
        changes = Sentence("{n} change", plural="{n} changes", count="n", n=n)
        yield Notice(Sentence("{name}: {what}", name=clean(document.name), what=changes))

    def _asked(self, document: Document, findings: Sequence[Finding]) -> dict[int, Edit]:
        """The edits by number of their finding; undo returns to the one asked about before."""
        chosen: dict[int, Edit] = {}
        asked: list[int] = []
        at = 0
        while at < len(findings) and not self._is_over:
            if self._is_changed(findings[at], chosen):
                self._say(Sentence("the next finding is about words that you have changed"))
                at += 1
                continue
            answer = self._answer(document, findings[at], f"{at + 1}/{len(findings)}")
            if answer == _UNDO:
                at = asked.pop() if asked else at
                chosen.pop(at, None)
                continue
            asked.append(at)
            if isinstance(answer, Edit):
                chosen[at] = answer
            at += 1
        return chosen

    def _is_changed(self, finding: Finding, chosen: dict[int, Edit]) -> bool:
        return any(
            edit.start < finding.end and finding.start < edit.end for edit in chosen.values()
        )

    def _answer(self, document: Document, finding: Finding, count: str) -> Edit | str:
        """An edit, or `_SKIP` or `_UNDO`; asks until the answer is one."""
        self._show(document, finding, count)
        while True:
            typed = self._typed()
            word = typed.strip().casefold()
            if word in (_QUIT, "quit", "exit"):
                self._is_over = True
                return _SKIP
            if word in ("", _SKIP, "skip"):
                return _SKIP
            if word in (_UNDO, "undo"):
                return _UNDO
            if word == _HELP:
                self._help(finding)
                continue
            edit = self._edit(document, finding, typed)
            if isinstance(edit, Edit):
                return edit
            self._say(edit.why)

    def _edit(self, document: Document, finding: Finding, typed: str) -> Edit | Refusal:
        word = typed.strip().casefold()
        repairs = _numbered(finding)
        if word.isdecimal() and 0 < int(word) <= len(repairs):
            repair = repairs[int(word) - 1]
            return Edit(repair.start, repair.end, repair.replacement)
        choice = Choice("side", _LETTERS[word]) if word in _LETTERS else choice_of(typed)
        if choice == LEAVE:
            return Refusal(Sentence("s skips a finding, ? shows the answers"))
        if choice.kind == "number":
            return Refusal(
                Sentence(
                    "there is no repair {number}, it has {n}", number=choice.value, n=len(repairs)
                )
            )
        edit = decided(document, finding, choice)
        if isinstance(edit, Edit) and document.body:
            for refused in document.body.placed(document.part, [edit]).refused:
                return Refusal(refused.why)
        return edit

    def _show(self, document: Document, finding: Finding, count: str) -> None:
        message, *details = (
            clean(translated(one, self._lang))
            for one in (finding.message, finding.detail, *finding.evidence)
        )
        start, end = span_of(document.text, finding)
        self._print("")
        self._print(f"[{count}] {place(document, finding.start)}: {finding.code}: {message}")
        self._print(f"    {isolate(sentence_around(document.text, start, end))}")
        for detail in details:
            self._print(f"    {detail}")
        for number, repair in enumerate(_numbered(finding), 1):
            new = isolate(clean(repair.replacement))
            letter = (repair.calendar or " ")[0] if repairs_of(finding).sides else " "
            mark = " *" if repair.preferred else ""
            self._print(f"    {number} {letter} {new}{mark}")

    def _help(self, finding: Finding) -> None:
        self._say(
            Sentence(
                "a number, or p, g or i: the repair (of the Persian, Gregorian or Islamic side; "
                "* is supported by the text); s or Enter: skip; u: back to the finding before; "
                "q: write what was chosen in this file, and stop; anything else: your own text"
            )
        )

    def _typed(self) -> str:
        """A line of the terminal; its end means to stop."""
        sys.stderr.write("? ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else _QUIT

    def _say(self, sentence: Sentence) -> None:
        self._print(f"    {sentence.translated(self._lang)}")

    def _print(self, line: str) -> None:
        print(line, file=sys.stderr)


def _numbered(finding: Finding) -> list[Suggestion]:
    sides, others = repairs_of(finding)
    return [*sides.values(), *others]
