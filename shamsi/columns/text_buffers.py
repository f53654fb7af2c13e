"""Columns of text by their bytes in memory: NumPy's arrays, and the buffers of Arrow."""

from collections.abc import Hashable, Iterator

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import shown
from shamsi.columns.blocks import Array
from shamsi.columns.buffers import BLOCK
from shamsi.columns.text_column import TextBlock, TextColumn
from shamsi.formats.numeric import BIDI_MARKS

_NOT_A_TIME = "NaT"  # how NumPy writes a missing date


def text_column(array: Array, /) -> TextColumn:
    """Return an array of text, flattened; objects must be str, or None or NaN if missing.

    Raises TypeError with the first row that is anything else.

    >>> text_column(np.array(["1404/05/18", None], object)).text(0)
    '1404/05/18'
    """
    flat = array.reshape(-1)
    if array.dtype.kind in "OT":
        return ObjectTexts([_text(row, each) for row, each in enumerate(flat.tolist())])
    return ByteTexts(flat) if flat.dtype.kind == "S" else CharacterTexts(flat)


class ByteTexts:
    """A one-dimensional array of dtype S, in UTF-8."""

    is_padded = True

    def __init__(self, array: Array) -> None:
        self._array = array

    def __len__(self) -> int:
        return len(self._array)

    def blocks(self, first: int, last: int, /) -> Iterator[TextBlock]:
        """Yield the rows in one block."""
        yield _fixed(np.ascontiguousarray(self._array[first:last]))

    def text(self, row: int, /) -> str | None:
        """Return a row; "" and "NaT" are missing."""
        text = self._array[row].decode(errors="replace")
        return text if text and text != _NOT_A_TIME else None

    def keys(self, rows: Array, /) -> list[Hashable]:
        """Return the bytes of each row."""
        return list(self._array[rows].tolist())

    def encode(self, text: str, /) -> bytes:
        """Return UTF-8."""
        return text.encode()


class CharacterTexts:
    """A one-dimensional array of dtype U; each character that dates have becomes one byte."""

    is_padded = True

    def __init__(self, array: Array) -> None:
        self._array = array

    def __len__(self) -> int:
        return len(self._array)

    def blocks(self, first: int, last: int, /) -> Iterator[TextBlock]:
        """Yield the rows in one block."""
        native = self._array.dtype.newbyteorder("=")
        width = native.itemsize // 4
        if not width:
            return
        codes = np.empty((last - first) * width, np.uint8)
        for row in range(first, last, BLOCK):
            block = np.ascontiguousarray(self._array[row : min(row + BLOCK, last)], native)
            letters, begin = block.view(np.uint32), (row - first) * width
            piece = codes[begin : begin + len(letters)]
            np.copyto(piece, letters, casting="unsafe")
            if letters.max() > 0x7F:
                high = np.flatnonzero(letters > 0x7F)
                piece[high] = _CODES.take(letters[high], mode="clip")
        yield _fixed(codes.view(f"S{width}"))

    def text(self, row: int, /) -> str | None:
        """Return a row; "" and "NaT" are missing."""
        text = str(self._array[row])
        return text if text and text != _NOT_A_TIME else None

    def keys(self, rows: Array, /) -> list[Hashable]:
        """Return the text of each row."""
        return list(self._array[rows].tolist())

    def encode(self, text: str, /) -> bytes:
        """Return the codes of a text; b"" if a character has no code."""
        codes = bytes(_CODES[min(ord(each), len(_CODES) - 1)] for each in text)
        return b"" if _OTHER in codes else codes


class OffsetTexts:
    """Arrow's string and large_string: UTF-8 in one buffer, and the offsets of the rows in it."""

    is_padded = False
    _gap = 0  # bytes behind each row

    def __init__(self, offsets: Array, data: NDArray[np.uint8], valid: Array | None) -> None:
        self._offsets, self._data, self._valid = offsets, data, valid

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def blocks(self, first: int, last: int, /) -> Iterator[TextBlock]:
        """Yield the rows that are not null."""
        bounds = self._offsets[first : last + 1].astype(np.int64)
        rows = _there(self._valid, first, last)
        lengths = bounds[1:] - bounds[:-1]
        if self._gap:
            lengths -= self._gap
        if isinstance(rows, slice) and len(lengths) and (lengths == lengths[0]).all():
            width = int(lengths[0])
            step = width + self._gap
            yield rows, self._data, _steps(int(bounds[0]), len(lengths), step), width
        else:
            yield rows, self._data, bounds[:-1][rows], lengths[rows]

    def text(self, row: int, /) -> str | None:
        """Return a row, None if it is null."""
        if self._valid is not None and not self._valid[row]:
            return None
        first, last = map(int, self._offsets[row : row + 2])
        return self._data[first:last].tobytes().decode(errors="replace")

    def keys(self, rows: Array, /) -> list[Hashable]:
        """Return the bytes of each row, none of which is null."""
        starts = self._offsets[rows].astype(np.int64)
        return _cut(self._data, starts, self._offsets[rows + 1] - starts)

    def encode(self, text: str, /) -> bytes:
        """Return UTF-8."""
        return text.encode(errors="replace")


class ObjectTexts(OffsetTexts):
    """A list of str, one behind the other in UTF-8."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        data = np.frombuffer("\0".join(texts).encode(errors="replace"), np.uint8)
        ends = np.flatnonzero(data == 0)
        if texts and len(ends) == len(texts) - 1:  # no text has a NUL of its own
            self._gap = 1
            offsets = np.concatenate([[0], ends + 1, [len(data) + 1]])
        else:
            self._gap = 0
            rows = [text.encode(errors="replace") for text in texts]
            offsets = np.cumsum([0, *map(len, rows)])
            data = np.frombuffer(b"".join(rows), np.uint8)
        super().__init__(offsets, data, None)

    def text(self, row: int, /) -> str | None:
        """Return a row; "" and "NaT" are missing."""
        text = self._texts[row]
        return text if text and text != _NOT_A_TIME else None

    def keys(self, rows: Array, /) -> list[Hashable]:
        """Return the text of each row."""
        return [self._texts[row] for row in rows.tolist()]


class ViewTexts:
    """Arrow's string_view: sixteen bytes per row, with the text (of up to twelve) or its place."""

    is_padded = False

    def __init__(
        self, views: NDArray[np.uint8], buffers: list[NDArray[np.uint8]], valid: Array | None
    ) -> None:
        self._views, self._buffers, self._valid = views, buffers, valid
        self._ends = np.cumsum([0, *map(len, buffers)])
        if len(buffers) > 1 and self._ends[-1] <= _JOINED:
            self._buffers = [np.concatenate(buffers)]
        self._numbers = views.view(np.int32).reshape(-1, 4)  # length, beginning, buffer, offset

    def __len__(self) -> int:
        return len(self._numbers)

    def blocks(self, first: int, last: int, /) -> Iterator[TextBlock]:
        """Yield the rows that are not null: those within their views, then those of each buffer."""
        rows = _there(self._valid, first, last)
        lengths = np.ascontiguousarray(self._numbers[first:last, 0])
        begins = _steps(first * 16 + 4, last - first, 16)
        if isinstance(rows, slice) and len(lengths) and (lengths == lengths[0]).all():
            width = int(lengths[0])
            if width <= _INLINE:
                yield rows, self._views, begins, width
                return
            if len(self._buffers) == 1:
                yield rows, self._buffers[0], self._places(self._numbers[first:last]), width
                return
        there = np.arange(last - first)[rows]
        inline = there[lengths[there] <= _INLINE]
        yield inline, self._views, inline * 16 + begins.start, lengths[inline]
        outside = there[lengths[there] > _INLINE]
        if not len(outside):
            return
        entries = self._numbers[first:last][outside]
        for number in np.unique(entries[:, 2]).tolist() if len(self._buffers) > 1 else [0]:
            mine = slice(None) if len(self._buffers) == 1 else entries[:, 2] == number
            yield (
                outside[mine],
                self._buffers[number],
                self._places(entries[mine]),
                entries[mine, 0],
            )

    def _places(self, entries: Array) -> Array:
        """Return the starts of rows in their buffer, or in all buffers joined."""
        offsets = entries[:, 3].astype(np.int64)
        return offsets + self._ends[entries[:, 2]] if len(self._buffers) == 1 else offsets

    def text(self, row: int, /) -> str | None:
        """Return a row, None if it is null."""
        if self._valid is not None and not self._valid[row]:
            return None
        length, _, number, offset = map(int, self._numbers[row])
        data, first = self._views, row * 16 + 4
        if length > _INLINE:
            joined = len(self._buffers) == 1
            data, first = (
                self._buffers[0 if joined else number],
                offset + int(self._ends[number]) * joined,
            )
        return data[first : first + length].tobytes().decode(errors="replace")

    def keys(self, rows: Array, /) -> list[Hashable]:
        """Return the bytes of each row, none of which is null."""
        entries = self._numbers[rows]
        lengths = entries[:, 0].astype(np.int64)
        if len(rows) and (lengths <= _INLINE).all():
            return _cut(self._views, rows * 16 + 4, lengths)
        if len(rows) and (lengths > _INLINE).all() and len(self._buffers) == 1:
            return _cut(self._buffers[0], self._places(entries), lengths)
        return [self.text(row) for row in rows.tolist()]

    def encode(self, text: str, /) -> bytes:
        """Return UTF-8."""
        return text.encode(errors="replace")


def _text(row: int, value: object) -> str:
    if isinstance(value, str):
        return value
    try:
        is_missing = value is None or bool(value != value)  # noqa: PLR0124
    except (ArithmeticError, TypeError, ValueError):  # a signalling NaN, pandas' NA, an array
        is_missing = False
    if is_missing:
        return ""
    raise TypeError(f"row {row}: text must be a str, got {shown(value)} ({type(value).__name__})")


def _cut(data: NDArray[np.uint8], starts: Array, lengths: Array) -> list[Hashable]:
    """Return the bytes of rows, all at once if they have one length."""
    length = int(lengths[0]) if len(lengths) else 0
    if length and (lengths == length).all():
        every = np.ndarray((len(data) - length + 1,), f"V{length}", data, 0, (1,))
        return list(every[starts].tolist())
    ends = (starts + lengths).tolist()
    return [data[start:end].tobytes() for start, end in zip(starts.tolist(), ends, strict=True)]


def _fixed(block: Array) -> TextBlock:
    width = block.dtype.itemsize
    return (
        slice(None),
        block.view(np.uint8) if width else _NOTHING,
        _steps(0, len(block), width),
        width,
    )


def _steps(first: int, count: int, step: int) -> range:
    """Return a range of `count` numbers; for rows without bytes they increase as well."""
    return range(first, first + count * (step or 1), step or 1)


def _there(valid: Array | None, first: int, last: int) -> Array | slice:
    """Return the rows of a range that are not null; a slice if all are."""
    if valid is None or valid[first:last].all():
        return slice(None)
    return np.flatnonzero(valid[first:last])


def _codes() -> NDArray[np.uint8]:
    codes = np.full(0x10000, _OTHER, np.uint8)
    codes[:0x80] = np.arange(0x80)
    codes[0x660:0x66A] = np.arange(0xA0, 0xAA)
    codes[0x6F0:0x6FA] = np.arange(0xB0, 0xBA)
    others = [*BIDI_MARKS, *map(ord, _MARKS + _LETTERS)]
    free = [*range(0x80, 0xA0), *range(0xAA, 0xB0), *range(0xBA, _OTHER)]
    codes[others] = free[: len(others)]
    return codes


# characters of dates that are not letters, and letters in the words for "at", AM and PM
_MARKS = "".join(
    map(
        chr,
        (
            0x2044,
            0x2215,
            0x60D,
            0xFF0F,
            0x66B,
            *range(0x2010, 0x2016),
            0x2212,
            0xA0,
            0x200C,
            0x60C,
            0x61B,
        ),
    )
)
_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگیۀەێۆڵڕ"
_INLINE = 12
_NOTHING = np.empty(0, np.uint8)
_JOINED = 1 << 25  # bytes of buffers that are joined: many small ones are slow to read
_OTHER = 0xFF
_CODES = _codes()
