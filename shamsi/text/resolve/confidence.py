"""Compute how confident a date is, from figures of the language files that were counted in text."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.language import MonthName, load
from shamsi.lang.schema import ConfidenceTable, SureTable
from shamsi.text.grammar.drafts import Draft, Member
from shamsi.text.grammar.reasons import Basis
from shamsi.text.resolve.calendars import LAST_LUNAR_CENTURY
from shamsi.text.resolve.values import Value
from shamsi.text.resolve.year_cues import is_of_letters

_SURE = 0.99  # the highest confidence
_FAR_ERA = 0.6  # a year from 2500 to 2537 with no era and no month: an estimate
# The figures of assumptions that were not counted.
_FIGURES = {"order": "neighbour", "julian": "neighbour", "borji": "neighbour"}
_WEEK = 0.9  # which days a week of a month is: an estimate
_LETTERS = 0.75  # a year after «سنه» with no era: an estimate
_CAUTIOUS = "ar"  # the figures for an unknown language: its years may be of three calendars
CLASH = (1411, 1450)  # lunar years of our time, which are also future Solar years
# For names that were not counted in text.
_UNCOUNTED = SureTable(bare=0.5, month=0.9, number=0.9, year=0.95)
_NAMES = frozenset(codes_of("MONTH"))  # classes of months' names
_MONTH_WORDS = frozenset(codes_of("month_word month_lead"))
_YEAR_WORDS = frozenset(codes_of("year_word year_word_beside"))
_BEFORE = 3  # tokens before a number in which a word for year may stand


class Sureness(NamedTuple):
    """How often a month's name is a date: bare, with a word for month, with a day, with a year."""

    bare: float
    month: float
    number: float
    year: float


def confidence(
    draft: Draft, member: Member, value: Value, assumed: tuple[str, ...], lang: str | None
) -> tuple[float, Basis]:
    """Return the confidence of a date, 0…1, and the basis that decided it.

    A date is as sure as the least sure thing about it.
    """
    figures = _figures(lang or _CAUTIOUS)
    least = _of_printed(draft, member, figures)
    if assumed:
        figure = min(_of_assumptions(draft, value, assumed, lang), default=_SURE)
        least = least if least[0] <= figure else (figure, Basis.ASSUMED)
    return least if least[0] < _SURE else (_SURE, Basis.SURE)


@cache
def _figures(lang: str) -> ConfidenceTable:
    """Return the figures that were counted in a language, otherwise the cautious ones."""
    return load(lang).tables.confidence or load(_CAUTIOUS).confidence


def _of_printed(draft: Draft, member: Member, figures: ConfidenceTable) -> tuple[float, Basis]:
    """Return the figure of a month's name in its context, or of a number read as a year."""
    tokens, shape = draft.tokens, draft.shape
    if not _NAMES.isdisjoint(tokens.kinds[shape.first : shape.last]):
        names = [
            x
            for x in tokens.lexemes[shape.first : shape.last]
            if x and isinstance(x.value, MonthName)
        ]
        words = tokens.kinds[shape.outer : shape.last]
        is_beside = not _MONTH_WORDS.isdisjoint(words) or len(names) > 1
        return min(
            [
                _of_name(_sureness(name.lang, name.value), member, is_beside=is_beside)
                for name in names
            ]
        ), Basis.NAME
    if draft.kind == "relative":
        is_today = ("day", 0) in tokens.values[shape.first : shape.last]
        return figures.today if is_today else figures.relative, Basis.WORD
    is_observed = draft.observance is not None and member.year is not None
    if (draft.kind == "year" or is_observed) and not (draft.era or member.era):
        around = tokens.kinds[max(0, min(shape.outer, shape.first - _BEFORE)) : shape.last]
        is_bare = _YEAR_WORDS.isdisjoint(around)
        return (figures.bare_year, Basis.BARE_YEAR) if is_bare else (figures.cued_year, Basis.SURE)
    if draft.kind == "century" and not (draft.era or member.era):
        is_old = (member.number or draft.number) <= LAST_LUNAR_CENTURY
        return figures.old_century if is_old else figures.new_century, Basis.OPEN_CENTURY
    return _SURE, Basis.SURE


def _of_name(sure: Sureness, member: Member, *, is_beside: bool) -> float:
    """Return the best figure of the contexts that a name has here.

    They are: bare, with a word for month or another month, after a day, before a year.
    """
    found = sure.bare
    if is_beside and sure.month > found:
        found = sure.month
    if (member.day or member.number) and sure.number > found:
        found = sure.number
    return sure.year if member.year and sure.year > found else found


@cache
def _sureness(lang: str, month: MonthName) -> Sureness:
    """Return the figures of a name. Each is for all months of its table, or for one month."""
    table = next(
        table.sure or _UNCOUNTED
        for table in load(lang).tables.months
        if (table.calendar, table.tradition) == (month.calendar, month.tradition)
    )
    return Sureness(*(one[month.number - 1] if isinstance(one, tuple) else one for one in table))


def _of_assumptions(
    draft: Draft, value: Value, assumed: tuple[str, ...], lang: str | None
) -> list[float]:
    """Return the figures of all assumptions."""
    figures = _figures(lang or _CAUTIOUS)
    rows = [
        _WEEK if what == "week" else figures.of(_FIGURES.get(what, what))
        for what in assumed
        if what not in ("calendar", "century")
    ]
    if draft.kind == "year" and draft.era is None and "era" in assumed:  # سال ۲۵۳۵
        rows.append(_FAR_ERA)
    if value.calendar == "islamic" and draft.era is None and is_of_letters(draft):
        rows.append(_LETTERS if lang != "ar" else _SURE)
    if draft.kind == "decade" and len(rows) < len(assumed):
        rows.append(figures.decade)
    elif draft.kind != "century":
        rows += [figures.century] if "century" in assumed else []
        rows += [figures.of(_how_chosen(draft, value.year))] if "calendar" in assumed else []
    return rows


def _how_chosen(draft: Draft, year: int | None) -> str:
    """Return how a calendar was chosen that the text does not name."""
    if draft.calendar:
        return "neighbour"
    return "clash" if year is not None and CLASH[0] <= year <= CLASH[1] else "calendar"
