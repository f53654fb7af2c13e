"""Rows of text to days: each by the layout of an earlier row, eight bytes at a time.

Rows of one length are read together by the layouts that rows of this length had, and rows that are
left show new ones. Rows without a layout, such as words, are read once for each different text.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.blocks import Array
from shamsi.columns.buffers import BLOCK
from shamsi.columns.cells import CellOptions
from shamsi.columns.distinct_texts import BLANK, DistinctTexts
from shamsi.columns.field_days import clock_of, days_of_layout
from shamsi.columns.layouts import LEAST, Layout, layouts_of
from shamsi.columns.table import NO_DAY
from shamsi.columns.text_column import Starts, TextColumn
from shamsi.columns.totals import Totals

_LONGEST = 64  # bytes of a row that may have a layout
_LAYOUTS = 48  # of one length; rows with further layouts are read as different texts
_TRIES = 3  # rows without a layout in a block, until all that are left are read as different texts
_KEPT = 256
# of the last columns, by the kind of text, the length and the options
_recent: dict[tuple[type[TextColumn], int, CellOptions], list[Layout]] = {}


@dataclass(slots=True)
class _Target:
    """Where days and times go: blocks of the column that begin at a row."""

    first: int
    days: Array
    clock: Array | None


@dataclass(slots=True)
class _Rows:
    """Rows of one length that are still to be read: their bytes, and their places in a target."""

    length: int
    data: NDArray[np.uint8]
    begins: range
    places: Array | slice

    def __len__(self) -> int:
        return len(self.begins)

    def at(self) -> Array:
        if isinstance(self.places, slice):
            first: int = self.places.start
            last: int = self.places.stop
            return np.arange(first, last)
        return self.places

    def only(self, these: Array) -> "_Rows":
        begins = self.begins
        every = np.ndarray(
            (len(begins),), f"V{self.length}", self.data, begins.start, (begins.step,)
        )
        data, begins = _together(every, these, self.length)
        return _Rows(self.length, data, begins, self.at()[these])


@dataclass(slots=True)
class _Known:
    """A layout, and how many rows of the column have it."""

    layout: Layout
    rows: int = 0

    def order(self) -> tuple[int, int]:
        return self.layout.rank, -self.rows


class RowReader:
    """The state of reading a column: the layouts of its rows, and the texts without one."""

    def __init__(
        self, texts: TextColumn, options: CellOptions, found: Array, totals: Totals
    ) -> None:
        self._texts, self._options = texts, options
        self._known: dict[int, list[_Known]] = {}  # by the length of their rows
        self._distinct = DistinctTexts(options)
        # of padded rows, as long as most have it
        self._usual: _Known | None = None
        self._is_mixed = False
        self._found, self._totals = found, totals

    def read(self, first: int, block: Array, clock: Array | None, /) -> NDArray[np.int64]:
        """Write the days of the rows from one on, and their times; return the rows rejected.

        Both are blocks of the column, int32 and int64. Rejected rows count from the first.
        """
        block.fill(BLANK)
        target = _Target(first, block, clock if self._options.times == "keep" else None)
        for places, data, starts, lengths in self._texts.blocks(first, first + len(block)):
            if not isinstance(lengths, int):
                self._read_lengths(places, data, starts, lengths, target)
            elif lengths:
                self._read_fixed(places, data, starts, lengths, target)
        if block.min(initial=0) > BLANK:
            return np.empty(0, np.int64)
        rejected = np.flatnonzero(block == NO_DAY)
        block[block == BLANK] = NO_DAY
        if target.clock is not None:
            target.clock[rejected] = 0
        return rejected

    def keep(self) -> None:
        """Keep layouts for the next column of this kind: the batches of a stream are columns."""
        if len(_recent) > _KEPT:
            _recent.clear()
        for length, known in self._known.items():
            layouts = [each.layout for each in known if each.rows and not each.layout.rank]
            _recent[type(self._texts), length, self._options] = layouts

    def _read_lengths(
        self,
        places: Array | slice,
        data: NDArray[np.uint8],
        starts: Starts,
        lengths: Array,
        target: _Target,
    ) -> None:
        """Read rows of many lengths, those of one length together."""
        short = np.empty(len(lengths), np.uint8)
        np.minimum(lengths, _LONGEST + 1, out=short, casting="unsafe")
        present = np.zeros(_LONGEST + 2, np.bool_)
        present[short] = True  # takes half the time of bincount
        for length in np.flatnonzero(present).tolist():
            group = np.flatnonzero(short == length)
            if not length:
                target.days[group if isinstance(places, slice) else places[group]] = BLANK
                continue
            for begin in range(0, len(group), BLOCK):
                these = group[begin : begin + BLOCK]
                there = these if isinstance(places, slice) else places[these]
                if length > _LONGEST:
                    self._read_distinct(there, target)
                else:
                    rows = _gathered(length, data, starts, these)
                    self._read(_Rows(length, *rows, there), target)

    def _read_fixed(
        self,
        places: Array | slice,
        data: NDArray[np.uint8],
        starts: Starts,
        length: int,
        target: _Target,
    ) -> None:
        """Read rows of one length, or padded to one."""
        for begin in range(0, len(starts), BLOCK):
            some = starts[begin : begin + BLOCK]
            end = begin + len(some)
            there = slice(begin, end) if isinstance(places, slice) else places[begin:end]
            if length > _LONGEST and not self._texts.is_padded:
                self._read_distinct(_Rows(length, data, range(0), there).at(), target)
                continue
            if isinstance(some, range):
                rows = _Rows(length, data, some, there)
            else:
                rows = _Rows(length, *_gathered(length, data, some, slice(None)), there)
            if self._texts.is_padded:
                self._read_padded(rows, target)
            else:
                self._read(rows, target)

    def _read_padded(self, rows: _Rows, target: _Target) -> None:
        """Read rows padded to one length: by one layout, and those left by their true lengths."""
        usual = self._usual
        if usual is None and not self._is_mixed and rows.length <= _LONGEST:
            usual = self._usual = next(iter(self._learn(rows, 0, target)), None)
        if usual is not None:
            count = len(rows)
            rows = self._try(usual, rows, target)
            if not len(rows):
                return
            self._usual = usual if 2 * len(rows) < count else None
        self._is_mixed = self._usual is None
        begins = rows.begins
        every = np.ndarray(
            (len(begins),), f"S{rows.length}", rows.data, begins.start, (begins.step,)
        )
        self._read_lengths(rows.at(), rows.data, begins, np.char.str_len(every), target)

    def _read(self, rows: _Rows, target: _Target) -> None:
        """Read rows of one length by known layouts, then by those of rows left."""
        known = self._layouts(rows.length)
        for each in known:
            rows = self._try(each, rows, target)
            if not len(rows):
                break
        tries = _TRIES
        while len(rows):
            had = {each.layout for each in known}
            learnt = self._learn(rows, len(known), target) if tries else []
            learnt = [each for each in learnt if each.layout not in had]
            known += learnt
            for each in learnt:
                rows = self._try(each, rows, target) if len(rows) else rows
            if not learnt:
                tries -= 1
                count = 1 if tries > 0 else len(rows)
                self._read_distinct(rows.at()[:count], target)
                rows = rows.only(np.arange(count, len(rows)))
        known.sort(key=_Known.order)

    def _layouts(self, length: int) -> list[_Known]:
        """Return the layouts of a length in this column, or in the last column of the same kind."""
        if length not in self._known:
            recent = _recent.get((type(self._texts), length, self._options), ())
            self._known[length] = [_Known(each) for each in recent]
        return self._known[length]

    def _learn(self, rows: _Rows, known: int, target: _Target) -> list[_Known]:
        """Return the layouts of the first row; none if it has none, or there are too many."""
        if not LEAST <= rows.length <= _LONGEST or known >= _LAYOUTS:
            return []
        text = self._texts.text(target.first + int(rows.at()[0]))
        begin = rows.begins[0]
        row = rows.data[begin : begin + rows.length].tobytes()
        return [
            _Known(each) for each in layouts_of(text or "", row, self._texts.encode, self._options)
        ]

    def _try(self, known: _Known, rows: _Rows, target: _Target) -> _Rows:
        """Read the rows that have a layout, and return the others."""
        layout, count = known.layout, len(rows)
        total, fault = self._totals.of(layout.words, rows.data, rows.begins)
        fields, left = total.view(np.int64), np.empty(0, np.intp)
        if fault is not None:
            left = np.flatnonzero(fault)
            if len(left) == count:
                return rows
            fields[left] = 0
        if layout.has_clock:
            clock = clock_of(fields, layout.half)
            if target.clock is not None:
                target.clock[rows.places] = clock
        direct = isinstance(rows.places, slice)
        found = target.days[rows.places] if direct else self._found[:count]
        days_of_layout(fields, layout, self._options, found)
        if not direct:
            target.days[rows.places] = found
        known.rows += count - len(left)
        return rows.only(left) if len(left) else _Rows(rows.length, rows.data, range(0), left)

    def _read_distinct(self, places: Array, target: _Target) -> None:
        """Read rows as different texts."""
        rows = places + target.first
        days, clock = self._distinct.read(
            self._texts.keys(rows), lambda row: self._texts.text(int(rows[row]))
        )
        target.days[places] = days
        if target.clock is not None:
            target.clock[places] = clock


def _gathered(
    length: int, data: NDArray[np.uint8], starts: Starts, these: Array | slice
) -> tuple[NDArray[np.uint8], range]:
    """Return the bytes of rows one behind the other, and where they begin."""
    begins = np.asarray(these) if isinstance(starts, range) else starts[these]
    if isinstance(starts, range):
        begins = begins * starts.step + starts.start
    every = np.ndarray((len(data) - length + 1,), f"V{length}", data, 0, (1,))
    return _together(every, begins, length)


def _together(every: Array, these: Array, length: int) -> tuple[NDArray[np.uint8], range]:
    gathered = every[these].view(np.uint8)
    return gathered, range(0, len(gathered), length)
