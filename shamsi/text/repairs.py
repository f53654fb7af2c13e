"""Repairs: one side of a pair rewritten to the other's days, in its own language, digits, names and layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shamsi.lang.fold import fold_form
from shamsi.lang.language import LANGUAGES, Lexeme, MonthName, load
from shamsi.text import calendars
from shamsi.text.calendars import Interval
from shamsi.text.drafts import Fields
from shamsi.text.finder import Found, Reading
from shamsi.text.mention import Mention
from shamsi.text.sides import Point

_ZERO_OF = {"latn": "0", "arabext": "۰", "arab": "٠"}  # CLDR's names of digit sets
_ZEROS = "".join(_ZERO_OF.values())
_WORD_NUMBERS = "onvw"


def rewrite(reading: Reading, found: Found, target: Interval) -> str | None:
    """The text of a mention's core if it meant the target days, or None where no one text does."""
    mention = found.mention
    points = _points(mention, target)
    if points is None:
        return None
    members = [(draft, member) for draft in found.drafts for member in draft.members]
    if len(points) != len(members):
        return None
    shared = len(found.drafts) == 1
    if shared and points[0].day is not None and len({(p.year, p.month) for p in points}) > 1:
        return _spread(reading, found, points)
    changes: dict[int, str] = {}
    for (_, member), point in zip(members, points, strict=True):
        changes |= _changes(reading, found, member, point, shared=shared)
    return _apply(reading, found, changes)


def _points(mention: Mention, target: Interval) -> list[Point] | None:
    """The target in the mention's calendar, as coarse as the mention."""
    first, last = (Point(*calendars.fields(mention.calendar, day)) for day in target)
    if first.year is not None and first.year < 1:
        return None
    kind = mention.parts[0].kind if mention.parts else mention.kind
    if kind not in ("day", "month", "year", "event"):
        return None
    if len(mention.parts) > 2:
        return None
    points = [first, last] if mention.parts else [first]
    if not mention.parts and kind in ("day", "event") and first != last:
        return None
    if kind in ("day", "event"):
        return points
    middle = target[0] + (target[1] - target[0]) / 2
    coarse = points if mention.parts else [Point(*calendars.fields(mention.calendar, middle))]
    return [Point(p.year, p.month if kind == "month" else None) for p in coarse]


def _changes(reading: Reading, found: Found, member: Fields, point: Point, *, shared: bool) -> dict[int, str]:
    """The new text of each token of one date; a year or month that members share stands after the last of them."""
    letters = found.tokens.letters
    stop = found.last if shared else member.last
    places = range(member.first, stop)
    changes: dict[int, str] = {}
    if letters[member.first] == "N":
        return {member.first: _numeric(reading, found, member.first, point)}
    month_at = next((k for k in places if letters[k] in "MmjZ"), None)
    day_at = next((k for k in places if letters[k] in "dzon"), None) if point.day is not None else None
    if day_at is not None and point.day is not None:
        changes[day_at] = _number(reading, found, day_at, point.day)
    if month_at is not None and point.month is not None:
        changes[month_at] = _month(reading, found, month_at, point.month)
    years = [k for k in places if letters[k] in "Yytzdvwn" and k != day_at]  # behind the month, or before all the rest
    year_at = next((k for k in years if month_at is None or k > month_at), years[0] if years else None)
    if year_at is not None and member.year is not None and point.year is not None:
        offset = found.drafts[0].era.offset if found.drafts[0].era else 0
        changes[year_at] = _number(reading, found, year_at, point.year - offset)
    return changes


def _apply(reading: Reading, found: Found, changes: dict[int, str]) -> str:
    """The core with some of its tokens exchanged."""
    tokens, source = found.tokens, reading.folded
    pieces: list[str] = []
    at = found.mention.start
    for k in sorted(changes):
        start, end = source.span(tokens.starts[k], tokens.ends[k])
        pieces += (source.source[at:start], changes[k])
        at = end
    return "".join(pieces) + source.source[at : found.mention.end]


def _spread(reading: Reading, found: Found, points: Sequence[Point]) -> str | None:
    """Two days that shared a month and no longer do: each gets its own."""
    draft = found.drafts[0]
    if len(points) != 2 or found.tokens.letters[draft.members[0].first] == "N":
        return None
    first, last = draft.members
    tail = _changes(reading, found, last, points[1], shared=True)
    whole = _apply(reading, found, tail)
    month_at = next(k for k in range(first.first, found.last) if found.tokens.letters[k] in "MmjZ")
    head = [
        _number(reading, found, first.first, points[0].day or 1),
        _month(reading, found, month_at, points[0].month or 1),
    ]
    year_at = next((k for k in range(month_at + 1, found.last) if found.tokens.letters[k] in "Yyt"), None)
    if points[0].year != points[1].year and year_at is not None:
        head.append(_number(reading, found, year_at, points[0].year or 0))
    start, end = reading.folded.span(found.tokens.starts[first.first], found.tokens.ends[first.first])
    return " ".join(head) + whole[end - start :]


def _raw(reading: Reading, found: Found, k: int) -> str:
    start, end = reading.folded.span(found.tokens.starts[k], found.tokens.ends[k])
    return reading.folded.source[start:end]


def _number(reading: Reading, found: Found, k: int, value: int) -> str:
    """A number as token k is written: in words where the language has them, else in its digits and width."""
    raw, letter = _raw(reading, found, k), found.tokens.letters[k]
    lexeme = found.tokens.lexemes[k]
    if letter in _WORD_NUMBERS and lexeme is not None and value <= 31:
        return _word(letter, lexeme, value)
    if letter in _WORD_NUMBERS:
        return _digits(_native_zero(lexeme), value, width=0)
    if len(raw) == 2 and value > 99:
        return _digits(raw, value % 100, width=2)
    return _digits(raw, value, width=len(raw) if raw[0] in _ZEROS else 0)


def _word(letter: str, lexeme: Lexeme, value: int) -> str:
    """A day in words, as an ordinal or a cardinal."""
    data = load(lexeme.lang).data
    if letter == "o":
        return str(data["ordinals"][value - 1][0])
    words: dict[int, str] = {number: word for word, number in reversed(data["numbers"].items())}
    if value in words:
        return words[value]
    return str(data["compound"].format(tens=words[value // 10 * 10], unit=words[value % 10]))


def _native_zero(lexeme: Lexeme | None) -> str:
    """The zero of the digits that a word's language prints."""
    return _ZERO_OF[load(lexeme.lang).data["digits"]] if lexeme else "0"


def _digits(like: str, value: int, width: int) -> str:
    """A number in the digit set of a sample."""
    sample = next((c for c in like if c.isdigit()), "0")
    zero = max(z for z in map(ord, _ZEROS) if z <= ord(sample))
    return "".join(chr(zero + int(digit)) for digit in f"{value:0{width}}")


def _numeric(reading: Reading, found: Found, k: int, point: Point) -> str:
    """A numeric date in the order, widths and separators of the old one: padded where any of its fields is."""
    raw = _raw(reading, found, k)
    old = re.split(r"\D+", raw)
    fields: Fields = found.drafts[0].members[0]
    year_first = len(old[0]) == 4 or (fields.year is not None and fields.year.value == int(old[0]))
    values = [point.year, point.month, point.day] if year_first else [point.day, point.month, point.year]
    padded = any(number[0] in _ZEROS for number in old)
    queue = iter(values)

    def put(match: re.Match[str]) -> str:
        value, number = next(queue) or 0, match.group()
        if value > 99:
            return _digits(number, value % 100 if len(number) == 2 else value, width=len(number))
        return _digits(number, value, width=2 if padded else 0)

    return re.sub(r"\d+", put, raw)


def _month(reading: Reading, found: Found, k: int, number: int) -> str:
    """The name of a month in the tradition, or the two traditions, of token k."""
    raw = _raw(reading, found, k)
    names = re.split(r"(\s*[/(]\s*|\)$)", raw)
    return "".join(renamed(reading.lang, name, number) if i % 2 == 0 and name else name for i, name in enumerate(names))


def renamed(lang: str | None, name: str, number: int) -> str:
    """Another month's name in the tradition that a name comes from; the same month keeps its spelling."""
    for code in sorted(LANGUAGES, key=lambda code: code != lang):
        for lexeme in load(code).lexemes.get(fold_form(name.strip()), ()):
            if isinstance(lexeme.value, MonthName):
                if lexeme.value.number == number:
                    return name
                return _printed(code, lexeme.value, number)
    return name


def _printed(code: str, old: MonthName, number: int) -> str:
    tables = load(code).data["months"]
    table = next(t for t in tables if (t["calendar"], t["tradition"]) == (old.calendar, old.tradition))
    if "printed_as" in table:
        return _printed(code, old._replace(tradition=table["printed_as"]), number)
    return str(table["names"][number - 1][0])
