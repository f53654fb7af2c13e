"""Texts without a layout, such as those with words: each different one is read once."""

from collections.abc import Callable, Hashable, Iterable

import numpy as np

from shamsi._errors import ShamsiError
from shamsi.columns.blocks import Array
from shamsi.columns.cells import CellOptions, read_text
from shamsi.columns.table import NO_DAY

BLANK = NO_DAY + 1  # a text that is missing
_REMEMBERED = 1 << 17


class DistinctTexts:
    """What each different text of a column is, by the scalar reader."""

    def __init__(self, options: CellOptions) -> None:
        self._options = options
        self._places: dict[Hashable, int] = {}
        self._days: list[int] = []
        self._clocks: list[int] = []
        self._made: tuple[Array, Array] = np.empty(0, np.int32), np.empty(0, np.int64)

    def read(
        self, keys: list[Hashable], text_of: Callable[[int], str | None], /
    ) -> tuple[Array, Array]:
        """Return the day and the microseconds of each key; `text_of` gives the text of a row.

        A text that is not a date is NO_DAY, one that is missing BLANK.

        >>> texts = ["12 Mordad 1402", "soon", ""]
        >>> days, _ = DistinctTexts(CellOptions()).read(list(texts), texts.__getitem__)
        >>> days[0], days[1] == NO_DAY, days[2] == BLANK
        (np.int32(19572), np.True_, np.True_)
        """
        if len(self._places) + len(keys) > _REMEMBERED:
            for each in (self._places, self._days, self._clocks):
                each.clear()
            self._made = self._made[0][:0], self._made[1][:0]
        found = list(map(self._places.get, keys))
        if None in found:
            self._learn(
                ((keys[row], row) for row, each in enumerate(found) if each is None), text_of
            )
            found = list(map(self._places.get, keys))
        places = np.array(found, np.intp)
        if len(self._made[0]) < len(self._days):
            self._made = np.array(self._days, np.int32), np.array(self._clocks, np.int64)
        days, clocks = self._made
        return days[places], clocks[places]

    def _learn(
        self, new: Iterable[tuple[Hashable, int]], text_of: Callable[[int], str | None]
    ) -> None:
        for key, row in new:
            if key not in self._places:
                day, clock = self._cell(text_of(row))
                self._places[key] = len(self._days)
                self._days.append(day)
                self._clocks.append(clock)

    def _cell(self, text: str | None) -> tuple[int, int]:
        try:
            return read_text(text or "", self._options) or (BLANK, 0)
        except ShamsiError:
            return NO_DAY, 0
