"""Find the weekdays that a text states, and assign each to a date."""

from __future__ import annotations

from shamsi.lang.classes import codes_of
from shamsi.text.grammar.drafts import Draft
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.matcher import Shape
from shamsi.text.grammar.tokens import Tokens

_WEEKDAY, _OPENING, _CLOSING = map(codes_of, ("weekday", "opening", "closing"))
_DAY_WORD, _RELATIVE = map(codes_of, ("day_word", "relative"))
_DAYS = ("day", "days")  # lists of words
_JOINTS = frozenset(codes_of("and comma range"))
# «۱۳۹۱ آبان ۷, یکشنبه» at the end of a line
_is_followed = compiled("""
    ((?<=four_digits MONTH day) | (?<=MONTH four_digits)) comma (?P<day>weekday)
    ([full_stop closing] | $)
""").match
_IN_ROWS = _JOINTS | {_WEEKDAY}  # classes of «السبت والأحد»


def stated(tokens: Tokens, shape: Shape) -> tuple[int, ...]:
    """Return the tokens of the weekdays of a match."""
    kinds, first, last = tokens.kinds, shape.outer, shape.last
    if is_bracketed(kinds, shape):
        last = shape.outer - 1
        first = last - 1
        while first and kinds[first - 1] in _IN_ROWS:
            first -= 1
    found = [k for k in range(first, last) if kinds[k] == _WEEKDAY]
    is_near = not found and kinds[last + 1 : last + 2] == _WEEKDAY
    if is_near and (behind := _is_followed(kinds, last)):
        found = [behind.end("day") - 1]
    return tuple(k for k in found if k > shape.first or not _is_apart(tokens, k))


def weekday_behind(kinds: str, last: int) -> int:
    """Return the end of the weekday that closes a line or a bracket behind a date, or its end."""
    found = _is_followed(kinds, last)
    return found.end("day") if found else last


def _is_apart(tokens: Tokens, k: int) -> bool:
    """Whether a weekday is another day, because the date has a word for day of its own.

    «أمس الأحد يوم 12 مارس», «روز دوشنبه روز ۵ مهر»; «مساء الاثنين يوم 26 فبراير» is one day.
    """
    if k == 0 or tokens.kinds[k + 1 : k + 2] != _DAY_WORD or tokens.values[k + 1] not in _DAYS:
        return False
    before = tokens.kinds[k - 1]
    return before == _RELATIVE or (before == _DAY_WORD and tokens.values[k - 1] in _DAYS)


def is_bracketed(kinds: str, shape: Shape) -> bool:
    """Whether a match stands in brackets after its weekday: «السبت (9 أغسطس)»."""
    before, behind = (
        kinds[max(0, shape.outer - 2) : shape.outer],
        kinds[shape.last : shape.last + 1],
    )
    return (
        before == _WEEKDAY + _OPENING
        and behind == _CLOSING
        and _WEEKDAY not in kinds[shape.outer : shape.first]
    )


def shared(draft: Draft) -> Draft:
    """Assign the weekdays of a draft to its members.

    There is one for each member, or one for each of the two ends. A single weekday belongs to the
    first member. The draft is unchanged if the list of weekdays may have begun before the tokens,
    or if it has more days than there are members. It is also unchanged for a night («شب جمعه»),
    which precedes its day. Lunar days are the exception: they begin with the night.
    """
    members, found, values = draft.members, draft.weekdays, draft.tokens.values
    if found[0] and values[found[0] - 1] == "eve" and draft.calendar != "islamic":
        return draft
    if len(found) == len(members):
        places: dict[int, int] = dict(enumerate(found))
    elif len(members) == 1 or draft.tokens.kinds[max(0, found[0] - 1)] in _JOINTS:
        return draft
    elif len(found) == 1:
        places = {0: found[0]}
    else:
        places = {0: found[0], len(members) - 1: found[-1]}
    return draft.with_members(
        tuple(member.on(places[k]) if k in places else member for k, member in enumerate(members))
    )
