"""Dates in words as people type them, in six languages: day, month by its name, year, and what may stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import NamedTuple

from shamsi._errors import Advice, ParseError, shown
from shamsi.calendar.kernel import days, is_valid
from shamsi.formats import numbers
from shamsi.formats.names import FILES, names
from shamsi.formats.numbers import unreadable
from shamsi.formats.numeric import GREGORIAN_YEARS, refusal, to_iso
from shamsi.lang.classes import kinds
from shamsi.lang.fold import fold, fold_form
from shamsi.lang.language import Lexeme, load
from shamsi.lang.lexicon import spellings

_TOKEN = re.compile(r"((?<!\d)\d{1,4} ?([-/.]) ?\d{1,2} ?\2 ?\d{1,4}(?!\d)|(?<!\d)\d{8}(?!\d))|(\d+)|[^\W\d_]+|[^\s\w]")
# What a text may be, a letter for each word or number: N a number, T three of them, M a month, o a day in words and s
# the ending of one, W a weekday, E an era, H one that is lunar or solar, - what says nothing.
_DATE = r"(?:Ns?|o)-*M-*N|M-*(?:Ns?|o)-*N|N-*[EH]?-*M-*(?:Ns?|o)"
_SHAPE = re.compile(rf"-*(?:W-*)?(?:T-*E?|(?:{_DATE})-*[EH]?)-*(?:W-*)?")
_LONGEST = 20  # words and numbers of a date
_MOST = 64  # ways to read a text whose words have several meanings
_LETTERS = {
    **dict.fromkeys(kinds("MONTH"), "M"),
    **dict.fromkeys(kinds("era era_mark"), "E"),
    # words for month and year, and what links them to names and numbers
    **dict.fromkeys(kinds("month_word year_word year_word_beside of link"), "-"),
    **dict.fromkeys(kinds("suffix day_mark"), "s"),
    **{kinds("weekday"): "W", kinds("ordinal"): "o"},
}
_ENGLISH = {
    **dict.fromkeys(("of", "the", "day", "month", "year"), "-"),
    **dict.fromkeys(("st", "nd", "rd", "th"), "s"),
    **{"sh": "E"},
}
_WEEKDAYS = [row[0] for row in names("en")["A"]]
_NO_ERA = Advice("no_era", python="leave era= out, or pass the era that the text names")
_GREGORIAN = Advice("from_gregorian", python="use Date.from_gregorian")

Meaning = tuple[str, int | str]  # a letter, and what it tells: a number, years ahead, digits, or another calendar


class Item(NamedTuple):
    """A word or number of a text, and the value that it has for each letter that it may be."""

    said: str
    meanings: dict[str, int | str]


def parse(text: str, century: int | None, ahead: int | None, /) -> tuple[int, int, int]:
    """Return the year, month and day of a text with words; raises as `Date.parse` says.

    >>> parse("پنج‌شنبه ۳۰ اسفند ۱۴۰۳", None, None), parse("30th of Esfand, 1403", None, None)
    ((1403, 12, 30), (1403, 12, 30))
    """
    items = list(_items(text))
    if len(items) > _LONGEST:
        raise _misfit(items, text)
    ways = islice(product(*(item.meanings for item in items)), _MOST)
    letters = next((way for way in ways if _SHAPE.fullmatch("".join(way))), None)
    if letters is None:
        raise _misfit(items, text)
    told = [(letter, item.said, item.meanings[letter]) for letter, item in zip(letters, items, strict=True)]
    values = {letter: value for letter, _, value in told}
    said_ahead = values.get("E")
    if ahead is not None and said_ahead not in (None, ahead):
        raise ParseError(f"text and the given era disagree, got {shown(text)}", advice=_NO_ERA)
    ahead = ahead if said_ahead is None else int(said_ahead)
    if "T" in values:
        fields = numbers.parse(str(values["T"]), century, ahead)
    else:
        written = [str(value) for letter, _, value in told if letter == "N"]
        fields = _in_words(values, written, century, ahead, text)
    if not is_valid(*fields):
        raise refusal(*fields)
    weekday = (days(*fields) + 3) % 7 + 1
    for letter, said, value in told:
        if letter == "W" and value != weekday:
            raise ParseError(
                f"text says {said!r} but {to_iso(*fields)} is a {_WEEKDAYS[weekday - 1]}, got {shown(text)}"
            )
    return fields


def _in_words(
    values: dict[str, int | str], written: list[str], century: int | None, ahead: int | None, text: str
) -> tuple[int, int, int]:
    """The fields of a date whose month is a name; of two numbers the longer is the year, of two short ones the last."""
    if "o" in values:
        day, year = str(values["o"]), written[0]
    else:
        day, year = written if len(written[0]) <= 2 else written[::-1]
    if len(day) > 2:
        raise ParseError(f"day must have one or two digits, got {shown(text)}")
    number = numbers.year(year, century, ahead, text)
    if ahead is None and number in GREGORIAN_YEARS:
        way = Advice("era", "solar-hijri", f"if you mean the Solar Hijri year {number}")
        raise ParseError(f"looks Gregorian: the year {number}, got {shown(text)}", advice=way)
    return number, int(values["M"]), int(day)


def _misfit(items: list[Item], text: str) -> ParseError:
    """Say what keeps a text from being a date."""
    for said, meanings in items:
        if not meanings:
            return unreadable(text, said)
    for said, meanings in items:
        other = str(meanings.get("x", "")).capitalize()
        if other == "Gregorian" and "M" not in meanings:
            return ParseError(f"looks Gregorian: {shown(said)}, got {shown(text)}", advice=_GREGORIAN)
        if (other or "H" in meanings) and "M" not in meanings:
            which = "may be lunar" if "H" in meanings else "is lunar" if other == "Islamic" else f"is {other}"
            return ParseError(f"text must be a Solar Hijri date: {shown(said)} {which}, got {shown(text)}")
    return unreadable(text)


# ---------------------------------------------------------------- words and numbers


def _items(text: str) -> Iterator[Item]:
    """Split a text into numbers, and the longest words and phrases that are known."""
    folded = fold(text)
    tokens = list(_TOKEN.finditer(folded.text.lower()))
    words, at = [token[0] for token in tokens], 0
    while at < len(tokens):
        token, size = tokens[at], 1
        if token[1] or token[3]:
            meanings: dict[str, int | str] = {"T" if token[1] else "N": token[0]}
        else:
            size, meanings = _known(words, at)
        first, last = folded.span(token.start(), tokens[at + size - 1].end())
        yield Item(text[first:last], meanings)
        at += size


def _known(words: list[str], at: int) -> tuple[int, dict[str, int | str]]:
    """How many words from one on make the longest phrase that is known, and what it may be."""
    table, longest = _phrases()
    for size in range(min(longest, len(words) - at), 0, -1):
        if found := table.get(tuple(words[at : at + size])):
            return size, found
    word = words[at]
    for cut in range(2, len(word) - 1):  # «مردادماه»
        month, ending = table.get((word[:cut],), {}), table.get((word[cut:],), {})
        if "M" in month and "-" in ending:
            return 1, {"M": month["M"]}
    return 1, {}


@cache
def _phrases() -> tuple[dict[tuple[str, ...], dict[str, int | str]], int]:
    """What every phrase of the language files may be, by its words; and how many words the longest has."""
    table: dict[tuple[str, ...], dict[str, int | str]] = {(mark,): {"-": 0} for mark in ",-/."}
    for form, (letter, value) in _forms():
        for words in spellings(form):
            table.setdefault(words, {}).setdefault(letter, value)
    return table, max(map(len, table))


def _forms() -> Iterator[tuple[str, Meaning]]:
    """Every spelling with a meaning of it, those of one language after another."""
    for letter, row in (("M", "B"), ("M", "b"), ("W", "A"), ("W", "a")):
        for number, forms in enumerate(names("en")[row], 1):
            yield from ((form.lower(), (letter, number)) for form in forms)
    yield from ((form, (letter, 0)) for form, letter in _ENGLISH.items())
    for code in filter(None, dict.fromkeys(FILES.values())):
        language = load(code)
        yield fold_form(language.tables.words["day"][0]), ("-", 0)
        for form, lexemes in language.lexemes.items():
            yield from ((form, meaning) for lexeme in lexemes if (meaning := _meaning(lexeme)))


def _meaning(lexeme: Lexeme) -> Meaning | None:
    """What a word of a language file may be of a date; nothing for most."""
    letter, value = _LETTERS.get(lexeme.letter), lexeme.value
    if letter == "M":
        return (letter, value.number) if value.calendar == "persian" else ("x", value.calendar)
    if letter == "E":
        if value.calendar == "persian":
            return letter, -value.offset
        return ("H", 0) if value.calendar == "hijri" else ("x", value.calendar)
    if letter in ("W", "o"):
        return letter, value
    return (letter, 0) if letter else None
