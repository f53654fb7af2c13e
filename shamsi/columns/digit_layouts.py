"""The digits of a row of bytes as arithmetic that reads eight bytes of it at once.

Words are made from one row and tried on all others of its length. A byte is either a digit or must
equal the byte of that row: ``word ^ expected`` is 0..9 for digits and 0 elsewhere, and an addition
that lifts the least wrong value of each byte to 128 shows all faults in the high bits. Digits
become pairs in one step, ``10 * word + (word >> gap)``, and one multiplication moves pairs to their
places in the total, ``year << 9 | month << 5 | day``, if their products do not overlap.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_PAIR = 99


class Digit(NamedTuple):
    """A digit at a byte of a row: what one of it adds to the total, and the most its field holds.

    Only fields of two digits that would overflow, or have no table behind them, have a `most`; all
    their digits have the same.
    """

    at: int
    worth: int
    most: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a word: ``((value & mask) >> before) * factor >> after``, of pairs if `gap` > 0.

    Adding `limit` to the masked value sets a high bit if a field is too great.
    """

    gap: int
    mask: int
    limit: int
    before: int
    factor: int
    after: int


@dataclass(frozen=True, slots=True)
class Word:
    """Two, four or eight bytes of a row from an offset."""

    offset: int
    width: int
    expected: int
    surplus: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """One digit, or two digits `gap` bits apart, at bit `at` of a word, in units of `worth`."""

    gap: int
    at: int
    worth: int
    most: int

    @property
    def greatest(self) -> int:
        return _PAIR if self.gap else 9

    @property
    def limit(self) -> int:
        return 0x7F - self.most << self.at if self.most else 0


def words_of(row: bytes, digits: list[Digit], /) -> tuple[Word, ...] | None:
    """Return the words of a row of bytes with its digits; None if a field is spread too far.

    The row has at least five bytes.

    >>> words = words_of(b"99/7/1", [Digit(0, 10), Digit(1, 1), Digit(3, 100), Digit(5, 0)])
    >>> [(word.offset, word.width, len(word.parts)) for word in words or ()]
    [(0, 4, 2), (2, 4, 0)]
    """
    template = bytearray(row)
    for each in digits:
        template[each.at] &= 0xF0  # the digit 0 of the same script: codes end in 30, B0 and A0
    together = [
        (each.at, other.at)
        for each, other in pairwise(digits)
        if each.most and each.worth == 10 * other.worth
    ]
    cover, widest = list(_cover(len(row))), 8 if len(row) >= 8 else 4
    for at, other in together:
        if other - at >= widest:
            return None
        if not any(_holds(place, at, other) for place in cover):
            cover.append((min(at, len(row) - widest), widest))
    owners = {
        each.at: next(place for place in cover if _holds(place, each.at, each.at))
        for each in digits
    }
    for at, other in together:
        owners[at] = owners[other] = next(place for place in cover if _holds(place, at, other))
    return tuple(
        _word(template, digits, [each for each in digits if owners[each.at] == place], *place)
        for place in cover
    )


def _cover(length: int) -> Iterator[tuple[int, int]]:
    """Yield offset and width of the words that cover a row.

    A narrow word for the remainder comes first, then words of eight bytes.
    """
    if length < 8:
        yield 0, 4
        yield length - 4, 4
        return
    rest = length % 8
    if rest:
        yield 0, 2 if rest < 3 else 4 if rest < 5 else 8
    for offset in range(rest, length, 8):
        yield offset, 8


def _holds(place: tuple[int, int], first: int, last: int) -> bool:
    offset, width = place
    return offset <= first and last < offset + width


def _word(row: bytearray, digits: list[Digit], own: list[Digit], offset: int, width: int) -> Word:
    """Return the word at an offset, with the digits that it adds to the total."""
    places = {each.at for each in digits}
    surplus = bytes(0x76 if at in places else 0x7F for at in range(offset, offset + width))
    return Word(
        offset,
        width,
        int.from_bytes(row[offset : offset + width], "little"),
        int.from_bytes(surplus, "little"),
        tuple(_parts(list(_items(own, offset)), width)),
    )


def _items(digits: list[Digit], offset: int) -> Iterator[_Item]:
    """Yield the digits of a word, neighbours within one number as pairs."""
    left = [each for each in digits if each.worth]
    while left:
        digit = left.pop(0)
        at = 8 * (digit.at - offset)
        if left and digit.worth == 10 * left[0].worth:
            other = left.pop(0)
            yield _Item(8 * (other.at - digit.at), at, other.worth, other.most)
        else:
            yield _Item(0, at, digit.worth, 0)


def _parts(items: list[_Item], width: int) -> Iterator[Part]:
    """Yield the parts of a word: the first item left, with all that its multiplication can take."""
    while items:
        group = [items.pop(0)]
        for item in items[:] if width == 8 else ():
            if _merged([*group, item]):
                group.append(item)
                items.remove(item)
        yield _merged(group) or _alone(group[0])


def _alone(item: _Item) -> Part:
    mask = (0xFF if item.gap else 0xF) << item.at
    return Part(item.gap, mask, item.limit, item.at, item.worth, 0)


def _merged(group: list[_Item]) -> Part | None:
    """Return the part that takes several items at once; None if their products would overlap."""
    if len({item.gap for item in group}) > 1 or len(group) == 1:
        return None
    top = 64 - sum(item.greatest * item.worth for item in group).bit_length()
    if any(item.at > top for item in group):
        return None
    below = 0
    for item in group:
        for other in group:
            place = top - other.at + item.at  # where the other's multiplier moves the item
            if item.at < other.at:
                below += item.greatest * other.worth << place
            elif item.at > other.at and place < 64:
                return None
    if below >> top:
        return None
    return Part(
        group[0].gap,
        sum((0xFF if item.gap else 0xF) << item.at for item in group),
        sum(item.limit for item in group),
        0,
        sum(item.worth << top - item.at for item in group),
        top,
    )
