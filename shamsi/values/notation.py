"""Read periods in numbers: 1404, 1404-05, 1404-S2, 136X, and from one to another."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

import re

from shamsi._errors import ShamsiError, shown
from shamsi.calendar.kernel import days, is_valid
from shamsi.formats.names import FILES, unknown_language
from shamsi.formats.numeric import (
    checked_century,
    plain,
    refusal,
    refuse_gregorian_period,
    refuse_imperial_period,
)
from shamsi.values.units import Run, part

_LETTERS = {"S": "season", "Q": "season", "H": "half"}
_FORM = re.compile(r"([0-9]{3})X|([0-9]{4})(?:-([SQH])([0-9])|-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def read(text: str, /) -> Run | None:
    """Return the day numbers of a period in the notation of `Period.native`; None for other text.

    The digits are of three sets. Raises ParseError for the years 1700..2200 and 2500..2537, which
    look Gregorian and Imperial, ShamsiError for an end before the start, the errors of `part` for
    periods that do not exist, TypeError for anything but text.

    >>> read("1404-05"), read("۱۴۰۴-S2"), read("مرداد")
    ((20292, 20322), (20261, 20353), None)
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
    forms = [_FORM.fullmatch(form.strip()) for form in plain(text).upper().split("/")]
    if len(forms) > 2 or not all(forms):
        return None
    runs = [_run(form, text) for form in forms if form]
    if runs[-1][1] < runs[0][0]:
        raise ShamsiError(f"the end must not be before the start; swap them, got {shown(text)}")
    return runs[0][0], runs[-1][1]


def checked(lang: str | None, century: int | None, /) -> int | None:
    """Return the century as a plain int, or None; raises for an unknown language or century.

    >>> checked("fa", 1300)
    1300
    """
    if lang is not None and lang not in FILES:
        raise unknown_language(lang)
    return None if century is None else checked_century(century)


def _run(form: re.Match[str], text: str) -> Run:
    decade, fields = form[1], form[2]
    year = int(decade) * 10 if decade else int(fields)
    refuse_gregorian_period(year, text)
    refuse_imperial_period(year, text)
    if decade:
        return part("decade", max(year, 1))
    if form[3]:
        return part(_LETTERS[form[3]], year, int(form[4]))
    if not form[5]:
        return part("year", year)
    if not form[6]:
        return part("month", year, int(form[5]))
    month, day = int(form[5]), int(form[6])
    if not is_valid(year, month, day):
        raise refusal(year, month, day)
    number = days(year, month, day)
    return number, number
