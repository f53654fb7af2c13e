"""TIMEX3: a text with its dates tagged inline, as TimeML 1.2.1 has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count

from shamsi.exports.edtf import chronological, is_list, unqualified
from shamsi.exports.ordering import ordered
from shamsi.exports.remarks import remark
from shamsi.text.resolve.mention import Mention, members_of, value_of

_UNWRITABLE = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # XML 1.0, production 2 (Char)
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_MODIFIERS = {name: name.upper() for name in ("start", "mid", "end", "approx", "before", "after")}
_SEASONS = ("SP", "SU", "FA", "WI")
_WINTER = 4
_TO_GREGORIAN = 621  # from a Solar Hijri year to the Gregorian one in which it begins
_UNKNOWN = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}
_LENGTH = "P"  # begins the value of a DURATION
_UNKNOWN_DAY = "XXXX-XX-XX"


def timeml(text: str, mentions: Iterable[Mention], *, parts: bool = False) -> str:
    """A TimeML document: the text, each mention's extent in a TIMEX3 tag.

    The text content of the root is the text, character for character; one that XML cannot hold
    (most control characters, a lone surrogate) is U+FFFD instead. With `parts` the dates of a range
    or list are tagged one by one, and an empty DURATION joins the two ends of a range.
    """
    pieces = ['<?xml version="1.0"?>\n<TimeML>']
    numbers = count(1)
    at = 0
    for mention in ordered(text, mentions):
        tagged = (members_of(mention) if parts else ()) or (mention,)
        names: dict[int, str] = {}  # by where each begins
        for row in tagged:
            start = row.extent[0] if row.extent[0] >= at else row.start
            names[row.start] = f"t{next(numbers)}"
            pieces += (
                _escaped(text[at:start]),
                f"<TIMEX3 {_attributes(row, names[row.start])}>"
                f"{_escaped(text[start : row.end])}</TIMEX3>",
            )
            at = row.end
        if len(tagged) > 1 and not is_list(mention):
            first, *_, last = chronological(mention)
            pieces.append(
                _link(mention, f"t{next(numbers)}", names[first.start], names[last.start])
            )
    pieces += (_escaped(text[at:]), "</TimeML>\n")
    return "".join(pieces)


def timex_value(mention: Mention) -> str:
    """The `value` of a TIMEX3: TimeML's own, else the interval or set of EDTF, else with X.

    >>> import shamsi
    >>> [timex_value(m) for m in shamsi.find("أواخر التسعينيات وصيف 2024")]
    ['199', '2024-SU']
    >>> [timex_value(m) for m in shamsi.find("تابستان و مرداد ۱۴۰۴ و ۲۲ بهمن")]
    ['2025-07-23/2025-08-22', 'XXXX-XX-XX']
    >>> [timex_value(m) for m in shamsi.find("سه هفته پیش و ده سال گذشته", relative=True)]
    ['XXXX-WXX', 'P10Y']
    """
    if not mention.problem and not members_of(mention):
        own = _own_value(mention)
        if own:
            return own
    value = unqualified(mention)
    if value and ("X" not in value or mention.calendar == "gregorian"):
        return value
    unit = value_of(mention).unit or mention.kind
    return unit if unit.startswith(_LENGTH) else _UNKNOWN.get(unit, _UNKNOWN_DAY)


def _own_value(mention: Mention) -> str | None:
    """TimeML's own values: of decades, centuries, seasons, parts of years, years before Christ."""
    value = value_of(mention)
    if value.grain == "season" and value.year is not None:
        return _season(mention.calendar, value.year, value.number)
    if mention.calendar != "gregorian" or not value.points:
        return None
    first = value.points[0].year or 0
    if mention.kind == "decade":
        return f"{first // 10:03d}"
    if mention.kind == "century":
        return f"BC{-first // 100:02d}" if value.is_bce else f"{first // 100:02d}"
    if value.is_bce:
        return f"BC{replace(value.points[0], year=1 - first)}"
    return value.native if mention.kind in ("quarter", "half") and not value.ends else None


def _season(calendar: str, year: int, number: int) -> str | None:
    """A season of a Gregorian year; the Solar Hijri winter is of two years and has none."""
    if calendar == "persian" and number != _WINTER:
        year += _TO_GREGORIAN
    elif calendar != "gregorian":
        return None
    return f"{year:04}-{_SEASONS[number - 1]}"


def _attributes(mention: Mention, name: str) -> str:
    value = timex_value(mention)
    rows = {
        "tid": name,
        "type": "DURATION" if value.startswith(_LENGTH) else "DATE",
        "value": value,
        "mod": _MODIFIERS.get(mention.modifier or ""),
        "temporalFunction": "true" if mention.kind == "relative" else None,
        "comment": remark(mention),
    }
    return _written(rows)


def _link(mention: Mention, name: str, first: str, last: str) -> str:
    """The empty tag of a range: its length in days, and the tags of its ends."""
    days = (
        (mention.latest - mention.earliest).days + 1 if mention.earliest and mention.latest else "X"
    )
    rows = {
        "tid": name,
        "type": "DURATION",
        "value": f"P{days}D",
        "beginPoint": first,
        "endPoint": last,
        "comment": remark(mention),
    }
    return f"<TIMEX3 {_written(rows)}/>"


def _written(rows: Mapping[str, str | None]) -> str:
    return " ".join(f'{name}="{_escaped(value)}"' for name, value in rows.items() if value)


def _escaped(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text).translate(_MARKUP)
