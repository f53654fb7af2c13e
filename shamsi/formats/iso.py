"""Times and offsets in ISO 8601's layout, and where a date-time's text is parted."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker are answered too

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from shamsi._errors import ParseError, shown
from shamsi.calendar import clock
from shamsi.calendar.zones import read_offset

_TEXT = re.compile(
    r"([^T\[ ]+)[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,6})?)?)?)?(\[.*)?",
    re.IGNORECASE | re.ASCII,
)


class Parts(NamedTuple):
    """The date of a text, its time, the offset and the tags in brackets as they are written, or nothing."""

    day: str
    time: dt.time
    offset: str
    tags: str

    @property
    def tzinfo(self) -> dt.tzinfo | None:
        """The offset as a time zone."""
        return dt.timezone(read_offset(self.offset)) if self.offset else None


def split(text: str, /, *, example: str) -> Parts:
    """Part the text of a date-time: a date, ``T`` or a blank, hours and minutes at least, an offset, tags.

    Raises ParseError, which shows the example, for a text in no such layout or finer than a microsecond; DateError for
    a time that no clock shows; TypeError for what is not text.

    >>> split("1403-12-30T14:05+03:30", example="")
    Parts(day='1403-12-30', time=datetime.time(14, 5), offset='+03:30', tags='')
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
    matched = _TEXT.fullmatch(text)
    if matched is None:
        raise ParseError(f"text must be a date and time in ISO layout, such as {example}, got {shown(text)}")
    day, hour, minute, second, fraction, offset, tags = matched.groups("")
    if fraction[6:].strip("0"):
        raise ParseError(f"text must not be finer than a microsecond, got {shown(text)}")
    time = clock.time(int(hour), int(minute), int(second or 0), int(fraction[:6].ljust(6, "0")))
    if offset:
        read_offset(offset)
    return Parts(day, time, offset, tags)
