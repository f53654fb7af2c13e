"""How certain the calendar of a year, or of a month in it, is."""

from shamsi._errors import RangeError, shown
from shamsi._integers import integer
from shamsi.calendar import kernel

_PROVEN, _BORJI_UNTIL = 1178, 1303


def certainty(year: int, month: int | None = None, /) -> str:
    """Return how certain the calendar of a year is.

    ``official`` 1206..1498, the published leap years; ``proven`` 1178..1205 and 1499..1502, where
    ICU, 33-year cycles and astronomy agree; ``projected`` from 1503, whose Nowruz falls 8 s from
    noon and cannot be decided today; ``proleptic`` before 1178.

    With a month it is ``borji`` in 1178..1303. The year is as certain as without, but people
    counted other months then, of 29 to 32 days, so a day that was written at the time may be one
    off. Raises RangeError outside 1..9378 and for a month outside 1..12.

    >>> certainty(1403), certainty(1503), certainty(1299), certainty(1299, 12)
    ('official', 'projected', 'official', 'borji')
    """
    year = integer("year", year)
    if not kernel.MIN_YEAR <= year <= kernel.MAX_YEAR:
        raise RangeError(f"year must be {kernel.MIN_YEAR}..{kernel.MAX_YEAR}, got {shown(year)}")
    if month is not None and not 1 <= integer("month", month) <= 12:
        raise RangeError(f"month must be 1..12, got {shown(month)}")
    if year > 1502:
        return "projected"
    if year < _PROVEN:
        return "proleptic"
    if month is not None and year <= _BORJI_UNTIL:
        return "borji"
    return "official" if 1206 <= year <= 1498 else "proven"
