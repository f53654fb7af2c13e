"""The names of calendars and of lunar reckonings, and their aliases."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown

TYPE_CHECKING = False  # type checkers read it as true; importing typing would cost every start
if TYPE_CHECKING:
    from typing import Literal

    Reckoning = Literal["tabular", "umm-al-qura"]

RECKONINGS: tuple[Reckoning, ...] = ("tabular", "umm-al-qura")  # how lunar days are counted
_RECKONINGS: dict[str, Reckoning] = {  # by their names in CLDR, and others
    **dict.fromkeys(("tabular", "islamic-civil", "civil"), "tabular"),
    **dict.fromkeys(("umm-al-qura", "islamic-umalqura", "umalqura", "umm-alqura"), "umm-al-qura"),
}
CALENDARS = ("persian", "gregorian", "islamic")
_ALIASES = {
    **dict.fromkeys(("jalali", "shamsi", "solar", "solar-hijri", "iranian"), "persian"),
    "miladi": "gregorian",
    **dict.fromkeys(("lunar", "lunar-hijri", "hijri-lunar", "qamari", "ghamari"), "islamic"),
    **dict.fromkeys(("hijri-qamari", "hijri-ghamari", "hejri-ghamari"), "islamic"),
}
_TWO = ("hijri", "hejri")  # both calendars count from the Hijra


def canonical(name: str, /) -> str:
    """Return the name of a calendar from any alias, in any case; unknown words stay unchanged.

    Raises ShamsiError for a name that two calendars share.

    >>> canonical("Jalali"), canonical("miladi"), canonical("mars")
    ('persian', 'gregorian', 'mars')
    """
    word = _word(name)
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


def reckoning_of(name: str, /) -> Reckoning:
    """Return the reckoning of lunar days by its name, or by its name in CLDR, in any case.

    Raises ShamsiError for any other value.

    >>> reckoning_of("islamic-umalqura"), reckoning_of("Tabular")
    ('umm-al-qura', 'tabular')
    """
    word = _word(name) if type(name) is str else ""
    if word not in _RECKONINGS:
        raise ShamsiError(
            f"reckoning must be one of {', '.join(map(repr, RECKONINGS))}, got {shown(name)}"
        )
    return _RECKONINGS[word]


def _word(name: str) -> str:
    return name.strip().casefold().replace("_", "-").replace(" ", "-")
