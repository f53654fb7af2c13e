"""Spans: which code points of a source a text comes from."""

from array import array
from bisect import bisect_right


class Spans:
    """Segments of a text in order, each with its start and its width in the source.

    A segment as long as its source is copied, character by character; any other (a character
    reference, blanks joined into one) stands for its source as a whole.
    """

    __slots__ = ("_length", "_sources", "_starts", "_widths")

    def __init__(self) -> None:
        self._starts = array("q")
        self._sources = array("q")
        self._widths = array("q")
        self._length = 0

    def add(self, length: int, source: int, width: int) -> None:
        """Add `length` code points that come from `width` of the source, starting at `source`."""
        self._starts.append(self._length)
        self._length += length
        self._sources.append(source)
        self._widths.append(width)

    def start(self, offset: int) -> int:
        """Where the character at an offset of the text begins in the source.

        >>> spans = Spans()
        >>> spans.add(2, 3, 2)  # "ab" of "<p>ab&amp;c"
        >>> spans.add(1, 5, 5)
        >>> spans.add(1, 10, 1)
        >>> [spans.start(offset) for offset in range(5)], spans.end(3)
        ([3, 4, 5, 10, 11], 10)
        """
        return self._at(offset, 0)

    def end(self, offset: int) -> int:
        """Where the character before an offset of the text ends in the source."""
        return self._at(offset - 1, 1) if offset else self._at(0, 0)

    def _at(self, offset: int, more: int) -> int:
        segment = bisect_right(self._starts, offset) - 1
        if segment < 0:
            return self._sources[0] if self._sources else 0
        within = offset - self._starts[segment] + more
        length = (
            self._starts[segment + 1] if segment + 1 < len(self._starts) else self._length
        ) - self._starts[segment]
        if length == self._widths[segment]:
            return self._sources[segment] + min(within, length)
        return self._sources[segment] + (self._widths[segment] if within >= length else 0)
