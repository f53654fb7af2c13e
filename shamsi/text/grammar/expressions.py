"""Translate patterns of class names into regular expressions over strings of classes.

Names are separated by blanks: `[day day0] MONTH ( of? four_digits | deictic )?`. Small letters name
a class of `lang.classes`. Capitals name a set of classes, or a part that a table of patterns
shares. Signs are those of regular expressions, with two exceptions: `( … )` does not capture, and
`@` is the place of a match in its context.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from shamsi.lang.classes import SETS, all_names, codes_of

_PIECE = re.compile(
    r"\s*(?:(?P<word>[A-Za-z_]\w*)(?![^\s()\[\]|?*+{}$@.])|(?P<group>\(\?(?:<?[=!]|P<\w+>))"
    r"|(?P<sign>[()|?*+^$@.\[\]]|\{\d+(?:,\d*)?\})|(?P<fault>[^\s()\[\]|?*+{}]+|.))"
)
_OPTIONAL = re.compile(r"[?*]|\{0")
_ANYTHING = "\x00-\U0010ffff"
# The letters that patterns had up to version 0.1.0. An error for them lists the names to write.
_OLD_LETTERS = 'dzytY9NonvwMmjZWEeSkAFG!LJUbrlDTK^CQHO#B&0fIR=gXxaVPci~_u/-.,:()|"shpq'
_OLD_NAMES = """
    day day0 two_digits three_digits four_digits other_number numeric_date ordinal
    day_in_words tens_in_words year_in_words month_bare month_cued month_numbered
    month_dated weekday era era_mark season decade modifier deictic relative event_cue
    month_word month_lead year_word year_word_beside link place day_word date_word
    decade_word decade_word_behind century quarter half hour number_context between and or
    of into range same school stop title yearly event preposition counted suffix day_mark
    nights other_word slash dash full_stop comma colon opening closing line_end other_mark
    inner_slash inner_dash inner_point inner_colon
"""
_OLD = {
    **dict(zip(_OLD_LETTERS, _OLD_NAMES.split(), strict=True)),
    **{"<MON>": "MONTH", "<SEP>": "SEPARATOR", "<JOIN>": "JOINT", "<NOT_CUT>": "UNCUT"},
    **{f"<{name}>": name for name in ("IZAFE", "DAYS", "YEAR", "ERA")},
}
_OLD_PIECE = re.compile(r"<\w+>|\\?(.)")

Parts = Mapping[str, str]  # the patterns that names in capitals stand for


def expression(pattern: str, parts: Parts | None = None) -> str:
    """Return the regular expression of a pattern.

    Anything but a name or a sign is a ValueError that says what is allowed.

    >>> expression("[day day0] ( of day )?") == f"[{codes_of('day day0')}](?:{codes_of('of day')})?"
    True
    """
    out: list[str] = []
    is_set = False
    for piece in _pieces(pattern, parts or {}):
        if piece in "[]":
            is_set = piece == "["
            out.append(piece)
        elif piece in SETS and not is_set:
            out.append(f"[{_escaped(piece)}]")
        elif piece[0].isalpha():
            out.append(_escaped(piece))
        else:
            out.append("(?:" if piece == "(" else piece)
    return "".join(out)


def compiled(pattern: str, parts: Parts | None = None) -> re.Pattern[str]:
    """Compile a pattern."""
    return re.compile(expression(pattern, parts))


def _escaped(names: str) -> str:
    return "".join(map(re.escape, codes_of(names)))


def _pieces(pattern: str, parts: Parts) -> Iterator[str]:
    """Yield the names and signs of a pattern, with its parts expanded."""
    for found in _PIECE.finditer(pattern.strip()):
        word = found["word"]
        if word in parts:
            yield from _pieces(parts[word], parts)
        elif word and word not in SETS and word not in all_names():
            raise ValueError(_fault(word, parts))
        elif found["fault"]:
            raise ValueError(_fault(found["fault"], parts))
        else:
            yield found[0].strip()


def _fault(word: str, parts: Parts) -> str:
    """Say what is wrong with a piece, and what is allowed in its place."""
    known = [*SETS, *parts]
    if word.isupper() and get_close_matches(word, known):
        return f"has {word}; its parts are {', '.join(known)}"
    if near := get_close_matches(word, all_names(), 1, cutoff=0.75):
        return f"has {word!r}, which is no class; did you mean {near[0]!r}?"
    old = [_OLD.get(piece[1] or piece[0]) for piece in _OLD_PIECE.finditer(word)]
    if all(old):
        return (
            f"has {word!r}, letters for classes; write their names: {' '.join(filter(None, old))}"
        )
    return f"has {word!r}, which is no class"


def alternatives(pattern: str) -> list[str]:
    """Split a pattern into its alternatives, each a pattern.

    >>> alternatives("day ( month_bare | era ) | weekday")
    ['day ( month_bare | era ) ', ' weekday']
    """
    out, depth = [""], 0
    for sign in pattern:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            out.append("")
        else:
            out[-1] += sign
    return out


def openings(pattern: str, parts: Parts | None = None) -> frozenset[str]:
    """Return the classes that the matches of a pattern may begin with.

    Each is written as in a set of a regular expression.

    >>> expected = set(codes_of("day ordinal year_word era"))
    >>> openings("[day ordinal]? ( year_word | era ) season") == expected
    True
    """
    return _Edges(_pieces(pattern, parts or {})).of_alternatives().first


def edges(pattern: str, parts: Parts | None = None) -> Edges:
    """Return the classes that matches may begin and end with, and whether they may be empty.

    >>> edges("day ( month_bare era? )").last == set(codes_of("month_bare era"))
    True
    """
    return _Edges(_pieces(pattern, parts or {})).of_alternatives()


def holds(classes: frozenset[str], code: str) -> bool:
    """Whether a class is among those that a pattern may begin or end with."""
    return code in classes or _ANYTHING in classes


class Edges(NamedTuple):
    """The classes that matches may begin and end with, and whether they may be empty."""

    first: frozenset[str]
    last: frozenset[str]
    is_optional: bool


_NOTHING = Edges(frozenset(), frozenset(), is_optional=True)


class _Edges:
    """Walks through a pattern and collects the classes that it may begin and end with."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._rest = [*pieces, ")"][::-1]

    def of_alternatives(self) -> Edges:
        """Read alternatives up to their closing bracket, or to the end."""
        found = self._of_sequence()
        while self._rest.pop() == "|":
            more = self._of_sequence()
            optional = found.is_optional or more.is_optional
            found = Edges(found.first | more.first, found.last | more.last, optional)
        return found

    def _of_sequence(self) -> Edges:
        found = _NOTHING
        while self._rest[-1] not in ("|", ")"):
            item = self._of_item()
            if self._rest[-1][0] in "?*+{":
                optional = item.is_optional or bool(_OPTIONAL.match(self._rest.pop()))
                item = item._replace(is_optional=optional)
            found = Edges(
                found.first | item.first if found.is_optional else found.first,
                found.last | item.last if item.is_optional else item.last,
                found.is_optional and item.is_optional,
            )
        return found

    def _of_item(self) -> Edges:
        piece = self._rest.pop()
        if piece == "(" or piece.startswith("(?P"):
            return self.of_alternatives()
        if piece.startswith("(?"):  # a look-around matches no token
            self.of_alternatives()
            return _NOTHING
        if piece in "^$":
            return _NOTHING
        classes = (
            self._of_set()
            if piece == "["
            else frozenset([_ANYTHING] if piece == "." else codes_of(piece))
        )
        return Edges(classes, classes, is_optional=False)

    def _of_set(self) -> frozenset[str]:
        codes = ""
        while (piece := self._rest.pop()) != "]":
            codes += _ANYTHING if piece == "^" else codes_of(piece)
        return frozenset([_ANYTHING]) if _ANYTHING in codes else frozenset(codes)
