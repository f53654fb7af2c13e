"""Join tokens that are one: the words of a number, and several names of one month.

Names of months whose vowel signs make them other words become other words.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded
from shamsi.lang.language import Lexeme, MonthName
from shamsi.text.grammar.expressions import compiled
from shamsi.text.grammar.tokens import Number

Row = tuple[str, int, int, Any, Lexeme | None]  # a token: class, start, end, value, lexeme
TWO_MONTHS = """
    MONTH ((?P<touching>MONTH) | dash (?P<dashed>MONTH) (dash (?=four_digits))?
    | month_word? ([slash inner_slash] (?P<slashed>MONTH) | or (?P<either>MONTH)
    | opening (?P<bracketed>MONTH) month_word? closing))
"""
AFTER_TWO_NUMBERS = "four_digits [era era_mark]? opening four_digits closing other_word"
NAMES = "[month_bare month_cued month_numbered]"  # no signs of the zodiac
_two_months, _after_two_numbers = compiled(TWO_MONTHS).search, compiled(AFTER_TWO_NUMBERS).finditer
_DOUBTFUL = ("touching", "dashed", "either")  # names that must come from two traditions
_TANWIN = "\u064b"  # the ending of an indefinite noun that is counted
_COUNTED = codes_of("counted")
_BARE, _YEAR = codes_of("month_bare"), codes_of("four_digits")
_DAY, _TENS, _LARGE, _AND = map(codes_of, ("day_in_words", "tens_in_words", "year_in_words", "and"))
_BEFORE_MONTHS = codes_of("""
    day day0 ordinal day_in_words suffix day_mark month_lead month_word slash inner_slash MONTH of
""")
_OTHER, _ORDINAL = codes_of("other_word"), codes_of("ordinal")
_year_ordinals = compiled(
    "(?<=year_word) [ordinal year_ordinal] (and [ordinal year_ordinal])? (?=[era era_mark])"
).finditer
# «القمة الثالثة والثلاثون»: the masculine tens belong to the feminine unit.
_of_feminine = compiled("year_ordinal | (?<=year_ordinal and) ordinal").finditer
_GREGORIAN = range(1800, 2100)  # years
_HUNDRED = 100
_HEADS, _TAIL = ([_DAY], [_DAY, _AND]), [_AND, _DAY]  # of a number with an unknown word in it
_SHORT = 4  # letters; a shorter word is no compound of a hundred
_MONTHS = frozenset(codes_of("month_bare month_cued month_numbered"))


def other_words(rows: list[Row], folded: Folded, vowelled: re.Pattern[str]) -> list[Row]:
    """Replace months that are other words by their vowel signs, unless a full year follows."""
    others = [
        k
        for k, row in enumerate(rows)
        if row[0] in _MONTHS
        and vowelled.fullmatch(folded.source[slice(*folded.span(*row[1:3]))])
        and not (k + 1 < len(rows) and rows[k + 1][0] == _YEAR)
    ]
    if others:
        rows = list(rows)
        for k in others:
            rows[k] = (_OTHER, *rows[k][1:3], None, None)
    return rows


def counted_nouns(rows: list[Row], folded: Folded) -> list[Row]:
    """Turn the accusative after a year and a number in brackets into a counted noun.

    «العام 2014 (1340) تلميذاً» counts, as «العام 2014 (1435)» does not.
    """
    rows, kinds = list(rows), "".join([row[0] for row in rows])
    for found in _after_two_numbers(kinds):
        _, start, end, *_ = rows[found.end() - 1]
        last = folded.span(start, end)[1]
        if _TANWIN in folded.source[last - 2 : last + 1]:
            rows[found.end() - 1] = (_COUNTED, start, end, None, None)
    return rows


def year_ordinals(rows: list[Row]) -> list[Row]:
    """Join the ordinals of a year before its era. Elsewhere they are other words.

    «السنة الثالثة عشرة من الهجرة», «السنة الخامسة والأربعين للهجرة»
    """
    rows, kinds = list(rows), "".join([row[0] for row in rows])
    for found in reversed([*_year_ordinals(kinds)]):
        place, end = found.span()
        value = sum(row[3] for row in rows[place:end] if row[0] != _AND)
        rows[place:end] = [(_ORDINAL, rows[place][1], rows[end - 1][2], value, rows[place][4])]
    kinds = "".join([row[0] for row in rows])
    others = {k for found in _of_feminine(kinds) for k in range(*found.span())}
    return [(_OTHER, *row[1:3], None, None) if k in others else row for k, row in enumerate(rows)]


def feasts(rows: list[Row]) -> list[Row]:
    """Turn a month's name that is also a day's into the day before a Gregorian year.

    «لە نەورۆزی ٢٠٢٤» is the feast, «٥ی نەورۆزی ٢٧٢٤» a day of the month.
    """
    return [
        (row[4].feast.kind, *row[1:3], row[4].feast.value, row[4].feast)
        if row[4] is not None and row[4].feast is not None and _is_feast(rows, k)
        else row
        for k, row in enumerate(rows)
    ]


def _is_feast(rows: list[Row], k: int) -> bool:
    if k and rows[k - 1][0] in _BEFORE_MONTHS:
        return False
    years = [row[3].value for row in rows[k + 1 : k + 3] if row[0] == _YEAR]
    return bool(years) and years[0] in _GREGORIAN


class Numerals(NamedTuple):
    """What shows that an unknown word is a part of a number in words."""

    hundreds: frozenset[str]  # the letters with which words for hundreds begin and end
    joints: str  # letters for «and» that are one word with the next one


def numbers(rows: list[Row], folded: Folded, numerals: Numerals) -> list[Row]:
    """Join cardinal words over their conjunctions: هزار و سیصد و پنجاه و هفت.

    A number with a word that is not known, but looks like a hundred, is not read in part: ألف
    وثلچمائة وخمس. Such words begin and end with the letters of hundreds.
    """
    out: list[Row] = []
    k = 0
    while k < len(rows):
        if rows[k][0] != _DAY:
            out.append(rows[k])
            k += 1
            continue
        last, value = k, rows[k][3]
        while (step := _next_numeral(rows, last, value)) is not None:
            last, value = step
        if _is_part(rows, k, last, value, folded, numerals):
            out += [(_OTHER, *row[1:3], None, None) for row in rows[k : last + 1]]
        else:
            kind = _DAY if value < 32 else _TENS if value < 100 else _LARGE
            out.append((kind, rows[k][1], rows[last][2], Number(value, 0), rows[k][4]))
        k = last + 1
    return out


def _is_part(  # noqa: PLR0917
    rows: list[Row], first: int, last: int, value: int, folded: Folded, numerals: Numerals
) -> bool:
    """Whether an unknown word beside a number is a part of it, too."""
    if first > 1 and rows[first - 1][0] == _AND and rows[first - 2][0] == _OTHER:
        word = folded.read(*rows[first - 2][1:3])
        before = (
            rows[first - 3 : first - 2]
            if word[0] in numerals.joints
            else rows[first - 4 : first - 2]
        )
        if _looks_like_hundred(word, numerals) or [row[0] for row in before] in _HEADS:
            return True
    after = last + 1 + (last + 1 < len(rows) and rows[last + 1][0] == _AND)
    if value < _HUNDRED or after >= len(rows) or rows[after][0] != _OTHER:
        return False
    word = folded.read(*rows[after][1:3])
    is_joined = after > last + 1 or word[0] in numerals.joints
    behind = [row[0] for row in rows[after + 1 : after + 3]]
    return _looks_like_hundred(word, numerals) or (is_joined and behind == _TAIL)


def _looks_like_hundred(word: str, numerals: Numerals) -> bool:
    word = word[word[0] in numerals.joints :]
    return len(word) > _SHORT and f"{word[:2]}{word[-3:]}" in numerals.hundreds


def of_hundreds(values: dict[str, int]) -> frozenset[str]:
    """Return the first two and last three letters of the words for hundreds."""
    return frozenset(
        f"{word[:2]}{word[-3:]}" for word, n in values.items() if 100 < n < 1000 and n % 100 == 0
    )


def _next_numeral(rows: list[Row], last: int, value: int) -> tuple[int, int] | None:
    """Return the next word of a number and the sum so far, or None if the number ends."""
    after = last + 1
    if _adds_eleven(rows, after, value):
        return after + 1, value + 11
    if _adds_hundreds(rows, after, value):
        return after, value + rows[after][3]
    if (
        after < len(rows)
        and rows[after][0] == _DAY
        and rows[after][3] in (100, 1000)
        and value < rows[after][3]
    ):
        return after, value * rows[after][3]
    if after + 1 < len(rows) and rows[after][0] == _AND and rows[after + 1][0] == _DAY:
        more = rows[after + 1][3]
        if not any(
            a != "0" and b != "0" for a, b in zip(str(value)[::-1], str(more)[::-1], strict=False)
        ):
            # The order is free, because each decimal place is given once: Arabic puts units first.
            return after + 1, value + more
    return None


def _adds_eleven(rows: list[Row], after: int, value: int) -> bool:
    """Whether «وأحد عشر» follows hundreds. Its first word has the folded letters of «واحد», one."""
    return (
        value >= _HUNDRED
        and value % _HUNDRED == 0
        and [(row[0], row[3]) for row in rows[after : after + 2]] == [(_DAY, 1), (_DAY, 10)]
    )


def _adds_hundreds(rows: list[Row], after: int, value: int) -> bool:
    """Whether hundreds follow thousands without a conjunction: «هزار سیصد», «زر درې سوه»."""
    if value % 1000 or not value or after >= len(rows) or rows[after][0] != _DAY:
        return False
    more: int = rows[after][3]
    return 100 <= more < 1000 and more % 100 == 0


def month_names(rows: list[Row]) -> list[Row]:
    """Join the two or three names of one month: ديسمبر/كانون الأول."""
    rows, place, kinds = list(rows), 0, "".join([row[0] for row in rows])
    while found := _two_months(kinds, place):
        place, end = found.start(), found.end()
        joint = found.lastgroup or ""
        first, second = rows[place], rows[found.start(joint)]
        if _is_same_month(first[3], second[3], touching=joint in _DOUBTFUL):
            # the dash before a year is dropped
            last = second if joint == "dashed" else rows[end - 1]
            rows[place:end] = [(_BARE, first[1], last[2], first[3], first[4])]
            kinds = f"{kinds[:place]}{_BARE}{kinds[end:]}"
        else:
            place += 1
    return rows


def _is_same_month(first: MonthName, second: MonthName, *, touching: bool) -> bool:
    """Whether two names mean one month.

    Names that touch, or have a dash or «or» between them, must come from two traditions.
    """
    if (first.calendar, first.number) != (second.calendar, second.number):
        return False
    return not touching or first.tradition != second.tradition
