"""Grammar: named patterns over token classes, shared by all languages; a language file may add its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.language import Pattern
from shamsi.lang.lexicon import Lexicon
from shamsi.text.grammar.expressions import Parts, alternatives, compiled, expression, openings
from shamsi.text.grammar.guards import verdict
from shamsi.text.grammar.patterns import PARTS, PATTERNS
from shamsi.text.grammar.reasons import Basis, Rejection
from shamsi.text.grammar.tokens import Tokens

_REACH = 12  # tokens before a core that its extent may take in
# What an extent takes in before its core, read backwards: the word that cues it, weekdays, a day
# word, a modifier.
_BEFORE = """
    ([month_word month_lead] of? | era? school? year_word of? | decade_word)? day_word?
    ((dash | colon? same? comma?) weekday ((comma? and | and? comma | range) weekday){0,6})?
    [day_word date_word relative]? ([of preposition]? (?P<modifier>[modifier half]))?
"""
_OUTER = compiled(_BEFORE).match
_INSIDE = openings(_BEFORE)  # few of the classes that stand before a core
# No part of a fraction, a decimal or a time; but ۱۳۲۰/۲۵ اوت is a year and a day, «۱۳۸۴:۷)» one and
# a page.
_UNCUT_BEFORE = """
    (?<![inner_point inner_colon]) (?<![^four_digits] inner_slash)
    (?<![^four_digits numeric_date] inner_dash)
"""
_UNCUT_BEHIND = """
    (?!inner_point | (?<!four_digits) inner_colon
    | inner_colon (?![SHORT three_digits other_number] closing)
    | inner_slash (?![day day0] MONTH))
"""
_YEAR, _YEAR_BESIDE = codes_of("year_word"), codes_of("year_word_beside")
_ERA_MARK, _ERAS = codes_of("era_mark"), codes_of("era era_mark")
_ERA_AFTER = tuple(_ERAS)
_SMALL = frozenset(codes_of("day day0 three_digits tens_in_words day_in_words"))  # years only after a word for year
_JOINTS = {
    codes_of("inner_point"): Rejection.DECIMAL,
    codes_of("inner_colon"): Rejection.CLOCK,
    codes_of("inner_slash"): Rejection.FRACTION,
    codes_of("inner_dash"): Rejection.JOINED,
}


class Shape(NamedTuple):
    """A pattern that matched: its name, its tokens from `first` to before `last`, and the extent's first token."""

    name: str
    first: int
    last: int
    outer: int
    modifier: int | None = None
    reads: str = ""  # the shared pattern that a language's own one is read like
    basis: Basis | None = None  # what around it makes a date of it


class Grammar:
    """The patterns of one language: its own, tried first, and those that all languages share."""

    def __init__(self, own: tuple[Pattern, ...] = ()) -> None:
        """Compile them; an own pattern that cannot be read is a ValueError that names its file."""
        for pattern in own:
            if fault := _fault(pattern):
                raise ValueError(f"{pattern.file}: pattern {pattern.name!r} {fault}")
        self._reads = {pattern.name: pattern.reads for pattern in own}
        rows = {pattern.name: pattern.tokens for pattern in own} | PATTERNS
        # Each alternative by itself: the engine passes over those that cannot begin with a class.
        self._rows = [(name, one) for name, row in rows.items() for one in alternatives(row)]
        firsts = frozenset[str]().union(*(openings(row, PARTS) for row in rows.values()))
        self._first = re.compile(f"[{''.join(map(re.escape, sorted(firsts)))}]").search
        before, behind = expression(_UNCUT_BEFORE), expression(_UNCUT_BEHIND)
        self._core = re.compile(f"{before}(?:{self._expression(PARTS)}){behind}").match

    def _expression(self, parts: Parts) -> str:
        """All patterns as one; an empty group behind each tells which it was."""
        return "|".join([f"(?:{expression(row, parts)})()" for _, row in self._rows])

    def _name(self, found: re.Match[str]) -> str:
        return self._rows[found.lastindex - 1][0] if found.lastindex else ""

    @cached_property
    def _unguarded(self) -> re.Pattern[str]:
        """The patterns without what keeps them from being part of a number, to tell what was cut."""
        return re.compile(self._expression(PARTS | {"UNCUT": ""}))

    def match(self, tokens: Tokens, rejected: list[tuple[Shape, Rejection]] | None = None) -> Iterator[Shape]:
        """The dates of a window, from left to right, not overlapping; `refused` is given what is none, and why."""
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
            # most numbers: nothing makes a year of them
            if is_plain and last == first + 1 and kinds[first] in _SMALL:
                position = last
                continue
            name = self._name(core)
            if name == "years" or kinds[last - 1] == _ERA_MARK:
                last = _end(tokens, name, first, last)
            found = verdict(tokens, name, first, last)
            if name == "years" and isinstance(found, Rejection):
                if rejected is not None:
                    rejected.append((_shape(kinds, name, first, last), found))
                name, last = "year", first + 1 + (kinds[first + 1 : first + 2] in _ERA_AFTER)
                found = verdict(tokens, name, first, last)
            if not isinstance(found, Rejection):
                shape = _shape(kinds, name, first, last)
                if found or name in self._reads:
                    shape = shape._replace(reads=self._reads.get(name, ""), basis=found)
                yield shape
                position = last
            else:
                position = last if name == "day" else first + 1  # a street's name has no month in it
                if rejected is not None:
                    rejected.append((_shape(kinds, name, first, last), found))

    def spelled(self, tokens: Tokens) -> Iterator[Shape]:
        """The dates of a text that is known to be nothing but dates: whatever stands around a match, it is one."""
        position = 0
        while start := self._first(tokens.kinds, position):
            found = self._core(tokens.kinds, start.start())
            position = found.end() if found else start.end()
            if found:
                name = self._name(found)
                shape = _shape(tokens.kinds, name, found.start(), position)
                yield shape._replace(reads=self._reads.get(name, ""))


@cache
def grammar_of(lexicon: Lexicon, lang: str | None) -> Grammar:
    """The grammar of the documents of one language, made once."""
    return Grammar(lexicon.patterns(lang))


def _fault(pattern: Pattern) -> str | None:
    """What is wrong with a language's own pattern, and what it may be."""
    if pattern.reads not in PATTERNS:
        return f"reads {pattern.reads!r}; it must read like one of {', '.join(PATTERNS)}"
    if pattern.name in PATTERNS or not re.fullmatch("[a-z]+(-[a-z]+)*", pattern.name):
        return "needs a name of its own, of small Latin kinds and dashes"
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
    """A match that is part of something longer, and the mark that joins it to the rest."""
    joint = kinds[first - 1] if first and kinds[first - 1] in _JOINTS else kinds[last]
    return Shape(name, first, last, first), _JOINTS[joint]


def _shape(kinds: str, name: str, first: int, last: int) -> Shape:
    if not first or kinds[first - 1] not in _INSIDE:
        return Shape(name, first, last, first)
    before = kinds[max(0, first - _REACH) : first][::-1]
    outer = _OUTER(before)
    if not outer:
        return Shape(name, first, last, first)
    modifier = first - outer.end("modifier") if outer["modifier"] else None
    return Shape(name, first, last, first - outer.end(), modifier)


def _end(tokens: Tokens, name: str, first: int, last: int) -> int:
    """Where a match really ends: an era's mark belongs only to a number that it is near to."""
    if tokens.kinds[last - 1] == _ERA_MARK and tokens.starts[last - 1] - tokens.ends[last - 2] > 2:
        last -= 1
    if name == "years":
        eras = [k for k in range(first, last) if tokens.kinds[k] in _ERAS]
        if len({tokens.values[k].calendar for k in eras}) > 1:
            return eras[0] + 1  # ۱۸۵۷ میلادی و ۱۲۳۶ خورشیدی: one year in two calendars
    return last
