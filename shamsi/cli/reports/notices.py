"""Notices on standard error about documents; what many share is printed once, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shamsi.cli.escaping import clean
from shamsi.cli.inputs.document import Document, Event, Skipped
from shamsi.lang.sentences import ENGLISH, Sentence, translated

_LISTED = 10  # of a group that is listed by name


class Notice(NamedTuple):
    """A line; of a `group` the first `most` are printed, and the others counted under its name."""

    text: str
    group: str | None = None
    most: int = 1


class Notices:
    """The notices of a run, in a language.

    >>> notices = Notices()
    >>> [line for k in range(3) for line in notices.printed([Notice(f"a#{k}: no id", "a: no id")])]
    ['a#0: no id']
    >>> list(notices.rest())
    ['a: no id: 2 more']
    """

    def __init__(self, lang: str = ENGLISH) -> None:
        self._lang = lang
        self._seen: Counter[str] = Counter()
        self._most: dict[str, int] = {}

    def printed(self, notices: Iterable[Notice]) -> list[str]:
        """The lines to print now, without control characters."""
        return [self._said(notice.text) for notice in notices if self._is_printed(notice)]

    def rest(self) -> Iterator[str]:
        """A line for each group of which some were not printed."""
        for group, number in self._seen.items():
            if number > self._most[group]:
                more = number - self._most[group]
                yield self._said(Sentence("{group}: {n:,} more", group=group, n=more))

    def _said(self, text: str) -> str:
        return clean(translated(text, self._lang))

    def _is_printed(self, notice: Notice) -> bool:
        if notice.group is None:
            return True
        self._seen[notice.group] += 1
        return self._seen[notice.group] <= self._most.setdefault(notice.group, notice.most)


def notices_of(event: Event) -> list[Notice]:
    """The notices about a document before its text is examined."""
    if isinstance(event, Document):
        if event.advice:
            shared = _about(event.path, event.advice)
            return [Notice(_about(event.name, event.advice), shared), *_remarks(event)]
        return _remarks(event)
    if isinstance(event, Skipped):
        text = Sentence("shamsi: skipped {name}: {why}", name=event.name, why=event.why)
        return [Notice(text, Sentence("shamsi: skipped"), _LISTED)] if event.listed else []
    group = Sentence("shamsi: {group}", group=event.group) if event.group else None
    return [Notice(_about(event.name, event.why), group, event.most)]


def _remarks(event: Document) -> list[Notice]:
    if not event.remark:
        return []
    shared = f"shamsi: {event.path}: {event.remark.partition(' (')[0]}" if event.key else None
    return [Notice(_about(event.name, event.remark), shared)]


def _about(name: str, what: str) -> Sentence:
    return Sentence("shamsi: {name}: {what}", name=name, what=what)
