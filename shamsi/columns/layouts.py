"""The layouts of dates in numbers: which digit of a row is what, learnt from the text of one row.

Which digits stand in a text never changes how it is read, only where they stand. So the layout of
one row holds for every row that has the same other bytes and digits of the same scripts at the same
places, and what is left to find out of a row's digits is whether they name a day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from shamsi._errors import ShamsiError
from shamsi.columns.cells import CellOptions
from shamsi.columns.digit_layouts import Digit, Word, words_of
from shamsi.formats import clock_times, numbers
from shamsi.formats.numeric import plain

Encode: TypeAlias = Callable[[str], bytes]
_Worths: TypeAlias = list[tuple[int, int]]  # of each digit: its worth, and the most of its field

LEAST = 6  # no date has fewer bytes
CLOCK_BIT = 23  # of a total: the time in microseconds from here on, below it the day's fields
_DIGITS = frozenset(chr(zero + n) for zero in (0x30, 0x660, 0x6F0) for n in range(10))
_YEAR, _MONTH, _DAY = 1 << 9, 1 << 5, 1
_SECOND = 1_000_000
_CLOCK = ((3600 * _SECOND, 23), (60 * _SECOND, 59), (_SECOND, 59))


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one layout are read.

    `words` make its total, ``year << 9 | month << 5 | day``, with the time of day from CLOCK_BIT on
    if it `has_clock`; `half` is 0 or 1 if the hour is one of AM or PM. The year may be `short` or
    `last`, and an `american` date has its month first. Rows of a layout that is `refused` are never
    dates: it takes those that have the shape, when the layouts that are dates took theirs.
    """

    words: tuple[Word, ...]
    is_short: bool = False
    is_last: bool = False
    is_american: bool = False
    is_refused: bool = False
    has_clock: bool = False
    half: int | None = None

    @property
    def rank(self) -> int:
        """The place among the layouts of the same shape, which are tried in this order."""
        return 2 if self.is_refused else int(self.is_american)


def layouts_of(
    text: str, row: bytes, encode: Encode, options: CellOptions, /
) -> tuple[Layout, ...]:
    """Return the layouts of a text in the bytes of its row, padded with NUL.

    Those of one text have the same shape, and one of them takes every row that has it. None of them
    is the layout of a text with words, or without digits. It is not checked whether the day exists.

    >>> first, last = layouts_of("1404/05/18", b"1404/05/18", str.encode, CellOptions())
    >>> [(word.offset, word.width) for word in first.words], last.is_refused
    ([(0, 2), (2, 8)], True)
    """
    places = [at for at, each in enumerate(text) if each in _DIGITS]
    if not places or len(row) < LEAST or encode(text).ljust(len(row), b"\0") != row:
        return ()
    found = list(_readings(text, options))
    at = [len(encode(text[: place + 1])) - 1 for place in places]
    made: list[Layout] = []
    for layout, worths in found:
        placed = zip(at, worths or [(0, 0)] * len(at), strict=True)
        words = words_of(row, [Digit(place, *worth) for place, worth in placed])
        if words is None:
            return ()
        made.append(replace(layout, words=words))
    return tuple(made)


def _readings(text: str, options: CellOptions) -> Iterator[tuple[Layout, _Worths]]:
    """Yield the ways to read a text, without their words; none if it needs more than its shape."""
    latin = plain(text)
    refused = Layout((), is_refused=True), list[tuple[int, int]]()
    try:
        clock = clock_times.located(latin)
    except ShamsiError:
        yield refused
        return
    if clock is not None and options.times == "refuse":
        yield refused
        return
    rest = latin if clock is None else clock.rest
    if not numbers.is_numeric(rest):
        return
    parts = numbers.parts(rest)
    if parts is None or not _is_readable(parts, options):
        yield refused
        return
    first, second, third = parts
    is_last = len(third) == 4 and len(first) < 3
    if is_last and len(second) > 2:  # "5/005/1402" is one more
        return
    layout = Layout(
        (),
        is_short=not is_last and len(first) == 2,
        is_last=is_last,
        has_clock=clock is not None,
        half=clock and clock.half,
    )
    if not is_last:
        date = _field(first, _YEAR) + _field(second, _MONTH, 15) + _field(third, _DAY, 31)
        yield layout, _with_clock(date, latin, clock)
    else:
        has_american = options.gregorian == "pass" and options.era is None
        most, year = 12 if has_american else 15, _field(third, _YEAR)
        date = _field(first, _DAY, 31) + _field(second, _MONTH, most) + year
        yield layout, _with_clock(date, latin, clock)
        if has_american:
            date = _field(first, _MONTH, 12) + _field(second, _DAY, 31) + year
            yield replace(layout, is_american=True), _with_clock(date, latin, clock)
    yield refused


def _is_readable(parts: tuple[str, str, str], options: CellOptions) -> bool:
    """Whether the numbers of digits are those of a date, as `numbers.parse` has it."""
    first, second, third = map(len, parts)
    if third == 4 and first < 3:
        return True
    lengths = (4,) if options.century is None else (2, 4)
    return max(second, third) < 3 and first in lengths


def _field(digits: str, unit: int, most: int = 0) -> _Worths:
    """The worths of the digits of a field; a field of one digit never is too great."""
    most = most if len(digits) == 2 else 0
    return [(unit * 10**place, most) for place in reversed(range(len(digits)))]


def _with_clock(date: _Worths, latin: str, clock: clock_times.Located | None) -> _Worths:
    """The worths of a date with those of its time, which stands before or behind it."""
    if clock is None:
        return date
    worths = _Worths()
    for part, (unit, last) in enumerate(_CLOCK, 1):
        most = 12 if part == 1 and clock.half is not None else last
        worths += _field(clock.match[part] or "", unit << CLOCK_BIT, most)
    fraction = [(10**place << CLOCK_BIT, 0) for place in reversed(range(6))]
    worths += [*fraction, (0, 0), (0, 0), (0, 0)][: len(clock.match[4] or "")]
    is_first = not any(each in _DIGITS for each in latin[: clock.match.start()])
    return [*worths, *date] if is_first else [*date, *worths]
