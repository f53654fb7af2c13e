"""The standard streams as bytes, also if the caller has replaced them with text streams."""

from __future__ import annotations

import io
import sys
from typing import BinaryIO, cast


def input_bytes() -> io.BufferedReader:
    """Standard input as bytes; a text stream in its place is encoded as UTF-8."""
    stream: io.BufferedReader | None = getattr(sys.stdin, "buffer", None)
    if hasattr(stream, "peek"):
        return cast("io.BufferedReader", stream)
    data = stream.read() if stream else sys.stdin.read().encode(errors="surrogateescape")
    return io.BufferedReader(cast("io.RawIOBase", io.BytesIO(data)))


def print_encoded(text: str, encoding: str) -> None:
    """Write a text to standard output in an encoding; kept bytes come out as they were.

    Raises UnicodeEncodeError if the encoding lacks a letter; then nothing is written.
    """
    data = text.encode(encoding, errors="surrogateescape")
    buffer: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(data)
    buffer.flush()
