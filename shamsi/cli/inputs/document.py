"""Documents: texts with their positions in the source; and inputs that were skipped or failed."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from shamsi.cli.inputs.bodies import Body, PageBody, TextBody
from shamsi.lang.sentences import Joined, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shamsi.cli.inputs.spans import Spans

NAMED = 100  # skipped files, and failures, that are kept by name
_LINE_END = re.compile(r"\r\n?|\n")


class Document:
    """A text and its source; offsets are code points of the text.

    `path` is the file; `key` identifies the document within it (line, row, or its own id) and is
    None where the file is the document; `name` combines both. `remark` describes unusual bytes, and
    `encoding` is the one that writes the text back. For a web page, `page` is the source and
    `spans` map the text to it. `body` is the content of the file, from which an edited file is
    written, and `part` the number of the document in it. `reference` is the day on which it was
    written, if its record says so, and `advice` what may be amiss with how it is read.
    """

    __slots__ = (
        "_body",
        "_line_starts",
        "advice",
        "encoding",
        "key",
        "page",
        "part",
        "path",
        "reference",
        "remark",
        "spans",
        "text",
    )

    def __init__(
        self,
        path: str,
        text: str,
        *,
        key: str | None = None,
        encoding: str = "utf-8",
        remark: str | None = None,
        page: str | None = None,
        spans: Spans | None = None,
        body: Body | None = None,
        part: int = 0,
        advice: Sentence | None = None,
    ) -> None:
        self.path: str = path
        self.text: str = text
        self.key: str | None = key
        self.encoding: str = encoding
        self.remark: str | None = remark
        self.page: str | None = page
        self.spans: Spans | None = spans
        self._body: Body | None = body
        self.part: int = part
        self.advice: Sentence | None = advice
        self.reference: dt.date | None = None
        self._line_starts: list[int] | None = None

    @property
    def name(self) -> str:
        """The file, and the document within it.

        >>> Document("news.jsonl", "", key="17").name
        'news.jsonl#17'
        """
        return self.path if self.key is None else f"{self.path}#{self.key}"

    def position(self, offset: int) -> tuple[int, int]:
        r"""Line and column of an offset, from 1, in code points; for a page, those of the source.

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

    @property
    def body(self) -> Body | None:
        """The content of its file; None if that cannot be written."""
        if self._body is None and self.key is None:
            if self.page is None or self.spans is None:
                self._body = TextBody(self.text, self.encoding)
            else:
                self._body = PageBody(self.page, self.text, self.spans, self.encoding)
        return self._body

    def move(self, body: Body, part: int) -> None:
        """Let the document be a part of a body."""
        self._body, self.part = body, part

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source that a span comes from, including tags between them."""
        if self.spans is None:
            return start, end
        return self.spans.start(start), self.spans.end(end)


class Unreadable(OSError):
    """A file that is not of its kind, or that needs a package that is not installed."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why: str = why


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document with nothing to read: where, and why; if `listed`, it gets a separate line."""

    name: str
    why: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be read: where, and why.

    `group` is what it shares with other records of its file; the first `most` of a group are listed
    by name.
    """

    name: str
    why: str
    group: str | None = None
    most: int = 1


@dataclass(slots=True)
class Failure:
    """The first failed document of a group, and how many more there are."""

    name: str
    why: str
    path: str
    more: int = 0

    def summary(self) -> Sentence:
        """The failure in one line.

        >>> Failure("a.jsonl#1", "no field 'text'", "a.jsonl", 7).summary()
        "a.jsonl#1: no field 'text' (and 7 more)"
        """
        if not self.more:
            return Sentence("{name}: {why}", name=self.name, why=self.why)
        return Sentence("{name}: {why} (and {n:,} more)", name=self.name, why=self.why, n=self.more)


@dataclass(slots=True)
class InputCounts:
    """How many documents were read, were skipped (by reason) and failed.

    `within` counts the read documents that share their file with others. `named` holds the first
    skipped files, with the reason; `failures` the first groups of documents that could not be read.

    >>> counts = InputCounts()
    >>> for event in (Document("a", ""), Skipped("b", "no text"), Failed("c", "not valid JSON")):
    ...     counts.count(event)
    >>> counts.read, counts.skipped, counts.failed
    (1, {'no text': 1}, 1)
    """

    read: int = 0
    skipped: dict[str, int] = field(default_factory=dict[str, int])
    failed: int = 0
    within: int = 0
    named: dict[str, str] = field(default_factory=dict[str, str])
    failures: dict[str, Failure] = field(default_factory=dict[str, Failure])

    def count(self, event: Event) -> None:
        """Add one."""
        if isinstance(event, Document):
            self.read += 1
            self.within += event.key is not None
        elif isinstance(event, Skipped):
            self.skipped[event.why] = self.skipped.get(event.why, 0) + 1
            if event.listed:
                self._name(event.name, event.why)
        else:
            self.failed += 1
            path = event.name.rpartition("#")[0] if event.group else event.name
            self._fail(event.group or event.name, Failure(event.name, event.why, path))

    def add(self, other: InputCounts) -> None:
        """Add the counts of another."""
        self.read += other.read
        self.failed += other.failed
        self.within += other.within
        for why, number in other.skipped.items():
            self.skipped[why] = self.skipped.get(why, 0) + number
        for name, why in other.named.items():
            self._name(name, why)
        for group, failure in other.failures.items():
            self._fail(group, failure)

    def _name(self, name: str, why: str) -> None:
        if len(self.named) < NAMED:
            self.named[name] = why

    def _fail(self, group: str, failure: Failure) -> None:
        if group in self.failures:
            self.failures[group].more += 1 + failure.more
        elif len(self.failures) < NAMED:
            self.failures[group] = replace(failure)

    def unread(self) -> Sentence:
        """What was not read, as a sentence; empty if everything was.

        >>> InputCounts(1, {"no text": 2, "unknown suffix .pdf": 1}, 1).unread()
        '3 skipped (2 no text, 1 unknown suffix .pdf), 1 failed'
        """
        parts: list[Sentence] = []
        if self.skipped:
            rows = sorted(self.skipped.items())
            reasons = Joined(tuple(Sentence("{n} {why}", n=n, why=why) for why, n in rows))
            number = sum(self.skipped.values())
            parts.append(Sentence("{n} skipped ({reasons})", n=number, reasons=reasons))
        if self.failed:
            parts.append(Sentence("{n} failed", n=self.failed))
        return Sentence("{parts}", parts=Joined(tuple(parts)))


Event = Document | Skipped | Failed
