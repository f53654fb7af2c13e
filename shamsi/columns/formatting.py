"""Days to text: each day of a range is written once, and the rows take theirs.

The texts of the patterns last used are kept, widened to whole centuries so that the next column finds them. Where a
column reaches over many centuries, those days alone are written that it has.
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
_INLINE = 12  # bytes of a text that Arrow keeps in the row itself
_MISSING = "NaT"  # as NumPy writes it


class Views(NamedTuple):
    """Text as Arrow's string_view: sixteen bytes a row, and a buffer that the rows of longer texts point into."""

    rows: NDArray[np.uint8]
    data: bytes
    missing: NDArray[np.bool_] | None  # where there is no date, if anywhere


class _Texts:
    """The texts of days, from row 1 on; row 0 is of those that are missing.

    They are of days that follow one another from `first` on, or `places` tells of each day of the calendar its row.
    """

    def __init__(self, first: int, texts: list[str], places: Array | None = None) -> None:
        self.first, self.texts, self._places = first, texts, places
        self._views: tuple[Array, bytes] | None = None
        self._characters: Array | None = None

    def covers(self, entries: Array, ticks: Array, out: Array, per_day: int) -> bool:
        """Write the rows, and tell whether each has a text here; if not, it stops where one has none."""
        for _, _, rows, piece in day_rows(ticks, out, per_day=per_day, first=self.first + 1):
            if int(rows.view(np.uint64).max(initial=0)) >= len(self.texts):  # below the table is far above it, unsigned
                return False
            entries[1:].take(rows, out=piece, mode="clip")
        return True

    def write(self, entries: Array, ticks: Array, out: Array, per_day: int) -> NDArray[np.bool_]:
        """Write the rows, and return which of them are missing."""
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
        """The views of the texts, an empty one before them, and the buffer of those that are long."""
        if self._views is None:
            self._views = _views(self.texts)
        return self._views

    @property
    def characters(self) -> Array:
        """The texts as NumPy's dtype U, what is missing before them."""
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
    """Write integers since 1970-01-01, `per_day` of them a day, by a pattern as Arrow's string_view.

    `out` takes the rows, sixteen bytes each; memory used before, such as a pool gives, takes half the time that
    fresh pages take. Raises as `Date.format` does.

    >>> views(np.array([20167]), 1, "%Y", "en", None).rows[4:8].tobytes()
    b'1403'
    """
    target = np.empty(len(ticks), "V16") if out is None else out.view("V16")
    texts, missing = _views_of(ticks, target, per_day, (pattern, lang, digits))
    return Views(target.view(np.uint8), texts.views[1], missing)


def characters(ticks: Array, per_day: int, pattern: str, lang: str, digits: str | None, /) -> Array:
    """Write integers since 1970-01-01 by a pattern as NumPy's dtype U, "NaT" where there is no date.

    Raises as `Date.format` does.

    >>> characters(np.array([20167]), 1, "%Y/%m/%d", "fa", None)
    array(['۱۴۰۳/۱۲/۳۰'], dtype='<U10')
    """
    flat = ticks.ravel()
    texts = _texts_of(flat, per_day, (pattern, lang, digits))
    out = np.empty(len(flat), texts.characters.dtype)
    texts.write(texts.characters, flat, out, per_day)
    return out.reshape(ticks.shape)


def _views_of(ticks: Array, target: Array, per_day: int, style: _Style) -> tuple[_Texts, NDArray[np.bool_] | None]:
    """Write a column as views by the texts last used for such, or else by those that it needs."""
    recent = _recent(*style)
    if recent and recent[0].covers(recent[0].views[0], ticks, target, per_day):
        return recent[0], None
    texts = _texts_of(ticks, per_day, style)
    missing = texts.write(texts.views[0], ticks, target, per_day)
    return texts, missing if missing.any() else None


def _texts_of(ticks: Array, per_day: int, style: _Style) -> _Texts:
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
    return _Texts(MIN_DAYS, [write(*fields(day), day) for day in days.tolist()], places)


@lru_cache(_KEPT)
def _recent(_pattern: str, _lang: str, _digits: str | None) -> list[_Texts]:
    """Return a place to keep the texts last used in a style."""
    return []


@lru_cache(_KEPT)
def _dense(style: _Style, first: int, last: int | None) -> _Texts:
    """Return the texts of whole centuries, counted from 1970 on; of none if there is no last."""
    start = max(first * _CENTURY, MIN_DAYS)
    end = start - 1 if last is None else min((last + 1) * _CENTURY - 1, MAX_DAYS)
    return _Texts(start, compiled(*style).texts(start, end) if start <= end else [])


def _views(texts: list[str]) -> tuple[Array, bytes]:
    """Lay texts out as Arrow does, with an empty one before them."""
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
    entries[long, 8:] = np.array([np.zeros(long.sum(), np.int32), begins[long]], np.int32).T.copy().view(np.uint8)
    return entries.view("V16").reshape(-1), data if long.any() else b""
