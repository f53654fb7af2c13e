"""Names of other packages that people try first, and what is called so here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, TypeVar

    Method = TypeVar("Method", bound=Callable[..., Any])

_SOLAR = "shamsi.Date.from_gregorian(datetime.date(2025, 3, 20)); for columns import shamsi.pandas"
_GREGORIAN = "shamsi.Date(1403, 12, 30).gregorian; for columns shamsi.pandas.to_gregorian"
_MODULE = {  # in small letters, without underscores
    **dict.fromkeys(
        ("togregorian", "jalalitogregorian", "jalali2gregorian", "tomiladi"), _GREGORIAN
    ),
    **dict.fromkeys(("tojalali", "topersian", "toshamsi", "tosolar", "fromgregorian"), _SOLAR),
    **dict.fromkeys(("gregoriantojalali", "gregorian2jalali"), _SOLAR),
    **dict.fromkeys(
        ("jalalidate", "persiandate", "jdate", "jalali", "jdatetimedate"), "shamsi.Date"
    ),
    **dict.fromkeys(
        ("jalalidatetime", "persiandatetime", "jdatetime", "datetime"), "shamsi.DateTime"
    ),
    "convert": "shamsi.Date(1403, 12, 30).gregorian or shamsi.Date.from_gregorian(…)",
    "parse": "shamsi.Date.parse(text)",
    "strptime": "shamsi.Date.strptime(text, pattern)",
    **dict.fromkeys(("format", "strftime"), "shamsi.Date(1403, 12, 30).format(pattern)"),
    "today": 'shamsi.Date.today("Asia/Tehran")',
    "now": 'shamsi.DateTime.now("Asia/Tehran")',
    "isleap": "shamsi.Date(1403, 1, 1).is_leap",
    "timedelta": "datetime.timedelta, or shamsi.Difference for months and years",
    "extract": "shamsi.find(text)",
}
NEIGHBOURS = frozenset(
    (
        "django",
        "numpy",
        "pandas",
        "polars",
        "pyarrow",
        "spacy",
        "spark",
        "sql",
        "sqlalchemy",
        "testing",
    )
)
_BOTH = {  # of a Date and a DateTime; {} is the class
    "fromgregorian": "{}.from_gregorian",
    **dict.fromkeys(("togregorian", "to_gregorian", "todate", "to_date"), ".gregorian"),
    **dict.fromkeys(
        ("jalali", "to_jalali", "persian", "to_persian"), "{0} itself, or {0}.from_gregorian"
    ),
}
_DATE = {  # of a Date alone
    "isleap": ".is_leap",
    "isoweekday": ".weekday",
    "weeknumber": '.week_of_year("jdatetime")',
    "yday": ".day_of_year",
    "days_in_month": ".month_length",
    "toordinal": ".ordinal",
    "fromordinal": "{}.from_ordinal",
    **dict.fromkeys(("hijri", "to_hijri", "tohijri", "to_islamic"), ".islamic()"),
    **dict.fromkeys(("from_hijri", "fromhijri"), "{}.from_islamic"),
    "jweekday": '.format("%A")',
    "jmonth": '.format("%B")',
    "fromtimestamp": "DateTime.from_timestamp(seconds, tz).date",
}
_DATETIME = {
    "today": '{}.now("Asia/Tehran")',
    "utcnow": '{}.now("UTC")',
    "parse": "{0}.strptime or {0}.fromisoformat",
    "fromtimestamp": "{}.from_timestamp(seconds, tz)",
    "weekday": ".date.weekday",
    **dict.fromkeys(("isleap", "is_leap"), ".date.is_leap"),
}


class Guess:
    """A missing name: it raises AttributeError, as any missing name does, and gives the right one.

    A descriptor instead of `__getattr__`, which would make every attribute slower.
    """

    __slots__ = ("_name", "_way")

    def __init__(self, name: str, way: str) -> None:
        self._name, self._way = name, way

    def __get__(self, instance: object, owner: type) -> NoReturn:
        held = "moment" if owner.__name__ == "DateTime" else "day"
        way = self._way.format(owner.__name__)
        way = f"{held}{way}" if way.startswith(".") else way
        raise AttributeError(f"shamsi.{owner.__name__} has no attribute {self._name!r}; use {way}")


def offer(owner: type) -> None:
    """Give `Date` or `DateTime` the names that it does not have."""
    for name, way in {**_BOTH, **(_DATETIME if owner.__name__ == "DateTime" else _DATE)}.items():
        if not hasattr(owner, name):
            setattr(owner, name, Guess(name, way))


class Needed:
    """Stands for a time zone that was not named; it knows the call that names one."""

    __slots__ = ("call",)

    def __init__(self, call: str) -> None:
        self.call = call

    def __repr__(self) -> str:
        return "required"


def needs_zone(call: str) -> Callable[[Method], Method]:
    """Make a method without its last argument, a time zone, raise TypeError with the right call."""

    def mark(method: Method) -> Method:
        function: Any = method
        function.__defaults__ = (Needed(call),)  # type checkers still require the argument
        return method

    return mark


def missing(name: str) -> AttributeError:
    """The error for a name that the package does not have.

    >>> str(missing("to_gregorian"))[:72]
    "module 'shamsi' has no attribute 'to_gregorian'; use shamsi.Date(1403, 1"
    """
    way = _MODULE.get(name.replace("_", "").lower())
    return AttributeError(
        f"module 'shamsi' has no attribute {name!r}{f'; use {way}' if way else ''}"
    )
