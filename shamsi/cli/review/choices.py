"""Choices: what an editor writes into the cell `apply`, or types at a prompt."""

from __future__ import annotations

import re
from typing import NamedTuple

from shamsi._errors import ShamsiError
from shamsi.calendar.calendar_names import CALENDARS, canonical
from shamsi.text.find import find

WHOLE = "whole"
_FOLDED = {ord("ي"): "ی", ord("ى"): "ی", ord("ك"): "ک", 0x200C: " ", 0x200E: None, 0x200F: None}
_DIGITS = {**{0x6F0 + n: f"{n}" for n in range(10)}, **{0x660 + n: f"{n}" for n in range(10)}}
_MOST = 99  # the number of a repair
_SIDES = {
    "شمسی": "persian",
    "خورشیدی": "persian",
    "جلالی": "persian",
    "هجری شمسی": "persian",
    "هجری خورشیدی": "persian",
    "الشمسی": "persian",
    "الهجری الشمسی": "persian",
    "فارسی": "persian",
    "میلادی": "gregorian",
    "المیلادی": "gregorian",
    "قمری": "islamic",
    "هجری قمری": "islamic",
    "القمری": "islamic",
    "الهجری القمری": "islamic",
}
_YES = frozenset(
    "yes y x ok true ✓ ✔ ✅ preferred بله آری بلی تایید تأیید موافقم درست نعم أجل موافق".split()
)
_NO = frozenset("no n - – — false none leave نه خیر هیچ لا كلا کلا رد".split())
_WHOLES = frozenset({WHOLE, "text", "all", "همه", "متن", "کل", "النص", "الکل"})


class Choice(NamedTuple):
    """What to do with a finding.

    `kind` is "leave", "side" (the repair of the side `value`), "number" (the repair of that
    number), "yes" (the only or preferred repair), "text" (the text of one's own `text`, in place of
    the side or whole that `value` names, if any), or "ambiguous" (a calendar that may be two).
    """

    kind: str
    value: str = ""
    text: str = ""


LEAVE = Choice("leave")


def choice_of(cell: str) -> Choice:
    """Read a cell, in English, Persian or Arabic, in any case and with any blanks.

    >>> choice_of(" Persian "), choice_of("میلادی").value, choice_of("۲").value
    (Choice(kind='side', value='persian', text=''), 'gregorian', '2')
    >>> choice_of("شمسی: ۵ مهر ۱۴۰۴")
    Choice(kind='text', value='persian', text='۵ مهر ۱۴۰۴')
    >>> choice_of("۵ مهر ۱۴۰۴"), choice_of("-").kind, choice_of("بله").kind
    (Choice(kind='text', value='', text='۵ مهر ۱۴۰۴'), 'leave', 'yes')
    """
    text = cell.strip()
    word = _word(text)
    if not word or word in _NO:
        return LEAVE
    if word in _YES:
        return Choice("yes")
    side = _side(word)
    if side:
        return Choice("ambiguous" if side == "hijri" else "side", side)
    number = word.translate(_DIGITS)
    if number.isascii() and number.isdigit() and 0 < int(number[:4]) <= _MOST:
        return Choice("number", number)
    head, colon, rest = text.partition(":")
    where = _place(_word(head)) if colon and rest.strip() else None
    if where:
        return Choice("text", where, rest.strip())
    return Choice("text", "", text)


def restored(cell: str) -> str:
    """A choice of which an older encoding has turned letters into question marks.

    >>> restored("م?لاد?"), restored("?????")
    ('gregorian', '?????')
    """
    if not 0 < 2 * cell.count("?") < len(cell):
        return cell
    pattern = re.compile("".join("." if char == "?" else re.escape(char) for char in _word(cell)))
    sides = {side for word, side in _SIDES.items() if pattern.fullmatch(word)}
    return sides.pop() if len(sides) == 1 else cell


def is_date(text: str) -> bool:
    """Whether a text holds a date, or at least a number.

    >>> is_date("۵ مهر"), is_date("اول مهر"), is_date("persain")
    (True, True, False)
    """
    return any(char.isdigit() for char in text) or bool(find(text))


def side_of(text: str) -> str:
    """The calendar of a text that is one date; empty for any other text.

    >>> side_of("۹ اوت ۲۰۲۵"), side_of("۱۸ مرداد ۱۴۰۴ (۹ اوت ۲۰۲۵)"), side_of("در ۹ اوت ۲۰۲۵")
    ('gregorian', '', '')
    """
    mentions = find(text)
    if len(mentions) != 1:
        return ""
    start, end = mentions[0].extent
    return "" if text[:start].strip() or text[end:].strip() else mentions[0].calendar


def _place(word: str) -> str | None:
    if word in _WHOLES:
        return WHOLE
    side = _side(word)
    return side if side in CALENDARS else None


def _side(word: str) -> str | None:
    """The calendar that a word names; "hijri" where that may be two."""
    if word in ("هجری", "الهجری"):
        return "hijri"
    if word in _SIDES:
        return _SIDES[word]
    try:
        name = canonical(word)
    except ShamsiError:
        return "hijri"
    return name if name in CALENDARS else None


def _word(text: str) -> str:
    return " ".join(text.translate(_FOLDED).casefold().split())
