"""Group many texts into blocks that are read together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

MOST = 64  # items of a block
_LONGEST = 1 << 18  # characters of a block, which may then have fewer items

Item = TypeVar("Item")


def blocks(
    items: Iterable[Item], length: Callable[[Item], int], most: int = MOST
) -> Iterator[list[Item]]:
    """Yield blocks of items in order. A block ends at a number of items or of characters.

    >>> [len(block) for block in blocks(["a"] * 100, len)]
    [64, 36]
    >>> [len(block) for block in blocks(["a" * 100_000] * 4, len)]
    [3, 1]
    """
    block: list[Item] = []
    total = 0
    for item in items:
        block.append(item)
        total += length(item)
        if len(block) >= most or total >= _LONGEST:
            yield block
            block, total = [], 0
    if block:
        yield block
