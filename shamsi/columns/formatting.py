"""Days to text: each day of a range is formatted once, and the rows look up their text.

The texts of recent patterns are kept, for whole centuries so that the next column can use them. For
a column that spans many centuries, only the days that occur are formatted.
"""

from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi.calendar.kernel import MAX_DAYS, MIN_DAYS, fields
from shamsi.columns.blocks import Array, day_rows, span
from shamsi.columns.table import SHIFT
from shamsi.formats.writing import compiled

_Style: TypeAlias = tuple[str, str, str | None]  # pattern, language, digits

_CENTURY = 36525  # days
_DENSE = 8 * _CENTURY
_KEPT = 8  # ranges; the texts of a century are about 5 MB
_INLINE = 12  # bytes of text that Arrow keeps in the row
_MISSING = "NaT"  # as NumPy writes it


class Views(NamedTuple):
    """Text as Arrow's string_view: sixteen bytes per row, and a buffer for longer texts."""

    rows: NDArray[np.uint8]
    data: bytes
    missing: NDArray[np.bool_] | None  # the rows without a date, if any


class _DayTexts:
    """The texts of days, from row 1 on; row 0 is for missing days.

    The days are consecutive from `first`, or `places` holds the row of each day of the calendar.
    """

    def __init__(self, first: int, texts: list[str], places: Array | None = None) -> None:
        self.first, self.texts, self._places = first, texts, places
        self._views: tuple[Array, bytes] | None = None
        self._characters: Array | None = None

    def covers(self, entries: Array, ticks: Array, out: Array, per_day: int) -> bool:
        """Write the rows and return whether each has a text here.

        Stops at the first block with a row that does not.
        """
        for _, _, rows, piece in day_rows(ticks, out, per_day=per_day, first=self.first + 1):
            # negative rows are greater than all others
            greatest = int(rows.view(np.uint64).max(initial=0))
            if greatest >= len(self.texts):
                return False
            entries[1:].take(rows, out=piece, mode="clip")
        return True

    def write(self, entries: Array, ticks: Array, out: Array, per_day: int) -> NDArray[np.bool_]:
        """Write the rows, and return a mask of those that are missing."""
        missing = np.zeros(len(ticks), np.bool_)
        for start, _, rows, piece in day_rows(ticks, out, per_day=per_day, first=self.first):
            if self._places is None:
                rows[(rows < 1) | (rows > len(self.texts))] = 0
            found = rows if self._places is None else self._places.take(rows, mode="clip")
            entries.take(found, out=piece, mode="clip")
            np.equal(found, 0, out=missing[start : start + len(rows)])
        return missing

    @property
    def views(self) -> tuple[Array, bytes]:
        """The views of the texts, after an empty one, and the buffer of the long ones."""
        if self._views is None:
            self._views = _views(self.texts)
        return self._views

    @property
    def characters(self) -> Array:
        """The texts as NumPy's dtype U, after the one for missing days."""
        if self._characters is None:
            self._characters = np.array([_MISSING, *self.texts])
        return self._characters


def views(
    ticks: Array,
    per_day: int,
    pattern: str,
    lang: str,
    digits: str | None,
    /,
    *,
    out: NDArray[np.uint8] | None = None,
) -> Views:
    """Format integers since 1970-01-01, `per_day` of them per day, as Arrow's string_view.

    `out` takes the rows, sixteen bytes each; reused memory, such as a pool's, takes half the time
    of fresh pages. Raises as `Date.format` does.

    >>> views(np.array([20167]), 1, "%Y", "en", None).rows[4:8].tobytes()
    b'1403'
    """
    target = np.empty(len(ticks), "V16") if out is None else out.view("V16")
    texts, missing = _views_of(ticks, target, per_day, (pattern, lang, digits))
    return Views(target.view(np.uint8), texts.views[1], missing)


def characters(ticks: Array, per_day: int, pattern: str, lang: str, digits: str | None, /) -> Array:
    """Format integers since 1970-01-01 as NumPy's dtype U, "NaT" for missing dates.

    Raises as `Date.format` does.

    >>> characters(np.array([20167]), 1, "%Y/%m/%d", "fa", None)
    array(['۱۴۰۳/۱۲/۳۰'], dtype='<U10')
    """
    flat = ticks.ravel()
    texts = _texts_of(flat, per_day, (pattern, lang, digits))
    out = np.empty(len(flat), texts.characters.dtype)
    texts.write(texts.characters, flat, out, per_day)
    return out.reshape(ticks.shape)


def _views_of(
    ticks: Array, target: Array, per_day: int, style: _Style
) -> tuple[_DayTexts, NDArray[np.bool_] | None]:
    """Write a column as views, with recent texts if they suffice, otherwise with new ones."""
    recent = _recent(*style)
    if recent and recent[0].covers(recent[0].views[0], ticks, target, per_day):
        return recent[0], None
    texts = _texts_of(ticks, per_day, style)
    missing = texts.write(texts.views[0], ticks, target, per_day)
    return texts, missing if missing.any() else None


def _texts_of(ticks: Array, per_day: int, style: _Style) -> _DayTexts:
    """Return texts for all days of a column."""
    low, high, _ = span(ticks, per_day=per_day)
    if high - low < _DENSE:
        texts = _dense(style, low // _CENTURY, high // _CENTURY if low <= high else None)
        _recent(*style)[:] = [texts]
        return texts
    used = np.zeros(MAX_DAYS + SHIFT + 2, np.bool_)
    for _, _, rows, _ in day_rows(ticks, np.empty(ticks.shape, np.bool_), per_day=per_day):
        used[np.clip(rows, 0, len(used) - 1)] = True
    used[[0, -1]] = False
    days = np.flatnonzero(used) - SHIFT
    places = np.zeros(len(used), np.int32)
    places[used] = np.arange(1, len(days) + 1)
    write = compiled(*style).text
    return _DayTexts(MIN_DAYS, [write(*fields(day), day) for day in days.tolist()], places)


@lru_cache(_KEPT)
def _recent(_pattern: str, _lang: str, _digits: str | None) -> list[_DayTexts]:
    """Return a list to keep the texts last used in a style."""
    return []


@lru_cache(_KEPT)
def _dense(style: _Style, first: int, last: int | None) -> _DayTexts:
    """Return the texts of whole centuries, counted from 1970; no texts if there is no last one."""
    start = max(first * _CENTURY, MIN_DAYS)
    end = start - 1 if last is None else min((last + 1) * _CENTURY - 1, MAX_DAYS)
    return _DayTexts(start, compiled(*style).texts(start, end) if start <= end else [])


def _views(texts: list[str]) -> tuple[Array, bytes]:
    """Return texts as Arrow's views and buffer, after an empty one."""
    encoded = [b"", *map(str.encode, texts)]
    data = b"".join(encoded)
    lengths = np.array(list(map(len, encoded)), np.int32)
    begins = np.cumsum(lengths) - lengths
    entries = np.zeros((len(encoded), 16), np.uint8)
    entries[:, :4] = lengths.view(np.uint8).reshape(-1, 4)
    padded = np.frombuffer(data + bytes(_INLINE), np.uint8)
    entries[:, 4:] = padded[begins[:, None] + np.arange(_INLINE)]
    entries[:, 4:][np.arange(_INLINE) >= np.minimum(lengths, _INLINE)[:, None]] = 0
    long = lengths > _INLINE
    entries[long, 8:] = (
        np.array([np.zeros(long.sum(), np.int32), begins[long]], np.int32).T.copy().view(np.uint8)
    )
    return entries.view("V16").reshape(-1), data if long.any() else b""
