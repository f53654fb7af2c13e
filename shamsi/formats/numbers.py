"""Read dates in numbers as people type them: either end first, short years, other eras."""

from __future__ import annotations

from shamsi._errors import Advice, ParseError, shown
from shamsi.formats.numeric import (
    checked_century,
    in_century,
    plain,
    refuse_gregorian,
    refuse_imperial,
    short_year,
    to_iso,
)

_MARKS = str.maketrans(
    {"⁄": "/", "∕": "/", "؍": "/", "／": "/", "٫": ".", **dict.fromkeys("–—−‐‑‒―", "-")}
)
_EXAMPLES = {
    "persian": "such as 1403-12-30 or 30 Esfand 1403",
    "islamic": "such as 1446-09-12 or 12 Ramadan 1446",
}
_ORDER = Advice("order", python="write the year first")
_TIME = Advice("time", python="for a date with a time use DateTime.strptime")


def is_numeric(text: str, /) -> bool:
    """Return whether a text has no letters, so it can only be a date in numbers.

    >>> is_numeric("۱۴۰۳/۱۲/۳۰"), is_numeric("۳۰ اسفند ۱۴۰۳")
    (True, False)
    """
    return not any(char.isalpha() for char in text)


def parse(
    text: str, century: int | None, ahead: int | None, /, *, calendar: str = "persian"
) -> tuple[int, int, int]:
    """Read a date in numbers as year, month and day: year first, or last if it has four digits.

    The separator is ``-``, ``/``, ``.`` or a blank; eight digits have none. Raises ParseError for
    other text, for a first day that may be a month, for two digits of a year without a century, and
    for the years 1700..2200 and 2500..2537 without an era, which look Gregorian and Imperial. Does
    not check whether the day exists. The errors have an example of the calendar.

    >>> parse("30/12/1403", None, None), parse("99/7/1", 1350, None)
    ((1403, 12, 30), (1399, 7, 1))
    """
    found = parts(text)
    if found is None:
        raise unreadable(text, calendar=calendar)
    first, second, third = found
    day_first = len(third) == 4 and len(first) < 3
    if len(second) > 2 or (len(third) > 2 and not day_first):
        raise ParseError(
            f"month and day must have one or two digits, {_EXAMPLES[calendar]}, got {shown(text)}"
        )
    if day_first:
        full_year = year(third, century, ahead, text)
        return _day_first(full_year, int(second), int(first), ahead, text)
    fields = year(first, century, ahead, text, calendar=calendar), int(second), int(third)
    if ahead is None:
        refuse_gregorian(*fields)
        refuse_imperial(fields[0])
    return fields


def parts(text: str, /) -> tuple[str, str, str] | None:
    """Return the digits of three numbers with separators between them; None for other text.

    >>> parts("۳۰ / ۱۲ / ۱۴۰۳"), parts("14031230"), parts("1403-12")
    (('30', '12', '1403'), ('1403', '12', '30'), None)
    """
    found = _split(plain(text).translate(_MARKS).strip())
    if len(found) != 3 or not all(part.isascii() and part.isdigit() for part in found):
        return None
    first, second, third = found
    return first, second, third


def unreadable(text: str, unexpected: str = "", /, *, calendar: str = "persian") -> ParseError:
    """Return the error for a text that is not a date, with the unexpected part of it if given.

    >>> str(unreadable("12:05"))
    "cannot read '12:05' as a date; for a date with a time use DateTime.strptime"
    """
    problem = f"cannot read {shown(text)} as a date"
    if unexpected:
        problem += f": unexpected {shown(unexpected)}"
    if ":" in text:
        return ParseError(problem, advice=_TIME)
    return ParseError(
        problem
        if unexpected
        else f"{problem}; write a day, a month and a year, {_EXAMPLES[calendar]}"
    )


def year(
    digits: str,
    century: int | None,
    ahead: int | None,
    text: str,
    /,
    *,
    calendar: str = "persian",
) -> int:
    """Return the Hijri year of digits in an era; raises ParseError as `parse` does.

    >>> year("2535", None, 1180, "")
    1355
    """
    if century is not None:
        checked_century(century)  # a wrong one is an error even if it is not needed
    if len(digits) == 4:
        return int(digits) - (ahead or 0)
    if len(digits) != 2:
        raise ParseError(f"year must have four digits, {_EXAMPLES[calendar]}, got {shown(text)}")
    if century is None:
        raise short_year(int(digits), ahead or 0, calendar=calendar)
    return in_century(int(digits), century) - (ahead or 0)


def _day_first(
    year: int, month: int, day: int, ahead: int | None, text: str
) -> tuple[int, int, int]:
    """Return the fields of a date that begins with its day; ParseError if that may be the month."""
    if ahead is None:
        refuse_gregorian(year, *((day, month) if month > 12 >= day else (month, day)))
        refuse_imperial(year)
    if day != month and max(day, month) <= 12:
        readings = f"{to_iso(year, month, day)} or {to_iso(year, day, month)}"
        raise ParseError(
            f"day and month may be either, {readings}, got {shown(text)}", advice=_ORDER
        )
    return year, month, day


def _split(text: str) -> list[str]:
    if len(text) == 8 and text.isdigit():
        return [text[:4], text[4:6], text[6:]]
    mark = next((mark for mark in "-/." if mark in text), None)
    return [part.strip() for part in text.split(mark)]
