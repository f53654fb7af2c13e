"""Sources: the files that arguments name, including those in folders, and the kind of each."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from shamsi.cli.inputs.document import Failed, Skipped, Unreadable
from shamsi.cli.inputs.packing import PACKED
from shamsi.lang.sentences import Sentence, translatable

STDIN = "<stdin>"
KINDS = ("text", "html", "subtitles", "docx", "odt", "jsonl", "json", "csv", "tsv", "parquet")
_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".rst": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}


_OF_THE_SYSTEM = frozenset(
    (
        translatable("no such file or directory"),
        translatable("permission denied"),
        translatable("is a directory"),
        translatable("no space left on device"),
        translatable("input/output error"),
        translatable("file name too long"),
        translatable("read-only file system"),
    )
)


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How inputs are read: kind (None: by the suffix), the fields of text and id, the encoding.

    Without an encoding each file is read by its byte order mark, a page in the encoding that it
    declares, everything else as UTF-8, or as cp1256 where its words show that; `legacy` is whether
    the head of a file of records shows it. `delimiter` is what stands between the columns of csv.
    `more_fields` are further fields of text, each a document of its own; `field_format` is "text"
    or "html", and `reference_field` the field with the day on which a record was written. `hidden`
    is whether to read what an office file hides: comments and deleted text. `is_rewritten` is
    whether the file may be written, so that texts of records need their places.
    """

    kind: str | None = None
    field: str = "text"
    id: str | None = None
    encoding: str | None = None
    legacy: bool = False
    delimiter: str | None = None
    more_fields: tuple[str, ...] = ()
    field_format: str = "text"
    reference_field: str | None = None
    hidden: bool = False
    is_rewritten: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of text."""
        return (self.field, *self.more_fields)

    @property
    def columns(self) -> tuple[str, ...]:
        """All fields that are read."""
        others = (self.id, self.reference_field)
        return tuple(dict.fromkeys((*self.fields, *(one for one in others if one is not None))))


@dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input, and its kind; `size` is 0 if unknown, `mtime` in nanoseconds.

    `is_named` is whether the command names it, not a folder in which it lies.
    """

    path: str
    kind: str
    size: int = 0
    mtime: int = 0
    is_named: bool = True

    @property
    def name(self) -> str:
        """The name of the file in the output."""
        return STDIN if self.path == "-" else self.path

    @property
    def packed(self) -> bool:
        """Whether its bytes must be unpacked."""
        return self.path.endswith(PACKED)


def kind_of(path: str) -> str | None:
    """The kind that a suffix stands for, also before `.gz` or `.zst`.

    >>> kind_of("news.jsonl.gz"), kind_of("a.TXT"), kind_of("notes.pdf")
    ('jsonl', 'text', None)
    """
    name = path.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return _SUFFIXES.get(os.path.splitext(name)[1])


def sources(
    paths: Sequence[str],
    input_options: InputOptions,
    *,
    but: Sequence[str] = (),
    is_rewritten: bool = False,
) -> Iterator[Source | Skipped | Failed]:
    """The files in the order named; folders are searched in depth, sorted, without hidden files.

    A file that is named is read whatever its suffix, as text where the suffix is unknown; in a
    folder such a file is skipped, unless `input_options.kind` gives the kind of all. `but` are
    files that this run writes. Where the files themselves are rewritten, a link in a folder that
    leads out of it is skipped: whoever made the folder would choose what else is changed.
    """
    written = {os.path.realpath(path) for path in but}
    for path in paths or ["-"]:
        if path == "-":
            yield Source("-", input_options.kind or "text")
        elif os.path.isdir(path):
            for found in _files(path):
                if isinstance(found, Failed):
                    yield found
                elif is_rewritten and _leads_out(found, path):
                    yield Skipped(found, Sentence("a link out of the folder"), listed=True)
                else:
                    yield _in_folder(found, input_options, written)
        else:
            yield _source(path, input_options.kind or kind_of(path) or "text")


def _files(folder: str) -> Iterator[str | Failed]:
    errors: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if not name.startswith("."))
        yield from (Failed(str(error.filename), reason(error)) for error in errors)
        errors.clear()
    yield from (Failed(str(error.filename), reason(error)) for error in errors)


def _leads_out(path: str, folder: str) -> bool:
    """Whether a file in a folder is a link to one that is not."""
    if not os.path.islink(path):
        return False
    return not PurePath(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _in_folder(
    path: str, input_options: InputOptions, written: set[str]
) -> Source | Skipped | Failed:
    if os.path.realpath(path) in written:
        return Skipped(path, Sentence("written by this run"))
    kind = input_options.kind or kind_of(path)
    if kind is None:
        suffix = os.path.splitext(path)[1]
        why = (
            Sentence("of unknown suffix {suffix}", suffix=suffix)
            if suffix
            else Sentence("without a suffix")
        )
        return Skipped(path, why, listed=True)
    return _source(path, kind, folder=True)


def _source(path: str, kind: str, *, folder: bool = False) -> Source | Skipped | Failed:
    try:
        facts = os.stat(path)
    except OSError as error:
        return Failed(path, reason(error))
    if folder and not stat.S_ISREG(facts.st_mode):  # a pipe is read only where it is named
        return Skipped(path, Sentence("not a regular file"), listed=True)
    regular = stat.S_ISREG(facts.st_mode)
    return Source(path, kind, facts.st_size if regular else 0, facts.st_mtime_ns, not folder)


def reason(error: OSError) -> str:
    """Why a file could not be read: the message of the system, in lower case."""
    if isinstance(error, Unreadable):
        return error.why
    message = error.strerror.lower() if error.strerror else str(error)
    return Sentence(message) if message in _OF_THE_SYSTEM else message
