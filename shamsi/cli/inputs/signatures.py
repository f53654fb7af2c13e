"""Signatures: the files that are not text, recognised by their first bytes."""

from __future__ import annotations

import re
from typing import NamedTuple

from shamsi.lang.sentences import Sentence

_AS_TEXT = Sentence("save it as plain text or HTML")
_IMAGE, _UNPACK = Sentence("shamsi reads no text in images"), Sentence("unpack it first")


class Signature(NamedTuple):
    """The first bytes of a kind of file, its name, and what to do with it."""

    start: bytes
    name: Sentence
    advice: Sentence


def _read_as(kind: str) -> Sentence:
    return Sentence("read it with --input-format {kind}", kind=kind)


_IN_ZIP = (  # names in an archive's list of members
    Signature(b"word/document.xml", Sentence("a Word document (.docx)"), _read_as("docx")),
    Signature(
        b"xl/workbook.xml", Sentence("an Excel workbook (.xlsx)"), Sentence("save it as CSV")
    ),
    Signature(b"ppt/presentation.xml", Sentence("a PowerPoint presentation (.pptx)"), _AS_TEXT),
    Signature(
        b"application/vnd.oasis.opendocument.text",
        Sentence("an OpenDocument text (.odt)"),
        _read_as("odt"),
    ),
    Signature(b"application/vnd.oasis.opendocument", Sentence("an OpenDocument file"), _AS_TEXT),
    Signature(b"application/epub+zip", Sentence("an e-book (.epub)"), _AS_TEXT),
)
_KINDS = (
    Signature(
        b"%PDF-",
        Sentence("a PDF file"),
        Sentence(
            "make text of it with `pdftotext -layout`, of a scanned one first with `ocrmypdf`"
        ),
    ),
    Signature(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Sentence("an old Office file (.doc, .xls)"),
        Sentence("save it as .docx, as `soffice --convert-to docx` does"),
    ),
    Signature(rb"{\rtf", Sentence("a rich text file (.rtf)"), _AS_TEXT),
    Signature(b"PAR1", Sentence("a Parquet file"), _read_as("parquet")),
    Signature(b"\x1f\x8b", Sentence("packed by gzip"), Sentence("give its name the suffix .gz")),
    Signature(
        b"\x28\xb5\x2f\xfd",
        Sentence("packed by Zstandard"),
        Sentence("give its name the suffix .zst"),
    ),
    Signature(b"\xfd7zXZ\0", Sentence("packed by xz"), _UNPACK),
    Signature(b"BZh", Sentence("packed by bzip2"), _UNPACK),
    Signature(b"7z\xbc\xaf\x27\x1c", Sentence("a 7z archive"), _UNPACK),
    Signature(b"Rar!\x1a\x07", Sentence("a RAR archive"), _UNPACK),
    Signature(
        b"SQLite format 3\0", Sentence("an SQLite database"), Sentence("export the table as CSV")
    ),
    Signature(b"\x89PNG\r\n", Sentence("an image"), _IMAGE),
    Signature(b"\xff\xd8\xff", Sentence("an image"), _IMAGE),
    Signature(b"GIF8", Sentence("an image"), _IMAGE),
)
_BZIP = re.compile(rb"BZh[1-9]1AY&SY")
_SOME = 1 << 16  # bytes at each end in which an archive's members are looked for


def seems(data: bytes) -> Sentence | None:
    r"""What bytes seem to be if they are not text, and what to do; None for anything else.

    >>> seems(b"\x89PNG\r\n...")
    'an image, not text: shamsi reads no text in images'
    >>> seems("28 مرداد".encode())
    """
    found = _of_zip(data) if data.startswith(b"PK\x03\x04") else _of_kind(data)
    if found is None:
        return None
    name, advice = found
    return Sentence("{name}, not text: {advice}", name=name, advice=advice)


def _of_kind(data: bytes) -> tuple[Sentence, Sentence] | None:
    for start, name, advice in _KINDS:
        if data.startswith(start) and (start != b"BZh" or _BZIP.match(data)):
            return name, advice
    return None


def _of_zip(data: bytes) -> tuple[Sentence, Sentence]:
    ends = data[:_SOME] + data[-_SOME:]
    for mark, name, advice in _IN_ZIP:
        if mark in ends:
            return name, advice
    return Sentence("a zip archive"), _AS_TEXT
