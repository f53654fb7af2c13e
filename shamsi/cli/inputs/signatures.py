"""Signatures: the files that are not text, recognised by their first bytes."""

from __future__ import annotations

import re

_AS_TEXT = "save it as plain text or HTML"
_WORDS_OF_ZIP = {  # names in an archive's list of members
    b"word/document.xml": "a Word document (.docx)",
    b"xl/workbook.xml": "an Excel workbook (.xlsx)",
    b"ppt/presentation.xml": "a PowerPoint presentation (.pptx)",
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    b"application/vnd.oasis.opendocument": "an OpenDocument file",
    b"application/epub+zip": "an e-book (.epub)",
}
_KINDS = (
    (b"%PDF-", "a PDF file", "make text of it with `pdftotext`"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls)", _AS_TEXT),
    (rb"{\rtf", "a rich text file (.rtf)", _AS_TEXT),
    (b"PAR1", "a Parquet file", "read it with --input-format parquet"),
    (b"\x1f\x8b", "packed by gzip", "give its name the suffix .gz"),
    (b"\x28\xb5\x2f\xfd", "packed by Zstandard", "give its name the suffix .zst"),
    (b"\xfd7zXZ\0", "packed by xz", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\0", "an SQLite database", "export the table as CSV"),
    (b"\x89PNG\r\n", "an image", "shamsi reads no text in images"),
    (b"\xff\xd8\xff", "an image", "shamsi reads no text in images"),
    (b"GIF8", "an image", "shamsi reads no text in images"),
)
_BZIP = re.compile(rb"BZh[1-9]1AY&SY")
_SOME = 1 << 16  # bytes at each end in which an archive's members are looked for


def seems(data: bytes) -> str | None:
    """What bytes seem to be if they are not text, and what to do; None for anything else.

    >>> seems(b"%PDF-1.7")
    'a PDF file, not text: make text of it with `pdftotext`'
    >>> seems("28 مرداد".encode())
    """
    if data.startswith(b"PK\x03\x04"):
        return f"{_in_zip(data)}, not text: {_AS_TEXT}"
    if _BZIP.match(data):
        return "packed by bzip2, not text: unpack it first"
    for start, name, advice in _KINDS:
        if data.startswith(start):
            return f"{name}, not text: {advice}"
    return None


def _in_zip(data: bytes) -> str:
    ends = data[:_SOME] + data[-_SOME:]
    return next((name for mark, name in _WORDS_OF_ZIP.items() if mark in ends), "a zip archive")
