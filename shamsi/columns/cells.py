"""One value of a column, read by the column's options: what every engine must answer.

Columns are read fast elsewhere; this is the rule that the fast ways follow, and the one way to
read rows that have no usual layout.
"""

# pyright: reportUnnecessaryIsInstance=false, reportUnnecessaryComparison=false
# for callers without a type checker

from __future__ import annotations

import datetime as dt
from operator import index
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from shamsi._errors import (
    Advice,
    DateError,
    ParseError,
    RangeError,
    ShamsiError,
    shown,
)
from shamsi.calendar.eras import offset
from shamsi.calendar.kernel import EPOCH_ORDINAL, MIN_DAYS, days, is_valid
from shamsi.formats import clock_times, numbers
from shamsi.formats.numeric import checked_century, plain, refusal, to_iso
from shamsi.values.date import Date

Era: TypeAlias = Literal["solar-hijri", "imperial", "kurdish-700", "kurdish-612"]
Gregorian: TypeAlias = Literal["refuse", "pass"]
Times: TypeAlias = Literal["refuse", "keep", "drop"]
Reason: TypeAlias = Literal[
    "not-a-date",
    "impossible-date",
    "impossible-time",
    "out-of-range",
    "two-digit-year",
    "ambiguous-order",
    "looks-gregorian",
    "looks-imperial",
    "looks-persian",
    "time-of-day",
    "utc-offset",
    "wrong-weekday",
    "wrong-type",
]

REASONS: tuple[Reason, ...] = get_args(Reason)
SOLAR_INTEGERS = range(10000101, 15001232)
GREGORIAN_INTEGERS = range(18000101, 21001232)
_OF_ADVICE: dict[str, Reason] = {
    "century": "two-digit-year",
    "order": "ambiguous-order",
    "from_gregorian": "looks-gregorian",
    "era": "looks-imperial",
    "time": "time-of-day",
    "other_calendar": "looks-persian",
    "offset": "utc-offset",
    "weekday": "wrong-weekday",
    "type": "wrong-type",
}
_WORDED = {
    "from_gregorian": 'gregorian="pass" reads it',
    "time": 'times="keep" or times="drop" reads it',
    "resolve": "",
    "from": "",  # no column reads lunar dates
}


class CellOptions(NamedTuple):
    """What a column accepts beside full Solar Hijri dates; made by `cell_options`."""

    century: int | None = None
    era: Era | None = None
    gregorian: Gregorian = "refuse"
    times: Times = "refuse"

    @property
    def ahead(self) -> int | None:
        """How many years the era is ahead of the Solar Hijri one; None without an era."""
        return None if self.era is None else offset(self.era)


class Cell(NamedTuple):
    """A value that was read: its day, by its number since 1970-01-01, and its time of day."""

    day: int
    microseconds: int = 0


def cell_options(
    century: int | None = None,
    era: str | None = None,
    gregorian: str = "refuse",
    times: str = "refuse",
) -> CellOptions:
    """Return options after checks.

    Raises RangeError for a century outside 1..9279, and for 2..99, which is a number of a century
    and not its first year; ShamsiError for an unknown era, ValueError for another value of
    `gregorian` or `times`.

    >>> cell_options(1400, times="drop")
    CellOptions(century=1400, era=None, gregorian='refuse', times='drop')
    """
    if century is not None:
        century = checked_century(century)
        if 1 < century < 100:  # 14 would read 02 as the year 102
            raise RangeError(
                f"century must be the first of a hundred years, such as 1400, got {century}"
            )
    if era is not None:
        offset(era)
    for name, value, kind in (("gregorian", gregorian, Gregorian), ("times", times, Times)):
        if value not in get_args(kind):
            allowed = ", ".join(f'"{each}"' for each in get_args(kind))
            raise ValueError(f"{name} must be one of {allowed}, got {shown(value)}")
    return CellOptions(century, era, gregorian, times)  # type: ignore[arg-type]


def read(value: Any, options: CellOptions, /) -> Cell | None:
    """Return the day and the time of any value of a column; None if it is missing.

    Text is read by `read_text`, whole numbers by `read_number`; `shamsi` and `datetime` values are
    the days that they name. None, NaN, NaT and blank text are missing. Raises ShamsiError for all
    else; `reason_of` names why.

    >>> read("۱۴۰۳/۱۲/۳۰", CellOptions()), read(dt.date(2025, 3, 20), CellOptions())
    (Cell(day=20167, microseconds=0), Cell(day=20167, microseconds=0))
    """
    if isinstance(value, str):
        return read_text(value, options)
    if value is None or _is_missing(value):
        return None
    if isinstance(value, Date):
        return Cell(value.ordinal - EPOCH_ORDINAL)
    if hasattr(value, "astype") and getattr(getattr(value, "dtype", None), "kind", "") == "M":
        value = value.astype("M8[us]").item()
    moment = getattr(value, "gregorian", value)  # of a shamsi.DateTime
    if isinstance(moment, dt.datetime):
        return _of_moment(moment, options)
    if isinstance(moment, dt.date):
        return _in_range(moment.toordinal() - EPOCH_ORDINAL)
    number = whole_number(value)
    if number is None:
        raise ParseError(
            f"not a date: {shown(value)} ({type(value).__name__})",
            advice=Advice("type", python=_way_from(value)),
        )
    return read_number(number, options)


def read_text(text: str, options: CellOptions, /) -> Cell | None:
    """Return the day and the time of a text; None if it is blank.

    The day is read as by `Date.parse`, or as a Gregorian one where options let it pass.

    >>> read_text("1402/05/12 14:22", CellOptions(times="keep"))
    Cell(day=19572, microseconds=51720000000)
    >>> read_text("2023-08-03", CellOptions(gregorian="pass"))
    Cell(day=19572, microseconds=0)
    """
    latin = plain(text)
    if not latin.strip():
        return None
    clock = clock_times.split(latin)
    if clock is None:
        return Cell(_day(text, options) if ":" not in latin else _timeless(text, options))
    if options.times == "refuse":
        raise numbers.unreadable(text)
    day = _timeless(clock.rest, options)
    return Cell(day, clock.microseconds if options.times == "keep" else 0)


def read_number(number: int, options: CellOptions, /) -> Cell:
    """Return the day of eight digits as a number, 10000101..15001231, or of a Gregorian one.

    >>> read_number(14031230, CellOptions())
    Cell(day=20167, microseconds=0)
    """
    year, month, day = number // 10000, number // 100 % 100, number % 100
    if options.ahead is not None and 1000 <= year <= 9999:
        return Cell(_solar(year - options.ahead, month, day))
    if number in SOLAR_INTEGERS:
        return Cell(_solar(year, month, day))
    if number in GREGORIAN_INTEGERS:
        if options.gregorian == "pass":
            return Cell(_gregorian(year, month, day))
        raise ParseError(
            f"looks Gregorian: {shown(number)}", advice=Advice("from_gregorian", python="")
        )
    raise ParseError(
        f"whole numbers must be dates of eight digits, {SOLAR_INTEGERS[0]}..{SOLAR_INTEGERS[-1]}, "
        f"got {shown(number)}"
    )


def reason_of(error: ShamsiError, /) -> Reason:
    """Return why a value was rejected, as one of REASONS.

    >>> reason_of(DateError("month must be 1..12, got 13"))
    'impossible-date'
    """
    if isinstance(error, DateError):
        is_clock = error.problem.startswith(("hour ", "minute ", "second "))
        return "impossible-time" if is_clock else "impossible-date"
    if isinstance(error, RangeError):
        return "out-of-range"
    if error.problem.startswith("looks Gregorian"):
        return "looks-gregorian"
    return _OF_ADVICE.get(error.advice.name, "not-a-date") if error.advice else "not-a-date"


def worded(error: ShamsiError, /) -> str:
    """Return an error's message with the argument of a column that would read the value.

    >>> try:
    ...     read_text("02/05/12", CellOptions())
    ... except ShamsiError as error:
    ...     print(worded(error))
    two-digit year '02' is ambiguous; century=1400 reads it as 1402
    """
    advice = error.advice
    if advice is None:
        return error.problem
    way = _WORDED.get(advice.name, advice.python.removeprefix("pass "))
    if advice.name in ("century", "era"):
        way = way.replace(" to read it ", " reads it ", 1).replace(" if you mean ", " reads ", 1)
        way = way.replace(" or solar-hijri to keep ", ' era="solar-hijri" keeps ', 1)
    return f"{error.problem}; {way}" if way else error.problem


def _way_from(value: object) -> str:
    """What to do with a value of another type, such as a date of jdatetime."""
    for method in ("togregorian", "to_gregorian"):
        if callable(getattr(value, method, None)):
            return f"convert it first with its method {method}()"
    return "give text, a date or a whole number of eight digits"


def _timeless(text: str, options: CellOptions) -> int:
    """The day of a text with a colon that is not a time; errors do not advise to accept times."""
    try:
        return _day(text, options)
    except ParseError as error:
        raise ParseError(error.problem) if reason_of(error) == "time-of-day" else error from None


def _day(text: str, options: CellOptions) -> int:
    """The number of the day that a text without a time names."""
    latin = plain(text)
    if numbers.is_numeric(latin):
        try:
            return _solar(*numbers.parse(text, options.century, options.ahead))
        except ParseError as error:
            if options.gregorian == "pass" and reason_of(error) == "looks-gregorian":
                year, month, day = numbers.parse(text, None, 0)
                # 12/30/2025: only an American order makes it a date; 2025-13-01 is a slip
                is_last = len((numbers.parts(text) or ("",))[0]) < 3
                swaps = is_last and month > 12 >= day
                return _gregorian(year, *((day, month) if swaps else (month, day)))
            raise
    return _in_words(text, options)


def _in_words(text: str, options: CellOptions) -> int:
    try:
        date = Date.parse(text, century=options.century, era=options.era)
    except ParseError as error:
        if options.gregorian == "pass" and reason_of(error) == "looks-gregorian":
            from shamsi.text.phrase.expression import gregorian_day

            day = gregorian_day(text)
            if day is not None:
                return day.toordinal() - EPOCH_ORDINAL
        raise
    return date.ordinal - EPOCH_ORDINAL


def _solar(year: int, month: int, day: int) -> int:
    if not is_valid(year, month, day):
        raise refusal(year, month, day)
    return days(year, month, day)


def _gregorian(year: int, month: int, day: int) -> int:
    try:
        return dt.date(year, month, day).toordinal() - EPOCH_ORDINAL
    except ValueError:
        raise DateError(f"no such Gregorian day: {to_iso(year, month, day)}") from None


def _of_moment(moment: dt.datetime, options: CellOptions) -> Cell:
    """A `datetime`: a day if it is midnight, otherwise a day with a time."""
    clock = moment.time()
    passed = (clock.hour * 60 + clock.minute) * 60 + clock.second
    microseconds = passed * 1_000_000 + clock.microsecond
    cell = _in_range(moment.toordinal() - EPOCH_ORDINAL)
    if not microseconds and moment.tzinfo is None:
        return cell
    if options.times == "refuse":
        raise ParseError(f"has a time of day: {moment.isoformat(' ')}", advice=Advice("time"))
    if moment.tzinfo is not None:
        way = "convert it to one time zone first, or drop the zone"
        raise ParseError(
            f"has a time zone: {moment.isoformat(' ')}", advice=Advice("offset", python=way)
        )
    return Cell(cell.day, microseconds if options.times == "keep" else 0)


def _in_range(day: int) -> Cell:
    if day < MIN_DAYS:
        date = dt.date.fromordinal(day + EPOCH_ORDINAL)
        raise RangeError(f"date must be 0622-03-21..9999-12-31, got {date}")
    return Cell(day)


def whole_number(value: Any, /) -> int | None:
    """Return a whole number of any numeric type as an int; None for a bool or anything else.

    >>> whole_number(14020512.0), whole_number(1.5), whole_number(True)
    (14020512, None, None)
    """
    if type(value).__name__ in ("bool", "bool_"):
        return None
    try:
        return index(value)
    except TypeError:
        pass
    try:
        return int(value) if int(value) == value else None
    except (TypeError, ValueError, OverflowError, ArithmeticError):
        return None


def _is_missing(value: Any) -> bool:
    """Whether a value is NaN, NaT or NA: none of them equals itself."""
    try:
        return not bool(value == value)  # noqa: PLR0124
    except (ArithmeticError, TypeError, ValueError):  # a signalling NaN, pandas' NA, an array
        return type(value).__name__ == "NAType"
