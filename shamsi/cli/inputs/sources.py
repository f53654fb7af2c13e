"""Sources: the files that arguments name, those in folders among them, and what kind of input each is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shamsi.cli.inputs.document import Failed, Skipped
from shamsi.cli.inputs.packing import PACKED

STDIN = "<stdin>"
KINDS = ("text", "html", "jsonl", "csv", "tsv", "parquet")
_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".rst": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How inputs are read: their kind (None: the suffix says), the fields that hold text and id, the encoding.

    Without an encoding each file is read by its byte order mark, a page in the encoding that it declares, everything
    else as UTF-8 or as what it evidently is; `legacy` is whether the head of a file of records is evidently cp1256.
    """

    kind: str | None = None
    field: str = "text"
    id: str | None = None
    encoding: str | None = None
    legacy: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file (or standard input) and its kind; `size` is 0 where it is not known, `mtime` counts nanoseconds."""

    path: str
    kind: str
    size: int = 0
    mtime: int = 0

    @property
    def name(self) -> str:
        """What the file is called in an answer."""
        return STDIN if self.path == "-" else self.path

    @property
    def packed(self) -> bool:
        """Whether its bytes must be unpacked."""
        return self.path.endswith(PACKED)


def kind_of(path: str) -> str | None:
    """The kind that a suffix tells, under `.gz` or `.zst` too.

    >>> kind_of("news.jsonl.gz"), kind_of("a.TXT"), kind_of("notes.pdf")
    ('jsonl', 'text', None)
    """
    name = path.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return _SUFFIXES.get(os.path.splitext(name)[1])


def sources(paths: Sequence[str], manner: Manner, *, but: Sequence[str] = ()) -> Iterator[Source | Skipped | Failed]:
    """The files in the order named, those of a folder sorted, folders in it included, hidden ones left out.

    A file that is named is read whatever its suffix, as text if it says nothing; one that stands in a folder is
    skipped then, unless `manner.kind` says what all are. `but` are files that this very run writes.
    """
    written = {os.path.realpath(path) for path in but}
    for path in paths or ["-"]:
        if path == "-":
            yield Source("-", manner.kind or "text")
        elif os.path.isdir(path):
            for found in _files(path):
                yield found if isinstance(found, Failed) else _in_folder(found, manner, written)
        else:
            yield _source(path, manner.kind or kind_of(path) or "text")


def _files(folder: str) -> Iterator[str | Failed]:
    troubles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if not name.startswith("."))
        yield from (Failed(str(trouble.filename), reason(trouble)) for trouble in troubles)
        troubles.clear()
    yield from (Failed(str(trouble.filename), reason(trouble)) for trouble in troubles)


def _in_folder(path: str, manner: Manner, written: set[str]) -> Source | Skipped | Failed:
    if os.path.realpath(path) in written:
        return Skipped(path, "written by this run")
    kind = manner.kind or kind_of(path)
    if kind is None:
        suffix = os.path.splitext(path)[1]
        why = f"of unknown suffix {suffix}" if suffix else "without a suffix"
        return Skipped(path, why, listed=True)
    return _source(path, kind, folder=True)


def _source(path: str, kind: str, *, folder: bool = False) -> Source | Skipped | Failed:
    try:
        facts = os.stat(path)
    except OSError as error:
        return Failed(path, reason(error))
    if folder and not stat.S_ISREG(facts.st_mode):  # a named pipe may be named, but not be happened upon
        return Skipped(path, "not a regular file", listed=True)
    regular = stat.S_ISREG(facts.st_mode)
    return Source(path, kind, facts.st_size if regular else 0, facts.st_mtime_ns)


def reason(error: OSError) -> str:
    """Why a file could not be read, as the system says it in lower case."""
    return error.strerror.lower() if error.strerror else str(error)
