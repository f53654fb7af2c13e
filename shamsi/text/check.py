"""Check the dates of a text: what is wrong, why, and how to fix it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from shamsi.lang.classes import codes_of
from shamsi.lang.sentences import Day, Interval, Sentence, Weekday, translatable
from shamsi.text.compare.denials import denied
from shamsi.text.compare.evidence import evidence, is_on, settled
from shamsi.text.compare.month_conflicts import conflicts
from shamsi.text.compare.sides import before_hijra, side
from shamsi.text.compare.stated_weekdays import clues_of, contradicted
from shamsi.text.compare.terms import SIDES, month_of
from shamsi.text.finding import Finding, rated
from shamsi.text.grammar.drafts import Draft
from shamsi.text.pairs import Pair, link
from shamsi.text.policy import LUNAR_TOLERANCE, LunarTolerance, Policy, policy
from shamsi.text.resolve.mention import Mention, members_of, value_of
from shamsi.text.resolve.options import Languages, Reference, checked_confidence
from shamsi.text.resolve.reading import Found, Reading, reading_of, readings_of
from shamsi.text.rewrite import repairs
from shamsi.text.rewrite.repairs import Suggestion

_WHY = {
    "calque": Sentence("same day numbers, month translated by name (calque)"),
    "month-slip": Sentence("one month off, the rest fits (month-slip)"),
    "year-slip": Sentence("the year is off, the rest fits (year-slip)"),
    "digit-swap": Sentence("two digits exchanged (digit-swap)"),
    "off-by-one": Sentence("one day off (off-by-one)"),
    "unknown": Sentence("no single slip explains it"),
}
_DISTANCES = {  # by whether the distance is a least one, and whether the day is earlier
    (False, True): translatable("{days} before {side}"),
    (False, False): translatable("{days} after {side}"),
    (True, True): translatable("at least {days} before {side}"),
    (True, False): translatable("at least {days} after {side}"),
}
_YEAR = 365.2425  # days
_RANGE = codes_of("range")
_FULL = 4  # digits of a year with its century
_SHARING = ("day", "month", "season")  # kinds that share a month or a year in one range
_NEAR = 4  # mismatches before one that may be of the same three dates


@dataclass(frozen=True, slots=True)
class Examination:
    """The mentions, pairs and findings of one text."""

    mentions: list[Mention]
    pairs: list[Pair]
    findings: list[Finding]


def check(
    text: str,
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
    codes: Iterable[str] | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
    exceptions: Iterable[str] = (),
    min_alarm: float = 0.0,
) -> list[Finding]:
    """Return everything that is wrong with the dates of a text, in order.

    The first keywords and their errors are those of `find`. `codes` are the codes to report, all by
    default. `lunar_tolerance`, 0..5, is by how many days a lunar day may differ from its other
    side, or from its weekday. "umm-al-qura" makes the lunar years 1343..1500 exact by the calendar
    of Saudi Arabia, with 2 days in all others. `exceptions` are pairs that may differ, as in
    "1299-12-03 = 1921-02-21". The exception "borji" is for Solar days before 1304, when other
    months were in use: they may be one day off, or after the end of their month. `min_alarm`, 0…1,
    drops findings whose own `confidence` is less. ValueError for an unknown code, tolerance or
    exception, or a `min_alarm` outside 0…1. Never raises on content.

    >>> (finding,) = check("في 18 مرداد 1404 (18 أغسطس 2025)")
    >>> finding.code, finding.diagnosis, finding.delta_days
    ('pair-mismatch', 'calque', 9)
    """
    wanted = policy(codes, lunar_tolerance, exceptions, min_alarm)
    least = checked_confidence(min_confidence)
    reading = reading_of(
        text, languages=languages, reference=reference, relative=relative, lunar=wanted.lunar
    )
    return examine(reading, least, wanted).findings


def check_each(
    texts: Sequence[str],
    *,
    languages: Languages = None,
    reference: Reference = None,
    relative: bool = False,
    min_confidence: float = 0.0,
    codes: Iterable[str] | None = None,
    lunar_tolerance: LunarTolerance = LUNAR_TOLERANCE,
    exceptions: Iterable[str] = (),
    min_alarm: float = 0.0,
) -> list[list[Finding]]:
    """Return the findings of each text. The texts are read as one block.

    >>> [[finding.code for finding in found] for found in check_each(["۳۱ مهر ۱۴۰۴", "باران"])]
    [['impossible-date'], []]
    """
    wanted = policy(codes, lunar_tolerance, exceptions, min_alarm)
    least = checked_confidence(min_confidence)
    readings = readings_of(
        texts, languages=languages, reference=reference, relative=relative, lunar=wanted.lunar
    )
    return [examine(reading, least, wanted).findings for reading in readings]


def examine(
    reading: Reading, min_confidence: float = 0.0, wanted: Policy | None = None
) -> Examination:
    """Pair and check the dates of a text by a policy."""
    wanted = wanted or Policy()
    found = [row for row in reading.found if row.mention.confidence >= min_confidence]
    linked = link(reading, min_confidence)
    findings = [*_mismatches(reading, linked, wanted), *_month_conflicts(reading, found)]
    settled = {mention for finding in findings for mention in finding.spans if _is_settled(finding)}
    agreed = {
        mention for pair in linked if pair.verdict == "agree" for mention in (pair.left, pair.right)
    }
    beside = _beside(linked)
    denials = denied(reading, found)
    for row in found:
        findings += (
            fault
            for fault in _faults(reading, row, agreed, beside.get(row.mention, []), wanted)
            if not (fault.code == "weekday-conflict" and fault.spans[0] in settled)
            and not wanted.excuses(fault.code, fault.spans[0])
            and not (fault.code == "impossible-date" and fault.spans[0] in denials)
        )
    findings = sorted(
        (finding for finding in findings if finding.code in wanted.codes),
        key=lambda finding: (finding.start, finding.code),
    )
    findings = list(rated(findings, reading, found, linked, wanted.min_alarm))
    return Examination([row.mention for row in found], linked, findings)


def _beside(linked: list[Pair]) -> dict[Mention, list[Mention]]:
    """Return for each date the days that the text states as the same one, and that may be.

    For a day that does not exist, they show which day was meant.
    """
    rows: dict[Mention, list[Mention]] = {}
    for pair in linked:
        if pair.verdict in ("agree", "near") and side(pair.left).is_fine:
            rows.setdefault(pair.left, []).append(pair.right)
            rows.setdefault(pair.right, []).append(pair.left)
        elif pair.verdict == "incomparable" and bool(pair.left.problem) != bool(pair.right.problem):
            wrong, other = sorted((pair.left, pair.right), key=lambda one: not one.problem)
            rows.setdefault(wrong, []).append(other)
    return rows


def _is_settled(finding: Finding) -> bool:
    """Whether a weekday shows which side of a pair is wrong, so it is not reported again."""
    return any(suggestion.preferred for suggestion in finding.suggestions)


def _mismatches(reading: Reading, linked: list[Pair], wanted: Policy) -> Iterator[Finding]:
    rows = {row.mention: row for row in reading.found}
    judged = [(pair, wanted.is_wrong(pair)) for pair in linked]
    agreed = {frozenset((pair.left, pair.right)) for pair, is_wrong in judged if not is_wrong}
    reported: list[Pair] = []
    for pair, is_wrong in judged:
        if is_wrong and not any(_same_fault(pair, other, agreed) for other in reported[-_NEAR:]):
            reported.append(pair)
            both = rows[pair.left], rows[pair.right]
            yield _mismatch(reading, wanted.measured(pair), *both, wanted.lunar_slack)


def _same_fault(pair: Pair, other: Pair, agreed: set[frozenset[Mention]]) -> bool:
    """Whether two mismatches have one cause: they share a side, and the other sides agree."""
    return frozenset({pair.left, pair.right} ^ {other.left, other.right}) in agreed


def _mismatch(reading: Reading, pair: Pair, left: Found, right: Found, lunar_slack: int) -> Finding:
    sides, diagnosis = (side(pair.left), side(pair.right)), pair.diagnosis or "unknown"
    confirmed = settled(pair.left, pair.right, lunar_slack)
    right_side = confirmed[0] if confirmed else None
    suggested = repairs.of_pair(reading, left, right, right_side, lunar_slack)
    start, end = _around([(pair.left.start, pair.right.end)], suggested)
    return Finding(
        code="pair-mismatch",
        start=start,
        end=end,
        message=Sentence("not the same days")
        if sides[0].is_fine
        else Sentence("not the same time"),
        detail=Sentence("{distance}; {why}", distance=_distance(pair), why=_WHY[diagnosis]),
        spans=(pair.left, pair.right),
        delta_days=pair.delta_days,
        diagnosis=pair.diagnosis,
        suggestions=suggested,
        evidence=(*evidence(*sides, diagnosis), *(confirmed[1:] if confirmed else ())),
    )


def _distance(pair: Pair) -> Sentence:
    """Return the interval of the side that is not Gregorian, and its distance from the other."""
    here, there, days = pair.left, pair.right, pair.delta_days or 0
    if here.calendar == "gregorian":
        here, there, days = there, here, -days
    if before_hijra(value_of(here)):
        years: dict[str, Any] = {
            "n": round(abs(days) / _YEAR),
            "date": here.text,
            "other": there.text,
        }
        if days > 0:
            return Sentence("{date} is about {n} years before {other}", **years)
        return Sentence("{date} is about {n} years after {other}", **years)
    is_open = side(here).is_yearless or side(there).is_yearless  # in the year that fits best
    template = _DISTANCES[is_open, days > 0]
    where = Sentence(template, days=_days(abs(days)), side=SIDES[there.calendar])
    if not here.earliest:
        return Sentence("{date} is {where}", date=here.text, where=where)
    return Sentence("{date} is {days}, {where}", date=here.text, days=_interval(here), where=where)


def _days(number: int) -> Sentence:
    return Sentence("{n} day", plural="{n} days", count="n", n=number)


def _interval(mention: Mention) -> Interval | str:
    first, last = mention.earliest, mention.latest
    return Interval(first, last) if first and last else f"{first}/{last}"


def _month_conflicts(reading: Reading, found: list[Found]) -> Iterator[Finding]:
    """Yield findings for days with two names of months that disagree."""
    for conflict in conflicts(reading, found):
        left, right = (row.mention for row in conflict.rows)
        suggested = repairs.of_conflict(reading, conflict)
        start, end = _around([(left.start, right.end)], suggested)
        first, second = conflict.names
        months = [month_of(left.calendar, name.month.number) for name in (first, second)]
        yield Finding(
            code="month-conflict",
            start=start,
            end=end,
            message=Sentence("not the same month"),
            detail=Sentence(
                "{first} is {month}, {second} is {other}",
                first=first.text,
                month=months[0],
                second=second.text,
                other=months[1],
            ),
            spans=(left, right),
            suggestions=suggested,
        )


def _faults(
    reading: Reading, row: Found, agreed: set[Mention], beside: list[Mention], wanted: Policy
) -> Iterator[Finding]:
    """Yield the findings about one mention. Another calendar confirms those in `agreed`.

    `beside` are the days that the text states as the same one.
    """
    mention = row.mention
    if mention.problem:
        suggested = repairs.of_impossible(reading, row, beside)
        yield _finding(
            "impossible-date", mention, Sentence("there is no such day"), mention.problem, suggested
        )
    elif _is_backwards(row):
        first, last = mention.parts[0], mention.parts[-1]
        detail = Sentence(
            "{first} is {days}, after {last}, which is {other}",
            first=first.text,
            days=_interval(first),
            last=last.text,
            other=_interval(last),
        )
        suggested = repairs.of_reversed(reading, row)
        yield _finding(
            "reversed-range", mention, Sentence("it ends before it starts"), detail, suggested
        )
    for part in members_of(mention) or (mention,):
        if fault := _misnamed(reading, row, part, beside, wanted):
            firm, day = fault
            confirmed = mention in agreed or firm is not part
            suggested = repairs.of_weekday(reading, row, part, day, agreed=confirmed)
            named = repairs.weekday_span(reading, row, part) or part.extent
            why = _true_weekday(part, firm, day)
            yield _finding(
                "weekday-conflict",
                part,
                Sentence("not that day of the week"),
                why,
                suggested,
                named,
            )


def _misnamed(
    reading: Reading, row: Found, part: Mention, beside: list[Mention], wanted: Policy
) -> tuple[Mention, dt.date] | None:
    """Return the date, a day or one beside it, and its day, if the text states another weekday."""
    if (
        not part.weekday
        or part.earliest is None
        or part.earliest != part.latest
        or part.kind not in ("day", "event")
        or part.parts
        or "year" in part.assumed
        or _is_night_of(part)
        or (is_on(part, part.weekday) and not beside and wanted.weekday_tolerance)
    ):
        return None
    clues = clues_of(row, _alongside(row.mention, part, beside), reading.found)
    return contradicted(part, clues, wanted.weekday_tolerance)


def _is_night_of(part: Mention) -> bool:
    """Whether a night is called by the weekday of the next day."""
    off = (part.weekday or 0) - (part.earliest or dt.date.min).isoweekday()
    return part.kind == "event" and off % 7 <= value_of(part).slack


def _alongside(mention: Mention, part: Mention, beside: list[Mention]) -> list[Mention]:
    """Return the days beside a part of a mention, from the dates beside the mention."""
    if not members_of(mention):
        return [other for other in beside if not members_of(other)]
    at = mention.parts.index(part)
    return [other.parts[at] for other in beside if len(other.parts) == len(mention.parts)]


def _true_weekday(part: Mention, firm: Mention, day: dt.date) -> Sentence:
    """Return a sentence with the weekday of a day, and the one that the text states."""
    values: dict[str, Any] = {
        "date": part.text,
        "day": Day(day),
        "weekday": Weekday(day.isoweekday()),
        "other": Weekday(part.weekday or 1),
    }
    if firm is part:
        return Sentence("{date} is {day}, a {weekday}, not a {other}", **values)
    return Sentence(
        "{date} is {day} by {side}, a {weekday}, not a {other}",
        side=SIDES[firm.calendar],
        **values,
    )


def _is_backwards(row: Found) -> bool:
    """Whether a range of two printed years, or of days of one month, ends before it starts.

    Years alone may run backwards: texts from right to left often have the later one first.
    """
    parts = row.mention.parts
    if len(parts) < 2 or parts[0].kind in ("year", "century"):
        return False
    starts = parts[0].earliest, parts[-1].earliest
    first, last = row.drafts[0], row.drafts[-1]
    joint = row.tokens.kinds[first.members[0].last : last.members[-1].first]
    if _RANGE not in joint or not (starts[0] and starts[1] and starts[0] > starts[1]):
        return False
    if first is last and first.kind in _SHARING:
        return first.kind == "day"
    return all(map(_names_its_year, row.drafts))


def _names_its_year(draft: Draft) -> bool:
    """Whether a date is printed with its year, a decade with its century."""
    year = draft.members[0].year
    if year is None or draft.kind != "decade":
        return year is not None
    is_named = draft.shape.name == "decade-of-century" or "century" not in draft.assumed
    return is_named and year.width == _FULL


def _finding(
    code: str,
    mention: Mention,
    message: str,
    detail: str,
    suggested: tuple[Suggestion, ...],
    *more: tuple[int, int],
) -> Finding:
    start, end = _around([(mention.start, mention.end), *more], suggested)
    return Finding(code, start, end, message, detail, (mention,), suggestions=suggested)


def _around(spans: Iterable[tuple[int, int]], suggested: Iterable[Suggestion]) -> tuple[int, int]:
    """Return where the spans, and everything that repairs replace, begin and end."""
    all_of_them = [*spans, *((repair.start, repair.end) for repair in suggested)]
    return min(start for start, _ in all_of_them), max(end for _, end in all_of_them)
