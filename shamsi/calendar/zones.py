"""Time zones: by their names, by an offset from UTC, and what their clocks show of an instant."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt

from shamsi._errors import ParseError, RangeError, ShamsiError, shown
from shamsi._guesses import Needed
from shamsi.calendar.kernel import EPOCH_ORDINAL, MIN_DAYS

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_FIRST = MIN_DAYS + EPOCH_ORDINAL


def zone(tz: str | dt.tzinfo, /) -> dt.tzinfo:
    """Return the time zone of an IANA name, or the zone itself.

    Raises ShamsiError for a name that the database of zones does not have, TypeError for anything
    that is not a zone.

    >>> zone("Asia/Tehran")
    zoneinfo.ZoneInfo(key='Asia/Tehran')
    """
    if isinstance(tz, dt.tzinfo):
        return tz
    if isinstance(tz, Needed):
        raise TypeError(f"tz must be given, no zone is assumed: {tz.call}")
    if not isinstance(tz, str):
        raise TypeError(
            "tz must be the name of a zone or a datetime.tzinfo, "
            f"got {shown(tz)} ({type(tz).__name__})"
        )
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(tz)
    except (KeyError, ValueError, OSError):
        # no such name, or a path that may not or cannot be opened
        raise ShamsiError(
            f"tz must be a name of the IANA database such as 'Asia/Tehran', got {shown(tz)}; "
            "where the system has no database, install the package tzdata"
        ) from None


def read_offset(text: str, /) -> dt.timedelta:
    """Return the offset from UTC that is written as ``Z`` or a sign, hours, minutes and seconds.

    Colons are optional; the caller checks the shape. Raises ParseError for an offset of a day or
    more, or of 60 minutes or seconds.

    >>> read_offset("+03:30"), read_offset("-032544")
    (datetime.timedelta(seconds=12600), datetime.timedelta(days=-1, seconds=74056))
    """
    if text in ("Z", "z"):
        return dt.timedelta(0)
    whole, _, part = text[1:].replace(":", "").partition(".")
    hours, minutes, seconds = (int(whole[at : at + 2] or 0) for at in (0, 2, 4))
    if hours > 23 or max(minutes, seconds) > 59:
        raise ParseError(f"offset must be within -23:59:59..+23:59:59, got {shown(text)}")
    offset = dt.timedelta(
        hours=hours, minutes=minutes, seconds=seconds, microseconds=int(part.ljust(6, "0"))
    )
    return -offset if text[0] == "-" else offset


def in_zone(moment: dt.datetime, there: dt.tzinfo, /) -> dt.datetime:
    """Return the same instant as the clocks of a zone show it; RangeError after 9999-12-31 there.

    >>> in_zone(dt.datetime(2025, 3, 20, 14, 5, tzinfo=dt.UTC), zone("Asia/Tehran")).isoformat()
    '2025-03-20T17:35:00+03:30'
    """
    try:
        return moment.astimezone(there)
    except OverflowError:
        raise RangeError(
            f"the moment must be 0622-03-21..9999-12-31 there and in UTC, got {moment}"
        ) from None


def at(seconds: float, there: dt.tzinfo, /) -> dt.datetime:
    """Return what the clocks of a zone show some seconds after 1970-01-01T00:00Z.

    It is rounded to the nearest microsecond. Raises RangeError outside 0622-03-21..9999-12-31,
    TypeError for anything that is not a number.

    >>> at(1742479500, dt.UTC).isoformat()
    '2025-03-20T14:05:00+00:00'
    """
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise TypeError(
            f"seconds must be a number, got {shown(seconds)} ({type(seconds).__name__})"
        )
    try:
        moment = in_zone(_EPOCH + dt.timedelta(seconds=seconds), there)
    except (OverflowError, ValueError):  # too many, infinitely many, or no number
        moment = _EPOCH.min
    if moment.toordinal() < _FIRST:
        raise RangeError(f"seconds must lie in 0622-03-21..9999-12-31, got {shown(seconds)}")
    return moment


def settled(moment: dt.datetime, /) -> dt.datetime:
    """Return the same instant as the clocks of its zone show it.

    A time that they skip moves on by what is skipped, or back with ``fold=1``; ``fold`` is 1 only
    where a time comes twice. A moment without a zone stays.

    >>> settled(dt.datetime(2022, 3, 22, 0, 30, tzinfo=zone("Asia/Tehran"))).isoformat()
    '2022-03-22T01:30:00+04:30'
    """
    if moment.utcoffset() is None:
        return moment
    try:
        return moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    except OverflowError:
        # within a day of either end of the calendar, where no zone moves its clocks
        return moment
