"""Documents in: files and standard input as text whose offsets can be told as line and column."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from shamsi.cli.quoting import complain

_STDIN = "<stdin>"
_LINE_END = re.compile(r"\r\n?|\n")
_KEPT_BYTE = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte that is not UTF-8


class Document:
    """A text and where it came from; offsets are code points of the text."""

    __slots__ = ("_line_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._line_starts: list[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        r"""Line and column of an offset, both from 1, in code points.

        >>> Document("news.txt", "one\r\ntwo").position(6)
        (2, 2)
        """
        if self._line_starts is None:
            self._line_starts = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


class Documents:
    """The documents at the paths, one at a time; `-`, or no path at all, is standard input.

    What cannot be read is told on standard error and counted in `failed`; the others still come.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths or ["-"]
        self.failed = 0
        self.read = 0

    def __iter__(self) -> Iterator[Document]:
        for path in self._paths:
            name = _STDIN if path == "-" else path
            try:
                data = _content(path)
            except OSError as error:
                self.failed += 1
                complain(f"{name}: {_reason(error)}")
                continue
            self.read += 1
            yield Document(name, _decoded(name, data))


def _content(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def _reason(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "is a directory; name the files in it"
    return (error.strerror or str(error)).lower()


def _decoded(name: str, data: bytes) -> str:
    """UTF-8 as text; other bytes are kept as lone surrogates, the first told with its place."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        text = data.decode(errors="surrogateescape")
        more = len(_KEPT_BYTE.findall(text)) - 1
        complain(
            f"{name}: byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8, kept"
            + (f" (and {more} more)" if more else "")
        )
        return text
