"""Lex: turn the stretch around an anchor into typed tokens, one letter a class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from shamsi.lang.lexicon import Lexeme, Lexicon, MonthName, Node

_PIECES = re.compile(r"[0-9]+|[^\W\d_]+|\n|[^\s\w]|_")
_TRIPLE = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9A-Za-z]|[/.-][0-9])")
_GLUE = {"/": "s", "-": "h", ".": "p", ":": "q", ",": "p", "٫": "p", "٬": "p", "%": "c"}
_PUNCTUATION = dict(zip("/-.:,()[]{}|=\n%٪", "/-.:,()()()==|cc", strict=True))
_PREFIXES = {"و": "&", "ب": "I", "ل": "P", "ف": "P", "ک": "P"}
_PREFIXED = {"&": "*", "I": "MmjZUWTDLJKS", "P": "MmjUWTDLJ"}  # what may follow a glued prefix


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: its value, its digits (0 for words)."""

    value: int
    width: int


@dataclass(slots=True)
class Tokens:
    """The tokens of one window: `letters[i]` is the class of the token from `starts[i]` to `ends[i]`."""

    letters: str
    starts: list[int]
    ends: list[int]
    values: list[Any]
    lexemes: list[Lexeme | None]


class Lexer:
    """Reads windows of a folded text in the words of one document language."""

    def __init__(self, lexicon: Lexicon, lang: str | None, *, relative: bool = False) -> None:
        """Take the words as a document in this language means them."""
        self.trie = lexicon.trie(lang, relative=relative)
        self.month_words = lexicon.month_words

    def read(self, text: str, start: int, end: int) -> Tokens:
        """The tokens of one window."""
        return _Reading(self, text, start, end).tokens()


class _Reading:
    """One window being read."""

    def __init__(self, lexer: Lexer, text: str, start: int, end: int) -> None:
        self.lexer, self.text = lexer, text
        spans = [m.span() for m in _PIECES.finditer(text, start, end)]
        self.spans = spans
        self.words = [text[a:b] for a, b in spans]
        self.out: list[tuple[str, int, int, Any, Lexeme | None]] = []

    def tokens(self) -> Tokens:
        k, words, known = 0, self.words, self.lexer.trie.after
        while k < len(words):
            word = words[k]
            first = word[0]
            if first.isdigit():
                k = self.number(k)
            elif not first.isalpha():
                k = self.mark(k)
            elif word in known or first in _PREFIXES or word.endswith(self.lexer.month_words):
                k = self.word(k)
            else:
                self.out.append(("u", *self.spans[k], None, None))
                k += 1
        rows = self.out
        if any(row[0] == "n" for row in rows):
            rows = _merge_numbers(rows)
        if sum(row[0] in "MmjZ" for row in rows) > 1:
            rows = _merge_duals(rows)
        letters, starts, ends, values, lexemes = map(list, zip(*rows, strict=True)) if rows else ([], [], [], [], [])
        return Tokens("".join(letters), starts, ends, values, lexemes)

    def put(self, letter: str, first: int, last: int, value: Any = None, lexeme: Lexeme | None = None) -> int:
        self.out.append((letter, self.spans[first][0], self.spans[last][1], value, lexeme))
        return last + 1

    def glued(self, k: int) -> bool:
        """Whether piece k touches piece k + 1."""
        return k + 1 < len(self.spans) and self.spans[k][1] == self.spans[k + 1][0]

    def number(self, k: int) -> int:
        start, end = self.spans[k]
        found = self.lookup(k)  # «5شنبه»
        if found:
            return self.put(found[1].letter, k, found[0], found[1].value, found[1])
        previous = self.out[-1][0] if self.out else ""
        triple = None if previous in ("s", "p", "h", "q") else _TRIPLE.match(self.text, start)
        if triple and k + 4 < len(self.spans) and triple.end() == self.spans[k + 4][1]:
            return self.put("N", k, k + 4, (triple[1], triple[3], triple[4], triple[2]))
        value, width = int(self.words[k][:9]), end - start
        return self.put(_number_letter(value, width), k, k, Number(value, width))

    def mark(self, k: int) -> int:
        char = self.words[k]
        between = k and self.glued(k - 1) and self.glued(k)
        if between and self.words[k - 1][0].isdigit() and self.words[k + 1][0].isdigit() and char in _GLUE:
            return self.put(_GLUE[char], k, k)
        return self.put(_PUNCTUATION.get(char, '"'), k, k)

    def lookup(self, k: int, node: Node | None = None) -> tuple[int, Lexeme] | None:
        """The longest form that begins at piece k: its last piece and its meaning."""
        node = (node or self.lexer.trie).after.get(self.words[k])
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
        letter = _PREFIXES.get(word[0])
        if letter is None:
            return 0
        if len(word) == 1:
            return self.put(letter, k, k)
        start, end = self.spans[k]
        self.spans[k], self.words[k] = (start + 1, end), word[1:]
        found = self.lookup(k)
        allowed = _PREFIXED[letter]
        if found and (allowed == "*" or found[1].letter in allowed):
            self.out.append((letter, start, start + 1, None, None))
            return self.put(found[1].letter, k, found[0], found[1].value, found[1])
        self.spans[k], self.words[k] = (start, end), word
        return 0

    def split_month(self, k: int) -> int:
        """A month name written in one with its «ماه»."""
        word = self.words[k]
        for tail in self.lexer.month_words if word.endswith(self.lexer.month_words) else ():
            node = self.lexer.trie.after.get(word[: -len(tail)]) if word.endswith(tail) else None
            if node and node.lexeme and node.lexeme.letter in "MmjZ":
                start, end = self.spans[k]
                cut = end - len(tail)
                self.out.append((node.lexeme.letter, start, cut, node.lexeme.value, node.lexeme))
                self.out.append(("L", cut, end, None, None))
                return k + 1
        return 0


def _number_letter(value: int, width: int) -> str:
    """The class of a number in digits: z 01–09, d a day, y two digits that are no day, t three, Y a year, x others."""
    if width <= 2:
        return "z" if width == 2 and 0 < value < 10 else "d" if 0 < value < 32 else "y" if width == 2 else "x"
    return "t" if width == 3 and value > 99 else "Y" if width == 4 and 1000 <= value < 3000 else "x"


_Row = tuple[str, int, int, Any, Lexeme | None]


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
        scale = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
        if more < scale or (0 < value % 100 < 10 and more in range(20, 100, 10)):  # Arabic says units before tens
            return after + 1, value + more
    return None


def _merge_duals(rows: list[_Row]) -> list[_Row]:
    """Join the two or three names of one month: ديسمبر/كانون الأول."""
    out: list[_Row] = []
    for row in rows:
        out.append(row)
        for width in (4, 3, 2):
            if width <= len(out) and _is_dual(out[-width:]):
                first, last = out[-width], row
                out[-width:] = [("M", first[1], last[2], first[3], first[4])]
                break
    return out


def _is_dual(rows: list[_Row]) -> bool:
    shape = "".join("m" if row[0] in "MmjZ" else row[0] for row in rows)
    if shape not in ("m/m", "m(m)", "mm", "msm"):
        return False
    first, second = (row[3] for row in rows if row[0] in "MmjZ")
    same = isinstance(first, MonthName) and (first.calendar, first.number) == (second.calendar, second.number)
    return same and (shape != "mm" or first.tradition != second.tradition)
