"""The calendar as terms: one set of formulas for every engine with integer arithmetic."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, Self

from shamsi.calendar.kernel import MAX_DAYS, MAX_YEAR, MIN_DAYS, fields, year_start

Term = Any  # what an engine computes with: it knows + - * and < > with its like and with integers
Branch = tuple[
    Term, Term | None
]  # a condition, and the value where it is the first that holds; None is null


class Arithmetic(Protocol):
    """What each engine writes differently. All numbers are whole, and no dividend is negative."""

    def quotient(self, number: Term, divisor: Term) -> Term:
        """The whole part of a division."""
        ...

    def remainder(self, number: Term, divisor: Term) -> Term:
        """What a division leaves."""
        ...

    def case(self, branches: Sequence[Branch]) -> Term:
        """The value of the first condition that holds, or null; other values are not computed."""
        ...


class Line(NamedTuple):
    """Years that begin on a line: `(slope*year + intercept) // divisor` days after 0622-03-21."""

    until: int  # a year: those before it, and their last day too, are the line's
    slope: Term
    intercept: Term
    divisor: Term


# The smallest integers that give `kernel.year_start` for each of their years and for the first one
# after them. No product here reaches 2**31, and no dividend is negative, so engines that truncate
# and engines that floor agree.
LINES = (
    Line(1535, 540924, -539578, 1481),
    Line(2092, 167281, -166831, 458),
    Line(2814, 215493, -214928, 590),
    Line(3012, 70857, -70613, 194),
    Line(MAX_YEAR + 1, 12053, -12024, 33),  # 33-year cycles
)

_FIRST_HALF = 6 * 31  # six months of 31 days, then of 30
_SEASONS = (
    93,
    186,
    276,
    366,
)  # days of the year before the second, third, fourth and a fifth season
_LAST = fields(MAX_DAYS)


class Day:
    """The fields of a day as terms, from its days since 0622-03-21; null outside the range.

    `known` are terms of fields that the engine has under a name; the others are computed from them.
    """

    def __init__(
        self, arithmetic: Arithmetic, since: Term, known: Mapping[str, Term] | None = None
    ) -> None:
        self.arithmetic = arithmetic
        self.since = since
        self._known = known or {}

    def moved(self, days: Term) -> Self:
        """The day so many days later."""
        return type(self)(self.arithmetic, self.since + days)

    def term(self, field: str) -> Term:
        """A field by its name, as it is known or computed."""
        return self._known[field] if field in self._known else getattr(self, field)

    @property
    def year(self) -> Term:
        """1..9378."""
        return self.by_line(lambda line: self.arithmetic.quotient(self._position(line), line.slope))

    @property
    def month(self) -> Term:
        """1..12."""
        quotient, passed = self.arithmetic.quotient, self.term("passed")
        return self._by_half(quotient(passed, 31) + 1, quotient(passed - 6, 30) + 1)

    @property
    def day(self) -> Term:
        """1..31."""
        remainder, passed = self.arithmetic.remainder, self.term("passed")
        return self._by_half(remainder(passed, 31) + 1, remainder(passed - 6, 30) + 1)

    @property
    def weekday(self) -> Term:
        """Monday 1 .. Sunday 7; 0622-03-21 was a Thursday."""
        return self._in_range(self.arithmetic.remainder(self.since + 3, 7) + 1)

    @property
    def passed(self) -> Term:
        """Days of the year before this one, 0..365."""
        return self.by_line(self._passed_of)

    @property
    def day_of_year(self) -> Term:
        """1..366."""
        return self.term("passed") + 1

    @property
    def season(self) -> Term:
        """Spring 1 .. winter 4."""
        return self._by_season((1, 2, 3, 4))

    @property
    def quarter(self) -> Term:
        """1..4, which is the season."""
        return self.term("season")

    @property
    def half(self) -> Term:
        """1 or 2."""
        return self._by_half(1, 2)

    @property
    def week(self) -> Term:
        """The week of CLDR in `week_year`, 1..53, from Saturday."""
        return self._by_week_year(self.term("week_jdatetime"), 1)

    @property
    def week_year(self) -> Term:
        """The year that the Friday of the week is in."""
        return self._by_week_year(self.term("year"), self.term("year") + 1)

    @property
    def week_jdatetime(self) -> Term:
        """The week of jdatetime in `year`, 1..54, from Saturday."""
        return self.arithmetic.quotient(self._friday, 7) + 1

    def fiscal_year(self, first_month: Term) -> Term:
        """The fiscal year, named by the year in which it ends; null for a month outside 1..12."""
        before, passed, year = self._before(first_month), self.term("passed"), self.term("year")
        if isinstance(first_month, int) and before == 0:
            return year
        whole: list[Branch] = [] if isinstance(first_month, int) else [(before < 1, year)]
        return self.arithmetic.case(
            [*whole, (passed < before, year), (passed + 1 > before, year + 1)]
        )

    @property
    def is_leap(self) -> Term:
        """A condition: whether the year has 366 days, so that its line has space for one more."""
        return self.by_line(self._leap_of)

    @property
    def month_length(self) -> Term:
        """29..31."""
        passed = self.term("passed")
        return self.arithmetic.case(
            [
                (passed < _FIRST_HALF, 31),
                (passed < 336, 30),
                (self.term("is_leap"), 30),
                (passed < 366, 29),
            ]
        )

    @property
    def month_start(self) -> Term:
        """The first of the month, in days since 0622-03-21."""
        return self.since - (self.term("day") - 1)

    @property
    def season_start(self) -> Term:
        """The first of the season, in days since 0622-03-21."""
        return self.since - (self.term("passed") - self._by_season((0, *_SEASONS[:3])))

    @property
    def year_start(self) -> Term:
        """1 Farvardin of the year, in days since 0622-03-21."""
        return self.since - self.term("passed")

    @property
    def week_start(self) -> Term:
        """The Saturday, in days since 0622-03-21; null for the two days before the first one."""
        saturday = self.since - self._past_saturday
        return self.arithmetic.case(
            [(self.since < 2, None), (self.since < MAX_DAYS + 1 - MIN_DAYS, saturday)]
        )

    @property
    def quarter_start(self) -> Term:
        """The first of the quarter, in days since 0622-03-21."""
        return self.season_start

    @property
    def half_start(self) -> Term:
        """The first of the half, in days since 0622-03-21."""
        return self.since - (self.term("passed") - self._by_half(0, _FIRST_HALF))

    def fiscal_year_start(self, first_month: Term) -> Term:
        """The first of the fiscal year, in days since 0622-03-21; null if that is before it."""
        before, passed = self._before(first_month), self.term("passed")
        start = self.since - passed
        year_before = self.moved(start - self.since - 1)
        return self.arithmetic.case(
            [
                (passed < before, start - (year_before.passed + 1) + before),
                (passed + 1 > before, start + before),
            ]
        )

    def name_of_month(self, names: Sequence[Term]) -> Term:
        """The name of the month, of twelve."""
        ends = [31 * month if month < 7 else 30 * month + 6 for month in range(1, 13)]
        passed = self.term("passed")
        return self.arithmetic.case(
            [(passed < end, name) for end, name in zip(ends, names, strict=True)]
        )

    def name_of_weekday(self, names: Sequence[Term]) -> Term:
        """The name of the day of the week, of seven from Monday on."""
        weekday = self.term("weekday")
        return self.arithmetic.case(
            [(weekday < number, name) for number, name in enumerate(names, 2)]
        )

    @property
    def _past_saturday(self) -> Term:
        return self.arithmetic.remainder(self.since + 5, 7)

    @property
    def _friday(self) -> Term:
        """The Friday of the week, counted in days of the year from 0."""
        return self.term("passed") - self._past_saturday + 6

    def _by_week_year(self, this: Term, following: Term) -> Term:
        friday = self._friday
        return self.arithmetic.case(
            [
                (friday < 365, this),
                (friday > 365, following),
                (self.term("is_leap"), this),
                (friday < 366, following),
            ]
        )

    def _before(self, month: Term) -> Term:
        """Days of the year before a month; null for a month outside 1..12."""
        if isinstance(month, int):
            return (month - 1) * 31 if month < 7 else (month - 1) * 30 + 6
        return self.arithmetic.case(
            [(month < 1, None), (month < 7, (month - 1) * 31), (month < 13, (month - 1) * 30 + 6)]
        )

    def _position(self, line: Line) -> Term:
        """How far the day is along its line: years times slope, divisor times days of the year."""
        return self.since * line.divisor + (line.divisor - line.intercept - 1)

    def _passed_of(self, line: Line) -> Term:
        return self.arithmetic.quotient(
            self.arithmetic.remainder(self._position(line), line.slope), line.divisor
        )

    def _leap_of(self, line: Line) -> Term:
        along = self.arithmetic.remainder(self._position(line), line.slope)
        return self.arithmetic.remainder(along, line.divisor) < line.slope - line.divisor * 365

    def by_line(self, formula: Callable[[Line], Term]) -> Term:
        """What a formula gives for the line that the day is on; null outside the range."""
        branches: list[Branch] = [(self.since < 0, None)]
        for line in LINES:
            end = min(year_start(line.until), MAX_DAYS + 1) - MIN_DAYS
            branches.append((self.since < end, formula(line)))
        return self.arithmetic.case(branches)

    def _in_range(self, value: Term) -> Term:
        return self.arithmetic.case(
            [(self.since < 0, None), (self.since < MAX_DAYS + 1 - MIN_DAYS, value)]
        )

    def _by_half(self, first: Term, second: Term) -> Term:
        return self.arithmetic.case(
            [(self.term("passed") < _FIRST_HALF, first), (self.term("passed") < 366, second)]
        )

    def _by_season(self, values: Sequence[int]) -> Term:
        return self.arithmetic.case(
            [
                (self.term("passed") < end, value)
                for end, value in zip(_SEASONS, values, strict=True)
            ]
        )


def since_of(arithmetic: Arithmetic, year: Term, month: Term, day: Term) -> Term:
    """The days since 0622-03-21 of year, month and day of any size; null if they are not a date."""
    leap = _by_year(arithmetic, year, lambda line: _leap_year(arithmetic, line, year))
    start = _by_year(arithmetic, year, lambda line: _line_start(arithmetic, line, year))
    before = arithmetic.case([(month < 7, (month - 1) * 31), (month < 13, (month - 1) * 30 + 6)])
    length = arithmetic.case([(month < 7, 31), (month < 12, 30), (leap, 30), (month < 13, 29)])
    last = (_LAST[0] * 100 + _LAST[1]) * 100 + _LAST[2]
    return arithmetic.case(
        [
            *((field < 1, None) for field in (year, month, day)),
            *((field > limit, None) for field, limit in ((year, MAX_YEAR), (month, 12), (day, 31))),
            (year * 10000 + month * 100 + day > last, None),
            (day > length, None),
            (year < MAX_YEAR + 1, start + before + day - 1),
        ]
    )


def _by_year(arithmetic: Arithmetic, year: Term, formula: Callable[[Line], Term]) -> Term:
    return arithmetic.case([(year < line.until, formula(line)) for line in LINES])


def _line_start(arithmetic: Arithmetic, line: Line, year: Term) -> Term:
    return arithmetic.quotient(year * line.slope + line.intercept, line.divisor)


def _leap_year(arithmetic: Arithmetic, line: Line, year: Term) -> Term:
    """Whether the next year begins 366 days later: the line's remainder passes its divisor."""
    left = arithmetic.remainder(year * line.slope + line.intercept, line.divisor)
    return left > 366 * line.divisor - line.slope - 1
