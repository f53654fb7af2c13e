"""The verb `find`: every date in the documents, a line each or in a format of its own; it leaves as grep does."""

import os
from argparse import Namespace

from shamsi.cli.escaping import clean_columns, complain, escape_xml, say
from shamsi.cli.inputs import Document
from shamsi.cli.inputs.sources import kind_of
from shamsi.cli.reports.json import record
from shamsi.cli.reports.lines import dateline_note, edtf_line, explanation_block, mention_line
from shamsi.cli.reports.notices import Note
from shamsi.cli.reports.report import Tally
from shamsi.cli.runs.run import is_isolated, run_over
from shamsi.cli.runs.work import Answer
from shamsi.text.finder import dateline, reading_of
from shamsi.text.mention import Mention

_WHOLE = ("timeml", "brat", "conll")  # formats of one document, not of lines from many
_EXPLAINED = ("text", "json")


def run(options: Namespace) -> int:
    """0 when a date was found, 1 when none was, 2 when a document could not be read or the options do not fit."""
    misfit = _misfit(options) or _misfit_of_files(options)
    if misfit:
        complain(misfit)
        return 2
    tally = run_over(work(options), options)
    if tally is None:
        return 2
    if options.output or tally.account.skipped or tally.account.failed:
        say(tally.found())
    if tally.account.failed:
        return 2
    return 0 if tally.dates else 1


def work(options: Namespace) -> "FindWork":
    """The work that options ask for."""
    return FindWork(options)


def _misfit(options: Namespace) -> str | None:
    """What is wrong with options that do not go together."""
    form = options.format
    if options.explain and form not in _EXPLAINED:
        return f"--explain goes with --format {' or '.join(_EXPLAINED)}, not with {form}"
    if options.explain and options.offsets:
        return "--explain counts offsets in code points: leave out --explain or --offsets"
    if options.explain and options.min_confidence and "min_confidence" not in options.configured:
        return "--explain tells the least sure dates too: leave out --explain or --min-confidence"
    if options.offsets and form != "json":
        return f"--offsets goes with --format json, not with {form}: it counts code points"
    if options.parts and form not in _WHOLE:
        return f"--parts goes with --format {', '.join(_WHOLE)}, not with {form}"
    return None


def _misfit_of_files(options: Namespace) -> str | None:
    """What is wrong with files for a format that writes one document."""
    form, files = options.format, options.files
    if form not in _WHOLE:
        return None
    if len(files) > 1:
        return (
            f"--format {form} writes one document, got {len(files)} files; run it once for each, as in: "
            f'for f in *.txt; do shamsi find --format {form} "$f" > "$f.{form}"; done'
        )
    kind = options.input_format or (kind_of(files[0]) if files else None) or "text"
    if kind != "text" or (files and os.path.isdir(files[0])):
        given = "a folder" if kind == "text" else kind
        return f"--format {form} writes one document of plain text, got {given}"
    return None


class FindWork:
    """A document's dates, in the format that was asked for."""

    def __init__(self, options: Namespace) -> None:
        whole = options.format in _WHOLE
        self._options = options
        self._isolated = is_isolated(options)
        self.separator = "" if whole else "\n"
        self.end = "" if whole else "\n"

    def head(self) -> str:
        """Nothing."""
        return ""

    def foot(self, tally: Tally) -> str:
        """Nothing."""
        return ""

    def answer(self, document: Document) -> Answer:
        """A line a date, or the document written as a whole."""
        return self._explanations(document) if self._options.explain else self._mentions(document)

    def _mentions(self, document: Document) -> Answer:
        """Every date that is sure enough."""
        options = self._options
        reading = reading_of(document.text, languages=options.languages, reference=options.reference)
        mentions = [row.mention for row in reading.found if row.mention.confidence >= options.min_confidence]
        entries = self._entries(document, mentions, reading.dateline)
        return Answer(entries, Tally(dates=len(mentions), documents=1), self._notes(document, reading.dateline))

    def _explanations(self, document: Document) -> Answer:
        """Every date and every refusal."""
        from shamsi.text.explainer import explain

        options = self._options
        auto = options.reference == "auto"
        found = dateline(document.text, languages=options.languages) if auto else None
        rows = explain(document.text, languages=options.languages, reference=options.reference)
        if options.format == "json":
            entries = [record(document, row) for row in rows]
        else:
            entries = [explanation_block(document, row, isolated=self._isolated) for row in rows]
        dates = sum(row.mention is not None for row in rows)
        return Answer(entries, Tally(dates=dates, documents=1), self._notes(document, found))

    def _notes(self, document: Document, found: Mention | None) -> tuple[Note, ...]:
        return (dateline_note(document, found),) if self._options.reference == "auto" else ()

    def _entries(self, document: Document, mentions: list[Mention], written: Mention | None) -> list[str]:
        options = self._options
        if options.format in _WHOLE:
            return [_document(document, mentions, options)]
        if options.format == "json":
            return _records(document, mentions, options.offsets, written)
        if options.format == "edtf":
            return self._edtf(document, mentions)
        return [mention_line(document, mention, isolated=self._isolated) for mention in mentions]

    def _edtf(self, document: Document, mentions: list[Mention]) -> list[str]:
        from shamsi.exports.edtf import edtf

        return [edtf_line(document, mention, edtf(mention), isolated=self._isolated) for mention in mentions]


def _document(document: Document, mentions: list[Mention], options: Namespace) -> str:
    from shamsi.exports.documents import export

    written = export(document.text, mentions, options.format, parts=options.parts)
    return escape_xml(written) if options.format == "timeml" else clean_columns(written)


def _records(document: Document, mentions: list[Mention], unit: str | None, written: Mention | None) -> list[str]:
    """Line and column stay in code points, whatever the offsets count."""
    told = mentions
    if unit:
        from shamsi.exports.offsets import recounted

        told = recounted(document.text, mentions, unit=unit)
    return [
        record(document, row, at=(mention.start, mention.end), reference=written)
        for mention, row in zip(mentions, told, strict=True)
    ]
