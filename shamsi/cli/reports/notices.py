"""Notes: what is said on standard error about documents; what many have in common is said once, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shamsi.cli.escaping import clean
from shamsi.cli.inputs.document import Document, Event, Skipped

_LISTED = 10  # of a group that is listed by name


class Note(NamedTuple):
    """A line; of a `group` the first `most` are printed, and the others counted under its name."""

    text: str
    group: str | None = None
    most: int = 1


class Notes:
    """The notes of a run.

    >>> notes = Notes()
    >>> [line for k in range(3) for line in notes.printed([Note(f"a#{k}: no id", "a: no id")])]
    ['a#0: no id']
    >>> list(notes.rest())
    ['a: no id: 2 more']
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._most: dict[str, int] = {}

    def printed(self, notes: Iterable[Note]) -> list[str]:
        """The lines to print now, without control characters."""
        return [clean(note.text) for note in notes if self._is_printed(note)]

    def rest(self) -> Iterator[str]:
        """A line for each group of which some were not printed."""
        for group, number in self._seen.items():
            if number > self._most[group]:
                yield f"{clean(group)}: {number - self._most[group]:,} more"

    def _is_printed(self, note: Note) -> bool:
        if note.group is None:
            return True
        self._seen[note.group] += 1
        return self._seen[note.group] <= self._most.setdefault(note.group, note.most)


def notes_of(event: Event) -> list[Note]:
    """What there is to say of a document before anybody looks into it."""
    if isinstance(event, Document):
        if not event.remark:
            return []
        shared = f"shamsi: {event.path}: {event.remark.partition(' (')[0]}" if event.key else None
        return [Note(f"shamsi: {event.name}: {event.remark}", shared)]
    if isinstance(event, Skipped):
        text = f"shamsi: skipped {event.name}: {event.why}"
        return [Note(text, "shamsi: skipped", _LISTED)] if event.listed else []
    group = f"shamsi: {event.group}" if event.group else None
    return [Note(f"shamsi: {event.name}: {event.why}", group, event.most)]
