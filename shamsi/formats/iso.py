"""Read times and offsets in ISO 8601's layout, and split the text of a date-time."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

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
    """The date of a text, its time, its offset and its tags in brackets. All may be empty."""

    day: str
    time: dt.time
    offset: str
    tags: str

    @property
    def tzinfo(self) -> dt.tzinfo | None:
        """The offset as a time zone."""
        return dt.timezone(read_offset(self.offset)) if self.offset else None


def split(text: str, /, *, example: str) -> Parts:
    """Split the text of a date-time into a date, a time, an offset and tags.

    ``T`` or a blank is between date and time, which has at least hours and minutes. Raises
    ParseError, which shows the example, for another layout or a time finer than a microsecond;
    DateError for a time that does not exist; TypeError for anything but text.

    >>> split("1403-12-30T14:05+03:30", example="")
    Parts(day='1403-12-30', time=datetime.time(14, 5), offset='+03:30', tags='')
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, got {shown(text)} ({type(text).__name__})")
    matched = _TEXT.fullmatch(text)
    if matched is None:
        raise ParseError(
            f"text must be a date and time in ISO layout, such as {example}, got {shown(text)}"
        )
    day, hour, minute, second, fraction, offset, tags = matched.groups("")
    if fraction[6:].strip("0"):
        raise ParseError(f"text must not be finer than a microsecond, got {shown(text)}")
    time = clock.time(int(hour), int(minute), int(second or 0), int(fraction[:6].ljust(6, "0")))
    if offset:
        read_offset(offset)
    return Parts(day, time, offset, tags)
