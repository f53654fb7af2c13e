"""Instants to ask time zones about: spread over every zone, and at each change of some zones' clocks."""

import datetime as dt
import random
from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

ZONES = sorted(available_timezones())
TEHRAN = ZoneInfo("Asia/Tehran")
_FIRST = dt.datetime(622, 3, 23, tzinfo=dt.UTC)
_LAST = dt.datetime(9999, 12, 29, tzinfo=dt.UTC)
_KNOWN = (
    dt.datetime(1850, 1, 1, tzinfo=dt.UTC),
    dt.datetime(2040, 1, 1, tzinfo=dt.UTC),
)  # clocks change in these years


def instants(count: int, seed: int = 1404) -> Iterator[dt.datetime]:
    """Instants at random, to the microsecond, in each zone in turn; every second of a zone while its clocks change."""
    source = random.Random(seed)
    for number in range(count):
        first, last = (_FIRST, _LAST) if number // len(ZONES) % 2 else _KNOWN
        span = (last - first) // dt.timedelta(microseconds=1)
        moment = first + dt.timedelta(microseconds=source.randrange(span))
        yield moment.astimezone(ZoneInfo(ZONES[number % len(ZONES)]))


def changes(zone: ZoneInfo, first: int = 1900, last: int = 2040) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The last microsecond before and the first after each change of a zone's offset, in UTC."""
    moment, end = dt.datetime(first, 1, 1, tzinfo=dt.UTC), dt.datetime(last, 1, 1, tzinfo=dt.UTC)
    week = dt.timedelta(weeks=1)
    while moment < end:
        low, high = moment, moment + week
        moment = high
        if low.astimezone(zone).utcoffset() == high.astimezone(zone).utcoffset():
            continue
        while high - low > dt.timedelta(seconds=1):
            middle = low + (high - low) // 2
            middle = middle.replace(microsecond=0)
            if low.astimezone(zone).utcoffset() == middle.astimezone(zone).utcoffset():
                low = middle
            else:
                high = middle
        yield high - dt.timedelta(microseconds=1), high
