"""The units that columns are floored to and grouped by: their names, numbers and texts.

Units are counted from 0: the number of a day is the day number, of a week its Saturday's count of
weeks, of the others the months since Farvardin of year 0, divided by the months of the unit.
"""

from typing import Literal, TypeAlias, get_args

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import fields
from shamsi.calendar.weeks import RULES, unknown
from shamsi.formats.numeric import to_iso
from shamsi.values.units import MONTHS_IN, first_of_fiscal

Unit: TypeAlias = Literal[
    "day", "week", "month", "season", "quarter", "half", "year", "decade", "fiscal_year"
]
Rule: TypeAlias = Literal["cldr", "jdatetime"]

UNITS: tuple[str, ...] = get_args(Unit)
MONTHS: dict[str, int] = {**MONTHS_IN, "quarter": 3, "fiscal_year": 12}  # of the units of months
_MEANT = {  # the letters of pandas and Polars, and other words
    **dict.fromkeys(("d", "1d"), "day"),
    **dict.fromkeys(("w", "1w", "w-sat", "w-fri"), "week"),
    **dict.fromkeys(("m", "1mo", "mo", "ms", "me"), "month"),
    **dict.fromkeys(("q", "1q", "qs", "qe", "trimester"), "quarter"),
    **dict.fromkeys(("y", "1y", "a", "ys", "ye", "annual"), "year"),
    **dict.fromkeys(("semester", "h1", "h2"), "half"),
    **dict.fromkeys(("fy", "fiscal", "financial_year"), "fiscal_year"),
}


def first_month_of(unit: str, first_month: int | None, /) -> int:
    """Return the month of the year that a unit counts from: `first_month` of fiscal years, else 1.

    Raises ShamsiError for an unknown unit, TypeError for fiscal years without ``first_month`` and
    for another unit with it, DateError for a month outside 1..12.

    >>> first_month_of("week", None), first_month_of("fiscal_year", 10)
    (1, 10)
    >>> first_month_of("M", None)
    Traceback (most recent call last):
        ...
    shamsi.ShamsiError: unit must be one of day, week, month, season, quarter, half, year, decade, \
fiscal_year, got 'M'; did you mean 'month'?
    """
    if unit not in UNITS:  # a tuple, because the argument of a caller may have no hash
        raise ShamsiError(
            f"unit must be one of {', '.join(UNITS)}, got {shown(unit)}{_guess(unit)}"
        )
    if unit != "fiscal_year":
        if first_month is not None:
            raise TypeError(f"first_month belongs to the unit 'fiscal_year', got {shown(unit)}")
        return 1
    if first_month is None:
        raise TypeError(
            "the unit 'fiscal_year' needs first_month, the month that it begins with: "
            "first_month=10 in Afghanistan (Jadi), 1 or 7 in Iran (Farvardin, Mehr)"
        )
    return first_of_fiscal(first_month)


def week_of(rule: str, /) -> Literal["week", "week_jdatetime"]:
    """Return the attribute that counts weeks by a rule; ShamsiError for an unknown rule.

    >>> week_of("cldr"), week_of("jdatetime")
    ('week', 'week_jdatetime')
    """
    if rule not in RULES:
        raise unknown(rule)
    return "week" if rule == "cldr" else "week_jdatetime"


def text_of(unit: str, number: int, first_month: int = 1, /) -> str:
    """Return a unit of that number as text, as `Period.native` writes it; a quarter with a Q.

    >>> text_of("season", 5618), text_of("quarter", 5618), text_of("week", 2902)
    ('1404-S3', '1404-Q3', '1404-05-18/1404-05-24')
    """
    if unit == "day":
        return to_iso(*fields(number))
    if unit == "week":
        saturday = 7 * number - 5
        return f"{to_iso(*fields(saturday))}/{to_iso(*fields(saturday + 6))}"
    if unit == "decade":
        return f"{number:03d}X"
    year, month = divmod(number * MONTHS[unit] + first_month - 1, 12)
    if unit == "month":
        return f"{year:04d}-{month + 1:02d}"
    if MONTHS[unit] < 12:
        return f"{year:04d}-{unit[0].upper()}{month // MONTHS[unit] + 1}"
    if first_month == 1:
        return f"{year:04d}"
    return f"{year:04d}-{month + 1:02d}/{year + 1:04d}-{month:02d}"


def _guess(word: object) -> str:
    """The unit that was probably meant, as the end of an error."""
    from difflib import get_close_matches  # only an error needs it

    if not isinstance(word, str):
        return ""
    plain = word.strip().casefold().replace(" ", "_").replace("-", "_")
    meant = _MEANT.get(word.strip().casefold()) or next(
        iter(get_close_matches(plain, UNITS, 1)), None
    )
    return f"; did you mean {meant!r}?" if meant else ""
