"""Ranges: two dates joined by a range word share a calendar, and the year that one of them leaves out."""

from __future__ import annotations

from dataclasses import replace

from shamsi.lang.classes import kinds
from shamsi.text.drafts import Draft, Fields
from shamsi.text.expressions import compiled
from shamsi.text.reader import near
from shamsi.text.reasons import Ground
from shamsi.text.resolver import Context, resolve
from shamsi.text.tokens import Number
from shamsi.text.values import Value

_JOINT = compiled("""
    comma? (?P<sign>range | dash | inner_dash) [preposition into of]? modifier? [day_word
      date_word]* (weekday comma?)? [month_word year_word]? $
    | comma? and [day_word date_word]? (weekday comma?)? [month_word year_word]? $
""")
_BETWEEN = compiled("between [day_word date_word weekday month_word year_word comma]* $")
_DASHES, _SLASHES = tuple(kinds("dash inner_dash")), tuple(kinds("slash inner_slash"))
_REACH = 16
_FULL = 4  # digits of a year with its century
_KINDS = {"day", "month", "year", "decade"}


def join(drafts: list[Draft]) -> list[tuple[Draft, Draft | None]]:
    """Pair up the drafts of a window that are the two ends of one range."""
    if len(drafts) == 1:
        return [(drafts[0], None)]
    rows: list[tuple[Draft, Draft | None]] = []
    k = 0
    while k < len(drafts):
        mate = drafts[k + 1] if k + 1 < len(drafts) and _joined(drafts, k) else None
        rows.append((drafts[k], mate))
        k += 1 if mate is None else 2
    return rows


def _joined(drafts: list[Draft], k: int) -> bool:
    first, last = drafts[k], drafts[k + 1]
    letters = first.tokens.letters
    joint = _JOINT.match(letters[first.shape.last : last.shape.first])
    if not joint or first.kind != last.kind or first.kind not in _KINDS or len(first.members) + len(last.members) > 2:
        return False
    if first.calendar and last.calendar and first.calendar != last.calendar:
        return False
    if first.era and last.era and first.era.calendar != last.era.calendar:
        return False
    if joint["sign"] in _DASHES:  # «/» joins calendars and binds tighter
        return _mirrored(drafts, k) or not (_slashed(drafts, k - 1) or _slashed(drafts, k + 1))
    if joint["sign"] is None:
        return bool(_BETWEEN.search(letters[max(0, first.shape.first - _REACH) : first.shape.first])) and (
            first.kind in ("day", "month")
        )
    return True


def _mirrored(drafts: list[Draft], k: int) -> bool:
    """Whether draft k begins or ends A – B / C – D, two ranges in two calendars."""
    for start in (k, k - 2):
        four = drafts[start : start + 4] if start >= 0 else []
        calendars = [draft.calendar or (draft.era.calendar if draft.era else None) for draft in four]
        if len(four) == 4 and _slashed(drafts, start + 1) and all(_dashed(drafts, start + i) for i in (0, 2)):
            return calendars[0] == calendars[1] != calendars[2] == calendars[3]
    return False


def _dashed(drafts: list[Draft], k: int) -> bool:
    return drafts[k].tokens.letters[drafts[k].shape.last : drafts[k + 1].shape.first] in _DASHES


def _slashed(drafts: list[Draft], k: int) -> bool:
    """Whether a slash stands between draft k and the next."""
    if k < 0 or k + 1 >= len(drafts):
        return False
    return drafts[k].tokens.letters[drafts[k].shape.last : drafts[k + 1].shape.first] in _SLASHES


def apart(draft: Draft, found: list[Value]) -> list[Draft]:
    """The members of a draft as drafts of their own: 1281–1347 / 1902–1968 are two ranges, 2025-1404 two years."""
    runs = _runs(draft, found)
    rows: list[Draft] = []
    for run in runs if runs else [[member] for member in draft.members]:
        first, last = run[0].first, run[-1].last
        outer = first if rows else draft.shape.outer
        shape = draft.shape._replace(first=first, last=last, outer=outer)
        rows.append(replace(draft, members=run, shape=shape, assumed=[]))
    return rows


def _runs(draft: Draft, found: list[Value]) -> list[list[Fields]]:
    """The members by calendar, where slashes and nothing else part the calendars; else none."""
    members, letters = draft.members, draft.tokens.letters
    if len(found) != len(members):
        return []
    runs = [members[:1]]
    for k in range(1, len(members)):
        is_slashed = letters[members[k - 1].last : members[k].first] in _SLASHES
        if is_slashed == (found[k].calendar == found[k - 1].calendar):
            return []
        if is_slashed:
            runs.append([])
        runs[-1].append(members[k])
    return runs


def values(first: Draft, last: Draft, context: Context) -> list[Value]:
    """The values of both ends; a missing year is the other end's, a year off where the range would run backwards."""
    era, ends = first.era or last.era, (first, last)
    shared: tuple[Ground, ...] = ()
    first, last = (replace(end, era=end.era or era, members=[replace(end.members[0])]) for end in (first, last))
    for end, other, step in ((first, last, -1), (last, first, 1)):
        here, there = end.members[0], other.members[0]
        if here.year is None and there.year is not None:
            here.year, shared = there.year, (Ground.SHARED_YEAR,)
            if there.year.width == _FULL and _backwards(resolve(first, context) + resolve(last, context)):
                here.year, shared = there.year._replace(value=there.year.value + step), (Ground.TURN_OF_YEAR,)
            break
        if here.year and there.year and end.kind == "year" and (here.year.width, there.year.width) == (2, _FULL):
            here.year = Number(near(there.year.value, here.year), _FULL)
    found = resolve(first, context) + resolve(last, context)
    ends[0].grounds, ends[1].grounds = first.grounds, last.grounds + shared
    return found if len(found) == 2 and found[0].calendar == found[1].calendar else []


def _backwards(found: list[Value]) -> bool:
    return len(found) == 2 and bool(found[0].earliest and found[1].earliest and found[0].earliest > found[1].earliest)
