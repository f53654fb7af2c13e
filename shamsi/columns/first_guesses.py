"""Names that people try first on a column, and what is called so here."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_FIELDS = "the days stay Gregorian: year, month and day are their Solar Hijri fields, and {} text"
_SOLAR = _FIELDS.format("strftime(pattern) their")
_NO_OFFSET = 'floor("half") gives the first days of half years; no offset does'
WAYS = {  # in small letters, without underscores
    **dict.fromkeys(("dayname", "weekdayname", "jweekday", "daynames"), "weekday_name"),
    **dict.fromkeys(("dayofweek", "isoweekday"), "weekday (Monday is 1, Saturday 6)"),
    **dict.fromkeys(("dayofyear", "ordinalday", "yday"), "day_of_year"),
    **dict.fromkeys(("daysinmonth", "monthdays"), "month_length"),
    **dict.fromkeys(("isleapyear", "leap", "leapyear"), "is_leap"),
    **dict.fromkeys(("weekofyear", "weeknumber"), "week, with week_year, or week_of_year"),
    **dict.fromkeys(("isocalendar", "isoyear", "weekyear"), "week and week_year"),
    **dict.fromkeys(("monthname", "monthnames", "jmonthname"), "month_name"),
    **dict.fromkeys(("toperiod", "yearmonth", "yearquarter"), 'period, such as period("month")'),
    **dict.fromkeys(("format", "tostring", "jstrftime", "string"), "strftime"),
    **dict.fromkeys(
        ("truncate", "trunc", "datetrunc", "normalize", "round"), 'floor, such as floor("month")'
    ),
    **dict.fromkeys(("monthstart", "monthbegin"), 'floor("month")'),
    **dict.fromkeys(("quarterstart", "seasonstart"), 'floor("quarter")'),
    **dict.fromkeys(("weekstart", "weekbegin"), 'floor("week")'),
    **dict.fromkeys(("yearstart", "yearbegin"), 'floor("year")'),
    **dict.fromkeys(("ismonthstart", "ismonthbegin"), "day, which is 1 there"),
    **dict.fromkeys(("ismonthend",), "day, which is month_length there"),
    **dict.fromkeys(("fiscal", "fiscalyearend"), "fiscal_year(first_month=…)"),
    "fiscalquarter": "(month - first_month) % 12 // 3 + 1",
    "checkcolumns": "the function check_columns(solar, other) of the module",
    "jyear": "year",
    "jmonth": "month",
    "jday": "day",
    **dict.fromkeys(
        ("tojalali", "topersian", "toshamsi", "tosolar", "tojalaali", "tosolarhijri"), _SOLAR
    ),
    **dict.fromkeys(("fromgregorian", "date", "dates", "convert"), _SOLAR),
    **dict.fromkeys(
        ("parse", "strptime", "todatetime", "todate", "gregorian", "togregorian"), "to_gregorian"
    ),
    **dict.fromkeys(("fromjalali", "frompersian", "fromshamsi", "fromsolar"), "to_gregorian"),
    **dict.fromkeys(("jalalitogregorian", "tomiladi", "miladi", "strtodate"), "to_gregorian"),
    **dict.fromkeys(
        ("hour", "minute", "second", "time"), "that of the Gregorian timestamp: it is the same"
    ),
    **dict.fromkeys(
        ("tohijri", "toislamic", "fromislamic", "fromhijri"),
        "shamsi.Date.from_islamic(year, month, day) for each value: no column reads lunar dates",
    ),
    **dict.fromkeys(("solarquarterbegin", "solarquarterstart"), "SolarSeasonBegin"),
    "solarquarterend": "SolarSeasonEnd",
    "solarmonthstart": "SolarMonthBegin",
    "solaryearstart": "SolarYearBegin",
    **dict.fromkeys(("solarhalfbegin", "solarhalfend"), _NO_OFFSET),
}


def missing(owner: str, name: str, known: Iterable[str] = ()) -> AttributeError:
    """Return the error for a name that a module or an accessor does not have.

    It is as Python's own, with the name that was probably meant: one of another package, or a near
    one among those known.

    >>> missing("'Shamsi' object", "day_name")
    AttributeError("'Shamsi' object has no attribute 'day_name'; use weekday_name")
    >>> missing("'Shamsi' object", "to_gregorean", ["to_gregorian"])
    AttributeError("'Shamsi' object has no attribute 'to_gregorean'; use to_gregorian")
    """
    message = f"{owner} has no attribute {name!r}"
    if name.startswith("_"):
        return AttributeError(message)
    way = WAYS.get(name.replace("_", "").lower())
    public = [each for each in known if not each.startswith("_")]
    near = get_close_matches(name.lower(), public, 1, cutoff=0.8)
    way = way or (near[0] if near else None)
    return AttributeError(f"{message}; {_verb(way)}{way}" if way else message)


def _verb(way: str) -> str:
    return "" if way in (_SOLAR, _NO_OFFSET) else "use "
