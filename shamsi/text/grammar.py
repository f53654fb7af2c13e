"""Grammar: named patterns over token classes, shared by all languages; a language file may add its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from shamsi.lang.language import Pattern
from shamsi.lang.lexicon import Lexicon
from shamsi.text.contexts import SMALL, refusal
from shamsi.text.reasons import Refusal
from shamsi.text.tokens import Tokens

# The classes are told in `tokens.CLASSES`. A bar between blanks parts what is tried one after the other.
_MACROS = {
    "MON": r"[MmjZ]",
    "IZAFE": r"(?:i(?=[LUFYytz]))?",  # ژانویه‌ی ۲۰۱۷
    "DAYS": r"(?:[dz]i?(?:<SEP>D?[dz]i?){0,11}|oi?(?:<SEP>D?oi?){0,11}|n(?:<SEP>D?n){0,11}"
    r"|[dzno]i?RD?[dzno]i?)",
    "SEP": r"(?:,?&|,|R|-|h|s|/)",
    "YEAR": r"(?:,?L?f?Ug?[Ytyzdwv]|[:,]?Y|[tyz](?![cspqhOw])|[wv]|[dyz](?=[eE]))<NOT_CUT>",
    "NOT_CUT": r"(?![pq]|s(?![dz][MmjZ]))",
    "ERA": r"(?:E|e)?",
    "JOIN": r"(?:,?&,?|R|-|h)U?",
}
_PATTERNS = {
    "part-of-month": r"[HK]o[fLJ]*<MON>L?(?:<YEAR><ERA>|F)?",
    "day-month-slash": r"[dzo]/?<MON>/Y<ERA> | [dz]-<MON>-[Yyz]<ERA> | [dz]/<MON>/[yz]<ERA> | <DAYS>,<MON>,Y<ERA>",
    "month-day": r"<MON>[dz],Y<ERA>",
    "month-then-days": r"(?:Y~?<ERA>b?r{1,2})?<MON>L?[rP]{0,2}[dz]~?R[dz](?:~|(?=T))",
    "year-month-day": r"(?:Y~?<ERA>b?r{1,2}|Fr{1,2}|F(?=[MmjZ][Lr]))<MON>L?(?:r{0,2}[dzon]~?)?",
    "month-then-day": r"(?:<MON>L?r{1,2}[dzon]~?|<MON>L?[dz](?:~|(?=T)))(?:Y<ERA>)?",
    "day": r"(?:<DAYS>[f:]?[LJ]?|[dz]e)<MON><IZAFE>L?(?:<YEAR><ERA>|F)?",
    "nights": r"[no]D?_f?J?<MON>(?:<YEAR><ERA>)?",
    "month-number": r"(?:[dz]i?)?J(?:o|[dz]i?)(?:,?(?:L?f?Ug?[Ytyzdwv]|[Yw])<ERA>|F)",
    "months": r"<MON>L?(?:(?:,?&|,|R|-)[LJ]?<MON>L?){1,11}(?:<YEAR><ERA>|F)?",
    "month": r"<MON><IZAFE>L?(?:f?<YEAR><ERA>|F)?",
    "seasons": r"S(?:(?:,?&|,|R|-)S){1,3},?U?[Yyz]<ERA>",
    "season": r"SL?(?:,?f?U?[Yyzt]<ERA>|F) | Y~?<ERA>br{0,2}S",
    "decade-of-century": r"(?:K?k|Ki?[ydznv])f?C(?:X?[od]E?|F)",
    "decades": r"Ki?[Yydznv](?:(?:,?&|,|R|-|h)K?i?[Yydznv]){1,5}<ERA>",
    "decade": r"Ki?[Yydznv]<ERA> | K?kE?(?!c) | [Yy]~?\^",
    "century": r"CX?[od]E?",
    "part": r"[QH]o(?:[fPI]?U|f)?Y<ERA>",
    "numeric": r"N<ERA>",
    "years": r"[dyz][hs-]Y<ERA> | Y[hs-][dyz](?![dyzYt])<ERA> | YR[yz](?![cOwnup.]) | Y&[yz](?![cOwnp])"
    r" | [Yw]<ERA>(?:(?:<JOIN>|,|s|/)[Yw]<ERA>){1,11} | t<ERA>(?:<JOIN>t<ERA>){1,11}"
    r" | [yz]<ERA>(?:<JOIN>[yz]<ERA>){1,11} | [dyz](?:<JOIN>[dyz]){1,3}E",
    "year": r"[Yw]<ERA> | [tyzdvn]E | (?:[nv]&)?oE | 9[Ee] | [tyzd]e | [tyzdnv]",
    "deictic": r"WF | GW | WG | UEF | G | FE?",
}


_MACRO = re.compile(r"(?<!\(\?P)<(\w+)>")
_ANY = re.compile(r"[^u./,:()|\"-]").search  # where a language's own patterns may begin
_FIRST = re.compile(r"[NHKdzonvwyYt9MmjZSkCQWGUFJ]").search  # classes that a core begins with
_REACH = 12  # tokens before a core that its extent may take in
# What an extent takes in before its core, read backwards: the word that cues it, weekdays, a day word, a modifier.
_OUTER = re.compile(
    r"(?:[LJ]f?|E?g?Uf?|K)?D?(?:(?:-|:?=?,?)W(?:(?:,?&|&?,|R)W){0,6})?[DTG]?(?:[fP]?(?P<modifier>[AH]))?"
).match
_OUTSIDE = frozenset('u|."')  # classes that no extent begins or ends with: most that stand before a core


class Shape(NamedTuple):
    """A pattern that matched: its name, its tokens from `first` to before `last`, and the extent's first token."""

    name: str
    first: int
    last: int
    outer: int
    modifier: int | None = None
    reads: str = ""  # the shared pattern that a language's own one is read like


class Grammar:
    """The patterns of one language: its own, tried first, and those that all languages share."""

    def __init__(self, own: tuple[Pattern, ...] = ()) -> None:
        """Compile them; an own pattern that cannot be read is a ValueError that names its file."""
        for pattern in own:
            if fault := _fault(pattern):
                raise ValueError(f"{pattern.file}: pattern {pattern.name!r} {fault}")
        self._first = _ANY if own else _FIRST
        self._reads = {pattern.name: pattern.reads for pattern in own}
        rows = {pattern.name: pattern.tokens for pattern in own} | _PATTERNS
        # Each alternative by itself, as the engine passes over those that cannot begin with a letter.
        self._rows = [(name, tokens) for name, row in rows.items() for tokens in row.split(" | ")]
        # No part of a fraction, a decimal or a time; but ۱۳۲۰/۲۵ اوت is a year and a day, «۱۳۸۴:۷)» one and a page.
        uncut = r"(?!p|(?<!Y)q|q(?![dzyt9]\))|s(?![dz][MmjZ]))"
        self._core = re.compile(rf"(?<![pq])(?<![^Y]s)(?<![^YN]h)(?:{self._alternatives(_MACROS)}){uncut}").match

    def _alternatives(self, macros: dict[str, str]) -> str:
        """All patterns as one; an empty group behind each tells which it was."""
        return "|".join([f"(?:{_expanded(tokens, macros)})()" for _, tokens in self._rows])

    def _name(self, found: re.Match[str]) -> str:
        return self._rows[found.lastindex - 1][0] if found.lastindex else ""

    @cached_property
    def _unguarded(self) -> re.Pattern[str]:
        """The patterns without what keeps them from being part of a number, to tell what was cut."""
        return re.compile(self._alternatives(_MACROS | {"NOT_CUT": ""}))

    def match(self, tokens: Tokens, refused: list[tuple[Shape, Refusal]] | None = None) -> Iterator[Shape]:
        """The dates of a window, from left to right, not overlapping; `refused` is given what is none, and why."""
        letters = tokens.letters
        is_plain = refused is None and "U" not in letters and "b" not in letters
        position = 0
        while start := self._first(letters, position):
            first = position = start.start()
            found = self._core(letters, first)
            if not found:
                position += 1
                if refused is not None and (cut := self._unguarded.match(letters, first)):
                    refused.append(_cut(letters, self._name(cut), first, cut.end()))
                continue
            last = found.end()
            if is_plain and last == first + 1 and letters[first] in SMALL:  # most numbers: nothing makes a year of them
                position = last
                continue
            name = self._name(found)
            if name == "years" or letters[last - 1] == "e":
                last = _end(tokens, name, first, last)
            why = refusal(tokens, name, first, last)
            if why and name == "years":
                if refused is not None:
                    refused.append((_shape(letters, name, first, last), why))
                name, last = "year", first + 1 + (letters[first + 1 : first + 2] in ("e", "E"))
                why = refusal(tokens, name, first, last)
            if why is None:
                shape = _shape(letters, name, first, last)
                yield shape._replace(reads=self._reads[name]) if name in self._reads else shape
                position = last
            else:
                position = last if name == "day" else first + 1  # a street's name has no month in it
                if refused is not None:
                    refused.append((_shape(letters, name, first, last), why))

    def spelled(self, tokens: Tokens) -> Iterator[Shape]:
        """The dates of a text that is known to be nothing but dates: whatever stands around a match, it is one."""
        position = 0
        while start := self._first(tokens.letters, position):
            found = self._core(tokens.letters, start.start())
            position = found.end() if found else start.end()
            if found:
                name = self._name(found)
                shape = _shape(tokens.letters, name, found.start(), position)
                yield shape._replace(reads=self._reads.get(name, ""))


@cache
def grammar_of(lexicon: Lexicon, lang: str | None) -> Grammar:
    """The grammar of the documents of one language, made once."""
    return Grammar(lexicon.patterns(lang))


def _expanded(tokens: str, macros: dict[str, str]) -> str:
    """A pattern with what its `<NAMES>` stand for."""
    while found := _MACRO.search(tokens):
        tokens = tokens.replace(found[0], macros[found[1]])
    return tokens


def _fault(pattern: Pattern) -> str | None:
    """What is wrong with a language's own pattern, and what it may be."""
    if pattern.reads not in _PATTERNS:
        return f"reads {pattern.reads!r}; it must read like one of {', '.join(_PATTERNS)}"
    if pattern.name in _PATTERNS or not re.fullmatch("[a-z]+(-[a-z]+)*", pattern.name):
        return "needs a name of its own, of small Latin letters and dashes"
    unknown = [name for name in _MACRO.findall(pattern.tokens) if name not in _MACROS]
    if unknown:
        return f"has <{unknown[0]}>; it may have {', '.join(f'<{name}>' for name in _MACROS)}"
    try:
        groups = re.compile(_expanded(pattern.tokens, _MACROS)).groups
    except re.error as error:
        return f"is no regular expression: {error}"
    return "has a group that captures: write (?:…) for (…)" if groups else None


_JOINTS = {"p": Refusal.DECIMAL, "q": Refusal.CLOCK, "s": Refusal.FRACTION, "h": Refusal.JOINED}


def _cut(letters: str, name: str, first: int, last: int) -> tuple[Shape, Refusal]:
    """A match that is part of something longer, and the mark that joins it to the rest."""
    joint = letters[first - 1] if first and letters[first - 1] in _JOINTS else letters[last]
    return Shape(name, first, last, first), _JOINTS[joint]


def _shape(letters: str, name: str, first: int, last: int) -> Shape:
    if not first or letters[first - 1] in _OUTSIDE:
        return Shape(name, first, last, first)
    before = letters[max(0, first - _REACH) : first][::-1]
    outer = _OUTER(before)
    if not outer:
        return Shape(name, first, last, first)
    modifier = first - outer.end("modifier") if outer["modifier"] else None
    return Shape(name, first, last, first - outer.end(), modifier)


def _end(tokens: Tokens, name: str, first: int, last: int) -> int:
    """Where a match really ends: an era's mark belongs only to a number that it is near to."""
    if tokens.letters[last - 1] == "e" and tokens.starts[last - 1] - tokens.ends[last - 2] > 2:
        last -= 1
    if name == "years":
        eras = [k for k in range(first, last) if tokens.letters[k] in "Ee"]
        if len({tokens.values[k].calendar for k in eras}) > 1:
            return eras[0] + 1  # ۱۸۵۷ میلادی و ۱۲۳۶ خورشیدی: one year in two calendars
    return last
