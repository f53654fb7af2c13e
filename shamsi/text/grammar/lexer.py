"""Turn the text of a window into tokens. The class of each is one code point."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, repeat
from typing import Any

from shamsi.lang.classes import codes_of, is_classes
from shamsi.lang.fold import Folded
from shamsi.lang.language import Lexeme
from shamsi.lang.lexicon import Lexicon, Node
from shamsi.text.grammar import compounds, numeric_dates
from shamsi.text.grammar.compounds import Row
from shamsi.text.grammar.joining import Joiner
from shamsi.text.grammar.marks import BETWEEN_DIGITS, DIGITS, MARKS, NUMBERS
from shamsi.text.grammar.tokens import Tokens
from shamsi.text.scan.scanner import Window

_PIECES = re.compile(
    r" *(?:[a-z\x80-\uffff]+|[0-9]+|[^ ])"
)  # above ASCII, a folded text has only letters
_OTHER_WORD, _NUMERIC_DATE = codes_of("other_word"), codes_of("numeric_date")
_OTHER_MARK, _INNER_POINT = codes_of("other_mark"), codes_of("inner_point")
_DATE_WORD, _DAY_MARK, _SLASH = codes_of("date_word"), codes_of("day_mark"), codes_of("slash")
_DATE_COLON, _ERA = [_DATE_WORD, codes_of("colon")], codes_of("era")
_ERA_MARK = codes_of("era_mark")
_STEM, _ENDING = 3, 2  # the least letters of a word and of an enclitic that it is cut from
_MONTH_WORD, _YEAR_WORD_BESIDE = codes_of("month_word"), codes_of("year_word_beside")
_JOINED, _INNER_DASH = (
    tuple(codes_of("inner_slash inner_point inner_colon")),
    codes_of("inner_dash"),
)
_CUES = frozenset(
    codes_of("date_word day_word weekday same preposition into range event year_word")
)
_WEEKDAY_MARKS = [[codes_of("weekday"), codes_of(mark)] for mark in ("comma", "colon")]
_OPENING, _SAME, _ERAS, _MONTHS = (
    codes_of("opening"),
    codes_of("same"),
    codes_of("era era_mark"),
    codes_of("MONTH"),
)
_DATED = codes_of("MONTH four_digits era era_mark numeric_date")  # the end of another date
_PIECES_OF_DATE = 5
_DAY_IN_WORDS, _ORDINAL = codes_of("day_in_words"), codes_of("ordinal")
_SPLIT, _FRACTIONS = codes_of("MONTH era"), codes_of("SHORT three_digits")
_COMPACT = 8  # digits of a date without marks
_ENOUGH = 2  # unknown words at which reading back stops
# The classes that may follow an attached prefix.
_PREFIXED = {
    codes_of(prefix): codes_of(words)
    for prefix, words in {
        "into": """
            MONTH year_word weekday date_word day_word month_word month_lead decade_word season
            event yearly modifier nth_weekday nth_week observance other_word
        """,
        "preposition": """
            month_bare month_cued month_numbered year_word weekday date_word day_word month_word
            month_lead event yearly day_in_words nth_weekday nth_week observance other_word
        """,
        "link": """
            MONTH year_word year_word_beside date_word day_word weekday decade_word deictic
            nth_weekday nth_week observance other_word
        """,
    }.items()
}
_PREFIXING_ALL = codes_of("and")
_NEVER = "\0"  # begins no word
_AFTER_ARTICLE = codes_of("ordinal weekday nth_week observance")
_AFTER_LEAD = codes_of("ordinal MONTH")


class Lexer:
    """Reads windows of a folded text in the words of one document language."""

    def __init__(
        self, lexicon: Lexicon, lang: str | None, *, relative: bool = False, signs: bool = True
    ) -> None:
        """Take the words with the meanings that they have in documents in this language.

        Without `signs`, vowel signs and capitals are ignored.
        """
        self.trie: Node = lexicon.trie(lang, relative=relative)
        self.words: frozenset[str] = lexicon.vocabulary(lang, relative=relative)
        self.month_words: tuple[str, ...] = tuple(
            form for form in lexicon.forms("month_word year_word_beside", lang) if " " not in form
        )
        endings = [form for form in lexicon.forms("enclitic", lang) if len(form) >= _ENDING]
        self.enclitics: tuple[str, ...] = tuple(sorted(endings, key=len, reverse=True))
        self.prefixes: dict[str, str] = lexicon.prefixes(lang)
        openings = [one.opening for one in lexicon.visible(lang)]
        elided = [(one.elided_article, one.article) for one in openings if one.elided_article]
        own = lexicon.languages[lang].opening if lang else None
        self.full_years: bool = own is not None and own.full_years
        self.elided, self.article = elided[0] if elided else (_NEVER, "")
        self.day_marks: frozenset[str] = frozenset(lexicon.forms("day_mark", lang))
        # After one of these, a number may be a part of a longer token.
        self.numeric: frozenset[str] = self.day_marks.union(numeric_dates.MARKS)
        self.templates: frozenset[str] = frozenset(lexicon.forms("date_word", lang))
        self.in_one_word: dict[str, int] = lexicon.glued(lang)
        numerals = _numerals(self.trie, lexicon.forms("day_in_words", lang))
        joints = [letter for letter, kind in self.prefixes.items() if kind == _PREFIXING_ALL]
        counting = [*numerals, *lexicon.forms("ordinal", lang)]
        self.words |= {f"{joint}{word}" for joint in joints for word in counting}
        # «هزارو», «هزاروسیصد»: words of the lexicon without a meaning of their own
        self.glued: re.Pattern[str] = re.compile(
            f"({'|'.join(sorted(numerals, key=len, reverse=True))})(?=[{''.join(joints)}]|$)"
            f"([{''.join(joints)}]?)"
            if joints and numerals
            else "(?!)()()"
        )
        known = compounds.Numerals(compounds.of_hundreds(numerals), "".join(joints))
        self.joiner = Joiner(lexicon, lang, known, self.article, relative=relative, signs=signs)

    def read(self, folded: Folded, window: Window) -> Tokens:
        """Return the tokens of one window.

        They reach from the second unknown word before its anchors to the first one after.
        """
        rows = _Reading(self, folded.read(window.start, window.end), window).rows
        if not rows:
            return Tokens("", (), (), (), ())
        kinds = "".join([row[0] for row in rows])
        rows, kinds = self.joiner.read(rows, kinds, folded)
        assert is_classes(kinds), "text in a string of classes"
        _, starts, ends, values, lexemes = zip(*rows, strict=True)
        return Tokens(kinds, starts, ends, values, lexemes, self.full_years)

    def outward(self, text: str, at: int) -> int:
        """Return where to begin, going back word by word from the first anchor."""
        unknown = 0
        while unknown < _ENOUGH:
            blank = text.rfind(" ", 0, at - 1) if at > 0 else -1
            if blank < 0:
                return 0
            word = text[blank + 1 : at].rstrip()
            unknown += word not in self.words and word.isalpha()
            at = blank
        return at


def _numerals(trie: Node, forms: Iterable[str]) -> dict[str, int]:
    """Return the number words that a document uses, without their blanks, and their values."""
    found: dict[str, int] = {}
    for form in forms:
        node: Node | None = trie
        for word in form.split():
            node = node and node.after.get(word)
        if node and node.lexeme and node.lexeme.kind == _DAY_IN_WORDS:
            found[form.replace(" ", "")] = node.lexeme.value
    return found


@cache
def lexer_of(lexicon: Lexicon, lang: str | None, *, relative: bool) -> Lexer:
    """Return the lexer of a lexicon for documents in one language, made once."""
    return Lexer(lexicon, lang, relative=relative)


class _Reading:
    """A window that is being read: its pieces, and its tokens so far."""

    __slots__ = ("base", "ends", "lexer", "rows", "text", "words")

    def __init__(self, lexer: Lexer, text: str, window: Window) -> None:
        """Split the text into pieces, each with the blanks before it, and read them."""
        self.lexer, self.text, self.base = lexer, text, window.start
        self.rows: list[Row] = []
        reached = lexer.outward(text, window.first - window.start)
        pieces = _PIECES.findall(text, reached)
        self.words: list[str] = list(map(str.lstrip, pieces, repeat(" ")))
        self.ends = list(accumulate(map(len, pieces), initial=window.start + reached))
        if lexer.enclitics:
            self.cut()
        self.read(window.last)

    def read(self, anchored: int) -> None:
        """Make tokens up to the end of the anchors, and then up to the first unknown word."""
        lexer, words, ends, rows = self.lexer, self.words, self.ends, self.rows
        known, prefixes, month_words = lexer.trie.after, lexer.prefixes, lexer.month_words
        elided = lexer.elided
        k, number = 0, len(words)
        while k < number:
            word = words[k]
            k += 1
            end = ends[k]
            node = known.get(word)
            if node is not None:
                lexeme = node.lexeme
                # Most words are not the start of a longer form.
                if lexeme is not None and (k == number or words[k] not in node.after):
                    rows.append((lexeme.kind, end - len(word), end, lexeme.value, lexeme))
                else:
                    k = self.number(k - 1) if word[0] in DIGITS else self.word(k - 1)
            elif word.isalpha():
                is_prefixed = word[0] in prefixes
                if (
                    is_prefixed and (word[1:] in known or len(word) == 1 or word.startswith(elided))
                ) or word.endswith(month_words):
                    k = self.split(k - 1)
                    continue
                rows.append((_OTHER_WORD, end - len(word), end, None, None))
                if end > anchored and not is_prefixed:
                    return
            elif word[0] in DIGITS:
                if len(word) == _COMPACT or (k < number and words[k] in lexer.numeric):
                    k = self.number(k - 1)
                else:
                    kind, value = NUMBERS[word]
                    rows.append((kind, end - len(word), end, value, None))
            elif word in BETWEEN_DIGITS and k < number and words[k][0] in DIGITS:
                k = self.mark(k - 1)
            else:
                rows.append((MARKS.get(word, _OTHER_MARK), end - 1, end, None, None))

    def cut(self) -> None:
        """Cut enclitics from the words that are parts of forms: «لە تشرینی دووەمدا»."""
        known, enclitics = self.lexer.words, self.lexer.enclitics
        for k in range(len(self.words) - 1, -1, -1):
            word = self.words[k]
            if not word.endswith(enclitics) or word in known:
                continue
            tail = next(tail for tail in enclitics if word.endswith(tail))
            stem = word[: -len(tail)]
            if len(stem) >= _STEM and stem in known:
                self.words[k : k + 1] = [stem, tail]
                self.ends.insert(k + 1, self.ends[k + 1] - len(tail))

    def put(
        self, kind: str, first: int, last: int, value: Any = None, lexeme: Lexeme | None = None
    ) -> int:
        """Add a token of some pieces, and return the index of the next piece."""
        self.rows.append((kind, self.start(first), self.ends[last + 1], value, lexeme))
        return last + 1

    def form(self, first: int, last: int, lexeme: Lexeme) -> int:
        """Add the token that a form means, and return the index of the next piece."""
        return self.put(lexeme.kind, first, last, lexeme.value, lexeme)

    def start(self, k: int) -> int:
        """Return where piece k begins."""
        return self.ends[k + 1] - len(self.words[k])

    def glued(self, k: int) -> bool:
        """Whether piece k touches piece k + 1."""
        return k + 1 < len(self.words) and self.start(k + 1) == self.ends[k + 1]

    def number(self, k: int) -> int:
        """Add a number, a numeric date, or a word that begins with a digit."""
        words = self.words
        digits = words[k]
        if digits in self.lexer.trie.after and (found := self.lookup(k)):  # «5شنبه»
            return self.form(k, *found)
        after = words[k + 1] if k + 1 < len(words) else ""
        if after in numeric_dates.MARKS and (date := self.numeric_date(k, after)):
            return self.put(_NUMERIC_DATE, k, k + 4, date)
        if len(digits) == _COMPACT and self.is_dated():
            return self.put(_NUMERIC_DATE, k, k, (digits[:4], digits[4:6], digits[6:], ""))
        self.put(NUMBERS[digits][0], k, k, NUMBERS[digits][1])
        return (
            self.put(_DAY_MARK, k + 1, k + 1)
            if after in self.lexer.day_marks and self.glued(k)
            else k + 1
        )

    def is_dated(self) -> bool:
        """Whether a word for date stands before: تاریخ 14040518."""
        before = [row[0] for row in self.rows[-2:]]
        return bool(before) and (before[-1] == _DATE_WORD or before == _DATE_COLON)

    def numeric_date(self, k: int, mark: str) -> numeric_dates.Printed | None:
        """Match a date of five pieces, unless it is part of a longer run of numbers."""
        text, start = self.text, self.start(k) - self.base
        if mark == numeric_dates.FIELD:
            return numeric_dates.in_template(text, start, self.lexer.templates)
        previous = self.rows[-1][0] if self.rows else ""
        if previous in _JOINED or (previous == _INNER_DASH and self.rows[-2][0] != _NUMERIC_DATE):
            return None
        if start and text[start - 1].isascii() and text[start - 1].isalpha():
            return None  # v1403.05.12
        found = numeric_dates.joined(text, start)
        if found is None and mark == "-":
            found = numeric_dates.dashed(text, start)
            found = found if found and self.is_told(k) else None
        elif found is None and previous != _SLASH:
            found = numeric_dates.spaced(text, start)
        is_whole = found and k + 4 < len(self.words) and found[1] + self.base == self.ends[k + 5]
        return found[0] if found and is_whole else None

    def is_told(self, k: int) -> bool:
        """Whether a cue, an era or another date shows that five spaced pieces are a date.

        Without one, «3 - 5 - 1961» may be a score or the number of a letter.
        """
        rows, words = self.rows[-2:], self.words
        if rows and rows[-1][0] in _CUES and rows[-1][4] is not None:
            return True
        before = [row[0] for row in rows]
        if before in (_DATE_COLON, *_WEEKDAY_MARKS) or (
            before[1:] == [_OPENING] and before[0] in _DATED
        ):
            return True
        after = k + _PIECES_OF_DATE
        if (behind := self.lookup(after) if after < len(words) else None) is not None:
            return behind[1].kind in _ERAS or behind[1].kind == _SAME
        is_bracketed = words[after : after + 1] == ["("] and after + 2 < len(words)
        month = self.lookup(after + 2) if is_bracketed and words[after + 1][0] in DIGITS else None
        return month is not None and month[1].kind in _MONTHS

    def mark(self, k: int) -> int:
        """Add a mark. Between digits that touch it, it has another class."""
        words, char = self.words, self.words[k]
        if char in BETWEEN_DIGITS and 0 < k < len(words) - 1 and self.is_between_digits(k):
            return self.put(BETWEEN_DIGITS[char], k, k)
        if char == "." and self.rows and self.rows[-1][0] in _FRACTIONS and self.is_fraction(k):
            return self.put(_INNER_POINT, k, k)
        end = self.ends[k + 1]
        self.rows.append((MARKS.get(char, _OTHER_MARK), end - 1, end, None, None))
        return k + 1

    def is_between_digits(self, k: int) -> bool:
        """Whether digits touch piece k on both sides."""
        before, after = self.words[k - 1], self.words[k + 1]
        return before[0] in DIGITS and after[0] in DIGITS and self.glued(k - 1) and self.glued(k)

    def is_fraction(self, k: int) -> bool:
        """Whether a point belongs to the digits after it, as in a reversed decimal: 46 .1568."""
        return k > 0 and self.glued(k) and self.words[k + 1][0] in DIGITS and not self.glued(k - 1)

    def lookup(self, k: int) -> tuple[int, Lexeme] | None:
        """Return the longest form that begins at piece k: its last piece and its meaning."""
        node = self.lexer.trie.after.get(self.words[k])
        best = None
        while node:
            if node.lexeme:
                best = (k, node.lexeme)
            k += 1
            if not node.after or k >= len(self.words) or self.start(k) - self.ends[k] > 2:
                break
            node = node.after.get(self.words[k])
        return best

    def word(self, k: int) -> int:
        found = self.lookup(k)
        return self.form(k, *found) if found else self.split(k)

    def split(self, k: int) -> int:
        """Add a word that is not a form, but may be two words written in one."""
        return (
            self.split_prefix(k)
            or self.split_lead(k)
            or self.split_month(k)
            or self.split_numerals(k)
            or self.put(_OTHER_WORD, k, k)
        )

    def split_prefix(self, k: int) -> int:
        """Split a conjunction or preposition from the word after it.

        «و15» is two pieces already.
        """
        word = self.words[k]
        kind = self.lexer.prefixes.get(word[0])
        if kind is None:
            return 0
        if len(word) == 1:
            return self.put(kind, k, k)
        self.words[k] = word[1:]
        found = self.lookup(k)
        if found and (
            kind == _PREFIXING_ALL
            or found[1].kind in _PREFIXED[kind]
            or (found[1].kind == _ORDINAL and self.has_article(word[1:]))
        ):
            start = self.start(k)
            self.rows.append((kind, start - 1, start, None, None))
            return self.form(k, *found)
        elided = self.lexer.elided
        if word.startswith(elided):  # للأول, which is ل and الأول
            self.words[k] = self.lexer.article + word[len(elided) :]
            found = self.lookup(k)
            self.words[k] = word[1:]
            if found and found[1].kind in _AFTER_ARTICLE:
                start = self.start(k)
                self.rows.append((kind, start - 1, start, None, None))
                return self.form(k, *found)
        self.words[k] = word
        return 0

    def has_article(self, word: str) -> bool:
        """Whether a word begins with an article: «بالخامس» has one, Persian «بدهم» has none."""
        return bool(self.lexer.article) and word.startswith(self.lexer.article)

    def split_lead(self, k: int) -> int:
        """Split a preposition from its ordinal and a word for month from its name."""
        word = self.words[k]
        cut = self.lexer.in_one_word.get(word, 0)
        if not cut:
            return 0
        lead, start = word[:cut], self.start(k)
        node = self.lexer.trie.after.get(lead)
        lexeme = node.lexeme if node else None
        kind = lexeme.kind if lexeme else self.lexer.prefixes.get(lead, _OTHER_WORD)
        self.words[k] = word[cut:]
        found = self.lookup(k)
        row = (kind, start, start + cut, lexeme.value if lexeme else None, lexeme)
        self.rows.append(row)
        if found and found[1].kind in _AFTER_LEAD:
            return self.form(k, *found)
        if end := self.split_prefix(k):
            return end
        self.rows.pop()
        self.words[k] = word
        return 0

    def split_numerals(self, k: int) -> int:
        """Split numerals from the conjunctions that are written in one word with them."""
        known, word, start = self.lexer.trie.after, self.words[k], self.start(k)
        found = self.lexer.glued.findall(word) if word in known else ()
        pieces = [piece for pair in found for piece in pair if piece]
        if not pieces or "".join(pieces) != word:
            return 0
        for piece in pieces:
            lexeme = known[piece].lexeme if piece in known else None
            kind, value = (lexeme.kind, lexeme.value) if lexeme else (_PREFIXING_ALL, None)
            self.rows.append((kind, start, start + len(piece), value, lexeme))
            start += len(piece)
        return k + 1

    def split_month(self, k: int) -> int:
        """Split a month's name from its «ماه», or an era from its «کال»."""
        word = self.words[k]
        for tail in self.lexer.month_words if word.endswith(self.lexer.month_words) else ():
            node = self.lexer.trie.after.get(word[: -len(tail)]) if word.endswith(tail) else None
            lexeme = node.lexeme if node else None
            if lexeme and (behind := self.behind(k, tail, lexeme.kind)):
                end = self.ends[k + 1]
                cut = end - len(tail)
                self.rows.append((lexeme.kind, end - len(word), cut, lexeme.value, lexeme))
                self.rows.append((behind, cut, end, None, None))
                return k + 1
        return 0

    def behind(self, k: int, tail: str, kind: str) -> str:
        """Return the class of the end of piece k, after a word of a class; empty if it is none.

        An era's mark is one only after digits: «۱۹۵۰زکال».
        """
        if kind == _ERA_MARK:
            is_glued = k > 0 and self.words[k - 1][0] in DIGITS and self.glued(k - 1)
            return _YEAR_WORD_BESIDE if is_glued else ""
        if kind not in _SPLIT:
            return ""
        return _YEAR_WORD_BESIDE if kind == _ERA else _MONTH_WORD
