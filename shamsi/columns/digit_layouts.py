"""The layout of a numeric date in bytes, as arithmetic that reads eight bytes of a row at once.

A layout is learnt from one row of text and tried on all others of its length. A byte is either a
digit or must equal the byte of that row: ``word ^ expected`` is 0..9 for digits and 0 elsewhere,
and an addition that lifts the least wrong value of each byte to 128 shows all faults in the high
bits. Digits become pairs in one step, ``10 * word + (word >> gap)``, and one multiplication moves
pairs to their places in ``year << 9 | month << 5 | day`` if their products do not overlap.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from shamsi._errors import ParseError
from shamsi.formats.numeric import parse_fields, plain

Encode: TypeAlias = Callable[[str], bytes]

LEAST = 8  # no date has fewer bytes
# the worth of a digit, by its number
_WORTHS = ((1000 << 9, 100 << 9, 10 << 9, 1 << 9), (10 << 5, 1 << 5), (10, 1))
_TENS = (10 << 5, 10)
_MOST = {1 << 5: 15, 1: 31}  # a month and a day that would overflow are faults
_PAIR = 99


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a word: ``((value & mask) >> before) * factor >> after``, of pairs if `gap` > 0.

    Adding `limit` to the masked value sets a high bit if a month or a day is too great.
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

    @property
    def most(self) -> int:
        return _PAIR if self.gap else 9

    @property
    def limit(self) -> int:
        return 0x7F - _MOST[self.worth] << self.at if self.gap and self.worth in _MOST else 0


def layout_of(text: str, length: int, encode: Encode, /) -> tuple[Word, ...] | None:
    """Return the layout of a numeric date in a row of `length` bytes; None for any other text.

    The row is padded with NUL. It is not checked whether the day exists.

    >>> [(word.offset, word.width) for word in layout_of("1404/05/18", 10, str.encode) or ()]
    [(0, 2), (2, 8)]
    """
    try:
        parse_fields(text, example="1403-12-30")
    except ParseError:
        return None
    digits = [len(encode(text[: at + 1])) - 1 for at, each in enumerate(text) if each.isdigit()]
    row = bytearray(encode(text).ljust(length, b"\0"))
    for at in digits:
        row[at] &= 0xF0  # the digit 0 of the same script: their codes end in 30, B0 and A0
    worths = dict(zip(digits, _worths(plain(text)), strict=True))
    together = [(at, other) for at, other in pairwise(digits) if worths[at] in _TENS]
    cover = list(_cover(length))
    for at, other in together:
        if other - at >= LEAST:
            return None
        if not any(_holds(place, at, other) for place in cover):
            cover.append((min(at, length - 8), 8))
    owners = {at: next(place for place in cover if _holds(place, at, at)) for at in digits}
    for at, other in together:
        owners[at] = owners[other] = next(place for place in cover if _holds(place, at, other))
    return tuple(
        _word(
            bytes(row),
            digits,
            {at: worth for at, worth in worths.items() if owners[at] == place},
            *place,
        )
        for place in cover
    )


def _worths(text: str) -> Iterator[int]:
    runs = "".join(each if each.isdigit() else " " for each in text).split()
    for run, worths in zip(runs, _WORTHS, strict=True):
        yield from worths[len(worths) - len(run) :]


def _cover(length: int) -> Iterator[tuple[int, int]]:
    """Yield offset and width of the words that cover a row.

    A narrow word for the remainder comes first, then words of eight bytes.
    """
    rest = length % 8
    if rest:
        yield 0, 2 if rest < 3 else 4 if rest < 5 else 8
    for offset in range(rest, length, 8):
        yield offset, 8


def _holds(place: tuple[int, int], first: int, last: int) -> bool:
    offset, width = place
    return offset <= first and last < offset + width


def _word(row: bytes, digits: list[int], worths: dict[int, int], offset: int, width: int) -> Word:
    """Return the word at an offset, with the digits whose worths are given."""
    places = range(offset, offset + width)
    return Word(
        offset,
        width,
        int.from_bytes(row[offset : offset + width], "little"),
        int.from_bytes(bytes(0x76 if at in digits else 0x7F for at in places), "little"),
        tuple(_parts(list(_items({at - offset: worth for at, worth in worths.items()})), width)),
    )


def _items(worths: dict[int, int]) -> Iterator[_Item]:
    """Yield the digits of a word, neighbours within one number as pairs."""
    places = iter(sorted(worths))
    at = next(places, None)
    while at is not None:
        other = next(places, None)
        if other is not None and worths[at] == 10 * worths[other]:
            yield _Item(8 * (other - at), 8 * at, worths[other])
            other = next(places, None)
        else:
            yield _Item(0, 8 * at, worths[at])
        at = other


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
    top = 64 - sum(item.most * item.worth for item in group).bit_length()
    if any(item.at > top for item in group):
        return None
    below = 0
    for item in group:
        for other in group:
            place = top - other.at + item.at  # where the other's multiplier moves the item
            if item.at < other.at:
                below += item.most * other.worth << place
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
