"""Scan a folded text for the windows in which a date may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from shamsi.lang.classes import codes_of
from shamsi.lang.lexicon import Lexicon
from shamsi.text.scan.trie import END, alternatives, compiled, encode
from shamsi.text.scan.triggers import WORDS_ONLY, Trigger, Triggers

# Characters to read around an anchor. A list of days may stand before it. A year, perhaps in
# words, may stand after it.
_BEFORE, _AFTER, _AFTER_HEAD = 48, 32, 60
_SNAP = 24
_LONGEST = 200_000  # characters of a window; a longer run of dates is split
_CONTEXT_REACH = 16
_MANY = 40  # different words; for more, one walk over all words is faster than a search for each
# Characters. A text longer than `_LONG` is scanned in pieces, which fit the processor's caches.
_LONG, _PIECE = 1 << 15, 1 << 14

# The classes whose words are triggers: months, alone or next to a number; words that count or name
# a time, with relative ones if they are read; and words that follow a number.
MONTHS = "month_numbered month_bare month_cued either_numbered either_cued"
_HEADS = "year_word season decade_word century yearly"
WORDS = f"{_HEADS} decade century_behind"
RELATIVE = f"{WORDS} relative time_unit weekday observance"
BEHIND_NUMBERS = "month_dated either_dated month_lead era era_mark decade_word_behind"
COUNTED = f"{BEHIND_NUMBERS} time_noun"  # with relative words
_BEFORE_NAMES = """
    ordinal day_in_words nth_weekday nth_week month_word month_lead lunar_lead ten_days of suffix
    day_mark day_word
"""
_FIRST_NAMES = "month_dated or"  # after them, and a mark, a second name of the same month
_JOINTS = b" /-("
_QUOTE = b'"'
_BLANK, _AND = 0x20, codes_of("and")
_WORD = re.compile(b"[^ ]+")
DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_DIGITS = b"0123456789"

# Years and numeric dates after their first digit, in a text with 0 for every digit.
NUMERIC = r"(?P<year>000(?:0000)?(?!0))|0{0,3}(?P<separator>[/.-])00?(?P=separator)0{1,4}(?!0)"
DUAL = r"00/000(?![0/])"  # d. 310/923, in languages with capitals

_Anchor = tuple[int, int, int]  # start, end, and how many characters after it to read


class Window(NamedTuple):
    """A part of the text to read, from `start` to `end`.

    Its anchors begin at `first` and end at `last`.
    """

    start: int
    end: int
    first: int
    last: int


class Scanner:
    """Finds the anchors of a lexicon.

    They are numbers that may be years or dates, and words that may be months or periods.
    """

    def __init__(self, lexicon: Lexicon, lang: str | None, *, relative: bool) -> None:
        """Compile the anchors of the documents of one language."""
        self._forms = partial(lexicon.forms, lang=lang)
        self._month = self._any("month_word", "")
        enclitics = "|".join(self._forms("enclitic"))  # «سەدەی بیستەمدا»
        self._end = f"(?:{END}|(?=(?:{enclitics}){END}))" if enclitics else END
        is_month_first = bool(self._forms("link"))
        self._numeral = self._numerals(lexicon.prefixes(lang))
        behind = COUNTED if relative else BEHIND_NUMBERS
        # The pattern begins with a literal, so the search skips to it.
        is_cased = lexicon.has_capitals(lang)
        numeric = f"{NUMERIC}|{DUAL}" if is_cased else NUMERIC
        self._marked = compiled(
            rf"0(?<!00)(?:{numeric}|0{{0,2}} ?{self._any(behind, self._end)})"
        ).finditer
        self._number = compiled(
            f" {{0,2}}(?:{self._any('school', '')} {{1,2}})?(?:,?[0-9]|{self._numeral})"
        ).match
        self._worded = compiled(f" {{0,2}}(?:{self._month} {{1,2}})?{self._numeral}").match
        behind = "month_word year_word deictic link" + is_month_first * " preposition range"
        self._after = compiled(
            rf" {{0,2}}(?:[.,]? ?[0-9]|/|{self._any(behind, END)}"
            rf"|{self._numeral})"
        ).match
        self._leaders = frozenset(
            encode(form.rsplit(" ", 1)[-1])
            for form in self._forms(f"{_BEFORE_NAMES} {_FIRST_NAMES}")
        ) | frozenset(map(encode, lexicon.glued(lang)))
        self._month_leads = frozenset(map(encode, self._forms("month_word month_lead year_word")))
        self._leading = frozenset(word[-1] for word in self._leaders) | frozenset(_DIGITS)
        # The second character after a head: a digit, or the first or second letter of a number.
        self._openings = (
            _DIGITS
            + encode(
                "".join(
                    {
                        form[:2]
                        for form in self._forms("day_in_words ordinal year_ordinal decade school")
                    }
                )
            )
            + b" ,"
        )
        # Without a reference, a day with a name is read only with its year.
        known = frozenset(self._forms(f"{MONTHS} {WORDS} relative weekday"))
        named = [] if relative else lexicon.before_short_years(lang)
        named = [word for word in named if word not in known]
        units = "time_unit" * relative
        free = frozenset(self._forms(f"month_bare month_cued either_cued decade {units}"))
        # Words that need context: heads before a number, some names next to one, eras after one.
        # «شلمه پېړۍ»: where the day follows its month, the number of a century precedes it.
        led = "century" if is_month_first else ""
        self._needs_context, self._heads, self._eras = (
            frozenset(_typed(form for form in self._forms(names) if form not in free))
            for names in (
                f"month_numbered either_numbered {led}",
                _HEADS.replace(led or "-", ""),
                "era century_behind",
            )
        )
        self._either = frozenset(_typed(iter(self._forms("either_numbered"))))
        self._into = frozenset(map(encode, self._forms("into")))  # in March
        self._heads |= frozenset(_typed(iter(named)))
        marks = lexicon.eras_before_years(lang)
        points = {form.rpartition(".")[2] for form in marks if "." in form}
        pointed = sorted(points) if is_cased else ()
        self._pointed = [encode(f".{letter}.") for letter in pointed]  # A.D. 642
        self._heads |= set(map(encode, marks))
        dated = lexicon.dated_before_days(lang)
        self._needs_context |= frozenset(_typed(iter(dated)))
        gathered = Triggers(
            self._forms("month_word enclitic"), [*lexicon.prefixes(lang), *lexicon.leads(lang)]
        )
        gathered.add([*self._forms(MONTHS), *dated], months=True)
        has_enclitics = bool(self._forms("enclitic"))
        gathered.add([*self._forms(RELATIVE if relative else WORDS), *named], ends=has_enclitics)
        if relative:  # «تابستان گذشته»
            gathered.add(lexicon.relative_seasons(lang))
        gathered.add([form for form in marks if form.isalpha()])
        eras = [form for form in self._forms("era") if " " not in form]
        gathered.add(eras, ends=has_enclitics)
        self._triggers = gathered.by_word(self._heads, self._openings)
        self.words: frozenset[bytes] = frozenset(self._triggers)

    def _any(self, names: str, tail: str) -> str:
        """Return a pattern for any form of some classes."""
        return alternatives(dict.fromkeys(self._forms(names), tail))

    def _numerals(self, prefixes: Mapping[str, str]) -> str:
        """Return a pattern for any numeral, also before its conjunction: «هزارو سیصد»."""
        joints = "".join(letter for letter, kind in prefixes.items() if kind == _AND)
        end = f"(?:{self._end}|(?=[{joints}]))" if joints else self._end
        ends = dict.fromkeys(self._forms("ordinal year_ordinal decade"), self._end)
        return alternatives(ends | dict.fromkeys(self._forms("day_in_words"), end))

    def windows(self, code: bytes, seen: frozenset[bytes] | None = None) -> list[Window]:
        """Return the windows to read, in order and without overlaps. None crosses a line end.

        `seen` are the trigger words of the text if they are known.
        """
        windows: list[Window] = []
        low = high = first = last = -1
        is_short = len(code) < _LONG
        anchors = self._anchors(code, seen) if is_short else self._anchors_of_pieces(code)
        for start, end, after in anchors:
            if end + after <= high:
                last = max(last, end)
                continue
            left, right = _stretch(code, start, end, after)
            if left <= high and right - low < _LONGEST:
                high, last = max(high, right), max(last, end)
                continue
            if low >= 0:
                windows.append(Window(low, min(high, left), first, last))
            low, high, first, last = left, right, start, end
        if low >= 0:
            windows.append(Window(low, high, first, last))
        return windows

    def _anchors_of_pieces(self, code: bytes) -> Iterator[_Anchor]:
        """Yield the anchors of a long text, piece by piece.

        No anchor crosses a line end, but its context may.
        """
        for start, stop in _pieces(code):
            low = max(0, start - _CONTEXT_REACH)
            for first, last, after in self._anchors(code[low : stop + 1], None):
                if start <= low + first < stop:
                    yield low + first, low + last, after

    def _anchors(self, code: bytes, seen: frozenset[bytes] | None) -> list[_Anchor]:
        """Return the words and numbers at which a date may stand."""
        anchors: list[_Anchor] = []
        # Padded with a blank, so places in `words` are one more than in the text.
        words = (b" %b " % code).translate(WORDS_ONLY)
        found = self.words.intersection(words.split() if seen is None else seen)
        if found:
            self._add_names(anchors, code, words, found)
        for mark in self._pointed:
            at = code.find(mark)
            while at >= 0:
                if self._number(code, at + len(mark)):
                    anchors.append((at + 1, at + len(mark), _AFTER_HEAD))
                at = code.find(mark, at + 1)
        shape = code.translate(DIGITS_ALIKE)
        if b"0" in shape:
            for match in self._marked(shape):
                if match.lastgroup != "year" or code[match.start()] in b"12":
                    anchors.append((*match.span(), _AFTER))
        anchors.sort()
        return anchors

    def _add_names(
        self, anchors: list[_Anchor], code: bytes, words: bytes, found: frozenset[bytes]
    ) -> None:
        """Add the anchors at all places of the words that were found."""
        if len(found) > _MANY:
            for match in _WORD.finditer(words):
                if match[0] in found:
                    self._add_place(
                        anchors, code, self._triggers[match[0]], match.start() - 1, match.end()
                    )
            return
        for letters in found:
            word, length = self._triggers[letters], len(letters) + 1
            lead = b" " + letters  # the search skips by the last byte; a blank would be slower
            at = words.find(lead)
            while at >= 0:
                after = at + length
                if words[after] == _BLANK:
                    self._add_place(anchors, code, word, at, after)
                at = words.find(lead, after)

    def _add_place(
        self, anchors: list[_Anchor], code: bytes, word: Trigger, at: int, after: int
    ) -> None:
        """Add a word unless the text after it rules out a date.

        `after` is one place past the end of the word.
        """
        if word.nexts is None:
            self._add_word(anchors, code, word, at)
        elif (beside := code[after : after + 1]) in word.nexts:
            if beside.isdigit():  # the most frequent case: a head and its number in digits
                anchors.append((at, after - 1, _AFTER_HEAD))
            else:
                self._add_word(anchors, code, word, at)
        elif code[after - 1] in _DIGITS:  # «قرن5.»
            self._add_word(anchors, code, word, at)

    def _add_word(self, anchors: list[_Anchor], code: bytes, word: Trigger, at: int) -> None:
        """Add the phrase or the name that a word is."""
        for offset, phrase in word.phrases:
            match = phrase(code, at + offset) if at + offset >= 0 else None
            if match and self._add(anchors, code, *match.span(), match[0]):
                return
        if word.name is not None:
            start = at + word.offset
            self._add(anchors, code, start, start + len(word.name), word.name)

    def _add(self, anchors: list[_Anchor], code: bytes, start: int, end: int, name: bytes) -> bool:
        if name in self._heads:
            if not self._number(code, end):
                return False
            anchors.append((start, end, _AFTER_HEAD))
        elif (name in self._needs_context or name in self._eras) and not (
            self._is_led(code, start)
            or (name in self._needs_context and self._after(code, end))
            or (name in self._either and _word_before(code, start) in self._into)
        ):
            return False
        else:
            anchors.append((start, end, _AFTER_HEAD if self._worded(code, end) else _AFTER))
        return True

    def _is_led(self, code: bytes, start: int) -> bool:
        """Whether a day number, in digits or words, stands before a name."""
        last = (
            code[start - 2 : start - 1]
            if code[start - 1 : start] == b" "
            else code[start - 1 : start]
        )
        if last == _QUOTE:  # ماه سال «مهر»
            return (
                code[max(0, start - _CONTEXT_REACH) : start - 1].rstrip(b" ").rpartition(b" ")[2]
                in self._month_leads
            )
        if not last or (last[0] not in self._leading and last not in _JOINTS):
            return False
        word = code[max(0, start - _CONTEXT_REACH) : start].rstrip(_JOINTS).rpartition(b" ")[2]
        rest = word.lstrip(b"(" + _DIGITS)  # «22ام», «(22)ی»
        if word[-1:].isdigit() or rest in self._leaders or rest[1:] in self._leaders:
            return True
        return (
            b"-" in word and word.rpartition(b"-")[2].lstrip(_DIGITS) in self._leaders
        )  # 11th-12th


def _word_before(code: bytes, start: int) -> bytes:
    """Return the word before a place, which a blank parts from it."""
    return code[max(0, start - _CONTEXT_REACH) : start].rstrip(b" ").rpartition(b" ")[2]


def _typed(forms: Iterator[str]) -> Iterator[bytes]:
    """Yield forms as they may be typed: with their blanks and without."""
    for form in forms:
        yield encode(form)
        yield encode(form.replace(" ", ""))


@cache
def scanner(lexicon: Lexicon, lang: str | None, *, relative: bool) -> Scanner:
    """Return the scanner of a lexicon for documents in one language, compiled once."""
    return Scanner(lexicon, lang, relative=relative)


def _pieces(code: bytes) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a long text, which is cut after line ends."""
    start = 0
    while start < len(code):
        stop = code.find(b"\n", start + _PIECE) + 1 or len(code)
        yield start, stop
        start = stop


def _stretch(code: bytes, start: int, end: int, after: int) -> tuple[int, int]:
    """Return the window of an anchor: within its line, from blank to blank."""
    left = start - _BEFORE if start > _BEFORE else 0
    line = code.rfind(b"\n", left, start)
    if line >= 0:
        left = line
    elif left:
        blank = code.find(b" ", left, left + _SNAP)
        left = left if blank < 0 else blank
    right = end + after
    line = code.find(b"\n", end, right)
    if line >= 0:
        return left, line
    if right >= len(code):
        return left, len(code)
    blank = code.rfind(b" ", right - _SNAP, right)
    return left, blank if blank > end else right
