"""The verb `find`: reports every date, one per line or in an export format; exits as grep does."""

import os
from argparse import Namespace
from collections.abc import Sequence

from shamsi.cli.escaping import clean_columns, escape_xml, print_error, print_stderr
from shamsi.cli.inputs import Document
from shamsi.cli.inputs.sources import kind_of
from shamsi.cli.reports.json import record
from shamsi.cli.reports.lines import dateline_notice, edtf_line, explanation_block, mention_line
from shamsi.cli.reports.notices import Notice
from shamsi.cli.reports.report import Tally
from shamsi.cli.runs.run import is_isolated, run_over
from shamsi.cli.runs.work import Answer
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.reading import Reading, readings_of

_WHOLE = ("timeml", "brat", "conll")  # formats of one document
_EXPLAINED = ("text", "json")


def run(options: Namespace) -> int:
    """Return 0 if a date was found, 1 if not, 2 for unreadable documents or option conflicts."""
    conflict = _conflict(options) or _conflict_of_files(options)
    if conflict:
        print_error(conflict)
        return 2
    tally = run_over(work(options), options)
    if tally is None:
        return 2
    if options.output or tally.inputs.skipped or tally.inputs.failed:
        print_stderr(tally.found())
    if tally.inputs.failed:
        return 2
    return 0 if tally.dates else 1


def work(options: Namespace) -> "FindWork":
    """The work for the options."""
    return FindWork(options)


def _conflict(options: Namespace) -> str | None:
    """The conflict between options, as a message."""
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


def _conflict_of_files(options: Namespace) -> str | None:
    """The conflict between the files and a format of one document."""
    form, files = options.format, options.files
    if form not in _WHOLE:
        return None
    if len(files) > 1:
        return (
            f"--format {form} writes one document, got {len(files)} files; "
            "run it once for each, as in: "
            f'for f in *.txt; do shamsi find --format {form} "$f" > "$f.{form}"; done'
        )
    kind = options.input_format or (kind_of(files[0]) if files else None) or "text"
    if kind != "text" or (files and os.path.isdir(files[0])):
        given = "a folder" if kind == "text" else kind
        return f"--format {form} writes one document of plain text, got {given}"
    return None


class FindWork:
    """Writes the dates of documents in the chosen format."""

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

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        texts, options = [document.text for document in documents], self._options
        return readings_of(
            texts, languages=options.languages, reference=options.reference, traces=options.explain
        )

    def answer(self, document: Document, reading: Reading) -> Answer:
        """One line per date, or the whole document."""
        return (
            self._explanations(document, reading)
            if self._options.explain
            else self._mentions(document, reading)
        )

    def _mentions(self, document: Document, reading: Reading) -> Answer:
        """The dates with enough confidence."""
        options = self._options
        mentions = [
            row.mention for row in reading.found if row.mention.confidence >= options.min_confidence
        ]
        entries = self._entries(document, mentions, reading.dateline)
        return Answer(
            entries,
            Tally(dates=len(mentions), documents=1),
            self._notices(document, reading.dateline),
        )

    def _explanations(self, document: Document, reading: Reading) -> Answer:
        """Every date and every rejected candidate."""
        from shamsi.text.explain import explained

        options = self._options
        rows = explained(reading, options.languages)
        if options.format == "json":
            entries = [record(document, row) for row in rows]
        else:
            entries = [explanation_block(document, row, isolated=self._isolated) for row in rows]
        dates = sum(row.mention is not None for row in rows)
        return Answer(
            entries, Tally(dates=dates, documents=1), self._notices(document, reading.dateline)
        )

    def _notices(self, document: Document, found: Mention | None) -> tuple[Notice, ...]:
        return (dateline_notice(document, found),) if self._options.reference == "auto" else ()

    def _entries(
        self, document: Document, mentions: list[Mention], written: Mention | None
    ) -> list[str]:
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

        return [
            edtf_line(document, mention, edtf(mention), isolated=self._isolated)
            for mention in mentions
        ]


def _document(document: Document, mentions: list[Mention], options: Namespace) -> str:
    from shamsi.exports.documents import export

    written = export(document.text, mentions, options.format, parts=options.parts)
    return escape_xml(written) if options.format == "timeml" else clean_columns(written)


def _records(
    document: Document, mentions: list[Mention], unit: str | None, written: Mention | None
) -> list[str]:
    """One record per mention; line and column stay in code points in any unit of the offsets."""
    counted = mentions
    if unit:
        from shamsi.exports.offsets import recounted

        counted = recounted(document.text, mentions, unit=unit)
    return [
        record(document, row, at=(mention.start, mention.end), reference=written)
        for mention, row in zip(mentions, counted, strict=True)
    ]
