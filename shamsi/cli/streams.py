"""The standard streams as bytes, also where whoever calls has put text streams in their places."""

from __future__ import annotations

import io
import sys
from typing import BinaryIO, cast


def input_bytes() -> io.BufferedReader:
    """Standard input as bytes; text that stands in its place is encoded as UTF-8."""
    stream: io.BufferedReader | None = getattr(sys.stdin, "buffer", None)
    if hasattr(stream, "peek"):
        return cast("io.BufferedReader", stream)
    data = stream.read() if stream else sys.stdin.read().encode(errors="surrogateescape")
    return io.BufferedReader(cast("io.RawIOBase", io.BytesIO(data)))


def print_encoded(text: str, encoding: str) -> None:
    """Put a text on standard output as the bytes that it was made of.

    Raises UnicodeEncodeError where the encoding lacks a letter; then nothing is written.
    """
    data = text.encode(encoding, errors="surrogateescape")
    buffer: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(data)
    buffer.flush()
