"""The ids of findings: digests of their words, and of the text around words that are repeated."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shamsi.text.resolve.mention import Mention

_LENGTH = 16  # hexadecimal digits: 64 bits, so two findings of one text never share an id
_NEAR = 60  # characters on each side that tell repeated words apart
_WINDOW = 600  # characters that are looked at on each side
_DATE = "\0"  # stands for every date in the text around: a repair nearby must not change it
_LINE_END = re.compile(r"[\r\n]+")


class Words(NamedTuple):
    """What a finding is made of: its code and its dates."""

    code: str
    spans: Sequence[Mention]

    @property
    def text(self) -> str:
        """The code and the words of the dates.

        Values are left out, because they may change with the reference or the rest of the text.
        """
        return "\0".join((self.code, *map(_written, self.spans)))


class Keys(NamedTuple):
    """The ids that a finding may have, depending on what else its text holds.

    `words` is that of words which no other finding of the text has; `line` tells them apart by the
    rest of their line, and `lines` also by the lines before and after.
    """

    words: str
    line: str
    lines: str


class Around:
    """A text in which dates are marks, and the lines around each place."""

    def __init__(self, source: str, mentions: Iterable[Mention]) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []  # of the pieces, in the source
        self._places: list[int] = []  # of the pieces, in the text with marks
        at = length = 0
        for start, end in sorted(mention.extent for mention in mentions):
            if start < at:
                at = max(at, end)
                continue
            self._starts.append(at)
            self._places.append(length)
            pieces += (source[at:start], _DATE)
            length += start - at + 1
            at = end
        self._starts.append(at)
        self._places.append(length)
        self._text: str = "".join(pieces) + source[at:]

    def keys(self, words: Words) -> Keys:
        """The ids that the finding of some words may have."""
        text = self._text
        first, last = (self._place(at) for at in _extent(words))
        before = _LINE_END.split(text[max(0, first - _WINDOW) : first])
        after = _LINE_END.split(text[last : last + _WINDOW])
        line = f"{_last(before[-1])}\0{_first(after[0])}"
        above = next(filter(str.strip, reversed(before[:-1])), "")
        below = next(filter(str.strip, after[1:]), "")
        whole = words.text
        return Keys(
            _digest(f"{whole}\0{0}"),
            _digest(f"{whole}\0line\0{line}"),
            _digest(f"{whole}\0lines\0{line}\0{_last(above)}\0{_first(below)}"),
        )

    def _place(self, at: int) -> int:
        """The place of an offset of the source in the text with marks."""
        piece = bisect_right(self._starts, at) - 1
        place = self._places[piece] + at - self._starts[piece]
        ends = self._places[piece + 1 : piece + 2]
        return min(place, ends[0]) if ends else place


def ids_of(found: Sequence[Words], source: str, mentions: Iterable[Mention]) -> list[str]:
    """Return the ids of the findings of a text, in their order.

    Words that one finding has name it alone, so its id stays the same wherever the text is edited.
    Those that several have are told apart by the text around them, in which dates do not count, so
    none is renamed when another is repaired; where that is the same, too, by their order.

    >>> import shamsi
    >>> one, two, three = shamsi.check("الف ۳۱ مهر ۱۴۰۴ ب ۳۱ مهر ۱۴۰۴ پ ۳۱ مهر ۱۴۰۴")
    >>> again = shamsi.check("الف ۳۰ مهر ۱۴۰۴ ب ۳۱ مهر ۱۴۰۴ پ ۳۱ مهر ۱۴۰۴")
    >>> [finding.id for finding in again] == [two.id, three.id]
    True
    """
    texts = [words.text for words in found]
    numbers = Counter(texts)
    if len(numbers) == len(texts):
        return [_digest(f"{text}\0{0}") for text in texts]
    around = Around(source, mentions)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        groups[text].append(at)
    ids = [""] * len(texts)
    for members in groups.values():
        keys = [around.keys(found[at]) for at in members]
        for at, name in zip(members, _told_apart(keys), strict=True):
            ids[at] = name
    return ids


def _told_apart(keys: Sequence[Keys]) -> list[str]:
    """The ids of findings that have the same words."""
    if len(keys) == 1:
        return [keys[0].words]
    by_line = Counter(key.line for key in keys)
    seen = Counter[str]()
    names: list[str] = []
    for key in keys:
        if by_line[key.line] == 1:
            names.append(key.line)
            continue
        number = seen[key.lines]
        seen[key.lines] += 1
        names.append(_digest(f"{key.lines}\0{number}") if number else key.lines)
    return names


def _extent(words: Words) -> tuple[int, int]:
    extents = [mention.extent for mention in words.spans]
    return min(start for start, _ in extents), max(end for _, end in extents)


def _written(mention: Mention) -> str:
    """A date as written, on one line, with its weekday."""
    return f"{' '.join(mention.text.split())}\0{mention.weekday or ''}"


def _last(text: str) -> str:
    return " ".join(text.split())[-_NEAR:]


def _first(text: str) -> str:
    return " ".join(text.split())[:_NEAR]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]
