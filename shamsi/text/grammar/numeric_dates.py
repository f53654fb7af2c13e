"""Match dates of three numbers with marks between them, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Set

Printed = tuple[str, str, str, str]  # three numbers, and the mark between them
Found = tuple[Printed, int]  # with the end of the match

_JOINED = re.compile(
    r"([0-9]{1,4})([/.\\ر-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9a-su-z]|t(?![0-9])|[/.][0-9]|(?<=[.-][0-9]{4})-[0-9]|-[0-9]{1,2}-)"
)
_SPACED = re.compile(r"([0-9]{1,4}) ?(/) ?([0-9]{1,2}) ?/ ?([0-9]{1,4})(?![0-9a-z]| ?/)")
_DASHED = re.compile(r"([0-9]{1,4}) ?(-) ?([0-9]{1,2}) ?- ?([0-9]{1,4})(?![0-9a-z]| ?[-/.])")
_FIELDS = re.compile(r"([0-9]{4}) ?\| ?([0-9]{1,2}) ?\| ?([0-9]{1,2})(?= ?(?:\||\}\}))")
_LOOSE = ("ر", "\\")  # they are marks of dates with a full year alone: «۲۰ر۷ر۱۳۰۹»
SEPARATORS = ("/", ".", "-", *_LOOSE)
FIELD = "|"  # of a template: {{تاریخ تولد|1352|11|9}}
MARKS = (*SEPARATORS, FIELD)
_FULL = 4  # digits of a year


def joined(text: str, start: int) -> Found | None:
    """Match three numbers without blanks: 1404/05/18.

    >>> joined("1404/05/18", 0)
    (('1404', '05', '18', '/'), 10)
    """
    found = _JOINED.match(text, start)
    return _printed(found) if found and (found[2] not in _LOOSE or _has_year(found)) else None


def spaced(text: str, start: int) -> Found | None:
    """Match three numbers with blanks around their slashes: 1404 / 05 / 18."""
    found = _SPACED.match(text, start)
    return _printed(found) if found and _has_year(found) else None


def dashed(text: str, start: int) -> Found | None:
    """Match three numbers with blanks around their dashes: 18 - 05 - 1404."""
    found = _DASHED.match(text, start)
    return _printed(found) if found and _has_year(found) else None


def in_template(text: str, start: int, templates: Set[str]) -> Printed | None:
    """Match the fields of a date in a template that is named after one."""
    name = text[text.rfind("{{", 0, start) + 2 : start].partition(FIELD)[0]
    found = _FIELDS.match(text, start) if name.strip().lower() in templates else None
    return (found[1], found[2], found[3], FIELD) if found else None


def _printed(found: re.Match[str]) -> Found:
    return (found[1], found[3], found[4], found[2]), found.end()


def _has_year(found: re.Match[str]) -> bool:
    return _FULL in (len(found[1]), len(found[4]))
