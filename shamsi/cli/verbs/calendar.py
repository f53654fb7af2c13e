"""The verb `calendar`: prints a month or a year; today always depends on a named time zone."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from zoneinfo import ZoneInfo

from shamsi._errors import ShamsiError, shown
from shamsi.cli.escaping import print_error
from shamsi.cli.reports.month_view import MonthRenderer
from shamsi.values.date import Date

DEFAULT_ZONE = "Asia/Tehran"


def run(options: Namespace) -> int:
    """Return 0 if the calendar was printed, 2 if the month or the zone does not exist."""
    name = DEFAULT_ZONE if options.tz is None else options.tz
    shows_today = options.year is None or options.tz is not None
    try:
        today = Date.from_gregorian(dt.datetime.now(zone(name)).date()) if shows_today else None
        print(_rendered(options, today))
    except ShamsiError as error:
        print_error(str(error))
        return 2
    if today:
        print(f"\ntoday in {name}: {today}, {today.gregorian}")
    return 0


def _rendered(options: Namespace, today: Date | None) -> str:
    year, month = options.year, options.month
    if today and year is None:
        year, month = today.year, today.month
    renderer = MonthRenderer(options.lang, options.digits, today=today)
    return renderer.month(year, month) if month else renderer.year(year)


def zone(name: str) -> dt.tzinfo:
    """The time zone of a name or an offset; raises ShamsiError for anything else.

    >>> zone("+03:30")
    datetime.timezone(datetime.timedelta(seconds=12600))
    """
    if name == "UTC":
        return dt.UTC
    try:
        offset = dt.time.fromisoformat(f"00:00{name}").tzinfo if name[:1] in ("+", "-") else None
        return offset or ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # OSError: the name of a folder of zones
        hint = (
            _guess(name)
            if _is_known(DEFAULT_ZONE)
            else "; there are no zone names here: pip install tzdata, or give an offset"
        )
        raise ShamsiError(
            f"--tz must be a time zone such as {DEFAULT_ZONE}, UTC or +03:30, "
            f"got {shown(name)}{hint}"
        ) from error


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
