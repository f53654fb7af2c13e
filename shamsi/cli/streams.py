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


def print_bytes(data: bytes) -> None:
    """Write bytes to standard output; a text stream in its place gets them decoded as UTF-8."""
    buffer: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode(errors="surrogateescape"))
        return
    sys.stdout.flush()
    buffer.write(data)
    buffer.flush()
