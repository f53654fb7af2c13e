"""A document: a text, where it came from, and where each of its characters stands there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shamsi.cli.inputs.spans import Spans

_LINE_END = re.compile(r"\r\n?|\n")


class Document:
    """A text and where it came from; offsets are code points of the text.

    `path` is the file, `key` what tells the document from the others in it (its line, its row, or its own id; None
    where the file is the document), `name` both. `remark` is what was odd about its bytes. Of a page, `page` is the
    source and `spans` say which of its characters the text was made of.
    """

    __slots__ = ("_line_starts", "key", "page", "path", "remark", "spans", "text")

    def __init__(
        self,
        path: str,
        text: str,
        *,
        key: str | None = None,
        remark: str | None = None,
        page: str | None = None,
        spans: Spans | None = None,
    ) -> None:
        self.path: str = path
        self.text: str = text
        self.key: str | None = key
        self.remark: str | None = remark
        self.page: str | None = page
        self.spans: Spans | None = spans
        self._line_starts: list[int] | None = None

    @property
    def name(self) -> str:
        """The file, and which of its documents.

        >>> Document("news.jsonl", "", key="17").name
        'news.jsonl#17'
        """
        return self.path if self.key is None else f"{self.path}#{self.key}"

    def position(self, offset: int) -> tuple[int, int]:
        r"""Line and column of an offset, both from 1, in code points; of a page, where it stands in the source.

        >>> Document("news.txt", "one\r\ntwo").position(6)
        (2, 2)
        """
        return self.place(offset if self.spans is None else self.spans.start(offset))

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of a code point of the source, both from 1."""
        if self._line_starts is None:
            self._line_starts = [0, *(end.end() for end in _LINE_END.finditer(self.written))]
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1

    @property
    def written(self) -> str:
        """The source: the page, or the text itself."""
        return self.text if self.page is None else self.page

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source that a span of the text was made of, tags between them included."""
        if self.spans is None:
            return start, end
        return self.spans.start(start), self.spans.end(end)


class Unreadable(OSError):
    """A file that is not what its kind says, or that needs a package that is not installed."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that holds nothing to read: where, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be read: where, and why."""

    name: str
    why: str


@dataclass(slots=True)
class Account:
    """What became of the inputs: how many documents were read, were skipped (by reason), could not be read.

    `within` counts those among the read ones that shared their file with others.

    >>> account = Account()
    >>> for event in (Document("a", ""), Skipped("b", "no text"), Failed("c", "is no JSON")):
    ...     account.count(event)
    >>> account.read, account.skipped, account.failed
    (1, {'no text': 1}, 1)
    """

    read: int = 0
    skipped: dict[str, int] = field(default_factory=dict[str, int])
    failed: int = 0
    within: int = 0

    def count(self, event: Event) -> None:
        """Add one."""
        if isinstance(event, Document):
            self.read += 1
            self.within += event.key is not None
        elif isinstance(event, Skipped):
            self.skipped[event.why] = self.skipped.get(event.why, 0) + 1
        else:
            self.failed += 1

    def add(self, other: Account) -> None:
        """Add all of another's."""
        self.read += other.read
        self.failed += other.failed
        self.within += other.within
        for why, number in other.skipped.items():
            self.skipped[why] = self.skipped.get(why, 0) + number

    def left(self) -> str:
        """What was not read, or nothing.

        >>> Account(1, {"no text": 2, "unknown suffix .pdf": 1}, 1).left()
        '3 skipped (2 no text, 1 unknown suffix .pdf), 1 failed'
        """
        parts: list[str] = []
        if self.skipped:
            reasons = ", ".join(f"{number} {why}" for why, number in sorted(self.skipped.items()))
            parts.append(f"{sum(self.skipped.values())} skipped ({reasons})")
        if self.failed:
            parts.append(f"{self.failed} failed")
        return ", ".join(parts)


Event = Document | Skipped | Failed
