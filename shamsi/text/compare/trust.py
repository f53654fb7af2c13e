"""Say how sure an alarm is, from the facts that a finding rests on.

Every alarm starts with the same odds of being right. A fact in the table multiplies them by its
weight, below 1 for a doubt and above 1 for support. The weights are rounded estimates, checked with
`benchmarks/calibration.py` on alarms that a reader judged; they are not fitted to them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Sequence
from math import prod
from typing import Final, NamedTuple

from shamsi.calendar import intervals
from shamsi.lang.classes import codes_of
from shamsi.text.resolve.mention import Mention, value_of
from shamsi.text.resolve.reading import Found


class Fact(NamedTuple):
    """Something that an alarm rests on: the weight that multiplies its odds, and its meaning."""

    weight: float
    meaning: str


START: Final = 20.0  # the odds of an alarm without a doubt, 20 to 1
FACTS: Final = {
    "calendar": Fact(0.3, "the calendar of a date is inferred, not printed"),
    "century": Fact(0.3, "the century of a date is inferred, not printed"),
    "context": Fact(0.5, "something else about a date is inferred, such as its year"),
    "reading": Fact(0.5, "the confidence of a date is below 0.9"),
    "cut": Fact(0.4, "a number next to a date may be a part of it"),
    "coarse": Fact(0.6, "a side of the pair is not a day"),
    "yearless": Fact(0.5, "a side of the pair has no year"),
    "scale": Fact(0.1, "one side of the pair is a century or a decade, the other is not"),
    "near": Fact(0.3, "the pair is lunar and at most three days apart"),
    "unexplained": Fact(0.6, "no slip explains the pair"),
    "absurd": Fact(0.25, "the sides are over a century apart, and no slip or digit explains it"),
    "loose": Fact(0.3, "there is more than a bracket, a slash or words for the same day between"),
    "crossed": Fact(0.1, "another date next to the pair agrees with one of its sides"),
    "early": Fact(0.3, "a weekday or a Solar date is from before its calendar was in use"),
    "settled": Fact(3.0, "the stated weekday confirms one side of the pair, and not a lunar one"),
    "observed": Fact(0.3, "the weekday is of a lunar day, which was observed"),
    "borrowed": Fact(0.2, "the weekday is that of another day next to the date"),
    "agreed": Fact(3.0, "a date in another calendar confirms the day"),
    "proverbial": Fact(0.1, "30 or 31 February without a year, which is often a figure of speech"),
    "overlong": Fact(0.3, "day 31 of a lunar month, which is often another number"),
}

_SURE = 0.9
_NEAR = 3  # days; a lunar pair is reported from the third day on
_CENTURY = 36_525  # days
_CLOSE = 20  # code points between a date and what is next to it
_BESIDE = 2  # mentions on either side that may be next to a date
_FEBRUARY = 2
_LONGEST_LUNAR = 30
_SOLAR_RULES = dt.date(1799, 3, 21)  # 1 Farvardin 1178; before it nobody counted so
_HIJRA = dt.date(623, 1, 1)  # lunar and Solar years have begun
_BEGAN = {"gregorian": intervals.REFORM, "persian": _SOLAR_RULES}
_SAME, _JOINTS = codes_of("same"), codes_of("opening slash inner_slash")
_BEFORE_JOINT = codes_of("comma line_end")
_AND, _LONG_WORD, _SHARED = codes_of("and"), codes_of("year_in_words"), {*codes_of("and or")}
_NUMBER_WORDS = frozenset(codes_of("ordinal day_in_words tens_in_words year_in_words"))
_CLOCK = codes_of("inner_colon")
_DIGITS = frozenset(codes_of("SHORT three_digits four_digits other_number"))
_COUNT_OR_DIGITS = _DIGITS | {codes_of("number_context")}
_LONG_KINDS = ("century", "decade")


class Grounds(NamedTuple):
    """What an alarm rests on, as the text has it.

    `around` are all dates of the text, and the spans are in those at the places `at`. A date in
    another calendar confirms those in `agreed`, and is paired without a contradiction with those in
    `paired`.
    """

    code: str
    spans: tuple[Mention, ...]
    delta_days: int | None
    diagnosis: str | None
    is_settled: bool
    around: Sequence[Found]
    at: tuple[int, ...]
    agreed: Container[Mention]
    paired: Container[Mention]

    @property
    def rows(self) -> list[Found]:
        """The dates that contain the spans."""
        return [self.around[place] for place in self.at]


def confidence(grounds: Grounds) -> float:
    """Return how sure an alarm is, 0…1, with two decimals."""
    return of_facts(facts(grounds))


def of_facts(names: Iterable[str]) -> float:
    """Return the confidence to which facts lead.

    >>> of_facts([]), of_facts(["calendar"]), of_facts(["calendar", "unexplained", "absurd"])
    (0.95, 0.86, 0.47)
    """
    odds = START * prod(FACTS[name].weight for name in names)
    return round(odds / (1 + odds), 2)


def facts(grounds: Grounds) -> list[str]:
    """Return the names of the facts that an alarm rests on."""
    more = _OF_CODE.get(grounds.code)
    return [*_of_reading(grounds), *(more(grounds) if more else ())]


def _of_reading(grounds: Grounds) -> Iterator[str]:
    """Yield the doubts about how the dates were read."""
    assumed = {what for mention in grounds.spans for what in mention.assumed}
    yield from sorted(assumed & {"calendar", "century"})
    if assumed - {"calendar", "century"}:
        yield "context"
    if min(mention.confidence for mention in grounds.spans) < _SURE:
        yield "reading"
    if any(map(_is_cut, grounds.rows)):
        yield "cut"


def _is_cut(row: Found) -> bool:
    """Whether a number touches a date, as in «twenty-[first of May]» or «[May 19] 9 1»."""
    kinds, first, last = row.tokens.kinds, row.first, row.last
    before, begin = kinds[max(first - 2, 0) : first], kinds[first]
    after, end = kinds[last : last + 2], kinds[last - 1]
    if before[-1:] == _AND and begin == _LONG_WORD:
        return True
    touching = before[:-1] if before[-1:] in _SHARED else before[-1:]
    return (
        (touching in _COUNT_OR_DIGITS and begin in _DIGITS)
        or (touching in _NUMBER_WORDS and begin in _NUMBER_WORDS)
        or (end in _DIGITS and after[:1] in _DIGITS and after[1:] != _CLOCK)
    )


def _of_pair(grounds: Grounds) -> Iterator[str]:
    left, right = grounds.rows
    values = value_of(left.mention), value_of(right.mention)
    days = abs(grounds.delta_days or 0)
    if (left.mention.kind in _LONG_KINDS) != (right.mention.kind in _LONG_KINDS):
        yield "scale"
    if any(value.is_yearless for value in values):
        yield "yearless"
    if any(value.points[0].day is None for value in values if value.points):
        yield "coarse"
    elif days <= _NEAR and any(value.calendar == "islamic" for value in values):
        yield "near"
    if grounds.diagnosis == "unknown" and not _is_digit_off(left.mention, right.mention):
        yield "absurd" if days > _CENTURY else "unexplained"
    if _is_early(left.mention, right.mention) or _is_early(right.mention, left.mention):
        yield "early"
    if not _is_joined(left, right):
        yield "loose"
    if _is_crossed(grounds):
        yield "crossed"
    if grounds.is_settled:
        yield "settled"


def _is_early(one: Mention, other: Mention) -> bool:
    """Whether a Solar date, or without a year its other side, is from before 1178.

    Months of these names were then in use, but in other calendars.
    """
    day = one.earliest or other.earliest
    return one.calendar == "persian" and day is not None and day < _SOLAR_RULES


def _is_joined(left: Found, right: Found) -> bool:
    """Whether words for the same day, or a bracket or slash alone, join two dates."""
    between = left.tokens.kinds[left.last : right.first]
    return _SAME in between or between.lstrip(_BEFORE_JOINT)[:1] in (*_JOINTS, "")


def _is_digit_off(left: Mention, right: Mention) -> bool:
    """Whether one digit of a year, too many, missing or another one, explains a pair."""
    return _would_fit(left, right) or _would_fit(right, left)


def _would_fit(known: Mention, other: Mention) -> bool:
    points, day = value_of(other).points, known.earliest
    year = points[0].year if points else None
    if not (day and year) or year < 1 or (day < _HIJRA and other.calendar != "gregorian"):
        return False
    wanted = intervals.years_around(other.calendar, day)
    return year not in wanted and any(_is_one_edit(f"{year}", f"{each}") for each in wanted)


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one character inserted, removed or replaced makes two texts equal.

    >>> _is_one_edit("1404", "1494"), _is_one_edit("43", "438"), _is_one_edit("43", "1404")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if same is None else same
    rest, others = one[at:], other[at:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


def _is_crossed(grounds: Grounds) -> bool:
    """Whether a date next to a pair, itself without a partner, agrees with one of its sides.

    As in «born in 741, died in 744 (1340)», where 1340 belongs to 741.
    """
    left, right = (row.mention for row in grounds.rows)
    first, last = min(grounds.at), max(grounds.at)
    for row in _beside(grounds, first, last):
        other = row.mention
        if other in grounds.paired:
            continue
        for here, there in ((left, right), (right, left)):
            if (
                (other.calendar, other.kind) == (there.calendar, there.kind)
                and other.native != there.native
                and _meet(here, other)
            ):
                return True
    return False


def _meet(one: Mention, other: Mention) -> bool:
    """Whether two dates have a day in common, or lunar ones nearly."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    slack = _NEAR - 1 if "islamic" in (one.calendar, other.calendar) else 0
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days) <= slack


def _beside(grounds: Grounds, first: int, last: int) -> Iterator[Found]:
    """Yield the dates next to those at some places."""
    start, end = grounds.around[first].mention.start, grounds.around[last].mention.end
    for row in grounds.around[max(0, first - _BESIDE) : first]:
        if start - row.mention.end <= _CLOSE:
            yield row
    for row in grounds.around[last + 1 : last + 1 + _BESIDE]:
        if row.mention.start - end <= _CLOSE:
            yield row


def _of_weekday(grounds: Grounds) -> Iterator[str]:
    (mention,), (row,) = grounds.spans, grounds.rows
    if mention.calendar == "islamic":
        yield "observed"
    elif mention.earliest and mention.earliest < _BEGAN[mention.calendar]:
        yield "early"
    if row.mention in grounds.agreed:
        yield "agreed"
    if any(
        (other.mention.kind, other.mention.calendar) == ("day", mention.calendar)
        and other.mention.weekday is None
        and other.mention.earliest
        and other.mention.earliest.isoweekday() == mention.weekday
        for other in _beside(grounds, *grounds.at, *grounds.at)
    ):
        yield "borrowed"


def _of_impossible(grounds: Grounds) -> Iterator[str]:
    (mention,) = grounds.spans
    for point in value_of(mention).points:
        if mention.calendar == "islamic" and (point.day or 0) > _LONGEST_LUNAR:
            yield "overlong"
        elif mention.calendar == "gregorian" and point.month == _FEBRUARY and point.year is None:
            yield "proverbial"


_OF_CODE = {
    "pair-mismatch": _of_pair,
    "weekday-conflict": _of_weekday,
    "impossible-date": _of_impossible,
}
