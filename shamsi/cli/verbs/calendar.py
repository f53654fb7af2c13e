"""The verb `calendar`: the picture of a month or a year; no clock is read without saying in which zone."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from zoneinfo import ZoneInfo

from shamsi._errors import ShamsiError, shown
from shamsi.cli.escaping import complain
from shamsi.cli.reports.month_view import Artist
from shamsi.values.date import Date

HOME = "Asia/Tehran"


def run(options: Namespace) -> int:
    """0 when the picture is drawn, 2 when the month or the zone does not exist."""
    name = HOME if options.tz is None else options.tz
    asked = options.year is None or options.tz is not None
    try:
        today = Date.from_gregorian(dt.datetime.now(zone(name)).date()) if asked else None
        print(_picture(options, today))
    except ShamsiError as error:
        complain(str(error))
        return 2
    if today:
        print(f"\ntoday in {name}: {today}, {today.gregorian}")
    return 0


def _picture(options: Namespace, today: Date | None) -> str:
    year, month = options.year, options.month
    if today and year is None:
        year, month = today.year, today.month
    artist = Artist(options.lang, options.digits, today=today)
    return artist.month(year, month) if month else artist.year(year)


def zone(name: str) -> dt.tzinfo:
    """The time zone of a name or an offset; raises ShamsiError for what is neither.

    >>> zone("+03:30")
    datetime.timezone(datetime.timedelta(seconds=12600))
    """
    if name == "UTC":
        return dt.UTC
    try:
        offset = dt.time.fromisoformat(f"00:00{name}").tzinfo if name[:1] in ("+", "-") else None
        return offset or ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # OSError: the name of a folder of zones
        way = (
            _guess(name) if _is_known(HOME) else "; there are no zone names here: pip install tzdata, or give an offset"
        )
        raise ShamsiError(f"--tz must be a time zone such as {HOME}, UTC or +03:30, got {shown(name)}{way}") from error


def _guess(name: str) -> str:
    from zoneinfo import available_timezones

    from shamsi.cli.arguments import did_you_mean

    zones = {zone.casefold(): zone for zone in available_timezones()}
    return did_you_mean.meant(zones.get(did_you_mean.near(name, zones), ""))


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except KeyError:
        return False
    return True
