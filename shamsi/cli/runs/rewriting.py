"""The work of a verb that rewrites: documents are edited and written where the options say."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, Protocol

from shamsi.cli.escaping import clean, clean_columns
from shamsi.cli.inputs.bodies import Body, DatedBody, Refused
from shamsi.cli.inputs.document import Document, Failed
from shamsi.cli.inputs.sources import Source, kind_of, reason
from shamsi.cli.reports.notices import Notice
from shamsi.cli.reports.report import Tally
from shamsi.cli.runs.file_replacement import replace_file
from shamsi.cli.runs.output import is_special
from shamsi.cli.runs.unified_diff import unified
from shamsi.cli.runs.work import Answer, PlainWork
from shamsi.lang.sentences import Sentence
from shamsi.text.resolve.reading import Reading
from shamsi.text.rewrite.edits import Edit, apart

_READ_ONLY = ("parquet",)


class Edits(NamedTuple):
    """The edits of a document, in code points of its text; `found` counts what is wrong in it.

    With `keep`, the dates of the file itself are made coarser, too: "month", "year", "nothing".
    `left` counts by reason what is left wrong. `done` are the notices, and `rows` the outcomes of
    the rows of a reviewed list by number, that stand if the file can be written.
    """

    edits: Sequence[Edit]
    found: int = 0
    notices: tuple[Notice, ...] = ()
    keep: str | None = None
    left: Mapping[str, int] = MappingProxyType({})
    done: tuple[Notice, ...] = ()
    rows: Mapping[str, str] = MappingProxyType({})


class Editor(Protocol):
    """A verb that rewrites, with its options."""

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Some documents, read as one block."""
        ...

    def edits(self, document: Document, reading: Reading) -> Edits:
        """The edits of a document that was read."""
        ...


@dataclass(slots=True)
class _File:
    """A file whose documents are being edited; the edits are those of its source."""

    body: Body
    edits: list[Edit] = field(default_factory=list[Edit])
    blurred: int = 0
    done: list[Notice] = field(default_factory=list[Notice])
    rows: dict[str, str] = field(default_factory=dict[str, str])


class RewriteWork(PlainWork):
    """Edits documents, and writes each file when its last document is edited."""

    separator = ""
    end = ""
    is_whole = True

    def __init__(self, editor: Editor, options: Namespace) -> None:
        self._editor = editor
        self._options = options
        self._file: _File | None = None
        files = options.files
        self._is_shown = sys.stdout.isatty() and not options.output
        self._is_alone = len(files) == 1 and not os.path.isdir(files[0])

    def rejection(self, source: Source) -> Failed | None:
        """Why a source cannot be written, if so."""
        if source.kind in _READ_ONLY or source.packed:
            what = "packed" if source.packed else kind_of(source.path) or source.kind
            why = Sentence("is {what}: such files are read and not written", what=what)
            return Failed(source.name, why)
        if self._options.write and is_special(source.path):
            why = Sentence("is not a regular file: --write replaces files only")
            return Failed(source.name, why)
        return None

    def readings(self, documents: Sequence[Document]) -> list[Reading]:
        """Read some documents as one block."""
        return self._editor.readings(documents)

    def answer(self, document: Document, reading: Reading) -> Answer:
        """Edit a document; after the last of its file, the edited file."""
        body = document.body
        if body is None:
            why = Sentence("such files are read and not written")
            return Answer([], Tally(), failed=Failed(document.name, why))
        if self._file is None or self._file.body is not body:
            self._file = _File(body)
        asked = self._editor.edits(document, reading)
        edits, refused = body.placed(document.part, asked.edits)
        self._file.edits += edits
        self._file.done += asked.done
        self._file.rows.update(asked.rows)
        number = len(apart(asked.edits)) - len(refused)  # a cell may need quotation marks, too
        tally = Tally(errors=asked.found, documents=1, edits=number, changed=bool(edits))
        tally.left.update(asked.left)
        notices = (*asked.notices, *(_refusal(document, one) for one in refused))
        if document.part + 1 < body.parts:
            return Answer([], tally, notices)
        file, self._file = self._file, None
        if asked.keep and isinstance(body, DatedBody):
            file.blurred = body.blur(asked.keep)
            tally.edits += file.blurred
            tally.changed = int(bool(file.edits or file.blurred))
        try:
            data = self._written(document, file)
        except _Unwritable as wrong:
            failed = Failed(document.name, wrong.why)
            return Answer([], Tally(), notices, failed=failed)
        tally.rows = file.rows
        return Answer([], tally, (*notices, *file.done), self._shown(document, data))

    def _written(self, document: Document, file: _File) -> bytes:
        """Write a file in its place, or return the bytes of the output."""
        options, body = self._options, file.body
        try:
            if options.diff:
                encoding = "utf-8" if body.is_binary else document.encoding
                difference = unified(clean(document.path), body.source, file.edits)
                return difference.encode(encoding, "surrogateescape")
            if not options.write:
                return self._whole(body, file.edits)
            if file.edits or file.blurred:
                replace_file(document.path, body.written(file.edits))
            return b""
        except UnicodeEncodeError as error:
            letter = error.object[error.start]
            raise _Unwritable(
                Sentence(
                    "{letter} cannot be written in {encoding}; left as it is",
                    letter=repr(letter),
                    encoding=error.encoding,
                )
            ) from error
        except OSError as error:
            why = Sentence("cannot be written: {reason}", reason=reason(error))
            raise _Unwritable(why) from error

    def _shown(self, document: Document, data: bytes) -> bytes:
        """What a terminal may show of the output: no control characters of the text."""
        if not self._is_shown:
            return data
        return clean_columns(data.decode(document.encoding, "replace")).encode(errors="replace")

    def _whole(self, body: Body, edits: Sequence[Edit]) -> bytes:
        if body.is_binary and not (self._is_alone and self._options.output):
            raise _Unwritable(Sentence("is no text: use --write, --diff, or -o FILE for one file"))
        return body.written(edits)


class _Unwritable(Exception):
    """Why a file cannot be written."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


def _refusal(document: Document, refused: Refused) -> Notice:
    line, column = document.position(refused.edit.start)
    place = f"{clean(document.name)}:{line}:{column}"
    return Notice(Sentence("shamsi: {name}: {what}", name=place, what=refused.why))
