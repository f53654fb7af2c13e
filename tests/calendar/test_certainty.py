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


@pytest.mark.parametrize(
    ("year", "month", "word"),
    [
        (1177, 7, "proleptic"),
        (1178, 1, "borji"),
        (1290, 7, "borji"),
        (1303, 12, "borji"),
        (1304, 1, "official"),
        (1403, 12, "official"),
        (1500, 6, "proven"),
        (1503, 1, "projected"),
    ],
)
def test_months_before_1304_had_other_days(year: int, month: int, word: str) -> None:
    assert certainty(year, month) == word


@pytest.mark.parametrize("month", [0, 13, -1])
def test_months_out_of_range(month: int) -> None:
    with pytest.raises(RangeError, match=r"^month must be 1\.\.12, got "):
        certainty(1403, month)


def test_months_are_integers() -> None:
    with pytest.raises(TypeError, match=r"^month must be an int, got "):
        certainty(1403, "5")  # type: ignore[arg-type]
