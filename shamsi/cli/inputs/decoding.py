"""Bytes as text: what is not of the encoding is kept, and told with its place."""

import codecs
import re

_KEPT_BYTE = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte that the encoding does not know


def decoded(data: bytes, encoding: str) -> tuple[str, str | None]:
    r"""The text, undecodable bytes as lone surrogates; and what to say of them.

    >>> decoded(b"a\xff", "utf-8")
    ('a\udcff', 'byte 0xff at offset 1 is not UTF-8, kept')
    """
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="surrogateescape")
        more = len(_KEPT_BYTE.findall(text)) - 1
        remark = f"byte 0x{data[error.start]:02x} at offset {error.start} is not {_named(encoding)}, kept"
        return text, remark + (f" (and {more} more)" if more else "")


def _named(encoding: str) -> str:
    name = codecs.lookup(encoding).name
    return name.upper() if name.startswith("utf") else name


def holds_ascii(encoding: str) -> bool:
    """Whether the encoding writes ASCII as single bytes, so that lines can be told before it is decoded.

    >>> holds_ascii("cp1256"), holds_ascii("utf-16")
    (True, False)
    """
    printable = bytes(range(0x20, 0x7F)) + b"\n\r\t"
    return printable.decode("ascii").encode(encoding) == printable
