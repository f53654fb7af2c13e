"""Text in columns to days: each row by the layout of an earlier row, eight bytes at a time."""

from collections.abc import Iterator
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi._errors import ShamsiError
from shamsi.calendar.kernel import days, is_valid
from shamsi.columns.blocks import Array, Fault, write_days
from shamsi.columns.buffers import BLOCK, borrowed
from shamsi.columns.cells import CellOptions, read_text
from shamsi.columns.digit_layouts import LEAST, Part, Word, layout_of
from shamsi.columns.table import NO_DAY, days_by_fields
from shamsi.formats.numeric import GREGORIAN_YEARS, parse_numeric, refusal

Starts: TypeAlias = Array | range
# rows; bytes; their starts and lengths
TextBlock: TypeAlias = tuple[Array | slice, NDArray[np.uint8], Starts, Array | int]

_LONGEST = 64  # bytes of a row that may have a layout
_LAYOUTS = 32  # of one length; rows with further layouts are read one by one
_REMEMBERED = 1 << 16
_GREGORIAN = days(GREGORIAN_YEARS.start, 1, 1), days(GREGORIAN_YEARS.stop, 1, 1) - 1
_Layout: TypeAlias = tuple[Word, ...]
_NAMES = ("word", "fault", "pairs", "part", "sum", "place")  # the buffers for one word
_NONE = np.empty(0, np.int64)
# at most 64 lengths of four kinds of text
_recent: "dict[tuple[type[TextColumn], int], list[_Layout]]" = {}
_HIGH = {2: 0x8080, 4: 0x80808080, 8: 0x8080808080808080}


class TextColumn(Protocol):
    """A column of text by its bytes in memory."""

    def __len__(self) -> int: ...

    def blocks(self, first: int, last: int, /) -> Iterator[TextBlock]:
        """Yield the rows of a range, without those that are missing."""
        ...

    def text(self, row: int, /) -> str | None:
        """Return a row, None if it is missing."""
        ...

    def encode(self, text: str, /) -> bytes:
        """Return the bytes of a text as a row would hold them; b"" if it cannot."""
        ...


def read(texts: TextColumn, out: Array, /, *, strict: bool = False) -> Fault | None:
    """Write the day of every row into datetime64[D] or int32.

    A row that is missing or not a date is NaT, in int32 NO_DAY. A date is three numbers, year
    first, in any of three digit sets with ``-``, ``/`` or ``.`` between. If strict, returns the
    first row that is text and not a date; otherwise None.

    >>> from shamsi.columns.text_buffers import ByteTexts
    >>> out = np.zeros(2, "datetime64[D]")
    >>> read(ByteTexts(np.array([b"1404/05/18", b"1404/13/01"])), out)
    >>> out.astype(str).tolist()
    ['2025-08-09', 'NaT']
    """
    target = out.view(np.int64) if out.dtype.kind == "M" else out
    with borrowed(np.int32, np.int32, *[np.uint64] * len(_NAMES)) as (numbers, found, *words):
        reader = _Reader(texts, found, dict(zip(_NAMES, words, strict=True)))
        for first in range(0, len(texts), BLOCK):
            piece = target[first : first + BLOCK]
            block = numbers[: len(piece)] if target.dtype == np.int64 else piece
            block.fill(NO_DAY)
            for part in texts.blocks(first, first + len(block)):
                reader.read(first, part, block)
            if write_days(block, piece) and strict:
                for row in np.flatnonzero(block == NO_DAY) + first:
                    text = texts.text(int(row))
                    if text is not None:
                        return int(row), _error(text)
        reader.keep()
    return None


def read_cells(
    texts: TextColumn, options: CellOptions, days: Array, clock: Array | None = None, /
) -> NDArray[np.int64]:
    """Write the day of every row into int32 or datetime64[D], and return the rows rejected.

    A row is read as by `cells.read_text`. A row that is missing, blank or rejected is NO_DAY, or
    NaT; the rows rejected are in order. `clock` (int64), if given, takes the microseconds since
    midnight, 0 where there is no day.

    >>> from shamsi.columns.text_buffers import ByteTexts
    >>> days = np.zeros(3, "datetime64[D]")
    >>> read_cells(ByteTexts(np.array([b"1404/05/18", b"", b"1404/13/01"])), CellOptions(), days)
    array([2])
    >>> days.astype(str).tolist()
    ['2025-08-09', 'NaT', 'NaT']
    """
    numbers = np.full(len(texts), NO_DAY, np.int32)
    rejected: list[int] = []
    if clock is not None:
        clock.fill(0)
    for row in range(len(texts)):
        try:
            cell = read_text(texts.text(row) or "", options)
        except ShamsiError:
            rejected.append(row)
            continue
        if cell is not None:
            numbers[row] = cell.day
            if clock is not None:
                clock[row] = cell.microseconds
    write_days(numbers, days.view(np.int64) if days.dtype.kind == "M" else days)
    if days.dtype == np.int32:
        days[...] = numbers
    return np.array(rejected, np.int64)


class _Reader:
    """The state of reading a column: the layouts of its rows, and the days of rows without one."""

    def __init__(self, texts: TextColumn, found: Array, scratch: dict[str, Array]) -> None:
        self._texts = texts
        # by length, and whether any row has them
        self._layouts: dict[int, dict[_Layout, bool]] = {}
        self._numbers: dict[str, int] = {}
        self._found, self._scratch = found, scratch

    def read(self, first: int, piece: TextBlock, block: Array) -> None:
        """Read text into its rows of the block, which begins at the column's row `first`."""
        rows, data, starts, lengths = piece
        if isinstance(rows, slice) and isinstance(lengths, int):
            self._read_length(lengths, data, starts, block, first)
            return
        places = np.arange(len(block))[rows]
        if isinstance(lengths, int):
            lengths = np.full(len(places), lengths)
        for length in np.flatnonzero(np.bincount(np.minimum(lengths, _LONGEST + 1))).tolist():
            these = np.flatnonzero(lengths == length if length <= _LONGEST else lengths > _LONGEST)
            numbers = np.full(len(these), NO_DAY, np.int32)
            self._read_length(length, data, _of(starts, these), numbers, places[these] + first)
            block[places[these]] = numbers

    def _read_length(
        self, length: int, data: Array, starts: Starts, numbers: Array, places: Array | int
    ) -> None:
        """Read rows of one length into `numbers`, by known layouts, then by those of rows left.

        `places` are the rows in the column, or the first row if they are consecutive.
        """
        known = self._known(length)
        left: Array | None = None
        for layout in known:
            before = len(starts) if left is None else len(left)
            left = self._try(layout, data, starts, left, numbers)
            known[layout] |= len(left) < before
            if not len(left):
                return
        left = np.arange(len(starts)) if left is None else left
        while len(left):
            row = int(left[0])
            text = (
                self._texts.text(places + row if isinstance(places, int) else int(places[row]))
                or ""
            )
            learnt = (
                self._learn(text, length)
                if LEAST <= length <= _LONGEST and len(known) < _LAYOUTS
                else None
            )
            if learnt is None or learnt in known:
                numbers[row] = self._number(text)
                left = left[1:]
            else:
                known[learnt] = True
                left = self._try(learnt, data, starts, left, numbers)

    def _known(self, length: int) -> dict[_Layout, bool]:
        """Return the layouts of a length in this column, or in the last column of the same kind."""
        if length not in self._layouts:
            self._layouts[length] = dict.fromkeys(
                _recent.get((type(self._texts), length), ()), False
            )
        return self._layouts[length]

    def keep(self) -> None:
        """Keep layouts for the next column of this kind: the batches of a stream are columns."""
        for length, known in self._layouts.items():
            _recent[type(self._texts), length] = [layout for layout, had in known.items() if had]

    def _learn(self, text: str, length: int) -> _Layout | None:
        if text in self._numbers or not self._texts.encode(text):
            return None
        return layout_of(text, length, self._texts.encode)

    def _number(self, text: str) -> int:
        """Return the number of a text whose layout is not kept."""
        number = self._numbers.get(text)
        if number is None:
            number = _day(text)
            if len(self._numbers) < _REMEMBERED:
                self._numbers[text] = number
        return number

    def _try(
        self, layout: _Layout, data: Array, starts: Starts, these: Array | None, numbers: Array
    ) -> Array:
        """Read the rows that have a layout, and return the others."""
        begins = starts if these is None else _of(starts, these)
        total, fault = self._array("sum", len(begins), 8), None
        for word in layout:
            faults = self._add(word, self._load(word, data, begins), total, fresh=word is layout[0])
            if faults is not None:
                fault = faults if fault is None else fault | faults
        index = total.view(np.int64)
        if fault is not None:
            index[fault] = 0
        found = days_by_fields().take(
            index, out=numbers if these is None else self._found[: len(begins)], mode="clip"
        )
        if found.max() >= _GREGORIAN[0]:
            found[(found >= _GREGORIAN[0]) & (found <= _GREGORIAN[1])] = NO_DAY
        if these is None:
            return _NONE if fault is None else np.flatnonzero(fault)
        if fault is None:
            numbers[these] = found
            return _NONE
        numbers[these[~fault]] = found[~fault]
        return these[fault]

    def _load(self, word: Word, data: Array, begins: Starts) -> Array:
        """Return the word of every row, as a copy."""
        target = self._array("word", len(begins), word.width)
        if isinstance(begins, range):
            target[...] = np.ndarray(
                (len(begins),), target.dtype, data, begins.start + word.offset, (begins.step,)
            )
        else:
            every = np.ndarray((len(data) - word.width + 1,), target.dtype, data, 0, (1,))
            target[...] = every[begins + word.offset]
        return target

    def _add(self, word: Word, value: Array, total: Array, *, fresh: bool) -> Array | None:
        """Add the value of a word to the total, and return the rows without its layout, if any."""
        value ^= word.expected
        fault = np.add(value, word.surplus, out=self._array("fault", len(value), word.width))
        fault |= value
        if fresh and not word.parts:
            total.fill(0)
        for part in word.parts:
            taken = self._take(part, self._pairs(value, part.gap) if part.gap else value, fault)
            if fresh and part is word.parts[0]:
                total[...] = taken
            else:
                total += taken
        fault &= _HIGH[word.width]
        return fault != 0 if fault.max(initial=0) else None  # any() takes twice as long

    def _pairs(self, value: Array, gap: int) -> Array:
        pairs = np.multiply(value, 10, out=self._array("pairs", len(value), value.itemsize))
        pairs += np.right_shift(value, gap, out=self._array("part", len(value), value.itemsize))
        return pairs

    def _take(self, part: Part, value: Array, fault: Array) -> Array:
        width = value.itemsize
        taken = np.bitwise_and(value, part.mask, out=self._array("part", len(value), width))
        if part.limit:
            fault |= np.add(taken, part.limit, out=self._array("place", len(value), width))
        if part.before:
            taken >>= part.before
        if width < 8:
            place = self._array("place", len(value), 8)
            place[...] = taken
            taken = place
        taken *= part.factor
        if part.after:
            taken >>= part.after
        return taken

    def _array(self, name: str, count: int, width: int) -> Array:
        array: Array = self._scratch[name].view(f"<u{width}")[:count]
        return array


def _of(starts: Starts, rows: Array) -> Array:
    return rows * starts.step + starts.start if isinstance(starts, range) else starts[rows]


def _day(text: str) -> int:
    try:
        fields = parse_numeric(text)
    except ShamsiError:
        return NO_DAY
    return days(*fields) if is_valid(*fields) else NO_DAY


def _error(text: str) -> ShamsiError:
    """Return the error for a text that is not a date."""
    try:
        return refusal(*parse_numeric(text))
    except ShamsiError as error:
        return error
