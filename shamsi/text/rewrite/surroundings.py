"""Read the text around a repair again, to see that it changes its own date and no other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shamsi.lang.detection import SAMPLE
from shamsi.lang.fold import fold
from shamsi.text.grammar.drafts import Draft
from shamsi.text.resolve.context import Context
from shamsi.text.resolve.mention import Mention
from shamsi.text.resolve.reading import Found, Reading, read_again, resolved, with_votes
from shamsi.text.rewrite.edits import Edit
from shamsi.text.scan.scanner import Window

_LONG = 400  # characters of a window; of a longer one only a part is read again
_BESIDE = 1  # dates on either side of that part
_AROUND = 400  # characters around a date in which a repair may not change the calendar of another
_MARGIN = 32  # characters around a window, as a repair may reach further than what it replaces


@dataclass(slots=True)
class Surroundings:
    """A part of a document around some dates: its place in the source, its drafts and dates."""

    reading: Reading
    start: int
    end: int
    drafts: Sequence[Draft]
    dates: Sequence[Mention]
    _alone: Sequence[Mention] | None = None  # its dates as it is read without the rest

    def allow(self, row: Found, edit: Edit) -> bool:
        """Whether an edit leaves all other dates unchanged, and its own date one of the same kind.

        The date must end where the repair ends.
        """
        if _changes_language(self.reading, edit):
            return _is_sound_afresh(self.reading, row, edit)
        after = read_again(_edited(self.reading, self.start, edit, self.end), self.reading)
        found = _dates(after.found)
        at = next((k for k, one in enumerate(self.dates) if one is row.mention), None)
        if at is None or not _is_alike(self.dates, found, at, row, edit):
            at = _find(self.alone, row, self.start)
            if at is None:
                return True  # read in another way without the rest: no check here
            if not _is_alike(self.alone, found, at, row, edit):
                return False
        come = [draft for group in after.drafts for draft in group]
        context = with_votes(self.reading.context, self.drafts, come)
        return context is self.reading.context or _stands(
            self.reading, row, after, found[at], context
        )

    @property
    def alone(self) -> Sequence[Mention]:
        """Its dates as it is read without the rest."""
        if self._alone is None:
            part = self.reading.folded.source[self.start : self.end]
            self._alone = _dates(read_again(part, self.reading).found)
        return self._alone


def _edited(reading: Reading, start: int, edit: Edit, end: int) -> str:
    """Return a part of the source with an edit."""
    source = reading.folded.source
    return source[start : edit.start] + edit.text + source[edit.end : end]


def _dates(found: Iterable[Found]) -> list[Mention]:
    """Return the dates but for relative ones: «today, Monday» changes with the weekday."""
    return [row.mention for row in found if row.mention.kind != "relative"]


def _find(dates: Sequence[Mention], row: Found, start: int) -> int | None:
    """Return which of the dates of a part is that of a row."""
    place = row.mention.start - start, row.mention.text
    return next((k for k, one in enumerate(dates) if (one.start, one.text) == place), None)


def _changes_language(reading: Reading, edit: Edit) -> bool:
    """Whether a document would be taken for one in another language, if its beginning changed."""
    folded = reading.folded
    sample = min(SAMPLE, len(folded.code))
    last = max(SAMPLE, folded.at(sample - 1))
    if edit.start > last:
        return False
    head = _edited(reading, 0, edit, max(last, edit.end) + _AROUND)
    return reading.known.language_of(fold(head).code, head) != reading.lang


def _is_sound_afresh(reading: Reading, row: Found, edit: Edit) -> bool:
    """Whether an edit is sound that changes the language: the beginning is a text of its own."""
    end = edit.end + _AROUND
    before, after = (
        _dates(read_again(text, reading, detect=True).found)
        for text in (reading.folded.source[:end], _edited(reading, 0, edit, end))
    )
    at = _find(before, row, 0)
    return at is None or _is_alike(before, after, at, row, edit)


def surroundings(reading: Reading, first: Found, last: Found) -> Surroundings:
    """Return the part of a document to read again around two dates of one window, or one date.

    It is their window, or a part of a long one that begins and ends beside another date.
    """
    k = bisect_right(reading.windows, first.tokens.starts[0], key=_start_of_window) - 1
    window = reading.windows[k]
    drafts: Sequence[Draft] = reading.drafts[k]
    if window.end - window.start <= _LONG:
        low, high = _whole(reading, k)
    else:
        low, high, drafts = _cut(reading, drafts, window, first, last)
    start, end = reading.folded.at(low), reading.folded.at(high - 1) + 1
    start, end = min(start, first.mention.extent[0]), max(end, last.mention.end)
    return Surroundings(reading, start, end, drafts, _dates_between(reading, start, end))


def _whole(reading: Reading, k: int) -> tuple[int, int]:
    """Return a window with the words around it, up to the windows beside it."""
    windows, code = reading.windows, reading.folded.code
    start, end = windows[k].start, windows[k].end
    low = max(windows[k - 1].end if k else 0, start - _MARGIN)
    high = min(windows[k + 1].start if k + 1 < len(windows) else len(code), end + _MARGIN)
    return _after_blank(code, low, start), _before_blank(code, end, high)


def _cut(
    reading: Reading, drafts: Sequence[Draft], window: Window, first: Found, last: Found
) -> tuple[int, int, Sequence[Draft]]:
    """Return a part of a window, from behind one date to before another, and its drafts."""
    tokens, code = first.tokens, reading.folded.code
    start = tokens.starts[first.drafts[0].shape.outer]
    end = tokens.ends[last.last - 1]
    k = bisect_left(drafts, first.first, key=_first_of) - _BESIDE
    n = bisect_left(drafts, last.last, key=_first_of) + _BESIDE
    low = tokens.ends[drafts[k - 1].shape.last - 1] if k > 0 else window.start
    high = tokens.starts[drafts[n].shape.outer] if n < len(drafts) else window.end
    if low < start - _AROUND:
        low = _after_blank(code, start - _AROUND, start)
    if high > end + _AROUND:
        high = _before_blank(code, end, end + _AROUND)
    return min(low, start), max(high, end), drafts[max(k, 0) : n]


def _start_of_window(window: Window) -> int:
    return window.start


def _first_of(draft: Draft) -> int:
    return draft.shape.first


def _start_of(row: Found) -> int:
    return row.mention.start


def _after_blank(code: bytes, low: int, high: int) -> int:
    """Return the first place of a word between two places; the second one if there is none."""
    if not low:
        return 0
    blank = code.find(b" ", low, high)
    return high if blank < 0 else blank


def _before_blank(code: bytes, low: int, high: int) -> int:
    """Return the end of the last word between two places; the first one if there is none."""
    if high == len(code):
        return high
    blank = code.rfind(b" ", low, high)
    return low if blank < 0 else blank


def _dates_between(reading: Reading, start: int, end: int) -> list[Mention]:
    """Return the dates between two places of the source."""
    found = reading.found
    k = bisect_left(found, start, key=_start_of)
    n = bisect_left(found, end, key=_start_of)
    return _dates(row for row in found[k:n] if row.mention.end <= end)


def _is_alike(
    before: Sequence[Mention], after: Sequence[Mention], at: int, row: Found, edit: Edit
) -> bool:
    """Whether an edit of one date leaves the others unchanged, and that one of the same kind."""
    if len(before) != len(after):
        return False
    for k, (old, new) in enumerate(zip(before, after, strict=True)):
        if k != at and _meaning(old) != _meaning(new):
            return False
    old, new = before[at], after[at]
    return (
        _kind(old) == _kind(new)
        and new.problem is None
        and (edit.end < row.mention.start or edit.text.endswith(new.text))
    )


def _kind(mention: Mention) -> tuple[str, str, int]:
    return mention.calendar, mention.kind, len(mention.parts)


def _meaning(mention: Mention) -> tuple[str, str | None, str]:
    return mention.text, mention.native, mention.calendar


def _stands(
    reading: Reading, row: Found, after: Reading, rewritten: Mention, context: Context
) -> bool:
    """Whether all dates keep their meaning with the votes that the document has after an edit."""
    new = [row.mention for row in resolved(after.drafts, after.folded, context)]
    if (rewritten.start, *_kind(rewritten)) not in ((one.start, *_kind(one)) for one in new):
        return False
    groups = _drafts_around(reading, row)
    before, then = (
        [
            (one.mention.start, *_meaning(one.mention))
            for one in resolved(groups, reading.folded, votes)
            if one.mention.start != row.mention.start
        ]
        for votes in (reading.context, context)
    )
    return before == then


def _drafts_around(reading: Reading, row: Found) -> list[list[Draft]]:
    """Return the drafts of the windows around a date; of a long window, those that are near."""
    start, end = row.tokens.starts[row.first] - _AROUND, row.tokens.ends[row.last - 1] + _AROUND
    k = max(0, bisect_right(reading.windows, start, key=_start_of_window) - 1)
    n = bisect_left(reading.windows, end, key=_start_of_window)
    return [
        group[bisect_left(group, start, key=_place_of) : bisect_left(group, end, key=_place_of)]
        for group in reading.drafts[k:n]
    ]


def _place_of(draft: Draft) -> int:
    return draft.tokens.starts[draft.shape.first]
