"""The verb `find`: every date in the documents, a line each or in a format of its own; it leaves as grep does."""

import sys
from argparse import Namespace
from functools import partial

from shamsi.cli.inputs import Document, Documents
from shamsi.cli.quoting import clean_columns, complain, escape_xml
from shamsi.cli.reports.json import record
from shamsi.cli.reports.lines import edtf_line, explanation_block, mention_line, tell_dateline
from shamsi.text.finder import dateline, reading_of
from shamsi.text.mention import Mention

_WHOLE = ("timeml", "brat", "conll")  # formats of one document, not of lines from many
_EXPLAINED = ("text", "json")


def run(options: Namespace) -> int:
    """0 when a date was found, 1 when none was, 2 when a document could not be read or the options do not fit."""
    misfit = _misfit(options)
    if misfit:
        complain(misfit)
        return 2
    documents = Documents(options.files)
    answer = _print_explanations if options.explain else _print_mentions
    found = sum(answer(document, options) for document in documents)
    if documents.failed:
        return 2
    return 0 if found else 1


def _misfit(options: Namespace) -> str | None:
    """What is wrong with options that do not go together."""
    form = options.format
    if options.explain and form not in _EXPLAINED:
        return f"--explain goes with --format {' or '.join(_EXPLAINED)}, not with {form}"
    if options.explain and options.offsets:
        return "--explain counts offsets in code points: leave out --explain or --offsets"
    if options.explain and options.min_confidence:
        return "--explain tells the least sure dates too: leave out --explain or --min-confidence"
    if options.offsets and form != "json":
        return f"--offsets goes with --format json, not with {form}: it counts code points"
    if options.parts and form not in _WHOLE:
        return f"--parts goes with --format {', '.join(_WHOLE)}, not with {form}"
    if form in _WHOLE and len(options.files) > 1:
        return (
            f"--format {form} writes one document, got {len(options.files)} files; run it once for each, as in: "
            f'for f in *.txt; do shamsi find --format {form} "$f" > "$f.{form}"; done'
        )
    return None


def _print_mentions(document: Document, options: Namespace) -> int:
    """Every date that is sure enough; how many they are."""
    reading = reading_of(document.text, languages=options.languages, reference=options.reference)
    if options.reference == "auto":
        tell_dateline(document, reading.dateline)
    mentions = [row.mention for row in reading.found if row.mention.confidence >= options.min_confidence]
    _print(document, mentions, options, reading.dateline)
    return len(mentions)


def _print_explanations(document: Document, options: Namespace) -> int:
    """Every date and every refusal; how many dates they are."""
    from shamsi.text.explainer import explain

    if options.reference == "auto":
        tell_dateline(document, dateline(document.text, languages=options.languages))
    rows = explain(document.text, languages=options.languages, reference=options.reference)
    written = record if options.format == "json" else partial(explanation_block, isolated=sys.stdout.isatty())
    for row in rows:
        print(written(document, row))
    return sum(row.mention is not None for row in rows)


def _print(document: Document, mentions: list[Mention], options: Namespace, written: Mention | None) -> None:
    if options.format in _WHOLE:
        _print_document(document, mentions, options)
    elif options.format == "json":
        _print_records(document, mentions, options.offsets, written)
    elif options.format == "edtf":
        _print_edtf(document, mentions)
    else:
        isolated = sys.stdout.isatty()
        for mention in mentions:
            print(mention_line(document, mention, isolated=isolated))


def _print_document(document: Document, mentions: list[Mention], options: Namespace) -> None:
    from shamsi.exports.documents import export

    written = export(document.text, mentions, options.format, parts=options.parts)
    sys.stdout.write(escape_xml(written) if options.format == "timeml" else clean_columns(written))


def _print_records(document: Document, mentions: list[Mention], unit: str | None, written: Mention | None) -> None:
    """Line and column stay in code points, whatever the offsets count."""
    told = mentions
    if unit:
        from shamsi.exports.offsets import recounted

        told = recounted(document.text, mentions, unit=unit)
    for mention, row in zip(mentions, told, strict=True):
        print(record(document, row, at=mention.start, reference=written))


def _print_edtf(document: Document, mentions: list[Mention]) -> None:
    from shamsi.exports.edtf import edtf

    isolated = sys.stdout.isatty()
    for mention in mentions:
        print(edtf_line(document, mention, edtf(mention), isolated=isolated))
