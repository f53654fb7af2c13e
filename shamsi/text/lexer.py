"""Lex: turn the stretch around an anchor into typed tokens, one letter a class."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from shamsi.lang.lexicon import Lexeme, Lexicon, MonthName
from shamsi.text.scanner import Window
from shamsi.text.tokens import Number, Tokens

_PIECES = re.compile(r"[0-9]+|[^\W\d_]+|\n|[^\s\w]|_")
_TRIPLE = re.compile(
    r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9A-SU-Za-z]|T(?![0-9])|[/.][0-9]|(?<=[.-][0-9]{4})-[0-9]|-[0-9]{1,2}-)"
)
_GLUE = {"/": "s", "-": "h", ".": "p", ":": "q", ",": "p", "٫": "p", "٬": "p", "%": "c"}
_PUNCTUATION = dict(zip("/-.:,()[]{}|=\n%٪", "/-.:,()()()==|cc", strict=True))
_ASCII_DIGITS = frozenset("0123456789")  # «²» and «①» are digits to `str.isdigit`, and no numbers
_ENOUGH = 2  # unknown words that end the way back
_AHEAD, _LONGEST_FORM = 24, 7  # characters to cut at a time, and pieces that one form may span
# What may follow a glued prefix.
_PREFIXED = {"&": "*", "I": "MmjZUWTDLJKSVaA", "P": "MmjUWTDLJVan", "r": "MmjZUbTDWKF"}


_Row = tuple[str, int, int, Any, Lexeme | None]
_TWO_MONTHS = re.compile(r"[MmjZ](?:[/s]?(?P<second>[MmjZ])|\((?P<bracketed>[MmjZ])\))")
_TOUCHING = 2  # tokens of two names side by side


class Lexer:
    """Reads windows of a folded text in the words of one document language."""

    def __init__(self, lexicon: Lexicon, lang: str | None, *, relative: bool = False) -> None:
        """Take the words as a document in this language means them."""
        self.trie = lexicon.trie(lang, relative=relative)
        self.words = lexicon.vocabulary(lang)
        self.month_words = tuple(form for form in lexicon.forms("Lb", lang) if " " not in form)
        self.prefixes = lexicon.prefixes(lang)
        self.day_marks = frozenset(lexicon.forms("~", lang))

    def read(self, text: str, window: Window) -> Tokens:
        """The tokens of one window: around its anchors, to the second unknown word before and the first one after."""
        return _Reading(self, text, window).tokens()

    def outward(self, text: str, window: Window) -> int:
        """Where to begin: word by word leftwards from the first anchor."""
        unknown, at = 0, window.first
        while at > window.start and unknown < _ENOUGH:
            blank = text.rfind(" ", window.start, at - 1)
            if blank < 0:
                return window.start
            word = text[blank + 1 : at].rstrip()
            unknown += word.isalpha() and word not in self.words
            at = blank
        return at


@cache
def lexer_of(lexicon: Lexicon, lang: str | None, *, relative: bool) -> Lexer:
    """The lexer of a lexicon for the documents of one language, made once."""
    return Lexer(lexicon, lang, relative=relative)


class _Reading:
    """One window being read: its pieces so far, and its tokens."""

    def __init__(self, lexer: Lexer, text: str, window: Window) -> None:
        self.lexer, self.text, self.window = lexer, text, window
        self.spans: list[tuple[int, int]] = []
        self.words: list[str] = []
        self.rows: list[_Row] = []
        self.reached = lexer.outward(text, window)
        self.cut(window.last + _AHEAD)

    def cut(self, stop: int) -> None:
        """Cut the text into pieces up to the first blank after a place: most windows are not read to their end."""
        text, end = self.text, self.window.end
        blank = text.find(" ", stop, end) if stop < end else -1
        stop = end if blank < 0 else blank
        spans = [match.span() for match in _PIECES.finditer(text, self.reached, stop)]
        self.spans += spans
        self.words += [text[start:end] for start, end in spans]
        self.reached = stop

    def tokens(self) -> Tokens:
        """All tokens up to the anchors' end, and then to the first unknown word."""
        known, prefixes, month_words = self.lexer.trie.after, self.lexer.prefixes, self.lexer.month_words
        words, spans, rows, anchored = self.words, self.spans, self.rows, self.window.last
        k, unknown = 0, False
        while not unknown and self.reaches(k):
            word = words[k]
            node = known.get(word)
            if node and node.lexeme and (k + 1 == len(words) or words[k + 1] not in node.after):
                lexeme = node.lexeme  # most words stand for themselves
                rows.append((lexeme.letter, *spans[k], lexeme.value, lexeme))
                k += 1
            elif word[0] in _ASCII_DIGITS:
                k = self.number(k)
            elif node or word[0] in prefixes or word.endswith(month_words):
                k = self.word(k)
            elif not word[0].isalpha():
                k = self.mark(k)
            else:
                unknown = spans[k][0] >= anchored
                rows.append(("u", *spans[k], None, None))
                k += 1
        return _columns(rows)

    def reaches(self, k: int) -> bool:
        """Whether there is a piece k, with what may belong to it cut as well."""
        while k + _LONGEST_FORM > len(self.words) and self.reached < self.window.end:
            self.cut(self.reached + _AHEAD)
        return k < len(self.words)

    def put(self, letter: str, first: int, last: int, value: Any = None, lexeme: Lexeme | None = None) -> int:
        self.rows.append((letter, self.spans[first][0], self.spans[last][1], value, lexeme))
        return last + 1

    def glued(self, k: int) -> bool:
        """Whether piece k touches piece k + 1."""
        return k + 1 < len(self.spans) and self.spans[k][1] == self.spans[k + 1][0]

    def number(self, k: int) -> int:
        start, end = self.spans[k]
        found = self.lookup(k) if self.words[k] in self.lexer.trie.after else None  # «5شنبه»
        if found:
            return self.put(found[1].letter, k, found[0], found[1].value, found[1])
        previous = self.rows[-1][0] if self.rows else ""
        triple = (
            None
            if previous in ("s", "p", "q") or (previous == "h" and self.rows[-2][0] != "N")
            else _TRIPLE.match(self.text, start)
        )
        if triple and k + 4 < len(self.spans) and triple.end() == self.spans[k + 4][1]:
            return self.put("N", k, k + 4, (triple[1], triple[3], triple[4], triple[2]))
        value, width = int(self.words[k][:9]), end - start
        if width == 8 and previous in ("T", ":") and "T" in (previous, self.rows[-2][0]):  # تاریخ 14040518
            word = self.words[k]
            return self.put("N", k, k, (word[:4], word[4:6], word[6:], ""))
        self.put(_number_letter(value, width), k, k, Number(value, width))
        if self.glued(k) and self.words[k + 1] in self.lexer.day_marks:
            return self.put("~", k + 1, k + 1)
        return k + 1

    def mark(self, k: int) -> int:
        char = self.words[k]
        between = k and self.glued(k - 1) and self.glued(k)
        if (
            between
            and self.words[k - 1][0] in _ASCII_DIGITS
            and self.words[k + 1][0] in _ASCII_DIGITS
            and char in _GLUE
        ):
            return self.put(_GLUE[char], k, k)
        if char == "." and k and self.rows and self.rows[-1][0] in "dzyt" and self.is_fraction(k):
            return self.put("p", k, k)
        return self.put(_PUNCTUATION.get(char, '"'), k, k)

    def is_fraction(self, k: int) -> bool:
        """Whether a point belongs to the digits behind it, as decimals stand that were turned round: 46 .1568."""
        return self.glued(k) and self.words[k + 1][0] in _ASCII_DIGITS and not self.glued(k - 1)

    def lookup(self, k: int) -> tuple[int, Lexeme] | None:
        """The longest form that begins at piece k: its last piece and its meaning."""
        node = self.lexer.trie.after.get(self.words[k])
        best = None
        while node:
            if node.lexeme:
                best = (k, node.lexeme)
            k += 1
            if not node.after or k >= len(self.words) or self.spans[k][0] - self.spans[k - 1][1] > 2:
                break
            node = node.after.get(self.words[k])
        return best

    def word(self, k: int) -> int:
        found = self.lookup(k)
        if found:
            last, lexeme = found
            return self.put(lexeme.letter, k, last, lexeme.value, lexeme)
        return self.split_prefix(k) or self.split_month(k) or self.put("u", k, k)

    def split_prefix(self, k: int) -> int:
        """A conjunction or preposition glued to the word that it governs; «و15» comes as two pieces already."""
        word = self.words[k]
        letter = self.lexer.prefixes.get(word[0])
        if letter is None:
            return 0
        if len(word) == 1:
            return self.put(letter, k, k)
        start, end = self.spans[k]
        self.spans[k], self.words[k] = (start + 1, end), word[1:]
        found = self.lookup(k)
        allowed = _PREFIXED[letter]
        if found and (allowed == "*" or found[1].letter in allowed):
            self.rows.append((letter, start, start + 1, None, None))
            return self.put(found[1].letter, k, found[0], found[1].value, found[1])
        self.spans[k], self.words[k] = (start, end), word
        return 0

    def split_month(self, k: int) -> int:
        """A month name written in one with its «ماه», an era with its «کال»."""
        word = self.words[k]
        for tail in self.lexer.month_words if word.endswith(self.lexer.month_words) else ():
            node = self.lexer.trie.after.get(word[: -len(tail)]) if word.endswith(tail) else None
            if node and node.lexeme and node.lexeme.letter in "MmjZE":
                start, end = self.spans[k]
                cut = end - len(tail)
                self.rows.append((node.lexeme.letter, start, cut, node.lexeme.value, node.lexeme))
                self.rows.append(("b" if node.lexeme.letter == "E" else "L", cut, end, None, None))
                return k + 1
        return 0


def _number_letter(value: int, width: int) -> str:
    """The class of a number in digits: z 01–09, d a day, y two digits that are no day, t three, Y a year, 9 others."""
    if width <= 2:
        return "z" if width == 2 and 0 < value < 10 else "d" if 0 < value < 32 else "y" if width == 2 else "9"
    return "t" if width == 3 and value > 99 else "Y" if width == 4 and 1000 <= value < 3000 else "9"


def _columns(rows: list[_Row]) -> Tokens:
    """The tokens of finished rows: numbers in words joined, and the names of one month."""
    letters = "".join([row[0] for row in rows])
    if "n" in letters:
        rows = _merge_numbers(rows)
        letters = "".join([row[0] for row in rows])
    if _TWO_MONTHS.search(letters):
        rows = _merge_duals(rows, letters)
    if not rows:
        return Tokens("", [], [], [], [])
    classes, starts, ends, values, lexemes = zip(*rows, strict=True)
    return Tokens("".join(classes), starts, ends, values, lexemes)


def _merge_numbers(rows: list[_Row]) -> list[_Row]:
    """Join cardinal words over their conjunctions: هزار و سیصد و پنجاه و هفت."""
    out: list[_Row] = []
    k = 0
    while k < len(rows):
        if rows[k][0] != "n":
            out.append(rows[k])
            k += 1
            continue
        last, value = k, rows[k][3]
        while (step := _next_numeral(rows, last, value)) is not None:
            last, value = step
        letter = "n" if value < 32 else "v" if value < 100 else "w"
        out.append((letter, rows[k][1], rows[last][2], Number(value, 0), rows[k][4]))
        k = last + 1
    return out


def _next_numeral(rows: list[_Row], last: int, value: int) -> tuple[int, int] | None:
    """The next word of a number and the sum so far, or None where the number ends."""
    after = last + 1
    if after < len(rows) and rows[after][0] == "n" and rows[after][3] in (100, 1000) and value < rows[after][3]:
        return after, value * rows[after][3]
    if after + 1 < len(rows) and rows[after][0] == "&" and rows[after + 1][0] == "n":
        more = rows[after + 1][3]
        if not any(a != "0" and b != "0" for a, b in zip(str(value)[::-1], str(more)[::-1], strict=False)):
            return after + 1, value + more  # in any order, as each decimal place is said once: Arabic puts units first
    return None


def _merge_duals(rows: list[_Row], letters: str) -> list[_Row]:
    """Join the two or three names of one month: ديسمبر/كانون الأول."""
    rows, place = list(rows), 0
    while found := _TWO_MONTHS.search(letters, place):
        place, end = found.start(), found.end()
        first, second = rows[place], rows[max(found.start("second"), found.start("bracketed"))]
        if _is_same_month(first[3], second[3], touching=end - place == _TOUCHING):
            rows[place:end] = [("M", first[1], rows[end - 1][2], first[3], first[4])]
            letters = f"{letters[:place]}M{letters[end:]}"
        else:
            place += 1
    return rows


def _is_same_month(first: MonthName, second: MonthName, *, touching: bool) -> bool:
    """Whether two names name one month; side by side they must come from two traditions."""
    if (first.calendar, first.number) != (second.calendar, second.number):
        return False
    return not touching or first.tradition != second.tradition
