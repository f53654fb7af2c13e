"""Write and read date-times of RFC 9557: ISO (Gregorian) date and time, zone, and calendar tag.

https://www.rfc-editor.org/rfc/rfc9557; if it leaves a choice, this follows ECMAScript's Temporal.
"""

from __future__ import annotations

import datetime as dt
import re

from shamsi._errors import DateError, ParseError, ShamsiError, shown
from shamsi.calendar.zones import in_zone, read_offset, settled, zone
from shamsi.formats.iso import Parts, split

_EXAMPLE = "2025-08-09T12:00:00+03:30[Asia/Tehran][u-ca=persian]"
_CALENDAR = "[u-ca=persian]"
_MINUTE = dt.timedelta(minutes=1)
_FIXED = re.compile(r"[+-][0-9]{2}:[0-9]{2}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TAG = re.compile(
    r"\[(!?)(?:([a-z_][a-z0-9_-]*)=([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)|([A-Za-z._+-][A-Za-z0-9._+:/-]*))\]"
)


def write(moment: dt.datetime, /) -> str:
    """Return the text of a Gregorian date-time.

    A time that its zone skips is written as the clocks show that instant. The format has no seconds
    of an offset, so the offset is rounded to the minute; the zone's name makes it exact. Raises
    ShamsiError for a zone that has neither a name nor an offset in whole minutes.

    >>> write(dt.datetime(2025, 8, 9, 12, tzinfo=zone("Asia/Tehran")))
    '2025-08-09T12:00:00+03:30[Asia/Tehran][u-ca=persian]'
    """
    moment = settled(moment)
    offset, local = moment.utcoffset(), moment.replace(tzinfo=None).isoformat()
    if offset is None:
        return f"{local}{_CALENDAR}"
    return f"{local}{_offset(offset)}[{_name(moment, offset)}]{_CALENDAR}"


def _name(moment: dt.datetime, offset: dt.timedelta) -> str:
    name: object = "UTC" if moment.tzinfo is dt.UTC else getattr(moment.tzinfo, "key", None)
    if isinstance(name, str):
        return name
    if not isinstance(moment.tzinfo, dt.timezone) or offset % _MINUTE:
        raise ShamsiError(
            "tzinfo must be a zoneinfo.ZoneInfo or a datetime.timezone of whole minutes to be "
            "written by RFC 9557, "
            f"got {shown(moment.tzinfo)}; isoformat writes any offset"
        )
    return _offset(offset)


def _minutes(offset: dt.timedelta) -> int:
    """Return an offset in minutes. A half is rounded away from zero."""
    whole = (abs(offset) + _MINUTE / 2) // _MINUTE
    return -whole if offset < dt.timedelta(0) else whole


def _offset(offset: dt.timedelta) -> str:
    minutes = _minutes(offset)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def read(text: str, /) -> dt.datetime:
    """Return the Gregorian date-time of a text.

    Tags other than zone and calendar are ignored unless they are critical. Raises ParseError for
    other text, for a zone without an offset or with an offset that it does not have then, and for
    an unknown critical tag; DateError for a day or time that does not exist.

    >>> read("2025-08-09T08:30:00Z[Asia/Tehran][u-ca=persian]").isoformat()
    '2025-08-09T12:00:00+03:30'
    """
    parts = split(text, example=_EXAMPLE)
    name = _zone_of(parts.tags, text)
    if not _DATE.fullmatch(parts.day):
        raise ParseError(
            f"date must be YYYY-MM-DD in an RFC 9557 text such as {_EXAMPLE}, got {shown(text)}"
        )
    try:
        moment = dt.datetime.combine(dt.date.fromisoformat(parts.day), parts.time)
    except ValueError as error:
        raise DateError(
            f"{error}; an RFC 9557 text holds the ISO (Gregorian) date, got {shown(text)}"
        ) from None
    if not name:
        return moment.replace(tzinfo=parts.tzinfo)
    return _in_zone(moment, parts, name, text)


def _zone_of(tags: str, text: str) -> str:
    """Return the name of the zone, which is the first tag. All others must have a key."""
    found = _TAG.findall(tags)
    if (
        "".join(
            f"[{flag}{key}={value}]" if key else f"[{flag}{zone}]"
            for flag, key, value, zone in found
        )
        != tags
    ):
        raise ParseError(
            f"tags must be [zone] and then [key=value], as in {_EXAMPLE}, got {shown(text)}"
        )
    if any(name for _, _, _, name in found[1:]):
        raise ParseError(
            f"a zone must be the first tag and the only one of its kind, got {shown(text)}"
        )
    keys = [key for _, key, _, _ in found if key]
    for flag, key, value, _ in found:
        if flag and key and ((key, value.lower()) != ("u-ca", "persian") or keys.count(key) > 1):
            raise ParseError(
                f"tag [!{key}={value}] is critical but not supported, got {shown(text)}"
            )
    return found[0][3] if found else ""


def _in_zone(moment: dt.datetime, parts: Parts, name: str, text: str) -> dt.datetime:
    """Return a date-time in the zone of its tag, at the printed offset."""
    if not parts.offset:
        raise ParseError(
            f"text must have an offset before its zone, as in {_EXAMPLE}, got {shown(text)}"
        )
    there = _named(name, text)
    if parts.offset in ("Z", "z", "-00:00"):  # the time is UTC, not that of the zone
        return in_zone(moment.replace(tzinfo=dt.UTC), there)
    for fold in (0, 1):
        local = moment.replace(tzinfo=there, fold=fold)
        if (
            settled(local) == local
            and settled(local).replace(tzinfo=None) == moment
            and _fits(local, parts.offset)
        ):
            return local
    raise ParseError(
        f"{name} does not have the offset {parts.offset} at {moment.isoformat()}, got {shown(text)}"
    )


def _named(name: str, text: str) -> dt.tzinfo:
    if name == "UTC":
        return dt.UTC
    try:
        return dt.timezone(read_offset(name)) if _FIXED.fullmatch(name) else zone(name)
    except ShamsiError as error:
        raise ParseError(f"zone [{name}] is unknown: {error}") from None


def _fits(local: dt.datetime, written: str) -> bool:
    """Whether a zone has an offset then. An offset in minutes must be the nearest."""
    offset, said = local.utcoffset(), read_offset(written)
    assert offset is not None
    return offset == said or (len(written) <= len("+03:30") and _minutes(offset) * _MINUTE == said)
