"""Argument types: each reads a value, or raises an error that names the allowed values."""

from __future__ import annotations

import argparse
import codecs
import os

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.calendar_names import canonical, reckoning_of
from shamsi.calendar.eras import OFFSETS, likely
from shamsi.calendar.kernel import MAX_YEAR, MIN_YEAR
from shamsi.cli.escaping import has_control_chars
from shamsi.formats.numeric import GREGORIAN_YEARS, plain

_MOST_JOBS = 256
_ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1256",
    "windows-1256",
    "iso8859-6",
    "cp720",
)
_ESCAPES = (
    "idna",
    "punycode",
    "unicode-escape",
    "raw-unicode-escape",
    "undefined",
)  # of names and of code

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import Any


def pattern(value: str) -> str:
    """A strftime pattern that prints a day on one line, without control characters.

    >>> pattern("%-d %B %Y")
    '%-d %B %Y'
    """
    from shamsi.values.date import Date

    if not value or has_control_chars(value):
        raise argparse.ArgumentTypeError(
            "must print one line: a directive such as %Y, and no control character but the tab, "
            f"got {shown(value)}"
        )
    try:
        Date.min.format(value)
    except ShamsiError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return value


def calendar(value: str) -> str:
    """The name of a calendar, also from an alias.

    >>> calendar("Jalali")
    'persian'
    """
    try:
        return canonical(value)
    except ShamsiError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def any_calendar(value: str) -> str:
    """The name of a calendar for `convert`, where a lunar one has its reckoning in an option.

    >>> any_calendar("ghamari")
    'islamic'
    """
    if value.strip().casefold() in ("islamic-umalqura", "islamic-civil", "umm-al-qura"):
        raise argparse.ArgumentTypeError(
            f"{shown(value)} is a reckoning of lunar dates: "
            f"write islamic with --reckoning {reckoning(value)}"
        )
    return calendar(value)


def reckoning(value: str) -> str:
    """The name of a reckoning of lunar dates, also from its name in CLDR.

    >>> reckoning("islamic-umalqura")
    'umm-al-qura'
    """
    try:
        return reckoning_of(value)
    except ShamsiError:
        return value  # the parser names the choices


def century(value: str) -> int:
    """The first of a hundred Solar Hijri years, in any digits.

    >>> century("۱۳۵۰")
    1350
    """
    number = _number(value)
    if not MIN_YEAR <= number <= MAX_YEAR - 99:
        raise argparse.ArgumentTypeError(
            f"must be a year of {MIN_YEAR}..{MAX_YEAR - 99}, got {shown(value)}"
        )
    return number


def year(value: str) -> int:
    """A Solar Hijri year in any digits; one that looks Gregorian is rejected.

    >>> year("۱۴۰۴")
    1404
    """
    number = _number(value)
    if number in GREGORIAN_YEARS:
        raise argparse.ArgumentTypeError(
            f"looks Gregorian: {number} begins in {number - 622} and ends in {number - 621}; "
            "give one of these"
        )
    if eras := likely(number):
        same = " or ".join(f"{number - OFFSETS[era]} ({era})" for era in eras)
        message = f"{number} is of another era: give the Solar Hijri year, {same}"
        raise argparse.ArgumentTypeError(message)
    if not MIN_YEAR <= number <= MAX_YEAR:
        raise argparse.ArgumentTypeError(
            f"must be a Solar Hijri year, {MIN_YEAR}..{MAX_YEAR}, got {shown(value)}"
        )
    return number


def month(value: str) -> int:
    """The number of a month in any digits.

    >>> month("8")
    8
    """
    number = _number(value)
    if not 1 <= number <= 12:
        raise argparse.ArgumentTypeError(
            f"must be the number of a month, 1..12, got {shown(value)}"
        )
    return number


def _number(value: str) -> int:
    """The number of some digits; 0 for any other text."""
    digits = plain(value)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0


def years(value: str) -> tuple[int, int]:
    """A first and a last year.

    >>> years("1300-1450")
    (1300, 1450)
    """
    first, dash, last = value.partition("-")
    texts = (first, last if dash else first)
    years = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 5]
    if len(years) != 2 or not MIN_YEAR <= years[0] <= years[1] <= MAX_YEAR:
        raise argparse.ArgumentTypeError(
            f"must be a year or two of {MIN_YEAR}..{MAX_YEAR}, the first one first, "
            f"such as 1300-1450, got {shown(value)}"
        )
    if years[0] in GREGORIAN_YEARS and years[1] in GREGORIAN_YEARS:
        raise argparse.ArgumentTypeError(
            f"looks Gregorian: give Solar Hijri years, such as {years[0] - 622}-{years[1] - 621}"
        )
    return years[0], years[1]


def language(value: str) -> str:
    """The code of a language or the path of a language file.

    Errors in the file are raised before any document is read.

    >>> language("fa")
    'fa'
    """
    from shamsi.lang.language import LANGUAGES

    if value in LANGUAGES:
        return value
    if not (value.endswith(".toml") and os.path.exists(value)):
        from shamsi.cli.arguments import did_you_mean

        known, guess = (
            ", ".join(LANGUAGES),
            did_you_mean.meant(did_you_mean.language(value, LANGUAGES)),
        )
        raise argparse.ArgumentTypeError(
            f"unknown language {shown(value)}; "
            f"choose from {known} or the path of a .toml file{guess}"
        )
    from shamsi.lang.lexicon import lexicon
    from shamsi.text.grammar.matcher import grammar_of

    try:
        words = lexicon((value,))
        words.vocabulary(words.languages[value].code)
        grammar_of(words, value)
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return value


def confidence(value: str) -> float:
    """A number from 0 to 1.

    >>> confidence(".5")
    0.5
    """
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 1, got {value!r}")
    return number


def finding_code(value: str) -> str:
    """The code of a finding.

    >>> finding_code("pair-mismatch")
    'pair-mismatch'
    """
    from shamsi.text.policy import code

    chosen: str = _read(code, value)
    return chosen


def exception(value: str) -> str:
    """A pair that may differ.

    >>> exception("1299-12-03 = 1921-02-21")
    '1299-12-03 = 1921-02-21'
    """
    from shamsi.text.policy import BORJI
    from shamsi.text.policy import exception as read

    if value != BORJI:
        _read(read, value)
    return value


def per_file_ignore(value: str) -> tuple[str, tuple[str, ...]]:
    """A pattern of files, relative to the working directory, and the code that is ignored in them.

    >>> per_file_ignore("*.md=pair-mismatch")
    ('*.md', ('pair-mismatch',))
    """
    from pathlib import Path

    from shamsi.cli.inputs.globs import anchored

    pattern, _, code = value.rpartition("=")
    if not pattern:
        raise argparse.ArgumentTypeError(
            f"must be a pattern and a code, such as *.md=pair-mismatch, got {value!r}"
        )
    return anchored(pattern, Path()), (finding_code(code),)


def tolerance(value: str) -> int | str:
    """Days that a lunar date may be off, or the word for none by the Umm al-Qura calendar.

    >>> tolerance("1"), tolerance("umm-al-qura")
    (1, 'umm-al-qura')
    """
    from shamsi.text.policy import policy

    digits = plain(value)
    days = int(digits) if digits.isascii() and digits.isdigit() else value
    allowed: int | str = _read(lambda one: policy(lunar_tolerance=one).lunar_tolerance, days)
    return allowed


def pair(value: str) -> tuple[str, str, str]:
    """Two columns of a table, and the calendar of the second one.

    >>> pair("jdate=gdate"), pair("jdate=islamic:hdate")
    (('jdate', 'gdate', 'gregorian'), ('jdate', 'hdate', 'islamic'))
    """
    solar, _, other = value.partition("=")
    calendar, mark, name = other.partition(":")
    try:
        known = canonical(calendar) if mark else "gregorian"
    except ShamsiError:
        known, mark = "gregorian", ""
    if not mark:
        name = other
    if not solar or not name or known == "persian":
        raise argparse.ArgumentTypeError(
            "must be two columns, SOLAR=GREGORIAN or SOLAR=islamic:LUNAR, such as jdate=gdate, "
            f"got {shown(value)}"
        )
    return solar, name, known


def _read(read: Callable[[Any], Any], value: Any) -> Any:
    """Read a value; a ValueError loses the parameter's name, because argparse names the option."""
    try:
        return read(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error).partition(" ")[2]) from error


def reference(value: str) -> dt.date | str:
    """A Gregorian day, or the word `auto`.

    >>> reference("2025-12-15")
    datetime.date(2025, 12, 15)
    """
    return value if value == "auto" else _day(value, "auto")


def day(value: str) -> dt.date | str:
    """A Gregorian day, or the word `today`.

    >>> day("today")
    'today'
    """
    return value if value == "today" else _day(value, "today")


def _day(value: str, word: str) -> dt.date:
    """A Gregorian day; the error names the word that is allowed, too."""
    import datetime as dt

    try:
        day = dt.date.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"must be a Gregorian date like 2025-12-15, or {word}, got {value!r}"
        ) from error
    if 1200 <= day.year < 1500:
        raise argparse.ArgumentTypeError(
            "looks Persian: give the Gregorian date that "
            f"`shamsi convert {value} --to gregorian` prints"
        )
    return day


def encoding(value: str) -> str:
    """The name of an encoding of text.

    >>> encoding("CP1256")
    'cp1256'
    """
    try:
        name = codecs.lookup(value).name
        if "a".encode(value).decode(value) == "a" and name not in _ESCAPES:
            return name
        raise LookupError
    except (LookupError, ValueError):
        from shamsi.cli.arguments import did_you_mean

        guess = did_you_mean.meant(did_you_mean.near(value, _ENCODINGS))
        message = (
            f"must be an encoding of text, such as utf-8, cp1256 or iso8859-6, got {value!r}{guess}"
        )
        raise argparse.ArgumentTypeError(message) from None


def jobs(value: str) -> int:
    """A number of processes.

    >>> jobs("4")
    4
    """
    if not (value.isdecimal() and 1 <= int(value) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(f"must be 1 .. {_MOST_JOBS}, got {value!r}")
    return int(value)


_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "\\t": "\t"}


def delimiter(value: str) -> str:
    r"""The sign between columns, from the sign or its name.

    >>> delimiter(";"), delimiter("tab")
    (';', '\t')
    """
    sign = _DELIMITERS.get(value.lower(), value)
    if sign not in _DELIMITERS.values():
        names = ", ".join(name for name in _DELIMITERS if name.isalpha())
        raise argparse.ArgumentTypeError(
            f"delimiter must be one of , ; | or tab ({names}), got {shown(value)}"
        )
    return sign
