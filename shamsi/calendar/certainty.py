"""How certain the calendar of a year is."""

from shamsi._errors import RangeError, shown
from shamsi._integers import integer
from shamsi.calendar import kernel


def certainty(year: int, /) -> str:
    """Return how certain the calendar of a year is.

    ``official`` 1206..1498, the published leap years; ``proven`` 1178..1205 and 1499..1502, where
    ICU, 33-year cycles and astronomy agree; ``projected`` from 1503, whose Nowruz falls 8 s from
    noon and cannot be decided today; ``proleptic`` before 1178. Raises RangeError outside 1..9378.

    >>> certainty(1403), certainty(1503)
    ('official', 'projected')
    """
    year = integer("year", year)
    if not kernel.MIN_YEAR <= year <= kernel.MAX_YEAR:
        raise RangeError(f"year must be {kernel.MIN_YEAR}..{kernel.MAX_YEAR}, got {shown(year)}")
    if year > 1502:
        return "projected"
    if year < 1178:
        return "proleptic"
    return "official" if 1206 <= year <= 1498 else "proven"
