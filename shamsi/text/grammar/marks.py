"""Marks and numbers: the classes of what no language file lists."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.tokens import Number

DIGITS = frozenset("0123456789")  # «²» and «①» are digits to `str.isdigit`, and no numbers
_DAY, _DAY0, _OTHER_NUMBER = map(codes_of, ("day", "day0", "other_number"))
_TWO, _THREE, _FOUR = map(codes_of, ("two_digits", "three_digits", "four_digits"))
_LONGEST = 4  # digits of numbers that are kept
_INNER_POINT = codes_of("inner_point")
BETWEEN_DIGITS = dict(
    zip(
        "/-:.,٫٬%",
        codes_of("inner_slash inner_dash inner_colon") + 4 * _INNER_POINT + codes_of("counted"),
        strict=True,
    )
)
MARKS = dict(
    zip(
        "/-.:,()[]{}|=\n%٪",
        codes_of("slash dash full_stop colon comma")
        + 3 * codes_of("opening closing")
        + codes_of("same same line_end counted counted"),
        strict=True,
    )
)


class _Numbers(dict[str, tuple[str, Number]]):
    """The class and the value of numbers in digits; those of up to four digits are kept, so there are few."""

    def __missing__(self, digits: str) -> tuple[str, Number]:
        value, width = int(digits[:9]), len(digits)
        found = class_of_number(value, width), Number(value, width)
        if width <= _LONGEST:
            self[digits] = found
        return found


NUMBERS = _Numbers()


def class_of_number(value: int, width: int) -> str:
    """The class of a number in digits."""
    if width <= 2:
        if 0 < value < 32:
            return _DAY0 if width == 2 and value < 10 else _DAY
        return _TWO if width == 2 else _OTHER_NUMBER
    if width == 3:
        return _THREE if value > 99 else _OTHER_NUMBER
    return _FOUR if width == 4 and 1000 <= value < 3000 else _OTHER_NUMBER
