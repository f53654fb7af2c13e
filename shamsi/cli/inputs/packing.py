"""Packed files: `.gz` and `.zst` are opened as the bytes inside; a damaged one is an error."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

from shamsi.cli.inputs.document import Unreadable
from shamsi.lang.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

PACKED = (".gz", ".zst")
_CHUNK = 1 << 18


class Broken(Unreadable):
    """A packed file whose bytes cannot be unpacked to their end."""


def unpacked(path: str) -> io.BufferedReader:
    """The bytes of a file, unpacked if its suffix is `.gz` or `.zst`.

    Raises OSError if there is no such file, Unreadable for `.zst` without its package, and Broken
    where reading reaches bytes that cannot be unpacked.
    """
    if not path.endswith(PACKED):
        return io.BufferedReader(io.FileIO(path), _CHUNK)
    kind = path.rpartition(".")[2]
    start = _Gzip if kind == "gz" else _zstandard()
    return io.BufferedReader(_Unpacked(open(path, "rb"), start, kind), _CHUNK)


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class _Unpacked(io.RawIOBase):
    """A file of packed members, one after the other, as a stream of what is in them."""

    def __init__(self, file: BinaryIO, start: Callable[[], _Unpacker], kind: str) -> None:
        self._file = file
        self._start = start
        self._kind = kind
        self._unpacker: _Unpacker | None = None
        self._packed = b""
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with memoryview(buffer).cast("B") as into:
            while not self._plain:
                if not self._fill():
                    return 0
            size = min(len(into), len(self._plain))
            into[:size] = self._plain[:size]
            self._plain = self._plain[size:]
            return size

    def _fill(self) -> bool:
        """Unpack a little more; return whether there was any."""
        self._packed = self._packed or self._file.read(_CHUNK)
        if not self._packed:
            if self._unpacker:
                raise Broken(Sentence("broken .{kind} file: it is cut off", kind=self._kind))
            return False
        self._unpacker = self._unpacker or self._start()
        try:
            self._plain = memoryview(self._unpacker.decompress(self._packed))
        except Exception as error:  # each unpacker has an error of its own
            why = Sentence("broken .{kind} file: {error}", kind=self._kind, error=f"{error}")
            raise Broken(why) from error
        self._packed = b""
        if self._unpacker.eof:
            self._packed = self._unpacker.unused_data
            self._unpacker = None
        return True

    def close(self) -> None:
        self._file.close()
        super().close()


class _Gzip:
    """One member of a gzip file; zeros after the last are padding, as gzip has it."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    def decompress(self, data: bytes, /) -> bytes:
        return self._inner.decompress(data)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data.lstrip(b"\0")


def _zstandard() -> Callable[[], _Unpacker]:
    try:
        import zstandard  # pyright: ignore[reportMissingImports]
    except ModuleNotFoundError:
        why = Sentence("a .zst file needs a package: pip install 'shamsi[cli]'")
        raise Unreadable(why) from None
    return cast("Callable[[], _Unpacker]", zstandard.ZstdDecompressor().decompressobj)  # pyright: ignore[reportUnknownMemberType]
