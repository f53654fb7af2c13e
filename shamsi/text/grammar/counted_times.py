"""Join the words of a counted time, such as «سه هفته پیش» or «قبل ثلاثة أيام», to one token.

Its parts are a number, a unit and a word for the direction, in the order of each language. A number
that counts units is never ignored: where the parts do not fit, the unit and its direction are no
time either, so «چند سال پیش» is not last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.fold import Folded, fold_form
from shamsi.lang.language import Language, Lexeme
from shamsi.lang.schema import CountedTimes
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.tokens import Number
from shamsi.text.scan.trie import alternatives

_TIME, _DEICTIC, _OTHER = map(codes_of, ("counted_time", "deictic", "other_word"))
WORDS = frozenset(codes_of("time_unit time_noun time_word"))
_PLAIN = frozenset(codes_of("relative deictic"))
_APPROX, _RELATIVE, _MONTHS = codes_of("modifier"), codes_of("relative"), codes_of("MONTH")
_TODAY = ("day", 0)
_MOST = 100  # a larger number is seldom meant exactly
_PACKED = 12  # the largest number that is one form with its unit: «سه ماه» is a quarter, too
_LAST_DAY = 31
_MARKS_BESIDE = 20  # signs that a text has beside its only words, at most
_CLOSE = 5  # between two numbers that are one estimate: «دو، سه سال پیش»
_JOINER = "\u200c"

# Roles of tokens, each one letter, so that shapes are regular expressions over them.
_OF_KINDS = {
    "n": "SHORT three_digits four_digits other_number day_in_words tens_in_words year_in_words",
    "&": "and",
    "-": "or range dash inner_dash inner_slash inner_point",
    "x": "hour number_context inner_colon",
    "M": "MONTH",
    "W": "weekday",
    "!": "full_stop comma colon opening closing line_end other_mark",
}
_LETTERS = {code: letter for letter, names in _OF_KINDS.items() for code in codes_of(names)}
# p and b: a direction before or behind; u: a unit; 1 and 2: a unit that has its number; c: a unit
# and its direction; N and C: a number with what it counts; w: from now; td: from today; q: about.
# v and g: some, and more than; s and t: from another day; o: only.
_SHAPES = re.compile("pq?(?:n[u1]|N|2|1n?)(?:w|td)?|(?:nc|n[u1]b|Nb|C|[u1]nb|[12]b)(?:td)?")
# «سه سال و دو ماه پیش», «قبل عام وشهرين»
_IS_REST, _HAS_REST = re.compile("[u12N]&$").search, re.compile("&(?:n[u1]|[12N])(?!b)").match
_IS_RANGE = re.compile("[nu12N]-$").search  # «سه تا پنج سال پیش»; but «تا پنج سال پیش»
_VAGUE = frozenset("nvg")  # before a number: it is not the whole of the count
_IS_OTHER_YEAR = re.compile("!n").match  # «منذ عام ،2009»
_FOLLOWS_MONTH = re.compile("Mu?$").search
_UNITS = ("u", "1", "2")
_UNNUMBERED = ("p1", "pq1", "p2")
_BESIDE_ONE = frozenset("nNCMWu12")  # after a unit with no number: «قبل عام 2020»


class CountedTime(NamedTuple):
    """A time some units before the day of writing, or after it; or all the time between."""

    unit: str
    steps: int  # below zero: before
    is_span: bool = False


class _Direction(NamedTuple):
    """What a word for direction means."""

    step: int  # 1 or -1
    is_span: bool = False
    is_alone: bool = False  # only in a text with no other words; else it is after another day


class _Role(NamedTuple):
    """What a form is in a counted time."""

    letter: str
    number: int | None = None
    unit: str | None = None
    direction: _Direction | None = None


class Counter:
    """Finds counted times in the words of one language file."""

    def __init__(self, language: Language) -> None:
        """Collect the roles of its forms, which are compared without their blanks."""
        table, numbers = language.tables.counted_times, language.tables.numbers
        self._roles: Final = dict(_roles(table, numbers))
        self._code: Final = language.code
        self._article: Final = fold_form(language.opening.article)
        self._has_dual: Final = bool(table.two)
        self._compounds: Final = frozenset(map(_key, table.compounds))
        directed = [form for side in _SIDES for form in _directions(table, side)]
        # Most windows have no word for a direction.
        self._may_hold: Final = re.compile(
            alternatives(dict.fromkeys([*map(fold_form, directed), *_halves(table)], ""))
        ).search

    def join(self, rows: list[Row], folded: Folded) -> list[Row]:
        """Return the tokens of a window with every counted time as one of them.

        A word for a time with a number that does not count it exactly becomes another word.
        """
        base = rows[0][1]
        text = folded.read(base, rows[-1][2])
        if not self._may_hold(text):
            return _of_months(rows)
        roles = [self._role(row, text[row[1] - base : row[2] - base]) for row in rows]
        letters = "".join([role.letter for role in roles])
        changed = rows
        for found in reversed([*_SHAPES.finditer(letters)]):
            first, last = found.span()
            if (first_of_count := self._start(letters, first, roles)) is None:
                continue
            time = self._time(rows, roles, letters, first_of_count, last, folded)
            if time is None:
                continue
            if _FOLLOWS_MONTH(letters[:first_of_count]):
                changed = _in_year(changed, first_of_count, last, time, self._code)
            else:
                lexeme = Lexeme(_TIME, time, self._code)
                start, end = rows[first_of_count][1], rows[last - 1][2]
                changed = [
                    *changed[:first_of_count],
                    (_TIME, start, end, time, lexeme),
                    *changed[last:],
                ]
        if changed is not rows:
            roles = [self._role(row, text[row[1] - base : row[2] - base]) for row in changed]
        return _of_months(self._without_counted(changed, roles, folded))

    def _role(self, row: Row, text: str) -> _Role:
        kind, value = row[0], row[3]
        known = self._roles.get(text.replace(" ", ""))
        if known is not None and kind != _TIME:
            return known
        letter = _LETTERS.get(kind, ".")
        if letter == "n":
            number = value if isinstance(value, Number) else Number(value, 0)
            return _Role("n", number.value)
        if kind == _RELATIVE:
            letter = "d" if value == _TODAY else letter
        return _Role("q" if kind == _APPROX and value == "approx" else letter)

    def _start(self, letters: str, first: int, roles: list[_Role]) -> int | None:
        """Return where the number of a match begins, or None if it counts something else.

        «بیست و سه ماه» may be three tokens. «ساعت ۹ روز گذشته» is an hour, and a day.
        """
        if letters[first] not in "nNC":
            return first
        if letters[max(0, first - 2) : first] == "n&":
            tens, ones = roles[first - 2].number or 0, roles[first].number or 0
            if not tens or tens % 10 or ones >= 10 or letters[first] == "n":
                return None
            first -= 2
        return None if _belongs_elsewhere(letters, first, roles) else first

    def _time(  # noqa: PLR0917
        self,
        rows: list[Row],
        roles: list[_Role],
        letters: str,
        first: int,
        last: int,
        folded: Folded,
    ) -> CountedTime | None:
        """Return the time that some tokens count; None if it is not exact or not of today."""
        parts, before, after = roles[first:last], letters[:first][-1:], letters[last : last + 1]
        own = letters[first:last].removesuffix("td")
        is_from_today = len(own) < last - first or own.endswith("w")
        units = [part.unit for part in parts if part.unit]
        directions = [part.direction for part in parts if part.direction]
        count = sum(part.number for part in parts if part.number is not None and own)
        if "1" in own:
            numbers = [part.number for part in parts if part.letter == "n"]
            count = numbers[0] or 0 if numbers else 1
            if own.endswith(("1n", "1nw")) and count != 1:
                return None
        if not directions or not units or not 0 < count <= _MOST:
            return None
        if own[0] in "nNCpu" and before and before in _VAGUE:
            return None
        if _IS_REST(letters[:first]) or _IS_RANGE(letters[:first]) or _HAS_REST(letters, last):
            return None
        if letters[:first].endswith("n!") and 0 < count - (roles[first - 2].number or 0) <= _CLOSE:
            return None
        step, is_span, is_alone = directions[0]
        if is_alone and _has_letters(folded, rows[first][1], rows[last - 1][2]):
            return None
        if after == "h" or (
            own[-1] in "bcC" and not is_from_today and self._is_compound(rows, last, folded)
        ):
            return None
        after = letters[last:].lstrip("o")[:1]
        if after == "s" and step > 0 and not is_span:
            return None
        # «آخر ثلاثة أيام من المهرجان» are the last days of something else, too
        if after == "t" and not is_from_today and (not is_span or own[0] == "p"):
            return None
        if own[1:2] == "n" and own[0] in "u1" and not is_span:
            return None
        if own in _UNNUMBERED and self._is_of_another(
            rows, letters, first, last, directions[0], folded
        ):
            return None
        return CountedTime(units[0], step * count, is_span)

    def _is_compound(self, rows: list[Row], last: int, folded: Folded) -> bool:
        """Whether the word for direction is part of the next one: «سه سال پیش‌بینی»."""
        _, start, end, *_ = rows[last - 1]
        if folded.source[folded.span(start, end)[1] :][:1] == _JOINER:
            return True
        word = folded.read(start, end).rpartition(" ")[2]
        return last < len(rows) and _key(word + folded.read(*rows[last][1:3])) in self._compounds

    def _is_of_another(  # noqa: PLR0917
        self,
        rows: list[Row],
        letters: str,
        first: int,
        last: int,
        direction: _Direction,
        folded: Folded,
    ) -> bool:
        """Whether a unit with no number is no time that is counted.

        «يوما بعد يوم» is from day to day, «آخر يوم» the last day of something, and «بعد العامين
        الأولين» after some two years.
        """
        step, is_span, _ = direction
        if letters[first:last] == "p2":
            return not is_span and self._is_definite(rows[last - 1], folded)
        if letters[:first][-1:] in _UNITS or (is_span and self._has_dual):
            return True
        return not self._stands_alone(rows, letters, last, step, folded)

    def _stands_alone(
        self, rows: list[Row], letters: str, last: int, step: int, folded: Folded
    ) -> bool:
        """Whether a unit with no number is all that follows: not in «قبل عام 2020».

        «بعد يوم حافل» is after a busy day.
        """
        after = letters[last : last + 1]
        if not after or after == "!":
            return not _IS_OTHER_YEAR(letters, last)
        if after in _BESIDE_ONE or step > 0:
            return False
        return not self._is_definite(rows[last], folded)

    def _is_definite(self, row: Row, folded: Folded) -> bool:
        """Whether a token begins with the article."""
        return bool(self._article) and folded.read(*row[1:3]).startswith(self._article)

    def _without_counted(self, rows: list[Row], roles: list[_Role], folded: Folded) -> list[Row]:
        """Replace words for a time that some number, or a half, or another word changes."""
        letters = "".join([role.letter for role in roles])
        out = rows
        for k, row in enumerate(rows):
            if row[0] not in _PLAIN:
                continue
            is_counted = (
                letters[k] in "cC"
                and (letters[k - 1 : k] in ("n", "v") or letters[k - 1 : k + 1] == "gC")
                and k > 0
                and not _belongs_elsewhere(letters, k - 1, roles)
            )
            ends, direction = letters[k + 1 : k + 2], roles[k].direction
            if (
                is_counted
                or ends == "h"
                or (ends == "t" and direction and not direction.is_span)  # «سال پیش از انقلاب»
                or (letters[k] in "cC" and self._is_compound(rows, k + 1, folded))
            ):
                out = [*out[:k], (_OTHER, row[1], row[2], None, None), *out[k + 1 :]]
        return out


def _has_letters(folded: Folded, start: int, end: int) -> bool:
    """Whether a text has letters or digits before a start or after an end."""
    size = len(folded.code)
    return size > end - start + _MARKS_BESIDE or any(
        sign.isalnum() for sign in folded.read(0, start) + folded.read(end, size)
    )


def _belongs_elsewhere(letters: str, first: int, roles: list[_Role]) -> bool:
    """Whether a number is of an hour, an article or a date, and does not count what follows."""
    before, number = letters[:first][-1:], roles[first].number or 0
    is_year = before == "u" and roles[first - 1].unit == "year"  # «سال ۹۸ سال گذشته»
    return before == "x" or is_year or (before == "M" and number > _LAST_DAY)


def _in_year(rows: list[Row], first: int, last: int, time: CountedTime, code: str) -> list[Row]:
    """Return tokens with a counted year after a month as the word for its year."""
    if time.unit != "year" or time.is_span:
        return rows
    lexeme = Lexeme(_DEICTIC, time.steps, code)
    token = (_DEICTIC, rows[first][1], rows[last - 1][2], time.steps, lexeme)
    return [*rows[:first], token, *rows[last:]]


def _of_months(rows: list[Row]) -> list[Row]:
    """Return tokens with last month after a month's name as a word for its year.

    «مهر ماه گذشته» is the last Mehr.
    """
    out = rows
    for k, (kind, start, end, value, lexeme) in enumerate(rows):
        if kind == _RELATIVE and value[0] == "month" and k and rows[k - 1][0] in _MONTHS:
            deictic = _DEICTICS.get(value[1])
            out = [*out[:k], (_DEICTIC, start, end, deictic, lexeme), *out[k + 1 :]]
    return out


_DEICTICS = {-1: "last", 0: 0, 1: "next"}


def cleaned(rows: list[Row]) -> list[Row]:
    """Return tokens with the words of counted times that count nothing as other words.

    Those of units keep their unit as a value.
    """
    return [(_OTHER, *row[1:4], None) if row[0] in WORDS else row for row in rows]


def _roles(table: CountedTimes, numbers: Mapping[str, int]) -> Iterator[tuple[str, _Role]]:
    """Yield the forms of a language with their roles. Of two for one form the last one counts."""
    before, behind = (_directions(table, side) for side in _SIDES)
    units = {
        form: unit for unit in ("day", "week", "month", "year") for form in getattr(table, unit)
    }
    listed = {"v": table.vague, "g": table.comparing, "s": table.others_ahead, "o": table.fillers}
    listed |= {"h": table.halves, "t": table.others, "w": table.now}
    for letter, forms in listed.items():
        yield from ((_key(form), _Role(letter)) for form in forms)
    yield from ((_key(form), _Role("p", direction=one)) for form, one in before.items())
    yield from ((_key(form), _Role("b", direction=one)) for form, one in behind.items())
    yield from ((_key(form), _Role("n", number)) for form, number in table.numbers.items())
    yield from ((_key(form), _Role("u", unit=unit)) for form, unit in units.items())
    yield from ((_key(form), _Role("1", unit=unit)) for form, unit in table.one.items())
    yield from ((_key(form), _Role("2", 2, unit)) for form, unit in table.two.items())
    small = {form: number for form, number in numbers.items() if number <= _PACKED}
    for form, unit in units.items():
        phrases = [(f"{form} {word}", one) for word, one in behind.items()]
        yield from ((_key(phrase), _Role("c", None, unit, one)) for phrase, one in phrases)
        for word, number in small.items():
            yield _key(f"{word} {form}"), _Role("N", number, unit)
            for phrase, one in phrases:
                yield _key(f"{word} {phrase}"), _Role("C", number, unit, one)


def _halves(table: CountedTimes) -> list[str]:
    """Return the words for a half, also with the unit before them: «last year and a half»."""
    return [fold_form(form) for form in table.halves]


def _directions(table: CountedTimes, side: str) -> dict[str, _Direction]:
    """Return the words for a direction on one side of the unit, with what each means."""
    rows = {form: _Direction(1, is_alone=True) for form in table.later_behind if side == "behind"}
    for name, meaning in _MEANINGS.items():
        rows |= dict.fromkeys(getattr(table, f"{name}_{side}"), meaning)
    return rows


_SIDES = ("before", "behind")
_MEANINGS = {
    "ago": _Direction(-1),
    "ahead": _Direction(1),
    "past": _Direction(-1, is_span=True),
    "coming": _Direction(1, is_span=True),
}


def _key(form: str) -> str:
    return fold_form(form).replace(" ", "")
