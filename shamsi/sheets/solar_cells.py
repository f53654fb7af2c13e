"""Formulas that read cells with a Solar Hijri date, as text or as numbers: its Gregorian date."""

from collections.abc import Iterable
from typing import NamedTuple

from shamsi._errors import ShamsiError
from shamsi.formats.numeric import GREGORIAN_YEARS
from shamsi.sheets.programs import (
    FIRST_YEAR,
    Program,
    checked_cell,
    checked_separator,
    fitting,
    program_of,
)
from shamsi.sheets.sheet_terms import Cell, Names, SheetArithmetic, given, text
from shamsi.sql.formulas import since_of

_FIRST_OF_EXCEL = 1278_10_11  # 1900-01-01
_AFTER_LEAP_DAY = 1278_12_10  # 1900-03-01
_DIGITS = '"0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"'
_SEPARATORS = '"/-. ٫−–؍／"'
_NAMES = ("solar_year", "solar_month", "solar_day", "is_read")


class _Reading(NamedTuple):
    """Year, month and day, and the condition that they were read."""

    year: Cell
    month: Cell
    day: Cell
    is_read: Cell


def to_gregorian(program: str, /, *cells: str, separator: str = ",", let: bool = False) -> str:
    """Return the formula of the Gregorian date, a serial number, of Solar Hijri cells.

    The program is excel, sheets or libreoffice. One cell, A2 by default, holds text with the year
    first in four digits, such as `1404/05/18`, `1404-5-8` or `۱۴۰۴.۵.۱۸`, in Latin, Persian or
    Arabic digits, or eight digits as a number; three cells hold year, month and day as numbers.
    Cells are references or expressions and are written into the formula as they are, many times
    over. Give the result a date format. `separator` and `let` are those of `formula`.

    Empty cells give an empty text. Anything that is not a date of 1178-01-01..9378-10-10 gives an
    error, #N/A or #VALUE!, and so do one cell with a year of 1700..2200, which looks Gregorian, and
    in Excel days before 1278-10-11, 1900-01-01. Raises ShamsiError for an unknown program or
    separator, two cells or more than three, and a formula that is longer than the program takes.

    >>> to_gregorian("excel", "A2", "B2", "C2")[:44]
    '=IF(A2&B2&C2="","",IF(AND(AND(ISNUMBER(A2),I'
    """
    words = program_of(program)
    arithmetic = SheetArithmetic(checked_separator(separator), in_range=False)
    sources = [given(checked_cell(cell)) for cell in cells or ("A2",)]
    if len(sources) not in (1, 3):
        raise ShamsiError(f"give one cell, or three with year, month and day, got {len(sources)}")
    shared = Names(arithmetic, let=let)
    if len(sources) == 3:
        written = sources[0].then(sources[1]).then(sources[2])
        answer = _serial(arithmetic, words, _of_three(arithmetic, *sources))
    else:
        written = shared.named("written", arithmetic.call("TRIM", sources[0]))
        answer = _of_one(arithmetic, words, sources[0], written, shared)
    checked = arithmetic.call("IF", written.equals(text("")), text(""), answer)
    return fitting(words, shared.explained(checked).text)


def _of_three(arithmetic: SheetArithmetic, year: Cell, month: Cell, day: Cell) -> _Reading:
    """Three cells, if all are whole numbers."""
    call, cells = arithmetic.call, (year, month, day)
    are_numbers = [call("ISNUMBER", cell) for cell in cells]
    are_whole = [call("INT", cell).equals(cell) for cell in cells]
    return _Reading(year, month, day, call("AND", *are_numbers, *are_whole))


def _of_one(
    arithmetic: SheetArithmetic, program: Program, cell: Cell, written: Cell, shared: Names
) -> Cell:
    """The serial number of a cell with text or a number; with LET it is computed in one place."""
    call, is_number = arithmetic.call, arithmetic.call("ISNUMBER", cell)
    number = _of_number(arithmetic, cell)
    line = _of_text(arithmetic, written, shared)
    if not shared.are_used:
        answers = [_serial(arithmetic, program, _solar(arithmetic, one)) for one in (number, line)]
        return call("IF", is_number, *answers)
    year, month, day, is_read = (
        shared.named(name, call("IF", is_number, *either))
        for name, either in zip(_NAMES, zip(number, line, strict=True), strict=True)
    )
    return _serial(arithmetic, program, _solar(arithmetic, _Reading(year, month, day, is_read)))


def _of_number(arithmetic: SheetArithmetic, cell: Cell) -> _Reading:
    """The fields of eight digits."""
    year = arithmetic.quotient(cell, 10_000)
    month = arithmetic.quotient(arithmetic.remainder(cell, 10_000), 100)
    is_whole = arithmetic.call("INT", cell).equals(cell)
    return _Reading(year, month, arithmetic.remainder(cell, 100), is_whole)


def _of_text(arithmetic: SheetArithmetic, written: Cell, shared: Names) -> _Reading:
    """The fields of a text such as 1404/05/18; where it has other letters, they are errors."""
    call = arithmetic.call

    def number(letters: Cell, size: int) -> Cell:
        """The number of so many digits; a sum over them works in all versions without a name."""
        places, weights = range(1, size + 1), (10**place for place in reversed(range(size)))
        letter = call("MID", letters, _column(places), 1)
        digits = arithmetic.remainder(call("FIND", letter, Cell(_DIGITS)) - 1, 10)
        return call("SUMPRODUCT", digits * _column(weights))

    def short(letters: Cell) -> Cell:
        return number(call("RIGHT", Cell("0").then(letters), 2), 2)

    separator = call("MID", written, 5, 1)
    second = shared.named("second", call("FIND", separator, written, 6))
    month = call("MID", written, 6, second - 6)
    day = call("MID", written, second + 1, 2)
    after = call("LEN", written) - second
    is_read = call(
        "AND",
        call("ISNUMBER", call("FIND", separator, Cell(_SEPARATORS))),
        *(second > 6, second < 9),
        *(after > 0, after < 3),
    )
    return _Reading(number(written, 4), short(month), short(day), is_read)


def _column(numbers: Iterable[int]) -> Cell:
    """A constant array; its rows are separated by semicolons whatever the separator is."""
    return Cell("{" + ";".join(map(str, numbers)) + "}")


def _solar(arithmetic: SheetArithmetic, read: _Reading) -> _Reading:
    """The same, if the year does not look Gregorian."""
    low, high = GREGORIAN_YEARS[0], GREGORIAN_YEARS[-1]
    other = arithmetic.call("OR", read.year < low, read.year > high)
    return read._replace(is_read=arithmetic.call("AND", read.is_read, other))


def _serial(arithmetic: SheetArithmetic, program: Program, read: _Reading) -> Cell:
    """The serial number of a date, or #N/A if it is not one that the program can hold."""
    year, month, day, is_read = read
    since = since_of(arithmetic, year, month, day)
    serial = since - program.to_since
    if program.leap_day:
        in_digits = year * 10_000 + month * 100 + day
        is_late, serial = in_digits > _FIRST_OF_EXCEL - 1, serial - (in_digits < _AFTER_LEAP_DAY)
    else:
        is_late = year > FIRST_YEAR - 1
    return arithmetic.call("IF", arithmetic.call("AND", is_read, is_late), serial, Cell("NA()"))
