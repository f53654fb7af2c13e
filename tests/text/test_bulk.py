"""Blocks of texts: limited in number and length, in order, and complete as early as possible."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shamsi.text.bulk import MOST, blocks

LONGEST = 1 << 18


@given(st.lists(st.integers(0, 2 * LONGEST), max_size=200), st.sampled_from([1, 2, MOST]))
def test_blocks_hold_all_items_in_order_and_are_bounded(lengths: list[int], most: int) -> None:
    found = list(blocks(lengths, int, most))
    assert [length for block in found for length in block] == lengths
    for block in found:
        assert 1 <= len(block) <= most
        assert sum(block[:-1]) < LONGEST
    for block in found[:-1]:
        assert len(block) == most or sum(block) >= LONGEST


@pytest.mark.parametrize(("length", "taken"), [(1, MOST), (LONGEST, 1), (LONGEST // 3 + 1, 3)])
def test_a_full_block_waits_for_no_other_item(length: int, taken: int) -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1_000):
            asked.append(number)
            yield length

    assert len(next(blocks(items(), int))) == len(asked) == taken
