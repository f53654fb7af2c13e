"""Decoding: bytes as text, by byte order mark, requested or declared encoding, or words.

Bytes that are not text are rejected with the kind of file that they seem to be; a guess always
leaves a remark.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from shamsi.cli.inputs.document import Unreadable
from shamsi.cli.inputs.legacy import READ, legacy_encoding, wide_encoding
from shamsi.cli.inputs.signatures import seems
from shamsi.lang.sentences import Sentence

TRACE = 1000  # bytes of which one may be undecodable
_UTF8 = "utf-8"
_KEPT_BYTE = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte


class Mark(NamedTuple):
    """A byte order mark, and the encoding that it shows."""

    signs: bytes
    encoding: str


_MARKS = (
    Mark(codecs.BOM_UTF8, _UTF8),
    Mark(codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this
    Mark(codecs.BOM_UTF32_BE, "utf-32-be"),
    Mark(codecs.BOM_UTF16_LE, "utf-16-le"),
    Mark(codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # their meaning without a mark
_ARABIC = re.compile("[\u0620-\u06ff]")
_LETTER_ESCAPED = re.compile(r"\\u06[0-9A-Fa-f]{2}|&#(?:15[3-9]\d|1[67]\d\d|[xX]06[0-9A-Fa-f]{2});")
_FEW = 3  # escaped letters that a text may quote


class Decoded(NamedTuple):
    """A text, the encoding that writes it back, and a remark about unusual bytes."""

    text: str
    encoding: str
    remark: str | None = None


def decode(
    data: bytes, asked: str | None = None, declared: str | None = None, *, legacy: bool = False
) -> Decoded:
    r"""Bytes as text; a byte order mark decides, then what was asked for, declared, or UTF-8.

    Undecodable bytes, up to one in a thousand, are kept as lone surrogates with a remark. Text that
    makes words in cp1256 but not in UTF-8 is read as cp1256, with a remark; with `legacy`, so is
    everything that is not UTF-8.

    Raises Unreadable for bytes that are not text, or not of the encoding.

    >>> decode("\ufeffمهر".encode("utf-16-le"))
    Decoded(text='\ufeffمهر', encoding='utf-16-le', remark=None)
    >>> decode("28 مرداد 1404".encode("cp1256")).encoding
    'cp1256'
    """
    mark = mark_of(data)
    if mark:
        return _decoded(data, mark.encoding)
    remark = (
        Sentence("valid UTF-8, but read as {encoding}: leave out --encoding", encoding=named(asked))
        if asked and _is_utf8(data, asked)
        else None
    )
    if asked and not holds_ascii(asked):
        return _decoded(data, _UNMARKED.get(asked, asked), remark)
    refuse_binary(data)
    if b"\0" in data:
        raise Unreadable(
            Sentence(
                "not text, NUL byte at offset {offset}: save it as plain text or HTML",
                offset=data.index(0),
            )
        )
    if asked:
        return _decoded(data, asked, remark)
    if declared and _is_utf8(data, declared):
        remark = Sentence("valid UTF-8, and read so, but declares {encoding}", encoding=declared)
        return Decoded(data.decode(), _UTF8, remark)
    encoding = declared or _UTF8
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeError:
        if legacy or legacy_encoding(data) == READ:
            remark = Sentence(
                "not valid {encoding}; read as {other}, which makes words of it",
                encoding=named(encoding),
                other=READ,
            )
            return Decoded(data.decode(READ), READ, remark)
        return _decoded(data, encoding)


def mark_of(data: bytes) -> Mark | None:
    r"""The byte order mark that bytes begin with.

    >>> mark_of(b"\xfe\xff\0a").encoding
    'utf-16-be'
    """
    return next((mark for mark in _MARKS if data.startswith(mark.signs)), None)


def refuse_binary(data: bytes) -> None:
    """Raise Unreadable where bytes of an encoding that holds ASCII are not text."""
    binary = seems(data)
    if binary:
        raise Unreadable(binary)
    wide = wide_encoding(data)
    if wide:
        raise Unreadable(
            Sentence(
                "looks like {encoding} without a byte order mark: try --encoding {option}",
                encoding=named(wide),
                option=wide,
            )
        )


def refuse_escaped(text: str) -> None:
    """Raise Unreadable where plain text holds its Arabic letters as escapes only, as JSON may."""
    if "\\u06" not in text and "&#" not in text:
        return
    escaped = len(_LETTER_ESCAPED.findall(text))
    if escaped > _FEW and escaped > len(_ARABIC.findall(text)):
        raise Unreadable(
            Sentence(
                "its Arabic letters are escaped, as JSON or HTML may have them: "
                "read it with --input-format jsonl or html, or write the letters themselves"
            )
        )


def _decoded(data: bytes, encoding: str, remark: str | None = None) -> Decoded:
    """Bytes in an encoding; a few undecodable ones are kept."""
    try:
        return Decoded(data.decode(encoding), encoding, remark)
    except UnicodeDecodeError as error:
        return _kept(data, encoding, error)
    except UnicodeError as error:
        why = Sentence(
            "not valid {encoding}: {error}; try another --encoding",
            encoding=named(encoding),
            error=f"{error}",
        )
        raise Unreadable(why) from error


def _kept(data: bytes, encoding: str, error: UnicodeDecodeError) -> Decoded:
    place = Sentence(
        "first 0x{byte} at offset {offset}",
        byte=f"{error.object[error.start]:02x}",
        offset=error.start,
    )
    if not holds_ascii(encoding):  # units of several bytes cannot be kept one by one
        raise Unreadable(
            Sentence(
                "not valid {encoding} ({place}): try another --encoding",
                encoding=named(encoding),
                place=place,
            )
        ) from error
    text = data.decode(encoding, errors="surrogateescape")
    bad = len(_KEPT_BYTE.findall(text))
    if bad * TRACE > len(data):
        raise Unreadable(
            Sentence(
                "not valid {encoding} ({bad} of {n} bytes, {place}): {advice}",
                encoding=named(encoding),
                bad=bad,
                n=len(data),
                place=place,
                advice=_advice(data, error),
            )
        )
    remark = Sentence(
        "not valid {encoding} ({bytes}, {place}), kept as is",
        encoding=named(encoding),
        bytes=counted_bytes(bad),
        place=place,
    )
    return Decoded(text, encoding, remark)


def _advice(data: bytes, error: UnicodeDecodeError) -> Sentence:
    if error.reason == "unexpected end of data" and error.end >= len(data):
        return Sentence("it is cut off within a character")
    likely = legacy_encoding(data)
    return (
        Sentence("looks like {likely}: try --encoding {likely}", likely=likely)
        if likely
        else Sentence("give its encoding, such as --encoding cp1256")
    )


def _is_utf8(data: bytes, other: str) -> bool:
    """Whether bytes given as another encoding are UTF-8 with Arabic letters."""
    if data.isascii() or codecs.lookup(other).name == _UTF8:
        return False
    try:
        return bool(_ARABIC.search(data.decode()))
    except UnicodeDecodeError:
        return False


def counted_bytes(number: int) -> Sentence:
    """A number of bytes.

    >>> counted_bytes(1), counted_bytes(2)
    ('1 byte', '2 bytes')
    """
    return Sentence("{n} byte", plural="{n} bytes", count="n", n=number)


def named(encoding: str) -> str:
    """The name of an encoding as people write it.

    >>> named("utf8"), named("CP1256")
    ('UTF-8', 'cp1256')
    """
    name = codecs.lookup(encoding).name
    return name.upper() if name.startswith("utf") else name


def holds_ascii(encoding: str) -> bool:
    r"""Whether an encoding has ASCII as single bytes that mean nothing else.

    >>> holds_ascii("cp1256"), holds_ascii("utf-16"), holds_ascii("raw_unicode_escape")
    (True, False, False)
    """
    printable = bytes(range(0x20, 0x7F)) + b"\n\r\t\\u0041"
    try:
        ascii_text = printable.decode("ascii")
        return ascii_text.encode(encoding) == printable and printable.decode(encoding) == ascii_text
    except UnicodeError:
        return False
