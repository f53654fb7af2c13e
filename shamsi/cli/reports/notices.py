"""Notices on standard error about documents; what many share is printed once, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shamsi.cli.escaping import clean
from shamsi.cli.inputs.document import Document, Event, Skipped

_LISTED = 10  # of a group that is listed by name


class Notice(NamedTuple):
    """A line; of a `group` the first `most` are printed, and the others counted under its name."""

    text: str
    group: str | None = None
    most: int = 1


class Notices:
    """The notices of a run.

    >>> notices = Notices()
    >>> [line for k in range(3) for line in notices.printed([Notice(f"a#{k}: no id", "a: no id")])]
    ['a#0: no id']
    >>> list(notices.rest())
    ['a: no id: 2 more']
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._most: dict[str, int] = {}

    def printed(self, notices: Iterable[Notice]) -> list[str]:
        """The lines to print now, without control characters."""
        return [clean(notice.text) for notice in notices if self._is_printed(notice)]

    def rest(self) -> Iterator[str]:
        """A line for each group of which some were not printed."""
        for group, number in self._seen.items():
            if number > self._most[group]:
                yield f"{clean(group)}: {number - self._most[group]:,} more"

    def _is_printed(self, notice: Notice) -> bool:
        if notice.group is None:
            return True
        self._seen[notice.group] += 1
        return self._seen[notice.group] <= self._most.setdefault(notice.group, notice.most)


def notices_of(event: Event) -> list[Notice]:
    """The notices about a document before its text is examined."""
    if isinstance(event, Document):
        if not event.remark:
            return []
        shared = f"shamsi: {event.path}: {event.remark.partition(' (')[0]}" if event.key else None
        return [Notice(f"shamsi: {event.name}: {event.remark}", shared)]
    if isinstance(event, Skipped):
        text = f"shamsi: skipped {event.name}: {event.why}"
        return [Notice(text, "shamsi: skipped", _LISTED)] if event.listed else []
    group = f"shamsi: {event.group}" if event.group else None
    return [Notice(f"shamsi: {event.name}: {event.why}", group, event.most)]
