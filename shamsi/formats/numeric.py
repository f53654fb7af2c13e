"""Convert dates in numbers: text ⇄ year, month, day, with errors that say what is wrong."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from shamsi._errors import Advice, DateError, ParseError, RangeError, ShamsiError, shown
from shamsi._integers import integer
from shamsi.calendar.eras import IMPERIAL_YEARS, OFFSETS
from shamsi.calendar.kernel import MAX_YEAR, MIN_YEAR, is_leap, month_length
from shamsi.formats.names import MONTHS

_DIGITS = {zero + n: 48 + n for zero in (0x660, 0x6F0) for n in range(10)}
# An error shows two digits up to these as a year of this century.
_LAST_SHORT = {"persian": 10, "islamic": 50}
GREGORIAN_YEARS = range(1700, 2201)  # in dates of only numbers these are almost surely Gregorian
BIDI_MARKS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
# Looked up instead of computed: text is written and read as often as days are converted.
ISO_REST = tuple(tuple(f"-{month:02d}-{day:02d}" for day in range(32)) for month in range(13))
_OF_REST = {ISO_REST[month][day]: (month, day) for month in range(1, 13) for day in range(1, 32)}
_SEPARATORS = "-/.\u060d\uff0f"  # U+060D is the Arabic date separator
_PLAIN = {**_DIGITS, **BIDI_MARKS}


class _Years(dict[int, str]):
    """The four digits of each year that was needed."""

    def __missing__(self, year: int) -> str:
        text = self[year] = f"{year:04d}"
        return text


class _YearsRead(dict[str, int]):
    """The year of each four digits that were read, except those that look Gregorian."""

    def __missing__(self, text: str) -> int:
        if (
            len(text) == 4
            and text.isascii()
            and text.isdigit()
            and int(text) not in GREGORIAN_YEARS
        ):
            year = self[text] = int(text)
            return year
        raise KeyError(text)


ISO_YEARS = _Years()
_ISO_YEARS_READ = _YearsRead()


def to_iso(year: int, month: int, day: int, /) -> str:
    """Write year, month and day in ISO 8601's layout, the year padded to four digits.

    >>> to_iso(61, 7, 21)
    '0061-07-21'
    """
    return f"{year:04d}-{month:02d}-{day:02d}"


def parse_fields(text: str, /, *, example: str) -> tuple[int, int, int]:
    """Read three numbers of any calendar, year first, in the digits and separators people type.

    The year has four digits, month and day have one or two; the separator is one of ``- / .``, the
    same twice, or the Arabic date separator U+060D or the wide slash U+FF0F. ASCII, Persian and
    Arabic digits may mix. Blanks around and bidi marks anywhere are ignored. Does not check whether
    the day exists. Raises ParseError, which shows the example, for any other text; TypeError for
    anything but text.

    >>> parse_fields(" ۲۰۲۵/۳/۲۰ ", example="2025-03-20")
    (2025, 3, 20)
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
    parts = _split(plain(text).strip())
    misfit = _misfit(parts)
    if misfit:
        raise ParseError(f"{misfit}, such as {example}, got {shown(text)}")
    year, month, day = map(int, parts)
    return year, month, day


def plain(text: str, /) -> str:
    """Return text with Persian and Arabic digits in ASCII and without the marks of direction.

    >>> plain("\u200f۱۴۰۴")
    '1404'
    """
    return text.translate(_PLAIN)


def parse_numeric(text: str, /, *, kind: str = "Date") -> tuple[int, int, int]:
    """Read ``1403-12-30`` as (year, month, day) of a Solar Hijri date.

    Raises as `parse_fields` does, and ParseError for the years 1700..2200, which are almost surely
    Gregorian.

    >>> parse_numeric(" ۱۴۰۳/۱۲/۳۰ ")
    (1403, 12, 30)
    """
    year, month, day = parse_fields(text, example="1403-12-30")
    refuse_gregorian(year, month, day, kind=kind)
    return year, month, day


def refuse_gregorian(year: int, month: int, day: int, /, *, kind: str = "Date") -> None:
    """Raise ParseError for numbers of a Solar Hijri date that are almost surely Gregorian.

    >>> refuse_gregorian(1403, 12, 30)
    """
    if year in GREGORIAN_YEARS:
        call = f"{kind}.from_gregorian(datetime.{kind.lower()}({year}, {month}, {day}))"
        way = Advice("from_gregorian", to_iso(year, month, day), python=f"use {call}")
        raise ParseError(f"looks Gregorian: {to_iso(year, month, day)}", advice=way)


def refuse_imperial(year: int, /) -> None:
    """Raise ParseError for a year without an era that is almost surely of the Imperial one.

    >>> refuse_imperial(1404)
    """
    if year in IMPERIAL_YEARS:
        solar = year - OFFSETS["imperial"]
        way = Advice("era", "imperial", f"to read it as {solar}, or solar-hijri to keep {year}")
        raise ParseError(f"looks Imperial: the year {year}", advice=way)


def refuse_gregorian_period(year: int, text: str, /) -> None:
    """Raise ParseError for the year of a period in numbers that is almost surely Gregorian.

    >>> refuse_gregorian_period(1404, "1404-05")
    """
    if year in GREGORIAN_YEARS:
        raise ParseError(
            f"looks Gregorian: {shown(text)}; for Gregorian days use "
            "Period.fromisoformat('YYYY-MM-DD/YYYY-MM-DD'), "
            f"for the Solar Hijri year {year} Period.year({year}), Period.month({year}, month) "
            "and so on"
        )


def refuse_imperial_period(year: int, text: str, /) -> None:
    """Raise ParseError for the year of a period without an era that is almost surely Imperial.

    >>> refuse_imperial_period(1404, "1404-05")
    """
    if year in IMPERIAL_YEARS:
        raise ParseError(
            f"looks Imperial: {shown(text)}; write its Solar Hijri year, "
            f"{year - OFFSETS['imperial']}, or in words with its era; for the Solar Hijri year "
            f"{year} use Period.year({year}), Period.month({year}, month) and so on"
        )


def in_century(short: int, century: int, /) -> int:
    """Return the year that two digits mean among the hundred years from a first on.

    Raises RangeError for a century outside 1..9378, TypeError for anything but an integer.

    >>> in_century(99, 1350), in_century(5, 1350)
    (1399, 1405)
    """
    century = checked_century(century)
    return century + (short - century) % 100


def checked_century(century: int, /) -> int:
    """Return the first of a hundred years as a plain int; raises as `in_century` does.

    >>> checked_century(1350)
    1350
    """
    century, last = integer("century", century), MAX_YEAR - 99
    if not MIN_YEAR <= century <= last:
        raise RangeError(f"century must be {MIN_YEAR}..{last}, got {shown(century)}")
    return century


def short_year(short: int, ahead: int = 0, /, *, calendar: str = "persian") -> ParseError:
    """Return the error for two digits of a year without a century, in an era some years ahead.

    >>> short_year(99)
    ParseError("two-digit year '99' is ambiguous; pass century=1300 to read it as 1399")
    """
    is_past = short > _LAST_SHORT[calendar] and not ahead
    century = 1300 if is_past else (1400 + ahead) // 100 * 100
    way = Advice("century", century, f"to read it as {century + short}")
    return ParseError(f"two-digit year '{short:02d}' is ambiguous", advice=way)


def parse_iso(text: str, /, *, kind: str = "Date") -> tuple[int, int, int]:
    """Read exactly what `to_iso` writes; raises as `parse_numeric` does.

    >>> parse_iso("1403-12-30")
    (1403, 12, 30)
    """
    if type(text) is str:
        try:
            month, day = _OF_REST[text[4:]]
            return _ISO_YEARS_READ[text[:4]], month, day
        except KeyError:  # the slower way finds out what is wrong
            pass
    fields = parse_numeric(text, kind=kind)
    expected = to_iso(*fields)
    if text != expected:
        raise ParseError(
            f"not in ISO layout: write {expected}, or use Date.parse, got {shown(text)}"
        )
    return fields


def refusal(year: int, month: int, day: int, /) -> ShamsiError:
    """Return the error that says why three integers are not a day in 0622-03-21..9999-12-31.

    They must not be one.

    >>> refusal(1402, 12, 30)
    DateError('day must be 1..29 in Esfand 1402 (not a leap year), got 30')
    """
    if not MIN_YEAR <= year <= MAX_YEAR:
        return RangeError(f"year must be {MIN_YEAR}..{MAX_YEAR}, got {shown(year)}")
    if not 1 <= month <= 12:
        return DateError(f"month must be 1..12, got {shown(month)}")
    length = month_length(year, month)
    if 1 <= day <= length:
        return RangeError(
            f"the last day is 9378-10-10 (9999-12-31), got {to_iso(year, month, day)}"
        )
    why = "" if month < 12 else " (a leap year)" if is_leap(year) else " (not a leap year)"
    return DateError(
        f"day must be 1..{length} in {MONTHS[month - 1]} {year}{why}, got {shown(day)}"
    )


def _split(text: str) -> list[str]:
    separator = next((mark for mark in _SEPARATORS if mark in text), "-")
    return text.split(separator)


def _misfit(parts: list[str]) -> str:
    """Say why the parts are not year, month and day; empty if they are."""
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return "text must be year-month-day in numbers"
    year, month, day = map(len, parts)
    if year < 3 and day > 2:
        return "text must be year-first"
    if year != 4:
        return "year must have four digits"
    return "" if max(month, day) < 3 else "month and day must have one or two digits"
