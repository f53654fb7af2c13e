"""Match the patterns of dates, shared and of a language, against tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Final

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Pattern
from shamsi.lang.lexicon import Lexicon
from shamsi.text.grammar import centuries, cuts
from shamsi.text.grammar.expressions import Parts, alternatives, compiled, expression, openings
from shamsi.text.grammar.guards import verdict
from shamsi.text.grammar.patterns import PARTS, PATTERNS
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Tokens
from shamsi.text.grammar.year_guards import SMALL

_REACH = 12  # tokens before a core that its extent may take in
# The tokens before its core that an extent includes, read backwards: a cue word, weekdays, a word
# for day, a modifier.
_BEFORE = """
    (link{1,2} (?=day_word? comma? weekday))?
    ([month_word month_lead] of? | era? school? year_word of? | decade_word)? day_word?
    ((dash | (date_word [of preposition into]?)? colon? same? comma?)
     weekday ((comma? [and or] | and? comma | range) weekday){0,6})?
    [day_word date_word relative]? ([of preposition dash]? (?P<modifier>[modifier half nth_week]))?
"""
_OUTER = compiled(_BEFORE).match
_INSIDE = openings(_BEFORE)  # most tokens before a core are of other classes
# A match must not be a part of a fraction, a decimal or a time. But ۱۳۲۰/۲۵ اوت is a year and a
# day, «۱۳۸۴:۷)» a year and a page, and [9/آبان/1401:07:51:30 a stamp of a web server.
_UNCUT_BEFORE = """
    (?<![inner_point inner_colon])
    ((?<![^four_digits] inner_slash) | (?<=EITHER [three_digits two_digits] inner_slash))
    (?<![^four_digits numeric_date] inner_dash)
"""
_UNCUT_BEHIND = """
    (?!inner_point | (?<!four_digits) inner_colon
    | (?<!MONTH slash four_digits) inner_colon (?![SHORT three_digits other_number] closing)
    | inner_slash (?![day day0] MONTH | four_digits))
"""
_YEAR, _YEAR_BESIDE = codes_of("year_word"), codes_of("year_word_beside")
_ERA_MARK, _ERAS = codes_of("era_mark"), codes_of("era era_mark")
_ERA_AFTER = tuple(_ERAS)
_LISTS = ("years", "century")
_DATED = frozenset(("day", "month", "nth-day", "day-slash"))
_JOINTS = {
    codes_of("inner_point"): Rejection.DECIMAL,
    codes_of("inner_colon"): Rejection.CLOCK,
    codes_of("inner_slash"): Rejection.FRACTION,
    codes_of("inner_dash"): Rejection.JOINED,
}


@dataclass(slots=True)
class Shape:
    """A pattern that matched, by name, and its tokens from `first` to before `last`.

    `outer` is the first token of its extent.
    """

    name: Final[str]
    first: Final[int]
    last: Final[int]
    outer: Final[int]
    modifier: Final[int | None] = None
    reads: Final[str] = ""  # the shared pattern that a pattern of a language file is read like
    basis: Final[Basis | None] = None  # why its context makes it a date


class Grammar:
    """The patterns of one language: those of its file, tried first, and the shared ones."""

    def __init__(self, own: tuple[Pattern, ...] = ()) -> None:
        """Compile the patterns.

        A pattern of a language file that cannot be read is a ValueError that names the file.
        """
        for pattern in own:
            if fault := _fault(pattern):
                raise ValueError(f"{pattern.file}: pattern {pattern.name!r} {fault}")
        self._reads = {pattern.name: pattern.reads for pattern in own}
        rows = {pattern.name: pattern.tokens for pattern in own} | PATTERNS
        # Alternatives are separate, because `re` skips those that cannot begin with a class.
        self._rows = [(name, one) for name, row in rows.items() for one in alternatives(row)]
        firsts = frozenset[str]().union(*(openings(row, PARTS) for row in rows.values()))
        self._first = re.compile(f"[{''.join(map(re.escape, sorted(firsts)))}]").search
        before, behind = expression(_UNCUT_BEFORE), expression(_UNCUT_BEHIND)
        self._core = re.compile(f"{before}(?:{self._expression(PARTS)}){behind}").match

    def _expression(self, parts: Parts) -> str:
        """Join all patterns. The empty group after each identifies the one that matched."""
        return "|".join([f"(?:{expression(row, parts)})()" for _, row in self._rows])

    def _name(self, found: re.Match[str]) -> str:
        return self._rows[found.lastindex - 1][0] if found.lastindex else ""

    @cached_property
    def _unguarded(self) -> re.Pattern[str]:
        """The patterns without the checks for longer numbers, to report what those reject."""
        return re.compile(self._expression(PARTS | {"UNCUT": ""}))

    def match(
        self, tokens: Tokens, rejected: list[tuple[Shape, Rejection]] | None = None
    ) -> Iterator[Shape]:
        """Yield the dates of a window, from left to right and without overlaps.

        Appends rejected matches, with the reason, to `rejected`.
        """
        kinds = tokens.kinds
        is_plain = rejected is None and _YEAR not in kinds and _YEAR_BESIDE not in kinds
        position = 0
        while start := self._first(kinds, position):
            first = position = start.start()
            core = self._core(kinds, first)
            if not core:
                position += 1
                if rejected is not None and (cut := self._unguarded.match(kinds, first)):
                    rejected.append(_cut(kinds, self._name(cut), first, cut.end()))
                continue
            last = core.end()
            # Most numbers end here: without a word for year they are not years.
            if is_plain and last == first + 1 and kinds[first] in SMALL:
                position = last
                continue
            name = self._name(core)
            if name in _LISTS or kinds[last - 1] == _ERA_MARK:
                last = _end(tokens, name, first, last)
            if name in _DATED:
                last = cuts.end_of_day(tokens, first, last)
            if name == "year" and kinds[last - 1] in _ERAS:
                name, last = _century(tokens, first, last)
            found = verdict(tokens, name, first, last, self._reads.get(name, ""))
            if name == "years" and isinstance(found, Rejection):
                if rejected is not None:
                    rejected.append((_shape(kinds, name, first, last), found))
                name, last = "year", first + 1 + (kinds[first + 1 : first + 2] in _ERA_AFTER)
                found = verdict(tokens, name, first, last)
            if not isinstance(found, Rejection):
                yield _shape(kinds, name, first, last, self._reads.get(name, ""), found)
                position = last
            else:
                # A day that is rejected, such as a street's name, does not contain a month.
                is_whole = name == "day" or found is Rejection.LEFT_OVER
                position = last if is_whole else first + 1
                if rejected is not None:
                    rejected.append((_shape(kinds, name, first, last), found))

    def spelled(self, tokens: Tokens) -> Iterator[Shape]:
        """Yield the dates of a text that holds nothing but dates. Guards do not apply to them."""
        position = 0
        while start := self._first(tokens.kinds, position):
            found = self._core(tokens.kinds, start.start())
            position = found.end() if found else start.end()
            if found:
                name = self._name(found)
                shape = _shape(tokens.kinds, name, found.start(), position)
                yield replace(shape, reads=self._reads.get(name, ""))


@cache
def grammar_of(lexicon: Lexicon, lang: str | None) -> Grammar:
    """Return the grammar of documents in one language, made once."""
    return Grammar(lexicon.patterns(lang))


def _fault(pattern: Pattern) -> str | None:
    """Return what is wrong with a pattern of a language file, and what is allowed."""
    if pattern.reads not in PATTERNS:
        return f"reads {pattern.reads!r}; it must read like one of {', '.join(PATTERNS)}"
    if pattern.name in PATTERNS or not re.fullmatch("[a-z]+(-[a-z]+)*", pattern.name):
        return "needs a name of its own, of small Latin letters and dashes"
    try:
        found = compiled(pattern.tokens, PARTS)
    except (re.error, OverflowError, RecursionError) as error:
        return f"is no regular expression: {error}"
    except ValueError as error:
        return str(error)
    if found.groups:
        return "has a group that is named: write ( … ) for (?P<name> … )"
    return "may match nothing: one class at least must stand" if found.match("") else None


def _cut(kinds: str, name: str, first: int, last: int) -> tuple[Shape, Rejection]:
    """Return a match that is a part of something longer, with the rejection for its joint."""
    joint = kinds[first - 1] if first and kinds[first - 1] in _JOINTS else kinds[last]
    return Shape(name, first, last, first), _JOINTS[joint]


def _shape(  # noqa: PLR0917
    kinds: str, name: str, first: int, last: int, reads: str = "", basis: Basis | None = None
) -> Shape:
    """The shape of a match, with what its extent takes in before it."""
    if not first or kinds[first - 1] not in _INSIDE:
        return Shape(name, first, last, first, None, reads, basis)
    outer = _OUTER(kinds[max(0, first - _REACH) : first][::-1])
    if not outer:
        return Shape(name, first, last, first, None, reads, basis)
    modifier = first - outer.end("modifier") if outer["modifier"] else None
    return Shape(name, first, last, first - outer.end(), modifier, reads, basis)


def _century(tokens: Tokens, first: int, last: int) -> tuple[str, int]:
    """Return the pattern and the end of a year, which may be two centuries: «(9هـ/15م)»."""
    end = centuries.end_of_two(tokens, first)
    return ("century", end) if end else ("year", last)


def _end(tokens: Tokens, name: str, first: int, last: int) -> int:
    """Return where a match really ends. An era's mark must be close to its number."""
    if name == "century":
        return centuries.listed(tokens, first, last)[-1].last
    if tokens.kinds[last - 1] == _ERA_MARK and tokens.starts[last - 1] - tokens.ends[last - 2] > 2:
        last -= 1
    if name == "years":
        eras = [k for k in range(first, last) if tokens.kinds[k] in _ERAS]
        if len({tokens.values[k].calendar for k in eras}) > 1:
            return eras[0] + 1  # ۱۸۵۷ میلادی و ۱۲۳۶ خورشیدی: one year in two calendars
    return last
