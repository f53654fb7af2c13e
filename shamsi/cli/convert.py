"""The verb `convert`: one date in, one line out; the direction is said, never guessed."""

import datetime as dt
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator

from shamsi._errors import DateError, RangeError, ShamsiError
from shamsi.cli.quoting import complain, isolate
from shamsi.formats.numeric import parse_fields
from shamsi.values.date import Date


def run(options: Namespace) -> int:
    """0 when every value was converted, 2 when one was not; an empty line stands for what could not be."""
    answer = _conversion(options)
    isolated = sys.stdout.isatty()
    awaited = not options.values and not sys.stdin.seekable()  # who writes to a pipe may wait for each answer
    status = 0
    for place, value in _values(options.values):
        try:
            line = answer(value) if value else ""
        except ShamsiError as error:
            line, status = "", 2
            sys.stdout.flush()  # both streams in one file keep their order
            complain(f"{place}{error}")
        print(isolate(line) if isolated else line, flush=awaited)
    return status


def _conversion(options: Namespace) -> Callable[[str], str]:
    """What makes an answer of a value; plain numbers need nothing that prints patterns."""
    pattern, lang, digits = options.format, options.lang, options.digits
    if (pattern, lang, digits) == (None, "en", None):
        return {"gregorian": to_gregorian, "persian": to_persian}[options.to]
    pattern = pattern or "%F"
    if options.to == "persian":
        return lambda value: _persian(value).format(pattern, lang=lang, digits=digits)
    from shamsi.cli.gregorian import writer

    write = writer(pattern, lang, digits)
    return lambda value: write(Date.parse(value).gregorian)


def to_gregorian(value: str) -> str:
    """The Gregorian date of a Persian one.

    >>> to_gregorian("۱۴۰۳/۱۲/۳۰")
    '2025-03-20'
    """
    return Date.parse(value).gregorian.isoformat()


def to_persian(value: str) -> str:
    """The Persian date of a Gregorian one.

    >>> to_persian("2025-03-20")
    '1403-12-30'
    """
    return _persian(value).isoformat()


def _persian(value: str) -> Date:
    return Date.from_gregorian(_gregorian(value))


def _values(arguments: list[str]) -> Iterator[tuple[str, str]]:
    """Each value after the words that say where it stood; a line's value is empty when the line is."""
    if arguments:
        yield from (("", value) for value in arguments)
        return
    for number, line in enumerate(sys.stdin, 1):
        yield f"line {number}: ", line.strip().removeprefix("\ufeff")


def _gregorian(value: str) -> dt.date:
    year, month, day = parse_fields(value, example="2025-03-20")
    if year < 622:
        raise RangeError(f"year must be 622..9999, got {year}")
    if not 1 <= month <= 12:
        raise DateError(f"month must be 1..12, got {month}")
    length = 31 if month == 12 else (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day
    if not 1 <= day <= length:
        raise DateError(f"day must be 1..{length} in {year:04d}-{month:02d}, got {day}")
    return dt.date(year, month, day)
