"""Define which findings are reported, and which pairs may disagree."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from shamsi._errors import shown
from shamsi._integers import integer
from shamsi.calendar import intervals
from shamsi.text.compare.codes import CODES
from shamsi.text.compare.sides import Side, side
from shamsi.text.compare.slips import diagnose
from shamsi.text.compare.verdicts import apart, apart_by_umm_al_qura, measure
from shamsi.text.pairs import Pair
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.options import checked_confidence

BORJI = "borji"  # the exception for the Solar months that were in use before 1304
LUNAR_TOLERANCE = 2  # days; an observed month differs from any table by one, rarely by two
BY_TABLE: Literal["umm-al-qura"] = "umm-al-qura"  # the tolerance that is exact to the day
LunarTolerance = int | Literal["umm-al-qura"]
_MOST = 5
_BORJI_DAYS = 1
_BORJI_LONGEST = 32  # days of Asad; the months of today have at most 31
_BORJI_END = (1304, 1, 11)
_NATIVE = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Policy(NamedTuple):
    """The codes to report, the tolerance for lunar dates, and the pairs that may differ.

    `min_alarm` is the least confidence of a finding that is reported.
    """

    codes: frozenset[str] = frozenset(CODES)
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE
    exceptions: frozenset[frozenset[str]] = frozenset()
    borji: bool = False
    min_alarm: float = 0.0

    def is_wrong(self, pair: Pair) -> bool:
        """Whether to report a pair."""
        if frozenset((pair.left.native or "", pair.right.native or "")) in self.exceptions:
            return False
        off = abs(pair.delta_days or 0)
        if "islamic" in (pair.left.calendar, pair.right.calendar):
            sides = side(pair.left), side(pair.right)
            if sides[0].is_fine and sides[1].is_fine:
                return pair.verdict != "incomparable" and self._is_apart(off, *sides)
        excused = (
            self.borji and off <= _BORJI_DAYS and (_is_borji(pair.left) or _is_borji(pair.right))
        )
        return pair.verdict == "mismatch" and not excused

    def _is_apart(self, off: int, left: Side, right: Side) -> bool:
        """Whether a lunar day and another day differ by more than the tolerance."""
        if isinstance(self.lunar_tolerance, int):
            return off > self.lunar_tolerance and apart(left, right) > self.lunar_tolerance
        exact = apart_by_umm_al_qura(left, right)
        return off > LUNAR_TOLERANCE if exact is None else exact != 0

    def measured(self, pair: Pair) -> Pair:
        """Return a wrong pair with the days by which its own reckoning differs.

        Its verdict may be that of the other reckoning, or of two days of grace.
        """
        if "islamic" not in (pair.left.calendar, pair.right.calendar):
            return pair
        sides = side(pair.left), side(pair.right)
        delta = measure(*sides)[1]
        slip = pair.diagnosis or (diagnose(*sides, delta) if delta else None)
        return replace(pair, delta_days=delta, diagnosis=slip)

    @property
    def lunar(self) -> str | None:
        """How to count lunar days; None for the way of each language."""
        return intervals.UMM_AL_QURA if self.lunar_tolerance == BY_TABLE else None

    @property
    def lunar_slack(self) -> int:
        """The days by which a lunar day and a weekday that confirms it may differ."""
        return 0 if self.lunar_tolerance in (0, BY_TABLE) else 1

    @property
    def weekday_tolerance(self) -> int | None:
        """The days by which the weekday of a lunar date may be off; None to follow the table."""
        return self.lunar_tolerance if isinstance(self.lunar_tolerance, int) else None

    def excuses(self, code: str, mention: Mention) -> bool:
        """Whether the months in use before 1304 explain a fault of one mention."""
        if not self.borji or not _is_borji(mention):
            return False
        if code == "weekday-conflict" and mention.earliest and mention.weekday:
            return (mention.earliest.isoweekday() - mention.weekday) % 7 in (
                _BORJI_DAYS,
                7 - _BORJI_DAYS,
            )
        points = value_of(mention).points
        return (
            code == "impossible-date"
            and bool(points)
            and (points[0].day or 0) in range(30, _BORJI_LONGEST + 1)
        )


def policy(
    codes: Iterable[str] | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
    exceptions: Iterable[str] = (),
    min_alarm: float = 0.0,
) -> Policy:
    """Return the policy of a call of `check`; ValueError or TypeError for wrong arguments.

    >>> policy(["pair-mismatch"], exceptions=["1299-12-03 = 1921-02-21"]).lunar_tolerance
    2
    """
    tolerance = _tolerance(lunar_tolerance)
    chosen = CODES if codes is None else _texts("codes", codes)
    for one in chosen:
        code(one)
    allowed = _texts("exceptions", exceptions)
    pairs = frozenset(exception(one) for one in allowed if one != BORJI)
    least = checked_confidence(min_alarm, "min_alarm")
    return Policy(frozenset(chosen), tolerance, pairs, BORJI in allowed, least)


def _tolerance(value: LunarTolerance) -> LunarTolerance:
    if value == BY_TABLE:
        return BY_TABLE
    allowed = f"lunar_tolerance must be 0..{_MOST} days or {BY_TABLE!r}, got {shown(value)}"
    try:
        days = integer("lunar_tolerance", value)
    except TypeError as error:
        wrong = ValueError(allowed) if isinstance(value, str) else TypeError(allowed)
        raise wrong from error
    if not 0 <= days <= _MOST:
        raise ValueError(allowed)
    return days


def code(value: str) -> str:
    """Return the code of a finding; ValueError for an unknown code.

    >>> code("pair-mismatch")
    'pair-mismatch'
    """
    if value not in CODES:
        near = difflib.get_close_matches(value, CODES, 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise ValueError(f"code must be one of {', '.join(CODES)}, got {shown(value)}{meant}")
    return value


def exception(value: str) -> frozenset[str]:
    """Return the two native values of a pair that may differ, as in `1299-12-03 = 1921-02-21`.

    ValueError for other text.

    >>> sorted(exception("1299-12-03 = 1921-02-21"))
    ['1299-12-03', '1921-02-21']
    """
    sides = [one.strip() for one in value.split("=")]
    if len(sides) != 2 or not all(_NATIVE.fullmatch(one) for one in sides):
        raise ValueError(
            f"exception must be {BORJI} or two dates such as 1299-12-03 = 1921-02-21, got "
            f"{shown(value)}"
        )
    return frozenset(sides)


def _texts(name: str, values: Iterable[Any]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(
            f"{name} must be a sequence of str such as [{shown(values)}], got the str "
            f"{shown(values)}"
        )
    chosen = tuple(values)
    for one in chosen:
        if not isinstance(one, str):
            raise TypeError(f"{name} must hold str, got {shown(one)} ({type(one).__name__})")
    return chosen


def _is_borji(mention: Mention) -> bool:
    """Whether a mention is a Solar date from before the months of today became law."""
    points = value_of(mention).points
    if mention.calendar != "persian" or not points or points[-1].year is None:
        return False
    last = points[-1]
    return (last.year, last.month or 0, last.day or 0) < _BORJI_END
