"""Two columns that print the same days in two calendars: which rows disagree, and why."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.blocks import Array
from shamsi.columns.buffers import BLOCK
from shamsi.columns.pair_patterns import Histogram, Pattern, pattern
from shamsi.columns.pair_slips import SLIPS, slips
from shamsi.columns.table import NO_DAY, SHIFT, table

PATTERNS = ("birashk", "no-leap-years", "constant-shift")
DIAGNOSES = (*SLIPS, *PATTERNS)
_FAR = 500  # days: histograms count all rows that are further off as this far
_WIDTH = 2 * _FAR + 1


_SENTENCES = {
    "unknown": "no single slip explains it",
    "off-by-one": "one day off",
    "calque": "the name of the month was translated, not converted",
    "day-month-swap": "day and month changed places",
    "digit-swap": "two digits changed places",
    "month-slip": "one month off",
    "year-slip": "the year is wrong",
}


class Comparison(NamedTuple):
    """The rows of two columns that disagree, and how many rows were compared.

    `delta` is the other day minus the Solar one; `codes` are places in DIAGNOSES.
    """

    rows: NDArray[np.int64]
    delta: NDArray[np.int32]
    codes: NDArray[np.int8]
    compared: int
    pattern: Pattern | None

    def counts(self) -> dict[str, int]:
        """Return how many rows have each diagnosis, most first.

        >>> compare(np.array([20309, 20310]), [np.array([20318, 20310])]).counts()
        {'calque': 1}
        """
        found = np.bincount(self.codes, minlength=len(DIAGNOSES)).tolist()
        named = Counter(dict(zip(DIAGNOSES, found, strict=True)))
        return {name: count for name, count in named.most_common() if count}


def describe(diagnosis: str, found: Pattern | None = None, /) -> str:
    """Return a sentence about a diagnosis; that of a pattern names the years and the converter.

    >>> describe("calque")
    'the name of the month was translated, not converted'
    """
    if found is None or found.name != diagnosis:
        return _SENTENCES.get(diagnosis, diagnosis)
    off = {year: days for year, days in found.off.items() if days}
    if diagnosis == "birashk":
        years = ", ".join(map(str, off))
        return (
            f"a converter by Birashk's rule, whose year starts a day off in {years}; "
            "if later years are off as well, a converter without leap years"
        )
    if diagnosis == "no-leap-years":
        return f"a converter without leap years: off since {min(off) - 1}-12-30"
    (days,) = set(off.values())
    shift = f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'early' if days < 0 else 'late'}"
    zone = "; the day in UTC is not always the day in Tehran" if abs(days) == 1 else ""
    return f"the other date is {shift} in all years{zone}"


def compare(
    solar: Array,
    others: Sequence[Array],
    /,
    *,
    tolerance: int = 0,
    lunar: bool = False,
    find_pattern: Callable[[Histogram], Pattern | None] = pattern,
) -> Comparison:
    """Return the rows of day numbers that disagree by more than a tolerance.

    `others` are the same column by different reckonings: the nearest counts. A row with NO_DAY on
    either side is not compared. The slip of a single row is known for Gregorian days only. A part
    of a column takes the pattern of the whole one from `find_pattern`.

    >>> found = compare(np.array([20309, 20310]), [np.array([20318, 20310])])
    >>> found.rows.tolist(), found.delta.tolist(), found.compared
    ([0], [9], 2)
    """
    delta, there = _measured(solar, others)
    rows = np.flatnonzero(there & (np.abs(delta) > tolerance))
    codes = np.zeros(len(rows), np.int8)
    if not len(rows):
        return Comparison(rows, delta[rows], codes, int(there.sum()), None)
    if not lunar:
        codes[...] = slips(solar[rows].astype(np.int64), solar[rows] + delta[rows].astype(np.int64))
    whole = find_pattern(_histogram(solar[there], delta[there], tolerance))
    if whole:
        years = table("year")[solar[rows].astype(np.int64) + SHIFT]
        expected = np.array([whole.off.get(year, 0) for year in range(int(years.max()) + 1)])
        codes[expected[years] == delta[rows]] = DIAGNOSES.index(whole.name)
    return Comparison(rows, delta[rows], codes, int(there.sum()), whole)


def histogram(solar: Array, others: Sequence[Array], /, *, tolerance: int = 0) -> Histogram:
    """Return how many rows of each Solar year are how many days off, 500 at most.

    >>> histogram(np.array([20309, 20310]), [np.array([20318, 20310])])
    {(1404, 0): 1, (1404, 9): 1}
    """
    delta, there = _measured(solar, others)
    return _histogram(solar[there], delta[there], tolerance) if there.any() else {}


def _measured(solar: Array, others: Sequence[Array]) -> tuple[NDArray[np.int32], Array]:
    """Return the days between each two days, and which rows have both."""
    delta = np.empty(len(solar), np.int32)
    there = np.empty(len(solar), np.bool_)
    for first in range(0, len(solar), BLOCK):
        piece = slice(first, first + BLOCK)
        there[piece] = solar[piece] != NO_DAY
        delta[piece] = _nearest(solar[piece], [other[piece] for other in others], there[piece])
    return delta, there


def _nearest(solar: Array, others: list[Array], there: Array) -> Array:
    """Return the days to the nearest of some days; clears `there` where none is known."""
    best = np.zeros(len(solar), np.int64)
    known = np.zeros(len(solar), np.bool_)
    for other in others:
        real = other != NO_DAY
        off = np.where(real, other.astype(np.int64) - solar, 0)
        closer = real & (~known | (np.abs(off) < np.abs(best)))
        best = np.where(closer, off, best)
        known |= real
    there &= known
    return np.where(there, best, 0).astype(np.int32)


def _histogram(solar: Array, delta: Array, tolerance: int) -> dict[tuple[int, int], int]:
    """Return how many rows of each Solar year are how many days off."""
    years = table("year")[solar.astype(np.int64) + SHIFT].astype(np.int64)
    first = int(years.min())
    off = np.where(np.abs(delta) > tolerance, delta, 0).clip(-_FAR, _FAR)
    counts = np.bincount((years - first) * _WIDTH + off + _FAR)
    keys = np.flatnonzero(counts)
    return {
        (first + key // _WIDTH, key % _WIDTH - _FAR): count
        for key, count in zip(keys.tolist(), counts[keys].tolist(), strict=True)
    }
