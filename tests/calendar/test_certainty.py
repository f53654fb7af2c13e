"""How sure a year is: every year, and what is refused."""

from typing import Any

import pytest

from shamsi._errors import RangeError
from shamsi.calendar.certainty import certainty

GIANT = pytest.param(10**5000, id="5001 digits")  # too long for Python to write in decimal


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [
        (1, 1177, "proleptic"),
        (1178, 1205, "proven"),
        (1206, 1498, "official"),
        (1499, 1502, "proven"),
        (1503, 9378, "projected"),
    ],
)
def test_every_year(first: int, last: int, word: str) -> None:
    assert {certainty(year) for year in range(first, last + 1)} == {word}


@pytest.mark.parametrize("year", [0, -1, 9379, GIANT])
def test_years_out_of_range(year: int) -> None:
    with pytest.raises(RangeError, match=r"^year must be 1\.\.9378, got "):
        certainty(year)


@pytest.mark.parametrize("year", [True, 1403.0, "1403", None])
def test_years_are_integers(year: Any) -> None:
    with pytest.raises(TypeError, match=r"^year must be an int, got "):
        certainty(year)
