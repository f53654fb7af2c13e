"""Time zones by their names."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ShamsiError, shown


def zone(tz: str | dt.tzinfo, /) -> dt.tzinfo:
    """Return the time zone of an IANA name, or the zone itself.

    Raises ShamsiError for a name that the database of zones does not have, TypeError for what is no zone.

    >>> zone("Asia/Tehran")
    zoneinfo.ZoneInfo(key='Asia/Tehran')
    """
    if isinstance(tz, dt.tzinfo):
        return tz
    if not isinstance(tz, str):
        raise TypeError(f"tz must be the name of a zone or a datetime.tzinfo, got {shown(tz)} ({type(tz).__name__})")
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(tz)
    except (KeyError, ValueError, OSError):  # no such name, or a path that may not or cannot be opened
        raise ShamsiError(
            f"tz must be a name of the IANA database such as 'Asia/Tehran', got {shown(tz)}; "
            "where the system has no database, install the package tzdata"
        ) from None
