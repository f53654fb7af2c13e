"""Judging: what is wrong with a document by what a desk has set, but for what notes in it take back."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass, replace

from shamsi.cli.inputs import Document
from shamsi.cli.inputs.globs import fits
from shamsi.cli.runs.ignore_comments import Note, silence
from shamsi.text.checker import Examination, examine
from shamsi.text.finder import reading_of
from shamsi.text.mention import Mention
from shamsi.text.rules import BORJI, CODES, Rules, exception, rules


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is told of a document, and what is not.

    `dateline` is the mention that a reference was taken from; `silenced` counts the findings that notes take back,
    `idle` are the notes that take none back, and `excused` the exceptions that let a pair pass.
    """

    examination: Examination
    dateline: Mention | None
    silenced: int
    idle: tuple[Note, ...]
    excused: frozenset[str]


class Judge:
    """The rules of a desk, as options say them."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        codes = [code for code in options.select or CODES if code not in options.ignore]
        self._rules: Rules = rules(codes, options.lunar_tolerance, options.exceptions)
        self._named: dict[frozenset[str], str] = {exception(one): one for one in options.exceptions if one != BORJI}

    def judge(self, document: Document) -> Judgement:
        """What is wrong with a document."""
        options = self._options
        reading = reading_of(document.text, languages=options.languages, reference=options.reference)
        whole = examine(reading, options.min_confidence, self._rules_of(document.path))
        told, idle = silence(document, whole.findings)
        return Judgement(
            examination=replace(whole, findings=told),
            dateline=reading.dateline,
            silenced=len(whole.findings) - len(told),
            idle=tuple(idle),
            excused=self._excused(whole),
        )

    def _rules_of(self, path: str) -> Rules:
        """The rules for a file, some codes less where the desk leaves them out of it."""
        left_out = {code for pattern, codes in self._options.per_file_ignores if fits(path, pattern) for code in codes}
        return self._rules._replace(codes=self._rules.codes - left_out)

    def _excused(self, examination: Examination) -> frozenset[str]:
        if not self._named:
            return frozenset()
        strict = self._rules._replace(exceptions=frozenset())
        pairs = ((frozenset((pair.left.native or "", pair.right.native or "")), pair) for pair in examination.pairs)
        return frozenset(self._named[ends] for ends, pair in pairs if ends in self._named and strict.is_wrong(pair))
