"""Turn strftime patterns into regular expressions, and read the value of each directive."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from shamsi._errors import ParseError, ShamsiError, shown
from shamsi.calendar.zones import read_offset
from shamsi.formats.directives import DIRECTIVES, MIDNIGHT, Token, tokens
from shamsi.formats.names import names
from shamsi.formats.writing import compiled
from shamsi.lang.fold import VARIANTS

_SHORTER = frozenset("mdejUWVHIMSf")  # may have fewer digits if no other number touches them
_SAMPLE = (1403, 12, 30, 20167)
_OFFSET = "[+-][0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.][0-9]{6})?)?|Z|"
_ZONES = {
    "z": _OFFSET,
    ":z": _OFFSET,
    "Z": "[A-Za-z]*(?:[+-][0-9:.]+)?",
}  # each may be nothing, where there is no zone


class Part(NamedTuple):
    """The part of a text for one directive, and its value.

    The value is a number; for a zone it is a text as the directive prints it.
    """

    token: Token
    said: str
    value: int | str


class Reading(NamedTuple):
    """A pattern as a regular expression, the directive of each group, the values of its names."""

    match: re.Pattern[str]
    groups: list[Token]
    values: dict[str, dict[str, int]]


def parts(
    text: str, pattern: str, lang: str, sample: dt.time | dt.datetime = MIDNIGHT, /
) -> list[Part]:
    """Return the value of each directive of a pattern in a text, in order.

    Does not check whether the values fit together. Raises ParseError, which shows a sample time in
    the pattern, for a text that does not match; ShamsiError for a pattern that cannot be read back.

    >>> [(part.token.letter, part.value) for part in parts("۳۰ اسفند", "%d %B", "fa")]
    [('d', 30), ('B', 12)]
    """
    match, groups, values = _reading(pattern, lang)
    matched = match.fullmatch(text.translate(VARIANTS))
    if matched is None:
        such = compiled(pattern, lang, None).text(*_SAMPLE, sample)
        raise ParseError(
            f"text must match the pattern {shown(pattern)}, such as {shown(such)}, got "
            f"{shown(text)}"
        )
    return [
        Part(
            token,
            said,
            values[token.letter][said.lower()] if token.letter in values else _value(token, said),
        )
        for token, said in zip(groups, matched.groups(), strict=True)
    ]


def _value(token: Token, said: str) -> int | str:
    if token.letter == "f" and token.padded:  # a decimal fraction: .5 is half a second
        return int(said.ljust(6, "0"))
    if token.letter not in _ZONES:
        return int(said)
    if token.letter == "Z" or not said:
        return said
    text: str = DIRECTIVES[token.letter].value(dt.time(tzinfo=dt.timezone(read_offset(said))))
    return text


@lru_cache(maxsize=128)
def _reading(pattern: str, lang: str) -> Reading:
    """Compile a pattern for reading."""
    rows, values = names(lang), dict[str, dict[str, int]]()
    regex, groups = "", list[Token]()
    for run in _runs(tokens(pattern)):
        _refuse_open(run, pattern)
        alone = sum(_is_number(token) or token.letter in _ZONES for token in run) == 1
        for token in run:
            if not token.letter:
                regex += re.escape(token.text.translate(VARIANTS))
                continue
            groups.append(token)
            if token.letter in rows:
                values[token.letter] = _values(rows[token.letter])
                longest_first = sorted(values[token.letter], key=len, reverse=True)
                regex += f"((?ai:{'|'.join(map(re.escape, longest_first))}))"
            else:
                regex += f"({_ZONES.get(token.letter) or _number(token, alone=alone)})"
    return Reading(re.compile(regex), groups, values)


def _refuse_open(run: list[Token], pattern: str) -> None:
    """Raise ShamsiError if directives touch and nothing shows where one of them ends."""
    unpadded = [
        token
        for token in run
        if _is_number(token) and (not token.padded or not DIRECTIVES[token.letter].width)
    ]
    zones = [run[at : at + 2] for at, token in enumerate(run) if token.letter in _ZONES]
    for touching in (unpadded, *zones):
        if len(touching) > 1:
            raise ShamsiError(
                f"pattern cannot be read back: {' and '.join(token.text for token in touching)} "
                "touch, so nothing "
                "shows where one ends; put a mark between them or drop the hyphens, got "
                f"{shown(pattern)}"
            )


def _is_number(token: Token) -> bool:
    return bool(token.letter) and DIRECTIVES[token.letter].form == "number"


def _runs(found: list[Token]) -> list[list[Token]]:
    """Split a pattern where a run of touching numbers begins or ends."""
    runs: list[list[Token]] = []
    numeric = False
    for token in found:
        here = (
            _is_number(token) or token.letter in _ZONES or token.text.translate(VARIANTS).isdigit()
        )
        if runs and here and numeric:
            runs[-1].append(token)
        else:
            runs.append([token])
        numeric = here
    return runs


def _number(token: Token, *, alone: bool) -> str:
    width = DIRECTIVES[token.letter].width
    if not width:
        return "-?[0-9]{1,15}"
    least = 1 if not token.padded or (alone and token.letter in _SHORTER) else width
    if token.padded == " ":
        return " ?[0-9]{1,2}" if alone else "[ 0-9][0-9]"
    return f"[0-9]{{{least},{width}}}"


def _values(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the number of every spelling."""
    return {
        form.translate(VARIANTS).lower(): number
        for number, row in enumerate(rows, 1)
        for form in row
    }
