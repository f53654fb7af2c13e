"""The periods of days as text, to group by: each text is made once, and the rows point to it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from shamsi.columns.batches import Masked, attributes_of, floors_of
from shamsi.columns.blocks import Array
from shamsi.columns.units import MONTHS, Unit, text_of


class Periods(NamedTuple):
    """The texts of the periods that occur, in order, and the place of each row's text in them."""

    texts: list[str]
    places: NDArray[np.intp]
    missing: NDArray[np.bool_] | None  # the rows without a period, if any; their place is 0


def numbers_of(unit: Unit, ticks: Array, /, per_day: int = 1, first_month: int = 1) -> Masked:
    """Return the number of each day's unit, counted as in `shamsi.columns.units`.

    It is missing out of range, and for units that begin before 0622-03-21.

    >>> numbers_of("year", np.array([20167, -(10**6)]))
    (array([1403,    0], dtype=int32), array([False,  True]))
    """
    if unit not in MONTHS:
        days, missing = floors_of(unit, ticks, per_day)
        return _filled(days if unit == "day" else (days + 5) // 7, missing)
    packed, missing = attributes_of("packed", ticks, per_day)
    months = (packed >> 16) * 12 + (packed >> 8 & 255)
    if first_month > 1 and len(months) and months.min() < 12 + first_month:
        early = months < 12 + first_month
        missing = early if missing is None else missing | early
    return _filled((months - first_month) // MONTHS[unit], missing)


def periods_of(unit: Unit, ticks: Array, /, per_day: int = 1, first_month: int = 1) -> Periods:
    """Return the period of each day.

    >>> periods = periods_of("season", np.array([20168, 20167]))
    >>> periods.texts, periods.places.tolist()
    (['1403-S4', '1404-S1'], [1, 0])
    """
    numbers, missing = numbers_of(unit, ticks, per_day, first_month)
    real = numbers if missing is None else numbers[~missing]
    if not len(real):
        return Periods([], np.zeros(len(numbers), np.intp), missing)
    low = int(real.min())
    used = np.zeros(int(real.max()) - low + 1, np.bool_)
    used[real - low] = True
    texts = [text_of(unit, each, first_month) for each in (np.flatnonzero(used) + low).tolist()]
    given = numbers if missing is None else np.where(missing, low, numbers)
    return Periods(texts, (np.cumsum(used) - 1)[given - low], missing)


def texts_of(unit: Unit, ticks: Array, /, per_day: int = 1, first_month: int = 1) -> Array:
    """Return the period of each day as NumPy's dtype U, "NaT" where it is missing.

    >>> texts_of("month", np.array([[20167], [-(10**6)]]))
    array([['1403-12'],
           ['NaT']], dtype='<U7')
    """
    flat = ticks.astype(np.int64, copy=False).ravel()
    texts, places, missing = periods_of(unit, flat, per_day, first_month)
    places = places + 1 if missing is None else np.where(missing, 0, places + 1)
    return np.array(["NaT", *texts])[places].reshape(ticks.shape)


def _filled(numbers: Array, missing: Array | None) -> Masked:
    return (numbers if missing is None else np.where(missing, np.int32(0), numbers)), missing
