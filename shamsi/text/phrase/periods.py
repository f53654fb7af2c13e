"""Read a text that is one period in words: a day, a month, a season, a year, or a range."""
# pyright: reportUnnecessaryIsInstance=false
# callers without a type checker get these errors too

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from shamsi._errors import Advice, DateError, ParseError, RangeError, ShamsiError, shown
from shamsi.calendar.intervals import EPOCH
from shamsi.calendar.kernel import days
from shamsi.formats.names import CALENDAR_NAMES
from shamsi.formats.numbers import is_numeric
from shamsi.formats.numeric import refuse_gregorian_period, refuse_imperial_period
from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import Draft, weekday_of
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.readers import read as read_shape
from shamsi.text.grammar.reasons import Basis
from shamsi.text.grammar.tokens import Number
from shamsi.text.phrase.days import read as read_day
from shamsi.text.phrase.expression import advice
from shamsi.text.phrase.whole_text import Phrase, phrases
from shamsi.text.resolve import ranges
from shamsi.text.resolve.context import Context
from shamsi.text.resolve.mentions import joint
from shamsi.text.resolve.resolver import Resolution, resolve
from shamsi.text.resolve.values import Value

Ends = tuple[Draft, Draft | None]  # one date, or the two ends of a range

_LONGEST = 200  # characters of a period in words
_PARTS = {"season", "quarter", "half"}  # have ranges in periods, but not in prose
_SHORT_END = compiled(".* [inner_slash inner_dash slash dash] SHORT").match
_DASHES, _SCHOOL = tuple(codes_of("range dash inner_dash")), codes_of("school")
_HALF_YEAR = 186  # days
_SHORT, _FULL = 2, 4  # digits of a year without its century, and with it
_LEADING = frozenset(
    codes_of("link into of between")
)  # words that may precede a period: «د», «از», «في», "from", "between"


def read(text: str, lang: str | None, century: int | None, /) -> tuple[int, int]:
    """Return the first and last day number of a period in words; raises as `Period.parse` says.

    >>> read("18 to 20 Mordad 1404", None, None), read("18 إلى 20 مرداد 1404", "ar", None)
    ((20309, 20311), (20309, 20311))
    """
    problem: ShamsiError | None = None
    for phrase in phrases(text, lang) if len(text) <= _LONGEST else ():
        if ends := _ends(phrase):
            try:
                return _run(ends, phrase.code, century, text)
            except ShamsiError as error:  # another language may read it otherwise
                problem = problem or error
    if problem and is_numeric(text):
        raise problem
    try:
        number = days(*read_day(text, century, None, lang=lang))
    except ShamsiError:
        raise problem or ParseError(
            "text must be one period with its year, such as 'مرداد ۱۴۰۴', 'summer 1404', "
            f"'۱۸ تا ۲۰ مرداد ۱۴۰۴', '1404-05' or '1404-05-18/1404-05-20', got {shown(text)}",
            advice=advice(text),
        ) from None
    return number, number


def _ends(phrase: Phrase) -> Ends | None:
    """Return the one date, or the two ends, that are the whole text; otherwise None."""
    tokens = phrase.tokens
    drafts = [read_shape(shape, tokens) for shape in phrase.shapes()]
    dates = [draft for draft in drafts if isinstance(draft, Draft)]
    if not dates or len(dates) < len(drafts):
        return None
    first, last = dates[0].shape, dates[-1].shape
    is_whole = last.last == len(tokens.kinds) and _LEADING.issuperset(tokens.kinds[: first.outer])
    joined = _joined(dates)
    rows = [joined] if joined else ranges.join(dates)
    return rows[0] if is_whole and len(rows) == 1 else None


def _joined(drafts: list[Draft]) -> Ends | None:
    """Return two seasons, quarters or halves, each with a year, as the ends of a range."""
    if (
        len(drafts) != 2
        or {draft.kind for draft in drafts} - _PARTS
        or drafts[0].kind != drafts[1].kind
    ):
        return None
    first, last = drafts
    return (
        (first, last)
        if first.tokens.kinds[first.shape.last : last.shape.outer] in _DASHES
        else None
    )


def _run(ends: Ends, code: str, century: int | None, text: str) -> tuple[int, int]:
    """Return the days from the first to the last date after all checks."""
    first, last = ends
    drafts = [first, last] if last else [first]
    for draft in drafts:
        _refuse(draft, text)
    if century is not None:
        drafts = [_in_century(draft, century) for draft in drafts]
    context = Context(code, "persian", given_calendar="persian")
    rows: list[Resolution]
    if last and last.kind not in _PARTS:
        rows = list(ranges.resolved(drafts[0], drafts[-1], context) or ())
    else:
        rows = [resolve(draft, context) for draft in drafts]
    found = [value for row in rows for value in row.values]
    if any("century" in row.assumed for row in rows):
        way = Advice("century", 1300, "for the years 1300 to 1399")
        raise ParseError(f"two digits of a year are ambiguous, got {shown(text)}", advice=way)
    stated = [weekday_of(draft, member) for draft in drafts for member in draft.members]
    for weekday, value in zip(stated, found, strict=False):
        if weekday and value.earliest and value.earliest.isoweekday() != weekday:
            raise ParseError(f"{value.native} is another day of the week, got {shown(text)}")
    first_day, last_day = _one_run([_days(value, text) for value in found], joint(drafts), text)
    if Basis.TURN_OF_YEAR in rows[-1].bases and last_day - first_day >= _HALF_YEAR:
        raise ParseError(
            "the range runs backwards, or its other end lacks a year: write both, got "
            f"{shown(text)}"
        )
    return first_day, last_day


def _one_run(runs: list[tuple[int, int]], how: str, text: str) -> tuple[int, int]:
    """Return the days from the first to the last of a range, or of a list without gaps."""
    if how == "list" and any(after[0] - before[1] != 1 for before, after in pairwise(runs)):
        raise ParseError(f"text must be one run of days, not a list, got {shown(text)}")
    if any(after[0] <= before[1] for before, after in pairwise(runs)):
        raise ParseError(f"the end must not be before the start; swap them, got {shown(text)}")
    return runs[0][0], runs[-1][1]


def _refuse(draft: Draft, text: str) -> None:
    """Raise ParseError for another calendar, inexact days or a Gregorian year."""
    is_open = draft.kind in ("relative", "event") and draft.observance is None
    if is_open or draft.deictic is not None:
        raise ParseError(
            f"text must name its year, not count from today, got {shown(text)}",
            advice=advice(text),
        )
    if draft.modifier is not None:
        raise ParseError(f"text must name exact days, got {shown(text)}")
    if _SCHOOL in draft.tokens.kinds[draft.shape.outer : draft.shape.last]:
        raise ParseError(
            "a fiscal or school year has a first month of its own: use Period.fiscal_year, got "
            f"{shown(text)}"
        )
    eras = [era for era in (draft.era, *(member.era for member in draft.members)) if era]
    calendars = [draft.calendar or "persian"] if draft.kind != "season" else []
    other = next(
        (name for name in (*calendars, *(era.calendar for era in eras)) if name != "persian"), None
    )
    if other == "hijri":
        raise ParseError(
            f"text must say which Hijri calendar, the solar or the lunar one, got {shown(text)}"
        )
    if other:
        raise ParseError(
            "text must be of the Solar Hijri calendar, not the "
            f"{CALENDAR_NAMES.get(other, other)} one, "
            f"got {shown(text)}"
        )
    if any(era.bce for era in eras):
        raise ParseError(f"years before the Hijra are not supported, got {shown(text)}")
    if draft.shape.name == "numeric" and len(draft.tokens.values[draft.shape.first][0]) != _FULL:
        raise ParseError(f"a date in numbers must be year-first, got {shown(text)}")
    if draft.shape.name == "years" and _SHORT_END(
        draft.tokens.kinds, draft.shape.first, draft.shape.last
    ):
        raise ParseError(
            "two digits behind a year may be a month or a year: write 1404-05 or 1404/1405, got "
            f"{shown(text)}"
        )
    for year in (member.year.value for member in draft.members if member.year):
        if not draft.calendar or draft.kind == "season":
            refuse_gregorian_period(year, text)
        if not eras:
            refuse_imperial_period(year, text)


def _in_century(draft: Draft, century: int) -> Draft:
    """Return a draft with the century in all years."""
    members = (replace(member, year=_full(member.year, century)) for member in draft.members)
    return replace(draft, members=tuple(members))


def _full(year: Number | None, century: int) -> Number | None:
    """Return a year with its century."""
    if year is None or year.width > _SHORT or year.value > 99:
        return year
    return Number(century + (year.value - century) % 100, _FULL)


def _days(value: Value, text: str) -> tuple[int, int]:
    """Return the first and last day number of a value."""
    if value.problem:
        raise DateError(f"{value.problem}, got {shown(text)}")
    if value.grain == "relative" or value.is_yearless:
        raise ParseError(f"text must name its year, got {shown(text)}", advice=advice(text))
    if value.earliest is None or value.latest is None:
        raise RangeError(
            f"period must lie in 0001-01-01..9378-10-10 (0622-03-21..9999-12-31), got {shown(text)}"
        )
    return value.earliest.toordinal() - EPOCH, value.latest.toordinal() - EPOCH
