"""What a column of text is to its readers."""

from collections.abc import Hashable, Iterator
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.blocks import Array

Starts: TypeAlias = Array | range
# rows; bytes; their starts and lengths
TextBlock: TypeAlias = tuple[Array | slice, NDArray[np.uint8], Starts, Array | int]


class TextColumn(Protocol):
    """A column of text by its bytes in memory; if `is_padded`, NUL at the end is not of a text."""

    is_padded: bool

    def __len__(self) -> int: ...

    def blocks(self, first: int, last: int, /) -> Iterator[TextBlock]:
        """Yield the rows of a range, without those that are missing."""
        ...

    def text(self, row: int, /) -> str | None:
        """Return a row, None if it is missing."""
        ...

    def keys(self, rows: Array, /) -> list[Hashable]:
        """Return something for each row that is equal for equal texts."""
        ...

    def encode(self, text: str, /) -> bytes:
        """Return the bytes of a text as a row would hold them; b"" if it cannot."""
        ...
