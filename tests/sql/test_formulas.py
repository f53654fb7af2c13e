"""The lines are the kernel's years, and their numbers are small enough for any engine."""

from shamsi.calendar import kernel
from shamsi.sql.formulas import LINES


def test_the_lines_are_the_kernels_years() -> None:
    first = 1
    for line in LINES:
        for year in range(first, line.until + 1):  # the first year after it too: it ends the last one
            start = (line.slope * year + line.intercept) // line.divisor
            assert start + kernel.MIN_DAYS == kernel.year_start(year)
        first = line.until
    assert first == kernel.MAX_YEAR + 1


def test_no_number_of_a_line_is_negative_or_passes_31_bits() -> None:
    first = 1
    for line in LINES:
        since = [kernel.year_start(year) - kernel.MIN_DAYS for year in (first, line.until)]
        along = [day * line.divisor + line.divisor - line.intercept - 1 for day in since]
        years = [line.slope * year + line.intercept for year in (first, line.until)]
        assert 0 <= min(*along, *years) <= max(*along, *years) < 2**31
        first = line.until
