"""Find the modifier of a match where its extent has none: before it, or behind it in Pashto."""

from __future__ import annotations

from dataclasses import replace

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import NUMBERS
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.relative_conditions import BOUNDS
from shamsi.text.grammar.tokens import Tokens

_PREPOSITION, _LINK = map(codes_of, ("preposition", "link"))
_UNIT_WORDS = codes_of("day_word month_word year_word")
_UNITS, _HOURS = ("day", "week", "month", "year"), ("time_of_day", "evening", "eve")
_BEFORE_MODIFIERS = frozenset(codes_of("link year_word_beside month_word modifier"))
_behind = compiled("""
    [year_word_beside month_word]? (link{1,2} (?=[modifier half] postposition))?
    (?P<modifier>[modifier half]) (?! link? [day day0 four_digits MONTH])
""").match
_WORD = 7  # characters; a longer modifier has a preposition: «په پای کې د»
_PARTS_OF_TIME = ("start", "mid", "end", "half")


def beside(shape: Shape, tokens: Tokens) -> Shape:
    """Return a match with the modifier beside its extent, if it has one there."""
    first, last, kinds = shape.first, shape.last, tokens.kinds
    if shape.outer and kinds[shape.outer - 1] == _PREPOSITION:
        shape = _with_before_or_after(shape, tokens)
    is_led = kinds[first - 1 : first] == _LINK
    if is_led and shape.modifier is None and kinds[last : last + 1] in _BEFORE_MODIFIERS:
        return _with_modifier_behind(shape, tokens)
    return shape


def _with_before_or_after(shape: Shape, tokens: Tokens) -> Shape:
    """Return a match with the word before it that makes it a bound: «قبل از ۵ آبان».

    «بعد از ظهر ۵ آبان» is an afternoon.
    """
    at, values = shape.outer - 1, tokens.values
    is_hour = any(values[k] in _HOURS for k in range(shape.outer, shape.first))
    if is_hour or values[at] not in BOUNDS or _is_counted(tokens, at):
        return shape
    return replace(shape, modifier=at)


def _is_counted(tokens: Tokens, at: int) -> bool:
    """Whether a number and its unit precede a token: «دو روز پس از ۵ آبان» is the 7th."""
    counted = tokens.kinds[max(0, at - 2) : at]
    is_unit = counted[1:] in _UNIT_WORDS or tokens.values[at - 1] in _UNITS
    return len(counted) == 2 and is_unit and counted[0] in NUMBERS


def _with_modifier_behind(shape: Shape, tokens: Tokens) -> Shape:
    """Return a match with the modifier that Pashto puts behind it: «د ۲۰۲۴ کال په پای کې»."""
    found = _behind(tokens.kinds, shape.last)
    if not found:
        return shape
    at = found.end("modifier") - 1
    is_phrase = tokens.ends[at] - tokens.starts[at] > _WORD or tokens.kinds[at - 1] in _LINK
    is_part = is_phrase and tokens.values[at] in _PARTS_OF_TIME
    return replace(shape, modifier=at) if is_part else shape
