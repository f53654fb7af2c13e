"""Eras that count the same years from another one on."""

from __future__ import annotations

from shamsi._errors import ShamsiError, shown

# how far each is ahead of the Solar Hijri years
OFFSETS = {
    "solar-hijri": 0,
    "imperial": 1180,  # official in Iran 1355 to 1357 (2535 to 2537)
    "kurdish-700": 1321,  # from 700 BCE
    "kurdish-612": 1233,  # from 612 BCE
}
IMPERIAL_YEARS = range(2500, 2538)  # in dates without an era: those of 1355 to 1357 look back
_USED = {  # the Solar Hijri years that people have given in an era
    "imperial": range(IMPERIAL_YEARS.start - 1180, IMPERIAL_YEARS.stop - 1180),
    "kurdish-700": range(1350, 1451),
    "kurdish-612": range(1350, 1451),
}


def likely(year: int, /) -> tuple[str, ...]:
    """Return the eras of which a number is a year that people write, the Solar Hijri era apart.

    >>> likely(2535), likely(2725), likely(1404)
    (('imperial',), ('kurdish-700',), ())
    """
    return tuple(era for era, years in _USED.items() if year - OFFSETS[era] in years)


def offset(era: str, /) -> int:
    """Return how many years an era is ahead of the Solar Hijri era; ShamsiError for an unknown one.

    >>> 1404 + offset("kurdish-700")
    2725
    """
    if era not in OFFSETS:
        raise ShamsiError(f"era must be one of {', '.join(map(repr, OFFSETS))}, got {shown(era)}")
    return OFFSETS[era]
