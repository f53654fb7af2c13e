"""Dates in the metadata of a file, made coarser and still valid."""

from __future__ import annotations

import re

_STAMP = re.compile(r"(\d{4})(-\d\d)(-\d\d)(T[\d:.]+)?(.*)", re.DOTALL)
_NOTHING = "1970-01-01"  # the day that tools write where there is none
_MIDNIGHT = "T00:00:00"


def blurred(text: str, keep: str) -> str:
    """A date of ISO 8601 with only its month or year kept: the first day of it, at midnight.

    >>> blurred("2025-08-09T10:11:12Z", "month"), blurred("2025-08-09", "nothing")
    ('2025-08-01T00:00:00Z', '1970-01-01')
    """
    found = _STAMP.fullmatch(text.strip())
    if not found:
        return f"{_NOTHING}{_MIDNIGHT}Z" if text.strip() else text
    year, month, _, clock, zone = found.groups()
    day = {"month": f"{year}{month}-01", "year": f"{year}-01-01"}.get(keep, _NOTHING)
    return day + (_MIDNIGHT + zone if clock else zone)
