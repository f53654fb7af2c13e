"""The names of calendars, and their aliases."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown

CALENDARS = ("persian", "gregorian", "islamic")
_ALIASES = {
    **dict.fromkeys(("jalali", "shamsi", "solar", "solar-hijri", "iranian"), "persian"),
    "miladi": "gregorian",
    **dict.fromkeys(("lunar", "lunar-hijri", "qamari"), "islamic"),
}
_TWO = ("hijri", "hejri")  # both calendars count from the Hijra


def canonical(name: str, /) -> str:
    """Return the name of a calendar from any alias, in any case; unknown words stay unchanged.

    Raises ShamsiError for a name that two calendars share.

    >>> canonical("Jalali"), canonical("miladi"), canonical("mars")
    ('persian', 'gregorian', 'mars')
    """
    word = name.strip().casefold().replace("_", "-").replace(" ", "-")
    if word in _TWO:
        raise ShamsiError(
            f"{shown(name)} may be Solar or lunar: "
            "write 'persian' for Solar Hijri, 'islamic' for lunar"
        )
    word = _ALIASES.get(word, word)
    return word if word in CALENDARS else name


def named(argument: str, given: str, allowed: tuple[str, ...], /) -> str:
    """Return the calendar of an argument; raises ShamsiError if it is not allowed.

    >>> named("to", "Jalali", ("gregorian", "persian"))
    'persian'
    """
    name = canonical(given) if type(given) is str else given
    if name not in allowed:
        raise ShamsiError(
            f"{argument} must be one of {', '.join(map(repr, allowed))}, got {shown(given)}"
        )
    return name
