"""The totals of rows by their words: the arithmetic of `digit_layouts`, on many rows at once."""

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.blocks import Array
from shamsi.columns.digit_layouts import Part, Word

NAMES = ("word", "fault", "pairs", "part", "sum", "place")  # the buffers for one word
_HIGH = {2: 0x8080, 4: 0x80808080, 8: 0x8080808080808080}


class Totals:
    """Adds up rows in scratch memory: eight bytes of each row of a block for every one of NAMES."""

    def __init__(self, scratch: dict[str, Array]) -> None:
        self._scratch = scratch

    def of(
        self, words: tuple[Word, ...], data: NDArray[np.uint8], begins: range, /
    ) -> tuple[Array, Array | None]:
        """Return the total of every row, uint64, and which rows do not have the words, if any.

        The total of these is arbitrary.
        """
        total, fault = self._array("sum", len(begins), 8), None
        fresh = True
        for word in words:
            faults = self._add(word, self._load(word, data, begins), total, fresh=fresh)
            fresh = fresh and not word.parts
            if faults is not None:
                fault = faults if fault is None else fault | faults
        if fresh:
            total.fill(0)
        return total, fault

    def _load(self, word: Word, data: Array, begins: range) -> Array:
        """Return the word of every row, as a copy."""
        target = self._array("word", len(begins), word.width)
        target[...] = np.ndarray(
            (len(begins),), target.dtype, data, begins.start + word.offset, (begins.step,)
        )
        return target

    def _add(self, word: Word, value: Array, total: Array, *, fresh: bool) -> Array | None:
        """Add the value of a word to the total, and return the rows without its layout, if any."""
        value ^= word.expected
        fault = np.add(value, word.surplus, out=self._array("fault", len(value), word.width))
        fault |= value
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
