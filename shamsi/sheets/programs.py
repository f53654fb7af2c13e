"""What spreadsheet programs do differently: the day they count from, and how much they take."""

from typing import NamedTuple

from shamsi._errors import Advice, ShamsiError, shown
from shamsi.calendar.kernel import EPOCH_ORDINAL, MAX_DAYS, MIN_DAYS, days

FIRST_YEAR = 1178  # before it, the leap years of the calendar are computed, not observed
_ZERO = 693594 - EPOCH_ORDINAL  # 1899-12-30, in days since 1970-01-01
_LEAP_DAY = 60  # the serial number of 1900-02-29 in Excel, a day that never was
_ALLOWED_SEPARATORS = (",", ";", "\N{ARABIC SEMICOLON}")


class Program(NamedTuple):
    """How a program numbers its days."""

    longest: int  # characters of a formula
    has_leap_day: bool  # 1900-02-29, so that days before it have greater numbers by one

    @property
    def to_since(self) -> int:
        """What makes a serial number the days since 0622-03-21."""
        return _ZERO - MIN_DAYS

    @property
    def first(self) -> int:
        """The serial number of the first day that formulas take."""
        return 1 if self.has_leap_day else days(FIRST_YEAR, 1, 1) - _ZERO

    @property
    def last(self) -> int:
        """The serial number of 9999-12-31."""
        return MAX_DAYS - _ZERO

    @property
    def leap_day(self) -> int | None:
        """The serial number that is not a day, if there is one."""
        return _LEAP_DAY if self.has_leap_day else None


PROGRAMS = {
    "excel": Program(longest=8192, has_leap_day=True),
    "sheets": Program(longest=50_000, has_leap_day=False),
    "libreoffice": Program(longest=65_535, has_leap_day=False),
}


def program_of(name: str) -> Program:
    """The program of that name; raises ShamsiError with the names that there are."""
    if name not in PROGRAMS:
        raise ShamsiError(f"program must be one of {', '.join(PROGRAMS)}, got {shown(name)}")
    return PROGRAMS[name]


def checked_separator(separator: str) -> str:
    """A separator of arguments; raises ShamsiError for anything else."""
    if separator not in _ALLOWED_SEPARATORS:
        allowed = " or ".join(_ALLOWED_SEPARATORS)
        raise ShamsiError(f"separator must be {allowed}, got {shown(separator)}")
    return separator


def checked_cell(cell: str) -> str:
    """A reference or an expression; raises ShamsiError for none, and for control characters."""
    expression = cell.strip()
    has_controls = any(letter < " " or "\x7f" <= letter < "\xa0" for letter in expression)
    if not expression or expression[0] == "=" or has_controls:
        raise ShamsiError(
            "cell must be a reference such as A2, or an expression without the equals sign, "
            f"got {shown(cell)}"
        )
    return expression


def fitting(program: Program, formula: str) -> str:
    """A formula with its equals sign; raises ShamsiError if it is too long for the program."""
    if len(formula) >= program.longest:
        raise ShamsiError(
            f"the formula is too long: {len(formula) + 1} characters, and the program takes "
            f"{program.longest} of them: write long expressions into a cell of their own",
            advice=Advice("let", python="pass let=True for a shorter one"),
        )
    return f"={formula}"
